"""What the archive remembers about itself, in a table of its own."""

from __future__ import annotations

import apsw

from counteroffer.archive.file.connection import transaction


def get(db: apsw.Connection, name: str) -> str:
    """A setting; the empty text if there is none."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return "" if row is None else str(row[0])


def put(db: apsw.Connection, name: str, value: str) -> None:
    """Remember this, on the disk; the empty text takes it away."""
    with transaction(db):
        if value:
            db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))
        else:
            db.execute("DELETE FROM setting WHERE name = ?", (name,))
