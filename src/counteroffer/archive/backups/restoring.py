"""Going back to a backup: what that would change, and doing it.

The archive keeps the passphrase, the recovery code and the settings it has now; from the backup come the workbooks,
their states and their papers, sealed anew with today's key. So a passphrase that was given up since never comes back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import apsw

from counteroffer.archive.backups.backup_files import UnreadableBackup, look_at_any, unpacking
from counteroffer.archive.backups.copying import checking, copying, remove_copy
from counteroffer.archive.backups.replacing import nothing_left_behind, replace_database
from counteroffer.archive.backups.sliced import Steps, at_once
from counteroffer.archive.file import schema
from counteroffer.archive.file.connection import APPLICATION_ID, connect, transaction
from counteroffer.archive.file.folder import Folder, make_private
from counteroffer.archive.sealing import keyfile
from counteroffer.archive.sealing.keys import PUBLISHED_KEY
from counteroffer.archive.times import from_micros
from counteroffer.archive.work import Work
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_
from counteroffer.editing.ports import Restoring, RowChange
from counteroffer.editing.ports.protection import NeedsSecret

_UNREADABLE = N_(
    "This backup is not whole, or it is no backup of Counteroffer. Nothing was changed. Choose another backup."
)
_NEWER = N_(
    "This backup was made by a newer version of Counteroffer; nothing was changed. Install the newer version to put "
    "it back."
)
_OTHER_TIMES = N_(
    "This backup was made under another passphrase than the archive has now. Nothing was changed. Give the passphrase "
    "or the recovery code of that time."
)
_NO_SUCH_FILE = N_("There is no such backup. Nothing was changed. Choose one from the list.")


def unpacked(path: Path, target: Path, own_key: bytes | None, secret: str) -> Steps[tuple[bytes, bytes]]:
    """Write a backup's database into a new private file, check it and lift it to today's tables, step by step.

    Returns the key it is sealed with, and its key file. `own_key` is tried first, then the secret. Raises BadInput
    (NeedsSecret, WrongSecret) for the secret or a file that is not there, Fault for one that is no good; then the
    file is gone.
    """
    remove_copy(target)
    whole = False
    try:
        key_file = yield from unpacking(path, target)
        key = _key_of(target, key_file, own_key, secret)
        _lift(target, key)
        yield from checking(target, key)
        whole = True
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise BadInput(_NO_SUCH_FILE) from error
    except (UnreadableBackup, apsw.CorruptError, apsw.NotADBError) as error:
        raise Fault(_UNREADABLE) from error
    finally:
        if not whole:
            remove_copy(target)
    return key, key_file


def compare(work: Work, path: Path, secret: str) -> Restoring:
    """What putting this backup back would change. Raises as `unpacked` does."""
    with _looking_into(work, path, secret) as then:
        return _compared(work.db, then, path)


def restore(work: Work, path: Path, secret: str, back_up: Callable[[], object]) -> Restoring:
    """Put this backup in the archive's place, after `back_up` was called; it raises Fault where that is not possible.

    Raises as `unpacked` does, and Fault, apsw and OS errors for trouble with the disk; the archive is as it was then.
    """
    folder = work.folder
    with _looking_into(work, path, secret) as then:
        # Thinning out after the backup may delete the very one that is put back: it has been unpacked by now.
        back_up()
        changes = _compared(work.db, then, path)
        with nothing_left_behind(folder):
            at_once(copying(then, folder.next_database, work.key))
            _carry_settings(work.db, folder.next_database, work.key)
            replace_database(work, folder.next_database, _copy_of_key_file(folder), work.key)
    return changes


@contextlib.contextmanager
def _looking_into(work: Work, path: Path, secret: str) -> Iterator[apsw.Connection]:
    scratch = scratch_in(work.folder)
    key, _ = at_once(unpacked(path, scratch, work.key, secret))
    try:
        db = connect(scratch, key)
        try:
            yield db
        finally:
            db.close()
    finally:
        # By now it may have been put back: what cannot be removed here is removed at the next opening.
        with contextlib.suppress(OSError):
            remove_copy(scratch)


def scratch_in(folder: Folder) -> Path:
    """Where a backup is unpacked to be looked into, sealed as it is. What a crash left there is removed at the next
    opening."""
    return folder.path / "archive.db.look"


def _key_of(database: Path, key_file: bytes, own_key: bytes | None, secret: str) -> bytes:
    if not key_file:
        return PUBLISHED_KEY
    if own_key is not None and _opens(database, own_key):
        return own_key
    if not secret:
        raise NeedsSecret(_OTHER_TIMES)
    return keyfile.from_bytes(key_file).unlock(secret)


def _opens(database: Path, key: bytes) -> bool:
    db = connect(database, key)
    try:
        schema.version_of(db)
    except apsw.NotADBError:
        return False
    finally:
        db.close()
    return True


def _lift(database: Path, key: bytes) -> None:
    db = connect(database, key)
    try:
        if db.pragma("application_id") != APPLICATION_ID or schema.version_of(db) < 1:
            raise Fault(_UNREADABLE)
        if schema.version_of(db) > len(schema.STEPS):
            raise Fault(_NEWER)
        schema.migrate(db, schema.STEPS)
    finally:
        db.close()


def _compared(now: apsw.Connection, then: apsw.Connection, path: Path) -> Restoring:
    here, there = _rows(now), _rows(then)
    changes: list[tuple[RowChange, str, datetime]] = []
    for workbook_id in here.keys() | there.keys():
        is_here, is_there = here.get(workbook_id), there.get(workbook_id)
        if is_there is None:
            title, changed, _ = here[workbook_id]
            changes.append((RowChange.GONE, title, changed))
        elif is_here is None or is_here[2] != is_there[2]:
            title, changed, _ = is_there
            changes.append((RowChange.ADDED if is_here is None else RowChange.CHANGED, title, changed))
    changes.sort(key=lambda change: (change[2], change[1]), reverse=True)
    return Restoring(look_at_any(path).backup, tuple(changes), len(here.keys() | there.keys()) - len(changes))


def _rows(db: apsw.Connection) -> dict[str, tuple[str, datetime, tuple[object, ...]]]:
    rows = db.execute(
        "SELECT id, title, changed, sha256, archived, binned IS NULL FROM workbook LEFT JOIN revision"
        " ON revision.workbook = workbook.id AND revision.number = workbook.revision"
    )
    return {workbook_id: (title, from_micros(changed), tuple(state)) for workbook_id, title, changed, *state in rows}


def _carry_settings(now: apsw.Connection, database: Path, key: bytes) -> None:
    db = connect(database, key)
    try:
        with transaction(db):
            db.execute("DELETE FROM setting")
            db.executemany(
                "INSERT INTO setting (name, value) VALUES (?, ?)",
                now.execute("SELECT name, value FROM setting").fetchall(),
            )
    finally:
        db.close()


def _copy_of_key_file(folder: Folder) -> Path | None:
    if not folder.key.exists():
        return None
    make_private(folder.next_key)
    folder.next_key.write_bytes(folder.key.read_bytes())
    return folder.next_key
