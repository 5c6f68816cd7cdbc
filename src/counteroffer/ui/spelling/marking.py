"""A long text with a wavy line under the words that no dictionary knows, and a menu that offers others."""

from __future__ import annotations

import re
from concurrent.futures import Future

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu

from counteroffer.ui.context import UiContext
from counteroffer.ui.waiting import when_done
from counteroffer.ui.widgets.inputs import TextInput

LONGEST = 20_000
"""Letters of a text whose words are looked at; what is longer is a contract that was pasted, and somebody else's."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def words_in(text: str) -> list[tuple[int, str]]:
    """Where words begin, and the words. Left out are single letters, short forms in capitals, and what belongs to a
    number or an address."""
    return [
        (found.start(), word)
        for found in _WORD.finditer(text)
        if len(word := found.group()) > 1
        and not word.isupper()
        and not _in_an_address(text, found.start(), found.end())
    ]


def _in_an_address(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 2]
    return (
        before in ("@", "/", "_")
        or before.isdigit()
        or after[:1] in ("@", "/", "_")
        or after[:1].isdigit()
        or (after[:1] == "." and after[1:].isalpha())
        or (before == "." and text[start - 2 : start - 1].isalnum())
    )


class Marking(QObject):
    """Follows one text input; it costs nothing where there is no dictionary."""

    def __init__(self, ctx: UiContext, where: TextInput) -> None:
        super().__init__(where)
        self._ctx, self._where = ctx, where
        self.lines: _Lines | None = None
        ctx.spelling.changed.connect(self._follow)
        where.menu_wanted.connect(self._offer)
        self._follow()

    def _follow(self) -> None:
        if self._ctx.spelling.is_on and self.lines is None:
            self.lines = _Lines(self._ctx, self._where.document())
        elif self._ctx.spelling.is_on and self.lines is not None:
            self.lines.rehighlight()
        elif self.lines is not None:
            self.lines.setDocument(None)
            self.lines.deleteLater()
            self.lines = None

    def _offer(self, menu: QMenu, cursor: QTextCursor) -> None:
        """Put other words for a marked one on top of the menu; they come as soon as they are found."""
        _, spelling = self._ctx.translate, self._ctx.spelling
        at = cursor.positionInBlock()
        hit = next((one for one in words_in(cursor.block().text()) if one[0] <= at <= one[0] + len(one[1])), None)
        if self.lines is None or hit is None or self._where.isReadOnly() or not spelling.is_wrong(hit[1]):
            return
        start, word = cursor.block().position() + hit[0], hit[1]
        add = QAction(_("Add to my words"), menu)
        add.triggered.connect(lambda: spelling.add(word))
        first = menu.actions()[0]
        menu.insertAction(first, add)
        menu.insertSeparator(first)

        def suggest(done: Future[list[str]]) -> None:
            for other in done.result() if done.exception() is None else ():
                action = QAction(other.replace("&", "&&"), menu)
                action.triggered.connect(lambda _checked=False, other=other: self._replace(start, word, other))
                menu.insertAction(add, action)

        when_done(menu, spelling.suggestions(word), suggest)

    def _replace(self, start: int, word: str, other: str) -> None:
        cursor = QTextCursor(self._where.document())
        cursor.setPosition(start)
        cursor.setPosition(start + len(word), QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == word:
            cursor.insertText(other)


class _Lines(QSyntaxHighlighter):
    """The wavy lines. A paragraph is looked at when it changes, which asks no dictionary: only what is known counts."""

    def __init__(self, ctx: UiContext, document: QTextDocument) -> None:
        super().__init__(document)
        self._ctx = ctx
        ctx.spelling.found_wrong.connect(self._on_found)
        ctx.theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        if self.document().characterCount() > LONGEST:
            return
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        wavy.setUnderlineColor(self._ctx.theme.colour("error"))
        for start, word in words_in(text):
            if self._ctx.spelling.is_wrong(word):
                self.setFormat(start, len(word), wavy)

    def _on_found(self, wrong: set[str]) -> None:
        block = self.document().firstBlock()
        while block.isValid() and self.document().characterCount() <= LONGEST:
            if any(word in wrong for _start, word in words_in(block.text())):
                self.rehighlightBlock(block)
            block = block.next()
