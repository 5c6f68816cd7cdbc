"""A workbook that is over, as one case of the track record, its worths by the catalogue's formulas."""

from __future__ import annotations

from counteroffer.analysis.track_record import Case, case_of
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue


def case(workbook: Workbook) -> Case:
    """What this workbook says. Always the same function, so that an archive can remember what it said."""
    return case_of(workbook, catalogue().formulas)
