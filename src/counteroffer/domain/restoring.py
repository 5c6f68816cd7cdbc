"""Going back to an earlier state of a workbook as an edit, so that it can be undone like any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counteroffer.domain.anatomy import item_types
from counteroffer.domain.base import Frozen, Item
from counteroffer.domain.differences import in_both, is_group
from counteroffer.domain.edits import Batch, Edit, Insert, Move, Path, Remove, Set
from counteroffer.domain.workbook import Workbook


def restoring(now: Workbook, earlier: Workbook, label: str) -> Batch:
    """The edits that lead from one state of a workbook to another of the same workbook. Its id stays what it is."""
    return Batch(label, tuple(_in_group(now, earlier, ())))


def _in_group(now: Frozen, earlier: Frozen, path: Path) -> Iterator[Edit]:
    for name in type(now).model_fields:
        held, wanted = getattr(now, name), getattr(earlier, name)
        if name == "id" or held == wanted:
            continue
        here = (*path, name)
        if item_types(type(now), name):
            yield from _in_list(held, wanted, here)
        elif is_group(held, wanted):
            yield from _in_group(held, wanted, here)
        else:
            yield Set(here, wanted)


def _in_list(now: Sequence[Item], earlier: Sequence[Item], path: Path) -> Iterator[Edit]:
    held = {item.id: item for item in now}
    counted = {item.id: getattr(item, "unit", None) for item in earlier}
    # Levels and their unit fit together at every step, so an entry that was counted otherwise goes as a whole.
    both = {one for one in in_both(now, earlier) if getattr(held[one], "unit", None) == counted[one]}
    for item in now:
        if item.id not in both:
            yield Remove((*path, item.id))
    order = [item.id for item in now if item.id in both]
    for place, item in enumerate(earlier):
        here = (*path, item.id)
        if item.id not in both:
            order.insert(place, item.id)
            yield Insert(path, place, item)
            continue
        if order[place] != item.id:
            order.remove(item.id)
            order.insert(place, item.id)
            yield Move(here, place)
        yield from _in_group(held[item.id], item, here)
