"""A workbook's texts in small pieces, each with its path: what the index is made from and snippets are taken from.

They are kept beside the index, already folded and in groups, because fifty snippets within the blink of an eye leave no
time to read fifty workbooks.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import add

from counteroffer.domain.edits import Path
from counteroffer.domain.folding import Word, placed_words, words

LONGEST_WORD = 64
"""Letters of a word that are looked at."""

BETWEEN = "\ue000"
"""Stands between passages in the index, so that no phrase is found across them. No fold holds it."""

_PIECE = re.compile(r"\S(?:.{0,398}\S)?(?=\s|$)|\S{400}")
"""At most 400 letters of a line, to the end of a word where there is one."""
_FOLDED_IN_A_PAGE = 2100
"""Bytes of folded passages that fit into a page of the archive together with the same ones as written."""
_SWIFTLY = 1
"""How hard it is tried to compress them: the first search after an import waits for it."""
_BEFORE, _AFTER = 40, 80
"""Letters of a passage that a snippet shows before and after the first word that was found."""


@dataclass(frozen=True)
class Packed:
    """Some passages as they are kept: folded, and as written with their paths, compressed; one line each, in the same
    order."""

    folded: str
    written: bytes


@dataclass(frozen=True)
class Passage:
    """A piece of a text, and the path of the field it stands in."""

    path: Path
    text: str


def pack(texts: Iterable[tuple[Path, str]]) -> tuple[tuple[Packed, ...], str]:
    """The passages of these texts, and the words of all of them as the index takes them. Without words, none."""
    lines = [
        (f" {' '.join(found)}", f"{'/'.join(path)}\t{piece}")
        for path, text in texts
        for piece in _PIECE.findall(text)
        if (found := clipped(words(piece)))
    ]
    return tuple(map(_packed, _parted(lines))), BETWEEN.join(f"{folded} " for folded, _ in lines)


def best(packed: Iterable[Packed], wanted: Sequence[str]) -> Passage | None:
    """Of the passages that hold the rarest of the wanted phrases, the first that holds most of the others as well;
    None if no phrase is there. Nothing is read beyond one that holds them all."""
    starts = [f" {phrase}" for phrase in wanted]
    read, counts = list[Packed](), [0] * len(starts)
    for one in packed:
        here = [one.folded.count(start) for start in starts]
        if all(here):
            most, line = _fullest(one.folded, starts)
            if most == len(starts):
                return _passage(one, line)
        read.append(one)
        counts = list(map(add, counts, here))
    there = [start for count, start in sorted(zip(counts, starts, strict=True)) if count]
    if not there:
        return None
    fullest = [_fullest(one.folded, there) for one in read]
    at = max(range(len(read)), key=lambda number: fullest[number][0])  # the first, if several hold as many
    return _passage(read[at], fullest[at][1])


def snippet(text: str, wanted: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A part of the text around the first wanted phrase, and where in that part the words found begin and end."""
    places = _places(text, [phrase.split() for phrase in wanted])
    if not places:
        return "", ()
    first = places[0][0]
    start = _word_start(text, max(0, first - _BEFORE), first)
    end = max(places[0][1], _word_end(text, first, min(len(text), first + _AFTER)))
    opening = "…" if start else ""
    shift = len(opening) - start
    shown = f"{opening}{text[start:end]}{'…' if end < len(text) else ''}".replace("\t", " ")
    return shown, tuple((first + shift, last + shift) for first, last in places if last <= end)


def clipped(found: Iterable[str]) -> list[str]:
    """Words, none longer than is looked at."""
    return [word[:LONGEST_WORD] for word in found]


def _parted(lines: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """The lines in groups, of which each fits into a page when it is packed."""
    group, size = list[tuple[str, str]](), 0
    for line in lines:
        length = len(line[0].encode()) + 1
        if group and size + length > _FOLDED_IN_A_PAGE:
            yield group
            group, size = [], 0
        group.append(line)
        size += length
    if group:
        yield group


def _packed(lines: Sequence[tuple[str, str]]) -> Packed:
    folded, written = ("\n".join(side) for side in zip(*lines, strict=True))
    return Packed(folded, zlib.compress(written.encode(), _SWIFTLY))


def _fullest(folded: str, starts: Sequence[str]) -> tuple[int, int]:
    """Of the lines that hold the first of these, the first that holds most of the others as well: how many it holds,
    and its number."""
    first, *others = starts
    most, place = 0, 0
    for at in _occurrences(folded, first):
        line = folded[folded.rfind("\n", 0, at) + 1 : _end_of_line(folded, at)]
        count = 1 + sum([other in line for other in others])
        if count > most:
            most, place = count, at
        if most == len(starts):
            break
    return most, folded.count("\n", 0, place)


def _passage(packed: Packed, line: int) -> Passage:
    path, _, text = zlib.decompress(packed.written).decode().split("\n")[line].partition("\t")
    return Passage(tuple(path.split("/")), text)


def _occurrences(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _places(text: str, phrases: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Where the phrases stand, in their order in the text; where two lie over each other, the first. The last ones may
    stand too far behind the first to be shown with it, and not all of those are given."""
    there, found = list[Word](), list[tuple[int, int]]()
    for word in placed_words(text):
        there.append(word)
        for phrase in phrases:
            begun = there[-len(phrase) :]
            if len(begun) == len(phrase) and _begins(clipped(one.folded for one in begun), phrase):
                found.append((begun[0].start, word.end))
        if found and word.start > found[0][0] + _AFTER:
            break
    found.sort()
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _begins(there: Sequence[str], phrase: Sequence[str]) -> bool:
    return there[:-1] == phrase[:-1] and there[-1].startswith(phrase[-1])


def _word_start(text: str, earliest: int, latest: int) -> int:
    """The first place from `earliest` on where a word begins."""
    if earliest == 0:
        return 0
    space = text.find(" ", earliest - 1, latest)
    return earliest if space < 0 else space + 1


def _word_end(text: str, earliest: int, latest: int) -> int:
    """The last place up to `latest` where a word ends."""
    if latest == len(text):
        return latest
    space = text.rfind(" ", earliest, latest + 1)
    return latest if space <= earliest else space
