"""Days as people type them: "31.3.2027", "2027-03-31", "31 Mar 2027", "3/31/27", "31 March", "tomorrow"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from functools import cache

from counteroffer.domain.words import N_
from counteroffer.ui.reading.problem import Unreadable

_NOT_A_DAY = N_("This cannot be read as a date yet, such as 31 March 2027; it is kept as you typed it.")
_NO_SUCH_DAY = N_("There is no such day in the calendar.")
_DAY_MISSING = N_("The day of the month is missing.")
_TODAY, _TOMORROW, _YESTERDAY = N_("today"), N_("tomorrow"), N_("yesterday")

_LONGEST = 60
_EARLIEST, _LATEST = 1900, 2200
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_BESIDE = frozenset("of the on st nd rd th de del den der le la er am a i o ος η του ה".split())
_LEAST_LETTERS = 3


def read_day(text: str, locale: str, today: date, translate: Callable[[str], str] = lambda word: word) -> date | None:
    """A calendar day. Without a year it is the nearest such day to today."""
    if len(text) > _LONGEST:
        raise Unreadable(_NOT_A_DAY)
    plain = _folded(text)
    if not plain:
        return None
    for word, away in ((_TODAY, 0), (_TOMORROW, 1), (_YESTERDAY, -1)):
        if plain in (word, _folded(translate(word))):
            return today + timedelta(days=away)
    pieces = _PIECE.findall(plain)
    numbers = [piece for piece in pieces if piece.isdigit()]
    month = _month([piece for piece in pieces if not piece.isdigit()], locale)
    if month is not None:
        return _with_name(month, numbers, today)
    if len(numbers) == 1 and len(numbers[0]) == 8:
        (run,) = numbers
        numbers = [run[:4], run[4:6], run[6:]]
    if len(numbers) == 3:
        return _from_three(numbers, locale)
    if len(numbers) == 2 and all(len(one) <= 2 for one in numbers):
        first, second = (int(one) for one in numbers)
        order = _order(locale)
        day, month = (first, second) if order.index("d") < order.index("m") else (second, first)
        if month > 12 >= day:
            day, month = month, day
        return _nearest(month, day, today)
    raise Unreadable(_NOT_A_DAY)


def write_day(day: date, locale: str) -> str:
    """A day as the locale writes it, with the month by name where that is the custom."""
    from babel.dates import format_date

    return format_date(day, "medium", locale=locale).replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")


def write_moment(moment: datetime, locale: str, zone: tzinfo | None = None) -> str:
    """A point in time on the person's own clock."""
    from babel.dates import format_datetime

    local = moment.astimezone(zone)
    written: str = format_datetime(local.replace(tzinfo=None), "medium", locale=locale)
    # Seconds help nobody here.
    written = re.sub(r"(\d{1,2}[:.]\d{2})[:.]\d{2}(?=\D|$)", r"\1", written, count=1)
    return written.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")


def _folded(text: str) -> str:
    """Without case, accents and marks of direction, with ASCII digits."""
    kept = []
    for letter in unicodedata.normalize("NFKD", text).casefold():
        if unicodedata.category(letter) in ("Cf", "Mn"):
            continue
        digit = unicodedata.decimal(letter, None)
        kept.append(letter if digit is None else str(digit))
    return "".join(kept).strip()


@cache
def _names(locale: str) -> tuple[dict[str, int], frozenset[str]]:
    """Names of months, by month, and of weekdays: the locale's and the English ones."""
    from babel.dates import get_day_names, get_month_names

    months: dict[str, int] = {}
    days: set[str] = set()
    for tongue in ("en", locale):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in get_month_names(width, context, tongue).items():
                    months["".join(_PIECE.findall(_folded(name)))] = number
                days.update(_folded(name).rstrip(".") for name in get_day_names(width, context, tongue).values())
    return {name: number for name, number in months.items() if not name.isdigit()}, frozenset(days)


@cache
def _order(locale: str) -> str:
    """The order of day, month and year in the locale's short dates, such as "dmy"."""
    from babel.dates import get_date_format

    pattern = get_date_format("short", locale=locale).pattern.lower()
    return "".join(sorted("dmy", key=pattern.index))


def _month(words: list[str], locale: str) -> int | None:
    """The month that the words name, if there are any; other words than a weekday's are not understood."""
    months, weekdays = _names(locale)
    named = set()
    for word in words:
        if word in months:
            named.add(months[word])
        elif word not in _BESIDE and word not in weekdays:
            begun = {number for name, number in months.items() if name.startswith(word)}
            if len(word) < _LEAST_LETTERS or len(begun) != 1:
                raise Unreadable(_NOT_A_DAY)
            named |= begun
    if len(named) > 1:
        raise Unreadable(_NOT_A_DAY)
    return named.pop() if named else None


def _with_name(month: int, numbers: list[str], today: date) -> date:
    years = [one for one in numbers if len(one) == 4]
    others = [one for one in numbers if len(one) <= 2]
    if len(years) + len(others) != len(numbers) or len(numbers) > 2 or len(years) > 1:
        raise Unreadable(_NOT_A_DAY)
    if not others:
        raise Unreadable(_DAY_MISSING)
    if years:
        return _day(int(years[0]), month, int(others[0]))
    if len(others) == 2:
        return _day(_century(others[1]), month, int(others[0]))
    return _nearest(month, int(others[0]), today)


def _from_three(numbers: list[str], locale: str) -> date:
    if len(numbers[0]) == 4:
        order = "ymd"
    elif len(numbers[2]) == 4 or _order(locale)[2] == "y":
        order = "dmy" if _order(locale).index("d") < _order(locale).index("m") else "mdy"
    else:
        order = _order(locale)
    parts = dict(zip(order, numbers, strict=True))
    if any(len(parts[one]) > 2 for one in "dm") or len(parts["y"]) not in (2, 4):
        raise Unreadable(_NOT_A_DAY)
    year = int(parts["y"]) if len(parts["y"]) == 4 else _century(parts["y"])
    month, day = int(parts["m"]), int(parts["d"])
    if month > 12 >= day:
        month, day = day, month
    return _day(year, month, day)


def _century(two: str) -> int:
    return 2000 + int(two)


def _day(year: int, month: int, day: int) -> date:
    if not _EARLIEST <= year <= _LATEST:
        raise Unreadable(_NO_SUCH_DAY)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(_NO_SUCH_DAY) from None


def _nearest(month: int, day: int, today: date) -> date:
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:  # 29 February, or no such day at all
            continue
    if not found:
        raise Unreadable(_NO_SUCH_DAY)
    return min(found, key=lambda one: abs(one - today))
