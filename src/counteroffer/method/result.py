"""What a check says: done, open with the next step, or not needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from counteroffer.domain.base import Choice
from counteroffer.domain.edits import Path
from counteroffer.domain.workbook import Workbook


class State(Choice):
    """How a point stands."""

    DONE = "done", "Done"
    OPEN = "open", "Open"
    NOT_NEEDED = "not_needed", "Not needed"


@dataclass(frozen=True)
class Message:
    """A sentence as a message id, with what is filled into it. It is translated where it is shown."""

    id: str
    values: Mapping[str, str | Message] = field(default_factory=lambda: MappingProxyType({}))

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in the reader's language."""
        values = {
            name: value.said(translate) if isinstance(value, Message) else value for name, value in self.values.items()
        }
        return translate(self.id).format(**values)


@dataclass(frozen=True)
class Check:
    """How one point of the method stands in one workbook. An open point names the next step and where it is done."""

    point: str
    state: State
    next_step: Message | None = None
    path: Path | None = None


CheckPoint = Callable[[Workbook, date], Check]


def done(point: str) -> Check:
    """Nothing is left to do."""
    return Check(point, State.DONE)


def not_needed(point: str) -> Check:
    """It does not apply to this workbook."""
    return Check(point, State.NOT_NEEDED)


def still_open(point: str, path: Path, sentence: str, **values: str | Message) -> Check:
    """Something is left: the next step as one sentence (a message id), and the path of the field it concerns."""
    return Check(point, State.OPEN, Message(sentence, MappingProxyType(values)), path)
