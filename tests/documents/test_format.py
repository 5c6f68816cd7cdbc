from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter

from counteroffer.documents.content.format import Format, locale_of
from counteroffer.documents.content.otherwise import otherwise
from counteroffer.documents.content.words import continued, source, spoken, usual
from counteroffer.domain.alternatives import Alternative
from counteroffer.domain.levels import Unit, Value, ValueRange
from counteroffer.domain.money import Estimate

ALTERNATIVE: TypeAdapter[Any] = TypeAdapter(Alternative)
VALUE: TypeAdapter[Any] = TypeAdapter(Value)
ENGLISH = Format(locale_of("en"), "EUR", str)
POLISH = Format(locale_of("pl"), "PLN", str)


def value(**fields: Any) -> Any:
    return VALUE.validate_python(fields)


@pytest.mark.parametrize(
    ("amount", "english", "polish"),
    [
        ("84000", "€84,000", "84\u00a0000\u00a0zł"),
        ("84000.5", "€84,000.50", "84\u00a0000,50\u00a0zł"),
        ("-0.125", "-€0.125", "-0,125\u00a0zł"),
    ],
)
def test_money_is_exact_and_has_cents_only_if_there_are_any(amount: str, english: str, polish: str) -> None:
    assert ENGLISH.money(Decimal(amount)) == english
    assert POLISH.money(Decimal(amount)) == polish


@pytest.mark.parametrize(
    ("unit", "held", "shown"),
    [
        (Unit.MONEY_YEAR, value(kind="amount", amount="1000"), "€1,000 a year"),
        (Unit.MONEY_MONTH, value(kind="amount", amount="1000"), "€1,000 a month"),
        (Unit.MONEY_HOUR, value(kind="amount", amount="18.5"), "€18.50 an hour"),
        (Unit.MONEY_ONCE, value(kind="amount", amount="1000"), "€1,000 once"),
        (Unit.PERCENT_PAY, value(kind="percent", percent="7.5"), "7.5% of pay"),
        (Unit.PERCENT, value(kind="percent", percent="100"), "100%"),
        (Unit.DAYS_YEAR, value(kind="number", number="1"), "1 day a year"),
        (Unit.DAYS_WEEK, value(kind="number", number="2.5"), "2.5 days a week"),
        (Unit.HOURS_WEEK, value(kind="number", number="40"), "40 hours a week"),
        (Unit.MONTHS, value(kind="number", number="3.0"), "3 months"),
        (Unit.TIMES_YEAR, value(kind="number", number="2"), "2 × a year"),
        (Unit.NUMBER, value(kind="number", number="12345"), "12,345"),
        (Unit.YES_NO, value(kind="yes_no", yes=True), "yes"),
        (Unit.YES_NO, value(kind="yes_no", yes=False), "no"),
        (Unit.DATE, value(kind="date", date="2027-03-01"), "March 1, 2027"),
        (Unit.TEXT, value(kind="text", text="Senior analyst"), "Senior analyst"),
        (Unit.TEXT, value(kind="text", text=" "), "–"),
        (Unit.TEXT, None, "–"),
    ],
)
def test_a_level_is_complete_with_its_unit(unit: Unit, held: Any, shown: str) -> None:
    assert ENGLISH.level(held, unit, "–") == shown


def test_languages_choose_the_form_after_a_number() -> None:
    assert POLISH.months(1) == "1 miesiąc"
    assert POLISH.months(3) == "3 miesiące"
    assert POLISH.months(Decimal("5.0")) == "5 miesięcy"


def test_a_language_without_words_for_days_gets_the_name_of_the_unit() -> None:
    arabic = Format(locale_of("ar"), "EUR", str)
    assert arabic.level(value(kind="number", number="25"), Unit.DAYS_YEAR).endswith("days a year")


def test_an_unknown_language_is_written_as_english_and_regions_as_readers_expect() -> None:
    assert Format(locale_of("xx"), "EUR", str).language == "en"
    assert Format(locale_of("en_GB"), "EUR", str).language == "en-GB"


def test_figures_in_tables_leave_the_unit_to_the_name() -> None:
    assert ENGLISH.figure(value(kind="number", number="25")) == "25"
    assert ENGLISH.figure(value(kind="date", date="2027-03-01")) == "Mar 1, 2027"
    assert ENGLISH.figure(None, "–") == "–"
    assert ENGLISH.counted_in(Unit.MONEY_YEAR) == "a year"
    assert ENGLISH.counted_in(Unit.DAYS_WEEK) == "days a week"
    assert ENGLISH.counted_in(Unit.DATE) == ""


