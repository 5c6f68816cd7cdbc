"""Dialogs as high as what is in them: text that wraps says how high it gets only once it knows its width."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def fit_height(window: QWidget) -> None:
    """Make a window as wide as it needs to be, and then as high as that asks for."""
    window.adjustSize()
    layout = window.layout()
    if layout is None:
        return
    layout.activate()
    # A least width that is set on a window hides from Qt how much its words need.
    width = max(window.width(), layout.totalMinimumSize().width())
    window.resize(width, layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else window.height())
