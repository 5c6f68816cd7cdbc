"""Each formula against figures worked out by hand; the arithmetic stands beside each."""

from __future__ import annotations

import inspect
import tomllib
from fractions import Fraction
from types import MappingProxyType

import pytest

from counteroffer import resources
from counteroffer.analysis import formulas_life as life
from counteroffer.analysis import formulas_pay as pay
from counteroffer.analysis.flow import Flow, average, later_year
from counteroffer.analysis.formulas import FORMULAS, input_problem
from counteroffer.analysis.interval import ZERO, exactly
from counteroffer.analysis.spec import Change, Formula
from counteroffer.domain.levels import Direction, Unit
from counteroffer.domain.money import Estimate
from tests.analysis.build import F, estimate, figure, step

PAY = figure(50_000)
EVERY = pytest.mark.parametrize("formula", FORMULAS.values(), ids=lambda one: one.name)


def less(start: int, end: int, unit: Unit) -> Change:
    return Change(unit, Direction.LESS, F(start), F(end))


def test_base_pay() -> None:
    assert pay.base_pay(step(5_000)).yearly == figure(5_000)
    # 200 more a month, paid 13 times: 200 × 13 = 2,600
    assert pay.base_pay(step(200, Unit.MONEY_MONTH), payments=figure(13)).yearly == figure(2_600)
    # 1.50 more an hour × 38 hours × 52 weeks = 57 × 52 = 2,964
    hourly = pay.base_pay(step("1.5", Unit.MONEY_HOUR), hours=figure(38), paid_weeks=figure(52))
    assert hourly.yearly == figure(2_964)


def test_paid_days() -> None:
    flow = pay.paid_days(step(3, Unit.DAYS_YEAR), pay=PAY, work_days=figure(220), share_used=figure("0.9", "0.95", 1))
    # 50,000 ÷ 220 × 3 = 681.8181…; × 0.9 = 613.6363…; × 0.95 = 647.7272…
    assert flow == Flow(figure("6750/11", "7125/11", "7500/11"))


def test_retirement_contribution() -> None:
    # 1 percentage point of 50,000 = 500
    assert pay.retirement_contribution(step(1, Unit.PERCENT_PAY), pay=PAY).yearly == figure(500)
    # 40 a month × 12 = 480
    assert pay.retirement_contribution(step(40, Unit.MONEY_MONTH)).yearly == figure(480)


def test_retirement_eligibility() -> None:
    flow = pay.retirement_eligibility(less(12, 6, Unit.MONTHS), pay=PAY, contribution=figure(3))
    # 6 months × 3 % × 50,000 ÷ 12 = 6 × 125 = 750
    assert flow == Flow(once=figure(750))


def test_bonus() -> None:
    # 1 % of 50,000 = 500; × 0.8, 0.9, 1 = 400, 450, 500
    assert pay.bonus(step(1, Unit.PERCENT_PAY), pay=PAY, payout=figure("0.8", "0.9", 1)).yearly == figure(400, 450, 500)
    # 2,000 a year × 0.9 = 1,800
    assert pay.bonus(step(2_000), payout=figure("0.9")).yearly == figure(1_800)


def test_timed_rise() -> None:
    flow = pay.timed_rise(step(3_000), after_months=figure(6))
    # 3,000 × 6/12 = 1,500 in the first year, 3,000 in each later one; over 4 years (1,500 + 3 × 3,000) ÷ 4 = 2,625
    assert flow.first_year == figure(1_500)
    assert later_year([flow]) == figure(3_000)
    assert average([flow], 4) == figure(2_625)
    late = pay.timed_rise(step(3_000), after_months=figure(18))
    # nothing in the first year, 6 months of the second: (1,500 + 3,000) ÷ 3 = 1,500 over 3 years
    assert late.first_year == ZERO
    assert average([late], 3) == figure(1_500)
    # 100 a month, 13 times = 1,300 a year; 2 % of 50,000 = 1,000 a year
    assert pay.timed_rise(step(100, Unit.MONEY_MONTH), after_months=figure(0), payments=figure(13)).yearly == figure(
        1_300
    )
    assert pay.timed_rise(step(2, Unit.PERCENT_PAY), after_months=figure(0), pay=PAY).first_year == figure(1_000)


