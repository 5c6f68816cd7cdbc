"""Counting a term in another unit: its levels go along where they can."""

from __future__ import annotations

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
    changed: dict[str, Any] = {name: getattr(term, name) for name in type(term).model_fields}
    changed["unit"] = unit
    for name in ("today", "by_law"):
        changed[name] = carried(changed[name], unit)
    for name in ("offered", "agreed", "opening", "target", "acceptable", "walk_away"):
        changed[name] = changed[name].model_copy(update={"value": carried(changed[name].value, unit)})
    changed["options"] = tuple(one.model_copy(update={"value": carried(one.value, unit)}) for one in term.options)
    # All levels must change together with the unit, so the term goes in as a whole.
    return Batch("Counted in", (Set(path, changed),))


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
