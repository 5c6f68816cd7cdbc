"""What the reckoning of a worth gives back: the money over time, where it comes from, and every step on the way."""

from __future__ import annotations

from dataclasses import dataclass

from counteroffer.analysis import flow as flows_of
from counteroffer.analysis.figures import Figure, Provenance
from counteroffer.analysis.flow import Flow
from counteroffer.analysis.interval import ZERO, Interval, exactly, total
from counteroffer.analysis.spec import Counted
from counteroffer.domain.base import Choice
from counteroffer.domain.words import N_


def flow_steps(flow: Flow) -> tuple[Step, ...]:
    """A flow as steps to be shown; parts that are nothing are left out, unless all are."""
    steps = []
    if flow.yearly != ZERO or flow.once == ZERO:
        steps.append(Step(N_("A year"), flow.yearly, Counted.MONEY_YEAR))
    if flow.starts > 0:
        steps.append(Step(N_("It begins after"), exactly(flow.starts * 12), Counted.MONTHS))
    if flow.ends is not None:
        steps.append(Step(N_("It ends after"), exactly(flow.ends * 12), Counted.MONTHS))
    if flow.once != ZERO:
        steps.append(Step(N_("Once"), flow.once, Counted.MONEY_ONCE))
    return tuple(steps)


class Source(Choice):
    """Where the worth of a level comes from."""

    OWN = "own", "Your own figure"
    PERSONAL = "personal", "What you would pay for it"
    TRADE_OFF = "trade_off", "Pay you would give up for it"
    FORMULA = "formula", "By the formula"
    NO_GAIN = "no_gain", "No better than what you have anyway"
    UNKNOWN = "unknown", "Not known yet"


@dataclass(frozen=True)
class Step:
    """One line of the way to a result: what it is, its figure, what that is counted in, and where it comes from."""

    label: str
    amount: Interval | None
    unit: Choice | None
    provenance: Provenance | None = None


@dataclass(frozen=True)
class Problem:
    """A figure that cannot be used: which one (the name of an input, `level`, `offered`, `by_law`), and why."""

    where: str
    says: str


@dataclass(frozen=True)
class Worth:
    """What something brings beyond the offer. Where it is not known, all sums are zero and `known` is False."""

    source: Source
    flows: tuple[Flow, ...] = ()
    formula: str = ""
    figures: tuple[Figure, ...] = ()
    trace: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    """Names of what is still to be entered: inputs of the formula, `level`, `offered`, `target`, `pay_for_it`,
    `personal_worth`. On a known worth: what would make it better founded."""
    problems: tuple[Problem, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is a figure at all."""
        return self.source is not Source.UNKNOWN

    @property
    def first_year(self) -> Interval:
        """What comes yearly, as much of it as falls into the first year."""
        return total(flow.first_year for flow in self.flows)

    @property
    def later_years(self) -> Interval:
        """What comes in each later year, once all of it has begun."""
        return flows_of.later_year(self.flows)

    @property
    def once(self) -> Interval:
        """What comes once."""
        return total(flow.once for flow in self.flows)

    @property
    def year_one(self) -> Interval:
        """All that comes in the first year, what comes once included."""
        return self.first_year + self.once

    def average(self, years: int) -> Interval:
        """What it brings a year on average, looking so many years ahead."""
        return flows_of.average(self.flows, years)
