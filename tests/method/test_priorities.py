"""What else holds of the points of the Priorities tab, beside the cases of every point."""

from __future__ import annotations

import pytest

from counteroffer.domain.edits import Move, apply
from counteroffer.method.result import State
from tests.method.cases.priorities import DAYS, NEW, NO_ASKS, NOTICE, REMOTE, figure, number
from tests.method.steps import (
    LIVE,
    check,
    edited,
    only,
    place,
    said,
)


@pytest.mark.parametrize("point", ["M18", "M19"])
def test_without_an_ask_there_is_nothing_to_order_and_with_one_no_need(point: str) -> None:
    none = check(point, NO_ASKS)
    assert none.path == ("terms",)
    assert "Add your asks first" in said(none)
    alone = edited(only(LIVE, "shift_notice"), {f"{NOTICE}.weighing": {}, f"{NOTICE}.importance": None})
    assert check(point, alone).state is State.NOT_NEEDED


def test_five_asks_are_not_too_many_and_things_to_trade_do_not_count() -> None:
    assert len(LIVE.terms) > 5
    assert check("M15", LIVE).state is State.DONE


@pytest.mark.parametrize("target", [True, False])
def test_yes_or_no_may_be_the_same_at_every_level(target: bool) -> None:
    yes = {"value": {"kind": "yes_no", "yes": True}}
    term = {**NEW, "target": yes, "acceptable": {"value": {"kind": "yes_no", "yes": target}}}
    assert check("M20", edited(LIVE, {"terms": [term]})).state is State.DONE


def test_levels_may_be_alike_and_words_are_not_put_in_order() -> None:
    firm = {f"{DAYS}.target.value": number(30), f"{DAYS}.acceptable.value": number(30)}
    assert check("M20", edited(LIVE, firm)).state is State.DONE
    assert check("M20", edited(only(LIVE, "title"), {"terms.title.purpose": "ask"})).state is State.DONE


def test_a_day_may_lie_on_either_side_of_the_one_they_named() -> None:
    days = {f"terms.start_date.{one}.value": {"kind": "date", "date": "2027-03-01"} for one in ("opening", "target")}
    later = days | {"terms.start_date.acceptable.value": {"kind": "date", "date": "2027-03-08"}}
    start = edited(only(LIVE, "start_date"), {"terms.start_date.purpose": "ask"} | later)
    assert check("M20", start).state is State.DONE


def test_a_walk_away_may_stand_as_long_as_it_is_not_said_how_much_hangs_on_it() -> None:
    unsaid = {f"{DAYS}.importance": None, f"{DAYS}.walk_away.value": number(26)}
    assert check("M20", edited(LIVE, unsaid)).state is State.DONE


@pytest.mark.parametrize(
    "weighing", [{"swing": 40}, {"pay_for_it": "1500"}], ids=["by its swing", "by what one would give up"]
)
def test_what_has_no_price_is_weighed(weighing: dict[str, object]) -> None:
    weighed = edited(LIVE, {f"{NOTICE}.weighing": weighing})
    assert check("M16", weighed).state is State.DONE
    assert check("M19", weighed).state is State.DONE


def test_money_has_no_price_that_one_might_not_pay() -> None:
    money = edited(only(LIVE, "base_pay", "sign_on"), {"terms.sign_on.purpose": "ask"})
    assert money.terms[1].valuation.would_buy is None
    assert check("M16", money).state is State.DONE


def test_a_figure_of_ones_own_answers_whether_one_would_buy_it() -> None:
    own = {f"{DAYS}.valuation.would_buy": None, f"{DAYS}.valuation.personal_worth": figure(400)}
    assert check("M16", edited(LIVE, own)).state is State.DONE


def test_a_figure_of_ones_own_needs_no_reason_where_there_is_no_formula_to_differ_from() -> None:
    own = {f"{NOTICE}.weighing": {}, f"{NOTICE}.target.worth": figure(3000)}
    assert check("M16", edited(LIVE, own)).state is State.DONE


def test_less_may_cost_them_more_where_both_want_the_same() -> None:
    both = {f"{DAYS}.acceptable.cost": figure(1000), f"{DAYS}.same_wish": True}
    assert check("M17", edited(LIVE, both)).state is State.DONE


def test_two_musts_may_be_all_there_is_and_moving_one_up_mends_the_order() -> None:
    assert check("M18", only(LIVE, "base_pay", "shift_notice")).state is State.DONE
    wrong = edited(LIVE, {f"{REMOTE}.importance": "nice", f"{DAYS}.importance": "must"})
    assert check("M18", apply(wrong, Move(place(DAYS), 0))).state is State.DONE


def test_what_is_settled_on_either_side_is_settled() -> None:
    settled = {
        f"{NOTICE}.weighing": {"pay_for_it": "100"},
        f"{DAYS}.weighing": {"pay_for_it": "900", "settled": "The rank holds here."},
    }
    assert check("M19", edited(LIVE, settled)).state is State.DONE


def test_what_has_a_price_need_not_be_weighed() -> None:
    assert check("M19", only(LIVE, "base_pay", "remote_days")).state is State.DONE
