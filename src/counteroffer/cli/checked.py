"""How the points of the method stand in a workbook, for a reader and for a program."""

from __future__ import annotations

from datetime import date
from typing import Any

from counteroffer.domain.workbook import Workbook
from counteroffer.method.checking import Standing, standings
from counteroffer.method.result import State

_SIGNS = {State.DONE: "done      ", State.OPEN: "open      ", State.NOT_NEEDED: "not needed"}


def as_json(workbook: Workbook, today: date) -> list[dict[str, Any]]:
    """Each point with its state and, if it is open, the next step and the path of the field where it is done."""
    return [
        {
            "point": one.point.id,
            "tab": one.point.tab,
            "title": one.point.title,
            "state": str(one.check.state),
            "next": _next(one),
            "path": list(one.check.path) if one.check.path is not None else None,
        }
        for one in standings(workbook, today)
    ]


def as_text(workbook: Workbook, today: date) -> str:
    """A line for each point, and below an open one the next step."""
    lines = []
    for one in standings(workbook, today):
        lines.append(f"{one.point.id}  {_SIGNS[one.check.state]}  {one.point.title}")
        if (step := _next(one)) is not None:
            lines.append(f"                   {step}")
    return "\n".join(lines)


def _next(standing: Standing) -> str | None:
    step = standing.check.next_step
    return step.said(str) if step is not None else None
