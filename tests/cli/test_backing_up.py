"""`backup`, `backups`, `restore` and `verify`, on archives that open and on one that does not."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import open_archive
from counteroffer.cli import backing_up, main
from counteroffer.cli.console import Console
from tests.cli.conftest import TODAY, CommandLine

SECRET = "a passphrase"  # noqa: S105 - of the test


class _AtAKeyboard(io.BytesIO):
    def isatty(self) -> bool:
        return True


def _typed(cli: CommandLine, answer: bytes, *words: object) -> tuple[int, str]:
    """Exit code and output of a command to which a person types this answer."""
    out = io.StringIO()
    argv = ["--archive", str(cli.folder), *map(str, words)]
    return main(argv, Console(_AtAKeyboard(answer), out, io.StringIO()), TODAY), out.getvalue()


@pytest.fixture
def backup(cli: CommandLine, filled: str) -> str:
    """The name of a backup of an archive that has one workbook more since."""
    made = cli("backup")
    assert made.code == 0, made.err
    cli.new("Second")
    return made.out.strip()


def test_a_backup_is_made_and_listed(cli: CommandLine, backup: str) -> None:
    (row,) = cli("backups", "--json").json
    assert (row["name"], row["occasion"], row["protected"]) == (backup, "by hand", False)
    assert cli("backups").out.startswith(f"{backup}  ")
    assert "without passphrase" in cli("backups").out
    assert cli("backup", "--json").json["name"] > backup


def test_a_backup_in_another_folder(cli: CommandLine, filled: str, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    assert "no such folder" in cli.refused(2, "backup", "--to", stick)
    stick.mkdir()
    name = cli("backup", "--to", stick).out.strip()
    assert [path.name for path in stick.iterdir()] == [name]
    assert cli("backups").out == ""


def test_the_list_says_where_the_last_one_failed(cli: CommandLine, filled: str) -> None:
    (cli.folder / "backups").write_bytes(b"in the way")
    assert "No backup could be made" in cli.refused(1, "backup")
    assert "No backup could be made" in cli("backups").out


def test_restore_says_what_differs_and_waits_for_a_yes(cli: CommandLine, backup: str) -> None:
    assert "say --yes" in cli.refused(2, "restore", backup)
    shown = cli("restore", backup).out
    assert shown.startswith("gone    ")
    assert shown.splitlines()[0].endswith("  Second")
    assert shown.splitlines()[1] == "the same: 1"
    assert _typed(cli, b"no\n", "restore", backup)[0] == 2
    assert len(cli("list", "--json").json) == 2
    code, said = _typed(cli, b"yes\n", "restore", backup)
    assert code == 0
    assert said.endswith("The backup was put back. The archive as it was is a backup itself.\n")
    assert [row["id"] for row in cli("list", "--json").json] == ["w"]


def test_restore_for_programs(cli: CommandLine, backup: str) -> None:
    done = cli("restore", backup, "--yes", "--json").json
    assert [change["change"] for change in done["changes"]] == ["gone"]
    assert (done["same"], done["restored"]) == (1, True)
    assert cli("restore", backup, "--json").json["restored"] is False


def test_restore_of_nothing(cli: CommandLine, backup: str) -> None:
    for name in ("missing", cli.folder, "half\0"):
        assert "no such backup and no such file" in cli.refused(2, "restore", name, "--yes")


def test_a_file_on_a_new_computer(cli: CommandLine, backup: str, tmp_path: Path) -> None:
    fresh = CommandLine(tmp_path / "new home")
    file = cli.folder / "backups" / backup
    assert "say --yes" in fresh.refused(2, "restore", file)
    assert not fresh.folder.exists()
    assert fresh("restore", file, "--yes").out.endswith("The backup was put back.\n")
    assert [row["id"] for row in fresh("list", "--json").json] == ["w"]


def test_an_archive_that_does_not_open_is_set_aside(cli: CommandLine, backup: str) -> None:
    (cli.folder / "archive.db").write_bytes(b"")
    assert "say --yes" in cli.refused(2, "restore", backup)
    done = cli("restore", backup, "--yes")
    assert done.code == 0, done.err
    assert "is empty (0 bytes)" in done.out
    assert list(cli.folder.glob("damaged-*/archive.db"))
    assert [row["id"] for row in cli("list", "--json").json] == ["w"]
    assert cli("verify").code == 0


def test_a_backup_under_another_passphrase(cli: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_archive(tmp_path / "other", costs=Costs(1, 8192)) as other:
        other.protection.set_first(SECRET).result()
        made = other.backups.make().result()
    file = tmp_path / "other" / "backups" / made.name
    cli.new("Mine")
    assert "--backup-passphrase-file" in cli.refused(2, "restore", file)
    secret = tmp_path / "secret"
    secret.write_text(SECRET)
    assert cli("restore", file, "--yes", "--backup-passphrase-file", secret).code == 0
    fresh = CommandLine(tmp_path / "new home")
    assert "--backup-passphrase-file" in fresh("restore", file, "--yes").err
    monkeypatch.setattr(backing_up, "ask", lambda prompt: SECRET)
    assert _typed(fresh, b"yes\n", "restore", file)[0] == 0
    assert fresh("list", "--passphrase-file", secret).code == 0


def test_verify(cli: CommandLine, backup: str) -> None:
    assert cli("verify").out == "All is well: the archive and its backups are whole.\n"
    assert cli("verify", "--json").json == []
    path = cli.folder / "backups" / backup
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(bytes(content))
    assert "Not all is well" in cli.refused(1, "verify")
    (said,) = cli("verify", "--json").json
    assert said.startswith("The backup of ")
    assert cli("verify").out == f"{said}\n"


def test_nothing_of_this_begins_an_archive(cli: CommandLine) -> None:
    for words in (("backup",), ("backups",), ("verify",), ("restore", "missing", "--yes")):
        assert cli(*words).code == 2
    assert not cli.folder.exists()
