"""What a level is worth beyond the offer (M16), and how that came about, step by step.

Where the figure comes from, in this order: the person's own figure; what they would pay for it, if they would not buy
it at its price; the formula; what pay they would give up for it. Only one of them counts, so nothing counts twice.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from counteroffer.analysis import gains
from counteroffer.analysis.figures import Provenance, arguments, figures, offered_pay
from counteroffer.analysis.flow import Flow
from counteroffer.analysis.formulas import FORMULAS
from counteroffer.analysis.interval import Interval, exactly, expected
from counteroffer.analysis.results import Problem, Source, Step, Worth, flow_steps
from counteroffer.analysis.spec import Change, Counted, Formula
from counteroffer.analysis.view import kept
from counteroffer.domain.levels import Kind, Unit, Value, is_blank
from counteroffer.domain.packages import Slot
from counteroffer.domain.terms import Level, Term, WouldBuy
from counteroffer.domain.words import N_
from counteroffer.domain.workbook import Workbook

_NOT_AT_THAT_PRICE = (WouldBuy.CHEAPER, WouldBuy.NO)
_DOES_NOT_FIT = N_("This formula does not fit what the term is counted in.")


def worth(
    workbook: Workbook,
    term: Term,
    level: Level,
    *,
    pay: Interval | None = None,
    default_formula: str | None = None,
    before_tax: bool = False,
) -> Worth:
    """What this level brings beyond the offer and the law.

    `pay` is base pay a year in the package one looks at (as offered if None); `default_formula` is what the catalogue
    names for the benefit; `before_tax` leaves the keep-rate aside whatever the workbook says.
    """
    step = gains.change(term, level.value)
    if step is not None and step.gain == 0:
        return Worth(Source.NO_GAIN, trace=(Step(N_("You have this anyway"), exactly(0), _gained_in(term.unit)),))
    own = expected(level.worth)
    if own is not None:
        entered = Step(N_("Your own figure, a year"), own, Counted.MONEY_YEAR, Provenance.ENTERED)
        return Worth(Source.OWN, (Flow(own),), trace=(entered,))
    problems = _level_problems(term, level.value)
    if problems:
        return Worth(Source.UNKNOWN, problems=problems)
    if step is None:
        counted = level.value is not None and level.value.kind == term.unit.kind.value and not is_blank(level.value)
        return Worth(Source.UNKNOWN, missing=("offered" if counted else "level",))
    keep = None if before_tax else kept(workbook)
    formula = formula_of(term, default_formula)
    return _by_the_best_figure(workbook, term, step, formula, pay, keep)


def formula_of(term: Term, default_formula: str | None) -> Formula | None:
    """The formula in use: the person's choice, else the catalogue's; None if there is none or none is wanted."""
    otherwise = "base_pay" if gains.is_base_pay(term) else "none"
    name = term.valuation.formula or default_formula or otherwise
    return None if name == "none" else FORMULAS.get(name)


def level_at(term: Term, slot: Slot, option: str | None = None) -> Level:
    """The level in this slot; an empty one where nothing was written."""
    match slot:
        case Slot.OFFERED:
            return Level(value=term.offered.value)
        case Slot.OPTION:
            return next((one for one in term.options if one.id == option), Level())
        case Slot.OPENING:
            return term.opening
        case Slot.TARGET:
            return term.target
        case Slot.ACCEPTABLE:
            return term.acceptable
    return term.walk_away


def level_of(term: Term, value: Value | None) -> Level:
    """The level of the term that has this value, with what the person wrote about it; else one with the value alone."""
    if not is_blank(value):
        for one in (term.target, term.opening, term.acceptable, term.walk_away, *term.options):
            if one.value == value:
                return one
    return Level(value=value)


def by_formula(
    workbook: Workbook, term: Term, formula: Formula, step: Change, pay: Interval | None, keep: Fraction | None
) -> Worth:
    """What the formula makes of a step, with the term's chance and, for pay, the share that is kept."""
    if step.unit not in formula.units:
        return Worth(Source.UNKNOWN, formula=formula.name, problems=(Problem("formula", _DOES_NOT_FIT),))
    found = figures(workbook, term, formula, pay)
    lacking = tuple(one.input.name for one in found if one.is_missing)
    problems = tuple(Problem(one.input.name, one.problem) for one in found if one.problem)
    shown = [Step(one.input.title, one.amount, one.input.unit, one.provenance) for one in found]
    trace = (*_beyond(step), *shown)
    if lacking:
        return Worth(Source.UNKNOWN, (), formula.name, found, trace, lacking, problems)
    flow = formula.function(step, **arguments(found))
    trace += (Step(formula.says, None, None), *flow_steps(flow))
    if term.chance is not None and formula.input("chance") is None:
        flow = flow.times(exactly(term.chance))
        trace += (
            Step(N_("How likely it is to be paid out"), exactly(term.chance), Counted.SHARE, Provenance.ENTERED),
            *flow_steps(flow),
        )
    if keep is not None and formula.taxed:
        flow, taken = _after_tax(flow, keep)
        trace += taken
    return Worth(Source.FORMULA, (flow,), formula.name, found, trace, (), problems)


