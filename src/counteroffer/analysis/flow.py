"""Money over time: a sum every year while it runs, and a sum once. Times are counted in years from the first day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from counteroffer.analysis.interval import ZERO, Interval, total

_START = Fraction(0)


def later_year(flows: Iterable[Flow]) -> Interval:
    """What the flows bring in a whole year, once the first year is over and all that comes later has begun."""
    several = tuple(flows)
    moment = max((flow.starts for flow in several), default=_START)
    moment = max(moment, Fraction(1))
    return total(flow.yearly for flow in several if flow.ends is None or flow.ends > moment)


def average(flows: Iterable[Flow], years: int) -> Interval:
    """What the flows bring a year on average over so many years, what comes once spread evenly over them."""
    return total(flow.within(years) for flow in flows).scale(Fraction(1, years))


@dataclass(frozen=True)
class Flow:
    """A sum a year from `starts` until `ends` (for good if None), and a sum once."""

    yearly: Interval = field(default=ZERO)
    once: Interval = field(default=ZERO)
    starts: Fraction = _START
    ends: Fraction | None = None

    def running(self, years: int) -> Fraction:
        """For how many of the first years it runs; 1/2 stands for six months."""
        end = Fraction(years) if self.ends is None else min(self.ends, Fraction(years))
        return max(end - self.starts, Fraction(0))

    def within(self, years: int) -> Interval:
        """All that it brings within the first years."""
        return self.yearly.scale(self.running(years)) + self.once

    @property
    def first_year(self) -> Interval:
        """What of the yearly sum falls into the first year."""
        return self.yearly.scale(self.running(1))

    def times(self, factor: Interval) -> Flow:
        """The same course with both sums multiplied."""
        return Flow(self.yearly * factor, self.once * factor, self.starts, self.ends)
