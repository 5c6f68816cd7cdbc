"""First offer, best alternative, target and agreed terms side by side."""

from __future__ import annotations

from typing import Any

import pytest

from counteroffer.documents.content.blocks import Section, Table
from counteroffer.documents.content.compare import side_by_side
from counteroffer.documents.make import side_by_side_pdf
from counteroffer.domain.workbook import Workbook, from_plain
from counteroffer.sample import SAMPLE_DAY, stored_sample
from tests.documents.sample_terms import money, number, words
from tests.documents.samples import TODAY
from tests.documents.test_shareable import strings


def cells(plain: dict[str, Any], section: int = 0) -> list[list[str]]:
    document = side_by_side(from_plain(plain), TODAY, str)
    block = document.blocks[section]
    assert isinstance(block, Section)
    table = block.blocks[0]
    assert isinstance(table, Table)
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_every_term_stands_in_four_columns(plain_workbook: dict[str, Any]) -> None:
    plain_workbook["situation"]["best_plan"] = "stay"
    rows = cells(plain_workbook)
    assert [row[0] for row in rows] == [term["name"] for term in plain_workbook["terms"]]
    # Whoever would stay has what there is today; nothing is said of what is not known.
    assert rows[0] == ["Base pay", "£45,000 a year", "£41,000 a year", "£48,000 a year", "£47,500 a year"]
    assert rows[1] == ["Paid leave", "25 days a year", "–", "28 days a year", "28 days a year"]
    text = " | ".join(strings(side_by_side(from_plain(plain_workbook), TODAY, str)))
    assert "28 days a year, five of them to be carried over" in text


@pytest.mark.parametrize(
    ("name", "offers", "shown"),
    [
        ("Go to Northgate Mills", ["Eastgate", "Northgate Mills"], "£44,000 a year"),
        ("Go there", ["Northgate Mills"], "£44,000 a year"),
        ("Go there", ["Eastgate", "Northgate Mills"], "–"),
        ("Go there", [], "–"),
    ],
)
def test_the_other_offer_that_the_plan_speaks_of_is_the_alternative(
    plain_workbook: dict[str, Any], name: str, offers: list[str], shown: str
) -> None:
    situation = plain_workbook["situation"]
    situation["plans"] = [{"id": "go", "kind": "other_offer", "name": name, "worth": {"likely": "46000"}}]
    situation["other_offers"] = [
        {
            "id": f"o{place}",
            "employer": employer,
            "real": True,
            "terms": [{"id": "a", "term": "pay", "value": money(44000 if employer.startswith("N") else 1)}],
        }
        for place, employer in enumerate(offers)
    ]
    situation["other_offers"].append({"id": "dream", "employer": "Dream Ltd", "real": False})
    assert cells(plain_workbook)[0][2] == shown


def test_without_a_plan_the_column_is_empty(plain_workbook: dict[str, Any]) -> None:
    plain_workbook["situation"]["plans"] = []
    assert {row[2] for row in cells(plain_workbook)} == {"–"}


def test_the_whole_is_added_up_and_what_is_not_counted_is_named(plain_workbook: dict[str, Any]) -> None:
    plain_workbook["terms"][0]["benefit"] = "base_pay"
    plain_workbook["terms"].append({"id": "odd", "name": "Odd", "unit": "text", "target": {"value": words("A desk")}})
    whole, beyond = cells(plain_workbook, 1)
    assert whole[1:3] == ["£45,000", "£38,000"]
    assert whole[3].startswith("£4")
    assert beyond[3].startswith("£")
    assert beyond[1:3] == ["–", "–"]
    text = " | ".join(strings(side_by_side(from_plain(plain_workbook), TODAY, str)))
    assert "Not counted, for want of a figure: " in text


def test_nothing_is_added_up_where_there_is_nothing_to_add() -> None:
    document = side_by_side(Workbook(id="w"), TODAY, str)
    assert "There are no terms yet." in " ".join(strings(document))
    assert len(document.blocks) == 1
    # Before anything is agreed, the last column has no sum.
    open_still = {"terms": [{"id": "t", "name": "Base pay", "benefit": "base_pay", "offered": {"value": money(9)}}]}
    assert cells(open_still, 1)[0][4] == "–"


def test_words_that_stand_alone_are_below_their_row() -> None:
    row = {"id": "t", "name": "Notice", "unit": "days", "agreed": {"wording": "As in the handbook"}}
    document = side_by_side(from_plain({"terms": [row, {"id": "u", "offered": {}, "unit": "days"}]}), TODAY, str)
    assert cells({"terms": [row]})[0][4] == ""
    assert "As in the handbook" in " ".join(strings(document))


def test_the_sample_fits_on_a_page_and_is_private(read: Any) -> None:
    rendered = side_by_side_pdf(stored_sample(), SAMPLE_DAY)
    assert rendered.pages == 1
    text = read(rendered.bytes)
    assert text.count("Private: for your eyes only") == 2
    assert "Base pay €50,000 a year €53,000 a year €55,000 a year €54,000 a year" in text


def test_a_term_counted_in_days_needs_no_money(plain_workbook: dict[str, Any]) -> None:
    plain_workbook["situation"]["best_plan"] = "stay"
    plain_workbook["terms"][1]["today"] = number(27)
    assert cells(plain_workbook)[1][2] == "27 days a year"
