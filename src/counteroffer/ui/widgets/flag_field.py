"""Yes or no: a box to tick, with its words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Space
from counteroffer.ui.widgets.field import Check, FieldEditor, FieldTexts
from counteroffer.ui.widgets.labels import FieldLabel


class _Box(QCheckBox):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Beside(FieldLabel):
    """The words beside the box, which a check box of Qt's own could not wrap."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class FlagField(FieldEditor):
    """Commits True or False."""

    def __init__(
        self, ctx: UiContext, texts: FieldTexts, check: Check | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, texts, check, parent)
        self.without_label()
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, Space.XS, 0, Space.XS)
        line.setSpacing(Space.XS)
        self.input = _Box()
        words = _Beside(self.label)
        line.addWidget(self.input, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        self._put(row, self.input)
        words.setBuddy(self.input)
        words.clicked.connect(self.input.click)
        self.input.clicked.connect(self._ticked)
        self.input.left.connect(self._left)

    def _ticked(self) -> None:
        self._edited()
        self.sealed.emit()

    def _normal(self, value: object) -> object:
        return bool(value)

    def _read(self) -> object:
        return self.input.isChecked()

    def _write(self, value: object) -> None:
        self.input.setChecked(bool(value))

    def _raw(self) -> object:
        return self.input.isChecked()

    def _restore(self, raw: object) -> None:
        self._write(raw)
