"""Numbers, amounts of money and percentages as people type them, in their locale and out of it.

The one real ambiguity is a single separator before three digits ("85.000"). In an amount of money it groups
thousands, since nobody writes pay to a tenth of a cent; in any other number the locale decides. `writing` never
writes an amount with exactly three decimals, so that what was written can always be read back.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, localcontext
from functools import cache

from counteroffer.domain.money import DECIMALS, LARGEST
from counteroffer.domain.words import N_
from counteroffer.ui.reading.problem import Unreadable
from counteroffer.ui.reading.signs import currencies, own_signs, times

_NOT_A_NUMBER = N_("This cannot be read as a number yet; it is kept as you typed it.")
_NOT_AN_AMOUNT = N_("This cannot be read as an amount yet, such as 85,000 or 85k; it is kept as you typed it.")
_NOT_A_SHARE = N_("This cannot be read as a percentage yet, such as 80 %; it is kept as you typed it.")
_OTHER_MONEY = N_("This is another currency; this workbook counts in {currency}.")
_TOO_LARGE = N_("This number is too large to be kept.")
_TOO_FINE = N_("This number has more decimals than can be kept.")

_LONGEST = 60
_MINUS = "-−–—‒"
_NUMBER = re.compile(r"[\d.,٫٬](?:[\d.,٫٬'’_ ]*[\d.,٫٬])?")
_WORD = re.compile(r"[^\W\d_]+\.?\$?|[^\w\s]")
_PERCENT = frozenset(("%", "٪", "percent", "per", "cent", "pct", "pc", "prozent", "procent", "pour"))
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+|\d{1,2}(?: \d{2})+ \d{3}")
_HARD_GROUPS = re.compile(r"(?<=\d)[ '’_٬](?=\d)")


def read_number(text: str, locale: str, unit: str = "") -> Decimal | None:
    """A number; the words of its unit may stand behind it ("25 days")."""
    head, digits, tail = _parts(text, _NOT_A_NUMBER)
    if not digits:
        return None
    allowed = frozenset(unit.casefold().split())
    factor = Decimal(1)
    for word in tail:
        step = times(word, _language(locale))
        if word.casefold() in allowed:
            continue
        if step is None or factor != 1:
            raise Unreadable(_NOT_A_NUMBER)
        factor = step
    return _bounded(_value(head, digits, locale, _NOT_A_NUMBER, three_decimals=True) * factor)


def read_money(text: str, locale: str, currency: str) -> Decimal | None:
    """An amount in the currency: "85k", "85.000", "85 000 €", "85,000.50", "1.5m"."""
    text = re.sub(rf"[.,]\s?[{_MINUS}]+\s*(?=\D*$)", "", text)  # "85,–" says that there are no cents
    head, digits, tail = _parts(text, _NOT_AN_AMOUNT, own_signs(currency, locale))
    if not digits:
        return None
    factor = Decimal(1)
    for word in (*(one for one in head if one not in _MINUS), *tail):
        step = times(word, _language(locale))
        if _is_money(word, currency, locale):
            continue
        if step is None and word[0] in "kKmM" and _is_money(word[1:], currency, locale):
            step = times(word[0], "")
        if step is None or factor != 1:
            raise Unreadable(_NOT_AN_AMOUNT)
        factor = step
    value = _value(
        [one for one in head if one in _MINUS],
        digits,
        locale,
        _NOT_AN_AMOUNT,
        three_decimals=factor != 1 or _has_three_decimals(currency),
    )
    return _bounded(value * factor)


def read_fraction(text: str, locale: str) -> Decimal | None:
    """A share from what is written as a percentage: "80 %", "80" and "0.8" are all four fifths."""
    head, digits, tail = _parts(text, _NOT_A_SHARE)
    if not digits:
        return None
    signs = [one for one in head if one in _MINUS]
    marks = [one for one in head if one not in _MINUS] + tail
    if not {one.casefold().strip(".") for one in marks} <= _PERCENT:
        raise Unreadable(_NOT_A_SHARE)
    value = _value(signs, digits, locale, _NOT_A_SHARE, three_decimals=True)
    if marks or not (0 < value <= 1 and re.search(r"[.,٫]\d", digits)):
        value = value / 100
    return _bounded(value)


def _language(locale: str) -> str:
    return re.split(r"[-_]", locale, maxsplit=1)[0]


def _parts(text: str, problem: str, own: tuple[str, ...] = ()) -> tuple[list[str], str, list[str]]:
    """The signs and words before the number, the number itself with ASCII digits, the words behind it.

    The signs of one's `own` currency are left out: they may hold letters and marks that mean something else alone.
    """
    if len(text) > _LONGEST:
        raise Unreadable(problem)
    plain = "".join(_plain(letter) for letter in unicodedata.normalize("NFKC", text))
    if not plain.strip():
        return [], "", []
    for sign in own:
        plain = _without(plain, sign)
    plain = re.sub(r"\s+", " ", plain).strip()
    found = _NUMBER.search(plain)
    if found is None or not re.search(r"\d", found.group()):
        raise Unreadable(problem)
    head, tail = plain[: found.start()], plain[found.end() :]
    if re.search(r"\d", tail):
        raise Unreadable(problem)
    return _WORD.findall(head), found.group(), _WORD.findall(tail)


def _without(text: str, sign: str) -> str:
    """The text without a currency's sign, unless that is only a part of a word."""
    before = r"(?<![^\W\d_])" if sign[0].isalpha() else ""
    after = r"(?![^\W\d_])" if sign[-1].isalpha() else ""
    return re.sub(before + re.escape(sign) + after, " ", text, flags=re.IGNORECASE)


