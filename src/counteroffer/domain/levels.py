"""The value of a level: what a term is, or could be, in its own unit. The same union wherever a level occurs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from counteroffer.domain.base import Choice, Day, Flag, Frozen, Line, ask
from counteroffer.domain.money import Money, Number


class Kind(Choice):
    """What sort of value a level holds."""

    AMOUNT = "amount", "an amount of money"
    PERCENT = "percent", "a percentage"
    NUMBER = "number", "a number"
    YES_NO = "yes_no", "yes or no"
    DATE = "date", "a date"
    TEXT = "text", "words"


class Unit(Choice):
    """What a term is counted in."""

    MONEY_YEAR = "money_year", "money a year"
    MONEY_MONTH = "money_month", "money a month"
    MONEY_HOUR = "money_hour", "money an hour"
    MONEY_ONCE = "money_once", "money once"
    PERCENT_PAY = "percent_pay", "% of pay"
    PERCENT = "percent", "%"
    DAYS_YEAR = "days_year", "days a year"
    DAYS_WEEK = "days_week", "days a week"
    HOURS_WEEK = "hours_week", "hours a week"
    HOURS = "hours", "hours"
    DAYS = "days", "days"
    WEEKS = "weeks", "weeks"
    MONTHS = "months", "months"
    TIMES_YEAR = "times_year", "times a year"
    NUMBER = "number", "in number"
    YES_NO = "yes_no", "yes or no"
    DATE = "date", "a date"
    TEXT = "text", "in words"

    @property
    def kind(self) -> Kind:
        """The kind of value that a level in this unit holds."""
        return _KINDS.get(self, Kind.NUMBER)


_KINDS = {
    Unit.MONEY_YEAR: Kind.AMOUNT,
    Unit.MONEY_MONTH: Kind.AMOUNT,
    Unit.MONEY_HOUR: Kind.AMOUNT,
    Unit.MONEY_ONCE: Kind.AMOUNT,
    Unit.PERCENT_PAY: Kind.PERCENT,
    Unit.PERCENT: Kind.PERCENT,
    Unit.YES_NO: Kind.YES_NO,
    Unit.DATE: Kind.DATE,
    Unit.TEXT: Kind.TEXT,
}


class Direction(Choice):
    """Which way is better for the person."""

    MORE = "more", "more is better"
    LESS = "less", "less is better"


class AmountValue(Frozen):
    """An amount of money in the workbook's currency; the term's unit says whether a year, a month, an hour or once."""

    kind: Literal["amount"] = "amount"
    amount: Money = Field(title="Amount")


class PercentValue(Frozen):
    """A percentage, written as people say it: 5 means 5 %."""

    kind: Literal["percent"] = "percent"
    percent: Number = Field(title="Per cent")


class NumberValue(Frozen):
    """A number of days, hours, weeks, months or things."""

    kind: Literal["number"] = "number"
    number: Number = Field(title="Number")


class YesNoValue(Frozen):
    """Whether there is such a thing at all."""

    kind: Literal["yes_no"] = "yes_no"
    yes: Flag = Field(title="Yes")


class DateValue(Frozen):
    """A day, such as a start date."""

    kind: Literal["date"] = "date"
    date: Day = Field(title="Date")


class TextValue(Frozen):
    """Words, where nothing can be counted: a title, a scope."""

    kind: Literal["text"] = "text"
    text: Line = Field(title="Words")


Value = Annotated[
    AmountValue | PercentValue | NumberValue | YesNoValue | DateValue | TextValue, Field(discriminator="kind")
]
"""What a level holds."""


def content(value: Value) -> Decimal | bool | date | str:
    """What the value holds, whatever its kind."""
    match value:
        case AmountValue():
            return value.amount
        case PercentValue():
            return value.percent
        case NumberValue():
            return value.number
        case YesNoValue():
            return value.yes
        case DateValue():
            return value.date
        case TextValue():
            return value.text


def number(value: Value | None) -> Decimal | None:
    """The value as a number that can be compared along its direction (yes is 1, a date its day's ordinal); None for
    words and for nothing."""
    if value is None or isinstance(value, TextValue):
        return None
    held = content(value)
    if isinstance(held, date):
        return Decimal(held.toordinal())
    return Decimal(held)


def is_blank(value: Value | None) -> bool:
    """Whether nothing is said: no value, or empty words."""
    return value is None or (isinstance(value, TextValue) and not value.text.strip())


class Difficulty(Choice):
    """How hard it is for the employer to grant a level."""

    EASY = "easy", "Easy: nobody else need be asked"
    SOME = "some", "Some effort: somebody must approve it"
    HARD = "hard", "Hard: it bends a rule or a budget"
    BARELY = "barely", "Barely possible"


class ValueRange(Frozen):
    """Three values of one unit, as research finds them: low, typical, high."""

    low: Value | None = ask("Low", "The lower end of what is usual.", default=None)
    typical: Value | None = ask("Typical", "What most people in such a role have.", default=None)
    high: Value | None = ask("High", "The upper end of what is usual.", default=None)
