"""Reading what people type and writing it back: by hand for what they do, at random for what must always hold."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.domain.money import CURRENCIES, DECIMALS, LARGEST
from counteroffer.ui.reading import (
    Unreadable,
    currency_sign,
    read_day,
    read_fraction,
    read_money,
    read_number,
    write_day,
    write_fraction,
    write_list,
    write_moment,
    write_money,
    write_number,
)

LOCALES = ("en_GB", "en_US", "en_IN", "de_DE", "de_CH", "de_AT", "pl", "fr", "fr_CH", "es", "el", "ar", "ar_EG", "sv")
TODAY = date(2027, 1, 15)


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "fr", "pl"])
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("85k", "85000"),
        ("85 K", "85000"),
        ("85.000", "85000"),
        ("85,000", "85000"),
        ("85 000", "85000"),
        ("85 000 €", "85000"),
        ("85\u00a0000\u202f€", "85000"),
        ("€85,000.50", "85000.5"),
        ("85.000,50 EUR", "85000.5"),
        ("EUR 85’000.50", "85000.5"),
        ("85'000", "85000"),
        ("1.5m", "1500000"),
        ("1,5 Mio. €", "1500000"),
        ("85 k€", "85000"),
        ("85 kEUR", "85000"),
        ("k€ 85", "85000"),
        ("85.-", "85"),
        ("85,– €", "85"),
        ("85.50", "85.5"),
        ("85,5", "85.5"),
        ("0.125", "0.125"),
        (".5", "0.5"),
        ("85.", "85"),
        ("-1 200", "-1200"),
        ("−€1,200", "-1200"),
        ("1,00,000", "100000"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567", "1234567"),
        ("٨٥٠٠٠", "85000"),
        ("٨٥٬٠٠٠٫٥٠ €", "85000.5"),
        ("８５０００", "85000"),
        ("0", "0"),
        ("85 thousand", "85000"),
        ("12 lakh", "1200000"),
    ],
)
def test_money_is_read_generously(typed: str, meant: str, locale: str) -> None:
    assert read_money(typed, locale, "EUR") == Decimal(meant)


@pytest.mark.parametrize(
    ("typed", "locale", "currency", "meant"),
    [
        ("85 tys. zł", "pl", "PLN", "85000"),
        ("1,5 mln zł", "pl", "PLN", "1500000"),
        ("85 Tsd.", "de", "EUR", "85000"),
        ("85 mil", "es", "EUR", "85000"),
        ("85 mil", "en", "EUR", "85000000"),
        ("85 χιλ.", "el", "EUR", "85000"),
        ("85 ألف", "ar", "EUR", "85000"),
        ("$85k", "en_US", "USD", "85000"),
        ("US$ 85k", "en_US", "USD", "85000"),
        ("1.250", "ar", "KWD", "1.25"),
        ("1,250", "ar", "KWD", "1250"),
        ("R 85k", "en_ZA", "ZAR", "85000"),
        ("85 000 Kč", "cs", "CZK", "85000"),
    ],
)
def test_money_is_read_by_language_and_currency(typed: str, locale: str, currency: str, meant: str) -> None:
    assert read_money(typed, locale, currency) == Decimal(meant)


@pytest.mark.parametrize(
    "typed",
    """85 thousandish|about 85k|85 00|8.5.0|85kk|85 k k|eighty|-|--5|5-6|1,2,3|8 5|80k-90k|85,00,00|k|€|85 km
    |85k\u0000|99999999999999999999999999999999999999999999999999999999999999""".split("|"),
)
@pytest.mark.parametrize("locale", ["en_GB", "de_DE"])
def test_what_is_no_amount_is_told_in_a_sentence(typed: str, locale: str) -> None:
    with pytest.raises(Unreadable) as told:
        read_money(typed, locale, "EUR")
    assert told.value.sentence.endswith(".")
    assert typed not in told.value.sentence or len(typed) < 2


@pytest.mark.parametrize("typed", ["$85k", "85 PLN", "£ 85", "85 zł"])
def test_another_currency_is_not_taken_for_this_one(typed: str) -> None:
    with pytest.raises(Unreadable, match="counts in EUR"):
        read_money(typed, "en_GB", "EUR")


def test_the_sentence_can_be_said_in_another_language() -> None:
    problem = Unreadable("counts in {currency}.", currency="EUR")
    assert problem.said(lambda text: text.replace("counts in", "rechnet in")) == "rechnet in EUR."


@pytest.mark.parametrize("empty", ["", "   ", "\u00a0", "\u200f"])
def test_nothing_reads_as_nothing(empty: str) -> None:
    assert read_money(empty, "en_GB", "EUR") is None
    assert read_number(empty, "en_GB") is None
    assert read_fraction(empty, "en_GB") is None
    assert read_day(empty, "en_GB", TODAY) is None


def test_money_without_a_currency_is_still_read() -> None:
    assert read_money("85k", "en_GB", "") == Decimal(85000)


def test_numbers_have_their_bounds() -> None:
    assert read_money("1000000000000", "en_GB", "EUR") == LARGEST
    with pytest.raises(Unreadable, match="too large"):
        read_money("1000000000001", "en_GB", "EUR")
    with pytest.raises(Unreadable, match="too large"):
        read_money("2000000m", "en_GB", "EUR")
    with pytest.raises(Unreadable, match="decimals"):
        read_number("0.1234567", "en_GB")


@pytest.mark.parametrize(
    ("typed", "locale", "unit", "meant"),
    [
        ("37.5", "en_GB", "", "37.5"),
        ("37,5", "de_DE", "", "37.5"),
        ("37.5", "de_DE", "", "37.5"),
        ("1.250", "en_GB", "", "1.25"),
        ("1.250", "de_DE", "", "1250"),
        ("1,250", "en_GB", "", "1250"),
        ("1,250", "de_DE", "", "1.25"),
        ("0,250", "en_GB", "", "0.25"),
        ("25 days", "en_GB", "days a year", "25"),
        ("25 days a year", "en_GB", "days a year", "25"),
        ("5 %", "en_GB", "% of pay", "5"),
        ("2k", "en_GB", "", "2000"),
        ("-3", "en_GB", "", "-3"),
    ],
)
def test_numbers_follow_the_locale(typed: str, locale: str, unit: str, meant: str) -> None:
    assert read_number(typed, locale, unit) == Decimal(meant)


@pytest.mark.parametrize("typed", ["25 hours", "5 %", "€5", "k5 k", "5 5"])
def test_other_words_beside_a_number_are_not_guessed_at(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_number(typed, "en_GB", "days a year")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("80 %", "0.8"),
        ("80%", "0.8"),
        ("% 80", "0.8"),
        ("80", "0.8"),
        ("0.8", "0.8"),
        ("0,8", "0.8"),
        ("0.8 %", "0.008"),
        ("1", "0.01"),
        ("1.0", "1"),
        ("1.5", "0.015"),
        ("100", "1"),
        ("0", "0"),
        ("33.33 %", "0.3333"),
        ("80 percent", "0.8"),
        ("80 per cent", "0.8"),
        ("٨٠٪", "0.8"),
        ("-5 %", "-0.05"),
    ],
)
def test_percentages_are_read_as_shares(typed: str, meant: str) -> None:
    assert read_fraction(typed, "en_GB") == Decimal(meant)


@pytest.mark.parametrize("typed", ["high", "80 €", "80k", "33.33333 %"])
def test_what_is_no_percentage_is_told(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_fraction(typed, "en_GB")


MONEY = st.decimals(-LARGEST, LARGEST, places=DECIMALS, allow_nan=False, allow_infinity=False)
PLAIN_MONEY = st.decimals(0, 1_000_000, places=2, allow_nan=False, allow_infinity=False)
SHARES = st.integers(0, 10**DECIMALS).map(lambda part: Decimal(part) / 10**DECIMALS)


@given(MONEY | PLAIN_MONEY, st.sampled_from(LOCALES), st.sampled_from(["EUR", "PLN", "KWD", "JPY", "USD"]))
def test_money_that_was_written_is_read_back(value: Decimal, locale: str, currency: str) -> None:
    for sign in (False, True):
        assert read_money(write_money(value, locale, currency, sign=sign), locale, currency) == value


@given(MONEY, st.sampled_from(LOCALES))
def test_a_number_that_was_written_is_read_back(value: Decimal, locale: str) -> None:
    assert read_number(write_number(value, locale), locale) == value


@given(SHARES, st.sampled_from(LOCALES))
def test_a_share_that_was_written_is_read_back(value: Decimal, locale: str) -> None:
    assert read_fraction(write_fraction(value, locale), locale) == value


@given(st.text(max_size=80), st.sampled_from(LOCALES))
def test_any_text_is_read_or_told_but_nothing_else(text: str, locale: str) -> None:
    for read in (
        lambda: read_money(text, locale, "EUR"),
        lambda: read_number(text, locale, "days a year"),
        lambda: read_fraction(text, locale),
        lambda: read_day(text, locale, TODAY),
    ):
        with suppress(Unreadable):
            read()


@given(st.text("0123456789.,'’ kKmM€$-%٫٬ ", max_size=14), st.sampled_from(LOCALES))
def test_texts_like_numbers_are_read_or_told(text: str, locale: str) -> None:
    for read in (lambda: read_money(text, locale, "EUR"), lambda: read_number(text, locale)):
        try:
            value = read()
        except Unreadable:
            continue
        assert value is None or abs(value) <= LARGEST


def test_values_are_written_as_the_locale_does() -> None:
    assert write_money(Decimal(85000), "en_GB", "EUR") == "€85,000"
    assert write_money(Decimal("85000.5"), "de_DE", "EUR") == "85.000,50\u00a0€"
    assert write_money(Decimal(-5), "en_GB", "EUR") == "-€5"
    assert write_money(Decimal(85000), "en_GB", "PLN") == "PLN\u00a085,000"
    assert write_money(Decimal("1.25"), "en_GB", "KWD", sign=False) == "1.250"
    assert write_number(Decimal("37.50"), "fr") == "37,5"
    assert write_fraction(Decimal("0.125"), "de_DE") == "12,5\u00a0%"
    assert write_list(["a", "b", "c"], "en_GB") == "a, b and c"
    assert write_day(date(2027, 3, 31), "en_GB") == "31 Mar 2027"
    assert currency_sign("PLN", "pl") == "zł"
    moment = datetime(2027, 3, 31, 9, 5, 7, tzinfo=UTC)
    assert write_moment(moment, "en_GB", UTC) == "31 Mar 2027, 09:05"
    assert write_moment(moment, "en_US", UTC) == "Mar 31, 2027, 9:05\u00a0AM"


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_written_can_be_printed_in_the_apps_typeface(locale: str) -> None:
    written = write_money(Decimal("1234567.5"), locale, "EUR") + write_number(Decimal(1234567), locale)
    assert "\u202f" not in written + write_fraction(Decimal("0.5"), locale) + write_day(TODAY, locale)


def test_every_currency_of_the_domain_can_be_written_and_read() -> None:
    for currency in sorted(CURRENCIES):
        assert read_money(write_money(Decimal("1234.5"), "en_GB", currency), "en_GB", currency) == Decimal("1234.5")
