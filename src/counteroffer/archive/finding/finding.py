"""Search over every text in every workbook, as the rest of the app asks for it."""

from __future__ import annotations

from concurrent.futures import Future

import apsw

from counteroffer.archive.finding import asking, index, passages
from counteroffer.archive.finding.turns import in_turns
from counteroffer.archive.keeping import summaries
from counteroffer.archive.work import Work
from counteroffer.editing.ports import Filters, Found, Hit, Place, Sorting

_A_TURN = 10
"""Workbooks that are read in before other work has its turn."""


class LocalFinding:
    """The Finding of an open archive."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._compared: apsw.Connection | None = None

    def find(self, words: str, filters: Filters, sorting: Sorting = Sorting.BEST, most: int = 50) -> Future[Found]:
        """The workbooks that hold all these words, each as it stands or as a beginning, whatever their accents."""
        wanted = asking.phrases(words)
        nothing = not wanted and bool(words.strip())
        mended = False

        def turn() -> Found | None:
            nonlocal mended
            try:
                if self._read_in(_A_TURN):
                    return None
                return Found((), 0) if nothing else self._found(wanted, filters, sorting, most)
            except apsw.CorruptError:
                # The index can be mended, once; if that does not help, the damage lies elsewhere.
                if mended:
                    raise
                mended = True
                index.make_anew(self._work.db)
                return None

        return in_turns(self._work, turn)

    def prepare(self, most: int = 5) -> Future[bool]:
        """Read in a few workbooks that were saved since the last search; whether more are waiting."""
        return self._work.do(lambda: index.soundly(self._work.db, lambda: self._read_in(most)))

    def choices(self) -> Future[Filters]:
        """Every stage, outcome, year, employer and tag there is to filter by, in the bin too."""
        return self._work.do(self._choices)

    def _read_in(self, most: int) -> bool:
        # Once for each file: another one takes its place when a backup is put back or the archive is sealed anew.
        if self._compared is not self._work.db:
            index.compare(self._work.db)
            self._compared = self._work.db
        return index.read_in(self._work.db, most)

    def _found(self, wanted: tuple[str, ...], filters: Filters, sorting: Sorting, most: int) -> Found:
        asked = asking.question(wanted, filters, sorting)
        # What stands in the question is put together from constants alone; see `asking`. All are counted on the way,
        # and only the first are looked at as a whole.
        rows = self._work.db.execute(
            f"SELECT id, count(*) OVER () FROM workbook WHERE {asked.condition} ORDER BY {asked.order} LIMIT ?",  # noqa: S608
            (*asked.values, *asked.order_values, max(1, most)),
        )
        first = [(workbook_id, total) for workbook_id, total in rows]
        if not first:
            return Found((), 0)
        return Found(tuple(self._hit(workbook_id, wanted) for workbook_id, _ in first[:most]), first[0][1])

    def _hit(self, workbook_id: str, wanted: tuple[str, ...]) -> Hit:
        (row,) = self._work.db.execute(f"SELECT {summaries.COLUMNS} FROM workbook WHERE id = ?", (workbook_id,))  # noqa: S608
        summary = summaries.read(row)
        if not wanted:
            return Hit(summary)
        kept = self._work.db.execute(
            "SELECT folded, written FROM workbook JOIN passage USING (row) WHERE id = ? ORDER BY number", (workbook_id,)
        )
        passage = passages.best((passages.Packed(*one) for one in kept), wanted)
        if passage is None:
            return Hit(summary)
        return Hit(summary, *passages.snippet(passage.text, wanted), passage.path)

    def _choices(self) -> Filters:
        def every(column: str) -> frozenset[str]:
            rows = self._work.db.execute(f"SELECT DISTINCT {column} FROM workbook WHERE {column} <> ''")  # noqa: S608
            return frozenset(value for (value,) in rows)

        years = self._work.db.execute(f"SELECT DISTINCT {asking.YEAR} FROM workbook")  # noqa: S608
        tags = self._work.db.execute("SELECT DISTINCT value FROM workbook, json_each(tags)")
        return Filters(
            Place.ALL,
            stages=every("stage"),
            outcomes=every("outcome"),
            years=frozenset(year for (year,) in years),
            employers=every("employer"),
            tags=frozenset(tag for (tag,) in tags),
        )
