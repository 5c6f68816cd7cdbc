"""The points of the Offer tab: text alone closes none of them, the named next step does."""

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
from tests.method.steps import (
    BEFORE,
    EMPTY,
    LIVE,
    SAMPLE,
    TODAY,
    TOMORROW,
    YESTERDAY,
    Thin,
    assert_closed_on_the_sample,
    assert_never_done_on_nothing,
    assert_open_until_done,
    check,
    edited,
    only,
    place,
    said,
)
from tests.strategies import estimates, models

POINTS = ("M01", "M02", "M03", "M57", "M04", "M05", "M06")
DAIRY = "situation.plans.plan_dairy"
SEARCH = "situation.plans.plan_search"
LIMIT = "situation.walk_away"
BASE_PAY = {
    "name": "Base pay",
    "benefit": "base_pay",
    "offered": {"value": {"kind": "amount", "amount": "50000"}, "said_by": "Jorin Bask", "said_on": "2026-10-15"},
    "today": {"kind": "amount", "amount": "47500"},
    "target": {"value": {"kind": "amount", "amount": "55000"}},
}
TIME = {
    "kind": "more_time",
    "body": "Thank you for the offer. May I give you my answer on Thursday?",
    "written_on": str(TODAY),
}
NO_LETTERS = {"agreement.letters": []}
CASES = [
    # M01: the offer as it stands
    Thin("M01", "spaces for a name", {"situation.employer": "  "}, "situation.employer", "who makes the offer", "A"),
    Thin("M01", "no role", {"situation.role": ""}, "situation.role", "the role", "Planner"),
    Thin("M01", "terms but no pay", {}, "terms", "Add base pay", BASE_PAY, base=only(LIVE, "paid_days")),
    Thin(
        "M01",
        "pay without a figure",
        {"terms.base_pay.offered.value": None},
        "terms.base_pay.offered.value",
        "base pay they named",
        {"kind": "amount", "amount": "50000"},
    ),
    Thin(
        "M01",
        "pay of nothing",
        {"terms.base_pay.offered.value": {"kind": "amount", "amount": "0"}},
        "terms.base_pay.offered.value",
        "above nothing",
        {"kind": "amount", "amount": "50000"},
    ),
    Thin(
        "M01",
        "nobody said it",
        {"terms.paid_days.offered.said_by": ""},
        "terms.paid_days.offered.said_by",
        "who named the offer for Paid days off",
        "Jorin Bask",
    ),
    Thin(
        "M01",
        "never said",
        {"terms.paid_days.offered.said_on": None},
        "terms.paid_days.offered.said_on",
        "on which day",
        "2026-10-15",
    ),
    Thin(
        "M01",
        "said tomorrow",
        {"terms.paid_days.offered.said_on": TOMORROW},
        "terms.paid_days.offered.said_on",
        "still to come",
        YESTERDAY,
    ),
    Thin(
        "M01",
        "nothing beside it",
        {"terms.base_pay.today": None},
        "terms.base_pay.today",
        "what you have today",
        {"kind": "amount", "amount": "0"},
    ),
    Thin(
        "M01",
        "pay without hours",
        {"situation.pay.hours_a_week": "0"},
        "situation.pay.hours_a_week",
        "hours a week",
        "39",
    ),
    Thin(
        "M01",
        "by the hour but for how many",
        {"situation.pay.period": "hour"},
        "situation.pay.guaranteed_hours",
        "how many hours a week are sure",
        "0",
    ),
    Thin(
        "M01",
        "a letter that nothing stands in",
        {
            "situation.stage": "offer_in_writing",
            **{f"terms.{term.id}.offered.in_writing": False for term in LIVE.terms},
        },
        "terms.base_pay.offered.in_writing",
        "Mark which terms stand in it",
        True,
    ),
    Thin(
        "M01",
        "a pasted letter that nothing stands in",
        {
            "situation.offer_text": "Dear Ms Halloran, we are glad to offer you the post.",
            **{f"terms.{term.id}.offered.in_writing": False for term in LIVE.terms},
        },
        "terms.base_pay.offered.in_writing",
        "Mark which terms stand in it",
        True,
    ),
    Thin(
        "M01",
        "a restriction left lying",
        {"situation.restrictions.res_compete.wish": None},
        "situation.restrictions.res_compete.wish",
        "may stay",
        "remove",
    ),
    Thin(
        "M01",
        "milder but how",
        {"situation.restrictions.res_repayment.wording": "Milder, please"},
        "situation.restrictions.res_repayment.wording",
        "milder restriction should read",
        "Paid back by a third for each missing year.",
    ),
    # M02: the right moment
    Thin("M02", "no stage", {"situation.stage": None}, "situation.stage", "how far", "negotiating"),
    Thin(
        "M02",
        "an offer before there is one",
        {"situation.stage": "interviewing"},
        "situation.stage",
        "day of an offer",
        "offer_by_word",
    ),
    Thin(
        "M02", "no day", {"situation.offered_on": None}, "situation.offered_on", "day on which the offer", "2026-10-15"
    ),
    Thin(
        "M02",
        "offered tomorrow",
        {"situation.offered_on": TOMORROW},
        "situation.offered_on",
        "still to come",
        "2026-10-15",
    ),
    Thin("M02", "no reply due", {"situation.reply_due": None}, "situation.reply_due", "by when", "2026-12-06"),
    Thin(
        "M02",
        "due before it was made",
        {"situation.reply_due": "2026-10-14"},
        "situation.reply_due",
        "before the offer was made",
        "2026-12-06",
    ),
    Thin(
        "M02", "the day is close", NO_LETTERS | {"situation.reply_due": TOMORROW}, "agreement.letters", "is close", TIME
    ),
    Thin(
        "M02",
        "the day is past",
        NO_LETTERS | {"situation.reply_due": YESTERDAY},
        "agreement.letters",
        "has passed",
        TIME,
    ),
    Thin(
        "M02",
        "a letter without its words",
        {"situation.reply_due": YESTERDAY, "agreement.letters.letter_time.body": "More time?"},
        "agreement.letters",
        "has passed",
        TIME,
    ),
    Thin(
        "M02",
        "asked for time but until when",
        {"situation.reply_due": YESTERDAY},
        "situation.reply_due",
        "Note the day on which you answer",
        "2026-12-06",
    ),
    # M03: enthusiasm first
    Thin(
        "M03",
        "a heading",
        {"situation.why_role": "Planning, ships, pay."},
        "situation.why_role",
        "this role, and mean it",
        "I would plan a berth from its first day.",
    ),
    Thin(
        "M03",
        "one word over and over",
        {"situation.why_role": "Great! Great, great, great – great."},
        "situation.why_role",
        "whole sentence",
        "I would plan a berth from its first day.",
    ),
    Thin(
        "M03",
        "fits any employer",
        {"situation.why_employer": "A good firm."},
        "situation.why_employer",
        "not another",
        "You put your delays on the notice board.",
    ),
    Thin(
        "M03",
        "the same reason twice",
        {
            "situation.why_role": "I would plan a berth from its first day.",
            "situation.why_employer": "I would  plan a berth from its FIRST day.",
        },
        "situation.why_employer",
        "same reason",
        "You put your delays on the notice board.",
    ),
    # M57: the people, and the fears
    Thin(
        "M57",
        "nobody with a name",
        {"situation.people": [{"at_table": True, "decides": True, "manner": "Short calls in the morning."}]},
        "situation.people",
        "sit opposite",
        {"name": "Ada Fenn", "at_table": True, "decides": True, "manner": "Short calls in the morning."},
    ),
    Thin(
        "M57",
        "nobody sits opposite",
        {"situation.people.tamsin.at_table": False, "situation.people.jorin.name": " "},
        "situation.people.tamsin.at_table",
        "Mark who will sit opposite you",
        True,
    ),
    Thin(
        "M57",
        "nobody decides",
        {"situation.people.tamsin.decides": False, "situation.people.odile.decides": False},
        "situation.people.tamsin.decides",
        "who decides",
        True,
    ),
    Thin(
        "M57",
        "a manner in one word",
        {"situation.people.tamsin.manner": "Brisk"},
        "situation.people.tamsin.manner",
        "how Tamsin Orrel likes to talk",
        "Short calls in the morning.",
    ),
    Thin(
        "M57",
        "afterwards in one word",
        {"situation.relationship": "Well"},
        "situation.relationship",
        "once this is over",
        "As colleagues who can say no.",
    ),
    Thin(
        "M57",
        "an assumption unchecked",
        {"situation.assumptions.as_remote.how_to_check": "", "situation.assumptions.as_remote.found": " "},
        "situation.assumptions.as_remote.how_to_check",
        "how you could find out",
        "Ask which days she needs me.",
    ),
    Thin(
        "M57",
        "no fear owned up to",
        {"situation.fears": []},
        "situation.fears",
        "afraid",
        {"statement": "They take it back.", "likelihood": "0.03", "answer": "I would ask what changed."},
    ),
    Thin(
        "M57",
        "a fear without measure",
        {"situation.fears.fear_greedy.likelihood": None},
        "situation.fears.fear_greedy.likelihood",
        "how likely",
        "0.1",
    ),
    Thin(
        "M57",
        "a fear without an answer",
        {"situation.fears.fear_greedy.answer": "Panic"},
        "situation.fears.fear_greedy.answer",
        "say or do then",
        "I would say why I asked.",
    ),
    # M04: the best alternative
    Thin(
        "M04",
        "no plan",
        {"situation.plans": []},
        "situation.plans",
        "if nothing comes of this",
        {"kind": "stay", "name": "Stay"},
        then="Turn it into a plan",
    ),
    Thin(
        "M04",
        "a wish",
        {f"{DAIRY}.steps": "The dairy"},
        f"{DAIRY}.steps",
        "the steps",
        "Call them by Thursday and ask for the contract.",
    ),
    Thin(
        "M04",
        "the chosen plan has no worth",
        {f"{DAIRY}.worth": {"probability": "0.5"}},
        f"{DAIRY}.worth",
        "Put a figure",
        {"low": "57000"},
    ),
    Thin(
        "M04",
        "no risk seen",
        {f"{DAIRY}.risk": "None"},
        f"{DAIRY}.risk",
        "could go wrong",
        "The owners may change it.",
    ),
    Thin(
        "M04",
        "a search of unknown length",
        {"situation.best_plan": "plan_search", f"{SEARCH}.months": {}},
        f"{SEARCH}.months",
        "how many months",
        {"likely": "5"},
    ),
    Thin(
        "M04",
        "a search with no bottom",
        {"situation.best_plan": "plan_search", f"{SEARCH}.if_it_fails": "Hm"},
        f"{SEARCH}.if_it_fails",
        "live on",
        "I stay where I am.",
    ),
    Thin(
        "M04",
        "nothing to do this week",
        {f"{DAIRY}.improve": "Wait"},
        f"{DAIRY}.improve",
        "within a week",
        "Ask the dairy about the rosters.",
    ),
    Thin(
        "M04",
        "another offer that nobody made",
        {"situation.other_offers.offer_dairy.real": False},
        "situation.other_offers.offer_dairy.real",
        "your plan is to search",
        True,
    ),
    Thin(
        "M04",
        "another offer not written down",
        {"situation.other_offers": []},
        "situation.other_offers",
        "Note who made it",
        {"employer": "Hollinbeck Dairy", "real": True},
    ),
    Thin(
        "M04",
        "a bluff",
        {
            "situation.best_plan": "plan_stay",
            "situation.other_offers": [{"id": "bluff", "employer": "Nobody", "sayable": True}],
        },
        "situation.other_offers.bluff.sayable",
        "cannot be mentioned",
        False,
    ),
    Thin(
        "M04",
        "an offer that has run out",
        {"situation.other_offers.offer_dairy.reply_due": YESTERDAY},
        "situation.other_offers.offer_dairy.reply_due",
        "has passed",
        TOMORROW,
    ),
    # M05: the limit
    Thin(
        "M05",
        "no figure anywhere",
        {f"{LIMIT}.amount": None, f"{DAIRY}.worth": {}},
        f"{LIMIT}.amount",
        "rough limit",
        "58000",
    ),
    Thin(
        "M05",
        "no reason",
        {f"{LIMIT}.reason": "Feels right"},
        f"{LIMIT}.reason",
        "not what your best alternative",
        "There is a berth to build up.",
    ),
    Thin(
        "M05",
        "only about figures",
        {f"{LIMIT}.whatever_the_numbers": "Money"},
        f"{LIMIT}.whatever_the_numbers",
        "whatever the figures are",
        "Being punished for asking.",
    ),
    Thin(
        "M05",
        "not looked at again",
        {f"{LIMIT}.revisited_on": None},
        f"{LIMIT}.revisited_on",
        "once more",
        YESTERDAY,
    ),
    Thin(
        "M05",
        "looked at tomorrow",
        {f"{LIMIT}.revisited_on": TOMORROW},
        f"{LIMIT}.revisited_on",
        "still to come",
        YESTERDAY,
    ),
    Thin(
        "M05",
        "looked at before the offer",
        {f"{LIMIT}.revisited_on": "2026-10-01"},
        f"{LIMIT}.revisited_on",
        "before there was an offer",
        YESTERDAY,
    ),
    # M06: the whole package
    Thin("M06", "no pay in it", {}, "terms", "counted from it", BASE_PAY, base=only(LIVE, "paid_days")),
    Thin(
        "M06",
        "nothing to compare",
        {"terms.base_pay.target.value": None},
        "terms.base_pay.target.value",
        "Set a target",
        {"kind": "amount", "amount": "55000"},
        base=only(LIVE, "base_pay"),
    ),
    Thin(
        "M06",
        "a term that counts for nothing",
        {"terms.title.weighing.pay_for_it": None},
        "terms.title.valuation.personal_worth",
        "what Title is worth",
        {"likely": "600"},
    ),
    Thin(
        "M06",
        "a formula that there is not",
        {"terms.paid_days.valuation.formula": "days of joy"},
        "terms.paid_days.valuation.personal_worth",
        "Paid days off is worth",
        {"likely": "600"},
    ),
    Thin(
        "M06",
        "pay that is not reckoned",
        {"terms.base_pay.valuation.formula": "none"},
        "terms.base_pay.valuation.formula",
        "Base pay is worth",
        "base_pay",
    ),
]


@pytest.mark.parametrize("point", POINTS)
def test_nothing_is_done_on_the_empty_workbook(point: str) -> None:
    assert_never_done_on_nothing(point)


@pytest.mark.parametrize("point", POINTS)
def test_the_sample_leaves_nothing_open(point: str) -> None:
    assert_closed_on_the_sample(point)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_text_is_there_and_the_point_stays_open_until_the_next_step_is_done(case: Thin) -> None:
    assert_open_until_done(case)


def test_every_point_has_cases() -> None:
    assert {case.point for case in CASES} == set(POINTS)


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
