"""The points of the Priorities tab: what to ask for, its levels, its worth, its cost to them, its rank and weight."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from counteroffer.domain.edits import Path
from counteroffer.domain.terms import Importance, Level, Term, WouldBuy
from counteroffer.domain.workbook import Workbook
from counteroffer.method import levels
from counteroffer.method.looking import (
    FEW,
    MANY,
    asks,
    called,
    formula,
    has_figure,
    has_own_figure,
    likely,
    musts,
    says_something,
)
from counteroffer.method.reckoned import without_worth
from counteroffer.method.result import Check, CheckPoint, done, not_needed, still_open

MOST_MUSTS = 3
COMPLETE = ("opening", "target", "acceptable")
BOUGHT = frozenset({"paid_days", "remote_days", "flexible_hours", "training", "health_cover", "insurance"})
"""Formulas with a price in them for something other than money: one might not pay that price."""


def what_to_ask_for(workbook: Workbook, today: date) -> Check:
    """M15: something to ask for, each with a name, and not so many that none is heard."""
    point = "M15"
    wanted = asks(workbook)
    if not wanted:
        return still_open(
            point, ("terms",), "Pick from the catalogue what you could ask for. One ask is enough to begin."
        )
    for term in wanted:
        if not term.name.strip():
            return still_open(point, ("terms", term.id, "name"), "Give the term a name.")
    names = [term.name.casefold().strip() for term in wanted]
    for at, term in enumerate(wanted):
        if names[at] in names[:at]:
            return still_open(
                point, ("terms", term.id, "name"), "{term} is there twice. Keep one of them.", term=called(term)
            )
    if len(wanted) > MANY:
        return still_open(
            point,
            ("terms", wanted[-1].id, "purpose"),
            "You ask for {count} things; up to five are heard better. Keep the rest as things to trade with.",
            count=str(len(wanted)),
        )
    return done(point)


def worth(workbook: Workbook, today: date) -> Check:
    """M16: each ask has a worth a year, in money or as a weight, and the question behind its price is answered."""
    point = "M16"
    wanted = asks(workbook)
    if not wanted:
        return still_open(point, ("terms",), "Add an ask first; what it is worth comes next.")
    for term in wanted:
        check = _no_figure(workbook, term) or _at_that_price(term) or _own_figures(term)
        if check is not None:
            return check
    return done(point)


def _no_figure(workbook: Workbook, term: Term) -> Check | None:
    """What is missing for a figure; a swing will do in its place for what no formula is there for."""
    if term.weighing.swing is not None and not formula(term):
        return None
    return without_worth("M16", workbook, term)


def _at_that_price(term: Term) -> Check | None:
    """Whether one would buy it at the formula's price, and if not, what it is worth then."""
    place, valuation = ("terms", term.id, "valuation"), term.valuation
    if valuation.would_buy is None and formula(term) in BOUGHT and not has_own_figure(term):
        return still_open(
            "M16", (*place, "would_buy"), "Would you buy {term} at the price that was reckoned?", term=called(term)
        )
    if valuation.would_buy in (WouldBuy.CHEAPER, WouldBuy.NO) and not has_figure(valuation.personal_worth):
        return still_open(
            "M16",
            (*place, "personal_worth"),
            "You would not buy {term} at that price. Then what is it worth to you?",
            term=called(term),
        )
    return None


def _own_figures(term: Term) -> Check | None:
    """A figure of one's own in place of the formula's has its reason."""
    levels_of_it: list[tuple[Path, Level]] = [((name,), getattr(term, name)) for name in COMPLETE]
    levels_of_it += [(("options", one.id), one) for one in term.options]
    for place, level in levels_of_it:
        if formula(term) and has_figure(level.worth) and not says_something(level.worth_reason, 3):
            return still_open(
                "M16",
                ("terms", term.id, *place, "worth_reason"),
                "You set your own figure for {term}. Say in a few words why it differs.",
                term=called(term),
            )
    return None


