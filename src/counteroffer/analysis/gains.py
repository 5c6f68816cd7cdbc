"""How much better a level is than what one has anyway: the offer, or what the law grants where that is better."""

from __future__ import annotations

from fractions import Fraction

from counteroffer.analysis.spec import Change
from counteroffer.domain.levels import Direction, Kind, Unit, Value, content, is_blank, number
from counteroffer.domain.terms import Term
from counteroffer.domain.words import N_

BASE_PAY = ("base_pay", "hourly_pay")
"""The catalogue's keys for pay itself."""
_CALLED_PAY = ("base pay", "salary", "base salary")
"""Names under which people write it down themselves, without the catalogue."""
_PAY_UNITS = (Unit.MONEY_YEAR, Unit.MONEY_MONTH, Unit.MONEY_HOUR)
_MOST = {Unit.DAYS_YEAR: 366, Unit.DAYS_WEEK: 7, Unit.HOURS_WEEK: 168}
_NONE, _ALL_OF_IT = Fraction(0), Fraction(1)


def is_base_pay(term: Term) -> bool:
    """Whether the term is base pay: by the catalogue, its formula, or else its name; and counted as pay can be."""
    if term.unit not in _PAY_UNITS:
        return False
    if term.benefit or term.valuation.formula:
        return term.benefit in BASE_PAY or term.valuation.formula == "base_pay"
    return _words_of(term.name) in _CALLED_PAY


def baseline(term: Term) -> Value | None:
    """What one has anyway: the better of the offer and the law; None if neither says anything."""
    return better(term, term.offered.value, term.by_law)


def better(term: Term, first: Value | None, second: Value | None) -> Value | None:
    """The better of two values in the term's own direction; the first if they are alike or cannot be compared."""
    if is_blank(first):
        return None if is_blank(second) else second
    one, other = number(first), number(second)
    if one is None or other is None:
        return first
    wins = other > one if term.direction is Direction.MORE else other < one
    return second if wins else first


def gain(term: Term, value: Value | None) -> Fraction | None:
    """How much better than the baseline the value is, in the term's unit and direction; below zero if it is worse.

    Yes or no counts 1, a date counts days; words count 1 when they differ from the offer. Less than the law grants
    cannot happen, so such a level counts as the law's. None where nothing can be counted: an empty level, or one
    beside which nothing was said and nothing would not be zero (see `change`).
    """
    step = change(term, value)
    return None if step is None else step.gain


def change(term: Term, value: Value | None) -> Change | None:
    """The step from the baseline to the value as two figures; None where it cannot be counted.

    Where the offer says nothing and more is better, it starts from nothing: no days, no money, no. Base pay is never
    taken to be nothing, nor is a thing of which less is better.
    """
    if value is None or is_blank(value) or value.kind != term.unit.kind.value:
        return None
    if term.unit.kind is Kind.TEXT:
        known = [_words(one) for one in (term.offered.value, term.by_law) if not is_blank(one)]
        differs = _words(value) not in known
        return Change(term.unit, Direction.MORE, _NONE, _ALL_OF_IT if differs else _NONE)
    start, end = _figure(baseline(term)), _figure(better(term, value, term.by_law))
    if start is None and _nothing_is_zero(term):
        start = _NONE
    if start is None or end is None:
        return None
    return Change(term.unit, term.direction, start, end)


def from_nothing(term: Term) -> Change | None:
    """The step from nothing, or from what the law grants, to the offer: what the offer itself brings.

    Only where nothing is a figure and more is better; None otherwise, and where nothing was offered.
    """
    if is_blank(term.offered.value) or not _nothing_is_zero(term):
        return None
    start, end = _figure(term.by_law), _figure(baseline(term))
    return None if end is None else Change(term.unit, term.direction, start or _NONE, end)


def level_problem(unit: Unit, value: Value | None) -> str | None:
    """The sentence that says why a level cannot be right in this unit; None if it can."""
    held = _figure(value)
    if held is None or unit.kind is Kind.DATE:
        return None
    if held < 0:
        return N_("This cannot be below zero.")
    if held > _MOST.get(unit, held):
        return _TOO_MANY[unit]
    return None


def _figure(value: Value | None) -> Fraction | None:
    held = number(value)
    return None if held is None else Fraction(held)


def _words(value: Value | None) -> str:
    return "" if value is None else _words_of(str(content(value)))


def _words_of(text: str) -> str:
    return " ".join(text.split()).casefold()


def _nothing_is_zero(term: Term) -> bool:
    return term.direction is Direction.MORE and term.unit.kind not in (Kind.DATE, Kind.TEXT) and not is_base_pay(term)


_TOO_MANY = {
    Unit.DAYS_YEAR: N_("A year has no more than 366 days."),
    Unit.DAYS_WEEK: N_("A week has no more than 7 days."),
    Unit.HOURS_WEEK: N_("A week has no more than 168 hours."),
}
