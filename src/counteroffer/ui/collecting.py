"""Rubbish is collected on the window's thread only, and at moments of its own choosing.

Python looks for cycles on whichever thread happens to make an object. What belongs to Qt must go on the thread on which
it lives: freed on the archive's, it takes the program with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000
"""Milliseconds between two looks whether there is enough of it."""


class Collector(QObject):
    """Takes collecting over from Python, until `give_back`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # What is loaded by now stays to the end. Looking through it again would be felt while one types.
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        for generation in (2, 1, 0):
            due = gc.get_threshold()[generation]
            if due and gc.get_count()[generation] > due:
                gc.collect(generation)
                return

    def give_back(self) -> None:
        """Let Python collect when it likes again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
