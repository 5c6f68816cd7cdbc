"""Counting a term in another unit: its levels go along where they can."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from counteroffer.domain.edits import Batch, Path, Set
from counteroffer.domain.levels import Kind, TextValue, Unit, Value, content
from counteroffer.domain.terms import Term

_NAMES = {
    Kind.AMOUNT: "amount",
    Kind.PERCENT: "percent",
    Kind.NUMBER: "number",
    Kind.YES_NO: "yes",
    Kind.DATE: "date",
    Kind.TEXT: "text",
}
_COUNTED = (Kind.AMOUNT, Kind.PERCENT, Kind.NUMBER)


def change_unit(term: Term, path: Path, unit: Unit) -> Batch:
    """The edit that counts the term at the path in another unit.

    A figure stays the same figure, so that 25 days a year become 25 of the new unit; what cannot be carried over is
    emptied, and comes back with undo.
    """
    strangers = [(place, value) for place, value in _places(term) if value.kind != unit.kind.value]
    # A term never holds a level of another kind, not even halfway: first empty, then the unit, then the new levels.
    emptied = tuple(Set((*path, *place), None) for place, _value in strangers)
    new = [(place, carried(value, unit)) for place, value in strangers]
    refilled = tuple(Set((*path, *place), value) for place, value in new if value is not None)
    return Batch("Counted in", (*emptied, Set((*path, "unit"), unit), *refilled))


def _places(term: Term) -> Iterator[tuple[Path, Value]]:
    """Where a term's own levels stand within it, and what they are, those left empty apart."""
    places: list[tuple[Path, Value | None]] = [(("today",), term.today), (("by_law",), term.by_law)]
    for name in ("offered", "agreed", "opening", "target", "acceptable", "walk_away"):
        places.append(((name, "value"), getattr(term, name).value))
    places += [(("options", option.id, "value"), option.value) for option in term.options]
    yield from ((place, value) for place, value in places if value is not None)


def carried(value: Value | None, unit: Unit) -> Any:
    """The value in another unit as plain data; None if it cannot be carried over."""
    if value is None or value.kind == unit.kind.value:
        return value
    held = content(value)
    if unit.kind in _COUNTED and isinstance(held, Decimal):
        return {"kind": unit.kind.value, _NAMES[unit.kind]: held}
    if unit.kind is Kind.TEXT and not isinstance(held, bool):
        return TextValue(text=format(held, "f") if isinstance(held, Decimal) else str(held))
    return None
