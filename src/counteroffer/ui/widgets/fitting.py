"""How large windows are: dialogs as high as what is in them, others as is usual, and none larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from counteroffer.ui.theme.tokens import Space

FRAME = QSize(Space.S, Space.XXL + Space.L)
"""Pixels that the system puts around a window: its title above, thin edges elsewhere."""


def fit_height(window: QWidget) -> None:
    """Make a window as wide as it needs to be, and then as high as that asks for: text that wraps says how high it gets
    only once it knows its width."""
    window.adjustSize()
    layout = window.layout()
    if layout is None:
        return
    layout.activate()
    # A least width that is set on a window hides from Qt how much its words need.
    width = max(window.width(), layout.totalMinimumSize().width())
    window.resize(width, layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else window.height())


def fit_screen(window: QWidget, usual: QSize) -> None:
    """Make a window as large as is usual, or as its screen has room for: what stands at its foot must be in reach."""
    window.resize(usual.boundedTo(window.screen().availableSize() - FRAME))
