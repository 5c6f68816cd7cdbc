"""Long reckoning cut into slices, between which the window answers to keys and paints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import thread_time
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")

SLICE = 0.006
"""Seconds of work after which the window has its turn; a slice ends with the result that goes past it."""


class Slices(QObject, Generic[T]):
    """One piece of work at a time, whose results come one by one. Whoever starts another gives up the one before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._results: Iterator[T] = iter(())
        self._found: list[T] = []
        self._done: Callable[[tuple[T, ...]], None] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def start(self, results: Iterable[T], done: Callable[[tuple[T, ...]], None]) -> None:
        """Begin at once; `done` is called with all results, before this returns if one slice was enough."""
        self.stop()
        self._results, self._found, self._done = iter(results), [], done
        self._go_on()

    def stop(self) -> None:
        """Give it up: what it is about has changed."""
        self._next.stop()
        self._done = None

    def _go_on(self) -> None:
        began = thread_time()
        for result in self._results:
            self._found.append(result)
            if thread_time() - began >= SLICE:
                self._next.start()
                return
        done, self._done = self._done, None
        if done is not None:
            done(tuple(self._found))
