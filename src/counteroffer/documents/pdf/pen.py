"""The only part that draws: marks onto the pages of a PDF, each with what it is a part of."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from counteroffer.documents.pdf import styles
from counteroffer.documents.pdf.attach import addresses
from counteroffer.documents.pdf.places import Place, Tag
from counteroffer.documents.pdf.strips import Anchor, Frame, Glyphs, Mark, Rule, Sign, Spot
from counteroffer.documents.pdf.structure import Structure

_PRINTED = 4
"""The flag of what is on the page for the printer too."""


class Pen:
    """Puts marks on the canvas; positions come from the left margin and the top of a strip."""

    def __init__(self, canvas: Canvas, structure: Structure, links: frozenset[str]) -> None:
        self.canvas = canvas
        self.structure = structure
        self.links = links
        self.anchors = 0
        self._leads = 0
        self._open: Place | None = None
        """The place of the stretch that is being drawn; empty for what has none, None before the first."""

    def put(self, mark: Mark, top: float) -> None:
        """One mark."""
        canvas = self.canvas
        x = styles.MARGIN
        match mark:
            case Glyphs():
                self._text(mark, x + mark.x, top - mark.down)
            case Spot():
                self.structure.node(mark.place)
            case Rule():
                self._begin(())
                canvas.setStrokeGray(mark.grey)
                canvas.setLineWidth(mark.weight)
                level = top - mark.down
                canvas.line(x + mark.x, level, x + mark.x + mark.width, level)
            case Frame():
                self._begin(())
                canvas.setStrokeGray(styles.INK)
                canvas.setLineWidth(styles.FIRM * 0.8)
                canvas.rect(x + mark.x, top - mark.down - mark.height, mark.width, mark.height, stroke=1, fill=0)
            case Sign():
                self._begin(())
                self._sign(mark, x + mark.x, top - mark.down)
            case Anchor():
                self._anchor(mark, top)

    def end_page(self) -> None:
        """The page is done."""
        self._end()
        self._open = None
        self.structure.end_page()
        self.canvas.showPage()

    def _begin(self, place: Place) -> None:
        """What is drawn from here on is a part of this place, or of none."""
        if place == self._open:
            return
        self._end()
        self._open = place
        if place:
            self.canvas._code.append(f"/{place[-1].role} <</MCID {self.structure.stretch(place)}>> BDC")
        else:
            self.canvas._code.append("/Artifact BMC")

    def _end(self) -> None:
        if self._open is not None:
            self.canvas._code.append("EMC")

    def _sign(self, mark: Sign, x: float, level: float) -> None:
        canvas, half = self.canvas, mark.size / 2
        canvas.setStrokeGray(styles.INK)
        canvas.setLineWidth(styles.FIRM)
        canvas.setFillGray(styles.INK if mark.full else styles.PAPER)
        if not mark.full:
            canvas.circle(x, level, half * 0.85, stroke=1, fill=1)
            return
        path = canvas.beginPath()
        path.moveTo(x - half, level)
        for across, up in ((0, half), (half, 0), (0, -half)):
            path.lineTo(x + across, level + up)
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)

    def _text(self, mark: Glyphs, x: float, level: float) -> None:
        if mark.shaped is None:
            self._plain(mark, x, level)
            return
        self._begin(mark.place)
        self._ready(mark)
        # Whoever copies from the page gets what was typed. Readers of PDF put right-to-left letters in order
        # themselves, and would turn round what is already as it is read.
        spelled = "" if mark.shaped.to_left else mark.text.encode("utf-16-be").hex()
        if spelled:
            self.canvas._code.append(f"/Span <</ActualText <FEFF{spelled}>>> BDC")
        per_mille = mark.size / 1000
        for stretch in mark.shaped.stretches:
            self.canvas.drawString(x + stretch.x * per_mille, level + stretch.rise * per_mille, stretch.text)
        if spelled:
            self.canvas._code.append("EMC")

    def _plain(self, mark: Glyphs, x: float, level: float) -> None:
        """Text letter by letter, with links over addresses that stand on the line in full.

        An address that a line end parts would lead astray.
        """
        done = 0
        for start, end, link in addresses(mark.text):
            if link not in self.links or not mark.place:
                continue
            self._stretch(mark, x, level, done, start, mark.place)
            self._leads += 1
            place = (*mark.place, Tag("Link", self._leads))
            self._stretch(mark, x, level, start, end, place)
            self._lead(mark, x, level, start, end, link, place)
            done = end
        self._stretch(mark, x, level, done, len(mark.text), mark.place)

    def _stretch(self, mark: Glyphs, x: float, level: float, start: int, end: int, place: Place) -> None:
        if start < end:
            self._begin(place)
            self._ready(mark)
            self.canvas.drawString(x + _before(mark, start), level, mark.text[start:end])

    def _ready(self, mark: Glyphs) -> None:
        self.canvas.setFillGray(mark.grey)
        self.canvas.setFont(mark.face.name, mark.size)

    def _lead(self, mark: Glyphs, x: float, level: float, start: int, end: int, link: str, place: Place) -> None:
        left, right = x + _before(mark, start), x + _before(mark, end)
        area = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([left, level - mark.size * 0.25, right, level + mark.size * 0.8]),
                "Border": PDFArray([0, 0, 0]),
                "F": _PRINTED,
                "Contents": PDFString(link),
                "A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link)}),
            }
        )
        self.canvas._addAnnotation(area)
        self.structure.lead(place, area)

    def _anchor(self, mark: Anchor, top: float) -> None:
        key = f"place-{self.anchors}"
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=top - mark.down + styles.MARGIN / 3)
        # The title is the root of the outline, the sections stand below it.
        self.canvas.addOutlineEntry(mark.title, key, level=min(self.anchors, 1))
        self.anchors += 1


def _before(mark: Glyphs, letters: int) -> float:
    """How far from its start the text's first so many letters reach, in points."""
    return mark.face.width(mark.text[:letters]) * mark.size / 1000