def test_severance() -> None:
    # 3 × 50,000 ÷ 12 = 12,500; × 0.1 = 1,250
    assert pay.severance(step(3, Unit.MONTHS), pay=PAY, chance=figure("0.1")) == Flow(once=figure(1_250))
    # 13 weeks are a quarter: 12,500 × 0.2 = 2,500
    assert pay.severance(step(13, Unit.WEEKS), pay=PAY, chance=figure("0.2")).once == figure(2_500)
    # a lump sum of 15,000 × 0.1 = 1,500
    assert pay.severance(step(15_000, Unit.MONEY_ONCE), chance=figure("0.1")).once == figure(1_500)


def test_sign_on() -> None:
    flow = pay.sign_on(step(2_000, Unit.MONEY_ONCE), share_kept=figure("0.9"))
    # 2,000 × 0.9 = 1,800 once; over 4 years 450 a year
    assert flow == Flow(once=figure(1_800))
    assert average([flow], 4) == figure(450)


def test_equity() -> None:
    flow = pay.equity(step(20_000, Unit.MONEY_ONCE), years=figure(4), realism=figure("0.3"))
    # 20,000 ÷ 4 × 0.3 = 1,500 a year for 4 years: 6,000 in all, over 6 years 1,000 a year, over 2 years 1,500
    assert flow.yearly == flow.first_year == figure(1_500)
    assert average([flow], 6) == figure(1_000)
    assert average([flow], 2) == figure(1_500)
    # a grant of 5,000 every year × 0.3 = 1,500, without an end
    assert pay.equity(step(5_000), realism=figure("0.3")) == Flow(figure(1_500))


def test_allowance() -> None:
    assert pay.allowance(step(25, Unit.MONEY_MONTH)) == Flow(figure(300))  # 25 × 12
    assert pay.allowance(step(600)) == Flow(figure(600))
    assert pay.allowance(step(900, Unit.MONEY_ONCE)) == Flow(once=figure(900))


def test_none() -> None:
    assert pay.none(step(7)) == Flow()


def test_remote_days() -> None:
    flow = life.remote_days(
        step(2, Unit.DAYS_WEEK),
        weeks=figure(42, 44, 46),
        commute_cost_day=figure("3.8", "4.2", 5),
        commute_hours_day=figure("0.7", "0.8", 1),
        hour_worth=figure(15),
    )
    # low 2 × 42 × (3.80 + 10.50) = 84 × 14.30 = 1,201.20; likely 88 × 16.20 = 1,425.60; high 92 × 20 = 1,840
    assert flow == Flow(figure("1201.2", "1425.6", 1_840))


def test_flexible_hours() -> None:
    flow = life.flexible_hours(
        step(5, Unit.HOURS_WEEK), share_saved=figure("0.2"), weeks=figure(44), hour_worth=figure(15)
    )
    assert flow == Flow(figure(660))  # 5 × 0.2 = 1 hour × 44 × 15


def test_training() -> None:
    assert life.training(step(1_600), would_pay_share=figure("0.44")) == Flow(figure(704))  # 1,600 × 0.44
    assert life.training(step(100, Unit.MONEY_MONTH), would_pay_share=figure("0.5")).yearly == figure(600)
    assert life.training(step(100, Unit.MONEY_ONCE), would_pay_share=figure("0.5")) == Flow(once=figure(50))


def test_relocation() -> None:
    flow = life.relocation(step(4_000, Unit.MONEY_ONCE), would_pay_share=figure("0.75"))
    assert flow == Flow(once=figure(3_000))  # 4,000 × 0.75


