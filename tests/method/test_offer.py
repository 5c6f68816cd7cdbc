"""What else holds of the points of the Offer tab, beside the cases of every point."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.analysis.standing import batna
from counteroffer.domain.edits import Insert, apply
from counteroffer.domain.situation import Plan
from counteroffer.method.looking import best_plan
from counteroffer.method.result import State
from tests.method.cases.offer import DAIRY, LIMIT, NO_LETTERS, SEARCH, TIME
from tests.method.steps import (
    BEFORE,
    EMPTY,
    LIVE,
    SAMPLE,
    TOMORROW,
    YESTERDAY,
    check,
    edited,
    place,
    said,
)
from tests.strategies import estimates, models


@pytest.mark.parametrize("stage", ["applying", "interviewing"])
@pytest.mark.parametrize("point", ["M01", "M06"])
def test_before_an_offer_there_is_none_to_write_down_or_to_judge(point: str, stage: str) -> None:
    assert check(point, edited(BEFORE, {"situation.stage": stage})).state is State.NOT_NEEDED


def test_before_an_offer_the_stage_alone_says_that_it_is_early() -> None:
    assert check("M02", BEFORE).state is State.DONE
    assert check("M02", edited(BEFORE, {"situation.offered_on": TOMORROW})).state is State.DONE


@pytest.mark.parametrize("over", [{"situation.stage": "withdrawn"}, {"agreement.outcome": "lapsed"}])
def test_once_it_is_over_no_day_is_late_and_nothing_has_to_get_better(over: dict[str, str]) -> None:
    late = {"situation.reply_due": YESTERDAY, f"{LIMIT}.revisited_on": None, f"{DAIRY}.improve": ""}
    gone = {"situation.other_offers.offer_dairy.reply_due": YESTERDAY}
    ended = edited(LIVE, late | gone | NO_LETTERS | over)
    assert {check(point, ended).state for point in ("M02", "M04", "M05")} == {State.DONE}


def test_the_day_to_reply_is_close_from_two_days_ahead() -> None:
    due = date(2026, 12, 6)
    quiet = edited(LIVE, NO_LETTERS)
    found = [check("M02", quiet, due - timedelta(days=days)).state for days in (3, 2, 0)]
    assert found == [State.DONE, State.OPEN, State.OPEN]


def test_words_that_ask_for_time_need_not_be_sent_to_help() -> None:
    late = edited(LIVE, NO_LETTERS | {"situation.reply_due": YESTERDAY})
    assert check("M02", apply(late, Insert(place("agreement.letters"), 0, TIME))).state is State.DONE


def test_a_term_of_which_they_said_nothing_is_no_gap_in_the_offer() -> None:
    silent = {"terms.training.offered": {}, "terms.title.offered": {"value": {"kind": "text", "text": " "}}}
    assert check("M01", edited(LIVE, silent)).state is State.DONE


def test_pay_by_the_hour_needs_no_full_week() -> None:
    hours = {"period": "hour", "hours_a_week": None, "guaranteed_hours": "12", "expected_hours": {"likely": "20"}}
    assert check("M01", edited(LIVE, {"situation.pay": hours})).state is State.DONE


def test_pay_is_known_by_its_name_as_well() -> None:
    own = edited(LIVE, {"terms.base_pay.benefit": "", "terms.base_pay.name": " Salary "})
    assert check("M01", own).state is State.DONE


@pytest.mark.parametrize(
    "text",
    [
        "Ich plane gern Schiffe und Crews.",
        "我从第一天起就想规划新的泊位。",
        "新しい桟橋の計画を最初から立てたい。",
        "ฉันอยากวางแผนท่าเรือใหม่ตั้งแต่วันแรก",
    ],
)
def test_a_sentence_counts_in_any_script(text: str) -> None:
    assert check("M03", edited(LIVE, {"situation.why_role": text})).state is State.DONE


def test_an_assumption_that_was_checked_needs_no_way_to_check_it() -> None:
    assert check("M57", edited(LIVE, {"situation.assumptions.as_remote.how_to_check": ""})).state is State.DONE


def test_the_best_plan_is_the_one_likely_worth_most_and_a_chance_counts() -> None:
    unchosen = edited(LIVE, {"situation.best_plan": None, f"{SEARCH}.worth.likely": "58000", f"{SEARCH}.steps": ""})
    # 0.6 × 58,000 + 0.4 × 52,500 (staying) = 55,800, less than the dairy's 58,500.
    assert check("M04", unchosen).state is State.DONE
    certain = edited(unchosen, {f"{SEARCH}.worth": {"low": "59000", "high": "60000"}})
    assert check("M04", certain).path == place(f"{SEARCH}.steps")


@given(st.lists(models(Plan, worth=estimates()), max_size=4, unique_by=lambda plan: plan.id), st.data())
def test_the_plan_that_is_looked_at_is_the_one_that_is_shown_as_the_best(
    plans: list[Plan], data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from([None, "gone", *(plan.id for plan in plans)]))
    workbook = edited(EMPTY, {"situation.plans": plans, "situation.best_plan": chosen})
    assert best_plan(workbook) == batna(workbook).plan


def test_a_plan_without_any_worth_is_still_the_one_to_work_on() -> None:
    alone = edited(LIVE, {"situation.plans": [{"id": "stay"}], "situation.best_plan": "gone"})
    assert check("M04", alone).path == place("situation.plans.stay.steps")


def test_a_limit_that_follows_the_best_alternative_needs_no_reason() -> None:
    for amount in (None, "58500"):
        follows = edited(LIVE, {f"{LIMIT}.amount": amount, f"{LIMIT}.reason": ""})
        assert check("M05", follows).state is State.DONE


def test_a_limit_needs_no_second_look_before_there_are_targets() -> None:
    early = edited(LIVE, {"terms": [], f"{LIMIT}.revisited_on": None})
    assert check("M05", early).state is State.DONE


def test_the_catalogue_knows_how_a_benefit_is_valued() -> None:
    assert check("M06", edited(LIVE, {"terms.paid_days.valuation.formula": ""})).state is State.DONE


def test_very_long_names_leave_room_for_the_sentence() -> None:
    long = edited(LIVE, {"terms.paid_days.name": "Days " * 50, "terms.paid_days.offered.said_by": ""})
    assert len(said(check("M01", long))) < 100


def test_that_it_is_over_closes_nothing_by_itself() -> None:
    assert check("M01", edited(EMPTY, {"agreement.outcome": "agreed"})).state is State.OPEN
    assert check("M04", edited(SAMPLE, {"situation.plans": []})).state is State.OPEN