def in_proportion(term: Term, step: Change, at_target: Interval) -> Interval | None:
    """A worth that was named for the step to the target, for another step; None if the target is no step forward."""
    whole = gains.change(term, term.target.value)
    return None if whole is None or whole.gain <= 0 else at_target.scale(step.gain / whole.gain)


def _by_the_best_figure(
    workbook: Workbook, term: Term, step: Change, formula: Formula | None, pay: Interval | None, keep: Fraction | None
) -> Worth:
    named = _personal(term, step)
    priced = priced_step(workbook, term, step, formula, pay, keep)
    if priced.known:
        refused = term.valuation.would_buy in _NOT_AT_THAT_PRICE and priced.source is Source.FORMULA
        return replace(priced, missing=("personal_worth",)) if refused else priced
    return named or _traded(term, step, keep) or priced


def priced_step(
    workbook: Workbook, term: Term, step: Change, formula: Formula | None, pay: Interval | None, keep: Fraction | None
) -> Worth:
    """What any step in this term is worth by its price: what the person would pay, unless they would buy it at the
    formula's price; else by the formula."""
    named = _personal(term, step)
    if named is not None and term.valuation.would_buy is not WouldBuy.YES:
        return named
    if formula is not None:
        return by_formula(workbook, term, formula, step, pay or offered_pay(workbook, term), keep)
    no_target = term.weighing.pay_for_it is not None or not term.valuation.personal_worth.is_empty
    return Worth(Source.UNKNOWN, missing=("target" if no_target else "pay_for_it",))


def _personal(term: Term, step: Change) -> Worth | None:
    at_target = expected(term.valuation.personal_worth)
    yearly = None if at_target is None else in_proportion(term, step, at_target)
    if at_target is None or yearly is None:
        return None
    named = Step(N_("What you would pay for it a year, at the target"), at_target, Counted.MONEY_YEAR)
    return Worth(Source.PERSONAL, (Flow(yearly),), trace=_proportion(term, step, named, yearly))


def _traded(term: Term, step: Change, keep: Fraction | None) -> Worth | None:
    """Pay one would give up is pay: of what is not given up, only a part would have been kept."""
    if term.weighing.pay_for_it is None:
        return None
    at_target = exactly(term.weighing.pay_for_it)
    yearly = in_proportion(term, step, at_target)
    if yearly is None:
        return None
    named = Step(N_("Pay a year you would give up for it, at the target"), at_target, Counted.MONEY_YEAR)
    flow, trace = Flow(yearly), _proportion(term, step, named, yearly)
    if keep is not None:
        flow, taken = _after_tax(flow, keep)
        trace += taken
    return Worth(Source.TRADE_OFF, (flow,), trace=trace)


def _proportion(term: Term, step: Change, named: Step, yearly: Interval) -> tuple[Step, ...]:
    whole, counted = gains.gain(term, term.target.value), _gained_in(term.unit)
    return (
        replace(named, provenance=Provenance.ENTERED),
        Step(N_("Better than you have anyway, at the target"), None if whole is None else exactly(whole), counted),
        Step(N_("Better than you have anyway, at this level"), exactly(step.gain), counted),
        Step(N_("In proportion, a year"), yearly, Counted.MONEY_YEAR),
    )


def _gained_in(unit: Unit) -> Unit:
    """What a gain is counted in: between two dates lie days."""
    return Unit.DAYS if unit is Unit.DATE else unit


def _beyond(step: Change) -> tuple[Step, ...]:
    gain = Step(N_("Better than you have anyway, by"), exactly(step.gain), _gained_in(step.unit))
    if step.unit.kind not in (Kind.AMOUNT, Kind.PERCENT, Kind.NUMBER):
        return (gain,)
    start = Step(N_("You have anyway, by the offer or by law"), exactly(step.start), step.unit)
    return (start, Step(N_("This level"), exactly(step.end), step.unit), gain)


def _after_tax(flow: Flow, keep: Fraction) -> tuple[Flow, tuple[Step, ...]]:
    rest = flow.times(exactly(keep))
    rate = Step(N_("What you keep of it after tax and dues"), exactly(keep), Counted.SHARE, Provenance.WORKBOOK)
    return rest, (rate, *flow_steps(rest))


def _level_problems(term: Term, value: Value | None) -> tuple[Problem, ...]:
    held = (("level", value), ("offered", term.offered.value), ("by_law", term.by_law))
    found = ((name, gains.level_problem(term.unit, one)) for name, one in held)
    return tuple(Problem(name, says) for name, says in found if says is not None)
