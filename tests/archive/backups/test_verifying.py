"""Checking everything: all is well, or a sentence that says what is not."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from counteroffer.archive.backups.verifying import DAMAGED_PAGES
from counteroffer.archive.file.connection import transaction
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.errors import Fault
from tests.archive.conftest import HandClock, with_paper, workbook

PAGE = 4096
LONG = "word " * 4000


@pytest.fixture
def closed(folder: Path, clock: HandClock) -> Path:
    """The database of a closed archive: workbooks, papers, some free pages, a backup."""
    with open_archive(folder, clock) as archive:
        for number in range(5):
            paper = archive.attach(os.urandom(20_000)).result()
            archive.add(with_paper(workbook(str(number), "", LONG), paper)).result()
        archive.shelf.remove("4").result()
        archive.backups.make().result()
        assert archive._work.db.pragma("freelist_count") > 2
    return folder / "archive.db"


def _flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 16
    path.write_bytes(bytes(content))


def test_all_is_well(closed: Path, clock: HandClock) -> None:
    with open_archive(closed.parent, clock) as archive:
        assert archive.backups.verify().result() == ()
        assert archive.backups.check_if_due().result() == ()
    assert {path.name for path in closed.parent.iterdir()} == {"archive.db", "archive.lock", "backups"}


def test_a_flipped_bit_on_any_page_is_found_even_on_one_that_is_not_in_use(closed: Path, clock: HandClock) -> None:
    whole = closed.read_bytes()
    pages = len(whole) // PAGE
    for page in range(1, pages, 2):
        closed.write_bytes(whole)
        _flip(closed, page * PAGE + 1234)
        try:
            with open_archive(closed.parent, clock) as archive:
                assert DAMAGED_PAGES in archive.backups.verify().result(), page
        except Fault as found_even_earlier:
            assert "damaged" in found_even_earlier.sentence  # noqa: PT017 - either outcome is right


def test_a_flipped_bit_in_a_backup_is_found(closed: Path, clock: HandClock) -> None:
    (backup,) = (closed.parent / "backups").iterdir()
    _flip(backup, backup.stat().st_size // 2)
    with open_archive(closed.parent, clock) as archive:
        (said,) = archive.backups.verify().result()
        assert said.startswith("The backup of 2027-03-01 12:00 UTC is damaged")
        assert archive.backups.check_if_due().result() == ()


def test_states_and_papers_that_are_not_what_was_stored_are_counted(archive: LocalArchive) -> None:
    paper = archive.attach(b"the offer").result()
    archive.add(with_paper(workbook("1", "", LONG), paper)).result()
    archive.save(workbook("1", "second")).result()
    archive.add(workbook("2")).result()
    db = archive._work.db
    with transaction(db):
        db.execute("UPDATE revision SET body = x'00' WHERE workbook = '1'")
        db.execute("UPDATE attachment SET content = x'00'")
        db.execute("UPDATE workbook SET revision = 9 WHERE id = '2'")
    said = archive.backups.verify().result()
    assert [sentence.split(".")[0] for sentence in said] == [
        "Damaged: 2 saved states in 1 workbook",
        "The newest state of 1 workbook is missing",
        "Damaged: 1 attached file",
    ]


def test_without_room_for_a_copy_that_is_said_and_the_rest_is_checked(archive: LocalArchive) -> None:
    archive.add(workbook("1")).result()
    (archive.folder.path / "archive.db.look").mkdir()
    (said,) = archive.backups.verify().result()
    assert said.startswith("Not every page of the archive could be checked")


def test_a_place_that_is_not_there_is_said(archive: LocalArchive, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    archive.backups.set_place(str(stick)).result()
    stick.rmdir()
    (said,) = archive.backups.verify().result()
    assert "cannot be reached" in said


def test_the_quick_check_is_due_once_a_week_and_after_damage_at_every_opening(closed: Path, clock: HandClock) -> None:
    with open_archive(closed.parent, clock) as archive:
        assert archive.backups.check_if_due().result() == ()
    whole = closed.read_bytes()
    for page in range(5, len(whole) // PAGE):
        closed.write_bytes(whole)
        _flip(closed, page * PAGE + 99)
        with open_archive(closed.parent, clock) as archive:
            assert archive.backups.check_if_due().result() == ()
            clock.move(timedelta(days=7))
            found = archive.backups.check_if_due().result()
        if found:
            break
        clock.move(timedelta(days=-7))
    assert found == (DAMAGED_PAGES,)
    with open_archive(closed.parent, clock) as archive:
        assert archive.backups.check_if_due().result() == (DAMAGED_PAGES,)
