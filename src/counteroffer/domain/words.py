"""Marks visible texts for the catalogue where they are written; they are translated where they are shown."""

from __future__ import annotations


def N_(text: str) -> str:
    """The text itself; its name is what the extraction looks for."""
    return text
