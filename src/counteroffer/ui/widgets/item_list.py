"""A list of entries: add, remove, put in order. It shows rows and asks for edits; it never changes anything itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Space
from counteroffer.ui.widgets.buttons import Button, IconButton
from counteroffer.ui.widgets.empty_state import EmptyState
from counteroffer.ui.widgets.item_rows import Row, RowModel
from counteroffer.ui.widgets.item_view import ItemView
from counteroffer.ui.widgets.labels import announce


class ItemList(QWidget):
    """Rows to choose from, with buttons below; an empty list says what belongs there.

    The owner answers each signal with an edit and then calls `set_items` with the rows as they now are. What is
    chosen stays chosen by its id; after `removed` the neighbour is chosen, after `inserted` the owner calls `select`.
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
        self.rows = RowModel(untitled or _("Not named yet"), numbered, self)
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
        column = QVBoxLayout(self)
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
        before = self.rows.at(self._chosen)
        had_focus = self.view.hasFocus()
        self._settling = True
        self.rows.set_rows(items)
        at = self.rows.at(self._chosen)
        if at < 0 and before >= 0 and items:
            at = min(before, len(items) - 1)
        self.view.setCurrentIndex(self.rows.index(at) if at >= 0 else self.rows.index(-1))
        if at < 0:
            self.view.clearSelection()
        self._settling = False
        self.empty.setVisible(not items)
        self.view.setVisible(bool(items))
        self._tools.setVisible(bool(items))
        if had_focus and not items and self.empty.button is not None:
            self.empty.button.setFocus()
        self._note(items[at].id if at >= 0 else "")

    @property
    def selected_id(self) -> str:
        """The chosen entry's id; "" if none is."""
        return self._chosen

    def select(self, identity: str) -> None:
        """Choose an entry and bring it into view."""
        at = self.rows.at(identity)
        if at >= 0:
            self.view.setCurrentIndex(self.rows.index(at))
            self.view.scrollTo(self.rows.index(at))

    @property
    def tools_height(self) -> int:
        """How much room the buttons below the list take."""
        return self._tools.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A long word beside three signs: where it would be cut, the signs go below it.
        signs = (self.up_button, self.down_button, self.remove_button)
        needed = sum(button.sizeHint().width() + Space.XS for button in (self.add_button, *signs))
        narrow = needed > self.width()
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def focus_list(self) -> None:
        """Give the list the keyboard, or the first step if it is empty."""
        if self.rows.rowCount():
            self.view.setFocus()
        elif self.empty.button is not None:
            self.empty.button.setFocus()

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
        at = self.rows.at(self._chosen)
        self.inserted.emit(at + 1 if at >= 0 else self.rows.rowCount())

    def _remove(self) -> None:
        if self._chosen:
            self.removed.emit(self._chosen)

    def _step(self, by: int) -> None:
        at = self.rows.at(self._chosen)
        self._move(at, at + by)

    def _move(self, at: int, to: int) -> None:
        if not (0 <= at < self.rows.rowCount() and 0 <= to < self.rows.rowCount()):
            return
        row = self.rows.rows()[at]
        self.moved.emit(row.id, to)
        _ = self.ctx.translate
        words = _("{name} is now number {place} of {all}.")
        announce(self.view, words.format(name=self.rows.title(row), place=to + 1, all=self.rows.rowCount()))

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
