"""Cut files, flipped bits and full disks: the right data or a plain sentence, never wrong data."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from counteroffer.archive.faults import DISK_FULL, DISK_TROUBLE
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.base import revise
from counteroffer.domain.errors import Fault
from counteroffer.domain.workbook import Workbook
from tests.archive.conftest import content_of, finished, refill, with_paper, workbook

WORDS = random.Random(7)  # noqa: S311 - only noise
SECRETS = ("Harbour & Hill", "fifty-two thousand", "Ümlaut Straße")


def _noise(characters: int) -> str:
    """Text that does not compress well."""
    return "".join(WORDS.choices("abcdefghijklmnopqrstuvwxyz     ", k=characters))


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, Workbook], str]:
    """The files of a closed archive, what is in it, and the fingerprint of a file in it."""
    folder = tmp_path_factory.mktemp("closed") / "archive"
    books = {}
    with open_archive(folder) as archive:
        paper = archive.attach(WORDS.randbytes(9000)).result()
        for number in range(6):
            book = with_paper(workbook(f"book-{number}", f"Title {number}", _noise(9000)), paper)
            archive.add(book).result()
            book = revise(book, note=_noise(9000))
            archive.save(book, "Typed").result()
            books[book.id] = book
    return content_of(folder), books, paper


def _reads_right_or_refuses(folder: Path, books: dict[str, Workbook], paper: str) -> bool:
    """Whether all is there and right. Whatever is not refused must be exactly what was saved."""
    before = content_of(folder)
    whole = True
    try:
        archive = open_archive(folder)
    except Fault as fault:
        assert "othing was changed" in fault.sentence, fault.sentence  # noqa: PT017 - either outcome is right
        after = content_of(folder)
        assert {name: after[name] for name in before} == before
        assert set(after) <= {*before, "archive.lock"}
        return False
    with archive:
        try:
            assert {row.id: row.title for row in archive.summaries().result()} == {
                book.id: book.title for book in books.values()
            }
        except Fault:
            whole = False
        for workbook_id, book in books.items():
            try:
                assert archive.load(workbook_id).result() == book
                assert len(archive.history.listed(workbook_id).result()) == 2
            except Fault:
                whole = False
        try:
            assert len(archive.attached(paper).result()) == 9000
        except Fault:
            whole = False
    return whole


def test_the_undamaged_archive_is_whole(
    folder: Path, closed: tuple[dict[str, bytes], dict[str, Workbook], str]
) -> None:
    files, books, paper = closed
    refill(folder, files)
    assert _reads_right_or_refuses(folder, books, paper)


def test_a_cut_file_is_noticed_at_every_kilobyte(
    folder: Path, closed: tuple[dict[str, bytes], dict[str, Workbook], str]
) -> None:
    files, books, paper = closed
    size = len(files["archive.db"])
    assert size > 100_000
    for length in (*range(1024, size, 1024), 1, 15, 16, 24, 99, 511, 513, size - 1, size - 100):
        refill(folder, {**files, "archive.db": files["archive.db"][:length]})
        assert not _reads_right_or_refuses(folder, books, paper), length


def test_a_flipped_bit_is_noticed_or_harmless(
    folder: Path, closed: tuple[dict[str, bytes], dict[str, Workbook], str]
) -> None:
    files, books, paper = closed
    content = files["archive.db"]
    lots = random.Random(11)  # noqa: S311 - only places
    header = [(byte, bit) for byte in range(100) for bit in (0, 5)]
    header += [(byte, bit) for byte in range(16, 24) for bit in range(8)]
    places = [(lots.randrange(len(content)), lots.randrange(8)) for _ in range(100)]
    for byte, bit in header + places:
        flipped = bytearray(content)
        flipped[byte] ^= 1 << bit
        refill(folder, {**files, "archive.db": bytes(flipped)})
        whole = _reads_right_or_refuses(folder, books, paper)
        # A page that nothing here had to read may be damaged unseen; the first page is always read.
        assert not (whole and byte < 4096), (byte, bit)


@pytest.fixture
def killed(folder: Path, child: Callable[..., Popen[str]]) -> dict[str, bytes]:
    """The files of an archive whose program ended without closing: titles 0 to 19, all saved, most in the log."""
    code = (
        "a = open_archive(folder)\n"
        f"for n in range(20): a.save(workbook(title=str(n), note={SECRETS!r}[n % 3] * 300)).result()\n"
        "a.attach(('Harbour & Hill ' * 2000).encode('utf-16-le')).result()\n"
        "os._exit(0)\n"
    )
    finished(child(code, folder))
    files = content_of(folder)
    assert len(files["archive.db-wal"]) > 50_000
    return files


def test_nothing_is_readable_on_the_disk(killed: dict[str, bytes]) -> None:
    for content in killed.values():
        for secret in (*SECRETS, "workbook", "CREATE TABLE", "SQLite format"):
            assert secret.encode() not in content
            assert secret.encode("utf-16-le") not in content


def test_a_program_that_was_killed_lost_nothing(folder: Path, killed: dict[str, bytes]) -> None:
    with open_archive(folder) as archive:
        assert archive.load("one").result().title == "19"
    assert set(content_of(folder)) == {"archive.db", "archive.lock"}


def _title_or_refused(folder: Path) -> str | None:
    try:
        with open_archive(folder) as archive:
            rows = archive.summaries().result()
            if not rows:
                return ""
            book = archive.load("one").result()
            assert book.title == rows[0].title
            assert book.note == SECRETS[int(book.title) % 3] * 300
            return book.title
    except Fault:
        return None


def test_a_cut_or_changed_log_gives_an_earlier_state_or_a_refusal(folder: Path, killed: dict[str, bytes]) -> None:
    log = killed["archive.db-wal"]
    lots = random.Random(3)  # noqa: S311 - only places
    broken = [log[:length] for length in range(0, len(log), len(log) // 40)]
    for _ in range(40):
        flipped = bytearray(log)
        flipped[lots.randrange(len(log))] ^= 1 << lots.randrange(8)
        broken.append(bytes(flipped))
    allowed = {None, "", *map(str, range(20))}
    for content in broken:
        refill(folder, {**killed, "archive.db-wal": content})
        assert _title_or_refused(folder) in allowed


def test_a_full_archive_keeps_what_it_has_and_goes_on_once_there_is_room(archive: LocalArchive) -> None:
    archive.add(workbook()).result()
    pages = archive._work.db.pragma("page_count")
    archive._work.db.pragma("max_page_count", pages + 2)
    bigger = revise(workbook(), note=_noise(20_000))
    with pytest.raises(Fault) as caught:
        archive.save(bigger).result()
    assert caught.value.sentence == DISK_FULL
    assert archive.load("one").result() == workbook()
    assert archive.summaries().result()[0].revision == 1
    archive._work.db.pragma("max_page_count", 1 << 30)
    assert archive.save(bigger).result().revision == 2
    assert archive.load("one").result() == bigger


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit how much a program writes")
def test_a_disk_that_takes_no_more_bytes_loses_nothing_saved(folder: Path, child: Callable[..., Popen[str]]) -> None:
    code = (
        "import resource\n"
        "a = open_archive(folder)\n"
        "a.save(workbook(title='kept')).result()\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))\n"
        "big = os.urandom(300_000)\n"
        "for n in range(3):\n"
        "    try: a.attach(big).result(); print('stored?')\n"
        "    except Fault as fault: print(fault)\n"
        "assert a.load('one').result().title == 'kept'\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
        "a.save(workbook(title='later')).result()\n"
        "a.attach(big).result()\n"
        "a.close()\n"
    )
    assert set(finished(child(code, folder)).splitlines()) <= {DISK_FULL, DISK_TROUBLE}
    with open_archive(folder) as archive:
        assert archive.load("one").result().title == "later"
        assert len(archive.history.listed("one").result()) == 2
