"""A backup as a file: a zip archive, stored as it is, with the sealed database and the key file that belongs to it.

    2026-11-22T03-15-00Z-before-a-restore.counteroffer-backup
        archive.db      sealed like the archive itself
        archive.key     only if there is a passphrase

Both go back into an archive's folder by hand, too: any program that unpacks zip files will do. The zip's comment says
of which archive and which state of it the backup is.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from counteroffer.archive.file.folder import FILE_MODE, make_private
from counteroffer.editing.ports import Backup

ENDING = ".counteroffer-backup"
DATABASE, KEY_FILE = "archive.db", "archive.key"

LARGEST_KEY_FILE = 64 * 1024
"""Bytes of a key file that are read; ours have some hundred."""

_PIECE = 4 * 1024 * 1024
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)-([a-z]+(?:-[a-z]+)*)" + re.escape(ENDING))
_TIME = "%Y-%m-%dT%H-%M-%SZ"


class UnreadableBackup(Exception):
    """This file is no backup, or not a whole one."""


@dataclass(frozen=True)
class BackupFile:
    """A backup that is there. `archive` is the id of the archive it is of, `sign` that of its state. `good` says that
    its directory could be read, which is at its very end; nothing more."""

    path: Path
    backup: Backup
    archive: str = ""
    sign: str = ""
    good: bool = True


def name_for(at: datetime, occasion: str) -> str:
    """The file's name; such names sort by time. The occasion is small letters and single spaces."""
    name = f"{at.astimezone(UTC).strftime(_TIME)}-{occasion.replace(' ', '-')}{ENDING}"
    if not _NAME.fullmatch(name):
        raise ValueError("an occasion is small letters and single spaces")
    return name


def look_at(path: Path) -> BackupFile | None:
    """What a file says of itself without being unpacked; None if its name is not a backup's. Raises OS errors."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        at = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return _read(path, at, match[2].replace("-", " "))


def look_at_any(path: Path) -> BackupFile:
    """The same for a file of any name, as it comes back from a stick or by mail."""
    found = look_at(path)
    if found is None:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        found = _read(path, changed, "")
    return found


def packing(database: Path, key_file: bytes, target: Path, archive: str, sign: str) -> Generator[None, None, None]:
    """Write a closed database and the key file into a new private file, step by step, and read it back."""
    make_private(target)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as zipped:
        zipped.comment = json.dumps({"archive": archive, "sign": sign}).encode()
        if key_file:
            zipped.writestr(_entry(KEY_FILE), key_file)
        with database.open("rb") as source, zipped.open(_entry(DATABASE), "w", force_zip64=True) as entry:
            while piece := source.read(_PIECE):
                entry.write(piece)
                yield
    yield from reading(target)


def reading(path: Path) -> Generator[None, None, None]:
    """Read every byte of a backup and compare it with its checksums. Raises UnreadableBackup and OS errors."""
    with _opened(path) as zipped:
        for name in zipped.namelist():
            with _entry_of(zipped, name) as entry:
                while _piece(entry):
                    yield


def unpacking(path: Path, target: Path) -> Generator[None, None, bytes]:
    """Write a backup's database into a new private file and return its key file, empty if it has none.

    Raises UnreadableBackup if not every byte is as it was written, and OS errors.
    """
    with _opened(path) as zipped:
        make_private(target)
        with _entry_of(zipped, DATABASE) as entry, target.open("r+b") as unpacked:
            while piece := _piece(entry):
                unpacked.write(piece)
                yield
        return _key_file(zipped)


def _read(path: Path, at: datetime, occasion: str) -> BackupFile:
    backup = Backup(path.name, at, path.stat().st_size, occasion, protected=False)
    try:
        with _opened(path) as zipped:
            protected = KEY_FILE in zipped.namelist()
            said = json.loads(zipped.comment or b"{}")
            archive, sign = str(said.get("archive", "")), str(said.get("sign", ""))
    except (UnreadableBackup, ValueError, AttributeError):
        return BackupFile(path, backup, good=False)
    return BackupFile(path, Backup(path.name, at, backup.size, occasion, protected), archive, sign)


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        zipped = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableBackup from error
    infos = {info.filename: info for info in zipped.infolist()}
    ours = DATABASE in infos and infos.keys() <= {DATABASE, KEY_FILE} and len(infos) == len(zipped.infolist())
    stored = all(
        info.compress_type == zipfile.ZIP_STORED and info.file_size == info.compress_size for info in infos.values()
    )
    # Stored and nothing else: so no file grows when it is unpacked.
    if not ours or not stored or (KEY_FILE in infos and infos[KEY_FILE].file_size > LARGEST_KEY_FILE):
        zipped.close()
        raise UnreadableBackup
    return zipped


def _entry_of(zipped: zipfile.ZipFile, name: str) -> IO[bytes]:
    try:
        return zipped.open(name)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError) as error:
        # A RuntimeError says that a flipped bit marks the entry as encrypted.
        raise UnreadableBackup from error


def _piece(entry: IO[bytes]) -> bytes:
    try:
        return entry.read(_PIECE)
    except (zipfile.BadZipFile, EOFError) as error:
        raise UnreadableBackup from error


def _key_file(zipped: zipfile.ZipFile) -> bytes:
    if KEY_FILE not in zipped.namelist():
        return b""
    with _entry_of(zipped, KEY_FILE) as entry:
        return _piece(entry)


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = FILE_MODE << 16
    return info
