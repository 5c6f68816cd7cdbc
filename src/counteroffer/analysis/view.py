"""How figures are looked at: before or after tax, and for a year, a month or an hour."""

from __future__ import annotations

from fractions import Fraction

from counteroffer.analysis.figures import WEEKS_A_YEAR
from counteroffer.analysis.interval import Interval
from counteroffer.domain.packages import Reckoning
from counteroffer.domain.situation import PayBasis, Period, Taxed
from counteroffer.domain.workbook import Workbook


def kept(workbook: Workbook) -> Fraction | None:
    """The share of further pay that is kept, if figures are to be seen after tax; None if nothing is to be taken off.

    Pay that is named after tax already is left as it is. The rate is the person's own; it holds for pay beyond the
    offer, not for the whole of it.
    """
    reckoning = workbook.packages.reckoning
    if not reckoning.after_tax or reckoning.keep_rate is None or workbook.situation.pay.taxed is Taxed.NET:
        return None
    return Fraction(reckoning.keep_rate)


def shown(amount: Interval, reckoning: Reckoning, pay: PayBasis) -> Interval | None:
    """A yearly amount for the period that figures are shown for: a twelfth for a month, and for an hour the hours of 52
    weeks (those of the contract, else the guaranteed ones, else the likely ones). None if these are not known."""
    if reckoning.shown_per is Period.YEAR:
        return amount
    if reckoning.shown_per is Period.MONTH:
        return amount.scale(Fraction(1, 12))
    hours = pay.hours_a_week or pay.guaranteed_hours or pay.expected_hours.likely
    return None if not hours or hours < 0 else amount.scale(1 / (Fraction(hours) * WEEKS_A_YEAR))