def test_insurance() -> None:
    assert life.insurance(step(1, Unit.YES_NO), price=figure(200, 240, 300)) == Flow(figure(200, 240, 300))


def test_health_premium() -> None:
    offered_60_asked_80 = Change(Unit.PERCENT, Direction.MORE, F(60), F(80))
    assert life.health_cover(offered_60_asked_80, premium=figure(6_000)) == Flow(figure(1_200))  # 20 % of 6,000
    assert life.health_cover(step(30, Unit.MONEY_MONTH)) == Flow(figure(360))  # 30 × 12 towards the premium
    assert life.health_cover(less(90, 60, Unit.MONEY_MONTH)) == Flow(figure(360))  # one's own part, 30 × 12 less


def test_health_deductible() -> None:
    change = less(1_500, 500, Unit.MONEY_YEAR)
    # bills 4,000: 1,500 + 0.2 × 2,500 = 2,000 against 500 + 0.2 × 3,500 = 1,200: 800 saved
    # bills 300: 300 against 300: nothing saved; bills 20,000: 5,200 against 4,400: 800 saved
    # between them most is saved at bills of 1,500: 1,500 against 500 + 0.2 × 1,000 = 700: 800
    flow = life.health_cover(change, spending=figure(300, 4_000, 20_000), coinsurance=figure("0.2"))
    assert flow == Flow(figure(0, 800, 800))
    # with a limit of 3,000 both pay 3,000 at bills of 20,000: nothing saved there
    limited = life.health_cover(
        change,
        spending=figure(1_000, 4_000, 20_000),
        coinsurance=figure("0.2"),
        out_of_pocket_limit=figure(3_000),
    )
    # bills 1,000: 1,000 against 500 + 0.2 × 500 = 600: 400 saved
    assert limited == Flow(figure(0, 800, 800))


def test_health_share_of_bills() -> None:
    # bills 5,000, deductible 1,000: 1,000 + 30 % of 4,000 = 2,200 against 1,000 + 10 % of 4,000 = 1,400: 800 saved
    flow = life.health_cover(less(30, 10, Unit.PERCENT), spending=figure(5_000), deductible=figure(1_000))
    assert flow == Flow(figure(800))


def test_the_best_case_may_lie_between_the_bills_one_names() -> None:
    # A deductible of 2,000 or none, then half of each bill, and never more than 2,000.
    # Bills of 0: 0 − 0; of 1,000: 1,000 − 500 = 500; of 2,000: 2,000 − 1,000 = 1,000; of 10,000: 2,000 − 2,000 = 0.
    # The most is saved at 2,000, which is neither the low, the likely nor the high figure.
    flow = life.health_cover(
        less(2_000, 0, Unit.MONEY_YEAR),
        spending=figure(0, 1_000, 10_000),
        coinsurance=figure("0.5"),
        out_of_pocket_limit=figure(2_000),
    )
    assert flow == Flow(figure(0, 500, 1_000))


@pytest.mark.parametrize(
    ("spending", "plan", "paid"),
    [
        (10_000, life.HealthPlan(F(1_000), F("0.2"), F(100)), 2_900),  # 1,000 + 0.2 × 9,000 + 100
        (10_000, life.HealthPlan(F(1_000), F("0.2"), F(100), F(2_500)), 2_500),
        (400, life.HealthPlan(F(1_000), F("0.2")), 400),
        (0, life.HealthPlan(F(1_000), F("0.2")), 0),
        (3_000, life.HealthPlan(F(0), F(0)), 0),
    ],
)
def test_out_of_pocket(spending: int, plan: life.HealthPlan, paid: int) -> None:
    assert life.out_of_pocket(F(spending), plan) == paid


