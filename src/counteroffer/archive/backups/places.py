"""Where backups go: the folder `backups` in the archive's own, or another one that a person chose."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

import apsw

from counteroffer.archive.backups import rotation
from counteroffer.archive.backups.backup_files import BackupFile, look_at
from counteroffer.archive.file import schema, settings
from counteroffer.archive.file.folder import FOLDER_MODE, Folder, make_private
from counteroffer.domain.errors import BadInput
from counteroffer.domain.words import N_

_PLACE = "backup place"
_ARCHIVE = "archive id"
_WITH_SETTINGS = 2
"""The first version of the archive that has settings."""

_NOT_A_PLACE = N_(
    "Backups cannot be written into this folder. Nothing was changed; they go where they went so far. "
    "Choose a folder that is there and that belongs to you."
)
_OWN_FOLDER = N_(
    "The archive's own folder is no place for backups: what happens to one would happen to both. Nothing was changed. "
    "Choose another folder, best on another disk."
)


def chosen(folder: Folder, db: apsw.Connection) -> Path:
    """Where the archive's backups go now. The folder may not be there at the moment."""
    place = settings.get(db, _PLACE) if _has_settings(db) else ""
    return Path(place) if place else folder.backups


def choose(folder: Folder, db: apsw.Connection, place: str) -> None:
    """Put backups there from now on; the empty text is the usual place. Raises BadInput if it cannot be written to."""
    path = Path(os.path.abspath(Path(place).expanduser())) if place else folder.backups  # noqa: PTH100 - keeps links
    if path == folder.path:
        raise BadInput(_OWN_FOLDER)
    if path != folder.backups:
        try:
            _try(path)
        except (OSError, ValueError):
            raise BadInput(_NOT_A_PLACE) from None
    settings.put(db, _PLACE, "" if path == folder.backups else str(path))


def archive_id(db: apsw.Connection) -> str:
    """By this an archive knows its own backups where others lie beside them. Empty for an archive from before that."""
    if not _has_settings(db):
        return ""
    if not settings.get(db, _ARCHIVE):
        # On a full disk it waits for the next time: backups are looked at there all the same.
        with contextlib.suppress(apsw.Error):
            settings.put(db, _ARCHIVE, uuid4().hex)
    return settings.get(db, _ARCHIVE)


def listed(place: Path) -> list[BackupFile]:
    """The backups that lie in a folder, the newest first; none if it cannot be reached."""
    with contextlib.suppress(OSError):
        found = [look_at(path) for path in place.iterdir()]
        return sorted((one for one in found if one is not None), key=lambda one: one.path.name, reverse=True)
    return []


def own(place: Path, folder: Folder, archive: str) -> list[BackupFile]:
    """The backups of this archive in a folder, the newest first. In another place those of other archives may lie."""
    return [one for one in listed(place) if place == folder.backups or (one.good and one.archive == archive)]


def thin_out(files: Iterable[BackupFile]) -> None:
    """Delete those that need not be kept any longer. One that cannot be deleted now goes the next time."""
    copies = {str(one.path): rotation.Copy(str(one.path), one.backup.at, one.good) for one in files}
    for path in rotation.to_drop(copies.values()):
        with contextlib.suppress(OSError):
            Path(path).unlink()


def get_ready(place: Path, folder: Folder) -> None:
    """Make the usual place if it is not there. Another one is never made: it may be a disk that is not connected."""
    if place == folder.backups and not place.is_dir():
        place.mkdir(mode=FOLDER_MODE)


def _has_settings(db: apsw.Connection) -> bool:
    return schema.version_of(db) >= _WITH_SETTINGS


def _try(path: Path) -> None:
    if not path.exists():
        path.mkdir(mode=FOLDER_MODE)
    trial = path / f"{uuid4().hex}.part"
    make_private(trial)
    trial.unlink()
