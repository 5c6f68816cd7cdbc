"""200 times SIGKILL: no acknowledged edit is lost, nothing half is kept, and the archive opens every time."""

from __future__ import annotations

import itertools
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random, SystemRandom

import pytest

from tests.cli.conftest import CommandLine
from tests.cli.killing import LYING, REAL, Lost, Remains, kill_and_look
from tests.forking import starter

KILLS = 200
HANDS = 2

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


def test_no_acknowledged_edit_is_lost_to_200_kills(tmp_path: Path) -> None:
    seeds = [SystemRandom().getrandbits(32) for _ in range(HANDS)]
    places = [CommandLine(tmp_path / str(seed)) for seed in seeds]
    ids = [place.new("struck") for place in places]
    with ThreadPoolExecutor(HANDS) as hands:
        remains = list(itertools.chain(*hands.map(_kill_often, places, ids, seeds)))
    assert len(remains) == KILLS
    edits = sum(one.acknowledged for one in remains)
    unheard = sum(one.kept > one.acknowledged for one in remains)
    started = sum(one.acknowledged == 0 for one in remains)
    print(f"{KILLS} kills: {edits} edits acknowledged and all there; {unheard} times one more was committed unheard;")
    print(f"{started} times struck before the first receipt")
    # The strikes fell where they should: into the work, on both sides of the commit, and into the start.
    assert edits > KILLS
    assert 0 < unheard < KILLS
    assert started > 0


def _kill_often(place: CommandLine, workbook_id: str, seed: int) -> list[Remains]:
    random = Random(seed)  # noqa: S311 - where to strike is no secret
    try:
        with starter(REAL) as started:
            return [kill_and_look(place.folder, workbook_id, random, started) for _ in range(KILLS // HANDS)]
    except AssertionError as error:
        raise AssertionError(f"{error} (seed {seed})") from error


def test_a_receipt_before_the_commit_is_found_out(tmp_path: Path) -> None:
    cli = CommandLine(tmp_path / "archive")
    workbook_id = cli.new("struck")
    random = Random(1)  # noqa: S311 - where to strike is no secret
    with pytest.raises(Lost):
        _kill_the_liar(cli.folder, workbook_id, random)


def _kill_the_liar(folder: Path, workbook_id: str, random: Random) -> None:
    with starter(LYING) as started:
        for _ in range(40):
            kill_and_look(folder, workbook_id, random, started)
