from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from counteroffer.documents import write
from counteroffer.documents.write import write_file
from counteroffer.domain.errors import BadInput, Fault


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_private_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    write_file(tmp_path / "brief.pdf", b"content")
    assert (tmp_path / "brief.pdf").read_bytes() == b"content"
    assert mode(tmp_path / "brief.pdf") == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


def test_a_shareable_file_is_like_any_other(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_file(str(tmp_path / "agreement.pdf"), b"content", private=False)
    assert mode(tmp_path / "agreement.pdf") == mode(plain)


def test_an_old_file_is_replaced_and_was_never_open_to_others(tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"old")
    target.chmod(0o644)
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert mode(target) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link.pdf").symlink_to(tmp_path / "there" / "real.pdf")
    write_file(tmp_path / "link.pdf", b"content")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "there" / "real.pdf").read_bytes() == b"content"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("missing/brief.pdf", "folder for this file does not exist"),
        ("folder", "folder of this name already"),
        ("file/brief.pdf", "is a file, not a folder"),
        ("n" * 300, "too long"),
        ("a\0b", "not a name that a file can have"),
        ("pipe", "not an ordinary file"),
    ],
)
def test_where_no_file_can_be_one_sentence_says_so(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"old")
    os.mkfifo(tmp_path / "pipe")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BadInput, match=sentence) as caught:
        write_file(tmp_path / name, b"content")
    assert "Nothing was changed." in caught.value.sentence
    assert str(tmp_path) not in caught.value.sentence
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.EACCES, "cannot be written to"),
        (errno.EROFS, "can only be read"),
        (errno.ENOSPC, "The disk is full"),
        (errno.EIO, "could not be written"),
        (None, "could not be written"),
    ],
)
@pytest.mark.parametrize("moment", ["open", "fsync", "replace"])
def test_whatever_fails_the_old_file_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int | None, sentence: str, moment: str
) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"old")

    def fail(*_given: Any, **_more: Any) -> Any:
        raise OSError(code, "the machine says no") if code else OSError("the machine says no")

    monkeypatch.setattr(os, moment, fail)
    with pytest.raises(Fault, match=sentence):
        write_file(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


def test_a_file_that_grows_too_large_for_the_machine_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"old")
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from counteroffer.documents.write import write_file; from counteroffer.domain.errors import Fault\n"
        "try: write_file(sys.argv[1], b'x' * 10_000)\n"
        "except Fault as fault: print(fault.sentence)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(target)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "This disk does not take a file of that size. Nothing was changed."
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def in_a_small_world(setup: str, script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a script where file systems of one's own can be mounted on a folder, without touching the machine's."""
    begun = ["unshare", "--user", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or subprocess.run([*begun, "true"], check=False, capture_output=True).returncode:
        pytest.skip("needs Linux that lets its users mount file systems of their own")
    command = [*begun, "sh", "-ec", f'{setup}; exec "$2" -c "$3" "$1"', "sh", str(folder), sys.executable, script]
    return subprocess.run(command, check=True, capture_output=True, text=True)


OVER_AN_OLD_FILE = """
import sys
from pathlib import Path
from counteroffer.documents.write import write_file
from counteroffer.domain.errors import Fault
target = Path(sys.argv[1]) / "brief.pdf"
try:
    write_file(target, b"x" * 200_000)
except Fault as fault:
    print(fault.sentence)
print(target.read_bytes(), sorted(path.name for path in target.parent.iterdir()))
"""


@pytest.mark.parametrize(
    ("setup", "sentence"),
    [
        ('mount -t tmpfs -o size=64k tmpfs "$1"; printf old > "$1/brief.pdf"', "The disk is full."),
        (
            'printf old > "$1/brief.pdf"; mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"',
            "This folder can only be read, not written to.",
        ),
    ],
    ids=["full", "read-only"],
)
def test_a_disk_that_takes_no_more_leaves_the_old_file_whole(tmp_path: Path, setup: str, sentence: str) -> None:
    done = in_a_small_world(setup, OVER_AN_OLD_FILE, tmp_path)
    assert done.stdout.splitlines() == [f"{sentence} Nothing was changed.", "b'old' ['brief.pdf']"]


def test_a_disk_with_room_takes_the_file_there_too(tmp_path: Path) -> None:
    setup = 'mount -t tmpfs -o size=1m tmpfs "$1"; printf old > "$1/brief.pdf"'
    assert in_a_small_world(setup, OVER_AN_OLD_FILE, tmp_path).stdout.startswith("b'xxx")


def test_whoever_has_the_old_file_open_reads_it_to_its_end(tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"old words")
    with target.open("rb") as reader:
        begun = reader.read(3)
        if sys.platform == "win32":
            with pytest.raises(Fault, match="open in another program"):
                write_file(target, b"new")
            return
        write_file(target, b"new")
        assert begun + reader.read() == b"old words"
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux: no administrator can fill its /sys")
def test_a_folder_that_takes_no_files_is_a_fault() -> None:
    with pytest.raises(Fault, match="written to"):
        write_file("/sys/brief.pdf", b"content")


def test_a_device_is_never_replaced_by_a_file() -> None:
    with pytest.raises(BadInput, match="not an ordinary file"):
        write_file("/dev/null", b"content")


def test_an_interruption_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "brief.pdf", b"content")
    assert list(tmp_path.iterdir()) == []


def test_where_folders_cannot_be_flushed_the_file_alone_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "_FLUSHES_FOLDERS", False)
    write_file(tmp_path / "brief.pdf", b"content")
    assert (tmp_path / "brief.pdf").read_bytes() == b"content"
