"""What every part of the open archive works with: the folder, the connection, the clock and the one thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

import apsw

from counteroffer.archive.file.folder import Folder
from counteroffer.archive.file.lock import FolderLock
from counteroffer.archive.file.noticing import Noticed
from counteroffer.archive.file.watch import Watch
from counteroffer.archive.sealing.wrapping import USUAL, Costs
from counteroffer.archive.worker import Worker

T = TypeVar("T")


class Work:
    """Shared by the parts of one open archive. `costs` are those of sealing with a passphrase.

    `db`, `key` and what else changes with the file are touched only by tasks on the thread: sealing the archive anew
    and restoring a backup put another connection in their place.
    """

    def __init__(
        self,
        folder: Folder,
        lock: FolderLock,
        db: apsw.Connection,
        key: bytes,
        noticed: Noticed,
        costs: Costs = USUAL,
    ) -> None:
        self.folder = folder
        self.key = key
        self.now = noticed.clock
        self.costs = costs
        self.notices = noticed.notices
        self.watch = Watch(folder, lock, noticed.record)
        self.db = db
        self._lock = lock
        self._worker = Worker()

    @property
    def db(self) -> apsw.Connection:
        """The connection. The files that are there when another is put in its place are the archive's from then on."""
        return self._db

    @db.setter
    def db(self, db: apsw.Connection) -> None:
        self._db = db
        self.watch.hold()

    def do(self, task: Callable[[], T], *, keeps: bool = False) -> Future[T]:
        """Ask for something to be done on the thread, after all that was asked for before.

        What it wrote is acknowledged only if the archive's files are still where they were. `keeps` says that it is
        to be kept even if it writes nothing: then it is there already, perhaps in a file that is not there any more.
        """
        return self._worker.submit(lambda: self._acknowledged(task, keeps))

    def end(self) -> None:
        """Finish everything that was asked for, take nothing more, close the file and let go of the lock."""
        closed = self._worker.submit(self._finish)
        self._worker.close()
        closed.result()

    def _acknowledged(self, task: Callable[[], T], keeps: bool) -> T:
        before, changes = self._db, self._db.total_changes()
        result = task()
        if keeps or self._db is not before or self._db.total_changes() != changes:
            self.watch.acknowledge(self._db, self.now.latest)
        return result

    def _finish(self) -> None:
        try:
            self.watch.close(self._db)
        finally:
            # The engine wipes its own copy of the key. Ours is let go of; Python cannot promise to overwrite it.
            self.key = b""
            self._lock.release()
