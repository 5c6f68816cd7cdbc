"""Margins along the way of reading: Qt mirrors what is in a layout, but not the room it leaves at its sides."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtGui import QGuiApplication


def margins(start: int, top: int, end: int, bottom: int) -> QMargins:
    """So much room where reading begins, above, where it ends, and below, in pixels."""
    if QGuiApplication.isRightToLeft():
        start, end = end, start
    return QMargins(start, top, end, bottom)
