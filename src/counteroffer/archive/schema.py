"""The archive's tables, and how those of an older Counteroffer become today's.

Each step lifts the archive by one version. A step and the record that it was done (`user_version`) are one
transaction: it happened or it did not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import apsw

from counteroffer.archive.connection import transaction

Step = Callable[[apsw.Connection], None]

_TABLES = """
-- One row for each workbook: what the list on the start page shows. Times are microseconds since 1970, UTC.
CREATE TABLE workbook (
    id       TEXT PRIMARY KEY,
    title    TEXT NOT NULL,
    employer TEXT NOT NULL,
    role     TEXT NOT NULL,
    stage    TEXT,
    outcome  TEXT,
    tags     TEXT NOT NULL,             -- a JSON list of texts
    created  INTEGER NOT NULL,
    changed  INTEGER NOT NULL,
    revision INTEGER NOT NULL           -- the number of its newest state
) STRICT;

-- One row for each kept state of a workbook, whole and compressed.
CREATE TABLE revision (
    workbook TEXT NOT NULL REFERENCES workbook (id) ON DELETE CASCADE,
    number   INTEGER NOT NULL,          -- 1, 2, 3 … within a workbook
    at       INTEGER NOT NULL,
    label    TEXT NOT NULL,             -- what led to it
    name     TEXT,                      -- given by a person; such a state is kept for ever
    format   INTEGER NOT NULL,          -- the version of the workbook format it is written in
    size     INTEGER NOT NULL,          -- bytes before compression
    sha256   TEXT NOT NULL,             -- of those bytes
    body     BLOB NOT NULL,
    PRIMARY KEY (workbook, number)
) STRICT;

-- Lets the history be read without touching the states themselves.
CREATE INDEX revision_history ON revision (workbook, number, at, name);

-- Papers, each kept once whichever workbooks name it.
CREATE TABLE attachment (
    sha256  TEXT PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;

-- Which kept states name which papers. A paper that no state names any more is let go.
CREATE TABLE attachment_use (
    sha256   TEXT NOT NULL,
    workbook TEXT NOT NULL,
    number   INTEGER NOT NULL,
    PRIMARY KEY (sha256, workbook, number),
    FOREIGN KEY (workbook, number) REFERENCES revision (workbook, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX attachment_use_by_state ON attachment_use (workbook, number);
"""


def migrate(db: apsw.Connection, steps: Sequence[Step]) -> None:
    """Lift the archive to the version that has as many steps as given here. Done if it is there already."""
    for version in range(version_of(db), len(steps)):
        with transaction(db):
            steps[version](db)
            db.pragma("user_version", version + 1)


def version_of(db: apsw.Connection) -> int:
    """The archive's version: how many steps it has behind it; 0 before the first."""
    return int(db.pragma("user_version"))


def _make_tables(db: apsw.Connection) -> None:
    db.execute(_TABLES)


STEPS: tuple[Step, ...] = (_make_tables,)
"""From an empty file to today's archive. Steps are only ever added at the end."""
