"""Killing a program with SIGKILL in the middle of its work, and looking at what is left."""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

from counteroffer.domain.errors import BadInput, Fault
from tests.archive import doing
from tests.forking import Starter, starter

SERVER = "tests.archive.doing"


class Lost(AssertionError):
    """What was promised is not there, or the archive does not open."""


@dataclass(frozen=True)
class Struck:
    """What the program had said until it was killed: the title promised last, the one asked for since, and what it was
    doing then."""

    promised: str
    asked: str | None
    during: str


def strike(started: Starter, what: str, folder: Path, random: Random) -> Struck:
    """Let a program do this in a folder, kill it at a random moment, and say what it had said."""
    started.start({"what": what, "folder": str(folder), "seed": random.getrandbits(32)})
    lines: list[str] = []
    if what == "migrating":
        seconds = random.uniform(0, 0.1)
    else:
        # Mostly in the middle of things; now and then while it opens the archive.
        for _ in range(1 if random.random() < 0.15 else random.randint(1, 15)):
            lines.append(started.hear())
        seconds = random.choice([0.0, random.uniform(0, 0.003), random.uniform(0, 0.04)])
    until = time.monotonic() + seconds
    with contextlib.suppress(TimeoutError):
        while True:
            lines.append(started.hear(until - time.monotonic()))
    return _understood(lines + started.kill())


def _understood(lines: list[str]) -> Struck:
    promised, asked, during = "-1", None, "save"
    for line in lines:
        word, _, rest = line.partition(" ")
        if word == "ack":
            promised, asked, during = rest, None, "save"
        elif word == "ask":
            asked = rest
        else:
            during = rest
    return Struck(promised, asked, during)


def look(folder: Path, struck: Struck) -> str:
    """Open the archive; everything that was promised must be there. The title that is. Raises Lost."""
    try:
        with doing.opened(folder) as archive:
            rows = archive.summaries().result()
            title = archive.load("one").result().title if rows else "-1"
            states = archive.history.listed("one").result() if rows else ()
            for state in states[:3]:
                archive.history.load("one", state.number).result()
            notices = archive.notices
    except (BadInput, Fault) as fault:
        raise Lost(f"struck during {struck.during}: {fault}") from fault
    if title not in (struck.promised, struck.asked):
        raise Lost(f"struck during {struck.during}: {title} instead of {struck.promised} or {struck.asked}")
    if notices:
        raise Lost(f"struck during {struck.during}: {notices}")
    return title


def strike_often(what: str, folder: Path, kills: int, seed: int) -> Counter[str]:
    """Kill and look so often; how often during what. Raises Lost."""
    random = Random(seed)  # noqa: S311 - where to strike is no secret
    during: Counter[str] = Counter()
    known = "-1"
    with starter(SERVER) as started:
        for _ in range(kills):
            struck = strike(started, what, folder, random)
            if struck.promised == "-1":
                # Killed before it had said what is there: that has not changed.
                struck = Struck(known, struck.asked, struck.during)
            try:
                known = look(folder, struck)
            except Lost as lost:
                raise Lost(f"{lost} (seed {seed})") from lost
            during[struck.during] += 1
    return during
