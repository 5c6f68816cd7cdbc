"""What differs between two states, in words: each line worked by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from counteroffer.documents.content.differing import difference_lines
from counteroffer.documents.content.format import Format, locale_of
from counteroffer.documents.content.naming import LONGEST, shortened
from counteroffer.domain.base import revise
from counteroffer.domain.edits import Edit, Insert, Move, Remove, Set, apply
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook
from tests import strategies

FMT = Format(locale_of("en"), "EUR", str)
LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"

BOOK = Workbook(
    id="w",
    terms=[
        {
            "id": "pay",
            "name": "Base pay",
            "target": {"value": {"kind": "amount", "amount": "85000"}},
            "valuation": {"formula": "paid_days", "inputs": [{"id": "work_days"}, {"id": "unheard_of"}]},
        },
        {"id": "days", "name": "Days off", "unit": "days_year"},
        {"id": "nameless"},
        {"id": "title", "name": "Title", "unit": "text", "target": {"value": {"kind": "text", "text": "Lead"}}},
    ],
    research={"findings": [{"id": "f"}]},
    situation={
        "employer": "Harbour & Hill",
        "plans": [{"id": "plan", "name": "Stay"}],
        "offer_text": LONG,
        "attachments": [{"id": "paper", "name": "offer.pdf"}],
        "other_offers": [{"id": "rival", "employer": "Northgate", "terms": [{"id": "o", "term": "days"}]}],
    },
    conversations={"talks": [{"id": "talk", "day": "2027-03-04", "points": [{"id": "p", "term": "pay"}]}]},
    agreement={"letters": [{"id": "letter"}]},
)


def _lines(*edits: Edit, before: Workbook = BOOK, fmt: Format = FMT) -> tuple[str, ...]:
    after = before
    for edit in edits:
        after = apply(after, edit)
    return difference_lines(before, after, fmt)


def _set(path: str, value: Any) -> Set:
    return Set(tuple(path.split("/")), value)


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        ("situation/employer", "Northgate", "Offer · Employer: Harbour & Hill → Northgate"),
        ("situation/employer", "", "Offer · Employer: Harbour & Hill → empty"),
        ("situation/role", "Planner", "Offer · Role: empty → Planner"),
        ("situation/best_plan", "plan", "Offer · Your best alternative (BATNA): empty → Stay"),
        ("situation/offered_on", date(2027, 3, 4), "Offer · Offer made on: empty → Mar 4, 2027"),
        ("situation/stage", "negotiating", "Offer · How far things have come: empty → Negotiating"),
        ("situation/currency", "PLN", "Offer · Currency: EUR → PLN"),
        ("situation/pay/hours_a_week", "38.5", "Offer · How pay is meant · Hours a week: empty → 38.5"),
        ("situation/pay/payments_a_year", 13, "Offer · How pay is meant · Payments a year: 12 → 13"),
        ("situation/pay/shift_premium", "0.25", "Offer · How pay is meant · Shifts paid extra: empty → 25%"),
        ("situation/walk_away/amount", "71000", "Offer · Where you would walk away · Your limit: empty → €71,000"),
        ("situation/plans/plan/months", {"low": "2"}, "Offer · Stay · How many months it would take: empty → low 2"),
        ("situation/plans/plan/worth", {"likely": "500"}, "Offer · Stay · What it is worth in a year: empty → €500"),
        (
            "situation/plans/plan/worth",
            {"low": "1", "likely": "2", "high": "3", "probability": "0.8"},
            "Offer · Stay · What it is worth in a year: empty → low €1, likely €2, high €3, probability 80%",
        ),
        ("situation/attachments/paper/sha256", "0" * 64, f"Offer · offer.pdf · Fingerprint: empty → {'0' * 64}"),
        (
            "situation/other_offers/rival/terms/o/value",
            {"kind": "number", "number": "30"},
            "Offer · Northgate · Days off · What they offer: empty → 30 days a year",
        ),
        ("tags", ["a", "b"], "Tags: empty → a, b"),
        (
            "terms/pay/target/value",
            {"kind": "amount", "amount": "88000"},
            "{pay} · Target: €85,000 a year → €88,000 a year",
        ),
        ("terms/pay/target/value", None, "{pay} · Target: €85,000 a year → empty"),
        ("terms/pay/offered/in_writing", True, "{pay} · As offered · It is in writing: no → yes"),
        ("terms/pay/importance", "must", "{pay} · How much hangs on it: empty → Must have"),
        (
            "terms/pay/justification/evidence",
            ["days", "x"],
            "{pay} · Why · Findings that bear it out: empty → Days off, x",
        ),
        ("terms/pay/name", "Pay", "Pay · Term: Base pay → Pay"),
        ("terms/nameless/note", "a\nb", "Terms 3 · Note to self: empty → a b"),
        (
            "terms/pay/valuation/inputs/work_days/estimate",
            {"likely": "220"},
            "{pay} · What it is worth · Work days a year · Figure: empty → 220",
        ),
        (
            "terms/pay/valuation/inputs/unheard_of/note",
            "Mine",
            "{pay} · What it is worth · Its inputs 2 · Where the figure comes from: empty → Mine",
        ),
        (
            "conversations/talks/talk/points/p/asked",
            {"kind": "amount", "amount": "90000"},
            "Conversations · Mar 4, 2027 · Base pay · What you asked: empty → €90,000 a year",
        ),
        (
            "conversations/talks/talk/points/p/answered",
            {"kind": "yes_no", "yes": True},
            "Conversations · Mar 4, 2027 · Base pay · What they offered: empty → yes",
        ),
        (
            "agreement/letters/letter/sent_on",
            "2027-03-04",
            "Agreement · A comprehensive proposal · Sent on: empty → Mar 4, 2027",
        ),
        ("agreement/letters/letter/to", "nobody", "Agreement · A comprehensive proposal · To: empty → nobody"),
        (
            "research/findings/f/range/low",
            {"kind": "number", "number": "3"},
            "Research · Findings 1 · What is usual · Low: empty → 3",
        ),
        ("terms/title/target/value", {"kind": "text", "text": " "}, "Title · Target: Lead → empty"),
        ("created", "2027-03-04T09:30:00Z", "Created: Mar 1, 2027, 12:00 → Mar 4, 2027, 09:30"),
    ],
)
def test_a_field(path: str, value: Any, line: str) -> None:
    before = apply(BOOK, _set("created", "2027-03-01T12:00:00Z"))
    assert _lines(_set(path, value), before=before) == (line.replace("{pay}", "Base pay"),)


def test_entries_that_come_go_and_move() -> None:
    assert _lines(
        Remove(("situation", "plans", "plan")),
        Insert(("situation", "people"), 0, {"name": "Dana"}),
        Insert(("research", "findings"), 0, {}),
        Move(("terms", "pay"), 2),
    ) == (
        "Offer · The people: “Dana” was added",
        "Offer · What you do without an agreement: “Stay” was taken out",
        "Research · Findings: an entry was added",
        "Terms: “Base pay” was moved from place 1 to 3",
    )


def test_of_long_texts_the_first_words_that_differ() -> None:
    (line,) = _lines(_set("situation/offer_text", LONG.replace("twelve", "TWELVE")))
    assert line == (
        "Offer · The offer in their words: …eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " → …eight nine ten eleven TWELVE thirteen fourteen fifteen sixteen seventeen"
    )
    (line,) = _lines(_set("situation/offer_text", f"{LONG} eighteen"))
    assert line.endswith(": …sixteen seventeen → …sixteen seventeen eighteen")
    (line,) = _lines(_set("situation/offer_text", "Nought " + LONG))
    assert " → Nought one two" in line
    (line,) = _lines(
        _set("situation/offer_text", "漢" * 5000), before=apply(BOOK, _set("situation/offer_text", "漢" * 4000))
    )
    assert len(line) < 200


def test_what_cannot_be_seen_is_only_said_to_have_changed() -> None:
    (line,) = _lines(_set("situation/employer", "Harbour  &  Hill"))
    assert line == "Offer · Employer: changed"


def test_text_from_right_to_left_cannot_turn_the_arrow_round() -> None:
    (line,) = _lines(_set("situation/employer", "ميناء"), before=apply(BOOK, _set("situation/employer", "נמל")))
    assert line == "Offer · Employer: \u2068נמל\u2069 → \u2068ميناء\u2069"


def test_what_is_too_many_is_counted() -> None:
    sample = sample_workbook(date(2027, 3, 1))
    lines = difference_lines(Workbook(id=sample.id), sample, FMT)
    assert len(lines) == 21
    assert lines[-1].startswith("and ")
    every = difference_lines(Workbook(id=sample.id), sample, FMT, 10_000)
    assert lines[-1] == f"and {len(every) - 20} more"
    assert all(len(line) < 400 and "\n" not in line for line in every)


def test_titles_and_words_are_translated_and_what_was_typed_is_not() -> None:
    shouted = Format(locale_of("de"), "EUR", lambda text: text if "{" in text else text.upper())
    (line,) = _lines(_set("terms/pay/importance", "must"), fmt=shouted)
    assert line == "Base pay · HOW MUCH HANGS ON IT: EMPTY → MUST HAVE"
    (line,) = _lines(_set("situation/pay/hours_a_week", "38.5"), fmt=shouted)
    assert line.endswith("→ 38,5")


def test_a_name_is_cut_between_words() -> None:
    assert shortened("a  b\nc") == "a b c"
    assert shortened("word " * 30) == f"{'word ' * 11}word…"
    assert shortened("x" * 100) == "x" * LONGEST + "…"
    assert shortened(" " * 1000 + "x") == "…"
    assert shortened(f"{'word ' * 11}two. {'more ' * 5}") == f"{'word ' * 11}two…"


@settings(max_examples=max(5, settings().max_examples // 10))
@given(strategies.workbooks(max_terms=1), strategies.workbooks(max_terms=1))
def test_every_difference_has_a_line(before: Workbook, after: Workbook) -> None:
    after = revise(after, id=before.id)
    lines = difference_lines(before, after, FMT, 10_000)
    assert bool(lines) is (before != after)
    assert all(line and "\n" not in line for line in lines)
