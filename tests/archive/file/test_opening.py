"""What is refused when an archive is opened; each time, every byte stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from counteroffer.archive.file.connection import connect, leave_log_on_close
from counteroffer.archive.file.folder import Folder
from counteroffer.archive.file.opening import open_existing
from counteroffer.archive.file.schema import STEPS
from counteroffer.archive.sealing.keys import PUBLISHED_KEY
from counteroffer.archive.store import open_archive
from counteroffer.domain.errors import Fault
from tests.archive.conftest import content_of, workbook


@pytest.fixture
def filled(folder: Path) -> Path:
    """A closed archive with one workbook in it."""
    with open_archive(folder) as archive:
        archive.add(workbook(note="word " * 3000)).result()
    return folder


def _refused(folder: Path, match: str) -> None:
    before = content_of(folder)
    with pytest.raises(Fault, match=match) as caught:
        open_archive(folder)
    assert "othing was changed" in caught.value.sentence
    assert content_of(folder) == before


def _set_in_log(folder: Path, change: Callable[[apsw.Connection], object]) -> None:
    """Change the archive as if its program had then been killed: the change stays in the log."""
    db = connect(folder / "archive.db", PUBLISHED_KEY)
    leave_log_on_close(db, True)
    change(db)
    db.close()
    assert (folder / "archive.db-wal").stat().st_size > 0


def test_a_newer_archive_in_its_file_and_in_its_log(filled: Path) -> None:
    _set_in_log(filled, lambda db: db.pragma("user_version", len(STEPS) + 1))
    _refused(filled, "newer version")
    db = connect(filled / "archive.db", PUBLISHED_KEY)
    db.pragma("user_version")
    db.close()
    assert not (filled / "archive.db-wal").exists()
    _refused(filled, "newer version")


def test_a_file_of_another_program_with_the_same_key(filled: Path) -> None:
    _set_in_log(filled, lambda db: db.pragma("application_id", 12345))
    _refused(filled, "made by another program")


def test_an_unencrypted_sqlite_file(folder: Path) -> None:
    folder.mkdir()
    db = apsw.Connection(str(folder / "archive.db"))
    db.execute("PRAGMA journal_mode = WAL; CREATE TABLE recipe (text)")
    db.close()
    (folder / "archive.lock").touch()
    _refused(folder, "not a Counteroffer archive")


def test_an_archive_under_another_key(filled: Path) -> None:
    before = content_of(filled)
    with pytest.raises(Fault, match="not a Counteroffer archive"):
        open_existing(Folder(filled), bytes(32))
    assert content_of(filled) == before


@pytest.mark.parametrize("content", [b"PK\3\4" * 2048, b"\0" * 8192, b"{}" * 2048, b"not an archive at all", b"\0"])
def test_any_other_file(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "archive.db").write_bytes(content)
    (folder / "archive.lock").touch()
    _refused(folder, "not a Counteroffer archive|damaged")


def test_an_archive_without_its_tables(filled: Path) -> None:
    _set_in_log(filled, lambda db: db.execute("DROP TABLE attachment"))
    _refused(filled, "damaged")


def test_an_archive_without_a_version(filled: Path) -> None:
    _set_in_log(filled, lambda db: db.pragma("user_version", 0))
    _refused(filled, "damaged")


def test_a_refusal_names_the_place_and_no_content(filled: Path) -> None:
    (filled / "archive.db").write_bytes((filled / "archive.db").read_bytes()[:5000])
    with pytest.raises(Fault) as caught:
        open_archive(filled)
    assert str(filled) in caught.value.sentence
    assert "First" not in caught.value.sentence


def test_a_step_that_fails_leaves_the_older_archive_whole(filled: Path) -> None:
    def fails(db: apsw.Connection) -> None:
        db.execute("DELETE FROM workbook")
        raise apsw.FullError

    with pytest.raises(apsw.FullError):
        open_existing(Folder(filled), PUBLISHED_KEY, (*STEPS, fails))
    with open_archive(filled) as archive:
        assert archive.load("one").result().title == "First"


def test_a_fault_right_after_opening_closes_and_unlocks(filled: Path) -> None:
    def broken_clock() -> None:
        raise OSError

    (filled / "archive.lock").unlink()
    with pytest.raises(Fault, match="could not be opened"):
        open_archive(filled, broken_clock)  # type: ignore[arg-type]
    open_archive(filled).close()
