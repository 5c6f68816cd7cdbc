"""Setting, changing and taking away the passphrase of an open archive."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from counteroffer.archive.sealing import keyfile
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports import NeedsSecret, Protection, WrongSecret
from tests.archive.conftest import workbook

CHEAP = Costs(passes=1, memory=8192)
KNOWN = "Zanzibar"


@pytest.fixture
def archive(folder: Path) -> Iterator[LocalArchive]:
    with open_archive(folder, costs=CHEAP) as opened:
        opened.add(workbook(title=KNOWN, note=f"{KNOWN} " * 2000)).result()
        opened.attach(KNOWN.encode() * 5000).result()
        yield opened


def _opens(folder: Path, secret: str | None) -> bool:
    try:
        with open_archive(folder, secret=secret) as archive:
            assert archive.load("one").result().title == KNOWN
    except (NeedsSecret, WrongSecret):
        return False
    return True


def _key(folder: Path, secret: str) -> bytes:
    return keyfile.read(folder / "archive.key").unlock(secret)


def test_it_is_what_the_app_expects(archive: LocalArchive) -> None:
    protection: Protection = archive.protection
    state = protection.state().result()
    assert (state.has_passphrase, state.has_recovery_code, state.remembered) == (False, False, False)


def test_the_first_passphrase_seals_everything_anew_and_work_goes_on(archive: LocalArchive, folder: Path) -> None:
    code = archive.protection.set_first("secret").result().recovery_code
    assert archive.load("one").result().title == KNOWN
    archive.add(workbook("two", KNOWN)).result()
    state = archive.protection.state().result()
    assert (state.has_passphrase, state.has_recovery_code) == (True, True)
    archive.close()
    assert [_opens(folder, secret) for secret in ("secret", code, None, "other")] == [True, True, False, False]
    with open_archive(folder, secret=code) as again:
        assert {one.id for one in again.summaries().result()} == {"one", "two"}


def test_each_first_passphrase_brings_another_key(archive: LocalArchive, folder: Path) -> None:
    keys = set()
    for _ in range(2):
        archive.protection.set_first("secret").result()
        keys.add(_key(folder, "secret"))
        archive.protection.remove("secret").result()
    assert len(keys) == 2


def test_nothing_that_was_written_can_be_read_in_any_file(archive: LocalArchive, folder: Path, tmp_path: Path) -> None:
    code = archive.protection.set_first("secret").result().recovery_code
    archive.save(workbook(title=f"{KNOWN} again", note=KNOWN)).result()
    # Another process looks while it is open, so that the log is there too and no lock is lost.
    subprocess.run(["cp", "-r", folder, tmp_path / "copy"], check=True)
    archive.close()
    files = [path for place in (tmp_path / "copy", folder) for path in place.rglob("*") if path.is_file()]
    names = {path.name for path in files}
    assert names > {"archive.db", "archive.db-wal", "archive.key", "archive.lock"}
    assert any("backup" in name for name in names)
    for path in files:
        content = path.read_bytes()
        for word in (KNOWN, "secret", code, code.replace("-", "")):
            assert word.encode() not in content
            assert word.encode("utf-16-le") not in content


def test_it_does_not_open_with_the_published_key_any_more(archive: LocalArchive, folder: Path) -> None:
    archive.protection.set_first("secret").result()
    archive.close()
    (folder / "archive.key").unlink()
    with pytest.raises(Fault, match="key file"):
        open_archive(folder)


def test_a_passphrase_is_changed_with_itself_or_with_the_code(archive: LocalArchive, folder: Path) -> None:
    code = archive.protection.set_first("one").result().recovery_code
    key = _key(folder, "one")
    database = (folder / "archive.db").stat().st_ino
    archive.protection.change("one", "two").result()
    archive.protection.change(code, "three").result()
    assert _key(folder, "three") == key
    assert (folder / "archive.db").stat().st_ino == database
    archive.close()
    assert [_opens(folder, secret) for secret in ("one", "two", "three", code)] == [False, False, True, True]


def test_a_new_recovery_code_takes_the_place_of_the_old_one(archive: LocalArchive, folder: Path) -> None:
    old = archive.protection.set_first("secret").result().recovery_code
    new = archive.protection.new_recovery_code("secret").result()
    newest = archive.protection.new_recovery_code(new).result()
    archive.close()
    assert [_opens(folder, secret) for secret in (old, new, newest, "secret")] == [False, False, True, True]


def test_a_passphrase_that_was_taken_away_is_gone(archive: LocalArchive, folder: Path) -> None:
    archive.protection.set_first("secret").result()
    archive.protection.remove("secret").result()
    assert archive.load("one").result().title == KNOWN
    archive.save(workbook(title=KNOWN, note="later")).result()
    assert not archive.protection.state().result().has_passphrase
    archive.close()
    assert {path.name for path in folder.iterdir()} == {"archive.db", "archive.lock", "backups"}
    assert _opens(folder, None)


def test_a_wrong_secret_changes_nothing(archive: LocalArchive, folder: Path) -> None:
    archive.protection.set_first("secret").result()
    before = (folder / "archive.key").read_bytes()
    for refused in (
        archive.protection.change("Secret", "new"),
        archive.protection.new_recovery_code("Secret"),
        archive.protection.remove("Secret"),
    ):
        with pytest.raises(WrongSecret, match="Nothing was changed"):
            refused.result()
    assert (folder / "archive.key").read_bytes() == before


def test_an_empty_passphrase_is_refused_and_no_other(archive: LocalArchive, folder: Path) -> None:
    with pytest.raises(BadInput, match="at least one character"):
        archive.protection.set_first("").result()
    assert not archive.protection.state().result().has_passphrase
    archive.protection.set_first(" ").result()
    with pytest.raises(BadInput, match="at least one character"):
        archive.protection.change(" ", "").result()
    archive.close()
    assert _opens(folder, " ")


def test_letters_with_accents_are_the_same_however_they_were_typed(archive: LocalArchive, folder: Path) -> None:
    archive.protection.set_first(unicodedata.normalize("NFD", "Zażółć gęślą é")).result()
    archive.close()
    assert _opens(folder, unicodedata.normalize("NFC", "Zażółć gęślą é"))


def test_what_needs_a_passphrase_or_none_says_so(archive: LocalArchive) -> None:
    protection = archive.protection
    for refused in (protection.change("", "new"), protection.remove(""), protection.new_recovery_code("")):
        with pytest.raises(BadInput, match="has no passphrase"):
            refused.result()
    for unasked in (protection.remember(), protection.forget()):
        with pytest.raises(BadInput, match="has no passphrase"):
            unasked.result()
    protection.set_first("secret").result()
    with pytest.raises(BadInput, match="has a passphrase already"):
        protection.set_first("again").result()


def test_a_key_file_that_is_not_the_archives_own_is_not_built_upon(archive: LocalArchive, folder: Path) -> None:
    archive.protection.set_first("secret").result()
    other = folder.with_name("other")
    with open_archive(other, costs=CHEAP) as another:
        another.protection.set_first("secret").result()
    (folder / "archive.key").write_bytes((other / "archive.key").read_bytes())
    with pytest.raises(Fault, match="belongs to another archive"):
        archive.protection.change("secret", "new").result()


def test_attached_files_and_earlier_states_go_along(archive: LocalArchive) -> None:
    for number in range(5):
        archive.save(workbook(title=f"{number}")).result()
    before = [(state.number, state.at) for state in archive.history.listed("one").result()]
    paper = archive.attach(b"paper" * 1000).result()
    archive.protection.set_first("secret").result()
    assert [(state.number, state.at) for state in archive.history.listed("one").result()] == before
    assert archive.attached(paper).result() == b"paper" * 1000


def test_backups_that_open_without_the_passphrase_are_counted_and_removed(archive: LocalArchive) -> None:
    archive.backups.make().result()
    archive.save(workbook(note="later")).result()
    # Before it is set, one more is made of what is there by then.
    assert archive.protection.set_first("secret").result().open_backups == 2
    assert archive.protection.state().result().open_backups == 2
    assert archive.protection.remove_open_backups().result() == 2
    assert archive.protection.state().result().open_backups == 0
    (left,) = archive.backups.listed().result()
    assert left.protected
    assert archive.protection.remove_open_backups().result() == 0


def test_without_a_passphrase_there_are_no_open_backups_to_remove(archive: LocalArchive) -> None:
    archive.backups.make().result()
    with pytest.raises(BadInput, match="has no passphrase"):
        archive.protection.remove_open_backups().result()
    assert len(archive.backups.listed().result()) == 1


def test_where_no_backup_can_be_made_nothing_is_sealed_anew(archive: LocalArchive, folder: Path) -> None:
    (folder / "backups").write_text("in the way")
    with pytest.raises(Fault, match="No backup could be made"):
        archive.protection.set_first("secret").result()
    assert not archive.protection.state().result().has_passphrase
    assert _opens_after(archive, folder)


def _opens_after(archive: LocalArchive, folder: Path) -> bool:
    archive.close()
    return _opens(folder, None)


def test_a_backup_that_is_under_way_is_finished_before_the_archive_is_sealed_anew(archive: LocalArchive) -> None:
    under_way = archive.backups.make()
    archive.protection.set_first("secret").result()
    assert not under_way.result().protected
    assert archive.load("one").result().title == KNOWN


def test_the_real_costs_once(folder: Path) -> None:
    with open_archive(folder) as archive:
        archive.add(workbook(title=KNOWN)).result()
        archive.protection.set_first("secret").result()
    assert _opens(folder, "secret")
