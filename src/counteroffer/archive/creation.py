"""The very first archive in a folder: made whole beside its place, then put there in one step.

A crash at any moment leaves either no archive, and the next start makes one, or a whole one. The record of it, in
the lock file, is written after that: were it there first, a crash between the two would look like a lost archive.
"""

from __future__ import annotations

from datetime import datetime

from counteroffer.archive import schema
from counteroffer.archive.connection import APPLICATION_ID, PAGE_SIZE, connect, transaction
from counteroffer.archive.folder import Folder, make_private, settle_file, settle_names
from counteroffer.archive.lock import FolderLock


def create(folder: Folder, key: bytes) -> None:
    """Make an empty archive. Raises apsw and OS errors for trouble with the disk; then there is none."""
    for leftover in folder.path.glob(folder.fresh.name + "*"):
        leftover.unlink()
    make_private(folder.fresh)
    db = connect(folder.fresh, key)
    try:
        db.pragma("page_size", PAGE_SIZE)
        with transaction(db):
            db.pragma("application_id", APPLICATION_ID)
        schema.migrate(db, schema.STEPS)
        # Stored in the file itself, so that no other program opens the archive in another mode.
        db.pragma("journal_mode", "WAL")
    finally:
        db.close()
    settle_file(folder.fresh)
    folder.fresh.rename(folder.database)
    settle_names(folder)


def record(lock: FolderLock, now: datetime) -> None:
    """Write down that this folder has an archive, unless that is written already."""
    if not lock.recorded():
        lock.record(
            f"A Counteroffer archive has been in this folder since {now:%Y-%m-%d}. While this line is here, "
            "no new archive is started in place of a missing archive.db.\n"
        )
