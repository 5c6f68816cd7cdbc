"""What asks and packages are worth, as it stands on paper."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from counteroffer.documents.content.agreement import agreement_summary
from counteroffer.documents.content.asks import asks_table, whole_package, without_figure
from counteroffer.documents.content.blocks import Section, Table
from counteroffer.documents.content.brief import brief
from counteroffer.documents.content.counted import counted
from counteroffer.documents.content.format import Format, locale_of
from counteroffer.documents.content.shareable import shareable_view
from counteroffer.documents.content.whole import whole_workbook
from counteroffer.domain.edits import Set, apply
from counteroffer.domain.levels import Unit
from counteroffer.domain.workbook import Workbook, from_plain
from counteroffer.sample import SAMPLE_DAY, stored_sample
from tests.documents.sample_terms import money, number
from tests.documents.test_shareable import strings

FMT = Format(locale_of("en"), "EUR", str)
SAMPLE = stored_sample()
DAYS = ("terms", "paid_days")


def edited(*sets: tuple[tuple[str, ...], Any]) -> Workbook:
    workbook = SAMPLE
    for path, value in sets:
        workbook = apply(workbook, Set(path, value))
    return workbook


def ask(workbook: Workbook, rank: int) -> tuple[str, str]:
    """The value in its column, and what is said of it below."""
    row = asks_table(workbook, FMT).rows[rank]
    worth = next((line.text for line in row.details if line.label == "Worth"), "")
    return row.cells[-1].text, worth


def test_the_value_column_shows_what_was_reckoned_and_how_sure_it_is() -> None:
    assert [ask(SAMPLE, rank) for rank in range(5)] == [
        ("€5,000", ""),
        ("€3,200", "by the pay I would give up for it"),
        ("€1,426", "€1,201 to €1,840"),
        ("€648", "€614 to €682"),
        ("€700", "€500 to €900, by what I would pay for it"),
    ]


def test_the_catalogue_s_formula_holds_where_none_was_chosen() -> None:
    assert ask(edited(((*DAYS, "valuation", "formula"), "")), 3) == ("€648", "€614 to €682")


def test_a_figure_of_ones_own_leads_and_is_marked() -> None:
    own = {"low": "900", "likely": "1000", "high": "1200"}
    assert ask(edited(((*DAYS, "target", "worth"), own)), 3) == ("€1,000", "€900 to €1,200, by my own figure")


def test_what_one_has_anyway_is_worth_nothing_and_what_nobody_knows_is_left_open() -> None:
    has_it = edited(((*DAYS, "by_law"), number(30)))
    assert ask(has_it, 3) == ("€0", "nothing, for I have it anyway")
    unknown = edited((("terms", "shift_notice", "weighing", "pay_for_it"), None))
    assert ask(unknown, 1) == ("–", "")


def test_after_tax_the_column_says_so() -> None:
    after = edited((("packages", "reckoning", "after_tax"), True))
    assert asks_table(after, FMT).columns[-1].title == "Gain a year, after tax"
    assert ask(after, 0)[0] == "€3,000"


def test_what_is_asked_for_without_a_figure_is_named() -> None:
    assert without_figure(SAMPLE, FMT) == ()
    named = (
        {"id": one, "name": name, "purpose": "ask"} for one, name in (("a", "Parking"), ("b", "A desk "), ("c", ""))
    )
    bare = from_plain({"terms": [*named, {"id": "d", "name": "Meals", "purpose": "trade"}]})
    (line,) = without_figure(bare, FMT)
    assert (line.label, line.text) == ("Asked for, without a figure yet", "Parking, A desk")
    assert "Parking, A desk" in strings(brief(bare, SAMPLE_DAY, str))


def said(workbook: Workbook) -> str:
    return " ".join(line.text for line in whole_package(workbook, FMT))


def test_the_whole_package_is_one_yearly_value() -> None:
    assert said(SAMPLE) == "as offered €53,300 → with every target €67,196 (€66,405 to €68,196), before tax."
    silent = edited((("terms", "title", "weighing", "pay_for_it"), None))
    assert said(silent).endswith("before tax. Not counted, for want of a figure: Title.")


def test_without_base_pay_only_the_step_is_known_and_without_figures_nothing() -> None:
    bonus = {"id": "b", "name": "Allowance", "unit": "money_year", "offered": {"value": money(0)}}
    bonus |= {"target": {"value": money(600)}, "valuation": {"formula": "allowance"}}
    assert said(from_plain({"terms": [bonus]})) == "with every target €600 more than the offer."
    assert said(Workbook()) == ""


def agreed_rows(terms: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    view = shareable_view(from_plain({"situation": {"currency": "EUR"}, "terms": terms}))
    section = agreement_summary(view, str, locale_of("en"), SAMPLE_DAY).blocks[1]
    assert isinstance(section, Section)
    table = section.blocks[0]
    assert isinstance(table, Table)
    return [tuple(cell.text for cell in row.cells[:3]) for row in table.rows[len(terms) :]]


def agreed(unit: str, offered: int | None, now: int, direction: str = "more") -> dict[str, Any]:
    first = {"value": money(offered)} if offered is not None else {}
    return {"unit": unit, "direction": direction, "offered": first, "agreed": {"value": money(now)}}


def numbered(*terms: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": f"t{number}", "name": f"T{number}", **term} for number, term in enumerate(terms)]


def test_the_agreement_adds_up_what_stands_in_it_period_by_period() -> None:
    year, once = agreed("money_year", 50_000, 54_000), agreed("money_once", None, 2_000)
    assert agreed_rows(numbered(year, agreed("money_year", None, 1_600), once)) == [
        ("Amounts a year, together", "€50,000 a year", "€55,600 a year")
    ]
    assert agreed_rows(numbered(once, agreed("money_once", 500, 500))) == [
        ("Amounts once, together", "€500 once", "€2,500 once")
    ]


@pytest.mark.parametrize("other", [agreed("money_year", 900, 400, "less"), agreed("money_month", 10, 40)])
def test_what_is_paid_by_oneself_or_for_another_period_is_not_added(other: dict[str, Any]) -> None:
    assert agreed_rows(numbered(agreed("money_year", 50_000, 54_000), other)) == []


def test_no_worth_of_ones_own_is_on_the_agreement() -> None:
    own = edited(((*DAYS, "agreed", "value"), number(28)), ((*DAYS, "target", "worth"), {"likely": "777777"}))
    text = " ".join(strings(agreement_summary(shareable_view(own), str, locale_of("en"), SAMPLE_DAY)))
    assert "777,777" not in text


def test_the_whole_workbook_ends_with_what_it_all_comes_to() -> None:
    last = whole_workbook(SAMPLE, SAMPLE_DAY, str).blocks[-1]
    assert isinstance(last, Section)
    assert last.title == "As a whole"
    assert "€67,196" in " ".join(strings(last))


@pytest.mark.parametrize(
    ("language", "count", "unit", "words"),
    [
        ("en", 1, Unit.DAYS_WEEK, "1 day a week"),
        ("en", 2, Unit.DAYS_WEEK, "2 days a week"),
        ("pl", 1, Unit.HOURS, "1 godzina"),
        ("pl", 5, Unit.HOURS, "5 godzin"),
        ("en", 3, Unit.NUMBER, None),
    ],
)
def test_days_and_hours_stand_in_the_form_their_number_wants(
    language: str, count: int, unit: Unit, words: str | None
) -> None:
    assert counted(Decimal(count), str(count), unit, locale_of(language), str) == words
