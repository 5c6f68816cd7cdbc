"""A language that nobody speaks: every translated text stands in marks, with accents, a third longer than in English.

What carries no marks on screen was not translated; what is cut would be cut in German or Finnish as well.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from counteroffer.domain.base import Frozen
from counteroffer.domain.workbook import Workbook
from tests.message_tool import message_tool

OPEN, CLOSE = "⟦", "⟧"
_ACCENTS = str.maketrans("aeiouAEIOUcnsyz", "áéíóúÁÉÍÓÚçñšýž")
_LONGER = 0.35
_FIELD = re.compile(r"(\{[^{}]*\})")
_WORD = re.compile(r"[A-Za-z]{2,}")
_CODE = re.compile(r"\b[A-Z]{2,3}\b|\b(?:Ctrl|Alt|Shift|Del|Counteroffer)\b")
"""What is the same in every language: codes of currencies and files, keys, the app's own name."""


@cache
def known() -> frozenset[str]:
    """All texts that translators are given."""
    found: set[str] = set()
    for message in message_tool().collect():
        found |= {message.id} if isinstance(message.id, str) else set(message.id)
    return frozenset(found)


def pseudo(text: str) -> str:
    """The text in that language; one that no translator would see stays as it is. What is filled in keeps its name."""
    if text not in known():
        return text
    parts = [part if _FIELD.fullmatch(part) else part.translate(_ACCENTS) for part in _FIELD.split(text)]
    return f"{OPEN}{''.join(parts)}{'·' * round(len(text) * _LONGER)}{CLOSE}"


def untranslated(window: QWidget, workbook: Workbook, own: set[str]) -> set[str]:
    """The visible texts, and those read aloud, that neither carry the marks nor come from the workbook or `own`."""
    written = sorted(own | _texts(workbook), key=len, reverse=True)
    found = set()
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window):
            continue
        for text in _said(widget):
            if _WORD.search(_without(text, written)):
                found.add(f"{type(widget).__name__}: {text}")
    return found


def _said(widget: QWidget) -> list[str]:
    texts = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    if isinstance(widget, (QLabel, QAbstractButton)):
        texts.append(widget.text())
    elif isinstance(widget, (QLineEdit, QPlainTextEdit)):
        texts.append(widget.placeholderText())
    elif isinstance(widget, QComboBox):
        texts.append(widget.currentText())
    return [text for text in texts if text]


def _without(text: str, written: list[str]) -> str:
    """What is left of a text without what stands in marks, what a person wrote, and codes such as EUR."""
    left, depth = [], 0
    for letter in text:
        depth += letter == OPEN
        if depth == 0:
            left.append(letter)
        depth -= letter == CLOSE and depth > 0
    rest = "".join(left)
    for one in written:
        rest = rest.replace(one, "")
    return _CODE.sub("", rest)


def _texts(held: object) -> set[str]:
    """Everything that a person wrote in a workbook."""
    if isinstance(held, str):
        return {held.strip()} - {""}
    if isinstance(held, tuple):
        return set().union(*map(_texts, held))
    if isinstance(held, Frozen):
        return set().union(*(_texts(getattr(held, name)) for name in type(held).model_fields))
    return set()


def cut(window: QWidget) -> set[str]:
    """The labels and buttons in view that are narrower or lower than their text needs."""
    found = set()
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text() or not widget.isVisibleTo(window):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            short = widget.height() < widget.heightForWidth(widget.width())
        elif isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
            short = False
        else:
            short = widget.width() < widget.minimumSizeHint().width()
        if short:
            found.add(f"{type(widget).__name__} {widget.width()}×{widget.height()}: {widget.text()}")
    return found
