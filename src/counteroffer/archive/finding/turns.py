"""Long work on the archive's one thread, in turns: what was asked for meanwhile, above all a save, comes in between."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from counteroffer.archive.work import Work

T = TypeVar("T")


def in_turns(work: Work, turn: Callable[[], T | None]) -> Future[T]:
    """Take turns on the thread until one of them gives a result. Closing the archive ends it with Fault."""
    done: Future[T] = Future()
    # Between two turns nothing is waiting in a queue that could be called off.
    done.set_running_or_notify_cancel()

    def after(taken: Future[T | None]) -> None:
        error = taken.exception()
        if error is not None:
            done.set_exception(error)
            return
        result = taken.result()
        if result is None:
            go_on()
        else:
            done.set_result(result)

    def go_on() -> None:
        work.do(turn).add_done_callback(after)

    go_on()
    return done
