"""Filling a new archive with what is whole in a damaged one, and then from a backup with what is missing.

A state is taken only if its fingerprint says that it is exactly what was once stored; so is a paper. The row of the
start page's list and the use of papers are made anew from the states where their own rows are lost.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import apsw

from counteroffer.archive.keeping import attachments, formats, summaries
from counteroffer.archive.keeping.snapshots import Snapshot, unpack
from counteroffer.archive.rescue.walking import DAMAGE, Row, Walk
from counteroffer.archive.times import from_micros
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.workbook import from_plain

_STATE = ("workbook", "number", "at", "label", "name", "format", "size", "sha256", "body")
_OF_ITS_FILE = "indexed"
"""The one column of the list that is about the file it stands in and not about the workbook."""

Wanted = Callable[[str, int], bool]
ListRow = dict[str, Any]


@dataclass
class Taken:
    """What came out of one source: its list's rows and the numbers of the states taken, by workbook. `list_gaps` and
    `state_gaps` say that something there could not be read or was not what was stored."""

    rows: dict[str, ListRow] = field(default_factory=dict)
    states: dict[str, set[int]] = field(default_factory=dict)
    list_gaps: bool = False
    state_gaps: bool = False

    def newest(self, workbook_id: str) -> int:
        """The number of the newest state that was taken; 0 for none."""
        return max(self.states.get(workbook_id, ()), default=0)

    def said_newest(self, workbook_id: str) -> int:
        """The number of the newest state according to the list; 0 if its row could not be read."""
        number = self.rows[workbook_id]["revision"] if workbook_id in self.rows else 0
        return number if isinstance(number, int) else 0

    def lacks(self, workbook_id: str, number: int) -> bool:
        """Whether this state should perhaps have been taken here. What is missing where there are no gaps was deleted,
        and stays so."""
        known = workbook_id in self.rows or self.list_gaps
        return self.state_gaps and known and number not in self.states.get(workbook_id, ())


NOTHING = Taken(list_gaps=True, state_gaps=True)
"""What comes out of a file that does not open."""


def take(new: apsw.Connection, source: apsw.Connection, wanted: Wanted) -> Taken:
    """Take every state that is wanted and whole, its papers, and the settings, within a transaction of the caller's."""
    taken = Taken()
    _take_list(source, taken)
    _take_states(new, source, wanted, taken)
    for fingerprint, content in Walk(source, "attachment", ("sha256", "content")):
        if isinstance(content, bytes) and sha256(content).hexdigest() == fingerprint:
            attachments.put_all(new, {str(fingerprint): content})
    if "setting" in _tables(source):
        for name, value in Walk(source, "setting", ("name", "value")):
            new.execute("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", (name, value))
    return taken


def make_list(new: apsw.Connection, sources: tuple[Taken, ...]) -> None:
    """A row in the list for each workbook of which there is a state, its own or else one made of its newest state.

    A newest state that cannot be read is left out, and the one before it taken for the newest.
    """
    for workbook_id in [str(one) for (one,) in new.execute("SELECT DISTINCT workbook FROM revision")]:
        rows = [source.rows[workbook_id] for source in sources if workbook_id in source.rows]
        newest = _newest(new, workbook_id)
        fitting = [row for row in rows if row["revision"] == newest]
        if fitting:
            _put_row(new, fitting[0])
        else:
            _make_row(new, workbook_id)
            if rows:
                _carry_place(new, rows[0])


def missing_papers(new: apsw.Connection) -> int:
    """How many papers are named by a state and are not there."""
    return int(
        new.execute(
            "SELECT count(DISTINCT sha256) FROM attachment_use WHERE sha256 NOT IN (SELECT sha256 FROM attachment)"
        ).get
    )


def _take_list(source: apsw.Connection, taken: Taken) -> None:
    columns = [column for column in _columns(source, "workbook") if column != _OF_ITS_FILE]
    walk = Walk(source, "workbook", columns)
    for values in walk:
        row = dict(zip(columns, values, strict=True))
        taken.rows[str(row["id"])] = row
    taken.list_gaps = walk.gaps


def _take_states(new: apsw.Connection, source: apsw.Connection, wanted: Wanted, taken: Taken) -> None:
    walk = Walk(source, "revision", _STATE)
    for row in walk:
        workbook_id, number = str(row[0]), row[1]
        twice = number in taken.states.get(workbook_id, ())
        if twice or not isinstance(number, int) or not wanted(workbook_id, number):
            continue
        files = _files_if_whole(row)
        if files is None:
            taken.state_gaps = True
            continue
        places = ", ".join("?" * len(_STATE))
        new.execute(f"INSERT INTO revision ({', '.join(_STATE)}) VALUES ({places})", row)  # noqa: S608 - names of ours
        attachments.note_use(new, workbook_id, number, files)
        taken.states.setdefault(workbook_id, set()).add(number)
    taken.state_gaps |= walk.gaps


def _files_if_whole(row: Row) -> frozenset[str] | None:
    """The papers a state names; None if the state is not what was stored."""
    size, fingerprint, body = row[-3:]
    if not (isinstance(size, int) and isinstance(fingerprint, str) and isinstance(body, bytes)):
        return None
    try:
        return formats.named_files(unpack(Snapshot(size, fingerprint, body)))
    except Fault:
        return None


def _put_row(new: apsw.Connection, row: ListRow) -> None:
    there = set(_columns(new, "workbook"))
    kept = {name: value for name, value in row.items() if name in there}
    new.execute(
        f"INSERT INTO workbook ({', '.join(kept)}) VALUES ({', '.join('?' * len(kept))})",  # noqa: S608 - names of ours
        tuple(kept.values()),
    )


def _make_row(new: apsw.Connection, workbook_id: str) -> None:
    rows: list[tuple[Any, ...]] = new.execute(
        "SELECT number, at, format, size, sha256, body FROM revision WHERE workbook = ? ORDER BY number DESC",
        (workbook_id,),
    ).fetchall()
    for number, at, version, *packed in rows:
        try:
            workbook = from_plain(formats.upgrade(unpack(Snapshot(*packed)), version))
        except (BadInput, Fault):
            # Exactly what was stored, but by a newer Counteroffer: the next older one may do for the list.
            continue
        summaries.put(new, workbook, number, from_micros(at))
        return


def _carry_place(new: apsw.Connection, row: ListRow) -> None:
    """Whether it was put away or in the bin, from a row that tells of another state."""
    kept = [name for name in ("archived", "binned", "aged") if name in row]
    if kept:
        changes = ", ".join(f"{name} = ?" for name in kept)
        values = (*(row[name] for name in kept), row["id"])
        new.execute(f"UPDATE workbook SET {changes} WHERE id = ?", values)  # noqa: S608 - names of ours


def _newest(new: apsw.Connection, workbook_id: str) -> int:
    return int(new.execute("SELECT max(number) FROM revision WHERE workbook = ?", (workbook_id,)).get)


def _columns(db: apsw.Connection, table: str) -> list[str]:
    return [name for (name,) in db.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def _tables(db: apsw.Connection) -> set[str]:
    try:
        return {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    except DAMAGE:
        return set()
