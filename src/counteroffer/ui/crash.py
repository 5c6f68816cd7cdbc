"""What happens with a fault nobody foresaw: it is told by its kind and place in the code, and a copy can be saved.

Nothing that a person wrote is ever shown, logged or put into words here: an exception's own text may hold it.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from counteroffer.domain.words import N_

Handler = Callable[[type[BaseException], BaseException, TracebackType | None], None]

_KEPT = N_(
    "What was saved stays saved, and what is on screen is tried to be saved again. If this comes up once more, save a "
    "copy, close the window and open it again. The line above says nothing about you, so it can go with a report."
)


class Open(Protocol):
    """Where a workbook may be open."""

    def save_copy(self) -> None:
        """Ask where, and write the open workbook there as it stands in memory."""


def crash_words(kind: type[BaseException], trace: TracebackType | None) -> str:
    """A fault of the app's own by its kind and its place in the code."""
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
    return f"Counteroffer ran into a fault of its own ({kind.__name__}, {' '.join(places[-3:])})."


class CrashHandler:
    """Stands in for `sys.excepthook`: one window at a time, however many faults come while it is open."""

    def __init__(
        self, complain: Callable[[str], None], translate: Callable[[str], str], opened: Callable[[], Sequence[Open]]
    ) -> None:
        self._complain = complain
        self._translate = translate
        self._opened = opened
        self._telling = False

    def __call__(self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None = None) -> None:
        words = crash_words(kind, trace)
        self._complain(words)
        if self._telling:
            return
        self._telling = True
        try:
            self._tell(words)
        finally:
            self._telling = False

    def _tell(self, words: str) -> None:
        _ = self._translate
        box = QMessageBox()
        box.setWindowTitle("Counteroffer")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words)
        box.setInformativeText(_(_KEPT))
        copy = box.addButton(_("Save a copy of what is open …"), QMessageBox.ButtonRole.ActionRole)
        go_on = box.addButton(_("Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(go_on)
        box.exec()
        if box.clickedButton() is copy:
            for one in self._opened():
                one.save_copy()
