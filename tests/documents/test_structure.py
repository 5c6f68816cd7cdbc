"""What a reader that speaks finds in a paper: headings, tables, lists and links, complete and in order."""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pypdf
import pytest
from pypdf.generic import ContentStream

from counteroffer.documents.content.blocks import (
    Bullets,
    Column,
    Document,
    KeyValues,
    Paragraph,
    Row,
    Section,
    Table,
    TwoColumns,
    plain,
)
from counteroffer.documents.make import agreement_pdf, brief_pdf, letter_pdf, side_by_side_pdf, whole_workbook_pdf
from counteroffer.documents.pdf.places import heading
from counteroffer.documents.pdf.render import render
from counteroffer.documents.pdf.strips import Room
from counteroffer.documents.pdf.styles import Scale
from counteroffer.documents.pdf.typeset import Setter
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.workbook import Workbook
from tests.documents.samples import TODAY

PAPERS: dict[str, Callable[[Workbook], bytes]] = {
    "brief": lambda workbook: brief_pdf(workbook, TODAY).bytes,
    "shareable": lambda workbook: brief_pdf(workbook, TODAY, shareable=True).bytes,
    "agreement": lambda workbook: agreement_pdf(workbook, TODAY).bytes,
    "side_by_side": lambda workbook: side_by_side_pdf(workbook, TODAY).bytes,
    "whole": lambda workbook: whole_workbook_pdf(workbook, TODAY).bytes,
    "letter": lambda workbook: letter_pdf(workbook, LetterKind.FOLLOW_UP, TODAY).bytes,
}
MARKED, PLAIN, END = (b"BDC",), (b"BMC",), (b"EMC",)
DRAWN = {b"Tj", b"TJ", b"S", b"f", b"f*", b"b*", b"B*", b"s", b"B", b"b"}


