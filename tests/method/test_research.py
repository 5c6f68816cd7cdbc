"""What else holds of the points of the Research tab, beside the cases of every point."""

from __future__ import annotations

import pytest

from counteroffer.method.result import State
from tests.method.cases.research import (
    ADVERTS,
    ALONE,
    ASKED,
    FOUND,
    NEED,
    ROUND,
    SURVEY,
    THEIRS,
    VIEW,
    amount,
    finding,
    number,
)
from tests.method.steps import (
    BEFORE,
    LIVE,
    LONG_AGO,
    SAMPLE,
    check,
    edited,
    only,
    place,
)


def test_a_vague_source_with_an_address_can_be_found() -> None:
    found = {f"{SURVEY}.source": "Online", f"{SURVEY}.address": "payguide.example, page 3"}
    assert check("M07", edited(LIVE, found)).state is State.DONE


def test_one_figure_is_a_start_and_one_new_source_is_enough() -> None:
    thin = edited(LIVE, {f"{SURVEY}.range": {"typical": amount(54000)}, f"{ADVERTS}.seen_on": LONG_AGO})
    assert check("M07", thin).state is State.DONE


def test_what_this_employer_does_is_knowledge_about_an_ask_too() -> None:
    assert check("M07", edited(LIVE, {f"{FOUND}.f_training.terms": []})).state is State.DONE


def test_research_can_begin_before_there_is_a_term() -> None:
    early = edited(BEFORE, {"terms": []})
    assert {check(point, early).state for point in ("M07", "M08", "M09")} == {State.DONE}


@pytest.mark.parametrize("question", ["谁来负责周末的班次？", "من يغطي عطلة الأسبوع؟", "“Who covers the weekends?”"])
def test_a_question_is_one_in_any_script_and_within_quotation_marks(question: str) -> None:
    assert check("M10", edited(LIVE, {f"{NEED}.question": question})).state is State.DONE


def test_a_limit_is_held_against_yearly_pay_alone() -> None:
    low = {f"{THEIRS}.limit": {"low": "40000", "high": "49000"}}
    assert check("M58", edited(only(LIVE, "paid_days"), low)).state is State.DONE
    monthly = {"terms.base_pay.unit": "money_month"}
    assert check("M58", edited(LIVE, low | monthly)).state is State.DONE
    assert check("M58", edited(LIVE, low | {"terms.base_pay.offered.value": None})).state is State.DONE


def test_a_result_with_a_figure_needs_no_other_proof() -> None:
    assert check("M11", edited(LIVE, {f"{ROUND}.proof": ""})).state is State.DONE


def test_the_longer_view_needs_no_asks() -> None:
    bare = only(edited(LIVE, {f"{VIEW}.what_your_asks_add": ""}), "probation")
    assert check("M12", bare).state is State.DONE


def test_without_anything_counted_there_is_no_range_to_stand_in() -> None:
    worded = edited(only(LIVE, "title"), {"terms.title.purpose": "ask"})
    assert check("M13", worded).state is State.NOT_NEEDED


def test_if_pay_is_not_asked_for_the_first_counted_ask_stands_in_its_range() -> None:
    days = only(LIVE, "shift_notice", "paid_days")
    assert check("M13", days).state is State.DONE
    unknown = check("M13", edited(days, {f"{FOUND}.f_notice.terms": []}))
    assert unknown.path == place(FOUND)


def test_the_law_is_no_range_to_stand_in() -> None:
    assert check("M13", edited(ALONE, {FOUND: [finding(topic="law")]})).state is State.OPEN


def test_an_ask_beyond_the_range_is_carried_by_what_one_brings() -> None:
    high = edited(LIVE, {"terms.base_pay.opening.value": amount(70000)})
    assert check("M13", high).state is State.DONE


def test_where_less_is_better_the_low_end_is_the_far_one() -> None:
    hours = only(edited(LIVE, {"terms.core_hours.purpose": "ask"}), "base_pay", "core_hours")
    assert check("M13", hours).state is State.DONE
    unborne = {"terms.core_hours.opening.value": number(10), "terms.core_hours.justification.achievements": []}
    few = check("M13", edited(hours, unborne))
    assert few.path == place("terms.core_hours.justification.achievements")


def test_a_range_without_its_far_end_or_an_ask_without_an_opening_is_not_beyond_anything() -> None:
    open_ended = edited(ALONE, {FOUND: [finding(), finding(id="b", topic="budget", range={"low": amount(1)})]})
    bare = {"terms.base_pay.justification.achievements": []}
    assert check("M13", edited(open_ended, bare)).state is State.DONE
    assert check("M13", edited(ALONE, bare | {"terms.base_pay.opening.value": None})).state is State.DONE


def test_an_answer_may_become_a_finding_a_limit_or_a_need() -> None:
    for kept in ("f_budget", "c_budget", "i_berth"):
        assert check("M14", edited(LIVE, {f"{ASKED}.finding": kept})).state is State.DONE


def test_questions_need_not_be_asked_before_an_offer_or_after_the_end() -> None:
    unasked = {"research.questions": [{"question": "What is the budget?", "whom": "Jorin"}]}
    for workbook in (BEFORE, SAMPLE):
        assert check("M14", edited(workbook, unasked)).state is State.DONE
