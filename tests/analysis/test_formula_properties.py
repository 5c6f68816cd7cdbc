"""What holds of every formula: nothing for no change, more for more, units right, ranges in order."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counteroffer.analysis.flow import Flow, average
from counteroffer.analysis.formulas import FORMULAS
from counteroffer.analysis.interval import ZERO, Interval, exactly
from counteroffer.analysis.spec import Change, Formula, Input
from counteroffer.domain.levels import Direction, Unit
from tests.analysis.build import step

PRICED = [formula for formula in FORMULAS.values() if formula.name != "none"]
LINEAR = [formula for formula in PRICED if formula.name != "health_cover"]
FEW = settings(max_examples=max(settings().max_examples // 4, 1))
"""There are many formulas, and each test runs for each."""
FALLING = {("paid_days", "work_days"), ("equity", "years"), ("timed_rise", "after_months")}
EVERY = pytest.mark.parametrize("formula", PRICED, ids=lambda formula: formula.name)
EACH_LINEAR = pytest.mark.parametrize("formula", LINEAR, ids=lambda formula: formula.name)


def within(one: Input) -> st.SearchStrategy[Interval]:
    """A range that the input may have; money stays in a size that people earn."""
    most = min(one.most, Fraction(200_000))
    figure = st.integers(int(one.least * 100), int(most * 100)).map(lambda hundredths: Fraction(hundredths, 100))
    if one.single:
        return figure.map(exactly)
    return st.tuples(figure, figure, figure).map(lambda three: Interval(*sorted(three)))


@st.composite
def cases(draw: st.DrawFn, formula: Formula) -> tuple[Change, dict[str, Interval]]:
    unit = draw(st.sampled_from(sorted(formula.units)))
    direction = draw(st.sampled_from(Direction))
    ends = [Fraction(draw(st.integers(0, 2_000)), 20) for _ in range(2)]
    change = Change(unit, direction, *ends)
    return change, {one.name: draw(within(one)) for one in formula.asks_for(unit, direction)}


def brings(flow: Flow) -> Interval:
    return average([flow], 5)


def exact(flow: Flow) -> bool:
    figures = [getattr(one, end) for one in (flow.yearly, flow.once) for end in ("low", "likely", "high")]
    return all(type(one) is Fraction for one in (*figures, flow.starts)) and type(flow.ends) in (Fraction, type(None))


@EVERY
@FEW
@given(st.data())
def test_no_change_brings_nothing(formula: Formula, data: st.DataObject) -> None:
    change, given_inputs = data.draw(cases(formula))
    still = Change(change.unit, change.direction, change.start, change.start)
    flow = formula.function(still, **given_inputs)
    assert (flow.yearly, flow.once) == (ZERO, ZERO)


@EVERY
@FEW
@given(st.data())
def test_a_range_stays_in_order_and_exact(formula: Formula, data: st.DataObject) -> None:
    change, given_inputs = data.draw(cases(formula))
    flow = formula.function(change, **given_inputs)  # an interval out of order cannot be made
    assert exact(flow)
    assert brings(flow).low <= brings(flow).likely <= brings(flow).high


@EVERY
@FEW
@given(st.data())
def test_a_better_level_is_worth_no_less(formula: Formula, data: st.DataObject) -> None:
    change, given_inputs = data.draw(cases(formula))
    better = change.end + data.draw(st.fractions(0, 10)) * (1 if change.direction is Direction.MORE else -1)
    if better < 0:
        return
    before = brings(formula.function(change, **given_inputs))
    after = brings(formula.function(Change(change.unit, change.direction, change.start, better), **given_inputs))
    assert after.low >= before.low
    assert after.likely >= before.likely
    assert after.high >= before.high


@EACH_LINEAR
@FEW
@given(st.data())
def test_more_of_an_input_is_worth_more_of_a_gain(formula: Formula, data: st.DataObject) -> None:
    change, given_inputs = data.draw(cases(formula))
    if change.gain < 0 or not given_inputs:
        return
    name = data.draw(st.sampled_from(sorted(given_inputs)))
    asked = next(one for one in formula.inputs if one.name == name)
    more = given_inputs[name] + exactly(data.draw(st.fractions(0, 1)))
    if more.high > asked.most:
        return
    before = brings(formula.function(change, **given_inputs)).likely
    after = brings(formula.function(change, **{**given_inputs, name: more})).likely
    assert after <= before if (formula.name, name) in FALLING else after >= before


@EACH_LINEAR
@FEW
@given(st.data())
def test_a_surer_input_never_makes_a_less_sure_result(formula: Formula, data: st.DataObject) -> None:
    change, given_inputs = data.draw(cases(formula))
    wide = brings(formula.function(change, **given_inputs))
    sure = {name: exactly(one.likely) for name, one in given_inputs.items()}
    narrow = brings(formula.function(change, **sure))
    assert wide.low <= narrow.low <= narrow.high <= wide.high
    assert narrow.is_exact


@EACH_LINEAR
@FEW
@given(st.data())
def test_twice_the_gain_is_worth_twice_as_much(formula: Formula, data: st.DataObject) -> None:
    change, given_inputs = data.draw(cases(formula))
    doubled = Change(change.unit, change.direction, change.start, change.start + 2 * (change.end - change.start))
    once, twice = (brings(formula.function(one, **given_inputs)) for one in (change, doubled))
    assert twice == once.scale(2)


@FEW
@pytest.mark.parametrize("name", ["bonus", "training", "allowance", "timed_rise", "equity", "retirement_contribution"])
@given(st.data(), st.fractions(0, 5_000))
def test_a_sum_a_month_is_worth_twelve_times_the_same_sum_a_year(
    name: str, data: st.DataObject, amount: Fraction
) -> None:
    formula = FORMULAS[name]
    inputs: dict[str, Any] = {
        one.name: data.draw(within(one)) for one in formula.asks_for(Unit.MONEY_YEAR, Direction.MORE)
    }
    twelve = {"payments": exactly(12)} if name == "timed_rise" else {}
    monthly = formula.function(step(amount, Unit.MONEY_MONTH), **inputs, **twelve)
    assert brings(monthly) == brings(formula.function(step(amount), **inputs)).scale(12)


@given(st.fractions(0, 100), st.integers(1, 60))
def test_monthly_pay_comes_as_often_as_it_is_paid(amount: Fraction, payments: int) -> None:
    formula = FORMULAS["base_pay"]
    monthly = formula.function(step(amount, Unit.MONEY_MONTH), payments=exactly(payments))
    assert monthly.yearly == formula.function(step(amount * payments)).yearly


@given(st.data())
def test_lower_bills_of_ones_own_never_cost_more(data: st.DataObject) -> None:
    formula = FORMULAS["health_cover"]
    change, given_inputs = data.draw(cases(formula))
    flow = formula.function(change, **given_inputs)
    if change.gain >= 0:
        assert flow.yearly.low >= 0
    else:
        assert flow.yearly.high <= 0


@given(st.data(), st.fractions(0, 1))
def test_no_bill_between_low_and_high_saves_more_or_less(data: st.DataObject, at: Fraction) -> None:
    formula = FORMULAS["health_cover"]
    ends = [data.draw(st.fractions(0, 5_000, max_denominator=5)) for _ in range(2)]
    change = Change(Unit.MONEY_YEAR, Direction.LESS, *ends)
    inputs = {one.name: data.draw(within(one)) for one in formula.asks_for(change.unit, change.direction)}
    bills = inputs["spending"]
    here = exactly(bills.low + (bills.high - bills.low) * at)
    whole = formula.function(change, **inputs).yearly
    point = formula.function(change, **{**inputs, "spending": here}).yearly.likely
    assert whole.low <= point <= whole.high
