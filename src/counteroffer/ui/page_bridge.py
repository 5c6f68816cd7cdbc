"""A page's own bridge: while the page is out of view, what changed is kept back, and it is told once it is looked at.

Nine pages that all follow each keystroke would make a letter wait for eight that nobody sees.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge


class PageBridge(Bridge):
    """The same session and the same chosen term as those of the whole window, whose bridge does the saving."""

    def __init__(self, whole: Bridge) -> None:
        self._whole = whole
        self._asleep = False
        self._missed: Change | None = None
        self._told = whole.term
        super().__init__(whole.session, whole, whole.privacy)
        whole.term_chosen.connect(self._on_term)
        whole.closed.connect(self.close)

    def follow(self, page: QWidget) -> None:
        """Keep changes back while this page is out of view. One that was never shown yet hears them at once."""
        page.installEventFilter(self)

    @property
    def term(self) -> str:
        """The id of the term that the pages about terms show."""
        return self._whole.term

    @term.setter
    def term(self, term_id: str) -> None:
        self._whole.term = term_id

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed."""
        return self._whole.read_only

    @read_only.setter
    def read_only(self, read_only: bool) -> None:
        self._whole.read_only = read_only

    def choose_term(self, term_id: str) -> None:
        self._whole.choose_term(term_id)

    def flush(self) -> None:
        self._whole.flush()

    def flush_and_wait(self) -> str | None:
        return self._whole.flush_and_wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A window that is minimised or covered stays as it is; the page itself must be put away.
        if not event.spontaneous():
            if event.type() == QEvent.Type.Hide:
                self._asleep = True
            elif event.type() == QEvent.Type.Show:
                self._wake()
        return super().eventFilter(watched, event)

    def _on_change(self, change: Change) -> None:
        self._tell(change)

    def _tell(self, change: Change) -> None:
        if not self._asleep:
            super()._tell(change)
        elif self._missed is None:
            self._missed = replace(change, origin=None)
        else:
            paths = dict.fromkeys((*self._missed.paths, *change.paths))
            self._missed = Change(self._missed.before, change.after, tuple(paths))

    def _on_term(self, term_id: str) -> None:
        if not self._asleep and term_id != self._told:
            self._told = term_id
            self.term_chosen.emit(term_id)

    def _wake(self) -> None:
        """Tell in one what changed since the page was put away."""
        self._asleep = False
        missed, self._missed = self._missed, None
        if missed is not None and (missed.after is not missed.before or () in missed.paths):
            super()._tell(missed)
        self._on_term(self.term)
