"""Nothing private reaches a paper that may be handed over: every field of the model bears a mark of its own."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any, get_type_hints

import pytest

from counteroffer.documents.content import agreement, shareable, shared_brief
from counteroffer.documents.content.brief import brief
from counteroffer.documents.content.format import locale_of
from counteroffer.documents.content.shareable import ShareableView, shareable_view
from counteroffer.documents.make import PAGES, agreement_pdf, brief_pdf
from counteroffer.domain.base import revise
from counteroffer.domain.workbook import Workbook, from_plain
from counteroffer.sample import SAMPLE_DAY, stored_sample
from tests.documents.markers import filled, seen
from tests.documents.sample_terms import money
from tests.documents.samples import TODAY

ANYBODY = {
    "situation.employer",
    "situation.role",
    "situation.place",
    "situation.your_name",
    "situation.reply_due",
    "situation.why_role",
    "situation.why_employer",
    "terms[Term].name",
    "terms[Term].offered.value",
    "terms[Term].starts",
    "terms[Term].justification.gains[Gain].statement",
    "terms[Term].justification.for_their_boss",
    "research.achievements[Achievement].what",
    "research.achievements[Achievement].result",
    "research.achievements[Achievement].proof",
    "research.achievements[Achievement].goal",
}
IF_SAYABLE = {
    "terms[Term].justification.reasons[Reason].statement",
    "terms[Term].justification.reasons[Reason].legitimate",
    "research.findings[Finding].statement",
    "research.findings[Finding].range.low",
    "research.findings[Finding].range.typical",
    "research.findings[Finding].range.high",
    "research.findings[Finding].source",
    "research.findings[Finding].address",
    "research.findings[Finding].seen_on",
}
SPOKEN = "conversations.talks[Talk].points[Point].asked"
OPENING = "terms[Term].opening.value"
AGREED = {
    "situation.employer",
    "situation.role",
    "situation.place",
    "situation.your_name",
    "situation.conditions[Condition].statement",
    "terms[Term].name",
    "terms[Term].offered.value",
    "terms[Term].agreed.value",
    "terms[Term].agreed.wording",
    "terms[Term].agreed.starts",
    "terms[Term].agreed.condition",
    "terms[Term].agreed.sees_to_it",
    "agreement.closed_on",
    "agreement.confirmed_on",
    "agreement.signed_by_you",
    "agreement.signed_by_them",
    "agreement.their_signatory",
    "agreement.commitments[Commitment].what",
    "agreement.commitments[Commitment].who",
    "agreement.commitments[Commitment].due",
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("said", [True, False])
def test_the_shareable_brief_shows_exactly_what_may_be_shown(
    said: bool, page: Any, read: Callable[[bytes], str]
) -> None:
    workbook, words = filled(said)
    # With everything said, a talk has been held; with nothing said, the opening is what will be asked.
    allowed = ANYBODY | (IF_SAYABLE | {SPOKEN} if said else {OPENING})
    rendered = brief_pdf(workbook, TODAY, shareable=True, page=page)
    assert rendered.left_out == ()
    assert seen(read(rendered.bytes), words) == allowed


def test_the_page_for_others_does_not_say_what_had_to_leave_it(read: Callable[[bytes], str]) -> None:
    rendered = brief_pdf(stored_sample(), SAMPLE_DAY, shareable=True)
    assert rendered.left_out, "whoever makes the page is told"
    text = read(rendered.bytes)
    assert all(word not in text for word in ("left out", "hortened", "workbook"))


@pytest.mark.parametrize("said", [True, False])
def test_the_agreement_shows_exactly_what_was_agreed(said: bool, read: Callable[[bytes], str]) -> None:
    workbook, words = filled(said)
    # A condition that is met needs no day any more.
    allowed = AGREED if said else AGREED | {"situation.conditions[Condition].due"}
    assert seen(read(agreement_pdf(workbook, TODAY).bytes), words) == allowed


def test_the_private_brief_shows_what_is_for_the_eyes_of_its_owner(read: Callable[[bytes], str]) -> None:
    workbook, words = filled(True)
    shown = seen(read(brief_pdf(workbook, TODAY).bytes), words)
    assert shown >= {
        "situation.plans[Plan].name",
        "situation.plans[Plan].worth.likely",
        "situation.walk_away.amount",
        "situation.walk_away.reason",
        OPENING,
        "terms[Term].target.value",
        "terms[Term].acceptable.value",
        "terms[Term].walk_away.value",
        "terms[Term].justification.line",
        "terms[Term].justification.reasons[Reason].statement",
        "terms[Term].justification.objections[Objection].answer",
        "terms[Term].alternatives[TimedRise].title",
        "research.constraints[Constraint].statement",
        "research.interests[Interest].statement",
    }


def test_all_that_the_private_brief_says_is_there_when_nothing_had_to_leave() -> None:
    workbook, words = filled(False)
    text = " ".join(strings(brief(workbook, TODAY, str)))
    shown = seen(text, words)
    assert "situation.fears[Fear].statement" not in shown
    for place in (
        "terms[Term].justification.another_way",
        "terms[Term].target.cost.likely",
        "research.their_side.limit.high",
        "conversations.plan.time_to_think",
        "situation.other_offers[OtherOffer].note",
        "situation.plans[Plan].if_it_fails",
    ):
        assert place in shown


@pytest.mark.parametrize("module", [shared_brief, agreement])
def test_what_makes_shareable_documents_cannot_see_a_workbook(module: Any) -> None:
    imported = {
        name
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.ImportFrom)
        for name in (f"{node.module}.{alias.name}" for alias in node.names)
    }
    assert not any(name.endswith((".Workbook", ".Situation", ".Term", ".Research")) for name in imported)
    maker = shared_brief.shareable_brief if module is shared_brief else agreement.agreement_summary
    assert get_type_hints(maker)["view"] is ShareableView


def test_the_view_has_no_field_for_what_is_private() -> None:
    private = re.compile(r"batna|plan|walk|opening|target|acceptable|must|importance|worth|weigh|cost|limit|interest")
    also = re.compile(r"alternative|objection|assum|fear|note|lesson|guess|sayable|best|rank|difference")
    names = [
        f"{one.__name__}.{field.name}"
        for one in vars(shareable).values()
        if dataclasses.is_dataclass(one) and isinstance(one, type)
        for field in dataclasses.fields(one)
    ]
    assert len(names) > 40
    assert [name for name in names if private.search(name) or also.search(name)] == []


def test_an_ask_stands_as_it_was_last_spoken(plain_workbook: dict[str, Any]) -> None:
    asks = {ask.name: ask for ask in shareable_view(from_plain(plain_workbook)).asks}
    assert str(asks["Base pay"].asked) == str(from_plain(plain_workbook).conversations.talks[0].points[0].asked)
    assert asks["Base pay"].in_words == ""
    # A term that is kept to trade with comes into the open once it was spoken of.
    assert "Start date" in asks
    assert "Parking" not in asks

    talks = plain_workbook["conversations"]["talks"]
    talks.insert(0, {"id": "later", "day": "2026-11-19", "points": [{"id": "p", "term": "pay", "asked": money(49000)}]})
    later = {ask.name: ask for ask in shareable_view(from_plain(plain_workbook)).asks}
    assert later["Base pay"].asked is not None
    assert "49000" in str(later["Base pay"].asked)


def test_an_ask_without_a_level_stands_in_its_words(plain_workbook: dict[str, Any], workbook: Workbook) -> None:
    plain_workbook["terms"] = [
        {"id": "a", "name": "Study time", "unit": "text", "what_exactly": "Two hours a week for the audit course"},
        {"id": "b", "name": "Only a target", "target": {"value": money(123456)}},
    ]
    view = shareable_view(from_plain(plain_workbook))
    assert [ask.name for ask in view.asks] == ["Study time"]
    text = " ".join(strings(shared_brief.shareable_brief(view, str, locale_of("en"), TODAY)))
    assert "Two hours a week for the audit course" in text
    assert "123,456" not in text


def test_an_ask_known_only_from_words_that_are_blank_is_still_to_be_talked_about(workbook: Workbook) -> None:
    view = shareable_view(workbook)
    bare = dataclasses.replace(view.asks[0], asked=None, in_words="")
    document = shared_brief.shareable_brief(dataclasses.replace(view, asks=(bare,)), str, locale_of("en"), TODAY)
    assert "to be talked about" in " ".join(strings(document))


def test_the_order_of_the_talk_is_the_order_of_the_asks(plain_workbook: dict[str, Any]) -> None:
    plain_workbook["conversations"]["plan"]["order"] = ["title", "nowhere", "leave"]
    view = shareable_view(from_plain(plain_workbook))
    assert [ask.name for ask in view.asks][:3] == ["Title", "Paid leave", "Base pay"]


def test_a_view_of_a_changed_workbook_is_another_view(workbook: Workbook) -> None:
    changed = revise(workbook, situation=revise(workbook.situation, employer="Somebody else"))
    assert shareable_view(changed) != shareable_view(workbook)
    assert shareable_view(workbook) == shareable_view(workbook)


def strings(thing: Any) -> Iterator[str]:
    """Every text in a content object."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from strings(one)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from strings(getattr(thing, field.name))
