from __future__ import annotations

from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path

import pytest

from counteroffer.archive.faults import CLOSED
from counteroffer.archive.finding.turns import in_turns
from counteroffer.archive.keeping import binned
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.agreement import Outcome
from counteroffer.domain.base import revise
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.situation import Stage
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Filters, Gathered, Shelf, Summary
from tests.archive.conftest import NOON, HandClock, with_paper, workbook

DAY = timedelta(days=1)


def _row(archive: LocalArchive, workbook_id: str = "one") -> Summary:
    return next(row for row in archive.summaries().result() if row.id == workbook_id)


def _ids(archive: LocalArchive) -> list[str]:
    return sorted(row.id for row in archive.summaries().result())


def test_it_is_the_shelf_that_the_app_knows(archive: LocalArchive) -> None:
    as_known: Shelf = archive.shelf
    assert as_known.empty_bin().result() == 0


def test_what_is_put_away_is_read_only_until_it_is_reopened(archive: LocalArchive) -> None:
    archive.save(workbook()).result()
    archive.shelf.put_away("one").result()
    assert _row(archive).archived
    with pytest.raises(BadInput, match="put away"):
        archive.save(workbook(title="Changed")).result()
    assert archive.load("one").result() == workbook()
    archive.shelf.reopen("one").result()
    assert not _row(archive).archived
    archive.save(workbook(title="Changed")).result()


def test_what_is_put_away_can_still_be_tagged(archive: LocalArchive) -> None:
    archive.save(workbook()).result()
    archive.shelf.put_away("one").result()
    assert archive.shelf.retag("one", ("a", "b")).result().revision == 2
    assert (_row(archive).tags, _row(archive).archived) == (("a", "b"), True)
    with pytest.raises(BadInput):
        archive.shelf.retag("one", ("line\nbreak",)).result()


def test_the_bin_holds_a_workbook_until_it_is_taken_back(archive: LocalArchive, clock: HandClock) -> None:
    archive.save(workbook()).result()
    archive.shelf.to_bin("one").result()
    clock.move(DAY)
    archive.shelf.to_bin("one").result()
    assert _row(archive).binned == NOON
    archive.shelf.from_bin("one").result()
    assert _row(archive).binned is None


def test_saving_takes_a_workbook_out_of_the_bin(archive: LocalArchive) -> None:
    archive.save(workbook()).result()
    archive.shelf.to_bin("one").result()
    archive.save(workbook(title="Still at it")).result()
    assert _row(archive).binned is None


def test_emptying_the_bin_deletes_what_is_in_it_for_good(archive: LocalArchive) -> None:
    for workbook_id in ("one", "two", "three"):
        archive.save(workbook(workbook_id)).result()
    archive.shelf.to_bin("one").result()
    archive.shelf.to_bin("two").result()
    assert archive.shelf.empty_bin().result() == 2
    assert _ids(archive) == ["three"]


@pytest.mark.parametrize("deed", ["put_away", "reopen", "to_bin", "from_bin", "remove", "opened"])
def test_a_workbook_that_is_not_there_is_said_not_to_be(archive: LocalArchive, deed: str) -> None:
    with pytest.raises(BadInput, match="no workbook with this id"):
        getattr(archive.shelf, deed)("none").result()


def test_a_duplicate_has_the_same_content_and_its_own_id(archive: LocalArchive, clock: HandClock) -> None:
    fingerprint = archive.attach(b"a paper").result()
    archive.save(with_paper(workbook(note="Hello"), fingerprint)).result()
    clock.move(DAY)
    saved = archive.shelf.duplicate("one", "Second").result()
    copy = archive.load(saved.workbook_id).result()
    assert saved.workbook_id != "one"
    assert revise(copy, id="one", title="First", created=NOON) == archive.load("one").result()
    assert (copy.title, copy.created) == ("Second", NOON + DAY)
    archive.shelf.remove("one").result()
    assert archive.attached(fingerprint).result() == b"a paper"
    with pytest.raises(BadInput):
        archive.shelf.duplicate("one", "Third").result()


def test_it_is_noted_when_a_workbook_is_opened(archive: LocalArchive, clock: HandClock) -> None:
    archive.save(workbook()).result()
    assert _row(archive).opened is None
    clock.move(DAY)
    archive.shelf.opened("one").result()
    assert (_row(archive).opened, _row(archive).revision, _row(archive).changed) == (NOON + DAY, 1, NOON)


def _reopened_after(folder: Path, clock: HandClock, *passing: timedelta) -> list[str]:
    """What is left in the archive when it was opened again and again after so much time each."""
    for time in passing:
        clock.move(time)
        with open_archive(folder, clock) as archive:
            left = _ids(archive)
    return left


@pytest.fixture
def thrown_out(folder: Path, clock: HandClock) -> Path:
    """An archive with a workbook in the bin."""
    with open_archive(folder, clock) as archive:
        archive.save(workbook()).result()
        archive.save(workbook("two")).result()
        archive.shelf.to_bin("one").result()
    return folder


