"""The draft of the line to say: shown below the field, and put into it when it is wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from counteroffer.domain.edits import Set
from counteroffer.domain.terms import Term
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.quick_start.draft import draft_line, level_to_say
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Caption, Words
from counteroffer.ui.words_for import level_words


class DraftCard(QFrame):
    """There as long as there is no line, and something says how much."""

    taken = Signal()

    def __init__(self, bridge: Bridge, ctx: UiContext, ask: Callable[[], Term | None]) -> None:
        super().__init__()
        _ = ctx.translate
        self.ctx = ctx
        self._bridge = bridge
        self._ask = ask
        self.setProperty("look", "info")
        self.setAccessibleName(_("A draft of the line"))
        self.words = Words()
        self.button = Button(ctx, _("Take this draft"), "", "edit", self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(Caption(_("A draft from what you wrote. Change it until it sounds like you.")))
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)

    def refresh(self) -> None:
        """Put the draft together anew."""
        ask, draft = self._ask(), self.draft()
        self.setVisible(bool(draft) and ask is not None and not ask.justification.line.strip())
        self.words.setText(f"“{draft}”")

    def draft(self) -> str:
        """The draft for the ask; empty while there is too little."""
        ask = self._ask()
        if ask is None:
            return ""
        workbook, name = self._bridge.workbook, level_to_say(ask)
        value = getattr(ask, name).value if name else None
        level = level_words(value, ask.unit, workbook.situation.currency, self.ctx)
        return draft_line(workbook, ask, level, self.ctx.translate, self.ctx.locale)

    def take(self) -> None:
        """Make the draft the line."""
        ask = self._ask()
        if ask is not None:
            label = self.ctx.translate("Take this draft")
            self._bridge.apply(Set(("terms", ask.id, "justification", "line"), self.draft()), label=label)
            self.taken.emit()
