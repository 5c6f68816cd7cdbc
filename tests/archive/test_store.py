from __future__ import annotations

import socket
import threading
from datetime import UTC, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counteroffer.archive.faults import CLOSED
from counteroffer.archive.keeping.retention import RECENT
from counteroffer.archive.keeping.revisions import LONGEST_LABEL
from counteroffer.archive.keeping.snapshots import DAMAGED_STATE
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.agreement import Outcome
from counteroffer.domain.base import revise
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.situation import Stage
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Archive, Revision, Saved, Summary
from tests import strategies
from tests.archive.conftest import NOON, HandClock, workbook

MINUTE = timedelta(minutes=1)


def test_it_is_the_archive_that_the_app_knows(archive: LocalArchive) -> None:
    as_known: Archive = archive
    assert as_known.summaries().result() == ()


def test_a_workbook_is_added_found_and_loaded(archive: LocalArchive) -> None:
    book = workbook()
    assert archive.add(book).result() == Saved("one", 1, NOON)
    assert archive.load("one").result() == book
    assert [row.id for row in archive.summaries().result()] == ["one"]


def test_an_id_that_is_taken_is_not_added_again(archive: LocalArchive) -> None:
    archive.add(workbook()).result()
    with pytest.raises(BadInput, match="already in the archive"):
        archive.add(workbook(title="Another")).result()
    assert archive.load("one").result().title == "First"


def test_a_summary_tells_what_the_list_shows(archive: LocalArchive, clock: HandClock) -> None:
    book = workbook()
    stage, outcome = list(Stage)[1], next(iter(Outcome))
    filled = revise(
        book,
        tags=("part-time", "Ümlaut"),
        situation=revise(book.situation, employer="Harbour & Hill", role="Analyst", stage=stage),
        agreement=revise(book.agreement, outcome=outcome),
    )
    archive.add(book).result()
    clock.move(MINUTE)
    archive.save(filled, "Tagged").result()
    assert archive.summaries().result() == (
        Summary(
            id="one",
            title="First",
            employer="Harbour & Hill",
            role="Analyst",
            stage=stage.value,
            outcome=outcome.value,
            tags=("part-time", "Ümlaut"),
            created=NOON,
            changed=NOON + MINUTE,
            revision=2,
        ),
    )


def test_the_last_changed_comes_first(archive: LocalArchive, clock: HandClock) -> None:
    for workbook_id in ("a", "b", "c"):
        archive.add(workbook(workbook_id)).result()
        clock.move(MINUTE)
    archive.save(workbook("a", "Again")).result()
    assert [row.id for row in archive.summaries().result()] == ["a", "c", "b"]


def test_every_save_is_a_revision_with_its_label(archive: LocalArchive, clock: HandClock) -> None:
    for number in (1, 2, 3):
        assert archive.save(workbook(title=str(number)), f"Typed {number}").result() == Saved("one", number, clock())
        clock.move(MINUTE)
    assert archive.history.listed("one").result() == tuple(
        Revision("one", number, NOON + (number - 1) * MINUTE, f"Typed {number}") for number in (3, 2, 1)
    )
    assert [archive.history.load("one", number).result().title for number in (1, 2, 3)] == ["1", "2", "3"]


def test_saving_what_is_kept_already_makes_no_revision(archive: LocalArchive, clock: HandClock) -> None:
    archive.add(workbook()).result()
    clock.move(MINUTE)
    assert archive.save(workbook(), "Nothing typed").result() == Saved("one", 1, NOON)
    assert len(archive.history.listed("one").result()) == 1
    assert archive.summaries().result()[0].changed == NOON
    archive.save(workbook(title="Other")).result()
    assert archive.save(workbook()).result().revision == 3


def test_a_long_label_is_shortened(archive: LocalArchive) -> None:
    archive.save(workbook(), "x" * 1000).result()
    assert archive.history.listed("one").result()[0].label == "x" * LONGEST_LABEL


def test_old_states_are_thinned_out_and_numbers_go_on(archive: LocalArchive, clock: HandClock) -> None:
    for number in range(1, RECENT + 21):
        archive.save(workbook(title=str(number))).result()
    numbers = [revision.number for revision in archive.history.listed("one").result()]
    assert numbers == list(range(RECENT + 20, 19, -1))
    with pytest.raises(BadInput, match="thinned out"):
        archive.history.load("one", 5).result()


def test_a_named_state_is_kept_for_ever(archive: LocalArchive) -> None:
    archive.add(workbook()).result()
    archive.history.name("one", 1, "before round 2").result()
    for number in range(RECENT + 20):
        archive.save(workbook(title=str(number))).result()
    assert archive.history.load("one", 1).result() == workbook()


def test_what_is_not_there(archive: LocalArchive) -> None:
    archive.add(workbook()).result()
    for future in (
        archive.load("two"),
        archive.shelf.remove("two"),
        archive.history.listed("two"),
        archive.carrying.export("two"),
    ):
        with pytest.raises(BadInput, match="no workbook with this id"):
            future.result()
    for workbook_id, number in (("one", 2), ("one", 0), ("two", 1)):
        with pytest.raises(BadInput, match="no such saved state"):
            archive.history.load(workbook_id, number).result()


