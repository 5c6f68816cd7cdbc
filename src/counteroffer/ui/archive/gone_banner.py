"""What is said when a workbook has left the list: where it is now, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import Banner


class GoneBanner(Banner):
    """One at a time; the next that leaves takes its place."""

    def __init__(self, ctx: UiContext) -> None:
        super().__init__(ctx, closable=True)
        self._back: Callable[[], object] | None = None
        self._told = ""
        self.back_button = self.add_action(ctx.translate("Take it back"), self._go)
        self.hide()
        ctx.privacy.changed.connect(self._on_privacy)

    def tell(self, sentence: str, back: Callable[[], object]) -> None:
        """Say where it is; `back` brings it back."""
        self._back, self._told = back, sentence
        self.say(self.ctx.privacy.words(sentence), "info")
        self.show()

    def _on_privacy(self, _hidden: bool) -> None:
        # Said again only if it now says something else.
        seen = self.ctx.privacy.words(self._told)
        if seen != self.accessibleName():
            self.say(seen, "info")

    def _go(self) -> None:
        back, self._back = self._back, None
        self.hide()
        if back is not None:
            back()
