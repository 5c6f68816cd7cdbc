"""Walks through a whole page for its tests: every field of a model, an entry in every list."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.domain.anatomy import item_types
from counteroffer.domain.base import Frozen, Item
from counteroffer.domain.edits import Insert, Path, apply, find
from counteroffer.domain.money import Estimate
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.pages.page import Page
from counteroffer.ui.widgets import FieldEditor
from tests.ui.page_tools import E, field


def with_an_entry_in_every_list(workbook: Workbook, *path: str) -> Workbook:
    """The workbook with one entry of each kind in each list below the path that has none yet."""
    here = find(workbook, path)
    for name in type(here).model_fields:
        held = getattr(find(workbook, path), name)
        for kind in item_types(type(here), name) if held == () else ():
            workbook = apply(workbook, Insert((*path, name), 0, kind()))
        held = getattr(find(workbook, path), name)
        if isinstance(held, Frozen):
            workbook = with_an_entry_in_every_list(workbook, *path, name)
        for item in held if isinstance(held, tuple) else ():
            if isinstance(item, Item):
                workbook = with_an_entry_in_every_list(workbook, *path, name, item.id)
    return workbook


def fields_below(workbook: Workbook, *path: str) -> Iterator[Path]:
    """The paths of all fields that are filled in one by one."""
    here = find(workbook, path)
    for name in type(here).model_fields:
        held = getattr(here, name)
        below = (*path, name)
        if isinstance(held, Frozen) and not isinstance(held, Estimate):
            yield from fields_below(workbook, *below)
        elif item_types(type(here), name):
            for item in held:
                yield from fields_below(workbook, *below, item.id)
        elif name != "id":
            yield below


def has_keyboard(editor: FieldEditor) -> bool:
    """Whether the keyboard is in a field."""
    focused = QApplication.focusWidget()
    return focused is not None and editor.isAncestorOf(focused)


def go_to(qtbot: QtBot, page: Page, kind: type[E], *path: str) -> E:
    """Reveal the field at a path and wait until it has the keyboard."""
    assert page.reveal(path), path
    editor = field(page, kind, *path)
    qtbot.waitUntil(lambda: has_keyboard(editor))
    return editor
