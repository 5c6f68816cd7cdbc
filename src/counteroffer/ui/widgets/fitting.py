"""Dialogs as high as what is in them: text that wraps says how high it gets only once it knows its width."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def fit_height(window: QWidget) -> None:
    """Make a window as wide as it needs to be, and then as high as that asks for."""
    window.adjustSize()
    layout = window.layout()
    if layout is not None and layout.hasHeightForWidth():
        layout.activate()
        window.resize(window.width(), max(window.height(), layout.totalHeightForWidth(window.width())))
