"""What the alternatives to an ask are worth (M29–M34), and how large a cushion one would need (M33)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from counteroffer.analysis.figures import Provenance, offered_pay
from counteroffer.analysis.flow import Flow
from counteroffer.analysis.interval import Interval, exactly, expected, from_estimate
from counteroffer.analysis.results import Source, Step, Worth, flow_steps
from counteroffer.analysis.spec import Counted
from counteroffer.analysis.valuation import level_of, worth
from counteroffer.analysis.view import kept
from counteroffer.domain.alternatives import Alternative, Cushion, CushionForm, InSteps, PerformanceTied, TimedRise
from counteroffer.domain.levels import AmountValue, DateValue, is_blank
from counteroffer.domain.money import Fraction as Share
from counteroffer.domain.terms import Level, Term
from counteroffer.domain.words import N_
from counteroffer.domain.workbook import Workbook

_DAYS_A_YEAR = Fraction(1461, 4)
_NEXT_YEAR = Fraction(1)


def alternative_worth(
    workbook: Workbook,
    term: Term,
    alternative: Alternative,
    *,
    default_formula: str | None = None,
    pay: Interval | None = None,
    first_day: date | None = None,
    before_tax: bool = False,
) -> Worth:
    """What another way is worth beyond the offer: the person's own figure, else by its kind where that has one.

    `first_day` is the first working day, from which later steps are counted (the start date in the workbook if None).
    """
    own = expected(alternative.worth)
    if own is not None:
        entered = Step(N_("Your own figure, a year"), own, Counted.MONEY_YEAR, Provenance.ENTERED)
        return Worth(Source.OWN, (Flow(own),), trace=(entered,))
    keep = None if before_tax else kept(workbook)
    match alternative:
        case TimedRise():
            return _timed_rise(alternative, keep)
        case PerformanceTied():
            return _performance(alternative, keep)
        case Cushion():
            return _cushion(alternative, pay or offered_pay(workbook, term), keep)
        case InSteps():
            begins = first_day or _start_date(workbook)
            return _in_steps(workbook, term, alternative, default_formula, pay, begins, before_tax)
    return Worth(Source.UNKNOWN, missing=("worth",))


def cushion_need(cushion: Cushion) -> Interval | None:
    """What would be lacking if it ended badly: months to find work × what one lives on a month − savings − notice pay.

    By hand: 5 months × 2,300 = 11,500 − 4,000 − 4,500 = 3,000. Never below zero. None without months or cost of living;
    savings and notice pay that are not named count as nothing.
    """
    months = from_estimate(cushion.months_to_find)
    if months is None or cushion.living_a_month is None:
        return None
    at_hand = Fraction(cushion.savings or 0) + Fraction(cushion.notice_pay or 0)
    gap = months.scale(cushion.living_a_month) - exactly(at_hand)
    return Interval(max(gap.low, Fraction(0)), max(gap.likely, Fraction(0)), max(gap.high, Fraction(0)))


def cushion_sum(cushion: Cushion, pay: Interval | None) -> Interval | None:
    """What would be paid if it ended badly: months of pay, or the lump sum; less notice pay that is set against it."""
    if cushion.form is CushionForm.LUMP:
        paid = None if cushion.amount is None else exactly(cushion.amount)
    else:
        paid = None if cushion.months is None or pay is None else pay.scale(Fraction(cushion.months) / 12)
    if paid is None or not cushion.notice_set_off:
        return paid
    less = paid - exactly(cushion.notice_pay or 0)
    return Interval(max(less.low, Fraction(0)), max(less.likely, Fraction(0)), max(less.high, Fraction(0)))


def cushion_beside_need(cushion: Cushion, pay: Interval | None) -> Beside:
    """The sum, the gap it would have to fill, and what of the gap would be left."""
    need, paid = cushion_need(cushion), cushion_sum(cushion, pay)
    if need is None or paid is None:
        return Beside(paid, need, None)
    gap = need - paid
    left = Interval(max(gap.low, Fraction(0)), max(gap.likely, Fraction(0)), max(gap.high, Fraction(0)))
    return Beside(paid, need, left)


def _timed_rise(rise: TimedRise, keep: Fraction | None) -> Worth:
    lacking = _lacking(amount=rise.amount, after_months=rise.after_months)
    if rise.amount is None or rise.after_months is None:
        return Worth(Source.UNKNOWN, missing=lacking)
    flow = Flow(exactly(rise.amount), starts=Fraction(rise.after_months, 12))
    return _chanced(flow, _chance(rise.chance), keep)


def _performance(reward: PerformanceTied, keep: Fraction | None) -> Worth:
    """A reward in money, once. A reward that is not money has no figure unless the person gives one."""
    if reward.amount is None:
        return Worth(Source.UNKNOWN, missing=("amount",))
    return _chanced(Flow(once=exactly(reward.amount)), _chance(reward.chance), keep)


def _cushion(cushion: Cushion, pay: Interval | None, keep: Fraction | None) -> Worth:
    """The sum at its chance, once. Without a chance there is no worth: taken as certain it would be far too large."""
    paid = cushion_sum(cushion, pay)
    if paid is None or cushion.chance is None:
        lump = cushion.form is CushionForm.LUMP
        by_form = _lacking(amount=cushion.amount) if lump else _lacking(months=cushion.months, pay=pay)
        return Worth(Source.UNKNOWN, missing=(*by_form, *_lacking(chance=cushion.chance)))
    return _chanced(Flow(once=paid), _chance(cushion.chance), keep)


def _in_steps(
    workbook: Workbook,
    term: Term,
    steps: InSteps,
    default_formula: str | None,
    pay: Interval | None,
    begins: date | None,
    before_tax: bool,
) -> Worth:
    """The first part until the second comes, then the second; or one sum, once."""
    if is_blank(steps.now):
        return Worth(Source.UNKNOWN, missing=("now",))
    if steps.once and isinstance(steps.now, AmountValue):
        keep = None if before_tax else kept(workbook)
        return _chanced(Flow(once=exactly(steps.now.amount)), _chance(None), keep)
    if steps.unit is not term.unit:
        return Worth(Source.UNKNOWN, missing=("worth",))

    def at(level: Level) -> Worth:
        return worth(workbook, term, level, pay=pay, default_formula=default_formula, before_tax=before_tax)

    first = at(level_of(term, steps.now))
    if not first.known or is_blank(steps.later):
        return first
    second = at(level_of(term, steps.later))
    if not second.known:
        return second
    after = _years_until(begins, steps.later_on)
    known = begins is not None and steps.later_on is not None
    turn = Step(
        N_("The second part comes after"),
        exactly(after * 12),
        Counted.MONTHS,
        Provenance.WORKBOOK if known else Provenance.DEFAULT,
    )
    # What comes once grows to the second sum; it does not come twice.
    flows = (
        *(Flow(one.yearly, starts=one.starts, ends=_sooner(one.ends, after)) for one in first.flows),
        *(Flow(one.yearly, one.once, one.starts + after, _later(one.ends, after)) for one in second.flows),
    )
    told = second if second.flows else first
    return replace(told, flows=flows, trace=(*first.trace, turn, *second.trace))


def _sooner(ends: Fraction | None, moment: Fraction) -> Fraction:
    return moment if ends is None else min(ends, moment)


def _later(ends: Fraction | None, by: Fraction) -> Fraction | None:
    return None if ends is None else ends + by


def _chance(named: Share | None) -> tuple[Fraction, Provenance]:
    return (Fraction(1), Provenance.DEFAULT) if named is None else (Fraction(named), Provenance.ENTERED)


def _chanced(flow: Flow, chance: tuple[Fraction, Provenance], keep: Fraction | None) -> Worth:
    share, provenance = chance
    result = flow.times(exactly(share))
    steps = (
        *flow_steps(flow),
        Step(N_("How likely it is to come"), exactly(share), Counted.SHARE, provenance),
        *flow_steps(result),
    )
    if keep is not None:
        result = result.times(exactly(keep))
        rate = Step(N_("What you keep of it after tax and dues"), exactly(keep), Counted.SHARE, Provenance.WORKBOOK)
        steps += (rate, *flow_steps(result))
    return Worth(Source.FORMULA, (result,), trace=steps)


def _lacking(**fields: object) -> tuple[str, ...]:
    return tuple(name for name, held in fields.items() if held is None)


def _start_date(workbook: Workbook) -> date | None:
    for term in workbook.terms:
        if term.benefit == "start_date":
            for value in (term.agreed.value, term.offered.value):
                if isinstance(value, DateValue):
                    return value.date
    return None


def _years_until(begins: date | None, later: date | None) -> Fraction:
    """Years from the first day to the second part, to the nearest month; one year if either day is not known."""
    if begins is None or later is None:
        return _NEXT_YEAR
    months = round((later - begins).days * 12 / _DAYS_A_YEAR)
    return max(Fraction(months, 12), Fraction(0))


@dataclass(frozen=True)
class Beside:
    """A cushion beside what it is for."""

    paid: Interval | None
    need: Interval | None
    left: Interval | None
