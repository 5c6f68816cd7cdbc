"""The papers of one window: a second window beside it, at most one, which remembers the paper size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from counteroffer.domain.base import revise
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.settings_page import PreferenceStore

if TYPE_CHECKING:
    from counteroffer.ui.papers.dialog import PapersDialog


class PaperDesk:
    """Opens the window of papers, or brings it to the front with another paper in it."""

    def __init__(self, window: QWidget, ctx: UiContext, store: PreferenceStore) -> None:
        self._window = window
        self._ctx = ctx
        self._store = store
        self.dialog: PapersDialog | None = None

    def show(self, bridge: Bridge, paper: str, *, save: bool = False) -> None:
        """Show a paper of a workbook; `save` asks at once where to save it."""
        if self.dialog is None:
            # Loaded with the first paper: whoever only writes never needs it.
            from counteroffer.ui.papers.dialog import PapersDialog

            size = str(self._store.preferences.paper)
            self.dialog = PapersDialog(bridge, self._ctx, paper, size, self._window, remember=self._remember)
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.finished.connect(self._forget)
            self.dialog.show()
        else:
            self.dialog.choose(paper)
            self.dialog.raise_()
            self.dialog.activateWindow()
        if save:
            QTimer.singleShot(0, self.dialog, self.dialog.save)

    def close(self) -> None:
        """Close it with the workbook that it shows."""
        if self.dialog is not None:
            self.dialog.close()

    def _remember(self, size: str) -> None:
        # Where it cannot be written down it holds for now all the same; the settings say so when they are changed.
        self._store.set_preferences(revise(self._store.preferences, paper=size))

    def _forget(self) -> None:
        self.dialog = None
