"""Whatever stands in a workbook: every paper is made, the brief is one page, nothing private gets out, nothing is lost.

Read back with another program. Reading puts letters of other directions in an order of its own and merges some marks,
so words of plain letters are looked for as they stand, and all others letter by letter.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pypdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counteroffer.documents.content.agreement import agreement_summary
from counteroffer.documents.content.blocks import Document, Line, Row
from counteroffer.documents.content.brief import brief
from counteroffer.documents.content.compare import side_by_side
from counteroffer.documents.content.format import locale_of
from counteroffer.documents.content.letters.paper import letter_document
from counteroffer.documents.content.shareable import shareable_view
from counteroffer.documents.content.shared_brief import shareable_brief
from counteroffer.documents.content.whole import whole_workbook
from counteroffer.documents.make import PAGES
from counteroffer.documents.pdf import fonts
from counteroffer.documents.pdf.clean import clean
from counteroffer.documents.pdf.render import render
from counteroffer.documents.pdf.result import Page, Rendered
from counteroffer.documents.pdf.shape import needs_shaping
from counteroffer.domain.agreement import Letter, LetterKind
from counteroffer.domain.base import revise
from counteroffer.domain.situation import Plan
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook, from_plain
from tests.documents.samples import TODAY, rich, thirty
from tests.strategies import workbooks

SECRET = "zqprivatezq"  # noqa: S105 - a word to look for
HOSTILE = (
    '<b>bold</b> &lt;i&gt; <img src="file:///etc/passwd"/> <para>',
    "\u202eexe.fdp\u202c \u2067right\u2069 \u200fmark\u200e zero\u200bwidth\ufeff",
    "%s {0} {name} {{}} \\n \\u0041 (unbalanced ) ]] >> endstream endobj %%EOF",
    "שכר בסיס 85,000 (לשנה) abc",
    "الراتب الأساسي ٨٥٠٠٠ كَتَبَ",
    "मूल वेतन क्षत्रिय ไม่ได้ 中文 😀 ✓",
    "a\u0301\u0302\u0303\u0304 q\u0308" * 3,
    "W" * 280,
    "ل" * 250,
    " \u2003 ",
    "",
)
LONG = ("x" * 10_000, "בָּ" * 3_000, "word " * 2_000, "line\n" * 200, "ب" * 10_000)


@st.composite
def attacked(draw: st.DrawFn) -> Workbook:
    """A random workbook with hostile words in open places and a secret in private ones."""
    workbook = draw(workbooks())
    hostile = st.sampled_from(HOSTILE)
    situation = revise(
        workbook.situation,
        employer=draw(hostile),
        your_name=draw(hostile),
        why_role=draw(st.sampled_from((*HOSTILE, *LONG))),
        walk_away=revise(workbook.situation.walk_away, reason=SECRET, whatever_the_numbers=SECRET),
        plans=(*workbook.situation.plans, Plan(name=SECRET, steps=SECRET)),
    )
    return revise(workbook, situation=situation, terms=tuple(_attacked(term, draw) for term in workbook.terms))


def _attacked(term: Term, draw: st.DrawFn) -> Term:
    why = revise(
        term.justification,
        line=SECRET + draw(st.sampled_from(HOSTILE)),
        another_way=SECRET,
        for_their_boss=draw(st.sampled_from((*HOSTILE, *LONG))),
    )
    agreed = revise(term.agreed, wording=draw(st.sampled_from(HOSTILE)))
    return revise(term, name=draw(st.sampled_from(HOSTILE)), justification=why, agreed=agreed)


@settings(max_examples=max(1, settings().max_examples // 5))
@given(attacked(), st.sampled_from(PAGES))
@example(from_plain({"title": ""}), "A4")
@example(from_plain({"title": ""}), "Letter")
@example(from_plain(rich()), "Letter")
@example(from_plain(thirty()), "A4")
def test_whatever_stands_in_a_workbook(read: Callable[[bytes], str], workbook: Workbook, page: Page) -> None:
    _all_papers(workbook, page, read)


@settings(max_examples=max(1, settings().max_examples // 10))
@given(attacked(), st.sampled_from(PAGES), st.sampled_from(LetterKind))
@example(from_plain({"title": ""}), "A4", LetterKind.PROPOSAL)
@example(from_plain(rich()), "A4", LetterKind.DECLINE)
def test_whatever_stands_in_a_workbook_on_the_longer_papers_and_in_letters(
    read: Callable[[bytes], str], workbook: Workbook, page: Page, kind: LetterKind
) -> None:
    view = shareable_view(workbook)
    letter = letter_document(Letter(kind=kind), view, str, locale_of(view.language), TODAY)
    for document in (letter, side_by_side(workbook, TODAY, str), whole_workbook(workbook, TODAY, str)):
        _one_paper(document, page, read)


@pytest.mark.torture
@pytest.mark.parametrize("page", PAGES)
def test_five_hundred_terms_on_every_paper(page: Page, read: Callable[[bytes], str]) -> None:
    _all_papers(from_plain(thirty(500)), page, read)


def _all_papers(workbook: Workbook, page: Page, read: Callable[[bytes], str]) -> None:
    view = shareable_view(workbook)
    locale = locale_of(view.language)
    for document in (
        brief(workbook, TODAY, str),
        shareable_brief(view, str, locale, TODAY),
        agreement_summary(view, str, locale, TODAY),
    ):
        _one_paper(document, page, read)


def _one_paper(document: Document, page: Page, read: Callable[[bytes], str]) -> None:
    rendered = render(document, page)
    pages = len(pypdf.PdfReader(BytesIO(rendered.bytes)).pages)
    assert pages == rendered.pages
    assert pages == 1 or not document.one_page
    text = read(rendered.bytes)
    assert document.private or SECRET not in "".join(text.split())
    assert lost(document, rendered, text) == []
    assert not rendered.lacking or rendered.missing_glyphs


def lost(document: Document, rendered: Rendered, text: str) -> list[str]:
    """Words that stand in the document, and neither on its pages nor among what is reported as left out."""
    named = {name.removesuffix(" (shortened)") for name in rendered.left_out}
    solid = "".join(text.split())
    letters = Counter(_letters(text))
    gone = []
    for line in _lines(document, named):
        shown = clean(line, fonts.covered()).text
        for word in unicodedata.normalize("NFKC", shown).split():
            # A long word may be cut where its column ends, and its parts stand in different lines of a table.
            if len(word) > 10 or needs_shaping(shown):
                gone += [word] if Counter(_letters(word)) - letters else []
            else:
                gone += [part for part in re.findall(r"[^\W_]+", word) if part not in solid]
    return gone


def _letters(text: str) -> str:
    """Letters and figures; what a reader of PDF puts together from a letter and its marks is taken apart again."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if unicodedata.category(letter)[0] in "LN")


def _lines(thing: Any, named: set[str]) -> Iterator[str]:
    """Every text of a document that must be on its pages."""
    if isinstance(thing, Line) and thing.name not in named - {""}:
        yield thing.text
    elif isinstance(thing, Row) and thing.name in named - {""}:
        return
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _lines(one, named)
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, Line):
        for field in dataclasses.fields(thing):
            yield from _lines(getattr(thing, field.name), named)


def test_a_word_that_is_lost_would_be_noticed(read: Callable[[bytes], str]) -> None:
    document = brief(from_plain(rich()), date(2026, 11, 21), str)
    rendered = render(document)
    text = read(rendered.bytes)
    assert lost(document, rendered, text) == []
    assert lost(document, rendered, text.replace("Harbour", "")) != []
    assert lost(document, dataclasses.replace(rendered, left_out=()), text) != []
