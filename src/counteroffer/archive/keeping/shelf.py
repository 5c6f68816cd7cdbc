"""What is done with whole workbooks: put away, thrown out, made a second time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

import apsw

from counteroffer.archive.file.connection import transaction
from counteroffer.archive.finding import index
from counteroffer.archive.keeping import binned, revisions
from counteroffer.archive.keeping.gathering import Gathering
from counteroffer.archive.times import to_micros
from counteroffer.archive.work import Work
from counteroffer.domain.base import new_id, revise
from counteroffer.domain.errors import BadInput
from counteroffer.domain.words import N_
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Gathered, Saved

T = TypeVar("T")

PUT_AWAY = N_(
    "This workbook is put away and can only be read, so the change was not kept. Everything saved before is untouched. "
    "Reopen the workbook in the archive, then try again."
)


def refuse_if_put_away(db: apsw.Connection, workbook_id: str) -> None:
    """Raises BadInput for a workbook that is read-only until it is reopened."""
    if db.execute("SELECT 1 FROM workbook WHERE id = ? AND archived", (workbook_id,)).fetchone():
        raise BadInput(PUT_AWAY)


class LocalShelf:
    """The Shelf of an open archive."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._gathering = Gathering(work)

    def put_away(self, workbook_id: str) -> Future[None]:
        """Make a workbook read-only until it is reopened."""
        return self._work.do(lambda: self._mark(workbook_id, "archived = 1"))

    def reopen(self, workbook_id: str) -> Future[None]:
        """Let it be edited again."""
        return self._work.do(lambda: self._mark(workbook_id, "archived = 0"))

    def to_bin(self, workbook_id: str) -> Future[None]:
        """Put a workbook into the bin; one that is in there already stays as long as it would have."""
        return self._work.do(lambda: self._to_bin(workbook_id))

    def from_bin(self, workbook_id: str) -> Future[None]:
        """Take it back out of the bin."""
        return self._work.do(lambda: self._mark(workbook_id, "binned = NULL"))

    def opened(self, workbook_id: str) -> Future[bool]:
        """Note that a workbook has just been opened; whether it is put away."""
        return self._work.do(lambda: self._opened(workbook_id))

    def remove(self, workbook_id: str) -> Future[None]:
        """Delete a workbook, all its states and the files that only it names, for good."""
        return self._work.do(lambda: self._remove_one(workbook_id))

    def empty_bin(self) -> Future[int]:
        """Delete for good all that is in the bin; how many they were."""
        return self._work.do(lambda: self._remove(binned.everything(self._work.db)))

    def let_old_go(self) -> Future[int]:
        """Delete for good what has been in the bin for 30 days; how many they were. Once, after opening."""
        return self._work.do(lambda: self._remove(binned.grow_older(self._work.db, self._work.now())))

    def duplicate(self, workbook_id: str, title: str) -> Future[Saved]:
        """A second workbook with the same content, an id of its own and this title. Files are shared, not copied."""
        return self._work.do(lambda: self._duplicate(workbook_id, title))

    def retag(self, workbook_id: str, tags: tuple[str, ...]) -> Future[Saved]:
        """Give a workbook these tags; one that is put away too, because tags are for finding it there."""
        return self._work.do(lambda: self._retag(workbook_id, tags))

    def gather(self, find_out: Callable[[Workbook], T]) -> Future[Gathered[T]]:
        """What this says about each workbook whose negotiation is over, the bin left out, the oldest first."""
        return self._gathering.gather(find_out)

    def _mark(self, workbook_id: str, change: str, *values: int) -> None:
        with transaction(self._work.db):
            self._work.db.execute(f"UPDATE workbook SET {change} WHERE id = ?", (*values, workbook_id))  # noqa: S608
            if self._work.db.changes() == 0:
                raise revisions.no_such_workbook()

    def _opened(self, workbook_id: str) -> bool:
        self._mark(workbook_id, "opened = ?", to_micros(self._work.now()))
        row = self._work.db.execute("SELECT archived FROM workbook WHERE id = ?", (workbook_id,)).fetchone()
        return bool(row and row[0])

    def _to_bin(self, workbook_id: str) -> None:
        if not binned.put(self._work.db, workbook_id, self._work.now()):
            raise revisions.no_such_workbook()

    def _duplicate(self, workbook_id: str, title: str) -> Saved:
        now = self._work.now()
        copy = revise(revisions.read(self._work.db, workbook_id), id=new_id(), title=title, created=now)
        return revisions.keep(self._work.db, copy, "Duplicated", now)

    def _retag(self, workbook_id: str, tags: tuple[str, ...]) -> Saved:
        tagged = revise(revisions.read(self._work.db, workbook_id), tags=tags)
        return revisions.keep(self._work.db, tagged, "Tags", self._work.now())

    def _remove_one(self, workbook_id: str) -> None:
        self._remove([workbook_id])

    def _remove(self, workbook_ids: Iterable[str]) -> int:
        gone = tuple(workbook_ids)
        for workbook_id in gone:
            index.soundly(self._work.db, partial(revisions.remove, self._work.db, workbook_id))
        if gone:
            # They are gone already; this also takes their last traces out of the index and the log, and may wait if
            # it cannot be done now.
            with contextlib.suppress(apsw.Error):
                index.forget_for_good(self._work.db)
                self._work.db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        return len(gone)
