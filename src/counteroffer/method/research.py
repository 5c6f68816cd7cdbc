"""The points of the Research tab: what is normal, what this employer can do, what I bring, what I do not know."""

from __future__ import annotations

from datetime import date, timedelta

from counteroffer.domain.research import AchievementKind, Finding, Topic
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import asks, base_pay, before_offer, has_figure, over, says_something
from counteroffer.method.result import Check, done, not_needed, still_open

FINDINGS = ("research", "findings")
NORMAL = frozenset({Topic.STANDARD, Topic.MARKET, Topic.LAW})
OURS = frozenset({Topic.POLICY, Topic.GRADES, Topic.PRECEDENT, Topic.BUDGET, Topic.PROBATION})
OLD = timedelta(days=3 * 365)


def _has_range(finding: Finding) -> bool:
    held = finding.range
    return any(value is not None for value in (held.low, held.typical, held.high))


def _unsourced(point: str, finding: Finding, today: date) -> Check | None:
    """What is missing before a finding can be leaned on; None if nothing is."""
    place = (*FINDINGS, finding.id)
    if not finding.source.strip():
        return still_open(
            point, (*place, "source"), "Name the source of what you found, so that somebody could check it."
        )
    if finding.seen_on is None:
        return still_open(point, (*place, "seen_on"), "Note when you saw it: old figures are easily waved away.")
    if finding.seen_on > today:
        return still_open(
            point, (*place, "seen_on"), "You cannot have seen it on a day still to come. Correct the date."
        )
    if finding.trust is None:
        return still_open(point, (*place, "trust"), "Say how far you trust this source.")
    return None


def standard_package(workbook: Workbook, today: date) -> Check:
    """M07: what is normal for the role, per ask: figures with source, day and trust, none of them too old."""
    point = "M07"
    normal = [one for one in workbook.research.findings if one.topic in NORMAL and one.statement.strip()]
    if not normal:
        return still_open(point, FINDINGS, "Find out what is normal for such a role, and write down one finding.")
    for finding in normal:
        check = _unsourced(point, finding, today)
        if check is not None:
            return check
    pay = base_pay(workbook)
    if pay is not None:
        about_pay = [one for one in normal if pay.id in one.terms and _has_range(one)]
        if not about_pay:
            return still_open(
                point, FINDINGS, "Link a finding with figures to base pay: low, typical or high is a start."
            )
        if all(one.seen_on is not None and today - one.seen_on > OLD for one in about_pay):
            return still_open(
                point,
                (*FINDINGS, about_pay[0].id, "seen_on"),
                "Your pay figures are over three years old. Look for newer ones.",
            )
    return done(point)


def this_employer(workbook: Workbook, today: date) -> Check:
    """M08: the same for this very employer: a policy, grades, what others got, the budget's year, probation."""
    point = "M08"
    ours = [one for one in workbook.research.findings if one.topic in OURS and one.statement.strip()]
    if not ours:
        return still_open(
            point, FINDINGS, "Find out one thing about this very employer: a policy, its grades, what others got."
        )
    for finding in ours:
        check = _unsourced(point, finding, today)
        if check is not None:
            return check
    if not any(finding.terms for finding in ours):
        return still_open(
            point,
            (*FINDINGS, ours[0].id, "terms"),
            "Link it to the terms it speaks to, so that it stands beside the ask.",
        )
    return done(point)


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
    known = [one for one in workbook.research.interests if says_something(one.statement, 3)]
    if not known:
        return still_open(point, place, "Write down what they need from this hire, even if it is a guess.")
    for one in known:
        if one.guess and not one.question.strip().endswith(("?", "؟", ";")):
            return still_open(
                point, (*place, one.id, "question"), "It is a guess. Write the question that would settle it."
            )
        if not one.guess and not one.source.strip():
            return still_open(
                point, (*place, one.id, "source"), "You know it: note who said so, or mark it as a guess."
            )
    return done(point)


def their_alternatives(workbook: Workbook, today: date) -> Check:
    """M58: what they do without me and what that costs them; from it, the most they could go to, as a range."""
    point, side = "M58", workbook.research.their_side
    place = ("research", "their_side")
    known = [one for one in side.options if says_something(one.statement, 3)]
    if not known:
        return still_open(
            point, (*place, "options"), "Write down what they would do without you: they have a plan too."
        )
    if not any(has_figure(one.cost) for one in known):
        return still_open(point, (*place, "options", known[0].id, "cost"), "Guess what that would cost them in a year.")
    if not has_figure(side.limit):
        return still_open(point, (*place, "limit"), "Guess the most they could go to, as a range in money a year.")
    if side.limit.low is None or side.limit.high is None or side.limit.low == side.limit.high:
        return still_open(point, (*place, "limit"), "It is a guess, so give it a low and a high end.")
    if not says_something(side.limit_reason):
        return still_open(point, (*place, "limit_reason"), "Say what makes you think so.")
    return done(point)


