"""The inputs that formulas ask for: what they are called, what to write, what figures are possible, what holds else."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from counteroffer.analysis.spec import PERCENTAGES, Counted, Input, counted_in
from counteroffer.domain.levels import Direction, Unit
from counteroffer.domain.words import N_

_ZERO, _ONE = Fraction(0), Fraction(1)
_MOST = Fraction(10**12)
_NOT_NEGATIVE = N_("Money here is nothing or more, never below zero.")
_A_SHARE = N_("A share lies between 0 and 1, which is 0 % to 100 %.")


def _premium_share(unit: Unit, direction: Direction) -> bool:
    return direction is Direction.MORE and unit in PERCENTAGES


def _share_of_bills(unit: Unit, direction: Direction) -> bool:
    return direction is Direction.LESS and unit in PERCENTAGES


def _deductible(unit: Unit, direction: Direction) -> bool:
    return direction is Direction.LESS and unit is Unit.MONEY_YEAR


def _bills(unit: Unit, direction: Direction) -> bool:
    return _share_of_bills(unit, direction) or _deductible(unit, direction)


def _money(name: str, title: str, prompt: str, unit: Counted = Counted.MONEY_YEAR) -> Input:
    return Input(name, title, prompt, unit, _NOT_NEGATIVE, _ZERO, _MOST)


def _share(name: str, title: str, prompt: str, default: Fraction | None = None) -> Input:
    return Input(name, title, prompt, Counted.SHARE, _A_SHARE, _ZERO, _ONE, default)


PAY = _money("pay", N_("Base pay a year"), N_("It follows the pay in the package you look at."))
PAY_FOR_PERCENT = replace(PAY, when=counted_in(*PERCENTAGES))
PAY_FOR_TIME = replace(PAY, when=counted_in(Unit.MONTHS, Unit.WEEKS))
PAYMENTS = Input(
    "payments",
    N_("Payments a year"),
    N_("Twelve, unless there are extra months."),
    Counted.TIMES_YEAR,
    N_("Pay comes between once and 60 times a year."),
    _ONE,
    Fraction(60),
    Fraction(12),
    when=counted_in(Unit.MONEY_MONTH),
)
HOURS = Input(
    "hours",
    N_("Paid hours a week"),
    N_("What is paid in a usual week, extra pay for overtime and shifts counted as hours."),
    Counted.HOURS_WEEK,
    N_("A week has 168 hours, and hours cannot be below zero."),
    _ZERO,
    Fraction(168),
    when=counted_in(Unit.MONEY_HOUR),
)
PAID_WEEKS = Input(
    "paid_weeks",
    N_("Paid weeks a year"),
    N_("52 if leave is paid."),
    Counted.WEEKS_YEAR,
    N_("Weeks a year lie between 1 and 53."),
    _ONE,
    Fraction(53),
    Fraction(52),
    when=counted_in(Unit.MONEY_HOUR),
)
WORK_DAYS = Input(
    "work_days",
    N_("Work days a year"),
    N_("Days you really work, holidays taken off. The more there are, the less one is worth."),
    Counted.DAYS_YEAR,
    N_("Work days a year lie between 1 and 366."),
    _ONE,
    Fraction(366),
    Fraction(260),
)
SHARE_USED = _share("share_used", N_("How much of it you will really take"), N_("All of it is 1, half is 0.5."), _ONE)
CONTRIBUTION = Input(
    "contribution",
    N_("The employer’s contribution, % of pay"),
    N_("What begins earlier."),
    Counted.PERCENT,
    N_("A contribution lies between 0 % and 100 % of pay."),
    _ZERO,
    Fraction(100),
)
PAYOUT = _share("payout", N_("How much of a full bonus is really paid"), N_("Ask what was paid in the last years."))
AFTER_MONTHS = Input(
    "after_months",
    N_("Months until it comes"),
    N_("Counted from your first day."),
    Counted.MONTHS,
    N_("It comes between now and 120 months from now."),
    _ZERO,
    Fraction(120),
    single=True,
)
CHANCE = _share("chance", N_("How likely it is that you will need it"), N_("Within the years you look ahead."))
SHARE_KEPT = _share(
    "share_kept", N_("How much of it you expect to keep"), N_("Less than 1 if some may have to be paid back."), _ONE
)
VESTING_YEARS = Input(
    "years",
    N_("Years until all of it is yours"),
    N_("As the grant says."),
    Counted.YEARS,
    N_("Years lie between 1 and 40."),
    _ONE,
    Fraction(40),
    single=True,
    when=counted_in(Unit.MONEY_ONCE),
)
REALISM = _share(
    "realism", N_("How much of its named value you would bet on"), N_("Shares can fall, and may never be sold.")
)
WEEKS = Input(
    "weeks",
    N_("Weeks a year that you work"),
    N_("Leave and holidays taken off."),
    Counted.WEEKS_YEAR,
    N_("Weeks a year lie between 1 and 53."),
    _ONE,
    Fraction(53),
    Fraction(44),
)
HOUR_WORTH = _money(
    "hour_worth",
    N_("What an hour of your own time is worth"),
    N_("What you would pay to have it free. You set it once for the whole workbook."),
    Counted.MONEY_HOUR,
)
COMMUTE_COST = _money(
    "commute_cost_day", N_("What the way to work costs a day"), N_("There and back."), Counted.MONEY_DAY
)
COMMUTE_HOURS = Input(
    "commute_hours_day",
    N_("Hours on the way a day"),
    N_("There and back, from door to door."),
    Counted.HOURS_DAY,
    N_("Hours a day lie between 0 and 24."),
    _ZERO,
    Fraction(24),
)
SHARE_SAVED = _share(
    "share_saved",
    N_("How much of such an hour you really win"),
    N_("0.2 if five hours placed well save you one."),
)
WOULD_PAY = _share(
    "would_pay_share", N_("How much of it you would otherwise pay yourself"), N_("All of it is 1, half is 0.5.")
)
PRICE = _money("price", N_("What you would pay for it a year"), N_("For the same cover, bought on your own."))
PREMIUM = Input(
    "premium",
    N_("The whole premium a year"),
    N_("Your part and theirs together."),
    Counted.MONEY_YEAR,
    _NOT_NEGATIVE,
    _ZERO,
    _MOST,
    when=_premium_share,
)
SPENDING = Input(
    "spending",
    N_("Health bills in a year"),
    N_("Before any cover pays: a good year, a usual one, a bad one."),
    Counted.MONEY_YEAR,
    _NOT_NEGATIVE,
    _ZERO,
    _MOST,
    when=_bills,
)
DEDUCTIBLE = Input(
    "deductible",
    N_("What you pay first, a year"),
    N_("The deductible: until then the cover pays nothing."),
    Counted.MONEY_YEAR,
    _NOT_NEGATIVE,
    _ZERO,
    _MOST,
    _ZERO,
    single=True,
    when=_share_of_bills,
)
COINSURANCE = Input(
    "coinsurance",
    N_("Your share of the bills after that"),
    N_("0.2 if a fifth of each bill stays with you."),
    Counted.SHARE,
    _A_SHARE,
    _ZERO,
    _ONE,
    _ZERO,
    single=True,
    when=_deductible,
)
COPAYMENTS = Input(
    "copayments",
    N_("Fixed fees in a year"),
    N_("So much a visit, times your visits."),
    Counted.MONEY_YEAR,
    _NOT_NEGATIVE,
    _ZERO,
    _MOST,
    _ZERO,
    single=True,
    when=_bills,
)
OUT_OF_POCKET_LIMIT = Input(
    "out_of_pocket_limit",
    N_("The most you can have to pay in a year"),
    N_("Leave it empty if there is no such limit."),
    Counted.MONEY_YEAR,
    _NOT_NEGATIVE,
    _ZERO,
    _MOST,
    required=False,
    single=True,
    when=_bills,
)
