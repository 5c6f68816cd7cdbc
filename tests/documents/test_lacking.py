"""The words for what a typeface does not have."""

from __future__ import annotations

import pytest

from counteroffer.documents.content.blocks import Document, Paragraph, Section, plain
from counteroffer.documents.make import brief_pdf
from counteroffer.documents.pdf.lacking import kind_of, lacking
from counteroffer.documents.pdf.render import render
from counteroffer.documents.pdf.result import Kind, Lacking
from counteroffer.domain.workbook import Workbook
from tests.documents.samples import TODAY


@pytest.mark.parametrize(
    ("letters", "kind"),
    [
        ("薪ひカ、ﾊ", Kind.HAN),
        ("한ᄒ", Kind.KOREAN),
        ("क্தി", Kind.INDIC),
        ("ไក", Kind.SOUTH_EAST),
        ("Հგ", Kind.CAUCASIAN),
        ("ሀ", Kind.ETHIOPIC),
        ("😀🎉☀✨", Kind.EMOJI),
        ("⠁\ue000\U0010ffff", Kind.OTHER),
    ],
)
def test_each_character_is_of_a_kind_that_a_person_would_name(letters: str, kind: Kind) -> None:
    assert {kind_of(letter) for letter in letters} == {kind}


def test_they_are_counted_by_kind_and_headings_are_named_once() -> None:
    blocks = (
        Section("First", (Paragraph(plain("薪水 😀")), Paragraph(plain("很")))),
        Section("Second", (Paragraph(plain("好 and plain")),)),
    )
    rendered = render(Document("Title 🎉", "en", "", (), blocks, False, "Foot"))
    assert rendered.lacking == (
        Lacking(Kind.HAN, 4, ("First", "Second")),
        Lacking(Kind.EMOJI, 2, ("Title 🎉", "First")),
    )


def test_nothing_is_lacking_where_all_is_there(workbook: Workbook) -> None:
    assert brief_pdf(workbook, TODAY).lacking == ()
    assert lacking(Document("中", "en", "", (), (), False, ""), ()) == ()
