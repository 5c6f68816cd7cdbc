"""The archive as the rest of the app knows it: every call returns at once, with a future."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import apsw

from counteroffer.archive import attachments, creation, formats, portable, revisions, summaries
from counteroffer.archive.faults import plainly
from counteroffer.archive.folder import Folder, has_archive, keep_private, prepare
from counteroffer.archive.keys import PUBLISHED_KEY
from counteroffer.archive.lock import FolderLock, acquire
from counteroffer.archive.opening import open_existing
from counteroffer.archive.times import Clock, utc_now
from counteroffer.archive.worker import Worker
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook, to_plain
from counteroffer.editing.ports import Revision, Saved, Summary

T = TypeVar("T")

TAKEN = "This workbook is already in the archive. Nothing was changed."


def open_archive(folder: Path, now: Clock = utc_now) -> LocalArchive:
    """The archive in this folder; the first time, a new one. `now` gives aware times.

    Raises Fault, in a plain sentence and with every byte left as it was: already open, folder not writable, file
    empty, missing, damaged, not an archive, or made by a newer version.
    """
    place = prepare(folder)
    with plainly(place.not_opened), contextlib.ExitStack() as undo:
        lock = acquire(place)
        undo.callback(lock.release)
        keep_private(place.lock)
        if not has_archive(place, lock.recorded()):
            creation.create(place, PUBLISHED_KEY)
        db = open_existing(place, PUBLISHED_KEY)
        undo.callback(db.close)
        creation.record(lock, now())
        attachments.let_go_unused(db)
        undo.pop_all()
    return LocalArchive(place, lock, db, now)


class LocalArchive:
    """An open archive. It is closed once, by `close` or at the end of a `with` block."""

    def __init__(self, folder: Folder, lock: FolderLock, db: apsw.Connection, now: Clock) -> None:
        self.folder = folder
        self._lock = lock
        self._db = db
        self._now = now
        self._worker = Worker()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def save(self, workbook: Workbook, label: str = "") -> Future[Saved]:
        """Keep this state as a revision with a label; a state that is kept already makes none. Done once committed.

        A workbook that is not in the archive, or not any more, is put there: nothing that is saved is lost.
        """
        return self._do(lambda: revisions.keep(self._db, workbook, label, self._now()))

    def add(self, workbook: Workbook) -> Future[Saved]:
        """Keep a workbook that is not there yet; BadInput if its id is taken."""
        return self._do(partial(self._add, workbook))

    def summaries(self) -> Future[tuple[Summary, ...]]:
        """All workbooks, the last changed first."""
        return self._do(lambda: summaries.listed(self._db))

    def load(self, workbook_id: str) -> Future[Workbook]:
        """The newest state; BadInput if there is no such workbook, Fault if it is damaged."""
        return self._do(lambda: revisions.read(self._db, workbook_id))

    def remove(self, workbook_id: str) -> Future[None]:
        """Delete a workbook, all its revisions and the files that only it names, for good."""
        return self._do(partial(self._remove, workbook_id))

    def revisions(self, workbook_id: str) -> Future[tuple[Revision, ...]]:
        """The kept states of a workbook, the newest first."""
        return self._do(lambda: revisions.listed(self._db, workbook_id))

    def load_revision(self, workbook_id: str, number: int) -> Future[Workbook]:
        """One kept state of a workbook; BadInput if it is not kept, Fault if it is damaged."""
        return self._do(lambda: revisions.read(self._db, workbook_id, number))

    def attach(self, content: bytes) -> Future[str]:
        """Keep a file of at most 10 MB; returns the SHA-256 by which a workbook names it.

        A file that no kept state of any workbook names is let go when the archive is opened the next time.
        """
        return self._do(lambda: attachments.put(self._db, content))

    def attached(self, sha256: str) -> Future[bytes]:
        """The bytes of an attached file; BadInput if it is not there, Fault if it is damaged."""
        return self._do(lambda: attachments.get(self._db, sha256))

    def import_portable(self, content: bytes) -> Future[Saved]:
        """Take in a portable file, under its own id. BadInput names the cause if it cannot be read or is there
        already with other content; with the same content it counts as taken in."""
        return self._do(partial(self._import, content))

    def export_portable(self, workbook_id: str) -> Future[bytes]:
        """A workbook's newest state and the files it names, as a portable file of at most 64 MB."""
        return self._do(partial(self._export, workbook_id))

    def close(self) -> None:
        """Finish everything that was asked for, close the file, let go of the lock. A second call does nothing."""
        if self._closed:
            return
        self._closed = True
        finished = self._do(self._finish)
        self._worker.close()
        finished.result()

    def _do(self, task: Callable[[], T]) -> Future[T]:
        return self._worker.submit(task)

    def _add(self, workbook: Workbook) -> Saved:
        if revisions.newest(self._db, workbook.id) is not None:
            raise BadInput(TAKEN)
        return revisions.keep(self._db, workbook, "Added", self._now())

    def _import(self, content: bytes) -> Saved:
        brought = portable.read(content)
        there = revisions.newest(self._db, brought.workbook.id)
        if there is not None and revisions.read(self._db, brought.workbook.id) != brought.workbook:
            raise BadInput(
                "This workbook is already in the archive, with other content. Nothing was changed. "
                "To take in the one from the file, remove the one in the archive first."
            )
        return revisions.keep(self._db, brought.workbook, "Imported", self._now(), brought.files)

    def _export(self, workbook_id: str) -> bytes:
        workbook = revisions.read(self._db, workbook_id)
        sizes = attachments.sizes(self._db, formats.named_files(to_plain(workbook)))
        # Base64 makes four bytes of three; asked before any is read.
        portable.refuse_too_large_to_write(sum(sizes.values()) * 4 // 3)
        return portable.write(workbook, {name: attachments.get(self._db, name) for name in sizes})

    def _remove(self, workbook_id: str) -> None:
        revisions.remove(self._db, workbook_id)
        # It is gone already; this also takes its last traces out of the log, and may wait if it cannot be done now.
        with contextlib.suppress(apsw.Error):
            self._db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)

    def _finish(self) -> None:
        try:
            self._db.close()
        finally:
            self._lock.release()
