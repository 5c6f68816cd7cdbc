"""The whole workbook on paper: nothing that somebody wrote is missing."""

from __future__ import annotations

import io
import unicodedata
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings

from counteroffer.analysis.formulas import FORMULAS
from counteroffer.documents.content.whole import whole_workbook
from counteroffer.documents.make import whole_workbook_pdf
from counteroffer.documents.pdf.result import Rendered
from counteroffer.domain.anatomy import texts
from counteroffer.domain.workbook import Workbook, from_plain
from counteroffer.method.catalogue import catalogue
from counteroffer.sample import SAMPLE_DAY, stored_sample
from tests.documents.markers import filled, seen
from tests.documents.sample_terms import money, number
from tests.documents.samples import TODAY, rich
from tests.documents.test_shareable import strings
from tests.strategies import workbooks


@pytest.fixture(scope="module")
def paper() -> Rendered:
    """The sample's whole workbook, made once."""
    return whole_workbook_pdf(stored_sample(), SAMPLE_DAY)


def bare(text: str) -> str:
    """The text without what a page may change about it."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def by_name(path: tuple[str, ...], text: str) -> str:
    """What stands on paper for a text: the name that a key of the app has in it, and otherwise the text itself."""
    benefit = catalogue().find(text.strip())
    if path[-1] == "benefit" and benefit is not None:
        return benefit.name
    return FORMULAS[text].title if path[-1] == "formula" and text in FORMULAS else text


def test_every_text_of_the_sample_comes_back_from_the_page(paper: Rendered, read: Any) -> None:
    sample = stored_sample()
    page = bare(read(paper.bytes))
    written = [(path, by_name(path, text)) for path, text in texts(sample)]
    assert len(written) > 700
    # A paragraph may go on on the next page; every line of it is there.
    lost = [path for path, text in written for line in text.split("\n") if bare(line)[:40] not in page]
    assert lost == []


@pytest.mark.parametrize("said", [True, False])
def test_every_field_of_every_model_is_there(said: bool, read: Any) -> None:
    workbook, words = filled(said)
    shown = seen(read(whole_workbook_pdf(workbook, TODAY).bytes), words)
    # Ids and links that lead nowhere are nobody's words.
    # The day on which it was begun stands in the head of the document.
    links = {"term", "terms", "order", "hangs_on", "people", "to", "research", "finding", "option", "taken_from"}
    lost = {place for place in set(words.values()) - shown if place.rsplit(".", 1)[-1] not in links}
    assert lost == set()


@given(workbook=workbooks())
@settings(max_examples=8)
def test_every_text_of_any_workbook_is_in_its_content(workbook: Workbook) -> None:
    said = bare(" ".join(strings(whole_workbook(workbook, TODAY, str))))
    lost = [path for path, text in texts(workbook) if bare(by_name(path, text)) not in said]
    assert lost == []


def test_the_tabs_are_the_bookmarks_in_the_order_of_the_work(paper: Rendered) -> None:
    reader = pypdf.PdfReader(io.BytesIO(paper.bytes))
    outline: Any = reader.outline
    title, sections = outline
    assert title["/Title"] == stored_sample().title
    assert [one["/Title"] for one in sections] == [
        *("Workbook", "Offer", "Research", "Priorities", "Justifications", "Alternatives"),
        *("Packages", "Conversations", "Agreement", "Look back", "As a whole"),
    ]


def test_it_is_private_and_says_so(paper: Rendered, read: Any) -> None:
    assert read(paper.bytes).count("Private: for your eyes only") == paper.pages + 1


def said_in(plain: dict[str, Any]) -> str:
    return " | ".join(strings(whole_workbook(from_plain(plain), TODAY, str)))


def test_links_are_written_as_the_names_of_what_they_lead_to() -> None:
    text = said_in(rich())
    assert "Findings that bear it out: " in text.replace(" | ", "")
    assert "The order of the asks" not in text
    plain = rich()
    plain["conversations"]["plan"]["order"] = ["leave", "nowhere", "pay"]
    assert "Paid leave and Base pay" in said_in(plain)


def test_figures_are_counted_in_what_they_are_figures_of() -> None:
    text = said_in(rich())
    for words in (
        "low £39,000, likely £42,500, high £45,000, probability 60%",
        "How likely it really is: 3%",
        "Low: £44,000 a year · Typical: £47,500 a year",
        "What you asked: £49,500 a year",
        "37.5",
    ):
        assert words in text, words


def test_levels_of_another_offer_are_counted_as_the_term_beside_them() -> None:
    plain = rich()
    plain["situation"]["other_offers"][0]["terms"] = [
        {"id": "a", "term": "leave", "value": number(26)},
        {"id": "b", "value": money(5)},
        {"id": "c"},
    ]
    text = said_in(plain)
    assert "Which term: Paid leave · What they offer: 26 days a year" in text
    assert "£5" in text


def test_a_list_with_nothing_in_it_takes_no_room() -> None:
    plain = {"id": "w", "created": "2026-11-01T09:00:00Z", "research": {"questions": [{"id": "a"}]}}
    assert "Questions to ask" not in said_in(plain)
    assert "Research" in said_in(plain)


def test_an_empty_workbook_has_a_page(read: Any) -> None:
    rendered = whole_workbook_pdf(Workbook(id="w"), TODAY)
    assert rendered.pages == 1
    assert "Fields that are empty" in read(rendered.bytes)
