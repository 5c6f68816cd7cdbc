"""What does not fit: words that are cut, and neighbours that lie over one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

from tests.ui.pseudo import cut

_SOLID = (QLabel, QAbstractButton, QLineEdit, QComboBox)
_HAIR = 2
"""Pixels by which rounding may be out."""


def misfits(window: QWidget) -> list[str]:
    """Labels and buttons smaller than their words, neighbours that overlap, and what lies outside of the window."""
    seen = list(_in_view(window))
    found = [fault for part in seen for fault in _over_one_another(part)]
    return [*cut(window), *found, *_wider_than_the_view(window, seen)]


def _in_view(part: QWidget) -> Iterator[QWidget]:
    """A part and all in it that is shown, without the windows that belong to it."""
    yield part
    for child in part.children():
        if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
            yield from _in_view(child)


def _over_one_another(parent: QWidget) -> list[str]:
    children = [one for one in parent.children() if isinstance(one, _SOLID) and not one.isHidden()]
    found = []
    for one, other in combinations(children, 2):
        shared = one.geometry() & other.geometry()
        if shared.width() > _HAIR and shared.height() > _HAIR:
            found.append(f"{_told(one)} over {_told(other)}")
    return found


def _wider_than_the_view(window: QWidget, seen: list[QWidget]) -> list[str]:
    """Pages scroll up and down only: what is wider than the page is out of reach."""
    found = []
    for one in seen:
        if isinstance(one, QScrollArea) and one.widget() is not None:
            if one.widget().width() > one.viewport().width() + _HAIR:
                found.append(f"{type(one).__name__}: {one.widget().width()} in {one.viewport().width()}")
        elif isinstance(one, _SOLID):
            place = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
            if place.right() > window.width() + _HAIR:
                found.append(f"{_told(one)} ends at {place.right()} of {window.width()}")
    return found


def _told(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else widget.accessibleName()
    return f"{type(widget).__name__} {words!r}"
