"""A check that goes through the asks by rank and stops at the first one for which something is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from counteroffer.domain.edits import Path
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import asks
from counteroffer.method.result import Check, CheckPoint, done, still_open

CheckAsk = Callable[[Workbook, Term, Path], Check | None]
"""What is left to do about one ask, whose justification is at the path; None if nothing is."""


def each_ask(point: str, check: CheckAsk) -> CheckPoint:
    """The check of a point that is done when it is done for every ask."""

    def through(workbook: Workbook, today: date) -> Check:
        wanted = asks(workbook)
        if not wanted:
            return still_open(point, ("terms",), "Add an ask first, on the Priorities tab.")
        for term in wanted:
            found = check(workbook, term, ("terms", term.id, "justification"))
            if found is not None:
                return found
        return done(point)

    through.__doc__ = check.__doc__
    return through
