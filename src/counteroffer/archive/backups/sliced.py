"""Long work on the archive's thread in small steps, so that a save waits for one step and not for the whole.

Long work is a generator: wherever it yields, what else was asked for may be done first. One is done after the other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator
from concurrent.futures import Future
from typing import Any, TypeVar

from counteroffer.archive.work import Work
from counteroffer.archive.worker import told_plainly

T = TypeVar("T")

Steps = Generator[None, None, T]


def at_once(steps: Steps[T]) -> T:
    """Take all steps and return what comes of them."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


class Sliced:
    """The long work of one open archive that is under way or waits for its turn."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._waiting: deque[tuple[Steps[Any], Future[Any]]] = deque()

    def start(self, steps: Steps[T]) -> Future[T]:
        """Do this after all long work that was asked for before, step by step."""
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        begun = self._work.do(lambda: self._enqueue(steps, future))
        begun.add_done_callback(lambda done: _pass_on_refusal(done, future))
        return future

    def finish_all(self) -> None:
        """Take all steps that are left, without a pause. Only on the archive's thread: before the connection is
        closed or exchanged."""
        while self._waiting:
            self._step()

    def _enqueue(self, steps: Steps[Any], future: Future[Any]) -> None:
        self._waiting.append((steps, future))
        if len(self._waiting) == 1:
            self._go_on()

    def _go_on(self) -> None:
        if self._waiting:
            self._step()
        if self._waiting:
            # Refused only once the archive is being closed, which finishes all of it anyway.
            self._work.do(self._go_on)

    def _step(self) -> None:
        steps, future = self._waiting[0]
        try:
            ended, result = told_plainly(lambda: _next(steps))
        except BaseException as error:  # noqa: BLE001 - whatever it is belongs to whoever waits for the result
            self._waiting.popleft()
            future.set_exception(error)
        else:
            if ended:
                self._waiting.popleft()
                future.set_result(result)


def _next(steps: Steps[T]) -> tuple[bool, T | None]:
    try:
        next(steps)
    except StopIteration as end:
        return True, end.value
    return False, None


def _pass_on_refusal(begun: Future[None], future: Future[Any]) -> None:
    error = begun.exception()
    if error is not None and not future.done():
        future.set_exception(error)