def test_a_flow_counts_only_the_years_it_runs() -> None:
    flow = Flow(figure(1_200), figure(100), starts=F(1, 2), ends=F(2))
    assert flow.first_year == figure(600)
    assert flow.within(1) == figure(700)
    assert flow.within(2) == flow.within(9) == figure(1_900)  # 1.5 × 1,200 + 100
    assert later_year([flow]) == figure(1_200)
    assert later_year([Flow(figure(1_200), ends=F(1))]) == ZERO
    assert later_year([]) == ZERO
    assert Flow(starts=F(3), ends=F(2)).running(5) == 0


def test_a_later_year_is_one_in_which_all_has_begun() -> None:
    now, then = Flow(figure(100), ends=F(3, 2)), Flow(figure(300), starts=F(3, 2))
    assert later_year([now, then]) == figure(300)


@EVERY
def test_a_formula_takes_just_the_inputs_it_asks_for(formula: Formula) -> None:
    parameters = list(inspect.signature(formula.function).parameters.values())
    assert [one.name for one in parameters[:1]] == ["change"]
    assert {one.name for one in parameters[1:]} == {one.name for one in formula.inputs}
    assert all(one.kind is one.KEYWORD_ONLY for one in parameters[1:])


@EVERY
def test_a_formula_says_what_it_is(formula: Formula) -> None:
    text = formula.function.__doc__ or ""
    assert all(heading in text for heading in ("Inputs:", "From:", "By hand:", "Limits:"))
    assert all(f"`{one.name}`" in text for one in formula.inputs)
    assert all((formula.title, formula.says, formula.limits))
    assert all(one.title and one.prompt and one.wrong.endswith(".") for one in formula.inputs)
    assert formula.input("no such thing") is None


def test_the_formulas_cannot_be_changed() -> None:
    assert isinstance(FORMULAS, MappingProxyType)
    assert list(FORMULAS) == [one.name for one in FORMULAS.values()]


@EVERY
def test_the_bounds_of_an_input_hold_its_default(formula: Formula) -> None:
    for one in formula.inputs:
        assert one.least < one.most
        assert one.default is None or one.least <= one.default <= one.most


@pytest.mark.parametrize(
    ("formula", "name", "given", "wrong"),
    [
        ("paid_days", "work_days", estimate("220"), None),
        ("paid_days", "work_days", Estimate(), None),
        ("paid_days", "work_days", estimate("0"), "Work days a year lie between 1 and 366."),
        ("paid_days", "work_days", estimate("400"), "Work days a year lie between 1 and 366."),
        ("paid_days", "work_days", estimate("200", "220", "400"), "Work days a year lie between 1 and 366."),
        ("paid_days", "share_used", estimate("7"), "A share lies between 0 and 1, which is 0 % to 100 %."),
        ("paid_days", "share_used", estimate("-0.1"), "A share lies between 0 and 1, which is 0 % to 100 %."),
        ("remote_days", "weeks", estimate("0"), "Weeks a year lie between 1 and 53."),
        ("remote_days", "commute_hours_day", estimate("25"), "Hours a day lie between 0 and 24."),
        ("equity", "years", estimate("0"), "Years lie between 1 and 40."),
        ("paid_days", "no such input", estimate("-4"), None),
        ("no such formula", "work_days", estimate("-4"), None),
    ],
)
def test_a_figure_that_cannot_be_is_told_in_a_sentence(
    formula: str, name: str, given: Estimate, wrong: str | None
) -> None:
    assert input_problem(formula, name, given) == wrong


def test_every_benefit_of_the_catalogue_has_a_formula_that_fits() -> None:
    for one in tomllib.loads(resources.text("catalogue.toml"))["benefit"]:
        assert Unit(one["unit"]) in FORMULAS[one["formula"]].units, one["key"]


def test_a_change_knows_its_direction() -> None:
    assert Change(Unit.DAYS, Direction.MORE, F(25), F(28)).gain == 3
    assert Change(Unit.DAYS, Direction.LESS, F(25), F(28)).gain == -3
    assert exactly(Fraction(1, 3)).likely == F(1, 3)
