"""A real `counteroffer apply` that is killed in the middle of its work, and what must be there afterwards."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from counteroffer.archive.store import open_archive
from counteroffer.domain import edits
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.wire import parse_edit

REAL = (sys.executable, "-m", "counteroffer")
LYING = (sys.executable, str(Path(__file__).with_name("early.py")))
EDITS = 120
_NOT_WHILE_FORKING = threading.Lock()
"""Between its fork and its exec a child has a copy of all that is open here, the archive's lock with it. So nobody
starts a child while another thread has an archive open."""
PATIENCE = 30.0


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
        return Strike(0, random.uniform(0.0, 0.3))
    return Strike(random.randint(1, 30), random.choice([0.0, random.uniform(0, 0.002), random.uniform(0, 0.02)]))


def kill_and_look(folder: Path, workbook_id: str, random: Random, command: Sequence[str] = REAL) -> Remains:
    """Start, feed, strike, open again and compare. Raises Lost."""
    before = _kept(folder, workbook_id)
    lines, states = _script(before, random)
    acknowledged = _kill(folder, workbook_id, lines, random_strike(random), command)
    after = _kept(folder, workbook_id)
    # The one edit after the last receipt may have been committed: then it is there whole.
    for kept in (acknowledged, acknowledged + 1):
        if after == states[kept]:
            return Remains(acknowledged, kept)
    raise Lost(f"{acknowledged} edits were acknowledged, and the archive holds something else")


def _kept(folder: Path, workbook_id: str) -> Workbook:
    with _NOT_WHILE_FORKING, open_archive(folder) as archive:
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


def _kill(folder: Path, workbook_id: str, lines: bytes, strike: Strike, command: Sequence[str]) -> int:
    """How many receipts came before the kill."""
    words = [*command, "--archive", str(folder), "apply", workbook_id, "-"]
    received = bytearray()
    with _NOT_WHILE_FORKING:
        child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    with child:
        assert child.stdin is not None
        assert child.stdout is not None
        feeding, hearing = child.stdin.fileno(), child.stdout.fileno()
        os.set_blocking(feeding, False)
        waiting = memoryview(lines)
        strike_at: float | None = None
        give_up = time.monotonic() + PATIENCE
        while True:
            now = time.monotonic()
            if strike_at is None and received.count(b"\n") >= strike.receipts:
                strike_at = now + strike.seconds
            if strike_at is not None and now >= strike_at:
                break
            assert now < give_up, "the child says nothing"
            until = give_up if strike_at is None else strike_at
            readable, writable, _ = select.select([hearing], [feeding] if waiting else [], [], max(0.0, until - now))
            if writable:
                waiting = waiting[os.write(feeding, waiting) :]
            if readable:
                heard = os.read(hearing, 65536)
                assert heard, "the child ended by itself"
                received += heard
        child.send_signal(signal.SIGKILL)
        while heard := os.read(hearing, 65536):
            received += heard
    assert child.returncode == -signal.SIGKILL
    receipts = received.decode().split("\n")[:-1]
    assert receipts == [f"saved {number}" for number in range(1, len(receipts) + 1)]
    return len(receipts)
