"""What differs between two states of a workbook, in words: a line for each place.

Base pay · Target: €85,000 a year → €88,000 a year
Research · Findings: “Analysts are paid …” was added
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args

from counteroffer.documents.content.format import Format
from counteroffer.documents.content.naming import Names, shortened
from counteroffer.domain import edits
from counteroffer.domain.anatomy import plain_types
from counteroffer.domain.base import Choice, Item
from counteroffer.domain.differences import Difference, Sort, differences
from counteroffer.domain.edits import Path
from counteroffer.domain.levels import Unit, Value, is_blank
from counteroffer.domain.money import FRACTION, MONEY, Estimate, Measure
from counteroffer.domain.workbook import Workbook

MOST = 20
"""Lines, unless another number is asked for."""

_LONGEST = 80
"""Characters of a text; of a longer one, those around the first that differs."""
_BEFORE = 24
"""Of these, so many from before it."""

_VALUES = plain_types(Value)
_COUNTS = frozenset({"months", "months_to_find", "expected_hours", "estimate"})
"""Estimates that are not of money."""


def difference_lines(before: Workbook, after: Workbook, fmt: Format, most: int = MOST) -> tuple[str, ...]:
    """What leads from one state to the other; past `most` lines, one that says how many more there are."""
    found = differences(before, after)
    teller = _Teller(_State(before, fmt), _State(after, fmt), fmt)
    lines = [teller.line(one) for one in found[:most]]
    if len(found) > most:
        lines.append(fmt.tr("and {count} more").format(count=len(found) - most))
    return tuple(lines)


@dataclass(frozen=True)
class _Teller:
    """Puts differences between two states into words."""

    before: _State
    after: _State
    fmt: Format

    def line(self, one: Difference) -> str:
        tr = self.fmt.tr
        match one.sort:
            case Sort.ADDED:
                return tr("{where}: {name} was added").format(**self._entry(self.after, one, one.after))
            case Sort.REMOVED:
                return tr("{where}: {name} was taken out").format(**self._entry(self.before, one, one.before))
            case Sort.MOVED:
                entry = self._entry(self.after, one, one.trail[-1])
                places = {"before": one.before + 1, "after": one.after + 1}
                return tr("{where}: {name} was moved from place {before} to {after}").format(**entry, **places)
        return self._changed(one)

    def _entry(self, state: _State, one: Difference, item: Any) -> dict[str, str]:
        name = state.names.of(item)
        return {
            "where": self._where(state, one.path[:-1], one.trail[:-1]),
            "name": f"“{_apart(name)}”" if name else self.fmt.tr("an entry"),
        }

    def _changed(self, one: Difference) -> str:
        tr = self.fmt.tr
        where = self._where(self.after, one.path, one.trail)
        if isinstance(one.before, str) and isinstance(one.after, str) and not isinstance(one.after, Choice):
            was, now = _first_difference(*(state.text(value) for state, value in self._sides(one)))
        else:
            was, now = (state.written(one.path, value) for state, value in self._sides(one))
        if was == now:
            return tr("{where}: changed").format(where=where)
        empty = tr("empty")
        return tr("{where}: {before} → {after}").format(where=where, before=was or empty, after=now or empty)

    def _sides(self, one: Difference) -> tuple[tuple[_State, Any], tuple[_State, Any]]:
        return (self.before, one.before), (self.after, one.after)

    def _where(self, state: _State, path: Path, trail: tuple[str | Item, ...]) -> str:
        """The titles that lead to a place. An entry with a name stands for its list; a group for its one value."""
        parts: list[str] = []
        for at, step in enumerate(trail):
            if isinstance(step, Item):
                name = state.names.of(step)
                parts[-1] = _apart(name) if name else f"{parts[-1]} {state.place(path[: at + 1])}"
            elif path[at] != "value" or isinstance(trail[at - 1], Item):
                parts.append(self.fmt.tr(step))
        return " · ".join(parts)


class _State:
    """One of the two states, and how what stands in it is written."""

    def __init__(self, workbook: Workbook, fmt: Format) -> None:
        self.workbook = workbook
        self.names = Names(workbook, fmt)
        self._fmt = fmt

    def text(self, text: str) -> str:
        """A text; for an id, the name of what it leads to."""
        return self.names.linked(text) or text

    def place(self, path: Path) -> str:
        """The place of an entry in its list, counted from 1."""
        items = edits.find(self.workbook, path[:-1])
        return str(next(place for place, item in enumerate(items, start=1) if item.id == path[-1]))

    def written(self, path: Path, value: Any) -> str:
        """The value of the field at the path; empty for nothing."""
        fmt = self._fmt
        match value:
            case None:
                return ""
            case Choice():
                return fmt.tr(value.label)
            case bool():
                return fmt.tr("yes") if value else fmt.tr("no")
            case int():
                return fmt.number(Decimal(value))
            case Decimal():
                return self._number(path, value)
            case Estimate():
                return self._estimate(path, value)
            case datetime():
                return f"{fmt.short_day(value.date())}, {value:%H:%M}"
            case date():
                return fmt.short_day(value)
            case tuple():
                return ", ".join(_apart(shortened(self.text(one))) for one in value)
            case str():
                return _apart(shortened(self.text(value)))
        return self._level(path, value)

    def _level(self, path: Path, value: Any) -> str:
        if is_blank(value):
            return ""
        unit = self._unit(path)
        fits = unit is not None and unit.kind.value == value.kind
        return shortened(self._fmt.level(value, unit) if fits and unit is not None else self._fmt.figure(value))

    def _unit(self, path: Path) -> Unit | None:
        """In what the level at the path is counted: as the nearest group around it says, or the term it is about."""
        for length in range(len(path) - 1, 0, -1):
            around = edits.find(self.workbook, path[:length])
            if (unit := getattr(around, "unit", None)) is not None:
                return Unit(unit)
            if isinstance(term := getattr(around, "term", None), str):
                return next((one.unit for one in self.workbook.terms if one.id == term), None)
        return None

    def _number(self, path: Path, value: Decimal) -> str:
        owner = type(edits.find(self.workbook, path[:-1]))
        field = owner.model_fields[path[-1]]
        measure = next(
            (mark for mark in _marks((field.annotation, *field.metadata)) if isinstance(mark, Measure)), None
        )
        if measure == MONEY:
            return self._fmt.money(value)
        return self._fmt.share(value) if measure == FRACTION else self._fmt.number(value)

    def _estimate(self, path: Path, value: Estimate) -> str:
        tr, figure = self._fmt.tr, self._fmt.number if path[-1] in _COUNTS else self._fmt.money
        known = (
            (tr("low {figure}"), value.low),
            ("{figure}" if value.low is value.high is None else tr("likely {figure}"), value.likely),
            (tr("high {figure}"), value.high),
        )
        parts = [words.format(figure=figure(one)) for words, one in known if one is not None]
        if value.probability is not None:
            parts.append(tr("probability {share}").format(share=self._fmt.share(value.probability)))
        return ", ".join(parts)


def _marks(annotations: Any) -> Iterator[Any]:
    for one in annotations:
        yield one
        yield from _marks(get_args(one))


def _first_difference(before: str, after: str) -> tuple[str, str]:
    """Both texts, or of long ones the part around the first letter that differs, on one line each."""
    if max(len(before), len(after)) <= _LONGEST:
        return _apart(shortened(before, _LONGEST)), _apart(shortened(after, _LONGEST))
    pairs = enumerate(zip(before, after, strict=False))
    start = next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
    # From the beginning of a word, if one begins not far before.
    start = max(0, start - _BEFORE)
    if start and (space := before.find(" ", start, start + _BEFORE)) >= 0:
        start = space + 1
    return _apart(_excerpt(before, start)), _apart(_excerpt(after, start))


def _excerpt(text: str, start: int) -> str:
    words = shortened(text[start:], _LONGEST)
    return f"…{words}" if start and words else words


def _apart(text: str) -> str:
    """What a person wrote, set apart if it runs from right to left: else it would draw the arrow into its own order,
    and before and after would change places."""
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
        return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
    return text
