"""Values of levels: one union, told apart by its kind and tied to the unit of its term."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from counteroffer.domain.errors import from_validation
from counteroffer.domain.levels import (
    AmountValue,
    DateValue,
    Kind,
    NumberValue,
    PercentValue,
    TextValue,
    Unit,
    Value,
    YesNoValue,
    content,
    is_blank,
    number,
)
from counteroffer.domain.terms import Agreed, Level, Offered, Option, Term, term_values
from tests.strategies import terms, values

units = st.sampled_from(list(Unit))
PLACES = ["offered", "today", "by_law", "opening", "target", "acceptable", "walk_away", "options", "agreed"]


def refusal(kind: Any, value: object) -> str:
    """The plain sentence with which a value is refused."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(value)
    return from_validation(refused.value).sentence


def at(place: str, value: Value) -> dict[str, Any]:
    """The fields of a term that has the value at this place and nowhere else."""
    match place:
        case "today" | "by_law":
            return {place: value}
        case "offered":
            return {place: Offered(value=value)}
        case "agreed":
            return {place: Agreed(value=value)}
        case "options":
            return {place: (Option(id="only", value=value),)}
        case _:
            return {place: Level(value=value)}


@given(units, st.data())
def test_a_value_is_of_the_kind_that_its_unit_wants(unit: Unit, data: st.DataObject) -> None:
    value = data.draw(values(unit))
    assert value.kind == unit.kind.value
    read: TypeAdapter[Value] = TypeAdapter(Value)
    assert read.validate_json(read.dump_json(value)) == value


def test_every_kind_has_a_value_and_a_unit() -> None:
    kinds = [model.model_fields["kind"].default for model in Value.__args__[0].__args__]
    assert sorted(kinds) == sorted(kind.value for kind in Kind) == sorted({unit.kind.value for unit in Unit})


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        (Unit.MONEY_YEAR, Kind.AMOUNT),
        (Unit.MONEY_HOUR, Kind.AMOUNT),
        (Unit.MONEY_ONCE, Kind.AMOUNT),
        (Unit.PERCENT_PAY, Kind.PERCENT),
        (Unit.PERCENT, Kind.PERCENT),
        (Unit.DAYS_YEAR, Kind.NUMBER),
        (Unit.HOURS, Kind.NUMBER),
        (Unit.YES_NO, Kind.YES_NO),
        (Unit.DATE, Kind.DATE),
        (Unit.TEXT, Kind.TEXT),
    ],
)
def test_a_unit_has_its_kind(unit: Unit, kind: Kind) -> None:
    assert unit.kind is kind


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({}, "The kind is missing."),
        ({"amount": "5"}, "The kind is missing."),
        ({"kind": "zebra"}, "There is no such kind."),
        ({"kind": "amount"}, "amount.amount: something is missing here."),
        ({"kind": "amount", "amount": 1.5}, 'amount.amount: numbers are written as text, such as "85000.50",'),
        ({"kind": "amount", "amount": "1", "zebra": 1}, "amount: there is no such field."),
        ({"kind": "yes_no", "yes": "yes"}, "yes_no.yes: this must be true or false."),
        ({"kind": "text", "text": "a\nb"}, "text.text: this must fit on one line."),
        (5, "This must be a group of fields."),
        (None, "This must be a group of fields."),
    ],
)
def test_what_is_no_value_is_refused_by_a_sentence(value: object, said: str) -> None:
    assert refusal(Value, value).startswith(said)


@pytest.mark.parametrize(
    ("value", "held", "counted"),
    [
        (AmountValue(amount=Decimal("50.5")), Decimal("50.5"), Decimal("50.5")),
        (PercentValue(percent=Decimal(3)), Decimal(3), Decimal(3)),
        (NumberValue(number=Decimal(-2)), Decimal(-2), Decimal(-2)),
        (YesNoValue(yes=True), True, Decimal(1)),
        (YesNoValue(yes=False), False, Decimal(0)),
        (DateValue(date=date(1, 1, 2)), date(1, 1, 2), Decimal(2)),
        (TextValue(text="Planner"), "Planner", None),
    ],
)
def test_what_a_value_holds_and_counts(value: Value, held: object, counted: Decimal | None) -> None:
    assert content(value) == held
    assert number(value) == counted
    assert not is_blank(value)


def test_nothing_and_empty_words_are_blank() -> None:
    assert number(None) is None
    assert is_blank(None)
    assert is_blank(TextValue(text=""))
    assert is_blank(TextValue(text="  "))
    assert not is_blank(NumberValue(number=Decimal(0)))
    assert not is_blank(YesNoValue(yes=False))


@pytest.mark.parametrize("place", PLACES)
@given(unit=units, other=units, data=st.data())
def test_each_level_of_a_term_is_in_the_terms_unit(place: str, unit: Unit, other: Unit, data: st.DataObject) -> None:
    value = data.draw(values(other))
    fields = {"unit": unit, **at(place, value)}
    if unit.kind is other.kind:
        term = Term.model_validate(fields)
        assert [one for one in term_values(term) if one is not None] == [value]
    else:
        said = f"This term is counted as {unit.label}, so a level must be {unit.kind.label}."
        assert refusal(Term, fields) == said


@given(terms())
def test_random_terms_keep_the_rule(term: Term) -> None:
    assert {value.kind for value in term_values(term) if value is not None} <= {term.unit.kind.value}
    assert len(term_values(term)) == 8 + len(term.options)
