"""A real `counteroffer apply` that is killed in the middle of its work, and what must be there afterwards."""

from __future__ import annotations

import contextlib
import json
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

from counteroffer.archive.store import open_archive
from counteroffer.domain import edits
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.wire import parse_edit
from tests.forking import Starter

REAL = "tests.cli.honest"
LYING = "tests.cli.early"
EDITS = 400


@dataclass(frozen=True)
class Strike:
    """When to kill: so many receipts in, and then so many seconds on."""

    receipts: int
    seconds: float


@dataclass(frozen=True)
class Remains:
    """What a kill left: how many edits had their receipt, and how many are in the archive."""

    acknowledged: int
    kept: int


class Lost(AssertionError):
    """An acknowledged edit is not there, or what is there was never asked for."""


def random_strike(random: Random) -> Strike:
    """Mostly around a receipt, a little before or after it; now and then while it starts, opens and reads."""
    if random.random() < 0.15:
        return Strike(0, random.uniform(0.0, 0.05))
    return Strike(random.randint(1, 30), random.choice([0.0, random.uniform(0, 0.002), random.uniform(0, 0.02)]))


def kill_and_look(folder: Path, workbook_id: str, random: Random, started: Starter) -> Remains:
    """Start, feed, strike, open again and compare. Raises Lost."""
    before = _kept(folder, workbook_id)
    lines, states = _script(before, random)
    acknowledged = _kill(folder, workbook_id, lines, random_strike(random), started)
    after = _kept(folder, workbook_id)
    # The one edit after the last receipt may have been committed: then it is there whole.
    for kept in (acknowledged, acknowledged + 1):
        if after == states[kept]:
            return Remains(acknowledged, kept)
    raise Lost(f"{acknowledged} edits were acknowledged, and the archive holds something else")


def _kept(folder: Path, workbook_id: str) -> Workbook:
    with open_archive(folder) as archive:
        return archive.load(workbook_id).result()


def _script(workbook: Workbook, random: Random) -> tuple[bytes, list[Workbook]]:
    """Edits of all four kinds as lines, and the workbook after each. No two states in a row are the same."""
    lines, states = [], [workbook]
    for number in range(EDITS):
        here = states[-1]
        ids = [term.id for term in here.terms]
        mark = f"{random.getrandbits(32):08x} {number}"
        choices = [
            {"set": ["situation", "employer"], "value": mark},
            {"set": ["note"], "value": mark * random.randint(1, 200)},
            {"insert": ["terms"], "index": random.randint(0, len(ids)), "value": {"id": mark[:8], "name": mark}},
        ]
        if ids:
            one = random.choice(ids)
            choices.append(
                {"set": ["terms", one, "target", "value"], "value": {"kind": "amount", "amount": str(number)}}
            )
            choices.append({"remove": ["terms", one]})
        if len(ids) > 1:
            choices.append({"move": ["terms", ids[0]], "to": random.randint(1, len(ids) - 1)})
        line = json.dumps(random.choice(choices))
        lines.append(line)
        states.append(edits.apply(here, parse_edit(line, here)))
    return "".join(f"{line}\n" for line in lines).encode(), states


def _kill(folder: Path, workbook_id: str, lines: bytes, strike: Strike, started: Starter) -> int:
    """How many receipts came before the kill."""
    edits_file = folder.with_name(f"{folder.name} edits")
    edits_file.write_bytes(lines)
    started.start(["--archive", str(folder), "apply", workbook_id, str(edits_file)])
    receipts = [started.hear() for _ in range(strike.receipts)]
    until = time.monotonic() + strike.seconds
    with contextlib.suppress(TimeoutError):
        while True:
            receipts.append(started.hear(until - time.monotonic()))
    receipts += started.kill()
    assert receipts == [f"saved {number}" for number in range(1, len(receipts) + 1)]
    return len(receipts)
