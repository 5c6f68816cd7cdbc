"""Watches whether anybody is there: locks after a while without a key or a mouse, and after the computer slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

_LOOK_EVERY = 5_000
"""Milliseconds between two looks at the clock."""

_SLEPT = 60.0
"""Seconds that the clock on the wall may run ahead between two looks before the computer is taken to have slept."""

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class Watch(QObject):
    """`left()` when nobody was there for so long, or the computer slept; once, until there is life again.

    `wall` and `steady` give seconds: the one runs on while the computer sleeps and follows the clock that people set,
    the other does neither.
    """

    left = Signal()

    def __init__(
        self,
        application: QObject,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._wall, self._steady = wall, steady
        self._patience = 0.0
        self._after_sleep = False
        self._lived = steady()
        self._ahead = wall() - steady()
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def keep(self, minutes: int, after_sleep: bool) -> None:
        """How long to wait, in minutes (0: for ever), and whether sleep counts as leaving."""
        self._patience = minutes * 60.0
        self._after_sleep = after_sleep
        self._lived = self._steady()
        self._ahead = self._wall() - self._steady()
        self.stop()
        if minutes or after_sleep:
            self._timer.start()
        if minutes:
            # Asked at every event of the app, so only while there is something to watch for.
            self._application.installEventFilter(self)

    def stop(self) -> None:
        """Watch no more, until `keep` is called again."""
        self._timer.stop()
        self._application.removeEventFilter(self)

    def look(self) -> None:
        """Look at the clocks."""
        now, ahead = self._steady(), self._wall() - self._steady()
        # A clock that was set by hand looks the same as sleep; to lock once too often does no harm.
        slept = self._after_sleep and ahead - self._ahead > _SLEPT
        self._ahead = ahead
        if slept or (self._patience and now - self._lived >= self._patience):
            self._lived = now
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._lived = self._steady()
        return super().eventFilter(watched, event)
