"""Whether one sees where the keyboard is: a control is painted with it and without it, and the two are compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.focus_order import told

_AROUND = 4
"""Pixels around a control in which its ring may lie."""


def unseen(window: QWidget, stops: Iterable[QWidget], known: set[Hashable]) -> list[str]:
    """The stops that look the same with the keyboard and without. Of each kind, one is looked at in all windows."""
    found = []
    for stop in stops:
        kind = (type(stop), stop.property("kind"), stop.property("look"), stop.property("bare"), type(stop.parent()))
        if kind in known or stop.window() is not window:
            continue
        known.add(kind)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        focused = _picture(stop)
        stop.clearFocus()
        QApplication.processEvents()
        # A caret alone is hard to find: what changes must be twice as much as the control is high.
        if _differing(focused, _picture(stop)) < 2 * min(stop.width(), stop.height()):
            found.append(told(stop))
    return found


def _picture(stop: QWidget) -> QImage:
    # Painted with what is around it: a ring may be its frame's. It need not be scrolled into view.
    place, around = (stop.parentWidget(), stop.geometry()) if not stop.isWindow() else (stop, stop.rect())
    wide = around.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) & place.rect()
    return place.grab(wide).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _differing(one: QImage, other: QImage) -> int:
    """How many pixels differ; all of them if the pictures are not of one size."""
    if one.size() != other.size():
        return one.width() * one.height()
    pairs = zip(memoryview(one.constBits()).cast("I"), memoryview(other.constBits()).cast("I"), strict=True)
    return sum(mine != theirs for mine, theirs in pairs)
