"""What a file carries besides its pages: the workbook it was made from, and links to the addresses named on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

FILE_NAME = "workbook.counteroffer"
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
    """Put the workbook's portable file into the PDF, under one fixed name that tells nothing about it."""
    document = canvas._doc
    stream = PDFStream(
        PDFDictionary({"Type": PDFName("EmbeddedFile"), "Params": PDFDictionary({"Size": len(content)})}), content
    )
    held = document.Reference(stream)
    name = PDFString(FILE_NAME)
    entry = {"Type": PDFName("Filespec"), "F": name, "UF": name, "EF": PDFDictionary({"F": held, "UF": held})}
    listed = PDFDictionary({"Names": PDFArray([name, document.Reference(PDFDictionary(entry))])})
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": listed})
