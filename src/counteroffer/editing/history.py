"""Undo and redo: a list of workbooks that share structure, so that a step costs little more than a pointer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counteroffer.domain.edits import Path
from counteroffer.domain.workbook import Workbook

LIMIT = 500


@dataclass(frozen=True)
class Step:
    """A state, and the paths whose edit led away from it."""

    workbook: Workbook
    paths: tuple[Path, ...]
    label: str


@dataclass(frozen=True)
class History:
    """What came before, what is now, and what was undone. Typing into one field is one step until it is sealed."""

    present: Workbook
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    typing_at: Path | None = None

    def record(self, after: Workbook, paths: tuple[Path, ...], label: str, typed: bool) -> History:
        """The history after an edit. What was undone before is given up; the oldest step is let go past the limit."""
        if typed and self.past and len(paths) == 1 and paths[0] == self.typing_at:
            return replace(self, present=after, future=())
        past = (*self.past, Step(self.present, paths, label))[-LIMIT:]
        # The first letter may come with the entry that it is typed into; the letters after it belong to the same step.
        return History(after, past, (), paths[-1] if typed and paths else None)

    def sealed(self) -> History:
        """The history in which the next letter typed begins a step of its own."""
        return replace(self, typing_at=None)

    def undone(self) -> tuple[History, Step] | None:
        """The history one step back and the step that was taken back; None at the beginning."""
        if not self.past:
            return None
        step = self.past[-1]
        back = Step(self.present, step.paths, step.label)
        return History(step.workbook, self.past[:-1], (*self.future, back)), step

    def redone(self) -> tuple[History, Step] | None:
        """The history one step forward again and the step that was taken again; None where nothing was undone."""
        if not self.future:
            return None
        step = self.future[-1]
        forth = Step(self.present, step.paths, step.label)
        return History(step.workbook, (*self.past, forth), self.future[:-1]), step
