"""What archives ask of a file (PDF/A-3b), as far as it can be seen from the file without their own tools."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.etree import ElementTree

import pypdf
import pytest
from PIL import Image, ImageCms

from counteroffer.documents.make import agreement_pdf, brief_pdf
from counteroffer.documents.pdf.colours import srgb_profile
from counteroffer.documents.pdf.lasting import MADE
from counteroffer.domain.workbook import Workbook, from_plain
from tests.documents.samples import TODAY, rich

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
FORBIDDEN = {"/Trans", "/JavaScript", "/JS", "/Launch", "/Encrypt", "/OpenAction", "/AA", "/SMask", "/LZWDecode"}


@pytest.fixture
def content() -> bytes:
    plain = rich()
    plain["situation"] |= {"role": "R&D <lead> “שלום” مرحبا", "why_role": "https://example.org/why शिक्षा"}
    return brief_pdf(from_plain(plain), TODAY).bytes


def test_the_file_says_the_same_in_both_ways(content: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(content))
    stream: Any = reader.root_object["/Metadata"]
    assert "/Filter" not in stream
    told = ElementTree.fromstring(stream.get_data().decode().strip("\ufeff"))  # noqa: S314 - made by us a moment ago

    def one(name: str) -> str:
        (found,) = told.findall(f".//{name}", SPACES)
        return "".join(found.itertext())

    assert (one("pdfaid:part"), one("pdfaid:conformance")) == ("3", "B")
    about: Any = reader.metadata
    assert one("dc:title") == about.title == "Negotiation brief"
    assert one("dc:description") == about.subject
    assert "R&D <lead>" in about.subject
    assert one("dc:language") == reader.root_object["/Lang"]
    assert one("pdf:Producer") == about.producer
    assert one("xmp:CreatorTool") == about.creator
    assert one("xmp:CreateDate") == one("xmp:ModifyDate") == MADE == about.creation_date.isoformat()


def test_greys_are_told_by_a_colour_profile_that_is_one(content: bytes) -> None:
    root: Any = pypdf.PdfReader(io.BytesIO(content)).root_object
    (intent,) = [one.get_object() for one in root["/OutputIntents"]]
    assert intent["/S"] == "/GTS_PDFA1"
    held = intent["/DestOutputProfile"]
    assert held["/N"] == 3
    assert held.get_data() == srgb_profile()
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert profile.profile.profile_description == "sRGB IEC61966-2.1"
    seen = Image.new("RGB", (4, 1))
    colours = [(0, 0, 0), (255, 255, 255), (82, 82, 82), (200, 30, 90)]
    seen.putdata(colours)
    same = ImageCms.applyTransform(seen, ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB"))
    assert same is not None
    for place, colour in enumerate(colours):
        found: Any = same.getpixel((place, 0))
        assert max(abs(one - other) for one, other in zip(found, colour, strict=True)) <= 1


def test_nothing_is_in_it_that_archives_refuse(content: bytes, workbook: Workbook) -> None:
    for one in (content, agreement_pdf(workbook, TODAY).bytes):
        assert one.startswith(b"%PDF-1.7\n%")
        assert min(one.split(b"\n", 2)[1][1:5]) > 127
        reader = pypdf.PdfReader(io.BytesIO(one))
        names = set()
        for number in range(1, len(reader.xref[0]) + 1):
            held = reader.get_object(number)
            names |= set(held) if isinstance(held, dict) else set()
            names |= {str(held["/Filter"])} if isinstance(held, dict) and "/Filter" in held else set()
        assert names & FORBIDDEN == set()
        assert reader.trailer["/ID"]
        # Every stream begins and ends with the end of a line, and is as long as it says.
        for found in re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", one):
            assert one[found.end() + int(found[1]) :].startswith(b"\nendstream\nendobj\n")
        assert len(re.findall(rb"\nendstream\n", one)) == one.count(b"endstream")


def test_every_letter_is_told_as_text(content: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(content))
    fonts: Any = reader.pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        told = font["/ToUnicode"].get_data()
        assert b"<0000>" not in told
        assert "/FontFile2" in font["/FontDescriptor"]
