"""Which characters of a document the typeface lacks: of what kind, how many, and where they stand."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from counteroffer.documents.content.blocks import Document, Section
from counteroffer.documents.pdf.result import Kind, Lacking

_KINDS = {
    Kind.HAN: ("CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "BOPOMOFO", "HALFWIDTH", "FULLWIDTH", "KANGXI"),
    Kind.KOREAN: ("HANGUL",),
    Kind.INDIC: (
        *("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM"),
        "SINHALA",
    ),
    Kind.SOUTH_EAST: ("THAI", "LAO", "KHMER", "MYANMAR", "JAVANESE", "BALINESE"),
    Kind.CAUCASIAN: ("ARMENIAN", "GEORGIAN"),
    Kind.ETHIOPIC: ("ETHIOPIC",),
}
"""How the names of a kind's characters begin; Python knows no other way to ask for a script."""
_UNSEEN = ("name", "where", "phrases", "subject", "language")
"""What is not on the page by itself: names for what was left out, and what the file says about itself."""
_OF_NAMES = {begin: kind for kind, begins in _KINDS.items() for begin in begins}


def lacking(document: Document, missing: Collection[str]) -> tuple[Lacking, ...]:
    """The missing characters of a document by kind, the most frequent kind first; `where` are headings on it."""
    if not missing:
        return ()
    letters = set(missing)
    counts: Counter[Kind] = Counter()
    places: dict[Kind, dict[str, None]] = {}
    for where, text in _texts(document, document.title):
        for letter in unicodedata.normalize("NFC", text):
            if letter in letters:
                kind = kind_of(letter)
                counts[kind] += 1
                places.setdefault(kind, {})[where] = None
    return tuple(Lacking(kind, count, tuple(places[kind])) for kind, count in counts.most_common())


def kind_of(letter: str) -> Kind:
    """What kind of character this is, in words that a person would use."""
    name = unicodedata.name(letter, "?")
    if name.startswith("CJK"):
        return Kind.HAN
    found = _OF_NAMES.get(name.split(" ", 1)[0])
    if found is not None:
        return found
    # Pictures have a place of their own, but for a few old signs that phones show as pictures too.
    code = ord(letter)
    return Kind.EMOJI if 0x1F000 <= code <= 0x1FAFF or 0x2600 <= code <= 0x27BF else Kind.OTHER


def _texts(thing: Any, where: str) -> Iterator[tuple[str, str]]:
    """Every text of a document with the heading under which it stands."""
    if isinstance(thing, str):
        yield where, thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _texts(one, where)
    elif isinstance(thing, Section):
        yield from _texts((thing.title, thing.blocks), thing.title)
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        for field in dataclasses.fields(thing):
            if field.name not in _UNSEEN:
                yield from _texts(getattr(thing, field.name), where)
