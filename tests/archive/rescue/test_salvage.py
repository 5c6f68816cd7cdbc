"""Salvage: what is whole comes back, nothing that is not, and the damaged files stay as they were."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from subprocess import Popen

import pytest

from counteroffer.archive.file.connection import PAGE_SIZE
from counteroffer.archive.rescue import salvage as salvages
from counteroffer.archive.rescue.salvage import Report, salvage
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import open_archive
from counteroffer.domain.base import revise
from counteroffer.domain.errors import Fault
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports.protection import NeedsSecret, WrongSecret
from tests.archive.conftest import HandClock, content_of, finished, with_paper, workbook

WORDS = random.Random(23)  # noqa: S311 - only noise
CHEAP = Costs(passes=1, memory=8192)


def noise(characters: int) -> str:
    """Text that does not compress well."""
    return "".join(WORDS.choices("abcdefghijklmnopqrstuvwxyz     ", k=characters))


def fill(folder: Path, clock: HandClock, workbooks: int, states: int = 2, size: int = 6000) -> dict[str, Workbook]:
    """An archive with so many workbooks, each with so many states and all with one paper; their newest states."""
    newest = {}
    with open_archive(folder, clock) as archive:
        paper = archive.attach(WORDS.randbytes(9000)).result()
        for number in range(workbooks):
            book = with_paper(workbook(f"book-{number}", f"Title {number}"), paper)
            for _ in range(states):
                book = revise(book, note=noise(size))
                archive.save(book).result()
            newest[book.id] = book
    return newest


def zero_pages(file: Path, pages: list[int]) -> None:
    content = bytearray(file.read_bytes())
    for page in pages:
        content[page * PAGE_SIZE : (page + 1) * PAGE_SIZE] = bytes(PAGE_SIZE)
    file.write_bytes(content)


def in_archive(folder: Path, clock: HandClock, secret: str | None = None) -> dict[str, Workbook]:
    """Every workbook that the archive's list names, each of which must be readable, and every state of it."""
    with open_archive(folder, clock, secret, CHEAP) as archive:
        found = {}
        for row in archive.summaries().result():
            found[row.id] = archive.load(row.id).result()
            assert found[row.id].title == row.title
            for state in archive.history.listed(row.id).result():
                archive.history.load(row.id, state.number).result()
        return found


def right(found: dict[str, Workbook], newest: dict[str, Workbook]) -> int:
    """How many workbooks are there in their newest state; none may be there that never was."""
    assert found.keys() <= newest.keys()
    return sum(newest[key] == book for key, book in found.items())


def test_a_sound_archive_comes_through_whole(folder: Path, clock: HandClock) -> None:
    newest = fill(folder, clock, 3)
    with open_archive(folder, clock) as archive:
        archive.shelf.put_away("book-1").result()
        archive.history.name("book-2", 1, "before round 2").result()
        listed = archive.summaries().result()
    before = content_of(folder)
    report = salvage(folder, now=clock)
    assert report.whole == ("Title 0", "Title 1", "Title 2")
    assert (report.earlier, report.from_backup, report.lost, report.papers_lost, report.states) == ((), (), (), 0, 6)
    assert content_of(report.aside) == {"archive.db": before["archive.db"]}
    assert in_archive(folder, clock) == newest
    with open_archive(folder, clock) as archive:
        assert archive.notices == ()
        assert archive.summaries().result() == listed
        assert archive.history.listed("book-2").result()[1].name == "before round 2"
        assert len(archive.attached(newest["book-0"].situation.attachments[0].sha256).result()) == 9000


def test_what_lies_on_whole_pages_comes_back_and_nothing_else(folder: Path, clock: HandClock) -> None:
    newest = fill(folder, clock, 25)
    file = folder / "archive.db"
    pages = file.stat().st_size // PAGE_SIZE
    content = file.read_bytes()
    lots = random.Random(5)  # noqa: S311 - only places
    for _ in range(3):
        file.write_bytes(content)
        zero_pages(file, lots.sample(range(1, pages), 2))
        damaged = file.read_bytes()
        report = salvage(folder, now=clock)
        found = in_archive(folder, clock)
        told = {*report.whole, *report.earlier, *report.lost}
        assert (report.aside / "archive.db").read_bytes() == damaged
        assert right(found, newest) >= len(report.whole)
        assert len(found) == len(report.whole) + len(report.earlier)
        # A page of a table's inner structure takes what hangs on it along; such pages are few.
        assert len(found) >= 15 or len(told) < 25
        for path in report.aside.iterdir():
            path.unlink()
        report.aside.rmdir()


