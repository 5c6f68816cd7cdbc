from __future__ import annotations

import apsw
import pytest

from counteroffer.archive.file.connection import APPLICATION_ID, PAGE_SIZE, transaction
from counteroffer.archive.store import LocalArchive


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("cipher", "chacha20"),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("locking_mode", "exclusive"),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("foreign_keys", 1),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("page_size", PAGE_SIZE),
        ("application_id", APPLICATION_ID),
        ("user_version", 3),
        ("trusted_schema", 0),
    ],
)
def test_the_archive_is_open_with(archive: LocalArchive, setting: str, value: object) -> None:
    assert archive._work.db.pragma(setting) == value


def test_no_shared_memory_file_is_made(archive: LocalArchive) -> None:
    assert {path.name for path in archive.folder.path.iterdir()} == {"archive.db", "archive.db-wal", "archive.lock"}


def test_an_error_in_a_transaction_takes_all_of_it_back(archive: LocalArchive) -> None:
    db = archive._work.db
    with pytest.raises(apsw.ConstraintError), transaction(db):
        db.execute("INSERT INTO attachment VALUES ('a', x'00'); INSERT INTO attachment VALUES ('a', x'01')")
    assert db.get_autocommit()
    assert db.execute("SELECT count(*) FROM attachment").fetchone() == (0,)


def test_the_first_error_is_told_even_if_the_engine_has_rolled_back_itself(archive: LocalArchive) -> None:
    db = archive._work.db
    with pytest.raises(apsw.SQLError), transaction(db):
        db.execute("ROLLBACK; SELECT * FROM nothing")
    assert db.get_autocommit()
