"""What is noticed when an archive is opened: nothing that keeps anybody from working, but all of it worth knowing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

import apsw

from counteroffer.archive.file import record as records
from counteroffer.archive.file import states
from counteroffer.archive.file.folder import Folder, has_content
from counteroffer.archive.file.lock import FolderLock
from counteroffer.archive.file.record import Record
from counteroffer.archive.times import Clock, NeverBack
from counteroffer.domain.words import N_, Counted, Sentence, in_turn

CLOCK_MAY_BE_BEHIND = timedelta(hours=1)
"""So far behind the last save a clock may be before anybody is told."""

_COPY_OF_DATABASE = re.compile(r"archive[^/]+\.db|archive\.db[ ._(-].*conflict.*", re.IGNORECASE)
"""How syncing services name the second file where two computers changed the first: `archive 2.db`,
`archive (Anna's conflicted copy 2027-03-01).db`, `archive-LAPTOP.db`, `archive.sync-conflict-20270301-1200.db` …"""

_MOST_NAMED = 3
_DAY = "%Y-%m-%d %H:%M"


@dataclass(frozen=True)
class Noticed:
    """The sentences, the record as it stands from now on, and the clock to go by. `lost` says that states are missing
    which had been saved; `log_lost`, that the log which should hold them is there."""

    notices: tuple[str, ...]
    record: Record
    clock: NeverBack
    lost: bool
    log_lost: bool


def look(folder: Folder, lock: FolderLock, db: apsw.Connection, now: Clock) -> Noticed:
    """Look around in an archive that was just opened. Nothing is written."""
    at = now()
    record = records.read(lock, at)
    latest = states.latest(db)
    lost = states.count(db) < record.states
    sentences = [
        _lost(record, states.count(db), latest) if lost else "",
        _open_elsewhere(record),
        _copies(folder),
        _clock_behind(at, latest),
    ]
    notices = tuple(sentence for sentence in sentences if sentence)
    return Noticed(notices, record.opened(at), NeverBack(now, latest or at), lost, lost and has_content(folder.log))


def conflict_copies(folder: Folder) -> tuple[str, ...]:
    """The names of second copies of the database that a syncing service put beside it."""
    names = (path.name for path in folder.path.iterdir())
    return tuple(sorted(name for name in names if _COPY_OF_DATABASE.fullmatch(name)))


def _lost(record: Record, found: int, latest: datetime | None) -> str:
    missing = Counted(
        "One saved state is missing from this archive.",
        "{count} saved states are missing from this archive.",
        record.states - found,
    )
    saved = f"{record.saved:{_DAY}}"
    reach = (
        Sentence("It is empty, but it was saved last at {saved} UTC.", saved=saved)
        if latest is None
        else Sentence(
            "It reaches to {latest} UTC, but it was saved last at {saved} UTC.", latest=f"{latest:{_DAY}}", saved=saved
        )
    )
    why = N_(
        "Either its log archive.db-wal was damaged or removed, or an older copy of archive.db was put in its place. "
        "Look through the last workbooks you worked on, and compare with the newest backup."
    )
    return in_turn(missing, reach, why)


def _open_elsewhere(record: Record) -> str:
    who = record.opener
    if who is None or record.closed or who.computer == records.this_computer():
        return ""
    return Sentence(
        "This archive was opened on another computer, {computer}, at {moment} UTC and has not been closed "
        "there. If Counteroffer is still open on it, close one of the two before you type: two computers in one "
        "folder at the same time can damage the archive. If that computer was just switched off, all is well.",
        computer=who.computer,
        moment=f"{who.at:{_DAY}}",
    )


def _copies(folder: Folder) -> str:
    names = conflict_copies(folder)
    if not names:
        return ""
    named = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
    return Sentence(
        "Beside archive.db there is a second copy of the archive: {named}. Services that sync folders make one when "
        "two computers changed the archive at the same time; only archive.db is open, and the copy was not changed. "
        "To look into it, put it into a folder of its own under the name archive.db, with a copy of archive.key if "
        "there is one, and open that folder.",
        named=named,
    )


def _clock_behind(now: datetime, latest: datetime | None) -> str:
    if latest is None or latest - now < CLOCK_MAY_BE_BEHIND:
        return ""
    return Sentence(
        "This computer's clock says {now} UTC, which is before the archive was last saved, at {latest} "
        "UTC. Nothing is lost by it, but check the clock. Until it has caught up, new states are dated on from the "
        "last one, so that they stay in order.",
        now=f"{now:{_DAY}}",
        latest=f"{latest:{_DAY}}",
    )
