"""How much memory something needs at most."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def peak(task: Callable[[], T]) -> tuple[T, int]:
    """What the task gives, and the most bytes that Python held for it at one time."""
    tracemalloc.start()
    try:
        result = task()
        return result, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
