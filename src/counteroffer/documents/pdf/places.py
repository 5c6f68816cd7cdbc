"""What a piece of text is a part of: of which cell of which row, of which heading, of which entry of a list.

A place is the way there from the whole document. Pieces of one place belong together, wherever on the pages they
stand; places come in the order in which they are read.
"""

from __future__ import annotations

from typing import NamedTuple


class Tag(NamedTuple):
    """One step on the way: a role as PDF names them, and its number among what stands in the same place."""

    role: str
    number: int = 0
    span: int = 0
    """How many columns a cell takes; 0 for what is no cell, or takes one."""


Place = tuple[Tag, ...]

DEEPEST = 6
"""PDF knows so many levels of headings."""


def heading(place: Place, deeper: int = 0) -> str:
    """The role of a heading: one level below that of the section around, or `deeper` than that."""
    around = sum(1 for tag in place if tag.role == "Sect")
    return f"H{min(1 + max(around, 1) + deeper, DEEPEST)}"
