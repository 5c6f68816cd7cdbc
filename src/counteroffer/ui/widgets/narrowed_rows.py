"""The rows of a list editor, of which those are in view that have some words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from counteroffer.domain.folding import fold
from counteroffer.ui.widgets.item_rows import Row, RowModel


class NarrowedRows(RowModel):
    """Qt, and with it every screen reader, knows only the rows in view; `rows` and `at` speak of those too.

    A row that is in view stays there while its own words change, and goes when other words are looked for: nobody
    writes in an entry that vanishes under the hand.
    """

    def __init__(self, untitled: str, numbered: bool, parent: QObject | None = None) -> None:
        super().__init__(untitled, numbered, parent)
        self._all: list[Row] = []
        self._wanted: list[str] = []
        self._places: list[int] = []

    def all(self) -> list[Row]:
        """All rows, in view or not, in order."""
        return self._all

    def place(self, identity: str) -> int:
        """The place of a row among all; -1 if there is no such row."""
        return next((at for at, row in enumerate(self._all) if row.id == identity), -1)

    @property
    def narrowed(self) -> bool:
        """Whether words are looked for."""
        return bool(self._wanted)

    def narrow(self, text: str) -> None:
        """Leave those rows in view that have all the words of a text, however they are written; all for none."""
        wanted = fold(text).split()
        if wanted != self._wanted:
            self._wanted = wanted
            self._put(frozenset())

    def set_rows(self, rows: Sequence[Row]) -> None:
        if self._wanted and {row.id for row in self._all}.isdisjoint(row.id for row in rows):
            self._wanted = []  # the entries of something else: the words were not meant for them
        self._all = list(rows)
        self._put(frozenset(row.id for row in self.rows()) if self._wanted else frozenset())

    def number(self, at: int) -> int:
        return super().number(self._places[at] if self._wanted else at)

    def _put(self, staying: frozenset[str]) -> None:
        if not self._wanted:
            super().set_rows(self._all)
            return
        places = [at for at, row in enumerate(self._all) if row.id in staying or self._has_words(row)]
        moved, self._places = places != self._places, places
        super().set_rows([self._all[at] for at in places])
        if moved and places:  # the same rows may have other numbers now
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))

    def _has_words(self, row: Row) -> bool:
        text = fold(f"{self.title(row)}\n{row.summary}\n{row.mark}")
        return all(word in text for word in self._wanted)
