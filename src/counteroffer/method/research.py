"""The points of the Research tab: what is normal, what I bring, what I do not know; `their_side` has the rest."""

from __future__ import annotations

from datetime import date, timedelta

from counteroffer.domain.research import AchievementKind, Finding, Question
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method import their_side
from counteroffer.method.evidence import (
    COUNTED,
    FINDINGS,
    OURS,
    USUAL,
    beyond_all_found,
    brought,
    has_range,
    is_whole,
    shaky,
    speaks_to,
    unknown,
    where_to_link,
)
from counteroffer.method.looking import (
    asks,
    base_pay,
    before_offer,
    called,
    has_level,
    is_future,
    over,
    says_something,
)
from counteroffer.method.result import Check, CheckPoint, done, not_needed, still_open
from counteroffer.method.wording import names_amount

OLD = timedelta(days=3 * 365)
QUESTION_MARKS = ("?", "؟", "？", ";", ";", "՞")
CLOSING = '  ”“"»«)]」'


def standard_package(workbook: Workbook, today: date) -> Check:
    """M07: what is normal for the role, per ask: figures with source, day and trust, none of them too old."""
    point = "M07"
    usual = [one for one in workbook.research.findings if one.topic in USUAL and one.statement.strip()]
    if not usual:
        return still_open(point, FINDINGS, "Find out what is normal for such a role, and write down one finding.")
    for finding in usual:
        check = shaky(point, finding, today)
        if check is not None:
            return check
    pay = base_pay(workbook)
    if pay is not None:
        check = _pay_known(workbook, pay, usual, today)
        if check is not None:
            return check
    for term in asks(workbook):
        check = unknown(point, workbook, term)
        if check is not None:
            return check
    return done(point)


def _pay_known(workbook: Workbook, pay: Term, usual: list[Finding], today: date) -> Check | None:
    """Whether there are figures for pay, and some that are not old."""
    linked = [one for one in usual if pay.id in one.terms]
    if not linked:
        return still_open(
            "M07", where_to_link(workbook, USUAL), "Link a finding to base pay, so that it stands beside it."
        )
    counted = [one for one in linked if one.unit is not None and one.unit.kind is pay.unit.kind]
    if not counted:
        return still_open(
            "M07", (*FINDINGS, linked[0].id, "unit"), "Say what the figures about pay are counted in, such as a year."
        )
    found = [one for one in counted if has_range(one)]
    if not found:
        return still_open(
            "M07", (*FINDINGS, counted[0].id, "range"), "Put in what is usual for pay: low, typical or high is a start."
        )
    if all(one.seen_on is not None and today - one.seen_on > OLD for one in found):
        return still_open(
            "M07",
            (*FINDINGS, found[0].id, "seen_on"),
            "Your pay figures are over three years old. Look for newer ones.",
        )
    return None


def this_employer(workbook: Workbook, today: date) -> Check:
    """M08: the same for this very employer: a policy, grades, what others got, the budget's year, probation."""
    point = "M08"
    ours = [one for one in workbook.research.findings if one.topic in OURS and one.statement.strip()]
    if not ours:
        return still_open(
            point, FINDINGS, "Find out one thing about this very employer: a policy, its grades, what others got."
        )
    for finding in ours:
        check = shaky(point, finding, today)
        if check is not None:
            return check
    terms = {term.id for term in workbook.terms}
    if terms and not any(terms & set(finding.terms) for finding in ours):
        return still_open(
            point,
            (*FINDINGS, ours[0].id, "terms"),
            "Link it to the terms it speaks to, so that it stands beside the ask.",
        )
    return done(point)


def my_value(workbook: Workbook, today: date) -> Check:
    """M11: what I bring: results that somebody could check, and the goal of theirs that each strength serves."""
    point, place = "M11", ("research", "achievements")
    strengths = [one for one in workbook.research.achievements if one.what.strip()]
    results = [one for one in strengths if one.kind is AchievementKind.RESULT]
    if not results:
        return still_open(point, place, "Write down one thing you achieved that they would want again.")
    for one in results:
        if not says_something(one.result, 3):
            return still_open(
                point, (*place, one.id, "result"), "Say what came of it, so that somebody could check it."
            )
        if not (one.proof.strip() or names_amount(one.result)):
            return still_open(
                point, (*place, one.id, "proof"), "Add a figure to the result, or say where it can be checked."
            )
    aimless = next((one for one in strengths if not one.goal.strip()), None)
    if aimless is not None:
        return still_open(point, (*place, aimless.id, "goal"), "Say which goal of theirs it serves.")
    return done(point)


