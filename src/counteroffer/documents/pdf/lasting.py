"""What makes a file last: it says in several ways what it is, and brings all that is needed to show it as it was meant.

This follows ISO 19005-3 (PDF/A-3b): every typeface inside, a colour profile, what the file is about as XMP, no
transitions between pages, streams that end as they should.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDate,
    PDFDictionary,
    PDFInfo,
    PDFName,
    PDFPage,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from counteroffer.documents.pdf.colours import srgb_profile
from counteroffer.documents.pdf.objects import Stream

MAKER = "Counteroffer"
MADE = "2000-01-01T00:00:00+00:00"
"""The library's own day of making; another one each time would make other bytes of the same workbook."""
_CATALOG = (*PDFCatalog.__NoDefault__, "OutputIntents", "AF")
_PAGE = (*PDFPage.__NoDefault__, "StructParents", "Tabs")


@dataclass(frozen=True)
class About:
    """What the file says about itself. It names no author: nobody was asked whether they want to be named."""

    title: str
    subject: str
    language: str


class _Info(PDFInfo):  # type: ignore[misc]  # the library carries no types
    def format(self, document: Any) -> object:
        made = PDFDate(ts=document._timeStamp, dateFormatter=self._dateFormatter)
        entries = {
            "Title": PDFString(self.title),
            "Subject": PDFString(self.subject),
            "Creator": PDFString(self.creator),
            "Producer": PDFString(self.producer),
            "CreationDate": made,
            "ModDate": made,
        }
        return PDFDictionary(entries).format(document)


class _Canvas(Canvas):  # type: ignore[misc]
    """A canvas whose pages hold nothing that PDF/A does not take."""

    def showPage(self) -> None:
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = _PAGE
        page.Trans = None
        page.Contents = Stream({}, page.stream)


def lasting_canvas(target: BinaryIO, size: tuple[float, float], about: About) -> Canvas:
    """A canvas for a file that says what it is and how its greys are meant."""
    canvas = _Canvas(target, pagesize=size, invariant=1, pageCompression=1, pdfVersion=(1, 7), lang=about.language)
    document = canvas._doc
    document.info = _Info()
    canvas.setTitle(about.title)
    canvas.setSubject(about.subject)
    canvas.setCreator(MAKER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    catalog = document.Catalog
    catalog.__NoDefault__ = _CATALOG
    kind = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    # Not compressed, so that programs find it which know nothing else about PDF.
    catalog.Metadata = Stream(kind, _xmp(about, document.info.producer), packed=False)
    profile = Stream({"N": 3}, srgb_profile())
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile),
    }
    catalog.OutputIntents = PDFArray([PDFDictionary(intent)])
    return canvas


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{maker}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _xmp(about: About, producer: str) -> bytes:
    """The same that the file's information says, in the form that archives read."""
    said = {"title": about.title, "subject": about.subject, "language": about.language, "producer": producer}
    escaped = {name: escape(text) for name, text in said.items()}
    return _XMP.format(**escaped, maker=MAKER, made=MADE).encode()
