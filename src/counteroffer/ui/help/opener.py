"""Who opens the window of the help for a window of the app: at most once, and closes it with that window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.help.explaining import KEY
from counteroffer.ui.settings_page import PreferenceStore
from counteroffer.ui.widgets.fitting import FRAME

if TYPE_CHECKING:
    from counteroffer.ui.help.help_window import HelpWindow


class HelpOpener:
    """`store` remembers how pages were printed, where there is one; `commands` are those of the window, by id."""

    def __init__(
        self,
        window: QWidget,
        ctx: UiContext,
        store: PreferenceStore | None = None,
        commands: Callable[[], Mapping[str, QAction]] = dict,
    ) -> None:
        self._window = window
        self._ctx = ctx
        self._store = store
        self._commands = commands
        self.help: HelpWindow | None = None

    def show(self, address: str = "") -> None:
        """Open the help at a page, at the first if none is named, or bring it to the front with that page in it."""
        # A frame that has opened over a window would keep the keyboard.
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if self.help is None:
            self.help = self._open()
        self.help.go(address)
        self.help.show()
        self.help.raise_()
        self.help.activateWindow()
        self.help.reader.setFocus()

    def close(self) -> None:
        """Close it with the window."""
        if self.help is not None:
            self.help.close()

    def _open(self) -> HelpWindow:
        # Loaded with the first help: whoever never asks never needs it.
        from counteroffer.ui.help.help_window import HelpWindow

        commands = self._commands()
        # It has no window above it: a dialog over that one, which holds it up, would hold up the help as well.
        opened = HelpWindow(self._ctx, self._store, commands.values())
        opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # A dialog without a window above it would be placed as if it had no frame: its title could be off the screen.
        room = self._window.screen().availableGeometry()
        opened.move(room.center() - opened.rect().center() - QPoint(0, FRAME.height() // 2))
        opened.wanted.connect(self._do)
        opened.finished.connect(self._forget)
        opened.addActions([action for name, action in commands.items() if name == "lock"])
        return opened

    def _do(self, command: str) -> None:
        """A page offers this command; it happens in the window, which comes to the front for it. One that stands before
        the archive has no commands yet, but is what has to be gone through first."""
        self._window.raise_()
        self._window.activateWindow()
        wanted = self._commands().get(command)
        if wanted is not None:
            wanted.trigger()

    def _forget(self) -> None:
        self.help = None


def help_alone(window: QWidget, ctx: UiContext, topic: str) -> HelpOpener:
    """The help for a window that stands by itself, before the archive: its key opens this page."""
    opener = HelpOpener(window, ctx)
    action = QAction(ctx.translate("Help"), window)
    action.setShortcut(QKeySequence(KEY))
    action.triggered.connect(lambda: opener.show(topic))
    window.addAction(action)
    return opener
