"""Pictures of an ask: where the offer and what is asked for stand in the range that was found."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from counteroffer.documents.content.blocks import Point, RangeStrip
from counteroffer.documents.content.drops import Drop
from counteroffer.documents.content.format import Format
from counteroffer.domain.levels import Kind, Unit, Value, ValueRange, number

_DRAWN = (Kind.AMOUNT, Kind.PERCENT, Kind.NUMBER)
"""What lies on a scale. A yes or a day does not become clearer by drawing it."""


def picture(
    unit: Unit,
    ranges: Iterable[tuple[Unit | None, ValueRange]],
    offered: Value | None,
    asked: tuple[str, Value | None],
    way: str,
    fmt: Format,
) -> RangeStrip | None:
    """The first range that is counted as the ask is, with both marks; without one, the way from offer to ask.

    `way` is the title of that way: it names the level at its end.
    """
    if unit.kind not in _DRAWN:
        return None
    held = ((fmt.tr("offered"), offered, False), (*asked, True))
    marks = [(words, at, full) for words, value, full in held if (at := number(value)) is not None]
    for counted, found in ranges:
        low, typical, high = (number(value) for value in (found.low, found.typical, found.high))
        if counted is unit and low is not None and high is not None and marks and low < high:
            if typical is not None and not low <= typical <= high:
                continue
            ends = (fmt.figure(found.low), low), (fmt.figure(found.high), high)
            known = (fmt.tr("typical"), typical) if typical is not None else None
            return _strip(fmt.tr("Range"), ends, known, marks, True)
    if len(marks) == len(held) and marks[0][1] != marks[1][1]:
        ends = (fmt.figure(offered), marks[0][1]), (fmt.figure(asked[1]), marks[1][1])
        return _strip(way, ends, None, marks, False)
    return None


_Figure = tuple[str, Decimal]


def _strip(
    title: str,
    ends: tuple[_Figure, _Figure],
    typical: _Figure | None,
    marks: list[tuple[str, Decimal, bool]],
    is_range: bool,
) -> RangeStrip:
    figures = [*(at for _, at in ends), *(at for _, at, _ in marks)]
    least = min(figures)
    span = max(figures) - least

    def point(words: str, at: Decimal, full: bool = False) -> Point:
        return Point(words, float((at - least) / span), full)

    # A way may lead downwards: fewer hours are more. It is drawn from the smaller figure all the same.
    low, high = sorted(ends, key=lambda end: end[1])
    return RangeStrip(
        title,
        point(*low),
        point(*high),
        point(*typical) if typical else None,
        tuple(point(*mark) for mark in marks),
        is_range,
        int(Drop.PICTURES),
    )
