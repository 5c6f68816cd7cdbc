"""Checking everything there is: every page, every kept state, every paper, every backup. Nothing is changed by it."""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from datetime import datetime, timedelta
from hashlib import sha256

import apsw

from counteroffer.archive.backups import places
from counteroffer.archive.backups.backup_files import BackupFile, UnreadableBackup
from counteroffer.archive.backups.copying import copying, quick_check, remove_copy
from counteroffer.archive.backups.making import Source
from counteroffer.archive.backups.restoring import scratch_in, unpacked
from counteroffer.archive.faults import workbooks
from counteroffer.archive.file import settings
from counteroffer.archive.keeping.snapshots import Snapshot, unpack
from counteroffer.archive.times import from_micros, to_micros
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_, Counted, Sentence
from counteroffer.editing.ports.protection import NeedsSecret

CHECK_AFTER = timedelta(days=7)
"""So long after the last quick check the next one is due."""

_CHECKED = "checked"
_AT_ONCE = 50
"""Kept states that are read between two moments at which a save may come in between."""

_ENGINE_TROUBLE = (apsw.CorruptError, apsw.IOError, apsw.NotADBError)

DAMAGED_PAGES = N_(
    "A part of the archive's file is damaged: what is on the disk is not what was stored there. Nothing was changed, "
    "and other workbooks may still be whole. Close Counteroffer, then let it salvage the archive (counteroffer "
    "salvage): it sets the damaged files aside and brings back what is whole."
)
_NO_ROOM = N_(
    "Not every page of the archive could be checked, because the copy that this needs could not be written: the "
    "disk may be full. Nothing was changed. Free some space, then check again."
)
_UNREACHABLE = N_(
    "The folder for backups cannot be reached, so the backups in it were not checked. Connect the disk, or choose "
    "another folder for backups."
)


def quick_checking(db: apsw.Connection, now: datetime) -> Generator[None, None, tuple[str, ...]]:
    """Check the structure of every table and the seals of its pages, table by table; when it was done is remembered.

    What is found is remembered by nobody, so that the next opening looks again.
    """
    for problems in quick_check(db):
        if problems:
            return (DAMAGED_PAGES,)
        yield
    settings.put(db, _CHECKED, str(to_micros(now)))
    return ()


def is_check_due(db: apsw.Connection, now: datetime) -> bool:
    """Whether the last quick check is a week ago, was never made, or was made while the clock was wrong."""
    checked = settings.get(db, _CHECKED)
    return not checked or not timedelta() <= now - from_micros(int(checked)) < CHECK_AFTER


def verifying(source: Source) -> Generator[None, None, tuple[str, ...]]:
    """Check everything, step by step; a sentence for each trouble."""
    troubles = []
    if (trouble := (yield from _checking_pages(source))) is not None:
        troubles.append(trouble)
    troubles += yield from _checking_states(source.db)
    troubles += yield from _checking_papers(source.db)
    place = places.chosen(source.folder, source.db)
    if place != source.folder.backups and not place.is_dir():
        troubles.append(_UNREACHABLE)
    archive = places.archive_id(source.db)
    for one in dict.fromkeys((place, source.folder.backups)):
        for file in places.own(one, source.folder, archive):
            troubles += yield from _checking_backup(file, source)
    return tuple(troubles)


def _checking_pages(source: Source) -> Generator[None, None, str | None]:
    scratch = scratch_in(source.folder)
    try:
        remove_copy(scratch)
        for problems in quick_check(source.db):
            if problems:
                return DAMAGED_PAGES
            yield
        # Pages that are not in use are damaged unseen by that; a copy reads them all.
        yield from copying(source.db, scratch, source.key)
    except _ENGINE_TROUBLE:
        return DAMAGED_PAGES
    except (apsw.FullError, OSError):
        return _NO_ROOM
    finally:
        with contextlib.suppress(OSError):
            remove_copy(scratch)
    return None


def _checking_states(db: apsw.Connection) -> Generator[None, None, list[str]]:
    damaged: list[apsw.SQLiteValue] = []
    try:
        numbers = db.execute("SELECT workbook, number FROM revision ORDER BY workbook, number").fetchall()
        headless = db.execute(
            "SELECT count(*) FROM workbook LEFT JOIN revision"
            " ON revision.workbook = workbook.id AND revision.number = workbook.revision WHERE revision.number IS NULL"
        ).get
    except _ENGINE_TROUBLE:
        # That pages are damaged has been said by now.
        return []
    for count, (workbook_id, number) in enumerate(numbers):
        if not _is_whole(db, workbook_id, number):
            damaged.append(workbook_id)
        if count % _AT_ONCE == _AT_ONCE - 1:
            yield
    troubles: list[str] = []
    if damaged:
        troubles.append(
            Sentence(
                "Damaged: {states} in {workbooks}. They are not shown, because they would be wrong; all others are "
                "whole. Putting back a backup from before brings them back.",
                states=Counted("1 saved state", "{count} saved states", len(damaged)),
                workbooks=workbooks(len(set(damaged))),
            )
        )
    if headless:
        troubles.append(
            Sentence(
                "The newest state of {workbooks} is missing. Earlier states may be there, in the history. Putting back "
                "a backup from before brings it back.",
                workbooks=workbooks(headless),
            )
        )
    return troubles


def _is_whole(db: apsw.Connection, workbook_id: apsw.SQLiteValue, number: apsw.SQLiteValue) -> bool:
    try:
        row = db.execute(
            "SELECT size, sha256, body FROM revision WHERE workbook = ? AND number = ?", (workbook_id, number)
        ).fetchone()
        # Thinned out meanwhile, perhaps.
        if row is not None:
            unpack(Snapshot(row[0], row[1], bytes(row[2])))
    except (Fault, ValueError, *_ENGINE_TROUBLE):
        return False
    return True


def _checking_papers(db: apsw.Connection) -> Generator[None, None, list[str]]:
    damaged = 0
    try:
        fingerprints = [name for (name,) in db.execute("SELECT sha256 FROM attachment ORDER BY sha256").fetchall()]
    except _ENGINE_TROUBLE:
        return []
    for fingerprint in fingerprints:
        try:
            row = db.execute("SELECT content FROM attachment WHERE sha256 = ?", (fingerprint,)).fetchone()
            damaged += row is not None and sha256(row[0]).hexdigest() != fingerprint
        except _ENGINE_TROUBLE:
            damaged += 1
        yield
    if not damaged:
        return []
    papers = Counted("1 attached file", "{count} attached files", damaged)
    return [Sentence("Damaged: {papers}. Attach them again if you still have them.", papers=papers)]


def _checking_backup(file: BackupFile, source: Source) -> Generator[None, None, list[str]]:
    scratch = scratch_in(source.folder)
    try:
        yield from unpacked(file.path, scratch, source.key, "")
    except NeedsSecret:
        # Its bytes are what was written, which was checked then; under a passphrase of its day nobody sees more.
        return []
    except (BadInput, Fault, UnreadableBackup, OSError, apsw.Error):
        at = f"{file.backup.at:%Y-%m-%d %H:%M}"
        return [
            Sentence(
                "The backup of {moment} UTC is damaged or cannot be read, so it cannot be put back. It was left as it "
                "is; other backups do not depend on it.",
                moment=at,
            )
        ]
    finally:
        with contextlib.suppress(OSError):
            remove_copy(scratch)
    return []
