"""Formulas for time, place, growth, health and moving: what one would otherwise pay, or spend in hours.

`change` is the step in the term's own unit and direction, see `spec.Change`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from counteroffer.analysis.flow import Flow
from counteroffer.analysis.interval import ZERO, Interval
from counteroffer.analysis.spec import PERCENTAGES, Change, a_year
from counteroffer.domain.levels import Direction, Unit

_NOTHING = Fraction(0)


def remote_days(
    change: Change, *, weeks: Interval, commute_cost_day: Interval, commute_hours_day: Interval, hour_worth: Interval
) -> Flow:
    """What days from home save a year, in money and in time.

    Inputs: `weeks`, weeks a year that one works; `commute_cost_day`, money a day, both ways; `commute_hours_day`,
    hours a day, both ways; `hour_worth`, money an hour, set by the person.
    From: each day from home is one way there and back less: its fare, and its hours at the worth of one's own hour.
    By hand: 2 days × 44 weeks × (4.20 + 0.8 h × 15) = 88 × 16.20 = 1,425.60 a year.
    Limits: a pass that must be bought anyway saves no fare; heating, quiet and company are left out.
    """
    a_day = commute_cost_day + commute_hours_day * hour_worth
    return Flow((weeks * a_day).scale(change.gain))


def flexible_hours(change: Change, *, share_saved: Interval, weeks: Interval, hour_worth: Interval) -> Flow:
    """What hours that may be placed freely save a year.

    Inputs: `share_saved`, the share of such an hour that is really won; `weeks`, weeks a year that one works;
    `hour_worth`, money an hour, set by the person.
    From: an hour placed well saves some of another: a way without a queue, a visit without leave taken for it.
    By hand: 5 hours a week × 0.2 = 1 hour saved × 44 weeks × 15 = 660 a year.
    Limits: ease of mind is left out; it may be the larger part.
    """
    return Flow((share_saved * weeks * hour_worth).scale(change.gain))


def training(change: Change, *, would_pay_share: Interval) -> Flow:
    """What money for learning is worth: as much of it as one would otherwise pay oneself.

    Inputs: `would_pay_share`, a share.
    From: money saved, not money named. A course one would never have bought saves nothing.
    By hand: 1,600 a year × 0.44 = 704 a year.
    Limits: what the learning brings later is left out.
    """
    yearly = a_year(change)
    return Flow(yearly * would_pay_share) if yearly is not None else Flow(once=would_pay_share.scale(change.gain))


def relocation(change: Change, *, would_pay_share: Interval) -> Flow:
    """What help with moving is worth, once: as much of it as one would otherwise pay oneself.

    Inputs: `would_pay_share`, a share.
    From: money saved, as for training.
    By hand: 4,000 × 0.75 = 3,000 once.
    Limits: in some places it is taxed like pay, in others not; here it is not.
    """
    return Flow(once=would_pay_share.scale(change.gain))


def insurance(change: Change, *, price: Interval) -> Flow:
    """What a cover is worth a year: the price at which one would buy it.

    Inputs: `price`, money a year.
    From: the market: what the same cover costs a person alone; less, if one would not pay that.
    By hand: a cover one would pay 240 a year for = 240 a year.
    Limits: a group's cover may take people whom an insurer alone would refuse; then it is worth more.
    """
    return Flow(price.scale(change.gain))


def health_cover(
    change: Change,
    *,
    premium: Interval = ZERO,
    spending: Interval = ZERO,
    deductible: Interval = ZERO,
    coinsurance: Interval = ZERO,
    copayments: Interval = ZERO,
    out_of_pocket_limit: Interval | None = None,
) -> Flow:
    """What better health cover saves a year: the cost under the plan as offered less the cost under the one asked for.

    The term is one part of the plan, told by its unit and direction: a percentage, more is better: the share of the
    premium that the employer pays; a percentage, less is better: the share of each bill that stays with oneself;
    money a year, less is better: the deductible; money a month, less is better: one's own part of the premium; money,
    more is better: what the employer adds to it.
    Inputs: `premium`, money a year for the whole cover; `spending`, bills in a year, before any cover pays;
    `deductible`, money a year; `coinsurance`, a share; `copayments`, fixed fees in money a year;
    `out_of_pocket_limit`, money a year.
    From: what an insured person pays is the premium share and, of the bills, what `out_of_pocket` says.
    By hand: 80 % instead of 60 % of a premium of 6,000 = 1,200 a year. A deductible of 500 instead of 1,500 with a
    fifth of the rest to pay and bills of 4,000: 1,500 + 500 = 2,000 against 500 + 700 = 1,200, so 800 a year.
    Limits: what a plan does not cover at all, waiting times, and which doctors take it, are left out.
    """
    if change.direction is Direction.MORE or change.unit is Unit.MONEY_MONTH:
        return Flow(a_year(change) or premium.scale(change.gain / 100))
    limit = None if out_of_pocket_limit is None else out_of_pocket_limit.likely
    if change.unit in PERCENTAGES:
        plans = [
            HealthPlan(deductible.likely, share / 100, copayments.likely, limit) for share in (change.start, change.end)
        ]
    else:
        plans = [
            HealthPlan(first, coinsurance.likely, copayments.likely, limit) for first in (change.start, change.end)
        ]
    offered, asked = plans

    def saved(bills: Fraction) -> Fraction:
        return out_of_pocket(bills, offered) - out_of_pocket(bills, asked)

    return Flow(_range_over(spending, saved, (*_turns(offered), *_turns(asked))))


@dataclass(frozen=True)
class HealthPlan:
    """What a health plan leaves to pay: money a year, a share of the bills, fixed fees in money a year, and a cap."""

    deductible: Fraction
    coinsurance: Fraction
    copayments: Fraction = _NOTHING
    limit: Fraction | None = None


def out_of_pocket(spending: Fraction, plan: HealthPlan) -> Fraction:
    """What one pays oneself in a year of bills: all up to the deductible, a share of the rest, the fixed fees; at most
    the limit.

    By hand: bills of 10,000, deductible 1,000, a fifth of the rest, fees of 100: 1,000 + 1,800 + 100 = 2,900; with a
    limit of 2,500, 2,500. Limits: the fees are taken to count towards the limit, as they mostly do.
    """
    first = min(spending, plan.deductible)
    paid = first + (spending - first) * plan.coinsurance + plan.copayments
    return paid if plan.limit is None else min(paid, plan.limit)


def _turns(plan: HealthPlan) -> tuple[Fraction, ...]:
    """The bills at which the course of `out_of_pocket` bends: at the deductible, and where the limit is reached."""
    if plan.limit is None:
        return (plan.deductible,)
    room = plan.limit - plan.copayments
    if room <= plan.deductible or plan.coinsurance == 0:
        return (plan.deductible, room)
    return (plan.deductible, plan.deductible + (room - plan.deductible) / plan.coinsurance)


def _range_over(bills: Interval, saved: Callable[[Fraction], Fraction], turns: Iterable[Fraction]) -> Interval:
    """The least and most that is saved anywhere between low and high bills: between its bends the course is straight,
    so the ends and the bends are enough."""
    points = [bills.low, bills.likely, bills.high, *(one for one in turns if bills.low < one < bills.high)]
    results = [saved(one) for one in points]
    return Interval(min(results), saved(bills.likely), max(results))
