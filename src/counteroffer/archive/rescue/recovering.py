"""Putting a backup in the place of an archive that does not open, or of none: after damage, or on a new computer.

Nothing is deleted: what is there is set aside. The archive then has the passphrase and recovery code that the backup
was made under, because those are all there is.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from counteroffer.archive.backups import places
from counteroffer.archive.backups.replacing import nothing_left_behind, put_in_place
from counteroffer.archive.backups.restoring import unpacked
from counteroffer.archive.backups.sliced import at_once
from counteroffer.archive.faults import plainly
from counteroffer.archive.file import record as records
from counteroffer.archive.file.folder import Folder, make_private, prepare
from counteroffer.archive.file.lock import acquire
from counteroffer.archive.rescue.aside import set_aside
from counteroffer.domain.words import N_
from counteroffer.editing.ports import Backup

_NOT_PUT_BACK = N_("The backup could not be put back.")


def found_backups(folder: Path) -> tuple[Backup, ...]:
    """The backups in an archive's own folder, the newest first, whether the archive opens or not."""
    return tuple(one.backup for one in places.listed(Folder(folder).backups) if one.good)


def put_back(folder: Path, backup: Path, secret: str, now: datetime) -> Path | None:
    """Make this backup the archive in this folder, made if it is not there; where what was there has been set aside.

    Raises BadInput (NeedsSecret, WrongSecret) for the secret or a file that is not there, Fault if the backup is no
    good, if Counteroffer has the archive open, or for trouble with the disk. Until the backup has been checked,
    nothing is touched. Should the program end while it is being put in place, the archive opens afterwards, or it is
    missing and this can be done again.
    """
    place = prepare(folder)
    with plainly(_NOT_PUT_BACK), contextlib.ExitStack() as held:
        lock = acquire(place)
        held.callback(lock.release)
        with nothing_left_behind(place):
            _, key_file = at_once(unpacked(backup, place.next_database, None, secret))
            next_key = _written(place.next_key, key_file)
            aside = set_aside(place, now)
            put_in_place(place, place.next_database, next_key)
        # It is meant that the archive now knows of fewer states than were saved here.
        lock.write_through(replace(records.read(lock, now), states=0, saved=None).content())
    return aside


def _written(path: Path, key_file: bytes) -> Path | None:
    if not key_file:
        return None
    make_private(path)
    path.write_bytes(key_file)
    return path
