"""Making a document shorter by rule: which pieces may go, in which order, and the document without them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from itertools import count

from counteroffer.documents.content.blocks import (
    Block,
    Bullets,
    Document,
    KeyValues,
    Line,
    NotesSpace,
    Paragraph,
    RangeStrip,
    Row,
    Section,
    Table,
    TwoColumns,
)


@dataclass(frozen=True)
class Piece:
    """Something on the page that can go or be shortened, by its place in the order of reading."""

    index: int
    name: str
    where: str
    drop: int
    most: int
    length: int
    row: int | None = None
    """The row below which it stands; its own index if it is a row itself."""
    flows: bool = False


@dataclass(frozen=True)
class Cut:
    """One step on the way to a shorter document: a piece goes, or is held to its `most`."""

    index: int
    drop: int = 0
    """How dispensable the piece was that went; 0 if it was only shortened."""


class _Walk:
    """One pass over a document in the order of reading: every piece is numbered, kept, shortened or left out."""

    def __init__(self, gone: Set[int], held: Set[int]) -> None:
        self.gone = gone
        self.held = held
        self.found: list[Piece] = []
        self.row_index: int | None = None
        self._next = count()

    def document(self, document: Document) -> Document:
        header = self.lines(document.header)
        return replace(document, header=header, blocks=self.blocks(document.blocks))

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        walked = (self.block(block) for block in blocks)
        return tuple(block for block in walked if block is not None)

    def block(self, block: Block) -> Block | None:
        match block:
            case Section() | TwoColumns():
                return replace(block, blocks=self.blocks(block.blocks))
            case Bullets() | KeyValues():
                return replace(block, lines=self.lines(block.lines))
            case Table():
                return replace(block, rows=tuple(row for row in map(self.row, block.rows) if row is not None))
            case Paragraph():
                kept = self.lines((block.line,))
                return replace(block, line=kept[0]) if kept else None
            case NotesSpace():
                index = next(self._next)
                self.found.append(Piece(index, "", "", block.drop, 0, 0))
                return None if index in self.gone else block
            case _:
                return block

    def lines(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(line for line in map(self.line, lines) if line is not None)

    def line(self, line: Line) -> Line | None:
        index = next(self._next)
        piece = Piece(index, line.name, line.where, line.drop, line.most, len(line.text), self.row_index, line.flows)
        self.found.append(piece)
        if index in self.gone:
            return None
        return replace(line, limit=line.most) if index in self.held else line

    def row(self, row: Row) -> Row | None:
        length = max(len(cell.text) for cell in row.cells)
        index = self.row_index = next(self._next)
        self.found.append(Piece(index, row.name, row.where, row.drop, row.most, length, index))
        details = self.lines(row.details)
        picture = self.picture(row.picture)
        self.row_index = None
        if index in self.gone:
            return None
        return replace(row, details=details, picture=picture, limit=row.most if index in self.held else row.limit)

    def picture(self, picture: RangeStrip | None) -> RangeStrip | None:
        if picture is None:
            return None
        index = next(self._next)
        self.found.append(Piece(index, "", "", picture.drop, 0, 0, self.row_index))
        return None if index in self.gone else picture


def pieces(document: Document) -> tuple[Piece, ...]:
    """Every piece of the document in the order of reading."""
    walk = _Walk(frozenset(), frozenset())
    walk.document(document)
    return tuple(walk.found)


def cuts(document: Document) -> tuple[Cut, ...]:
    """All steps by which the document can become shorter, in the order in which they are taken.

    Long texts are held to a few lines before anything goes, the longest first. Then pieces go, the most
    dispensable first, and among equals the last on the page.
    """
    found = pieces(document)
    held = sorted((piece for piece in found if piece.most), key=lambda piece: (-piece.length, -piece.index))
    gone = sorted((piece for piece in found if piece.drop), key=lambda piece: (-piece.drop, -piece.index))
    return (*(Cut(piece.index) for piece in held), *(Cut(piece.index, piece.drop) for piece in gone))


def trimmed(document: Document, taken: tuple[Cut, ...]) -> Document:
    """The document after these steps."""
    gone = frozenset(cut.index for cut in taken if cut.drop)
    held = frozenset(cut.index for cut in taken if not cut.drop)
    return _Walk(gone, held).document(document)
