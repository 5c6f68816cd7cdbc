from __future__ import annotations

import json
from datetime import UTC, datetime

from counteroffer.archive.store import open_archive
from counteroffer.domain.base import revise
from counteroffer.domain.workbook import Workbook
from tests.cli.conftest import CommandLine


def _keep(cli: CommandLine, workbook_id: str, employer: str, **changes: object) -> None:
    book = Workbook(id=workbook_id, title=workbook_id.title())
    cli.keep(revise(book, situation=revise(book.situation, employer=employer), **changes))


def test_search_says_where_the_words_stand(cli: CommandLine) -> None:
    _keep(cli, "one", "Harbour & Hill", note="Rosters in Łódź are posted early.")
    _keep(cli, "two", "Northgate")
    outcome = cli("search", "lodz", "rost")
    assert (outcome.code, outcome.err) == (0, "")
    first, second = outcome.out.splitlines()
    assert first.startswith("one  ")
    assert second == "    note: Rosters in Łódź are posted early."
    found = cli("search", "northg", "--json").json
    assert found["total"] == 1
    assert found["hits"][0]["path"] == ["situation", "employer"]
    assert found["hits"][0]["marks"] == [[0, 9]]
    assert json.dumps(found["hits"][0]["changed"])


def test_search_is_narrowed_and_sorted(cli: CommandLine) -> None:
    _keep(cli, "old", "Ärzte", created=datetime(2020, 1, 1, tzinfo=UTC), tags=("part-time",))
    _keep(cli, "new", "Zeta", created=datetime(2021, 1, 1, tzinfo=UTC))
    assert [line.split()[0] for line in cli("search", "--sort", "employer").out.splitlines()] == ["old", "new"]
    for narrowed in (
        ("--year", "2020"),
        ("--employer", "arz"),
        ("--tag", "PART"),
        ("--employer", "aerz", "--employer", "ärz"),
    ):
        assert cli("search", *narrowed).out.split()[0] == "old"
        assert cli("search", *narrowed, "--json").json["total"] == 1
    assert cli("search", "--tag", "none").out == ""
    assert cli("search", "--stage", "closed").out == ""
    assert cli("search", "--outcome", "agreed", "--in", "shelf").out == ""
    assert cli("search", "--most", "1").out.splitlines()[1] == "1 more."
    assert "--stage" in cli.refused(2, "search", "--stage", "nowhere")


def test_a_search_where_there_is_no_archive_says_so(cli: CommandLine) -> None:
    assert "There is no archive in" in cli.refused(2, "search", "word")


def test_what_is_in_the_bin_is_listed_only_if_asked_for(cli: CommandLine) -> None:
    for workbook_id in ("here", "away", "binned"):
        _keep(cli, workbook_id, "")
    assert cli("put-away", "away").out == "away\n"
    assert cli("bin", "binned", "--json").json == {"id": "binned"}
    listed = {line.split()[0]: line for line in cli("list").out.splitlines()}
    assert listed.keys() == {"here", "away"}
    assert listed["away"].endswith("  put away")
    everything = {row["id"]: row for row in cli("list", "--all", "--json").json}
    assert everything.keys() == {"here", "away", "binned"}
    assert everything["binned"]["binned"] is not None
    assert [hit["id"] for hit in cli("search", "--in", "bin", "--json").json["hits"]] == ["binned"]
    assert [hit["id"] for hit in cli("search", "--in", "put-away", "--json").json["hits"]] == ["away"]
    cli("unbin", "binned")
    cli("reopen", "away")
    assert {row["archived"] or row["binned"] for row in cli("list", "--json").json} == {None}


def test_a_workbook_that_is_put_away_takes_no_edits(cli: CommandLine, filled: str) -> None:
    cli("put-away", filled)
    edit = json.dumps({"set": ["title"], "value": "Changed"})
    assert "put away" in cli.refused(2, "apply", filled, stdin=edit)
    cli("reopen", filled)
    assert cli("apply", filled, stdin=edit).code == 0


def test_deleting_for_good_must_be_said_twice(cli: CommandLine, filled: str) -> None:
    assert "--yes" in cli.refused(2, "delete", filled)
    assert cli("delete", filled, "--yes").code == 0
    assert cli.content() == {}
    assert "no workbook" in cli.refused(2, "delete", filled, "--yes")


def test_a_duplicate_has_an_id_of_its_own(cli: CommandLine, filled: str) -> None:
    same, other = (
        cli("duplicate", filled).out.strip(),
        cli("duplicate", filled, "--title", "Other", "--json").json["id"],
    )
    assert len({filled, same, other}) == 3
    assert (cli.workbook(same).title, cli.workbook(other).title) == ("First", "Other")


def test_tags_are_given_and_taken_away(cli: CommandLine, filled: str) -> None:
    cli("tag", filled, "a", "b", "a")
    assert cli.workbook(filled).tags == ("a", "b")
    cli("tag", filled)
    assert cli.workbook(filled).tags == ()


def test_statistics_tell_what_was_asked_and_won(cli: CommandLine) -> None:
    assert cli.new()
    assert cli("statistics").out == "Negotiations that are over: 0\n"
    sample = cli("sample").out.strip()
    assert cli("statistics").out == "Negotiations that are over: 0\n"  # its people are invented
    cli("tag", sample)
    said = cli("statistics").out
    for words in (
        "over: 1 (1 Agreed)",
        "Asked: 12; won as asked 5, in part 5, not 2, of 12",
        "in EUR: ",
        "  Base pay: 4,000 (1)",
    ):
        assert words in said
    told = cli("statistics", "--json").json
    assert told["outcomes"] == {"agreed": 1}
    assert told["asks"] == {"asked": 12, "full": 5, "part": 5, "not_won": 2}
    assert told["currencies"][0]["by_benefit"][0]["gain"] == {"low": "4000.00", "likely": "4000.00", "high": "4000.00"}
    with open_archive(cli.folder) as archive:
        archive._work.db.execute("UPDATE revision SET body = x'00' WHERE workbook = ?", (sample,))
    assert "Damaged and left out: 1" in cli("statistics").out
