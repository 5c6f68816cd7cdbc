"""Words and signs that people put beside a number: thousands, millions, currencies."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import cache

from counteroffer.domain.money import CURRENCIES

_THOUSAND, _LAKH, _MILLION, _CRORE = Decimal(1000), Decimal(100_000), Decimal(1_000_000), Decimal(10_000_000)

_TIMES = {
    **dict.fromkeys(
        "k thousand grand tsd tausend tys tysiąc tysiące tysięcy mille χιλ χιλιάδες тыс тис ألف آلاف".split(), _THOUSAND
    ),
    **dict.fromkeys(
        "m mn mm mil mio mill mln million millions millionen milion miliony milionów millón millones εκ εκατ "
        "εκατομμύρια εκατομμύριο млн مليون ملايين".split(),
        _MILLION,
    ),
    **dict.fromkeys("lakh lakhs lac".split(), _LAKH),
    **dict.fromkeys("crore crores cr".split(), _CRORE),
}
# The same three letters are a thousand in some languages and short for a million in others.
_MIL_IS_A_THOUSAND = {"es", "pt", "gl", "ca"}

_SIGNS = {
    "€": "EUR",
    "$": "USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS UYU BMD BBD BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD BND",
    "£": "GBP EGP LBP FKP GIP SHP SDG SSP SYP",
    "¥": "JPY CNY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW KPW",
    "₪": "ILS",
    "₫": "VND",
    "₱": "PHP",
    "₴": "UAH",
    "₺": "TRY",
    "₦": "NGN",
    "₵": "GHS",
    "₸": "KZT",
    "zł": "PLN",
    "zl": "PLN",
    "kč": "CZK",
    "ft": "HUF",
    "kr": "SEK NOK DKK ISK",
    "fr": "CHF",
    "sfr": "CHF",
    "r": "ZAR BRL",
    "rm": "MYR",
    "rs": "INR PKR LKR NPR",
    "lei": "RON MDL",
    "лв": "BGN",
    "us": "USD",
    "us$": "USD",
    "ca$": "CAD",
    "c$": "CAD",
    "a$": "AUD",
    "r$": "BRL",
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "dollars": "USD CAD AUD NZD SGD HKD",
}


def times(word: str, language: str) -> Decimal | None:
    """What a word behind a number multiplies it by, if it does."""
    word = word.casefold().strip(".")
    if word == "mil" and language in _MIL_IS_A_THOUSAND:
        return _THOUSAND
    return _TIMES.get(word)


def currencies(word: str) -> frozenset[str]:
    """The currencies that a word or sign may stand for; none if it is no such thing."""
    if word.upper() in CURRENCIES:
        return frozenset((word.upper(),))
    return frozenset(_SIGNS.get(word.casefold(), _SIGNS.get(word.casefold().rstrip("."), "")).split())


@cache
def own_signs(currency: str, locale: str) -> tuple[str, ...]:
    """How a currency is written in a locale, the longest way first, in small letters."""
    from counteroffer.ui.reading.writing import currency_sign

    if not currency:
        return ()
    sign = unicodedata.normalize("NFKC", currency_sign(currency, locale)).casefold()
    sign = "".join(letter for letter in sign if unicodedata.category(letter) != "Cf")
    signs = {sign, sign.rstrip("."), currency.casefold()} - {""}
    return tuple(sorted(signs, key=len, reverse=True))
