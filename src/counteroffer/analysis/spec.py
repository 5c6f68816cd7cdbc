"""What a formula is: its name, its words, the inputs it asks for and their bounds. Texts are English message ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from counteroffer.analysis.flow import Flow
from counteroffer.analysis.interval import Interval
from counteroffer.domain.base import Choice
from counteroffer.domain.levels import Direction, Unit

MONEY_A_PERIOD = frozenset({Unit.MONEY_YEAR, Unit.MONEY_MONTH})
PERCENTAGES = frozenset({Unit.PERCENT_PAY, Unit.PERCENT})


class Counted(Choice):
    """What an input or a result is counted in."""

    MONEY = "money", "money"
    MONEY_YEAR = "money_year", "money a year"
    MONEY_ONCE = "money_once", "money once"
    MONEY_DAY = "money_day", "money a day"
    MONEY_HOUR = "money_hour", "money an hour"
    HOURS_DAY = "hours_day", "hours a day"
    HOURS_WEEK = "hours_week", "hours a week"
    DAYS_YEAR = "days_year", "days a year"
    WEEKS_YEAR = "weeks_year", "weeks a year"
    TIMES_YEAR = "times_year", "times a year"
    MONTHS = "months", "months"
    YEARS = "years", "years"
    PERCENT = "percent", "%"
    SHARE = "share", "a share from 0 to 1"


@dataclass(frozen=True)
class Change:
    """A step in a term: from where one stands anyway to the level in question, both as figures in the term's unit.

    Yes counts 1 and no 0; a date counts its day; words count 0 as offered and 1 when they say something else.
    """

    unit: Unit
    direction: Direction
    start: Fraction
    end: Fraction

    @property
    def gain(self) -> Fraction:
        """How much better the level is, in the term's unit and its own direction; below zero if it is worse."""
        return self.end - self.start if self.direction is Direction.MORE else self.start - self.end


Condition = Callable[[Unit, Direction], bool]
"""Whether an input matters for a term that is counted so and better in this direction."""


def always(_unit: Unit, _direction: Direction) -> bool:
    """For an input that every use of the formula asks for."""
    return True


def counted_in(*units: Unit) -> Condition:
    """For an input that is asked for only if the term is counted in one of these."""
    return lambda unit, _direction: unit in units


@dataclass(frozen=True)
class Input:
    """One figure that a formula needs beside the level itself."""

    name: str
    title: str
    prompt: str
    unit: Counted
    wrong: str
    """The sentence that says what figures are possible, shown when one is not."""
    least: Fraction
    most: Fraction
    default: Fraction | None = None
    """The figure that holds if neither the person nor the workbook names one."""
    required: bool = True
    single: bool = False
    """It stands in a paper and is no guess, so its likely figure alone counts."""
    when: Condition = always


@dataclass(frozen=True)
class Formula:
    """One way in which a level becomes money."""

    name: str
    title: str
    says: str
    """The formula in words, as it is shown."""
    limits: str
    """What it leaves out."""
    units: frozenset[Unit]
    """What a term may be counted in, for the formula to fit."""
    inputs: tuple[Input, ...]
    taxed: bool
    """Whether it is pay, of which only a part is kept."""
    function: Callable[..., Flow]
    """Takes the change and, by name, a range for each input."""
    rises_with_pay: bool = False
    """Whether what is offered already brings more money when pay rises."""

    def asks_for(self, unit: Unit, direction: Direction) -> tuple[Input, ...]:
        """The inputs that matter for a term counted like this."""
        return tuple(one for one in self.inputs if one.when(unit, direction))

    def input(self, name: str) -> Input | None:
        """The input of this name."""
        return next((one for one in self.inputs if one.name == name), None)


def a_year(change: Change) -> Interval | None:
    """The gain as money a year, where it is counted as money a year or a month (twelve of them); else None."""
    if change.unit not in MONEY_A_PERIOD:
        return None
    months = 12 if change.unit is Unit.MONEY_MONTH else 1
    whole = change.gain * months
    return Interval(whole, whole, whole)
