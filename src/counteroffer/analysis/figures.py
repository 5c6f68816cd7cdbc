"""The figures that formulas rest on: what was entered, what the workbook knows already, what holds otherwise.

Each figure says where it comes from, so that the app can show it and the person can change it. An input's own
probability is left aside: how likely the whole is, is said once, on the term.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from counteroffer.analysis import gains
from counteroffer.analysis.formulas import FORMULAS
from counteroffer.analysis.formulas_pay import base_pay
from counteroffer.analysis.interval import ONE, Interval, exactly, from_estimate
from counteroffer.analysis.spec import Change, Formula, Input
from counteroffer.domain.base import Choice
from counteroffer.domain.levels import Direction, PercentValue, Unit, Value, number
from counteroffer.domain.situation import PayBasis
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook

WEEKS_A_YEAR = 52


class Provenance(Choice):
    """Where a figure comes from."""

    ENTERED = "entered", "You entered it"
    WORKBOOK = "workbook", "From elsewhere in the workbook"
    DEFAULT = "default", "A usual figure; put in your own"
    MISSING = "missing", "Still missing"
    UNUSABLE = "unusable", "It cannot be used"


@dataclass(frozen=True)
class Figure:
    """One input of a formula as it stands: the figure, where it comes from, and what is wrong with it."""

    input: Input
    amount: Interval | None
    provenance: Provenance
    problem: str | None = None

    @property
    def is_missing(self) -> bool:
        """Whether the formula cannot do without it and does not have it."""
        return self.amount is None and (self.input.required or self.provenance is Provenance.UNUSABLE)


def figures(workbook: Workbook, term: Term, formula: Formula, pay: Interval | None) -> tuple[Figure, ...]:
    """Every input that the formula asks for in this term. `pay` is base pay a year in the package one looks at."""
    return tuple(_figure(workbook, term, one, pay) for one in formula.asks_for(term.unit, term.direction))


def pay_term(workbook: Workbook, term: Term | None = None) -> Term | None:
    """The term that is base pay: the one this term hangs on if that is base pay, else the first in the workbook."""
    # Every term asks, so the search ends with the first that will do.
    if term is not None and term.valuation.hangs_on:
        followed = next((one for one in workbook.terms if one.id == term.valuation.hangs_on), None)
        if followed is not None and gains.is_base_pay(followed):
            return followed
    return next((one for one in workbook.terms if gains.is_base_pay(one)), None)


def pay_at(workbook: Workbook, term: Term, value: Value | None) -> Interval | None:
    """Base pay as money a year at this value of its term; None if the figures for that are missing."""
    held = exactly_of(value)
    return None if held is None else pay_step(workbook, term, Change(term.unit, Direction.MORE, Fraction(0), held))


def pay_step(workbook: Workbook, term: Term, step: Change) -> Interval | None:
    """A step in base pay as money a year, by the inputs of its own term."""
    found = figures(workbook, term, FORMULAS["base_pay"], None)
    if any(one.is_missing for one in found):
        return None
    return base_pay(step, **arguments(found)).yearly


def offered_pay(workbook: Workbook, term: Term | None = None) -> Interval | None:
    """Base pay as offered (or as the law grants, if that is more) in a year; None if it is not known or below zero."""
    source = pay_term(workbook, term)
    found = None if source is None else pay_at(workbook, source, gains.baseline(source))
    return None if found is None or found.low < 0 else found


def arguments(found: Iterable[Figure]) -> dict[str, Interval]:
    """The figures by name, as a formula takes them; of one that stands in a paper, only the likely one."""
    return {
        one.input.name: exactly(one.amount.likely) if one.input.single else one.amount
        for one in found
        if one.amount is not None
    }


def paid_hours(pay: PayBasis) -> Interval | None:
    """Hours a week that are paid, extra pay counted as hours: 38 h and 4 h at night paid a fifth more are 38.8 h.

    Expected hours come first (overtime is in them, so only its premium is added; guaranteed hours are their low end
    if none was entered), then the contract's hours, then the guaranteed ones; overtime comes on top of these.
    """
    overtime, premium = _or_zero(pay.overtime_hours), _or_zero(pay.overtime_premium)
    shifts = _or_zero(pay.shift_hours) * _or_zero(pay.shift_premium)
    hours = from_estimate(pay.expected_hours)
    if hours is not None:
        sure = pay.guaranteed_hours
        if pay.expected_hours.low is None and sure is not None and sure < hours.low:
            hours = Interval(Fraction(sure), hours.likely, hours.high)
        return hours + exactly(overtime * premium + shifts)
    fixed = pay.hours_a_week if pay.hours_a_week is not None else pay.guaranteed_hours
    return None if fixed is None else exactly(Fraction(fixed) + overtime * (1 + premium) + shifts)


def exactly_of(value: Value | None) -> Fraction | None:
    """The figure a value holds; None if it holds none."""
    held = number(value)
    return None if held is None else Fraction(held)


def _figure(workbook: Workbook, term: Term, one: Input, pay: Interval | None) -> Figure:
    entered = next((given.estimate for given in term.valuation.inputs if given.id == one.name), None)
    amount = None if entered is None else from_estimate(entered)
    if amount is not None:
        return _checked(one, amount, Provenance.ENTERED)
    amount = pay if one.name == "pay" else _from_workbook(workbook, term, one.name)
    if amount is not None:
        return _checked(one, amount, Provenance.WORKBOOK)
    if one.name == "payout" and term.chance is not None:  # the chance that is said already covers it
        return Figure(one, ONE, Provenance.DEFAULT)
    if one.default is not None:
        return Figure(one, exactly(one.default), Provenance.DEFAULT)
    return Figure(one, None, Provenance.MISSING)


def _checked(one: Input, amount: Interval, provenance: Provenance) -> Figure:
    if one.least <= amount.low and amount.high <= one.most:
        return Figure(one, amount, provenance)
    return Figure(one, None, Provenance.UNUSABLE, one.wrong)


def _from_workbook(workbook: Workbook, term: Term, name: str) -> Interval | None:
    pay = workbook.situation.pay
    match name:
        case "payments":
            return exactly(pay.payments_a_year)
        case "hours":
            return paid_hours(pay)
        case "work_days":
            if pay.work_days_a_year is not None:
                return exactly(pay.work_days_a_year)
            return None if pay.days_a_week is None else exactly(pay.days_a_week * WEEKS_A_YEAR)
        case "weeks":
            return _weeks(pay.work_days_a_year, pay.days_a_week)
        case "hour_worth":
            worth = workbook.packages.reckoning.hour_worth
            return None if worth is None else exactly(worth)
        case "chance":
            return None if term.chance is None else exactly(term.chance)
        case "contribution":
            return _contribution(workbook)
    return None


def _weeks(days_a_year: Decimal | None, days_a_week: Decimal | None) -> Interval | None:
    """Weeks of work in a year: 220 days at 5 a week are 44."""
    if not days_a_year or not days_a_week:
        return None
    return exactly(Fraction(days_a_year) / Fraction(days_a_week))


def _contribution(workbook: Workbook) -> Interval | None:
    for term in workbook.terms:
        named = "retirement_contribution" in (term.benefit, term.valuation.formula)
        if named and term.unit in (Unit.PERCENT_PAY, Unit.PERCENT) and isinstance(term.offered.value, PercentValue):
            return exactly(term.offered.value.percent)
    return None


def _or_zero(figure: Decimal | None) -> Fraction:
    return Fraction(0) if figure is None else Fraction(figure)
