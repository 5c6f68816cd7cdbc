"""Where Tab goes in a window, and where that is not the order in which one reads."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_MOST = 400
"""More stops than any window has: whoever has not come round by then never does."""
_WITHIN = 40
"""Tabs that may stay within one stop: a text goes from link to link."""
_TOUCH = 3
"""Pixels by which two neighbours may overlap."""


def stops(window: QWidget) -> tuple[list[QWidget], str]:
    """What takes the keyboard, one Tab after the other until it comes round; and where it is caught, if it is."""
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    found: list[QWidget] = []
    here = QApplication.focusWidget()
    while here is not None and here not in found:
        if len(found) == _MOST:
            return found, "no end"
        found.append(here)
        for _press in range(_WITHIN):
            QTest.keyClick(here, Qt.Key.Key_Tab)
            if QApplication.focusWidget() is not here:
                break
        else:
            return found, f"no way on from {told(here)}" if len(found) > 1 else ""
        here = QApplication.focusWidget()
    first = found.index(here) if here is not None else 0
    return found, f"from {told(found[-1])} to {told(found[first])}, never back to {told(found[0])}" if first else ""


def against_reading(window: QWidget, order: list[QWidget]) -> list[str]:
    """The steps that go back up, or back along the line."""
    return [
        f"{told(one)} → {told(other)}"
        for one, other in pairwise(order)
        if one.window() is window and other.window() is window and not _follows(window, one, other)
    ]


def told(widget: QWidget) -> str:
    """A widget as a person would call it."""
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def _follows(window: QWidget, one: QWidget, other: QWidget) -> bool:
    before, after = _parts(one, other)
    first, then = _place(before, window), _place(after, window)
    if first.top() < then.bottom() - _TOUCH and then.top() < first.bottom() - _TOUCH:
        return then.left() >= first.right() - _TOUCH
    return then.top() >= first.bottom() - _TOUCH


def _parts(one: QWidget, other: QWidget) -> tuple[QWidget, QWidget]:
    """The largest parts that hold the one and not the other: a column beside another is read as a whole."""
    above = [one]
    while (parent := above[-1].parentWidget()) is not None:
        above.append(parent)
    while (parent := other.parentWidget()) is not None and parent not in above:
        other = parent
    at = above.index(parent) if parent in above else len(above)
    return above[max(0, at - 1)], other


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
