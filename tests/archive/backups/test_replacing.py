"""Another database in the place of the live one: struck dead or failing at every step, it is the old or the new."""

from __future__ import annotations

import sys
from collections.abc import Callable
from errno import EIO
from pathlib import Path
from subprocess import Popen

import pytest

from counteroffer.archive.backups.replacing import finish
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.base import revise
from counteroffer.domain.errors import Fault
from tests.archive.conftest import HandClock, content_of, finished, workbook

CHEAP = Costs(passes=1, memory=8192)
BARE = {"archive.db", "archive.lock"}

PRELUDE = """
from counteroffer.archive.sealing.wrapping import Costs
from tests.archive.struck import STEPS, TURNS, struck
secret = sys.argv[2] or None
costs = Costs(passes=1, memory=8192)
def titles(folder):
    with open_archive(folder, secret=secret) as a:
        if sys.argv[3] == 'all':
            assert a.backups.verify().result() == ()
        return sorted(row.title for row in a.summaries().result())
def look(folder, allowed):
    found = titles(folder)
    assert found in allowed, found
    names = {path.name for path in folder.iterdir()}
    assert names <= {'archive.db', 'archive.key', 'archive.lock', 'backups'}, names
    assert ('archive.key' in names) == bool(secret)
    assert not [path for path in (folder / 'backups').iterdir() if '.part' in path.name and allowed[0] == found]
    return found
"""
RESTORES = (
    PRELUDE
    + """
def restore(folder):
    a = open_archive(folder, secret=secret)
    a.backups.restore(a.backups.listed().result()[0].name).result()
    a.save(workbook('later', 'later')).result()
    os._exit(0)
steps = STEPS if sys.argv[3] == 'all' else TURNS
old, new, after = ['new'], ['one', 'two'], ['later', 'one', 'two']
outcomes = [look(folder, (after, new, old)) for folder in struck(folder, restore, steps)]
assert outcomes[0] == old and outcomes[-1] == after
turning = [outcome != old for outcome in outcomes]
assert turning == sorted(turning)
print(len(outcomes), turning.count(False))
"""
)


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
@pytest.mark.parametrize(
    ("secret", "steps"),
    [
        ("a passphrase", "turns"),
        pytest.param("", "all", marks=pytest.mark.torture),
        pytest.param("a passphrase", "all", marks=pytest.mark.torture),
    ],
)
def test_a_restore_that_is_struck_at_any_step_leaves_the_old_or_the_new(
    folder: Path, clock: HandClock, child: Callable[..., Popen[str]], secret: str, steps: str
) -> None:
    with open_archive(folder, clock, costs=CHEAP) as archive:
        if secret:
            archive.protection.set_first(secret).result()
        archive.add(workbook("1", "one")).result()
        archive.add(workbook("2", "two")).result()
        archive.backups.make().result()
        archive.shelf.remove("1").result()
        archive.save(revise(workbook("2", "two"), title="new")).result()
    said = finished(child(RESTORES, folder, secret, steps))
    taken, before_the_turn = map(int, said.split())
    assert taken > before_the_turn + 3 > 10


class Failing:
    """Lets the n-th renaming or deleting fail, and all after it if `lasting`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left: int | None = None
        self.failed = False
        for name in ("replace", "unlink"):
            monkeypatch.setattr(Path, name, self._wrapped(getattr(Path, name)))

    def _wrapped(self, real: Callable[..., object]) -> Callable[..., object]:
        def step(path: Path, *arguments: object, **options: object) -> object:
            if self.left is not None and path.name.startswith("archive."):
                if self.left == 0:
                    self.left, self.failed = None, True
                    raise OSError(EIO, "strange")
                self.left -= 1
            return real(path, *arguments, **options)

        return step


def test_a_restore_that_fails_at_any_step_says_so_or_has_been_done(
    folder: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = Failing(monkeypatch)
    outcomes = []
    with open_archive(folder, clock) as archive:
        archive.add(workbook("1", "then")).result()
        name = archive.backups.make().result().name
        for number in range(100):
            archive.save(workbook("1", "now")).result()
            failing.left, failing.failed = number, False
            try:
                archive.backups.restore(name).result()
                assert archive.load("1").result().title == "then"
            except Fault:
                assert archive.load("1").result().title == "now"
            failing.left = None
            outcomes.append(archive.load("1").result().title)
            if not failing.failed:
                break
            archive.save(workbook("2", str(number))).result()
    assert outcomes[-1] == "then"
    assert outcomes.index("then") > 0
    with open_archive(folder) as archive:
        assert {row.title for row in archive.summaries().result()} >= {"then"}
    assert set(content_of(folder)) == BARE


def test_a_log_that_could_not_be_moved_stops_it_before_anything_happens(
    archive: LocalArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.add(workbook("1", "then")).result()
    name = archive.backups.make().result().name
    archive.save(workbook("1", "now")).result()
    work = archive._work
    monkeypatch.setattr(type(work.folder), "log", work.folder.lock)
    work.folder.lock.write_bytes(b"not empty")
    with pytest.raises(Fault):
        archive.backups.restore(name).result()
    monkeypatch.undo()
    assert archive.load("1").result().title == "now"


def test_what_was_left_without_a_note_is_removed(folder: Path, archive: LocalArchive) -> None:
    place = archive.folder
    for path in (place.next_database, place.next_key, folder / "archive.replacing.new", folder / "archive.db.next-wal"):
        path.write_bytes(b"left over")
    finish(place)
    assert not [name for name in content_of(folder) if "next" in name or "replacing" in name]
