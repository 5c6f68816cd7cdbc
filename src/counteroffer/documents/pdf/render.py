"""From a document to the bytes of a PDF.

The same document gives the same bytes, whenever and wherever it is rendered. The PDF library keeps state per
process, so one rendering runs at a time; it may run on any thread.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from threading import Lock

from counteroffer.documents.content.blocks import Document, plain
from counteroffer.documents.pdf import fonts, styles
from counteroffer.documents.pdf.attach import embed
from counteroffer.documents.pdf.fit import fit
from counteroffer.documents.pdf.lacking import lacking
from counteroffer.documents.pdf.lasting import About, lasting_canvas
from counteroffer.documents.pdf.layout import lay_out
from counteroffer.documents.pdf.pages import paged
from counteroffer.documents.pdf.pen import Pen
from counteroffer.documents.pdf.result import Page, Rendered
from counteroffer.documents.pdf.strips import Mark, Room, Strip, marks_of
from counteroffer.documents.pdf.structure import Structure
from counteroffer.documents.pdf.styles import Scale
from counteroffer.documents.pdf.typeset import Setter

FOOT = 20.0
"""Room below the text for the line at the foot of the page."""
LONG = 12
"""Pages from which on the largest comfortable type would surely take more of them than the smallest."""
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class _Set:
    """A document that knows its pages and waits to be drawn."""

    pages: list[list[Strip]]
    setter: Setter
    scale: Scale
    left_out: tuple[str, ...] = ()


def render(document: Document, page: Page = "A4") -> Rendered:
    """The document as a PDF, with everything about it that a person should be told."""
    return _render(document, page, None)


def render_own_copy(document: Document, attachment: bytes, page: Page = "A4") -> Rendered:
    """A private document as a PDF with the workbook's portable file inside.

    Raises ValueError for one that may be handed over: it never carries the workbook.
    """
    if not document.private:
        raise ValueError("only a private document may carry the workbook")
    return _render(document, page, attachment)


def _render(document: Document, page: Page, attachment: bytes | None) -> Rendered:
    with _ONE_AT_A_TIME:
        fonts.prepare()
        wide, tall = styles.PAGES[page]
        width = wide - 2 * styles.MARGIN
        inner = tall - 2 * styles.MARGIN - FOOT
        laid = _one_page(document, width, inner) if document.one_page else _many_pages(document, width, inner)
        content = _draw(document, laid, wide, tall, attachment)
        missing = tuple(laid.setter.missing)
    return Rendered(content, len(laid.pages), laid.left_out, missing, lacking(document, missing))


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
    """On as few pages as comfortable type allows, so that no signature stands on a page of its own for nothing.

    Where several sizes need as many pages, the roomiest is taken. A long document is not tried in larger type: it
    would never be shorter.
    """
    setter = Setter()
    sizes = [size for size in styles.SIZES if size >= styles.COMFORT]

    def laid(size: float) -> _Set:
        scale = Scale(size)
        return _Set(paged(lay_out(document, Room(setter, scale, 0.0, width)), inner), setter, scale)

    least = laid(sizes[-1])
    if len(least.pages) > LONG:
        return least
    return min((*map(laid, sizes[:-1]), least), key=lambda tried: len(tried.pages))


def _draw(document: Document, laid: _Set, wide: float, tall: float, attachment: bytes | None) -> bytes:
    target = io.BytesIO()
    setter = laid.setter
    about = About(setter.cleaned(document.title), setter.cleaned(document.subject), document.language)
    canvas = lasting_canvas(target, (wide, tall), about)
    feet = [_foot(document, laid, number, wide - 2 * styles.MARGIN) for number in range(1, len(laid.pages) + 1)]
    for face, glyphs in setter.shaper.stand_ins.items():
        fonts.stand_in(face, glyphs)
    structure = Structure(len(laid.pages))
    pen = Pen(canvas, structure, frozenset(setter.links))
    for strips, foot in zip(laid.pages, feet, strict=True):
        top = tall - styles.MARGIN
        for strip in strips:
            for mark in strip.marks:
                pen.put(mark, top)
            top -= strip.height
        for mark in foot:
            pen.put(mark, styles.MARGIN + FOOT)
        pen.end_page()
    structure.write(canvas)
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
        marks += marks_of(line, width - line.width, FOOT, size, styles.QUIET)
    for line in laid.setter.lines(plain(words).runs, size, width - kept, limit=1):
        marks += marks_of(line, 0.0, FOOT, size, styles.QUIET)
    return marks
