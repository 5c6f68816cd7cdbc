"""A list of items and the form of the one that is chosen: how every list in the workbook is filled in.

A page says how an entry is named in the list and lays out the fields of one entry; adding, removing, reordering,
choosing, showing and undoing are the same everywhere and live here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from counteroffer.domain.base import Item, new_id
from counteroffer.domain.edits import Insert, Move, Path, Remove
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Column, ItemList, RankList, Row
from counteroffer.ui.widgets.mnemonics import give_late
from counteroffer.ui.widgets.tab_order import put_after, stops

Build = Callable[[Form, QVBoxLayout], None]
Describe = Callable[[Any], tuple[str, str]]


@dataclass(frozen=True)
class Sort:
    """One kind of entry: its model, what the button says that adds one, how its fields are laid out, how it begins."""

    model: type[Item]
    add: str
    build: Build
    start: dict[str, Any] = field(default_factory=dict)
    icon: str = ""
    """Stands in the list while it is empty; the list's own where none is named."""


def items_within(
    form: Form, name: str, label: str, sorts: Sequence[Sort], describe: Describe, empty: str, *, ranked: bool = False
) -> ItemsEditor:
    """A list inside the item of a form, such as the points of a talk; it goes along wherever the form is aimed.

    `name` may lead further in, with dots: "justification.reasons".
    """
    editor = ItemsEditor(form.bridge, form.ctx, None, label, sorts, describe, empty, ranked=ranked)
    names = tuple(name.split("."))
    form.follow(lambda path: editor.aim((*path, *names) if path is not None else None))
    form.hold(editor)
    return editor


