"""The points of the Offer tab: the offer, the moment, the people, the whole; `fallback` has the rest."""

from __future__ import annotations

from datetime import date, timedelta

from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.levels import is_blank, number
from counteroffer.domain.situation import Period, Stage, Wish
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method import fallback
from counteroffer.method.looking import (
    base_pay,
    before_offer,
    called,
    has_level,
    in_short,
    is_future,
    over,
    says_something,
)
from counteroffer.method.reckoned import without_worth
from counteroffer.method.result import Check, CheckPoint, done, not_needed, still_open

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
    return _in_writing(workbook, pay) or _hours(workbook) or _restrictions(workbook) or done(point)


def _as_received(term: Term, is_pay: bool, today: date) -> Check | None:
    """What is missing about one term as it was offered; None if nothing is."""
    place = ("terms", term.id, "offered")
    name = called(term)
    if is_blank(term.offered.value):
        if is_pay:
            return still_open("M01", (*place, "value"), "Write down the base pay they named.")
        return None
    figure = number(term.offered.value)
    if is_pay and figure is not None and figure <= 0:
        return still_open("M01", (*place, "value"), "Base pay is above nothing. Write down what they named.")
    if not term.offered.said_by.strip():
        return still_open("M01", (*place, "said_by"), "Note who named the offer for {term}.", term=name)
    if term.offered.said_on is None:
        return still_open("M01", (*place, "said_on"), "Note on which day they named the offer for {term}.", term=name)
    if is_future(term.offered.said_on, today):
        return still_open(
            "M01", (*place, "said_on"), "The day on which they named {term} is still to come. Correct it.", term=name
        )
    if is_pay and is_blank(term.today):
        return still_open(
            "M01", ("terms", term.id, "today"), "Set what you have today beside the offered pay; nothing is a figure."
        )
    return None


def _in_writing(workbook: Workbook, pay: Term) -> Check | None:
    """Once there is a letter, which terms stand in it: what does not is only spoken."""
    situation = workbook.situation
    has_letter = situation.stage is Stage.OFFER_IN_WRITING or situation.offer_text.strip() or situation.attachments
    if not has_letter or any(term.offered.in_writing for term in workbook.terms):
        return None
    return still_open(
        "M01",
        ("terms", pay.id, "offered", "in_writing"),
        "You have the offer in writing. Mark which terms stand in it, base pay first.",
    )


def _hours(workbook: Workbook) -> Check | None:
    """For how many hours the pay is; for pay by the hour, how many of them are sure."""
    basis, place = workbook.situation.pay, (*SITUATION, "pay")
    if not basis.hours_a_week and basis.expected_hours.is_empty:
        return still_open(
            "M01", (*place, "hours_a_week"), "Write down the hours a week: pay without hours says little."
        )
    if basis.period is Period.HOUR and basis.guaranteed_hours is None:
        return still_open(
            "M01", (*place, "guaranteed_hours"), "For pay by the hour, write down how many hours a week are sure."
        )
    return None


def _restrictions(workbook: Workbook) -> Check | None:
    """For a term that forbids or takes back: whether it may stay, and how it should read if it is to be milder."""
    for one in workbook.situation.restrictions:
        place = (*SITUATION, "restrictions", one.id)
        if one.statement.strip() and one.wish is None:
            return still_open(
                "M01", (*place, "wish"), "Say whether this restriction may stay, or should be milder or taken out."
            )
        if one.wish is Wish.SOFTEN and not says_something(one.wording):
            return still_open("M01", (*place, "wording"), "Write how the milder restriction should read.")
    return None


def right_moment(workbook: Workbook, today: date) -> Check:
    """M02: the stage, the day of the offer and the day a reply is due; near or past that day, words for more time."""
    point, situation = "M02", workbook.situation
    offered, due = situation.offered_on, situation.reply_due
    if situation.stage is None:
        return still_open(point, (*SITUATION, "stage"), "Say how far things have come: asking has its moment.")
    if before_offer(workbook) and offered is not None and offered <= today:
        return still_open(
            point, (*SITUATION, "stage"), "You noted the day of an offer. If it has been made, things are further on."
        )
    if before_offer(workbook) or over(workbook):
        return done(point)
    if offered is None:
        return still_open(point, (*SITUATION, "offered_on"), "Note the day on which the offer was made.")
    if is_future(offered, today):
        return still_open(point, (*SITUATION, "offered_on"), "The day of the offer is still to come. Correct it.")
    if due is None:
        return still_open(
            point, (*SITUATION, "reply_due"), "Find out by when they want an answer, or name a day yourself."
        )
    if due < offered:
        return still_open(
            point,
            (*SITUATION, "reply_due"),
            "The reply would be due before the offer was made. Correct one of the days.",
        )
    return _out_of_time(workbook, due, today) or done(point)