def test_after_thirty_days_it_is_gone(thrown_out: Path, clock: HandClock) -> None:
    assert _reopened_after(thrown_out, clock, *[6 * DAY] * 4, 5 * DAY) == ["one", "two"]
    assert _reopened_after(thrown_out, clock, 2 * DAY) == ["two"]


def test_a_clock_that_jumps_ahead_deletes_nothing(thrown_out: Path, clock: HandClock) -> None:
    assert _reopened_after(thrown_out, clock, 3000 * DAY) == ["one", "two"]
    assert _reopened_after(thrown_out, clock, timedelta(hours=1), timedelta(hours=1)) == ["one", "two"]


def test_a_clock_that_is_set_back_deletes_nothing_and_counts_nothing(thrown_out: Path, clock: HandClock) -> None:
    assert _reopened_after(thrown_out, clock, *[-100 * DAY] * 3) == ["one", "two"]
    assert _reopened_after(thrown_out, clock, *[7 * DAY] * 6) == ["one", "two"]


def test_what_was_taken_back_begins_anew(thrown_out: Path, clock: HandClock) -> None:
    _reopened_after(thrown_out, clock, *[7 * DAY] * 4)
    with open_archive(thrown_out, clock) as archive:
        archive.shelf.from_bin("one").result()
        archive.shelf.to_bin("one").result()
    assert _reopened_after(thrown_out, clock, *[7 * DAY] * 4) == ["one", "two"]
    assert _reopened_after(thrown_out, clock, 7 * DAY) == ["two"]


def test_time_before_it_was_in_the_bin_does_not_count(archive: LocalArchive, clock: HandClock) -> None:
    archive.save(workbook()).result()
    archive.save(workbook("two")).result()
    archive.shelf.to_bin("one").result()
    clock.move(6 * DAY)
    archive.shelf.to_bin("two").result()
    clock.move(DAY)
    archive._work.do(lambda: binned.grow_older(archive._work.db, clock())).result()
    aged = dict(archive._work.db.execute("SELECT id, aged FROM workbook"))
    assert aged["one"] == 7 * aged["two"] == 7 * DAY // timedelta(microseconds=1)


def _title(book: Workbook) -> str:
    return book.title


def _over(workbook_id: str, title: str, days: int) -> Workbook:
    book = workbook(workbook_id, title)
    agreement = revise(book.agreement, outcome=Outcome.AGREED)
    return revise(book, agreement=agreement, created=NOON + days * DAY)


def test_gathering_asks_each_workbook_that_is_over(archive: LocalArchive) -> None:
    for number in range(12):
        archive.save(_over(f"w{number}", f"Title {number}", -number)).result()
    withdrawn = workbook("gone", "Withdrawn")
    archive.save(revise(withdrawn, situation=revise(withdrawn.situation, stage=Stage.WITHDRAWN))).result()
    archive.save(workbook("open", "Open")).result()
    archive.shelf.to_bin("w0").result()
    gathered = archive.shelf.gather(_title).result()
    assert gathered == Gathered((*(f"Title {number}" for number in range(11, 0, -1)), "Withdrawn"), 0)


def test_gathering_asks_again_only_for_what_has_changed(archive: LocalArchive) -> None:
    asked: list[str] = []

    def title(book: Workbook) -> str:
        asked.append(book.id)
        return book.title

    archive.save(_over("a", "A", 1)).result()
    archive.save(_over("b", "B", 2)).result()
    assert archive.shelf.gather(title).result().found == ("A", "B")
    archive.save(_over("b", "B again", 2)).result()
    assert archive.shelf.gather(title).result().found == ("A", "B again")
    archive.shelf.remove("a").result()
    assert archive.shelf.gather(title).result().found == ("B again",)
    assert asked == ["a", "b", "b"]


def test_gathering_counts_what_is_damaged(archive: LocalArchive) -> None:
    for number in range(7):
        archive.save(_over(f"w{number}", f"{number}", number)).result()
    archive._work.db.execute("UPDATE revision SET body = x'00' WHERE workbook = 'w3'")
    assert archive.shelf.gather(_title).result() == Gathered(("0", "1", "2", "4", "5", "6"), 1)


def test_a_mistake_while_gathering_comes_out_of_the_future(archive: LocalArchive) -> None:
    def wrong(book: Workbook) -> str:
        raise KeyError

    archive.save(_over("a", "A", 1)).result()
    with pytest.raises(KeyError):
        archive.shelf.gather(wrong).result()


def test_between_turns_other_work_is_done_and_closing_ends_them(archive: LocalArchive) -> None:
    saves: list[Future[object]] = []

    def turn() -> str | None:
        if not saves:
            saves.append(archive._work.do(lambda: "saved"))
            return None
        return "done" if saves[0].done() else None

    assert in_turns(archive._work, turn).result() == "done"
    endless = in_turns(archive._work, lambda: None)
    archive.close()
    with pytest.raises(Fault) as told:
        endless.result()
    assert told.value.sentence == CLOSED
    with pytest.raises(Fault):
        archive.finding.find("a", Filters()).result()