class ItemsEditor(QWidget):
    """A list at a path, and below it the chosen entry's fields."""

    chosen = Signal(str)
    """The id of the entry now chosen; empty for none."""

    def __init__(
        self,
        bridge: Bridge,
        ctx: UiContext,
        path: Path | None,
        label: str,
        sorts: Sequence[Sort],
        describe: Describe,
        empty: str,
        parent: QWidget | None = None,
        *,
        ranked: bool = False,
        form_later: bool = False,
    ) -> None:
        """`form_later` leaves it to `make_form` to show the chosen entry's fields: the list is there much sooner."""
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self.bridge = bridge
        self.path = path
        self.sorts = {sort.model: sort for sort in sorts}
        self._describe = describe
        first = sorts[0].add if len(sorts) == 1 else N_("Add …")
        make = RankList if ranked else ItemList
        icon = sorts[0].icon or ("priorities" if ranked else "add")
        self.list = make(ctx, _(label), add_label=_(first), empty=_(empty), icon=icon)
        self.list.inserted.connect(lambda _index: self._ask_which())
        self.list.removed.connect(self._remove)
        self.list.moved.connect(self._move)
        self.list.selected.connect(self.choose)
        # Not a stack, which would always be as high as its highest panel.
        self._detail = QWidget()
        self._place = QVBoxLayout(self._detail)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._forms: dict[type[Item], Form] = {}
        self._panels: dict[type[Item], QWidget] = {}
        self._current = ""
        self._form_waits = form_later
        self.watched: list[Path] = [("situation", "currency")]
        """What else the rows speak of: where it changes, they are described anew."""
        self._described: dict[str, tuple[Item, Row]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.list)
        column.addWidget(self._detail)
        bridge.changed.connect(self._on_change)
        self._show()

    @property
    def current(self) -> str:
        """The id of the chosen entry; empty for none."""
        return self._current

    def items(self) -> tuple[Item, ...]:
        """The entries as the workbook has them."""
        held = self.bridge.value(self.path) if self.path is not None else None
        return held if isinstance(held, tuple) else ()

    def aim(self, path: Path | None) -> None:
        """Show the list at another path."""
        if path != self.path:
            self.path = path
            self._current = ""
            self._described.clear()
            self._show()

    def choose(self, item_id: str) -> None:
        """Show the fields of an entry."""
        item = next((one for one in self.items() if one.id == item_id), None)
        changed = item_id != self._current
        self._current = item.id if item is not None else ""
        self._detail.setVisible(item is not None)
        if item is not None and self.path is not None:
            self.list.select(item.id)
            if not self._form_waits:
                form = self._form(type(item))
                form.aim((*self.path, item.id))
                for model, panel in self._panels.items():
                    panel.setVisible(model is type(item))
        if changed:
            self.chosen.emit(self._current)

    def make_form(self) -> None:
        """Show the chosen entry's fields, if that was left for later."""
        if self._form_waits:
            self._form_waits = False
            self.choose(self._current)

    def add(self, sort: Sort) -> None:
        """A new entry at the end, chosen, with the cursor in its first field."""
        if self.path is None:
            return
        self.make_form()
        item_id = new_id()
        self.bridge.apply(
            Insert(self.path, len(self.items()), {**sort.start, "id": item_id}), label=self.ctx.translate(sort.add)
        )
        self.choose(item_id)
        editors = self._form(sort.model).editors()
        if editors:
            editors[0].focus_input()
            # After the page has been laid out with the new entry's fields.
            QTimer.singleShot(0, self, partial(self._bring_into_view, self._panels[sort.model], editors[0]))

    def _bring_into_view(self, *parts: QWidget) -> None:
        """Scroll the page to these, one after the other: the last one is seen for certain."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, Column):
            around = around.parentWidget()
        if around is not None:
            for part in parts:
                around.show_widget(part)

    def field_at(self, path: Path) -> QWidget | None:
        """The editor of a field in one of the entries, which is chosen on the way; None if it is not in this list."""
        if self.path is None or path[: len(self.path)] != self.path:
            return None
        self.make_form()
        if len(path) > len(self.path) and any(one.id == path[len(self.path)] for one in self.items()):
            self.choose(path[len(self.path)])
            item = next(one for one in self.items() if one.id == self._current)
            return self._form(type(item)).field_at(path) or self
        return self

    def focus_input(self) -> None:
        """Give the list the keyboard."""
        self.list.focus_list()

    def _ask_which(self) -> None:
        """Add an entry; where there are several kinds, a menu asks which."""
        sorts = tuple(self.sorts.values())
        if len(sorts) == 1:
            self.add(sorts[0])
            return
        menu = QMenu(self)
        for sort in sorts:
            menu.addAction(self.ctx.translate(sort.add)).triggered.connect(lambda _on=False, sort=sort: self.add(sort))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = (self.list.empty.button if not self.items() else None) or self.list.add_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _form(self, model: type[Item]) -> Form:
        if model not in self._forms:
            panel = QFrame()
            panel.setProperty("look", "clear")
            column = QVBoxLayout(panel)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.L)
            form = self._forms[model] = Form(self.bridge, self.ctx, model, None, panel)
            self.sorts[model].build(form, column)
            self._panels[model] = panel
            self._place.addWidget(panel)
            before = [stop for stop in stops(self) if not self._detail.isAncestorOf(stop)]
            put_after(before[-1], panel)
            give_late(panel)
        return self._forms[model]

    def _show(self) -> None:
        items = self.items()
        self.list.set_items([self._row(item) for item in items])
        known = {item.id for item in items}
        self.choose(self._current if self._current in known else (items[0].id if items else ""))

    def _row(self, item: Item) -> Row:
        """The entry as a row; one that has not changed is not described again, for there may be hundreds."""
        known = self._described.get(item.id)
        if known is None or known[0] is not item:
            known = self._described[item.id] = (item, Row(item.id, *self._describe(item)))
        return known[1]

    def _remove(self, item_id: str) -> None:
        if self.path is None:
            return
        ids = [item.id for item in self.items()]
        at = ids.index(item_id)
        rest = ids[:at] + ids[at + 1 :]
        self._current = rest[min(at, len(rest) - 1)] if rest else ""
        self.bridge.apply(Remove((*self.path, item_id)), label=self.ctx.translate("Remove"))

    def _move(self, item_id: str, to: int) -> None:
        if self.path is not None:
            self.bridge.apply(Move((*self.path, item_id), to), label=self.ctx.translate("Reorder"))

    def _on_change(self, change: Change) -> None:
        if self.path is None:
            return
        if any(change.touches(*path) for path in self.watched):
            self._described.clear()
            self._show()
        elif change.touches(*self.path):
            self._show()
