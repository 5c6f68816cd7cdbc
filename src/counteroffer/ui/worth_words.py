"""Reckoned money in words: rounded for reading, and for the period that the person chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from counteroffer.analysis import gains, view
from counteroffer.analysis.formulas import FORMULAS
from counteroffer.analysis.interval import ONE, Interval, rounded
from counteroffer.analysis.results import Worth
from counteroffer.analysis.spec import Counted, Formula
from counteroffer.analysis.valuation import formula_of, worth
from counteroffer.domain.base import Choice
from counteroffer.domain.levels import AmountValue, Kind, NumberValue, PercentValue, Unit, Value
from counteroffer.domain.situation import Period
from counteroffer.domain.terms import Level, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.reading import write_fraction, write_money, write_number
from counteroffer.ui.words_for import level_words, write_counted

_WHOLE_FROM = 100
_PER = {Period.YEAR: N_("{money} a year"), Period.MONTH: N_("{money} a month"), Period.HOUR: N_("{money} an hour")}
_COUNTED = {
    Counted.MONEY: "{money}",
    Counted.MONEY_YEAR: _PER[Period.YEAR],
    Counted.MONEY_ONCE: N_("{money} once"),
    Counted.MONEY_DAY: N_("{money} a day"),
    Counted.MONEY_HOUR: _PER[Period.HOUR],
}


def default_formulas() -> Mapping[str, str]:
    """The catalogue's formula by the key of its benefit."""
    return catalogue().formulas


def formula_in_use(term: Term) -> Formula | None:
    """The term's formula: the person's choice, else the catalogue's."""
    return formula_of(term, default_formulas().get(term.benefit))


def suggested(term: Term) -> Formula:
    """The formula that holds as long as the person has chosen none."""
    name = default_formulas().get(term.benefit) or ("base_pay" if gains.is_base_pay(term) else "none")
    return FORMULAS.get(name, FORMULAS["none"])


def worth_of(workbook: Workbook, term: Term, level: Level) -> Worth:
    """What a level is worth, by the catalogue's formula where the person has chosen none."""
    return worth(workbook, term, level, default_formula=default_formulas().get(term.benefit))


@dataclass(frozen=True)
class Purse:
    """How one workbook's money is written: in its currency, for the period that figures are shown for."""

    workbook: Workbook
    ctx: UiContext

    @property
    def years(self) -> int:
        """How many years one looks ahead."""
        return self.workbook.packages.reckoning.horizon_years

    @property
    def period(self) -> Period:
        """What figures are shown for; a year where the hours are not known that an hour would need."""
        reckoning = self.workbook.packages.reckoning
        return Period.YEAR if view.shown(ONE, reckoning, self.workbook.situation.pay) is None else reckoning.shown_per

    def shown(self, amount: Interval) -> Interval:
        """A yearly amount for that period."""
        found = view.shown(amount, self.workbook.packages.reckoning, self.workbook.situation.pay)
        return amount if found is None else found

    def money(self, figure: Fraction) -> str:
        """An amount as one reads it: whole, unless it is small."""
        places = 0 if abs(figure) >= _WHOLE_FROM else 2
        written = write_money(rounded(figure, places), self.ctx.locale, self.workbook.situation.currency)
        return self.ctx.privacy.figure(written)

    def spread(self, amount: Interval) -> str:
        """From low to high, or the one figure."""
        return " – ".join(dict.fromkeys((self.money(amount.low), self.money(amount.high))))

    def per(self, amount: Interval) -> str:
        """The likely figure of a yearly amount with its period: "€648 a year"."""
        return self.ctx.translate(_PER[self.period]).format(money=self.money(self.shown(amount).likely))

    def counted(self, amount: Interval, unit: Choice | None) -> str:
        """Any figure of a reckoning in what it is counted in, as it stands in the formula."""
        ends = dict.fromkeys((amount.low, amount.likely, amount.high))
        if unit in _COUNTED:
            money = " – ".join(dict.fromkeys(self.money(one) for one in ends))
            return self.ctx.translate(_COUNTED[Counted(unit.value)]).format(money=money)
        if isinstance(unit, Counted) and len(ends) == 1:
            single = write_counted(rounded(amount.likely), unit, self.ctx)
            if single is not None:
                return single
        figures = " – ".join(self._figure(one, unit) for one in ends)
        # The unit stands once, behind all figures.
        named = isinstance(unit, Counted) and unit is not Counted.SHARE
        return f"{figures} {self.ctx.translate(unit.label)}" if named and unit is not None else figures

    def _figure(self, figure: Fraction, unit: Choice | None) -> str:
        if unit is Counted.SHARE:
            return self.ctx.privacy.figure(write_fraction(rounded(figure, 4), self.ctx.locale))
        if isinstance(unit, Unit):
            value = _value(figure, unit)
            if value is not None:
                return level_words(value, unit, self.workbook.situation.currency, self.ctx)
        return self.ctx.privacy.figure(write_number(rounded(figure), self.ctx.locale))


def _value(figure: Fraction, unit: Unit) -> Value | None:
    """A figure as a level of the unit; None where it is no figure that one writes down."""
    exact = rounded(figure)
    match unit.kind:
        case Kind.AMOUNT:
            return AmountValue(amount=exact)
        case Kind.PERCENT:
            return PercentValue(percent=exact)
        case Kind.NUMBER:
            return NumberValue(number=exact)
    return None
