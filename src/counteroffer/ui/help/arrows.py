"""The signs for back and on: they point the way one reads."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def arrows() -> tuple[str, str]:
    """The icons for the page or step before and for the next one."""
    if QGuiApplication.isRightToLeft():
        return "chevron-right", "chevron-left"
    return "chevron-left", "chevron-right"
