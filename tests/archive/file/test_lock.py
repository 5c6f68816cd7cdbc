from __future__ import annotations

import errno
import signal
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from counteroffer.archive.file import lock as locks
from counteroffer.archive.file.folder import Folder
from counteroffer.archive.file.lock import ALREADY_OPEN, acquire
from counteroffer.archive.store import open_archive
from counteroffer.domain.errors import Fault
from tests.archive.conftest import content_of, workbook

HOLDS = "a = open_archive(folder)\na.add(workbook()).result()\nprint('open', flush=True)\nsys.stdin.read()\n"


def test_a_second_counteroffer_is_told_so_and_changes_nothing(folder: Path, child: Callable[..., Popen[str]]) -> None:
    first = child(HOLDS, folder)
    assert first.stdout is not None
    assert first.stdout.readline() == "open\n"
    # The first one has the files open in another process, so reading them here lets go of none of its locks.
    before = content_of(folder)
    with pytest.raises(Fault) as caught:
        open_archive(folder)
    assert caught.value.sentence == ALREADY_OPEN
    assert content_of(folder) == before
    first.communicate(timeout=60)
    with open_archive(folder) as archive:
        assert archive.load("one").result() == workbook()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_a_lock_file_left_behind_blocks_nobody(folder: Path, child: Callable[..., Popen[str]]) -> None:
    first = child(HOLDS, folder)
    assert first.stdout is not None
    assert first.stdout.readline() == "open\n"
    first.kill()
    first.communicate(timeout=60)
    assert (folder / "archive.lock").exists()
    with open_archive(folder) as archive:
        assert archive.load("one").result() == workbook()


def test_the_same_program_cannot_open_it_twice_either(folder: Path) -> None:
    with open_archive(folder), pytest.raises(Fault, match="already open"):
        open_archive(folder)
    open_archive(folder).close()


def test_a_refused_archive_is_not_left_locked(folder: Path) -> None:
    folder.mkdir()
    (folder / "archive.db").touch()
    for _ in range(2):
        with pytest.raises(Fault, match="0 bytes"):
            open_archive(folder)


def test_another_program_that_has_the_file_open_is_named_as_such(
    folder: Path, child: Callable[..., Popen[str]]
) -> None:
    open_archive(folder).close()
    other = child(
        "from counteroffer.archive.file.connection import connect\n"
        "from counteroffer.archive.sealing.keys import PUBLISHED_KEY\n"
        "db = connect(folder / 'archive.db', PUBLISHED_KEY)\n"
        "db.pragma('user_version'); print('open', flush=True); sys.stdin.read()\n",
        folder,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    with pytest.raises(Fault, match="Another program is using"):
        open_archive(folder)
    other.communicate(timeout=60)
    open_archive(folder).close()


def test_a_disk_that_cannot_lock_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(handle: int) -> None:
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(locks, "_seize", no_locks)
    with pytest.raises(Fault, match="own disk"):
        acquire(Folder(tmp_path))


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="cannot be reached"):
        acquire(Folder(tmp_path / "unplugged"))
