"""Making one backup: copied, checked, packed, read back, on the disk; only then does it get its name.

Until that moment it lies under names that end in `.part`, and a crash leaves nothing else. All of it is sealed: the
copy has the archive's own key.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import apsw

from counteroffer.archive.backups import places
from counteroffer.archive.backups.backup_files import ENDING, BackupFile, UnreadableBackup, look_at, name_for, packing
from counteroffer.archive.backups.copying import copying, remove_copy
from counteroffer.archive.backups.signs import sign_of
from counteroffer.archive.backups.sliced import Steps
from counteroffer.archive.faults import DAMAGED, DISK_FULL, GONE, NOT_WRITABLE, plain
from counteroffer.archive.file.folder import Folder, settle_file, settle_names
from counteroffer.domain.errors import Fault
from counteroffer.domain.words import N_, Sentence, in_turn
from counteroffer.editing.ports import Backup

_PART = ".part"

_SAME_MOMENT = timedelta(minutes=1)
"""So far ahead of the clock a backup may be dated because others had taken its second."""

_BECAUSE = {
    DISK_FULL: N_("No backup could be made: the disk is full. {kept} Free some space. {again}"),
    NOT_WRITABLE: N_(
        "No backup could be made: Counteroffer may not write to {place}. {kept} Check that the disk is not read-only "
        "and that the folder belongs to you. {again}"
    ),
    GONE: N_(
        "No backup could be made: {place} cannot be reached. {kept} Connect the disk, or choose another folder for "
        "backups. {again}"
    ),
    DAMAGED: N_(
        "No backup could be made: a part of the archive itself is damaged. The backups made so far are untouched. "
        "Close Counteroffer, then let it salvage the archive (counteroffer salvage). {again}"
    ),
}
_BECAUSE_OF_TROUBLE = N_(
    "No backup could be made: the disk did not read or write as it should. {kept} Check that it is connected and "
    "healthy. {again}"
)
_KEPT = Sentence("Everything you saved is in the archive.")
_AGAIN = Sentence("It is tried again by itself.")
_MEANWHILE = N_("Meanwhile, backups are made in the archive's own folder.")


@dataclass(frozen=True)
class Source:
    """An archive that is to be backed up: its folder, its connection, the key of its pages."""

    folder: Folder
    db: apsw.Connection
    key: bytes

    def key_file(self) -> bytes:
        """The key file that belongs to it now; empty if it has no passphrase."""
        return self.folder.key.read_bytes() if self.folder.key.exists() else b""

    def sign(self) -> str:
        """By this one sees whether it has changed."""
        return sign_of(self.db, self.key, self.key_file())


@dataclass(frozen=True)
class Made:
    """A backup, and the sentence to show if it is not where it should be."""

    backup: Backup
    trouble: str = ""


def making(source: Source, now: datetime, occasion: str) -> Steps[Made]:
    """Make a backup, step by step; where nothing has changed since the last one, that one is returned.

    If the chosen place fails, the usual one takes it meanwhile. Raises Fault if that fails too.
    """
    usual, place = source.folder.backups, places.chosen(source.folder, source.db)
    trouble = ""
    try:
        backup = yield from making_in(place, source, now, occasion)
    except Fault as fault:
        if place == usual:
            raise
        backup = yield from making_in(usual, source, now, occasion)
        place, trouble = usual, in_turn(fault.sentence, _MEANWHILE)
    places.thin_out(places.own(place, source.folder, places.archive_id(source.db)))
    return Made(backup, trouble)


def making_in(place: Path, source: Source, now: datetime, occasion: str) -> Steps[Backup]:
    """The same in this folder and no other; none is deleted there. Raises Fault."""
    try:
        return (yield from _making_in(place, source, now, occasion))
    except (apsw.Error, OSError, UnreadableBackup) as error:
        raise Fault(_in_words(error, place)) from error


def last(files: list[BackupFile], now: datetime) -> BackupFile | None:
    """The newest good one. One from the future was made while the clock was wrong, and stands for nothing."""
    return next((one for one in files if one.good and one.backup.at <= now + _SAME_MOMENT), None)


def is_due(source: Source, now: datetime, after: timedelta) -> bool:
    """Whether there is something to back up that has changed, and the last backup is older than this."""
    if source.db.execute("SELECT 1 FROM workbook LIMIT 1").fetchone() is None:
        return False
    place = places.chosen(source.folder, source.db)
    if not place.is_dir():
        place = source.folder.backups
    newest = last(places.own(place, source.folder, places.archive_id(source.db)), now)
    return newest is None or (now - newest.backup.at >= after and newest.sign != source.sign())


def _making_in(place: Path, source: Source, now: datetime, occasion: str) -> Steps[Backup]:
    archive = places.archive_id(source.db)
    places.get_ready(source.folder.backups, source.folder)
    _remove_leftovers(source.folder.backups)
    _remove_leftovers(place)
    # Of the beginning: what is saved while the copy is made is in it, and makes the next one no worse for coming early.
    sign, key_file = source.sign(), source.key_file()
    newest = last(places.own(place, source.folder, archive), now)
    if newest is not None and newest.sign == sign:
        return newest.backup
    path = _free_path(place, now, occasion)
    scratch = source.folder.backups / f"{path.name}.db{_PART}"
    part = place / f"{path.name}{_PART}"
    try:
        yield from copying(source.db, scratch, source.key)
        yield from packing(scratch, key_file, part, archive, sign)
        settle_file(part)
        part.replace(path)
        settle_names(Folder(place))
    finally:
        with contextlib.suppress(OSError):
            remove_copy(scratch)
            part.unlink(missing_ok=True)
    made = look_at(path)
    if made is None or not made.good:
        raise UnreadableBackup
    return made.backup


def _free_path(place: Path, now: datetime, occasion: str) -> Path:
    # Names sort by time, so no two may have the same second.
    taken = {one.backup.at for one in places.listed(place)}
    at = now.replace(microsecond=0)
    while at in taken:
        at += timedelta(seconds=1)
    return place / name_for(at, occasion)


def _remove_leftovers(place: Path) -> None:
    for leftover in place.glob(f"*{ENDING}*{_PART}*"):
        leftover.unlink()


def _in_words(error: Exception, place: Path) -> Sentence:
    told = plain(error)
    reason = _BECAUSE.get(str(told), _BECAUSE_OF_TROUBLE) if told is not None else _BECAUSE_OF_TROUBLE
    return Sentence(reason, place=place, kept=_KEPT, again=_AGAIN)
