"""The archive's tables, and how those of an older Counteroffer become today's.

Each step lifts the archive by one version. A step and the record that it was done (`user_version`) are one
transaction: it happened or it did not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import apsw

from counteroffer.archive.file.connection import transaction

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

_SHELF = """
-- Whether a workbook is put away (read-only until it is reopened), and when it was put into the bin.
ALTER TABLE workbook ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workbook ADD COLUMN binned INTEGER;

-- For how many microseconds it has been in the bin, as far as that was witnessed; and when it was last looked at.
ALTER TABLE workbook ADD COLUMN aged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workbook ADD COLUMN opened INTEGER;

-- What the archive itself remembers: where its backups go, when it was last checked.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
"""

_SEARCH = """
-- The state whose words are in the index, 0 for none yet. Those that lag behind are found without looking at the rest.
ALTER TABLE workbook ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX workbook_not_indexed ON workbook (id) WHERE indexed <> revision;

-- Its number in the index, the words of its title, employer, role and tags, and folded names to sort by; all as of the
-- state that is indexed.
ALTER TABLE workbook ADD COLUMN row INTEGER;
ALTER TABLE workbook ADD COLUMN heading TEXT NOT NULL DEFAULT '';
ALTER TABLE workbook ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE workbook ADD COLUMN employer_key TEXT NOT NULL DEFAULT '';

-- One row for each workbook in the index. Its number must not change, so it is no mere rowid.
CREATE TABLE searched (
    row      INTEGER PRIMARY KEY,
    workbook TEXT NOT NULL UNIQUE REFERENCES workbook (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL
) STRICT;

-- Its passages, some in each row and a row to a page: a snippet reads no more of a workbook than it must.
CREATE TABLE passage (
    row     INTEGER NOT NULL REFERENCES searched (row) ON DELETE CASCADE,
    number  INTEGER NOT NULL,           -- 0, 1, 2 … within a workbook
    folded  TEXT NOT NULL,              -- a line for each; looked through in haste, so not compressed
    written BLOB NOT NULL,              -- the same ones as written, each with its path; compressed
    PRIMARY KEY (row, number)
) STRICT;
"""

_INDEX = """
-- Which words are in which workbook.
-- The tokenizer has little left to do: texts are folded and parted into words before they get here.
CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', contentless_delete = 1, prefix = '1 2 3 4',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co Cn'"
);
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER searched_gone AFTER DELETE ON searched BEGIN
    DELETE FROM words WHERE rowid = old.row;
END;
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


def _make_shelf(db: apsw.Connection) -> None:
    db.execute(_SHELF)


def _make_search(db: apsw.Connection) -> None:
    # The workbooks that are there are all marked as not indexed; they are indexed before the first search.
    db.execute(_SEARCH)
    db.execute(_INDEX)


def make_index_anew(db: apsw.Connection) -> None:
    """An empty index in the place of the one that is there, whatever state that is in; in a transaction of the
    caller's. Every workbook is marked as not indexed."""
    db.execute("DROP TRIGGER IF EXISTS searched_gone")
    db.execute("DROP TABLE IF EXISTS words")
    db.execute("DELETE FROM searched")
    db.execute("UPDATE workbook SET indexed = 0")
    db.execute(_INDEX)


STEPS: tuple[Step, ...] = (_make_tables, _make_shelf, _make_search)
"""From an empty file to today's archive. Steps are only ever added at the end."""
