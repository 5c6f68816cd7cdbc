"""How the archive's file is opened: sealed pages, committed means on the disk, and nobody else at the same time."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import apsw

from counteroffer.archive.sealing.keys import engine_key

APPLICATION_ID = 0x436F4F66
"""Marks a SQLite file as a Counteroffer archive: the letters CoOf."""

PAGE_SIZE = 4096
"""Bytes in a page; 32 of them are the page's own nonce and seal."""

_PATIENCE = 250
"""Milliseconds to wait for another program, such as a virus scanner, to let go of the file."""

_MEMORY = 16_000
"""Kibibytes of pages that are kept unsealed in memory."""

_LOG_LIMIT = 8 * 1024 * 1024
"""Bytes the write-ahead log is cut back to once it has been moved into the database."""


def connect(path: Path, key: bytes) -> apsw.Connection:
    """A connection to a file that exists. Nothing is read yet, so a wrong key or a foreign file shows only later."""
    # The cipher must be named before the key, and the lock taken before the first read: then WAL needs no shared
    # memory file. Statements with the key are never cached: apsw's `pragma` sees to that.
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    db.set_busy_timeout(_PATIENCE)
    db.pragma("cipher", "chacha20")
    db.pragma("key", engine_key(key))
    db.pragma("locking_mode", "EXCLUSIVE")
    db.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    return db


def settle(db: apsw.Connection) -> None:
    """The settings of daily work."""
    db.pragma("journal_mode", "WAL")
    db.pragma("synchronous", "FULL")
    # Only macOS knows these two: there a plain fsync leaves data in the drive's own memory.
    db.pragma("fullfsync", "ON")
    db.pragma("checkpoint_fullfsync", "ON")
    db.pragma("journal_size_limit", _LOG_LIMIT)
    db.pragma("secure_delete", "ON")
    db.pragma("temp_store", "MEMORY")
    # Every page that is not in memory must be unsealed again; a search over many workbooks reads thousands.
    db.pragma("cache_size", -_MEMORY)
    db.pragma("foreign_keys", "ON")
    db.pragma("cell_size_check", "ON")


def leave_log_on_close(db: apsw.Connection, leave: bool) -> None:
    """Whether closing leaves the write-ahead log as it is instead of moving it into the database."""
    db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, int(leave))


@contextlib.contextmanager
def transaction(db: apsw.Connection) -> Iterator[None]:
    """All of it or nothing. When the block has been left without an error, the change is on the disk."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        # Some errors have rolled back already; and the first error is the one to tell.
        with contextlib.suppress(apsw.Error):
            db.execute("ROLLBACK")
        raise
