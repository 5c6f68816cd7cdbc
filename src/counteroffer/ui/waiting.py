"""Waiting for the archive without holding up the window: its answer comes back on this thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from counteroffer.domain.errors import BadInput, Fault

Answer = TypeVar("Answer")


class _Carrier(QObject):
    """Carries an answer from the archive's thread to the one on which this object lives."""

    arrived = Signal(object)


def when_done(owner: QObject, future: Future[Any], then: Callable[[Future[Any]], None]) -> None:
    """Call `then` with the finished future on the owner's thread; never, if the owner is gone by then."""
    # It belongs to nobody: the archive's thread may be using it while the owner is torn down on this one.
    carrier = _Carrier()

    def arrived(done: Future[Any]) -> None:
        carrier.deleteLater()
        if isValid(owner):
            then(done)

    carrier.arrived.connect(arrived)
    future.add_done_callback(carrier.arrived.emit)


def when_answered(
    owner: QObject,
    future: Future[Answer],
    then: Callable[[Answer], object],
    refused: Callable[[BadInput | Fault], object],
    busy: QWidget | None = None,
) -> None:
    """Call `then` with the archive's answer, or `refused` with why there is none; `busy` is off until one is there."""

    def arrived(done: Future[Answer]) -> None:
        if busy is not None:
            busy.setEnabled(True)
        try:
            answer = done.result()
        except (BadInput, Fault) as problem:
            refused(problem)
        else:
            then(answer)

    if busy is not None:
        busy.setEnabled(False)
    when_done(owner, future, arrived)
