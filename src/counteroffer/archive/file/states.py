"""How many states were ever saved in an archive: a number that only grows, kept in the archive itself.

Beside the archive, the lock file's record has it too. Where the archive knows of fewer, it is not what it was.
"""

from __future__ import annotations

from datetime import datetime

import apsw

from counteroffer.archive.file import settings
from counteroffer.archive.times import from_micros

_NAME = "states"


def count_one(db: apsw.Connection) -> None:
    """One more, within a transaction of the caller's."""
    db.execute(
        "INSERT INTO setting (name, value) VALUES (?, '1')"
        " ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
        (_NAME,),
    )


def count(db: apsw.Connection) -> int:
    """How many there have been."""
    return int(settings.get(db, _NAME) or 0)


def latest(db: apsw.Connection) -> datetime | None:
    """When the newest state that is there was saved; None in an empty archive."""
    changed = db.execute("SELECT max(changed) FROM workbook").get
    return None if changed is None else from_micros(changed)
