"""Whole packages: exact sums, pay that pulls other terms along, and the whole as one yearly value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.analysis.interval import ZERO, Interval, total
from counteroffer.analysis.results import Source
from counteroffer.analysis.totals import Total, at_slot, cost, offer_worth, package_worth, picked
from counteroffer.domain.levels import Unit
from counteroffer.domain.packages import Package, Pick, Slot
from counteroffer.domain.terms import Level, Option, Purpose
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook, stored_sample
from tests.analysis.build import F, base, book, estimate, figure, money, number, percent, term, yes

PENSION = term(
    "pension",
    Unit.PERCENT_PAY,
    percent(3),
    percent(4),
    "retirement_contribution",
    opening=Level(value=percent(5)),
)
JOINING = term("joining", Unit.MONEY_ONCE, None, money(2_000), "sign_on")
DAYS = term("days", Unit.DAYS_YEAR, number(25), number(28), "paid_days", by_law=number(20))
TWO_WEEKS = {"work_days_a_year": "250"}


def test_terms_that_hang_on_pay_are_valued_at_the_packages_pay() -> None:
    found = package_worth(book(base(), PENSION), {"base_pay": money(55_000), "pension": percent(4)})
    worths = {part.term: part.worth.first_year for part in found.parts}
    # 5,000 more pay; 1 % of 55,000 = 550; and 3 % that is offered already on 5,000 more = 150
    assert worths == {"base_pay": figure(5_000), "pension": figure(550)}
    assert [(part.term, part.worth.first_year) for part in found.follow_on] == [("pension", figure(150))]
    assert found.first_year == found.later_years == found.average == figure(5_700)
    # the offer: 50,000 + 3 % = 51,500; the whole: 55,000 + 4 % = 57,200
    assert offer_worth(book(base(), PENSION)) == figure(51_500)
    assert found.whole == figure(57_200)


def test_a_step_down_in_pay_takes_along_what_hangs_on_it() -> None:
    found = package_worth(book(base(), PENSION), {"base_pay": money(40_000)})
    assert [part.worth.first_year for part in found.follow_on] == [figure(-300)]
    assert found.whole == figure(41_200)


def test_once_and_yearly_are_kept_apart_and_shown_both_ways() -> None:
    found = package_worth(book(base(), JOINING, horizon_years=4), Slot.TARGET)
    assert (found.first_year, found.once, found.year_one) == (figure(5_000), figure(2_000), figure(7_000))
    assert found.average == figure(5_500)  # 5,000 + 2,000 ÷ 4
    assert found.whole == figure(55_500)


def test_the_offer_counts_what_has_a_price_and_goes_beyond_the_law() -> None:
    # 50,000 + 5 days beyond the law × 50,000 ÷ 250 = 1,000; what has no price, or is below zero, counts as nothing
    odd = term("odd", Unit.PERCENT_PAY, percent(-3), percent(3), "retirement_contribution")
    notice = term("notice", Unit.DAYS, number(3), number(14), weighing={"pay_for_it": "900"})
    legal = term("legal", Unit.DAYS_YEAR, number(3), number(5), "paid_days", by_law=number(4))
    below = term("below", Unit.DAYS_YEAR, number(3), number(5), "paid_days", by_law=number(-4))
    assert offer_worth(book(base(), DAYS, odd, notice, legal, below, pay=TWO_WEEKS)) == figure(51_000)
    assert offer_worth(book(DAYS)) is None
    assert package_worth(book(DAYS), Slot.TARGET).whole is None
    assert offer_worth(book(base(), DAYS, pay=TWO_WEEKS), default_formulas={"": "allowance"}) == figure(51_000)


def test_a_package_as_offered_is_the_offer() -> None:
    workbook = book(base(), PENSION, DAYS, JOINING, pay=TWO_WEEKS)
    for levels in (Slot.OFFERED, {}):
        found = package_worth(workbook, levels)
        assert (found.average, found.cost, found.follow_on) == (ZERO, ZERO, ())
        assert found.whole == offer_worth(workbook)
        assert found.unknown == found.uncosted == ()


def test_what_stays_as_offered_does_so_in_every_slot() -> None:
    left = DAYS.model_copy(update={"purpose": Purpose.LEAVE})
    assert at_slot(book(base(), left, PENSION), Slot.TARGET) == {"base_pay": money(55_000), "pension": percent(4)}
    assert at_slot(book(base(), left, PENSION), Slot.OPENING) == {"pension": percent(5)}


def test_what_is_not_known_is_named_and_counts_as_nothing() -> None:
    notice = term("notice", Unit.DAYS, number(3), number(14))
    found = package_worth(book(base(), notice), Slot.TARGET)
    assert found.unknown == ("notice",)
    assert found.average == figure(5_000)
    assert found.uncosted == ("base_pay", "notice")


def test_costs_add_up() -> None:
    level = Level(value=number(14), cost=estimate("400", "800", "1200", probability="0.5"))
    notice = term("notice", Unit.DAYS, number(3), target_level=level)
    paid = base(target_level=Level(value=money(55_000), cost=estimate("6000")))
    found = package_worth(book(paid, notice, DAYS), {"base_pay": money(55_000), "notice": number(14)})
    assert found.cost == figure(6_200, 6_400, 6_600)
    assert found.uncosted == ()
    assert cost(Level()) is None


def test_the_persons_own_figure_counts_in_a_package_too() -> None:
    half = Option(id="half", value=number(26), worth=estimate("70"))
    one = DAYS.model_copy(update={"options": (half,)})
    found = package_worth(book(base(), one), {"days": number(26)})
    assert [part.worth.source for part in found.parts] == [Source.NO_GAIN, Source.OWN]
    assert found.average == figure(70)


def test_after_tax_is_a_view_of_the_gains_and_not_of_the_whole() -> None:
    view = {"after_tax": True, "keep_rate": "0.5"}
    after = package_worth(book(base(), PENSION, **view), {"base_pay": money(55_000)})
    before = package_worth(book(base(), PENSION), {"base_pay": money(55_000)})
    assert after.average == figure(2_650)  # 5,000 × 0.5 + 150 that are not taxed now
    assert before.average == figure(5_150)
    assert after.whole == before.whole == figure(56_650)
    assert package_worth(book(base(), PENSION, **view), Slot.TARGET, before_tax=True).average == figure(5_700)


def test_what_does_not_follow_pay_does_not_follow_on() -> None:
    fixed = term("fixed", Unit.PERCENT_PAY, percent(3), None, "bonus", {"payout": "1", "pay": "50000"})
    in_money = term("in_money", Unit.MONEY_YEAR, money(900), None, "bonus", {"payout": "1"})
    nothing = term("nothing", Unit.PERCENT_PAY, None, None, "bonus", {"payout": "1"})
    below = term("below", Unit.PERCENT_PAY, percent(-1), None, "bonus", {"payout": "1"})
    unpriced = term("unpriced", Unit.PERCENT_PAY, percent(1), None)
    workbook = book(base(), fixed, in_money, nothing, below, unpriced, DAYS)
    assert package_worth(workbook, {"base_pay": money(55_000)}).follow_on == ()
    assert package_worth(workbook, {"base_pay": money(50_000)}).follow_on == ()


def test_hours_that_are_not_sure_count_once() -> None:
    pay = {"expected_hours": {"low": "30", "likely": "35", "high": "40"}}
    hourly = base(20, 21, unit=Unit.MONEY_HOUR)
    found = package_worth(book(hourly, PENSION, pay=pay), Slot.TARGET)
    assert found.parts[0].worth.first_year == figure(1_560, 1_820, 2_080)  # 1 × hours × 52
    assert found.follow_on[0].worth.first_year == figure("46.8", "54.6", "62.4")  # 3 % of it


def test_pay_that_cannot_be_reckoned_pulls_nothing_along() -> None:
    hourly = base(20, 21, unit=Unit.MONEY_HOUR)
    found = package_worth(book(hourly, PENSION), Slot.TARGET)
    assert (found.follow_on, found.whole) == ((), None)
    assert found.unknown == ("base_pay", "pension")


def test_a_saved_package_passes_over_what_leads_nowhere() -> None:
    picks = (
        Pick(term="base_pay", slot=Slot.TARGET),
        Pick(term="gone", slot=Slot.TARGET),
        Pick(term="days", slot=Slot.OPENING),
        Pick(term="pension", slot=Slot.OPTION, option="gone"),
    )
    found = picked(book(base(), DAYS, PENSION), Package(picks=picks))
    assert found == {"base_pay": money(55_000)}


def test_a_value_of_another_kind_is_not_valued() -> None:
    found = package_worth(book(base(), DAYS), {"days": yes()})
    assert found.unknown == ("days",)
    assert found.parts[1].worth.missing == ("level",)


@given(st.data())
def test_a_package_is_worth_what_it_would_be_worth_as_an_offer(data: st.DataObject) -> None:
    # Money that grows with pay is counted wherever it comes from: the gain, and what the rise does to the rest.
    def some(least: int, most: int) -> int:
        return data.draw(st.integers(least, most))

    def ask(offered: bool, levels: tuple[tuple[int, int], ...]) -> Workbook:
        now = [pair[0 if offered else 1] for pair in levels]
        return book(
            base(now[0]),
            term("pension", Unit.PERCENT_PAY, percent(now[1]), None, "retirement_contribution"),
            term("bonus", Unit.PERCENT_PAY, percent(now[2]), None, "bonus", {"payout": "0.9"}, chance="0.8"),
            term("severance", Unit.MONTHS, number(now[3]), None, "severance", chance="0.1"),
            term("joining", Unit.MONEY_ONCE, money(now[4]), None, "sign_on", {"share_kept": "0.9"}),
            horizon_years=some(1, 9) if offered else 4,
        )

    bounds = ((20_000, 90_000), (0, 12), (0, 30), (0, 9), (0, 9_000))
    levels = tuple((some(*one), some(*one)) for one in bounds)
    offered, wanted = ask(True, levels), ask(False, levels)
    chosen = {one.id: one.offered.value for one in wanted.terms if one.offered.value is not None}
    same = wanted.model_copy(update={"packages": offered.packages})
    assert package_worth(offered, chosen).whole == offer_worth(same)


# The sample


@pytest.fixture(scope="module")
def sample() -> Workbook:
    return stored_sample()


def test_every_level_of_the_sample_has_a_worth(sample: Workbook) -> None:
    for slot in (Slot.OPENING, Slot.TARGET, Slot.ACCEPTABLE, Slot.WALK_AWAY):
        found = package_worth(sample, slot)
        assert found.unknown == found.uncosted == ()
        assert all(part.worth.problems == () for part in found.parts)


def test_better_levels_of_the_sample_are_worth_more(sample: Workbook) -> None:
    def worths(slot: Slot) -> dict[str, Interval]:
        return {part.term: part.worth.average(4) for part in package_worth(sample, slot).parts}

    opening, target, acceptable = (worths(slot) for slot in (Slot.OPENING, Slot.TARGET, Slot.ACCEPTABLE))
    for name in target:
        assert opening[name].likely >= target[name].likely >= acceptable[name].likely >= 0
    assert target["training"] == figure(500, 700, 900)
    assert target["sign_on"] == figure(500)
    assert target["commuting"] == figure(300)
    # at a pay of 55,000: 3 days × 55,000 ÷ 220 × 0.9, 0.95, 1; 1 % of 55,000 × 0.8 × 0.8, 0.9, 1
    assert target["paid_days"] == figure(675, "712.5", 750)
    assert target["bonus"] == figure(352, 396, 440)


def test_the_samples_equal_offers_are_too_close_to_tell(sample: Workbook) -> None:
    offers = [package_worth(sample, picked(sample, one)) for one in sample.packages.saved if one.put_on_table]
    likely = sorted(one.average.likely for one in offers)
    assert len(offers) == 3
    assert likely[-1] - likely[0] < 20


def test_the_sums_of_the_sample_are_exact(sample: Workbook) -> None:
    found = package_worth(sample, Slot.TARGET)
    every = [part.worth for part in (*found.parts, *found.follow_on)]
    assert found.year_one == total(one.first_year for one in every) + total(one.once for one in every)
    assert found.average.likely == sum((one.average(4).likely for one in every), F(0))
    assert _end(found) > _end(package_worth(sample, Slot.ACCEPTABLE)) > _end(package_worth(sample, Slot.OFFERED))


def _end(one: Total) -> F:
    assert one.whole is not None
    return one.whole.likely


def test_the_sample_is_worth_the_same_on_every_day(sample: Workbook) -> None:
    later = sample_workbook(date(2031, 5, 5))
    assert package_worth(later, Slot.TARGET).average == package_worth(sample, Slot.TARGET).average
