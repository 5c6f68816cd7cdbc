"""The employer's side of the table: what binds them, what they need, and what they do without me."""

from __future__ import annotations

from datetime import date

from counteroffer.domain.levels import Unit, number
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import base_pay, has_figure, says_something
from counteroffer.method.result import Check, CheckPoint, done, still_open

QUESTION_MARKS = ("?", "؟", "？", ";", "\u037e", "՞")
"""Of all scripts; a semicolon is how Greek asks."""
CLOSING = " ”“\"’'»«)]」"


def constraints(workbook: Workbook, today: date) -> Check:
    """M09: what binds the employer: each with a source, the terms it touches and a way to work within it."""
    point, place = "M09", ("research", "constraints")
    known = [one for one in workbook.research.constraints if one.statement.strip()]
    if not known:
        return still_open(
            point, place, "Write down one thing that binds them: a budget, a policy, fairness in the team."
        )
    terms = {term.id for term in workbook.terms}
    for one in known:
        if not one.source.strip():
            return still_open(point, (*place, one.id, "source"), "Note how you know what binds them.")
        if not terms & set(one.terms) and terms:
            return still_open(point, (*place, one.id, "terms"), "Link what binds them to the terms it touches.")
        if not says_something(one.way_within):
            return still_open(
                point, (*place, one.id, "way_within"), "Think of a way for them to grant it without breaking it."
            )
    return done(point)


def interests(workbook: Workbook, today: date) -> Check:
    """M10: what they need from this hire; every guess has the question that would settle it."""
    point, place = "M10", ("research", "interests")
    known = [one for one in workbook.research.interests if one.statement.strip()]
    if not known:
        return still_open(point, place, "Write down what they need from this hire, even if it is a guess.")
    for one in known:
        if not says_something(one.statement, 3):
            return still_open(point, (*place, one.id, "statement"), "Say in a whole sentence what they need.")
        if one.guess and not _is_question(one.question):
            return still_open(
                point, (*place, one.id, "question"), "It is a guess. Write the question that would settle it."
            )
        if not one.guess and not one.source.strip():
            return still_open(
                point, (*place, one.id, "source"), "You know it: note who said so, or mark it as a guess."
            )
    return done(point)


def _is_question(text: str) -> bool:
    """Whether it could be asked like this: words enough, and a question mark of any script."""
    return says_something(text, 3) and text.strip(CLOSING).endswith(QUESTION_MARKS)


def their_alternatives(workbook: Workbook, today: date) -> Check:
    """M58: what they do without me and what that costs them; from it, the most they could go to, as a range."""
    point, side = "M58", workbook.research.their_side
    place = ("research", "their_side")
    known = [one for one in side.options if one.statement.strip()]
    if not known:
        return still_open(
            point, (*place, "options"), "Write down what they would do without you: they have a plan too."
        )
    brief = next((one for one in known if not says_something(one.statement, 3)), None)
    if brief is not None:
        return still_open(
            point, (*place, "options", brief.id, "statement"), "Say in a few words more how that would go for them."
        )
    if not any(has_figure(one.cost) for one in known):
        return still_open(point, (*place, "options", known[0].id, "cost"), "Guess what that would cost them in a year.")
    if not has_figure(side.limit):
        return still_open(point, (*place, "limit"), "Guess the most they could go to, as a range in money a year.")
    if side.limit.low is None or side.limit.high is None or side.limit.low == side.limit.high:
        return still_open(point, (*place, "limit"), "It is a guess, so give it a low and a high end.")
    if _below_the_offer(workbook):
        return still_open(
            point, (*place, "limit"), "They have offered more in pay than the most you think they could go to."
        )
    if not says_something(side.limit_reason):
        return still_open(point, (*place, "limit_reason"), "Say what makes you think so.")
    return done(point)


def _below_the_offer(workbook: Workbook) -> bool:
    """Whether what they are thought to go to, for everything, is less than the yearly pay they have offered."""
    pay, most = base_pay(workbook), workbook.research.their_side.limit.high
    if pay is None or pay.unit is not Unit.MONEY_YEAR or most is None:
        return False
    offered = number(pay.offered.value)
    return offered is not None and most < offered


CHECKS: dict[str, CheckPoint] = {"M09": constraints, "M10": interests, "M58": their_alternatives}
