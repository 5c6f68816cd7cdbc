"""A finished document into a file: whole or not at all, and whatever was there before stays until then."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_, in_turn

_KEPT = N_("Nothing was changed.")
_FLUSHES_FOLDERS = os.name == "posix"
_INPUT = {
    errno.ENOENT: N_("The folder for this file does not exist."),
    errno.ENOTDIR: N_("A part of this path is a file, not a folder."),
    errno.EISDIR: N_("There is a folder of this name already: choose a name for the file."),
    errno.ENAMETOOLONG: N_("This file name is too long."),
    errno.EINVAL: N_("This is not a name that a file can have here."),
}
_FAULT = {
    errno.EACCES: N_("This folder, or the file in it, cannot be written to, or is open in another program."),
    errno.EPERM: N_("This folder, or the file in it, cannot be written to."),
    errno.EROFS: N_("This folder can only be read, not written to."),
    errno.ENOSPC: N_("The disk is full."),
    errno.EDQUOT: N_("You may not store any more on this disk."),
    errno.EFBIG: N_("This disk does not take a file of that size."),
}
_NOT_WRITTEN = N_("The file could not be written.")


def write_file(path: str | Path, content: bytes, *, private: bool = True) -> None:
    """Write the file in one step: beside it first, onto the disk, then into its place.

    A private file can be read by its owner alone, from its first byte. Raises BadInput if no file can be there and
    Fault if the machine cannot do it; in both cases the old file, if there was one, is as it was.
    """
    try:
        # Through a link to the file it means, so that the link stays a link.
        target = Path(os.path.realpath(path))
        _check(target)
        _replace(target, content, 0o600 if private else 0o666)
    except ValueError:
        raise BadInput(in_turn(_INPUT[errno.EINVAL], _KEPT)) from None
    except OSError as error:
        raise _told(error) from None


def _check(target: Path) -> None:
    mode = target.stat().st_mode if target.exists() else None
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if mode is not None and not stat.S_ISREG(mode):
        raise BadInput("This is not an ordinary file, so it cannot be replaced. Nothing was changed.")


def _replace(target: Path, content: bytes, mode: int) -> None:
    part = target.parent / f".counteroffer-{secrets.token_hex(6)}.part"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)  # noqa: PTH105 - the one call that every reader knows to be atomic
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    if _FLUSHES_FOLDERS:
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _told(error: OSError) -> BadInput | Fault:
    """The error as a sentence; it names no path, for a path may hold an employer's name."""
    if error.errno in _INPUT:
        return BadInput(in_turn(_INPUT[error.errno], _KEPT))
    return Fault(in_turn(_FAULT.get(error.errno or 0, _NOT_WRITTEN), _KEPT))
