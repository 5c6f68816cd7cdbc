"""A cheap sign by which two states of the whole archive are told apart, without reading the states themselves."""

from __future__ import annotations

from hashlib import blake2b

import apsw

from counteroffer.archive.file import schema

_QUERIES = (
    "SELECT workbook.id, changed, revision.sha256 FROM workbook LEFT JOIN revision"
    " ON revision.workbook = workbook.id AND revision.number = workbook.revision ORDER BY workbook.id",
    # All of this stands in indexes, so that no state is read.
    "SELECT workbook, number, at, name FROM revision ORDER BY workbook, number",
    "SELECT sha256 FROM attachment ORDER BY sha256",
    "PRAGMA user_version",
)
_ON_THE_SHELF = "SELECT id, archived, binned FROM workbook ORDER BY id"
_WITH_SHELF = 2
"""The first version of the archive whose workbooks can be put away."""


def sign_of(db: apsw.Connection, key: bytes, key_file: bytes) -> str:
    """The same text for the same workbooks, states, names and papers under the same key and key file.

    Made with the archive's key, so that it tells nothing to those who do not have that.
    """
    sign = blake2b(key_file, digest_size=16, key=key, person=b"archive's state")
    shelf = (_ON_THE_SHELF,) if schema.version_of(db) >= _WITH_SHELF else ()
    for query in (*_QUERIES, *shelf):
        for row in db.execute(query):
            sign.update(repr(row).encode())
    return sign.hexdigest()
