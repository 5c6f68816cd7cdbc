from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from counteroffer.archive.file import record as records
from counteroffer.archive.file.folder import Folder
from counteroffer.archive.file.lock import FolderLock, acquire
from counteroffer.archive.file.record import SIZE, Opener, Record
from tests.archive.conftest import NOON


@pytest.fixture
def lock(tmp_path: Path) -> FolderLock:
    return acquire(Folder(tmp_path))


def test_what_is_written_is_read_again(lock: FolderLock) -> None:
    for record in (
        Record("2027-03-01"),
        Record("2027-03-01", Opener(NOON, "a b.c", 77)),
        Record("2027-03-01", Opener(NOON, "anna", 1), closed=True, states=12_345, saved=NOON + timedelta(hours=1)),
    ):
        lock.write_through(record.content())
        assert records.read(lock, NOON + timedelta(days=9)) == record


def test_a_record_always_fills_one_sector_and_can_be_read_by_a_person() -> None:
    longest = Record("2027-03-01", Opener(NOON, "n" * 60, 10**9), closed=False, states=10**12, saved=NOON)
    assert len(Record("2027-03-01").content()) == len(longest.content()) == SIZE
    lines = longest.content().decode().splitlines()
    assert lines[0].startswith("A Counteroffer archive has been in this folder since 2027-03-01.")
    assert lines[1] == f"Opened 2027-03-01 12:00:00 UTC on {'n' * 60} by process 1000000000."
    assert lines[2] == "Not closed yet."
    assert lines[3] == "Saved 1000000000000 states, the last 2027-03-01 12:00:00 UTC."


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"A Counteroffer archive has been in this folder since 2027-03-01. While this line is here\n",
        b"\xff\x00 anything",
        b"in this folder since 2027-03-01.\nOpened 2027-99-01 12:00:00 UTC on x by process 1.\n",
        b"in this folder since 2027-03-01.\nSaved 12 states, the last yesterday.\n",
    ],
)
def test_what_is_not_written_as_we_do_counts_as_not_known(lock: FolderLock, content: bytes) -> None:
    lock.write(content)
    assert records.read(lock, NOON) == Record("2027-03-01")
    assert lock.recorded() == bool(content)


def test_the_opener_is_this_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.node", lambda: "Žofie's\nlaptop" + "x" * 99)
    opener = Record("2027-03-01", closed=True).opened(NOON).opener
    assert opener == Opener(NOON, ("?ofie's?laptop" + "x" * 99)[:60], os.getpid())
    monkeypatch.setattr("platform.node", lambda: "")
    assert records.this_computer() == "a computer without a name"
