"""A folder for an archive, a clock that only the test moves, and workbooks to keep."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.base import revise
from counteroffer.domain.situation import Attachment
from counteroffer.domain.workbook import Workbook

NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


class HandClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def move(self, by: timedelta) -> None:
        self.now += by


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def archive(folder: Path, clock: HandClock) -> Iterator[LocalArchive]:
    with open_archive(folder, clock) as opened:
        yield opened


def workbook(workbook_id: str = "one", title: str = "First", note: str = "") -> Workbook:
    return Workbook(id=workbook_id, title=title, note=note, created=NOON)


def with_paper(book: Workbook, fingerprint: str) -> Workbook:
    """The workbook naming one more attached file."""
    paper = Attachment(name="offer.pdf", sha256=fingerprint)
    attached = (*book.situation.attachments, paper)
    return revise(book, situation=revise(book.situation, attachments=attached))


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file in a folder. Only while no archive in it is open in this process."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def refill(folder: Path, files: dict[str, bytes]) -> None:
    """Make the folder hold exactly these files."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def start_child(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Starts a real second Python with this code; `folder` and the like are its arguments."""
    prelude = (
        "import sys, os, signal\n"
        "from pathlib import Path\n"
        "from counteroffer.archive.store import open_archive\n"
        "from counteroffer.domain.errors import BadInput, Fault\n"
        "from counteroffer.domain.workbook import Workbook\n"
        "from tests.archive.conftest import workbook\n"
        "folder = Path(sys.argv[1])\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", prelude + code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


@pytest.fixture
def child() -> Callable[..., subprocess.Popen[str]]:
    return start_child


def finished(process: subprocess.Popen[str]) -> str:
    """What a child printed; fails the test with the child's own words if it did not end well."""
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out
