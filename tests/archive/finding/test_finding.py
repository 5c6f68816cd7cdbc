from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counteroffer.archive.finding.passages import LONGEST_WORD
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.agreement import Outcome
from counteroffer.domain.anatomy import texts
from counteroffer.domain.base import revise
from counteroffer.domain.edits import Path as FieldPath
from counteroffer.domain.errors import Fault
from counteroffer.domain.folding import words
from counteroffer.domain.research import Finding as Evidence
from counteroffer.domain.situation import Stage
from counteroffer.domain.terms import Term, Valuation
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Filters, Found, Place, Sorting
from tests import strategies
from tests.archive.conftest import NOON, HandClock, workbook

HOUR = timedelta(hours=1)
ANYTHING = Filters()


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalArchive]:
    """One archive for all examples of a property: an archive for each would take a minute."""
    with open_archive(tmp_path_factory.mktemp("lasting") / "archive") as opened:
        yield opened


def _found(archive: LocalArchive, typed: str, filters: Filters = ANYTHING, sorting: Sorting = Sorting.BEST) -> Found:
    return archive.finding.find(typed, filters, sorting).result()


def _ids(archive: LocalArchive, typed: str, filters: Filters = ANYTHING, sorting: Sorting = Sorting.BEST) -> list[str]:
    return [hit.summary.id for hit in _found(archive, typed, filters, sorting).hits]


def _about(workbook_id: str, employer: str, **changes: object) -> Workbook:
    book = workbook(workbook_id)
    return revise(book, situation=revise(book.situation, employer=employer), **changes)


def test_words_are_found_wherever_they_stand_and_lead_to_their_field(archive: LocalArchive) -> None:
    book = workbook(note="Nothing here")
    evidence = Evidence(id="f1", statement="Rosters in Łódź are posted two weeks ahead.")
    archive.save(revise(book, research=revise(book.research, findings=(evidence,)))).result()
    archive.save(workbook("two", "Second")).result()
    found = _found(archive, "lodz ROST")
    assert found.total == 1
    (hit,) = found.hits
    assert hit.summary.id == "one"
    assert hit.path == ("research", "findings", "f1", "statement")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Rosters", "Łódź"]


def test_all_words_must_be_there_but_anywhere(archive: LocalArchive) -> None:
    archive.save(workbook("one", "Harbour", "ferry")).result()
    archive.save(workbook("two", "Harbour", "train")).result()
    assert _ids(archive, "ferry harbour") == ["one"]
    assert _ids(archive, "ferry train") == []


def test_the_index_follows_saves_removals_and_returns(archive: LocalArchive) -> None:
    archive.save(workbook(note="alpha")).result()
    assert _ids(archive, "alpha") == ["one"]
    archive.save(workbook(note="beta")).result()
    assert (_ids(archive, "alpha"), _ids(archive, "beta")) == ([], ["one"])
    archive.shelf.remove("one").result()
    assert _ids(archive, "beta") == []
    archive.save(workbook(note="gamma")).result()
    assert (_ids(archive, "beta"), _ids(archive, "gamma")) == ([], ["one"])
    copy = archive.shelf.duplicate("one", "Second").result()
    assert set(_ids(archive, "gamma")) == {"one", copy.workbook_id}


def test_the_index_outlasts_closing_and_another_file(archive: LocalArchive, folder: Path, clock: HandClock) -> None:
    archive.save(workbook(note="alpha")).result()
    assert _ids(archive, "alpha") == ["one"]
    archive.save(workbook("two", note="alpha")).result()
    archive.close()
    with open_archive(folder, clock) as again:
        assert set(_ids(again, "alpha")) == {"one", "two"}


def test_an_index_that_was_lost_on_the_way_is_noticed(archive: LocalArchive, folder: Path) -> None:
    archive.save(workbook(note="alpha")).result()
    assert _ids(archive, "alpha") == ["one"]
    archive._work.db.execute("DELETE FROM searched")
    archive.close()
    with open_archive(folder) as again:
        assert _ids(again, "alpha") == ["one"]


@pytest.mark.parametrize("damage", ["DELETE FROM words_data WHERE id > 10", "UPDATE words_data SET block = x'00'"])
def test_a_damaged_index_is_made_anew(archive: LocalArchive, damage: str) -> None:
    for number in range(3):
        archive.save(workbook(f"w{number}", note="alpha beta")).result()
    assert len(_ids(archive, "alpha")) == 3
    archive._work.db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    archive._work.db.execute(damage)
    assert len(_ids(archive, "alpha")) == 3
    archive._work.db.execute(damage)
    archive.shelf.remove("w0").result()
    assert len(_ids(archive, "alpha")) == 2


