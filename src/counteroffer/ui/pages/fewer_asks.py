"""Past five asks: a quiet line that fewer are stronger, and a button that keeps the last one to trade with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.edits import Set
from counteroffer.domain.terms import Purpose
from counteroffer.editing.session import Change
from counteroffer.method.looking import asks, called
from counteroffer.method.suggesting import last_past_many
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Words, announce


class FewerAsks(QWidget):
    """There only while there are more than five asks."""

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._bridge = bridge
        self.words = Words("", "muted")
        self.button = Button(ctx, "", "quiet", on_click=self._keep_last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        bridge.changed.connect(self._on_change)
        self._show()

    def _show(self) -> None:
        _ = self.ctx.translate
        workbook = self._bridge.workbook
        last = last_past_many(workbook)
        self.setVisible(last is not None)
        if last is None:
            return
        said = _(
            "You ask for {number} things. Fewer are stronger: up to five are heard, the rest are good for trading."
        )
        self.words.setText(said.format(number=len(asks(workbook))))
        self.button.setText(_("Keep “{name}” to trade with").format(name=called(last)))
        self.button.setAccessibleName(_("Keep “{name}” to trade with").format(name=called(last)))

    def _keep_last(self) -> None:
        last = last_past_many(self._bridge.workbook)
        if last is None:
            return
        _ = self.ctx.translate
        label = _("Keep to trade with")
        self._bridge.apply(Set(("terms", last.id, "purpose"), Purpose.TRADE), label=label)
        announce(self, _("{name} is kept to trade with.").format(name=called(last)))

    def _on_change(self, change: Change) -> None:
        if change.touches("terms"):
            self._show()
