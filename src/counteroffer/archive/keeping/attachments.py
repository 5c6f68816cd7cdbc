"""Papers kept inside the archive, found by their SHA-256. The same paper twice is kept once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

import apsw

from counteroffer.archive.file.connection import transaction
from counteroffer.domain.errors import BadInput, Fault

LARGEST = 10 * 1024 * 1024
"""Bytes in the largest file that is taken in."""

_UNUSED = "NOT EXISTS (SELECT 1 FROM attachment_use WHERE attachment_use.sha256 = attachment.sha256)"


def put(db: apsw.Connection, content: bytes) -> str:
    """Keep a file and say its fingerprint. Raises BadInput if it is too large."""
    if len(content) > LARGEST:
        raise BadInput(
            "The file is larger than 10 MB, which is more than the archive takes. Nothing was changed. "
            "Save it smaller, or attach the pages that matter."
        )
    fingerprint = sha256(content).hexdigest()
    with transaction(db):
        put_all(db, {fingerprint: content})
    return fingerprint


def put_all(db: apsw.Connection, files: Mapping[str, bytes]) -> None:
    """Keep files whose fingerprints and sizes were checked, within a transaction of the caller's."""
    for fingerprint, content in files.items():
        db.execute(
            "INSERT INTO attachment (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING", (fingerprint, content)
        )


def get(db: apsw.Connection, fingerprint: str) -> bytes:
    """The file's bytes. Raises BadInput if there is no such file, Fault if it is not what was kept."""
    row = db.execute("SELECT content FROM attachment WHERE sha256 = ?", (fingerprint,)).fetchone()
    if row is None:
        raise BadInput("This attached file is not in the archive. Attach it again if you still have it.")
    content = bytes(row[0])
    if sha256(content).hexdigest() != fingerprint:
        raise Fault(
            "This attached file is damaged: it is not what was stored. Nothing was changed, and the file is not shown. "
            "Attach it again if you still have it."
        )
    return content


def sizes(db: apsw.Connection, fingerprints: Iterable[str]) -> dict[str, int]:
    """The bytes of those of these files that are in the archive."""
    found: dict[str, int] = {}
    for fingerprint in fingerprints:
        for (size,) in db.execute("SELECT length(content) FROM attachment WHERE sha256 = ?", (fingerprint,)):
            found[fingerprint] = size
    return found


def used(db: apsw.Connection, workbook_id: str) -> frozenset[str]:
    """The fingerprints that any kept state of this workbook names."""
    rows = db.execute("SELECT DISTINCT sha256 FROM attachment_use WHERE workbook = ?", (workbook_id,))
    return frozenset(fingerprint for (fingerprint,) in rows)


def note_use(db: apsw.Connection, workbook_id: str, number: int, fingerprints: Iterable[str]) -> None:
    """Write down which files a kept state names."""
    db.executemany(
        "INSERT INTO attachment_use (sha256, workbook, number) VALUES (?, ?, ?)",
        [(fingerprint, workbook_id, number) for fingerprint in sorted(fingerprints)],
    )


def let_go(db: apsw.Connection, fingerprints: Iterable[str]) -> None:
    """Delete those of these files that no kept state names, within a transaction of the caller's."""
    for fingerprint in fingerprints:
        db.execute(f"DELETE FROM attachment WHERE sha256 = ? AND {_UNUSED}", (fingerprint,))  # noqa: S608 - a constant


def let_go_unused(db: apsw.Connection) -> None:
    """Delete every file that no kept state names.

    Only right after opening: later, a session may still bring one back by undoing.
    """
    unused = db.execute(f"SELECT sha256 FROM attachment WHERE {_UNUSED}")  # noqa: S608 - a constant
    fingerprints = [fingerprint for (fingerprint,) in unused]
    if fingerprints:
        with transaction(db):
            let_go(db, fingerprints)
