from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from counteroffer.archive.file import folder as folders
from counteroffer.archive.file.folder import Folder, has_archive, keep_private, make_private, prepare
from counteroffer.archive.store import open_archive
from counteroffer.domain.errors import Fault
from tests.archive.conftest import content_of, workbook

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no permission bits")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
def test_folder_and_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        with open_archive(tmp_path / "new" / "archive") as archive:
            archive.add(workbook()).result()
            files = list(archive.folder.path.iterdir())
            assert len(files) == 3
            assert {_mode(path) for path in files} == {0o600}
            assert _mode(archive.folder.path) == 0o700
    finally:
        os.umask(old)


@posix
def test_wider_permissions_are_taken_back_when_the_archive_is_opened(folder: Path) -> None:
    open_archive(folder).close()
    folder.chmod(0o755)
    for path in folder.iterdir():
        path.chmod(0o644)
    with open_archive(folder) as archive:
        assert {_mode(path) for path in folder.iterdir()} == {0o600}
        assert _mode(archive.folder.path) == 0o700


@posix
def test_a_folder_with_other_things_in_it_stays_open_to_others_but_our_files_do_not(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("shared")
    tmp_path.chmod(0o755)
    with open_archive(tmp_path):
        assert _mode(tmp_path) == 0o755
        assert _mode(tmp_path / "archive.db") == 0o600


@posix
def test_a_file_is_private_before_anything_is_in_it(tmp_path: Path) -> None:
    make_private(tmp_path / "file")
    assert _mode(tmp_path / "file") == 0o600
    assert (tmp_path / "file").stat().st_size == 0
    with pytest.raises(FileExistsError):
        make_private(tmp_path / "file")
    keep_private(tmp_path / "file")


def test_the_names_of_the_files_are_fixed(tmp_path: Path) -> None:
    place = Folder(tmp_path)
    paths = (place.database, place.log, place.lock, place.key, place.backups)
    assert [path.name for path in paths] == ["archive.db", "archive.db-wal", "archive.lock", "archive.key", "backups"]


def test_a_place_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Fault, match="cannot be used for the archive"):
        open_archive(tmp_path / "file" / "archive")
    with pytest.raises(Fault, match="cannot be used for the archive"):
        open_archive(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc, where nobody can make a folder")
def test_a_place_where_no_folder_can_be_made_is_refused() -> None:
    with pytest.raises(Fault, match="Nothing was changed"):
        open_archive(Path("/proc/counteroffer"))
    with pytest.raises(Fault, match=r"may not write|not be reached"):
        open_archive(Path("/proc"))


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that can be reached by every user, unlike pytest's own."""
    top = Path(tempfile.mkdtemp())
    top.chmod(0o755)
    yield top / "archive"
    shutil.rmtree(top)


@posix
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o500, 0o600), (0o700, 0o400), (0o000, 0o600)])
def test_what_may_not_be_written_is_refused_and_kept(shared_folder: Path, folder_mode: int, file_mode: int) -> None:
    with open_archive(shared_folder) as archive:
        archive.add(workbook()).result()
    before = content_of(shared_folder)
    # Permissions bind everybody but root, so the child becomes somebody else first.
    code = (
        "import os, sys, pathlib, encodings.idna, concurrent.futures.thread\n"
        "from counteroffer.archive.store import open_archive\n"
        "from counteroffer.domain.errors import Fault\n"
        "if os.geteuid() == 0: os.setegid(65534); os.seteuid(65534)\n"
        "try: open_archive(pathlib.Path(sys.argv[1]))\n"
        "except Fault as fault: print(fault)\n"
    )
    if os.geteuid() == 0:
        for path in (shared_folder, *shared_folder.iterdir()):
            os.chown(path, 65534, 65534)
    (shared_folder / "archive.db").chmod(file_mode)
    shared_folder.chmod(folder_mode)
    try:
        result = subprocess.run([sys.executable, "-c", code, shared_folder], capture_output=True, text=True, check=True)
    finally:
        shared_folder.chmod(0o700)
    assert "may not write" in result.stdout, result.stderr
    assert content_of(shared_folder) == before


def test_a_first_run_is_one_where_nothing_is(tmp_path: Path) -> None:
    assert not has_archive(prepare(tmp_path), recorded=False)


def test_an_empty_file_is_never_an_archive(folder: Path) -> None:
    folder.mkdir()
    (folder / "archive.db").touch()
    with pytest.raises(Fault, match="0 bytes") as caught:
        open_archive(folder)
    assert "Nothing was changed" in caught.value.sentence
    assert (folder / "archive.db").stat().st_size == 0


def test_a_lost_file_is_not_replaced_by_an_empty_archive(folder: Path) -> None:
    open_archive(folder).close()
    (folder / "archive.db").unlink()
    before = content_of(folder)
    for _ in range(2):
        with pytest.raises(Fault, match="missing") as caught:
            open_archive(folder)
    assert "no new one was started" in caught.value.sentence
    assert content_of(folder) == before


@pytest.mark.parametrize("trace", ["archive.db-wal", "archive.key", "backups/2027-03-01.zip"])
def test_any_trace_of_an_archive_keeps_a_new_one_from_being_started(folder: Path, trace: str) -> None:
    (folder / trace).parent.mkdir(parents=True)
    (folder / trace).write_text("something")
    with pytest.raises(Fault, match="missing"):
        open_archive(folder)


def test_a_database_that_leads_nowhere_counts_as_lost_and_is_not_replaced(folder: Path) -> None:
    folder.mkdir()
    (folder / "archive.db").symlink_to(folder / "unplugged" / "archive.db")
    with pytest.raises(Fault, match="Nothing was changed"):
        open_archive(folder)
    assert (folder / "archive.db").is_symlink()


def test_a_folder_in_place_of_the_file_is_refused(folder: Path) -> None:
    (folder / "archive.db").mkdir(parents=True)
    with pytest.raises(Fault, match="not a file"):
        open_archive(folder)


def test_a_first_run_that_was_cut_short_is_done_again(folder: Path) -> None:
    folder.mkdir()
    (folder / "archive.lock").touch()
    (folder / "archive.db.new").write_bytes(b"half of it")
    (folder / "archive.db.new-journal").write_bytes(b"half of it")
    with open_archive(folder) as archive:
        archive.add(workbook()).result()
    assert set(content_of(folder)) == {"archive.db", "archive.lock"}


def test_the_record_of_the_first_run_comes_back_if_it_was_lost(folder: Path) -> None:
    open_archive(folder).close()
    record = (folder / "archive.lock").read_bytes()
    assert b"has been in this folder since" in record
    (folder / "archive.lock").unlink()
    open_archive(folder).close()
    assert (folder / "archive.lock").read_bytes()


def test_windows_has_no_folder_to_wait_for_and_no_bits_to_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch(mode=0o644)
    place = Folder(tmp_path)
    monkeypatch.setattr(folders, "_POSIX", False)
    prepare(tmp_path)
    make_private(tmp_path / "other")
    keep_private(tmp_path / "file")
    folders.settle_names(place)
    assert _mode(tmp_path / "file") == 0o644
