"""Reading the rows of a table that has holes: around every page that cannot be read, up to its very edges."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

import apsw

DAMAGE = (apsw.CorruptError, apsw.NotADBError, apsw.IOError, apsw.FormatError)
"""What the engine raises for a page that is not what was written."""

_ROWS_IN_A_PAGE = 64
"""More rows than this are not looked for in a page that may hold the end of a table."""

Row = tuple[Any, ...]


class Walk:
    """All rows of a table that can be read, each once. Afterwards, `gaps` says whether anything could not be."""

    def __init__(self, db: apsw.Connection, table: str, columns: Sequence[str]) -> None:
        self.gaps = False
        self._db = db
        self._table = table
        self._columns = ", ".join(columns)

    def __iter__(self) -> Iterator[Row]:
        waiting = [(1, self._last())]
        while waiting:
            low, high = waiting.pop()
            read = low - 1
            try:
                for row in self._rows(low, high, "ASC"):
                    read = row[0]
                    yield row[1:]
                continue
            except DAMAGE:
                self.gaps = True
            end = high + 1
            with contextlib.suppress(*DAMAGE):
                for row in self._rows(read + 1, high, "DESC"):
                    end = row[0]
                    yield row[1:]
                continue
            # Somewhere between the two there is a hole, and perhaps more good rows: look in both halves.
            low, high = read + 1, end - 1
            if low < high:
                middle = (low + high) // 2
                waiting += [(middle + 1, high), (low, middle)]

    def _rows(self, low: int, high: int, order: str) -> apsw.Cursor:
        query = f"SELECT rowid, {self._columns} FROM {self._table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid {order}"  # noqa: S608 - names of ours
        return self._db.execute(query, (low, high))

    def _last(self) -> int:
        """The highest row number, or one that is not lower."""
        queries = (
            f"SELECT max(rowid) FROM {self._table}",  # noqa: S608 - names of ours
            f"SELECT max(rowid) FROM {self._table} INDEXED BY sqlite_autoindex_{self._table}_1 WHERE +rowid > 0",  # noqa: S608
        )
        for query in queries:
            with contextlib.suppress(*DAMAGE):
                return self._db.execute(query).get or 0
        return int(self._db.pragma("page_count")) * _ROWS_IN_A_PAGE
