"""What happens without an agreement: the best alternative, and the limit that follows from it."""

from __future__ import annotations

from datetime import date

from counteroffer.domain.situation import Plan, PlanKind
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import (
    asks,
    best_plan,
    has_figure,
    has_level,
    is_future,
    over,
    says_something,
)
from counteroffer.method.result import Check, CheckPoint, done, still_open

SITUATION = ("situation",)


def best_alternative(workbook: Workbook, today: date) -> Check:
    """M04: a plan for the case of no agreement, with steps, worth and risk; other offers only if they are real."""
    plans = workbook.situation.plans
    if not plans:
        return still_open(
            "M04", (*SITUATION, "plans"), "Write down what you do if nothing comes of this: it is your strength."
        )
    plan = best_plan(workbook) or plans[0]
    return _unfinished(workbook, plan) or _unreal(workbook, plan) or _not_sayable(workbook, today) or done("M04")


def _unfinished(workbook: Workbook, plan: Plan) -> Check | None:
    """What a wish lacks to be a plan; None if nothing."""
    point, place = "M04", (*SITUATION, "plans", plan.id)
    if not says_something(plan.steps, 5):
        return still_open(point, (*place, "steps"), "Turn it into a plan: the steps, and when you would take them.")
    if not has_figure(plan.worth):
        return still_open(
            point, (*place, "worth"), "Put a figure on what that is worth in a year, as a range if need be."
        )
    if not says_something(plan.risk, 3):
        return still_open(point, (*place, "risk"), "Say what could go wrong with this plan.")
    if plan.kind is PlanKind.SEARCH and not has_figure(plan.months):
        return still_open(point, (*place, "months"), "Estimate how many months the search would take.")
    if plan.kind is PlanKind.SEARCH and not says_something(plan.if_it_fails, 3):
        return still_open(point, (*place, "if_it_fails"), "Say what you would live on if the search took longer.")
    if not over(workbook) and not says_something(plan.improve, 3):
        return still_open(point, (*place, "improve"), "Name one thing that would make this plan better within a week.")
    return None


def _unreal(workbook: Workbook, plan: Plan) -> Check | None:
    """Another offer is a plan only if somebody has made it."""
    others = workbook.situation.other_offers
    if plan.kind is not PlanKind.OTHER_OFFER or any(one.real for one in others):
        return None
    return still_open(
        "M04",
        (*SITUATION, "other_offers", others[0].id, "real") if others else (*SITUATION, "other_offers"),
        "Your plan is another offer. Note who made it and that it is real; until then, your plan is to search.",
    )


def _not_sayable(workbook: Workbook, today: date) -> Check | None:
    """What is to be mentioned to them, though it is not real, or has run out."""
    for offer in workbook.situation.other_offers:
        place = (*SITUATION, "other_offers", offer.id)
        if offer.sayable and not offer.real:
            return still_open(
                "M04",
                (*place, "sayable"),
                "An offer that nobody has made cannot be mentioned. Mark it as real, or as not to be said.",
            )
        if offer.sayable and offer.reply_due is not None and offer.reply_due < today and not over(workbook):
            return still_open(
                "M04",
                (*place, "reply_due"),
                "The day to answer the other offer has passed. If it still stands, correct the day; else leave it out.",
            )
    return None


def walk_away(workbook: Workbook, today: date) -> Check:
    """M05: the limit of the whole package, borne out by the best alternative or by a reason, and looked at again."""
    point, limit = "M05", workbook.situation.walk_away
    place = (*SITUATION, "walk_away")
    plan = best_plan(workbook)
    if limit.amount is None and (plan is None or not has_figure(plan.worth)):
        return still_open(
            point, (*place, "amount"), "Set a rough limit, or value your best alternative and it follows."
        )
    differs = limit.amount is not None and (plan is None or limit.amount != plan.worth.likely)
    if differs and not says_something(limit.reason):
        return still_open(point, (*place, "reason"), "Say why your limit is not what your best alternative is worth.")
    if not says_something(limit.whatever_the_numbers, 3):
        return still_open(
            point, (*place, "whatever_the_numbers"), "Say what would make leaving right, whatever the figures are."
        )
    if over(workbook) or not any(has_level(term, "target") for term in asks(workbook)):
        return done(point)
    if limit.revisited_on is None:
        return still_open(point, (*place, "revisited_on"), "Your targets are set: look at your limit once more.")
    if is_future(limit.revisited_on, today):
        return still_open(
            point,
            (*place, "revisited_on"),
            "You cannot have looked at it on a day still to come. Correct the date.",
        )
    offered_on = workbook.situation.offered_on
    if offered_on is not None and limit.revisited_on < offered_on <= today:
        return still_open(
            point,
            (*place, "revisited_on"),
            "You last looked at your limit before there was an offer. Look once more, and note the day.",
        )
    return done(point)


CHECKS: dict[str, CheckPoint] = {"M04": best_alternative, "M05": walk_away}
