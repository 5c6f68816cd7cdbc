"""A line's chunks in the order in which they stand, and what becomes of a line that must be shortened."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counteroffer.documents.pdf import bidi, fonts
from counteroffer.documents.pdf.chunks import Bit, Chunk
from counteroffer.documents.pdf.shape import Shaped, Shaper, needs_shaping

ELLIPSIS = "…"
_LOOSE = " ,;:.–—-("


@dataclass(frozen=True)
class Piece:
    """Text of one face on one line."""

    text: str
    face: fonts.Face
    start: float
    """Where it begins, from the start of the line, in points."""
    shaped: Shaped | None = None
    """What is drawn in place of the text where letters join or run to the left."""


@dataclass(frozen=True)
class SetLine:
    """One line of set text."""

    pieces: tuple[Piece, ...]
    width: float
    ended: bool = False
    """Whether the text goes on where nobody can read it."""
    to_left: bool = False
    """Whether it belongs to a paragraph that reads from right to left."""


def measured(chunk: Chunk, shaper: Shaper) -> float:
    """How wide a chunk of many directions is, in thousandths of the type size."""
    return sum(_extent(piece, shaper) for piece in _ordered(_with_levels([chunk])))


def placed(chunks: list[Chunk], size: float, shaper: Shaper, *, spaced: bool = False) -> SetLine:
    """Chunks side by side; neighbours of one face become one piece, so that a reader copies whole words.

    `spaced` adds a space to the end, which takes no room there. Where directions are mixed the end of a line is
    anywhere, and readers tell words from their places.
    """
    if chunks[0].levels:
        return _placed_by_level(_with_levels(chunks), size, shaper, bool(chunks[0].base))
    texts: list[Bit] = []
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
    if spaced:
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text + " ")
    return SetLine(tuple(pieces), start)


def ended(chunks: list[Chunk], line: SetLine, size: float, width: float, shaper: Shaper) -> SetLine:
    """The line with an ellipsis at its end, some letters shorter if it must be."""
    if chunks[0].levels:
        return _ended_by_level(chunks, size, width, shaper)
    *before, last = line.pieces
    mark = last.face.width(ELLIPSIS) * size / 1000
    text = last.text
    while text and last.start + last.face.width(text) * size / 1000 + mark > width:
        text = text[:-1]
    text = text.rstrip(_LOOSE) + ELLIPSIS
    end = last.start + last.face.width(text) * size / 1000
    return SetLine((*before, Piece(text, last.face, last.start)), end, ended=True)


_Letter = tuple[str, fonts.Face, int]


def _with_levels(chunks: list[Chunk]) -> list[_Letter]:
    """Every letter of the line as it was typed, with its face and level."""
    found: list[_Letter] = []
    for index, chunk in enumerate(chunks):
        letters = [(letter, face) for text, face in chunk.pieces for letter in text]
        if index and chunk.spaced:
            found.append((" ", letters[0][1], chunk.levels[0]))
        found += [(letter, face, level) for (letter, face), level in zip(letters, chunk.levels[1:], strict=True)]
    return found


def _ordered(letters: list[_Letter]) -> list[tuple[str, fonts.Face, bool]]:
    """Stretches of one direction and face from left to right, each still as it was typed."""
    found: list[tuple[str, fonts.Face, bool]] = []
    for start, end, level in bidi.visual([level for _, _, level in letters]):
        own: list[tuple[str, fonts.Face, bool]] = []
        for letter, face, _ in letters[start:end]:
            if own and own[-1][1] is face:
                own[-1] = (own[-1][0] + letter, face, bool(level % 2))
            else:
                own.append((letter, face, bool(level % 2)))
        found += reversed(own) if level % 2 else own
    return found


def _extent(piece: tuple[str, fonts.Face, bool], shaper: Shaper) -> float:
    text, face, to_left = piece
    return shaper.shape(text, face, to_left).width if to_left or needs_shaping(text) else face.width(text)


def _placed_by_level(letters: list[_Letter], size: float, shaper: Shaper, to_left: bool) -> SetLine:
    pieces: list[Piece] = []
    start = 0.0
    for text, face, turned in _ordered(letters):
        shaped = shaper.shape(text, face, turned) if turned or needs_shaping(text) else None
        pieces.append(Piece(text, face, start, shaped))
        start += (shaped.width if shaped else face.width(text)) * size / 1000
    return SetLine(tuple(pieces), start, to_left=to_left)


def _ended_by_level(chunks: list[Chunk], size: float, width: float, shaper: Shaper) -> SetLine:
    letters = _with_levels(chunks)
    base = chunks[0].base
    mark = (ELLIPSIS, letters[-1][1], base)
    while True:
        while letters and letters[-1][0] in _LOOSE:
            letters.pop()
        line = _placed_by_level([*letters, mark], size, shaper, bool(base))
        if line.width <= width or not letters:
            break
        letters.pop()
    return SetLine(line.pieces, line.width, ended=True, to_left=bool(base))
