"""`apply`: one edit a line, one transaction each, and a receipt once it is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from counteroffer.archive.store import open_archive
from tests.cli.conftest import CommandLine

EDITS = [
    {"set": ["situation", "employer"], "value": "Northgate Mills"},
    {"insert": ["terms"], "value": {"id": "pay", "name": "Base pay"}},
    {"insert": ["terms"], "index": 0, "value": {"id": "days", "name": "Days off", "unit": "days_year"}},
    {"set": ["terms", "pay", "target", "value"], "value": {"kind": "amount", "amount": "85000.50"}},
    {"move": ["terms", "days"], "to": 1},
    {"remove": ["terms", "days"]},
]
GOOD = '{"set": ["title"], "value": "x"}\n'


def lines(edits: list[dict[str, object]]) -> str:
    return "".join(json.dumps(edit) + "\n" for edit in edits)


def test_each_edit_is_saved_and_acknowledged(cli: CommandLine, filled: str) -> None:
    outcome = cli("apply", filled, "-", stdin=lines(EDITS))
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "".join(f"saved {number}\n" for number in range(1, 7))
    workbook = cli.workbook(filled)
    assert workbook.situation.employer == "Northgate Mills"
    assert [term.name for term in workbook.terms] == ["Base pay"]


def test_each_edit_is_a_transaction_of_its_own(cli: CommandLine, filled: str) -> None:
    cli("apply", filled, stdin=lines(EDITS))
    with open_archive(cli.folder) as archive:
        assert len(archive.history.listed(filled).result()) == 1 + len(EDITS)


def test_programs_may_have_their_receipts_in_json(cli: CommandLine, filled: str) -> None:
    outcome = cli("--json", "apply", filled, stdin=lines(EDITS[:2]))
    assert [json.loads(line) for line in outcome.out.splitlines()] == [{"saved": 1}, {"saved": 2}]


def test_edits_may_come_from_a_file(cli: CommandLine, filled: str, tmp_path: Path) -> None:
    file = tmp_path / "edits.jsonl"
    file.write_text(lines(EDITS), encoding="utf-8-sig")
    assert cli("apply", filled, file).out.endswith("saved 6\n")


def test_blank_lines_are_passed_over_and_a_last_line_needs_no_end(cli: CommandLine, filled: str) -> None:
    outcome = cli("apply", filled, stdin=f"\n{GOOD}  \r\n\n{GOOD.strip()}")
    assert (outcome.code, outcome.out) == (0, "saved 1\nsaved 2\n")


def test_an_edit_that_changes_nothing_is_kept_already(cli: CommandLine, filled: str) -> None:
    assert cli("apply", filled, stdin=GOOD * 2).out == "saved 1\nsaved 2\n"
    with open_archive(cli.folder) as archive:
        assert len(archive.history.listed(filled).result()) == 2


def test_no_edits_are_no_mistake(cli: CommandLine, filled: str) -> None:
    assert cli("apply", filled).code == 0


@pytest.mark.parametrize(
    ("bad", "cause"),
    [
        ('{"set": ["situation", "employer"], "value": 5}', "this must be text"),
        ('{"set": ["situation", "secret"], "value": "x"}', "nothing at this place"),
        ('{"set": ["situation"], "value": {"secret": "x"}}', "no such field"),
        ('{"set": ["terms"], "value": [{"id": "a"}, {"id": "a"}]}', "same id"),
        ('{"set": ["situation", "walk_away", "amount"], "value": NaN}', "NaN"),
        ('{"set": ["situation", "walk_away", "amount"], "value": "NaN"}', "real number"),
        ('{"set": ["situation", "walk_away", "amount"], "value": "Infinity"}', "real number"),
        ('{"set": ["situation", "walk_away", "amount"], "value": 70000.1}', "written as text"),
        ('{"set": ["situation", "reply_due"], "value": "31.3.2027"}', "a date such as"),
        ('{"set": ["note"], "value": "\\u0000"}', "NUL"),
        ('{"set": ["note"], "value": "\\u001b[2J"}', "control character"),
        ('{"set": ["note"], "value": "\\ud800"}', "half of a character"),
        ('{"set": ["note"], "value": "' + "x" * 20_001 + '"}', "too long"),
        ('{"set": ["note"], "value": "' + "x" * 10_000_000 + '"}', "too large"),
        ('{"set": ["note"], "set": ["note"], "value": "x"}', "twice"),
        ('{"set": ["note"], "value": "x", "then": 1}', "does not belong"),
        ('{"set": ["note"], "value": "secret', "cut off"),
        ("[" * 100_000, "too deeply"),
        ("nonsense", "not JSON"),
        ('{"remove": ["terms", "secret"]}', "nothing at this place"),
        ('{"move": ["terms", "secret"], "to": 0}', "nothing at this place"),
    ],
)
def test_a_bad_line_stops_there_and_what_came_before_is_kept(
    cli: CommandLine, filled: str, bad: str, cause: str
) -> None:
    before = '{"set": ["title"], "value": "kept"}\n\n'
    outcome = cli("apply", filled, stdin=f"{before}{bad}\n{GOOD}")
    assert (outcome.code, outcome.out) == (2, "saved 1\n")
    assert outcome.err.startswith("counteroffer: Line 3: ")
    assert outcome.err.endswith("The edit before it is saved.\n")
    assert outcome.err.count("\n") == 1
    assert cause in outcome.err
    assert "secret" not in outcome.err
    assert len(outcome.err) < 300
    assert cli.workbook(filled).title == "kept"


def test_what_was_kept_is_counted(cli: CommandLine, filled: str) -> None:
    assert "Line 1: " in cli.refused(2, "apply", filled, stdin="x")
    assert cli("apply", filled, stdin="x").err.endswith("Nothing was saved.\n")
    assert cli("apply", filled, stdin=GOOD * 3 + "x").err.endswith("The 3 edits before it are saved.\n")


def test_bytes_that_are_no_text_are_refused(cli: CommandLine, filled: str) -> None:
    assert "UTF-8" in cli.refused(2, "apply", filled, stdin=b'{"set": ["title"], "value": "\xff"}\n')
