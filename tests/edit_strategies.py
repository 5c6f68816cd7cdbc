"""Random edits for Hypothesis: of every kind, on every place a workbook has, most of them possible and some not.

The places are found by walking the workbook, the values by `tests.strategies` from the models' own fields, so a new
field is edited from the day it is added.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from pydantic_core import to_jsonable_python

from counteroffer.domain.anatomy import item_types
from counteroffer.domain.base import Frozen
from counteroffer.domain.edits import Batch, Edit, Insert, Move, Path, Remove, Set
from counteroffer.domain.levels import Unit
from counteroffer.domain.workbook import Workbook
from tests import strategies

_ODD = st.sampled_from(
    [
        None,
        True,
        -1,
        10**30,
        1.5,
        "",
        "nan",
        "\0",
        "two\nlines",
        "x" * 301,
        [],
        {},
        [None],
        {"id": "A B"},
        {"kind": "?"},
    ]
)


@dataclass(frozen=True)
class Place:
    """A field of a model in the workbook, and the unit that levels in it are counted in."""

    path: Path
    owner: Frozen
    name: str
    unit: Unit | None

    @property
    def value(self) -> Any:
        return getattr(self.owner, self.name)

    @property
    def is_list(self) -> bool:
        return bool(item_types(type(self.owner), self.name))


def places(model: Frozen, path: Path = (), unit: Unit | None = None) -> Iterator[Place]:
    """Every field of the model and of all that is in it."""
    unit = getattr(model, "unit", None) or unit
    for name in type(model).model_fields:
        place = Place((*path, name), model, name, unit)
        yield place
        if isinstance(place.value, Frozen):
            yield from places(place.value, place.path, unit)
        elif place.is_list:
            for item in place.value:
                yield from places(item, (*place.path, item.id), unit)


def item_paths(workbook: Workbook) -> list[Path]:
    """The path of every item that stands in a list."""
    return [(*place.path, item.id) for place in places(workbook) if place.is_list for item in place.value]


EVERY_KIND = ("set", "set", "set", "insert", "insert", "remove", "move", "odd", "batch")
SINGLE = EVERY_KIND[:-1]


@st.composite
def edits(draw: st.DrawFn, workbook: Workbook, kinds: Sequence[str] = EVERY_KIND) -> Edit:
    """An edit of this workbook, of one of these kinds. About one in five of all kinds cannot be made."""
    kind = draw(st.sampled_from(kinds))
    paths = item_paths(workbook) if kind in ("remove", "move") else []
    if kind == "batch":
        return Batch(draw(strategies.lines(10)), tuple(draw(st.lists(edits(workbook, SINGLE), max_size=3))))
    if kind == "odd":
        return draw(_odd_edits(workbook))
    if kind == "insert":
        return draw(_inserts(workbook))
    if not paths:
        return draw(_sets(workbook))
    path = draw(st.sampled_from(paths))
    return Remove(path) if kind == "remove" else Move(path, draw(st.integers(0, 2)))


@st.composite
def _sets(draw: st.DrawFn, workbook: Workbook) -> Set:
    place = draw(st.sampled_from([place for place in places(workbook) if place.name not in ("id", "kind")]))
    return Set(place.path, draw(_given(strategies.field_values(type(place.owner), place.name, place.unit))))


@st.composite
def _inserts(draw: st.DrawFn, workbook: Workbook) -> Insert:
    place = draw(st.sampled_from([place for place in places(workbook) if place.is_list]))
    kinds = item_types(type(place.owner), place.name)
    item = st.one_of([strategies.group(kind, place.unit) for kind in kinds])
    return Insert(place.path, draw(st.integers(0, len(place.value))), draw(_given(item)))


@st.composite
def _odd_edits(draw: st.DrawFn, workbook: Workbook) -> Edit:
    """An edit that is wrong in its path, its value or its place, as a program may send it."""
    path = draw(st.sampled_from([place.path for place in places(workbook)] + item_paths(workbook)))
    path = draw(st.sampled_from([path, path[:-1], path[1:], (*path, "id"), (*path, "0"), (*path[:-1], "nowhere")]))
    place = draw(st.integers(-3, 5))
    return draw(
        st.sampled_from([Set(path, draw(_ODD)), Insert(path, place, draw(_ODD)), Remove(path), Move(path, place)])
    )


def _given(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The values as models, or as the plain data that a program sends."""
    return st.one_of(values, values.map(to_jsonable_python))


def as_line(edit: Edit) -> str:
    """A single edit as the line of JSON that says it."""
    match edit:
        case Set(path=path, value=value):
            fields = {"set": path, "value": value}
        case Insert(path=path, index=index, value=value):
            fields = {"insert": path, "index": index, "value": value}
        case Remove(path=path):
            fields = {"remove": path}
        case Move(path=path, to=to):
            fields = {"move": path, "to": to}
        case Batch():
            raise TypeError("a batch has no line of its own")
    return json.dumps(to_jsonable_python(fields), ensure_ascii=False)


def plainly_edited(plain: dict[str, Any], edit: Edit) -> None:
    """The slow definition of what an edit does, on plain data in place. For edits whose path is known to be there."""
    match edit:
        case Batch(edits=several):
            for one in several:
                plainly_edited(plain, one)
        case Set(path=path, value=value):
            _owner(plain, path)[path[-1]] = to_jsonable_python(value)
        case Insert(path=path, index=index, value=value):
            _owner(plain, path)[path[-1]].insert(index, to_jsonable_python(value))
        case Remove(path=path):
            items = _owner(plain, path)
            items.remove(next(item for item in items if item["id"] == path[-1]))
        case Move(path=path, to=to):
            items = _owner(plain, path)
            item = next(item for item in items if item["id"] == path[-1])
            items.remove(item)
            items.insert(to, item)


def _owner(plain: Any, path: Path) -> Any:
    """What holds the path's last part: a group of fields or a list of items."""
    for part in path[:-1]:
        plain = next(item for item in plain if item["id"] == part) if isinstance(plain, list) else plain[part]
    return plain