def my_value(workbook: Workbook, today: date) -> Check:
    """M11: what I bring: a result somebody could check, and the goal of theirs that it serves."""
    point, place = "M11", ("research", "achievements")
    results = [one for one in workbook.research.achievements if one.kind is AchievementKind.RESULT and one.what.strip()]
    if not results:
        return still_open(point, place, "Write down one thing you achieved that they would want again.")
    for one in results:
        if not says_something(one.result, 3):
            return still_open(
                point, (*place, one.id, "result"), "Say what came of it, so that somebody could check it."
            )
        if not (one.proof.strip() or any(sign.isdigit() for sign in one.result)):
            return still_open(
                point, (*place, one.id, "proof"), "Add a figure to the result, or say where it can be checked."
            )
    if not any(one.goal.strip() for one in results):
        return still_open(point, (*place, results[0].id, "goal"), "Say which goal of theirs it serves.")
    return done(point)


def long_term(workbook: Workbook, today: date) -> Check:
    """M12: how what I bring, and what I ask for, serves their longer plans."""
    point, view = "M12", workbook.research.contribution
    place = ("research", "contribution")
    if not says_something(view.their_plans):
        return still_open(point, (*place, "their_plans"), "Write down what they want to have done in three years.")
    if not says_something(view.what_you_add):
        return still_open(point, (*place, "what_you_add"), "Say what you add to that.")
    if asks(workbook) and not says_something(view.what_your_asks_add):
        return still_open(point, (*place, "what_your_asks_add"), "Say how what you ask for helps them get there too.")
    return done(point)


def market_value(workbook: Workbook, today: date) -> Check:
    """M13: where the asks stand in the researched range; at least the pay, if it is asked for."""
    point = "M13"
    pay = base_pay(workbook)
    if pay is None or pay not in asks(workbook):
        return not_needed(point)
    ranged = _ranged(workbook, pay)
    if ranged is None:
        return still_open(
            point, FINDINGS, "Enter low, typical and high pay for such roles, from one source that you trust."
        )
    held = ranged.range
    if held.low is None or held.typical is None or held.high is None:
        return still_open(
            point,
            (*FINDINGS, ranged.id, "range"),
            "Complete the range: low, typical and high, all three from the same source.",
        )
    if pay.target.value is None:
        return still_open(
            point, ("terms", pay.id, "target", "value"), "Set your pay target, to see where it stands in the range."
        )
    return done(point)


def _ranged(workbook: Workbook, term: Term) -> Finding | None:
    return next(
        (
            one
            for one in workbook.research.findings
            if one.topic in NORMAL and term.id in one.terms and one.unit is term.unit and _has_range(one)
        ),
        None,
    )


def questions(workbook: Workbook, today: date) -> Check:
    """M14: what is not known yet and whom to ask; an answer that came becomes a finding."""
    point, place = "M14", ("research", "questions")
    asked = [one for one in workbook.research.questions if one.question.strip()]
    if not asked:
        return still_open(point, place, "Write down one thing you do not know yet, and whom you could ask.")
    findings = {one.id for one in workbook.research.findings} | {one.id for one in workbook.research.constraints}
    for one in asked:
        if not one.whom.strip():
            return still_open(point, (*place, one.id, "whom"), "Note whom you could ask.")
        if one.answer.strip() and one.finding not in findings:
            return still_open(
                point, (*place, one.id, "finding"), "You have an answer. Turn it into a finding, so that it counts."
            )
        if one.asked_on is not None and one.asked_on > today:
            return still_open(
                point, (*place, one.id, "asked_on"), "You cannot have asked on a day still to come. Correct it."
            )
    if not (over(workbook) or before_offer(workbook)) and not any(one.asked_on for one in asked):
        return still_open(
            point, (*place, asked[0].id, "asked_on"), "Ask the first of your questions, and note the day."
        )
    return done(point)


CHECKS = {
    "M07": standard_package,
    "M08": this_employer,
    "M09": constraints,
    "M10": interests,
    "M58": their_alternatives,
    "M11": my_value,
    "M12": long_term,
    "M13": market_value,
    "M14": questions,
}
