"""Whatever a workbook holds, it can be reckoned: nothing raises, everything is exact, ranges are in order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from counteroffer.analysis.formulas import FORMULAS, input_problem
from counteroffer.analysis.interval import ZERO, Interval, total
from counteroffer.analysis.other_ways import alternative_worth, cushion_beside_need
from counteroffer.analysis.results import Source, Worth
from counteroffer.analysis.standing import batna, other_offer, plan_worth, walk_away
from counteroffer.analysis.totals import offer_worth, package_worth, picked
from counteroffer.analysis.valuation import level_at, worth
from counteroffer.analysis.view import shown
from counteroffer.domain.alternatives import Cushion
from counteroffer.domain.packages import Slot
from counteroffer.domain.terms import FormulaInput, Level, Term
from counteroffer.domain.workbook import Workbook
from tests.strategies import estimates, models, numbers, workbooks

FIGURES = st.one_of(estimates(numbers("0", "1")), estimates(numbers("1", "40")), estimates(numbers("-1", "1000")))
CHOSEN = st.sampled_from(["", *FORMULAS])


@st.composite
def priced_workbooks(draw: st.DrawFn) -> Workbook:
    """A workbook whose terms use the formulas, and one of which is base pay more often than chance would have it."""
    workbook = draw(workbooks())
    terms = []
    for one in workbook.terms:
        name = draw(CHOSEN)
        asked = FORMULAS[name].inputs if name else ()
        inputs = tuple(FormulaInput(id=it.name, estimate=draw(FIGURES)) for it in asked)
        valuation = one.valuation.model_copy(update={"formula": name, "inputs": inputs})
        benefit = draw(st.sampled_from(["", "base_pay", "start_date"]))
        terms.append(one.model_copy(update={"valuation": valuation, "benefit": benefit}))
    return workbook.model_copy(update={"terms": tuple(terms)})


def levels(one: Term) -> Iterator[Level]:
    yield from (level_at(one, slot) for slot in Slot)
    yield from one.options


def inexact(found: object, path: str = "") -> Iterator[str]:
    """Where in a result something inexact is."""
    if isinstance(found, float):
        yield path
    elif isinstance(found, Interval):
        if not found.low <= found.likely <= found.high:
            yield f"{path} is upside down"
        for name in ("low", "likely", "high"):
            if type(getattr(found, name)) is not Fraction:
                yield f"{path}.{name}"
    elif isinstance(found, tuple):
        for index, one in enumerate(found):
            yield from inexact(one, f"{path}[{index}]")
    elif dataclasses.is_dataclass(found):
        for field in dataclasses.fields(found):
            yield from inexact(getattr(found, field.name), f"{path}.{field.name}")


def check(found: Worth) -> None:
    assert list(inexact(found)) == []
    averages = [found.average(years) for years in (1, 3, 40)]
    assert averages[0] == found.year_one
    if not found.known:
        assert found.flows == ()
        assert averages == [ZERO] * 3
        assert found.missing or found.problems
    assert all(one.label for one in found.trace)


@settings(max_examples=max(settings().max_examples // 2, 1))
@given(priced_workbooks(), st.sampled_from([None, *FORMULAS]))
def test_every_level_and_every_alternative_can_be_reckoned(workbook: Workbook, default: str | None) -> None:
    for one in workbook.terms:
        for level in levels(one):
            check(worth(workbook, one, level, default_formula=default))
        at_the_offer = worth(workbook, one, level_at(one, Slot.OFFERED))
        assert at_the_offer.source in (Source.NO_GAIN, Source.UNKNOWN)
        for alternative in one.alternatives:
            check(alternative_worth(workbook, one, alternative, default_formula=default))
            if isinstance(alternative, Cushion):
                assert list(inexact(cushion_beside_need(alternative, ZERO))) == []
        for given_input in one.valuation.inputs:
            assert isinstance(input_problem(one.valuation.formula, given_input.id, given_input.estimate), str | None)


@settings(max_examples=max(settings().max_examples // 2, 1))
@given(priced_workbooks())
def test_every_package_can_be_reckoned(workbook: Workbook) -> None:
    whole = offer_worth(workbook)
    other = [other_offer(workbook, one).values for one in workbook.situation.other_offers]
    for chosen in (*Slot, *(picked(workbook, one) for one in workbook.packages.saved), *other):
        found = package_worth(workbook, chosen)
        assert list(inexact(found)) == []
        worths = [part.worth for part in (*found.parts, *found.follow_on)]
        assert found.average == total(one.average(found.horizon) for one in worths)
        assert found.year_one == total(one.year_one for one in worths)
        assert (found.whole is None) == (whole is None)
        assert found.cost.low <= found.cost.high
    untouched = package_worth(workbook, {})
    assert (untouched.average, untouched.whole) == (ZERO, whole)


@settings(max_examples=max(settings().max_examples // 2, 1))
@given(models(Workbook))
def test_where_one_stands_can_always_be_told(workbook: Workbook) -> None:
    assert list(inexact(walk_away(workbook))) == []
    found = batna(workbook)
    assert found.worth is None or found.plan in [one.plan for one in found.plans]
    for plan in workbook.situation.plans:
        one = plan_worth(workbook, plan)
        assert (one is None) == plan.worth.is_empty
        if one is not None:
            assert list(inexact(shown(one.worth, workbook.packages.reckoning, workbook.situation.pay))) == []
