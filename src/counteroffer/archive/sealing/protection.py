"""The passphrase, the recovery code, and what this computer's keyring remembers, as the rest of the app knows them.

The first passphrase brings a key that only the key file holds, and seals the whole archive with it. Another passphrase
only wraps that key anew: it takes a moment however large the archive is. Backups carry the key file of their day, so an
older one goes on opening with the passphrase it was made under.

What the disk held before cannot be wiped by a program: a drive may keep old pages until it needs their room.
"""

from __future__ import annotations

import contextlib
from concurrent.futures import Future
from dataclasses import replace
from os import urandom

from counteroffer.archive.backups.backups import LocalBackups
from counteroffer.archive.backups.replacing import finish
from counteroffer.archive.sealing import keyfile, recovery, remembering
from counteroffer.archive.sealing.keyfile import KeyFile
from counteroffer.archive.sealing.keys import KEY_LENGTH, PUBLISHED_KEY
from counteroffer.archive.sealing.resealing import seal_anew
from counteroffer.archive.sealing.wrapping import refuse_empty
from counteroffer.archive.work import Work
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_
from counteroffer.editing.ports import NewPassphrase, ProtectionState

_BEFORE_SETTING = "before a passphrase"
_BEFORE_REMOVING = "before taking the passphrase away"
_INSTEAD = "with a passphrase"
"""What backups are made for here, as their names say it."""

_HAS_ONE = N_("This archive has a passphrase already. Nothing was changed. Change it instead.")
_HAS_NONE = N_("This archive has no passphrase. Nothing was changed. Set one first.")
_OTHER_KEY = N_(
    "The key file archive.key belongs to another archive than the one that is open. Nothing was changed. Put the "
    "archive's own key file back from a backup, then try again."
)


class LocalProtection:
    """The Protection of an open archive."""

    def __init__(self, work: Work, backups: LocalBackups) -> None:
        self._work = work
        self._backups = backups

    def state(self) -> Future[ProtectionState]:
        """How the archive is protected now."""
        return self._work.do(self._state)

    def set_first(self, passphrase: str) -> Future[NewPassphrase]:
        """Give the archive its first passphrase: everything in it is sealed anew. BadInput if it has one."""
        return self._work.do(lambda: self._set_first(passphrase))

    def change(self, secret: str, passphrase: str) -> Future[None]:
        """Another passphrase, where `secret` is the one so far or the recovery code. BadInput if that is wrong."""
        return self._work.do(lambda: self._change(secret, passphrase))

    def new_recovery_code(self, secret: str) -> Future[str]:
        """A new recovery code, shown once; the one before opens nothing any more but older backups."""
        return self._work.do(lambda: self._new_recovery_code(secret))

    def remove(self, secret: str) -> Future[None]:
        """Take the passphrase away: the archive opens for everybody who has the file."""
        return self._work.do(lambda: self._remove(secret))

    def remember(self) -> Future[None]:
        """Let this computer's keyring open the archive. Fault, in a plain sentence, where there is none."""
        return self._work.do(self._remember)

    def forget(self) -> Future[None]:
        """Ask for the passphrase again at the next start."""
        return self._work.do(self._forget)

    def remove_open_backups(self) -> Future[int]:
        """Delete the backups that open without a passphrase; how many they were. One with the passphrase is made
        first. BadInput if the archive has none."""
        return self._work.do(self._remove_open_backups)

    def _state(self) -> ProtectionState:
        protected = self._is_protected()
        held = self._held() if protected else None
        return ProtectionState(
            has_passphrase=protected,
            has_recovery_code=protected,
            remembered=held is not None and held.remembered and remembering.recall(held.id) == self._work.key,
            no_keyring=remembering.no_keyring(),
            open_backups=self._backups.open_ones(),
        )

    def _set_first(self, passphrase: str) -> NewPassphrase:
        if self._is_protected():
            raise BadInput(_HAS_ONE)
        # Before the long work, and in words of its own.
        refuse_empty(passphrase)
        key, code = urandom(KEY_LENGTH), recovery.new_code()
        wrapped = keyfile.wrapped(key, passphrase, code, self._work.costs)
        self._backups.make_now(_BEFORE_SETTING)
        seal_anew(self._work, key, wrapped)
        return NewPassphrase(code, self._backups.open_ones())

    def _change(self, secret: str, passphrase: str) -> None:
        refuse_empty(passphrase)
        held = self._unlocked(secret)
        keyfile.write(self._work.folder, held.with_passphrase(self._work.key, passphrase, self._work.costs))

    def _new_recovery_code(self, secret: str) -> str:
        held, code = self._unlocked(secret), recovery.new_code()
        keyfile.write(self._work.folder, held.with_recovery_code(self._work.key, code, self._work.costs))
        return code

    def _remove(self, secret: str) -> None:
        held = self._unlocked(secret)
        self._backups.make_now(_BEFORE_REMOVING)
        seal_anew(self._work, PUBLISHED_KEY, None)
        if held.remembered:
            # A key that opens nothing any more may stay there: that is no reason to say that this failed.
            with contextlib.suppress(Fault):
                remembering.forget(held.id)

    def _remember(self) -> None:
        held = self._held()
        remembering.remember(held.id, self._work.key)
        keyfile.write(self._work.folder, replace(held, remembered=True))

    def _forget(self) -> None:
        held = self._held()
        if held.remembered:
            keyfile.write(self._work.folder, replace(held, remembered=False))
            remembering.forget(held.id)

    def _remove_open_backups(self) -> int:
        if not self._is_protected():
            raise BadInput(_HAS_NONE)
        self._backups.make_now(_INSTEAD)
        return self._backups.remove_open_ones()

    def _is_protected(self) -> bool:
        return self._work.key != PUBLISHED_KEY

    def _held(self) -> KeyFile:
        if not self._is_protected():
            raise BadInput(_HAS_NONE)
        # A key file that still waits to be put into its place is put there now.
        finish(self._work.folder)
        return keyfile.read(self._work.folder.key)

    def _unlocked(self, secret: str) -> KeyFile:
        """The key file, once the secret has opened it."""
        held = self._held()
        if held.unlock(secret) != self._work.key:
            raise Fault(_OTHER_KEY)
        return held