def long_term(workbook: Workbook, today: date) -> Check:
    """M12: how what I bring, and what I ask for, serves their longer plans."""
    point, view = "M12", workbook.research.contribution
    place = ("research", "contribution")
    if not says_something(view.their_plans):
        return still_open(point, (*place, "their_plans"), "Write down what they want to have done in three years.")
    if not says_something(view.what_you_add):
        return still_open(point, (*place, "what_you_add"), "Say what you add to that.")
    if not asks(workbook):
        return done(point)
    if not says_something(view.what_your_asks_add):
        return still_open(point, (*place, "what_your_asks_add"), "Say how what you ask for helps them get there too.")
    if view.what_your_asks_add.casefold().split() == view.what_you_add.casefold().split():
        return still_open(
            point, (*place, "what_your_asks_add"), "This is what you bring. Say what your asks bring them as well."
        )
    return done(point)


def market_value(workbook: Workbook, today: date) -> Check:
    """M13: where the asks stand in the researched range, pay before all; what lies beyond it is carried by something.

    Only what is counted has a range to stand in: not a title, not a start date.
    """
    point = "M13"
    wanted = asks(workbook)
    if not wanted:
        return still_open(point, ("terms",), "Add an ask first; then see where it stands in its range.")
    counted = [term for term in wanted if term.unit.kind in COUNTED]
    if not counted:
        return not_needed(point)
    pay = base_pay(workbook)
    check = _in_its_range(workbook, pay if pay in counted else counted[0])
    if check is not None:
        return check
    for term in counted:
        if beyond_all_found(workbook, term) and not brought(workbook, term):
            return still_open(
                point,
                ("terms", term.id, "justification", "achievements"),
                "Your opening for {term} lies beyond all you found. Link what of yours carries it, or bring it nearer.",
                term=called(term),
            )
    return done(point)


def _in_its_range(workbook: Workbook, term: Term) -> Check | None:
    """Whether the whole range is known for a term, and its target is there to be seen on it."""
    ranged = [one for one in workbook.research.findings if one.topic in USUAL and speaks_to(one, term)]
    if not ranged:
        return still_open(
            "M13",
            FINDINGS,
            "Enter low, typical and high for {term}, counted as you count it, from one source that you trust.",
            term=called(term),
        )
    if not any(is_whole(one) for one in ranged):
        return still_open(
            "M13",
            (*FINDINGS, ranged[0].id, "range"),
            "Complete the range: low, typical and high, all three from the same source.",
        )
    if not has_level(term, "target"):
        return still_open(
            "M13",
            ("terms", term.id, "target", "value"),
            "Set your target for {term}, to see where it stands in the range.",
            term=called(term),
        )
    return None


def questions(workbook: Workbook, today: date) -> Check:
    """M14: what is not known yet and whom to ask; an answer that came becomes a finding."""
    point, place = "M14", ("research", "questions")
    asked = [one for one in workbook.research.questions if one.question.strip()]
    if not asked:
        return still_open(point, place, "Write down one thing you do not know yet, and whom you could ask.")
    research = workbook.research
    kept = {one.id for one in (*research.findings, *research.constraints, *research.interests)}
    for one in asked:
        check = _left_of(one, kept, today)
        if check is not None:
            return check
    if not (over(workbook) or before_offer(workbook)) and not any(one.asked_on for one in asked):
        return still_open(
            point, (*place, asked[0].id, "asked_on"), "Ask the first of your questions, and note the day."
        )
    return done(point)


def _left_of(one: Question, kept: set[str], today: date) -> Check | None:
    """What is left to do about a question; None if nothing is."""
    place = ("research", "questions", one.id)
    if not says_something(one.question, 3):
        return still_open("M14", (*place, "question"), "Put it as a question that you could ask like this.")
    if not one.whom.strip():
        return still_open("M14", (*place, "whom"), "Note whom you could ask.")
    if is_future(one.asked_on, today):
        return still_open("M14", (*place, "asked_on"), "You cannot have asked on a day still to come. Correct it.")
    if one.asked_on is not None and one.answered_on is not None and one.answered_on < one.asked_on:
        return still_open(
            "M14", (*place, "answered_on"), "The answer came before the question. Correct one of the days."
        )
    if one.answer.strip() and one.finding not in kept:
        return still_open("M14", (*place, "finding"), "You have an answer. Turn it into a finding, so that it counts.")
    return None


CHECKS: dict[str, CheckPoint] = {
    "M07": standard_package,
    "M08": this_employer,
    **their_side.CHECKS,
    "M11": my_value,
    "M12": long_term,
    "M13": market_value,
    "M14": questions,
}
