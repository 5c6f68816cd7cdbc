"""What to ask for: found in the catalogue by a few letters, or said in one's own words. One thing, at most two."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.domain.base import LINE_LENGTH
from counteroffer.domain.terms import Term
from counteroffer.method.catalogue import catalogue
from counteroffer.method.looking import FEW
from counteroffer.method.suggesting import search
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.quick_start import places
from counteroffer.ui.quick_start.questions import few_asks
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Caption, IconButton, Row, Words
from counteroffer.ui.widgets.inputs import LineInput, let_clear
from counteroffer.ui.widgets.item_rows import RowModel
from counteroffer.ui.widgets.item_view import ItemView
from counteroffer.ui.widgets.tab_order import put_after, stop_before, stops

OWN = "own words"
"""Stands for the row that takes what was typed as it is. No key of the catalogue has a blank in it."""
FEWEST, MOST = 3, 8
"""Rows of the catalogue in view, as the window has room."""
BESIDES = 250
"""What else stands on the screen, in pixels."""


class Picker(QWidget):
    """What is asked for stands on top; the catalogue is there until there is an ask, and when a second is wanted."""

    settled = Signal()
    """An ask has been chosen: one is enough."""

    def __init__(self, bridge: Bridge, ctx: UiContext, room: Callable[[], int]) -> None:
        """`room` is the height of the part of the screen in which all this stands."""
        super().__init__()
        _ = ctx.translate
        self.ctx = ctx
        self._bridge = bridge
        self._room = room
        self._second = False
        self._asks: tuple[Term, ...] = ()
        self.line = LineInput()
        self.line.setMaxLength(LINE_LENGTH)
        self.line.setPlaceholderText(_("Search, or say it in your own words"))
        self.line.setAccessibleName(_("What you could ask for"))
        self.line.setAccessibleDescription(_("Type a few letters; the arrow down leads to what was found."))
        let_clear(self.line, ctx.icon("close"), _("Empty this line"))
        self.line.textChanged.connect(lambda _text: self._fill())
        self.line.escaped.connect(self.line.clear)
        self.line.installEventFilter(self)
        self.rows = RowModel("", numbered=False, parent=self)
        self.list = ItemView(ctx, self.rows, movable=False)
        self.list.setAccessibleName(_("Found in the catalogue"))
        self.list.setAccessibleDescription(_("Arrow keys choose, Enter takes it."))
        self.list.installEventFilter(self)
        self.list.open_asked.connect(self._take)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.more = Button(ctx, _("Add a second thing"), "quiet", "add", self._want_second)
        self._enough = Caption()
        self._chosen = QVBoxLayout()
        self._chosen.setSpacing(Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(self._chosen)
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._enough)
        self._fill()

    def refresh(self) -> None:
        """Show what is asked for now."""
        found = few_asks(self._bridge.workbook)
        if [(one.id, one.name) for one in found] != [(one.id, one.name) for one in self._asks]:
            self._asks = found
            self._show_chosen()
            self._fill()
        self._second = self._second and len(found) == 1
        looking = not found or self._second
        had = self.line.hasFocus() or self.list.hasFocus()
        self.line.setVisible(looking)
        self.list.setVisible(looking)
        self.more.setVisible(len(found) == 1 and not looking)
        self._enough.setVisible(bool(found))
        self._enough.setText(
            self.ctx.translate("One is enough to begin with. The workbook has room for more whenever you like.")
            if len(found) == 1
            else self.ctx.translate("Two are plenty for one talk. The workbook has room for more whenever you like.")
        )
        row = max(1, self.list.sizeHintForRow(0))
        self.list.most_rows = min(max((self._room() - BESIDES) // row, FEWEST), MOST)
        self.list.fit()
        if had and not looking:
            self.settled.emit()

    def focus_input(self) -> None:
        """Give the keyboard to the search; where nothing has to be looked for, the person may go on."""
        if self.line.isHidden():
            self.settled.emit()
        else:
            self.line.setFocus()

    def take_marked(self) -> None:
        """Take the row that is marked; nothing happens where none is, or where nothing is looked for."""
        marked = self._marked()
        if marked and not self.list.isHidden():
            self._take(marked[0].row())

    def _marked(self) -> list[QModelIndex]:
        return self.list.selectionModel().selectedIndexes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line, Enter takes what stands first, and the arrow down leads into the list, which marks a row."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.text().strip():
                self._take(0)
                return True
            if event.key() == Qt.Key.Key_Down and self.rows.rowCount():
                self.list.setFocus()
                return True
        if watched is self.list and event.type() == QEvent.Type.FocusIn and not self._marked():
            self.list.setCurrentIndex(self.rows.index(0))
        return super().eventFilter(watched, event)

    # --- the catalogue

    def _fill(self) -> None:
        _ = self.ctx.translate
        typed = " ".join(self.line.text().split())
        taken = {one.benefit for one in self._asks if one.benefit}
        found = [one for one in search(catalogue(), typed, _) if one.key not in taken]
        rows = [Row(one.key, _(one.name), _(one.about)) for one in found]
        if typed:
            rows.append(Row(OWN, f"“{typed}”", _("Take it in your own words")))
        self.rows.set_rows(rows)
        # What is marked looks chosen. Without a letter typed, nothing is: that is for the person to do.
        self.list.setCurrentIndex(self.rows.index(0) if typed else QModelIndex())
        self.list.scrollToTop()

    def _take(self, row: int) -> None:
        if not 0 <= row < self.rows.rowCount() or len(self._asks) >= FEW:
            return
        key, workbook, label = self.rows.rows()[row].id, self._bridge.workbook, self.ctx.translate("Ask for it")
        benefit = catalogue().find(key)
        self._second = False
        if benefit is not None:
            self._bridge.apply(places.choose(workbook, benefit, self.ctx.translate, label), label=label)
        else:
            words = " ".join(self.line.text().split())
            self._bridge.apply(places.choose_own(workbook, words, label), label=label)
        self.line.clear()

    # --- what is asked for

    def _show_chosen(self) -> None:
        while self._chosen.count():
            item = self._chosen.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        before = stop_before(self.line)
        for one in self._asks:
            row = self._row_of(one)
            self._chosen.addWidget(row)
            put_after(before, row)
            before = stops(row)[-1]
        put_after(before, self.line)
        put_after(self.line, self.list)
        put_after(self.list, self.more)

    def _row_of(self, ask: Term) -> QWidget:
        """An ask that was chosen: its name, what makes it concrete, and the way to take it out."""
        _ = self.ctx.translate
        benefit = catalogue().find(ask.benefit)
        row = QFrame()
        row.setProperty("look", "tag")
        row.setAccessibleName(ask.name)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(Words(ask.name, "strong"))
        words.addWidget(Caption(_(benefit.about) if benefit is not None else _("In your own words")))
        across = QHBoxLayout(row)
        across.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        across.addLayout(words, 1)
        name = _("Ask for something else than {ask}").format(ask=ask.name)
        across.addWidget(IconButton(self.ctx, "close", name, partial(self._drop, ask.id)))
        return row

    def _drop(self, term_id: str) -> None:
        ask = next((one for one in self._bridge.workbook.terms if one.id == term_id), None)
        if ask is not None:
            label = self.ctx.translate("Ask for something else")
            self._bridge.apply(places.drop(ask, self.ctx.translate, label), label=label)
            self.focus_input()

    def _want_second(self) -> None:
        self._second = True
        self.refresh()
        self.line.setFocus()
