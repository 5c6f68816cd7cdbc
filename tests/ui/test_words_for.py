"""Levels in words, as lists and charts show them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from counteroffer.domain.levels import NumberValue, Unit
from counteroffer.ui.context import UiContext
from counteroffer.ui.words_for import level_words


@pytest.mark.parametrize(
    ("figure", "unit", "words"),
    [
        ("1", Unit.DAYS_WEEK, "1 day a week"),
        ("2.5", Unit.DAYS_WEEK, "2.5 days a week"),
        ("1", Unit.MONTHS, "1 month"),
        ("2", Unit.TIMES_YEAR, "2 times a year"),
    ],
)
def test_one_of_a_thing_is_said_as_one(ctx: UiContext, figure: str, unit: Unit, words: str) -> None:
    assert level_words(NumberValue(number=Decimal(figure)), unit, "EUR", ctx) == words
