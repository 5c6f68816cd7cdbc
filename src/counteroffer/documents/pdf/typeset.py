"""Text into lines: measured with the real widths of the typeface, broken where a reader would break it.

The text never passes through a markup language, so nothing in it can be taken for a command. A setter lives for
one rendering and forgets with it; what people wrote is kept in no cache that outlasts the document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from counteroffer.documents.content.blocks import Run
from counteroffer.documents.pdf import fonts
from counteroffer.documents.pdf.clean import clean

ELLIPSIS = "…"
_SPACES = re.compile(r"[ \t]+")
# A long compound or an address may be parted after a dash or a slash, but never between figures.
_PARTS = re.compile(r"(?<=[^\W\d_][-‐–—/])(?=[^\W\d_])|(?<=[/&?=])(?=[^\W_])")


@dataclass(frozen=True)
class Piece:
    """Text of one face on one line."""

    text: str
    face: fonts.Face
    start: float
    """Where it begins, from the start of the line, in points."""


@dataclass(frozen=True)
class SetLine:
    """One line of set text."""

    pieces: tuple[Piece, ...]
    width: float
    ended: bool = False
    """Whether the text goes on where nobody can read it."""


@dataclass(frozen=True)
class _Chunk:
    """What cannot be parted between lines: a word, or a part of one."""

    pieces: tuple[tuple[str, fonts.Face], ...]
    width: float
    spaced: bool
    """Whether a space parts it from the chunk before."""


@dataclass
class Setter:
    """Sets text for one document, and notes what had to be replaced on the way."""

    missing: dict[str, None] = field(default_factory=dict)
    right_to_left: bool = False
    shortened: set[str] = field(default_factory=set)
    """The names of lines that end in an ellipsis."""
    _chunks: dict[tuple[tuple[Run, ...], bool], tuple[tuple[_Chunk, ...], ...]] = field(default_factory=dict)
    _lines: dict[tuple[tuple[Run, ...], bool, float, float], tuple[SetLine, ...]] = field(default_factory=dict)

    def lines(
        self, runs: tuple[Run, ...], size: float, width: float, *, limit: int = 0, tabular: bool = False
    ) -> tuple[SetLine, ...]:
        """The text in lines no wider than `width`. With a limit, the last one ends in an ellipsis if it had to."""
        key = (runs, tabular, size, width)
        if key not in self._lines:
            per_mille = width * 1000 / size
            broken = (line for part in self._parts(runs, tabular) for line in _broken(part, per_mille))
            self._lines[key] = tuple(_placed(line, size) for line in broken)
        found = self._lines[key]
        if limit and len(found) > limit:
            return (*found[: limit - 1], _ended(found[limit - 1], size, width))
        return found

    def cleaned(self, text: str) -> str:
        """Text that the typeface can show, on one line."""
        result = clean(text, fonts.covered())
        self.missing.update(dict.fromkeys(result.missing))
        self.right_to_left = self.right_to_left or result.right_to_left
        return " ".join(result.text.split(" ")).replace("\n", " ")

    def _parts(self, runs: tuple[Run, ...], tabular: bool) -> tuple[tuple[_Chunk, ...], ...]:
        """The chunks of each line that the writer began anew; empty lines are passed over."""
        key = (runs, tabular)
        if key not in self._chunks:
            lines: list[list[tuple[str, fonts.Face]]] = [[]]
            for run in runs:
                result = clean(run.text, fonts.covered())
                self.missing.update(dict.fromkeys(result.missing))
                self.right_to_left = self.right_to_left or result.right_to_left
                face = fonts.face(run.bold, run.italic, tabular and not run.italic)
                first, *rest = result.text.split("\n")
                lines[-1].append((first, face))
                lines.extend([(text, face)] for text in rest)
            parts = (tuple(_chunks(line)) for line in lines)
            self._chunks[key] = tuple(part for part in parts if part)
        return self._chunks[key]


def _chunks(line: list[tuple[str, fonts.Face]]) -> Iterator[_Chunk]:
    """Words of one line, parted where they may be; a word may run through several faces."""
    word: list[tuple[str, fonts.Face]] = []
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


def _parted(word: list[tuple[str, fonts.Face]], spaced: bool) -> Iterator[_Chunk]:
    if len(word) > 1:
        yield _Chunk(tuple(word), sum(face.width(text) for text, face in word), spaced)
        return
    text, face = word[0]
    for part in _PARTS.split(text):
        yield _Chunk(((part, face),), face.width(part), spaced)
        spaced = False


def _broken(chunks: tuple[_Chunk, ...], width: float) -> Iterator[list[_Chunk]]:
    """Chunks gathered into lines, greedily. A chunk wider than a line is cut between letters."""
    line: list[_Chunk] = []
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
            *full, last = _cut(chunk, width)
            for piece in full:
                yield [piece]
            line, used = [last], last.width
    if line:
        yield line


def _cut(chunk: _Chunk, width: float) -> Iterator[_Chunk]:
    """A chunk in lengths that fit, at least one letter each; marks stay with their letter."""
    pieces: list[tuple[str, fonts.Face]] = []
    used = 0.0
    for text, face in chunk.pieces:
        start = 0
        for index, letter in enumerate(text):
            advance = face.widths[ord(letter)]
            begun = bool(pieces) or index > start
            if begun and used + advance > width and not unicodedata.combining(letter):
                if index > start:
                    pieces.append((text[start:index], face))
                yield _Chunk(tuple(pieces), used, False)
                pieces, used, start = [], 0.0, index
            used += advance
        pieces.append((text[start:], face))
    yield _Chunk(tuple(pieces), used, False)


def _placed(chunks: list[_Chunk], size: float) -> SetLine:
    """Chunks side by side; neighbours of one face become one piece, so that a reader copies whole words."""
    texts: list[tuple[str, fonts.Face]] = []
    for index, chunk in enumerate(chunks):
        for position, (text, face) in enumerate(chunk.pieces):
            shown = " " + text if index and chunk.spaced and not position else text
            if texts and texts[-1][1] is face:
                texts[-1] = (texts[-1][0] + shown, face)
            else:
                texts.append((shown, face))
    pieces: list[Piece] = []
    start = 0.0
    for text, face in texts:
        pieces.append(Piece(text, face, start))
        start += face.width(text) * size / 1000
    return SetLine(tuple(pieces), start)


def _ended(line: SetLine, size: float, width: float) -> SetLine:
    """The line with an ellipsis at its end, some letters shorter if it must be."""
    *before, last = line.pieces
    mark = last.face.width(ELLIPSIS) * size / 1000
    text = last.text
    while text and last.start + last.face.width(text) * size / 1000 + mark > width:
        text = text[:-1]
    text = text.rstrip(" ,;:.–—-(") + ELLIPSIS
    end = last.start + last.face.width(text) * size / 1000
    return SetLine((*before, Piece(text, last.face, last.start)), end, ended=True)
