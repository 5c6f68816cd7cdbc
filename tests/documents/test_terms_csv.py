"""The terms as a table for a spreadsheet: complete, exact, and never a formula."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.documents.terms_csv import COLUMNS, as_file, terms_csv
from counteroffer.domain.levels import AmountValue, DateValue, Direction, NumberValue, TextValue, Unit, YesNoValue
from counteroffer.domain.situation import Situation
from counteroffer.domain.terms import Agreed, Importance, Level, Offered, Purpose, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import stored_sample


def read(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table, newline="")))


def line(term: Term, **situation: str) -> dict[str, str]:
    """The one line of a workbook with one term, by its headings."""
    heading, row = read(terms_csv(Workbook(terms=(term,), situation=Situation(**situation))))
    return dict(zip(heading, row, strict=True))


def test_a_term_is_written_out_in_plain_figures() -> None:
    term = Term(
        name="Base pay",
        importance=Importance.MUST,
        offered=Offered(value=AmountValue(amount=Decimal("85000.50"))),
        today=AmountValue(amount=Decimal("-1")),
        by_law=AmountValue(amount=Decimal("0.000001")),
        opening=Level(value=AmountValue(amount=Decimal(1_000_000_000_000))),
        target=Level(value=AmountValue(amount=Decimal("90000"))),
        acceptable=Level(value=AmountValue(amount=Decimal("87000"))),
        walk_away=Level(value=AmountValue(amount=Decimal("84000"))),
        agreed=Agreed(value=AmountValue(amount=Decimal(0)), wording="Nothing", starts="From May"),
        starts="From the first day",
    )
    assert line(term, currency="PLN") == {
        "Rank": "1",
        "Term": "Base pay",
        "Counted in": "money a year (PLN)",
        "Which way is better": "more is better",
        "What you do with it": "I ask for it",
        "How much hangs on it": "Must have",
        "Offered": "85000.50",
        "Today": "-1",
        "By law": "0.000001",
        "Opening": "1000000000000",
        "Target": "90000",
        "Acceptable": "87000",
        "Walk-away": "84000",
        "Agreed": "0",
        "From when": "From May",
    }


def test_what_is_not_a_figure_is_written_in_words() -> None:
    day = Term(
        unit=Unit.DATE,
        direction=Direction.LESS,
        purpose=Purpose.TRADE,
        target=Level(value=DateValue(date=date(2027, 3, 31))),
        starts="At once",
    )
    found = line(day)
    assert (found["Counted in"], found["Target"], found["From when"]) == ("a date", "2027-03-31", "At once")
    assert (found["Which way is better"], found["How much hangs on it"]) == ("less is better", "")
    car = Term(unit=Unit.YES_NO, offered=Offered(value=YesNoValue(yes=False)), today=YesNoValue(yes=True))
    found = line(car)
    assert (found["Offered"], found["Today"], found["Agreed"]) == ("no", "yes", "")
    title = Term(unit=Unit.TEXT, target=Level(value=TextValue(text="Lead analyst")), agreed=Agreed(wording="Analyst"))
    found = line(title)
    assert (found["Which way is better"], found["Target"], found["Agreed"]) == ("", "Lead analyst", "Analyst")


def test_the_terms_stand_in_the_order_of_their_rank() -> None:
    sample = stored_sample()
    heading, *rows = read(terms_csv(sample))
    assert heading == list(COLUMNS)
    assert [(row[0], row[1]) for row in rows] == [(str(at), term.name) for at, term in enumerate(sample.terms, 1)]
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert read(terms_csv(Workbook())) == [list(COLUMNS)]


def test_headings_and_words_are_translated_but_not_what_was_typed() -> None:
    table = terms_csv(Workbook(terms=(Term(name="Base pay", unit=Unit.YES_NO),)), str.upper)
    assert read(table)[0][1] == "TERM"
    assert read(table)[1][1:4] == ["Base pay", "YES OR NO", "MORE IS BETTER"]


@pytest.mark.parametrize(
    "typed", ["=1+1", "+1", "-cmd", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "-1+1", "--1", "＝1", "-1,5", "-", "- one"]
)
def test_no_cell_is_a_formula(typed: str) -> None:
    term = Term.model_construct(**{**dict(Term()), "name": typed, "starts": typed})
    found = line(term)
    assert (found["Term"], found["From when"]) == (f"'{typed}", f"'{typed}")


@pytest.mark.parametrize("typed", ["-5", "-0.5", "1=1", "a+b", "'=1", "Pay - base", "3"])
def test_what_is_none_stays_as_it_is(typed: str) -> None:
    assert line(Term(name=typed))["Term"] == typed


def test_a_separator_of_another_place_does_not_begin_a_cell() -> None:
    table = terms_csv(Workbook(terms=(Term(name="Pay;=1+1"), Term(name="Now; - then more"))))
    assert "Now; - then more" in table
    assert [cell for row in csv.reader(io.StringIO(table), delimiter=";") for cell in row if cell.startswith("=")] == []


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=40), st.decimals(-99, 99, places=2))
def test_whatever_is_typed_comes_back_and_is_never_a_formula(typed: str, figure: Decimal) -> None:
    if any(mark in typed for mark in "\u2028\u2029"):
        return
    term = Term(name=typed, unit=Unit.NUMBER, offered=Offered(value=NumberValue(number=figure)))
    found = line(term)
    assert found["Term"].removeprefix("'") == typed.removeprefix("'")
    assert not found["Term"].lstrip()[:1] or found["Term"].lstrip()[0] not in "=+@"
    assert Decimal(found["Offered"]) == figure


def test_the_file_says_that_it_is_utf_8() -> None:
    content = as_file(terms_csv(Workbook(terms=(Term(name="Überstunden"),))))
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Überstunden" in content.decode("utf-8-sig")
    assert content.count(b"\r\n") == 2