def _plain(letter: str) -> str:
    if unicodedata.category(letter) == "Cf":  # marks of direction, which some locales write around signs
        return ""
    digit = unicodedata.decimal(letter, None)
    return letter if digit is None else str(digit)


def _value(head: list[str], digits: str, locale: str, problem: str, *, three_decimals: bool) -> Decimal:
    if head and (len(head) > 1 or head[0] not in _MINUS):
        raise Unreadable(problem)
    digits, hard = _HARD_GROUPS.subn(" ", digits)
    digits = digits.replace("٫", "," if "." in digits else ".") if "٫" in digits else digits
    whole, decimals = _split(digits, locale, bool(hard), three_decimals)
    if " " in whole and not _GROUPED.fullmatch(whole):
        raise Unreadable(problem)
    whole = whole.replace(" ", "")
    if not re.fullmatch(r"\d*", whole + decimals) or not whole + decimals:
        raise Unreadable(problem)
    value = Decimal(f"{whole or 0}.{decimals or 0}")
    return -value if head else value


def _split(digits: str, locale: str, hard: bool, three_decimals: bool) -> tuple[str, str]:
    """The whole part, its groups parted by spaces, and the decimals."""
    used = [mark for mark in ".," if mark in digits]
    if not used:
        return digits, ""
    if len(used) == 2:
        point = max(used, key=digits.rindex)
        group = "," if point == "." else "."
        before, _, after = digits.rpartition(point)
        return before.replace(group, " "), after
    (mark,) = used
    if digits.count(mark) > 1:
        return digits.replace(mark, " "), ""
    before, _, after = digits.partition(mark)
    point, group = _marks(locale)
    could_group = not hard and len(after) == 3 and re.fullmatch(r"[1-9]\d{0,2}", before) is not None
    groups = could_group and (mark == group if three_decimals else True)
    if groups and three_decimals and mark == point:
        groups = False
    return (f"{before} {after}", "") if groups else (before, after)


@cache
def _marks(locale: str) -> tuple[str, str]:
    """The locale's decimal mark and group mark, of the two that are on every keyboard."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return get_decimal_symbol(locale), get_group_symbol(locale)


@cache
def _has_three_decimals(currency: str) -> bool:
    from babel.numbers import get_currency_precision

    return bool(get_currency_precision(currency) == 3)


def _is_money(word: str, currency: str, locale: str) -> bool:
    if word.casefold().rstrip(".") in own_signs(currency, locale):
        return True
    named = currencies(word)
    if named and currency not in named and times(word, _language(locale)) is None:
        raise Unreadable(_OTHER_MONEY, currency=currency)
    return currency in named


def _bounded(value: Decimal) -> Decimal:
    if abs(value) > LARGEST:
        raise Unreadable(_TOO_LARGE)
    with localcontext(prec=80):
        value = value.normalize()
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -DECIMALS:
        raise Unreadable(_TOO_FINE)
    return Decimal(format(value, "f"))
