"""What else holds of the points of the Justifications tab, beside the cases of every point."""

from __future__ import annotations

import pytest

from counteroffer.method.result import State
from tests.method.cases.justifications import ALONE, DAYS, PAY, POINTS, UNREAL, WHY
from tests.method.steps import (
    BEFORE,
    LIVE,
    TODAY,
    check,
    edited,
    only,
    place,
    said,
)


@pytest.mark.parametrize("point", POINTS)
def test_without_an_ask_the_next_step_is_to_find_one(point: str) -> None:
    silent = edited(only(LIVE, "probation"), {"conversations": {}, "agreement.letters": []})
    assert check(point, silent).path == ("terms",)


def test_a_private_reason_may_be_a_word() -> None:
    assert check("M21", edited(LIVE, {f"{WHY}.reasons.r_pay_2.statement": "Debts"})).state is State.DONE


def test_what_was_told_in_confidence_stays_so_beside_something_that_may_be_said() -> None:
    both = {f"{WHY}.evidence": ["f_precedent", "f_grades"], f"{WHY}.achievements": []}
    assert check("M22", edited(LIVE, both)).state is State.DONE


def test_something_achieved_is_evidence_by_itself() -> None:
    assert check("M22", edited(LIVE, {f"{WHY}.evidence": ["f_precedent"]})).state is State.DONE


@pytest.mark.parametrize(
    "gain",
    [
        "Fewer unhappy customers, and loyal ones come back.",
        "The crews stay motivated when rosters hold.",
        "I keep your passengers happy on the first day.",
        "Grateful crews recommend the line to others.",
    ],
)
def test_customers_may_be_happy_and_crews_loyal(gain: str) -> None:
    assert check("M23", edited(LIVE, {f"{WHY}.gains.g_pay.statement": gain})).state is State.DONE


@pytest.mark.parametrize("tie", [{"their_words": ""}, {"links": []}])
def test_a_gain_is_tied_by_their_words_or_by_a_need(tie: dict[str, object]) -> None:
    sets = {f"{WHY}.gains.g_pay.{name}": value for name, value in tie.items()}
    assert check("M23", edited(LIVE, sets)).state is State.DONE


@pytest.mark.parametrize("answer", ["I see that, but it buys a planner for a berth.", "No, and I can see why you ask."])
def test_an_answer_may_say_but_and_a_firm_no_is_fine(answer: str) -> None:
    assert check("M24", edited(LIVE, {f"{WHY}.objections.o_pay.answer": answer})).state is State.DONE


@pytest.mark.parametrize(
    ("point", "field", "text"),
    [
        ("M25", "for_their_boss", "I costi restano dentro il livello 7."),
        ("M26", "line", "Für diese Aufgabe wären mir siebenundfünfzigtausend recht."),
        ("M27", "line", "Ich hätte gern siebenundfünfzigtausend im Jahr."),
        ("M28", "line", "Tut mir leid, dass ich frage: geht das?"),
    ],
)
def test_another_language_is_left_alone(point: str, field: str, text: str) -> None:
    foreign = edited(ALONE, {"situation.language": "it", f"{WHY}.{field}": text})
    assert check(point, foreign).state is State.DONE


def test_another_language_may_say_how_much_in_words() -> None:
    german = {"situation.language": "de_AT", f"{DAYS}.what_exactly": "Dreißig Tage bezahlter Urlaub"}
    assert check("M27", edited(LIVE, german)).state is State.DONE


@pytest.mark.parametrize(
    "line",
    [
        "I would like to work from home every Friday. Would that do?",
        "Could the whole premium be paid by you?",
        "I’d like twice the course budget. Is that possible?",
        "Could you cover all of the fees?",
    ],
)
def test_how_much_can_be_said_without_a_figure(line: str) -> None:
    assert check("M26", edited(LIVE, {f"{WHY}.line": line})).state is State.DONE


def test_what_is_not_counted_needs_no_figure() -> None:
    title = edited(
        only(LIVE, "title"),
        {
            "terms.title.purpose": "ask",
            "terms.title.what_exactly": "The title “Senior planner, East Quay”",
            "terms.title.justification.line": "Could the post be called senior planner?",
        },
    )
    assert check("M26", title).state is State.DONE
    assert check("M27", title).state is State.DONE


def test_a_target_and_a_line_with_a_figure_say_what_is_asked_for() -> None:
    unsaid = {f"{PAY}.what_exactly": ""}
    assert check("M27", edited(only(LIVE, "base_pay"), unsaid)).state is State.DONE
    for missing in ({f"{PAY}.target.value": None}, {f"{WHY}.line": "Would more be possible for this work?"}):
        found = check("M27", edited(only(LIVE, "base_pay"), unsaid | missing))
        assert found.path == ("terms", "base_pay", "what_exactly")


def test_a_start_date_says_itself_from_when_it_holds() -> None:
    start = {"terms.start_date.purpose": "ask", "terms.start_date.starts": ""}
    assert check("M27", edited(only(LIVE, "start_date"), start)).state is State.DONE


def test_what_they_said_is_not_vague_wording_of_ones_own() -> None:
    quoted = "You wrote “a competitive salary”. I would like 57,000 a year. Is that possible?"
    assert check("M27", edited(LIVE, {f"{WHY}.line": quoted})).state is State.DONE


def test_openness_to_another_way_is_not_vagueness() -> None:
    open_to_ideas = {f"{WHY}.another_way": "Pay that fits matters to me; some other way is welcome, we will see."}
    assert check("M27", edited(LIVE, open_to_ideas)).state is State.DONE


def test_before_there_is_an_offer_asks_may_stay_rough() -> None:
    rough = edited(BEFORE, {f"{PAY}.what_exactly": "more"})
    assert check("M27", rough).state is State.NOT_NEEDED


def test_what_has_been_sent_cannot_be_put_better() -> None:
    sent = {
        "agreement.letters.letter_proposal.sent_on": str(TODAY),
        "agreement.letters.letter_proposal.body": "You never keep your word.",
    }
    assert check("M28", edited(LIVE, sent)).state is State.DONE


@pytest.mark.parametrize(
    "words",
    [
        "No. Below 52,000 I would stay where I am.",
        "I have no other offer, and I would like 57,000.",
        "I don’t have another offer; this is about the post.",
        "Thank you for your second offer; 57,000 would do it.",
        "Could you make me another offer, at 57,000?",
        "You wrote “we have another offer from a candidate”. I would still like 57,000.",
        "I would like 57,000; the offer from you came in October.",
        "I would like to live by the market square, and 57,000.",
    ],
)
def test_what_is_honest_is_left_alone(words: str) -> None:
    bare = edited(ALONE, {**UNREAL, "research.findings": [], "conversations": {}, "agreement.letters": []})
    assert check("M28", edited(bare, {f"{WHY}.line": words})).state is State.DONE


def test_a_real_offer_that_may_be_mentioned_bears_it_out() -> None:
    claim = {f"{WHY}.line": "I have another offer at 58,000; I would rather come to you."}
    assert check("M28", edited(LIVE, claim)).state is State.DONE
    unreal = edited(LIVE, claim | {"situation.other_offers.offer_dairy.real": False})
    assert check("M28", unreal).path == place(f"{WHY}.line")


def test_a_finding_without_a_source_bears_nothing_out() -> None:
    claim = {f"{WHY}.line": "57,000 is the market rate for this, as you know."}
    hearsay = edited(ALONE, {**claim, "research.findings": [{"topic": "market", "statement": "57,000 is usual."}]})
    assert "the market" in said(check("M28", edited(hearsay, {"conversations": {}, "agreement.letters": []})))
