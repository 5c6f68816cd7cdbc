"""The rows of the start page's list: enough of each workbook to find it, without reading it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import apsw

from counteroffer.archive.times import from_micros, to_micros
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Summary

COLUMNS = "id, title, employer, role, stage, outcome, tags, created, changed, revision, archived, binned, opened"
"""What `read` takes, in its order."""


def put(db: apsw.Connection, workbook: Workbook, revision: int, changed: datetime) -> None:
    """Write a workbook's row, new or in place of its old one, within a transaction of the caller's.

    Somebody works on it, so it comes out of the bin if it is in there.
    """
    stage, outcome = workbook.situation.stage, workbook.agreement.outcome
    db.execute(
        """
        INSERT INTO workbook (id, title, employer, role, stage, outcome, tags, created, changed, revision)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            title = excluded.title, employer = excluded.employer, role = excluded.role, stage = excluded.stage,
            outcome = excluded.outcome, tags = excluded.tags, created = excluded.created, changed = excluded.changed,
            revision = excluded.revision, binned = NULL
        """,
        (
            workbook.id,
            workbook.title,
            workbook.situation.employer,
            workbook.situation.role,
            None if stage is None else str(stage),
            None if outcome is None else str(outcome),
            json.dumps(workbook.tags, ensure_ascii=False),
            to_micros(workbook.created),
            to_micros(changed),
            revision,
        ),
    )


def listed(db: apsw.Connection) -> tuple[Summary, ...]:
    """All workbooks, those in the bin too, the last changed first."""
    rows = db.execute(f"SELECT {COLUMNS} FROM workbook ORDER BY changed DESC, id")  # noqa: S608 - constants
    return tuple(map(read, rows))


def read(row: Sequence[Any]) -> Summary:
    """The summary in a row of `COLUMNS`."""
    workbook_id, title, employer, role, stage, outcome, tags, created, changed, revision, archived, *times = row
    binned, opened = (None if at is None else from_micros(at) for at in times)
    return Summary(
        id=workbook_id,
        title=title,
        employer=employer,
        role=role,
        stage=stage,
        outcome=outcome,
        tags=tuple(json.loads(tags)),
        created=from_micros(created),
        changed=from_micros(changed),
        revision=revision,
        archived=bool(archived),
        binned=binned,
        opened=opened,
    )
