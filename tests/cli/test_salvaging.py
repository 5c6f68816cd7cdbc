"""The `salvage` command, notices on standard error, and a home archive whose folder is gone."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from string import ascii_letters

import pytest

from counteroffer.archive.rescue.salvage import Report
from counteroffer.domain.base import revise
from tests.cli.conftest import CommandLine

WORDS = Random(1)  # noqa: S311 - text that does not compress well


def test_a_damaged_archive_is_salvaged(cli: CommandLine, filled: str) -> None:
    cli.keep(revise(cli.workbook(filled), id="second", note="".join(WORDS.choices(ascii_letters, k=9000))))
    file = cli.folder / "archive.db"
    content = file.read_bytes()
    file.write_bytes(content[:-5000])
    assert "counteroffer salvage" in cli.refused(1, "list")
    assert "say --yes" in cli.refused(2, "salvage")
    outcome = cli("salvage", "--yes")
    assert outcome.code == 0, outcome.err
    assert "Brought back whole: " in outcome.out
    (aside,) = cli.folder.glob("damaged-*")
    assert str(aside) in outcome.out
    assert (aside / "archive.db").read_bytes() == content[:-5000]
    assert cli("list").code == 0


def test_the_report_as_json(cli: CommandLine, filled: str) -> None:
    report = cli("--json", "salvage", "--yes").json
    assert report["whole"] == ["First"]
    assert (report["lost"], report["backup"], report["states"]) == ([], None, 1)
    assert Path(report["aside"]).is_dir()


def test_there_must_be_an_archive(cli: CommandLine) -> None:
    assert "There is no archive" in cli.refused(2, "salvage", "--yes")


def test_a_passphrase_is_asked_for_in_a_file(cli: CommandLine, filled: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("correct horse\n")
    assert cli("passphrase", "--new-passphrase-file", secret).code == 0
    assert "--passphrase-file" in cli("salvage", "--yes").err
    assert cli("salvage", "--yes", "--passphrase-file", secret).code == 0
    assert "First" in cli("list", "--passphrase-file", secret).out


def test_the_report_names_what_is_not_whole() -> None:
    at = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
    report = Report(Path("aside"), ("a",), ("Early",), ("Saved", ""), ("Gone",), 12, 2, at)
    assert "\n".join(report.sentences()) == (
        "Brought back whole: 1 workbook.\n"
        "Brought back in an earlier state, because the newest was damaged: 1 workbook.\n"
        "    Early\n"
        "Brought back from the backup of 2027-03-01 12:00 UTC: 2 workbooks.\n"
        "    Saved\n"
        "    Untitled workbook\n"
        "Lost, with no whole state and none in a backup: 1 workbook.\n"
        "    Gone\n"
        "Attached files that are lost: 2.\n"
        "Saved states brought back in all: 12.\n"
        "The damaged files are in aside. Keep them until you have looked through your workbooks."
    )


def test_a_notice_is_told_on_standard_error_and_blocks_nothing(cli: CommandLine, filled: str) -> None:
    shutil.copyfile(cli.folder / "archive.db", cli.folder / "archive 2.db")
    outcome = cli("list")
    assert outcome.code == 0
    assert "First" in outcome.out
    assert "second copy of the archive: archive 2.db" in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="only Unix says by environment where a home is")
def test_a_home_archive_whose_folder_is_gone_is_not_begun_anew(
    tmp_path: Path, process: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    home = {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    assert process("new", env=home).returncode == 0
    shutil.rmtree(tmp_path / "data")
    refused = process("new", env=home)
    assert refused.returncode == 1
    assert b"is gone" in refused.stderr
    assert not (tmp_path / "data").exists()
