"""What the tests of the pages share: a page in a window, the way to a field, and all the fields it should have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.domain.anatomy import item_types, plain_types
from counteroffer.domain.base import Frozen
from counteroffer.domain.edits import Path
from counteroffer.domain.levels import Value
from counteroffer.domain.money import Estimate
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.pages.page import Page
from counteroffer.ui.tabs import tab_of
from counteroffer.ui.widgets import FieldEditor

P = TypeVar("P", bound=Page)
E = TypeVar("E", bound=FieldEditor)


def show(qtbot: QtBot, page: P) -> P:
    """The whole page in a window that has the keyboard."""
    qtbot.addWidget(page)
    page.complete()
    page.resize(780, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def reveal(qtbot: QtBot, page: Page, path: Path) -> QWidget:
    """Go to a field as the guide does; returns what then has the keyboard."""
    assert page.reveal(path), f"{'/'.join(path)} is not on this page"
    goal = page.findChildren(FieldEditor)

    def arrived() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and any(one.isAncestorOf(focus) and leads(one.path, path) for one in goal)

    qtbot.waitUntil(arrived)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    return focus


def leads(editor: Path, path: Path) -> bool:
    """Whether the editor's value is the one at the path, or holds it."""
    return bool(editor) and path[: len(editor)] == editor


def field(page: Page, kind: type[E], *path: str) -> E:
    """The editor of the field at a path, which is in view on the page."""
    found = [one for one in page.findChildren(kind) if one.path == path and one.isVisibleTo(page)]
    assert len(found) == 1, f"{len(found)} editors for {'/'.join(path)}"
    return found[0]


def type_into(qtbot: QtBot, place: QWidget, text: str) -> None:
    """Type a text into what has the keyboard, in place of what is there."""
    select = getattr(place, "selectAll", None)
    if select is not None:
        select()
    qtbot.keyClicks(place, text)


def places(workbook: Workbook, tab: str) -> list[Path]:
    """One path for each field of the domain that belongs to a page, as far as this workbook has an entry for it."""
    found: dict[Path, Path] = {}
    for names, path in _leaves(workbook, (), ()):
        if tab_of(path) == tab:
            found.setdefault(names, path)
    return list(found.values())


def _leaves(model: Frozen, names: Path, path: Path) -> Iterator[tuple[Path, Path]]:
    """Every single value in a model: its names without the ids of entries, and its path."""
    for name, about in type(model).model_fields.items():
        if name in ("id", "created", "taken_from", "facts", "sha256", "media_type", "size"):
            continue  # the app's own
        value: Any = getattr(model, name)
        if set(plain_types(about.annotation)) - {type(None)} == set(get_args(get_args(Value)[0])):
            yield (*names, name), (*path, name)
        elif item_types(type(model), name):
            for item in value:
                yield from _leaves(item, (*names, name), (*path, name, item.id))
        elif isinstance(value, Frozen) and not isinstance(value, Estimate):
            yield from _leaves(value, (*names, name), (*path, name))
        else:
            yield (*names, name), (*path, name)
