"""Damaged files are never deleted and never written to: they are moved, all together, into a folder beside."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from counteroffer.archive.file.folder import FOLDER_MODE, Folder, make_private, settle_names


def copy_aside(folder: Folder, now: datetime) -> None:
    """The same with copies, where the archive opens but its log lost something: opening writes over the log's rest.
    Only while nothing has the archive open."""
    aside = _new_folder(folder.path, folder_name(now))
    for path in (folder.database, folder.log, folder.key):
        if path.exists():
            make_private(aside / path.name)
            shutil.copyfile(path, aside / path.name)


def set_aside(folder: Folder, now: datetime) -> Path | None:
    """Move the database, its log and its key file into a new folder; None if there is none of them.

    The database goes first: should it stop there, a log alone is refused, but a database alone would be opened as the
    older archive that it is.
    """
    ours = [path for path in (folder.database, folder.log, folder.key) if path.exists()]
    if not ours:
        return None
    aside = _new_folder(folder.path, folder_name(now))
    for path in ours:
        path.replace(aside / path.name)
    settle_names(Folder(aside))
    settle_names(folder)
    return aside


def folder_name(at: datetime) -> str:
    """The name of the folder for what is set aside at this time; such names sort by time."""
    return f"damaged-{at.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}"


def _new_folder(parent: Path, name: str) -> Path:
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    path = next(path for path in map(parent.joinpath, names) if not path.exists())
    path.mkdir(mode=FOLDER_MODE)
    return path
