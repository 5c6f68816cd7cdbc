"""Bringing back what is whole in a damaged archive: into a new file, state by state, the rest from a backup.

The damaged files are only read. When the new archive is whole and on the disk, they are moved, all together, into a
folder beside it, and it takes their place. Should the program end in between, nothing is lost and it can be done again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import apsw

from counteroffer.archive.backups import places
from counteroffer.archive.backups.copying import remove_copy
from counteroffer.archive.backups.replacing import nothing_left_behind, put_in_place
from counteroffer.archive.backups.restoring import scratch_in, unpacked
from counteroffer.archive.backups.sliced import at_once
from counteroffer.archive.faults import plainly, workbooks
from counteroffer.archive.file import creation, states
from counteroffer.archive.file import record as records
from counteroffer.archive.file.connection import connect, leave_log_on_close, transaction
from counteroffer.archive.file.folder import Folder, make_private, prepare
from counteroffer.archive.file.lock import acquire
from counteroffer.archive.file.record import Record
from counteroffer.archive.file.schema import STEPS, version_of
from counteroffer.archive.rescue import rescue
from counteroffer.archive.rescue.aside import folder_name, set_aside
from counteroffer.archive.rescue.first_page import lend_first_page
from counteroffer.archive.rescue.walking import DAMAGE, Walk
from counteroffer.archive.sealing import keyfile, remembering
from counteroffer.archive.sealing.keys import PUBLISHED_KEY
from counteroffer.archive.times import Clock, utc_now
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_, Sentence
from counteroffer.editing.ports.protection import NeedsSecret

_NOT_SALVAGED = N_("The archive could not be salvaged.")
_NOTHING_THERE = N_(
    "There is nothing to salvage here: this folder has no archive.db. Nothing was changed. If there has been one, put "
    "a backup back."
)
_NOTHING_WHOLE = N_(
    "Nothing could be brought back: the archive does not open at all, and there is no backup that does. Nothing was "
    "changed. Keep a copy of the whole folder, and look for another copy of archive.db and archive.key."
)
_NEEDED = N_(
    "This archive has a passphrase, and none was given. Nothing was changed. Give the passphrase or the recovery code."
)
_NEWER = N_(
    "The archive was made by a newer version of Counteroffer; nothing was changed. Install the newer version to "
    "salvage it."
)
_ENTRY = "    {title}"
_UNTITLED = Sentence("Untitled workbook")


@dataclass(frozen=True)
class Report:
    """What became of each workbook, by title, for its owner's eyes alone: never for a log.

    `whole` have their newest state, `earlier` one from before it, `from_backup` the newest one of the backup made at
    `backup`; of `lost` there was nothing left. `papers_lost` are named by a workbook and gone. The damaged files are
    in `aside`.
    """

    aside: Path
    whole: tuple[str, ...]
    earlier: tuple[str, ...]
    from_backup: tuple[str, ...]
    lost: tuple[str, ...]
    states: int
    papers_lost: int
    backup: datetime | None

    def sentences(self) -> tuple[str, ...]:
        """The report for its owner, with the titles of what is not whole."""
        lines: list[str] = [Sentence("Brought back whole: {workbooks}.", workbooks=workbooks(len(self.whole)))]
        backup = "" if self.backup is None else f"{self.backup:%Y-%m-%d %H:%M}"
        groups = (
            (self.earlier, N_("Brought back in an earlier state, because the newest was damaged: {workbooks}.")),
            (self.from_backup, N_("Brought back from the backup of {backup} UTC: {workbooks}.")),
            (self.lost, N_("Lost, with no whole state and none in a backup: {workbooks}.")),
        )
        for titles, what in groups:
            if titles:
                lines.append(Sentence(what, workbooks=workbooks(len(titles)), backup=backup))
                lines += [_ENTRY.format(title=one) if one else Sentence(_ENTRY, title=_UNTITLED) for one in titles]
        if self.papers_lost:
            lines.append(Sentence("Attached files that are lost: {count}.", count=self.papers_lost))
        lines.append(Sentence("Saved states brought back in all: {count}.", count=self.states))
        lines.append(
            Sentence(
                "The damaged files are in {folder}. Keep them until you have looked through your workbooks.",
                folder=self.aside,
            )
        )
        return tuple(lines)


@dataclass(frozen=True)
class _Opened:
    """A source that can be read, and what opens it."""

    db: apsw.Connection
    key: bytes
    key_file: bytes
    at: datetime | None = None


def salvage(folder: Path, secret: str | None = None, now: Clock = utc_now) -> Report:
    """Bring back what is whole, and say what that is. `secret` is the passphrase or the recovery code, if there is one.

    Raises NeedsSecret or WrongSecret, both BadInput, and Fault if Counteroffer has the archive open, if there is
    nothing whole at all, or for trouble with the disk; then the archive is as it was.
    """
    place = prepare(folder)
    with plainly(_NOT_SALVAGED), contextlib.ExitStack() as held:
        lock = acquire(place)
        held.callback(lock.release)
        _take_back(place, records.read(lock, now()))
        if not place.database.exists():
            raise Fault(_NOTHING_THERE)
        with nothing_left_behind(place):
            report, number = _fill_new(place, secret, now())
            aside = set_aside(place, now())
            next_key = place.next_key if place.next_key.exists() else None
            put_in_place(place, place.next_database, next_key)
        lock.write_through(replace(records.read(lock, now()), states=number, saved=now()).content())
    return replace(report, aside=aside or place.path)


def _fill_new(place: Folder, secret: str | None, now: datetime) -> tuple[Report, int]:
    """Make the new archive under its waiting name; the report, and how many states were ever saved in it."""
    with contextlib.ExitStack() as held:
        own_key = _own_key(place, secret)
        backup = _newest_backup(place, own_key, secret, held)
        damaged = _damaged(place, own_key, backup, held)
        lead = damaged or backup
        if lead is None:
            raise Fault(_NOTHING_WHOLE)
        creation.make_empty(place.next_database, lead.key)
        if lead.key_file:
            make_private(place.next_key)
            place.next_key.write_bytes(lead.key_file)
        new = connect(place.next_database, lead.key)
        held.callback(new.close)
        with transaction(new):
            first = rescue.NOTHING if damaged is None else rescue.take(new, damaged.db, lambda *_: True)
            filled = rescue.Taken() if backup is None else rescue.take(new, backup.db, first.lacks)
            rescue.make_list(new, (first, filled))
        return _report(new, first, filled, None if backup is None else backup.at), states.count(new)


def _report(new: apsw.Connection, first: rescue.Taken, filled: rescue.Taken, backup: datetime | None) -> Report:
    titles = {str(key): str(title) for key, title in new.execute("SELECT id, title FROM workbook")}
    whole, earlier, from_backup = [], [], []
    for workbook_id, title in titles.items():
        newest = first.newest(workbook_id)
        if filled.newest(workbook_id) > newest:
            from_backup.append(title)
        elif newest == first.said_newest(workbook_id) or not first.state_gaps:
            whole.append(title)
        else:
            earlier.append(title)
    lost = [str(row["title"]) for workbook_id, row in first.rows.items() if workbook_id not in titles]
    return Report(
        aside=Path(),
        whole=tuple(sorted(whole)),
        earlier=tuple(sorted(earlier)),
        from_backup=tuple(sorted(from_backup)),
        lost=tuple(sorted(lost)),
        states=int(new.execute("SELECT count(*) FROM revision").get),
        papers_lost=rescue.missing_papers(new),
        backup=backup,
    )


def _own_key(place: Folder, secret: str | None) -> tuple[bytes, bytes] | None:
    """The key that the archive's key file wraps, and that file; None if there is none or it is past reading."""
    if not place.key.exists():
        return PUBLISHED_KEY, b""
    try:
        held = keyfile.read(place.key)
        key = remembering.recall(held.id) if secret is None else held.unlock(secret)
    except Fault:
        return None
    if key is None:
        raise NeedsSecret(_NEEDED)
    return key, place.key.read_bytes()


