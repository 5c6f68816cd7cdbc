"""The kept states of a workbook: each one whole, each one with the fingerprint it is checked against when read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import apsw

from counteroffer.archive.file import states
from counteroffer.archive.file.connection import transaction
from counteroffer.archive.keeping import attachments, formats, summaries
from counteroffer.archive.keeping.retention import Kept, to_drop
from counteroffer.archive.keeping.snapshots import DAMAGED_STATE, Snapshot, pack, unpack
from counteroffer.archive.times import from_micros, to_micros
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.workbook import FORMAT_VERSION, Workbook, from_plain, to_plain
from counteroffer.editing.ports import Revision, Saved

LONGEST_LABEL = 300
"""Characters of a state's label that are kept."""


@dataclass(frozen=True)
class Newest:
    """What is known of a workbook's newest state without reading it."""

    number: int
    at: datetime
    sha256: str


def newest(db: apsw.Connection, workbook_id: str) -> Newest | None:
    """The newest state of a workbook, or None if there is no such workbook."""
    row = db.execute(
        "SELECT number, at, sha256 FROM revision JOIN workbook ON workbook.id = revision.workbook"
        " AND workbook.revision = revision.number WHERE workbook.id = ?",
        (workbook_id,),
    ).fetchone()
    return None if row is None else Newest(row[0], from_micros(row[1]), row[2])


def keep(db: apsw.Connection, workbook: Workbook, label: str, now: datetime) -> Saved:
    """Keep this state and its row in the list, in one transaction. A state that is kept already is not."""
    with transaction(db):
        return put(db, workbook, label, now)


def put(db: apsw.Connection, workbook: Workbook, label: str, now: datetime) -> Saved:
    """The same within a transaction of the caller's."""
    plain = to_plain(workbook)
    snapshot = pack(plain)
    last = newest(db, workbook.id)
    if last is not None and last.sha256 == snapshot.sha256:
        return Saved(workbook.id, last.number, last.at)
    number = 1 if last is None else last.number + 1
    summaries.put(db, workbook, number, now)
    _insert(db, workbook.id, number, now, label, snapshot)
    states.count_one(db)
    attachments.note_use(db, workbook.id, number, formats.named_files(plain))
    _thin_out(db, workbook.id)
    return Saved(workbook.id, number, from_micros(to_micros(now)))


def read(db: apsw.Connection, workbook_id: str, number: int | None = None) -> Workbook:
    """A kept state, the newest if no number is given.

    Raises BadInput if there is no such one, Fault if it is damaged or was made by a newer Counteroffer.
    """
    if number is None:
        last = newest(db, workbook_id)
        if last is None:
            raise no_such_workbook()
        number = last.number
    row = db.execute(
        "SELECT format, size, sha256, body FROM revision WHERE workbook = ? AND number = ?", (workbook_id, number)
    ).fetchone()
    if row is None:
        raise no_such_state()
    version, size, fingerprint, body = row
    if formats.is_newer(version):
        raise Fault(
            "This workbook was saved by a newer version of Counteroffer; nothing was changed. "
            "Install the newer version to open it."
        )
    plain = unpack(Snapshot(size, fingerprint, bytes(body)))
    try:
        return from_plain(formats.upgrade(plain, version))
    except BadInput as error:
        # What was kept was valid when it was kept, so the trouble is not with what somebody typed.
        raise Fault(DAMAGED_STATE) from error


def listed(db: apsw.Connection, workbook_id: str) -> tuple[Revision, ...]:
    """The kept states of a workbook, the newest first. Raises BadInput if there is no such workbook."""
    rows = db.execute(
        "SELECT number, at, label, coalesce(name, '') FROM revision WHERE workbook = ? ORDER BY number DESC",
        (workbook_id,),
    )
    found = tuple(Revision(workbook_id, number, from_micros(at), label, name) for number, at, label, name in rows)
    if not found:
        raise no_such_workbook()
    return found


def name(db: apsw.Connection, workbook_id: str, number: int, given: str) -> None:
    """Give a kept state a name, so that it is never thinned out; the empty text takes it away.

    Raises BadInput if there is no such state.
    """
    with transaction(db):
        db.execute(
            "UPDATE revision SET name = ? WHERE workbook = ? AND number = ?", (given or None, workbook_id, number)
        )
        if db.changes() == 0:
            raise no_such_state()


def remove(db: apsw.Connection, workbook_id: str) -> None:
    """Delete a workbook, all its states, and the files that only it names. Raises BadInput if it is not there."""
    with transaction(db):
        files = attachments.used(db, workbook_id)
        db.execute("DELETE FROM workbook WHERE id = ?", (workbook_id,))
        if db.changes() == 0:
            raise no_such_workbook()
        attachments.let_go(db, files)


def no_such_workbook() -> BadInput:
    """What a person is told who asks for a workbook that is not there."""
    return BadInput("There is no workbook with this id in the archive.")


def no_such_state() -> BadInput:
    """What a person is told who asks for a state that is not kept, or not any more."""
    return BadInput("There is no such saved state of this workbook in the archive; it may have been thinned out.")


def _insert(db: apsw.Connection, workbook_id: str, number: int, now: datetime, label: str, snapshot: Snapshot) -> None:
    db.execute(
        "INSERT INTO revision (workbook, number, at, label, format, size, sha256, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            workbook_id,
            number,
            to_micros(now),
            label[:LONGEST_LABEL],
            FORMAT_VERSION,
            snapshot.size,
            snapshot.sha256,
            snapshot.body,
        ),
    )


def _thin_out(db: apsw.Connection, workbook_id: str) -> None:
    rows = db.execute("SELECT number, at, name IS NOT NULL FROM revision WHERE workbook = ?", (workbook_id,))
    states = [Kept(number, from_micros(at), bool(named)) for number, at, named in rows]
    db.executemany(
        "DELETE FROM revision WHERE workbook = ? AND number = ?",
        [(workbook_id, number) for number in sorted(to_drop(states))],
    )
