"""The points of the Offer tab: the offer, the moment, the people, and what happens without an agreement."""

from __future__ import annotations

from datetime import date, timedelta

from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.levels import is_blank
from counteroffer.domain.situation import PlanKind
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import (
    asks,
    base_pay,
    before_offer,
    best_plan,
    has_figure,
    has_level,
    is_future,
    is_valued,
    over,
    says_something,
)
from counteroffer.method.result import Check, done, not_needed, still_open

SITUATION = ("situation",)
NEAR = timedelta(days=2)


def offer_as_it_stands(workbook: Workbook, today: date) -> Check:
    """M01: who offers what, each term with who said it and when, base pay among them, beside what one has today."""
    point, situation = "M01", workbook.situation
    if not situation.employer.strip():
        return still_open(point, (*SITUATION, "employer"), "Write down who makes the offer.")
    if not situation.role.strip():
        return still_open(point, (*SITUATION, "role"), "Write down the role as they name it.")
    if before_offer(workbook):
        return not_needed(point)
    pay = base_pay(workbook)
    if pay is None:
        return still_open(point, ("terms",), "Add base pay to the terms of the offer, then the other terms.")
    for term in (pay, *(term for term in workbook.terms if term.id != pay.id)):
        check = _as_received(term, term.id == pay.id, today)
        if check is not None:
            return check
    if situation.pay.hours_a_week is None and situation.pay.expected_hours.is_empty:
        return still_open(
            point, (*SITUATION, "pay", "hours_a_week"), "Write down the hours a week: pay without hours says little."
        )
    return done(point)


def _as_received(term: Term, is_pay: bool, today: date) -> Check | None:
    """What is missing about one term as it was offered; None if nothing is."""
    place = ("terms", term.id, "offered")
    name = term.name or "…"
    if is_blank(term.offered.value):
        if is_pay:
            return still_open("M01", (*place, "value"), "Write down the base pay they named.")
        return None
    if not term.offered.said_by.strip():
        return still_open("M01", (*place, "said_by"), "Note who named the offer for {term}.", term=name)
    if term.offered.said_on is None:
        return still_open("M01", (*place, "said_on"), "Note on which day they named the offer for {term}.", term=name)
    if is_future(term.offered.said_on, today):
        return still_open(
            "M01", (*place, "said_on"), "The day on which they named {term} is still to come. Correct it.", term=name
        )
    if is_pay and is_blank(term.today):
        return still_open("M01", ("terms", term.id, "today"), "Set what you have today beside the offered pay.")
    return None


def right_moment(workbook: Workbook, today: date) -> Check:
    """M02: the stage, the day of the offer and the day a reply is due; near or past that day, words for more time."""
    point, situation = "M02", workbook.situation
    if situation.stage is None:
        return still_open(point, (*SITUATION, "stage"), "Say how far things have come: asking has its moment.")
    if before_offer(workbook) or over(workbook):
        return done(point)
    if situation.offered_on is None:
        return still_open(point, (*SITUATION, "offered_on"), "Note the day on which the offer was made.")
    if is_future(situation.offered_on, today):
        return still_open(point, (*SITUATION, "offered_on"), "The day of the offer is still to come. Correct it.")
    if situation.reply_due is None:
        return still_open(
            point, (*SITUATION, "reply_due"), "Find out by when they want an answer, or name a day yourself."
        )
    if situation.reply_due < situation.offered_on:
        return still_open(
            point,
            (*SITUATION, "reply_due"),
            "The reply would be due before the offer was made. Correct one of the days.",
        )
    if situation.reply_due - today <= NEAR and not _asked_for_time(workbook):
        sentence = (
            "The day to reply has passed. Ask for more time today, in two sentences."
            if situation.reply_due < today
            else "The day to reply is close. If you need longer, ask for more time now: it is ordinary."
        )
        return still_open(point, ("agreement", "letters"), sentence)
    return done(point)


def _asked_for_time(workbook: Workbook) -> bool:
    return any(
        letter.kind is LetterKind.MORE_TIME and says_something(letter.body, 6) for letter in workbook.agreement.letters
    )


def enthusiasm_first(workbook: Workbook, today: date) -> Check:
    """M03: why this role and why this employer, in sentences that would not fit any other."""
    point, situation = "M03", workbook.situation
    if not says_something(situation.why_role, 5):
        return still_open(
            point, (*SITUATION, "why_role"), "Say in a whole sentence what draws you to this role, and mean it."
        )
    if not says_something(situation.why_employer, 5):
        return still_open(
            point, (*SITUATION, "why_employer"), "Say in a whole sentence why it is this employer and not another."
        )
    if situation.why_role.strip() == situation.why_employer.strip():
        return still_open(
            point, (*SITUATION, "why_employer"), "The role and the employer have the same reason. Find one for each."
        )
    return done(point)


