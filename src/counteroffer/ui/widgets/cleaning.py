"""What pasted text loses before it enters a field: characters that cannot be kept."""

from __future__ import annotations

import re
import unicodedata

_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def one_line(text: str) -> str:
    """Line ends and tabs become spaces; control characters go."""
    return _without_controls(_BREAK.sub(" ", text).replace("\t", " "), "")


def many_lines(text: str) -> str:
    """Line ends of all kinds become one kind; control characters go, tabs stay."""
    return _without_controls(_BREAK.sub("\n", text), "\n\t")


def _without_controls(text: str, kept: str) -> str:
    return "".join(letter for letter in text if letter in kept or unicodedata.category(letter) not in ("Cc", "Cs"))
