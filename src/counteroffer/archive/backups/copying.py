"""A copy of the whole database, sealed with the same key or another, checked before anybody relies on it."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import apsw

from counteroffer.archive.file.connection import PAGE_SIZE, connect
from counteroffer.archive.file.folder import make_private

_PAGES_AT_ONCE = 512
"""Pages that are copied between two moments at which a save may come in between; 2 MiB, some hundredths of a second."""

_SIDE_FILES = ("", "-wal", "-journal", "-shm")


def copying(db: apsw.Connection, target: Path, key: bytes) -> Generator[None, None, None]:
    """Copy the database into a new private file, step by step, and check that the copy is whole.

    What `db` itself writes between two steps goes into the copy as well. Raises apsw and OS errors; the file is
    removed then, and also if the steps are not taken to their end.
    """
    whole = False
    make_private(target)
    try:
        copy = connect(target, key)
        try:
            copy.pragma("page_size", PAGE_SIZE)
            # If the copy fails it is thrown away, so it needs no journal of its own beside it.
            copy.pragma("journal_mode", "MEMORY")
            copy.pragma("synchronous", "OFF")
            with copy.backup("main", db, "main") as backup:
                while not backup.done:
                    backup.step(_PAGES_AT_ONCE)
                    yield
        finally:
            copy.close()
        yield from checking(target, key)
        whole = True
    finally:
        if not whole:
            remove_copy(target)


def checking(path: Path, key: bytes) -> Generator[None, None, None]:
    """Check a closed database that nothing else uses. Raises apsw.CorruptError or NotADBError if it is not whole."""
    db = connect(path, key)
    try:
        for problems in quick_check(db):
            if problems:
                raise apsw.CorruptError
            yield
    finally:
        db.close()


def quick_check(db: apsw.Connection) -> Generator[int, None, None]:
    """How many things are wrong with each table, one after the other. Reads from the disk, not from memory."""
    db.pragma("shrink_memory")
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    for table in ("sqlite_schema", *tables):
        try:
            rows = db.execute(f"PRAGMA quick_check({quoted(table)})").fetchall()
        except (apsw.CorruptError, apsw.IOError, apsw.NotADBError):
            yield 1
        else:
            yield sum(row != ("ok",) for row in rows)


def quoted(name: str) -> str:
    """A name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def remove_copy(path: Path) -> None:
    """Remove a database that nobody uses, and what SQLite left beside it."""
    for ending in _SIDE_FILES:
        path.with_name(path.name + ending).unlink(missing_ok=True)
