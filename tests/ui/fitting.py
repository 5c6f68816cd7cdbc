"""What does not fit: words that are cut, and neighbours that lie over one another."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

from tests.ui.pseudo import cut

_SOLID = (QLabel, QAbstractButton, QLineEdit, QComboBox)
_HAIR = 2
"""Pixels by which rounding may be out."""


def misfits(window: QWidget) -> list[str]:
    """Labels and buttons smaller than their words, neighbours that overlap, and what lies outside of the window."""
    return [*cut(window), *_overlaps(window), *_wider_than_the_view(window)]


def _overlaps(window: QWidget) -> list[str]:
    found = []
    for parent in [window, *window.findChildren(QWidget)]:
        if not parent.isVisibleTo(window):
            continue
        children = [one for one in parent.children() if isinstance(one, _SOLID) and one.isVisibleTo(window)]
        for one, other in combinations(children, 2):
            shared = one.geometry() & other.geometry()
            if shared.width() > _HAIR and shared.height() > _HAIR:
                found.append(f"{_told(one)} over {_told(other)}")
    return found


def _wider_than_the_view(window: QWidget) -> list[str]:
    """Pages scroll up and down only: what is wider than the page is out of reach."""
    found = []
    for area in window.findChildren(QScrollArea):
        inner = area.widget()
        if inner is None or not area.isVisibleTo(window) or inner.width() <= area.viewport().width() + _HAIR:
            continue
        found.append(f"{type(area).__name__}: {inner.width()} in {area.viewport().width()}")
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, _SOLID):
            continue
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if widget.isVisibleTo(window) and widget.window() is window and place.right() > window.width() + _HAIR:
            found.append(f"{_told(widget)} ends at {place.right()} of {window.width()}")
    return found


def _told(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else widget.accessibleName()
    return f"{type(widget).__name__} {words!r}"