def test_a_damaged_index_is_made_anew_in_an_idle_moment_too(archive: LocalArchive) -> None:
    archive.save(workbook("one", note="alpha")).result()
    assert _ids(archive, "alpha") == ["one"]
    archive.save(workbook("two", note="alpha")).result()
    archive._work.db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    archive._work.db.execute("DROP TABLE words_data")
    assert archive.finding.prepare().result() is False
    assert set(_ids(archive, "alpha")) == {"one", "two"}


def test_an_index_that_was_emptied_is_noticed_at_the_next_opening(archive: LocalArchive, folder: Path) -> None:
    archive.save(workbook(note="alpha")).result()
    assert _ids(archive, "alpha") == ["one"]
    archive._work.db.execute("INSERT INTO words (words) VALUES ('delete-all')")
    archive.close()
    with open_archive(folder) as again:
        assert _ids(again, "alpha") == ["one"]


def test_damage_elsewhere_is_told_as_such(archive: LocalArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Found:
        raise apsw.CorruptError

    monkeypatch.setattr(archive.finding, "_found", broken)
    with pytest.raises(Fault, match="damaged"):
        _found(archive, "alpha")


def test_a_state_that_cannot_be_read_keeps_no_other_from_being_found(archive: LocalArchive) -> None:
    archive.save(_about("one", "Harbour & Hill", note="alpha")).result()
    archive.save(workbook("two", note="alpha")).result()
    archive._work.db.execute("UPDATE revision SET body = x'00' WHERE workbook = 'one'")
    assert _ids(archive, "alpha") == ["two"]
    (hit,) = _found(archive, "harb").hits
    assert (hit.summary.id, hit.path) == ("one", ("situation", "employer"))


def test_waiting_workbooks_are_read_in_when_there_is_time(archive: LocalArchive) -> None:
    for number in range(12):
        archive.save(workbook(f"w{number}", note="alpha")).result()
    assert archive.finding.prepare(5).result() is True
    assert archive.finding.prepare(7).result() is False
    for number in range(12):
        archive.save(workbook(f"w{number}", note="beta")).result()
    assert _found(archive, "beta").total == 12
    assert archive.finding.prepare().result() is False


@pytest.mark.parametrize(
    "typed",
    ['"', "*", "NEAR(", "\0", "x" * 100_000, "a " * 20_000, "-", "title:x", "AND", "OR NOT", "(", "\ud800", "{a b}: c"],
)  # fmt: skip
def test_hostile_words_find_nothing_and_break_nothing(archive: LocalArchive, typed: str) -> None:
    archive.save(workbook(note="beta")).result()
    assert _found(archive, typed).total == 0


@given(st.text(max_size=30))
@settings(max_examples=20)
def test_whatever_is_typed_is_answered(lasting: LocalArchive, typed: str) -> None:
    assert _found(lasting, typed).total in (0, 1, 2)


@given(strategies.workbooks(2), strategies.workbooks(2))
@settings(max_examples=10)
def test_every_word_finds_its_workbook_and_nothing_else(
    lasting: LocalArchive, first: Workbook, second: Workbook
) -> None:
    books = [revise(first, id="first"), revise(second, id="second")]
    held = {book.id: _words(book) for book in books}
    for book in books:
        lasting.save(book).result()
    for word in sorted(held["first"] | held["second"])[:60]:
        found = _found(lasting, word)
        beginning = {book for book, there in held.items() if any(one.startswith(word) for one in there)}
        assert {hit.summary.id for hit in found.hits} == beginning
        for hit in found.hits:
            assert hit.marks
            assert word in " ".join(words(_text(lasting, hit.summary.id, hit.path)))


def _words(book: Workbook) -> set[str]:
    return {word[:LONGEST_WORD] for _, text in texts(book) for word in words(text)}


def _text(archive: LocalArchive, workbook_id: str, path: FieldPath) -> str:
    return "\n".join(text for at, text in texts(archive.load(workbook_id).result()) if at == path)


def test_filters_leave_out_what_does_not_fit(archive: LocalArchive) -> None:
    old = _about("old", "Harbour", tags=("a", "b"), created=datetime(2020, 5, 1, tzinfo=UTC))
    archive.save(revise(old, situation=revise(old.situation, stage=Stage.CLOSED))).result()
    won = _about("won", "Northgate", tags=("b", "Ümlaut"))
    archive.save(revise(won, agreement=revise(won.agreement, outcome=Outcome.AGREED))).result()
    archive.save(_about("bare", "")).result()
    assert set(_ids(archive, "")) == {"old", "won", "bare"}
    assert _ids(archive, "", Filters(stages=frozenset({"closed"}))) == ["old"]
    assert _ids(archive, "", Filters(outcomes=frozenset({"agreed"}))) == ["won"]
    assert _ids(archive, "", Filters(years=frozenset({2020, 2019}))) == ["old"]
    assert _ids(archive, "", Filters(employers=frozenset({"Northgate"}))) == ["won"]
    assert set(_ids(archive, "first", Filters(tags=frozenset({"a", "Ümlaut"})))) == {"old", "won"}
    assert _ids(archive, "north", Filters(tags=frozenset({"a"}))) == []
    assert archive.finding.choices().result() == Filters(
        stages=frozenset({"closed"}),
        outcomes=frozenset({"agreed"}),
        years=frozenset({2020, NOON.year}),
        employers=frozenset({"Harbour", "Northgate"}),
        tags=frozenset({"a", "b", "Ümlaut"}),
    )


def test_each_place_shows_its_own(archive: LocalArchive) -> None:
    for workbook_id in ("here", "away", "binned"):
        archive.save(workbook(workbook_id)).result()
    archive.shelf.put_away("away").result()
    archive.shelf.to_bin("binned").result()
    shown = {place: set(_ids(archive, "first", Filters(place))) for place in Place}
    assert shown == {
        Place.SHELF: {"here"},
        Place.PUT_AWAY: {"away"},
        Place.BIN: {"binned"},
        Place.ALL: {"here", "away"},
    }


def test_sorting(archive: LocalArchive, clock: HandClock) -> None:
    first = {"b": ("Écluse", "Zeta", 3), "c": ("Zug", "", 1), "a": ("", "Ärzte", 2)}
    for workbook_id, (title, employer, day) in first.items():
        clock.move(HOUR)
        archive.save(_about(workbook_id, employer, title=title, created=NOON + day * HOUR)).result()
    archive.shelf.opened("c").result()
    clock.move(HOUR)
    archive.shelf.opened("b").result()
    orders = {sorting: "".join(_ids(archive, "", sorting=sorting)) for sorting in Sorting}
    assert orders == {
        Sorting.CHANGED: "acb",
        Sorting.OPENED: "bca",
        Sorting.CREATED: "bac",
        Sorting.TITLE: "bca",
        Sorting.EMPLOYER: "abc",
        Sorting.BEST: "acb",
    }


def test_best_is_what_the_workbook_is_about(archive: LocalArchive, clock: HandClock) -> None:
    archive.save(_about("about", "Harbour & Hill")).result()
    clock.move(HOUR)
    archive.save(workbook("other", note="harbour " * 20)).result()
    assert _ids(archive, "harbour") == ["about", "other"]
    assert _ids(archive, "harbour", sorting=Sorting.CHANGED) == ["other", "about"]


def test_the_first_are_given_and_all_are_counted(archive: LocalArchive) -> None:
    for number in range(5):
        archive.save(workbook(f"w{number}")).result()
    found = archive.finding.find("first", Filters(), most=2).result()
    assert (len(found.hits), found.total) == (2, 5)


def test_no_word_of_a_deleted_workbook_is_left_in_the_index(archive: LocalArchive) -> None:
    archive.save(workbook("one", note="quixotic")).result()
    archive.save(workbook("two", note="plain")).result()
    assert _ids(archive, "quixotic") == ["one"]
    assert b"quixotic" in _index_bytes(archive)
    archive.shelf.remove("one").result()
    assert b"quixotic" not in _index_bytes(archive)
    assert _ids(archive, "plain") == ["two"]


def test_no_passage_of_an_earlier_state_or_a_deleted_workbook_is_kept(archive: LocalArchive) -> None:
    kept = "SELECT group_concat(folded) FROM passage"
    archive.save(workbook("one", note="quixotic " * 1_000)).result()
    assert _ids(archive, "quixotic") == ["one"]
    archive.save(workbook("one", note="plain")).result()
    assert _ids(archive, "plain") == ["one"]
    assert "quixotic" not in archive._work.db.execute(kept).get
    archive.shelf.remove("one").result()
    assert archive._work.db.execute(kept).get is None


def test_keys_and_codes_are_nobodys_words(archive: LocalArchive) -> None:
    term = Term(id="t1", name="Days at home", benefit="remote_work", valuation=Valuation(formula="paid_days"))
    archive.save(revise(workbook(), terms=(term,))).result()
    assert _ids(archive, "days home") == ["one"]
    assert [_ids(archive, word) for word in ("remote", "paid", "eur")] == [[], [], []]


def _index_bytes(archive: LocalArchive) -> bytes:
    return b"".join(bytes(block) for (block,) in archive._work.db.execute("SELECT block FROM words_data"))
