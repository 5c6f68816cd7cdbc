"""Putting workbooks away, throwing them out, making a second one of them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports.keeping import Saved

T = TypeVar("T")


@dataclass(frozen=True)
class Gathered(Generic[T]):
    """What was found out about each of many workbooks, and how many of them are damaged and could not be read."""

    found: tuple[T, ...]
    unreadable: int


class Shelf(Protocol):
    """What is done with whole workbooks. BadInput wherever there is no such workbook."""

    def put_away(self, workbook_id: str) -> Future[None]:
        """Make a workbook read-only until it is reopened; saving it fails with BadInput meanwhile."""

    def reopen(self, workbook_id: str) -> Future[None]:
        """Let it be edited again."""

    def to_bin(self, workbook_id: str) -> Future[None]:
        """Put a workbook into the bin, from which it can be taken back for 30 days. Saving it takes it back too."""

    def from_bin(self, workbook_id: str) -> Future[None]:
        """Take it back out of the bin."""

    def remove(self, workbook_id: str) -> Future[None]:
        """Delete a workbook and all its states for good, from the bin or not."""

    def empty_bin(self) -> Future[int]:
        """Delete for good all that is in the bin; how many they were."""

    def duplicate(self, workbook_id: str, title: str) -> Future[Saved]:
        """A second workbook with the same content, an id of its own and this title."""

    def retag(self, workbook_id: str, tags: tuple[str, ...]) -> Future[Saved]:
        """Give a workbook these tags. An open one is tagged by an edit in its own window instead."""

    def opened(self, workbook_id: str) -> Future[bool]:
        """Note that a workbook has just been opened, for the list of those opened last; whether it is put away, and so
        can only be read."""

    def gather(self, find_out: Callable[[Workbook], T]) -> Future[Gathered[T]]:
        """What this says about each workbook whose negotiation is over, the bin left out, the oldest first.

        Only what it gives back is held in memory, never all workbooks at once, and saves go on in between. `find_out`
        runs on the archive's thread. What it said about a state is remembered as long as the archive is open, for each
        `find_out`: hand in the same one every time.
        """
