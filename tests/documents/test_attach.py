"""What a file carries besides its pages."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from counteroffer.documents.content.blocks import Document, Paragraph, plain
from counteroffer.documents.content.brief import brief
from counteroffer.documents.content.format import locale_of
from counteroffer.documents.content.shareable import shareable_view
from counteroffer.documents.content.shared_brief import shareable_brief
from counteroffer.documents.pdf.attach import addresses
from counteroffer.documents.pdf.render import render
from counteroffer.domain.workbook import Workbook
from tests.documents.samples import TODAY

CONTENT = b'{"format": "counteroffer", "title": "\xc3\xa9"}\n' * 50


def test_a_private_document_carries_the_workbook_whole(workbook: Workbook, tool: Any) -> None:
    rendered = render(brief(workbook, TODAY, str), attachment=CONTENT)
    attached = pypdf.PdfReader(io.BytesIO(rendered.bytes)).attachments
    assert attached == {"workbook.counteroffer": [CONTENT]}
    assert "workbook.counteroffer" in tool(rendered.bytes, "pdfdetach", "-list")
    tool(rendered.bytes, "qpdf", "--check")
    assert render(brief(workbook, TODAY, str), attachment=CONTENT).bytes == rendered.bytes


def test_a_document_that_may_be_handed_over_never_does(workbook: Workbook) -> None:
    document = shareable_brief(shareable_view(workbook), str, locale_of("en"), TODAY)
    with pytest.raises(ValueError, match="only a private document"):
        render(document, attachment=CONTENT)
    assert not pypdf.PdfReader(io.BytesIO(render(document).bytes)).attachments


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see https://example.org/pay?year=2026, page 4", ["https://example.org/pay?year=2026"]),
        ("(http://example.org/a).", ["http://example.org/a"]),
        ("write to jo.bask+work@ferries.example!", ["mailto:jo.bask+work@ferries.example"]),
        ("javascript:alert(1) file:///etc/passwd ftp://example.org data:text/html,x", []),
        ("https://bank.example@thief.example/ https://exämple.org/", ["mailto:bank.example@thief.example"][:0]),
        ("no address, 12/2026, a@b, @name", []),
    ],
)
def test_only_plain_and_safe_addresses_lead_anywhere(text: str, links: list[str]) -> None:
    assert [link for _, _, link in addresses(text)] == links


def leads(*texts: str) -> list[str]:
    blocks = tuple(Paragraph(plain(text)) for text in texts)
    content = render(Document("Title", "en", "", (), blocks, False, "", one_page=True)).bytes
    page = pypdf.PdfReader(io.BytesIO(content)).pages[0]
    return [str(one.get_object()["/A"]["/URI"]) for one in page.get("/Annots", [])]


def test_an_address_on_the_page_is_a_link_unless_a_line_end_parts_it() -> None:
    assert leads("Source: https://example.org/pay, seen in May") == ["https://example.org/pay"]
    assert leads("https://example.org/" + "long-part/" * 30) == []
