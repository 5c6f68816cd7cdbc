"""What else holds of the points of the Alternatives tab, beside the cases of every point."""

from __future__ import annotations

import pytest

from counteroffer.method.catalogue import catalogue
from counteroffer.method.result import State
from tests.method.cases.alternatives import CUSHION, KINDS, OTHER_WAY, OTHERS, REWARD, STEPS, TRIAL, number
from tests.method.steps import (
    LIVE,
    SAMPLE,
    TOMORROW,
    YESTERDAY,
    check,
    edited,
    only,
    said,
)


@pytest.mark.parametrize("point", KINDS)
def test_no_kind_of_alternative_is_needed_but_the_sample_shows_each(point: str) -> None:
    assert check(point, only(LIVE, "probation")).state is State.NOT_NEEDED
    assert check(point, LIVE).state is State.DONE


@pytest.mark.parametrize("point", ["M29", "M35"])
def test_without_an_ask_the_next_step_is_to_find_one(point: str) -> None:
    assert check(point, only(LIVE, "probation")).path == ("terms",)


def test_when_it_is_over_no_day_is_too_late() -> None:
    late = {f"{REWARD}.due": YESTERDAY, f"{TRIAL}.review_on": YESTERDAY, f"{STEPS}.later_on": YESTERDAY}
    assert {check(point, edited(SAMPLE, late)).state for point in KINDS} == {State.DONE}


def test_one_alternative_that_names_its_need_is_enough() -> None:
    assert check("M29", edited(LIVE, {f"{STEPS}.interest": "", f"{STEPS}.title": ""})).state is State.DONE


def test_what_the_catalogue_suggests_is_not_found_fault_with() -> None:
    for benefit in catalogue().benefits:
        kin = {"id": "kin", "kind": "substitute", "title": benefit.name, "interest": "Pay that matches the task"}
        found = check("M29", edited(only(LIVE, "base_pay"), {OTHERS: [kin]}))
        assert (found.state is State.DONE) == (benefit.key != "base_pay"), benefit.name


def test_a_reward_may_be_money_alone_or_no_money_at_all() -> None:
    assert check("M30", edited(LIVE, {f"{REWARD}.reward": ""})).state is State.DONE
    assert check("M30", edited(LIVE, {f"{REWARD}.amount": None})).state is State.DONE


@pytest.mark.parametrize(
    "target", ["Passed at the first try", "Ninety of them, or 95 %", "No complaints", "Contract signed"]
)
def test_a_target_is_a_figure_or_something_that_is_so_or_not(target: str) -> None:
    assert check("M30", edited(LIVE, {f"{REWARD}.target": target})).state is State.DONE


def test_another_language_may_name_a_target_in_words() -> None:
    german = {"situation.language": "de", f"{REWARD}.target": "Prüfung bestanden"}
    assert check("M30", edited(LIVE, german)).state is State.DONE
    assert "Put a figure on" in said(check("M30", edited(LIVE, german | {f"{REWARD}.target": "Gut"})))


def test_a_lump_sum_needs_no_months() -> None:
    lump = {f"{CUSHION}.form": "lump", f"{CUSHION}.amount": "9000", f"{CUSHION}.months": None}
    assert check("M33", edited(LIVE, lump)).state is State.DONE


def test_what_comes_once_has_no_second_step() -> None:
    once = {f"{STEPS}.once": True, f"{STEPS}.later": None, f"{STEPS}.later_on": None}
    assert check("M34", edited(LIVE, once)).state is State.DONE


def test_where_less_is_better_the_second_step_is_the_lower_one() -> None:
    steps = {
        "id": "steps",
        "kind": "in_steps",
        "title": "30 hours, then 25",
        "unit": "hours_week",
        "now": number(30),
        "later": number(25),
        "later_on": TOMORROW,
    }
    core = only(LIVE, "core_hours")
    down = edited(core, {"terms.core_hours.alternatives": [steps]})
    assert check("M34", down).state is State.DONE
    up = edited(down, {"terms.core_hours.alternatives.steps.later": number(35)})
    assert "Turn them round" in said(check("M34", up))


def test_steps_counted_otherwise_than_the_term_are_not_compared() -> None:
    days = {f"{STEPS}.unit": "days_year", f"{STEPS}.now": number(28), f"{STEPS}.later": number(27)}
    assert check("M34", edited(LIVE, days)).state is State.DONE
    words = {f"{STEPS}.now": {"kind": "text", "text": "Planner"}, f"{STEPS}.later": {"kind": "text", "text": "Lead"}}
    assert check("M34", edited(LIVE, words)).state is State.DONE


def test_another_language_leaves_it_open_in_its_own_words() -> None:
    german = {"situation.language": "de", OTHER_WAY: "Mir ist faire Bezahlung wichtig, der Weg dahin ist frei."}
    assert check("M35", edited(only(LIVE, "base_pay"), german)).state is State.DONE
