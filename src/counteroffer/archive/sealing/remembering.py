"""Letting this computer's keyring open the archive. It keeps the data key, never the passphrase: people use one
passphrase in many places, and whoever got at the keyring should not get at those.

Keyrings are other people's programs, each failing in its own way, so whatever one raises counts as "it cannot".
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from counteroffer.archive.sealing.keys import KEY_LENGTH
from counteroffer.domain.errors import Fault
from counteroffer.domain.words import N_, in_turn

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Counteroffer archive"

_NONE = N_("This computer has no keyring that Counteroffer can use, so the passphrase is asked for at each start.")
_REFUSED = N_(
    "This computer's keyring did not take the key, so Counteroffer goes on asking for the passphrase. "
    "Nothing was changed. Unlock the keyring, then try again."
)
_STAYS = N_(
    "This computer's keyring did not give the key back. Counteroffer does not use it any more and asks for the "
    'passphrase. Take the entry "Counteroffer archive" out with the program of your system that shows saved passwords.'
)


def no_keyring() -> str:
    """Empty, or the sentence that says why nothing can be remembered here."""
    return "" if _keyring() is not None else _NONE


def remember(archive_id: str, key: bytes) -> None:
    """Put the data key into the keyring. Raises Fault if it cannot be kept there."""
    keyring = _keyring()
    if keyring is None:
        raise Fault(in_turn(_NONE, N_("Nothing was changed.")))
    try:
        keyring.set_password(_SERVICE, archive_id, key.hex())
    except Exception as error:
        raise Fault(_REFUSED) from error
    if recall(archive_id) != key:
        raise Fault(_REFUSED)


def recall(archive_id: str) -> bytes | None:
    """The data key, if the keyring has it and gives it out."""
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        key = bytes.fromhex(keyring.get_password(_SERVICE, archive_id) or "")
    except Exception:  # noqa: BLE001 - see above; then the passphrase is asked for
        return None
    return key if len(key) == KEY_LENGTH else None


def forget(archive_id: str) -> None:
    """Take the data key out of the keyring, if it is there. Raises Fault if it stays."""
    keyring = _keyring()
    if keyring is None:
        return
    # What is not there cannot be taken out, and each keyring says so in its own way.
    with contextlib.suppress(Exception):
        keyring.delete_password(_SERVICE, archive_id)
    if recall(archive_id) is not None:
        raise Fault(_STAYS)


def _keyring() -> KeyringBackend | None:
    """The keyring of this computer; None if there is none, or only one that keeps its content in the open."""
    # Loaded late: it looks through every package that is installed.
    import keyring

    try:
        backend = keyring.get_keyring()
        # Where there are several, the first of them is asked first.
        backend = next(iter(getattr(backend, "backends", ())), backend)
        return backend if backend.priority >= 1 else None
    except Exception:  # noqa: BLE001 - see above
        return None
