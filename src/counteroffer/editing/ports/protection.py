"""Protecting the archive: a passphrase, a printed recovery code, and what the computer may remember."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

from counteroffer.domain.errors import BadInput


class NeedsSecret(BadInput):
    """The archive has a passphrase and none was given: ask for it, then open it again."""


class WrongSecret(BadInput):
    """What was given is neither the passphrase nor the recovery code."""


@dataclass(frozen=True)
class ProtectionState:
    """How the archive is protected now.

    `remembered` says that this computer's keyring opens it; `no_keyring` is empty, or the sentence that says why the
    keyring cannot be used here. `open_backups` counts the backups that still open without a passphrase.
    """

    has_passphrase: bool
    has_recovery_code: bool
    remembered: bool
    no_keyring: str
    open_backups: int


@dataclass(frozen=True)
class NewPassphrase:
    """What a first passphrase brings: the recovery code, shown once, and the backups that open without either."""

    recovery_code: str
    open_backups: int


class Protection(Protocol):
    """Setting, changing and removing the passphrase of an open archive."""

    def state(self) -> Future[ProtectionState]:
        """How the archive is protected now."""

    def set_first(self, passphrase: str) -> Future[NewPassphrase]:
        """Give the archive its first passphrase: everything in it is sealed anew. BadInput if it has one."""

    def change(self, secret: str, passphrase: str) -> Future[None]:
        """Another passphrase, where `secret` is the one so far or the recovery code. BadInput if that is wrong."""

    def new_recovery_code(self, secret: str) -> Future[str]:
        """A new recovery code, shown once; the one before opens nothing any more."""

    def remove(self, secret: str) -> Future[None]:
        """Take the passphrase away: the archive opens for everybody who has the file."""

    def remember(self) -> Future[None]:
        """Let this computer's keyring open the archive. Fault, in a plain sentence, where there is none."""

    def forget(self) -> Future[None]:
        """Ask for the passphrase again at the next start."""

    def remove_open_backups(self) -> Future[int]:
        """Delete the backups that open without a passphrase; how many they were. One with the passphrase is made
        first."""
