"""What letters say: from what they may know, without a gap where something is missing, and nothing private."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from datetime import date
from typing import Any, get_type_hints

import pytest

from counteroffer.documents.content.format import locale_of
from counteroffer.documents.content.letters import closing, drafts, facts, more_time, parts, proposal
from counteroffer.documents.content.letters.drafts import draft
from counteroffer.documents.content.letters.parts import Draft
from counteroffer.documents.content.shareable import shareable_view
from counteroffer.documents.content.view import Addressee, Evidence, ShareableView
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.base import revise
from counteroffer.domain.levels import ValueRange
from counteroffer.domain.workbook import Workbook, from_plain
from counteroffer.method.wording import Place, remarks
from counteroffer.sample import SAMPLE_DAY, stored_sample
from tests.documents.sample_terms import money, number
from tests.documents.samples import TODAY

KINDS = list(LetterKind)


def drafted(kind: LetterKind, workbook: Workbook | ShareableView, today: date = TODAY) -> Draft:
    view = workbook if isinstance(workbook, ShareableView) else shareable_view(workbook)
    return draft(kind, view, str, locale_of(view.language), today)


@pytest.mark.parametrize("kind", KINDS)
def test_the_drafts_of_the_sample_pass_the_apps_own_eye_for_wording(kind: LetterKind) -> None:
    letter = drafted(kind, stored_sample(), SAMPLE_DAY)
    for text in (letter.subject, letter.body):
        # "How many days" asks for a figure; it does not withhold one.
        found = [text[one.start - 4 : one.end] for one in remarks(text, Place.LETTER, "en")]
        assert [words for words in found if not words.startswith("how many")] == []


def test_the_proposal_says_everything_in_its_order(workbook: Workbook) -> None:
    body = drafted(LetterKind.PROPOSAL, workbook).body
    in_order = [
        "Hello,",
        "Thank you for offering me the role of Operations analyst at Harbour & Hill Ltd. I would build the planning",
        "You publish your delivery figures every quarter; few firms dare to.",
        "What I bring to it:\n• I led the move of two depots to one planning system. Complaints fell by a third in one "
        "year. (Proof: Annual report 2025, page 9. Your goal: Halve delivery times.)",
        "• I read and write SQL, and teach it.\n\n",
        "Base pay: £49,500 a year\nFrom the first day; offered so far: £45,000 a year.\n"
        "Why: The work is that of the next grade up. The advert lists its duties.\n"
        "What bears it out: Analysts with five years of practice in the trade. £44,000 a year to £52,000 a year; "
        "£47,500 a year is typical (Made-up Trade Survey 2026, page 14, seen 3 Nov 2026).\n"
        "What you gain: No agency planner is needed.\n"
        "For whoever has to agree: It is within the range for the grade, and she starts a month earlier.\n"
        "Pay that fits the work matters to me; if April is easier, I am open to that.\n\n",
        "Paid leave: 30 days a year\nOffered so far: 25 days a year.\n",
        "I am open to other ways of meeting the same need.",
        "Thank you for reading this with care.",
        "With kind regards,\nAlex Morgan",
    ]
    places = [body.find(words) for words in in_order]
    assert -1 not in places
    assert places == sorted(places)
    # No fallback, no private reason, no order of importance.
    for never in ("46,500", "48,000", "My rent", "must", "sign-on bonus", "1."):
        assert never not in body


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_workbook_still_gives_a_letter_that_reads_well(kind: LetterKind) -> None:
    letter = drafted(kind, Workbook(id="w"))
    assert letter.subject
    assert letter.body.startswith("Hello,\n\n")
    assert letter.body.endswith("\n\nWith kind regards,")
    reads_well(letter)


def reads_well(letter: Draft) -> None:
    """No gaps and no stumbling: nothing empty, doubled or left over."""
    for text in (letter.subject, letter.body):
        assert text == text.strip()
        assert not re.search(r"None|\{|\}|\.\.(?!\.)|\. \.|,\.|:\.|;\.|\(\)|: ?\n(?!•)|  |\n\n\n|• *\n|^•\s*$", text), (
            text
        )


SPARSE: list[dict[str, Any]] = [
    {"situation": {"employer": "Marrow Ltd.", "people": [{"id": "p", "name": " ", "addressee": True}]}},
    {"situation": {"role": "Planner.", "your_name": "A. B."}, "terms": [{"id": "t"}]},
    {"terms": [{"id": "t", "name": "Pay.", "opening": {"value": money(5)}, "starts": "At once."}]},
    {"terms": [{"id": "t", "opening": {"value": money(5)}, "offered": {"value": money(5)}}]},
    {"terms": [{"id": "t", "name": "Study time", "unit": "text", "what_exactly": "Two hours\n\na week."}]},
    {"terms": [{"id": "t", "agreed": {"wording": "It stays."}}, {"id": "u", "agreed": {"value": money(5)}}]},
    {
        "terms": [{"id": "t", "name": "Leave", "unit": "text", "agreed": {"wording": "As is", "starts": "May."}}],
        "agreement": {"commitments": [{"id": "a"}, {"id": "b", "what": "Review."}, {"id": "c", "who": "Dana"}]},
        "situation": {"conditions": [{"id": "x"}, {"id": "y", "statement": "A check.", "due": "2027-01-01"}]},
    },
    {"research": {"achievements": [{"id": "a"}, {"id": "b", "proof": "page 9"}, {"id": "c", "result": "Half!"}]}},
    {"research": {"contribution": {"their_plans": " ", "what_you_add": "A\n\nB", "what_your_asks_add": "\n"}}},
]


@pytest.mark.parametrize("plain", SPARSE)
@pytest.mark.parametrize("kind", KINDS)
def test_missing_parts_leave_no_gap(kind: LetterKind, plain: dict[str, Any]) -> None:
    reads_well(drafted(kind, from_plain({"id": "w", "created": "2026-11-01T09:00:00Z", **plain})))


def test_a_term_that_was_left_without_a_word_is_not_in_the_letter() -> None:
    bare = from_plain({"terms": [{"id": "t", "agreed": {"wording": " "}, "what_exactly": " ", "unit": "text"}]})
    assert "my asks" not in drafted(LetterKind.PROPOSAL, bare).body
    assert len(drafted(LetterKind.PROPOSAL, bare).paragraphs) == 4


def test_findings_are_told_once_and_with_as_many_figures_as_there_are(workbook: Workbook) -> None:
    view = shareable_view(workbook)

    def told(**changes: Any) -> str:
        found = dataclasses.replace(view.asks[0].evidence[0], **changes)
        asks = (dataclasses.replace(view.asks[0], evidence=(found,)),)
        return drafted(LetterKind.PROPOSAL, dataclasses.replace(view, asks=asks)).body

    assert "bears it out: 44 to 52 are paid (Made-up" in told(statement="44 to 52 are paid.")
    assert "bears it out: It is so (Made-up" in told(statement="It is so", unit=None)
    full: Evidence = view.asks[0].evidence[0]
    only_low = ValueRange(low=full.range.low)
    assert "bears it out: It is so. £44,000 a year (Made-up" in told(statement="It is so", range=only_low)
    assert "bears it out: It is so.\n" in told(
        statement="It is so", range=ValueRange(), source="", address="", seen_on=None
    )


def test_equal_offers_are_lettered_and_what_they_share_is_said_once(plain_workbook: dict[str, Any]) -> None:
    plain_workbook["terms"][1]["options"] = [{"id": "o", "value": number(29)}]

    def package(name: str, leave: dict[str, Any], shown: bool = True) -> dict[str, Any]:
        picks = [{"id": "a", "term": "pay", "slot": "target"}, {"id": "b", "term": "leave", **leave}]
        return {"id": name, "name": "Secret name", "picks": picks, "put_on_table": shown, "note": "Secret note"}

    plain_workbook["packages"] = {
        "saved": [
            package("one", {"slot": "option", "option": "o"}),
            package("two", {"slot": "offered"}),
            package("same", {"slot": "offered"}),
            package("hidden", {"slot": "opening"}, shown=False),
            {"id": "empty", "put_on_table": True, "picks": [{"id": "a", "term": "nowhere"}]},
        ]
    }
    body = drafted(LetterKind.PROPOSAL, from_plain(plain_workbook)).body
    assert (
        "• A – Paid leave: 29 days a year.\n• B – Paid leave: 25 days a year.\nIn each of them: Base pay: £48,000"
        in body
    )
    assert "• C" not in body
    assert "Secret" not in body

    # One alone is no choice, and one with a limit in it is never put down.
    saved = plain_workbook["packages"]["saved"]
    saved[1]["picks"][1]["slot"] = "walk_away"
    saved[2]["picks"][0]["slot"] = "walk_away"
    assert shareable_view(from_plain(plain_workbook)).on_the_table == ()


def test_a_package_that_only_holds_what_all_hold_says_so(plain_workbook: dict[str, Any]) -> None:
    pay = {"id": "a", "term": "pay", "slot": "acceptable"}
    leave = {"id": "b", "term": "leave", "slot": "target"}
    plain_workbook["packages"] = {
        "saved": [
            {"id": "one", "put_on_table": True, "picks": [pay, leave]},
            {"id": "two", "put_on_table": True, "picks": [pay]},
        ]
    }
    body = drafted(LetterKind.PROPOSAL, from_plain(plain_workbook)).body
    assert "• A – Paid leave: 28 days a year.\n• B – nothing beyond what all of them hold.\n" in body


def test_the_summing_up_has_every_agreed_term_and_what_is_still_to_come(plain_workbook: dict[str, Any]) -> None:
    body = drafted(LetterKind.FOLLOW_UP, from_plain(plain_workbook)).body
    assert "Base pay: £47,500 a year\n1 February 2027. Condition: Rises to £49,000 once probation is passed." in body
    assert "Paid leave: 28 days a year\n28 days a year, five of them to be carried over.\nFrom the first day." in body
    assert "• 1 August 2027: Pay review against the agreed measure (Dana Whitlock)." in body
    assert "• Sign-on payment with the first pay (People office)." in body
    # What I promised myself, and what has been settled, is not theirs to confirm.
    assert "fortnight" not in body
    assert "• Two references from the last five years (due by 5 December 2026)." in body
    assert "right to work" not in body
    assert "Still open, as offered so far:\n• " in body
    assert "Please confirm it in writing" in body

    plain_workbook["agreement"]["outcome"] = "agreed"
    assert "As you offered it, unchanged:\n• " in drafted(LetterKind.FOLLOW_UP, from_plain(plain_workbook)).body


def test_words_that_only_repeat_the_level_are_not_said_twice() -> None:
    term = {
        "id": "t",
        "name": "Leave",
        "unit": "days_year",
        "agreed": {"value": number(28), "wording": "28 days a year."},
    }
    assert drafted(LetterKind.FOLLOW_UP, from_plain({"terms": [term]})).body.count("28 days") == 1


def test_more_time_is_asked_for_with_a_day(workbook: Workbook) -> None:
    letter = drafted(LetterKind.MORE_TIME, workbook)
    assert letter.subject == "Your offer: may I answer by 4 December 2026?"
    assert "You asked for my answer by 27 November 2026. May I have until 4 December 2026?" in letter.body
    assert "You asked for" not in drafted(LetterKind.MORE_TIME, Workbook(id="w")).body


@pytest.mark.parametrize(
    ("due", "today", "asked"),
    [
        (date(2026, 11, 27), date(2026, 11, 21), date(2026, 12, 4)),
        (date(2026, 11, 1), date(2026, 11, 17), date(2026, 11, 24)),
        (None, date(2026, 11, 21), date(2026, 11, 30)),
        (None, date(2026, 11, 22), date(2026, 11, 30)),
        (date.max, date(2026, 11, 22), date.max),
    ],
)
def test_the_day_asked_for_is_a_week_on_and_a_working_day(due: date | None, today: date, asked: date) -> None:
    assert more_time.day_asked_for(due, today) == asked


def test_a_no_gives_no_reason_and_no_offence(workbook: Workbook) -> None:
    closed = revise(workbook, agreement=revise(workbook.agreement, outcome_reason="Their limit stayed below mine."))
    for kind in (LetterKind.DECLINE, LetterKind.THEIR_DECLINE):
        body = drafted(kind, closed).body
        assert "limit" not in body
        assert "Thank you" in body
    assert "decided not to accept" in drafted(LetterKind.DECLINE, closed).body
    assert "May I ask what decided it?" in drafted(LetterKind.THEIR_DECLINE, closed).body


def test_a_letter_is_for_whom_it_names_else_for_whoever_gets_the_letters(plain_workbook: dict[str, Any]) -> None:
    people = plain_workbook["situation"]["people"]
    people[0] |= {"addressee": True, "contact": " dana@example.org "}
    people[1]["contact"] = "dana@example.org, sam@example.org"
    workbook = from_plain(plain_workbook)
    assert shareable_view(workbook).addressee == Addressee("Dana Whitlock", "dana@example.org")
    assert shareable_view(workbook, "nobody").addressee == Addressee("Dana Whitlock", "dana@example.org")
    # What is no single plain address is left for the person to fill in.
    assert shareable_view(workbook, "sam").addressee == Addressee("Sam Oyelaran", "")
    assert drafted(LetterKind.DECLINE, workbook).body.startswith("Dear Dana Whitlock,\n")


@pytest.mark.parametrize("module", [closing, drafts, facts, more_time, parts, proposal])
def test_what_makes_letters_cannot_see_a_workbook(module: Any) -> None:
    imported = {
        f"{node.module}.{alias.name}"
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert not any(name.endswith((".Workbook", ".Situation", ".Term", ".Research")) for name in imported)
    assert get_type_hints(draft)["view"] is ShareableView


def test_drafts_pass_through_the_translator_whole_sentence_by_whole_sentence() -> None:
    asked: set[str] = set()

    def translate(message: str) -> str:
        asked.add(message)
        return f"«{message}»"

    view = shareable_view(stored_sample())
    body = draft(LetterKind.PROPOSAL, view, translate, locale_of("de"), TODAY).body
    assert "«Dear Tamsin Orrel,»" in body
    assert "54.000" in body
    assert "Thank you for offering me the role of {role} at {employer}." in asked
