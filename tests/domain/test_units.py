"""Counting a term in another unit: figures go along, the rest is emptied, and nothing else changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.domain.edits import apply
from counteroffer.domain.levels import (
    AmountValue,
    DateValue,
    NumberValue,
    PercentValue,
    TextValue,
    Unit,
    Value,
    YesNoValue,
    content,
)
from counteroffer.domain.terms import Term, term_values
from counteroffer.domain.units import carried, change_unit
from counteroffer.domain.workbook import Workbook
from tests.strategies import terms, values

units = st.sampled_from(list(Unit))
LEVELS = {
    "unit",
    "offered",
    "today",
    "by_law",
    "opening",
    "target",
    "acceptable",
    "walk_away",
    "options",
    "agreed",
}


def recounted(term: Term, unit: Unit) -> Term:
    workbook = Workbook(terms=(term,))
    return apply(workbook, change_unit(term, ("terms", term.id), unit)).terms[0]


@given(terms(), units)
def test_a_term_can_always_be_counted_in_another_unit(term: Term, unit: Unit) -> None:
    after = recounted(term, unit)
    assert after.unit is unit
    for name in Term.model_fields.keys() - LEVELS:
        assert getattr(after, name) == getattr(term, name)
    for old, new in zip(term_values(term), term_values(after), strict=True):
        assert new is None or new.kind == unit.kind.value
        if old is not None and old.kind == unit.kind.value:
            assert new == old


@given(values(), units)
def test_a_figure_stays_the_same_figure(value: Value, unit: Unit) -> None:
    counted = (AmountValue, PercentValue, NumberValue)
    after = recounted(Term(unit=next(one for one in Unit if one.kind.value == value.kind), today=value), unit).today
    if isinstance(value, counted) and unit.kind.value in ("amount", "percent", "number"):
        assert after is not None
        assert content(after) == content(value)


@pytest.mark.parametrize(
    ("value", "unit", "after"),
    [
        (None, Unit.TEXT, None),
        (NumberValue(number=Decimal("2.50")), Unit.TEXT, TextValue(text="2.50")),
        (DateValue(date=date(2027, 3, 31)), Unit.TEXT, TextValue(text="2027-03-31")),
        (TextValue(text="a week"), Unit.TEXT, TextValue(text="a week")),
        (YesNoValue(yes=True), Unit.TEXT, None),
        (TextValue(text="25"), Unit.DAYS_YEAR, None),
        (DateValue(date=date(2027, 3, 31)), Unit.NUMBER, None),
        (YesNoValue(yes=True), Unit.NUMBER, None),
        (NumberValue(number=Decimal(1)), Unit.YES_NO, None),
        (NumberValue(number=Decimal(1)), Unit.DATE, None),
    ],
)
def test_what_goes_along_and_what_does_not(value: Value | None, unit: Unit, after: Value | None) -> None:
    assert carried(value, unit) == after