def test_a_newest_state_that_is_lost_gives_the_one_before(folder: Path, clock: HandClock) -> None:
    fill(folder, clock, 1, states=1)
    with open_archive(folder, clock) as archive:
        db = archive._work.db
        archive.save(revise(archive.load("book-0").result(), note="the last words")).result()
        db.execute("UPDATE revision SET body = zeroblob(20) WHERE number = 2")
    report = salvage(folder, now=clock)
    assert (report.whole, report.earlier, report.states) == ((), ("Title 0",), 1)
    assert in_archive(folder, clock)["book-0"].note != "the last words"
    with open_archive(folder, clock) as archive:
        assert archive.summaries().result()[0].revision == 1


def test_what_is_lost_comes_from_the_newest_backup(folder: Path, clock: HandClock) -> None:
    newest = fill(folder, clock, 12)
    with open_archive(folder, clock) as archive:
        archive.backups.make().result()
        archive.shelf.remove("book-11").result()
    del newest["book-11"]
    file = folder / "archive.db"
    with open_archive(folder, clock) as archive:
        archive._work.db.execute("UPDATE revision SET body = zeroblob(9) WHERE workbook IN ('book-3', 'book-5')")
        archive._work.db.execute("DELETE FROM attachment")
    damaged = file.read_bytes()
    report = salvage(folder, now=clock)
    assert report.from_backup == ("Title 3", "Title 5")
    assert len(report.whole) == 9
    assert report.papers_lost == 0
    assert report.backup is not None
    # What was removed on purpose is in the backup and stays removed.
    assert in_archive(folder, clock) == newest
    assert (report.aside / "archive.db").read_bytes() == damaged


@pytest.mark.parametrize("length", [0.7, 0.9])
def test_a_file_that_was_cut_short_is_read_as_far_as_it_goes(folder: Path, clock: HandClock, length: float) -> None:
    newest = fill(folder, clock, 12)
    file = folder / "archive.db"
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * length)])
    with pytest.raises(Fault):
        open_archive(folder, clock)
    report = salvage(folder, now=clock)
    found = in_archive(folder, clock)
    assert right(found, newest) >= 12 * (2 * length - 1) * 0.5
    assert len(report.whole) + len(report.earlier) == len(found)


def test_an_archive_that_does_not_open_at_all_is_made_anew_from_the_backup(folder: Path, clock: HandClock) -> None:
    newest = fill(folder, clock, 4)
    with open_archive(folder, clock) as archive:
        archive.backups.make().result()
    (folder / "archive.db").write_bytes(b"not an archive" * 4096)
    report = salvage(folder, now=clock)
    assert len(report.from_backup) == 4
    assert in_archive(folder, clock) == newest


@pytest.mark.parametrize("backed_up", [True, False])
@pytest.mark.parametrize("sealed", [True, False])
def test_a_first_page_that_is_lost_is_lent(folder: Path, clock: HandClock, backed_up: bool, sealed: bool) -> None:
    secret = "correct horse" if sealed else None
    newest = fill(folder, clock, 5)
    with open_archive(folder, clock, None, CHEAP) as archive:
        if secret:
            archive.protection.set_first(secret).result()
        if backed_up:
            archive.backups.make().result()
        else:
            shutil.rmtree(folder / "backups", ignore_errors=True)
        for book in [*newest.values(), workbook("new", "Since the backup")]:
            newest[book.id] = revise(book, note=noise(9000))
            archive.save(newest[book.id]).result()
    zero_pages(folder / "archive.db", [0])
    damaged = (folder / "archive.db").read_bytes()
    report = salvage(folder, secret, clock)
    assert len(report.whole) == 6
    assert in_archive(folder, clock, secret) == newest
    assert (report.aside / "archive.db").read_bytes() == damaged
    assert not [path.name for path in folder.iterdir() if "lent" in path.name or "empty" in path.name]


def test_an_older_set_that_was_put_aside_is_not_taken_for_the_lost_archive(folder: Path, clock: HandClock) -> None:
    fill(folder, clock, 1)
    salvage(folder, now=clock)
    clock.move(timedelta(days=30))
    with open_archive(folder, clock) as archive:
        archive.save(workbook("new", "Since then")).result()
    (folder / "archive.db").unlink()
    with pytest.raises(Fault, match="nothing to salvage"):
        salvage(folder, now=clock)


