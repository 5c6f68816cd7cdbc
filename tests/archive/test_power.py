"""Power cuts at any moment: the archive opens, and everything that was acknowledged is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.errors import BadInput, Fault
from tests.archive.conftest import HandClock, workbook
from tests.archive.power import Cut, Op, cuts, lay_out, recording

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the recording disk lies over the one of Unix")

SECRET = "correct horse"  # noqa: S105 - opens nothing but this test
CHEAP = Costs(passes=1, memory=8192)
Say = Callable[[str, str], None]


class Lost(AssertionError):
    """A state after a power cut in which something acknowledged is missing, or that does not open."""


def _saving(archive: LocalArchive, say: Say, start: int, end: int) -> None:
    for number in range(start, end):
        say("ask", str(number))
        archive.save(workbook(title=str(number), note=f"{number} " * (number % 7 * 400))).result()
        say("ack", str(number))


def _saves(folder: Path, clock: HandClock, synchronous: str, saves: int) -> list[Op]:
    with recording(folder) as recorder:
        with open_archive(folder, clock) as archive:
            # So small that the log is moved into the database often.
            archive._work.db.pragma("wal_autocheckpoint", 30)
            archive._work.db.pragma("synchronous", synchronous)
            _saving(archive, recorder.mark, 0, saves)
        recorder.mark("ack", str(saves - 1))
    return recorder.ops


def _all_doings(folder: Path, clock: HandClock, rounds: int) -> list[Op]:
    """Saving, backing up, sealing anew and restoring, again and again."""
    with recording(folder) as recorder:
        say = recorder.mark
        with open_archive(folder, clock, None, CHEAP) as archive:
            number = 0
            for _ in range(rounds):
                _saving(archive, say, number, number + 3)
                backup = archive.backups.make().result()
                kept = str(number + 2)
                _saving(archive, say, number + 3, number + 5)
                archive.protection.set_first(SECRET).result()
                _saving(archive, say, number + 5, number + 7)
                say("ask", kept)
                archive.backups.restore(backup.name, SECRET).result()
                say("ack", kept)
                number += 8
                _saving(archive, say, number - 1, number)
                archive.protection.remove(SECRET).result()
        say("ack", str(number - 1))
    return recorder.ops


def _check(place: Path, cut: Cut, clock: HandClock) -> None:
    lay_out(place, cut.files)
    try:
        with open_archive(place, clock, SECRET, CHEAP) as archive:
            title = archive.load("one").result().title
            notices = archive.notices
    except (BadInput, Fault) as fault:
        raise Lost(f"after {cut.after} operations: {fault}") from fault
    finally:
        shutil.rmtree(place)
    if title not in (cut.acknowledged, cut.asked):
        raise Lost(f"after {cut.after} operations: {title} instead of {cut.acknowledged} or {cut.asked}")
    assert notices == ()


def _check_all(ops: list[Op], tmp_path: Path, clock: HandClock, seed: int, many: int) -> None:
    for cut in cuts(ops, Random(seed), many):  # noqa: S311 - only moments
        _check(tmp_path / "after", cut, clock)


def test_no_acknowledged_save_is_lost_to_a_power_cut(tmp_path: Path, clock: HandClock) -> None:
    _check_all(_saves(tmp_path / "archive", clock, "FULL", 40), tmp_path, clock, 1, 40)


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL"])
def test_the_simulation_notices_saves_that_were_not_waited_for(
    tmp_path: Path, clock: HandClock, synchronous: str
) -> None:
    ops = _saves(tmp_path / "archive", clock, synchronous, 40)
    with pytest.raises(Lost):
        _check_all(ops, tmp_path, clock, 1, 60)


def test_sealing_anew_and_restoring_survive_a_power_cut(tmp_path: Path, clock: HandClock) -> None:
    _check_all(_all_doings(tmp_path / "archive", clock, 1), tmp_path, clock, 1, 20)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(4))
def test_no_acknowledged_save_is_lost_to_many_power_cuts(tmp_path: Path, clock: HandClock, seed: int) -> None:
    _check_all(_saves(tmp_path / "archive", clock, "FULL", 150), tmp_path, clock, seed, 750)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_lost_to_power_cuts_while_the_whole_archive_is_replaced(
    tmp_path: Path, clock: HandClock, seed: int
) -> None:
    _check_all(_all_doings(tmp_path / "archive", clock, 4), tmp_path, clock, seed, 500)
