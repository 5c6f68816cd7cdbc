"""The very first archive in a folder: made whole beside its place, then put there in one step.

A crash at any moment leaves either no archive, and the next start makes one, or a whole one. The record of it, in
the lock file, is written after that (see `record`): were it there first, a crash between the two would look like a
lost archive.
"""

from __future__ import annotations

from pathlib import Path

from counteroffer.archive.file import schema
from counteroffer.archive.file.connection import APPLICATION_ID, PAGE_SIZE, connect, transaction
from counteroffer.archive.file.folder import Folder, make_private, settle_file, settle_names


def create(folder: Folder, key: bytes) -> None:
    """Make an empty archive. Raises apsw and OS errors for trouble with the disk; then there is none."""
    for leftover in folder.path.glob(folder.fresh.name + "*"):
        leftover.unlink()
    make_empty(folder.fresh, key)
    folder.fresh.rename(folder.database)
    settle_names(folder)


def make_empty(path: Path, key: bytes) -> None:
    """Make an empty archive's file, whole and on the disk, where there is none. Raises apsw and OS errors."""
    make_private(path)
    db = connect(path, key)
    try:
        db.pragma("page_size", PAGE_SIZE)
        with transaction(db):
            db.pragma("application_id", APPLICATION_ID)
        schema.migrate(db, schema.STEPS)
        # Stored in the file itself, so that no other program opens the archive in another mode.
        db.pragma("journal_mode", "WAL")
    finally:
        db.close()
    settle_file(path)
