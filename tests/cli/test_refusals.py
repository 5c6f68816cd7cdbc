"""What the user got wrong ends with 2, what we got wrong with 1: one plain line, and nothing changed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counteroffer.cli import commands, main
from counteroffer.cli.console import Console
from tests.cli.conftest import TODAY, CommandLine

# What was given ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (["frob"], "invalid choice"),
        (["--frob"], "Unrecognized arguments"),
        (["list", "more"], "Unrecognized arguments"),
        (["list", "--titel", "x"], "Unrecognized arguments"),
        (["new", "--tit", "x"], "Unrecognized arguments"),
        (["new", "--title"], "expected one argument"),
        (["show"], "required: ID"),
        (["brief", "w"], "required: -o"),
        (["brief", "w", "-o", "x.pdf", "--page", "A5"], "invalid choice"),
        (["import"], "required: FILE"),
        (["--json"], "needs a command"),
        (["new", "--title", "x" * 301], "at most 300 characters"),
        (["new", "--title", "two\nlines"], "one line"),
        (["new", "--title", "\udcff"], "cannot be kept"),
        (["show", "nobody"], "no workbook with this id"),
        (["show", ""], "no workbook with this id"),
        (["show", "a\nb"], "no workbook with this id"),
        (["apply", "nobody"], "no workbook with this id"),
        (["brief", "nobody", "-o", "x.pdf"], "no workbook with this id"),
        (["agreement", "nobody", "-o", "x.pdf"], "no workbook with this id"),
        (["export", "nobody", "-o", "x"], "no workbook with this id"),
        (["apply", "w", "nowhere.jsonl"], "cannot be read"),
        (["apply", "w", "."], "cannot be read"),
        (["import", "nowhere.counteroffer"], "no such file"),
        (["import", "pyproject.toml/x"], "no such file"),
        (["import", "a\0b"], "no such file"),
        (["import", "."], "a folder, not a file"),
        (["export", "w", "-o", "no/such/folder/x"], "folder for this file does not exist"),
        (["brief", "w", "-o", "."], "a folder of this name"),
    ],
)
def test_what_was_given_wrong_ends_with_2(
    cli: CommandLine, filled: str, words: list[str], cause: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert cause in cli.refused(2, *words)


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        (lambda text: "", "empty"),
        (lambda text: text[:-100], "cut off"),
        (lambda text: text.replace("Harbour", "Arbour"), "checksum"),
        (lambda text: text.replace('"format_version": 1', '"format_version": 2'), "newer version"),
        (lambda text: "[]", "not a Counteroffer workbook"),
        (lambda text: '{"title": "x"}', "not a Counteroffer workbook"),
        (lambda text: _hand_made(secretly="x"), "no such field"),
        (lambda text: _hand_made(title=5), "must be text"),
        (lambda text: _hand_made(situation={"walk_away": {"amount": "NaN"}}), "real number"),
        (lambda text: _hand_made().replace('"w"', "NaN"), "NaN"),
        (lambda text: _hand_made(note="x" * 10_000_000), "too long"),
        (lambda text: "x" * (64 * 1024 * 1024 + 1), "larger than 64 MB"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused(
    cli: CommandLine, filled: str, tmp_path: Path, change: Callable[[str], str], cause: str
) -> None:
    file = tmp_path / "secret.counteroffer"
    cli("export", filled, "-o", file)
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    told = cli.refused(2, "import", file)
    assert cause in told
    assert "secret" not in told


def _hand_made(**fields: Any) -> str:
    return json.dumps({"format": "counteroffer-workbook", "format_version": 1, "id": "w", **fields})


def test_a_workbook_that_is_there_with_other_content_is_not_overwritten(
    cli: CommandLine, filled: str, tmp_path: Path
) -> None:
    file = tmp_path / "w.counteroffer"
    cli("export", filled, "-o", file)
    cli("apply", filled, stdin='{"set": ["title"], "value": "Second"}')
    assert "already in the archive" in cli.refused(2, "import", file)


def test_nothing_is_written_over_the_archive_itself(cli: CommandLine, filled: str, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(cli.folder)
    for output in (cli.folder / "archive.db", tmp_path / "link" / "archive.db"):
        assert "own folder" in cli.refused(2, "export", filled, "-o", output)
        assert "own folder" in cli.refused(2, "brief", filled, "-o", output)


# What we got wrong ------------------------------------------------------------------------------------------------


def test_a_fault_of_our_own_is_told_without_a_word_of_the_workbook(
    cli: CommandLine, filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("secret words of a workbook")

    monkeypatch.setitem(commands._COMMANDS, "list", broken)
    told = cli.refused(1, "list")
    assert "a fault of its own (KeyError in commands.py:" in told
    assert "secret" not in told


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 1, ""),
        (OSError(28, "No space left on device", "secret"), 1, "No space left on device"),
        (ModuleNotFoundError("No module named 'reportlab'"), 1, "reportlab"),
        (MemoryError(), 1, "MemoryError"),
        (RecursionError("secret"), 1, "RecursionError"),
    ],
)
def test_every_other_end_has_its_code(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, says: str
) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr(commands, "_is_bare", broken)
    outcome = cli("list")
    assert (outcome.code, outcome.err.count("\n")) == (code, 1 if says else 0)
    assert says in outcome.err
    assert "secret" not in outcome.err


def test_when_even_complaints_cannot_be_heard_the_code_still_says_it(cli: CommandLine) -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    assert main(["frob"], Console(io.BytesIO(), io.StringIO(), Closed()), TODAY) == 2


def test_a_complaint_is_one_line_whatever_is_in_it() -> None:
    err = io.StringIO()
    Console(io.BytesIO(), io.StringIO(), err).complain("a\nb\x1b[31m\u2028c\udcff")
    assert err.getvalue() == "counteroffer: a b [31m c\n"


def test_every_command_has_its_words_and_its_work(cli: CommandLine) -> None:
    from counteroffer.cli.arguments import parser

    (named,) = (one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    assert set(named.choices) == {*commands._COMMANDS, "schema", "restore", "salvage"}
