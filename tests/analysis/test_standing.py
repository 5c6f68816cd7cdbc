"""What one falls back on: plans that may fail, the limit and where it comes from, other offers beside this one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from counteroffer.analysis.interval import exactly
from counteroffer.analysis.standing import LimitFrom, batna, other_offer, plan_worth, walk_away
from counteroffer.analysis.totals import package_worth
from counteroffer.domain.levels import TextValue, Unit
from counteroffer.domain.situation import OtherOffer, OtherTerm, Plan, PlanKind
from counteroffer.domain.workbook import Workbook, from_plain
from counteroffer.sample import stored_sample
from tests.analysis.build import base, book, estimate, figure, money, number, term

STAY = Plan(id="stay", kind=PlanKind.STAY, worth=estimate("51000", "52500", "54000"))
OTHER = Plan(id="other", kind=PlanKind.OTHER_OFFER, worth=estimate("57000", "58500", "59500"))
UNSURE = Plan(id="unsure", kind=PlanKind.SEARCH, worth=estimate("54500", probability="0.6"))
VAGUE = Plan(id="vague", kind=PlanKind.OTHER)


def with_plans(*plans: Plan, **situation: Any) -> Workbook:
    return from_plain({"situation": {"plans": [one.model_dump() for one in plans], **situation}})


def test_the_best_alternative_is_the_one_chosen() -> None:
    found = batna(with_plans(STAY, OTHER, best_plan="stay"))
    assert (found.plan, found.worth, found.source) == (STAY, figure(51_000, 52_500, 54_000), LimitFrom.CHOSEN_PLAN)
    assert found.better == ("other",)  # worth more even at its lowest


def test_if_none_is_chosen_it_is_the_one_likely_worth_most() -> None:
    for best in (None, "gone"):
        found = batna(with_plans(VAGUE, STAY, OTHER, best_plan=best))
        assert (found.plan, found.source) == (OTHER, LimitFrom.BEST_PLAN)
        assert [one.plan.id for one in found.plans] == ["stay", "other"]
        assert found.too_close == found.better == ()


def test_plans_that_cannot_be_told_apart_are_named() -> None:
    near = Plan(id="near", worth=estimate("56000", "57000", "58000"))
    assert batna(with_plans(STAY, OTHER, near)).too_close == ("near",)


def test_without_a_worth_there_is_no_limit() -> None:
    assert (batna(with_plans()).plan, batna(with_plans()).worth) == (None, None)
    found = batna(with_plans(VAGUE, OTHER, best_plan="vague"))
    assert (found.plan, found.worth, found.source) == (VAGUE, None, LimitFrom.UNKNOWN)
    assert walk_away(with_plans(VAGUE)).amount is None


def test_a_plan_that_may_fail_falls_back_on_staying() -> None:
    found = plan_worth(with_plans(UNSURE, STAY), UNSURE)
    assert found is not None
    # 0.6 × 54,500 = 32,700; + 0.4 × 51,000, 52,500, 54,000 = 53,100, 53,700, 54,300
    assert (found.worth, found.falls_back_on) == (figure(53_100, 53_700, 54_300), "stay")
    alone = plan_worth(with_plans(UNSURE), UNSURE)
    assert alone is not None
    assert (alone.worth, alone.falls_back_on, alone.fails_to_nothing) == (figure(32_700), None, True)
    assert plan_worth(with_plans(VAGUE), VAGUE) is None
    unsure_stay = Plan(id="stay", worth=estimate("50000", probability="0.5"))
    found = plan_worth(with_plans(unsure_stay), unsure_stay)
    assert found is not None
    assert (found.worth, found.falls_back_on) == (figure(25_000), None)  # it does not fall back on itself
    sure = Plan(id="sure", worth=estimate("50000", probability="1"))
    found = plan_worth(with_plans(sure), sure)
    assert found is not None
    assert not found.fails_to_nothing


def test_the_limit_is_ones_own_or_follows_the_best_alternative() -> None:
    own = walk_away(with_plans(OTHER, walk_away={"amount": "58000"}))
    assert (own.amount, own.source) == (exactly(58_000), LimitFrom.OWN)
    derived = walk_away(with_plans(OTHER))
    assert (derived.amount, derived.source) == (figure(57_000, 58_500, 59_500), LimitFrom.BEST_PLAN)


def test_another_offer_stands_beside_this_one() -> None:
    workbook = book(base(), term("days", Unit.DAYS_YEAR, number(25)), term("notice", Unit.DAYS, number(3)))
    terms = (
        OtherTerm(term="base_pay", value=money(40_000)),
        OtherTerm(term="days", value=TextValue(text="many")),
        OtherTerm(term="gone", value=number(1)),
        OtherTerm(term="notice", value=None),
    )
    found = other_offer(workbook, OtherOffer(terms=terms))
    assert (found.values, found.without) == ({"base_pay": money(40_000)}, ("days", "notice"))


def test_another_offers_money_is_converted_at_the_rate_that_was_typed() -> None:
    workbook = book(base(), term("days", Unit.DAYS_YEAR, number(25)))
    terms = (OtherTerm(term="base_pay", value=money("40000.01")), OtherTerm(term="days", value=number(26)))

    def found(**more: Any) -> tuple[dict[str, Any], tuple[str, ...]]:
        levels = other_offer(workbook, OtherOffer(terms=terms, **more))
        return levels.values, levels.without

    days = {"days": number(26)}
    pounds = {"currency": "GBP", "rate": Decimal("1.15")}
    assert found(**pounds) == ({"base_pay": money("46000.0115"), **days}, ())
    assert found(currency="GBP") == (days, ("base_pay",))
    assert found(currency="EUR", rate=Decimal(2)) == ({"base_pay": money("40000.01"), **days}, ())
    assert found(currency="GBP", rate=Decimal(10**12)) == (days, ("base_pay",))


def test_the_sample_knows_where_it_stands() -> None:
    sample = stored_sample()
    found = batna(sample)
    assert found.plan is not None
    assert (found.plan.id, found.better, walk_away(sample).source) == ("plan_dairy", (), LimitFrom.OWN)
    dairy = other_offer(sample, sample.situation.other_offers[0])
    whole = package_worth(sample, dairy.values).whole
    assert whole is not None
    assert found.worth is not None
    assert found.worth.low < whole.likely < found.worth.high  # what was written agrees with what is reckoned
