"""What is reckoned from the workbook follows it: a moment after the last keystroke, and only while it is in view."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from counteroffer.domain.edits import Path
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.theme import Duration

FIGURES: tuple[Path, ...] = (("situation", "pay"), ("situation", "currency"), ("packages", "reckoning"), ("terms",))
"""Everything that a worth can hang on: the other terms too, for pay is one of them."""


class Live(QWidget):
    """Shows something that hangs on the workbook; a subclass says on what, and how it is shown."""

    watched: tuple[Path, ...] = FIGURES

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        self._stale = True
        self._rest = QTimer(self, singleShot=True, interval=Duration.FIGURES)
        self._rest.timeout.connect(self.catch_up)
        bridge.changed.connect(self._on_change)

    def refresh(self) -> None:
        """Show the workbook as it now stands."""
        raise NotImplementedError

    def catch_up(self) -> None:
        """Show what changed since it was last shown, if anything did."""
        self._rest.stop()
        if self._stale:
            self._stale = False
            self.refresh()

    def turn_to(self) -> None:
        """Something else is to be shown: now, if it is in view."""
        self._stale = True
        if self._awake:
            self.catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while another page was in view is made up for."""
        super().showEvent(event)
        self.catch_up()

    def _on_change(self, change: Change) -> None:
        if any(change.touches(*path) for path in self.watched):
            self._stale = True
            if self._awake:
                self._rest.start()

    @property
    def _awake(self) -> bool:
        """In view, or put away by itself: what hides because it has nothing to show must notice when it has."""
        return self.isVisible() or self.isHidden()