def test_a_removed_workbook_is_gone_with_all_its_states(folder: Path, archive: LocalArchive) -> None:
    archive.add(workbook("one")).result()
    archive.save(workbook("one", "Second")).result()
    archive.add(workbook("two")).result()
    archive.shelf.remove("one").result()
    assert [row.id for row in archive.summaries().result()] == ["two"]
    assert archive._work.db.execute("SELECT DISTINCT workbook FROM revision").get == "two"
    assert (folder / "archive.db-wal").stat().st_size == 0


def test_a_workbook_saved_after_it_was_removed_is_kept(archive: LocalArchive) -> None:
    archive.add(workbook()).result()
    archive.shelf.remove("one").result()
    assert archive.save(workbook(title="Still open in a window")).result().revision == 1
    assert archive.load("one").result().title == "Still open in a window"


def test_a_damaged_state_is_never_shown_and_the_others_are(archive: LocalArchive) -> None:
    archive.add(workbook()).result()
    archive.save(workbook(title="Second")).result()
    archive._work.db.execute("UPDATE revision SET sha256 = ? WHERE number = 2", ("0" * 64,))
    with pytest.raises(Fault) as caught:
        archive.load("one").result()
    assert caught.value.sentence == DAMAGED_STATE
    assert archive.history.load("one", 1).result() == workbook()


def test_a_state_that_is_no_workbook_is_a_fault_and_not_somebodys_input(archive: LocalArchive) -> None:
    from counteroffer.archive.keeping.snapshots import pack

    archive.add(workbook()).result()
    wrong = pack({"id": "one", "Zebra": 1})
    archive._work.db.execute(
        "UPDATE revision SET size = ?, sha256 = ?, body = ?", (wrong.size, wrong.sha256, wrong.body)
    )
    with pytest.raises(Fault) as caught:
        archive.load("one").result()
    assert "Zebra" not in str(caught.value)


def test_a_state_of_a_newer_version_is_refused(archive: LocalArchive) -> None:
    archive.add(workbook()).result()
    archive._work.db.execute("UPDATE revision SET format = 2")
    with pytest.raises(Fault, match="newer version"):
        archive.load("one").result()


def test_a_workbook_is_exported_and_taken_in_elsewhere(archive: LocalArchive, tmp_path: Path) -> None:
    archive.add(workbook(note="Ümlaut\n🙂")).result()
    content = archive.carrying.export("one").result()
    with open_archive(tmp_path / "other", lambda: NOON) as other:
        assert [one.saved for one in other.carrying.take_in(content).result()] == [Saved("one", 1, NOON)]
        assert other.load("one").result() == archive.load("one").result()
        assert other.history.listed("one").result()[0].label == "Imported"


def test_a_file_that_is_refused_changes_nothing(archive: LocalArchive) -> None:
    with pytest.raises(BadInput, match="not JSON"):
        archive.carrying.take_in(b"hello").result()
    assert archive.summaries().result() == ()


def test_times_are_kept_to_the_microsecond_and_come_back_in_utc(folder: Path) -> None:
    at = (NOON + timedelta(microseconds=123_457)).astimezone(timezone(timedelta(hours=5)))
    with open_archive(folder, lambda: at) as archive:
        saved = archive.save(workbook()).result()
        kept = archive.history.listed("one").result()[0].at
    assert saved.at == kept == at
    assert saved.at.tzinfo is kept.tzinfo is UTC


def test_all_work_is_done_on_one_other_thread(folder: Path) -> None:
    threads: list[str] = []

    def clock_that_tells_the_thread() -> object:
        threads.append(threading.current_thread().name)
        return NOON

    with open_archive(folder, clock_that_tells_the_thread) as archive:  # type: ignore[arg-type]
        threads.clear()
        for number in range(20):
            archive.save(workbook(title=str(number)))
    assert len(threads) == 20
    assert len(set(threads)) == 1
    assert threads[0].startswith("archive")


def test_closing_finishes_what_was_asked_for_and_can_be_done_twice(folder: Path) -> None:
    archive = open_archive(folder)
    futures = [archive.save(workbook(title=str(number))) for number in range(20)]
    archive.close()
    archive.close()
    assert [future.result(timeout=0).revision for future in futures] == list(range(1, 21))
    assert not (folder / "archive.db-wal").exists()
    with pytest.raises(Fault) as caught:
        archive.save(workbook()).result()
    assert caught.value.sentence == CLOSED


def test_the_archive_opens_no_socket(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_sockets(*_: object, **__: object) -> None:
        raise AssertionError("a socket was asked for")

    monkeypatch.setattr(socket, "socket", no_sockets)
    with open_archive(folder) as archive:
        archive.add(workbook()).result()
        archive.carrying.export("one").result()


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(["one", "two"]), strategies.workbooks(max_terms=2)), max_size=6), st.data())
def test_any_workbook_comes_back_as_it_was_saved(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, Workbook]], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("random") / "archive"
    archive = open_archive(folder)
    history: dict[str, list[Workbook]] = {}
    for workbook_id, drawn in steps:
        book = revise(drawn, id=workbook_id)
        number = archive.save(book).result().revision
        kept = history.setdefault(workbook_id, [])
        if not kept or kept[-1] != book:
            kept.append(book)
        assert number == len(kept)
        if data.draw(st.booleans(), label="reopen"):
            archive.close()
            archive = open_archive(folder)
    assert {row.id for row in archive.summaries().result()} == set(history)
    for workbook_id, kept in history.items():
        assert archive.load(workbook_id).result() == kept[-1]
        for number, book in enumerate(kept, start=1):
            assert archive.history.load(workbook_id, number).result() == book
    archive.close()
