"""How long a workbook's states are kept: the last fifty, then one an hour, then one a day; named ones for ever."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

RECENT = 50
"""So many of the newest states are all kept."""

HOURLY_FOR = timedelta(days=14)
"""Before those, the last state of each hour is kept for this long before the newest state; then of each day."""


@dataclass(frozen=True)
class Kept:
    """What matters of a state here."""

    number: int
    at: datetime
    named: bool = False


def to_drop(states: Iterable[Kept]) -> frozenset[int]:
    """The numbers of the states of one workbook that need not be kept any longer.

    Order is that of the numbers, so a clock that was set back mixes nothing up; ages count from the newest state,
    so a workbook nobody touches loses nothing.
    """
    ordered = sorted(states, key=lambda state: state.number, reverse=True)
    dropped: set[int] = set()
    filled: set[tuple[int, ...]] = set()
    for state in ordered[RECENT:]:
        if state.named:
            continue
        at = state.at.astimezone(UTC)
        slot: tuple[int, ...] = (at.year, at.month, at.day)
        if ordered[0].at - state.at <= HOURLY_FOR:
            slot = (*slot, at.hour)
        if slot in filled:
            dropped.add(state.number)
        filled.add(slot)
    return frozenset(dropped)
