"""Finding words in the handbook: whole or begun, without case or accents, and where they stand in a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counteroffer.domain.folding import placed_words
from counteroffer.domain.folding import words as folded_words
from counteroffer.ui.help.handbook import HelpPage

_BEFORE = 2
"""Words that stand before the one found."""


@dataclass(frozen=True)
class PlainPage:
    """A page as it is read, without markup; `text` leaves the title out."""

    page: HelpPage
    text: str


@dataclass(frozen=True)
class Hit:
    """A page on which all the words stand, and a little of it around the first that stands below the title."""

    page: HelpPage
    snippet: str


def search(pages: Sequence[PlainPage], words: str) -> tuple[Hit, ...]:
    """The pages that hold all the words or begin with them; those that are called so come first."""
    wanted = folded_words(words)
    if not wanted:
        return ()
    found = [one for one in pages if _holds(f"{one.page.title}\n{one.text}", wanted)]
    found.sort(key=lambda one: not _holds(one.page.title, wanted))
    return tuple(Hit(one.page, _around(one.text, words)) for one in found)


def marks(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where the words stand in a text: from where up to where, in the order of the text."""
    wanted = tuple(folded_words(words))
    if not wanted:
        return
    for word in placed_words(text):
        if word.folded.startswith(wanted):
            yield word.start, word.end


def _holds(text: str, wanted: Sequence[str]) -> bool:
    there = folded_words(text)
    return all(any(word.startswith(one) for word in there) for one in wanted)


def _around(text: str, words: str) -> str:
    """The line with the first of the words, begun shortly before it, so that the word is seen in a narrow list."""
    first = next(marks(text, words), None)
    if first is None:
        return ""
    start = first[0]
    before = text[text.rfind("\n", 0, start) + 1 : start].split()
    line = text[start:].partition("\n")[0]
    return " ".join((*("…",) * (len(before) > _BEFORE), *before[-_BEFORE:], line))
