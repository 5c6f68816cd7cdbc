"""Text in the chunks that a line may end between: words, and parts of compounds and addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from counteroffer.documents.pdf import bidi, fonts

_SPACES = re.compile(r"[ \t]+")
# A long compound or an address may be parted after a dash or a slash, but never between figures.
_PARTS = re.compile(r"(?<=[^\W\d_][-‐–—/])(?=[^\W\d_])|(?<=[^/:][/&?=])(?=[^\W_])")

Bit = tuple[str, fonts.Face]


@dataclass(frozen=True)
class Chunk:
    """What cannot be parted between lines: a word, or a part of one."""

    pieces: tuple[Bit, ...]
    width: float
    spaced: bool
    """Whether a space parts it from the chunk before."""
    levels: tuple[int, ...] = ()
    """The direction of the space before it and of each of its letters; empty if all stands as it was typed."""
    base: int = 0
    """The direction of the paragraph."""


def directed(chunks: tuple[Chunk, ...], width: Callable[[Chunk], float]) -> tuple[Chunk, ...]:
    """The chunks of a paragraph that holds more than plain letters: with their directions, and measured anew."""
    texts = ["".join(text for text, _ in chunk.pieces) for chunk in chunks]
    whole = "".join(f" {text}" if chunk.spaced else text for chunk, text in zip(chunks, texts, strict=True))
    base = bidi.base_level(whole)
    levels = bidi.levels(whole, base)
    found, start = [], 0
    for chunk, text in zip(chunks, texts, strict=True):
        own = levels[start : start + len(text) + chunk.spaced]
        start += len(own)
        one = replace(chunk, levels=tuple(own if chunk.spaced else [base, *own]), base=base)
        found.append(replace(one, width=width(one)))
    return tuple(found)


def chunks_of(line: list[Bit]) -> Iterator[Chunk]:
    """Words of one line, parted where they may be; a word may run through several faces."""
    word: list[Bit] = []
    spaced = False
    for text, face in line:
        for index, bit in enumerate(_SPACES.split(text)):
            if index:
                if word:
                    yield from _parted(word, spaced)
                    word = []
                spaced = True
            if bit:
                word.append((bit, face))
    if word:
        yield from _parted(word, spaced)


def _parted(word: list[Bit], spaced: bool) -> Iterator[Chunk]:
    if len(word) > 1:
        yield Chunk(tuple(word), sum(face.width(text) for text, face in word), spaced)
        return
    text, face = word[0]
    # Most words are nothing but letters, and have no place to be parted at.
    for part in (text,) if text.isalnum() else _PARTS.split(text):
        yield Chunk(((part, face),), face.width(part), spaced)
        spaced = False


def broken(chunks: tuple[Chunk, ...], width: float, measured: Callable[[Chunk], float]) -> Iterator[list[Chunk]]:
    """Chunks gathered into lines, greedily. A chunk wider than a line is cut between letters."""
    line: list[Chunk] = []
    used = 0.0
    for chunk in chunks:
        space = chunk.pieces[0][1].widths[32] if line and chunk.spaced else 0.0
        if used + space + chunk.width <= width:
            line.append(chunk)
            used += space + chunk.width
            continue
        if line:
            yield line
        line, used = [chunk], chunk.width
        if chunk.width > width:
            *full, last = _cut_measured(chunk, width, measured) if chunk.levels else _cut(chunk, width)
            for piece in full:
                yield [piece]
            line, used = [last], last.width
    if line:
        yield line


def _cut(chunk: Chunk, width: float) -> Iterator[Chunk]:
    """A chunk in lengths that fit, at least one letter each; marks stay with their letter."""
    pieces: list[Bit] = []
    used = 0.0
    for text, face in chunk.pieces:
        start = 0
        for index, letter in enumerate(text):
            advance = face.widths[ord(letter)]
            begun = bool(pieces) or index > start
            if begun and used + advance > width and not unicodedata.combining(letter):
                if index > start:
                    pieces.append((text[start:index], face))
                yield Chunk(tuple(pieces), used, False)
                pieces, used, start = [], 0.0, index
            used += advance
        pieces.append((text[start:], face))
    yield Chunk(tuple(pieces), used, False)


def _cut_measured(chunk: Chunk, width: float, measured: Callable[[Chunk], float]) -> Iterator[Chunk]:
    """The same where letters join: they are measured together, and each is as wide as its neighbours make it."""
    letters = [(letter, face) for text, face in chunk.pieces for letter in text]
    start = 0
    while start < len(letters):
        end, used = start, 0.0
        while end < len(letters) and (end == start or used + _advance(letters[end]) <= width or _joined(letters[end])):
            used += _advance(letters[end])
            end += 1
        part = _slice(chunk, letters, start, end)
        # Joined letters may be wider than they are alone. Where even one letter and its marks are, they stand.
        while measured(part) > width and (shorter := _before_last(letters, start, end)) > start:
            end = shorter
            part = _slice(chunk, letters, start, end)
        yield replace(part, width=measured(part))
        start = end


def _before_last(letters: list[Bit], start: int, end: int) -> int:
    """Where the last letter begins, its marks with it."""
    end -= 1
    while end > start and _joined(letters[end]):
        end -= 1
    return end


def _joined(letter: Bit) -> bool:
    return unicodedata.category(letter[0]).startswith("M")


def _advance(letter: Bit) -> float:
    return letter[1].widths[ord(letter[0])]


def _slice(chunk: Chunk, letters: list[Bit], start: int, end: int) -> Chunk:
    levels = (chunk.base, *chunk.levels[1 + start : 1 + end])
    return Chunk(tuple(letters[start:end]), 0.0, False, levels, chunk.base)