class Tree:
    """The structure of a file as a reader walks it."""

    def __init__(self, content: bytes) -> None:
        self.reader = pypdf.PdfReader(io.BytesIO(content))
        self.root: Any = self.reader.root_object["/StructTreeRoot"]
        self.pages = {page.indirect_reference.idnum: at for at, page in enumerate(self.reader.pages)}  # type: ignore[union-attr]
        numbers = self.root["/ParentTree"]["/Nums"]
        self.parents = dict(zip(numbers[::2], numbers[1::2], strict=True))

    def walk(self, element: Any = None) -> Iterator[tuple[Any, list[tuple[int, int]]]]:
        """Every element with the ink it holds itself, as page and number."""
        element = element if element is not None else self.root["/K"].get_object()
        kids = [kid.get_object() for kid in element["/K"]]
        ink = []
        for kid in kids:
            if isinstance(kid, int):
                ink.append((self.pages[element.raw_get("/Pg").idnum], int(kid)))
            elif kid.get("/Type") == "/MCR":
                ink.append((self.pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"])))
        yield element, ink
        for kid in kids:
            if not isinstance(kid, int) and "/S" in kid:
                yield from self.walk(kid)

    def roles(self) -> list[str]:
        return [str(element["/S"]).removeprefix("/") for element, _ in self.walk()]


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_everything_on_the_pages_is_in_the_tree_or_marked_as_of_no_meaning(name: str, workbook: Workbook) -> None:
    tree = Tree(PAPERS[name](workbook))
    assert tree.reader.root_object["/MarkInfo"]["/Marked"].value is True
    held = Counter(ink for _, own in tree.walk() for ink in own)
    assert set(held.values()) == {1}
    seen = []
    for at, page in enumerate(tree.reader.pages):
        assert page["/StructParents"] == at
        assert page["/Tabs"] == "/S"
        depth = 0
        for operands, operator in ContentStream(page.get_contents(), tree.reader).operations:
            if operator in MARKED and operands[0] != "/Span":
                assert depth == 0, "marks must not nest"
                seen.append((at, int(operands[1]["/MCID"])))
            depth += (operator in (*MARKED, *PLAIN)) - (operator in END)
            assert depth or operator not in DRAWN, f"{operator!r} on page {at + 1} belongs to nothing"
        assert depth == 0
        owners = [owner.get_object() for owner in tree.parents[at].get_object()]
        told = {number: element for element, ink in tree.walk() for page_at, number in ink if page_at == at}
        assert [told[number] for number in range(len(owners))] == owners
    assert sorted(seen) == sorted(held)


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_headings_step_down_one_level_at_a_time_and_rows_are_complete(name: str, workbook: Workbook) -> None:
    tree = Tree(PAPERS[name](workbook))
    levels = [int(role[1]) for role in tree.roles() if re.fullmatch(r"H\d", role)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for element, _ in tree.walk():
        if element["/S"] != "/Table":
            continue
        widths = set()
        for row in element["/K"]:
            cells = [cell.get_object() for cell in row.get_object()["/K"]]
            widths.add(sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in cells))
        assert len(widths) == 1
        header = element["/K"][0].get_object()
        assert {cell.get_object()["/S"] for cell in header["/K"]} == {"/TH"}
        assert all(cell.get_object()["/A"]["/Scope"] == "/Column" for cell in header["/K"])


def _told(content: bytes, tool: Any) -> list[str]:
    """What Poppler finds: the roles and the words, a line each."""
    words = tool(content, "pdfinfo", "-struct-text").splitlines()
    return [line.strip().removesuffix(" (block)").removesuffix(" (inline)").removesuffix(":") for line in words]


def test_a_reader_hears_the_paper_in_its_order(tool: Any) -> None:
    table = Table((Column("What", 1), Column("", 1)), (Row((plain("Pay"), plain("")), (plain("because"),)),), indent=1)
    blocks = (
        Section("Facts", (TwoColumns((KeyValues((_named("Name", "Ada"),)), Bullets((plain("first"),)))), table)),
        Section("Empty", ()),
        Paragraph(plain("The last word.")),
    )
    content = render(Document("Title", "en", "", (_named("Role", "Cook"),), blocks, True, "Foot", "Private")).bytes
    assert [line for line in _told(content, tool) if not line.startswith("/")] == [
        *("Document", "H1", '"Title"', "P", '"Private"', "L", "LI", "Lbl", '"Role"', "LBody", '"Cook"'),
        *("Sect", "H2", '"Facts"', "Div", "L", "LI", "Lbl", '"Name"', "LBody", '"Ada"'),
        *("L", "LI", "Lbl", '"•"', "LBody", '"first"'),
        *("Table", "TR", "TH", '"What"', "TH", "TR", "TD", '"Pay"', "TD", "TR", "TD", "P", '"because"'),
        *("P", '"The last word."'),
    ]


def _named(label: str, text: str) -> Any:
    line = plain(text)
    return type(line)(line.runs, label)


def test_a_table_header_that_comes_back_is_read_once(tool: Any) -> None:
    rows = tuple(Row((plain(f"row {number}"),)) for number in range(120))
    content = render(Document("Title", "en", "", (), (Table((Column("Head", 1),), rows),), False, "Foot")).bytes
    assert len(pypdf.PdfReader(io.BytesIO(content)).pages) > 1
    told = _told(content, tool)
    assert told.count('"Head"') == 1
    assert [line for line in told if line.startswith('"row')] == [f'"row {number}"' for number in range(120)]


def test_a_paragraph_that_a_page_parts_stays_one(tool: Any) -> None:
    words = " ".join(f"word{number}" for number in range(2000))
    content = render(Document("Title", "en", "", (), (Paragraph(plain(words)),), False, "Foot")).bytes
    tree = Tree(content)
    (ink,) = [ink for element, ink in tree.walk() if element["/S"] == "/P"]
    assert [page for page, _ in ink] == list(range(len(tree.reader.pages)))
    assert len(ink) > 1
    assert "".join(_told(content, tool)).replace('"', "").endswith(words)


def test_a_link_is_where_it_is_read_and_says_where_it_leads() -> None:
    link = "https://example.org/pay"
    text = f"See {link}, then mail to jo@ferries.example now"
    tree = Tree(render(Document("Title", "en", "", (), (Paragraph(plain(text)),), False, "Foot")).bytes)
    areas = [one.get_object() for one in tree.reader.pages[0]["/Annots"]]
    assert [area["/Contents"] for area in areas] == [link, "mailto:jo@ferries.example"]
    (paragraph,) = [element for element, _ in tree.walk() if element["/S"] == "/P"]
    kinds = ["ink" if isinstance(kid, int) else str(kid.get_object()["/S"]) for kid in paragraph["/K"]]
    assert kinds == ["ink", "/Link", "ink", "/Link", "ink"]
    for area in areas:
        leads = tree.parents[area["/StructParent"]].get_object()
        assert leads["/K"][-1].get_object().raw_get("/Obj").get_object() == area
        assert area["/F"] == 4


def test_headings_go_no_deeper_than_pdf_knows() -> None:
    room = Room(Setter(), Scale(10), 0, 100)
    assert heading(room.place) == "H2"
    for level in ("H2", "H3", "H4", "H5", "H6", "H6"):
        room = room.inside("Sect")
        assert heading(room.place) == level
