"""Text into lines: measured with the real widths of the typeface, broken where a reader would break it.

The text never passes through a markup language, so nothing in it can be taken for a command. A setter lives for
one rendering and forgets with it; what people wrote is kept in no cache that outlasts the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest

from counteroffer.documents.content.blocks import Run
from counteroffer.documents.pdf import fonts
from counteroffer.documents.pdf.attach import addresses
from counteroffer.documents.pdf.chunks import Bit, Chunk, broken, chunks_of, directed
from counteroffer.documents.pdf.clean import clean
from counteroffer.documents.pdf.placing import Piece, SetLine, ended, measured, placed
from counteroffer.documents.pdf.shape import Shaper, needs_shaping

__all__ = ["Piece", "SetLine", "Setter"]


@dataclass
class Setter:
    """Sets text for one document, and notes what had to be replaced on the way."""

    missing: dict[str, None] = field(default_factory=dict)
    shortened: set[str] = field(default_factory=set)
    """The names of lines that end in an ellipsis."""
    links: set[str] = field(default_factory=set)
    """Addresses that were set, as they may be led to."""
    shaper: Shaper = field(default_factory=Shaper)
    _chunks: dict[tuple[tuple[Run, ...], bool], tuple[tuple[Chunk, ...], ...]] = field(default_factory=dict)
    _lines: dict[tuple[tuple[Run, ...], bool, float, float], tuple[tuple[list[Chunk], SetLine], ...]] = field(
        default_factory=dict
    )

    def lines(
        self, runs: tuple[Run, ...], size: float, width: float, *, limit: int = 0, tabular: bool = False
    ) -> tuple[SetLine, ...]:
        """The text in lines no wider than `width`. With a limit, the last one ends in an ellipsis if it had to."""
        key = (runs, tabular, size, width)
        if key not in self._lines:
            per_mille = width * 1000 / size
            parts = [list(broken(part, per_mille, self._measured)) for part in self._parts(runs, tabular)]
            # A space ends each line that does not end within a word, for those who hear the text or copy it.
            cut = [
                (line, after is None or after[0].spaced)
                for part in parts
                for line, after in zip_longest(part, part[1:])
            ]
            self._lines[key] = tuple(
                (line, placed(line, size, self.shaper, spaced=spaced and line is not cut[-1][0]))
                for line, spaced in cut
            )
        found = self._lines[key]
        lines = tuple(line for _, line in found)
        if limit and len(lines) > limit:
            return (*lines[: limit - 1], ended(*found[limit - 1], size, width, self.shaper))
        return lines

    def cleaned(self, text: str) -> str:
        """Text that the typeface can show, on one line."""
        result = clean(text, fonts.covered())
        self.missing.update(dict.fromkeys(result.missing))
        return " ".join(result.text.split(" ")).replace("\n", " ")

    def _measured(self, chunk: Chunk) -> float:
        return measured(chunk, self.shaper)

    def _parts(self, runs: tuple[Run, ...], tabular: bool) -> tuple[tuple[Chunk, ...], ...]:
        """The chunks of each line that the writer began anew; empty lines are passed over."""
        key = (runs, tabular)
        if key not in self._chunks:
            lines: list[list[Bit]] = [[]]
            for run in runs:
                result = clean(run.text, fonts.covered())
                self.missing.update(dict.fromkeys(result.missing))
                face = fonts.face(run.bold, run.italic, tabular and not run.italic)
                self.links.update(link for _, _, link in addresses(result.text))
                first, *rest = result.text.split("\n")
                lines[-1].append((first, face))
                lines.extend([(text, face)] for text in rest)
            parts = (self._directed(line) for line in lines)
            self._chunks[key] = tuple(part for part in parts if part)
        return self._chunks[key]

    def _directed(self, line: list[Bit]) -> tuple[Chunk, ...]:
        chunks = tuple(chunks_of(line))
        return directed(chunks, self._measured) if any(needs_shaping(text) for text, _ in line) else chunks