def the_people(workbook: Workbook, today: date) -> Check:
    """M57: who sits there, who decides, who is on one's side; what is assumed; and the fear with its answer."""
    point, situation = "M57", workbook.situation
    people = [person for person in situation.people if person.name.strip()]
    if not any(person.at_table for person in people):
        return still_open(point, (*SITUATION, "people"), "Add the person you will sit opposite, by name.")
    if not any(person.decides for person in people):
        return still_open(
            point, (*SITUATION, "people"), "Find out who decides, and mark that person: it may not be who you talk to."
        )
    unread = next((person for person in people if person.at_table and not says_something(person.manner, 3)), None)
    if unread is not None:
        return still_open(
            point, (*SITUATION, "people", unread.id, "manner"), "Note how {name} likes to talk.", name=unread.name
        )
    if not says_something(situation.relationship, 3):
        return still_open(
            point, (*SITUATION, "relationship"), "Say how you want to get on with them once this is over."
        )
    for guess in situation.assumptions:
        if guess.statement.strip() and not (guess.how_to_check.strip() or guess.found.strip()):
            return still_open(
                point,
                (*SITUATION, "assumptions", guess.id, "how_to_check"),
                "You assume something about them. Note how you could find out.",
            )
    fears = [fear for fear in situation.fears if fear.statement.strip()]
    if not fears:
        return still_open(point, (*SITUATION, "fears"), "Write down what you are afraid will happen when you ask.")
    for fear in fears:
        if fear.likelihood is None:
            return still_open(
                point, (*SITUATION, "fears", fear.id, "likelihood"), "Put a figure on how likely that really is."
            )
        if not says_something(fear.answer):
            return still_open(point, (*SITUATION, "fears", fear.id, "answer"), "Write what you would say or do then.")
    return done(point)


def best_alternative(workbook: Workbook, today: date) -> Check:
    """M04: a plan for the case of no agreement, with steps, its worth in a year, and what would improve it."""
    point, situation = "M04", workbook.situation
    if not situation.plans:
        return still_open(
            point, (*SITUATION, "plans"), "Write down what you do if nothing comes of this: it is your strength."
        )
    plan = best_plan(workbook) or situation.plans[0]
    place = (*SITUATION, "plans", plan.id)
    if not says_something(plan.steps, 5):
        return still_open(point, (*place, "steps"), "Turn it into a plan: the steps, and when you would take them.")
    if not has_figure(plan.worth):
        return still_open(
            point, (*place, "worth"), "Put a figure on what that is worth in a year, as a range if need be."
        )
    if plan.kind is PlanKind.SEARCH and not has_figure(plan.months):
        return still_open(point, (*place, "months"), "Estimate how many months the search would take.")
    if plan.kind is PlanKind.SEARCH and not says_something(plan.if_it_fails, 3):
        return still_open(point, (*place, "if_it_fails"), "Say what you would live on if the search took longer.")
    if not over(workbook) and not says_something(plan.improve, 3):
        return still_open(point, (*place, "improve"), "Name one thing that would make this plan better within a week.")
    for offer in situation.other_offers:
        if offer.sayable and not offer.real:
            return still_open(
                point,
                (*SITUATION, "other_offers", offer.id, "sayable"),
                "An offer that nobody has made cannot be mentioned. Mark it as real, or as not to be said.",
            )
    return done(point)


def walk_away(workbook: Workbook, today: date) -> Check:
    """M05: the limit of the whole package, borne out by the best alternative or by a reason, and looked at again."""
    point, limit = "M05", workbook.situation.walk_away
    place = (*SITUATION, "walk_away")
    plan = best_plan(workbook)
    if limit.amount is None and (plan is None or not has_figure(plan.worth)):
        return still_open(
            point, (*place, "amount"), "Set a rough limit, or value your best alternative and it follows."
        )
    if limit.amount is not None and not says_something(limit.reason):
        return still_open(
            point, (*place, "reason"), "Say why your limit is not just what your best alternative is worth."
        )
    if not says_something(limit.whatever_the_numbers, 3):
        return still_open(
            point, (*place, "whatever_the_numbers"), "Say what would make leaving right, whatever the figures are."
        )
    if any(has_level(term, "target") for term in asks(workbook)):
        if limit.revisited_on is None:
            return still_open(point, (*place, "revisited_on"), "Your targets are set: look at your limit once more.")
        if is_future(limit.revisited_on, today):
            return still_open(
                point,
                (*place, "revisited_on"),
                "You cannot have looked at it on a day still to come. Correct the date.",
            )
    return done(point)


def whole_package(workbook: Workbook, today: date) -> Check:
    """M06: pay and benefits judged together: every term that has a level to compare has a worth too."""
    point = "M06"
    if before_offer(workbook):
        return not_needed(point)
    if base_pay(workbook) is None:
        return still_open(point, ("terms",), "Add base pay: the whole package is counted from it.")
    compared = [term for term in workbook.terms if has_level(term, "target")]
    if not compared:
        return still_open(
            point, ("terms",), "Set a target for at least one term, so that the offer has something beside it."
        )
    for term in compared:
        if not is_valued(term):
            return still_open(
                point,
                ("terms", term.id, "valuation", "formula"),
                "Say what {term} is worth to you in a year, so that it counts in the whole.",
                term=term.name or "…",
            )
    return done(point)


CHECKS = {
    "M01": offer_as_it_stands,
    "M02": right_moment,
    "M03": enthusiasm_first,
    "M57": the_people,
    "M04": best_alternative,
    "M05": walk_away,
    "M06": whole_package,
}
