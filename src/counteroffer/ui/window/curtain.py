"""The strip over a window that says that figures are hidden, and what cannot be shown meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from counteroffer.ui.widgets import Banner

if TYPE_CHECKING:
    from counteroffer.ui.window.main_window import MainWindow


class Curtain(Banner):
    """There while figures are hidden, on every page; its button shows them again."""

    def __init__(self, window: MainWindow) -> None:
        _ = window.ctx.translate
        super().__init__(
            window.ctx,
            _("Figures are hidden."),
            detail=_("Nobody who looks at your screen sees an amount. Where one stands, you can read but not write."),
        )
        self._window = window
        self.setObjectName("curtain")
        self.add_action(_("Show figures"), lambda: window.ctx.privacy.set_hidden(False))
        window.ctx.privacy.changed.connect(self._draw)
        window.actions_by_id["hide_figures"].setCheckable(True)
        if window.ctx.privacy.hidden:
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
            self._window.tell(_("A paper shows every figure. Show your figures again first (Ctrl+Shift+H)."))
        return hidden

    def _draw(self, hidden: bool) -> None:
        self.setVisible(hidden)
        self._window.actions_by_id["hide_figures"].setChecked(hidden)
        if hidden:
            self._window.paper_desk.close()