def _newest_backup(
    place: Folder, own_key: tuple[bytes, bytes] | None, secret: str | None, held: contextlib.ExitStack
) -> _Opened | None:
    """The newest backup that is whole and opens."""
    scratch = scratch_in(place)
    for found in places.listed(place.backups):
        try:
            key, key_file = at_once(unpacked(found.path, scratch, own_key[0] if own_key else None, secret or ""))
        except (BadInput, Fault):
            continue
        held.callback(remove_copy, scratch)
        db = connect(scratch, key)
        held.callback(db.close)
        return _Opened(db, key, key_file, found.backup.at)
    return None


def _damaged(
    place: Folder, own_key: tuple[bytes, bytes] | None, backup: _Opened | None, held: contextlib.ExitStack
) -> _Opened | None:
    """The damaged archive, opened with any key there is; under a first page that is not its own, if need be."""
    keys = [own_key, (PUBLISHED_KEY, b"")]
    if backup is not None:
        keys.append((backup.key, backup.key_file))
    there = [one for one in keys if one is not None]
    for key, key_file in there:
        db = _read_only(place.database, key)
        if db is not None:
            held.enter_context(_closing(place, db))
            return _Opened(db, key, key_file)
    for key, key_file in there:
        db = _under_a_lent_page(place, key, scratch_in(place) if backup and backup.key == key else None, held)
        if db is not None:
            return _Opened(db, key, key_file)
    return None


