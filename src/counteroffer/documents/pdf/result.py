"""What comes back from rendering; kept apart so that naming it costs no import of a PDF library."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from typing import Literal

Page = Literal["A4", "Letter"]


@dataclass(frozen=True)
class Rendered:
    """A finished PDF, and everything about it that a person should be told."""

    bytes: builtins.bytes
    pages: int
    left_out: tuple[str, ...] = ()
    """The lines that did not fit on a document of one page, by name, in the order of reading."""
    missing_glyphs: tuple[str, ...] = ()
    """Characters that the typeface lacks and that stand on the page as a named placeholder."""
