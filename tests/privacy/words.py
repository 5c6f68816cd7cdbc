"""Words that a person wrote and that must not be readable anywhere, and the search for them."""

from __future__ import annotations

from pathlib import Path

EMPLOYER = "Zanzibartrading Harbourside"
NOTE = "Quicksilverfear walkaway fiftyseventhousand"
PAPER = "Confidentialcontract paragraph"
ACCENTED = "Łódźniewypowiedziane"
LABEL = "Beforeroundtwosecretly"
SECRET = "correcthorsebatterystaple"  # noqa: S105 - opens nothing but this test

WORDS = tuple(
    word for text in (EMPLOYER, NOTE, PAPER, ACCENTED, LABEL, SECRET) for word in text.split() if word != "paragraph"
)


def found_in(content: bytes) -> set[str]:
    """Which of the words can be read in these bytes, in any of the ways in which a computer writes text."""
    lowered = content.lower()
    return {
        word
        for word in WORDS
        for written in (word, word.casefold(), word.upper())
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
        if written.encode(encoding) in content or written.encode(encoding) in lowered
    }


def readable(root: Path) -> dict[str, set[str]]:
    """The files below a folder in whose content or name any of the words can be read, and which."""
    hits = {}
    for path in root.rglob("*"):
        here = found_in(str(path.relative_to(root)).encode())
        if path.is_file():
            here |= found_in(path.read_bytes())
        if here:
            hits[str(path.relative_to(root))] = here
    return hits
