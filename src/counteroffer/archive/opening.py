"""Opening an archive that is there, and refusing what is not one. A refused file keeps every byte it had."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

import apsw

from counteroffer.archive import schema
from counteroffer.archive.connection import APPLICATION_ID, PAGE_SIZE, connect, leave_log_on_close, settle
from counteroffer.archive.folder import Folder, keep_private
from counteroffer.domain.errors import Fault


def open_existing(folder: Folder, key: bytes, steps: Sequence[schema.Step] = schema.STEPS) -> apsw.Connection:
    """The archive's connection, lifted to today's tables.

    Raises Fault for a foreign, damaged or newer file; apsw and OS errors for trouble with the disk.
    """
    had_log = folder.log.exists()
    keep_private(folder.database)
    if had_log:
        keep_private(folder.log)
    _refuse_by_size(folder)
    db = connect(folder.database, key)
    try:
        # Until the file is known to be ours, nothing may be moved from its log into it.
        leave_log_on_close(db, True)
        if db.readonly("main"):
            raise apsw.ReadOnlyError
        _refuse_by_content(db, folder, newest=len(steps))
        settle(db)
        leave_log_on_close(db, False)
        schema.migrate(db, steps)
    except BaseException:
        db.close()
        if not had_log:
            _remove_empty_log(folder)
        raise
    return db


def _refuse_by_size(folder: Folder) -> None:
    # After a power cut a page may be torn, and the log then holds it whole; without a log nothing can make up for it.
    if folder.database.stat().st_size % PAGE_SIZE and not folder.log.exists():
        raise Fault(_damaged(folder))


def _refuse_by_content(db: apsw.Connection, folder: Folder, newest: int) -> None:
    try:
        application = db.pragma("application_id")
        version = schema.version_of(db)
        if application != APPLICATION_ID:
            raise Fault(
                f"The file {folder.database} was made by another program and is not a Counteroffer archive. "
                "Nothing was changed. Choose another folder for the archive."
            )
        if version > newest:
            raise Fault(
                f"The archive in {folder.path} was made by a newer version of Counteroffer; nothing was changed. "
                "Install the newer version to open it."
            )
        # Reads the table definitions, and compares the number of pages with what the first page says.
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    except apsw.NotADBError as error:
        raise Fault(
            f"The file {folder.database} is not a Counteroffer archive, or its beginning is damaged. Nothing was "
            "changed. If it is your archive, put the file back from a backup; if not, choose another folder."
        ) from error
    except apsw.CorruptError as error:
        raise Fault(_damaged(folder)) from error
    if version < 1 or not tables >= {"workbook", "revision", "attachment"}:
        raise Fault(_damaged(folder))


def _damaged(folder: Folder) -> str:
    return (
        f"The archive {folder.database} is damaged: a part of the file is missing or changed. Nothing was changed. "
        "Copy the whole folder to a safe place first, then put archive.db back from a backup."
    )


def _remove_empty_log(folder: Folder) -> None:
    # SQLite makes an empty log when it looks; a folder that was refused is left as it was found.
    with contextlib.suppress(OSError):
        if folder.log.stat().st_size == 0:
            folder.log.unlink()
