"""Ranges: exact, in order, and never surer than what went into them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.analysis.interval import (
    ONE,
    ZERO,
    Interval,
    between,
    exactly,
    expected,
    from_estimate,
    rounded,
    too_close,
    total,
)
from counteroffer.domain.money import Estimate
from tests.analysis.build import F, estimate, figure
from tests.strategies import estimates

fractions = st.fractions(-10_000, 10_000, max_denominator=1_000)


@st.composite
def ranges(draw: st.DrawFn, least: int = -10_000) -> Interval:
    figures = sorted(draw(st.tuples(*[st.fractions(least, 10_000, max_denominator=1_000)] * 3)))
    return Interval(*figures)


def ordered(one: Interval) -> bool:
    return one.low <= one.likely <= one.high and all(type(x) is Fraction for x in (one.low, one.likely, one.high))


@given(ranges(), ranges(), fractions, st.fractions(0, 1), st.fractions(0, 1))
def test_whatever_lies_in_the_ranges_lies_in_the_result(
    a: Interval, b: Interval, factor: Fraction, at: Fraction, there: Fraction
) -> None:
    x, y = a.low + (a.high - a.low) * at, b.low + (b.high - b.low) * there
    for result, point in ((a + b, x + y), (a - b, x - y), (a * b, x * y), (a.scale(factor), x * factor)):
        assert ordered(result)
        assert result.low <= point <= result.high


@given(ranges(), ranges(least=1), st.fractions(0, 1), st.fractions(0, 1))
def test_a_quotient_holds_every_quotient(a: Interval, b: Interval, at: Fraction, there: Fraction) -> None:
    result = a / b
    x, y = a.low + (a.high - a.low) * at, b.low + (b.high - b.low) * there
    assert ordered(result)
    assert result.low <= x / y <= result.high


@given(st.lists(ranges(), max_size=6))
def test_a_sum_is_exact(several: list[Interval]) -> None:
    result = total(several)
    assert result.low == sum((one.low for one in several), F(0))
    assert result.likely == sum((one.likely for one in several), F(0))
    assert result.high == sum((one.high for one in several), F(0))
    assert total(reversed(several)) == result


@given(ranges())
def test_nothing_and_one_change_nothing(one: Interval) -> None:
    assert one + ZERO == one * ONE == one / ONE == one.scale(1) == one
    assert one * ZERO == one.scale(0) == ZERO
    assert one.scale(-1).scale(-1) == one


def test_a_divisor_must_lie_above_zero() -> None:
    for bad in (ZERO, figure(-1, 0, 1), figure(0, 1, 2)):
        with pytest.raises(ZeroDivisionError):
            ONE / bad


def test_a_range_upside_down_is_refused() -> None:
    with pytest.raises(ValueError, match="upside down"):
        between(3, 2, 4)


@pytest.mark.parametrize(
    ("low", "likely", "high", "found"),
    [
        (None, None, None, None),
        ("4", None, None, figure(4)),
        (None, None, "6", figure(6)),
        (None, "5", None, figure(5)),
        ("4", None, "6", figure(4, 5, 6)),  # the middle of what is there
        ("4", "5", None, figure(4, 5, 5)),  # a missing end is the likely figure
        (None, "5", "7", figure(5, 5, 7)),
        ("0.1", "0.2", "0.3", between(F(1, 10), F(1, 5), F(3, 10))),
    ],
)
def test_an_estimate_becomes_a_range(low: object, likely: object, high: object, found: Interval | None) -> None:
    assert from_estimate(Estimate.model_validate({"low": low, "likely": likely, "high": high})) == found


@given(estimates())
def test_every_estimate_becomes_an_ordered_range(one: Estimate) -> None:
    found, at_its_chance = from_estimate(one), expected(one)
    assert (found is None) == (at_its_chance is None) == one.is_empty
    if found is not None and at_its_chance is not None:
        assert ordered(found)
        assert ordered(at_its_chance)


def test_a_probability_makes_it_an_expected_value() -> None:
    assert expected(estimate("100", "200", "400", probability="0.25")) == figure(25, 50, 100)
    assert from_estimate(estimate("100", probability="0.25")) == figure(100)


def test_ranges_that_meet_are_too_close_to_tell() -> None:
    assert too_close(figure(1, 2, 3), figure(3, 4, 5))
    assert too_close(figure(1, 5, 9), figure(4))
    assert too_close(figure(2), figure(2))
    assert not too_close(figure(1, 2, 3), figure("3.01", 4, 5))
    assert not too_close(figure(4, 5, 6), figure(1, 2, 3))


@pytest.mark.parametrize(
    ("exact", "places", "shown"),
    [
        ("2.5", 0, "2"),  # half goes to the even side
        ("3.5", 0, "4"),
        ("-2.5", 0, "-2"),
        ("0.125", 2, "0.12"),
        ("0.135", 2, "0.14"),
        ("7125/11", 2, "647.73"),
        ("-1/3", 2, "-0.33"),
        ("0", 2, "0.00"),
        ("-0.001", 2, "0.00"),
        ("12345678901234567890123456789012345.675", 2, "12345678901234567890123456789012345.68"),
    ],
)
def test_money_is_rounded_half_to_even_for_display_only(exact: str, places: int, shown: str) -> None:
    result = rounded(F(exact), places)
    assert type(result) is Decimal
    assert str(result) == shown


def test_an_exact_figure_is_told_from_a_range() -> None:
    assert exactly(Decimal("1.5")).is_exact
    assert not figure(1, 1, 2).is_exact
