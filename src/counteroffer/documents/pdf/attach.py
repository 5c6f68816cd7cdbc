"""What a file carries besides its pages: the workbook it was made from, and links to the addresses named on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDate, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from counteroffer.documents.pdf.objects import Stream

FILE_NAME = "workbook.counteroffer"
KIND = "/application#2Fjson"
"""What kind of file it is; PDF writes a slash in a name so."""
DESCRIPTION = "The workbook from which this was made. Counteroffer opens it again."
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9][^\s<>\"'`{}|\\^]{2,300}|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_LOOSE = ".,;:!?)]…"


def addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """The addresses in a text that are plain enough to be led to: where they begin and end, and the link."""
    for found in _ADDRESS.finditer(text):
        address = found.group().rstrip(_LOOSE)
        # What stands before an @ in a web address can pretend to be the place to which it leads: no link then.
        if not address.isascii() or ("://" in address and "@" in address):
            continue
        link = address if "://" in address else f"mailto:{address}"
        yield found.start(), found.start() + len(address), link


def embed(canvas: Canvas, content: bytes) -> None:
    """Put the workbook's portable file into the PDF, under one fixed name that tells nothing about it.

    It is named as the source of the pages, in the way that PDF/A-3 asks for.
    """
    document = canvas._doc
    about = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": KIND,
        "Params": PDFDictionary({"Size": len(content), "ModDate": PDFDate(ts=document._timeStamp)}),
    }
    held = document.Reference(Stream(about, content))
    name = PDFString(FILE_NAME)
    entry = {
        "Type": PDFName("Filespec"),
        "F": name,
        "UF": name,
        "Desc": PDFString(DESCRIPTION),
        "AFRelationship": PDFName("Source"),
        "EF": PDFDictionary({"F": held, "UF": held}),
    }
    file = document.Reference(PDFDictionary(entry))
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray([name, file])})})
    document.Catalog.AF = PDFArray([file])
