"""Moving all dates of a workbook by the same number of days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.domain.base import Frozen
from counteroffer.domain.errors import BadInput
from counteroffer.domain.levels import DateValue, Unit
from counteroffer.domain.shifting import shift_dates
from counteroffer.domain.terms import Level, Term
from counteroffer.domain.workbook import Workbook
from tests.strategies import workbooks

shifts = st.integers(-3_000, 3_000)


def leaves(part: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every single value in a workbook, with the way to it."""
    if isinstance(part, Frozen):
        for name in type(part).model_fields:
            yield from leaves(getattr(part, name), f"{path}.{name}")
    elif isinstance(part, tuple):
        for at, one in enumerate(part):
            yield from leaves(one, f"{path}[{at}]")
    else:
        yield path, part


@given(workbooks(), shifts)
def test_all_dates_move_and_nothing_else(workbook: Workbook, days: int) -> None:
    before, after = list(leaves(workbook)), list(leaves(shift_dates(workbook, days)))
    assert len(before) == len(after)
    for (place, old), (same_place, new) in zip(before, after, strict=True):
        assert place == same_place
        assert new == (old + timedelta(days=days) if isinstance(old, date) else old)
    assert shift_dates(shift_dates(workbook, days), -days) == workbook
    assert shift_dates(workbook, 0) is workbook


def test_parts_without_dates_are_shared() -> None:
    start = Level(value=DateValue(date=date(2027, 2, 1)))
    workbook = Workbook(
        created=datetime(2026, 11, 22, tzinfo=UTC), terms=(Term(name="Pay"), Term(unit=Unit.DATE, target=start))
    )
    shifted = shift_dates(workbook, 7)
    assert shifted.created == datetime(2026, 11, 29, tzinfo=UTC)
    assert shifted.terms[1].target.value == DateValue(date=date(2027, 2, 8))
    assert shifted.terms[0] is workbook.terms[0]
    assert shifted.terms[1].valuation is workbook.terms[1].valuation
    assert shifted.situation is workbook.situation


@pytest.mark.parametrize("days", [-(10**6), 10**7, 10**12])
def test_a_shift_out_of_the_calendar_is_refused(days: int) -> None:
    with pytest.raises(BadInput, match="cannot be moved that far"):
        shift_dates(Workbook(), days)
