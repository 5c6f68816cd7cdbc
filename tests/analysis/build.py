"""Short ways to make what the tests of the reckoning need."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from counteroffer.analysis.figures import Provenance
from counteroffer.analysis.interval import Interval, between
from counteroffer.analysis.results import Worth
from counteroffer.analysis.spec import Change
from counteroffer.analysis.valuation import worth
from counteroffer.domain.levels import AmountValue, Direction, NumberValue, PercentValue, Unit, Value, YesNoValue
from counteroffer.domain.money import Estimate
from counteroffer.domain.terms import FormulaInput, Level, Offered, Term, Valuation
from counteroffer.domain.workbook import Workbook, from_plain

F = Fraction


def figure(low: Any, likely: Any = None, high: Any = None) -> Interval:
    """A range; one figure stands for all three."""
    likely = low if likely is None else likely
    return between(F(low), F(likely), F(likely if high is None else high))


def estimate(*figures: Any, probability: str | None = None) -> Estimate:
    """An estimate from its likely figure, or from low, likely and high."""
    low, likely, high = figures if len(figures) == 3 else (None, figures[0], None)
    return Estimate.model_validate({"low": low, "likely": likely, "high": high, "probability": probability})


def step(gain: Any, unit: Unit = Unit.MONEY_YEAR) -> Change:
    """A step up from nothing."""
    return Change(unit, Direction.MORE, F(0), F(gain))


def money(amount: Any) -> AmountValue:
    return AmountValue(amount=Decimal(amount))


def number(count: Any) -> NumberValue:
    return NumberValue(number=Decimal(count))


def percent(per_cent: Any) -> PercentValue:
    return PercentValue(percent=Decimal(per_cent))


def yes(is_so: bool = True) -> YesNoValue:
    return YesNoValue(yes=is_so)


def term(
    name: str,
    unit: Unit,
    offered: Value | None,
    target: Value | None = None,
    formula: str = "",
    inputs: Mapping[str, Any] | None = None,
    valuation: Mapping[str, Any] | None = None,
    **more: Any,
) -> Term:
    """A term with an offer and a target, and the inputs of its formula by name."""
    given = tuple(
        FormulaInput(id=key, estimate=held if isinstance(held, Estimate) else estimate(held))
        for key, held in (inputs or {}).items()
    )
    return Term(
        id=name,
        unit=unit,
        offered=Offered(value=offered),
        target=more.pop("target_level", Level(value=target)),
        valuation=Valuation(formula=formula, inputs=given, **(valuation or {})),
        **more,
    )


def base(offered: Any = 50_000, target: Any = 55_000, unit: Unit = Unit.MONEY_YEAR, **more: Any) -> Term:
    return term("base_pay", unit, money(offered), money(target), benefit="base_pay", **more)


def book(*terms: Term, pay: Mapping[str, Any] | None = None, **reckoning: Any) -> Workbook:
    """A workbook of these terms, with these fields of the pay basis and of how worth is reckoned."""
    plain = {"situation": {"pay": dict(pay or {})}, "packages": {"reckoning": reckoning}}
    return from_plain({**plain, "terms": [one.model_dump() for one in terms]})


def at_target(workbook: Workbook, name: str, **more: Any) -> Worth:
    one = next(one for one in workbook.terms if one.id == name)
    return worth(workbook, one, one.target, **more)


def used(found: Worth) -> dict[str, tuple[Interval | None, Provenance]]:
    return {one.input.name: (one.amount, one.provenance) for one in found.figures}


def priced(unit: Unit, offered: Any, target: Any, formula: str, inputs: Any = None, **more: Any) -> Worth:
    one = term("one", unit, offered, target, formula, inputs, **more)
    return at_target(book(base(), one, pay=YEAR), "one")


DAYS = term("days", Unit.DAYS_YEAR, number(25), number(28), "paid_days", {"share_used": "0.95"}, by_law=number(20))
YEAR = {"work_days_a_year": "220"}
