"""A frame around an input: whoever gives it the keyboard gives it to the input.

Qt's own focus proxies are not used for this. Where such a frame comes behind its input in the order of Tab, as it does
once the input has been put elsewhere, it leads Tab back into the input, and nobody gets out with the keyboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

# A widget can have only one of Qt's classes above it, so this is mixed in beside that one.
if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Leading(_Widget):
    """`lead_to` says which input; until then it takes the keyboard itself."""

    _input: QWidget | None = None

    def lead_to(self, widget: QWidget) -> None:
        """Hand the keyboard on to this input."""
        self._input = widget

    def led_to(self) -> QWidget:
        """What has the keyboard when this is given it."""
        return self._input or self

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self._input is not None:
            self._input.setFocus(reason)
        else:
            super().setFocus(reason)

    def hasFocus(self) -> bool:
        return self._input.hasFocus() if self._input is not None else super().hasFocus()
