"""What a file carries besides its pages."""

from __future__ import annotations

import inspect
import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest

from counteroffer.documents import make
from counteroffer.documents.carried import portable_of
from counteroffer.documents.content.blocks import Document, Paragraph, plain
from counteroffer.documents.content.format import locale_of
from counteroffer.documents.content.shareable import shareable_view
from counteroffer.documents.content.shared_brief import shareable_brief
from counteroffer.documents.pdf.attach import addresses
from counteroffer.documents.pdf.render import render, render_own_copy
from counteroffer.documents.pdf.result import Rendered
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook
from tests.documents.samples import TODAY

CONTENT = b'{"format": "counteroffer", "title": "\xc3\xa9"}\n' * 50
SHAREABLE: dict[str, Callable[[Workbook], Rendered]] = {
    "brief to share": lambda workbook: make.brief_pdf(workbook, TODAY, shareable=True),
    "agreement": lambda workbook: make.agreement_pdf(workbook, TODAY),
    **{
        f"letter {kind}": lambda workbook, kind=kind: make.letter_pdf(workbook, kind, TODAY, drafted=True)  # type: ignore[misc]
        for kind in LetterKind
    },
}


@pytest.mark.parametrize("paper", make.OwnPaper)
def test_an_own_copy_carries_the_workbook_whole(paper: make.OwnPaper, workbook: Workbook, tool: Any) -> None:
    rendered = make.own_copy_pdf(paper, workbook, TODAY, CONTENT)
    reader = pypdf.PdfReader(io.BytesIO(rendered.bytes))
    assert reader.attachments == {"workbook.counteroffer": [CONTENT]}
    assert portable_of(rendered.bytes) == CONTENT
    root: Any = reader.root_object
    (named,) = [one.get_object() for one in root["/AF"]]
    assert named == root["/Names"]["/EmbeddedFiles"]["/Names"][1].get_object()
    assert named["/AFRelationship"] == "/Source"
    assert named["/EF"]["/F"]["/Subtype"] == "/application/json"
    assert "workbook.counteroffer" in tool(rendered.bytes, "pdfdetach", "-list")
    tool(rendered.bytes, "qpdf", "--check")
    assert make.own_copy_pdf(paper, workbook, TODAY, CONTENT).bytes == rendered.bytes


def test_the_own_copy_of_the_agreement_says_that_it_is_one(workbook: Workbook, read: Any) -> None:
    own = read(make.own_copy_pdf(make.OwnPaper.AGREEMENT, workbook, TODAY, CONTENT).bytes)
    assert own.count("Your own copy, with your workbook inside") == 2
    assert "Your own copy" not in read(make.agreement_pdf(workbook, TODAY).bytes)


@pytest.mark.parametrize("name", sorted(SHAREABLE))
def test_no_paper_that_may_be_handed_over_carries_anything(name: str, workbook: Workbook) -> None:
    content = SHAREABLE[name](workbook).bytes
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert not reader.attachments
    assert not {"/AF", "/Names"} & set(reader.root_object)
    assert b"EmbeddedFile" not in content
    with pytest.raises(BadInput, match="no workbook inside"):
        portable_of(content)


def test_only_one_door_takes_a_file_and_it_refuses_what_may_be_handed_over(workbook: Workbook) -> None:
    doors = {name: door for name, door in inspect.getmembers(make, inspect.isfunction) if name.endswith("_pdf")}
    takers = {
        name for name, door in doors.items() if {"portable", "attachment"} & set(inspect.signature(door).parameters)
    }
    assert takers == {"own_copy_pdf"}
    assert {"brief_pdf", "agreement_pdf", "letter_pdf", "whole_workbook_pdf", "side_by_side_pdf"} <= set(doors)
    document = shareable_brief(shareable_view(workbook), str, locale_of("en"), TODAY)
    with pytest.raises(ValueError, match="only a private document"):
        render_own_copy(document, CONTENT)


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
