from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from counteroffer.documents.content.agreement import agreement_summary
from counteroffer.documents.content.format import locale_of
from counteroffer.documents.content.shareable import shareable_view
from counteroffer.documents.make import agreement_pdf
from counteroffer.domain.workbook import from_plain
from tests.documents.sample_terms import money
from tests.documents.samples import TODAY, rich, thirty
from tests.documents.test_shareable import strings

Read = Callable[[bytes], str]


def text_of(plain: dict[str, Any]) -> str:
    view = shareable_view(from_plain(plain))
    return " | ".join(strings(agreement_summary(view, str, locale_of(view.language), TODAY)))


def test_the_terms_stand_complete_beside_what_was_first_offered(read: Read) -> None:
    text = read(agreement_pdf(from_plain(rich()), TODAY).bytes)
    assert "Base pay £45,000 a year £47,500 a year 1 February 2027 Rises to £49,000" in text
    assert "28 days a year, five of them to be carried over" in text
    assert "a year, before tax (gross)" in text
    assert "Two references from the last five years (due by 5 December 2026)" in text
    assert "Proof of the right to work (met)" in text


def test_what_is_not_agreed_is_said_and_nothing_is_said_of_what_was_never_asked(read: Read) -> None:
    plain = rich()
    plain["terms"].append({"id": "secret", "name": "Never spoken of", "target": {"value": money(1)}})
    plain["terms"].append({"id": "spoken", "name": "Only spoken of", "target": {"value": money(1)}})
    plain["conversations"]["talks"][0]["points"].append({"id": "x", "term": "spoken", "asked": money(2)})
    text = text_of(plain)
    assert "The talks are not closed yet" in text
    assert "Not agreed yet" in text
    assert "offered: 1 day a week" in text
    assert "Only spoken of" in text
    assert "Never spoken of" not in text


@pytest.mark.parametrize(
    ("outcome", "said", "title"),
    [
        ("agreed", "", "As offered, unchanged"),
        ("declined_by_you", "ended without an agreement", "Not agreed yet"),
        ("declined_by_them", "ended without an agreement", "Not agreed yet"),
        ("lapsed", "ended without an agreement", "Not agreed yet"),
    ],
)
def test_how_it_ended_is_said(outcome: str, said: str, title: str) -> None:
    plain = rich()
    plain["agreement"] |= {"outcome": outcome, "closed_on": "2026-12-01", "confirmed_on": "2026-12-02"}
    text = text_of(plain)
    assert said in text
    assert title in text
    assert "1 December 2026" in text
    assert "not closed yet" not in text


def test_commitments_stand_by_their_day_and_what_one_promised_oneself_does_not() -> None:
    plain = rich()
    plain["agreement"]["commitments"].append(
        {"id": "k4", "what": "Trial ends", "kind": "trial_end", "due": "2027-03-31", "done": True}
    )
    plain["agreement"]["commitments"].append({"id": "k5", "what": "Tell Northgate Mills no", "kind": "other"})
    text = text_of(plain)
    assert text.index("Trial ends (done)") < text.index("Pay review") < text.index("Sign-on payment")
    assert "no day named" in text
    assert "Book the first fortnight off" not in text
    assert "Tell Northgate Mills no" not in text


def test_both_sides_have_a_place_to_sign_and_a_signature_is_dated(read: Read) -> None:
    plain = rich()
    plain["agreement"] |= {"signed_by_you": "2026-12-03"}
    text = read(agreement_pdf(from_plain(plain), TODAY).bytes)
    assert "For the employer" in text
    assert text.count("Place and date") == 2
    # The heading, and once for each side.
    assert text.count("Signature") == 3
    assert "Signed on 3 December 2026" in text
    assert "Dana Whitlock, Head of Operations" in text


def test_nothing_agreed_yet_is_said(read: Read) -> None:
    text = read(agreement_pdf(from_plain({"title": ""}), TODAY).bytes)
    assert "Nothing has been agreed yet." in text
    assert "Page 1 of 1" in text


def test_many_terms_take_several_pages_with_the_header_on_each(read: Read) -> None:
    plain = thirty(60)
    for term in plain["terms"]:
        term["agreed"] = {"value": money(1234), "wording": "to the letter, " * 15, "condition": "word " * 50}
    rendered = agreement_pdf(from_plain(plain), TODAY)
    text = read(rendered.bytes)
    assert rendered.pages > 3
    assert text.count("First offered") >= rendered.pages - 1
    assert f"Page {rendered.pages} of {rendered.pages}" in text
    assert all(f"Benefit number {place} " in text for place in range(1, 61))


def test_a_signature_does_not_go_to_a_page_of_its_own_for_a_few_lines() -> None:
    assert agreement_pdf(from_plain(rich()), TODAY, page="Letter").pages == 1


def test_an_agreed_wording_without_a_level_is_the_agreement() -> None:
    plain = rich()
    plain["terms"][4]["agreed"] = {"wording": "Senior operations analyst, from the start"}
    assert "Senior operations analyst, from the start" in text_of(plain)
