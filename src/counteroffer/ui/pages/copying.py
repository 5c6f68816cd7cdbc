"""Copying a text to the clipboard: a quiet button below its field, and a word that it worked.

card.add(with_copy(form.field("line")))
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counteroffer.ui.theme import Duration, Size, Space
from counteroffer.ui.widgets import Caption, FieldEditor, IconButton, LineField, TextField, announce

E = TypeVar("E", bound=FieldEditor)


def with_copy(editor: E) -> E:
    """A text field with a button that copies what stands in it. Returns the field."""
    if not isinstance(editor, (LineField, TextField)):
        raise TypeError(f"{editor.label} holds no text")
    editor.add_action(CopyButton(editor))
    return editor


class CopyButton(QWidget):
    """The button, and beside it for a moment that it has worked. It is there while there is something to copy."""

    def __init__(self, editor: LineField | TextField) -> None:
        super().__init__()
        _ = editor.ctx.translate
        self._editor = editor
        self.note = Caption()
        self.note.setWordWrap(False)
        name = _("Copy: {field}").format(field=editor.label)
        self.button = IconButton(editor.ctx, "copy", name, self.copy, size=Size.ICON_SMALL)
        self.button.setProperty("kind", "tiny")
        self.button.setMinimumSize(Space.XL, Space.XL)
        # The room is kept while there is nothing to copy, so that nothing moves at the first letter.
        policy = self.button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.button.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.note)
        row.addWidget(self.button)
        self._end = QTimer(self, singleShot=True, interval=Duration.NOTE)
        self._end.timeout.connect(self._quiet)
        editor.input.textChanged.connect(self._show)
        self._show()

    def copy(self) -> None:
        """Put the text on the clipboard."""
        words = self._editor.ctx.translate("Copied")
        QGuiApplication.clipboard().setText(self._editor.input.text())
        self.note.setText(words)
        self.button.setIcon(self._editor.ctx.icon("check"))
        announce(self, words)
        self._end.start()

    def _quiet(self) -> None:
        self.note.setText("")
        self.button.setIcon(self._editor.ctx.icon("copy"))

    def _show(self) -> None:
        has_text = bool(self._editor.input.text().strip())
        self.button.setVisible(has_text)
        if self._end.isActive():
            self._end.stop()
            self._quiet()
