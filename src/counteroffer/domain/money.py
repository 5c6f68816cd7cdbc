"""Exact numbers: decimals written as strings, never floats; money in the workbook's one currency."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema, model_validator

from counteroffer.domain.base import CODED, Frozen, ask
from counteroffer.domain.words import N_, Sentence

LARGEST = Decimal(10) ** 12
DECIMALS = 6

CURRENCIES = frozenset(
    """AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
    CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
    HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY
    TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG""".split()
)
"""ISO 4217 codes of money that is paid out as wages (funds, metals and test codes left out)."""


@dataclass(frozen=True)
class Measure:
    """What a number counts, so that a form can show it and read it the right way."""

    name: str


MONEY = Measure("money")
NUMBER = Measure("number")
FRACTION = Measure("fraction")


def _exact(value: object) -> object:
    if isinstance(value, (float, bool)):
        raise ValueError('numbers are written as text, such as "85000.50", so that they stay exact')
    if isinstance(value, int):
        value = Decimal(value)
    if isinstance(value, str):
        if len(value) > 40:
            raise ValueError("this number is too long")
        try:
            value = Decimal(value)
        except InvalidOperation:
            raise ValueError('this must be a number written as text, such as "85000.50"') from None
    if not isinstance(value, Decimal):
        raise ValueError('this must be a number written as text, such as "85000.50"')
    if not value.is_finite():
        raise ValueError("this must be a real number")
    if value.copy_abs() > LARGEST:
        raise ValueError("this number is too large")
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -DECIMALS:
        raise ValueError(Sentence("this number has more than {count} decimals", count=DECIMALS))
    return Decimal(format(value, "f"))


def _not_negative(value: Decimal) -> Decimal:
    if value < 0:
        raise ValueError("this cannot be below zero")
    return value


def _at_most(most: int, words: str) -> Callable[[Decimal], Decimal]:
    def check(value: Decimal) -> Decimal:
        if value > most:
            raise ValueError(words)
        return value

    return check


def _fraction(value: Decimal) -> Decimal:
    if not 0 <= value <= 1:
        raise ValueError("this must be between 0 and 1 (0 % and 100 %)")
    return value


def _currency(code: str) -> str:
    if code not in CURRENCIES:
        raise ValueError("this is not a currency code such as EUR, PLN or USD")
    return code


_plain = PlainSerializer(lambda value: format(value, "f"), return_type=str)
_schema = WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]{1,13}(\.[0-9]{1,6})?$"})

Number = Annotated[Decimal, BeforeValidator(_exact), _plain, _schema, NUMBER]
"""An exact number that counts something other than money."""

Count = Annotated[Decimal, BeforeValidator(_exact), AfterValidator(_not_negative), _plain, _schema, NUMBER]
"""An exact number of days, hours, months … that cannot be below zero."""

HoursAWeek = Annotated[Count, AfterValidator(_at_most(168, N_("this is more than there are: a week has 168 hours")))]
"""Hours of a week."""

DaysAWeek = Annotated[Count, AfterValidator(_at_most(7, N_("this is more than there are: a week has seven days")))]
"""Days of a week."""

DaysAYear = Annotated[
    Count, AfterValidator(_at_most(366, N_("this is more than there are: a year has 366 days at most")))
]
"""Days of a year."""

Money = Annotated[Decimal, BeforeValidator(_exact), _plain, _schema, MONEY]
"""An exact amount in the workbook's currency."""

Fraction = Annotated[Decimal, BeforeValidator(_exact), AfterValidator(_fraction), _plain, _schema, FRACTION]
"""A share or a probability from 0 to 1; shown as a percentage."""

Currency = Annotated[str, AfterValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"}), CODED]
"""An ISO 4217 code."""


class Estimate(Frozen):
    """What is not known exactly, as a range: low, likely and high, and how probable it is at all."""

    low: Number | None = ask("Low", "The least it could reasonably be.", default=None)
    likely: Number | None = ask("Likely", "Your best single guess.", default=None)
    high: Number | None = ask("High", "The most it could reasonably be.", default=None)
    probability: Fraction | None = ask(
        "Probability", "How probable it is that it comes at all. Empty means certain.", "80 %", default=None
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        known = [value for value in (self.low, self.likely, self.high) if value is not None]
        if known != sorted(known):
            raise ValueError("the range is upside down: low comes first, then likely, then high")
        return self

    @property
    def is_empty(self) -> bool:
        """Whether no figure has been entered; a probability alone says nothing."""
        return self.low is None and self.likely is None and self.high is None
