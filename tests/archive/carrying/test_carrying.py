"""Carrying workbooks from one archive to another: every form there and back, and every choice where one is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from os import urandom
from pathlib import Path

import pytest

from counteroffer.archive.carrying import portable
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.base import revise
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Conflict, Saved, TakenIn
from counteroffer.editing.ports.carrying import LARGEST_FILE
from tests.archive.conftest import NOON, HandClock, with_paper, workbook
from tests.archive.memory import peak

HOUR = timedelta(hours=1)
CHEAP = Costs(passes=1, memory=8192)
PAPER = b"%PDF the offer letter"
NAME = sha256(PAPER).hexdigest()
WORD = "ein Wort für unterwegs"


@pytest.fixture
def source(tmp_path: Path) -> Iterator[LocalArchive]:
    with open_archive(tmp_path / "source", lambda: NOON, costs=CHEAP) as opened:
        yield opened


def _ids(archive: LocalArchive) -> list[str]:
    return sorted(row.id for row in archive.summaries().result())


def _content(archive: LocalArchive) -> dict[str, Workbook]:
    return {one: archive.load(one).result() for one in _ids(archive)}


def _states(archive: LocalArchive, workbook_id: str = "one") -> list[str]:
    """The titles of all kept states, the oldest first."""
    numbers = [state.number for state in archive.history.listed(workbook_id).result()]
    return [archive.history.load(workbook_id, number).result().title for number in sorted(numbers)]


def _only(taken: tuple[TakenIn, ...]) -> Saved:
    (one,) = taken
    assert one.saved is not None
    return one.saved


def _fill(archive: LocalArchive) -> None:
    """Three workbooks: one on the shelf, one put away, one in the bin; two of them with the same paper."""
    archive.attach(PAPER).result()
    archive.add(with_paper(workbook("one", "Ümlaut 🙂"), NAME)).result()
    archive.add(revise(with_paper(workbook("two"), NAME), tags=("part-time", "2027"))).result()
    archive.add(workbook("three")).result()
    archive.shelf.put_away("two").result()
    archive.shelf.to_bin("three").result()


# --- the forms


@pytest.mark.parametrize("passphrase", ["", WORD])
def test_one_workbook_there_and_back(source: LocalArchive, archive: LocalArchive, passphrase: str) -> None:
    _fill(source)
    content = source.carrying.export("one", passphrase).result()
    assert source.carrying.needs_passphrase(content) is bool(passphrase)
    assert _only(archive.carrying.take_in(content, passphrase).result()) == Saved("one", 1, NOON)
    assert archive.load("one").result() == source.load("one").result()
    assert archive.attached(NAME).result() == PAPER
    assert archive.history.listed("one").result()[0].label == "Imported"


@pytest.mark.parametrize("passphrase", ["", WORD])
def test_everything_there_and_back(source: LocalArchive, archive: LocalArchive, passphrase: str) -> None:
    _fill(source)
    content = source.carrying.export_all(passphrase).result()
    assert source.carrying.needs_passphrase(content) is bool(passphrase)
    taken = archive.carrying.take_in(content, passphrase).result()
    assert sorted(one.incoming.id for one in taken) == _ids(archive)
    assert _content(archive) == _content(source)
    assert archive.attached(NAME).result() == PAPER
    marks = {row.id: (row.archived, row.binned) for row in archive.summaries().result()}
    assert marks == {"one": (False, None), "two": (True, None), "three": (False, NOON)}
    again = archive.carrying.take_in(content, passphrase).result()
    assert [one.saved for one in again] == [one.saved for one in taken]
    assert {row.id: (row.archived, row.binned) for row in archive.summaries().result()} == marks


def test_an_empty_archive_makes_an_empty_box(source: LocalArchive, archive: LocalArchive) -> None:
    assert archive.carrying.take_in(source.carrying.export_all().result()).result() == ()


def test_the_same_archive_makes_the_same_box_with_each_paper_once(source: LocalArchive) -> None:
    _fill(source)
    content = source.carrying.export_all().result()
    assert source.carrying.export_all().result() == content
    assert content.count(PAPER) == 1


def test_what_is_encrypted_cannot_be_read(source: LocalArchive) -> None:
    _fill(source)
    for content in (source.carrying.export("one", WORD).result(), source.carrying.export_all(WORD).result()):
        assert b"mlaut" not in content
        assert b"counteroffer" not in content.lower()
        assert PAPER not in content


def test_the_passphrase_is_asked_for_and_checked(source: LocalArchive, archive: LocalArchive) -> None:
    _fill(source)
    content = source.carrying.export("one", WORD).result()
    for wrong, cause in (("", "opens only with its passphrase"), ("another", "not the right one")):
        for answer in (archive.carrying.look_into(content, wrong), archive.carrying.take_in(content, wrong)):
            with pytest.raises(BadInput, match=cause):
                answer.result()
    assert _ids(archive) == []


def test_an_archives_key_is_no_file_of_workbooks(source: LocalArchive, archive: LocalArchive) -> None:
    from counteroffer.archive.sealing.wrapping import seal

    with pytest.raises(BadInput, match="not the right one"):
        archive.carrying.take_in(seal(b"k" * 32, WORD, costs=CHEAP), WORD).result()


def test_what_is_too_large_is_not_even_looked_at(archive: LocalArchive) -> None:
    class Huge(bytes):
        def __len__(self) -> int:
            return LARGEST_FILE + 1

    for answer in (archive.carrying.look_into(Huge()), archive.carrying.take_in(Huge())):
        with pytest.raises(BadInput, match="larger than 512 MB"):
            answer.result()


def test_more_than_one_file_can_hold_is_not_written(source: LocalArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(source)
    size = len(source.carrying.export_all().result())
    monkeypatch.setattr("counteroffer.archive.carrying.boxes.LARGEST_FILE", size - 1)
    for passphrase in ("", WORD):
        with pytest.raises(BadInput, match="more than the 512 MB that one file may have"):
            source.carrying.export_all(passphrase).result()


def test_one_that_cannot_be_read_is_told_and_the_others_go_alone(source: LocalArchive) -> None:
    _fill(source)
    source._work.db.execute("UPDATE revision SET sha256 = ? WHERE workbook = 'two'", ("0" * 64,))
    with pytest.raises(Fault, match=r"nothing was written.*damaged.*one by one"):
        source.carrying.export_all().result()
    assert source.carrying.export("one").result()


# --- what would come in


def test_looking_into_a_file_changes_nothing(source: LocalArchive, archive: LocalArchive) -> None:
    _fill(source)
    archive.add(workbook("three")).result()
    archive.add(workbook("two", "Another")).result()
    before = archive.summaries().result()
    found = {one.id: one for one in archive.carrying.look_into(source.carrying.export_all().result()).result()}
    assert {one.id: (one.files, one.there is None, one.same) for one in found.values()} == {
        "one": (1, True, False),
        "two": (1, False, False),
        "three": (0, False, True),
    }
    assert (found["one"].title, found["one"].employer, found["one"].changed) == ("Ümlaut 🙂", "", NOON)
    assert found["two"].there == next(row for row in before if row.id == "two")
    assert archive.summaries().result() == before


def test_looking_into_a_box_with_a_damaged_paper_says_so(source: LocalArchive, archive: LocalArchive) -> None:
    _fill(source)
    content = source.carrying.export_all().result()
    damaged = content.replace(PAPER, PAPER.replace(b"offer", b"OFFER"))
    for answer in (archive.carrying.look_into(damaged), archive.carrying.take_in(damaged)):
        with pytest.raises(BadInput, match="damaged"):
            answer.result()
    assert _ids(archive) == []


# --- where a workbook is there already


def _file(title: str, changed: datetime | None = None) -> bytes:
    return portable.write(workbook(title=title), {}, changed)


@pytest.mark.parametrize("conflict", Conflict)
def test_the_same_content_is_there_already_whatever_was_chosen(archive: LocalArchive, conflict: Conflict) -> None:
    archive.add(workbook(title="Mine")).result()
    taken = archive.carrying.take_in(_file("Mine"), conflict=conflict).result()
    assert _only(taken) == Saved("one", 1, NOON)
    assert taken[0].incoming.same
    assert _states(archive) == ["Mine"]


def test_refusing_is_what_happens_unless_something_else_is_chosen(archive: LocalArchive) -> None:
    archive.add(workbook(title="Mine")).result()
    with pytest.raises(BadInput, match=r"already in the archive, with other content\. Nothing was changed"):
        archive.carrying.take_in(_file("Theirs")).result()
    assert _states(archive) == ["Mine"]


def test_keeping_both_gives_the_one_that_comes_another_id(archive: LocalArchive) -> None:
    archive.add(workbook(title="Mine")).result()
    saved = _only(archive.carrying.take_in(_file("Theirs"), conflict=Conflict.KEEP_BOTH).result())
    assert saved.workbook_id != "one"
    assert _content(archive) == {
        "one": workbook(title="Mine"),
        saved.workbook_id: workbook(saved.workbook_id, title="Theirs"),
    }


def test_replacing_keeps_the_one_before_in_the_history(archive: LocalArchive, clock: HandClock) -> None:
    archive.add(workbook(title="Mine")).result()
    clock.move(HOUR)
    saved = _only(archive.carrying.take_in(_file("Theirs"), conflict=Conflict.REPLACE).result())
    assert saved == Saved("one", 2, NOON + HOUR)
    assert _states(archive) == ["Mine", "Theirs"]


@pytest.mark.parametrize(("minutes", "states"), [(-1, ["Mine"]), (0, ["Mine"]), (1, ["Mine", "Theirs"])])
def test_the_newer_one_is_the_one_that_was_changed_last(archive: LocalArchive, minutes: int, states: list[str]) -> None:
    archive.add(workbook(title="Mine")).result()
    content = _file("Theirs", NOON + timedelta(minutes=minutes))
    (taken,) = archive.carrying.take_in(content, conflict=Conflict.NEWER).result()
    assert (taken.saved is not None) is (len(states) == 2)
    assert _states(archive) == states


def test_a_file_without_a_time_is_neither_older_nor_newer(archive: LocalArchive) -> None:
    archive.add(workbook(title="Mine")).result()
    with pytest.raises(BadInput, match="does not say when its workbook was last changed"):
        archive.carrying.take_in(_file("Theirs"), conflict=Conflict.NEWER).result()
    assert _states(archive) == ["Mine"]


def test_a_damaged_workbook_can_be_replaced_by_a_whole_one(archive: LocalArchive) -> None:
    archive.add(workbook(title="Mine")).result()
    archive._work.db.execute("UPDATE revision SET sha256 = ?", ("0" * 64,))
    archive.carrying.take_in(_file("Mine"), conflict=Conflict.REPLACE).result()
    assert archive.load("one").result().title == "Mine"


def test_a_workbook_that_is_taken_in_again_comes_out_of_the_bin(archive: LocalArchive) -> None:
    for content, conflict in ((_file("First"), Conflict.REFUSE), (_file("Theirs"), Conflict.REPLACE)):
        archive.save(workbook(title="First")).result()
        archive.shelf.to_bin("one").result()
        archive.carrying.take_in(content, conflict=conflict).result()
        assert archive.summaries().result()[0].binned is None


def test_a_new_workbook_was_last_changed_when_its_file_says(archive: LocalArchive) -> None:
    for name, changed, told in (
        ("past", NOON - HOUR, NOON - HOUR),
        ("future", NOON + HOUR, NOON),
        ("silent", None, NOON),
    ):
        archive.carrying.take_in(portable.write(workbook(name), {}, changed)).result()
        assert next(row.changed for row in archive.summaries().result() if row.id == name) == told


# --- many at once


def test_one_that_is_refused_refuses_all(source: LocalArchive, archive: LocalArchive) -> None:
    _fill(source)
    content = source.carrying.export_all().result()
    archive.add(workbook("two", "Mine")).result()
    with pytest.raises(BadInput, match="already in the archive"):
        archive.carrying.take_in(content).result()
    assert _ids(archive) == ["two"]
    with pytest.raises(BadInput, match="not in the archive"):
        archive.attached(NAME).result()


def test_links_between_workbooks_follow_the_ones_that_get_another_id(
    source: LocalArchive, archive: LocalArchive
) -> None:
    later = revise(workbook("a-later", "Later"), created=NOON + HOUR, taken_from="one")
    source.add(later).result()
    source.add(workbook("one", "Theirs")).result()
    content = source.carrying.export_all().result()
    archive.add(workbook("one", "Mine")).result()
    taken = archive.carrying.take_in(content, conflict=Conflict.KEEP_BOTH).result()
    new = {one.incoming.id: one.saved.workbook_id for one in taken if one.saved is not None}
    assert new.keys() == {"one", "a-later"}
    assert new["a-later"] == "a-later"
    assert archive.load("a-later").result().taken_from == new["one"] != "one"


def test_papers_of_a_workbook_that_is_not_taken_are_not_kept(source: LocalArchive, archive: LocalArchive) -> None:
    _fill(source)
    for one in ("two", "three"):
        source.shelf.remove(one).result()
    content = source.carrying.export_all().result()
    archive.add(workbook("one", "Mine")).result()
    (taken,) = archive.carrying.take_in(content, conflict=Conflict.NEWER).result()
    assert taken.saved is None
    with pytest.raises(BadInput, match="not in the archive"):
        archive.attached(NAME).result()


def test_a_paper_that_waits_in_an_open_window_stays(source: LocalArchive, archive: LocalArchive) -> None:
    _fill(source)
    content = source.carrying.export_all().result()
    archive.attach(PAPER).result()
    archive.add(workbook("one", "Mine")).result()
    archive.add(workbook("two", "Mine")).result()
    archive.carrying.take_in(content, conflict=Conflict.NEWER).result()
    assert archive.attached(NAME).result() == PAPER


@pytest.mark.torture
def test_two_hundred_workbooks_with_papers_need_little_memory(source: LocalArchive, archive: LocalArchive) -> None:
    for number in range(200):
        book = workbook(f"w{number}", note="x" * 20_000)
        source.add(with_paper(book, source.attach(urandom(500_000)).result())).result()
    for passphrase in ("", WORD):
        content, most = peak(lambda given=passphrase: source.carrying.export_all(given).result())
        assert most < 3.1 * len(content)
        taken, most = peak(lambda given=passphrase, brought=content: archive.carrying.take_in(brought, given).result())
        assert len(taken) == 200
        assert most < 2.1 * len(content)
