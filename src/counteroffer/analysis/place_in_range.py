"""Where a figure stands in a researched range (M13): the words for the picture, and for whoever does not see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from counteroffer.domain.base import Choice
from counteroffer.domain.levels import Value, ValueRange, number
from counteroffer.domain.words import N_

_NEAR = Fraction(1, 3)
"""The part of the way from typical to an end within which a figure still is near one of the two."""
UPSIDE_DOWN = N_("This range is upside down: low comes first, then typical, then high.")


class Place(Choice):
    """Where a figure stands in a range, read after “stands”."""

    BELOW = "below", N_("below the range")
    LOW_END = "low_end", N_("at the low end")
    LOWER = "lower", N_("between low and typical")
    BIT_LOWER = "bit_lower", N_("a little below typical")
    UNDER_TYPICAL = "under_typical", N_("below typical")
    TYPICAL = "typical", N_("right at typical")
    OVER_TYPICAL = "over_typical", N_("above typical")
    BIT_HIGHER = "bit_higher", N_("a little above typical")
    HIGHER = "higher", N_("between typical and high")
    HIGH_END = "high_end", N_("at the high end")
    ABOVE = "above", N_("above the range")
    WITHIN = "within", N_("within the range")


class Mark(Choice):
    """What is held against a range. The words take the level and the place."""

    OFFER = "offer", N_("the offer, {level}, stands {place}")
    ASK = "ask", N_("your target, {level}, stands {place}")
    TODAY = "today", N_("what you have today, {level}, stands {place}")


class End(Choice):
    """The three figures of a range."""

    LOW = "low", N_("Low: {level}")
    TYPICAL = "typical", N_("Typical: {level}")
    HIGH = "high", N_("High: {level}")


@dataclass(frozen=True)
class Spot:
    """One point of the picture: a figure of the range or one that is held against it, and its words."""

    what: Mark | End
    at: Fraction
    level: str
    words: str


@dataclass(frozen=True)
class Strip:
    """A range with what is held against it, from low to high; nothing in it where nothing can be drawn."""

    spots: tuple[Spot, ...] = ()
    words: str = ""
    """All of it in one sentence."""
    problem: str = ""
    """Why there is no picture, as a message id: the range is upside down."""

    @property
    def ends(self) -> tuple[Spot, ...]:
        """The figures of the range."""
        return tuple(one for one in self.spots if isinstance(one.what, End))

    @property
    def marks(self) -> tuple[Spot, ...]:
        """What is held against it."""
        return tuple(one for one in self.spots if isinstance(one.what, Mark))


def place(figure: Fraction, low: Fraction | None, typical: Fraction | None, high: Fraction | None) -> Place:
    """Where a figure stands. Of a range that is known in part, as much is said as is known."""
    if low is not None and figure < low:
        return Place.BELOW
    if high is not None and figure > high:
        return Place.ABOVE
    if typical is None:
        return Place.LOW_END if figure == low else Place.HIGH_END if figure == high else Place.WITHIN
    if figure == typical:
        return Place.TYPICAL
    if figure < typical:
        return Place.UNDER_TYPICAL if low is None else _between(figure, low, typical, _BELOW_TYPICAL)
    return Place.OVER_TYPICAL if high is None else _between(figure, high, typical, _ABOVE_TYPICAL)


def in_order(values: ValueRange) -> bool:
    """Whether low comes first, then typical, then high, as far as they are known."""
    known = [figure for one in (values.low, values.typical, values.high) if (figure := _figure(one)) is not None]
    return all(one <= other for one, other in pairwise(known))


def strip(
    values: ValueRange,
    marks: Sequence[tuple[Mark, Value | None]],
    write: Callable[[Value], str],
    translate: Callable[[str], str] = str,
    *,
    whole: Callable[[Value], str] | None = None,
) -> Strip:
    """The points of a range and of what is held against it, each with its words.

    `write` puts a value into a few words for the picture, `whole` with its unit for the words of the range. What is
    said in words, or not at all, cannot be placed and is passed over; without a figure the strip is empty.
    """
    low, typical, high = (_figure(one) for one in (values.low, values.typical, values.high))
    if low is None and typical is None and high is None:
        return Strip()
    if not in_order(values):
        return Strip(problem=UPSIDE_DOWN)
    spots, said = [], []
    for end, value in ((End.LOW, values.low), (End.TYPICAL, values.typical), (End.HIGH, values.high)):
        at = _figure(value)
        if value is not None and at is not None:
            words = translate(end.label).format(level=(whole or write)(value))
            spots.append(Spot(end, at, write(value), _sentence(words)))
            if end is End.TYPICAL or typical is None:
                said.append(words)
    for mark, value in marks:
        at = _figure(value)
        if value is not None and at is not None:
            level, where = write(value), translate(place(at, low, typical, high).label)
            words = translate(mark.label).format(level=level, place=where)
            spots.append(Spot(mark, at, level, _sentence(words)))
            said.append(words)
    # Those at the same place keep their order: the range first.
    ordered = tuple(sorted(spots, key=lambda one: one.at))
    return Strip(ordered, _sentence(translate("; ").join(said)))


_BELOW_TYPICAL = (Place.LOW_END, Place.LOWER, Place.BIT_LOWER)
_ABOVE_TYPICAL = (Place.HIGH_END, Place.HIGHER, Place.BIT_HIGHER)


def _between(figure: Fraction, end: Fraction, typical: Fraction, near: tuple[Place, Place, Place]) -> Place:
    """Between an end and typical: by the end, by typical, or in the middle."""
    way = abs(figure - end) / abs(typical - end)
    return near[0] if way <= _NEAR else near[2] if way >= 1 - _NEAR else near[1]


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _figure(value: Value | None) -> Fraction | None:
    held = number(value)
    return None if held is None else Fraction(held)
