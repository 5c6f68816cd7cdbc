"""How a window, a card or a frame names its page of the help: once, where it is made."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

TOPIC = "help"
"""A property: whatever stands inside a widget that has it is explained on this page of the help."""
KEY = "F1"


def explain(widget: QWidget, topic: str) -> None:
    """What stands in this widget is explained on this page; in a window over another one, the key works from now on."""
    widget.setProperty(TOPIC, topic)
    lend_key(widget)


def lend_key(widget: QWidget) -> None:
    """Have the key for the help do in a window what it does in the one that it opens over. A part of a window has that
    already."""
    below = widget.parentWidget()
    if widget.isWindow() and below is not None:
        key = QKeySequence(KEY)
        widget.addActions([action for action in below.window().actions() if key in action.shortcuts()])
