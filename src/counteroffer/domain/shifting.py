"""All dates of a workbook, moved by the same number of days: so that a stored sample is always a recent one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from counteroffer.domain.base import Frozen, revise
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook


def shift_dates(workbook: Workbook, days: int) -> Workbook:
    """The workbook with every day and every moment in it moved by so many days. Parts without any are shared.

    Dates that are written out in texts stay as they are. Raises BadInput if a date would leave the calendar.
    """
    try:
        shifted: Workbook = _shifted(workbook, timedelta(days=days))
    except OverflowError:
        raise BadInput("The dates cannot be moved that far; nothing was changed.") from None
    return shifted


def _shifted(part: Any, by: timedelta) -> Any:
    """The part with its dates moved, or the very same part if nothing in it moves."""
    if isinstance(part, date):  # a moment is one as well
        return part + by if by else part
    if isinstance(part, tuple):
        moved = tuple(_shifted(one, by) for one in part)
        return part if all(new is old for new, old in zip(moved, part, strict=True)) else moved
    if isinstance(part, Frozen):
        fields = {name: getattr(part, name) for name in type(part).model_fields}
        changed = {name: new for name, old in fields.items() if (new := _shifted(old, by)) is not old}
        return revise(part, **changed) if changed else part
    return part
