"""What a level is worth: where the figure comes from, what it hangs on, and that every step of the way is told."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from counteroffer.analysis.figures import Provenance
from counteroffer.analysis.formulas import FORMULAS
from counteroffer.analysis.interval import ZERO
from counteroffer.analysis.results import Source, Worth
from counteroffer.analysis.valuation import level_at, level_of, worth
from counteroffer.analysis.view import kept, shown
from counteroffer.domain.levels import DateValue, Direction, TextValue, Unit
from counteroffer.domain.packages import Reckoning, Slot
from counteroffer.domain.situation import PayBasis
from counteroffer.domain.terms import Level, Option, WouldBuy
from tests.analysis.build import (
    DAYS,
    YEAR,
    F,
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
    yes,
)


def test_a_formula_takes_what_the_workbook_knows_and_says_so() -> None:
    found = at_target(book(base(), DAYS, pay=YEAR), "days")
    assert found.source is Source.FORMULA
    assert found.first_year == found.later_years == figure("7125/11")  # 50,000 ÷ 220 × 3 × 0.95
    assert used(found) == {
        "pay": (figure(50_000), Provenance.WORKBOOK),
        "work_days": (figure(220), Provenance.WORKBOOK),
        "share_used": (figure("0.95"), Provenance.ENTERED),
    }


def test_every_step_of_the_way_is_told() -> None:
    steps = [(one.label, one.amount) for one in at_target(book(base(), DAYS, pay=YEAR), "days").trace]
    assert steps == [
        ("You have anyway, by the offer or by law", figure(25)),
        ("This level", figure(28)),
        ("Better than you have anyway, by", figure(3)),
        ("Base pay a year", figure(50_000)),
        ("Work days a year", figure(220)),
        ("How much of it you will really take", figure("0.95")),
        (FORMULAS["paid_days"].says, None),
        ("A year", figure("7125/11")),
    ]


def test_chance_and_the_share_kept_are_steps_too() -> None:
    bonus = term("bonus", Unit.PERCENT_PAY, percent(2), percent(3), "bonus", {"payout": "0.9"}, chance="0.8")
    found = at_target(book(base(), bonus, after_tax=True, keep_rate="0.6"), "bonus")
    # 1 % of 50,000 = 500 × 0.9 = 450 × 0.8 = 360 × 0.6 = 216
    assert found.first_year == figure(216)
    assert [one.amount for one in found.trace[-5:]] == [
        figure(450),
        figure("0.8"),
        figure(360),
        figure("0.6"),
        figure(216),
    ]


@pytest.mark.parametrize(
    ("offered", "law", "target", "where"),
    [(25, None, 400, "level"), (-1, None, 28, "offered"), (25, -3, 28, "by_law"), (25, None, -2, "level")],
)
def test_a_level_that_cannot_be_is_not_valued(offered: int, law: int | None, target: int, where: str) -> None:
    one = term("days", Unit.DAYS_YEAR, number(offered), number(target), by_law=None if law is None else number(law))
    found = at_target(book(base(), one), "days")
    assert not found.known
    assert [problem.where for problem in found.problems] == [where]


def test_a_formula_for_another_unit_does_not_fit() -> None:
    found = priced(Unit.DAYS_WEEK, number(0), number(2), "paid_days")
    assert [problem.where for problem in found.problems] == ["formula"]
    assert not found.known


def test_the_order_of_the_sources() -> None:
    weighed = {"weighing": {"pay_for_it": "900"}}

    def source(level: Level | None = None, formula: str = "training", share: Any = "0.5", **valuation: Any) -> Worth:
        given = {"would_pay_share": share} if share else {}
        one = term(
            "one",
            Unit.MONEY_YEAR,
            money(0),
            None,
            formula,
            given,
            valuation,
            **weighed,
            target_level=level or Level(value=money(1_000)),
        )
        return at_target(book(base(), one), "one")

    own = Level(value=money(1_000), worth=estimate("10", "20", "30", probability="0.5"))
    price = {"personal_worth": estimate("400")}
    assert source(own, would_buy=WouldBuy.NO, **price).first_year == figure(5, 10, 15)
    assert source(own).source is Source.OWN
    cheaper = source(would_buy=WouldBuy.CHEAPER, **price)
    assert (cheaper.source, cheaper.first_year) == (Source.PERSONAL, figure(400))
    assert source(would_buy=WouldBuy.NO, **price).source is Source.PERSONAL
    assert source(**price).source is Source.PERSONAL  # entered is entered
    would = source(would_buy=WouldBuy.YES, **price)
    assert (would.source, would.first_year) == (Source.FORMULA, figure(500))
    refused = source(would_buy=WouldBuy.NO)
    assert (refused.source, refused.missing) == (Source.FORMULA, ("personal_worth",))
    assert source(share=None, would_buy=WouldBuy.YES, **price).source is Source.PERSONAL
    traded = source(share=None)
    assert (traded.source, traded.first_year) == (Source.TRADE_OFF, figure(900))
    assert source(formula="none").source is Source.TRADE_OFF
    assert source(formula="no such formula").source is Source.TRADE_OFF


def test_what_was_named_at_the_target_holds_in_proportion_elsewhere() -> None:
    notice = term("notice", Unit.DAYS, number(3), number(14), weighing={"pay_for_it": "3200"})
    workbook = book(base(), notice)
    # 3,200 for 11 days; 7 days more are 7/11 of it, 4 fewer than the offer would be minus 4/11
    assert worth(workbook, notice, Level(value=number(10))).first_year == figure(F(3_200 * 7, 11))
    assert worth(workbook, notice, Level(value=number(2))).first_year == figure(F(-3_200, 11))
    title = term("title", Unit.TEXT, TextValue(text="Planner"), TextValue(text="Lead"), weighing={"pay_for_it": "200"})
    other = Level(value=TextValue(text="Senior"))
    assert worth(book(title), title, other).first_year == figure(200)


def test_a_target_that_is_no_step_forward_gives_no_proportion() -> None:
    for target in (number(3), number(2), None):
        notice = term("notice", Unit.DAYS, number(3), target, weighing={"pay_for_it": "3200"})
        found = worth(book(base(), notice), notice, Level(value=number(10)))
        assert (found.known, found.missing) == (False, ("target",))
    notice = term("notice", Unit.DAYS, number(3), number(3), valuation={"personal_worth": estimate("9")})
    assert worth(book(notice), notice, Level(value=number(10))).missing == ("target",)


def test_what_has_no_figure_asks_for_one() -> None:
    notice = term("notice", Unit.DAYS, number(3), number(14))
    assert at_target(book(notice), "notice").missing == ("pay_for_it",)
    assert worth(book(notice), notice, Level()).missing == ("level",)
    trial = term("trial", Unit.MONTHS, None, number(3), direction=Direction.LESS)
    assert at_target(book(trial), "trial").missing == ("offered",)


def test_a_level_at_the_offer_is_worth_nothing_whatever_else_was_written() -> None:
    one = term("days", Unit.DAYS_YEAR, number(25), number(28), "paid_days")
    for level in (Level(value=number(25), worth=estimate("500")), level_at(one, Slot.OFFERED)):
        found = worth(book(base(), one), one, level)
        assert (found.source, found.known, found.average(4)) == (Source.NO_GAIN, True, ZERO)


def test_what_the_law_grants_is_no_gain() -> None:
    one = term("days", Unit.DAYS_YEAR, number(18), number(25), "paid_days", by_law=number(20))
    found = at_target(book(base(), one, pay=YEAR), "days")
    assert found.first_year == figure(F(50_000, 220) * 5)
    assert worth(book(base(), one), one, Level(value=number(19))).source is Source.NO_GAIN


def test_what_hangs_on_pay_follows_the_pay_in_the_package() -> None:
    found = at_target(book(base(), DAYS, pay=YEAR), "days", pay=figure(55_000))
    assert found.first_year == figure(F(55_000 * 3, 220) * F("0.95"))


def test_the_catalogues_formula_holds_where_none_was_chosen() -> None:
    one = term("days", Unit.DAYS_YEAR, number(25), number(28))
    assert not at_target(book(base(), one), "days").known
    assert at_target(book(base(), one), "days", default_formula="paid_days").formula == "paid_days"
    chosen = term("days", Unit.DAYS_YEAR, number(25), number(28), "none")
    assert not at_target(book(base(), chosen), "days", default_formula="paid_days").known
    assert at_target(book(base()), "base_pay").first_year == figure(5_000)  # base pay needs no catalogue


def test_after_tax_only_pay_is_less() -> None:
    view = {"after_tax": True, "keep_rate": "0.6", "hour_worth": "15"}
    remote = term(
        "remote",
        Unit.DAYS_WEEK,
        number(0),
        number(2),
        "remote_days",
        {"weeks": "44", "commute_cost_day": "4.2", "commute_hours_day": "0.8"},
    )
    notice = term("notice", Unit.DAYS, number(3), number(14), weighing={"pay_for_it": "1000"})
    workbook = book(base(), remote, notice, **view)
    assert at_target(workbook, "base_pay").first_year == figure(3_000)
    assert at_target(workbook, "base_pay", before_tax=True).first_year == figure(5_000)
    assert at_target(workbook, "remote").first_year == figure("1425.6")
    assert at_target(workbook, "notice").first_year == figure(600)  # measured in pay, so it is pay
    assert kept(book(pay={"taxed": "net"}, **view)) is None
    assert kept(book(after_tax=True)) is None
    assert kept(book(keep_rate="0.6")) is None


def test_a_yearly_figure_is_shown_by_the_month_or_the_hour() -> None:
    amount, pay = figure(41_600), PayBasis.model_validate({"hours_a_week": "40"})
    assert shown(amount, Reckoning(), pay) == amount
    assert shown(amount, Reckoning.model_validate({"shown_per": "month"}), pay) == figure(F(41_600, 12))
    hourly = Reckoning.model_validate({"shown_per": "hour"})
    assert shown(amount, hourly, pay) == figure(20)
    assert shown(amount, hourly, PayBasis()) is None
    assert shown(amount, hourly, PayBasis.model_validate({"hours_a_week": "0"})) is None
    assert shown(amount, hourly, PayBasis.model_validate({"guaranteed_hours": "20"})) == figure(40)
    assert shown(amount, hourly, PayBasis(expected_hours=estimate("40"))) == figure(20)
    assert shown(amount, hourly, PayBasis(expected_hours=estimate("-40"))) is None


def test_a_gain_between_two_dates_is_told_in_days() -> None:
    days = [DateValue(date=date(2027, month, 1)) for month in (3, 2)]
    start = term("start", Unit.DATE, days[0], days[1], direction=Direction.LESS, weighing={"pay_for_it": "100"})
    assert {one.unit for one in at_target(book(start), "start").trace[1:3]} == {Unit.DAYS}


def test_levels_by_slot_and_by_value() -> None:
    own = Option(id="half", value=number(26), worth=estimate("70"))
    one = term("days", Unit.DAYS_YEAR, number(25), number(28), options=(own,), opening=Level(value=number(30)))
    assert level_at(one, Slot.OFFERED).value == number(25)
    assert level_at(one, Slot.OPENING) is one.opening
    assert level_at(one, Slot.TARGET) is one.target
    assert level_at(one, Slot.ACCEPTABLE) is one.acceptable
    assert level_at(one, Slot.WALK_AWAY) is one.walk_away
    assert level_at(one, Slot.OPTION, "half") is own
    assert level_at(one, Slot.OPTION, "gone") == Level()
    assert level_of(one, number(26)) is own
    assert level_of(one, number(27)) == Level(value=number(27))
    assert level_of(one, None) == Level()


def test_insurance_counts_yes_as_one() -> None:
    found = priced(Unit.YES_NO, yes(False), yes(), "insurance", {"price": "240"})
    assert found.first_year == figure(240)
    assert found.trace[0].label == "Better than you have anyway, by"


def test_the_first_year_and_the_average_of_a_rise_to_come() -> None:
    found = priced(Unit.MONEY_YEAR, money(0), money(3_000), "timed_rise", {"after_months": "6"}, chance="0.5")
    assert found.first_year == found.year_one == figure(750)
    assert found.later_years == figure(1_500)
    assert found.average(4) == figure(F(5_250, 4))
    assert isinstance(found.average(4).likely, Fraction)
    assert ("It begins after", figure(6)) in [(one.label, one.amount) for one in found.trace]
