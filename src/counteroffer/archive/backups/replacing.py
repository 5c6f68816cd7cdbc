"""Another database, and another key file, in the place of the archive's own: all of it or nothing, whatever happens.

Sealing the archive anew and putting a backup back both end here. Two files cannot be renamed in one step, so a small
note says that they are to be, and `finish` does what it says, now or when the archive is opened the next time.

What a crash leaves, step by step:

1. Before the note: the old archive, untouched, and new files under their waiting names. `finish` removes those.
2. From the note on: the new archive. `finish` moves what still waits into its place, however often it is begun.
   The old log is gone before the new database takes the old one's name: SQLite would read it into the wrong file.
3. After the note is gone: the new archive, and nothing left to do.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import apsw

from counteroffer.archive.file.folder import Folder, make_private, settle_file, settle_names
from counteroffer.archive.file.opening import open_existing
from counteroffer.archive.work import Work

_WITH_KEY_FILE = b"The new archive.db has a key file. Counteroffer finishes this when it is opened the next time.\n"
_WITHOUT_KEY_FILE = b"The new archive.db has no key file. Counteroffer finishes this when it is opened the next time.\n"


def replace_database(work: Work, database: Path, key_file: Path | None, key: bytes) -> None:
    """Put this database, sealed with `key`, in the place of the live one, and this key file in the place of its own;
    without a key file, the archive has none afterwards. Only on the archive's thread.

    Call `finish` before the new files are made. They are whole, checked, closed, and in the archive's folder, best
    under the names `next_database` and `next_key`; they are moved. `work` goes on with the new archive. Raises Fault,
    apsw and OS errors if nothing was changed; then `work` goes on with the old one.
    """
    folder = work.folder
    work.db.close()
    try:
        _refuse_log(folder)
        work.watch.forget_states()
        put_in_place(folder, database, key_file)
    except BaseException:
        _call_off(folder)
        work.db = open_existing(folder, work.key)
        raise
    work.db = open_existing(folder, key)
    work.key = key


def put_in_place(folder: Folder, database: Path, key_file: Path | None) -> None:
    """The same where no archive is open, or none that could be opened. An old database and its log are gone then."""
    _lay_ready(folder, database, key_file)
    _note(folder, _WITHOUT_KEY_FILE if key_file is None else _WITH_KEY_FILE)
    _move_database(folder)
    # The database is in its place, so this is done. What cannot be done now, the next opening does.
    with contextlib.suppress(OSError):
        _move_key_file(folder)


def finish(folder: Folder) -> None:
    """Carry out a replacing that was begun, or remove what is left of one that was not. Needs the folder's lock.

    To be called before the archive is opened, before new files are made for it, and before its key file is written to.
    """
    if folder.replacing.exists():
        _move_database(folder)
        _move_key_file(folder)
    _remove_leftovers(folder)


@contextlib.contextmanager
def nothing_left_behind(folder: Folder) -> Iterator[None]:
    """Within this block new files are made and put into place. What an earlier attempt left is never built upon, and
    what fails within leaves nothing."""
    finish(folder)
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            finish(folder)
        raise


def _lay_ready(folder: Folder, database: Path, key_file: Path | None) -> None:
    settle_file(database)
    database.replace(folder.next_database)
    if key_file is not None:
        settle_file(key_file)
        key_file.replace(folder.next_key)
    settle_names(folder)


def _note(folder: Folder, words: bytes) -> None:
    fresh = folder.replacing.with_name(folder.replacing.name + ".new")
    make_private(fresh)
    fresh.write_bytes(words)
    settle_file(fresh)
    fresh.replace(folder.replacing)
    settle_names(folder)


def _move_database(folder: Folder) -> None:
    if folder.next_database.exists():
        # Only while the new one still waits: later, a log is the new one's own.
        folder.log.unlink(missing_ok=True)
        settle_names(folder)
        folder.next_database.replace(folder.database)


def _move_key_file(folder: Folder) -> None:
    if folder.replacing.read_bytes() == _WITHOUT_KEY_FILE:
        folder.key.unlink(missing_ok=True)
    elif folder.next_key.exists():
        folder.next_key.replace(folder.key)
    settle_names(folder)
    folder.replacing.unlink()
    settle_names(folder)


def _refuse_log(folder: Folder) -> None:
    # Closing moves the log into the database. Where it could not, the disk is in trouble and this is not the moment.
    if folder.log.exists() and folder.log.stat().st_size > 0:
        raise apsw.IOError


def _call_off(folder: Folder) -> None:
    folder.replacing.unlink(missing_ok=True)
    settle_names(folder)
    with contextlib.suppress(OSError):
        _remove_leftovers(folder)


def _remove_leftovers(folder: Folder) -> None:
    for name in (folder.next_database, folder.next_key, folder.replacing):
        for leftover in folder.path.glob(name.name + "*"):
            leftover.unlink()