def test_where_nothing_is_whole_nothing_is_changed(folder: Path, clock: HandClock) -> None:
    fill(folder, clock, 1)
    (folder / "archive.db").write_bytes(b"not an archive" * 4096)
    before = content_of(folder)
    with pytest.raises(Fault, match="Nothing could be brought back"):
        salvage(folder, now=clock)
    assert content_of(folder) == before
    (folder / "archive.db").unlink()
    with pytest.raises(Fault, match="nothing to salvage"):
        salvage(folder, now=clock)


def test_what_is_only_in_the_log_comes_back(folder: Path, clock: HandClock, child: Callable[..., Popen[str]]) -> None:
    code = (
        "a = open_archive(folder)\n"
        "for n in range(8): a.save(workbook(str(n), title=str(n), note='x' * 3000)).result()\n"
        "os._exit(0)\n"
    )
    finished(child(code, folder))
    before = content_of(folder)
    report = salvage(folder, now=clock)
    assert report.whole == tuple("01234567")
    assert {name: content_of(report.aside)[name] for name in ("archive.db", "archive.db-wal")} == {
        name: before[name] for name in ("archive.db", "archive.db-wal")
    }
    assert len(in_archive(folder, clock)) == 8


def test_an_archive_with_a_passphrase_keeps_it(folder: Path, clock: HandClock) -> None:
    newest = fill(folder, clock, 3)
    with open_archive(folder, clock, None, CHEAP) as archive:
        archive.protection.set_first("correct horse").result()
    key = (folder / "archive.key").read_bytes()
    zero_pages(folder / "archive.db", [(folder / "archive.db").stat().st_size // PAGE_SIZE - 1])
    for secret, error in ((None, NeedsSecret), ("wrong", WrongSecret)):
        with pytest.raises(error):
            salvage(folder, secret, clock)
    report = salvage(folder, "correct horse", clock)
    assert (report.aside / "archive.key").read_bytes() == key
    assert (folder / "archive.key").read_bytes() == key
    assert right(in_archive(folder, clock, "correct horse"), newest) >= 2


def test_a_lost_key_file_comes_from_a_backup(folder: Path, clock: HandClock) -> None:
    newest = fill(folder, clock, 3)
    with open_archive(folder, clock, None, CHEAP) as archive:
        archive.protection.set_first("correct horse").result()
        archive.backups.make().result()
        newest["book-0"] = revise(newest["book-0"], note="after the backup")
        archive.save(newest["book-0"]).result()
    (folder / "archive.key").write_bytes(b"damaged")
    report = salvage(folder, "correct horse", clock)
    assert len(report.whole) == 3
    assert in_archive(folder, clock, "correct horse") == newest


def test_a_salvage_that_was_cut_short_can_be_done_again(
    folder: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = fill(folder, clock, 3)

    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(salvages, "put_in_place", power_cut)
    with pytest.raises(KeyboardInterrupt):
        salvage(folder, now=clock)
    assert not (folder / "archive.db").exists()
    monkeypatch.undo()
    report = salvage(folder, now=clock)
    assert len(report.whole) == 3
    assert in_archive(folder, clock) == newest


def test_an_archive_that_is_open_is_not_touched(folder: Path, clock: HandClock) -> None:
    with open_archive(folder, clock), pytest.raises(Fault, match="already open"):
        salvage(folder, now=clock)


@pytest.mark.torture
def test_20_of_10000_pages_zeroed_cost_less_than_a_twentieth(tmp_path: Path, clock: HandClock) -> None:
    folder = tmp_path / "archive"
    newest = fill(folder, clock, 600, states=5, size=19_900)
    file = folder / "archive.db"
    pages = file.stat().st_size // PAGE_SIZE
    assert pages > 9_000
    content = file.read_bytes()
    for seed in range(10):
        file.write_bytes(content)
        zero_pages(file, random.Random(seed).sample(range(1, pages), 20 * pages // 10_000))  # noqa: S311
        report: Report = salvage(folder, now=clock)
        found = in_archive(folder, clock)
        print(
            f"{pages} pages, seed {seed}: {len(report.whole)} whole, {len(report.earlier)} earlier, {len(found)} found"
        )
        assert len(found) >= 570
        assert right(found, newest) >= len(report.whole)
