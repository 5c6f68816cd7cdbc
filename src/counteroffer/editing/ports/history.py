"""Earlier states of a workbook."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from counteroffer.domain.workbook import Workbook


@dataclass(frozen=True)
class Revision:
    """One kept state of a workbook, and in a few words what led to it. One with a name is kept for ever."""

    workbook_id: str
    number: int
    at: datetime
    label: str
    name: str = ""


class History(Protocol):
    """Reading and naming the kept states of a workbook."""

    def listed(self, workbook_id: str) -> Future[tuple[Revision, ...]]:
        """The kept states of a workbook, the newest first."""

    def load(self, workbook_id: str, number: int) -> Future[Workbook]:
        """One kept state of a workbook."""

    def name(self, workbook_id: str, number: int, name: str) -> Future[None]:
        """Give a state a name ("before round 2"), so that it is kept for ever; the empty text takes it away."""
