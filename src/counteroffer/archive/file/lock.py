"""One Counteroffer at a time in one archive: a lock that the operating system holds on `archive.lock`.

The system lets go of it by itself when the program ends, however it ends, so a lock file that is left behind never
blocks anybody. The file is never deleted (two programs could then each lock one of their own); it carries a record
that a person can read: see `record`.
"""

from __future__ import annotations

import errno
import os
import sys

from counteroffer.archive.faults import plainly
from counteroffer.archive.file.folder import FILE_MODE, Folder
from counteroffer.domain.errors import Fault
from counteroffer.domain.words import N_

_LONGEST_RECORD = 4096

ALREADY_OPEN = N_(
    "Counteroffer is already open with this archive. Nothing was changed. Go to that window, or close it first."
)

if sys.platform == "win32":  # pragma: no cover - Windows only
    import msvcrt

    # Locked bytes cannot be read by others on Windows, so the lock sits far behind the record.
    _LOCKED_BYTE = 1 << 30

    def _seize(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _let_go(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _seize(handle: int) -> None:
        # flock, not lockf: it belongs to this opening of the file and not to the whole process.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


def acquire(folder: Folder) -> FolderLock:
    """Take the lock. Raises Fault if another Counteroffer has it, or if the folder cannot be written to."""
    with plainly(folder.not_opened):
        handle = os.open(folder.lock, os.O_CREAT | os.O_RDWR, FILE_MODE)
    try:
        _seize(handle)
    except OSError as error:
        os.close(handle)
        if error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            raise Fault(ALREADY_OPEN) from None
        raise Fault(
            "The folder {folder} is on a disk that cannot make sure that only one Counteroffer uses the archive. "
            "Nothing was changed. Choose a folder on this computer's own disk.",
            folder=folder.path,
        ) from error
    return FolderLock(handle)


class FolderLock:
    """The held lock, and the record in its file."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def recorded(self) -> bool:
        """Whether an archive was once finished in this folder."""
        return bool(self.read().strip())

    def read(self) -> bytes:
        """The record; empty where there has been no archive yet."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, _LONGEST_RECORD)

    def write(self, record: bytes) -> None:
        """Put another record, never a shorter one, in the place of the one that is there. Not yet on the disk."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, record)

    def write_through(self, record: bytes) -> None:
        """The same, and wait until it is on the disk."""
        self.write(record)
        os.fsync(self._handle)

    def release(self) -> None:
        """Let go, at once: a child process that was started meanwhile may hold a copy of the handle a little longer."""
        _let_go(self._handle)
        os.close(self._handle)
