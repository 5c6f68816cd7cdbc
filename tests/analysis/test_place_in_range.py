"""Where a figure stands in a researched range, and the words for it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.analysis.place_in_range import UPSIDE_DOWN, End, Mark, Place, in_order, place, strip
from counteroffer.domain.levels import AmountValue, DateValue, TextValue, Value, ValueRange, content
from tests.analysis.build import money, number, yes

SURVEY = ValueRange(low=money(48_000), typical=money(54_000), high=money(58_500))


def write(value: Value) -> str:
    held = content(value)
    return f"{held:,}" if isinstance(value, AmountValue) else str(held)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (47_999, Place.BELOW),
        (48_000, Place.LOW_END),
        (50_000, Place.LOW_END),  # a third of the way to typical
        (51_000, Place.LOWER),
        (52_000, Place.BIT_LOWER),
        (53_999, Place.BIT_LOWER),
        (54_000, Place.TYPICAL),
        (55_000, Place.BIT_HIGHER),
        (56_000, Place.HIGHER),
        (57_500, Place.HIGH_END),
        (58_500, Place.HIGH_END),
        (58_501, Place.ABOVE),
    ],
)
def test_a_figure_has_its_place(figure: int, expected: Place) -> None:
    assert place(Fraction(figure), Fraction(48_000), Fraction(54_000), Fraction(58_500)) is expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ((None, 20, None), Place.OVER_TYPICAL),
        ((None, 30, None), Place.UNDER_TYPICAL),
        ((None, 25, None), Place.TYPICAL),
        ((20, None, 30), Place.WITHIN),
        ((25, None, 30), Place.LOW_END),
        ((20, None, 25), Place.HIGH_END),
        ((26, None, None), Place.BELOW),
        ((None, None, 24), Place.ABOVE),
        ((25, 25, 25), Place.TYPICAL),
    ],
)
def test_of_a_range_known_in_part_as_much_is_said_as_is_known(known: tuple[Any, ...], expected: Place) -> None:
    low, typical, high = (None if one is None else Fraction(one) for one in known)
    assert place(Fraction(25), low, typical, high) is expected


FIGURES = st.integers(-1000, 1000).map(Fraction)


@given(st.lists(FIGURES, min_size=3, max_size=3).map(sorted), FIGURES)
def test_a_place_never_contradicts_the_figures(range_: list[Fraction], figure: Fraction) -> None:
    low, typical, high = range_
    found = place(figure, low, typical, high)
    assert (found is Place.BELOW) == (figure < low)
    assert (found is Place.ABOVE) == (figure > high)
    if low <= figure <= high:
        assert (found is Place.TYPICAL) == (figure == typical)
        below = {Place.LOW_END, Place.LOWER, Place.BIT_LOWER}
        assert (found in below) == (figure < typical)


def test_all_of_it_is_said_in_one_sentence() -> None:
    found = strip(
        SURVEY,
        [(Mark.OFFER, money(50_000)), (Mark.ASK, money(55_000)), (Mark.TODAY, None)],
        write,
        whole=lambda value: f"{write(value)} a year",
    )
    assert found.words == (
        "Typical: 54,000 a year; the offer, 50,000, stands at the low end; "
        "your target, 55,000, stands a little above typical."
    )
    assert [(one.what, one.level) for one in found.spots] == [
        (End.LOW, "48,000"),
        (Mark.OFFER, "50,000"),
        (End.TYPICAL, "54,000"),
        (Mark.ASK, "55,000"),
        (End.HIGH, "58,500"),
    ]
    assert found.spots[1].words == "The offer, 50,000, stands at the low end."
    assert found.spots[0].words == "Low: 48,000 a year."


def test_without_a_typical_figure_the_ends_are_said() -> None:
    found = strip(ValueRange(low=number(20), high=number(30)), [(Mark.ASK, number(28))], write)
    assert found.words == "Low: 20; High: 30; your target, 28, stands within the range."


def test_what_cannot_be_placed_is_passed_over() -> None:
    assert strip(ValueRange(), [(Mark.ASK, money(1))], write).spots == ()
    words = ValueRange(low=TextValue(text="Planner"), high=TextValue(text="Lead"))
    assert strip(words, [(Mark.ASK, TextValue(text="Senior"))], write).words == ""
    assert [one.what for one in strip(SURVEY, [(Mark.TODAY, TextValue(text="little"))], write).spots] == list(End)


def test_a_range_upside_down_says_so_and_draws_nothing() -> None:
    upside_down = ValueRange(low=money(60_000), typical=money(54_000))
    assert not in_order(upside_down)
    found = strip(upside_down, [(Mark.ASK, money(55_000))], write)
    assert (found.spots, found.words, found.problem) == ((), "", UPSIDE_DOWN)


def test_days_and_yes_or_no_have_their_place_too() -> None:
    days = ValueRange(low=DateValue(date=date(2027, 1, 4)), high=DateValue(date=date(2027, 2, 22)))
    found = strip(days, [(Mark.ASK, DateValue(date=date(2027, 2, 1)))], write)
    assert found.words.endswith("your target, 2027-02-01, stands within the range.")
    assert strip(ValueRange(typical=yes()), [(Mark.OFFER, yes(False))], write).words.endswith("stands below typical.")


def test_words_are_translated_piece_by_piece() -> None:
    found = strip(SURVEY, [(Mark.OFFER, money(50_000))], write, lambda words: words.replace("low end", "untere Ende"))
    assert found.words.endswith("stands at the untere Ende.")
