"""Random valid workbooks for Hypothesis.

The strategies walk the models' own fields and annotations, so a new field is covered the day it is added; an
annotation that nothing here knows fails loudly. Only a few fields of each group are filled at a time, as in life.

Ids come from a small pool on purpose: links often lead somewhere, often nowhere, and two lists may use the same id,
all of which the format allows.
"""

from __future__ import annotations

import string
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MinLen
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from counteroffer.domain import levels
from counteroffer.domain.base import Day, Flag, Frozen, Id, Item, Key, Line, Moment, Paper, Text, Whole
from counteroffer.domain.levels import Kind, Unit, Value
from counteroffer.domain.money import (
    CURRENCIES,
    Count,
    Currency,
    DaysAWeek,
    DaysAYear,
    Estimate,
    Fraction,
    HoursAWeek,
    Money,
    Number,
)
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook

M = TypeVar("M", bound=Frozen)
Strategy = st.SearchStrategy[Any]

_POOL = [f"id{number}" for number in range(12)]
_FRESH = st.text(string.ascii_lowercase + string.digits + "_-", min_size=1, max_size=16)
_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2060, 12, 31)


def ids() -> st.SearchStrategy[str]:
    """An id: mostly one of a few, so that links meet items."""
    return st.one_of(st.sampled_from(_POOL), _FRESH)


def lines(max_size: int = 24) -> st.SearchStrategy[str]:
    """Text on one line, in any script."""
    return st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=max_size)


def texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Text of several lines, in any script."""
    return st.text(
        st.one_of(st.characters(exclude_categories=("Cc", "Cs")), st.sampled_from("\n\t")), max_size=max_size
    )


def numbers(low: str = "-1000000000", high: str = "1000000000") -> st.SearchStrategy[Decimal]:
    """An exact number with at most six decimals; whole ones are the most usual."""
    return st.sampled_from([0, 0, 1, 2, 6]).flatmap(
        lambda places: st.decimals(Decimal(low), Decimal(high), allow_nan=False, allow_infinity=False, places=places)
    )


def days() -> st.SearchStrategy[date]:
    """A calendar day."""
    return st.dates(_FIRST_DAY, _LAST_DAY)


def moments() -> st.SearchStrategy[datetime]:
    """A point in time, in UTC."""
    start, end = (datetime(day.year, day.month, day.day) for day in (_FIRST_DAY, _LAST_DAY))  # noqa: DTZ001
    return st.datetimes(start, end, timezones=st.just(UTC))


def estimates(numbers_in: st.SearchStrategy[Decimal] | None = None) -> st.SearchStrategy[Estimate]:
    """Up to three figures in order, and perhaps a probability."""
    figure = st.one_of(st.none(), numbers_in if numbers_in is not None else numbers())

    def ordered(figures: tuple[Decimal | None, ...], probability: Decimal | None) -> Estimate:
        in_order = iter(sorted(one for one in figures if one is not None))
        low, likely, high = (None if one is None else next(in_order) for one in figures)
        return Estimate(low=low, likely=likely, high=high, probability=probability)

    return st.builds(ordered, st.tuples(figure, figure, figure), st.one_of(st.none(), numbers("0", "1")))


_VALUES: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.AMOUNT: st.builds(levels.AmountValue, amount=numbers()),
    Kind.PERCENT: st.builds(levels.PercentValue, percent=numbers("-100", "1000")),
    Kind.NUMBER: st.builds(levels.NumberValue, number=numbers("-1000", "100000")),
    Kind.YES_NO: st.builds(levels.YesNoValue, yes=st.booleans()),
    Kind.DATE: st.builds(levels.DateValue, date=days()),
    Kind.TEXT: st.builds(levels.TextValue, text=lines()),
}


def values(unit: Unit | None = None) -> st.SearchStrategy[Value]:
    """The value of a level counted in this unit; of any kind if no unit is named."""
    return st.one_of(*_VALUES.values()) if unit is None else _VALUES[unit.kind]


def terms() -> st.SearchStrategy[Term]:
    """One term, its levels all in its unit."""
    return models(Term)


def workbooks(max_terms: int = 4) -> st.SearchStrategy[Workbook]:
    """A whole workbook."""
    return models(Workbook, terms=st.lists(terms(), max_size=max_terms, unique_by=lambda term: term.id).map(tuple))


def models(model: type[M], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[M]:
    """Any valid instance of a model; a strategy given for a field is used for it, always."""
    return _built(model, None, given) if given else group(model)


@cache
def group(model: type[Frozen], unit: Unit | None = None) -> Strategy:
    """A group of fields. One that names its own unit sets it for every value in it."""
    if model is Estimate:
        return estimates()
    if "unit" not in model.model_fields:
        return _built(model, unit, {})
    return field_values(model, "unit", unit).flatmap(lambda own: _counted_in(model, own))


@cache
def _counted_in(model: type[Frozen], unit: Unit | None) -> Strategy:
    return _built(model, unit, {"unit": st.just(unit)})


def _built(model: type[M], unit: Unit | None, given: dict[str, Strategy]) -> st.SearchStrategy[M]:
    needed, optional = dict(given), dict[str, Strategy]()
    for name, field in model.model_fields.items():
        if name not in needed:
            (needed if field.is_required() or name == "id" else optional)[name] = field_values(model, name, unit)
    return st.fixed_dictionaries(needed, optional=optional).map(model.model_validate)


def field_values(model: type[Frozen], name: str, unit: Unit | None = None) -> Strategy:
    """What a field of a model may hold; levels in it are counted in the unit, if one is named."""
    return _annotated(_hints(model)[name], model.model_fields[name], unit)


@cache
def _hints(model: type[Frozen]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def _bound(field: FieldInfo, kind: type, name: str, otherwise: int) -> int:
    return next((int(getattr(one, name)) for one in field.metadata if isinstance(one, kind)), otherwise)


def _annotated(hint: Any, field: FieldInfo, unit: Unit | None) -> Strategy:
    """The strategy for one annotation, such as `Line`, `Count | None` or `Items[Term]`."""
    pattern = next((one.pattern for one in field.metadata if getattr(one, "pattern", None)), None)
    if hint == Id:
        return ids()
    if hint == Value:
        return values(unit)
    if hint in (Line, Key, Text, Paper):
        if pattern is not None:
            return st.from_regex(pattern.removeprefix("^").removesuffix("$"), fullmatch=True)
        least = _bound(field, MinLen, "min_length", 0)
        return (lines() if hint in (Line, Key) else texts()).filter(lambda text: len(text) >= least)
    for known, strategy in (
        (Currency, st.sampled_from(sorted(CURRENCIES))),
        (Money, numbers()),
        (Number, numbers()),
        (HoursAWeek, numbers("0", "168")),
        (DaysAWeek, numbers("0", "7")),
        (DaysAYear, numbers("0", "366")),
        (Count, numbers("0", "100000")),
        (Fraction, numbers("0", "1")),
        (Day, days()),
        (Moment, moments()),
        (Flag, st.booleans()),
        (Whole, st.integers(_bound(field, Ge, "ge", -1_000_000), _bound(field, Le, "le", 1_000_000))),
    ):
        if hint == known:
            return strategy
    if get_origin(hint) is Annotated:
        return _annotated(get_args(hint)[0], field, unit)
    if get_origin(hint) in (Union, UnionType):
        return st.one_of([_annotated(one, field, unit) for one in get_args(hint)])
    if get_origin(hint) is tuple:
        return _several(get_args(hint)[0], field, unit)
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if hint is NoneType:
        return st.none()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if isinstance(hint, type) and issubclass(hint, Frozen):
        return group(hint, unit)
    raise TypeError(f"tests/strategies.py has no strategy for {hint!r}: add one")


def _several(hint: Any, field: FieldInfo, unit: Unit | None) -> Strategy:
    one = _annotated(hint, field, unit)
    return st.lists(one, max_size=3, unique_by=lambda it: it.id if isinstance(it, Item) else it).map(tuple)
