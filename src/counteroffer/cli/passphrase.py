"""The passphrase on the command line: the first line of a file, or asked for where a person can type it unseen."""

from __future__ import annotations

import getpass
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.cli.console import Console
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports import NeedsSecret

if TYPE_CHECKING:
    from counteroffer.cli.commands import Call

_LARGEST = 64 * 1024
"""Bytes in the longest first line that is read."""

_KEEP = (
    "This is the recovery code. It opens the archive if you forget the passphrase, and it is shown this once. "
    "Write it on paper and keep it away from this computer: without either of the two, nobody can open the archive."
)


def opened(call: Call) -> tuple[LocalArchive, str | None]:
    """The archive and what opened it: the file of --passphrase-file, or what a person at the keyboard typed.

    Raises NeedsSecret where there is neither.
    """
    secret = read_secret(call.arguments.passphrase_file) if "passphrase_file" in call.arguments else None
    try:
        return open_archive(call.folder, secret=secret), secret
    except NeedsSecret as needed:
        if not is_asked(call.console):
            raise NeedsSecret(f"{needed.sentence} --passphrase-file says in which file it is.") from None
    secret = ask("Passphrase or recovery code: ")
    return open_archive(call.folder, secret=secret), secret


def read_secret(file: Path) -> str:
    """The first line of a file. Raises BadInput if it holds none, Fault if it cannot be read."""
    try:
        with file.open("rb") as source:
            line = source.readline(_LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError):
        raise BadInput("There is no such file with a passphrase. Nothing was changed.") from None
    except OSError as error:
        raise Fault(f"The file with the passphrase cannot be read ({error.strerror}). Nothing was changed.") from None
    if len(line) > _LARGEST:
        raise BadInput("The first line of the file with the passphrase is too long. Nothing was changed.")
    try:
        secret = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise BadInput("The file with the passphrase is not text in UTF-8. Nothing was changed.") from None
    if not secret:
        raise BadInput("The first line of the file with the passphrase is empty. Nothing was changed.")
    return secret


def set_or_change(call: Call, archive: LocalArchive) -> None:
    """The `passphrase` command: a first one, another one, or none any more."""
    protection = archive.protection
    protected = protection.state().result().has_passphrase
    if call.arguments.remove:
        protection.remove(_so_far(call) if protected else "").result()
        call.tell({"has_passphrase": False}, "The passphrase was taken away: whoever has the archive can open it.")
    elif protected:
        so_far = _so_far(call)
        protection.change(so_far, new_passphrase(call)).result()
        call.tell({"has_passphrase": True}, "The passphrase was changed. The recovery code stays as it is.")
    else:
        brought = protection.set_first(new_passphrase(call)).result()
        told = [brought.recovery_code, _KEEP]
        if brought.open_backups:
            told.append(f"Backups made before this still open without the passphrase: {brought.open_backups}.")
        result = {
            "has_passphrase": True,
            "recovery_code": brought.recovery_code,
            "open_backups": brought.open_backups,
        }
        call.tell(result, "\n".join(told))


def _so_far(call: Call) -> str:
    """The secret that opens the archive, also where the keyring has opened it."""
    if call.secret is not None:
        return call.secret
    if not is_asked(call.console):
        raise NeedsSecret("Say in which file the passphrase so far is: --passphrase-file. Nothing was changed.")
    return ask("Passphrase so far, or recovery code: ")


def new_passphrase(call: Call) -> str:
    """The passphrase that something is to get: from the file of --new-passphrase-file, or typed twice."""
    if call.arguments.new_passphrase_file is not None:
        return read_secret(call.arguments.new_passphrase_file)
    if not is_asked(call.console):
        raise BadInput("Say in which file the new passphrase is: --new-passphrase-file. Nothing was changed.")
    secret = ask("New passphrase: ")
    if secret != ask("Once more: "):
        raise BadInput("The two are not the same. Nothing was changed. Try again.")
    return secret


def is_asked(console: Console) -> bool:
    """Whether a person sits there who can be asked."""
    return console.stdin.isatty()


def ask(prompt: str) -> str:
    """What a person types unseen. Raises BadInput where nothing can be typed, or not unseen."""
    try:
        with warnings.catch_warnings():
            # Where typing cannot be hidden, it is not asked for.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(prompt)
    except (EOFError, getpass.GetPassWarning):
        raise BadInput("No passphrase was given. Nothing was changed.") from None
