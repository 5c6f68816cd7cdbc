"""What one falls back on: the best alternative (BATNA), the limit below which one walks away, other offers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from counteroffer.analysis.interval import Interval, exactly, expected, from_estimate, rounded, too_close
from counteroffer.domain.base import Choice
from counteroffer.domain.levels import AmountValue, Value, is_blank
from counteroffer.domain.money import DECIMALS, LARGEST
from counteroffer.domain.situation import OtherOffer, Plan, PlanKind
from counteroffer.domain.workbook import Workbook


def batna(workbook: Workbook) -> Batna:
    """The best thing to do without this agreement: the plan that was chosen, else the one most likely worth most."""
    plans = workbook.situation.plans
    valued = tuple(found for plan in plans if (found := plan_worth(workbook, plan)) is not None)
    best, source = (
        next((plan for plan in plans if plan.id == workbook.situation.best_plan), None),
        LimitFrom.CHOSEN_PLAN,
    )
    if best is None and valued:
        best, source = max(valued, key=lambda one: one.worth.likely).plan, LimitFrom.BEST_PLAN
    mine = next((one.worth for one in valued if one.plan is best), None)
    if mine is None:
        return Batna(best, None, LimitFrom.UNKNOWN, valued)
    others = [one for one in valued if one.plan is not best]
    close = tuple(one.plan.id for one in others if too_close(mine, one.worth))
    better = tuple(one.plan.id for one in others if one.worth.low > mine.high)
    return Batna(best, mine, source, valued, close, better)


def plan_worth(workbook: Workbook, plan: Plan) -> PlanWorth | None:
    """What a plan is worth in a year; None if no figure was entered.

    A plan that may fail is worth its chance times itself, and the rest of the chance times what is left then: the plan
    to stay, where there is one that has a worth. Otherwise failing counts as nothing, which may be too dark.
    By hand: 0.6 × 54,500 + 0.4 × 52,500 (staying) = 53,700.
    """
    whole, chance = from_estimate(plan.worth), plan.worth.probability
    if whole is None:
        return None
    if chance is None:
        return PlanWorth(plan, whole)
    stays = (one for one in workbook.situation.plans if one.kind is PlanKind.STAY and one.id != plan.id)
    stay = next(((one.id, found) for one in stays if (found := expected(one.worth)) is not None), None)
    worth = whole.scale(chance)
    if stay is None:
        return PlanWorth(plan, worth, fails_to_nothing=chance < 1)
    return PlanWorth(plan, worth + stay[1].scale(1 - chance), falls_back_on=stay[0])


def walk_away(workbook: Workbook) -> Limit:
    """The worth of the whole package in a year below which one leaves: one's own figure, else the BATNA's worth."""
    own = workbook.situation.walk_away.amount
    if own is not None:
        return Limit(exactly(own), LimitFrom.OWN)
    best = batna(workbook)
    return Limit(best.worth, best.source)


def other_offer(workbook: Workbook, offer: OtherOffer) -> OtherLevels:
    """Another offer's values, ready for `package_worth`: money in its own currency at the rate that was typed.

    What cannot stand beside this offer's term is named: it was not said, is counted otherwise, or has no rate.
    """
    named = {one.term: one.value for one in offer.terms if one.value is not None and not is_blank(one.value)}
    foreign = offer.currency is not None and offer.currency != workbook.situation.currency
    rate = offer.rate if foreign else None
    values, without = dict[str, Value](), []
    for term in workbook.terms:
        value = named.get(term.id)
        if value is not None and isinstance(value, AmountValue) and foreign:
            value = None if rate is None else _converted(value, Fraction(rate))
        if value is None or value.kind != term.unit.kind.value:
            without.append(term.id)
        else:
            values[term.id] = value
    return OtherLevels(values, tuple(without))


def _converted(value: AmountValue, rate: Fraction) -> AmountValue | None:
    amount = rounded(Fraction(value.amount) * rate, DECIMALS)
    return AmountValue(amount=amount) if abs(amount) <= LARGEST else None


class LimitFrom(Choice):
    """Where a limit comes from."""

    OWN = "own", "Your own figure"
    CHOSEN_PLAN = "chosen_plan", "The plan you chose as your best alternative"
    BEST_PLAN = "best_plan", "The plan that is likely worth most"
    UNKNOWN = "unknown", "Not known yet"


@dataclass(frozen=True)
class PlanWorth:
    """A plan, its worth in a year, and what that rests on if it may fail."""

    plan: Plan
    worth: Interval
    falls_back_on: str | None = None
    fails_to_nothing: bool = False


@dataclass(frozen=True)
class Batna:
    """The best alternative, what it is worth in a year, and which plans are close to it or plainly better."""

    plan: Plan | None
    worth: Interval | None
    source: LimitFrom
    plans: tuple[PlanWorth, ...] = ()
    """Every plan that has a worth."""
    too_close: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    """Ids of plans that are worth more even at their lowest: the choice needs a reason."""


@dataclass(frozen=True)
class Limit:
    """A limit for the whole package in a year, and where it comes from."""

    amount: Interval | None
    source: LimitFrom


@dataclass(frozen=True)
class OtherLevels:
    """Another offer's values by the id of this offer's term, and the ids of the terms it does not speak of."""

    values: dict[str, Value]
    without: tuple[str, ...]
