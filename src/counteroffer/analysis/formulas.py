"""All formulas by name, and what is wrong with a figure that one of them cannot use."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from counteroffer.analysis import formulas_life as life
from counteroffer.analysis import formulas_pay as pay
from counteroffer.analysis import inputs_asked as asked
from counteroffer.analysis.interval import from_estimate
from counteroffer.analysis.spec import MONEY_A_PERIOD, PERCENTAGES, Formula, Input
from counteroffer.domain.levels import Unit
from counteroffer.domain.money import Estimate
from counteroffer.domain.words import N_

_ONCE = frozenset({Unit.MONEY_ONCE})


def input_problem(formula: str, name: str, estimate: Estimate) -> str | None:
    """The sentence that says what is wrong with a figure for this input; None if nothing is, or nobody asks for it."""
    known = FORMULAS.get(formula)
    one = known.input(name) if known is not None else None
    return None if one is None else problem_with(one, estimate)


def problem_with(one: Input, estimate: Estimate) -> str | None:
    """The same, for an input at hand."""
    found = from_estimate(estimate)
    if found is None or one.least <= found.low <= found.high <= one.most:
        return None
    return one.wrong


_ALL = (
    Formula(
        "base_pay",
        N_("Base pay"),
        N_("What they pay beyond the offer, in a year."),
        N_("No tax in it, and nothing that hangs on pay."),
        MONEY_A_PERIOD | {Unit.MONEY_HOUR},
        (asked.PAYMENTS, asked.HOURS, asked.PAID_WEEKS),
        True,
        pay.base_pay,
    ),
    Formula(
        "paid_days",
        N_("Paid days off"),
        N_("Pay ÷ work days × days beyond the offer × the share you will really take."),
        N_("A free day may be worth more to you than a day’s pay, or less."),
        frozenset({Unit.DAYS_YEAR, Unit.DAYS}),
        (asked.PAY, asked.WORK_DAYS, asked.SHARE_USED),
        True,
        pay.paid_days,
    ),
    Formula(
        "retirement_contribution",
        N_("What they pay towards retirement"),
        N_("Percentage points beyond the offer × pay."),
        N_("It comes late, may be taxed late, and is lost if you leave before it is yours."),
        MONEY_A_PERIOD | PERCENTAGES,
        (asked.PAY_FOR_PERCENT,),
        False,
        pay.retirement_contribution,
        rises_with_pay=True,
    ),
    Formula(
        "retirement_eligibility",
        N_("Retirement payments that begin earlier"),
        N_("Months earlier × the contribution in % × pay ÷ 12, once."),
        N_("As for the contribution: it comes late, and only if it becomes yours."),
        frozenset({Unit.MONTHS}),
        (asked.PAY, asked.CONTRIBUTION),
        False,
        pay.retirement_eligibility,
    ),
    Formula(
        "health_cover",
        N_("Health cover"),
        N_("What you would pay in a year under the plan as offered − what you would pay under the one you ask for."),
        N_("Waiting times, and what a plan does not cover at all, are left out."),
        MONEY_A_PERIOD | PERCENTAGES,
        (
            asked.PREMIUM,
            asked.SPENDING,
            asked.DEDUCTIBLE,
            asked.COINSURANCE,
            asked.COPAYMENTS,
            asked.OUT_OF_POCKET_LIMIT,
        ),
        False,
        life.health_cover,
    ),
    Formula(
        "remote_days",
        N_("Days from home"),
        N_("Days beyond the offer × weeks × (cost of the way + hours on the way × worth of an hour)."),
        N_("A pass you must buy anyway saves no fare; heating, quiet and company are left out."),
        frozenset({Unit.DAYS_WEEK}),
        (asked.WEEKS, asked.COMMUTE_COST, asked.COMMUTE_HOURS, asked.HOUR_WORTH),
        False,
        life.remote_days,
    ),
    Formula(
        "flexible_hours",
        N_("Hours you may place yourself"),
        N_("Hours a week beyond the offer × the share you really win × weeks × worth of an hour."),
        N_("Ease of mind is left out; it may be the larger part."),
        frozenset({Unit.HOURS_WEEK}),
        (asked.SHARE_SAVED, asked.WEEKS, asked.HOUR_WORTH),
        False,
        life.flexible_hours,
    ),
    Formula(
        "training",
        N_("Money for learning"),
        N_("What they pay beyond the offer × the share you would otherwise pay yourself."),
        N_("What the learning brings you later is left out."),
        MONEY_A_PERIOD | _ONCE,
        (asked.WOULD_PAY,),
        False,
        life.training,
    ),
    Formula(
        "sign_on",
        N_("A sum for joining"),
        N_("The sum beyond the offer × the share you expect to keep, once; spread over the years you look ahead."),
        N_("Money now and money later count alike."),
        _ONCE,
        (asked.SHARE_KEPT,),
        True,
        pay.sign_on,
    ),
    Formula(
        "bonus",
        N_("Bonus"),
        N_("The full bonus beyond the offer × how much of it is really paid."),
        N_("What was paid in the past need not come again."),
        MONEY_A_PERIOD | PERCENTAGES,
        (asked.PAYOUT, asked.PAY_FOR_PERCENT),
        True,
        pay.bonus,
        rises_with_pay=True,
    ),
    Formula(
        "equity",
        N_("A share in the firm"),
        N_("The grant beyond the offer ÷ years × how much of it you would bet on."),
        N_("It knows nothing of prices, dilution or a first year without any."),
        MONEY_A_PERIOD | _ONCE,
        (asked.VESTING_YEARS, asked.REALISM),
        True,
        pay.equity,
    ),
    Formula(
        "timed_rise",
        N_("A rise agreed now"),
        N_("The rise a year, for what is left of the first year when it comes; then the whole of it."),
        N_("How likely it is to come is said beside the term."),
        MONEY_A_PERIOD | PERCENTAGES,
        (asked.AFTER_MONTHS, asked.PAYMENTS, asked.PAY_FOR_PERCENT),
        True,
        pay.timed_rise,
    ),
    Formula(
        "severance",
        N_("Severance"),
        N_("Months beyond the offer × pay ÷ 12 × how likely you are to need it, once."),
        N_("A soft fall is worth more than this to whoever has little put by."),
        frozenset({Unit.MONTHS, Unit.WEEKS, Unit.MONEY_ONCE}),
        (asked.CHANCE, asked.PAY_FOR_TIME),
        True,
        pay.severance,
        rises_with_pay=True,
    ),
    Formula(
        "relocation",
        N_("Help with moving"),
        N_("The sum beyond the offer × the share you would otherwise pay yourself, once."),
        N_("In some places it is taxed like pay; here it is not."),
        _ONCE,
        (asked.WOULD_PAY,),
        False,
        life.relocation,
    ),
    Formula(
        "allowance",
        N_("Money for a purpose"),
        N_("What they pay beyond the offer: twelve times if it is monthly, or once."),
        N_("It is worth less if you would not buy the thing yourself."),
        MONEY_A_PERIOD | _ONCE,
        (),
        True,
        pay.allowance,
    ),
    Formula(
        "insurance",
        N_("Insurance"),
        N_("The price at which you would buy the same cover."),
        N_("It is worth more if no insurer would take you on your own."),
        frozenset({Unit.YES_NO, Unit.TEXT}),
        (asked.PRICE,),
        False,
        life.insurance,
    ),
    Formula(
        "none",
        N_("No formula"),
        N_("Its worth comes from you: what you would pay for it, or what pay you would give up."),
        N_("Nothing is reckoned."),
        frozenset(Unit),
        (),
        False,
        pay.none,
    ),
)

FORMULAS: Mapping[str, Formula] = MappingProxyType({one.name: one for one in _ALL})
"""Every formula by its name, in the order in which they are offered."""
