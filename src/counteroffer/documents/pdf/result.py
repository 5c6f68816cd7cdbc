"""What comes back from rendering; kept apart so that naming it costs no import of a PDF library."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from counteroffer.domain.words import N_

Page = Literal["A4", "Letter"]


class Kind(Enum):
    """A kind of character that a typeface may lack, in words to be translated."""

    EMOJI = N_("Emoji")
    HAN = N_("Chinese or Japanese")
    KOREAN = N_("Korean")
    INDIC = N_("Scripts of India")
    SOUTH_EAST = N_("Scripts of south-east Asia")
    CAUCASIAN = N_("Armenian or Georgian")
    ETHIOPIC = N_("Ethiopic")
    OTHER = N_("Rare signs")


@dataclass(frozen=True)
class Lacking:
    """Characters of one kind that stand on the page as a named placeholder: how many, and under which headings."""

    kind: Kind
    count: int
    where: tuple[str, ...]


@dataclass(frozen=True)
class Rendered:
    """A finished PDF, and everything about it that a person should be told."""

    bytes: builtins.bytes
    pages: int
    left_out: tuple[str, ...] = ()
    """The lines that did not fit on a document of one page, by name, in the order of reading."""
    missing_glyphs: tuple[str, ...] = ()
    """Characters that the typeface lacks and that stand on the page as a named placeholder."""
    lacking: tuple[Lacking, ...] = ()
    """The same by kind, with where they stand."""
