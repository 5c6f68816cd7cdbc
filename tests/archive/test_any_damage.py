"""Every file of an archive with a passphrase, cut short at every kilobyte and with any bit flipped: what is damaged is
noticed or harmless, and never is anything passed off as what was saved that was not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from counteroffer.archive.rescue.recovering import put_back
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import WrongSecret
from tests.archive.conftest import NOON, finished, start_child, workbook
from tests.archive.rescue.test_salvage import CHEAP

SECRET = "correct horse"  # noqa: S105 - opens nothing but this test
STATES = 4
BOOKS = 5
NAMES = ("archive.db", "archive.db-wal", "archive.key", "backup")

FILL = (
    "import random\n"
    "from tests.archive.rescue.test_salvage import CHEAP\n"
    "from tests.archive.test_any_damage import BOOKS, SECRET, STATES, state\n"
    "a = open_archive(folder, costs=CHEAP)\n"
    "a.protection.set_first(SECRET).result()\n"
    "paper = a.attach(random.Random(1).randbytes(9000)).result()\n"
    "for number in range(1, STATES + 1):\n"
    "    if number == STATES: a.close(); a = open_archive(folder, secret=SECRET, costs=CHEAP)\n"
    "    for book in range(BOOKS): a.save(state(book, number)).result()\n"
    "    if number == STATES - 1: a.backups.make().result()\n"
    "os._exit(0)\n"
)


def state(book: int, number: int) -> Workbook:
    """A state of a workbook, long enough to lie on several pages, with text that does not compress."""
    words = Random(book * 100 + number).choices("abcdefghijklmnopqrstuvwxyz     ", k=8000)  # noqa: S311 - only noise
    return workbook(f"book-{book}", f"Title {book}", "".join(words))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive whose program was killed, so that its log is long; and one backup."""
    folder = tmp_path_factory.mktemp("whole") / "archive"
    folder.parent.mkdir(exist_ok=True)
    finished(start_child(FILL, folder))
    (backup,) = [one for one in (folder / "backups").iterdir() if "by-hand" in one.name]
    shutil.copy(backup, folder.parent / "backup")
    shutil.rmtree(folder / "backups")
    return folder


def _read(archive: LocalArchive) -> tuple[int, int]:
    """The oldest of the workbooks' newest states, and how often there was a plain refusal. Never wrong data."""
    oldest, refusals = STATES, 0
    try:
        assert {row.title for row in archive.summaries().result()} <= {f"Title {book}" for book in range(BOOKS)}
    except Fault:
        refusals += 1
    for book in range(BOOKS):
        try:
            found = archive.load(f"book-{book}").result()
        except BadInput:
            oldest = 0
            continue
        except Fault:
            refusals += 1
            continue
        numbers = [number for number in range(1, STATES + 1) if found == state(book, number)]
        assert numbers, "a workbook that was never saved"
        oldest = min(oldest, numbers[0])
        refusals += _refused_states(archive, book)
    return oldest, refusals


def _refused_states(archive: LocalArchive, book: int) -> int:
    """How many kept states of a workbook are refused. Never wrong data."""
    refusals = 0
    for number in range(1, STATES + 1):
        try:
            assert archive.history.load(f"book-{book}", number).result() == state(book, number)
        except BadInput:
            # A state that was lost with the log, which is noticed, or that had not been saved when the backup was made.
            continue
        except Fault:
            refusals += 1
    return refusals


def _look(folder: Path) -> str:
    try:
        archive = open_archive(folder, secret=SECRET, costs=CHEAP)
    except (BadInput, Fault) as problem:
        assert not isinstance(problem, WrongSecret), "the passphrase is right"  # noqa: PT017 - either outcome is right
        assert "othing was changed" in problem.sentence  # noqa: PT017
        return "refused"
    with archive:
        oldest, refusals = _read(archive)
        if oldest < STATES:
            assert any("missing from this archive" in notice for notice in archive.notices)
        return "noticed" if refusals or archive.notices else "whole"


def _look_at_backup(backup: Path, folder: Path) -> str:
    try:
        put_back(folder, backup, SECRET, NOON)
    except (BadInput, Fault) as problem:
        assert not isinstance(problem, WrongSecret), "the passphrase is right"  # noqa: PT017 - either outcome is right
        assert not (folder / "archive.db").exists()
        return "refused"
    with open_archive(folder, secret=SECRET, costs=CHEAP) as archive:
        assert _read(archive) == (STATES - 1, 0)
    return "whole"


def _after(whole: Path, place: Path, name: str, damaged: bytes) -> str:
    """What comes of it when this file has this content."""
    folder = place / "archive"
    shutil.rmtree(folder, ignore_errors=True)
    if name == "backup":
        (place / name).write_bytes(damaged)
        return _look_at_backup(place / name, folder)
    shutil.copytree(whole, folder)
    (folder / name).write_bytes(damaged)
    return _look(folder)


def _cut_short(content: bytes, step: int) -> Iterator[bytes]:
    for length in (*range(0, len(content), step), len(content) - 1):
        yield content[:length]


def _flipped(content: bytes, many: int, seed: int) -> Iterator[bytes]:
    lots = Random(seed)  # noqa: S311 - only places
    for _ in range(many):
        flipped = bytearray(content)
        flipped[lots.randrange(len(content))] ^= 1 << lots.randrange(8)
        yield bytes(flipped)


def _content(whole: Path, name: str) -> bytes:
    return (whole.parent / name if name == "backup" else whole / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_undamaged_file_is_whole(whole: Path, tmp_path: Path, name: str) -> None:
    assert _after(whole, tmp_path, name, _content(whole, name)) == "whole"


@pytest.mark.parametrize("name", NAMES)
def test_some_damage_is_noticed_or_harmless(whole: Path, tmp_path: Path, name: str) -> None:
    content = _content(whole, name)
    for damaged in (*_cut_short(content, max(512, len(content) // 4)), *_flipped(content, 4, 1)):
        _after(whole, tmp_path, name, damaged)


@pytest.mark.torture
@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_short_at_any_kilobyte_is_noticed_or_harmless(whole: Path, tmp_path: Path, name: str) -> None:
    outcomes = [_after(whole, tmp_path, name, damaged) for damaged in _cut_short(_content(whole, name), 1024)]
    print(f"{name}: {len(outcomes)} cuts, {outcomes.count('whole')} harmless")
    # The key file holds everything twice, and the log holds some of the database's pages once more.
    assert name == "archive.key" or outcomes.count("whole") <= len(outcomes) // 4


@pytest.mark.torture
@pytest.mark.parametrize("name", NAMES)
def test_any_of_500_flipped_bits_is_noticed_or_harmless(whole: Path, tmp_path: Path, name: str) -> None:
    outcomes = [_after(whole, tmp_path, name, damaged) for damaged in _flipped(_content(whole, name), 500, 2)]
    print(f"{name}: 500 flips, {outcomes.count('whole')} harmless")
