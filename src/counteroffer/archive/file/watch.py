"""What may happen to an open archive's files from outside, looked for before anything is said to be kept.

A file that is open can be moved, replaced or deleted, and the program writes on into what nobody will find again.
So the files at the archive's paths must still be those that were opened. They are only asked for, never opened:
closing a second handle on a database would let go of the locks on it.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import apsw

from counteroffer.archive.faults import GONE, MOVED
from counteroffer.archive.file import states
from counteroffer.archive.file.connection import leave_log_on_close
from counteroffer.archive.file.folder import Folder
from counteroffer.archive.file.lock import FolderLock
from counteroffer.archive.file.record import Record
from counteroffer.domain.errors import Fault

_Identity = tuple[int, int]


class Watch:
    """Over the files of one open archive. Used on the archive's thread alone."""

    def __init__(self, folder: Folder, lock: FolderLock, record: Record) -> None:
        self._folder = folder
        self._lock = lock
        self._record = record
        self._held: dict[Path, _Identity] = {}

    def hold(self) -> None:
        """The files that are there now are the archive's own."""
        self._held = {path: found for path in self._paths() if (found := _identity(path)) is not None}

    def acknowledge(self, db: apsw.Connection, now: datetime) -> None:
        """What was just committed is where it will be found again; write down how far the archive was saved.

        Raises Fault, in a plain sentence, if that is not so.
        """
        if self._moved():
            raise Fault(MOVED if self._folder.path.is_dir() else GONE)
        self._note(states.count(db), now)

    def forget_states(self) -> None:
        """To be called before an older database takes the archive's place: that it knows of fewer states is meant."""
        self._record = replace(self._record, states=0, saved=None)
        self._lock.write_through(self._record.content())

    def close(self, db: apsw.Connection) -> None:
        """Close the connection, and write down that this was done. A log that is not ours stays where it is."""
        if self._moved():
            # Closing moves the log into the database and then deletes it by its name, whoever's it is by now.
            with contextlib.suppress(apsw.Error):
                db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_FULL)
            leave_log_on_close(db, True)
        db.close()
        self._lock.write_through(replace(self._record, closed=True).content())

    def _note(self, number: int, now: datetime) -> None:
        if number != self._record.states:
            self._record = replace(self._record, states=number, saved=now)
            self._lock.write(self._record.content())

    def _moved(self) -> bool:
        return any(_identity(path) != held for path, held in self._held.items())

    def _paths(self) -> tuple[Path, Path]:
        return self._folder.database, self._folder.log


def _identity(path: Path) -> _Identity | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
