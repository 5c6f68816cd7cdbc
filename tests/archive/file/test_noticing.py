"""What is noticed at opening: lost states, copies of a syncing service, another computer, a clock that is behind."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from subprocess import Popen

import pytest

from counteroffer.archive.file import record as records
from counteroffer.archive.store import open_archive
from tests.archive.conftest import NOON, HandClock, content_of, finished, refill, with_paper, workbook


@pytest.fixture
def filled(folder: Path, clock: HandClock) -> Path:
    with open_archive(folder, clock) as archive:
        for number in range(3):
            archive.save(workbook(title=str(number))).result()
    return folder


def _notices(folder: Path, clock: Callable[[], object]) -> tuple[str, ...]:
    with open_archive(folder, clock) as archive:  # type: ignore[arg-type]
        assert len(archive.summaries().result()) <= 1
        return archive.notices


def test_there_is_nothing_to_notice_in_a_sound_archive(filled: Path, clock: HandClock) -> None:
    assert _notices(filled, clock) == ()
    assert _notices(filled, clock) == ()


SAVES_AND_DIES = (
    "a = open_archive(folder)\n"
    "for n in range(20): a.save(workbook(title=str(n), note='x' * 3000)).result()\n"
    "a.attach(b'paper').result()\n"
    "os._exit(0)\n"
)


def test_a_log_that_lost_states_is_noticed_wherever_it_was_cut(folder: Path, child: Callable[..., Popen[str]]) -> None:
    finished(child(SAVES_AND_DIES, folder))
    files = content_of(folder)
    with open_archive(folder) as archive:
        assert archive.notices == ()
    log = files["archive.db-wal"]
    noticed = 0
    for length in range(0, len(log), len(log) // 15):
        refill(folder, {**files, "archive.db-wal": log[:length]})
        with open_archive(folder) as archive:
            rows = archive.summaries().result()
            number = rows[0].revision if rows else 0
            (sentence,) = archive.notices if number < 20 else ("",)
        if sentence:
            noticed += 1
            # What the log still held beyond the damage is kept beside the archive.
            kept = [content_of(one) for one in folder.glob("damaged-*")]
            assert kept == ([{"archive.db": files["archive.db"], "archive.db-wal": log[:length]}] if length else [])
            for one in folder.glob("damaged-*"):
                shutil.rmtree(one)
            missing = "One saved state is" if number == 19 else f"{20 - number} saved states are"
            assert sentence.startswith(f"{missing} missing from this archive.")
            assert "archive.db-wal" in sentence
    assert noticed >= 12


def test_an_older_copy_in_its_place_is_noticed_until_something_is_saved(filled: Path, clock: HandClock) -> None:
    older = (filled / "archive.db").read_bytes()
    clock.move(timedelta(days=1))
    with open_archive(filled, clock) as archive:
        archive.save(workbook(title="on the next day")).result()
    (filled / "archive.db").write_bytes(older)
    for _ in range(2):
        (sentence,) = _notices(filled, clock)
        assert "One saved state is missing" in sentence
        assert "It reaches to 2027-03-01 12:00 UTC, but it was saved last at 2027-03-02 12:00 UTC" in sentence
    with open_archive(filled, clock) as archive:
        archive.save(workbook(title="once more")).result()
    assert _notices(filled, clock) == ()


def test_papers_are_not_let_go_while_the_states_that_name_them_are_missing(filled: Path, clock: HandClock) -> None:
    with open_archive(filled, clock) as archive:
        paper = archive.attach(b"the only copy").result()
    older = (filled / "archive.db").read_bytes()
    with open_archive(filled, clock) as archive:
        archive.attach(b"the only copy").result()
        archive.save(with_paper(workbook(), paper)).result()
    (filled / "archive.db").write_bytes(older)
    with open_archive(filled, clock) as archive:
        assert archive.attached(paper).result() == b"the only copy"


def test_an_archive_that_came_without_its_lock_file_is_not_doubted(filled: Path, clock: HandClock) -> None:
    (filled / "archive.lock").unlink()
    assert _notices(filled, clock) == ()


@pytest.mark.parametrize(
    "name",
    [
        "archive 2.db",
        "archive (1).db",
        "archive (Anna's conflicted copy 2027-03-01).db",
        "archive (conflicted copy 2027-03-01 120000).db",
        "archive-LAPTOP.db",
        "archive.sync-conflict-20270301-120000-ABCDEFG.db",
        "archive_conflict-20270301-120000.db",
        "archive.db (SFConflict anna 2027-03-01)",
    ],
)
def test_a_copy_of_a_syncing_service_is_named_and_left_alone(filled: Path, clock: HandClock, name: str) -> None:
    (filled / name).write_bytes(b"second copy")
    (sentence,) = _notices(filled, clock)
    assert f"second copy of the archive: {name}." in sentence
    assert "look into it" in sentence
    assert (filled / name).read_bytes() == b"second copy"


@pytest.mark.parametrize("name", ["archive.db.new", "archive.db.next", "my archive.db.txt", "archive.key", "letter.db"])
def test_other_files_are_no_copies(filled: Path, clock: HandClock, name: str) -> None:
    (filled / name).write_bytes(b"")
    if name != "archive.key":
        assert _notices(filled, clock) == ()


def test_many_copies_are_not_all_named(filled: Path, clock: HandClock) -> None:
    for number in range(2, 9):
        (filled / f"archive {number}.db").touch()
    (sentence,) = _notices(filled, clock)
    assert "archive 2.db, archive 3.db, archive 4.db …" in sentence


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_an_archive_that_another_computer_has_not_closed_is_noticed(
    filled: Path, clock: HandClock, child: Callable[..., Popen[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = child("a = open_archive(folder)\nprint('open', flush=True)\nsys.stdin.read()\n", filled)
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    other.kill()
    other.communicate(timeout=60)
    monkeypatch.setattr(records, "this_computer", lambda: "anna")
    (sentence,) = [one for one in _notices(filled, clock) if "clock" not in one]
    assert "another computer" in sentence
    assert "two computers in one folder" in sentence
    assert _notices(filled, clock) == ()


def test_a_kill_on_this_computer_is_nothing_to_notice(filled: Path, child: Callable[..., Popen[str]]) -> None:
    finished(child("a = open_archive(folder)\na.save(workbook(title='x')).result()\nos._exit(0)\n", filled))
    with open_archive(filled) as archive:
        assert not [one for one in archive.notices if "computer," in one]


def test_a_clock_that_was_set_back_is_told_and_mixes_nothing_up(filled: Path, clock: HandClock) -> None:
    clock.move(-timedelta(days=400))
    with open_archive(filled, clock) as archive:
        (sentence,) = archive.notices
        assert "clock says 2026-01-25 12:00 UTC" in sentence
        assert archive.save(workbook(title="then")).result().at == NOON
        clock.move(timedelta(minutes=7))
        assert archive.save(workbook(title="later")).result().at == NOON + timedelta(minutes=7)
        clock.move(-timedelta(minutes=5))
        assert archive.save(workbook(title="last")).result().at == NOON + timedelta(minutes=7)
        times = [revision.at for revision in archive.history.listed("one").result()]
    assert times == sorted(times, reverse=True)


def test_a_clock_that_is_a_little_behind_is_not_told(filled: Path, clock: HandClock) -> None:
    clock.move(-timedelta(minutes=30))
    assert _notices(filled, clock) == ()
