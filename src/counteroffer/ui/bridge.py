"""Between the session and the window: edits go down, changes come up as signals, and saving keeps its own time.

A save follows at most `PAUSE` after the last keystroke, and at the latest `LONGEST` after the first one that is not
saved yet. What could not be saved stays in memory and is tried again; the window says so meanwhile.
"""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from counteroffer.domain.edits import Edit, Path, exists, find
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Saved
from counteroffer.editing.session import Change, Session
from counteroffer.ui.privacy import SHOW_FIRST, Privacy
from counteroffer.ui.veil import veiled

PAUSE = 300
LONGEST = 2_000
AGAIN = 3_000
PATIENCE = 10.0
SLOW = N_("Saving takes too long. What you wrote is still in this window.")
UNFORESEEN = N_(
    "Saving met a fault of the app's own. What you wrote is still in this window, and saving it is tried again. If "
    "this goes on, save a copy elsewhere."
)
READ_ONLY = N_("This workbook is put away and can only be read. Reopen it to change it.")


@dataclass(frozen=True)
class Flight:
    """A save under way, and the state it saves."""

    workbook: Workbook
    future: Future[Saved]


class Bridge(QObject):
    """One session as Qt sees it."""

    changed = Signal(object)
    """A Change: what was edited, undone or redone."""
    saved = Signal(object)
    """The time (datetime, UTC) at which the newest state was committed."""
    saving = Signal()
    """Something is not committed yet."""
    save_failed = Signal(object)
    """Why the last save did not work: a sentence that can still be said in another language. The edits are kept in
    memory and tried again."""
    term_chosen = Signal(str)
    """The id of the term that the pages about terms show; the same on all of them."""
    closed = Signal()
    """It listens to nothing any more."""
    _settled = Signal(object)

    term = ""
    """The id of that term."""
    read_only = False
    """Whether nothing may be changed."""

    def __init__(self, session: Session, parent: QObject | None = None, privacy: Privacy | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.privacy = privacy or Privacy()
        self.privacy.changed.connect(self._on_privacy)
        self._veiled: tuple[Workbook, Workbook] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)
        self._unsaved_since = QElapsedTimer()
        self._flying: Flight | None = None
        self._crashed = False
        # Always queued: an answer that is there at once must not overtake the question.
        self._settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._end = session.subscribe(self._on_change)

    @property
    def session(self) -> Session:
        """What keeps the workbook and its history."""
        return self._session

    @property
    def workbook(self) -> Workbook:
        """The workbook as it now stands, and as it may be seen: without the amounts in it while they are hidden."""
        return self._seen(self._session.workbook)

    @property
    def is_kept(self) -> bool:
        """Whether everything on screen has been committed."""
        return self._session.is_kept

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._session.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return self._session.can_redo

    @property
    def last_saved(self) -> datetime | None:
        """When the last save was committed; None before the first."""
        return self._session.last_saved

    def value(self, path: Path) -> Any:
        """What stands at the path; None where nothing does (any more)."""
        return find(self.workbook, path) if exists(self.workbook, path) else None

    def choose_term(self, term_id: str) -> None:
        """Show this term on all the pages about terms."""
        if term_id != self.term:
            self.term = term_id
            self.term_chosen.emit(term_id)

    def apply(self, edit: Edit, *, origin: object | None = None, typed: bool = False, label: str = "") -> str | None:
        """Make an edit. Returns None, or the sentence that says why it could not be made; then nothing changed."""
        if self.read_only:
            return READ_ONLY
        if self.privacy.covers(repr(edit)):
            return SHOW_FIRST  # what is seen is not what was written, and must not be kept in its place
        try:
            self._session.apply(edit, origin=origin, typed=typed, label=label)
        except BadInput as problem:
            return problem.reason
        return None

    def undo(self) -> Change | None:
        """Take the last step back."""
        return self._session.undo()

    def redo(self) -> Change | None:
        """Take the step that was undone again."""
        return self._session.redo()

    def seal(self) -> None:
        """End the typing step and save at once: focus has left the field."""
        self._session.seal()
        self.flush()

    def attach(self, content: bytes) -> Future[str]:
        """Keep a file's bytes in the archive; see `when_done` for how to wait for their fingerprint."""
        return self._session.attach(content)

    def attached(self, sha256: str) -> Future[bytes]:
        """The bytes of an attached file."""
        return self._session.attached(sha256)

    def flush(self) -> None:
        """Save now what is not saved yet, without waiting for it."""
        self._timer.stop()
        if self._flying is not None:
            return
        workbook = self._session.workbook
        future = self._session.flush()
        if future is None:
            return
        flight = self._flying = Flight(workbook, future)
        self._unsaved_since.invalidate()
        # The store answers on its own thread; the signal carries the answer over to this one.
        future.add_done_callback(lambda _done: self._settled.emit(flight))

    def flush_and_wait(self) -> str | None:
        """Save now and wait until it is committed. Returns None, or why it could not be done."""
        for _ in range(3):
            if self._flying is None:
                self.flush()
            if self._flying is None:
                return None
            problem = self._wait(self._flying)
            if problem is not None or self.is_kept:
                return problem
        return None

    def close(self) -> None:
        """Listen no more, neither to the session nor to whether figures are hidden: whoever would be told is gone."""
        self._timer.stop()
        self._end()
        self.privacy.changed.disconnect(self._on_privacy)
        self.closed.emit()

    def _wait(self, flight: Flight) -> str | None:
        self._flying = None
        try:
            saved = flight.future.result(PATIENCE)
        except Exception as problem:  # noqa: BLE001 - whatever it was, nothing was saved
            return self._fail(problem)
        self._succeed(flight, saved)
        return None

    def _fail(self, problem: Exception) -> str:
        """A save did not work: tell why, in the sentence that is returned, and try again in a while."""
        sentence = _why(problem)
        self._timer.start(AGAIN)
        self.save_failed.emit(sentence)
        return sentence

    def _succeed(self, flight: Flight, saved: Saved) -> None:
        """A save worked: tell so, unless something was edited meanwhile."""
        self._crashed = False
        self._session.settle(flight.workbook, saved)
        if self.is_kept:
            self._timer.stop()
            self.saved.emit(saved.at)
        else:
            self._timer.start(PAUSE)

    def _on_change(self, change: Change) -> None:
        if not self._unsaved_since.isValid():
            self._unsaved_since.start()
        if self._unsaved_since.elapsed() > LONGEST:
            self.flush()
        else:
            self._timer.start(PAUSE)
        self.saving.emit()
        self._tell(change)

    def _tell(self, change: Change) -> None:
        """Tell of a change, as it may be seen."""
        if self.privacy.hidden:
            change = replace(change, before=self._seen(change.before), after=self._seen(change.after))
        self.changed.emit(change)

    def _on_privacy(self, _hidden: bool) -> None:
        # Nothing was edited, yet everything is to be shown anew.
        self._tell(Change(self._session.workbook, self._session.workbook, ((),)))

    def _seen(self, workbook: Workbook) -> Workbook:
        if not self.privacy.hidden:
            self._veiled = None
            return workbook
        if self._veiled is None or self._veiled[0] is not workbook:
            self._veiled = workbook, veiled(workbook, self.privacy)
        return self._veiled[1]

    def _settle(self, flight: Flight) -> None:
        if self._flying is not flight:
            return
        self._flying = None
        try:
            saved = flight.future.result()
        except CancelledError:
            return
        except (Fault, BadInput) as problem:
            self._fail(problem)
            return
        except Exception as problem:
            self._fail(problem)
            if self._crashed:
                return  # told of already: it would come up again with each try
            self._crashed = True
            raise
        self._succeed(flight, saved)


def _why(problem: Exception) -> str:
    """Why a save failed, as a sentence. What nobody foresaw is not quoted: its words may hold what was typed."""
    if isinstance(problem, Fault | BadInput):
        return problem.sentence
    return SLOW if isinstance(problem, FutureTimeout | CancelledError) else UNFORESEEN
