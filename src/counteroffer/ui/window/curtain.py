"""The strip over a window that says that figures are hidden, and what cannot be shown meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, IconLabel, Words, announce
from counteroffer.ui.widgets.labels import set_look

if TYPE_CHECKING:
    from counteroffer.ui.window.main_window import MainWindow


class Curtain(QFrame):
    """There while figures are hidden, on every page; its button shows them again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        _ = window.ctx.translate
        self.ctx = window.ctx
        self._window = window
        set_look(self, "info")
        self._words = Words(_("Figures are hidden. Where one stands, you can read but not write."))
        self.setAccessibleName(self._words.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        row.setSpacing(Space.M)
        row.addWidget(IconLabel(self.ctx, "eye-off", "info"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.button = Button(self.ctx, _("Show figures"), on_click=lambda: self.ctx.privacy.set_hidden(False))
        row.addWidget(self.button)
        self.ctx.privacy.changed.connect(self._draw)
        window.actions_by_id["hide_figures"].setCheckable(True)
        if self.ctx.privacy.hidden:
            self._draw(True)
        else:
            self.hide()

    def over(self, rest: QLayout) -> QWidget:
        """Itself on top, and the rest of the window below."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self)
        column.addLayout(rest, 1)
        return whole

    def refuses(self) -> bool:
        """Whether papers and earlier states cannot be shown now; then it says why."""
        hidden = self.ctx.privacy.hidden
        if hidden:
            _ = self.ctx.translate
            self._window.tell(_("This would show every figure. Show your figures again first (Ctrl+Shift+H)."))
        return hidden

    def _draw(self, hidden: bool) -> None:
        self._window.actions_by_id["hide_figures"].setChecked(hidden)
        if hidden:
            self._window.paper_desk.close()
            self._window.close_dialogs()
        announce(self._window, self._words.text() if hidden else self.ctx.translate("Figures are shown again."))
        # Never shown by hand before it has a place: it would be a window of its own for a moment.
        if self.parent() is not None or not hidden:
            self.setVisible(hidden)
