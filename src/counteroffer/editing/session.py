"""One workbook being edited: edits go in, changes come out, and the newest state is put away.

The session knows no window. Who shows the workbook subscribes to its changes; who has a clock calls `flush` soon
after the last edit. A state counts as kept only when the store has said so, after its commit.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from counteroffer.domain import edits
from counteroffer.domain.edits import Edit, Path
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.history import History, Step
from counteroffer.editing.ports import Saved, Store


class Way(Enum):
    """How a change came about."""

    MADE = "made"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True)
class Change:
    """What an edit, an undo or a redo changed, and who asked for it. The one who asked need not show it again."""

    before: Workbook
    after: Workbook
    paths: tuple[Path, ...]
    origin: object | None = None
    way: Way = Way.MADE

    def touches(self, *path: str) -> bool:
        """Whether something at, below or above the path may have changed."""
        return any(one[: len(path)] == path or path[: len(one)] == one for one in self.paths)


class Session:
    """Apply, undo, redo, flush."""

    def __init__(self, workbook: Workbook, store: Store) -> None:
        self._history = History(workbook)
        self._store = store
        self._listeners: list[Callable[[Change], None]] = []
        self._kept: Workbook | None = workbook
        self._sent: Workbook | None = workbook
        self._label = ""
        self.last_saved: datetime | None = None

    @property
    def workbook(self) -> Workbook:
        """The workbook as it now stands."""
        return self._history.present

    @property
    def is_kept(self) -> bool:
        """Whether the store has committed just what is shown, and nothing else is on its way there."""
        return self._kept is self._sent is self.workbook

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._history.past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._history.future)

    @property
    def undo_label(self) -> str:
        """What the next undo takes back, in a few words."""
        return self._history.past[-1].label if self._history.past else ""

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Be told of every change; the returned function ends it."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def apply(self, edit: Edit, *, origin: object | None = None, typed: bool = False, label: str = "") -> Change | None:
        """Make an edit. None if it changes nothing; BadInput, and nothing changed, if it cannot be made.

        `typed` merges edits of one field into one undo step until `seal`.
        """
        before = self.workbook
        after = edits.apply(before, edit)
        if after == before:
            return None
        paths = edits.paths(edit)
        name = label or (edit.label if isinstance(edit, edits.Batch) else "")
        self._history = self._history.record(after, paths, name, typed)
        self._label = name
        return self._tell(Change(before, after, paths, origin))

    def seal(self) -> None:
        """End the typing step: focus left the field, a pause was made, or a save."""
        self._history = self._history.sealed()

    def undo(self) -> Change | None:
        """Take the last step back; None if there is none."""
        return self._travel(self._history.undone(), Way.UNDONE)

    def redo(self) -> Change | None:
        """Take the step that was undone again; None if there is none."""
        return self._travel(self._history.redone(), Way.REDONE)

    def flush(self) -> Future[Saved] | None:
        """Put the newest state away; None if it is kept already. Hand the outcome to `settle`."""
        if self.is_kept:
            return None
        self.seal()
        self._sent = self.workbook
        return self._store.save(self.workbook, self._label)

    def attach(self, content: bytes) -> Future[str]:
        """Keep a file's bytes; the future gives the SHA-256 by which the workbook is to name them."""
        return self._store.attach(content)

    def attached(self, sha256: str) -> Future[bytes]:
        """The bytes of an attached file."""
        return self._store.attached(sha256)

    def settle(self, workbook: Workbook, saved: Saved) -> None:
        """The store has committed this state of the workbook."""
        self._kept = workbook
        self.last_saved = saved.at

    def _travel(self, travelled: tuple[History, Step] | None, way: Way) -> Change | None:
        if travelled is None:
            return None
        before = self.workbook
        self._history, step = travelled
        self._label = step.label
        return self._tell(Change(before, self.workbook, step.paths, way=way))

    def _tell(self, change: Change) -> Change:
        for listener in tuple(self._listeners):
            listener(change)
        return change
