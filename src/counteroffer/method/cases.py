"""A workbook that is over, as one case of the track record, its worths by the catalogue's formulas.

Those that are tagged as samples are no case: their people are invented. The tag is what tells, since the person sees
it, and takes it away from a sample that they made their own.
"""

from __future__ import annotations

from counteroffer.analysis.track_record import Case, case_of
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue

_SAMPLE = "sample"


def case(workbook: Workbook) -> Case | None:
    """What this workbook says; None for a sample.

    Always the same function, so that an archive can remember what it said.
    """
    if any(tag.strip().casefold() == _SAMPLE for tag in workbook.tags):
        return None
    return case_of(workbook, catalogue().formulas)
