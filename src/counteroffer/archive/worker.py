"""One thread for all work with the archive, so that work is done in the order it was asked for and never twice at
once. What goes wrong there comes out of the future in plain words."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from counteroffer.archive.faults import CLOSED, plainly
from counteroffer.domain.errors import Fault

T = TypeVar("T")


def told_plainly(task: Callable[[], T]) -> T:
    """Do it; what goes wrong on the machine or with the input is raised as Fault or BadInput."""
    with plainly():
        return task()


class Worker:
    """The thread and its queue.

    Should the program end without `close`, the interpreter still waits until all that was asked for is done.
    """

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="archive")

    def submit(self, task: Callable[[], T]) -> Future[T]:
        """Ask for something to be done; returns at once. After `close` the future fails with Fault."""
        try:
            return self._pool.submit(told_plainly, task)
        except RuntimeError:
            # Closed, or the interpreter is on its way out: either way nothing more will be done.
            refused: Future[T] = Future()
            refused.set_exception(Fault(CLOSED))
            return refused

    def close(self) -> None:
        """Take nothing more, and wait until everything that was asked for is done."""
        self._pool.shutdown(wait=True)
