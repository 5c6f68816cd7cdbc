"""Which backups stay: all of two days, then the last of each of 12 days, 10 weeks and 9 months; ten months or more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

ALL_FOR = timedelta(days=2)
"""So long before the newest one, all are kept."""

DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""Before those, the last of so many days that have one, then of so many weeks, then of so many months."""


@dataclass(frozen=True)
class Copy:
    """What matters of a backup here. `good` is false for a file that cannot be read as a backup."""

    name: str
    at: datetime
    good: bool = True


def to_drop(copies: Iterable[Copy]) -> frozenset[str]:
    """The names of the backups that need not be kept any longer.

    What counts is days, weeks and months (of UTC) that have a backup, and ages count from the newest: where none is
    made for a year, nothing is dropped. A file that is no good neither stands for others nor is dropped.
    """
    ordered = sorted((copy for copy in copies if copy.good), key=lambda copy: (copy.at, copy.name), reverse=True)
    older = [copy for copy in ordered if ordered[0].at - copy.at > ALL_FOR]
    dropped: set[str] = set()
    for slot_of, most in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        kept: set[date] = set()
        left: list[Copy] = []
        for copy in older:
            slot = slot_of(copy.at)
            if slot in kept:
                dropped.add(copy.name)
            elif len(kept) < most:
                kept.add(slot)
            else:
                left.append(copy)
        older = left
    return frozenset(dropped).union(copy.name for copy in older)


def _day(at: datetime) -> date:
    return at.astimezone(UTC).date()


def _week(at: datetime) -> date:
    day = _day(at)
    return day - timedelta(days=day.weekday())


def _month(at: datetime) -> date:
    return _day(at).replace(day=1)
