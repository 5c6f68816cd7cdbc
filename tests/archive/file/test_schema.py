from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from counteroffer.archive.file import schema
from counteroffer.archive.file.folder import Folder
from counteroffer.archive.file.opening import open_existing
from counteroffer.archive.finding import index
from counteroffer.archive.keeping import revisions
from counteroffer.archive.sealing.keys import PUBLISHED_KEY
from counteroffer.archive.store import open_archive
from tests.archive.conftest import NOON, workbook


def _adds_notes(db: apsw.Connection) -> None:
    db.execute("CREATE TABLE note (text TEXT) STRICT")


def _fills_notes(db: apsw.Connection) -> None:
    db.execute("INSERT INTO note SELECT title FROM workbook")


def _breaks(db: apsw.Connection) -> None:
    db.execute("INSERT INTO note VALUES ('half done')")
    raise KeyError


@pytest.fixture
def db() -> Iterator[apsw.Connection]:
    connection = apsw.Connection(":memory:")
    yield connection
    connection.close()


def test_an_empty_file_gets_todays_tables(db: apsw.Connection) -> None:
    schema.migrate(db, schema.STEPS)
    assert schema.version_of(db) == len(schema.STEPS) == 3
    assert db.table_exists("main", "workbook")


def test_a_step_is_done_once(db: apsw.Connection) -> None:
    for _ in range(2):
        schema.migrate(db, (*schema.STEPS, _adds_notes))
        assert schema.version_of(db) == len(schema.STEPS) + 1


def test_a_step_and_its_record_are_one(db: apsw.Connection) -> None:
    with pytest.raises(KeyError):
        schema.migrate(db, (*schema.STEPS, _adds_notes, _breaks))
    assert schema.version_of(db) == len(schema.STEPS) + 1
    assert db.execute("SELECT count(*) FROM note").fetchone() == (0,)


def test_an_older_archive_is_lifted_when_it_is_opened(folder: Path) -> None:
    with open_archive(folder) as archive:
        archive.add(workbook(title="From before")).result()
    db = open_existing(Folder(folder), PUBLISHED_KEY, (*schema.STEPS, _adds_notes, _fills_notes))
    assert db.execute("SELECT text FROM note").fetchall() == [("From before",)]
    assert schema.version_of(db) == len(schema.STEPS) + 2
    db.close()


def test_workbooks_from_before_the_search_are_read_in_even_beside_a_damaged_one(db: apsw.Connection) -> None:
    schema.migrate(db, schema.STEPS[:2])
    revisions.keep(db, workbook("old", note="alpha"), "", NOON)
    revisions.keep(db, workbook("torn", note="alpha"), "", NOON)
    db.execute("UPDATE revision SET body = x'00' WHERE workbook = 'torn'")
    schema.migrate(db, schema.STEPS)
    assert not index.read_in(db, 10)
    found = "SELECT workbook FROM searched WHERE row IN (SELECT rowid FROM words WHERE words MATCH ?)"
    assert db.execute(found, ("alpha",)).fetchall() == [("old",)]
    assert len(db.execute(found, ("first",)).fetchall()) == 2
