"""Backups made, thinned out, put elsewhere, and failing: saving goes on whatever becomes of them."""

from __future__ import annotations

import os
import stat
import sys
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from subprocess import Popen

import pytest

from counteroffer.archive.backups.backups import AGAIN_AFTER, DUE_AFTER
from counteroffer.archive.file import creation, schema
from counteroffer.archive.file.connection import connect
from counteroffer.archive.file.folder import prepare
from counteroffer.archive.sealing.keys import PUBLISHED_KEY
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.translations import translator
from tests.archive.conftest import HandClock, finished, with_paper, workbook

LONG = "word " * 3000
BARELY = timedelta(seconds=1)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Another folder for backups."""
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def filled(archive: LocalArchive) -> LocalArchive:
    archive.add(workbook("one", "First", LONG)).result()
    return archive


def _names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_a_backup_is_a_private_zip_that_opens_as_an_archive_of_its_own(filled: LocalArchive, tmp_path: Path) -> None:
    paper = filled.attach(b"the offer").result()
    filled.save(with_paper(workbook("one", "First", LONG), paper)).result()
    made = filled.backups.make().result()
    assert made.name == "2027-03-01T12-00-00Z-by-hand.counteroffer-backup"
    assert (made.occasion, made.protected) == ("by hand", False)
    path = filled.folder.backups / made.name
    assert path.stat().st_size == made.size
    with zipfile.ZipFile(path) as zipped:
        assert [(one.filename, one.compress_type) for one in zipped.infolist()] == [("archive.db", zipfile.ZIP_STORED)]
        zipped.extractall(tmp_path / "new home")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with open_archive(tmp_path / "new home") as other:
        assert other.load("one").result() == filled.load("one").result()
        assert other.attached(paper).result() == b"the offer"


def test_nothing_of_a_workbook_can_be_read_in_the_backup_or_beside_it(filled: LocalArchive) -> None:
    filled.backups.make().result()
    for path in filled.folder.path.rglob("*"):
        if path.is_file() and path != filled.folder.database and path != filled.folder.log:
            assert b"word word" not in path.read_bytes()
    assert len(_names(filled.folder.backups)) == 1


def test_without_a_change_there_is_no_second_one(filled: LocalArchive, clock: HandClock) -> None:
    first = filled.backups.make().result()
    clock.move(timedelta(days=1))
    assert filled.backups.make().result() == first
    filled.history.name("one", 1, "before round 2").result()
    second = filled.backups.make().result()
    assert second != first
    filled.shelf.put_away("one").result()
    assert filled.backups.make("before a restore").result().at > second.at
    assert len(filled.backups.listed().result()) == 3


def test_one_is_due_an_hour_after_the_last_if_anything_changed(archive: LocalArchive, clock: HandClock) -> None:
    backups = archive.backups
    assert backups.make_if_due().result() is None
    archive.add(workbook("one")).result()
    first = backups.make_if_due().result()
    assert first is not None
    assert first.occasion == "routine"
    archive.save(workbook("one", "Second")).result()
    clock.move(DUE_AFTER - BARELY)
    assert backups.make_if_due().result() is None
    clock.move(BARELY)
    assert backups.make_if_due().result() is not None
    clock.move(DUE_AFTER)
    assert backups.make_if_due().result() is None


def test_a_backup_from_the_future_stops_none(folder: Path, clock: HandClock) -> None:
    with open_archive(folder, clock) as archive:
        archive.add(workbook("one")).result()
        clock.move(timedelta(days=400))
        archive.backups.make().result()
    clock.move(timedelta(days=-399))
    with open_archive(folder, clock) as archive:
        archive.save(workbook("one", "Second")).result()
        made = archive.backups.make_if_due().result()
        assert made is not None
        assert made.name in {one.name for one in archive.backups.listed().result()}


def test_two_within_a_second_have_names_in_their_order(filled: LocalArchive) -> None:
    made = []
    for number in range(3):
        filled.save(workbook("one", str(number))).result()
        made.append(filled.backups.make("by hand" if number else "routine").result())
    assert [one.name for one in filled.backups.listed().result()] == [one.name for one in reversed(made)]


def test_old_ones_are_thinned_out_and_the_newest_stays(filled: LocalArchive, clock: HandClock) -> None:
    broken = filled.folder.backups
    broken.mkdir()
    (broken / "2020-01-01T00-00-00Z-routine.counteroffer-backup").write_bytes(b"not a zip")
    (broken / "something else").write_bytes(b"left alone")
    for day in range(20):
        filled.save(workbook("one", str(day))).result()
        filled.backups.make().result()
        clock.move(timedelta(days=1))
    listed = filled.backups.listed().result()
    assert len(listed) == 3 + 12 + 1
    assert {"2020-01-01T00-00-00Z-routine.counteroffer-backup", "something else"} <= set(_names(broken))
    assert filled.backups.state().result().count == len(listed)


def test_saving_goes_on_while_a_backup_is_made(folder: Path, clock: HandClock) -> None:
    with open_archive(folder, clock) as archive:
        for number in range(20):
            archive.attach(os.urandom(300_000)).result()
            archive.add(workbook(str(number))).result()
        making = archive.backups.make()
        saves = []
        while not making.done():
            saves.append(archive.save(workbook("during", str(len(saves)))).result().revision)
        name = making.result().name
        assert len(saves) > 3
        archive.save(workbook("during", "after")).result()
        during = archive.backups.compare(name).result().changes
        assert len(during) == 1
        assert during[0][1] in map(str, range(len(saves)))


def test_closing_finishes_the_backup_that_is_under_way(folder: Path) -> None:
    with open_archive(folder) as archive:
        archive.attach(os.urandom(9_000_000)).result()
        archive.add(workbook("one")).result()
        making = archive.backups.make_if_due()
        waiting = archive.backups.make("before a restore")
    made = making.result(timeout=1)
    assert made is not None
    assert waiting.result(timeout=1) == made
    assert _names(folder / "backups") == [made.name]


def test_after_closing_none_is_made(folder: Path) -> None:
    archive = open_archive(folder)
    archive.close()
    with pytest.raises(Fault, match="closed already"):
        archive.backups.make().result()


def test_another_place(filled: LocalArchive, stick: Path, clock: HandClock) -> None:
    backups = filled.backups
    at_home = backups.make().result()
    state = backups.set_place(str(stick)).result()
    assert (state.place, state.is_usual_place, state.trouble) == (str(stick), False, "")
    away = backups.make_if_due().result()
    assert away is not None
    assert _names(stick) == [away.name]
    assert {one.name for one in backups.listed().result()} == {at_home.name, away.name}
    assert backups.set_place("").result().is_usual_place
    assert backups.state().result().last_good == at_home.at


def test_other_archives_backups_in_the_same_place_are_left_alone(
    filled: LocalArchive, stick: Path, tmp_path: Path, clock: HandClock
) -> None:
    with open_archive(tmp_path / "another", clock) as other:
        other.add(workbook("theirs")).result()
        other.backups.set_place(str(stick)).result()
        theirs = other.backups.make("routine").result()
    filled.backups.set_place(str(stick)).result()
    for day in range(30):
        clock.move(timedelta(days=1))
        filled.save(workbook("one", str(day))).result()
        filled.backups.make().result()
    assert theirs.name in _names(stick)
    assert theirs.name not in {one.name for one in filled.backups.listed().result()}


def test_a_place_that_is_not_there_any_more(filled: LocalArchive, stick: Path, clock: HandClock) -> None:
    backups = filled.backups
    backups.set_place(str(stick)).result()
    backups.make().result()
    unplugged = stick.rename(stick.with_name("in a drawer"))
    filled.save(workbook("one", "Second")).result()
    clock.move(DUE_AFTER)
    meanwhile = backups.make_if_due().result()
    assert meanwhile is not None
    assert _names(filled.folder.backups) == [meanwhile.name]
    trouble = backups.state().result().trouble
    assert str(stick) in trouble
    assert "Meanwhile, backups are made in the archive's own folder" in trouble
    assert translator("de")(trouble).endswith("Solange kommen die Sicherungen in den Ordner des Archivs.")
    assert not stick.exists()
    unplugged.rename(stick)
    clock.move(AGAIN_AFTER)
    assert backups.make_if_due().result() is not None
    assert backups.state().result().trouble == ""
    assert len(_names(stick)) == 2


@pytest.mark.parametrize("place", ["nowhere/at/all", "a file", "half a \ud800 character", "archive"])
def test_a_place_that_cannot_be_used_is_refused(filled: LocalArchive, tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").write_bytes(b"")
    with pytest.raises(BadInput, match="Nothing was changed") as refused:
        filled.backups.set_place(str(tmp_path / place)).result()
    assert str(tmp_path / place) not in refused.value.sentence
    assert filled.backups.state().result().is_usual_place


@pytest.mark.skipif(sys.platform != "linux", reason="a folder in which nobody may write, not even the administrator")
def test_a_read_only_place(filled: LocalArchive) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        filled.backups.set_place("/proc").result()
    with pytest.raises(Fault, match="No backup could be made"):
        filled.backups.make_in(Path("/proc")).result()
    assert filled.backups.make().result().size > 0


def test_a_failure_is_remembered_told_and_made_good(filled: LocalArchive, clock: HandClock) -> None:
    backups, usual = filled.backups, filled.folder.backups
    usual.write_bytes(b"a file where the folder should be")
    assert backups.make_if_due().result() is None
    state = backups.state().result()
    assert state.trouble.startswith("No backup could be made: ")
    assert state.last_good is None
    with pytest.raises(Fault, match="Everything you saved is in the archive"):
        backups.make().result()
    filled.save(workbook("one", "Second")).result()
    usual.unlink()
    assert backups.make_if_due().result() is None
    clock.move(AGAIN_AFTER)
    assert backups.make_if_due().result() is not None
    assert backups.state().result().trouble == ""


def test_the_failure_is_still_told_after_the_next_start(folder: Path, clock: HandClock) -> None:
    with open_archive(folder, clock) as archive:
        archive.add(workbook("one")).result()
        archive.folder.backups.write_bytes(b"")
        archive.backups.make_if_due().result()
    with open_archive(folder, clock) as archive:
        assert "No backup could be made" in archive.backups.state().result().trouble


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit how much a program writes")
def test_a_full_disk_costs_the_backup_and_nothing_else(folder: Path, child: Callable[..., Popen[str]]) -> None:
    code = (
        "import resource\n"
        "a = open_archive(folder)\n"
        "a.add(workbook('one', 'kept')).result()\n"
        "a.attach(os.urandom(300_000)).result()\n"
        "def limit(size): resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))\n"
        "for size in (1, 50_000, 200_000, 300_000, 350_000):\n"
        "    limit(size)\n"
        "    try: a.backups.make().result(); print('made?', size)\n"
        "    except Fault as fault: assert fault.sentence.startswith('No backup could be made: '), fault\n"
        "    limit(resource.RLIM_INFINITY)\n"
        "    assert not list((folder / 'backups').glob('*'))\n"
        "    a.save(workbook('one', str(size))).result()\n"
        "assert a.backups.make().result().size > 300_000\n"
        "a.close()\n"
    )
    assert finished(child(code, folder)) == ""


def test_what_a_crash_left_is_removed_by_the_next_one(filled: LocalArchive) -> None:
    usual = filled.folder.backups
    usual.mkdir()
    name = "2027-02-01T12-00-00Z-by-hand.counteroffer-backup"
    for leftover in (f"{name}.part", f"{name}.db.part", f"{name}.db.part-journal"):
        (usual / leftover).write_bytes(b"half")
    made = filled.backups.make().result()
    assert _names(usual) == [made.name]


def test_an_older_archive_is_backed_up_before_it_is_lifted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = prepare(folder)
    with monkeypatch.context() as older:
        older.setattr(schema, "STEPS", schema.STEPS[:1])
        creation.create(place, PUBLISHED_KEY)
    db = connect(place.database, PUBLISHED_KEY)
    db.execute("INSERT INTO workbook VALUES ('one', 'Old', '', '', NULL, NULL, '[]', 0, 0, 1)")
    db.close()
    with open_archive(folder) as archive:
        assert schema.version_of(archive._work.db) == len(schema.STEPS)
        (made,) = archive.backups.listed().result()
        assert made.occasion == "before an update"
        archive.shelf.remove("one").result()
        archive.backups.restore(made.name).result()
        assert [row.title for row in archive.summaries().result()] == ["Old"]
