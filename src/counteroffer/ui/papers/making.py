"""Setting papers on a thread of their own, so that the window never stands still; only the newest wish counts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counteroffer.ui.waiting import when_done

if TYPE_CHECKING:
    from counteroffer.documents.pdf.result import Rendered


@cache
def _hands() -> ThreadPoolExecutor:
    """One pair for all windows: the typesetter's fonts are shared, so papers are set one after the other."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="papers")


class PaperMaker(QObject):
    """Answers the last wish only: one that is overtaken while it waits is never begun."""

    made = Signal(object)
    """The finished future of the last wish, on this object's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wish: Future[Rendered] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether the last wish is still to be answered."""
        return self._wish is not None

    def wish(self, make: Callable[[], Rendered]) -> None:
        """Have a paper made in place of whatever was wished for before."""
        overtaken, self._wish = self._wish, None
        if overtaken is not None:
            # It answers to this at once; by then it must not be the last wish any more.
            overtaken.cancel()
        self._wish = _hands().submit(make)
        when_done(self, self._wish, self._answer)

    def wait(self) -> None:
        """Stand still until the last wish is answered: for somebody who wants the paper itself, and now."""
        if self._wish is not None:
            self._answer(self._wish)

    def _answer(self, done: Future[Rendered]) -> None:
        if done is self._wish:
            done.exception()
            self._wish = None
            self.made.emit(done)
