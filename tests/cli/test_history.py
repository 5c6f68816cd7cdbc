"""`history` on the command line: list, show, compare, name, go back."""

from __future__ import annotations

import json
import re

import pytest

from counteroffer.domain.base import revise
from tests.cli.conftest import CommandLine


@pytest.fixture
def changed(cli: CommandLine, filled: str) -> str:
    """The id of a workbook with two more states."""
    for field, value in (("employer", "Northgate"), ("role", "Planner")):
        edit = json.dumps({"set": ["situation", field], "value": value})
        assert cli("apply", filled, stdin=edit).code == 0
    return filled


def test_the_states_are_listed_the_newest_first(cli: CommandLine, changed: str) -> None:
    lines = cli("history", changed).out.splitlines()
    assert [line.split()[0] for line in lines] == ["3", "2", "1"]
    assert re.search(r"1  \d{4}-\d\d-\d\d \d\d:\d\d$", lines[2])
    rows = cli("history", changed, "--json").json
    assert [(row["number"], row["name"]) for row in rows] == [(3, ""), (2, ""), (1, "")]
    assert rows[2]["label"] == ""
    assert rows[2]["at"].endswith("+00:00")


def test_a_state_is_shown(cli: CommandLine, changed: str) -> None:
    assert "Employer: Harbour & Hill" in cli("history", changed, "--show", "1").out
    assert cli("history", changed, "--show", "2", "--json").json["situation"]["employer"] == "Northgate"


def test_two_states_are_compared(cli: CommandLine, changed: str) -> None:
    employer = "Offer · Employer: Harbour & Hill → Northgate\n"
    role = "Offer · Role: empty → Planner\n"
    assert cli("history", changed, "--compare", "1").out == employer + role
    assert cli("history", changed, "--compare", "1", "2").out == employer
    assert cli("history", changed, "--compare", "3", "2").out == "Offer · Role: Planner → empty\n"
    assert cli("history", changed, "--compare", "3").out == "Nothing differs.\n"
    assert cli("history", changed, "--compare", "1", "2", "--json").json == [
        {
            "kind": "changed",
            "path": ["situation", "employer"],
            "titles": ["Offer", "Employer"],
            "before": "Harbour & Hill",
            "after": "Northgate",
        }
    ]


def test_entries_are_compared_by_their_ids_for_programs(cli: CommandLine, filled: str) -> None:
    cli("apply", filled, stdin=json.dumps({"insert": ["terms"], "value": {"id": "pay", "name": "Base pay"}}))
    (row,) = cli("history", filled, "--compare", "1", "--json").json
    assert (row["kind"], row["path"], row["titles"], row["before"]) == (
        "added",
        ["terms", "pay"],
        ["Terms", "pay"],
        None,
    )
    assert row["after"]["name"] == "Base pay"


def test_a_state_is_named(cli: CommandLine, changed: str) -> None:
    assert cli("history", changed, "--name", "1", " before round 2 ").out == "named 1\n"
    assert cli("history", changed).out.splitlines()[2].endswith('  "before round 2"')
    assert cli("history", changed, "--name", "1", "", "--json").json == {"number": 1, "name": ""}
    assert cli("history", changed, "--json").json[2]["name"] == ""


def test_going_back_saves_the_earlier_state_as_the_newest(cli: CommandLine, changed: str) -> None:
    now = cli.workbook(changed)
    assert cli("history", changed, "--restore", "1").out == "saved 4\n"
    assert cli.workbook(changed) == revise(now, situation=revise(now.situation, employer="Harbour & Hill", role=""))
    assert cli("history", changed).out.splitlines()[0].endswith("Back to state 1")
    assert cli("history", changed, "--restore", "3", "--json").json == {"saved": 5}
    assert cli.workbook(changed) == now


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (("nowhere",), "no workbook with this id"),
        (("w", "--show", "9"), "no such saved state"),
        (("w", "--show", "one"), "invalid int value"),
        (("w", "--compare", "1", "9"), "no such saved state"),
        (("w", "--compare", "1", "2", "3"), "not more"),
        (("w", "--name", "one", "x"), "by its number"),
        (("w", "--name", "9", "x"), "no such saved state"),
        (("w", "--name", "1", "a\nb"), "The name"),
        (("w", "--restore", "9"), "no such saved state"),
        (("w", "--show", "1", "--restore", "1"), "not allowed with"),
    ],
)
def test_what_cannot_be_done(cli: CommandLine, changed: str, words: tuple[str, ...], cause: str) -> None:
    assert cause in cli.refused(2, "history", *words)
