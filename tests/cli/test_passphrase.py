"""The passphrase on the command line."""

from __future__ import annotations

import getpass
import io
import json
import os
import pty
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from counteroffer import app
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import open_archive
from counteroffer.cli import main
from counteroffer.cli.console import Console
from tests.archive.keyrings import InMemory, instead
from tests.cli.conftest import TODAY, CommandLine, Outcome


@pytest.fixture
def secret(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a file with this passphrase in it."""

    def make(text: str) -> Path:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.txt"
        path.write_text(f"{text}\nsecond line\n", encoding="utf-8")
        return path

    return make


@pytest.fixture
def code(cli: CommandLine) -> str:
    """The recovery code of an archive with the passphrase "open sesame", a cheap one, and one workbook."""
    cli.new("Harbour")
    with open_archive(cli.folder, costs=Costs(passes=1, memory=8192)) as archive:
        return archive.protection.set_first("open sesame").result().recovery_code


def test_the_first_passphrase_brings_the_recovery_code_and_how_to_keep_it(
    cli: CommandLine, secret: Callable[[str], Path]
) -> None:
    cli.new("Harbour")
    outcome = cli("passphrase", "--new-passphrase-file", secret("open sesame"))
    assert outcome.code == 0
    code, keep, backups = outcome.out.splitlines()
    assert len(code) == 34
    assert "shown this once" in keep
    assert "still open without the passphrase: 1" in backups
    for word in ("open sesame", code):
        assert "Harbour" in cli("--passphrase-file", secret(word), "list").out


def test_without_it_nothing_opens_and_with_a_wrong_one_neither(
    cli: CommandLine, code: str, secret: Callable[[str], Path]
) -> None:
    assert "--passphrase-file" in cli.refused(2, "list")
    assert "neither the passphrase" in cli.refused(2, "list", "--passphrase-file", secret("wrong"))
    assert "typing mistake" in cli.refused(2, "list", "--passphrase-file", secret(code[:-1]))
    assert "Harbour" in cli("list", "--passphrase-file", secret("open sesame")).out


def test_a_missing_and_a_damaged_key_file_end_with_1(
    cli: CommandLine, code: str, secret: Callable[[str], Path]
) -> None:
    key_file = cli.folder / "archive.key"
    key_file.write_bytes(b"x" * 100)
    assert "damaged in both" in cli.refused(1, "list", "--passphrase-file", secret("open sesame"))
    key_file.unlink()
    assert "archive.key is missing" in cli.refused(1, "list", "--passphrase-file", secret("open sesame"))


def test_it_is_changed_and_taken_away(cli: CommandLine, code: str, secret: Callable[[str], Path]) -> None:
    changed = cli("--passphrase-file", secret(code), "passphrase", "--new-passphrase-file", secret("new"))
    assert (changed.code, changed.out) == (0, "The passphrase was changed. The recovery code stays as it is.\n")
    assert cli("list", "--passphrase-file", secret("open sesame")).code == 2
    removed = cli("--json", "--passphrase-file", secret("new"), "passphrase", "--remove")
    assert removed.json == {"has_passphrase": False}
    assert "Harbour" in cli("list").out


def test_a_passphrase_file_is_read_to_the_end_of_its_first_line(cli: CommandLine, tmp_path: Path) -> None:
    cli.new("Harbour")
    given = tmp_path / "given"
    given.write_bytes("\ufeff ünter \r\nmore".encode())
    assert cli("passphrase", "--new-passphrase-file", given).code == 0
    given.write_bytes(" u\u0308nter ".encode())
    assert "Harbour" in cli("list", "--passphrase-file", given).out
    given.write_bytes("ünter".encode())
    assert cli("list", "--passphrase-file", given).code == 2


@pytest.mark.parametrize(
    ("content", "cause"),
    [(b"", "empty"), (b"\nx", "empty"), (b"\xff\n", "UTF-8"), (b"x" * 70_000, "too long")],
)
def test_a_passphrase_file_that_holds_none_is_refused(
    cli: CommandLine, tmp_path: Path, content: bytes, cause: str
) -> None:
    cli.new()
    given = tmp_path / "given"
    given.write_bytes(content)
    assert cause in cli.refused(2, "list", "--passphrase-file", given)
    assert cause in cli.refused(2, "passphrase", "--new-passphrase-file", given)


def test_a_passphrase_file_that_cannot_be_read_is_refused(cli: CommandLine, tmp_path: Path) -> None:
    cli.new()
    for path in (tmp_path / "none", tmp_path, tmp_path / "none" / "none"):
        assert "no such file" in cli.refused(2, "list", "--passphrase-file", path)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "cannot be read" in cli.refused(1, "list", "--passphrase-file", loop)


def test_what_is_missing_is_said(cli: CommandLine, code: str, secret: Callable[[str], Path]) -> None:
    given = secret("open sesame")
    assert "--new-passphrase-file" in cli.refused(2, "passphrase", "--passphrase-file", given)
    assert "--passphrase-file" in cli.refused(2, "passphrase", "--remove")
    assert "not allowed with" in cli.refused(2, "passphrase", "--remove", "--new-passphrase-file", given)
    assert "needs a command" in cli.refused(2, "--passphrase-file", given)


def test_the_keyring_opens_it_but_is_not_enough_to_change_it(
    cli: CommandLine, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with instead(InMemory()):
        with open_archive(cli.folder, secret=code) as archive:
            archive.protection.remember().result()
        assert "Harbour" in cli("list").out
        assert "passphrase so far" in cli.refused(2, "passphrase", "--remove")
        assert _typed(cli, monkeypatch, [code], "passphrase", "--remove").code == 0


def test_there_is_nothing_to_take_away_or_to_protect(cli: CommandLine, secret: Callable[[str], Path]) -> None:
    assert "There is no archive in" in cli.refused(2, "passphrase", "--new-passphrase-file", secret("x"))
    cli.new()
    assert "has no passphrase" in cli.refused(2, "passphrase", "--remove")


# At the keyboard --------------------------------------------------------------------------------------------------


class _Keyboard(io.BytesIO):
    """Standard input with a person in front of it."""

    def isatty(self) -> bool:
        return True


def _typed(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch, answers: list[str | type[BaseException]], *words: object
) -> Outcome:
    """What a command says to somebody who types these answers when they are asked."""
    left = iter(answers)

    def answer(_: str) -> str:
        given = next(left)
        if isinstance(given, str):
            return given
        if given is getpass.GetPassWarning:
            warnings.warn("it will show", given, stacklevel=1)
        raise given

    monkeypatch.setattr(getpass, "getpass", answer)
    out, err = io.StringIO(), io.StringIO()
    code = main(["--archive", str(cli.folder), *map(str, words)], Console(_Keyboard(), out, err), TODAY)
    assert next(left, None) is None
    return Outcome(code, out.getvalue(), err.getvalue())


def test_somebody_at_the_keyboard_is_asked(cli: CommandLine, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Harbour" in _typed(cli, monkeypatch, ["open sesame"], "list").out
    assert _typed(cli, monkeypatch, ["wrong"], "list").code == 2
    for gone in (EOFError, getpass.GetPassWarning):
        assert "No passphrase was given" in _typed(cli, monkeypatch, [gone], "list").err
    assert "not the same" in _typed(cli, monkeypatch, [code, "one", "two"], "passphrase").err
    assert _typed(cli, monkeypatch, [code, "one", "one"], "passphrase").code == 0
    assert _typed(cli, monkeypatch, ["one"], "passphrase", "--remove").code == 0
    assert "Harbour" in _typed(cli, monkeypatch, [], "list").out


def test_a_real_terminal_does_not_show_what_is_typed(cli: CommandLine, code: str) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "counteroffer", "--archive", cli.folder, "--json", "list"],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        asked = b""
        while not asked.endswith(b": "):
            asked += os.read(ours, 1000)
        os.write(ours, b"open sesame\n")
        out = process.stdout.read() if process.stdout else b""
    assert process.returncode == 0
    assert [row["title"] for row in json.loads(out)] == ["Harbour"]
    assert b"sesame" not in asked + out


# In the window ----------------------------------------------------------------------------------------------------


def test_what_needs_a_secret_is_a_sentence_for_the_window_too(
    cli: CommandLine, code: str, qapp: object, tmp_path: Path
) -> None:
    from counteroffer.editing.ports import NeedsSecret

    with pytest.raises(NeedsSecret, match="has a passphrase"):
        app.open_application(qapp, cli.folder, tmp_path / "settings.json")  # type: ignore[arg-type]
