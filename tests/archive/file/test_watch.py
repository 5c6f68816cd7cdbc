"""The archive's files are moved, replaced and deleted while they are open: no save is acknowledged that is lost."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from counteroffer.archive.faults import GONE, MOVED
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.errors import Fault
from tests.archive.conftest import HandClock, workbook

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move a file that is open")


def _refused(archive: LocalArchive, title: str = "later") -> str:
    with pytest.raises(Fault) as caught:
        archive.save(workbook(title=title)).result()
    return caught.value.sentence


@pytest.mark.parametrize("name", ["archive.db", "archive.db-wal"])
def test_a_file_that_was_moved_keeps_a_save_from_being_acknowledged(
    archive: LocalArchive, folder: Path, name: str
) -> None:
    archive.save(workbook(title="first")).result()
    (folder / name).rename(folder / "elsewhere")
    assert _refused(archive) == MOVED
    # The same once more: by now it is kept in the file that was moved, and still not where it will be found.
    assert _refused(archive) == MOVED
    # What was acknowledged can still be read.
    with pytest.raises(Fault):
        archive.attach(b"paper").result()
    (folder / "elsewhere").rename(folder / name)
    assert archive.save(workbook(title="later")).result().revision == 2
    archive.close()
    with open_archive(folder) as again:
        assert again.load("one").result().title == "later"


def test_a_file_that_was_replaced_is_not_taken_for_the_archive(archive: LocalArchive, folder: Path) -> None:
    archive.save(workbook(title="first")).result()
    (folder / "archive.db").rename(folder / "elsewhere")
    (folder / "archive.db").write_bytes(b"another file")
    assert _refused(archive) == MOVED
    archive.close()
    assert (folder / "archive.db").read_bytes() == b"another file"
    shutil.rmtree(folder)


def test_a_deleted_file_is_noticed(archive: LocalArchive, folder: Path) -> None:
    (folder / "archive.db").unlink()
    assert _refused(archive) == MOVED


def test_a_folder_that_is_gone_has_a_sentence_of_its_own(archive: LocalArchive, folder: Path) -> None:
    archive.save(workbook(title="first")).result()
    folder.rename(folder.with_name("unplugged"))
    assert _refused(archive) == GONE
    assert archive.load("one").result().title == "later"
    folder.with_name("unplugged").rename(folder)
    assert archive.save(workbook(title="later")).result().revision == 2


def test_closing_leaves_the_log_of_another_archive_alone(archive: LocalArchive, folder: Path, clock: HandClock) -> None:
    """A second archive has come to the same path, with a log of its own; ours was moved with its log."""
    archive.save(workbook(title="first")).result()
    away = folder.with_name("away")
    folder.rename(away)
    with open_archive(folder, clock) as second:
        second.save(workbook(title="second")).result()
        archive.close()
        assert (folder / "archive.db-wal").stat().st_size > 0
        second.save(workbook(title="third")).result()
    for place, title in ((folder, "third"), (away, "first")):
        with open_archive(place, clock) as again:
            assert again.load("one").result().title == title


def test_a_moved_database_takes_what_was_saved_along(archive: LocalArchive, folder: Path) -> None:
    archive.save(workbook(title="first")).result()
    (folder / "archive.db").rename(folder / "elsewhere")
    _refused(archive)
    archive.close()
    (folder / "archive.db-wal").unlink()
    (folder / "elsewhere").rename(folder / "archive.db")
    with open_archive(folder) as again:
        assert again.load("one").result().title == "later"
