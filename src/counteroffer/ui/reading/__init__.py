"""Reading what people type, and writing values the way their locale does; no widgets.

    read_money("85k", "en_GB", "EUR")      -> Decimal("85000")       write_money(value, locale, "EUR") -> "€85,000"
    read_number("37,5", "de_DE")           -> Decimal("37.5")        write_number(value, locale)       -> "37,5"
    read_fraction("80 %", "fr")            -> Decimal("0.8")         write_fraction(value, locale)     -> "80 %"
    read_day("31 Mar 2027", "en", today)   -> date(2027, 3, 31)      write_day(day, locale)            -> "31 Mar 2027"

Empty text reads as None. What cannot be read raises Unreadable, whose sentence can be shown. Babel is loaded at the
first use, not with the module.
"""

from counteroffer.ui.reading.days import read_day, write_day, write_moment
from counteroffer.ui.reading.numbers import read_fraction, read_money, read_number
from counteroffer.ui.reading.problem import Unreadable
from counteroffer.ui.reading.writing import currency_sign, write_fraction, write_list, write_money, write_number

__all__ = [
    "Unreadable",
    "currency_sign",
    "read_day",
    "read_fraction",
    "read_money",
    "read_number",
    "write_day",
    "write_fraction",
    "write_list",
    "write_moment",
    "write_money",
    "write_number",
]
