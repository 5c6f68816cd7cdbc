from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from counteroffer.archive import schema
from counteroffer.archive.folder import Folder
from counteroffer.archive.keys import PUBLISHED_KEY
from counteroffer.archive.opening import open_existing
from counteroffer.archive.store import open_archive
from tests.archive.conftest import workbook


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
    assert schema.version_of(db) == len(schema.STEPS) == 1
    assert db.table_exists("main", "workbook")


def test_a_step_is_done_once(db: apsw.Connection) -> None:
    for _ in range(2):
        schema.migrate(db, (*schema.STEPS, _adds_notes))
        assert schema.version_of(db) == 2


def test_a_step_and_its_record_are_one(db: apsw.Connection) -> None:
    with pytest.raises(KeyError):
        schema.migrate(db, (*schema.STEPS, _adds_notes, _breaks))
    assert schema.version_of(db) == 2
    assert db.execute("SELECT count(*) FROM note").fetchone() == (0,)


def test_an_older_archive_is_lifted_when_it_is_opened(folder: Path) -> None:
    with open_archive(folder) as archive:
        archive.add(workbook(title="From before")).result()
    db = open_existing(Folder(folder), PUBLISHED_KEY, (*schema.STEPS, _adds_notes, _fills_notes))
    assert db.execute("SELECT text FROM note").fetchall() == [("From before",)]
    assert schema.version_of(db) == 3
    db.close()
