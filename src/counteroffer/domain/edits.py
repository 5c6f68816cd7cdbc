"""The four edits, and several under one label: every change to a workbook is one of these on a path.

A path names fields by name and items by id: `("terms", "9f…", "target", "value")`. Applying an edit gives the next
workbook and shares everything that the edit does not touch. What cannot be applied raises BadInput and changes
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from counteroffer.domain.anatomy import item_types
from counteroffer.domain.base import Frozen, Item, new_id, revise
from counteroffer.domain.errors import BadInput, from_validation
from counteroffer.domain.workbook import Workbook

Path = tuple[str, ...]


@dataclass(frozen=True)
class Set:
    """Give the field at the path another value."""

    path: Path
    value: Any


@dataclass(frozen=True)
class Insert:
    """Put an item into the list at the path. A value without an id gets a fresh one."""

    path: Path
    index: int
    value: Any


@dataclass(frozen=True)
class Remove:
    """Take the item at the path out of its list."""

    path: Path


@dataclass(frozen=True)
class Move:
    """Put the item at the path at another place in its list; `to` is its index afterwards."""

    path: Path
    to: int


@dataclass(frozen=True)
class Batch:
    """Several edits that are done, and undone, as one."""

    label: str
    edits: tuple[Edit, ...] = field(default=())


Edit = Set | Insert | Remove | Move | Batch


def apply(workbook: Workbook, edit: Edit) -> Workbook:
    """The next workbook. Raises BadInput with a plain sentence; the given workbook never changes."""
    match edit:
        case Batch(edits=edits):
            for one in edits:
                workbook = apply(workbook, one)
            return workbook
        case Set(path=path, value=value):
            return _at(workbook, path, lambda owner, name: _set(owner, name, value, path))
        case Insert(path=path, index=index, value=value):
            return _at(workbook, path, lambda owner, name: _insert(owner, name, index, value, path))
        case Remove(path=path):
            return _in_list(workbook, path, lambda items, at: items[:at] + items[at + 1 :])
        case Move(path=path, to=to):
            return _in_list(workbook, path, lambda items, at: _moved(items, at, to, path))


def paths(edit: Edit) -> tuple[Path, ...]:
    """The paths that an edit touches, in order."""
    if isinstance(edit, Batch):
        return tuple(path for one in edit.edits for path in paths(one))
    return (edit.path,)


def find(workbook: Workbook, path: Path) -> Any:
    """What stands at the path: a model, an item, a list or a single value. Raises BadInput if nothing does."""
    here: Any = workbook
    for step, part in enumerate(path):
        here = _step(here, part, path[: step + 1])
    return here


def exists(workbook: Workbook, path: Path) -> bool:
    """Whether the path leads to something."""
    try:
        find(workbook, path)
    except BadInput:
        return False
    return True


def _nowhere(path: Path) -> BadInput:
    return BadInput("There is nothing at this place in the workbook; nothing was changed.", path)


def _step(here: Any, part: str, path: Path) -> Any:
    if isinstance(here, Frozen) and part in type(here).model_fields:
        return getattr(here, part)
    if isinstance(here, tuple):
        for one in here:
            if isinstance(one, Item) and one.id == part:
                return one
    raise _nowhere(path)


Change = Callable[[Frozen, str], Frozen]


def _at(workbook: Workbook, path: Path, change: Change) -> Workbook:
    """Rebuild the way from the root to the model that owns the path's last part, and nothing beside it."""
    if not path:
        raise BadInput("An edit needs a path; nothing was changed.", path)
    rebuilt: Workbook = _rebuild(workbook, path, 0, change)
    return rebuilt


def _rebuild(here: Any, path: Path, step: int, change: Change) -> Any:
    part = path[step]
    last = step == len(path) - 1
    if isinstance(here, Frozen):
        if last:
            if part not in type(here).model_fields:
                raise _nowhere(path)
            return change(here, part)
        rebuilt = _rebuild(_step(here, part, path), path, step + 1, change)
        return _revised(here, part, rebuilt, path)
    if isinstance(here, tuple) and not last:
        item = _step(here, part, path)
        rebuilt = _rebuild(item, path, step + 1, change)
        return tuple(rebuilt if one is item else one for one in here)
    raise _nowhere(path)


def _revised(owner: Frozen, name: str, value: Any, path: Path) -> Frozen:
    try:
        return revise(owner, **{name: value})
    except BadInput as problem:
        raise BadInput(problem.sentence, path, problem.reason) from None


def _set(owner: Frozen, name: str, value: Any, path: Path) -> Frozen:
    if name == "id":
        raise BadInput("An id stays what it is; nothing was changed.", path)
    return _revised(owner, name, value, path)


def _list(owner: Frozen, name: str, path: Path) -> tuple[Item, ...]:
    value = getattr(owner, name)
    if not isinstance(value, tuple) or not item_types(type(owner), name):
        raise BadInput("Only a list of entries takes new ones; nothing was changed.", path)
    return value


def _insert(owner: Frozen, name: str, index: int, value: Any, path: Path) -> Frozen:
    items = _list(owner, name, path)
    if not 0 <= index <= len(items):
        raise BadInput("The place in the list is out of its bounds; nothing was changed.", path)
    item = _item(owner, name, value, path)
    return _revised(owner, name, (*items[:index], item, *items[index:]), path)


def _item(owner: Frozen, name: str, value: Any, path: Path) -> Any:
    """The new item alone, so that what is wrong in it is told in its own terms."""
    if isinstance(value, Item):
        return value
    if not isinstance(value, dict):
        raise BadInput("A new entry is a group of fields; nothing was changed.", path)
    given = value if value.get("id") is not None else {**value, "id": new_id()}
    try:
        return TypeAdapter(get_args(type(owner).model_fields[name].annotation)[0]).validate_python(given)
    except ValidationError as error:
        raise from_validation(error, path=path) from None


def _in_list(workbook: Workbook, path: Path, change: Callable[[tuple[Item, ...], int], tuple[Item, ...]]) -> Workbook:
    """Change the list that holds the item at the path."""
    if len(path) < 2:
        raise _nowhere(path)
    *_, identity = path

    def rearranged(owner: Frozen, name: str) -> Frozen:
        items = _list(owner, name, path)
        for at, item in enumerate(items):
            if item.id == identity:
                return _revised(owner, name, change(items, at), path)
        raise _nowhere(path)

    return _at(workbook, path[:-1], rearranged)


def _moved(items: tuple[Item, ...], at: int, to: int, path: Path) -> tuple[Item, ...]:
    if not 0 <= to < len(items):
        raise BadInput("The place in the list is out of its bounds; nothing was changed.", path)
    rest = items[:at] + items[at + 1 :]
    return (*rest[:to], items[at], *rest[to:])
