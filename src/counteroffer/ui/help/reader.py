"""Where a help page is read: set anew in each theme, with the words that were looked for marked. It loads nothing."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QBrush, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.help.dressing import dress
from counteroffer.ui.help.handbook import HelpPage
from counteroffer.ui.help.searching import marks
from counteroffer.ui.theme import Size, Space


class Reader(QTextBrowser):
    """Shows one page. What a link does, its owner decides."""

    followed = Signal(str)
    """The address of the link that was clicked, or reached with Tab and followed with Enter."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._page: HelpPage | None = None
        self._words = ""
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        ctx.theme.changed.connect(self._dress)

    def show_page(self, page: HelpPage, words: str = "") -> None:
        """Another page, from its beginning, or from the first of the words that were looked for."""
        self._page, self._words = page, words
        self.setAccessibleName(page.title)
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)  # a window that opens scrolls to where the cursor is
        self.verticalScrollBar().setValue(0)
        found = self.extraSelections()
        if found:
            self._bring_into_view(found[0].cursor)

    def mark(self, words: str) -> None:
        """Mark other words, or none, on the page in view."""
        self._words = words
        self._mark()

    @property
    def marked(self) -> list[str]:
        """The words that are marked, as they stand there."""
        return [one.cursor.selectedText() for one in self.extraSelections()]

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pages have no pictures, and nothing is fetched from anywhere."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow()

    def _dress(self) -> None:
        if self._page is None:
            return
        at = self.verticalScrollBar().value()
        dress(self.document(), self._page.text, self._ctx.theme, self._ctx.theme.colours)
        self._narrow()
        self._mark()
        self.verticalScrollBar().setValue(at)

    def _narrow(self) -> None:
        """No line is longer than is good for reading; the text stands in the middle of a wide window."""
        spare = max(0, self.viewport().width() - Size.COLUMN) / 2
        shape = self.document().rootFrame().frameFormat()
        sides = Space.XL + spare
        if shape.leftMargin() != sides:
            shape.setMargin(Space.XL)
            shape.setLeftMargin(sides)
            shape.setRightMargin(sides)
            self.document().rootFrame().setFrameFormat(shape)

    def _mark(self) -> None:
        colours = self._ctx.theme
        found: list[QTextEdit.ExtraSelection] = []
        # The raw text has a sign for every place a cursor can be at, so the places agree.
        for start, end in marks(self.document().toRawText(), self._words):
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setBackground(QBrush(colours.colour("warning_soft")))
            look.setForeground(QBrush(colours.colour("text")))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(colours.colour("warning"))
            one.cursor, one.format = cursor, look
            found.append(one)
        self.setExtraSelections(found)

    def _bring_into_view(self, cursor: QTextCursor) -> None:
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(max(0, top - self.viewport().height() // 3))