def _out_of_time(workbook: Workbook, due: date, today: date) -> Check | None:
    """A day that is near or past has words that ask for more time, and once they are sent, another day."""
    if due - today > NEAR:
        return None
    words = [
        letter
        for letter in workbook.agreement.letters
        if letter.kind is LetterKind.MORE_TIME and says_something(letter.body, 6)
    ]
    place = ("agreement", "letters")
    if not words and due < today:
        return still_open("M02", place, "The day to reply has passed. Ask for more time today, in two sentences.")
    if not words:
        return still_open(
            "M02", place, "The day to reply is close. If you need longer, ask for more time now: it is ordinary."
        )
    if due < today and all(letter.sent_on is not None for letter in words):
        return still_open(
            "M02", (*SITUATION, "reply_due"), "You asked for more time. Note the day on which you answer now."
        )
    return None


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
    if situation.why_role.casefold().split() == situation.why_employer.casefold().split():
        return still_open(
            point, (*SITUATION, "why_employer"), "The role and the employer have the same reason. Find one for each."
        )
    return done(point)


def the_people(workbook: Workbook, today: date) -> Check:
    """M57: who sits there, who decides, who is on one's side; what is assumed; and the fear with its answer."""
    point, situation = "M57", workbook.situation
    people = [person for person in situation.people if person.name.strip()]
    place = (*SITUATION, "people")
    if not people:
        return still_open(point, place, "Add the person you will sit opposite, by name.")
    at_table = [person for person in people if person.at_table]
    if not at_table:
        return still_open(
            point, (*place, people[0].id, "at_table"), "Mark who will sit opposite you, or add that person."
        )
    if not any(person.decides for person in people):
        return still_open(
            point,
            (*place, at_table[0].id, "decides"),
            "Find out who decides, and mark that person: it may not be who you talk to.",
        )
    unread = next((person for person in at_table if not says_something(person.manner, 3)), None)
    if unread is not None:
        return still_open(
            point,
            (*place, unread.id, "manner"),
            "Note how {name} likes to talk.",
            name=in_short(unread.name),
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
    return _fears(workbook) or done(point)


def _fears(workbook: Workbook) -> Check | None:
    """Every fear with how likely it is and an answer; None if nothing is missing."""
    place = (*SITUATION, "fears")
    fears = [fear for fear in workbook.situation.fears if fear.statement.strip()]
    if not fears:
        return still_open("M57", place, "Write down what you are afraid will happen when you ask.")
    for fear in fears:
        if fear.likelihood is None:
            return still_open("M57", (*place, fear.id, "likelihood"), "Put a figure on how likely that really is.")
        if not says_something(fear.answer):
            return still_open("M57", (*place, fear.id, "answer"), "Write what you would say or do then.")
    return None


def whole_package(workbook: Workbook, today: date) -> Check:
    """M06: pay and benefits judged together: every term that has a level to compare has a worth too."""
    point = "M06"
    if before_offer(workbook):
        return not_needed(point)
    pay = base_pay(workbook)
    if pay is None:
        return still_open(point, ("terms",), "Add base pay: the whole package is counted from it.")
    compared = [term for term in workbook.terms if has_level(term, "target")]
    if not compared:
        return still_open(
            point,
            ("terms", pay.id, "target", "value"),
            "Set a target, for base pay if for nothing else, so that the offer has something beside it.",
        )
    for term in compared:
        check = without_worth(point, workbook, term)
        if check is not None:
            return check
    return done(point)


CHECKS: dict[str, CheckPoint] = {
    "M01": offer_as_it_stands,
    "M02": right_moment,
    "M03": enthusiasm_first,
    "M57": the_people,
    **fallback.CHECKS,
    "M06": whole_package,
}
