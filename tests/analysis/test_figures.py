"""The figures that formulas rest on: entered, from the workbook, by default, missing or unusable; and base pay."""

from __future__ import annotations

from typing import Any

import pytest

from counteroffer.analysis.figures import Figure, Provenance, figures, offered_pay, paid_hours, pay_at, pay_term
from counteroffer.analysis.formulas import FORMULAS
from counteroffer.analysis.interval import ONE, ZERO, Interval
from counteroffer.analysis.results import Source
from counteroffer.domain.levels import Direction, Unit
from counteroffer.domain.situation import PayBasis
from tests.analysis.build import (
    DAYS,
    YEAR,
    at_target,
    base,
    book,
    estimate,
    figure,
    money,
    number,
    percent,
    priced,
    term,
    used,
)


def test_what_nobody_named_holds_by_default_and_says_so() -> None:
    found = at_target(book(base(), term("days", Unit.DAYS_YEAR, number(0), number(13), "paid_days")), "days")
    assert used(found)["work_days"] == (figure(260), Provenance.DEFAULT)
    assert used(found)["share_used"] == (ONE, Provenance.DEFAULT)
    assert found.first_year == figure(2_500)  # 50,000 ÷ 260 × 13
    # with five days a week, 52 × 5 = 260 is no longer a guess
    found = at_target(book(base(), DAYS, pay={"days_a_week": "5"}), "days")
    assert used(found)["work_days"] == (figure(260), Provenance.WORKBOOK)


def test_what_is_missing_is_named() -> None:
    remote = term("remote", Unit.DAYS_WEEK, number(0), number(2), "remote_days", {"commute_cost_day": "4.2"})
    found = at_target(book(remote, pay={**YEAR, "days_a_week": "5"}), "remote")
    assert (found.known, found.source) == (False, Source.UNKNOWN)
    assert found.missing == ("commute_hours_day", "hour_worth")
    assert used(found)["weeks"] == (figure(44), Provenance.WORKBOOK)  # 220 days ÷ 5
    assert used(found)["commute_hours_day"] == (None, Provenance.MISSING)
    assert (found.first_year, found.once, found.average(3)) == (ZERO, ZERO, ZERO)


@pytest.mark.parametrize("days", ["0", "400"])
def test_a_figure_that_cannot_be_is_not_used(days: str) -> None:
    entered = term("days", Unit.DAYS_YEAR, number(25), number(28), "paid_days", {"work_days": days})
    found = [at_target(book(base(), entered), "days")]
    if days == "0":  # more days than there are the Offer page itself refuses
        found.append(at_target(book(base(), DAYS, pay={"work_days_a_year": days}), "days"))
    for one in found:
        assert one.missing == ("work_days",)
        assert [(problem.where, problem.says) for problem in one.problems] == [
            ("work_days", "Work days a year lie between 1 and 366.")
        ]


def test_pay_that_was_entered_does_not_follow() -> None:
    one = term("bonus", Unit.PERCENT_PAY, percent(0), percent(1), "bonus", {"payout": "1", "pay": "40000"})
    assert at_target(book(base(), one), "bonus", pay=figure(55_000)).first_year == figure(400)


def test_a_term_follows_the_pay_it_hangs_on() -> None:
    other = term("other_pay", Unit.MONEY_MONTH, money(1_000), money(1_100), "base_pay")
    bonus = term("bonus", Unit.PERCENT_PAY, percent(0), percent(1), "bonus", {"payout": "1"})
    hanging = bonus.model_copy(update={"valuation": bonus.valuation.model_copy(update={"hangs_on": "other_pay"})})
    assert at_target(book(base(), other, bonus), "bonus").first_year == figure(500)
    assert at_target(book(base(), other, hanging), "bonus").first_year == figure(120)
    assert pay_term(book(DAYS)) is None
    assert at_target(book(bonus), "bonus").missing == ("pay",)


def test_base_pay_in_a_year() -> None:
    monthly = base(4_000, unit=Unit.MONEY_MONTH)
    assert offered_pay(book(monthly, pay={"payments_a_year": 13})) == figure(52_000)
    hourly = base(20, unit=Unit.MONEY_HOUR)
    assert offered_pay(book(hourly, pay={"hours_a_week": "40"})) == figure(41_600)  # 20 × 40 × 52
    assert offered_pay(book(hourly)) is None
    assert offered_pay(book(base(-1))) is None
    assert offered_pay(book(base(50_000, by_law=money(51_000)))) == figure(51_000)
    assert pay_at(book(hourly), hourly, None) is None


@pytest.mark.parametrize(
    ("pay", "hours"),
    [
        ({}, None),
        ({"hours_a_week": "38"}, figure(38)),
        ({"guaranteed_hours": "20"}, figure(20)),
        # 38 h, 4 h of overtime at a quarter more, 5 h at night at a fifth more: 38 + 5 + 1 = 44
        (
            {
                "hours_a_week": "38",
                "overtime_hours": "4",
                "overtime_premium": "0.25",
                "shift_hours": "5",
                "shift_premium": "0.2",
            },
            figure(44),
        ),
        # what is expected holds the overtime already: 30 + 4 × 0.25 = 31
        ({"expected_hours": estimate("30"), "overtime_hours": "4", "overtime_premium": "0.25"}, figure(31)),
        # what is sure is the low end, where none was entered
        ({"expected_hours": estimate("30"), "guaranteed_hours": "20"}, figure(20, 30, 30)),
        ({"expected_hours": estimate("25", "30", "35"), "guaranteed_hours": "20"}, figure(25, 30, 35)),
        ({"expected_hours": estimate("15"), "guaranteed_hours": "20"}, figure(15)),
    ],
)
def test_paid_hours(pay: dict[str, Any], hours: Interval | None) -> None:
    assert paid_hours(PayBasis.model_validate(pay)) == hours


