"""Letters as a search takes them: without case, without accents, and each alphabet's own ways evened out.

Łódź is found by lodz, Straße by strasse, Αθήνα by αθηνα, مدرسة by مدرسه, and Arabic digits by any other. What stands
here folds whatever is kept for searching, what is typed to search, and what is marked in the text: one fold, so that
the three cannot disagree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_OWN_WAYS = {
    # Letters that Unicode does not take apart into a plain one and an accent.
    **dict(zip("łđðøħŧıŋĸ", "lddohtink", strict=True)),
    **{"æ": "ae", "œ": "oe", "þ": "th"},
    # Arabic as people write it in haste: alef, yeh, kaf and heh in any of their forms; the stretching line is none.
    **{"ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": ""},
}

# Thai, Lao, Burmese, Khmer, Japanese and Chinese do not part their words: there every sign counts as a word.
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_UNSEEN = re.compile("[\u034f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SPELLING_MARKS = (0, 8, 9)
"""Classes of marks that make another letter (vowel signs of India, voiced kana, the virama) and not an accented one."""


@dataclass(frozen=True)
class Word:
    """A folded word and where it stands in the text as written, from `start` up to and without `end`."""

    folded: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text with every letter folded; signs and spaces stay as they are. It may be shorter or longer after it."""
    return text.translate(_LETTERS)


def words(text: str) -> list[str]:
    """The folded words of a text: runs of letters and digits, in their order."""
    return text.translate(_WORDS).split()


def placed_words(text: str) -> Iterator[Word]:
    """The words of a text, as `words` gives them, with their places in it."""
    folded, start, end = "", 0, 0
    for at, letter in enumerate(text):
        parts = _WORDS[ord(letter)]
        for one in parts:
            if one != " ":
                start, end = (start if folded else at), at + 1
                folded += one
            elif folded:
                yield Word(folded, start, end)
                folded = ""
        if folded and not parts:  # an accent that stands by itself belongs to the letter before it
            end = at + 1
    if folded:
        yield Word(folded, start, end)


def span(text: str, at: int, length: int) -> tuple[int, int]:
    """Where in a text that stands which stands in its fold from `at` on, over so many letters."""
    reached, start = 0, 0
    for index, letter in enumerate(text):
        before, reached = reached, reached + len(_LETTERS[ord(letter)])
        if before <= at < reached:
            start = index
        if reached >= at + length:
            return start, index + 1
    return start, len(text)


class _Letters(dict[int, str]):
    """Each letter's fold, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = _without_marks(_without_marks(chr(code)).casefold())
        self[code] = "".join(_OWN_WAYS.get(one, one) for one in plain)
        return self[code]


class _Words(dict[int, str]):
    """Each letter's fold, and a space for whatever is no part of a word."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(map(_in_words, _LETTERS[code]))
        return self[code]


def _in_words(letter: str) -> str:
    if unicodedata.category(letter)[0] not in "LMN":
        return " "
    return f" {letter} " if _UNPARTED.match(letter) else letter


def _without_marks(letters: str) -> str:
    apart = unicodedata.normalize("NFKD", letters)
    return "".join(_digit(one) for one in apart if not _is_accent(one))


def _is_accent(letter: str) -> bool:
    kind = unicodedata.category(letter)
    if kind in ("Mn", "Me"):
        return unicodedata.combining(letter) not in _SPELLING_MARKS or _UNSEEN.match(letter) is not None
    return kind == "Cf"  # joiners, soft hyphens and marks of direction


def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


_LETTERS = _Letters()
_WORDS = _Words()
