"""Whole packages in money (M06): what every term brings beyond the offer, and what the whole is worth beside a limit.

Terms that hang on base pay are valued at the package's own base pay. Where pay rises, what is offered in per cent or
months of it rises as well; that is a gain of its own, the `follow_on`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from counteroffer.analysis import gains
from counteroffer.analysis.figures import exactly_of, offered_pay, pay_at, pay_step, pay_term
from counteroffer.analysis.interval import Interval, exactly, expected, total
from counteroffer.analysis.results import Source, Worth
from counteroffer.analysis.spec import Change
from counteroffer.analysis.valuation import by_formula, formula_of, level_at, level_of, priced_step, worth
from counteroffer.analysis.view import kept
from counteroffer.domain.levels import Direction, Value, is_blank
from counteroffer.domain.packages import Package, Slot
from counteroffer.domain.terms import Level, Purpose, Term
from counteroffer.domain.workbook import Workbook

Levels = Mapping[str, Value]
"""Values by the id of their term. A term that is not named stays as offered."""

_NO_DEFAULTS: Mapping[str, str] = MappingProxyType({})


def package_worth(
    workbook: Workbook,
    levels: Levels | Slot,
    *,
    default_formulas: Mapping[str, str] = _NO_DEFAULTS,
    before_tax: bool = False,
) -> Total:
    """What a package is worth: these values, or one and the same slot of every term.

    `default_formulas` names the catalogue's formula by the key of its benefit.
    """
    chosen = at_slot(workbook, levels) if isinstance(levels, Slot) else dict(levels)
    parts = _parts(workbook, chosen, default_formulas, before_tax)
    follow_on = _follow_on(workbook, chosen, default_formulas, before_tax)
    years = workbook.packages.reckoning.horizon_years
    offer = offer_worth(workbook, default_formulas=default_formulas)
    beyond = Total(parts, follow_on, years)
    if offer is None:
        return beyond
    if before_tax or kept(workbook) is None:
        return replace(beyond, whole=offer + beyond.average)
    untaxed = package_worth(workbook, chosen, default_formulas=default_formulas, before_tax=True)
    return replace(beyond, whole=untaxed.whole)


def offer_worth(workbook: Workbook, *, default_formulas: Mapping[str, str] = _NO_DEFAULTS) -> Interval | None:
    """What the offer as it stands is worth in a year, before tax: base pay, and beside it all that has a price and
    goes beyond the law; once-off sums spread over the horizon. None if base pay is not known.

    What has no price, or no natural nothing to count from, stands at zero here and in every package alike.
    """
    result = offered_pay(workbook)
    if result is None:
        return None
    for term in workbook.terms:
        step = gains.from_nothing(term)
        if step is None or any(gains.level_problem(term.unit, one) for one in (term.offered.value, term.by_law)):
            continue
        formula = formula_of(term, default_formulas.get(term.benefit))
        if formula is not None:
            priced = priced_step(workbook, term, step, formula, None, None)
            result = result + priced.average(workbook.packages.reckoning.horizon_years)
    return result


def at_slot(workbook: Workbook, slot: Slot) -> dict[str, Value]:
    """The values in this slot of every term; one that is to stay as offered, or has nothing there, is left out."""
    found = {}
    for term in workbook.terms:
        value = None if term.purpose is Purpose.LEAVE else level_at(term, slot).value
        if value is not None and not is_blank(value):
            found[term.id] = value
    return found


def picked(workbook: Workbook, package: Package) -> dict[str, Value]:
    """The values of a saved package; picks that lead nowhere are passed over."""
    terms = {term.id: term for term in workbook.terms}
    found = {}
    for pick in package.picks:
        term = terms.get(pick.term)
        value = None if term is None else level_at(term, pick.slot, pick.option).value
        if value is not None and not is_blank(value):
            found[pick.term] = value
    return found


def cost(level: Level) -> Interval | None:
    """What the level costs them a year beyond the offer, as guessed; None if nothing was guessed."""
    return expected(level.cost)


def _parts(workbook: Workbook, levels: Levels, defaults: Mapping[str, str], before_tax: bool) -> tuple[Part, ...]:
    parts = []
    for term in workbook.terms:
        level = level_of(term, levels.get(term.id)) if term.id in levels else level_at(term, Slot.OFFERED)
        if is_blank(level.value):  # nothing was offered, and nothing is asked for
            continue
        default = defaults.get(term.benefit)
        pay = _pay_in(workbook, term, levels)
        found = worth(workbook, term, level, pay=pay, default_formula=default, before_tax=before_tax)
        paid = exactly(0) if found.source is Source.NO_GAIN else cost(level)
        parts.append(Part(term.id, level, found, paid))
    return tuple(parts)


def _pay_in(workbook: Workbook, term: Term, levels: Levels) -> Interval | None:
    """Base pay a year in the package, for a term that may hang on it."""
    source = pay_term(workbook, term)
    if source is None or source.id not in levels:
        return None
    return pay_at(workbook, source, gains.better(source, levels[source.id], source.by_law))


def _follow_on(workbook: Workbook, levels: Levels, defaults: Mapping[str, str], before_tax: bool) -> tuple[Part, ...]:
    """What the step in base pay does to that which is offered in per cent or months of it already."""
    parts = []
    for term in workbook.terms:
        rise = _pay_gain(workbook, term, levels)
        offered = exactly_of(gains.baseline(term))
        formula = formula_of(term, defaults.get(term.benefit))
        if rise is None or not offered or offered < 0 or formula is None or not formula.rises_with_pay:
            continue
        step = Change(term.unit, Direction.MORE, Fraction(0), offered)
        hangs = any(one.name == "pay" for one in formula.asks_for(term.unit, term.direction))
        entered = any(one.id == "pay" and not one.estimate.is_empty for one in term.valuation.inputs)
        if not hangs or entered:
            continue
        # A formula takes no pay below zero; a step down is the same step up, turned round.
        sign = -1 if rise.likely < 0 else 1
        keep = None if before_tax else kept(workbook)
        found = by_formula(workbook, term, formula, step, rise.scale(sign), keep)
        turned = replace(found, flows=tuple(flow.times(exactly(sign)) for flow in found.flows))
        parts.append(Part(term.id, level_at(term, Slot.OFFERED), turned, None))
    return tuple(parts)


def _pay_gain(workbook: Workbook, term: Term, levels: Levels) -> Interval | None:
    """The step in base pay that the package takes, in a year; None if it takes none."""
    source = pay_term(workbook, term)
    if source is None or source.id == term.id or source.id not in levels:
        return None
    step = gains.change(source, levels[source.id])
    return None if step is None or step.gain == 0 else pay_step(workbook, source, step)


@dataclass(frozen=True)
class Part:
    """One term in a package: its level, what that brings beyond the offer, and what it costs them."""

    term: str
    level: Level
    worth: Worth
    cost: Interval | None


@dataclass(frozen=True)
class Total:
    """A package in money. All but `whole` is what goes beyond the offer."""

    parts: tuple[Part, ...]
    follow_on: tuple[Part, ...]
    horizon: int
    whole: Interval | None = None
    """The whole package as one yearly value before tax, to be held against the limit and the best alternative; None if
    base pay is not known."""

    @property
    def first_year(self) -> Interval:
        """What comes yearly, as much of it as falls into the first year."""
        return total(one.first_year for one in self._worths)

    @property
    def later_years(self) -> Interval:
        """What comes in each later year."""
        return total(one.later_years for one in self._worths)

    @property
    def once(self) -> Interval:
        """What comes once."""
        return total(one.once for one in self._worths)

    @property
    def year_one(self) -> Interval:
        """All that comes in the first year."""
        return self.first_year + self.once

    @property
    def average(self) -> Interval:
        """What it brings a year on average over the horizon."""
        return total(one.average(self.horizon) for one in self._worths)

    @property
    def cost(self) -> Interval:
        """What it costs them a year, as far as guessed: see `uncosted`."""
        return total(part.cost for part in self.parts if part.cost is not None)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Ids of the terms whose level has no worth yet; they count as nothing here."""
        return tuple(dict.fromkeys(one.term for one in (*self.parts, *self.follow_on) if not one.worth.known))

    @property
    def uncosted(self) -> tuple[str, ...]:
        """Ids of the terms whose cost to them has not been guessed."""
        return tuple(part.term for part in self.parts if part.cost is None)

    @property
    def _worths(self) -> tuple[Worth, ...]:
        return tuple(part.worth for part in (*self.parts, *self.follow_on))
