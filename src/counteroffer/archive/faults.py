"""What goes wrong on the machine, in plain words: what happened, what was kept, what to do.

No sentence here is built from an exception's own text or from anything a person wrote.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

import apsw

from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_, Counted, Sentence, in_turn

DISK_FULL = N_(
    "The disk is full, so the last change could not be kept. Everything saved before it is safe. "
    "Free some space, then try again."
)
NOT_WRITABLE = N_(
    "Counteroffer may not write to the archive's folder. Everything saved before is untouched. "
    "Check that the disk is not read-only and that the folder belongs to you, then try again."
)
IN_USE = N_(
    "Another program is using the archive's file, so nothing could be read or written just now. "
    "Everything saved before is untouched. Close that program, then try again."
)
DAMAGED = N_(
    "A part of the archive is damaged: what is on the disk is not what was stored there. Nothing was changed, and "
    "other workbooks may still be whole. Close Counteroffer, then let it salvage the archive (counteroffer salvage): "
    "it sets the damaged files aside and brings back what is whole."
)
DISK_TROUBLE = N_(
    "The disk did not read or write as it should. Everything saved before is kept, the last change may not be. "
    "Check that the disk is connected and healthy, then try again. If that does not help, save a copy elsewhere and "
    "start Counteroffer anew."
)
GONE = N_(
    "The archive's folder cannot be reached any more. Everything saved before is still where the folder is. "
    "Connect the disk again, then try again. If that does not help, save a copy elsewhere and start Counteroffer anew."
)
MOVED = N_(
    "The archive's file is not where it was: while Counteroffer had it open, it was moved, replaced or deleted. "
    "Everything saved before is in the file that was there, the last change may not be. Put that file back, then try "
    "again; or save a copy elsewhere and start Counteroffer anew."
)
NO_MEMORY = N_(
    "There is not enough memory for this. Everything saved before is kept. Close other programs, then try again."
)
TOO_LARGE = N_("This is too large to be kept in the archive. Nothing was changed.")
CLOSED = N_("The archive is closed already, so this was not done. Open Counteroffer again, then try again.")


class Damage(Fault):
    """What is on the disk is not what was stored there; `salvage` may bring back what is whole."""


_BY_ENGINE: tuple[tuple[type[apsw.Error], str], ...] = (
    (apsw.FullError, DISK_FULL),
    (apsw.ReadOnlyError, NOT_WRITABLE),
    (apsw.PermissionsError, NOT_WRITABLE),
    (apsw.CantOpenError, NOT_WRITABLE),
    (apsw.BusyError, IN_USE),
    (apsw.LockedError, IN_USE),
    (apsw.CorruptError, DAMAGED),
    (apsw.NotADBError, DAMAGED),
    (apsw.FormatError, DAMAGED),
    (apsw.IOError, DISK_TROUBLE),
    (apsw.NoMemError, NO_MEMORY),
    # After the archive was sealed anew or put back, and could then not be opened again.
    (apsw.ConnectionClosedError, CLOSED),
)

_BY_NUMBER = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EACCES: NOT_WRITABLE,
    errno.EPERM: NOT_WRITABLE,
    errno.EROFS: NOT_WRITABLE,
    errno.EEXIST: NOT_WRITABLE,
    errno.ENOTDIR: NOT_WRITABLE,
    errno.ENOENT: GONE,
    errno.ENODEV: GONE,
    errno.ESTALE: GONE,
}


def plain(error: BaseException) -> BadInput | Fault | None:
    """The `Fault` or `BadInput` that tells a person about this error; None if it is a mistake in the program."""
    if isinstance(error, (BadInput, Fault)):
        return error
    if isinstance(error, apsw.TooBigError):
        return BadInput(TOO_LARGE)
    for kind, sentence in _BY_ENGINE:
        if isinstance(error, kind):
            return Damage(sentence) if sentence is DAMAGED else Fault(sentence)
    if isinstance(error, MemoryError):
        return Fault(NO_MEMORY)
    if isinstance(error, OSError):
        return Fault(_BY_NUMBER.get(error.errno or 0, DISK_TROUBLE))
    return None


@contextlib.contextmanager
def plainly(opening: str = "") -> Iterator[None]:
    """Within this block, what goes wrong on the machine is raised as Fault, its sentence after these opening words.

    `BadInput` and `Fault` pass as they are, and so does a mistake in the program, to be noticed as one.
    """
    try:
        yield
    except Exception as error:
        told = plain(error)
        if told is None or told is error:
            raise
        raise (type(told)(in_turn(opening, told.sentence)) if opening else told) from error


def workbooks(number: int) -> Sentence:
    """So many workbooks, within a sentence."""
    return Counted("1 workbook", "{count} workbooks", number)
