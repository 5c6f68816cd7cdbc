"""What every screen and widget is handed, so that nothing is global: words, locale, look, and the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtGui import QIcon

from counteroffer.domain.words import N_
from counteroffer.ui.icons import icon
from counteroffer.ui.privacy import Privacy
from counteroffer.ui.spelling.spelling import Spelling
from counteroffer.ui.theme.theme import Theme

__all__ = ["N_", "UiContext"]


@dataclass(frozen=True)
class UiContext:
    """Made by the composition root. Visible text goes through `translate`: `_ = self.ctx.translate; _("Add")`."""

    translate: Callable[[str], str]
    locale: str
    theme: Theme
    today: Callable[[], date]
    language: str = "en"
    """The language of the app, in which new workbooks begin."""
    privacy: Privacy = field(default_factory=Privacy)
    """Whether figures are hidden from whoever looks on."""
    spelling: Spelling = field(default_factory=Spelling)
    """Which words are wrong in the language of the workbook that a window shows."""

    def icon(self, name: str, role: str = "icon") -> QIcon:
        """An icon of the app's own, in the colour of a role; it follows the theme by itself."""
        return icon(self.theme, name, role)
