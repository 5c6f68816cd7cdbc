"""The whole open archive sealed anew: a copy under another key, checked, in the place of the one there was."""

from __future__ import annotations

from pathlib import Path

import apsw

from counteroffer.archive.backups.copying import copying, quoted
from counteroffer.archive.backups.replacing import nothing_left_behind, replace_database
from counteroffer.archive.backups.sliced import at_once
from counteroffer.archive.file.connection import connect
from counteroffer.archive.sealing import keyfile
from counteroffer.archive.sealing.keyfile import KeyFile
from counteroffer.archive.work import Work
from counteroffer.domain.errors import Fault
from counteroffer.domain.words import N_

_NOT_SOUND = N_(
    "The archive under its new key is not what it should be, so it was thrown away. The archive is as it was. "
    "Check the archive for damage, then try again."
)


def seal_anew(work: Work, key: bytes, key_file: KeyFile | None) -> None:
    """Seal the archive with this key, and give it this key file or none. Only on the archive's thread.

    Raises Fault, apsw and OS errors if it could not be done; then the archive goes on as it was.
    """
    folder = work.folder
    with nothing_left_behind(folder):
        at_once(copying(work.db, folder.next_database, key))
        _compare(work.db, folder.next_database, key)
        if key_file is not None:
            keyfile.write_fresh(folder.next_key, key_file)
        replace_database(work, folder.next_database, None if key_file is None else folder.next_key, key)


def _compare(db: apsw.Connection, path: Path, key: bytes) -> None:
    copy = connect(path, key)
    try:
        if _counted(copy) != _counted(db):
            raise Fault(_NOT_SOUND)
    finally:
        copy.close()


def _counted(db: apsw.Connection) -> dict[str, int]:
    tables = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    names = [str(name) for (name,) in tables]
    return {name: int(db.execute(f"SELECT count(*) FROM {quoted(name)}").get) for name in names}  # noqa: S608 - quoted
