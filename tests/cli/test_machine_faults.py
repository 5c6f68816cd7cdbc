"""What the machine could not do ends with 1: one plain line, and everything is left as it was."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counteroffer.archive.file.connection import connect, settle
from counteroffer.archive.sealing.keys import PUBLISHED_KEY
from counteroffer.archive.store import open_archive
from tests.cli.conftest import CommandLine


def test_a_second_start_is_told_that_the_archive_is_open(cli: CommandLine, filled: str) -> None:
    with open_archive(cli.folder):
        assert "already open" in cli.refused(1, "list")
        assert "already open" in cli.refused(1, "apply", filled, stdin='{"set": ["title"], "value": "x"}')
    assert cli("list").code == 0


@pytest.mark.parametrize("words", [["list"], ["new"], ["show", "w"], ["import", "pyproject.toml"]])
def test_an_archive_of_0_bytes_is_refused_and_left_so(cli: CommandLine, words: list[str]) -> None:
    cli.folder.mkdir()
    (cli.folder / "archive.db").touch()
    assert "empty (0 bytes)" in cli.refused(1, *words)
    assert (cli.folder / "archive.db").stat().st_size == 0


def test_an_archive_that_is_none_is_refused_and_left_so(cli: CommandLine) -> None:
    cli.folder.mkdir()
    (cli.folder / "archive.db").write_bytes(b"secret" * 4096)
    told = cli.refused(1, "list")
    assert "not a Counteroffer archive" in told
    assert "secret" not in told
    assert (cli.folder / "archive.db").read_bytes() == b"secret" * 4096


def test_a_damaged_archive_is_refused_and_left_so(cli: CommandLine, filled: str) -> None:
    file = cli.folder / "archive.db"
    whole = file.read_bytes()
    for damaged in (whole[:-1], whole[: len(whole) // 2], bytes(100) + whole[100:]):
        file.write_bytes(damaged)
        cli.refused(1, "list")
        assert file.read_bytes() == damaged


def test_an_archive_of_a_newer_version_is_refused_and_left_so(cli: CommandLine, filled: str) -> None:
    make_newer(cli.folder)
    before = (cli.folder / "archive.db").read_bytes()
    assert "newer version" in cli.refused(1, "list")
    assert (cli.folder / "archive.db").read_bytes() == before


def make_newer(folder: Path) -> None:
    """What a later Counteroffer leaves behind: the same file with a higher number in it."""
    db = connect(folder / "archive.db", PUBLISHED_KEY)
    settle(db)
    db.pragma("user_version", 99)
    db.close()


def test_a_lost_archive_is_not_replaced_by_a_new_one(cli: CommandLine, filled: str) -> None:
    (cli.folder / "archive.db").unlink()
    assert "missing" in cli.refused(1, "new")
    assert not (cli.folder / "archive.db").exists()


def test_a_folder_that_cannot_be_one_is_refused(cli: CommandLine, tmp_path: Path) -> None:
    cli.folder.write_text("a file")
    assert "cannot be used for the archive" in cli.refused(1, "list")
    deeper = CommandLine(cli.folder / "deeper")
    assert "cannot be used for the archive" in deeper.refused(1, "new")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that exists and cannot be read: /proc")
def test_a_file_that_cannot_be_read_is_the_machines_fault(cli: CommandLine, filled: str) -> None:
    assert "cannot be read" in cli.refused(1, "import", "/proc/self/mem")


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that anybody may enter; pytest's own may be entered by its owner alone."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place)


@pytest.fixture
def bar(public: Path) -> Iterator[Callable[..., None]]:
    """Takes the right to write into a folder, and to the files in it, away from us, even from root."""
    closed: list[Path] = []
    as_root = os.geteuid() == 0

    def close(folder: Path, mode: int = 0o555) -> None:
        for path in (*folder.iterdir(), folder):
            path.chmod(mode)
        closed.append(folder)
        if as_root:
            os.seteuid(65534)

    yield close
    if as_root:
        os.seteuid(0)
    for folder in closed:
        folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits that would hold us back")
def test_a_folder_that_cannot_be_written_to_is_the_machines_fault(public: Path, bar: Callable[..., None]) -> None:
    cli = CommandLine(public / "archive")
    workbook_id = cli.new("kept")
    before = {path.name: path.read_bytes() for path in cli.folder.iterdir()}
    bar(cli.folder)
    assert "may not write" in cli.refused(1, "list")
    assert "may not write" in cli.refused(1, "apply", workbook_id, stdin='{"set": ["title"], "value": "x"}')
    assert "cannot be made or written to" in CommandLine(cli.folder / "other").refused(1, "new")
    assert {path.name: path.read_bytes() for path in cli.folder.iterdir()} == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits that would hold us back")
def test_a_folder_that_cannot_be_looked_into_is_the_machines_fault(public: Path, bar: Callable[..., None]) -> None:
    inner = public / "closed" / "inner"
    inner.parent.mkdir()
    bar(inner.parent, 0o000)
    outcome = CommandLine(inner)("list")
    assert (outcome.code, outcome.out) == (1, "")
    assert "cannot be used for the archive" in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits that would hold us back")
def test_a_paper_that_cannot_be_written_is_the_machines_fault(public: Path, bar: Callable[..., None]) -> None:
    cli = CommandLine(public / "archive")
    workbook_id = cli.new()
    assert cli("export", workbook_id, "-o", public / "x").code == 0
    if os.geteuid() == 0:
        for path in (cli.folder, *cli.folder.iterdir()):
            os.chown(path, 65534, 65534)
    closed = public / "closed"
    closed.mkdir()
    bar(closed)
    assert "cannot be written to" in cli.refused(1, "export", workbook_id, "-o", closed / "x")
    assert list(closed.iterdir()) == []
