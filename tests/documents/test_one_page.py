"""The brief is one page, always, and names what it had to leave out."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counteroffer.documents.content.blocks import (
    Bullets,
    Column,
    Document,
    Heading,
    KeyValues,
    Line,
    NotesSpace,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    TwoColumns,
    plain,
)
from counteroffer.documents.content.brief import brief
from counteroffer.documents.content.drops import DETAIL_FROM, Drop, of_ask, of_entry
from counteroffer.documents.content.trim import cuts, pieces, trimmed
from counteroffer.documents.make import PAGES, brief_pdf
from counteroffer.documents.pdf.render import render
from counteroffer.documents.pdf.styles import FLOOR
from counteroffer.domain.workbook import from_plain
from tests.documents.samples import TODAY, rich, thirty
from tests.strategies import workbooks

OF_AN_ASK = [
    "the line to say",
    "reason",
    "evidence",
    "their objection",
    "alternatives",
    "what they gain",
    "another way",
]


@pytest.mark.parametrize(
    ("page", "last_row", "borne_out", "answered"),
    [
        ("A4", 20, [], {1: ["their objection", "alternatives"], 2: ["their objection"]}),
        ("Letter", 17, ["evidence"], {}),
    ],
)
def test_thirty_filled_terms_leave_out_exactly_these_lines(
    page: Any, last_row: int, borne_out: list[str], answered: dict[int, list[str]], read: Callable[[bytes], str]
) -> None:
    rendered = brief_pdf(from_plain(thirty()), TODAY, page=page)
    assert rendered.pages == 1

    expected = ["Your opening words"]
    for rank in range(1, 31):
        name = f"{rank}. Benefit number {rank}"
        expected += [name] if rank > last_row else []
        kept = ["the line to say", "reason", *borne_out, *answered.get(rank, [])] if rank <= 5 else []
        expected += [f"{name}: {what}" for what in OF_AN_ASK if what not in kept]
    expected += ["Why me 1 (shortened)"] if page == "A4" else []
    expected += ["Why me 2", "Why me 3", "What binds them 2", "Question 2"]
    expected += ["What they need", "What they do without me", "First figure", "Give and get", "What to listen for"]
    expected += ["Words that ask for time to think", "What I do with it", "Leave whatever the numbers", "Other offer 1"]
    assert list(rendered.left_out) == expected

    text = read(rendered.bytes)
    what = "left out or shortened" if page == "A4" else "left out"
    assert f"Lines {what}: {len(expected)}. See Conversations, Justifications, Alternatives" in text
    for rank in range(1, 31):
        assert (f"Benefit number {rank} a year" in text) == (rank <= last_row)
        assert (f"Line {rank}: given" in text) == (rank <= 5)
    assert "£43,000 a year, the whole package" in text


@pytest.mark.parametrize(("page", "shareable"), [("A4", False), ("Letter", False), ("Letter", True)])
def test_hundreds_of_terms_are_one_page_and_keep_nobody_waiting(page: Any, shareable: bool) -> None:
    workbook = from_plain(thirty(500))
    start = time.perf_counter()
    rendered = brief_pdf(workbook, TODAY, page=page, shareable=shareable)
    # Less than a second when nothing else runs; the bound is for machines that have much else to do.
    assert time.perf_counter() - start < 15
    assert len(pypdf.PdfReader(BytesIO(rendered.bytes)).pages) == rendered.pages == 1
    assert len(rendered.left_out) > 1000


@pytest.mark.parametrize("page", PAGES)
def test_words_without_end_are_one_page_and_shortened_by_name(page: Any, read: Callable[[bytes], str]) -> None:
    filled = rich()
    filled["situation"] |= {"employer": "W" * 300, "role": "W" * 300, "place": "W" * 300, "why_role": "x" * 10_000}
    filled["terms"][0]["name"] = "Q" * 300
    filled["terms"][0]["justification"]["line"] = "word " * 3000
    rendered = brief_pdf(from_plain(filled), TODAY, page=page)
    assert rendered.pages == 1
    assert {"Employer (shortened)", "Role (shortened)", "Why this role (shortened)"} <= set(rendered.left_out)
    assert f"1. {'Q' * 300}: the line to say (shortened)" in rendered.left_out
    assert f"Lines left out or shortened: {len(rendered.left_out)}." in read(rendered.bytes)


def test_no_letter_is_smaller_than_can_be_read() -> None:
    sizes: set[float] = set()

    def note(text: str, matrix: Any, place: Any, font: Any, size: float) -> None:
        sizes.add(size)

    for content in (thirty(), rich()):
        rendered = brief_pdf(from_plain(content), TODAY)
        pypdf.PdfReader(BytesIO(rendered.bytes)).pages[0].extract_text(visitor_text=note)
    sizes.discard(0)
    assert sizes
    assert min(sizes) >= FLOOR


def test_a_brief_that_fits_leaves_nothing_out_and_gives_the_rest_to_notes(read: Callable[[bytes], str]) -> None:
    little = {"title": "", "situation": {"employer": "Harbour & Hill", "why_role": "I want to build the planning."}}
    rendered = brief_pdf(from_plain(little), TODAY)
    assert rendered.left_out == ()
    text = read(rendered.bytes)
    assert "Notes" in text
    assert "left out" not in text
    assert brief_pdf(from_plain({"title": ""}), TODAY).pages == 1


@settings(max_examples=15)
@given(workbooks(), st.sampled_from(PAGES), st.booleans())
def test_any_workbook_is_one_page(workbook: Any, page: Any, shareable: bool) -> None:
    rendered = brief_pdf(workbook, TODAY, page=page, shareable=shareable)
    assert len(pypdf.PdfReader(BytesIO(rendered.bytes)).pages) == 1


@given(workbooks())
@settings(max_examples=20)
def test_every_piece_of_a_brief_can_leave_or_be_shortened(workbook: Any) -> None:
    document = brief(workbook, TODAY, str)
    found = pieces(document)
    assert all(piece.drop or piece.most for piece in found)
    for piece in found:
        row = found[piece.row] if piece.row is not None else piece
        # What explains a row leaves before it does, or together with it.
        assert piece is row or piece.drop == 0 or piece.drop > row.drop
        assert piece.name or piece.row is not None or piece.drop == Drop.NOTES
    bare = trimmed(document, cuts(document))
    assert all(piece.drop == 0 for piece in pieces(bare))


def test_later_asks_and_later_entries_leave_sooner() -> None:
    assert of_ask(4, Drop.LINES) is Drop.LINES
    assert of_ask(5, Drop.LINES) is Drop.MORE_LINES
    assert of_ask(5, Drop.FIRST_ASKS) is Drop.MORE_ASKS
    assert of_ask(5, Drop.EVIDENCE) is Drop.REST
    assert of_entry(2) is Drop.CORE
    assert of_entry(3) is Drop.MORE


def line(name: str, drop: int, text: str = "some words", most: int = 0) -> Line:
    return Line((Run(text),), name=name, where="Offer", drop=drop, most=most)


def document(*blocks: Any, **more: Any) -> Document:
    return Document("Title", "en", "", (), blocks, False, "", one_page=True, detail_from=DETAIL_FROM, **more)


def test_steps_shorten_the_longest_first_then_drop_by_rank_and_from_the_end() -> None:
    content = document(
        Heading("Kept"),
        Section("Section", (Bullets((line("a", 3), line("b", 7, "long words", 2))),)),
        TwoColumns((KeyValues((line("c", 7, "longer than that", 2),)), Paragraph(plain("always")))),
        Table((), (Row((plain("cell"),), (line("e", 9),), "d", "Offer", 3),)),
        NotesSpace("Notes", drop=14),
    )
    names = [piece.name for piece in pieces(content)]
    assert names == ["a", "b", "c", "", "d", "e", ""]
    order = [(names[cut.index], cut.drop) for cut in cuts(content)]
    assert order == [("c", 0), ("b", 0), ("", 14), ("e", 9), ("c", 7), ("b", 7), ("d", 3), ("a", 3)]
    assert [piece.name for piece in pieces(trimmed(content, cuts(content)))] == [""]


def test_a_dropped_row_takes_along_what_stands_below_it_and_all_is_named() -> None:
    rows = tuple(
        Row((plain(f"row {place}"),), (line(f"below {place}", 3, "words " * 40),), f"row {place}", "Priorities", 2)
        for place in range(90)
    )
    rendered = render(document(Section("Rows", (Table((Column("What", 1),), rows),))))
    gone = set(rendered.left_out)
    assert rendered.pages == 1
    assert 0 < sum(name.startswith("row") for name in gone) < 90
    assert all(f"below {name[4:]}" in gone for name in gone if name.startswith("row"))


def test_what_left_comes_back_if_something_else_made_room_for_it() -> None:
    filler = tuple(line(f"keep {place}", 1) for place in range(40))
    content = document(
        Section("First", (Bullets((*filler, line("short", 9), line("endless", 8, "words " * 1500))),)),
    )
    assert render(content).left_out == ("endless",)


def test_a_page_may_name_one_tab_alone() -> None:
    many = tuple(Line((Run("words " * 12),), name=f"line {place}", drop=9) for place in range(120))
    rendered = render(document(Section("Lines", (Bullets(many),))))
    assert rendered.left_out
    assert rendered.pages == 1


def test_a_page_may_hold_every_kind_of_block(read: Callable[[bytes], str]) -> None:
    empty = Table((Column("Nothing", 1),), ())
    facts = KeyValues((Line((Run("12"),), "Payments"), Line((Run("5"),), "Days")))
    content = document(Heading("A heading"), empty, facts, Bullets((Line(),)), Paragraph(plain("The end")))
    assert read(render(content).bytes).startswith("Title A heading Payments 12 Days 5 The end")


def test_notes_may_stand_anywhere() -> None:
    for block in (Section("In", (NotesSpace("Notes"),)), TwoColumns((NotesSpace("Notes"),)), NotesSpace("Notes")):
        assert render(document(block)).pages == 1
