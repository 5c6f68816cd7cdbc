"""Formulas for pay and what hangs on it. Each takes the step beyond the offer, so that unsure inputs count once.

`change` is the step in the term's own unit and direction, see `spec.Change`; `pay` is base pay in money a year.
"""

from __future__ import annotations

from fractions import Fraction

from counteroffer.analysis.flow import Flow
from counteroffer.analysis.interval import ONE, ZERO, Interval, exactly
from counteroffer.analysis.spec import MONEY_A_PERIOD, PERCENTAGES, Change, a_year
from counteroffer.domain.levels import Unit


def base_pay(change: Change, *, payments: Interval = ONE, hours: Interval = ONE, paid_weeks: Interval = ONE) -> Flow:
    """What a step in base pay brings a year.

    Inputs: `payments`, times a year (only for money a month); `hours`, paid hours a week, and `paid_weeks`, weeks a
    year (only for money an hour).
    From: the words of the contract. A monthly sum comes as often as it is paid, a thirteenth time too; an hour's pay
    comes for every paid hour of every paid week, and leave is paid, so 52 weeks unless the person says otherwise.
    By hand: 200 more a month in 13 payments = 2,600 a year; 1.50 more an hour × 38 hours × 52 weeks = 2,964 a year.
    Limits: no tax, and nothing for what hangs on pay; that is reckoned on its own.
    """
    step = exactly(change.gain)
    if change.unit is Unit.MONEY_HOUR:
        step = step * hours * paid_weeks
    elif change.unit is Unit.MONEY_MONTH:
        step = step * payments
    return Flow(step)


def paid_days(change: Change, *, pay: Interval, work_days: Interval, share_used: Interval) -> Flow:
    """What paid days off are worth a year: a day's pay each, as far as they are really taken.

    Inputs: `pay`, money a year; `work_days`, days a year; `share_used`, a share.
    From: the same pay for fewer days worked. A day's pay is the year's pay over the days worked for it; that is what
    an unpaid day off would cost.
    By hand: 3 days × 50,000 ÷ 220 days × 0.95 = 647.73 a year.
    Limits: a free day may be worth more or less than a day's pay to the person; whether a day can be taken in one
    piece, or carried over, is not in it.
    """
    return Flow((pay / work_days).scale(change.gain) * share_used)


def retirement_contribution(change: Change, *, pay: Interval = ZERO) -> Flow:
    """What a higher contribution by the employer brings a year.

    Inputs: `pay`, money a year (only for percentages).
    From: percentage points of pay, paid by the employer: the points over a hundred, times pay.
    By hand: 4 % instead of 3 %: 1 point of 50,000 = 500 a year.
    Limits: the money comes late, may be taxed late, and is lost if it does not vest; growth until then is left out.
    """
    return Flow(a_year(change) or pay.scale(change.gain / 100))


def retirement_eligibility(change: Change, *, pay: Interval, contribution: Interval) -> Flow:
    """What it brings once if the employer's contributions begin earlier.

    Inputs: `pay`, money a year; `contribution`, percentage points of pay.
    From: each month earlier is one more month's contribution: a twelfth of the year's pay times the contribution.
    By hand: 6 months earlier × 3 % × 50,000 ÷ 12 = 750 once.
    Limits: as for the contribution itself.
    """
    return Flow(once=(pay * contribution).scale(change.gain / 1200))


def bonus(change: Change, *, payout: Interval, pay: Interval = ZERO) -> Flow:
    """What a higher bonus brings a year, as far as it is really paid out.

    Inputs: `payout`, the share of the full bonus that is paid in a usual year; `pay`, money a year (only for
    percentages).
    From: the expected value: the full bonus times the part of it that has come in the past.
    By hand: 3 % instead of 2 % of 50,000 = 500 in full, × 0.9 paid out = 450 a year.
    Limits: the past need not come again; the chance that there is any bonus at all is the term's own chance.
    """
    return Flow((a_year(change) or pay.scale(change.gain / 100)) * payout)


def timed_rise(change: Change, *, after_months: Interval, payments: Interval = ONE, pay: Interval = ZERO) -> Flow:
    """What a rise brings that is agreed now and comes later: a part of the first year, then the whole.

    Inputs: `after_months`, months from the first day; `payments`, times a year (only for money a month); `pay`, money
    a year (only for percentages).
    From: a rise that runs from month N brings nothing before it; the first year holds 12 − N months of it.
    By hand: 3,000 a year after 6 months: 1,500 in the first year, 3,000 in each later one.
    Limits: the chance that it comes is the term's own chance.
    """
    percent = change.unit in PERCENTAGES
    yearly = pay.scale(change.gain / 100) if percent else base_pay(change, payments=payments).yearly
    return Flow(yearly, starts=after_months.likely / 12)


def severance(change: Change, *, chance: Interval, pay: Interval = ZERO) -> Flow:
    """What severance is worth before one knows whether it will be needed.

    Inputs: `chance`, the probability of being laid off while it counts; `pay`, money a year (only for months and
    weeks).
    From: the expected value: what would be paid, times how likely it is. A month is a twelfth of the year's pay, a
    week one part in 52.
    By hand: 3 months × 50,000 ÷ 12 = 12,500, × 0.1 = 1,250 once.
    Limits: a fall that is cushioned is worth more than its expected value to those who have put little by: see the
    cushion among the alternatives.
    """
    parts = {Unit.MONTHS: Fraction(1, 12), Unit.WEEKS: Fraction(1, 52)}
    part = parts.get(change.unit)
    sum_paid = exactly(change.gain) if part is None else pay.scale(part * change.gain)
    return Flow(once=sum_paid * chance)


def sign_on(change: Change, *, share_kept: Interval) -> Flow:
    """What a sum for joining is worth, once; as a yearly average it is spread over the years one looks ahead.

    Inputs: `share_kept`, the share one expects not to pay back.
    From: the sum, less what a repayment clause is likely to take again.
    By hand: 2,000 × 0.9 = 1,800 once; over 4 years, 450 a year.
    Limits: nothing for the time value of money.
    """
    return Flow(once=share_kept.scale(change.gain))


def equity(change: Change, *, realism: Interval, years: Interval = ONE) -> Flow:
    """What a grant of shares or options is worth a year while it vests.

    Inputs: `years`, years over which it vests (only for a grant once); `realism`, the share of the named value that
    one would bet on.
    From: the grant spread evenly over its years, times what one believes of it; after that it brings no more.
    By hand: 20,000 ÷ 4 years × 0.3 = 1,500 a year, for 4 years.
    Limits: no model of prices or dilution; a cliff is taken as even; options that end below their price are worth 0.
    """
    if change.unit in MONEY_A_PERIOD:
        return Flow((a_year(change) or ZERO) * realism)
    over = years.likely
    return Flow(realism.scale(change.gain / over), ends=over)


def allowance(change: Change) -> Flow:
    """What money for a purpose brings: the sum, twelve times a year if it is monthly, or once.

    Inputs: none.
    From: money that is paid out, or that pays for what one would have bought.
    By hand: 25 more a month × 12 = 300 a year.
    Limits: worth less if one would not buy the thing oneself; the question “would you buy it?” is for that.
    """
    yearly = a_year(change)
    return Flow(yearly) if yearly is not None else Flow(once=exactly(change.gain))


def none(change: Change) -> Flow:
    """No price: what it is worth comes from the person, or from what pay one would give up for it.

    Inputs: none. From: nothing. By hand: always 0. Limits: it says nothing about the term.
    """
    return Flow()
