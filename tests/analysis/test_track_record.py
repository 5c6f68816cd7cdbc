from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from counteroffer.analysis.interval import exactly
from counteroffer.analysis.track_record import Asks, Case, CaseTerm, Won, case_of, track_record
from counteroffer.domain.agreement import Outcome
from counteroffer.domain.workbook import Workbook, from_plain

PAY = {"kind": "amount", "amount": "100"}


def _amount(figure: int) -> dict[str, str]:
    return {"kind": "amount", "amount": str(figure)}


def _workbook(
    unit: str, levels: dict[str, Any], asked: list[Any], outcome: str | None = "agreed", held: bool = True, **more: Any
) -> Workbook:
    """A workbook with one term, asked for so often, and what was offered and agreed about it."""
    term = {
        "id": "t", "name": " Base pay ", "unit": unit, "direction": more.pop("direction", "more"),
        "offered": {"value": levels.get("offered")}, "agreed": {"value": levels.get("agreed")},
        **more.pop("term", {}),
    }  # fmt: skip
    points = [{"id": f"p{number}", "term": "t", "asked": value} for number, value in enumerate(asked)]
    talks = [{"id": "talk", "held": held, "points": points}]
    agreement = {"outcome": outcome, **more.pop("agreement", {})}
    return from_plain(
        {"created": "2026-05-01T00:00:00Z", "terms": [term], "conversations": {"talks": talks}, "agreement": agreement}
    )


def _won(unit: str, offered: Any, asked: list[Any], agreed: Any, **more: Any) -> Won | None:
    (term,) = case_of(_workbook(unit, {"offered": offered, "agreed": agreed}, asked, **more), {}).terms
    return term.won


@pytest.mark.parametrize(
    ("agreed", "won"),
    [(110, Won.FULL), (115, Won.FULL), (105, Won.PART), (100, Won.NOT), (90, Won.NOT), (None, Won.NOT)],
)
def test_an_ask_is_held_against_the_most_that_was_asked(agreed: int | None, won: Won) -> None:
    level = None if agreed is None else _amount(agreed)
    assert _won("money_year", _amount(100), [_amount(110), _amount(104)], level) is won


def test_less_can_be_better() -> None:
    hours = [{"kind": "number", "number": figure} for figure in ("40", "35", "38")]
    assert _won("hours_week", hours[0], [hours[1]], hours[2], direction="less") is Won.PART
    assert _won("hours_week", hours[0], [hours[2], hours[0]], hours[1], direction="less") is Won.FULL


def test_words_are_won_as_asked_or_at_least_changed() -> None:
    planner, lead, senior = ({"kind": "text", "text": text} for text in ("Planner", "Lead", "Senior"))
    assert _won("text", planner, [lead], lead) is Won.FULL
    assert _won("text", planner, [lead], senior) is Won.PART
    assert _won("text", planner, [lead], planner) is Won.NOT


def test_without_an_offer_nothing_is_known_to_be_a_part() -> None:
    assert _won("money_year", None, [_amount(110)], _amount(105)) is Won.NOT


def test_without_an_agreement_nothing_is_won_or_lost() -> None:
    case = case_of(_workbook("money_year", {"offered": _amount(1), "agreed": _amount(2)}, [_amount(3)], "lapsed"), {})
    (term,) = case.terms
    assert (term.asked, term.won, term.gain, case.gain, case.outcome) == (True, None, None, None, Outcome.LAPSED)


def test_only_what_was_said_in_a_talk_was_asked() -> None:
    levels = {"offered": _amount(100), "agreed": _amount(100)}
    assert case_of(_workbook("money_year", levels, [_amount(110)], held=False), {}).terms == ()
    assert case_of(_workbook("money_year", levels, [{"kind": "text", "text": "more"}]), {}).terms == ()
    assert case_of(_workbook("money_year", levels, [None]), {}).terms == ()


def test_what_was_bettered_without_an_ask_counts_as_a_gain() -> None:
    case = case_of(_workbook("money_year", {"offered": _amount(100), "agreed": _amount(130)}, []), {})
    assert case.terms == (CaseTerm("base_pay", "Base pay", False, None, exactly(30)),)
    assert case.gain == exactly(30)


def test_what_has_no_worth_is_said_to_have_none() -> None:
    levels = {"offered": {"kind": "text", "text": "Planner"}, "agreed": {"kind": "text", "text": "Lead"}}
    case = case_of(_workbook("text", levels, []), {})
    assert case.terms == (CaseTerm("", "Base pay", False, None, None, has_no_worth=True),)
    (record,) = track_record([case]).currencies
    assert (record.without_worth, record.by_benefit) == (1, ())


def test_the_year_is_that_of_the_end_or_else_of_the_beginning() -> None:
    def year(**agreement: str) -> int:
        return case_of(_workbook("money_year", {}, [], agreement=agreement), {}).year

    assert (year(), year(confirmed_on="2027-01-02"), year(confirmed_on="2027-01-02", closed_on="2028-01-01")) == (
        2026,
        2027,
        2028,
    )
    assert Workbook(created=datetime(2026, 1, 1, tzinfo=UTC)).created.year == 2026


def _case(year: int, gain: int, *terms: CaseTerm, currency: str = "EUR") -> Case:
    return Case(year, currency, Outcome.AGREED, terms, exactly(gain))


def test_many_cases_make_a_record() -> None:
    pay = CaseTerm("base_pay", "Base pay", True, Won.PART, exactly(10))
    days = CaseTerm("", "Days off", True, Won.FULL, exactly(40))
    also_days = replace(days, name="days  OFF", won=Won.NOT, gain=None)
    lapsed = Case(2026, "EUR", Outcome.LAPSED, (replace(pay, won=None, gain=None),), None)
    unsaid = Case(2026, "EUR", None, (), None)
    cases = [
        _case(2027, 50, pay, days),
        _case(2026, 10, pay, also_days),
        _case(2027, 7, currency="PLN"),
        lapsed,
        unsaid,
    ]
    record = track_record(cases)
    assert record.cases == 5
    assert record.outcomes == ((Outcome.AGREED, 3), (Outcome.LAPSED, 1), (None, 1))
    assert record.asks == Asks(5, full=1, part=2, not_won=1)
    assert record.asks.decided == 4
    assert [(one.benefit, one.name, one.asks.asked) for one in record.by_benefit] == [
        ("base_pay", "Base pay", 3),
        ("", "Days off", 2),
    ]
    euro, zloty = record.currencies
    assert (euro.currency, euro.agreements, euro.gain) == ("EUR", 2, exactly(60))
    assert [(one.year, one.agreements, one.gain) for one in euro.by_year] == [
        (2026, 1, exactly(10)),
        (2027, 1, exactly(50)),
    ]
    assert [(one.name, one.agreements, one.gain) for one in euro.by_benefit] == [
        ("Days off", 1, exactly(40)),
        ("Base pay", 2, exactly(20)),
    ]
    assert (zloty.currency, zloty.gain) == ("PLN", exactly(7))


def test_no_cases_make_an_empty_record() -> None:
    record = track_record([])
    assert (record.cases, record.outcomes, record.asks.asked, record.currencies) == (0, (), 0, ())
