"""Copies of the whole archive: made by themselves, checked, thinned out, and put back."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Backup:
    """One copy. `name` is its file's name, `size` its bytes; `occasion` is what it was made for ("routine", "by hand",
    "before a restore", "before an update", "before a passphrase", "before taking the passphrase away", "with a
    passphrase", or empty); `protected` says that it opens only with a passphrase or recovery code."""

    name: str
    at: datetime
    size: int
    occasion: str
    protected: bool


@dataclass(frozen=True)
class BackupState:
    """Where backups go, the last good one, and the sentence of the last failure if it came after that."""

    place: str
    is_usual_place: bool
    count: int
    last_good: datetime | None
    trouble: str


class RowChange(StrEnum):
    """What restoring would do to one workbook."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Restoring:
    """What a backup holds, set against the archive as it is now: (change, workbook's title, when the backup's state
    of it is from; for one that would go, when the archive's is from). Workbooks that are the same are counted."""

    backup: Backup
    changes: tuple[tuple[RowChange, str, datetime], ...]
    same: int


class Backups(Protocol):
    """Making backups and going back to one."""

    def state(self) -> Future[BackupState]:
        """Where backups go and how the last one went."""

    def listed(self) -> Future[tuple[Backup, ...]]:
        """All backups that are there, the newest first."""

    def make(self, occasion: str = "by hand") -> Future[Backup]:
        """Make one now, checked; the one before if nothing has changed since. Fault if it cannot be made."""

    def make_if_due(self) -> Future[Backup | None]:
        """Make one if the archive has changed and the last is old enough; for an idle moment and before closing.

        None too where it cannot be made: `state` tells why, and a later call tries again.
        """

    def make_in(self, place: Path) -> Future[Backup]:
        """Make one in this folder, this once: to take everything to another computer. Fault if it cannot be made."""

    def set_place(self, place: str) -> Future[BackupState]:
        """Put backups into another folder from now on; the empty text is the usual one. BadInput if it cannot be
        written to. Those made so far stay where they are."""

    def compare(self, name: str, secret: str = "") -> Future[Restoring]:
        """What putting this backup back would change. NeedsSecret or WrongSecret, both BadInput, if it was made under
        another passphrase than the archive has now."""

    def restore(self, name: str, secret: str = "") -> Future[Restoring]:
        """Back up the archive as it is, then put this backup in its place; what was changed.

        Passphrase, recovery code and settings stay those of today. Close what is open of the archive before.
        """

    def compare_file(self, file: Path, secret: str = "") -> Future[Restoring]:
        """As `compare`, for a backup that lies anywhere."""

    def restore_file(self, file: Path, secret: str = "") -> Future[Restoring]:
        """As `restore`, for a backup that lies anywhere."""

    def verify(self) -> Future[tuple[str, ...]]:
        """Check every page, every kept state and every backup; a sentence for each trouble, none if all is well."""

    def check_if_due(self) -> Future[tuple[str, ...]]:
        """Once a week, check the archive's pages; a sentence if they are damaged. For an idle moment after opening."""
