"""Files that carry workbooks in and out, one by one or all at once."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from counteroffer.editing.ports.keeping import Saved, Summary

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes in the largest file that is taken in or written; of a longer one, not more than this need be read."""


class Conflict(StrEnum):
    """What to do with a workbook that is in the archive already, with other content."""

    REFUSE = "refuse"
    KEEP_BOTH = "keep_both"
    """Take it in as a second workbook with an id of its own."""
    REPLACE = "replace"
    """Make it the newest state; the one before stays in the history."""
    NEWER = "newer"
    """Keep whichever was changed last."""


@dataclass(frozen=True)
class Incoming:
    """What a file would bring in. `changed` is when it was last changed, if the file says; `there` is the workbook
    with the same id in the archive, `same` that its content is the same."""

    id: str
    title: str
    employer: str
    changed: datetime | None
    files: int
    there: Summary | None
    same: bool


@dataclass(frozen=True)
class TakenIn:
    """What became of one workbook of a file: `saved` is None where the archive's own was kept."""

    incoming: Incoming
    saved: Saved | None


class Carrying(Protocol):
    """Import and export. A file is a workbook in the open or the encrypted form, or a box of many of them."""

    def needs_passphrase(self, content: bytes) -> bool:
        """Whether the file is of the encrypted form; looks at its first bytes only."""

    def look_into(self, content: bytes, passphrase: str = "") -> Future[tuple[Incoming, ...]]:
        """What the file would bring in; nothing is changed. BadInput names the cause if it cannot be read."""

    def take_in(
        self, content: bytes, passphrase: str = "", conflict: Conflict = Conflict.REFUSE
    ) -> Future[tuple[TakenIn, ...]]:
        """Take in all that the file holds, or nothing of it."""

    def export(self, workbook_id: str, passphrase: str = "") -> Future[bytes]:
        """A workbook and its attachments as a portable file, encrypted if a passphrase is given."""

    def export_all(self, passphrase: str = "") -> Future[bytes]:
        """Every workbook, those put away and in the bin too, as one box."""
