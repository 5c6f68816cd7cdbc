"""Keeping the index of words in step with the workbooks.

Saving only marks a workbook as not indexed, by its new number; it is read in at an idle moment or before the next
search. So a save takes no longer than before, and what brought a state into the archive (a save, an import, a backup,
a rescue) need not know of the index. A workbook that is deleted leaves the index in the same transaction.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import apsw

from counteroffer.archive.file import schema
from counteroffer.archive.file.connection import transaction
from counteroffer.archive.finding import passages
from counteroffer.archive.keeping import revisions
from counteroffer.domain.anatomy import texts
from counteroffer.domain.edits import Path
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.folding import fold, words

T = TypeVar("T")


def soundly(db: apsw.Connection, task: Callable[[], T]) -> T:
    """Do what writes to the index; should that be damaged, make it anew and do it then. Raises apsw's errors if the
    damage lies elsewhere."""
    try:
        return task()
    except apsw.CorruptError:
        make_anew(db)
        return task()


def make_anew(db: apsw.Connection) -> None:
    """Begin with an empty index, which costs nothing but time: all that was in it stands in the workbooks."""
    with transaction(db):
        schema.make_index_anew(db)


def compare(db: apsw.Connection) -> None:
    """Hold the index against the workbooks: mark as not indexed whatever is not in it in its newest state though it is
    marked as if it were; make it anew if its words are of another number of workbooks than it says."""
    ((kept, worded),) = db.execute("SELECT (SELECT count(*) FROM searched), (SELECT count(*) FROM words_docsize)")
    lost = (
        "indexed <> 0 AND NOT EXISTS"
        " (SELECT 1 FROM searched WHERE searched.workbook = workbook.id AND searched.revision = workbook.indexed"
        " AND searched.row = workbook.row)"
    )
    if kept != worded:
        make_anew(db)
    elif db.execute(f"SELECT 1 FROM workbook WHERE {lost} LIMIT 1").fetchone():  # noqa: S608 - a constant
        with transaction(db):
            db.execute(f"UPDATE workbook SET indexed = 0 WHERE {lost}")  # noqa: S608 - a constant


def read_in(db: apsw.Connection, most: int) -> bool:
    """Read in some of the workbooks that were saved since they were last read in; whether more are waiting."""
    rows = db.execute("SELECT id FROM workbook WHERE indexed <> revision LIMIT ?", (most + 1,))
    waiting = [workbook_id for (workbook_id,) in rows]
    if waiting:
        with transaction(db):
            for workbook_id in waiting[:most]:
                _read_in(db, workbook_id)
    return len(waiting) > most


def put(db: apsw.Connection, row: int, packed: Iterable[passages.Packed], text: str) -> None:
    """Write the passages and the words of the workbook with this number in the index, in place of those it had."""
    db.execute("DELETE FROM passage WHERE row = ?", (row,))
    db.executemany(
        "INSERT INTO passage (row, number, folded, written) VALUES (?, ?, ?, ?)",
        [(row, number, one.folded, one.written) for number, one in enumerate(packed)],
    )
    db.execute("INSERT OR REPLACE INTO words (rowid, text) VALUES (?, ?)", (row, text))


def forget_for_good(db: apsw.Connection) -> None:
    """Take the words of deleted workbooks out of the index's own pages; before, they are only crossed out there."""
    db.execute("INSERT INTO words (words) VALUES ('optimize')")


def _read_in(db: apsw.Connection, workbook_id: str) -> None:
    ((title, employer, role, tags, revision),) = db.execute(
        "SELECT title, employer, role, tags, revision FROM workbook WHERE id = ?", (workbook_id,)
    )
    heading: list[tuple[Path, str]] = [
        (("title",), title),
        (("situation", "employer"), employer),
        (("situation", "role"), role),
        *((("tags",), tag) for tag in json.loads(tags)),
    ]
    packed, text = passages.pack(_texts(db, workbook_id, heading))
    ((row,),) = db.execute(
        "INSERT INTO searched (workbook, revision) VALUES (?, ?)"
        " ON CONFLICT (workbook) DO UPDATE SET revision = excluded.revision RETURNING row",
        (workbook_id, revision),
    )
    put(db, row, packed, text)
    top = passages.BETWEEN.join(f" {' '.join(passages.clipped(words(said)))} " for _, said in heading)
    db.execute(
        "UPDATE workbook SET indexed = revision, row = ?, heading = ?, title_key = ?, employer_key = ? WHERE id = ?",
        (row, top, fold(title).strip(), fold(employer).strip(), workbook_id),
    )


def _texts(db: apsw.Connection, workbook_id: str, heading: list[tuple[Path, str]]) -> Iterator[tuple[Path, str]]:
    """Every text of a workbook. A damaged state must not keep the others from being found: what the list shows of it
    is all that is read in then."""
    try:
        found = revisions.read(db, workbook_id)
    except (BadInput, Fault):
        yield from heading
        return
    yield from texts(found)
