"""Every command does its work, in words for people and in JSON for programs."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

from counteroffer import __version__
from counteroffer.archive.carrying import portable
from counteroffer.cli import main
from counteroffer.cli.console import Console
from counteroffer.domain.workbook import json_schema
from counteroffer.sample import sample_workbook
from tests.cli.conftest import TODAY, CommandLine, Outcome


def test_new_adds_an_empty_workbook_and_prints_its_id(cli: CommandLine) -> None:
    outcome = cli("new", "--title", "Harbour & Hill, autumn")
    assert (outcome.code, outcome.err) == (0, "")
    assert cli.workbook(outcome.out.strip()).title == "Harbour & Hill, autumn"
    assert cli.workbook(cli.new()).title == ""


def test_sample_adds_the_sample_as_of_today_each_time_anew(cli: CommandLine) -> None:
    first, second = cli("sample").out.strip(), cli("sample").out.strip()
    assert first != second
    workbook = cli.workbook(first)
    assert workbook == sample_workbook(TODAY).model_copy(update={"id": first})


def test_list_names_the_last_changed_first(cli: CommandLine, filled: str) -> None:
    newest = cli.new("Second")
    lines = cli("list").out.splitlines()
    assert [line.split()[0] for line in lines] == [newest, filled]
    assert lines[1].endswith("First  Harbour & Hill")
    rows = cli("list", "--json").json
    assert [row["id"] for row in rows] == [newest, filled]
    assert rows[1]["employer"] == "Harbour & Hill"
    assert rows[1].keys() == {
        "id", "title", "employer", "role", "stage", "outcome", "tags", "created", "changed", "revision",
        "archived", "binned", "opened",
    }  # fmt: skip


def test_an_archive_that_was_never_begun_lists_nothing_and_is_not_begun_by_looking(cli: CommandLine) -> None:
    assert cli("list") == cli("list", "--archive", cli.folder / "typo")
    assert cli("list").out == ""
    assert cli("list", "--json").json == []
    assert "no archive in" in cli.refused(2, "show", "w")
    assert not cli.folder.exists()


def test_show_prints_what_matters_in_plain_words(cli: CommandLine) -> None:
    workbook_id = cli("sample").out.strip()
    workbook = cli.workbook(workbook_id)
    outcome = cli("show", workbook_id)
    assert (outcome.code, outcome.err) == (0, "")
    said = outcome.out
    for words in (
        workbook.title,
        workbook.situation.employer,
        workbook.situation.role,
        *(t.name for t in workbook.terms),
    ):
        assert words in said
    assert workbook.situation.stage is not None
    assert f"Stage: {workbook.situation.stage.label}" in said
    for level in ("offered", "target", "acceptable", "agreed"):
        assert f"{level} " in said
    assert "Still to come" in said


def test_show_of_an_empty_workbook_says_so(cli: CommandLine) -> None:
    assert cli("show", cli.new()).out == "Untitled workbook\n\nNo terms yet.\n"


def test_show_reads_every_kind_of_level(cli: CommandLine, filled: str) -> None:
    kinds = {
        "money_year": ({"kind": "amount", "amount": "85000.50"}, "target 85,000.50 EUR"),
        "percent": ({"kind": "percent", "percent": "5"}, "target 5 %"),
        "days_year": ({"kind": "number", "number": "28"}, "target 28"),
        "yes_no": ({"kind": "yes_no", "yes": True}, "target yes"),
        "date": ({"kind": "date", "date": "2027-04-01"}, "target 2027-04-01"),
        "text": ({"kind": "text", "text": "Lead analyst"}, "target Lead analyst"),
    }
    edits = [
        json.dumps({"insert": ["terms"], "value": {"id": unit, "unit": unit, "target": {"value": value}}})
        for unit, (value, _) in kinds.items()
    ]
    assert cli("apply", filled, stdin="\n".join(edits)).code == 0
    said = cli("show", filled).out
    for _, words in kinds.values():
        assert words in said
    assert "(no name)" in said


def test_show_json_is_the_portable_file(cli: CommandLine, filled: str, tmp_path: Path) -> None:
    cli("export", filled, "-o", tmp_path / "w.counteroffer")
    assert cli("--json", "show", filled).out.encode() == (tmp_path / "w.counteroffer").read_bytes()
    assert list(cli("show", filled, "--json").json)[:3] == ["format", "format_version", "sha256"]


def test_export_and_import_carry_a_workbook_to_another_archive(cli: CommandLine, filled: str, tmp_path: Path) -> None:
    file = tmp_path / "w.counteroffer"
    assert cli("export", filled, "-o", file).out == f"{file}\n"
    assert portable.read(file.read_bytes()).workbook == cli.workbook(filled)
    other = CommandLine(tmp_path / "other")
    assert other("import", file).out == "w\n"
    assert other.workbook(filled) == cli.workbook(filled)
    assert other("import", file, "--json").json == [{"id": "w", "outcome": "taken"}]


def test_several_files_are_taken_in_at_once(cli: CommandLine, tmp_path: Path) -> None:
    ids = [cli.new(), cli.new()]
    files = [tmp_path / workbook_id for workbook_id in ids]
    for workbook_id, file in zip(ids, files, strict=True):
        assert cli("export", workbook_id, "-o", file, "--json").json == {"path": str(file)}
    other = CommandLine(tmp_path / "other")
    assert other("import", *files).out.splitlines() == ids


def test_of_several_files_the_good_ones_before_a_bad_one_are_kept_and_told(cli: CommandLine, tmp_path: Path) -> None:
    good = tmp_path / "good"
    cli("export", cli.new("Good"), "-o", good)
    bad = tmp_path / "bad"
    bad.write_text("{")
    other = CommandLine(tmp_path / "other")
    outcome = other("import", good, bad, good)
    assert outcome.code == 2
    assert outcome.out.strip() in (other.content() or {})
    assert "File 2 of 3: This file is cut off" in outcome.err
    assert outcome.err.endswith("The files before it were taken in.\n")
    assert "None was taken in" in CommandLine(tmp_path / "third").refused(2, "import", bad, good)


@pytest.mark.parametrize("page", ["A4", "Letter"])
@pytest.mark.parametrize("paper", [("brief",), ("brief", "--shareable"), ("agreement",)])
def test_papers_are_written_as_pdf(cli: CommandLine, tmp_path: Path, paper: Sequence[str], page: str) -> None:
    workbook_id = cli("sample").out.strip()
    command, *options = paper
    file = tmp_path / "paper.pdf"
    outcome = cli(command, workbook_id, "-o", file, "--page", page, *options)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0] == str(file)
    pages = PdfReader(io.BytesIO(file.read_bytes())).pages
    assert round(float(pages[0].mediabox.width)) == {"A4": 595, "Letter": 612}[page]
    assert cli.workbook(workbook_id).situation.employer in pages[0].extract_text()


def test_terms_are_written_as_a_table_for_a_spreadsheet(cli: CommandLine, tmp_path: Path) -> None:
    workbook_id = cli("sample").out.strip()
    file = tmp_path / "terms.csv"
    assert cli("terms", workbook_id, "-o", file) == Outcome(0, f"{file}\n", "")
    content = file.read_bytes()
    assert content.startswith("\ufeff".encode())
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["Term"] for row in rows] == [term.name for term in cli.workbook(workbook_id).terms]
    # It holds the limits, so nobody else on this computer may read it.
    assert os.name == "nt" or file.stat().st_mode & 0o077 == 0
    assert cli("terms", workbook_id, "-o", file, "--json").json == {"path": str(file)}


def test_a_paper_tells_programs_what_was_left_out(cli: CommandLine, filled: str, tmp_path: Path) -> None:
    edits = [
        json.dumps({"insert": ["terms"], "value": {"name": f"Term {number} 漢", "what_exactly": "much " * 60}})
        for number in range(40)
    ]
    assert cli("apply", filled, stdin="\n".join(edits)).code == 0
    told = cli("brief", filled, "-o", tmp_path / "brief.pdf", "--json").json
    assert told["path"] == str(tmp_path / "brief.pdf")
    assert told["left_out"]
    assert told["missing_glyphs"] == ["漢"]
    said = cli("brief", filled, "-o", tmp_path / "brief.pdf").out
    assert said.count("left out: ") == len(told["left_out"])
    assert "not in the typeface" in said


def test_the_schema_is_printed_without_an_archive(cli: CommandLine) -> None:
    assert cli("schema").json == json_schema()
    assert not cli.folder.exists()


@pytest.mark.parametrize("words", [["--json", "list"], ["list", "--json"], ["--json", "list", "--json"]])
def test_the_common_options_stand_before_or_after_the_command(cli: CommandLine, filled: str, words: list[str]) -> None:
    for argv in (["--archive", str(cli.folder), *words], [*words, "--archive", str(cli.folder)]):
        out = io.StringIO()
        assert main(argv, Console(io.BytesIO(), out, io.StringIO()), TODAY) == 0
        assert [row["id"] for row in json.loads(out.getvalue())] == [filled]


def test_help_and_version_go_to_standard_output(cli: CommandLine) -> None:
    for words in (["--help"], ["apply", "--help"], ["--version"]):
        outcome = cli(*words)
        assert (outcome.code, outcome.err) == (0, "")
    assert cli("--version").out == f"Counteroffer {__version__}\n"
    assert "saved N" in cli("apply", "--help").out
