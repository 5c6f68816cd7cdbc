"""The record in the lock file: that there is an archive here, who has it open or had, and how far it was saved.

Four lines that a person can read. They always fill the same 512 bytes, one sector of a disk, so that they are
written whole or not at all.

The last line is written after each save and waits for no disk: a save gets no slower by it. It can never promise too
much, because it is written after the commit it tells of. So an archive that, when it is opened, knows of fewer states
than this line has lost some of them, to a damaged log or to an older copy that was put in its place.
"""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from counteroffer.archive.file.lock import FolderLock

SIZE = 512
"""Bytes of a record."""

_LONGEST_NAME = 60
_TIME = "%Y-%m-%d %H:%M:%S"

_SINCE = re.compile(r"in this folder since (\d{4}-\d\d-\d\d)\.")
_OPENED = re.compile(r"^Opened (.{19}) UTC on (.+) by process (\d+)\.$", re.MULTILINE)
_CLOSED = re.compile(r"^Closed again\.", re.MULTILINE)
_SAVED = re.compile(r"^Saved (\d+) states, the last (.{19}) UTC\.", re.MULTILINE)


@dataclass(frozen=True)
class Opener:
    """Who opened the archive: when, on which computer, as which process."""

    at: datetime
    computer: str
    process: int


@dataclass(frozen=True)
class Record:
    """What is written down. `states` is how many states had been saved when the last of them was, at `saved`; 0 and
    None where nothing is known of that."""

    since: str
    opener: Opener | None = None
    closed: bool = False
    states: int = 0
    saved: datetime | None = None

    def opened(self, now: datetime) -> Record:
        """As it is from now on, while this program has the archive open."""
        return replace(self, opener=Opener(now, this_computer(), os.getpid()), closed=False)

    def content(self) -> bytes:
        """The record as it stands in the file."""
        lines = [
            f"A Counteroffer archive has been in this folder since {self.since}. While this line is here,"
            " no new archive is started in place of a missing archive.db."
        ]
        if self.opener is not None:
            who = self.opener
            lines.append(f"Opened {who.at:{_TIME}} UTC on {who.computer} by process {who.process}.")
            lines.append("Closed again." if self.closed else "Not closed yet.")
        if self.saved is not None:
            lines.append(f"Saved {self.states} states, the last {self.saved:{_TIME}} UTC.")
        return ("\n".join(lines) + "\n").encode("ascii", "replace").ljust(SIZE - 1)[: SIZE - 1] + b"\n"


def read(lock: FolderLock, now: datetime) -> Record:
    """The record. What is not in it, or not written as we do, counts as not known."""
    text = lock.read().decode("ascii", "replace")
    since = _SINCE.search(text)
    record = Record(since[1] if since else f"{now:%Y-%m-%d}", closed=bool(_CLOSED.search(text)))
    opened, saved = _OPENED.search(text), _SAVED.search(text)
    try:
        if opened:
            record = replace(record, opener=Opener(_time(opened[1]), opened[2], int(opened[3])))
        if saved:
            record = replace(record, states=int(saved[1]), saved=_time(saved[2]))
    except ValueError:
        return Record(record.since)
    return record


def this_computer() -> str:
    """This computer's name, as far as it can be written with plain letters."""
    name = "".join(letter if letter.isascii() and letter.isprintable() else "?" for letter in platform.node())
    return name[:_LONGEST_NAME] or "a computer without a name"


def _time(text: str) -> datetime:
    return datetime.strptime(text, _TIME).replace(tzinfo=UTC)
