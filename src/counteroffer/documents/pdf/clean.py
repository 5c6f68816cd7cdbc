"""From any text to characters that the typeface can show, so that nothing is ever lost without a sign.

Direction overrides and other invisible controls are taken out: on paper they could only make a text read
differently from what was typed. What has no glyph is replaced by its like, or named in brackets and reported.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Set
from dataclasses import dataclass

_LIKE = {
    "✓": "[x]",
    "✔": "[x]",
    "☑": "[x]",
    "☒": "[x]",
    "☐": "[ ]",
    "□": "[ ]",
    "■": "•",
    "▪": "•",
    "◆": "•",
    "●": "•",
    "‣": "•",
    "⁃": "–",
    "―": "—",
    "⇒": "→",
    "➔": "→",
    "➜": "→",
    "′": "'",
    "″": '"',
}
_UNBROKEN = "\u00a0\u2007\u202f"
_LINE_ENDS = "\n\u2028\u2029\x85"


@dataclass(frozen=True)
class Cleaned:
    """Text that can be set, and what it lacks."""

    text: str
    missing: tuple[str, ...] = ()


def clean(text: str, covered: Set[int]) -> Cleaned:
    """The text with every character either shown, replaced by its like, or named; see the module's words."""
    if text.isascii() and text.isprintable():
        return Cleaned(text)
    missing: dict[str, None] = {}
    parts: list[str] = []
    for letter in unicodedata.normalize("NFC", text):
        shown = _shown(letter, covered)
        if shown is None:
            missing[letter] = None
            shown = placeholder(letter)
        parts.append(shown)
    return Cleaned("".join(parts), tuple(missing))


def _shown(letter: str, covered: Set[int]) -> str | None:
    """What stands for a character, or None if nothing can."""
    if letter in _LINE_ENDS:
        return "\n"
    if letter in _UNBROKEN:
        return "\u00a0"
    if letter in "\t\r" or unicodedata.category(letter) == "Zs":
        return " "
    if _is_invisible(letter):
        return ""
    if ord(letter) in covered:
        return letter
    alike = _LIKE.get(letter) or unicodedata.normalize("NFKC", letter)
    if alike != letter and all(ord(part) in covered for part in alike):
        return alike
    return None


def _is_invisible(letter: str) -> bool:
    code = ord(letter)
    selector = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    return selector or unicodedata.category(letter) == "Cf"


def placeholder(letter: str) -> str:
    """A visible name for a character without a glyph: in words for a symbol, by number for all else."""
    code = f"U+{ord(letter):04X}"
    if unicodedata.category(letter).startswith("S"):
        return f"[{unicodedata.name(letter, code).lower()}]" if unicodedata.name(letter, "") else f"[{code}]"
    return f"[{code}]"
