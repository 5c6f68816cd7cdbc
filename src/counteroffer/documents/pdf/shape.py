"""Letters that change with their neighbours: Arabic joins, marks stand where their letter wants them, signs merge.

HarfBuzz says which glyphs to draw and where. The PDF library draws characters and not glyphs, so every glyph is
given a stand-in from a private part of Unicode, which the file's own table turns back into the letters that it shows.
Stand-ins belong to one rendering and are forgotten with it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from counteroffer.documents.pdf import fonts

FIRST = 0xF0000
"""Where the stand-ins begin: Unicode's first supplementary private area, which no font of ours uses."""
_JOINING = range(0x0600, 0x1100)
"""Arabic and the scripts of India and south-east Asia: here one letter is rarely one glyph."""
_LAM_ALEF = {"لآ": "ﻵ", "لأ": "ﻷ", "لإ": "ﻹ", "لا": "ﻻ"}
"""One glyph for two letters is named by Unicode's own sign for the pair: some readers would turn the two round."""
_RULES = {"kern": False, "tnum": False}
"""Without kerning, as all other text is set, so that a word stays one piece."""


@dataclass(frozen=True)
class Stretch:
    """Glyphs that follow each other without a gap, as stand-ins; places in thousandths of the type size."""

    text: str
    x: float
    rise: float = 0.0


@dataclass(frozen=True)
class Shaped:
    """A run of text in one direction, ready to be drawn from left to right."""

    stretches: tuple[Stretch, ...]
    width: float
    to_left: bool


class StandIn(NamedTuple):
    """What a private character stands for."""

    glyph: int
    text: str
    width: float


def needs_shaping(text: str) -> bool:
    """Whether the text cannot simply be set letter by letter."""
    if text.isascii():
        return False
    return any(
        ord(letter) in _JOINING
        or unicodedata.category(letter) in ("Mn", "Me")
        or unicodedata.bidirectional(letter) in ("R", "AL")
        for letter in text
    )


@dataclass
class Shaper:
    """Shapes text for one rendering and remembers its stand-ins, by the name of the face."""

    stand_ins: dict[str, dict[str, StandIn]] = field(default_factory=dict)
    _codes: dict[tuple[str, int, str], str] = field(default_factory=dict)
    _shaped: dict[tuple[str, str, bool], Shaped] = field(default_factory=dict)

    def shape(self, text: str, face: fonts.Face, to_left: bool) -> Shaped:
        """The text, all of one direction, as glyphs in the order in which they stand on the line."""
        key = (text, face.name, to_left)
        if key not in self._shaped:
            self._shaped[key] = self._set(text, face, to_left)
        return self._shaped[key]

    def _set(self, text: str, face: fonts.Face, to_left: bool) -> Shaped:
        stretches: list[Stretch] = []
        pen = 0.0
        parts = list(_by_script(text))
        for part in reversed(parts) if to_left else parts:
            pen = self._put(part, face, to_left, stretches, pen)
        return Shaped(tuple(stretches), pen, to_left)

    def _put(self, text: str, face: fonts.Face, to_left: bool, stretches: list[Stretch], pen: float) -> float:
        end: float | None = None
        for glyph, said, advance, x, rise in _glyphs(text, face, to_left):
            width = float(_font(face.bold, face.italic).get_glyph_h_advance(glyph))
            letter = self._stand_in(face.name, StandIn(glyph, said, width))
            if stretches and end == pen + x and stretches[-1].rise == rise:
                stretches[-1] = Stretch(stretches[-1].text + letter, stretches[-1].x, rise)
            else:
                stretches.append(Stretch(letter, pen + x, rise))
            end = pen + x + width
            pen += advance
        return pen

    def _stand_in(self, face: str, glyph: StandIn) -> str:
        key = (face, glyph.glyph, glyph.text)
        if key not in self._codes:
            self._codes[key] = chr(FIRST + len(self._codes))
            self.stand_ins.setdefault(face, {})[self._codes[key]] = glyph
        return self._codes[key]


def _by_script(text: str) -> Iterator[str]:
    """The text in parts of one script each; figures, marks and signs go with what stands before them."""
    start, current = 0, ""
    for place, letter in enumerate(text):
        if not unicodedata.category(letter).startswith("L"):
            continue
        # A letter's name begins with its script; Python knows no other way to ask.
        script = unicodedata.name(letter, "?").split(" ", 1)[0]
        if current and script != current:
            yield text[start:place]
            start = place
        current = script
    yield text[start:]


def _glyphs(text: str, face: fonts.Face, to_left: bool) -> Iterator[tuple[int, str, float, float, float]]:
    """Each glyph with the letters it shows, its advance, and how far off its place it stands."""
    import uharfbuzz as harfbuzz

    buffer = harfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if to_left else "ltr"
    # Named, so that the result does not hang on the language that the machine is set to.
    buffer.language = "und"
    buffer.guess_segment_properties()
    buffer.cluster_level = harfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    harfbuzz.shape(_font(face.bold, face.italic), buffer, _RULES | {"tnum": face.tabular})
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    said: set[int] = set()
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        # Where several glyphs show one letter, the first of them speaks for all.
        letters = "" if info.cluster in said else text[info.cluster : ends[info.cluster]]
        said.add(info.cluster)
        yield info.codepoint, _LAM_ALEF.get(letters, letters), place.x_advance, place.x_offset, place.y_offset


@cache
def _font(bold: bool, italic: bool) -> Any:
    """The typeface as HarfBuzz reads it; loaded only for text that needs it."""
    import uharfbuzz as harfbuzz

    return harfbuzz.Font(harfbuzz.Face(fonts.file_bytes(bold, italic)))
