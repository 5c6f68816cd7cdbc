"""What screen readers are told of widgets that Qt knows too little of: charts, papers, and buttons that unfold a part.

Such a widget says itself what it is, see `Spoken`. Qt asks here once for each widget, and only while somebody listens.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget


@runtime_checkable
class Spoken(Protocol):
    """A widget that is more to a listener than a place on the screen."""

    spoken_role: QAccessible.Role

    def spoken_value(self) -> str:
        """What it shows just now; empty where that is said otherwise."""


@cache
def teach_access() -> None:
    """Have Qt ask the app about its own widgets. Once is enough for all windows."""
    QAccessible.installFactory(_interface)


def _interface(_kind: str, held: QObject) -> QAccessibleWidget | None:
    if not isinstance(held, QWidget) or not isinstance(held, Spoken):
        return None
    return _Unfolding(held) if isinstance(held, QAbstractButton) else _Picture(held, held.spoken_role)


class _Picture(QAccessibleWidget):
    """Something to look at that is told in words."""

    def text(self, kind: QAccessible.Text) -> str:
        held = self.object()
        if kind is QAccessible.Text.Value and isinstance(held, Spoken):
            return held.spoken_value()
        return super().text(kind)


class _Unfolding(QAccessibleWidget):
    """A button that brings a part of the page into view: it is open or folded, not ticked."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.Button)

    def state(self) -> QAccessible.State:
        button, state = self.object(), super().state()
        if isinstance(button, QAbstractButton):
            state.expandable = True
            state.expanded = button.isChecked()
            state.collapsed = not button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        button = self.object()
        if name == QAccessibleActionInterface.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)
