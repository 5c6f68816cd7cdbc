"""Taking in what a file brings: all of it in one transaction, and never silently over what is there already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import apsw

from counteroffer.archive.carrying import boxes, portable, sealed_files
from counteroffer.archive.carrying.boxes import Box, Marks
from counteroffer.archive.carrying.portable import Portable
from counteroffer.archive.file.connection import transaction
from counteroffer.archive.keeping import attachments, formats, revisions, summaries
from counteroffer.archive.times import to_micros
from counteroffer.domain.base import new_id, revise
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.workbook import Workbook, to_plain
from counteroffer.editing.ports import Conflict, Incoming, Saved, Summary, TakenIn
from counteroffer.editing.ports.carrying import LARGEST_FILE

_LABEL = "Imported"


class Load(Protocol):
    """What a file brings, whatever its form."""

    @property
    def files(self) -> frozenset[str]:
        """The fingerprints of the attached files in it."""

    def workbooks(self) -> Iterator[tuple[Marks, Portable]]:
        """Each workbook."""

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Each attached file, by its fingerprint."""


@dataclass(frozen=True)
class Single:
    """A portable file as a load of one workbook."""

    brought: Portable

    @property
    def files(self) -> frozenset[str]:
        """The fingerprints of the attached files in it."""
        return frozenset(self.brought.files)

    def workbooks(self) -> Iterator[tuple[Marks, Portable]]:
        """The one workbook, without marks."""
        yield Marks(self.brought.workbook.id), self.brought

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Each attached file, by its fingerprint."""
        yield from self.brought.files.items()


def load(content: bytes, passphrase: str) -> Load:
    """What a file brings, in the open or the encrypted form. Raises BadInput that names the cause if it is refused."""
    if len(content) > LARGEST_FILE:
        raise BadInput("This file is larger than 512 MB, which no file of workbooks is. Nothing was changed.")
    if sealed_files.is_sealed(content):
        content = sealed_files.unseal(content, passphrase)
    return Box(content) if boxes.is_box(content) else Single(portable.read(content))


def look_into(db: apsw.Connection, brought: Load) -> tuple[Incoming, ...]:
    """What would come in, set against what is there. Everything is read once, so a damaged part is told now."""
    for _ in brought.contents():
        pass
    there = {summary.id: summary for summary in summaries.listed(db)}
    return tuple(_incoming(db, one, brought.files, there) for _, one in brought.workbooks())


def take_in(db: apsw.Connection, brought: Load, conflict: Conflict, now: datetime) -> tuple[TakenIn, ...]:
    """Take in everything, or nothing of it if a part is refused."""
    with transaction(db):
        there = {summary.id: summary for summary in summaries.listed(db)}
        new_files = brought.files - attachments.sizes(db, brought.files).keys()
        for name, content in brought.contents():
            attachments.put_all(db, {name: content})
        intake = _Intake(db, conflict, now)
        taken = []
        for marks, one in brought.workbooks():
            incoming = _incoming(db, one, brought.files, there)
            taken.append(TakenIn(incoming, intake.take(incoming, one, marks)))
        attachments.let_go(db, new_files)
    return tuple(taken)


def _incoming(db: apsw.Connection, one: Portable, files: frozenset[str], there: dict[str, Summary]) -> Incoming:
    workbook = one.workbook
    summary = there.get(workbook.id)
    return Incoming(
        id=workbook.id,
        title=workbook.title,
        employer=workbook.situation.employer,
        changed=one.changed,
        files=len(formats.named_files(to_plain(workbook)) & files),
        there=summary,
        same=summary is not None and _is_same(db, workbook),
    )


def _is_same(db: apsw.Connection, workbook: Workbook) -> bool:
    try:
        return revisions.read(db, workbook.id) == workbook
    except Fault:
        # What is there is damaged; a whole one from a file is not the same.
        return False


@dataclass(frozen=True)
class _Intake:
    """One file being taken in, as the person chose. `renamed` says which ids in it have become others."""

    db: apsw.Connection
    conflict: Conflict
    now: datetime
    renamed: dict[str, str] = field(default_factory=dict)

    def take(self, incoming: Incoming, one: Portable, marks: Marks) -> Saved | None:
        """Take in one workbook; None if the archive's own is kept instead."""
        workbook, there = one.workbook, incoming.there
        if there is None:
            return self._add(workbook, one.changed, marks)
        if incoming.same:
            self._take_out_of_bin(marks)
            return Saved(there.id, there.revision, there.changed)
        match self.conflict:
            case Conflict.REFUSE:
                raise BadInput(
                    "This workbook is already in the archive, with other content. Nothing was changed. "
                    "Choose whether to keep both, to replace the one in the archive, or to take the newer one."
                )
            case Conflict.KEEP_BOTH:
                self.renamed[workbook.id] = new_id()
                return self._add(revise(workbook, id=self.renamed[workbook.id]), one.changed, marks)
            case Conflict.NEWER if not _is_newer(one, there):
                return None
        self._take_out_of_bin(marks)
        return revisions.put(self.db, workbook, _LABEL, self.now)

    def _add(self, workbook: Workbook, changed: datetime | None, marks: Marks) -> Saved:
        """A workbook that is new here. It was last changed when its file says: many that come in keep their order."""
        if workbook.taken_from in self.renamed:
            workbook = revise(workbook, taken_from=self.renamed[workbook.taken_from])
        at = self.now if changed is None else min(changed, self.now)
        saved = revisions.put(self.db, workbook, _LABEL, at)
        binned = None if marks.binned is None else to_micros(marks.binned)
        self.db.execute(
            "UPDATE workbook SET archived = ?, binned = ? WHERE id = ?", (marks.archived, binned, workbook.id)
        )
        return saved

    def _take_out_of_bin(self, marks: Marks) -> None:
        """Who takes in a workbook wants to see it, even if it is in the bin here; unless the file says it is, too."""
        if marks.binned is None:
            self.db.execute("UPDATE workbook SET binned = NULL WHERE id = ?", (marks.id,))


def _is_newer(one: Portable, there: Summary) -> bool:
    if one.changed is None:
        raise BadInput(
            "This file does not say when its workbook was last changed, so nobody can tell which is newer. "
            "Nothing was changed. Choose to keep both, or to replace the one in the archive."
        )
    return one.changed > there.changed
