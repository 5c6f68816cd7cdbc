"""Hiding figures while others look at the screen: whether they are hidden, and what stands in their place.

This is the one place that decides. What is written of an amount goes through `figure`, what a person wrote through
`words`; a bridge hands its pages a workbook whose words went through it already.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Signal

from counteroffer.domain.words import N_

HIDDEN = "•••"
"""Stands for a figure."""
SHOW_FIRST = N_("Figures are hidden just now. Show them, then you can change this.")

_GROUPED = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?"
_LONG = r"(?!(?:19|20)\d\d(?![\d.,]*\d))\d{3,}(?:[.,]\d+)?"
_COUNTED = r"\d+(?:[.,]\d+)?(?=[\u00a0\u202f ]?(?:[kKmM]\b|[%€$£¥]|zł|EUR\b|USD\b|GBP\b|CHF\b))"
_SIGNED = r"(?<=[€$£¥])\d+(?:[.,]\d+)?"
_AMOUNT = re.compile(rf"(?<![\w.,])(?:{_GROUPED}|{_LONG}|{_COUNTED}|{_SIGNED})(?:[kKmM]\b)?(?!\w)")


class Privacy(QObject):
    """One for the whole app. It begins with every figure shown, and is never written down."""

    changed = Signal(bool)
    """Whether figures are hidden from now on."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = False

    def set_hidden(self, hidden: bool) -> None:
        """Hide all figures, or show them again."""
        if hidden is not self.hidden:
            self.hidden = hidden
            self.changed.emit(hidden)

    def toggle(self) -> None:
        """The other way round."""
        self.set_hidden(not self.hidden)

    def figure(self, written: str) -> str:
        """A figure as it may be shown now."""
        return HIDDEN if self.hidden and written else written

    def words(self, written: str) -> str:
        """A sentence as it may be shown now: the amounts in it are hidden; years, days and small numbers stay."""
        return _AMOUNT.sub(HIDDEN, written) if self.hidden else written

    def covers(self, shown: str) -> bool:
        """Whether something is hidden in what is shown, so that it must not be taken for what was written."""
        return self.hidden and HIDDEN in shown
