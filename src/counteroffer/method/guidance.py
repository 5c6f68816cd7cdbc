"""The texts of the sixty points: what to do, why it helps, an example. Data, checked when it is loaded."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from counteroffer import resources

TABS = (
    "offer",
    "research",
    "priorities",
    "justifications",
    "alternatives",
    "packages",
    "conversations",
    "agreement",
    "archive",
)
REQUIRED = frozenset({"title", "do", "why", "example", "open", "done"})


@dataclass(frozen=True)
class Point:
    """One point of the method in the app's own words. All texts are message ids."""

    id: str
    tab: str
    title: str
    do: str
    why: str
    example: str
    open: str
    done: str
    not_needed: str = ""


class GuidanceError(ValueError):
    """The files under resources/guidance are not whole: a fault of the installation, not of the person."""


@cache
def points() -> tuple[Point, ...]:
    """All points in the order of the tabs and within them of the work. Raises GuidanceError if a text is missing."""
    found = tuple(point for tab in TABS for point in _of_tab(tab))
    ids = [point.id for point in found]
    if len(set(ids)) != len(ids):
        raise GuidanceError("a point of the guidance is there twice")
    return found


def points_of(tab: str) -> tuple[Point, ...]:
    """The points of one tab, in their order."""
    return tuple(point for point in points() if point.tab == tab)


def _of_tab(tab: str) -> list[Point]:
    try:
        tables = tomllib.loads(resources.text("guidance", f"{tab}.toml"))
        return [_point(point_id, tab, texts) for point_id, texts in tables.items()]
    except (OSError, tomllib.TOMLDecodeError, AttributeError, TypeError) as problem:
        raise GuidanceError(f"the guidance of the tab {tab} cannot be read") from problem


def _point(point_id: str, tab: str, texts: dict[str, str]) -> Point:
    known = {name: text.strip() for name, text in texts.items()}
    if not known.keys() >= REQUIRED or known.keys() - REQUIRED - {"not_needed"} or not all(known.values()):
        raise GuidanceError(f"the guidance of {point_id} has not the texts it should have")
    return Point(point_id, tab, **known)
