"""Search over titles, employers and every text in every workbook."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from counteroffer.domain.edits import Path
from counteroffer.editing.ports.keeping import Summary


class Place(StrEnum):
    """Where to look."""

    SHELF = "shelf"
    """All that is neither put away nor in the bin."""
    PUT_AWAY = "put_away"
    BIN = "bin"
    ALL = "all"
    """Everything but the bin."""


class Sorting(StrEnum):
    """In which order."""

    CHANGED = "changed"
    OPENED = "opened"
    """Last opened first, then those never opened, the last changed first."""
    CREATED = "created"
    TITLE = "title"
    EMPLOYER = "employer"
    BEST = "best"
    """Best match first; without words, the last changed first."""


@dataclass(frozen=True)
class Filters:
    """Which workbooks are meant; what is empty leaves all in, and of several one must fit. Stages and outcomes by
    their stored words, employers as written; a year is the one in which the workbook was begun."""

    place: Place = Place.ALL
    stages: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    employers: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Hit:
    """A workbook that was found; with words, also a snippet of the text they stand in, where in it they stand, and
    the path of the field. `marks` are (start, end) pairs within `snippet`."""

    summary: Summary
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    path: Path = ()


@dataclass(frozen=True)
class Found:
    """The first hits, and how many workbooks were found in all."""

    hits: tuple[Hit, ...]
    total: int


class Finding(Protocol):
    """Search as you type."""

    def find(self, words: str, filters: Filters, sorting: Sorting = Sorting.BEST, most: int = 50) -> Future[Found]:
        """The workbooks that hold all these words, each as it stands or as a beginning, whatever their accents.

        Without words, all that the filters let through. What is no word (signs alone) is found nowhere."""

    def prepare(self, most: int = 5) -> Future[bool]:
        """Read in a few workbooks that were saved since the last search, for an idle moment; whether more are waiting.
        A search does it by itself, but may then take longer."""

    def choices(self) -> Future[Filters]:
        """Every stage, outcome, year, employer and tag there is to filter by."""
