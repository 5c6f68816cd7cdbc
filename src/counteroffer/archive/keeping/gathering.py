"""Looking at many workbooks one after the other, for figures over all of them, without holding more than one."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from counteroffer.archive.finding.turns import in_turns
from counteroffer.archive.keeping import revisions
from counteroffer.archive.work import Work
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.situation import Stage
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Gathered

T = TypeVar("T")

_A_TURN = 5
"""Workbooks that are looked at before other work has its turn."""

_State = tuple[str, int]
"""A workbook's id and the number of its state."""


class Gathering:
    """Remembers what was said about each state, so that only what has changed is read again."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._said: dict[Callable[[Workbook], Any], dict[_State, Any]] = {}

    def gather(self, find_out: Callable[[Workbook], T]) -> Future[Gathered[T]]:
        """What this says about each workbook whose negotiation is over."""
        unreadable: set[_State] = set()

        def turn() -> Gathered[T] | None:
            said: dict[_State, T] = self._said.setdefault(find_out, {})
            wanted = self._over()
            missing = [state for state in wanted if state not in said and state not in unreadable]
            for state in missing[:_A_TURN]:
                try:
                    said[state] = find_out(revisions.read(self._work.db, *state))
                except (BadInput, Fault):
                    unreadable.add(state)
            if len(missing) > _A_TURN:
                return None
            self._said[find_out] = {state: said[state] for state in wanted if state in said}
            return Gathered(tuple(self._said[find_out].values()), len(wanted) - len(self._said[find_out]))

        return in_turns(self._work, turn)

    def _over(self) -> list[_State]:
        """The newest states of all workbooks that are over, the oldest workbook first."""
        rows = self._work.db.execute(
            "SELECT id, revision FROM workbook WHERE binned IS NULL AND (outcome IS NOT NULL OR stage IN (?, ?))"
            " ORDER BY created, id",
            (str(Stage.CLOSED), str(Stage.WITHDRAWN)),
        )
        return [(workbook_id, number) for workbook_id, number in rows]
