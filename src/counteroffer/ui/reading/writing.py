"""Numbers, amounts, percentages and lists as a locale writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

_DIGITS = "latn"  # Babel knows the signs around other digits, but not the digits


def write_number(value: Decimal, locale: str) -> str:
    """A number with its groups and no more decimals than it has."""
    from babel.numbers import format_decimal

    return _printable(
        format_decimal(_trimmed(value), locale=locale, decimal_quantization=False, numbering_system=_DIGITS)
    )


def write_money(value: Decimal, locale: str, currency: str, *, sign: bool = True) -> str:
    """An amount: whole, or with as many decimals as its currency has or it needs; `sign=False` leaves the sign off."""
    from babel.numbers import format_currency, format_decimal, get_currency_precision

    value = _trimmed(value)
    decimals = _decimals(value)
    if decimals:
        precision = get_currency_precision(currency)
        decimals = max(decimals, precision)
        # Three decimals look like a group of thousands, unless the currency has three.
        decimals += decimals == 3 and precision != 3
    tail = f"0.{'0' * decimals}" if decimals else "0"
    if not sign:
        pattern = re.sub(r"0(\.[0#]+)?(?=[^0#]*$)", tail, _patterns(locale)[0], count=1)
        return _printable(format_decimal(value, pattern, locale, numbering_system=_DIGITS))
    pattern = re.sub(r"0\.0+", tail, _patterns(locale)[1])
    if currency_sign(currency, locale)[-1:].isalpha():
        pattern = re.sub(r"¤(?=[#0])", "¤\N{NO-BREAK SPACE}", pattern)
    written = format_currency(value, currency, pattern, locale, currency_digits=False, numbering_system=_DIGITS)
    return _printable(written)


def write_fraction(value: Decimal, locale: str) -> str:
    """A share as a percentage."""
    from babel.numbers import format_percent

    pattern = re.sub(r"0(?=[^0]*$)", "0.######", _patterns(locale)[2], count=1)
    return _printable(format_percent(value, pattern, locale, numbering_system=_DIGITS))


def write_list(parts: Sequence[str], locale: str) -> str:
    """Several words as a list in a sentence: "a, b and c"."""
    from babel.lists import format_list

    return format_list(list(parts), locale=locale)


@cache
def currency_sign(currency: str, locale: str) -> str:
    """How a currency is written in a locale: "€", "zł", or its code."""
    from babel.numbers import get_currency_symbol

    return _printable(get_currency_symbol(currency, locale))


@cache
def _patterns(locale: str) -> tuple[str, str, str]:
    """The locale's patterns for numbers, money and percentages."""
    from babel import Locale

    found = Locale.parse(locale)
    return (
        found.decimal_formats[None].pattern,
        found.currency_formats["standard"].pattern,
        found.percent_formats[None].pattern,
    )


def _trimmed(value: Decimal) -> Decimal:
    value = value.normalize() if value else Decimal(0)
    return Decimal(format(value, "f"))


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _printable(text: str) -> str:
    # The narrow no-break space is not in the app's typeface.
    return text.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")
