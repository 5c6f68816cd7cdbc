"""Sealing the archive anew is struck down at every step it takes; whatever is left opens, with everything in it."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import apsw
import pytest

from counteroffer.archive.backups import replacing
from counteroffer.archive.sealing import resealing
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.errors import Fault
from counteroffer.editing.ports import NeedsSecret, WrongSecret
from tests.archive.conftest import workbook

CHEAP = Costs(passes=1, memory=8192)
STEPS = ("open", "fsync", "replace", "rename", "unlink")
"""What Python does to files; between two of these the engine writes the copy, which counts only once it is renamed."""

Action = Callable[[LocalArchive], object]

# Whether there is a passphrase before, what is done, and the secrets one of which opens what is left.
ACTIONS: dict[str, tuple[bool, Action, tuple[str | None, ...]]] = {
    "first passphrase": (False, lambda archive: archive.protection.set_first("new").result(), (None, "new")),
    "another passphrase": (True, lambda archive: archive.protection.change("old", "new").result(), ("old", "new")),
    "no passphrase": (True, lambda archive: archive.protection.remove("old").result(), ("old", None)),
    "new recovery code": (True, lambda archive: archive.protection.new_recovery_code("old").result(), ("old",)),
}

every_action = pytest.mark.parametrize(("protected", "action", "secrets"), ACTIONS.values(), ids=ACTIONS.keys())


@pytest.fixture
def filled(tmp_path: Path, protected: bool) -> Callable[[str], LocalArchive]:
    """Opens a copy of an archive with three workbooks and, if `protected`, the passphrase "old"."""
    with open_archive(tmp_path / "model", costs=CHEAP) as archive:
        for number in range(3):
            archive.add(workbook(str(number), note="word " * 1000)).result()
        if protected:
            archive.protection.set_first("old").result()
        # So that the one that is made before each sealing is there already: its own steps are not the matter here.
        archive.backups.make().result()

    def opened(name: str) -> LocalArchive:
        shutil.copytree(tmp_path / "model", tmp_path / name)
        return open_archive(tmp_path / name, secret="old" if protected else None, costs=CHEAP)

    return opened


@contextmanager
def at_each_step(monkeypatch: pytest.MonkeyPatch, before: Callable[[], None]) -> Iterator[None]:
    """Do something before each step."""
    with monkeypatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, _after(before, getattr(os, name)))
        yield


def _after(before: Callable[[], None], step: Callable[..., Any]) -> Callable[..., Any]:
    def both(*arguments: Any, **options: Any) -> Any:
        before()
        return step(*arguments, **options)

    return both


def ids_behind(folder: Path, secrets: tuple[str | None, ...]) -> list[set[str]]:
    """What is in the archive, for each secret that opens it."""
    found = []
    for secret in secrets:
        try:
            with open_archive(folder, secret=secret) as archive:
                found.append({one.id for one in archive.summaries().result()})
                assert all(archive.load(one).result().note for one in found[-1])
        except (NeedsSecret, WrongSecret):
            continue
    return found


@every_action
def test_a_kill_at_any_step_leaves_an_archive_that_opens(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    filled: Callable[[str], LocalArchive],
    protected: bool,
    action: Action,
    secrets: tuple[str | None, ...],
) -> None:
    moments: list[Path] = []

    def keep_moment() -> None:
        moments.append(tmp_path / f"moment {len(moments)}")
        # Another process copies: closing a second handle on the database in this one would let go of its locks.
        subprocess.run(["cp", "-r", tmp_path / "archive", moments[-1]], check=True)

    with filled("archive") as archive:
        with at_each_step(monkeypatch, keep_moment):
            action(archive)
        keep_moment()
    assert len(moments) > 5
    for moment in moments:
        # A secret that is not needed is not looked at, so an archive without a passphrase opens with each.
        assert {"0", "1", "2"} in (found := ids_behind(moment, secrets))
        assert all(ids == {"0", "1", "2"} for ids in found)
        left = {path.name for path in moment.iterdir()}
        assert left <= {"archive.db", "archive.key", "archive.lock", "backups"} | (
            {"archive.key.new"} if protected else set()
        )


@every_action
@pytest.mark.parametrize("stride", [4, pytest.param(1, marks=pytest.mark.torture)])
def test_a_fault_at_any_step_leaves_an_archive_to_go_on_with(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    filled: Callable[[str], LocalArchive],
    protected: bool,
    action: Action,
    secrets: tuple[str | None, ...],
    stride: int,
) -> None:
    failed, last = 0, False
    for number in range(0, 200, stride):
        steps = iter(range(number, -1, -1))

        def fail(steps: Iterator[int] = steps) -> None:
            if next(steps, None) == 0:
                raise OSError(errno.ENOSPC, "full")

        with filled(str(number)) as archive:
            with at_each_step(monkeypatch, fail):
                try:
                    action(archive)
                except Fault:
                    failed += 1
                last = next(steps, None) is not None
            archive.add(workbook("later", note="word")).result()
            assert archive.protection.state().result().has_passphrase is not None
        assert {"0", "1", "2", "later"} in (found := ids_behind(tmp_path / str(number), secrets))
        assert all(ids == {"0", "1", "2", "later"} for ids in found)
        if last:
            break
    assert last
    assert failed


@pytest.mark.parametrize("protected", [False])
def test_where_it_cannot_be_opened_again_that_is_said_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filled: Callable[[str], LocalArchive]
) -> None:
    def fails(*_: object) -> None:
        raise apsw.CantOpenError

    archive = filled("archive")
    monkeypatch.setattr(replacing, "open_existing", fails)
    with pytest.raises(Fault):
        archive.protection.set_first("new").result()
    with pytest.raises(Fault, match="closed already"):
        archive.add(workbook("later")).result()
    # There is nothing left to close; the lock is let go of all the same.
    with suppress(Fault):
        archive.close()
    assert ids_behind(tmp_path / "archive", ("new",)) == [{"0", "1", "2"}]


@pytest.mark.parametrize("protected", [False, True])
def test_a_copy_that_is_not_what_it_should_be_is_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filled: Callable[[str], LocalArchive], protected: bool
) -> None:
    with filled("archive") as archive:
        copying = resealing.copying

        def loses_one(db: Any, target: Path, key: bytes) -> Any:
            yield from copying(db, target, key)
            copy = resealing.connect(target, key)
            copy.execute("DELETE FROM revision WHERE workbook = '1'")
            copy.close()

        monkeypatch.setattr(resealing, "copying", loses_one)
        with pytest.raises(Fault, match="as it was"):
            ACTIONS["no passphrase" if protected else "first passphrase"][1](archive)
        assert archive.load("1").result().note
    assert not list((tmp_path / "archive").glob("*.next*"))
    assert ids_behind(tmp_path / "archive", ("old" if protected else None,)) == [{"0", "1", "2"}]
