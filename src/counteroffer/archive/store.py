"""The archive as the rest of the app knows it: every call returns at once, with a future."""

from __future__ import annotations

import contextlib
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Self

import apsw

from counteroffer.archive.backups.backups import LocalBackups
from counteroffer.archive.backups.replacing import finish
from counteroffer.archive.carrying.carrying import LocalCarrying
from counteroffer.archive.faults import plainly
from counteroffer.archive.file import creation
from counteroffer.archive.file.connection import leave_log_on_close
from counteroffer.archive.file.folder import Folder, has_archive, keep_private, prepare
from counteroffer.archive.file.lock import acquire
from counteroffer.archive.file.noticing import look
from counteroffer.archive.file.opening import open_existing
from counteroffer.archive.finding.finding import LocalFinding
from counteroffer.archive.keeping import attachments, revisions, summaries
from counteroffer.archive.keeping.history import LocalHistory
from counteroffer.archive.keeping.shelf import LocalShelf, refuse_if_put_away
from counteroffer.archive.rescue.aside import copy_aside
from counteroffer.archive.sealing.keys import PUBLISHED_KEY
from counteroffer.archive.sealing.protection import LocalProtection
from counteroffer.archive.sealing.unlocking import open_with
from counteroffer.archive.sealing.wrapping import USUAL, Costs
from counteroffer.archive.times import Clock, utc_now
from counteroffer.archive.work import Work
from counteroffer.domain.errors import BadInput
from counteroffer.domain.words import N_
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Saved, Summary

TAKEN = N_("This workbook is already in the archive. Nothing was changed.")


def open_archive(folder: Path, now: Clock = utc_now, secret: str | None = None, costs: Costs = USUAL) -> LocalArchive:
    """The archive in this folder; the first time, a new one. `now` gives aware times, `secret` is its passphrase or
    recovery code, `costs` what deriving a key from another one is to cost.

    Raises Fault, in a plain sentence and with every byte left as it was: already open, folder not writable, file
    empty, missing, damaged, not an archive, or made by a newer version. Raises NeedsSecret if the archive has a
    passphrase and none is given or remembered, WrongSecret if it is another one.
    """
    place = prepare(folder)
    with plainly(place.not_opened), contextlib.ExitStack() as undo:
        lock = acquire(place)
        undo.callback(lock.release)
        keep_private(place.lock)
        finish(place)
        if not has_archive(place, lock.recorded()):
            creation.create(place, PUBLISHED_KEY)
        db, key = open_with(place, secret)
        undo.callback(db.close)
        noticed = look(place, lock, db, now)
        if noticed.log_lost:
            db = _reopened_beside_a_copy(place, db, key, now)
            undo.callback(db.close)
        if not noticed.lost:
            attachments.let_go_unused(db)
        lock.write_through(noticed.record.content())
        undo.pop_all()
    archive = LocalArchive(Work(place, lock, db, key, noticed, costs))
    if not noticed.lost:
        archive.shelf.let_old_go()
    return archive


def _reopened_beside_a_copy(place: Folder, db: apsw.Connection, key: bytes, now: Clock) -> apsw.Connection:
    """What the log still holds beyond the damage is kept for those who may be able to read it."""
    leave_log_on_close(db, True)
    db.close()
    copy_aside(place, now())
    return open_existing(place, key)


class LocalArchive:
    """An open archive. It is closed once, by `close` or at the end of a `with` block."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._closed = False
        self.backups = LocalBackups(work)
        self.protection = LocalProtection(work, self.backups)
        self.history = LocalHistory(work)
        self.finding = LocalFinding(work)
        self.shelf = LocalShelf(work)
        self.carrying = LocalCarrying(work)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def folder(self) -> Folder:
        """Where the archive is."""
        return self._work.folder

    @property
    def sealed(self) -> bool:
        """Whether the archive has a passphrase, so that it can be locked."""
        return self._work.key != PUBLISHED_KEY

    @property
    def notices(self) -> tuple[str, ...]:
        """A sentence for each thing that was noticed at opening and that the person should know."""
        return self._work.notices

    def save(self, workbook: Workbook, label: str = "") -> Future[Saved]:
        """Keep this state as a revision with a label; a state that is kept already makes none. Done once committed.

        A workbook that is not in the archive, or not any more, is put there: nothing that is saved is lost. BadInput
        if it is put away.
        """
        return self._work.do(lambda: self._save(workbook, label), keeps=True)

    def add(self, workbook: Workbook) -> Future[Saved]:
        """Keep a workbook that is not there yet; BadInput if its id is taken."""
        return self._work.do(lambda: self._add(workbook))

    def summaries(self) -> Future[tuple[Summary, ...]]:
        """All workbooks, those in the bin too, the last changed first."""
        return self._work.do(lambda: summaries.listed(self._work.db))

    def load(self, workbook_id: str) -> Future[Workbook]:
        """The newest state; BadInput if there is no such workbook, Fault if it is damaged."""
        return self._work.do(lambda: revisions.read(self._work.db, workbook_id))

    def attach(self, content: bytes) -> Future[str]:
        """Keep a file of at most 10 MB; returns the SHA-256 by which a workbook names it.

        A file that no kept state of any workbook names is let go when the archive is opened the next time.
        """
        return self._work.do(lambda: attachments.put(self._work.db, content), keeps=True)

    def attached(self, sha256: str) -> Future[bytes]:
        """The bytes of an attached file; BadInput if it is not there, Fault if it is damaged."""
        return self._work.do(lambda: attachments.get(self._work.db, sha256))

    def close(self) -> None:
        """Finish everything that was asked for, close the file, let go of the lock. A second call does nothing."""
        if self._closed:
            return
        self._closed = True
        self._work.do(self.backups.finish)
        self._work.end()

    def _save(self, workbook: Workbook, label: str) -> Saved:
        refuse_if_put_away(self._work.db, workbook.id)
        return revisions.keep(self._work.db, workbook, label, self._work.now())

    def _add(self, workbook: Workbook) -> Saved:
        if revisions.newest(self._work.db, workbook.id) is not None:
            raise BadInput(TAKEN)
        return revisions.keep(self._work.db, workbook, "Added", self._work.now())
