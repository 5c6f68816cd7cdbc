"""What counts as a gain: only what goes beyond the offer and beyond the law, in the term's own direction."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.analysis import gains
from counteroffer.domain.levels import DateValue, Direction, Kind, TextValue, Unit, Value, is_blank
from counteroffer.domain.terms import Term
from tests.analysis.build import base, money, number, percent, term, yes
from tests.strategies import terms, values

MORE, LESS = Direction.MORE, Direction.LESS


def words(text: str) -> TextValue:
    return TextValue(text=text)


def day(text: str) -> DateValue:
    return DateValue(date=date.fromisoformat(text))


def asked(unit: Unit, offered: Value | None, law: Value | None = None, direction: Direction = MORE) -> Term:
    return term("one", unit, offered, by_law=law, direction=direction)


@pytest.mark.parametrize(
    ("one", "level", "found"),
    [
        (asked(Unit.DAYS_YEAR, number(25)), number(28), 3),
        (asked(Unit.DAYS_YEAR, number(25)), number(25), 0),
        (asked(Unit.DAYS_YEAR, number(25)), number(22), -3),
        (asked(Unit.DAYS_YEAR, number(18), law=number(20)), number(25), 5),  # the law grants 20 anyway
        (asked(Unit.DAYS_YEAR, number(18), law=number(20)), number(19), 0),  # less than that cannot be
        (asked(Unit.DAYS_YEAR, number(25), law=number(20)), number(15), -5),
        (asked(Unit.DAYS_YEAR, None, law=number(20)), number(25), 5),
        (asked(Unit.DAYS_YEAR, None), number(25), 25),  # nothing was said: none are offered
        (asked(Unit.MONTHS, number(6), direction=LESS), number(3), 3),
        (asked(Unit.MONTHS, number(6), number(4), LESS), number(3), 1),  # by law no more than 4
        (asked(Unit.MONTHS, number(6), number(4), LESS), number(5), 0),
        (asked(Unit.MONTHS, None, direction=LESS), number(3), None),  # nothing said is not the same as nothing
        (asked(Unit.PERCENT_PAY, percent(3)), percent("4.5"), "1.5"),
        (asked(Unit.YES_NO, yes(False)), yes(), 1),
        (asked(Unit.YES_NO, None), yes(), 1),
        (asked(Unit.YES_NO, yes()), yes(), 0),
        (asked(Unit.YES_NO, yes(), direction=LESS), yes(False), 1),
        (asked(Unit.YES_NO, yes(False), law=yes()), yes(), 0),
        (asked(Unit.DATE, day("2027-02-01"), direction=LESS), day("2027-01-11"), 21),
        (asked(Unit.DATE, day("2027-02-01")), day("2027-01-11"), -21),
        (asked(Unit.DATE, None), day("2027-01-11"), None),
        (asked(Unit.TEXT, words("Planner")), words("Senior planner"), 1),
        (asked(Unit.TEXT, words("Planner")), words(" planner  "), 0),
        (asked(Unit.TEXT, words("Planner"), law=words("Clerk")), words("clerk"), 0),
        (asked(Unit.TEXT, None), words("Senior planner"), 1),
        (asked(Unit.TEXT, words("Planner")), words("  "), None),
        (asked(Unit.DAYS_YEAR, number(25)), None, None),
        (base(50_000), money(55_000), 5_000),
        (base(50_000, by_law=money(52_000)), money(55_000), 3_000),
        (term("pay", Unit.MONEY_YEAR, None, benefit="base_pay"), money(55_000), None),  # pay is never nothing
    ],
)
def test_a_gain(one: Term, level: Value | None, found: int | str | None) -> None:
    assert gains.gain(one, level) == (None if found is None else Fraction(found))


def test_the_baseline_is_the_better_of_offer_and_law() -> None:
    assert gains.baseline(asked(Unit.DAYS_YEAR, number(25), law=number(20))) == number(25)
    assert gains.baseline(asked(Unit.DAYS_YEAR, number(18), law=number(20))) == number(20)
    assert gains.baseline(asked(Unit.MONTHS, number(6), number(4), LESS)) == number(4)
    assert gains.baseline(asked(Unit.DAYS_YEAR, None, law=number(20))) == number(20)
    assert gains.baseline(asked(Unit.TEXT, words("Planner"), law=words("Clerk"))) == words("Planner")
    assert gains.baseline(asked(Unit.DAYS_YEAR, None)) is None


def test_what_the_offer_itself_brings_is_counted_from_nothing_or_the_law() -> None:
    def brings(one: Term) -> Fraction | None:
        step = gains.from_nothing(one)
        return None if step is None else step.gain

    assert brings(asked(Unit.DAYS_YEAR, number(25), law=number(20))) == 5
    assert brings(asked(Unit.DAYS_YEAR, number(18), law=number(20))) == 0
    assert brings(asked(Unit.PERCENT_PAY, percent(3))) == 3
    assert brings(asked(Unit.YES_NO, yes())) == 1
    assert brings(asked(Unit.MONTHS, number(6), direction=LESS)) is None
    assert brings(asked(Unit.TEXT, words("Planner"))) is None
    assert brings(asked(Unit.DAYS_YEAR, None)) is None
    assert brings(base()) is None


@pytest.mark.parametrize(
    ("unit", "value", "wrong"),
    [
        (Unit.DAYS_YEAR, number(28), None),
        (Unit.DAYS_YEAR, number(-1), "This cannot be below zero."),
        (Unit.DAYS_YEAR, number(400), "A year has no more than 366 days."),
        (Unit.DAYS_WEEK, number(8), "A week has no more than 7 days."),
        (Unit.HOURS_WEEK, number(169), "A week has no more than 168 hours."),
        (Unit.MONEY_YEAR, money(-1), "This cannot be below zero."),
        (Unit.PERCENT, percent(-1), "This cannot be below zero."),
        (Unit.DATE, day("2027-01-11"), None),
        (Unit.TEXT, words("Planner"), None),
        (Unit.YES_NO, yes(), None),
        (Unit.DAYS_YEAR, None, None),
    ],
)
def test_a_level_that_cannot_be_is_told_in_a_sentence(unit: Unit, value: Value | None, wrong: str | None) -> None:
    assert gains.level_problem(unit, value) == wrong


def test_base_pay_is_known_by_benefit_or_formula_and_only_where_it_is_money() -> None:
    assert gains.is_base_pay(base())
    assert gains.is_base_pay(term("pay", Unit.MONEY_HOUR, money(20), benefit="hourly_pay"))
    assert gains.is_base_pay(term("pay", Unit.MONEY_MONTH, money(2_000), formula="base_pay"))
    assert not gains.is_base_pay(term("pay", Unit.MONEY_ONCE, money(2_000), formula="base_pay"))
    assert not gains.is_base_pay(term("days", Unit.DAYS_YEAR, number(3)))


@given(terms(), st.data())
def test_no_level_is_better_than_itself(one: Term, data: st.DataObject) -> None:
    level = data.draw(values(one.unit))
    assert gains.better(one, level, level) == (None if is_blank(level) else level)
    assert gains.gain(one, gains.baseline(one)) in (None, 0)
    assert gains.gain(one, one.offered.value) in (None, 0)


@given(terms(), st.data())
def test_the_better_value_has_the_larger_gain(one: Term, data: st.DataObject) -> None:
    first, second = data.draw(values(one.unit)), data.draw(values(one.unit))
    gained = [gains.gain(one, value) for value in (first, second, gains.better(one, first, second))]
    if one.unit.kind is not Kind.TEXT and None not in gained:
        assert gained[2] == max(gained[:2])


@pytest.mark.parametrize(
    ("plain", "is_pay"),
    [
        ({"name": " base  Salary", "unit": "money_year"}, True),
        ({"name": "Salary", "unit": "money_hour"}, True),
        ({"name": "Salary", "unit": "percent"}, False),
        ({"name": "Salary review", "unit": "money_year"}, False),
        ({"name": "Salary", "unit": "money_year", "benefit": "sign_on_bonus"}, False),
        ({"name": "Salary", "unit": "money_year", "valuation": {"formula": "none"}}, False),
        ({"name": "What I get", "unit": "money_year", "benefit": "base_pay"}, True),
    ],
)
def test_pay_is_known_by_the_catalogue_its_formula_or_else_its_name(plain: dict[str, object], is_pay: bool) -> None:
    assert gains.is_base_pay(Term.model_validate({"id": "pay", **plain})) is is_pay
