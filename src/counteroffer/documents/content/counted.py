"""Figures with what they are counted in, each word in the form that the language wants after that number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from babel import Locale
from babel.units import format_unit

from counteroffer.domain.base import Choice
from counteroffer.domain.words import N_

_LENGTHS = {
    "days_year": "duration-day",
    "days_week": "duration-day",
    "hours_week": "duration-hour",
    "hours_day": "duration-hour",
    "weeks_year": "duration-week",
    "hours": "duration-hour",
    "days": "duration-day",
    "weeks": "duration-week",
    "months": "duration-month",
    "years": "duration-year",
}
_PERIODS = {
    "money_year": N_("{figure} a year"),
    "days_year": N_("{figure} a year"),
    "weeks_year": N_("{figure} a year"),
    "money_month": N_("{figure} a month"),
    "money_hour": N_("{figure} an hour"),
    "money_once": N_("{figure} once"),
    "days_week": N_("{figure} a week"),
    "hours_week": N_("{figure} a week"),
    "hours_day": N_("{figure} a day"),
    "percent_pay": N_("{figure} of pay"),
    "times_year": N_("{figure} × a year"),
}
"""By the name of a unit, which is the same for levels and for the inputs of formulas."""


def counted(number: Decimal, figure: str, unit: Choice, locale: Locale, translate: Callable[[str], str]) -> str | None:
    """A number of days, hours, … with its period: "1 day a week". None for a unit that is no length of time.

    `figure` is the number as it is written; it stands before the unit's own name where the language has no word.
    """
    name = _LENGTHS.get(unit.value)
    if name is None:
        return None
    # A whole number must be handed over as one, or languages choose the form for fractions.
    whole = number == number.to_integral_value()
    text = format_unit(int(number) if whole else number, name, locale=locale)
    return f"{figure} {translate(unit.label)}" if name in text else per(text, unit, translate)


def per(figure: str, unit: Choice, translate: Callable[[str], str]) -> str:
    """The figure for its period; as it is where the unit has none."""
    sentence = _PERIODS.get(unit.value)
    return figure if sentence is None else translate(sentence).format(figure=figure)
