"""The help of one window: opens it at the right page, at most once, does what its pages offer, and shows round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.help.topics import TOPIC, topic_at
from counteroffer.ui.settings_page import PreferenceStore
from counteroffer.ui.window.places import RECORD

if TYPE_CHECKING:
    from counteroffer.ui.help.help_window import HelpWindow
    from counteroffer.ui.window.main_window import MainWindow
    from counteroffer.ui.window.workspace import Workspace

_PAGES = {RECORD: "archive"}
"""Places that have no page of their own."""


class HelpDesk:
    """`store` remembers how pages were printed."""

    def __init__(self, window: MainWindow, ctx: UiContext, store: PreferenceStore) -> None:
        self._window = window
        self._ctx = ctx
        self._store = store
        self.help: HelpWindow | None = None

    def show_for_focus(self) -> None:
        """Open the help at what has the keyboard, otherwise at the page in view."""
        workspace = self._window.workspace
        topic = topic_at(QApplication.focusWidget(), workspace.bridge.workbook if workspace is not None else None)
        self.show(topic or _PAGES.get(self._window.place, self._window.place))

    def show(self, address: str = "") -> None:
        """Open the help at a page, at the first if none is named, or bring it to the front with that page in it."""
        if self.help is None:
            # Loaded with the first help: whoever never asks never needs it.
            from counteroffer.ui.help.help_window import HelpWindow

            self.help = HelpWindow(self._ctx, self._store, self._window.actions_by_id.values(), self._window)
            self.help.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.help.wanted.connect(self._do)
            self.help.finished.connect(self._forget)
            self.help.addAction(self._window.actions_by_id["lock"])
        self.help.go(address)
        self.help.show()
        self.help.raise_()
        self.help.activateWindow()
        self.help.reader.setFocus()

    def serve(self, beside: QWidget, topic: str) -> None:
        """Have the keys for the help work in a window beside the app's own, which is explained on this page."""
        beside.setProperty(TOPIC, topic)
        beside.addAction(self._window.actions_by_id["help"])

    def close(self) -> None:
        """Close it with the window."""
        if self.help is not None:
            self.help.close()

    def begin_tour(self, workspace: Workspace) -> None:
        """Show round in the workbook that is open here."""
        from counteroffer.ui.help.tour import TourStrip
        from counteroffer.ui.help.tour_stops import Stop, place_of

        strip = TourStrip(self._ctx)

        def halt(stop: Stop) -> None:
            workspace.reveal(place_of(stop, workspace.bridge.workbook))

        def end() -> None:
            strip.hide()
            strip.deleteLater()
            workspace.setFocus()

        strip.moved.connect(halt)
        strip.ended.connect(end)
        workspace.put_above(strip)
        strip.show_stop(0)

    def _do(self, command: str) -> None:
        """A page offers this command; it happens in the window, which comes to the front for it."""
        self._window.raise_()
        self._window.activateWindow()
        self._window.actions_by_id[command].trigger()

    def _forget(self) -> None:
        self.help = None
