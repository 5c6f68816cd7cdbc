"""The points of the Priorities tab: what to ask for, its levels, its worth, its cost to them, its rank and weight."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from counteroffer.domain.levels import Direction, Kind, number
from counteroffer.domain.terms import Importance, Term, WouldBuy
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import FEW, MANY, asks, has_figure, has_level, is_valued, musts, says_something
from counteroffer.method.result import Check, done, not_needed, still_open

MOST_MUSTS = 3
ORDER = ("opening", "target", "acceptable", "walk_away")
COMPLETE = ("opening", "target", "acceptable")
_SET = {
    "opening": "Set the opening for {term}: the highest figure you can explain without blushing.",
    "target": "Set the target for {term}: what you are really after.",
    "acceptable": "Set what would still be acceptable for {term}.",
    "walk_away": "{term} is a must-have: set the level below which it is no.",
}


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
                point, ("terms", term.id, "name"), "{term} is there twice. Keep one of them.", term=term.name
            )
    if len(wanted) > MANY:
        return still_open(
            point,
            ("terms", wanted[-1].id, "purpose"),
            "You ask for {count} things; up to five are heard better. Keep the rest as things to trade with.",
            count=str(len(wanted)),
        )
    return done(point)


def levels(workbook: Workbook, today: date) -> Check:
    """M20: opening, target and acceptable for each ask, in order; a walk-away of its own only for a must-have."""
    point = "M20"
    wanted = asks(workbook)
    if not wanted:
        return still_open(point, ("terms",), "Add an ask first; its levels come next.")
    for term in wanted:
        needed = (*COMPLETE, "walk_away") if term.importance is Importance.MUST else COMPLETE
        for name in needed:
            if not has_level(term, name):
                return still_open(point, ("terms", term.id, name, "value"), _SET[name], term=term.name or "…")
        if term.importance is not Importance.MUST and has_level(term, "walk_away"):
            return still_open(
                point,
                ("terms", term.id, "walk_away", "value"),
                "{term} is no must-have, so it needs no walk-away of its own. Take it out, or make it a must-have.",
                term=term.name or "…",
            )
        check = _in_order(term)
        if check is not None:
            return check
    return done(point)


def _in_order(term: Term) -> Check | None:
    """The first level that stands on the wrong side of the one before it; None if all are in order."""
    better = -1 if term.direction is Direction.LESS else 1
    before = None
    for name in ORDER:
        value = number(getattr(term, name).value)
        if value is None:
            continue
        if before is not None and better * value > better * before:
            return still_open(
                "M20",
                ("terms", term.id, name, "value"),
                "The levels of {term} are upside down: opening comes first, then target, acceptable and walk-away.",
                term=term.name or "…",
            )
        before = value
    offered = number(term.offered.value)
    target = number(term.target.value)
    if (
        offered is not None
        and target is not None
        and term.unit.kind is not Kind.DATE
        and better * target < better * offered
    ):
        return still_open(
            "M20",
            ("terms", term.id, "target", "value"),
            "The target for {term} is worse than the offer. Correct it, or the way in which it is counted.",
            term=term.name or "…",
        )
    return None


def worth(workbook: Workbook, today: date) -> Check:
    """M16: each ask has a worth in money a year, or a trade-off against pay, and the question behind it is answered."""
    point = "M16"
    wanted = asks(workbook)
    if not wanted:
        return still_open(point, ("terms",), "Add an ask first; what it is worth comes next.")
    for term in wanted:
        place = ("terms", term.id)
        if not is_valued(term):
            return still_open(
                point,
                (*place, "valuation", "formula"),
                "Say what {term} is worth to you in a year.",
                term=term.name or "…",
            )
        valuation = term.valuation
        if valuation.would_buy in (WouldBuy.CHEAPER, WouldBuy.NO) and not has_figure(valuation.personal_worth):
            return still_open(
                point,
                (*place, "valuation", "personal_worth"),
                "You would not buy {term} at that price. Then what is it worth to you?",
                term=term.name or "…",
            )
        for name in COMPLETE:
            level = getattr(term, name)
            if has_figure(level.worth) and not says_something(level.worth_reason, 3):
                return still_open(
                    point,
                    (*place, name, "worth_reason"),
                    "You set your own figure for {term}. Say in a few words why it differs.",
                    term=term.name or "…",
                )
    return done(point)


def cost_to_them(workbook: Workbook, today: date) -> Check:
    """M17: for each ask, a guess at what the target costs them in a year, and how hard it is for them."""
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
                term=term.name or "…",
            )
        if term.target.difficulty is None:
            return still_open(point, (*place, "difficulty"), "Say how hard {term} is for them.", term=term.name or "…")
    return done(point)


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
                term=term.name or "…",
            )
    needed = musts(workbook)
    if len(needed) > MOST_MUSTS or (len(needed) == len(wanted) > FEW):
        return still_open(
            point,
            ("terms", needed[-1].id, "importance"),
            "{count} must-haves are many: if all must be, nothing can be traded. Which of them could give way?",
            count=str(len(needed)),
        )
    for before, term in pairwise(wanted):
        if term.importance is Importance.MUST and before.importance is Importance.NICE:
            return still_open(
                point,
                ("terms", term.id, "importance"),
                "{term} is a must-have but ranks below something nice to have. Move it up, or say that it is not.",
                term=term.name or "…",
            )
    return done(point)


def weigh(workbook: Workbook, today: date) -> Check:
    """M19: what has no price is weighed by its swing or against pay; where rank and figures disagree, it is settled."""
    point = "M19"
    wanted = asks(workbook)
    unpriced = [term for term in wanted if term.valuation.formula in ("", "none") and not _own_figure(term)]
    if not unpriced:
        return not_needed(point) if wanted else still_open(point, ("terms",), "Add your asks first; then weigh them.")
    for term in unpriced:
        if term.weighing.swing is None and term.weighing.pay_for_it is None:
            return still_open(
                point,
                ("terms", term.id, "weighing", "pay_for_it"),
                "{term} has no price. How much pay a year would you give up for it?",
                term=term.name or "…",
            )
    for above, below in pairwise(unpriced):
        one, other = above.weighing.pay_for_it, below.weighing.pay_for_it
        if one is not None and other is not None and one < other and not says_something(above.weighing.settled, 3):
            return still_open(
                point,
                ("terms", above.id, "weighing", "settled"),
                "{above} ranks above {below}, but you would pay less for it. Say which of the two holds.",
                above=above.name or "…",
                below=below.name or "…",
            )
    return done(point)


def _own_figure(term: Term) -> bool:
    return has_figure(term.valuation.personal_worth) or has_figure(term.target.worth)


CHECKS = {
    "M15": what_to_ask_for,
    "M20": levels,
    "M16": worth,
    "M17": cost_to_them,
    "M18": rank,
    "M19": weigh,
}