def _under_a_lent_page(
    place: Folder, key: bytes, sound: Path | None, held: contextlib.ExitStack
) -> apsw.Connection | None:
    """The damaged archive with the first page of this sound one, or of a new one, if any state can be read then."""
    target, empty = place.path / "archive.db.lent", place.path / "archive.db.empty"
    for leftover in (target, empty):
        remove_copy(leftover)
        held.callback(remove_copy, leftover)
    if sound is None:
        creation.make_empty(empty, key)
    lend_first_page(place.database, place.log, sound or empty, key, target)
    db = _read_only(target, key)
    if db is None:
        return None
    held.callback(db.close)
    with contextlib.suppress(*DAMAGE):
        if next(iter(Walk(db, "revision", ("sha256",))), None):
            return db
    return None


def _read_only(database: Path, key: bytes) -> apsw.Connection | None:
    db = connect(database, key)
    leave_log_on_close(db, True)
    # A file that was cut short is read as far as it goes.
    db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    db.pragma("writable_schema", "ON")
    try:
        if version_of(db) > len(STEPS):
            raise Fault(_NEWER)
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except DAMAGE:
        db.close()
        return None
    except BaseException:
        db.close()
        raise
    return db


@contextlib.contextmanager
def _closing(place: Folder, db: apsw.Connection) -> Iterator[None]:
    had_log = place.log.exists() and place.log.stat().st_size > 0
    try:
        yield
    finally:
        db.close()
        if not had_log:
            place.log.unlink(missing_ok=True)


def _take_back(place: Folder, record: Record) -> None:
    """Undo a setting aside that was cut short before the new archive took its place."""
    asides = sorted(one for one in place.path.glob("damaged-*") if (one / place.database.name).exists())
    if place.database.exists() or not asides:
        return
    # One from before the last save was no attempt of now: the archive was saved to after it, and then lost.
    if record.saved is None or asides[-1].name >= folder_name(record.saved):
        # The database last: without its log it would be an older archive, and would open.
        for path in (place.key, place.log, place.database):
            if (asides[-1] / path.name).exists():
                (asides[-1] / path.name).replace(path)
