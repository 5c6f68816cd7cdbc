"""A workbook as it may be seen while figures are hidden: in everything that was written, amounts are dots.

Only words are veiled. Figures stay figures, so that what is reckoned from them stays right; whoever writes one asks
`Privacy.figure`. Nothing of a veiled workbook may come back as an edit: `Bridge.apply` sees to that.
"""

from __future__ import annotations

from collections.abc import Iterator

from counteroffer.domain.base import Frozen, Item
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.privacy import Privacy


def veiled(workbook: Workbook, privacy: Privacy) -> Workbook:
    """The workbook with its words as they may be shown now; what holds no amount is shared."""
    names = set(_ids(workbook))
    seen = _seen(workbook, privacy, names)
    return seen if isinstance(seen, Workbook) else workbook


def _seen(value: object, privacy: Privacy, names: set[str]) -> object:
    # Of the exact type: choices are strings too, and hold no words of a person.
    if type(value) is str:
        return value if value in names else privacy.words(value)
    if isinstance(value, tuple):
        parts = tuple(_seen(one, privacy, names) for one in value)
        return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    if isinstance(value, Frozen):
        held = {name: getattr(value, name) for name in type(value).model_fields}
        parts_by_name = {name: _seen(one, privacy, names) for name, one in held.items()}
        changes = {name: one for name, one in parts_by_name.items() if one is not held[name] and one != held[name]}
        return value.model_copy(update=changes) if changes else value
    return value


def _ids(value: object) -> Iterator[str]:
    """The ids of all items, which links name: they are no words."""
    if isinstance(value, tuple):
        for one in value:
            yield from _ids(one)
    elif isinstance(value, Frozen):
        if isinstance(value, Item | Workbook):
            yield value.id
        for name in type(value).model_fields:
            yield from _ids(getattr(value, name))