def cost_to_them(workbook: Workbook, today: date) -> Check:
    """M17: for each ask, what the target costs them and how hard it is; what is guessed for other levels fits it."""
    point = "M17"
    wanted = asks(workbook)
    if not wanted:
        return still_open(point, ("terms",), "Add an ask first; what it costs them comes next.")
    for term in wanted:
        place = ("terms", term.id, "target")
        if not has_figure(term.target.cost):
            return still_open(
                point,
                (*place, "cost"),
                "Guess what {term} would cost them in a year. Nothing is a figure too.",
                term=called(term),
            )
        if term.target.difficulty is None:
            return still_open(point, (*place, "difficulty"), "Say how hard {term} is for them.", term=called(term))
        check = _costs_fit(term)
        if check is not None:
            return check
    return done(point)


def _costs_fit(term: Term) -> Check | None:
    """Whether a better level costs them no less than a worse one, unless both sides want the same."""
    guessed = [name for name in COMPLETE if has_figure(getattr(term, name).cost)]
    for better, worse in pairwise(guessed):
        if likely(getattr(term, better).cost) < likely(getattr(term, worse).cost) and not term.same_wish:
            return still_open(
                "M17",
                ("terms", term.id, worse, "cost"),
                "For {term}, less would cost them more. Correct a guess, or mark that both may want the same.",
                term=called(term),
            )
    return None


def rank(workbook: Workbook, today: date) -> Check:
    """M18: each ask is a must-have, flexible or nice to have; must-haves are few and stand first."""
    point = "M18"
    wanted = asks(workbook)
    if len(wanted) < 2:
        return not_needed(point) if wanted else still_open(point, ("terms",), "Add your asks first; then rank them.")
    for term in wanted:
        if term.importance is None:
            return still_open(
                point,
                ("terms", term.id, "importance"),
                "Say whether {term} is a must-have, flexible or nice to have.",
                term=called(term),
            )
    needed = musts(workbook)
    if len(needed) > MOST_MUSTS or (len(needed) == len(wanted) > FEW):
        return still_open(
            point,
            ("terms", needed[-1].id, "importance"),
            "{count} must-haves are many: if all must be, nothing can be traded. Which of them could give way?",
            count=str(len(needed)),
        )
    nice = [at for at, term in enumerate(wanted) if term.importance is Importance.NICE]
    late = [term for at, term in enumerate(wanted) if term.importance is Importance.MUST and nice and at > nice[0]]
    if late:
        return still_open(
            point,
            ("terms", late[0].id, "importance"),
            "{term} is a must-have but ranks below something nice to have. Move it up, or say that it is not.",
            term=called(late[0]),
        )
    return done(point)


def weigh(workbook: Workbook, today: date) -> Check:
    """M19: what has no price is weighed by its swing or against pay; where rank and figures disagree, it is settled."""
    point = "M19"
    wanted = asks(workbook)
    if len(wanted) < 2:
        return not_needed(point) if wanted else still_open(point, ("terms",), "Add your asks first; then weigh them.")
    for term in wanted:
        weighed = term.weighing.swing is not None or term.weighing.pay_for_it is not None
        if not (formula(term) or has_own_figure(term) or weighed):
            return still_open(
                point,
                ("terms", term.id, "weighing", "pay_for_it"),
                "{term} has no price. How much pay a year would you give up for it?",
                term=called(term),
            )
    return _contradicted(wanted, "pay_for_it") or _contradicted(wanted, "swing") or done(point)


def _contradicted(wanted: tuple[Term, ...], figure: str) -> Check | None:
    """Two asks whose figures stand the other way round than their ranks, and nothing said about which holds."""
    weighed = [term for term in wanted if getattr(term.weighing, figure) is not None]
    for above, below in pairwise(weighed):
        disagree = getattr(above.weighing, figure) < getattr(below.weighing, figure)
        settled = any(says_something(one.weighing.settled, 3) for one in (above, below))
        if disagree and not settled:
            return still_open(
                "M19",
                ("terms", above.id, "weighing", "settled"),
                "{above} ranks above {below}, but your figures say otherwise. Say which of the two holds.",
                above=called(above),
                below=called(below),
            )
    return None


CHECKS: dict[str, CheckPoint] = {
    "M15": what_to_ask_for,
    **levels.CHECKS,
    "M16": worth,
    "M17": cost_to_them,
    "M18": rank,
    "M19": weigh,
}
