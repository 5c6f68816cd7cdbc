"""What differs between two states of a workbook: each place once, as small as it makes sense to a person.

Entries of a list are matched by their ids, so one that was moved is not another one. An estimate and the value of a
level are told as a whole: nobody thinks of the upper end of a range by itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeGuard

from counteroffer.domain.anatomy import item_types, plain_types
from counteroffer.domain.base import Frozen, Item
from counteroffer.domain.edits import Path
from counteroffer.domain.levels import Value
from counteroffer.domain.money import Estimate
from counteroffer.domain.workbook import Workbook

_WHOLE = (Estimate, *plain_types(Value))


class Sort(StrEnum):
    """What happened at a place."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class Difference:
    """One place that differs. `trail` has for each part of the path what it is: a field's title, or the entry.

    `before` and `after` are what stands there: a field's value; for an entry that was added or removed the entry, and
    None where it is not; for one that was moved its place in the list, counted from 0.
    """

    sort: Sort
    path: Path
    trail: tuple[str | Item, ...]
    before: Any
    after: Any


def differences(before: Workbook, after: Workbook) -> tuple[Difference, ...]:
    """Everything that differs between two states of one workbook, in the order of the fields."""
    return tuple(_in_group(before, after, (), ()))


def is_group(before: object, after: object) -> TypeGuard[Frozen]:
    """Whether both are the same group of fields, each of which can differ by itself."""
    return isinstance(after, Frozen) and type(before) is type(after) and not isinstance(after, _WHOLE)


def in_both(before: Sequence[Item], after: Sequence[Item]) -> frozenset[str]:
    """The ids of the entries that are in both lists, and of the same kind in both."""
    kinds = {item.id: type(item) for item in before}
    return frozenset(item.id for item in after if kinds.get(item.id) is type(item))


def _in_group(before: Frozen, after: Frozen, path: Path, trail: tuple[str | Item, ...]) -> Iterator[Difference]:
    for name, field in type(after).model_fields.items():
        was, now = getattr(before, name), getattr(after, name)
        if name == "id" or was == now:
            continue
        here, there = (*path, name), (*trail, field.title or name)
        if item_types(type(after), name):
            yield from _in_list(was, now, here, there)
        elif is_group(was, now):
            yield from _in_group(was, now, here, there)
        else:
            yield Difference(Sort.CHANGED, here, there, was, now)


def _in_list(
    before: Sequence[Item], after: Sequence[Item], path: Path, trail: tuple[str | Item, ...]
) -> Iterator[Difference]:
    both = in_both(before, after)
    places = {item.id: place for place, item in enumerate(before)}
    unmoved = _still_in_order([places[item.id] for item in after if item.id in both])
    for item in before:
        if item.id not in both:
            yield Difference(Sort.REMOVED, (*path, item.id), (*trail, item), item, None)
    for place, item in enumerate(after):
        here, there = (*path, item.id), (*trail, item)
        if item.id not in both:
            yield Difference(Sort.ADDED, here, there, None, item)
            continue
        was = places[item.id]
        if was not in unmoved:
            yield Difference(Sort.MOVED, here, there, was, place)
        yield from _in_group(before[was], item, here, there)


def _still_in_order(places: Sequence[int]) -> frozenset[int]:
    """As many of these places as can be kept so that they rise: the entries there were not moved, the others were."""
    ends: list[int] = []  # the lowest place with which a rising row of each length can end
    links: dict[int, int | None] = {}
    for place in places:
        length = bisect_left(ends, place)
        links[place] = ends[length - 1] if length else None
        ends[length : length + 1] = [place]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = links[last]
    return frozenset(kept)
