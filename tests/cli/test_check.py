"""`check` on an empty workbook, a half-filled one and the sample."""

from __future__ import annotations

import json
from collections.abc import Iterable

from tests.cli.conftest import CommandLine


def _states(rows: Iterable[dict[str, object]]) -> dict[str, str]:
    return {str(row["point"]): str(row["state"]) for row in rows}


def test_on_the_empty_workbook_nothing_is_done_and_each_open_point_names_its_next_step(cli: CommandLine) -> None:
    rows = cli("check", cli.new(), "--json").json
    assert "done" not in _states(rows).values()
    for row in rows:
        assert (row["state"] == "open") == (row["next"] is not None) == (row["path"] is not None)


def test_on_the_sample_everything_is_done_or_not_needed(cli: CommandLine) -> None:
    workbook_id = cli("sample").out.strip()
    states = _states(cli("check", workbook_id, "--json").json)
    assert {f"M{number:02}" for number in range(1, 36)} | {"M57", "M58"} <= states.keys()
    assert set(states.values()) <= {"done", "not_needed"}
    assert "done" in cli("check", workbook_id).out


def test_on_a_half_filled_one_the_right_points_are_open(cli: CommandLine) -> None:
    workbook_id = cli.new()
    edits = [
        {"set": ["situation", "why_role"], "value": "I would plan the new berth from its first day."},
        {"set": ["situation", "why_employer"], "value": "You show your delays in public, and few firms do."},
        {"set": ["situation", "stage"], "value": "interviewing"},
        {"insert": ["terms"], "value": {"id": "pay", "name": "Base pay", "benefit": "base_pay"}},
    ]
    cli("apply", workbook_id, "-", stdin="\n".join(json.dumps(edit) for edit in edits) + "\n")
    states = _states(cli("check", workbook_id, "--json").json)
    assert states["M03"] == "done"
    assert states["M02"] == "done"
    assert states["M15"] == "done"
    assert states["M20"] == states["M21"] == states["M29"] == "open"
    assert states["M18"] == "not_needed"
    text = cli("check", workbook_id).out
    assert "Set the opening for Base pay" in text
