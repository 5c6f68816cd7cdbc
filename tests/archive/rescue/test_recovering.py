"""A backup in the place of an archive that does not open any more, or on a computer where there is none yet."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from counteroffer.archive.rescue.recovering import found_backups, put_back
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import open_archive
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports import NeedsSecret, WrongSecret
from tests.archive.conftest import NOON, HandClock, content_of, finished, workbook

CHEAP = Costs(passes=1, memory=8192)
SECRET = "a passphrase"  # noqa: S105 - of the test


@pytest.fixture
def backup(folder: Path, clock: HandClock) -> Path:
    """A backup with a passphrase in an archive that was changed after it and does not open any more."""
    with open_archive(folder, clock, costs=CHEAP) as archive:
        archive.protection.set_first(SECRET).result()
        archive.add(workbook("one", "then")).result()
        made = archive.backups.make().result()
        archive.save(workbook("one", "now")).result()
    database = folder / "archive.db"
    database.write_bytes(b"damaged" + database.read_bytes()[7:])
    return folder / "backups" / made.name


def test_the_damaged_files_are_set_aside_and_the_backup_opens(folder: Path, backup: Path, clock: HandClock) -> None:
    damaged = content_of(folder)
    with pytest.raises(Fault):
        open_archive(folder, clock, SECRET)
    assert backup.name in {one.name for one in found_backups(folder)}
    aside = put_back(folder, backup, SECRET, NOON)
    assert aside is not None
    assert content_of(aside) == {name: damaged[name] for name in ("archive.db", "archive.key")}
    with open_archive(folder, clock, SECRET) as archive:
        assert archive.load("one").result().title == "then"
        assert archive._work.notices == ()
        assert archive.backups.verify().result() == ()
    assert put_back(folder, backup, SECRET, NOON) != aside


def test_on_a_new_computer_there_is_nothing_to_set_aside(backup: Path, tmp_path: Path, clock: HandClock) -> None:
    home = tmp_path / "new home"
    assert put_back(home, backup, SECRET, NOON) is None
    with open_archive(home, clock, SECRET) as archive:
        assert archive.load("one").result().title == "then"


def test_nothing_is_touched_until_the_backup_has_opened(folder: Path, backup: Path) -> None:
    before = content_of(folder)
    with pytest.raises(NeedsSecret):
        put_back(folder, backup, "", NOON)
    with pytest.raises(WrongSecret):
        put_back(folder, backup, "another", NOON)
    with pytest.raises(BadInput, match="no such backup"):
        put_back(folder, folder / "missing", SECRET, NOON)
    cut = folder.parent / "cut"
    cut.write_bytes(backup.read_bytes()[:-1000])
    with pytest.raises(Fault, match="not whole"):
        put_back(folder, cut, SECRET, NOON)
    assert content_of(folder) == before
    assert not list(folder.glob("damaged*"))


def test_not_while_the_archive_is_open(tmp_path: Path, backup: Path) -> None:
    with open_archive(tmp_path / "open"), pytest.raises(Fault, match="already open"):
        put_back(tmp_path / "open", backup, SECRET, NOON)


STRUCK = """
from counteroffer.archive.rescue.recovering import put_back
from tests.archive.conftest import NOON
from tests.archive.struck import struck
backup = Path(sys.argv[2])
def look(folder):
    try:
        with open_archive(folder, secret='a passphrase') as a:
            return a.load('one').result().title
    except Fault:
        put_back(folder, backup, 'a passphrase', NOON)
    with open_archive(folder, secret='a passphrase') as a:
        assert a.load('one').result().title == 'then'
    kept = [path for path in folder.glob('damaged*/archive.db') if path.read_bytes().startswith(b'damaged')]
    assert len(kept) == 1, kept
outcomes = [look(folder) for folder in struck(folder, lambda folder: put_back(folder, backup, 'a passphrase', NOON))]
print(outcomes[0], outcomes[-1], len(outcomes) > 8, set(outcomes) == {None, 'then'})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_struck_at_any_step_it_is_done_or_can_be_done_again(
    folder: Path, backup: Path, tmp_path: Path, child: Callable[..., Popen[str]]
) -> None:
    carried = backup.rename(tmp_path / backup.name)
    assert finished(child(STRUCK, folder, carried)).split() == ["None", "then", "True", "True"]
