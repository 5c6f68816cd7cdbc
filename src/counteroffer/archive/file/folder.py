"""The archive's folder: its files by name, their permissions, and whether there has been an archive here before.

Only the owner may look in: the folder is 0700 and every file 0600, set before anything is written into it.
(Windows has no such bits; there the folder inherits the permissions of the person's own data folder.)
"""

from __future__ import annotations

import contextlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from counteroffer.archive.faults import Damage
from counteroffer.domain.errors import Fault
from counteroffer.domain.words import Sentence

FOLDER_MODE = 0o700
FILE_MODE = 0o600
_POSIX = os.name == "posix"


@dataclass(frozen=True)
class Folder:
    """Where the archive is. The names below are fixed; people and backups rely on them."""

    path: Path

    @property
    def not_opened(self) -> Sentence:
        """The first words about anything that keeps the archive from being opened."""
        return Sentence("The archive in {folder} could not be opened.", folder=self.path)

    @property
    def database(self) -> Path:
        """All workbooks, encrypted."""
        return self.path / "archive.db"

    @property
    def log(self) -> Path:
        """What is committed but not yet moved into the database; SQLite's write-ahead log. A part of the archive."""
        return self.path / "archive.db-wal"

    @property
    def fresh(self) -> Path:
        """A first database while it is being made; it gets its real name only when it is whole."""
        return self.path / "archive.db.new"

    @property
    def lock(self) -> Path:
        """Held while Counteroffer has the archive open, and the record that an archive was made here."""
        return self.path / "archive.lock"

    @property
    def key(self) -> Path:
        """The wrapped key of an archive with a passphrase."""
        return self.path / "archive.key"

    @property
    def next_database(self) -> Path:
        """A database that waits to take the place of the one that is there; `replacing` tells how."""
        return self.path / "archive.db.next"

    @property
    def next_key(self) -> Path:
        """Its key file."""
        return self.path / "archive.key.next"

    @property
    def replacing(self) -> Path:
        """The note that those two are to take their places."""
        return self.path / "archive.replacing"

    @property
    def fresh_key(self) -> Path:
        """A key file while it is being written; it gets its real name only when it is whole."""
        return self.path / "archive.key.new"

    @property
    def unused_key(self) -> Path:
        """A key file that was found beside an archive without a passphrase, and put aside."""
        return self.path / "archive.key.unused"

    @property
    def backups(self) -> Path:
        """Older copies of the whole archive."""
        return self.path / "backups"


def prepare(path: Path) -> Folder:
    """The folder, made if it is not there. Raises Fault if it cannot be."""
    folder = Folder(Path(path).absolute())
    try:
        if folder.path.is_dir():
            _close_to_others(folder)
        else:
            folder.path.parent.mkdir(parents=True, exist_ok=True)
            folder.path.mkdir(mode=FOLDER_MODE)
    except OSError as error:
        raise Fault(
            "The folder {folder} cannot be used for the archive: it cannot be made or written to. "
            "Nothing was changed. Choose another folder, or make this one writable for you.",
            folder=folder.path,
        ) from error
    return folder


def has_archive(folder: Folder, recorded: bool) -> bool:
    """Whether to open the archive that is here (True) or to make the first one (False).

    `recorded` says that the lock file carries the record of a finished first run. Raises Fault where a new archive
    would hide the loss of an old one: an empty file, or no file in a folder that has had one.
    """
    if os.path.lexists(folder.database):
        if not folder.database.is_file():
            raise Fault(
                "{file} is not a file that can be opened as an archive. Nothing was changed.", file=folder.database
            )
        if folder.database.stat().st_size == 0:
            raise Damage(
                "The archive {file} is empty (0 bytes), which a Counteroffer archive never is. "
                "Nothing was changed and no new one was started in its place. Put the file back from a backup; "
                "if there never was anything in it, delete it.",
                file=folder.database,
            )
        return True
    if recorded or has_content(folder.log) or folder.key.exists() or _has_entries(folder.backups):
        raise Damage(
            "The archive's file archive.db is missing from {folder}, where there has been one. "
            "Nothing was changed and no new one was started in its place. Put the file back from a backup or from "
            "the bin; to begin anew, choose another folder.",
            folder=folder.path,
        )
    return False


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read. Raises FileExistsError rather than touch one that is there."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE)
    try:
        _own(handle)
    finally:
        os.close(handle)


def keep_private(path: Path) -> None:
    """Take a file's permissions back to its owner alone, should they be wider. Never opens the file."""
    if _POSIX and stat.S_IMODE(path.stat().st_mode) & 0o077:
        # On a file system without permissions this cannot be done, and that is no reason not to open the archive.
        with contextlib.suppress(PermissionError):
            path.chmod(FILE_MODE)


def settle_file(path: Path) -> None:
    """Wait until a closed file's bytes are on the disk. Not for a database that SQLite has open."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_names(folder: Folder) -> None:
    """Wait until the folder's names are on the disk, so that a rename survives a power cut."""
    if _POSIX:
        handle = os.open(folder.path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _close_to_others(folder: Folder) -> None:
    # A folder that a person pointed at may hold other things, or be one they share: then only our files are closed.
    ours = {folder.database, folder.log, folder.fresh, folder.lock, folder.backups}
    ours |= {folder.key, folder.fresh_key, folder.unused_key}
    if _POSIX and stat.S_IMODE(folder.path.stat().st_mode) & 0o077 and set(folder.path.iterdir()) <= ours:
        with contextlib.suppress(PermissionError):
            folder.path.chmod(FOLDER_MODE)


def _own(handle: int) -> None:
    if _POSIX:
        # A stick's file system may know no permissions; then there is nothing to set.
        with contextlib.suppress(PermissionError):
            os.fchmod(handle, FILE_MODE)


def has_content(path: Path) -> bool:
    """Whether there is such a file, and something in it."""
    return path.is_file() and path.stat().st_size > 0


def _has_entries(path: Path) -> bool:
    return path.is_dir() and any(path.iterdir())
