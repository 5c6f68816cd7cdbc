"""The typeface: FiraGO from the packaged fonts, read when it is first needed and registered once per process.

FiraGO's figures have widths of their own, which is right in a sentence and wrong in a column. So there is a second
set of faces whose digits are the font's own tabular figures; they are made from the same bytes by pointing the
character map at the other glyphs.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from fontTools.ttLib import TTFont as Tables
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from counteroffer.documents.pdf.objects import Stream

FAMILY = "FiraGO"
_FACES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}


@dataclass(frozen=True)
class Face:
    """One style of the typeface, with all that is needed to measure text."""

    name: str
    widths: Mapping[int, float]
    """Advance of each character, in thousandths of the type size."""
    bold: bool = False
    italic: bool = False
    tabular: bool = False

    def width(self, text: str) -> float:
        """How long the text runs, in thousandths of the type size. It must have been cleaned for this face."""
        return sum(map(self.widths.__getitem__, map(ord, text)))


def file_bytes(bold: bool = False, italic: bool = False) -> bytes:
    """The TrueType file of one style; the screen may load the very same bytes."""
    module = import_module(f"pymupdf_fonts.{FAMILY}_{_FACES[bold, italic]}")
    content: bytes = module.fontbuffer
    return content


def with_tabular_figures(content: bytes, name: str) -> bytes:
    """The same font under another name, its digits replaced by the tabular ones of its `tnum` feature."""
    font = Tables(io.BytesIO(content), recalcTimestamp=False, recalcBBoxes=False, lazy=True)
    swaps = _substitutions(font, "tnum")
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code in range(ord("0"), ord("9") + 1):
                glyph = table.cmap.get(code)
                table.cmap[code] = swaps.get(glyph, glyph)
    # A PDF library that finds two fonts of one PostScript name takes the second for the first.
    for record in font["name"].names:
        if record.nameID == 6:
            record.string = name
    for tag in ("GSUB", "GPOS", "GDEF", "DSIG"):
        if tag in font:
            del font[tag]
    target = io.BytesIO()
    font.save(target, reorderTables=None)
    return target.getvalue()


def _substitutions(font: Tables, feature: str) -> dict[str, str]:
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            found.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    return found


class _Font(TTFont):  # type: ignore[misc]  # the library carries no types
    """A font whose private characters stand for glyphs, and which tells the file's reader what those say."""

    said: Mapping[int, str] = {}

    def addObjects(self, doc: Any) -> None:
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("ascii")
            told = f"toUnicodeCMap:{name}"
            for key in (told, f"fontFile:{self.face.filename}({name})"):
                doc.idToObject[key] = Stream.instead_of(doc.idToObject[key])
            stream = doc.idToObject[told]
            # The place that no text uses stands for no letter.
            stream.content = stream.content.replace("<00> <0000>", "<00> <FFFD>")
            for place, code in enumerate(subset):
                if code > 0xFFFF:
                    text = self.said.get(code, chr(code)).encode("utf-16-be").hex().upper()
                    stream.content = stream.content.replace(f"<{place:02X}> <{code:04X}>", f"<{place:02X}> <{text}>")


def stand_in(name: str, glyphs: Mapping[str, tuple[int, str, float]]) -> None:
    """From here on these private characters of a registered face are these glyphs: which, what it says, how wide."""
    font = pdfmetrics.getFont(name)
    font.said = {ord(letter): text for letter, (_, text, _) in glyphs.items()}
    for letter, (glyph, _, width) in glyphs.items():
        font.face.charToGlyph[ord(letter)] = glyph
        font.face.charWidths[ord(letter)] = width


@cache
def face(bold: bool = False, italic: bool = False, tabular: bool = False) -> Face:
    """A style of the typeface, registered with the PDF library on first use."""
    style = _FACES[bold, italic]
    name = f"{FAMILY}Tab-{style}" if tabular else f"{FAMILY}-{style}"
    content = file_bytes(bold, italic)
    if tabular:
        content = with_tabular_figures(content, name)
    font = _Font(name, io.BytesIO(content), asciiReadable=False)
    pdfmetrics.registerFont(font)
    return Face(name, dict(font.face.charWidths), bold, italic, tabular)


@cache
def covered() -> frozenset[int]:
    """The characters that the typeface can show in every style: upright and slanted differ by a few."""
    return frozenset(face().widths) & frozenset(face(italic=True).widths)


def prepare() -> str:
    """Make the typeface the library's base font, so that no unembedded Helvetica can slip in; returns its name."""
    name = face().name
    rl_config.canvas_basefontname = name
    rl_config.defaultGraphicsFontName = name
    return name
