"""The levels of an ask: opening, target, acceptable, and a walk-away of its own for a must-have alone."""

from __future__ import annotations

from datetime import date

from counteroffer.domain.levels import Direction, Kind, Value, content, is_blank, number
from counteroffer.domain.terms import Importance, Term
from counteroffer.domain.words import N_
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import asks, called, has_level
from counteroffer.method.result import Check, CheckPoint, done, still_open

ORDER = ("opening", "target", "acceptable", "walk_away")
COMPLETE = ("opening", "target", "acceptable")
_SET = {
    "opening": N_("Set the opening for {term}: the highest figure you can explain without blushing."),
    "target": N_("Set the target for {term}: what you are really after."),
    "acceptable": N_("Set what would still be acceptable for {term}."),
    "walk_away": N_("{term} is a must-have: set the level below which it is no."),
}


def levels(workbook: Workbook, today: date) -> Check:
    """M20: opening, target and acceptable for each ask, in order; a walk-away of its own only for a must-have."""
    point = "M20"
    wanted = asks(workbook)
    if not wanted:
        return still_open(point, ("terms",), "Add an ask first; its levels come next.")
    for term in wanted:
        check = _complete(term) or _in_order(term) or _beyond_the_offer(term)
        if check is not None:
            return check
    return done(point)


def _complete(term: Term) -> Check | None:
    """The first level that is missing, or that need not be; None if all are as they should be."""
    needed = (*COMPLETE, "walk_away") if term.importance is Importance.MUST else COMPLETE
    for name in needed:
        if not has_level(term, name):
            return still_open("M20", ("terms", term.id, name, "value"), _SET[name], term=called(term))
    # Levels come before ranks: as long as it is not said how much hangs on the term, its walk-away may stand.
    if term.importance in (Importance.FLEXIBLE, Importance.NICE) and has_level(term, "walk_away"):
        return still_open(
            "M20",
            ("terms", term.id, "walk_away", "value"),
            "{term} is no must-have, so it needs no walk-away of its own. Take it out, or make it a must-have.",
            term=called(term),
        )
    return None


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
                term=called(term),
            )
        before = value
    return None


def _beyond_the_offer(term: Term) -> Check | None:
    """Whether the target asks for something: it is not what they offer anyway, and not less than that."""
    place = ("terms", term.id, "target", "value")
    if _same(term.offered.value, term.target.value):
        return still_open(
            "M20", place, "They offer your target for {term} already. Aim higher, or let it stay.", term=called(term)
        )
    better = -1 if term.direction is Direction.LESS else 1
    offered, target = number(term.offered.value), number(term.target.value)
    if (
        offered is not None
        and target is not None
        and term.unit.kind is not Kind.DATE
        and better * target < better * offered
    ):
        return still_open(
            "M20",
            place,
            "The target for {term} is worse than the offer. Correct it, or the way in which it is counted.",
            term=called(term),
        )
    return None


def _same(one: Value | None, other: Value | None) -> bool:
    """Whether two values say the same, whatever the case and the spaces of their words."""
    if one is None or other is None or is_blank(one):
        return False
    held, wanted = content(one), content(other)
    if isinstance(held, str) and isinstance(wanted, str):
        return held.casefold().split() == wanted.casefold().split()
    return held == wanted


CHECKS: dict[str, CheckPoint] = {"M20": levels}
