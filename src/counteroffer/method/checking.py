"""All checks together: how every point stands, how far each tab has come, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from counteroffer.domain.workbook import Workbook
from counteroffer.method import alternatives, justifications, offer, priorities, research
from counteroffer.method.guidance import Point, points
from counteroffer.method.result import Check, CheckPoint, State

CHECKS: Mapping[str, CheckPoint] = MappingProxyType(
    {**offer.CHECKS, **research.CHECKS, **priorities.CHECKS, **justifications.CHECKS, **alternatives.CHECKS}
)
"""The checks by the id of their point."""


@dataclass(frozen=True)
class Standing:
    """A point with its texts and how it stands."""

    point: Point
    check: Check


def standings(workbook: Workbook, today: date) -> tuple[Standing, ...]:
    """How every point that has a check stands, in the order of the work."""
    return tuple(one_by_one(workbook, today))


def one_by_one(workbook: Workbook, today: date) -> Iterator[Standing]:
    """The same, each looked at when it is asked for."""
    for point in points():
        if point.id in CHECKS:
            yield Standing(point, CHECKS[point.id](workbook, today))


def progress(found: tuple[Standing, ...], tab: str) -> Fraction | None:
    """How far a tab has come, from 0 to 1; None where no point of it is needed."""
    counted = [one.check.state for one in found if one.point.tab == tab and one.check.state is not State.NOT_NEEDED]
    if not counted:
        return None
    return Fraction(sum(state is State.DONE for state in counted), len(counted))


def next_open(found: tuple[Standing, ...], tab: str | None = None) -> Standing | None:
    """The first open point, of one tab or of all; None if nothing is open."""
    return next((one for one in found if one.check.state is State.OPEN and (tab is None or one.point.tab == tab)), None)
