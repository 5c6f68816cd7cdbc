"""A range that carries through sums and products: low, likely and high, each an exact fraction.

The ends are the worst and the best case taken together (interval arithmetic), so a result is never made to look surer
than what went into it. It can look less sure: the same unsure figure used twice counts twice. Formulas are therefore
written so that each input occurs once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import mul, truediv

from counteroffer.domain.money import Estimate

Exact = int | Decimal | Fraction
"""What a fraction can be made of without loss."""


def exactly(figure: Exact) -> Interval:
    """The range of a figure that is known."""
    value = Fraction(figure)
    return Interval(value, value, value)


def between(low: Exact, likely: Exact, high: Exact) -> Interval:
    """A range from figures of any exact kind."""
    return Interval(Fraction(low), Fraction(likely), Fraction(high))


def from_estimate(estimate: Estimate) -> Interval | None:
    """The range that was entered, its probability left aside; None if no figure was entered.

    Without a likely figure it lies in the middle of those that are there; a missing end is the likely figure.
    """
    entered = [Fraction(one) for one in (estimate.low, estimate.likely, estimate.high) if one is not None]
    if not entered:
        return None
    likely = Fraction(estimate.likely) if estimate.likely is not None else sum(entered, Fraction()) / len(entered)
    low = Fraction(estimate.low) if estimate.low is not None else likely
    high = Fraction(estimate.high) if estimate.high is not None else likely
    return Interval(low, likely, high)


def expected(estimate: Estimate) -> Interval | None:
    """The range that was entered times its probability: what it is worth before one knows whether it comes."""
    found = from_estimate(estimate)
    if found is None or estimate.probability is None:
        return found
    return found.scale(Fraction(estimate.probability))


def total(ranges: Iterable[Interval]) -> Interval:
    """The sum of all; zero if there are none."""
    result = ZERO
    for one in ranges:
        result = result + one
    return result


def too_close(first: Interval, second: Interval) -> bool:
    """Whether the order of the two could turn out the other way round: their ranges meet."""
    return first.low <= second.high and second.low <= first.high


def rounded(figure: Fraction, places: int = 2) -> Decimal:
    """A figure as money for display: half a unit of the last place goes to the even side (½ → 0, 1½ → 2).

    Only what is shown is rounded; reckoning goes on with the exact figure.
    """
    units = round(figure * 10**places)  # a fraction rounds half to even, exactly
    return Decimal((int(units < 0), tuple(int(digit) for digit in str(abs(units))), -places))


def _corners(first: Interval, second: Interval, operation: Callable[[Fraction, Fraction], Fraction]) -> Interval:
    ends = [operation(a, b) for a in (first.low, first.high) for b in (second.low, second.high)]
    return Interval(min(ends), operation(first.likely, second.likely), max(ends))


@dataclass(frozen=True)
class Interval:
    """Low, likely and high, in this order."""

    low: Fraction
    likely: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        if not self.low <= self.likely <= self.high:
            raise ValueError("a range is upside down")

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.likely + other.likely, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.likely - other.likely, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        return _corners(self, other, mul)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient. The divisor must lie wholly above zero; callers have checked that."""
        if other.low <= 0:
            raise ZeroDivisionError("the divisor must lie above zero")
        return _corners(self, other, truediv)

    def scale(self, factor: Exact) -> Interval:
        """Every figure times a known factor; one below zero turns the range round."""
        by = Fraction(factor)
        ends = sorted((self.low * by, self.high * by))
        return Interval(ends[0], self.likely * by, ends[1])

    @property
    def is_exact(self) -> bool:
        """Whether low and high are the same figure."""
        return self.low == self.high


ZERO = Interval(Fraction(0), Fraction(0), Fraction(0))
ONE = Interval(Fraction(1), Fraction(1), Fraction(1))
