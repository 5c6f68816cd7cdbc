"""Opening an archive that is there, and refusing what is not one. A refused file keeps every byte it had."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

import apsw

from counteroffer.archive.backups.making import Source, making
from counteroffer.archive.backups.sliced import at_once
from counteroffer.archive.faults import Damage
from counteroffer.archive.file import schema
from counteroffer.archive.file.connection import APPLICATION_ID, PAGE_SIZE, connect, leave_log_on_close, settle
from counteroffer.archive.file.folder import Folder, keep_private
from counteroffer.archive.times import Clock, utc_now
from counteroffer.domain.errors import Fault


class DoesNotOpen(Damage):
    """The file's beginning cannot be read with this key: foreign, damaged, or sealed with another one."""


def open_existing(
    folder: Folder, key: bytes, steps: Sequence[schema.Step] = schema.STEPS, now: Clock = utc_now
) -> apsw.Connection:
    """The archive's connection, lifted to today's tables; a backup of it is made before that.

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
        if schema.version_of(db) < len(steps):
            at_once(making(Source(folder, db, key), now(), "before an update"))
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
        raise _damaged(folder)


def _refuse_by_content(db: apsw.Connection, folder: Folder, newest: int) -> None:
    try:
        application = db.pragma("application_id")
        version = schema.version_of(db)
        if application != APPLICATION_ID:
            raise Fault(
                "The file {file} was made by another program and is not a Counteroffer archive. "
                "Nothing was changed. Choose another folder for the archive.",
                file=folder.database,
            )
        if version > newest:
            raise Fault(
                "The archive in {folder} was made by a newer version of Counteroffer; nothing was changed. "
                "Install the newer version to open it.",
                folder=folder.path,
            )
        # Reads the table definitions, and compares the number of pages with what the first page says.
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    except apsw.NotADBError as error:
        raise DoesNotOpen(
            "The file {file} is not a Counteroffer archive, or its beginning is damaged. Nothing was "
            "changed. If it is your archive, let Counteroffer salvage it (counteroffer salvage) or put a backup back; "
            "if not, choose another folder.",
            file=folder.database,
        ) from error
    except apsw.CorruptError as error:
        raise _damaged(folder) from error
    if version < 1 or not tables >= {"workbook", "revision", "attachment"}:
        raise _damaged(folder)


def _damaged(folder: Folder) -> Damage:
    return Damage(
        "The archive {file} is damaged: a part of the file is missing or changed. Nothing was changed. "
        "Let Counteroffer salvage it (counteroffer salvage): that sets the damaged files aside and brings back what is "
        "whole; or put a backup back.",
        file=folder.database,
    )


def _remove_empty_log(folder: Folder) -> None:
    # SQLite makes an empty log when it looks; a folder that was refused is left as it was found.
    with contextlib.suppress(OSError):
        if folder.log.stat().st_size == 0:
            folder.log.unlink()
