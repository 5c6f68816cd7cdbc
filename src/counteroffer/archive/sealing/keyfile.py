"""The key file `archive.key`: the archive's data key, wrapped twice, by the passphrase and by the recovery code.

    a line that says what this is
    the record and its checksum
    the record and its checksum once more, should the first be damaged

It holds nothing that opens the archive without one of the two secrets, and it is of no use for another archive: each
wrapping is bound to the archive's id.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, replace
from hashlib import sha256
from os import urandom
from pathlib import Path
from typing import Any

from counteroffer.archive.file.folder import Folder, make_private, settle_file, settle_names
from counteroffer.archive.sealing import recovery
from counteroffer.archive.sealing.keys import KEY_LENGTH
from counteroffer.archive.sealing.wrapping import Costs, DamagedSeal, NewerSeal, seal, unseal
from counteroffer.domain import strict_json
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_
from counteroffer.editing.ports.protection import WrongSecret

_VERSION = 1
_LARGEST = 64 * 1024
_FIRST_LINE = (
    "Counteroffer key file. Keep it in one folder with archive.db: without it, the archive cannot be opened, "
    "not even with the passphrase."
)
_COPY = re.compile(rb"([0-9a-f]{64}) ([A-Za-z0-9+/=]+)")

_PASSPHRASE = b"Counteroffer archive, passphrase, "
_RECOVERY = b"Counteroffer archive, recovery code, "

_MISTYPED = N_(
    "This looks like the recovery code, but there is a typing mistake in it or a part is missing: it has 7 groups of "
    "4 letters and figures. Nothing was changed. Compare it with your print, then try again."
)
_WRONG = N_(
    "This is neither the passphrase of this archive nor its recovery code. Nothing was changed. Try again; "
    "capital letters and the keyboard's language count."
)
_DAMAGED = N_(
    "The key file archive.key is damaged in both of its copies, so no passphrase can open the archive with it. "
    "Nothing was changed. Put it back from a copy of the folder or from a backup: each file in the folder backups is "
    "a zip file that holds an archive.key."
)
_NEWER = N_(
    "The key file archive.key was written by a newer version of Counteroffer; nothing was changed. "
    "Install the newer version to open the archive."
)


@dataclass(frozen=True)
class KeyFile:
    """What the key file says. `remembered`: a computer's keyring was asked to keep the data key too.

    `whole` is false if one of the two copies could not be read.
    """

    id: str
    passphrase: bytes
    recovery: bytes
    remembered: bool = False
    whole: bool = True

    def unlock(self, secret: str) -> bytes:
        """The data key. Raises WrongSecret, or Fault if what is wrapped is damaged or newer."""
        code = recovery.read_code(secret)
        if code is not None:
            try:
                return _unwrap(self.recovery, code, _RECOVERY + self.id.encode())
            except WrongSecret:
                # Somebody may have made such a line their passphrase.
                pass
        try:
            return _unwrap(self.passphrase, secret, _PASSPHRASE + self.id.encode())
        except WrongSecret:
            raise WrongSecret(_MISTYPED if recovery.looks_mistyped(secret) else _WRONG) from None

    def with_passphrase(self, key: bytes, passphrase: str, costs: Costs) -> KeyFile:
        """The same key under another passphrase. Raises BadInput for an empty one."""
        return replace(self, passphrase=seal(key, passphrase, _PASSPHRASE + self.id.encode(), costs))

    def with_recovery_code(self, key: bytes, code: str, costs: Costs) -> KeyFile:
        """The same key under another recovery code."""
        return replace(self, recovery=seal(key, code, _RECOVERY + self.id.encode(), costs))


def wrapped(key: bytes, passphrase: str, code: str, costs: Costs) -> KeyFile:
    """A new archive id, and its data key under both secrets. Raises BadInput for an empty passphrase."""
    empty = KeyFile(urandom(16).hex(), b"", b"")
    return empty.with_passphrase(key, passphrase, costs).with_recovery_code(key, code, costs)


def read(path: Path) -> KeyFile:
    """The key file. Raises Fault if neither of its copies is whole or if it is newer; OS errors for the disk."""
    with path.open("rb") as opened:
        content = opened.read(_LARGEST + 1)
    return from_bytes(content)


def from_bytes(content: bytes) -> KeyFile:
    """The key file with this content. Raises Fault as `read` does."""
    records = []
    for checksum, text in _COPY.findall(content[:_LARGEST]):
        if sha256(text).hexdigest().encode() == checksum:
            records.append(base64.b64decode(text))
    if not records:
        raise Fault(_DAMAGED)
    return replace(_understood(records[0]), whole=len(records) > 1)


def to_bytes(key_file: KeyFile) -> bytes:
    """What stands in the file."""
    record = {
        "version": _VERSION,
        "id": key_file.id,
        "passphrase": base64.b64encode(key_file.passphrase).decode("ascii"),
        "recovery": base64.b64encode(key_file.recovery).decode("ascii"),
        "remembered": key_file.remembered,
    }
    text = base64.b64encode(json.dumps(record).encode())
    copy = sha256(text).hexdigest().encode() + b" " + text + b"\n"
    return b"\n".join((_FIRST_LINE.encode() + b"\n", copy, copy))


def write(folder: Folder, key_file: KeyFile) -> None:
    """Put it in the place of the one that is there: in one step, and on the disk when this returns."""
    write_fresh(folder.fresh_key, key_file)
    folder.fresh_key.replace(folder.key)
    settle_names(folder)


def write_fresh(path: Path, key_file: KeyFile) -> None:
    """Write it under a name that is not in use; what a crash left there is replaced."""
    path.unlink(missing_ok=True)
    make_private(path)
    path.write_bytes(to_bytes(key_file))
    settle_file(path)


def _understood(record: bytes) -> KeyFile:
    try:
        fields = strict_json.loads(record, limit=_LARGEST)
        if fields["version"] > _VERSION:
            raise Fault(_NEWER)
        if fields["version"] < _VERSION:
            raise Fault(_DAMAGED)
        return _from_fields(fields)
    except (BadInput, KeyError, TypeError, ValueError):
        raise Fault(_DAMAGED) from None


def _from_fields(fields: dict[str, Any]) -> KeyFile:
    return KeyFile(
        bytes.fromhex(fields["id"]).hex(),
        base64.b64decode(fields["passphrase"]),
        base64.b64decode(fields["recovery"]),
        fields["remembered"] is True,
    )


def _unwrap(slot: bytes, secret: str, about: bytes) -> bytes:
    try:
        key = unseal(slot, secret, about)
    except (DamagedSeal, NewerSeal) as error:
        raise Fault(_DAMAGED) from error
    if len(key) != KEY_LENGTH:
        raise Fault(_DAMAGED)
    return key