@pytest.mark.parametrize(
    ("figures", "shown"),
    [
        ({}, ""),
        ({"probability": "0.5"}, ""),
        ({"likely": "10"}, "€10"),
        ({"low": "5", "high": "5"}, "€5"),
        ({"high": "9"}, "€9"),
        ({"low": "5", "high": "9"}, "€5 to €9"),
        (
            {"low": "5", "likely": "6", "high": "9", "probability": "0.25"},
            "€5 to €9, likely €6, probability 25%",
        ),
    ],
)
def test_an_estimate_is_one_phrase(figures: dict[str, str], shown: str) -> None:
    assert ENGLISH.span(Estimate(**figures)) == shown


@pytest.mark.parametrize(
    ("day", "shown"),
    [(date(2026, 11, 27), "in 6 days"), (date(2026, 11, 21), "today"), (date(2026, 9, 22), "60 days ago")],
)
def test_how_far_off_a_day_is(day: date, shown: str) -> None:
    assert ENGLISH.away(day, date(2026, 11, 21)) == shown


def test_lists_and_statements() -> None:
    assert ENGLISH.joined(["a", "b", "c"]) == "a, b, and c"
    assert ENGLISH.joined([]) == ""
    assert spoken("One", " two. ", "", "“Three.”", "four") == "One. two. “Three.” four"
    assert spoken() == ""
    assert continued("28 days", "at once") == "28 days, at once"
    assert continued("28 days.", "At once") == "28 days. At once"
    assert continued("", "at once") == "at once"
    assert source(ENGLISH, "", "", None) == ""
    assert source(ENGLISH, "Survey", "page 2", date(2026, 11, 3)) == "(Survey, page 2, seen Nov 3, 2026)"


def amount(figure: str) -> Any:
    return value(kind="amount", amount=figure)


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ({}, ""),
        ({"low": amount("1"), "high": amount("3")}, "€1 to €3 a year"),
        ({"low": amount("1"), "typical": amount("2"), "high": amount("3")}, "€1 to €3, typically €2 a year"),
        ({"low": amount("1")}, "from €1 a year"),
        ({"low": amount("1"), "typical": amount("2")}, "from €1, typically €2 a year"),
        ({"high": amount("3")}, "up to €3 a year"),
        ({"high": amount("3"), "typical": amount("2")}, "up to €3, typically €2 a year"),
        ({"typical": amount("2")}, "typically €2 a year"),
    ],
)
def test_what_is_usual_names_its_unit_once(found: dict[str, Any], shown: str) -> None:
    assert usual(ENGLISH, ValueRange(**found), Unit.MONEY_YEAR) == shown
    assert usual(ENGLISH, ValueRange(**found), None) == ""


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"kind": "substitute"}, ""),
        ({"kind": "substitute", "title": "Days off"}, "Days off"),
        (
            {"kind": "substitute", "benefit": "Leave", "unit": "days_year", "starts": "at once"}
            | {"value": {"kind": "number", "number": "3"}},
            "Leave, 3 days a year, at once",
        ),
        (
            {"kind": "performance", "title": "Bonus", "amount": "4000", "measure": "on time", "due": "2027-06-30"},
            "Bonus: €4,000, on time, by Jun 30, 2027",
        ),
        (
            {"kind": "trial", "what": "Fridays", "months": "3", "review_on": "2027-06-30", "afterwards": "it stays"},
            "Fridays, 3 months, looked at on Jun 30, 2027, it stays",
        ),
        ({"kind": "trial", "what": "Fridays"}, "Fridays"),
        ({"kind": "timed_rise", "measure": "passed"}, "passed"),
        (
            {"kind": "timed_rise", "amount": "3000", "after_months": 6, "reviewed_by": "Dana"},
            "€3,000 a year, after 6 months, Dana",
        ),
        ({"kind": "cushion", "months": "3", "endings_in": "any"}, "3 months of pay, any"),
        ({"kind": "cushion", "form": "lump", "amount": "15000"}, "€15,000"),
        ({"kind": "in_steps", "once": True}, "once"),
        (
            {"kind": "in_steps", "later_on": "2027-06-30"}
            | {"now": {"kind": "amount", "amount": "1"}, "later": {"kind": "amount", "amount": "2"}},
            "now €1 a year, later €2 a year, from Jun 30, 2027",
        ),
    ],
)
def test_an_alternative_is_one_line(fields: dict[str, Any], shown: str) -> None:
    assert otherwise(ALTERNATIVE.validate_python(fields), ENGLISH) == shown
