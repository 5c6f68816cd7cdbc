"""`import` and `export` on the command line: the encrypted form, all at once, and what is there already."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from counteroffer.domain.base import revise
from tests.cli.conftest import CommandLine


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A file with a passphrase."""
    file = tmp_path / "word"
    file.write_text("ein Wort für unterwegs\n", encoding="utf-8")
    return file


@pytest.fixture
def other(tmp_path: Path) -> CommandLine:
    """Another archive."""
    return CommandLine(tmp_path / "other")


def test_an_encrypted_file_opens_with_its_passphrase(
    cli: CommandLine, other: CommandLine, filled: str, word: Path, tmp_path: Path
) -> None:
    file = tmp_path / "w.counteroffer"
    outcome = cli("export", filled, "--encrypt", "--new-passphrase-file", word, "-o", file)
    assert (outcome.code, outcome.out) == (0, f"{file}\n"), outcome.err
    assert b"Harbour" not in file.read_bytes()
    assert "--file-passphrase-file" in other.refused(2, "import", file)
    wrong = tmp_path / "wrong"
    wrong.write_text("another")
    assert "not the right one" in other.refused(2, "import", file, "--file-passphrase-file", wrong)
    assert other("import", file, "--file-passphrase-file", word).out == "w\n"
    assert other.workbook(filled) == cli.workbook(filled)


def test_without_a_passphrase_of_its_own_the_archives_is_tried(
    cli: CommandLine, other: CommandLine, filled: str, word: Path, tmp_path: Path
) -> None:
    file = tmp_path / "w.counteroffer"
    cli("export", filled, "--encrypt", "--new-passphrase-file", word, "-o", file)
    assert other("import", file, "--passphrase-file", word).out == "w\n"


def test_all_workbooks_are_carried_in_one_file(
    cli: CommandLine, other: CommandLine, filled: str, word: Path, tmp_path: Path
) -> None:
    second = cli.new("Second")
    for options in ((), ("--encrypt", "--new-passphrase-file", word)):
        file = tmp_path / f"all-{len(options)}"
        assert cli("export", "--all", *options, "-o", file, "--json").json == {"path": str(file)}
        taken = other("import", file, "--file-passphrase-file", word, "--json").json
        assert sorted(row["id"] for row in taken) == sorted([filled, second])
    assert other.content() == cli.content()


def test_what_is_to_happen_where_a_workbook_is_there_already(
    cli: CommandLine, other: CommandLine, filled: str, tmp_path: Path
) -> None:
    file = tmp_path / "w.counteroffer"
    cli("export", filled, "-o", file)
    mine = revise(cli.workbook(filled), title="Mine")
    other.keep(mine)
    assert "other content" in other.refused(2, "import", file)
    assert other("import", file, "--conflict", "newer").out == "w  kept, the archive's is newer\n"
    assert other("import", file, "--conflict", "newer", "--json").json == [{"id": "w", "outcome": "kept"}]
    assert other.content() == {"w": mine}
    (row,) = other("import", file, "--conflict", "keep_both", "--json").json
    assert row == {"id": row["id"], "outcome": "taken", "id_in_file": "w"}
    assert (other.content() or {}).keys() == {"w", row["id"]}
    assert other("import", file, "--conflict", "replace").out == "w\n"
    assert other.workbook("w").title == "First"


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (("export", "-o", "f"), "by its id, or all with --all"),
        (("export", "w", "--all", "-o", "f"), "by its id, or all with --all"),
        (("export", "w", "--new-passphrase-file", "p", "-o", "f"), "needs --encrypt"),
        (("export", "w", "--encrypt", "-o", "f"), "--new-passphrase-file"),
        (("export", "w", "--encrypt", "--new-passphrase-file", "nowhere", "-o", "f"), "no such file"),
        (("import", "f", "--conflict", "perhaps"), "invalid choice"),
    ],
)
def test_what_does_not_go_together(cli: CommandLine, filled: str, words: tuple[str, ...], cause: str) -> None:
    assert cause in cli.refused(2, *words)


def test_a_passphrase_is_asked_for_where_somebody_sits(
    cli: CommandLine, other: CommandLine, filled: str, word: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from counteroffer.cli import main
    from counteroffer.cli.console import Console
    from tests.cli.conftest import TODAY

    class Keyboard(io.BytesIO):
        def isatty(self) -> bool:
            return True

    asked: list[str] = []
    monkeypatch.setattr("getpass.getpass", lambda prompt: asked.append(prompt) or "ein Wort für unterwegs")
    file = tmp_path / "w.counteroffer"
    for archive, words in ((cli, ("export", filled, "--encrypt", "-o", str(file))), (other, ("import", str(file)))):
        console = Console(Keyboard(), io.StringIO(), io.StringIO())
        assert main(["--archive", str(archive.folder), *words], console, TODAY) == 0
    assert asked == ["New passphrase: ", "Once more: ", "Passphrase of the file: "]
    assert other.workbook(filled) == cli.workbook(filled)
