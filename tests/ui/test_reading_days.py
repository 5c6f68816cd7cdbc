"""Reading days as people write them, and writing them as their locale does."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.ui.reading import (
    Unreadable,
    read_day,
    write_day,
)

LOCALES = ("en_GB", "en_US", "en_IN", "de_DE", "de_CH", "de_AT", "pl", "fr", "fr_CH", "es", "el", "ar", "ar_EG", "sv")
TODAY = date(2027, 1, 15)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "typed",
    [
        "31.3.2027",
        "2027-03-31",
        "31 Mar 2027",
        "31 March 2027",
        "March 31, 2027",
        "31st of March 2027",
        "31/03/2027",
        "Wed 31 Mar 2027",
        "31 mar 27",
        "20270331",
        "2027/3/31",
        "2027 03 31",
        "31 MARCH",
        "٣١ March ٢٠٢٧",
        "31. 3. 2027",
    ],
)
def test_days_are_read_in_every_locale(typed: str, locale: str) -> None:
    assert read_day(typed, locale, TODAY) == date(2027, 3, 31)


@pytest.mark.parametrize(
    ("typed", "locale", "meant"),
    [
        ("3/31/27", "en_US", date(2027, 3, 31)),
        ("3/4/27", "en_US", date(2027, 3, 4)),
        ("3/4/27", "en_GB", date(2027, 4, 3)),
        ("3.4.2027", "de_DE", date(2027, 4, 3)),
        ("27-03-04", "sv", date(2027, 3, 4)),
        ("31.3.", "de_DE", date(2027, 3, 31)),
        ("3/31", "en_US", date(2027, 3, 31)),
        ("31 mars", "fr", date(2027, 3, 31)),
        ("1er avril 2027", "fr", date(2027, 4, 1)),
        ("31 marca 2027", "pl", date(2027, 3, 31)),
        ("5 marzec 2027", "pl", date(2027, 3, 5)),
        ("31. März 2027", "de_DE", date(2027, 3, 31)),
        ("31 marz 2027", "de_DE", date(2027, 3, 31)),
        ("31 de marzo de 2027", "es", date(2027, 3, 31)),
        ("31 Μαρτίου 2027", "el", date(2027, 3, 31)),
        ("31 μαρ 2027", "el", date(2027, 3, 31)),
        ("31 مارس 2027", "ar", date(2027, 3, 31)),
        ("20 December", "en_GB", date(2026, 12, 20)),
        ("today", "en_GB", TODAY),
        ("Tomorrow", "de_DE", date(2027, 1, 16)),
        ("yesterday", "en_GB", date(2027, 1, 14)),
        ("29 Feb 2028", "en_GB", date(2028, 2, 29)),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, locale: str, meant: date) -> None:
    assert read_day(typed, locale, TODAY) == meant


def test_tomorrow_is_read_in_the_persons_language() -> None:
    words = {"tomorrow": "mañana"}
    assert read_day("Mañana", "es", TODAY, lambda text: words.get(text, text)) == date(2027, 1, 16)


@pytest.mark.parametrize(
    "typed",
    [
        "31 Feb 2027",
        "31.2.",
        "soon",
        "March",
        "March 2027",
        "0/0/0",
        "12345",
        "31 Foo 2027",
        "31 Mar Apr 2027",
        "1 2 3 4",
        "1/2/345",
        "x" * 61,
        "32 March 2027",
        "1 Jan 1066",
        "1 Ma 2027",
        "31",
        "5 March 6 2027",
        "100 March 2027",
    ],
)
def test_what_is_no_day_is_told_in_a_sentence(typed: str) -> None:
    with pytest.raises(Unreadable) as told:
        read_day(typed, "en_GB", TODAY)
    assert told.value.sentence.endswith(".")


DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from(LOCALES))
def test_a_day_that_was_written_is_read_back(day: date, locale: str) -> None:
    assert read_day(write_day(day, locale), locale, TODAY) == day
    assert read_day(day.isoformat(), locale, TODAY) == day
