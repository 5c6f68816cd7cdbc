"""The help of one window: opens it at the right page, and shows round in the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from counteroffer.ui.context import UiContext
from counteroffer.ui.help.opener import HelpOpener
from counteroffer.ui.help.topics import topic_at
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
        self._opener = HelpOpener(window, ctx, store, lambda: window.actions_by_id)

    @property
    def help(self) -> HelpWindow | None:
        """The window of the help, while it is open."""
        return self._opener.help

    def show_for_focus(self) -> None:
        """Open the help at what has the keyboard, otherwise at the page in view."""
        workspace = self._window.workspace
        at = QApplication.focusWidget() or QApplication.activePopupWidget() or QApplication.activeWindow()
        topic = topic_at(at, workspace.bridge.workbook if workspace is not None else None)
        self.show(topic or _PAGES.get(self._window.place, self._window.place))

    def show(self, address: str = "") -> None:
        """Open the help at a page, at the first if none is named, or bring it to the front with that page in it."""
        self._opener.show(address)

    def close(self) -> None:
        """Close it with the window."""
        self._opener.close()

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