def test_a_unit_asks_only_for_the_inputs_it_needs() -> None:
    def asked(unit: Unit, formula: str, direction: Direction = Direction.MORE) -> list[str]:
        one = term("one", unit, None, formula=formula, direction=direction)
        return [found.input.name for found in figures(book(one), one, FORMULAS[formula], None)]

    assert asked(Unit.MONEY_YEAR, "base_pay") == []
    assert asked(Unit.MONEY_MONTH, "base_pay") == ["payments"]
    assert asked(Unit.MONEY_HOUR, "base_pay") == ["hours", "paid_weeks"]
    assert asked(Unit.PERCENT, "health_cover") == ["premium"]
    assert asked(Unit.MONEY_MONTH, "health_cover", Direction.LESS) == []
    bills = ["spending", "copayments", "out_of_pocket_limit"]
    assert sorted(asked(Unit.PERCENT, "health_cover", Direction.LESS)) == sorted(["deductible", *bills])
    assert sorted(asked(Unit.MONEY_YEAR, "health_cover", Direction.LESS)) == sorted(["coinsurance", *bills])


def test_an_input_that_may_be_empty_may_not_be_wrong() -> None:
    limit = next(one for one in FORMULAS["health_cover"].inputs if one.name == "out_of_pocket_limit")
    assert not Figure(limit, None, Provenance.MISSING).is_missing
    assert Figure(limit, None, Provenance.UNUSABLE, limit.wrong).is_missing
    deductible = {"spending": estimate("300", "4000", "20000"), "coinsurance": "0.2"}
    one = term("d", Unit.MONEY_YEAR, money(1_500), money(500), "health_cover", deductible, direction=Direction.LESS)
    assert at_target(book(one), "d").first_year == figure(0, 800, 800)
    unlimited = {**deductible, "out_of_pocket_limit": "-1"}
    one = term("d", Unit.MONEY_YEAR, money(1_500), money(500), "health_cover", unlimited, direction=Direction.LESS)
    assert at_target(book(one), "d").missing == ("out_of_pocket_limit",)


def test_a_figure_from_a_paper_counts_by_its_likely_value() -> None:
    one = term(
        "e", Unit.MONEY_ONCE, money(0), money(20_000), "equity", {"years": estimate("3", "4", "5"), "realism": "0.3"}
    )
    assert at_target(book(one), "e").first_year == figure(1_500)


def test_severance_takes_its_chance_from_the_term_and_only_once() -> None:
    found = priced(Unit.MONTHS, number(0), number(3), "severance", chance="0.1")
    assert (found.once, found.first_year) == (figure(1_250), ZERO)
    assert priced(Unit.MONTHS, number(0), number(3), "severance").missing == ("chance",)
    assert priced(Unit.MONTHS, number(0), number(3), "severance", {"chance": "0.2"}, chance="0.1").once == figure(2_500)


def test_a_bonus_is_never_taken_as_sure_in_silence() -> None:
    assert priced(Unit.PERCENT_PAY, percent(0), percent(1), "bonus").missing == ("payout",)
    found = priced(Unit.PERCENT_PAY, percent(0), percent(1), "bonus", chance="0.7")
    assert found.first_year == figure(350)
    assert used(found)["payout"] == (ONE, Provenance.DEFAULT)


def test_earlier_contributions_take_their_rate_from_the_term_about_it() -> None:
    later = term("later", Unit.MONTHS, number(12), number(6), "retirement_eligibility", direction=Direction.LESS)
    assert at_target(book(base(), later), "later").missing == ("contribution",)
    pension = term("pension", Unit.PERCENT_PAY, percent(3), percent(4), benefit="retirement_contribution")
    assert at_target(book(base(), later, pension), "later").once == figure(750)  # 6 × 3 % × 50,000 ÷ 12


def test_a_contribution_nobody_offered_is_missing() -> None:
    contribution = term("c", Unit.PERCENT_PAY, None, formula="retirement_contribution")
    later = term("later", Unit.MONTHS, number(12), number(6), "retirement_eligibility", direction=Direction.LESS)
    assert at_target(book(base(), contribution, later), "later").missing == ("contribution",)


def test_weeks_of_work_follow_from_the_days() -> None:
    def weeks(**pay: str) -> tuple[Interval | None, Provenance]:
        one = term("remote", Unit.DAYS_WEEK, number(0), number(2), "remote_days")
        return used(at_target(book(one, pay=pay), "remote"))["weeks"]

    assert weeks(work_days_a_year="220", days_a_week="5") == (figure(44), Provenance.WORKBOOK)
    assert weeks(work_days_a_year="220") == weeks(days_a_week="5") == weeks() == (figure(44), Provenance.DEFAULT)
    assert weeks(work_days_a_year="220", days_a_week="0") == (figure(44), Provenance.DEFAULT)
    assert weeks(work_days_a_year="366", days_a_week="5") == (None, Provenance.UNUSABLE)
