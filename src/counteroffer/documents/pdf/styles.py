"""Sizes, weights and greys of paper: one place, in points. Black and white throughout; no dark areas."""

from __future__ import annotations

from dataclasses import dataclass

PAGES = {"A4": (595.276, 841.89), "Letter": (612.0, 792.0)}
"""Width and height of the two papers."""

MARGIN = 42.0
"""On every side: wider than what any common printer needs for its rollers."""

FLOOR = 8.5
"""No letter on any page is smaller than this."""

COMFORT = 9.0
"""Detail is left out before the type of a one-page document gets smaller than this."""

SIZES = (10.0, 9.5, 9.0, 8.5)
"""The body sizes that a one-page document tries, the roomiest first."""

INK = 0.0
PAPER = 1.0
QUIET = 0.32
"""Grey of what is read second. 0.32 of white keeps a contrast above 10:1 and survives a poor printer."""
HAIR = 0.55
"""Grey of thin rules."""
THIN = 0.4
FIRM = 0.9


@dataclass(frozen=True)
class Scale:
    """All measures of a page, derived from the body size so that lines keep one rhythm."""

    body: float

    @property
    def lead(self) -> float:
        """From one baseline to the next."""
        return round(self.body * 1.34 * 4) / 4

    @property
    def small(self) -> float:
        """Column titles, footers, labels of facts."""
        return max(FLOOR, self.body - 1)

    @property
    def title(self) -> float:
        """The document's title."""
        return self.body * 1.7

    @property
    def heading(self) -> float:
        """Section headings."""
        return self.body * 1.06

    @property
    def gap(self) -> float:
        """Between sections."""
        return self.lead * 0.75

    @property
    def pad(self) -> float:
        """Above and below the text of a table row."""
        return self.lead * 0.22
