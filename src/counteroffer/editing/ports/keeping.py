"""Keeping workbooks: what the session and the start page need."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from counteroffer.domain.workbook import Workbook

if TYPE_CHECKING:
    from counteroffer.editing.ports.backups import Backups
    from counteroffer.editing.ports.carrying import Carrying
    from counteroffer.editing.ports.finding import Finding
    from counteroffer.editing.ports.history import History
    from counteroffer.editing.ports.protection import Protection
    from counteroffer.editing.ports.shelf import Shelf


@dataclass(frozen=True)
class Saved:
    """The receipt for a save: handed out after the commit, never before."""

    workbook_id: str
    revision: int
    at: datetime


@dataclass(frozen=True)
class Summary:
    """One row of the archive's list. `stage` and `outcome` are the stored words of their choices, or None.

    `archived` says that the workbook is read-only until it is reopened; `binned`, when it was put into the bin;
    `opened`, when it was last opened to be looked at or worked on.
    """

    id: str
    title: str
    employer: str
    role: str
    stage: str | None
    outcome: str | None
    tags: tuple[str, ...]
    created: datetime
    changed: datetime
    revision: int
    archived: bool = False
    binned: datetime | None = None
    opened: datetime | None = None


class Store(Protocol):
    """What a session needs: to put a workbook and its papers away."""

    def save(self, workbook: Workbook, label: str = "") -> Future[Saved]:
        """Keep this state of the workbook; done once it is committed."""

    def attach(self, content: bytes) -> Future[str]:
        """Keep a file's bytes inside the archive; returns their SHA-256 by which the workbook names them."""

    def attached(self, sha256: str) -> Future[bytes]:
        """The bytes of an attached file."""


class Archive(Store, Protocol):
    """What the start page and the archive window need: workbooks, and a door to each thing one does with them."""

    @property
    def protection(self) -> Protection:
        """Passphrase and recovery code."""

    @property
    def backups(self) -> Backups:
        """Copies of the whole archive."""

    @property
    def history(self) -> History:
        """Earlier states of a workbook."""

    @property
    def finding(self) -> Finding:
        """Search over everything."""

    @property
    def shelf(self) -> Shelf:
        """Put away, bin, delete, duplicate."""

    @property
    def carrying(self) -> Carrying:
        """Files that carry workbooks in and out."""

    def add(self, workbook: Workbook) -> Future[Saved]:
        """Keep a workbook that is not there yet; BadInput if its id is taken."""

    def summaries(self) -> Future[tuple[Summary, ...]]:
        """All workbooks, those in the bin too, the last changed first."""

    def load(self, workbook_id: str) -> Future[Workbook]:
        """The newest state; BadInput if there is no such workbook."""
