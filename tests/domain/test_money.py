"""Exact numbers: what goes in comes out, to the last digit, and nothing inexact gets in."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from counteroffer.domain.errors import from_validation
from counteroffer.domain.money import CURRENCIES, LARGEST, Count, Currency, Estimate, Fraction, Money, Number
from tests.strategies import estimates, numbers

NUMERIC = [Number, Count, Money, Fraction]
NAMES = ["number", "count", "money", "fraction"]


def read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Any, value: object) -> str:
    """The plain sentence with which a value is refused."""
    with pytest.raises(ValidationError) as refused:
        read(kind, value)
    return from_validation(refused.value).sentence


@given(numbers())
def test_a_number_survives_the_way_through_text(number: Decimal) -> None:
    for kind in (Number, Money):
        kept = read(kind, number)
        written = TypeAdapter(kind).dump_json(kept)
        assert kept == read(kind, format(number, "f")) == TypeAdapter(kind).validate_json(written) == number
        assert written.startswith(b'"')
        assert b"E" not in written


@pytest.mark.parametrize(
    ("given_as", "written"),
    [
        ("85000.50", "85000.50"),
        ("1e3", "1000"),
        ("1E-6", "0.000001"),
        ("0E+999", "0"),
        ("-12.5", "-12.5"),
        ("000012", "12"),
        (7, "7"),
        (Decimal("3.100"), "3.100"),
        (str(LARGEST), "1000000000000"),
    ],
)
def test_a_number_is_written_out_in_full(given_as: object, written: str) -> None:
    assert TypeAdapter(Number).dump_python(read(Number, given_as), mode="json") == written


@given(st.floats())
def test_a_float_is_refused_whatever_it_holds(value: float) -> None:
    for kind in NUMERIC:
        assert refusal(kind, value).startswith("Numbers are written as text")


@pytest.mark.parametrize("kind", NUMERIC, ids=NAMES)
@pytest.mark.parametrize("value", [True, False])
def test_true_and_false_are_no_numbers(kind: Any, value: bool) -> None:
    assert refusal(kind, value).startswith("Numbers are written as text")


@pytest.mark.parametrize("kind", NUMERIC, ids=NAMES)
@pytest.mark.parametrize("word", ["NaN", "nan", "-NaN", "sNaN", "NaN123", "Infinity", "-inf", "INF", Decimal("NaN")])
def test_what_is_no_real_number_is_refused(kind: Any, word: object) -> None:
    assert refusal(kind, word) == "This must be a real number."


@pytest.mark.parametrize("kind", NUMERIC, ids=NAMES)
@pytest.mark.parametrize("word", ["", "twelve", "85k", "1,5", "1.2.3", "0x1F", "€5", None, [1], {"a": 1}, b"5"])
def test_what_is_no_number_is_refused(kind: Any, word: object) -> None:
    assert refusal(kind, word).startswith("This must be a number written as text")


@pytest.mark.parametrize("kind", NUMERIC, ids=NAMES)
def test_a_number_has_limits(kind: Any) -> None:
    assert refusal(kind, "1" * 41) == "This number is too long."
    assert refusal(kind, "0.0000001") == "This number has more than 6 decimals."
    for vast in ("1000000000000.1", "-1000000000001", "1e13", "1e999999999", 10**400):
        assert refusal(kind, vast) == "This number is too large."
    for minute in ("1e-7", "1e-999999999", "0E-999999"):
        assert refusal(kind, minute) == "This number has more than 6 decimals."


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_refused_by_a_sentence(text: str) -> None:
    for kind in NUMERIC:
        try:
            assert abs(read(kind, text)) <= LARGEST
        except ValidationError as error:
            assert from_validation(error).sentence.endswith(".")  # noqa: PT017 - either way is right


@given(numbers("-1000", "1000"))
def test_a_count_cannot_be_below_zero(number: Decimal) -> None:
    if number < 0:
        assert refusal(Count, number) == "This cannot be below zero."
    else:
        assert read(Count, number) == number


@given(numbers("-2", "2"))
def test_a_fraction_lies_between_none_and_all(number: Decimal) -> None:
    if 0 <= number <= 1:
        assert read(Fraction, number) == number
    else:
        assert refusal(Fraction, number) == "This must be between 0 and 1 (0 % and 100 %)."


# Currencies ------------------------------------------------------------------------------------------------------


def test_every_currency_is_known_where_money_is_written_out() -> None:
    assert CURRENCIES - set(Locale("en").currencies) == set()


@pytest.mark.parametrize("code", ["eur", "EURO", "E", "", "XXX", "XAU", "DEM"])
def test_what_is_no_wage_currency_is_refused(code: str) -> None:
    assert refusal(Currency, code) == "This is not a currency code such as EUR, PLN or USD."


@pytest.mark.parametrize("code", ["EUR", "PLN", "USD", "JPY", "XOF"])
def test_a_currency_is_its_code(code: str) -> None:
    assert read(Currency, code) == code


# Estimates -------------------------------------------------------------------------------------------------------


@given(estimates())
def test_an_estimate_stands_in_order(estimate: Estimate) -> None:
    known = [one for one in (estimate.low, estimate.likely, estimate.high) if one is not None]
    assert known == sorted(known)
    assert estimate.is_empty == (not known)
    assert Estimate.model_validate_json(estimate.model_dump_json()) == estimate


@given(st.lists(numbers(), min_size=3, max_size=3, unique=True))
def test_only_one_order_of_three_figures_is_right(figures: list[Decimal]) -> None:
    upside_down = "The range is upside down: low comes first, then likely, then high."
    for low, likely, high in permutations(figures):
        given_to_it = {"low": low, "likely": likely, "high": high}
        if low < likely < high:
            assert Estimate.model_validate(given_to_it).likely == likely
        else:
            assert refusal(Estimate, given_to_it) == upside_down


@pytest.mark.parametrize(
    "given_to_it",
    [{"low": "2", "likely": "1"}, {"low": "2", "high": "1"}, {"likely": "2", "high": "1"}],
)
def test_two_figures_are_enough_to_be_upside_down(given_to_it: dict[str, str]) -> None:
    assert "upside down" in refusal(Estimate, given_to_it)


def test_a_probability_alone_says_nothing() -> None:
    assert Estimate().is_empty
    assert Estimate(probability=Decimal("0.5")).is_empty
    assert not Estimate(high=Decimal(0)).is_empty
    assert refusal(Estimate, {"probability": "80"}) == "probability: this must be between 0 and 1 (0 % and 100 %)."
