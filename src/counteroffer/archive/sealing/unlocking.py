"""Opening an archive with whatever opens it: nothing but the file, a passphrase, a recovery code, or the keyring.

Three things can be wrong, and each has its own sentence: the secret (`WrongSecret`), the file behind the right secret
(damaged), and a key file that is not there.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import apsw

from counteroffer.archive.faults import Damage
from counteroffer.archive.file.folder import Folder, keep_private, settle_names
from counteroffer.archive.file.opening import DoesNotOpen, open_existing
from counteroffer.archive.sealing import keyfile, remembering
from counteroffer.archive.sealing.keys import PUBLISHED_KEY
from counteroffer.domain.words import N_
from counteroffer.editing.ports.protection import NeedsSecret

_NEEDED = N_(
    "This archive has a passphrase, and none was given. Nothing was changed. Give the passphrase or the recovery code."
)
_DAMAGED = N_(
    "The passphrase is right, but the archive behind it does not open: the beginning of archive.db is damaged, or "
    "archive.key belongs to another archive. Nothing was changed. Copy the whole folder to a safe place first, then "
    "put both files back from one backup."
)
_NO_KEY_FILE = N_(
    "The archive does not open: it has a passphrase and its key file archive.key is missing, or the beginning of "
    "archive.db is damaged. Nothing was changed. Put archive.key back from a copy of the folder; or take archive.db "
    "and archive.key from one backup: each file in the folder backups is a zip file that holds both."
)

_PLAIN_PART = slice(16, 24)
_OURS = bytes((0x10, 0x00, 2, 2, 32, 64, 32, 32))
"""What the engine leaves readable in a sealed file of ours: page size, journal mode, seal size, and constants."""


def needs_secret(path: Path) -> bool:
    """Whether the archive in this folder has a passphrase. Looks at names only; its keyring may still open it."""
    folder = Folder(path)
    return folder.key.exists() or (folder.replacing.exists() and folder.next_key.exists())


def open_with(folder: Folder, secret: str | None) -> tuple[apsw.Connection, bytes]:
    """The archive's connection and the key of its pages. A secret that is not needed is not looked at.

    Raises NeedsSecret if one is needed and none is given or remembered, WrongSecret for a wrong one; Fault if the
    archive or its key file is damaged, or if the key file is missing.
    """
    if not folder.key.exists():
        return _open_without_key_file(folder), PUBLISHED_KEY
    keep_private(folder.key)
    held = keyfile.read(folder.key)
    key = _unlocked(held, secret)
    try:
        db = open_existing(folder, key)
    except DoesNotOpen as error:
        return _open_beside_foreign_key_file(folder, error, asked=secret is not None), PUBLISHED_KEY
    if not held.whole:
        # One copy is left. If it cannot be doubled now, it still opens the archive.
        with contextlib.suppress(OSError):
            keyfile.write(folder, held)
    return db, key


def _unlocked(held: keyfile.KeyFile, secret: str | None) -> bytes:
    if secret is not None:
        return held.unlock(secret)
    key = remembering.recall(held.id) if held.remembered else None
    if key is None:
        raise NeedsSecret(_NEEDED)
    return key


def _open_without_key_file(folder: Folder) -> apsw.Connection:
    try:
        return open_existing(folder, PUBLISHED_KEY)
    except DoesNotOpen as error:
        if _looks_sealed(folder.database):
            raise Damage(_NO_KEY_FILE) from error
        raise


def _open_beside_foreign_key_file(folder: Folder, fault: DoesNotOpen, *, asked: bool) -> apsw.Connection:
    """Somebody may have put an archive.db without a passphrase beside a key file that is not its own."""
    try:
        db = open_existing(folder, PUBLISHED_KEY)
    except DoesNotOpen:
        # A keyring's key that opens nothing is no proof of damage: the passphrase is.
        raise (Damage(_DAMAGED) if asked else NeedsSecret(_NEEDED)) from fault
    # It may be the key to something that is kept elsewhere, so it is put aside and not deleted.
    folder.key.replace(folder.unused_key)
    settle_names(folder)
    return db


def _looks_sealed(database: Path) -> bool:
    # Nothing else may open the file while the engine has it open; here it has let go of it.
    with database.open("rb") as opened:
        return opened.read(_PLAIN_PART.stop)[_PLAIN_PART] == _OURS
