"""What another way is worth: by its kind, against figures worked out by hand; and the cushion one would need."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from counteroffer.analysis.interval import ZERO
from counteroffer.analysis.other_ways import alternative_worth, cushion_beside_need, cushion_need, cushion_sum
from counteroffer.analysis.results import Source, Worth
from counteroffer.domain.alternatives import (
    Alternative,
    Cushion,
    CushionForm,
    InSteps,
    PerformanceTied,
    Substitute,
    TimedRise,
    Trial,
)
from counteroffer.domain.levels import DateValue, TextValue, Unit
from counteroffer.domain.terms import Agreed, Offered, Term
from counteroffer.sample import stored_sample
from tests.analysis.build import F, base, book, estimate, figure, money, number, term

PAY = figure(50_000)


def found(alternative: Alternative, *more: Term, one: Term | None = None, **view: Any) -> Worth:
    ask = one or base()
    return alternative_worth(book(base(), *(() if ask.benefit else (ask,)), *more, **view), ask, alternative)


def test_ones_own_figure_comes_first() -> None:
    for kind in (Substitute, PerformanceTied, Trial, TimedRise, Cushion, InSteps):
        assert found(kind(worth=estimate("400", probability="0.5"))).average(3) == figure(200)
        assert found(kind(worth=estimate("400"))).source is Source.OWN


@pytest.mark.parametrize(
    ("alternative", "missing"),
    [
        (Substitute(), ("worth",)),
        (Trial(), ("worth",)),
        (TimedRise(), ("amount", "after_months")),
        (TimedRise(amount=Decimal(1)), ("after_months",)),
        (PerformanceTied(), ("amount",)),
        (Cushion(), ("months", "chance")),
        (Cushion(form=CushionForm.LUMP), ("amount", "chance")),
        (Cushion(months=Decimal(3)), ("chance",)),
        (InSteps(), ("now",)),
        (InSteps(unit=Unit.DAYS, now=number(3)), ("worth",)),
        (InSteps(now=TextValue(text=" "), once=True), ("now",)),
    ],
)
def test_what_is_missing_is_named(alternative: Alternative, missing: tuple[str, ...]) -> None:
    assert (found(alternative).known, found(alternative).missing) == (False, missing)


def test_a_timed_rise() -> None:
    rise = TimedRise(amount=Decimal(1_500), after_months=6, chance=Decimal("0.8"))
    # 1,500 × 0.8 = 1,200 a year; 600 in the first; over 4 years (600 + 3 × 1,200) ÷ 4 = 1,050
    worth = found(rise)
    assert (worth.first_year, worth.later_years, worth.average(4)) == (figure(600), figure(1_200), figure(1_050))
    assert found(rise, after_tax=True, keep_rate="0.5").average(4) == figure(525)
    certain = found(TimedRise(amount=Decimal(1_500), after_months=0))
    assert certain.first_year == figure(1_500)


def test_a_reward_for_performance_comes_once() -> None:
    reward = PerformanceTied(amount=Decimal(4_000), chance=Decimal("0.7"))
    assert (found(reward).once, found(reward).first_year) == (figure(2_800), ZERO)


def test_a_cushion_is_worth_its_sum_at_its_chance() -> None:
    three = Cushion(months=Decimal(3), chance=Decimal("0.1"))
    assert found(three).once == figure(1_250)  # 3 × 50,000 ÷ 12 × 0.1
    lump = Cushion(form=CushionForm.LUMP, amount=Decimal(15_000), chance=Decimal("0.1"))
    assert found(lump).once == figure(1_500)
    ask = base()
    assert alternative_worth(book(ask), ask, three, pay=figure(60_000)).once == figure(1_500)


def test_notice_pay_may_be_set_against_a_cushion() -> None:
    three = {"months": Decimal(3), "notice_pay": Decimal(4_500)}
    assert cushion_sum(Cushion(**three), PAY) == figure(12_500)
    assert cushion_sum(Cushion(**three, notice_set_off=True), PAY) == figure(8_000)
    assert cushion_sum(Cushion(**{**three, "notice_pay": Decimal(20_000)}, notice_set_off=True), PAY) == ZERO
    assert cushion_sum(Cushion(months=Decimal(3), notice_set_off=True), PAY) == figure(12_500)
    assert cushion_sum(Cushion(**three), None) is None


def test_the_cushion_one_would_need() -> None:
    cushion = Cushion(
        months=Decimal(1),
        months_to_find=estimate("3", "5", "7"),
        living_a_month=Decimal(2_300),
        savings=Decimal(4_000),
        notice_pay=Decimal(4_500),
    )
    # 3, 5, 7 × 2,300 = 6,900, 11,500, 16,100; − 8,500 = below zero, 3,000, 7,600
    assert cushion_need(cushion) == figure(0, 3_000, 7_600)
    beside = cushion_beside_need(cushion, figure(24_000))
    assert (beside.paid, beside.need) == (figure(2_000), figure(0, 3_000, 7_600))
    assert beside.left == figure(0, 1_000, 5_600)
    assert cushion_need(Cushion(months_to_find=estimate("5"))) is None
    assert cushion_need(Cushion(living_a_month=Decimal(2_300))) is None
    assert cushion_need(Cushion(months_to_find=estimate("5"), living_a_month=Decimal(1_000))) == figure(5_000)
    assert cushion_beside_need(Cushion(), PAY).left is None


def test_a_part_now_and_the_rest_later() -> None:
    steps = InSteps(unit=Unit.MONEY_YEAR, now=money(53_000), later=money(55_000))
    worth = found(steps)
    # 3,000 in the first year, 5,000 in each later one: (3,000 + 3 × 5,000) ÷ 4 = 4,500
    assert (worth.first_year, worth.later_years, worth.average(4)) == (figure(3_000), figure(5_000), figure(4_500))
    assert "The second part comes after" in [one.label for one in worth.trace]


def test_the_second_part_is_counted_from_the_first_day() -> None:
    steps = InSteps(unit=Unit.MONEY_YEAR, now=money(53_000), later=money(55_000), later_on=date(2028, 7, 10))
    begins = term("start", Unit.DATE, DateValue(date=date(2027, 1, 11)), benefit="start_date")
    # 18 months: (1.5 × 3,000 + 2.5 × 5,000) ÷ 4 = 4,250
    assert found(steps, begins).average(4) == figure(4_250)
    ask = base()
    given = alternative_worth(book(ask), ask, steps, first_day=date(2027, 7, 12))
    assert given.average(4) == figure(4_500)
    agreed = begins.model_copy(update={"agreed": Agreed(value=DateValue(date=date(2028, 8, 1))), "offered": Offered()})
    assert found(steps, agreed).average(4) == figure(5_000)  # the second part comes at once
    undated = begins.model_copy(update={"offered": Offered()})
    assert found(steps, undated).average(4) == figure(4_500)


def test_a_sum_that_comes_once_grows_and_does_not_come_twice() -> None:
    joining = term("joining", Unit.MONEY_ONCE, money(0), money(3_000), "sign_on")
    steps = InSteps(unit=Unit.MONEY_ONCE, now=money(1_000), later=money(3_000))
    assert found(steps, one=joining).once == figure(3_000)


def test_a_share_that_vests_moves_as_a_whole() -> None:
    share = term("share", Unit.MONEY_ONCE, money(0), money(8_000), "equity", {"years": "2", "realism": "0.5"})
    steps = InSteps(unit=Unit.MONEY_ONCE, now=money(4_000), later=money(8_000))
    # 4,000 ÷ 2 × 0.5 = 1,000 in the first year, then 2,000 for 2 years: 5,000 in all
    assert found(steps, one=share).average(5) == figure(1_000)


def test_once_instead_of_every_year() -> None:
    steps = InSteps(unit=Unit.MONEY_YEAR, now=money(4_000), once=True)
    assert (found(steps).once, found(steps).first_year) == (figure(4_000), ZERO)
    assert found(steps, after_tax=True, keep_rate="0.5").once == figure(2_000)


def test_steps_that_are_not_whole() -> None:
    def steps(**more: Any) -> InSteps:
        return InSteps(unit=Unit.MONEY_YEAR, **more)

    assert found(steps(now=money(53_000))).average(4) == figure(3_000)
    assert found(steps(now=money(50_000), later=money(54_000))).average(4) == figure(3_000)
    back = found(steps(now=money(54_000), later=money(50_000)))
    assert (back.average(4), back.source) == (figure(1_000), Source.FORMULA)
    assert not found(steps(now=money(-1), later=money(54_000))).known
    assert not found(steps(now=money(53_000), later=money(-1))).known


def test_every_alternative_of_the_sample_has_a_worth() -> None:
    sample = stored_sample()
    for ask in sample.terms:
        for one in ask.alternatives:
            worth = alternative_worth(sample, ask, one)
            assert worth.known
            assert worth.average(4).likely > 0
    cushion = next(one for ask in sample.terms for one in ask.alternatives if isinstance(one, Cushion))
    assert cushion_need(cushion) == figure(0, 3_000, 7_600)
    assert cushion_sum(cushion, PAY) == figure(F(50_000, 6))
