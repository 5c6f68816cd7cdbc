"""Marks visible texts for the catalogue where they are written; they are translated where they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable


@runtime_checkable
class KnowsForms(Protocol):
    """A translator that knows which form its language wants after a number; some have up to six."""

    def plural(self, one: str, many: str, count: int) -> str:
        """The form for so many."""


def N_(text: str) -> str:
    """The text itself; its name is what the extraction looks for."""
    return text


def plural(translate: Callable[[str], str], one: str, many: str, count: int) -> str:
    """The text for so many in the reader's language; a translator that knows no forms is asked for English's two."""
    if isinstance(translate, KnowsForms):
        return translate.plural(one, many, count)
    return translate(one if count == 1 else many)
