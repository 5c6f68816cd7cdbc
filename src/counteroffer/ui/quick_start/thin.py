"""What is still thin at the end: the open points that matter now, in the order in which they help most."""

from __future__ import annotations

from dataclasses import dataclass

from counteroffer.method.checking import Standing
from counteroffer.method.result import State

MATTER = (
    "M15",
    "M20",
    "M26",
    "M27",
    "M28",
    "M21",
    "M22",
    "M03",
    "M02",
    "M01",
    "M29",
    "M04",
    "M05",
    "M24",
    "M35",
    "M23",
    "M25",
    "M10",
    "M11",
    "M57",
    "M16",
    "M07",
    "M08",
    "M09",
    "M14",
)
"""What a talk about one or two asks lives on: first the ask and its words, then what carries it, then what steadies."""
MOST = 5


@dataclass(frozen=True)
class Thin:
    """The next points, and how many more are open besides."""

    points: tuple[Standing, ...]
    more: int


def thin(found: tuple[Standing, ...]) -> Thin:
    """The next open points out of all, at most five; of those that send to the same field only the first."""
    still_open = {one.point.id: one for one in found if one.check.state is State.OPEN}
    points: list[Standing] = []
    for one in (still_open[identity] for identity in MATTER if identity in still_open):
        if len(points) < MOST and one.check.path not in [other.check.path for other in points]:
            points.append(one)
    return Thin(tuple(points), len(still_open) - len(points))
