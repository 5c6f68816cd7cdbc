"""The papers of one window: a second window beside it, at most one, which remembers how they were printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from counteroffer.domain.base import revise
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.preferences import PrintSetup
from counteroffer.ui.settings_page import PreferenceStore

if TYPE_CHECKING:
    from counteroffer.domain.workbook import Workbook
    from counteroffer.ui.papers.dialog import PapersDialog


class PaperServices(PreferenceStore, Protocol):
    """The settings, and who writes a workbook's file."""

    def portable(self, workbook: Workbook) -> bytes:
        """A workbook as a portable file, as it now stands in memory."""


class PaperDesk:
    """Opens the window of papers, or brings it to the front with another paper in it."""

    def __init__(self, window: QWidget, ctx: UiContext, store: PaperServices) -> None:
        self._window = window
        self._ctx = ctx
        self._store = store
        self.dialog: PapersDialog | None = None

    def show(self, bridge: Bridge, paper: str, *, save: bool = False) -> QWidget:
        """Show a paper of a workbook; `save` asks at once where to save it. Returns the window."""
        if self.dialog is None:
            # Loaded with the first paper: whoever only writes never needs it.
            from counteroffer.ui.papers.dialog import PapersDialog

            self.dialog = PapersDialog(
                bridge,
                self._ctx,
                paper,
                str(self._store.preferences.paper),
                self._window,
                remember=self._remember,
                portable=self._store.portable,
                setup=self._store.preferences.printing,
                remember_setup=self._remember_setup,
            )
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.finished.connect(self._forget)
            self.dialog.show()
        else:
            self.dialog.choose(paper)
            self.dialog.raise_()
            self.dialog.activateWindow()
        if save:
            QTimer.singleShot(0, self.dialog, self.dialog.save)
        return self.dialog

    def close(self) -> None:
        """Close it with the workbook that it shows."""
        if self.dialog is not None:
            self.dialog.close()

    def _remember(self, size: str) -> None:
        # Where it cannot be written down it holds for now all the same; the settings say so when they are changed.
        self._store.set_preferences(revise(self._store.preferences, paper=size))

    def _remember_setup(self, setup: PrintSetup) -> None:
        self._store.set_preferences(revise(self._store.preferences, printing=setup))

    def _forget(self) -> None:
        self.dialog = None
