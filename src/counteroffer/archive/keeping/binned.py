"""What is in the bin goes for good after 30 days, but never because a clock was wrong.

A clock that is set to next year by mistake, or a computer with an empty battery that wakes up in another century,
would empty the bin of everything at once. So two things must be so: by the clock 30 days have passed since a workbook
was put there, and 30 days were witnessed, counted from one opening of the archive to the next. Between two openings
at most a week is counted, and a clock that went back counts nothing. Who opens the archive rarely has things in the
bin for longer, which hurts nobody.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import apsw

from counteroffer.archive.file import settings
from counteroffer.archive.file.connection import transaction
from counteroffer.archive.times import from_micros, to_micros

KEPT_FOR = timedelta(days=30)
"""How long a workbook can be taken back from the bin."""

MOST_WITNESSED = timedelta(days=7)
"""So much at most is counted from one opening to the next."""

_SEEN = "bin_seen"


def put(db: apsw.Connection, workbook_id: str, now: datetime) -> bool:
    """Put a workbook into the bin, where it may be already; whether there is such a workbook."""
    if not everything(db):
        settings.put(db, _SEEN, str(to_micros(now)))
    with transaction(db):
        db.execute(
            "UPDATE workbook SET aged = CASE WHEN binned IS NULL THEN 0 ELSE aged END, binned = coalesce(binned, ?)"
            " WHERE id = ?",
            (to_micros(now), workbook_id),
        )
        return db.changes() > 0


def everything(db: apsw.Connection) -> tuple[str, ...]:
    """The ids of all that is in the bin."""
    return tuple(workbook_id for (workbook_id,) in db.execute("SELECT id FROM workbook WHERE binned IS NOT NULL"))


def grow_older(db: apsw.Connection, now: datetime) -> tuple[str, ...]:
    """Count the time since the bin was last looked at, once for each opening; the ids of all that may go now."""
    if not everything(db):
        return ()
    seen = settings.get(db, _SEEN)
    # Written down first: should the machine stop in between, time was not counted, and not counted twice.
    settings.put(db, _SEEN, str(to_micros(now)))
    passed = max(now - from_micros(int(seen)), timedelta(0)) if seen else timedelta(0)
    witnessed = min(passed, MOST_WITNESSED) // timedelta(microseconds=1)
    with transaction(db):
        db.execute(
            "UPDATE workbook SET aged = aged + max(0, min(?, ? - binned)) WHERE binned IS NOT NULL",
            (witnessed, to_micros(now)),
        )
    due = KEPT_FOR // timedelta(microseconds=1)
    rows = db.execute("SELECT id FROM workbook WHERE aged >= ? AND binned <= ?", (due, to_micros(now) - due))
    return tuple(workbook_id for (workbook_id,) in rows)
