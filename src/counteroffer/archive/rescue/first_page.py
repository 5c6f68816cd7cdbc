"""A database whose first page is past reading, made readable by the first page of a sound one of the same make.

The first page says where each table begins, and that is the same in a backup of the archive, and in every archive
that was made by the same version. How many pages there are stands on it too, so the sound one is first made as long.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from counteroffer.archive.backups.copying import remove_copy
from counteroffer.archive.file.connection import PAGE_SIZE, connect
from counteroffer.archive.file.folder import has_content, make_private


def lend_first_page(damaged: Path, log: Path, sound: Path, key: bytes, target: Path) -> None:
    """Make `target`, a copy of the damaged database and its log under that first page. `sound` is closed, sealed with
    the same key, and not changed. Raises apsw and OS errors; what was made by then is the caller's to remove."""
    model = target.with_name(target.name + ".model")
    remove_copy(model)
    try:
        _copy(sound, model)
        _lengthen(model, key, damaged.stat().st_size // PAGE_SIZE)
        _copy(damaged, target)
        with model.open("rb") as lender, target.open("r+b") as borrower:
            borrower.write(lender.read(PAGE_SIZE))
    finally:
        remove_copy(model)
    if has_content(log):
        _copy(log, target.with_name(target.name + "-wal"))


def _lengthen(path: Path, key: bytes, pages: int) -> None:
    db = connect(path, key)
    try:
        missing = pages - int(db.pragma("page_count"))
        if missing > 0:
            db.execute("INSERT INTO attachment (sha256, content) VALUES ('', zeroblob(?))", (missing * PAGE_SIZE,))
    finally:
        db.close()


def _copy(source: Path, target: Path) -> None:
    make_private(target)
    shutil.copyfile(source, target)
