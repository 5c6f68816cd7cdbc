"""Going back to a backup: what it says it would change is what it changes, and what is of today stays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from counteroffer.archive.file import schema
from counteroffer.archive.sealing.keys import PUBLISHED_KEY
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports import NeedsSecret, RowChange, WrongSecret
from tests.archive.conftest import HandClock, with_paper, workbook

CHEAP = Costs(passes=1, memory=8192)


@pytest.fixture
def guarded(folder: Path, clock: HandClock) -> LocalArchive:
    """An archive with a passphrase, one workbook and a backup."""
    archive = open_archive(folder, clock, costs=CHEAP)
    archive.protection.set_first("first passphrase").result()
    archive.add(workbook("one", "then")).result()
    archive.backups.make().result()
    return archive


def test_what_changes_is_said_before_and_done(archive: LocalArchive, clock: HandClock) -> None:
    paper = archive.attach(b"the offer").result()
    archive.add(with_paper(workbook("gone-since", "Back again"), paper)).result()
    archive.add(workbook("changed", "As it was")).result()
    archive.add(workbook("shelved", "Put away since")).result()
    archive.add(workbook("same", "Same")).result()
    then = clock.now
    backup = archive.backups.make().result()
    clock.move(timedelta(hours=1))
    archive.shelf.remove("gone-since").result()
    archive.save(workbook("changed", "As it is")).result()
    archive.shelf.put_away("shelved").result()
    archive.add(workbook("new", "New")).result()
    said = archive.backups.compare(backup.name).result()
    assert set(said.changes) == {
        (RowChange.ADDED, "Back again", then),
        (RowChange.CHANGED, "As it was", then),
        (RowChange.CHANGED, "Put away since", then),
        (RowChange.GONE, "New", clock.now),
    }
    assert (said.same, said.backup) == (1, backup)
    assert archive.load("new").result().title == "New"
    assert archive.backups.restore(backup.name).result() == said
    assert archive.backups.compare(backup.name).result().changes == ()
    assert {row.title for row in archive.summaries().result()} == {"Back again", "As it was", "Put away since", "Same"}
    assert archive.attached(paper).result() == b"the offer"
    before = archive.backups.listed().result()[0]
    assert before.occasion == "before a restore"
    archive.backups.restore(before.name).result()
    assert archive.load("changed").result().title == "As it is"
    assert archive.backups.verify().result() == ()


def test_saving_goes_on_after_it_and_survives_the_next_opening(folder: Path, clock: HandClock) -> None:
    with open_archive(folder, clock) as archive:
        archive.add(workbook("one", "then")).result()
        name = archive.backups.make().result().name
        archive.save(workbook("one", "now")).result()
        archive.backups.restore(name).result()
        assert archive.save(workbook("one", "later")).result().revision == 2
    with open_archive(folder, clock) as archive:
        assert archive.load("one").result().title == "later"
        assert archive._work.notices == ()


def test_settings_stay_those_of_today(archive: LocalArchive, tmp_path: Path) -> None:
    archive.add(workbook("one")).result()
    name = archive.backups.make().result().name
    archive.backups.set_place(str(tmp_path)).result()
    archive.backups.restore(name).result()
    assert archive.backups.state().result().place == str(tmp_path)


def test_it_is_not_done_where_the_archive_cannot_be_backed_up_first(archive: LocalArchive, tmp_path: Path) -> None:
    archive.add(workbook("one", "then")).result()
    made = archive.backups.make().result()
    file = (archive.folder.backups / made.name).rename(tmp_path / "elsewhere.zip")
    archive.save(workbook("one", "now")).result()
    archive.folder.backups.rmdir()
    archive.folder.backups.write_bytes(b"")
    with pytest.raises(Fault, match="No backup could be made"):
        archive.backups.restore_file(file).result()
    assert archive.load("one").result().title == "now"


def test_a_file_from_elsewhere(archive: LocalArchive, tmp_path: Path, clock: HandClock) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with open_archive(tmp_path / "another", clock) as other:
        other.add(workbook("theirs", "Theirs")).result()
        carried = stick / other.backups.make_in(stick).result().name
    assert archive.backups.compare_file(carried).result().changes == ((RowChange.ADDED, "Theirs", clock.now),)
    archive.backups.restore_file(carried).result()
    assert archive.load("theirs").result().title == "Theirs"


def test_todays_passphrase_opens_what_was_put_back_from_before_it(
    guarded: LocalArchive, folder: Path, clock: HandClock
) -> None:
    with guarded as archive:
        open_one = archive.backups.listed().result()[-1]
        assert not open_one.protected
        archive.backups.restore(open_one.name).result()
        assert archive.summaries().result() == ()
        archive.add(workbook("later")).result()
    with pytest.raises(WrongSecret):
        open_archive(folder, clock, "another")
    with open_archive(folder, clock, "first passphrase") as archive:
        assert archive.load("later").result().id == "later"


def test_a_changed_passphrase_still_opens_older_backups(guarded: LocalArchive, folder: Path, clock: HandClock) -> None:
    with guarded as archive:
        name = archive.backups.listed().result()[0].name
        archive.protection.change("first passphrase", "second passphrase").result()
        archive.backups.restore(name).result()
    with open_archive(folder, clock, "second passphrase") as archive:
        assert archive.load("one").result().title == "then"


def test_a_backup_sealed_with_another_key_asks_for_its_own_secret(guarded: LocalArchive) -> None:
    with guarded as archive:
        name = archive.backups.listed().result()[0].name
        archive.protection.remove("first passphrase").result()
        archive.protection.set_first("second passphrase").result()
        archive.save(workbook("one", "now")).result()
        with pytest.raises(NeedsSecret, match="under another passphrase"):
            archive.backups.compare(name).result()
        with pytest.raises(WrongSecret):
            archive.backups.compare(name, "second passphrase").result()
        assert archive.backups.verify().result() == ()
        assert archive.backups.compare(name, "first passphrase").result().changes[0][0] is RowChange.CHANGED
        archive.backups.restore(name, "first passphrase").result()
        assert archive.load("one").result().title == "then"
        assert archive._work.key != PUBLISHED_KEY


def test_what_is_no_backup_is_refused_and_nothing_changed(archive: LocalArchive, tmp_path: Path) -> None:
    archive.add(workbook("one", "now")).result()
    made = archive.backups.make().result()
    good = archive.folder.backups / made.name
    bad = tmp_path / "bad"
    content = bytearray(good.read_bytes())
    content[len(content) // 2] ^= 1
    for wrong in (b"", b"no zip", bytes(content), good.read_bytes()[:-100]):
        bad.write_bytes(wrong)
        with pytest.raises(Fault, match="not whole, or it is no backup"):
            archive.backups.restore_file(bad).result()
    for missing in (tmp_path / "missing", tmp_path, bad / "below"):
        with pytest.raises((BadInput, Fault)):
            archive.backups.restore_file(missing).result()
    with pytest.raises(BadInput, match="no such backup"):
        archive.backups.restore("missing").result()
    assert archive.load("one").result().title == "now"
    assert archive.backups.listed().result() == (made,)
    assert not list(archive.folder.path.glob("*.look*"))


@pytest.mark.parametrize(
    ("pragma", "value", "match"),
    [("user_version", len(schema.STEPS) + 1, "newer version"), ("application_id", 7, "no backup of Counteroffer")],
)
def test_a_newer_or_foreign_database_in_a_backup(archive: LocalArchive, pragma: str, value: int, match: str) -> None:
    archive.add(workbook("one", "now")).result()
    own: apsw.Connection = archive._work.db
    before = own.pragma(pragma)
    own.pragma(pragma, value)
    name = archive.backups.make().result().name
    own.pragma(pragma, before)
    with pytest.raises(Fault, match=match):
        archive.backups.compare(name).result()
