"""How long a workbook's states are kept: the last fifty, then one an hour, then one a day; named ones for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

RECENT = 50
"""So many of the newest states are all kept."""

HOURLY_FOR = timedelta(days=14)
"""Before those, the last state of each hour is kept for this long before the newest state; then of each day."""

LONGEST_PAUSE = timedelta(days=1)
"""So much of the time between two states counts at most. A clock that jumps ahead by years, and perhaps back again,
thus makes nothing old; and who comes back after a month finds what was there before as it was."""


@dataclass(frozen=True)
class Kept:
    """What matters of a state here."""

    number: int
    at: datetime
    named: bool = False


def to_drop(states: Iterable[Kept]) -> frozenset[int]:
    """The numbers of the states of one workbook that need not be kept any longer.

    Order is that of the numbers, so a clock that was set back mixes nothing up; ages count from the newest state,
    pauses cut short, so a workbook nobody touches loses nothing.
    """
    ordered = sorted(states, key=lambda state: state.number, reverse=True)
    dropped: set[int] = set()
    filled: set[tuple[int, ...]] = set()
    for state, age in list(zip(ordered, _ages(ordered), strict=True))[RECENT:]:
        if state.named:
            continue
        at = state.at.astimezone(UTC)
        slot: tuple[int, ...] = (at.year, at.month, at.day)
        if age <= HOURLY_FOR:
            slot = (*slot, at.hour)
        if slot in filled:
            dropped.add(state.number)
        filled.add(slot)
    return frozenset(dropped)


def _ages(newest_first: Sequence[Kept]) -> Iterator[timedelta]:
    age = timedelta(0)
    if newest_first:
        yield age
    for later, earlier in pairwise(newest_first):
        age += min(max(later.at - earlier.at, timedelta(0)), LONGEST_PAUSE)
        yield age
