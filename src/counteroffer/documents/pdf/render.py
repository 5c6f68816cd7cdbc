"""From a document to the bytes of a PDF: the only module that draws.

The same document gives the same bytes, whenever and wherever it is rendered. The PDF library keeps state per
process, so one rendering runs at a time; it may run on any thread.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from threading import Lock

from reportlab.pdfbase.pdfdoc import PDFDate, PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from counteroffer.documents.content.blocks import Document, plain
from counteroffer.documents.pdf import fonts, styles
from counteroffer.documents.pdf.attach import addresses, embed
from counteroffer.documents.pdf.fit import fit
from counteroffer.documents.pdf.layout import lay_out
from counteroffer.documents.pdf.pages import paged
from counteroffer.documents.pdf.result import Page, Rendered
from counteroffer.documents.pdf.strips import Anchor, Frame, Glyphs, Mark, Room, Rule, Sign, Strip, marks_of
from counteroffer.documents.pdf.styles import Scale
from counteroffer.documents.pdf.typeset import Setter

MAKER = "Counteroffer"
_FOOT = 20.0
"""Room below the text for the line at the foot of the page."""
_ONE_AT_A_TIME = Lock()


class _Info(PDFInfo):  # type: ignore[misc]  # the library carries no types
    """What the file says about itself. It names no author: nobody was asked whether they want to be named."""

    def format(self, document: object) -> object:
        made = PDFDate(ts=document._timeStamp, dateFormatter=self._dateFormatter)  # type: ignore[attr-defined]
        entries = {
            "Title": PDFString(self.title),
            "Subject": PDFString(self.subject),
            "Creator": PDFString(self.creator),
            "Producer": PDFString(self.producer),
            "CreationDate": made,
            "ModDate": made,
        }
        return PDFDictionary(entries).format(document)


@dataclass(frozen=True)
class _Set:
    """A document that knows its pages and waits to be drawn."""

    pages: list[list[Strip]]
    setter: Setter
    scale: Scale
    left_out: tuple[str, ...] = ()


def render(document: Document, page: Page = "A4", attachment: bytes | None = None) -> Rendered:
    """The document as a PDF, with everything about it that a person should be told.

    A private one may carry the workbook's portable file; one that may be handed over never does.
    """
    if attachment is not None and not document.private:
        raise ValueError("only a private document may carry the workbook")
    with _ONE_AT_A_TIME:
        fonts.prepare()
        wide, tall = styles.PAGES[page]
        width = wide - 2 * styles.MARGIN
        inner = tall - 2 * styles.MARGIN - _FOOT
        laid = _one_page(document, width, inner) if document.one_page else _many_pages(document, width, inner)
        content = _draw(document, laid, wide, tall, attachment)
    return Rendered(content, len(laid.pages), laid.left_out, tuple(laid.setter.missing))


def warm_up() -> None:
    """Read the faces that most documents use."""
    with _ONE_AT_A_TIME:
        fonts.prepare()
        fonts.covered()
        fonts.face(bold=True)
        fonts.face(tabular=True)
        fonts.face(bold=True, tabular=True)


def _one_page(document: Document, width: float, inner: float) -> _Set:
    fitted = fit(document, width, inner)
    return _Set([fitted.strips], fitted.setter, fitted.scale, fitted.left_out)


def _many_pages(document: Document, width: float, inner: float) -> _Set:
    """On as few pages as comfortable type allows, so that no signature stands on a page of its own for nothing."""
    tried = []
    for size in (size for size in styles.SIZES if size >= styles.COMFORT):
        room = Room(Setter(), Scale(size), 0.0, width)
        tried.append(_Set(paged(lay_out(document, room), inner), room.setter, room.scale))
    return min(tried, key=lambda laid: len(laid.pages))


def _draw(document: Document, laid: _Set, wide: float, tall: float, attachment: bytes | None) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(
        target, pagesize=(wide, tall), invariant=1, pageCompression=1, pdfVersion=(1, 5), lang=document.language
    )
    setter = laid.setter
    canvas._doc.info = _Info()
    canvas.setTitle(setter.cleaned(document.title))
    canvas.setSubject(setter.cleaned(document.subject))
    canvas.setCreator(MAKER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    feet = [_foot(document, laid, number, wide - 2 * styles.MARGIN) for number in range(1, len(laid.pages) + 1)]
    for face, glyphs in setter.shaper.stand_ins.items():
        fonts.stand_in(face, glyphs)
    pen = _Pen(canvas, frozenset(setter.links))
    for strips, foot in zip(laid.pages, feet, strict=True):
        top = tall - styles.MARGIN
        for strip in strips:
            for mark in strip.marks:
                pen.put(mark, top)
            top -= strip.height
        for mark in foot:
            pen.put(mark, styles.MARGIN + _FOOT)
        canvas.showPage()
    if attachment is not None:
        embed(canvas, attachment)
    canvas.save()
    return target.getvalue()


def _foot(document: Document, laid: _Set, number: int, width: float) -> list[Mark]:
    """The line at the foot of every page: what this is, for whose eyes, and which page of how many."""
    size = laid.scale.small
    words = f"{document.footer}  ·  {document.mark}" if document.private else document.footer
    # A document that always has one page need not number it; one to be signed should, even if it has only one.
    pages = "" if document.one_page else document.phrases.page.format(page=number, pages=len(laid.pages))
    marks: list[Mark] = []
    kept = 0.0
    for line in laid.setter.lines(plain(pages).runs, size, width / 2, limit=1):
        kept = line.width + 12
        marks += marks_of(line, width - line.width, _FOOT, size, styles.QUIET)
    for line in laid.setter.lines(plain(words).runs, size, width - kept, limit=1):
        marks += marks_of(line, 0.0, _FOOT, size, styles.QUIET)
    return marks


class _Pen:
    """Puts marks on the canvas; positions come from the left margin and the top of a strip."""

    def __init__(self, canvas: Canvas, links: frozenset[str]) -> None:
        self.canvas = canvas
        self.links = links
        self.anchors = 0

    def put(self, mark: Mark, top: float) -> None:
        """One mark."""
        canvas = self.canvas
        x = styles.MARGIN
        match mark:
            case Glyphs():
                canvas.setFillGray(mark.grey)
                canvas.setFont(mark.face.name, mark.size)
                self._text(mark, x + mark.x, top - mark.down)
            case Rule():
                canvas.setStrokeGray(mark.grey)
                canvas.setLineWidth(mark.weight)
                level = top - mark.down
                canvas.line(x + mark.x, level, x + mark.x + mark.width, level)
            case Frame():
                canvas.setStrokeGray(styles.INK)
                canvas.setLineWidth(styles.FIRM * 0.8)
                canvas.rect(x + mark.x, top - mark.down - mark.height, mark.width, mark.height, stroke=1, fill=0)
            case Sign():
                self._sign(mark, x + mark.x, top - mark.down)
            case Anchor():
                self._anchor(mark, top)

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
            self.canvas.drawString(x, level, mark.text)
            self._lead(mark, x, level)
            return
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

    def _lead(self, mark: Glyphs, x: float, level: float) -> None:
        """Links over addresses that stand on the line in full; one that a line end parts would lead astray."""
        for start, end, link in addresses(mark.text):
            if link in self.links:
                left, right = (x + mark.face.width(mark.text[:part]) * mark.size / 1000 for part in (start, end))
                self.canvas.linkURL(link, (left, level - mark.size * 0.25, right, level + mark.size * 0.8))

    def _anchor(self, mark: Anchor, top: float) -> None:
        key = f"place-{self.anchors}"
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=top - mark.down + styles.MARGIN / 3)
        # The title is the root of the outline, the sections stand below it.
        self.canvas.addOutlineEntry(mark.title, key, level=min(self.anchors, 1))
        self.anchors += 1
