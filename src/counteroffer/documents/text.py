"""A letter as plain text, for a message or for a form on a page.

Paragraphs are not wrapped: a mail program or a form breaks lines to its own width, and lines that were broken
before stand ragged in it. The subject is the first line, parted from the letter by an empty one.
"""

from __future__ import annotations


def as_text(subject: str, body: str) -> str:
    """The subject, an empty line, the letter, and a line end after its last line."""
    head = f"{one_line(subject)}\n\n" if one_line(subject) else ""
    return f"{head}{body.strip()}\n"


def one_line(text: str) -> str:
    """The text without line ends and other characters that nobody sees, as headers need it."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
