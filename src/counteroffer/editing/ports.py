"""What the session and the archive window need of the place where workbooks are kept.

The archive fulfils these protocols; `app.py` hands it in. Every call returns at once with a future, because the
archive does its work on one thread of its own. A future fails with `Fault` (the machine) or `BadInput` (what was
given), never with anything else that a person should read.
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from counteroffer.domain.workbook import Workbook


@dataclass(frozen=True)
class Saved:
    """The receipt for a save: handed out after the commit, never before."""

    workbook_id: str
    revision: int
    at: datetime


@dataclass(frozen=True)
class Summary:
    """One row of the archive's list. `stage` and `outcome` are the stored words of their choices, or None."""

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


@dataclass(frozen=True)
class Revision:
    """One kept state of a workbook, and in a few words what led to it."""

    workbook_id: str
    number: int
    at: datetime
    label: str


class Store(Protocol):
    """What a session needs: to put a workbook and its papers away."""

    def save(self, workbook: Workbook, label: str = "") -> Future[Saved]:
        """Keep this state of the workbook; done once it is committed."""

    def attach(self, content: bytes) -> Future[str]:
        """Keep a file's bytes inside the archive; returns their SHA-256 by which the workbook names them."""

    def attached(self, sha256: str) -> Future[bytes]:
        """The bytes of an attached file."""


class Archive(Store, Protocol):
    """What the start page and the archive window need."""

    def add(self, workbook: Workbook) -> Future[Saved]:
        """Keep a workbook that is not there yet; BadInput if its id is taken."""

    def summaries(self) -> Future[tuple[Summary, ...]]:
        """All workbooks, the last changed first."""

    def load(self, workbook_id: str) -> Future[Workbook]:
        """The newest state; BadInput if there is no such workbook."""

    def remove(self, workbook_id: str) -> Future[None]:
        """Delete a workbook and all its revisions for good."""

    def revisions(self, workbook_id: str) -> Future[tuple[Revision, ...]]:
        """The kept states of a workbook, the newest first."""

    def load_revision(self, workbook_id: str, number: int) -> Future[Workbook]:
        """One kept state of a workbook."""

    def import_portable(self, content: bytes) -> Future[Saved]:
        """Take in a portable file; BadInput names the cause if it cannot be read."""

    def export_portable(self, workbook_id: str) -> Future[bytes]:
        """A workbook and its attachments as a portable file."""
