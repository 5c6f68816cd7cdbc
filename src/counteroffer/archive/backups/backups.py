"""Backups as the rest of the app knows them."""

from __future__ import annotations

import contextlib
from concurrent.futures import Future
from datetime import datetime, timedelta
from pathlib import Path

import apsw

from counteroffer.archive.backups import places, restoring, verifying
from counteroffer.archive.backups.backup_files import BackupFile
from counteroffer.archive.backups.copying import remove_copy
from counteroffer.archive.backups.making import Made, Source, is_due, making, making_in
from counteroffer.archive.backups.sliced import Sliced, Steps, at_once
from counteroffer.archive.file import settings
from counteroffer.archive.work import Work
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_
from counteroffer.editing.ports import Backup, BackupState, Restoring

DUE_AFTER = timedelta(hours=1)
"""So long after the last one a backup is due, if anything has changed."""

AGAIN_AFTER = timedelta(minutes=10)
"""So long after a failure it is tried again."""

ROUTINE = "routine"
BY_HAND = "by hand"
_BEFORE_RESTORE = "before a restore"
_TROUBLE = "backup trouble"
_NO_SUCH_BACKUP = N_("There is no such backup. Nothing was changed. Choose one from the list.")


class LocalBackups:
    """The Backups of an open archive."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._sliced = Sliced(work)
        self._failed: datetime | None = None
        self._trouble = ""
        with contextlib.suppress(OSError):
            remove_copy(restoring.scratch_in(work.folder))

    def state(self) -> Future[BackupState]:
        """Where backups go and how the last one went."""
        return self._work.do(self._state)

    def listed(self) -> Future[tuple[Backup, ...]]:
        """All backups that are there, the newest first: those in the chosen place, and those in the usual one."""
        return self._work.do(lambda: tuple(file.backup for file in self._files() if file.good))

    def make(self, occasion: str = BY_HAND) -> Future[Backup]:
        """Make one now, checked; the one before if nothing has changed since. Fault if it cannot be made."""
        return self._sliced.start(self._making(occasion))

    def make_if_due(self) -> Future[Backup | None]:
        """Make one if the archive has changed and the last is old enough; None too if it cannot be made.

        Why not, `state` tells; it is tried again at a later call.
        """
        return self._sliced.start(self._making_if_due())

    def make_in(self, place: Path) -> Future[Backup]:
        """Make one in this folder, this once; to carry it elsewhere. Fault if it cannot be made."""
        return self._sliced.start(self._making_in(place))

    def set_place(self, place: str) -> Future[BackupState]:
        """Put backups into another folder from now on; the empty text is the usual one. BadInput if it cannot be
        written to. Those made so far stay where they are."""
        return self._work.do(lambda: self._set_place(place))

    def compare(self, name: str, secret: str = "") -> Future[Restoring]:
        """What putting this backup back would change. NeedsSecret or WrongSecret, both BadInput, if it needs another
        secret than the archive's."""
        return self._work.do(lambda: restoring.compare(self._work, self._path(name), secret))

    def restore(self, name: str, secret: str = "") -> Future[Restoring]:
        """Back up the archive as it is, then put this backup in its place. What was changed."""
        return self._work.do(lambda: restoring.restore(self._work, self._path(name), secret, self._before_restore))

    def compare_file(self, file: Path, secret: str = "") -> Future[Restoring]:
        """The same for a backup that lies anywhere."""
        return self._work.do(lambda: restoring.compare(self._work, file, secret))

    def restore_file(self, file: Path, secret: str = "") -> Future[Restoring]:
        """The same for a backup that lies anywhere."""
        return self._work.do(lambda: restoring.restore(self._work, file, secret, self._before_restore))

    def verify(self) -> Future[tuple[str, ...]]:
        """Check every page, every kept state and every backup; a sentence for each trouble, none if all is well."""
        return self._sliced.start(self._verifying())

    def check_if_due(self) -> Future[tuple[str, ...]]:
        """Once a week, check the archive's structure and seals; a sentence if it is damaged. For an idle moment."""
        return self._sliced.start(self._checking_if_due())

    def make_now(self, occasion: str) -> Backup:
        """Make one without a pause. Only on the archive's thread, before the connection is exchanged: long work that
        is under way is finished first. Raises Fault if it cannot be made."""
        self.finish()
        return at_once(self._making(occasion))

    def finish(self) -> None:
        """Finish long work that is under way. Only on the archive's thread, before the connection is closed."""
        self._sliced.finish_all()

    def open_ones(self) -> int:
        """How many backups open without a passphrase. Only on the archive's thread."""
        return len(self._open_files())

    def remove_open_ones(self) -> int:
        """Delete the backups that open without a passphrase; how many they were. Only on the archive's thread.

        The caller has made one with the passphrase before.
        """
        files = self._open_files()
        for file in files:
            file.path.unlink()
        return len(files)

    def _making(self, occasion: str) -> Steps[Backup]:
        try:
            made = yield from making(self._source(), self._work.now(), occasion)
        except Fault as fault:
            self._failed = self._work.now()
            self._remember(fault.sentence)
            raise
        self._note(made)
        return made.backup

    def _making_in(self, place: Path) -> Steps[Backup]:
        return (yield from making_in(place, self._source(), self._work.now(), BY_HAND))

    def _making_if_due(self) -> Steps[Backup | None]:
        now = self._work.now()
        if self._failed is not None and abs(now - self._failed) < AGAIN_AFTER:
            return None
        if not is_due(self._source(), now, DUE_AFTER):
            return None
        try:
            return (yield from self._making(ROUTINE))
        except Fault:
            return None

    def _note(self, made: Made) -> None:
        self._failed = self._work.now() if made.trouble else None
        self._remember(made.trouble)

    def _remember(self, trouble: str) -> None:
        self._trouble = trouble
        # On a full disk even this cannot be kept, and it matters less than the failure itself.
        with contextlib.suppress(apsw.Error):
            if settings.get(self._work.db, _TROUBLE) != trouble:
                settings.put(self._work.db, _TROUBLE, trouble)

    def _state(self) -> BackupState:
        files = [file for file in self._files() if file.good]
        place = places.chosen(self._work.folder, self._work.db)
        kept = settings.get(self._work.db, _TROUBLE)
        return BackupState(
            place=str(place),
            is_usual_place=place == self._work.folder.backups,
            count=len(files),
            last_good=files[0].backup.at if files else None,
            # The same words, but these can still be said in another language.
            trouble=self._trouble if self._trouble == kept else kept,
        )

    def _set_place(self, place: str) -> BackupState:
        places.choose(self._work.folder, self._work.db, place)
        self._failed = None
        self._remember("")
        return self._state()

    def _verifying(self) -> Steps[tuple[str, ...]]:
        return (yield from verifying.verifying(self._source()))

    def _checking_if_due(self) -> Steps[tuple[str, ...]]:
        now = self._work.now()
        if not verifying.is_check_due(self._work.db, now):
            return ()
        return (yield from verifying.quick_checking(self._work.db, now))

    def _before_restore(self) -> None:
        self.make_now(_BEFORE_RESTORE)

    def _source(self) -> Source:
        return Source(self._work.folder, self._work.db, self._work.key)

    def _files(self) -> list[BackupFile]:
        folder, db = self._work.folder, self._work.db
        archive = places.archive_id(db)
        both = dict.fromkeys((places.chosen(folder, db), folder.backups))
        found = {file.path.name: file for place in reversed(both) for file in places.own(place, folder, archive)}
        return [found[name] for name in sorted(found, reverse=True)]

    def _open_files(self) -> list[BackupFile]:
        return [file for file in self._files() if file.good and not file.backup.protected]

    def _path(self, name: str) -> Path:
        for file in self._files():
            if file.path.name == name:
                return file.path
        raise BadInput(_NO_SUCH_BACKUP)
