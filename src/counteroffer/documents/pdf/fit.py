"""One page, always: by rule, by measuring, and never without saying so.

1. Everything, in the roomiest type that takes it, down to a comfortable size.
2. At the comfortable size: long texts held to a few lines, then detail left out, as little as it takes.
3. If more than detail would have to go: the smallest legible type, and again as little as it takes.

What was shortened or left out is named in the order of reading, and the page says how many lines it was and where
to find them. Space for notes is no content: it takes what is left, and goes without being counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from counteroffer.documents.content.blocks import (
    Block,
    Document,
    NotesSpace,
    Paragraph,
    Phrases,
    Section,
    Tone,
    TwoColumns,
    plain,
)
from counteroffer.documents.content.trim import Cut, Piece, cuts, pieces, trimmed
from counteroffer.documents.pdf import styles
from counteroffer.documents.pdf.layout import lay_out
from counteroffer.documents.pdf.strips import Room, Strip, height
from counteroffer.documents.pdf.styles import Scale
from counteroffer.documents.pdf.typeset import Setter

TRIED = 24
"""So many steps are looked at again once the page fits."""

HELD = 12
"""And so many of the longest texts that were held to a few lines."""


@dataclass(frozen=True)
class Fitted:
    """The strips of the one page, the setter that set them, and what had to go."""

    strips: list[Strip]
    setter: Setter
    scale: Scale
    left_out: tuple[str, ...]


def fit(document: Document, width: float, tall: float) -> Fitted:
    """The document on one page of these inner measures."""
    setter = Setter()
    steps = cuts(document)
    found = pieces(document)
    rows = frozenset(piece.index for piece in found if piece.row == piece.index)
    # Room is kept for the longest form of the sentence that says what is missing.
    longest = _sentence([(piece, True) for piece in found], document.phrases)

    def spare(taken: tuple[Cut, ...], size: float) -> float:
        """What is left of the page's height; below zero if it does not fit."""
        room = Room(setter, Scale(size), 0.0, width)
        # Every row takes a line at least, which settles most cases of a very full page unseen.
        if (len(rows) - sum(1 for cut in taken if cut.drop and cut.index in rows)) * room.scale.lead > tall:
            return -1.0
        shorter = trimmed(document, taken)
        return tall - height(lay_out(_with_tail(shorter, longest if taken else ""), room))

    def fits(taken: tuple[Cut, ...], size: float) -> bool:
        return spare(taken, size) >= 0

    def least(size: float) -> int:
        return bisect_left(range(len(steps) + 1), True, key=lambda taken: fits(steps[:taken], size))

    size = next((size for size in styles.SIZES if size >= styles.COMFORT and fits((), size)), 0.0)
    taken = 0
    if not size:
        taken = least(styles.COMFORT)
        if any(0 < cut.drop < document.detail_from for cut in steps[:taken]) or taken > len(steps):
            taken = least(styles.FLOOR)
        size = next((size for size in styles.SIZES if fits(steps[:taken], size)), styles.FLOOR)
    scale = Scale(size)
    kept = _restored(steps[:taken], found, lambda fewer: spare(fewer, size), scale.lead)
    return _final(document, kept, scale, width, tall)


def _restored(
    taken: tuple[Cut, ...], found: Sequence[Piece], spare: Callable[[tuple[Cut, ...]], float], lead: float
) -> tuple[Cut, ...]:
    """The steps without those that turn out not to be needed.

    What left last may have been long, and something shorter fits into its gap. It comes back, the most important
    first. Only the last steps are tried, and the longest texts: the page is never far from full.
    """
    left = spare(taken)
    gone = {cut.index for cut in taken if cut.drop}
    held = [cut for cut in taken[:-TRIED][:HELD] if not cut.drop]
    for step in (*taken[: -TRIED - 1 : -1], *held):
        row = found[step.index].row
        # What stands below a row that is gone cannot be seen; what needs a line of its own needs room for it.
        if (row in gone and row != step.index) or (left < lead and not found[step.index].flows):
            continue
        fewer = tuple(one for one in taken if one is not step)
        now = spare(fewer)
        if now >= 0:
            taken, left = fewer, now
            gone.discard(step.index)
    return taken


def _final(document: Document, taken: tuple[Cut, ...], scale: Scale, width: float, tall: float) -> Fitted:
    """The page as it will be printed, set anew so that only what is on it is reported."""
    setter = Setter()
    room = Room(setter, scale, 0.0, width)
    shorter = trimmed(document, taken)
    lay_out(shorter, room)
    missed = _missed(document, taken, setter)
    names = tuple(
        document.phrases.shortened.format(name=piece.name) if shortened else piece.name for piece, shortened in missed
    )
    said = _with_tail(shorter, _sentence(missed, document.phrases))
    strips = lay_out(said, room)
    if _has_notes(said.blocks):
        strips = lay_out(said, room, int((tall - height(strips)) / (scale.lead * 1.5)))
    return Fitted(strips, setter, scale, names)


def _missed(document: Document, taken: tuple[Cut, ...], setter: Setter) -> list[tuple[Piece, bool]]:
    """What is not on the page in full: each piece, and whether it is there in part."""
    gone = {cut.index for cut in taken if cut.drop}
    held = {cut.index for cut in taken if not cut.drop}
    missed = []
    for piece in pieces(document):
        if (piece.index in gone or piece.row in gone) and piece.name:
            missed.append((piece, False))
        elif piece.index in held and piece.name in setter.shortened:
            missed.append((piece, True))
    return missed


def _sentence(missed: Sequence[tuple[Piece, bool]], phrases: Phrases) -> str:
    if not missed:
        return ""
    phrase = phrases.left_out_or_shortened if any(shortened for _, shortened in missed) else phrases.left_out
    *first, last = dict.fromkeys(piece.where for piece, _ in missed if piece.where) or [""]
    where = phrases.several.format(first=", ".join(first), last=last) if first else last
    return phrase.format(count=len(missed), where=where)


def _with_tail(document: Document, sentence: str) -> Document:
    """The document with the sentence at its foot that only the renderer knows."""
    if not sentence:
        return document
    return replace(document, blocks=(*document.blocks, Paragraph(plain(sentence, bold=True), Tone.NOTE)))


def _has_notes(blocks: tuple[Block, ...]) -> bool:
    for block in blocks:
        match block:
            case NotesSpace():
                return True
            case Section() | TwoColumns() if _has_notes(block.blocks):
                return True
    return False
