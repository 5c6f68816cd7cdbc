"""Says to screen readers what the eye sees happen to a workbook: what was undone, done again or taken out."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from counteroffer.domain.edits import exists
from counteroffer.editing.session import Change, Way
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.widgets import announce

_MOST = 2
"""Places that are named; of more, their number. An undo may put a whole catalogue back."""

_WAYS = {Way.UNDONE: N_("Undone: {what}"), Way.REDONE: N_("Done again: {what}")}
_WAYS_UNSAID = {Way.UNDONE: N_("Undone"), Way.REDONE: N_("Done again")}
"""While figures are hidden: a changed figure would be heard."""


class Herald(QObject):
    """Follows one workbook; speaks for the widget that shows it."""

    def __init__(self, bridge: Bridge, ctx: UiContext, speaker: QWidget) -> None:
        super().__init__(speaker)
        self.ctx = ctx
        self._speaker = speaker
        bridge.changed.connect(self._on_change)

    def _on_change(self, change: Change) -> None:
        # To put a change into words takes a moment, which only those who listen spend.
        if not QAccessible.isActive():
            return
        _, hidden = self.ctx.translate, self.ctx.privacy.hidden
        if change.way is not Way.MADE:
            words = _(_WAYS_UNSAID[change.way]) if hidden else _(_WAYS[change.way]).format(what=self._what(change))
            announce(self._speaker, words)
        elif _takes_out(change):
            what = self.ctx.privacy.words(self._what(change))
            announce(self._speaker, _("{what}. Undo brings it back.").format(what=what))

    def _what(self, change: Change) -> str:
        """What differs, in words: "Base pay · Target: €85,000 a year → €88,000 a year"."""
        from counteroffer.documents.content.differing import difference_lines
        from counteroffer.documents.content.format import Format, locale_of

        fmt = Format(locale_of(self.ctx.locale), change.after.situation.currency, self.ctx.translate)
        return "; ".join(difference_lines(change.before, change.after, fmt, _MOST))


def _takes_out(change: Change) -> bool:
    """Whether an entry is gone that was there before, whatever else was done with it."""
    return any(exists(change.before, path) and not exists(change.after, path) for path in change.paths if path)
