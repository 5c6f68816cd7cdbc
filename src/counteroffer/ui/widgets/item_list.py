"""A list of entries: add, remove, put in order. It shows rows and asks for edits; it never changes anything itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.widgets.buttons import Button, IconButton
from counteroffer.ui.widgets.empty_state import EmptyState
from counteroffer.ui.widgets.item_rows import Row
from counteroffer.ui.widgets.item_view import ItemView
from counteroffer.ui.widgets.labels import announce
from counteroffer.ui.widgets.narrowed_rows import NarrowedRows
from counteroffer.ui.widgets.narrowing import Narrowing
from counteroffer.ui.widgets.tab_order import put_after


class ItemList(QWidget):
    """Rows to choose from, with buttons below; an empty list says what belongs there.

    The owner answers each signal with an edit and then calls `set_items` with the rows as they now are. What is
    chosen stays chosen by its id; after `removed` the neighbour is chosen, after `inserted` the owner calls `select`.

    A long list can be narrowed to the rows that have some words. That is the list's own affair: nothing is changed by
    it, places in its signals count all rows, and whatever is selected from outside is in view afterwards.
    """

    inserted = Signal(int)
    """A new entry is wanted at this index."""
    removed = Signal(str)
    moved = Signal(str, int)
    """The entry is to have this index afterwards."""
    selected = Signal(str)
    """The chosen entry's id; "" if none is."""
    opened = Signal(str)
    """Enter or a double click: go to the entry's fields."""
    narrowed = Signal()
    """Other rows are in view than before, or the line above them has come or gone."""

    def __init__(
        self,
        ctx: UiContext,
        name: str,
        add_label: str,
        empty: str = "",
        icon: str = "add",
        *,
        numbered: bool = False,
        untitled: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._chosen = ""
        self._settling = False
        self._name = name
        self._narrowing: Narrowing | None = None
        self.rows = NarrowedRows(untitled or _("Not named yet"), numbered, self)
        self.view = ItemView(ctx, self.rows)
        self.view.setAccessibleName(name)
        self.view.setAccessibleDescription(
            _("Arrow keys choose, Alt with Up or Down moves, Delete removes, Enter goes to the fields.")
        )
        self.empty = EmptyState(ctx, icon, empty or _("Nothing here yet."), add_label, self._add)
        self.add_button = Button(ctx, add_label, "quiet", "add", self._add)
        self.up_button = IconButton(ctx, "up", _("Move up (Alt+Up)"), lambda: self._step(-1))
        self.down_button = IconButton(ctx, "down", _("Move down (Alt+Down)"), lambda: self._step(1))
        self.remove_button = IconButton(ctx, "remove", _("Remove (Delete)"), self._remove)
        self._tools = QWidget()
        signs = QHBoxLayout()
        signs.setSpacing(Space.XS)
        for button in (self.up_button, self.down_button, self.remove_button):
            button.setAccessibleDescription(name)
            signs.addWidget(button)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._tools)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(Space.XS)
        self._line.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._line.addStretch(1)
        self._line.addLayout(signs)
        self._line.setAlignment(signs, Qt.AlignmentFlag.AlignTrailing)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self.empty, self.view, self._tools):
            column.addWidget(part)
        self.view.move_asked.connect(self._move)
        self.view.remove_asked.connect(self._remove)
        self.view.open_asked.connect(lambda at: self.opened.emit(self.rows.rows()[at].id))
        self.view.selectionModel().selectionChanged.connect(self._choice_changed)
        self.set_items(())

    def set_items(self, items: Sequence[Row]) -> None:
        """Show these rows. Emits `selected` only if the chosen entry is gone."""
        had_focus = self.view.hasFocus()
        place, seen = self.rows.place(self._chosen), self.rows.at(self._chosen)
        self._settling = True
        self.rows.set_rows(items)
        chosen = self._chosen if self.rows.place(self._chosen) >= 0 else ""
        if place >= 0 and items and not chosen:
            if not self.rows.rowCount():
                self.rows.narrow("")  # none is left that has the words
            at = max(seen, 0) if self.rows.narrowed else place
            chosen = self.rows.rows()[min(at, self.rows.rowCount() - 1)].id
        self._settle(chosen)
        if had_focus and not items and self.empty.button is not None:
            self.empty.button.setFocus()

    @property
    def selected_id(self) -> str:
        """The chosen entry's id; "" if none is."""
        return self._chosen

    def select(self, identity: str) -> None:
        """Choose an entry and bring it into view."""
        if self.rows.at(identity) < 0 <= self.rows.place(identity):
            self._show_all()
        at = self.rows.at(identity)
        if at >= 0:
            self.view.setCurrentIndex(self.rows.index(at))
            self.view.scrollTo(self.rows.index(at))

    @property
    def besides(self) -> int:
        """How much room all but the rows takes: the buttons below them, and in a long list the line above."""
        parts = [self._tools, *([] if self._narrowing is None or self._narrowing.isHidden() else [self._narrowing])]
        return sum(part.sizeHint().height() + Space.XS for part in parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A long word beside three signs: where it would be cut, the signs go below it.
        signs = (self.up_button, self.down_button, self.remove_button)
        needed = sum(button.sizeHint().width() + Space.XS for button in (self.add_button, *signs))
        narrow = needed > self.width()
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def focus_list(self) -> None:
        """Give the list the keyboard, the line above it if nothing has its words, or the first step if it is empty."""
        if self.rows.rowCount():
            self.view.setFocus()
        elif self.rows.narrowed and self._narrowing is not None:
            self._narrowing.line.setFocus()
        elif self.empty.button is not None:
            self.empty.button.setFocus()

    def _narrow(self, text: str) -> None:
        """Look for other words. Only the rows follow at once: whatever would move the page waits for typing to rest."""
        self._settling = True
        self.view.held = True
        self.rows.narrow(text)
        self.view.setCurrentIndex(self.rows.index(self.rows.at(self._chosen)))
        self._settling = False
        self._note(self._chosen)

    def _rest(self) -> None:
        """After typing: the first entry in view is chosen, unless the chosen one is in view still."""
        rows = self.rows.rows()
        keeps = not self.rows.narrowed or not rows or self.rows.at(self._chosen) >= 0
        self._settling = True
        self._settle(self._chosen if keeps else rows[0].id)
        self.view.scrollTo(self.view.currentIndex())
        self.narrowed.emit()

    def _show_all(self) -> None:
        if self._narrowing is not None:
            self._narrowing.forget()

    def _settle(self, chosen: str) -> None:
        """Show what belongs to the rows as they now are, and which one is chosen."""
        if self.view.held:
            self.view.held = False
            self.view.fit()
        at = self.rows.at(chosen)
        self.view.setCurrentIndex(self.rows.index(at))
        if at < 0:
            self.view.clearSelection()
        self._settling = False
        self.empty.setVisible(not self.rows.all())
        self.view.setVisible(bool(self.rows.rows()))
        self._tools.setVisible(bool(self.rows.all()))
        self._note(chosen)
        self._show_line()

    def _show_line(self) -> None:
        """The line for words is there while the list is long; for a short one it is not even made."""
        number = len(self.rows.all())
        if self._narrowing is None and number > Size.MOST_ROWS:
            self._narrowing = self._make_line()
        if self._narrowing is not None:
            self._narrowing.setVisible(number > Size.MOST_ROWS or self.rows.narrowed)
            if self.rows.narrowed:
                self._narrowing.say(self.rows.rowCount(), number)
            else:
                self._narrowing.forget()

    def _make_line(self) -> Narrowing:
        made = Narrowing(self.ctx, self._name, self)
        made.typed.connect(self._narrow)
        made.rested.connect(self._rest)
        made.left.connect(self.focus_list)
        self._column.insertWidget(0, made)
        # Before the rows for Tab, and for whoever puts something behind the last part of this list.
        made.stackUnder(self.view)
        put_after(self.empty.button, made)
        return made

    def _choice_changed(self, _on: QItemSelection, _off: QItemSelection) -> None:
        # Told before the current index moves, so the selection itself is asked.
        if not self._settling:
            chosen = self.view.selectionModel().selectedIndexes()
            self._note(self.rows.rows()[chosen[0].row()].id if chosen else "")

    def _note(self, identity: str) -> None:
        at = self.rows.at(identity)
        self.up_button.setEnabled(at > 0)
        self.down_button.setEnabled(0 <= at < self.rows.rowCount() - 1)
        self.remove_button.setEnabled(at >= 0)
        if identity != self._chosen:
            self._chosen = identity
            self.selected.emit(identity)

    def _add(self) -> None:
        at = self.rows.place(self._chosen)
        self.inserted.emit(at + 1 if at >= 0 else len(self.rows.all()))

    def _remove(self) -> None:
        if self._chosen:
            self.removed.emit(self._chosen)

    def _step(self, by: int) -> None:
        at = self.rows.at(self._chosen)
        self._move(at, at + by)

    def _move(self, at: int, to: int) -> None:
        if not (0 <= at < self.rows.rowCount() and 0 <= to < self.rows.rowCount()):
            return
        row, number = self.rows.rows()[at], len(self.rows.all())
        # In a narrowed list it takes the place of the neighbour in view, past all that are out of view between them.
        place = self.rows.place(self.rows.rows()[to].id)
        self.moved.emit(row.id, place)
        if self.rows.place(row.id) != place:
            return  # refused: the workbook is put away
        _ = self.ctx.translate
        words = _("{name} is now number {place} of {all}.")
        announce(self.view, words.format(name=self.rows.title(row), place=place + 1, all=number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings all rows back, from wherever in the list it comes."""
        if event.key() == Qt.Key.Key_Escape and self.rows.narrowed:
            self._show_all()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.view.fit()


class RankList(ItemList):
    """A list whose order is a ranking: the rows carry their number."""

    def __init__(
        self,
        ctx: UiContext,
        name: str,
        add_label: str,
        empty: str = "",
        icon: str = "priorities",
        *,
        untitled: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ctx, name, add_label, empty, icon, numbered=True, untitled=untitled, parent=parent)
