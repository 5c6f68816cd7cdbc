"""Figures, dates and levels as text, the way the workbook's language writes them.

Nothing here reads the day, the system's language or any setting: the language comes from the workbook, today's
date and the translator from whoever asks for the document. Numbers are exact; what has cents shows them, what has
none does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_timedelta
from babel.lists import format_list
from babel.numbers import NumberPattern, format_decimal, format_percent, parse_pattern

from counteroffer.documents.content.counted import counted, per
from counteroffer.domain.levels import (
    AmountValue,
    DateValue,
    NumberValue,
    PercentValue,
    TextValue,
    Unit,
    Value,
    YesNoValue,
    is_blank,
)
from counteroffer.domain.money import DECIMALS, Estimate

Translator = Callable[[str], str]


def locale_of(language: str) -> Locale:
    """The locale of a workbook's language; English for one that nobody has described yet."""
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


@dataclass(frozen=True)
class Format:
    """How one document writes what is not words."""

    locale: Locale
    currency: str
    tr: Translator

    @property
    def language(self) -> str:
        """The language as PDF readers expect it: `en-GB`."""
        return str(self.locale).replace("_", "-")

    def money(self, amount: Decimal) -> str:
        """An amount in the workbook's currency."""
        pattern: NumberPattern = parse_pattern(self.locale.currency_formats["standard"].pattern)
        pattern.frac_prec = (0, 0) if amount == amount.to_integral_value() else (2, DECIMALS)
        text: str = pattern.apply(amount, self.locale, currency=self.currency, currency_digits=False)
        return text

    def number(self, value: Decimal) -> str:
        """A number with all the decimals it has."""
        return format_decimal(value, locale=self.locale, decimal_quantization=False)

    def percent(self, value: Decimal) -> str:
        """A percentage written as people say it: 5 is 5 %."""
        return format_percent(value / 100, locale=self.locale, decimal_quantization=False)

    def share(self, fraction: Decimal) -> str:
        """A share or probability from 0 to 1, as a percentage."""
        return self.percent(fraction * 100)

    def day(self, day: date) -> str:
        """A date in full."""
        return format_date(day, "long", locale=self.locale)

    def short_day(self, day: date) -> str:
        """A date for a narrow place, its year always with it."""
        return format_date(day, "medium", locale=self.locale)

    def away(self, day: date, today: date) -> str:
        """How far off a day is: in 5 days, 5 days ago, today."""
        if day == today:
            return self.tr("today")
        distance = timedelta(days=(day - today).days)
        return format_timedelta(distance, "day", threshold=10**6, add_direction=True, locale=self.locale)

    def joined(self, parts: Iterable[str]) -> str:
        """Words as a list: a, b and c."""
        found = list(parts)
        return format_list(found, locale=self.locale) if found else ""

    def level(self, value: Value | None, unit: Unit, blank: str = "") -> str:
        """A level with its unit, complete enough to stand in a contract."""
        if value is None or is_blank(value):
            return blank
        match value:
            case NumberValue():
                return self._counted(value.number, unit)
            case AmountValue() | PercentValue():
                return per(self.figure(value), unit, self.tr)
            case DateValue():
                return self.day(value.date)
            case _:
                return self.figure(value)

    def figure(self, value: Value | None, blank: str = "") -> str:
        """A level's bare figure, for a table whose rows name the unit."""
        if value is None or is_blank(value):
            return blank
        match value:
            case AmountValue():
                return self.money(value.amount)
            case PercentValue():
                return self.percent(value.percent)
            case NumberValue():
                return self.number(value.number)
            case YesNoValue():
                return self.tr("yes") if value.yes else self.tr("no")
            case DateValue():
                return self.short_day(value.date)
            case TextValue():
                return value.text

    def level_of_money(self, amount: Decimal, unit: Unit) -> str:
        """An amount for its period."""
        return per(self.money(amount), unit, self.tr)

    def months(self, number: Decimal | int) -> str:
        """So many months."""
        return self._counted(Decimal(number), Unit.MONTHS)

    def counted_in(self, unit: Unit) -> str:
        """The unit as a few words beside a term's name; nothing where the figure says it all."""
        if unit in (Unit.YES_NO, Unit.DATE, Unit.TEXT, Unit.PERCENT, Unit.NUMBER):
            return ""
        plain_money = {
            Unit.MONEY_YEAR: self.tr("a year"),
            Unit.MONEY_MONTH: self.tr("a month"),
            Unit.MONEY_HOUR: self.tr("an hour"),
            Unit.MONEY_ONCE: self.tr("once"),
            Unit.PERCENT_PAY: self.tr("of pay"),
        }
        return plain_money.get(unit) or self.tr(unit.label)

    def span(self, estimate: Estimate) -> str:
        """An estimate of money as one phrase: from low to high, the likely figure, how probable it is."""
        parts = []
        low, likely, high = estimate.low, estimate.likely, estimate.high
        if low is not None and high is not None and low != high:
            parts.append(self.tr("{low} to {high}").format(low=self.money(low), high=self.money(high)))
            if likely is not None:
                parts.append(self.tr("likely {figure}").format(figure=self.money(likely)))
        else:
            known = next((figure for figure in (likely, low, high) if figure is not None), None)
            parts += [self.money(known)] if known is not None else []
        if parts and estimate.probability is not None:
            parts.append(self.tr("probability {share}").format(share=self.share(estimate.probability)))
        return ", ".join(parts)

    def _counted(self, number: Decimal, unit: Unit) -> str:
        """A number of days, hours, … in the form that the language wants after that number."""
        figure = self.number(number)
        return counted(number, figure, unit, self.locale, self.tr) or per(figure, unit, self.tr)
