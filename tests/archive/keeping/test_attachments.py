from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from counteroffer.archive.keeping.attachments import LARGEST
from counteroffer.archive.keeping.retention import RECENT
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.base import revise
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.workbook import Workbook
from tests.archive.conftest import HandClock, with_paper, workbook

PAPER = b"%PDF the offer letter"
NAME = sha256(PAPER).hexdigest()


def _kept(archive: LocalArchive) -> int:
    return int(archive._work.db.execute("SELECT count(*) FROM attachment").get)


def test_a_file_is_found_by_its_fingerprint(archive: LocalArchive) -> None:
    assert archive.attach(PAPER).result() == NAME
    assert archive.attached(NAME).result() == PAPER


def test_the_same_file_twice_is_kept_once(archive: LocalArchive) -> None:
    assert archive.attach(PAPER).result() == archive.attach(bytes(bytearray(PAPER))).result() == NAME
    assert _kept(archive) == 1


def test_a_file_of_ten_megabytes_is_taken_and_a_larger_one_is_not(archive: LocalArchive) -> None:
    largest = bytes(LARGEST)
    assert archive.attached(archive.attach(largest).result()).result() == largest
    with pytest.raises(BadInput, match="larger than 10 MB") as caught:
        archive.attach(largest + b"x").result()
    assert "Nothing was changed" in caught.value.sentence
    assert _kept(archive) == 1


def test_a_file_that_is_not_there(archive: LocalArchive) -> None:
    with pytest.raises(BadInput, match="not in the archive"):
        archive.attached(NAME).result()


def test_a_file_that_is_not_what_was_kept_is_not_shown(archive: LocalArchive) -> None:
    archive.attach(PAPER).result()
    archive._work.db.execute("UPDATE attachment SET content = x'00'")
    with pytest.raises(Fault, match="damaged"):
        archive.attached(NAME).result()


def _reopened(archive: LocalArchive) -> LocalArchive:
    archive.close()
    return open_archive(archive.folder.path)


def test_a_file_that_no_workbook_names_is_let_go_at_the_next_opening(archive: LocalArchive) -> None:
    archive.attach(PAPER).result()
    other = archive.attach(b"named").result()
    archive.add(with_paper(workbook(), other)).result()
    assert _kept(archive) == 2
    with _reopened(archive) as later:
        assert _kept(later) == 1
        assert later.attached(other).result() == b"named"


def test_a_file_that_only_an_earlier_state_names_is_kept(archive: LocalArchive) -> None:
    archive.attach(PAPER).result()
    archive.save(with_paper(workbook(), NAME)).result()
    archive.save(workbook()).result()
    with _reopened(archive) as later:
        assert later.attached(NAME).result() == PAPER


def test_a_file_stays_for_undo_while_the_archive_is_open_even_if_no_kept_state_names_it(
    folder: Path, archive: LocalArchive, clock: HandClock
) -> None:
    archive.attach(PAPER).result()
    named = with_paper(workbook(), NAME)
    archive.save(named).result()
    for number in range(RECENT + 1):
        archive.save(revise(workbook(), title=str(number))).result()
    assert archive._work.db.execute("SELECT count(*) FROM attachment_use").get == 0
    assert archive.attached(NAME).result() == PAPER
    archive.save(named).result()
    with _reopened(archive) as later:
        assert later.attached(NAME).result() == PAPER


def test_removing_a_workbook_lets_go_of_the_files_that_only_it_names(archive: LocalArchive) -> None:
    shared = archive.attach(b"shared").result()
    archive.attach(PAPER).result()
    archive.add(with_paper(with_paper(workbook("one"), NAME), shared)).result()
    archive.add(with_paper(workbook("two"), shared)).result()
    archive.shelf.remove("one").result()
    assert archive.attached(shared).result() == b"shared"
    with pytest.raises(BadInput):
        archive.attached(NAME).result()


def _with_file(archive: LocalArchive) -> Workbook:
    book = with_paper(workbook(), archive.attach(PAPER).result())
    archive.add(book).result()
    return book


def test_files_travel_with_the_portable_file(archive: LocalArchive, tmp_path: Path) -> None:
    book = _with_file(archive)
    content = archive.carrying.export("one").result()
    with open_archive(tmp_path / "other") as other:
        other.carrying.take_in(content).result()
        assert other.load("one").result() == book
        assert other.attached(NAME).result() == PAPER


def test_a_workbook_whose_file_is_missing_is_exported_without_it(archive: LocalArchive, tmp_path: Path) -> None:
    book = _with_file(archive)
    archive._work.db.execute("DELETE FROM attachment")
    with open_archive(tmp_path / "other") as other:
        other.carrying.take_in(archive.carrying.export("one").result()).result()
        assert other.load("one").result() == book


def test_importing_the_same_workbook_again_brings_back_a_file_that_was_missing(archive: LocalArchive) -> None:
    _with_file(archive)
    content = archive.carrying.export("one").result()
    archive._work.db.execute("DELETE FROM attachment")
    (taken,) = archive.carrying.take_in(content).result()
    assert taken.saved is not None
    assert taken.saved.revision == 1
    assert archive.attached(NAME).result() == PAPER


def test_too_much_for_one_portable_file_is_told_before_it_is_read(archive: LocalArchive) -> None:
    book = workbook()
    for number in range(5):
        book = with_paper(book, archive.attach(bytes([number]) * LARGEST).result())
    archive.add(book).result()
    with pytest.raises(BadInput, match="64 MB"):
        archive.carrying.export("one").result()
