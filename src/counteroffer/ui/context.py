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

TWO_LETTERS = 2
"""A country as a workbook can name it; Qt also knows parts of the world, by three digits."""


@dataclass(frozen=True)
class UiContext:
    """Made by the composition root. Visible text goes through `translate`: `_ = self.ctx.translate; _("Add")`."""

    translate: Callable[[str], str]
    locale: str
    theme: Theme
    today: Callable[[], date]
    language: str = "en"
    """The language of the app."""
    privacy: Privacy = field(default_factory=Privacy)
    """Whether figures are hidden from whoever looks on."""
    spelling: Spelling = field(default_factory=Spelling)
    """Which words are wrong in the language of the workbook that a window shows."""

    @property
    def papers(self) -> str:
        """The language in which new workbooks begin: the app's, as the person's country writes it (`en_GB`: 2 November,
        not November 2), where the app speaks the country's language."""
        country = self.locale.removeprefix(f"{self.language}_")
        return self.locale if len(country) == TWO_LETTERS else self.language

    def icon(self, name: str, role: str = "icon") -> QIcon:
        """An icon of the app's own, in the colour of a role; it follows the theme by itself."""
        return icon(self.theme, name, role)
