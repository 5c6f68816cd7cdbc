"""What many negotiations came to: what was asked, what was won, and what that was worth.

Each workbook becomes a `Case` first, a few figures that are all that need be held of it; many cases make the
`TrackRecord`. Asked is what was said in a talk that was held, never a target. Only where an agreement came about can
an ask be won or not; elsewhere it counts as asked and no more. Money is added up within one currency, never across.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from counteroffer.analysis import gains
from counteroffer.analysis.interval import Interval, total
from counteroffer.analysis.totals import package_worth
from counteroffer.domain.agreement import Outcome
from counteroffer.domain.base import Choice
from counteroffer.domain.levels import Direction, Kind, Value, is_blank, number
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook

K = TypeVar("K", int, str)


class Won(Choice):
    """What came of an ask where an agreement was reached."""

    FULL = "full", "Won as asked"
    PART = "part", "Won in part"
    NOT = "not", "Not won"


@dataclass(frozen=True)
class CaseTerm:
    """One term of a case: asked for, agreed to be better than offered, or both.

    `benefit` is the catalogue's key, or empty; `name` is what the person called it. `won` is None where it was not
    asked for or no agreement came about. `gain` is what the agreed level is worth a year beyond the first offer, on
    average over the workbook's horizon; None where nothing better was agreed or its worth is not known.
    """

    benefit: str
    name: str
    asked: bool
    won: Won | None
    gain: Interval | None
    has_no_worth: bool = False
    """Something better was agreed, but what it is worth is not known."""


@dataclass(frozen=True)
class Case:
    """One negotiation that is over. `outcome` is None where nobody said how it ended. `gain` is what all that was
    agreed is worth a year beyond the first offer, what rises with pay included; None without an agreement."""

    year: int
    currency: str
    outcome: Outcome | None
    terms: tuple[CaseTerm, ...]
    gain: Interval | None


@dataclass(frozen=True)
class Asks:
    """How many times something was asked for, and what came of it where an agreement was reached.

    `asked` counts every ask; it is more than the other three together by those that no agreement followed.
    """

    asked: int
    full: int
    part: int
    not_won: int

    @property
    def decided(self) -> int:
        """How many asks an agreement followed: what shares are shares of."""
        return self.full + self.part + self.not_won


@dataclass(frozen=True)
class BenefitAsks:
    """What was asked for by the name of one benefit. `benefit` is the catalogue's key; where it is empty, `name` is
    what the person called it (of several spellings, the first)."""

    benefit: str
    name: str
    asks: Asks


@dataclass(frozen=True)
class YearGain:
    """The gains of all agreements of one year, each a yearly worth, added up."""

    year: int
    agreements: int
    gain: Interval


@dataclass(frozen=True)
class BenefitGain:
    """What one benefit brought over all agreements in which it was bettered, each a yearly worth, added up."""

    benefit: str
    name: str
    agreements: int
    gain: Interval


@dataclass(frozen=True)
class CurrencyRecord:
    """What was gained in one currency. `by_year` begins with the earliest, `by_benefit` with the largest gain.

    `without_worth` counts the terms that were bettered but are worth nobody knows what; they are in no sum. The sum of
    `by_benefit` is less than `gain` where something rose along with pay.
    """

    currency: str
    agreements: int
    gain: Interval
    without_worth: int
    by_year: tuple[YearGain, ...]
    by_benefit: tuple[BenefitGain, ...]


@dataclass(frozen=True)
class TrackRecord:
    """What many negotiations came to.

    `outcomes` counts how they ended, in the order of `Outcome`, None (not said) last, those that never occurred left
    out. `by_benefit` begins with what was asked for most; `currencies` with the one of most agreements.
    """

    cases: int
    outcomes: tuple[tuple[Outcome | None, int], ...]
    asks: Asks
    by_benefit: tuple[BenefitAsks, ...]
    currencies: tuple[CurrencyRecord, ...]


def case_of(workbook: Workbook, default_formulas: Mapping[str, str]) -> Case:
    """What one workbook says. `default_formulas` names the catalogue's formula by the key of its benefit.

    Its year is that in which it was closed, else confirmed, else begun.
    """
    agreement = workbook.agreement
    agreed = agreement.outcome is Outcome.AGREED
    asked = _asked(workbook)
    worths, gain = _worths(workbook, default_formulas) if agreed else ({}, None)
    terms = []
    for term in workbook.terms:
        known, worth = worths.get(term.id, (True, None))
        if term.id in asked or worth is not None or not known:
            benefit = "base_pay" if gains.is_base_pay(term) else term.benefit
            won = _won(term, asked[term.id]) if agreed and term.id in asked else None
            terms.append(CaseTerm(benefit, term.name.strip(), term.id in asked, won, worth, not known))
    year = (agreement.closed_on or agreement.confirmed_on or workbook.created.date()).year
    return Case(year, workbook.situation.currency, agreement.outcome, tuple(terms), gain)


def track_record(cases: Iterable[Case]) -> TrackRecord:
    """What these negotiations came to, all together."""
    everything = tuple(cases)
    ends = [*Outcome, None]
    counts = ((end, sum(case.outcome is end for case in everything)) for end in ends)
    asked = [term for case in everything for term in case.terms if term.asked]
    by_benefit = [BenefitAsks(*_called(group), _asks(group)) for group in _alike(asked)]
    by_currency = _grouped((case for case in everything if case.outcome is Outcome.AGREED), lambda case: case.currency)
    records = [_currency_record(currency, group) for currency, group in by_currency]
    return TrackRecord(
        len(everything),
        tuple((end, count) for end, count in counts if count),
        _asks(asked),
        tuple(sorted(by_benefit, key=lambda one: -one.asks.asked)),
        tuple(sorted(records, key=lambda one: -one.agreements)),
    )


def _asked(workbook: Workbook) -> dict[str, list[Value]]:
    """The levels asked for in held talks, by the id of their term."""
    asked: dict[str, list[Value]] = {}
    units = {term.id: term.unit.kind.value for term in workbook.terms}
    for talk in workbook.conversations.talks:
        for point in talk.points if talk.held else ():
            term, value = point.term, point.asked
            if term and value and value.kind == units.get(term) and not is_blank(value):
                asked.setdefault(term, []).append(value)
    return asked


def _worths(
    workbook: Workbook, default_formulas: Mapping[str, str]
) -> tuple[dict[str, tuple[bool, Interval | None]], Interval]:
    """Of each term that was agreed to be better than offered, whether its worth is known and what it is a year; and
    the worth of all that was agreed."""
    agreed = {term.id: value for term in workbook.terms if (value := term.agreed.value) and not is_blank(value)}
    package = package_worth(workbook, agreed, default_formulas=default_formulas)
    terms = {term.id: term for term in workbook.terms}
    found: dict[str, tuple[bool, Interval | None]] = {}
    for part in package.parts:
        step = gains.gain(terms[part.term], agreed.get(part.term))
        if step:
            found[part.term] = (part.worth.known, part.worth.average(package.horizon) if part.worth.known else None)
    return found, package.average


def _won(term: Term, asked: list[Value]) -> Won:
    """What came of an ask, held against the most that was asked for."""
    agreed = term.agreed.value
    if agreed is None or is_blank(agreed):
        return Won.NOT
    if _reaches(term, agreed, asked):
        return Won.FULL
    step = gains.gain(term, agreed)
    return Won.PART if step is not None and step > 0 else Won.NOT


def _reaches(term: Term, agreed: Value, asked: list[Value]) -> bool:
    """Whether the agreed level is as good as every level that was asked for; words must be the same as some."""
    if term.unit.kind is Kind.TEXT:
        return agreed in asked
    reached = number(agreed)
    levels = [figure for value in asked if (figure := number(value)) is not None]
    if reached is None:
        return False
    return reached >= max(levels) if term.direction is Direction.MORE else reached <= min(levels)


def _asks(terms: Iterable[CaseTerm]) -> Asks:
    won = [term.won for term in terms]
    return Asks(len(won), *(won.count(one) for one in Won))


def _currency_record(currency: str, cases: list[Case]) -> CurrencyRecord:
    terms = [term for case in cases for term in case.terms]
    years = [YearGain(year, len(group), _total(group)) for year, group in _grouped(cases, lambda case: case.year)]
    benefits = [
        BenefitGain(*_called(group), len(group), _total(group))
        for group in _alike([term for term in terms if term.gain is not None])
    ]
    return CurrencyRecord(
        currency,
        len(cases),
        _total(cases),
        sum(term.has_no_worth for term in terms),
        tuple(years),
        tuple(sorted(benefits, key=lambda one: -one.gain.likely)),
    )


def _total(group: Iterable[Case] | Iterable[CaseTerm]) -> Interval:
    return total(one.gain for one in group if one.gain is not None)


def _alike(terms: list[CaseTerm]) -> list[list[CaseTerm]]:
    """Terms by their benefit, or where they have none by their name, however it is written."""
    return [
        group for _, group in _grouped(terms, lambda one: one.benefit or f" {' '.join(one.name.casefold().split())}")
    ]


def _called(group: list[CaseTerm]) -> tuple[str, str]:
    return group[0].benefit, group[0].name


C = TypeVar("C", Case, CaseTerm)


def _grouped(items: Iterable[C], key: Callable[[C], K]) -> list[tuple[K, list[C]]]:
    """Items by a key, in the order of the key; within it, in their own."""
    return [(one, list(group)) for one, group in groupby(sorted(items, key=key), key=key)]
