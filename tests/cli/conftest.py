"""The command line, called in this process for speed, and as a real process where the process is the point."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from counteroffer.archive.store import open_archive
from counteroffer.cli import main
from counteroffer.cli.console import Console
from counteroffer.domain.base import revise
from counteroffer.domain.errors import Fault
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import NeedsSecret

TODAY = date(2027, 3, 1)


@dataclass(frozen=True)
class Outcome:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class CommandLine:
    """`counteroffer --archive FOLDER …` in this process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: object, stdin: str | bytes = b"") -> Outcome:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = io.StringIO(), io.StringIO()
        argv = ["--archive", str(self.folder), *map(str, words)]
        code = main(argv, Console(io.BytesIO(given), out, err), TODAY)
        return Outcome(code, out.getvalue(), err.getvalue())

    def new(self, title: str = "") -> str:
        """A new workbook's id."""
        outcome = self("new", "--title", title)
        assert outcome.code == 0, outcome.err
        return outcome.out.strip()

    def refused(self, code: int, *words: object, stdin: str | bytes = b"") -> str:
        """The one line that a command is refused with; nothing in the archive changes by it."""
        before = self.content()
        outcome = self(*words, stdin=stdin)
        assert (outcome.code, outcome.err.count("\n")) == (code, 1), outcome
        assert outcome.err.startswith("counteroffer: ")
        assert outcome.err.endswith(".\n")
        assert "Traceback" not in outcome.err
        assert self.content() == before
        return outcome.err

    def content(self) -> dict[str, Workbook] | None:
        """All workbooks in the archive; None where it cannot be opened."""
        if not self.folder.exists():
            return {}
        try:
            with open_archive(self.folder) as archive:
                return {one.id: archive.load(one.id).result() for one in archive.summaries().result()}
        except (Fault, NeedsSecret):
            return None

    def workbook(self, workbook_id: str) -> Workbook:
        """A workbook as the archive has it."""
        with open_archive(self.folder) as archive:
            return archive.load(workbook_id).result()

    def keep(self, workbook: Workbook) -> None:
        """Put this workbook into the archive."""
        with open_archive(self.folder) as archive:
            archive.save(workbook).result()


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "archive")


@pytest.fixture
def filled(cli: CommandLine) -> str:
    """The id of a workbook with an employer, in the archive."""
    workbook = Workbook(id="w", title="First")
    cli.keep(revise(workbook, situation=revise(workbook.situation, employer="Harbour & Hill")))
    return "w"


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """`python -m counteroffer …` as a real process."""

    def run(*words: object, env: dict[str, str] | None = None, **options: Any) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "counteroffer", *map(str, words)]
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60, **options}
        return subprocess.run(command, env={**os.environ, **(env or {})}, check=False, **options)

    return run
