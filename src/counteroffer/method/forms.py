"""The forms that another way can take: none of them is needed, but each is concrete enough to be agreed on."""

from __future__ import annotations

import re
from datetime import date
from typing import TypeVar

from counteroffer.domain.alternatives import (
    AlternativeBase,
    Cushion,
    CushionForm,
    InSteps,
    PerformanceTied,
    TimedRise,
    Trial,
)
from counteroffer.domain.edits import Path
from counteroffer.domain.levels import Direction, is_blank, number
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import in_english, over, says_something
from counteroffer.method.result import Check, CheckPoint, done, not_needed, still_open
from counteroffer.method.wording import Fault, Place, names_amount, remarks

_YES_OR_NO = re.compile(
    r"\b(?:pass(?:ed)?|signed|delivered|done|finished|opened|(?:all|every|each|none|no|first|second) \w+)\b",
    re.IGNORECASE,
)
"""What can be told to be so or not, without a figure."""
_DID_WELL = re.compile(
    r"\W*(?:if |when |that )?(?:(?:i|it|all|everything) )?(?:do|does|doing|did|done|go|goes|going|went|works?|worked)"
    r"(?: out)?(?: very| really)? (?:well|fine|good|ok|okay)\W*",
    re.IGNORECASE,
)
"""What says no more than that somebody is content."""
A = TypeVar("A", bound=AlternativeBase)


def _of_kind(workbook: Workbook, kind: type[A]) -> list[tuple[Term, A, Path]]:
    return [
        (term, one, ("terms", term.id, "alternatives", one.id))
        for term in workbook.terms
        for one in term.alternatives
        if isinstance(one, kind)
    ]


def performance(workbook: Workbook, today: date) -> Check:
    """M30: a reward with its measure, its target as a figure, who measures, and a day."""
    point = "M30"
    found = _of_kind(workbook, PerformanceTied)
    for _term, one, place in found:
        if not one.reward.strip() and not one.amount:
            return still_open(point, (*place, "reward"), "Say what the reward is.")
        if not says_something(one.measure, 2) or _says_nothing(workbook, one.measure):
            return still_open(point, (*place, "measure"), "Say what is measured, so that both see the same thing.")
        if not _measurable(workbook, one.target):
            return still_open(
                point, (*place, "target"), "Put a figure on what must be reached: “well” cannot be measured."
            )
        if not one.measured_by.strip():
            return still_open(point, (*place, "measured_by"), "Say who measures, and from what.")
        if one.due is None:
            return still_open(point, (*place, "due"), "Say by which day it is measured.")
        if one.due < today and not over(workbook):
            return still_open(
                point, (*place, "due"), "The day of the measure has passed. Name one that is still to come."
            )
    return done(point) if found else not_needed(point)


def trial(workbook: Workbook, today: date) -> Check:
    """M31: what is tried, for how long, what counts as success, when it is looked at, and what follows."""
    point = "M31"
    found = _of_kind(workbook, Trial)
    for _term, one, place in found:
        if not says_something(one.what, 2):
            return still_open(point, (*place, "what"), "Say what is tried.")
        if not one.months:
            return still_open(point, (*place, "months"), "Say for how many months it is tried.")
        if not says_something(one.success, 3) or _says_nothing(workbook, one.success):
            return still_open(point, (*place, "success"), "Say what counts as success, so that both can see it.")
        if one.review_on is None:
            return still_open(point, (*place, "review_on"), "Name the day on which you look at it together.")
        if one.review_on < today and not over(workbook):
            return still_open(point, (*place, "review_on"), "The day to look at it has passed. Name one still to come.")
        if not one.afterwards.strip() or _says_nothing(workbook, one.afterwards):
            return still_open(
                point, (*place, "afterwards"), "Say what follows if it works: a trial must lead somewhere."
            )
    return done(point) if found else not_needed(point)


def timed_rise(workbook: Workbook, today: date) -> Check:
    """M32: the amount, after how many months, by what measure, judged by whom."""
    point = "M32"
    found = _of_kind(workbook, TimedRise)
    for _term, one, place in found:
        if one.amount is None or one.amount <= 0:
            return still_open(point, (*place, "amount"), "Name the amount of the rise.")
        if not one.after_months:
            return still_open(point, (*place, "after_months"), "Say after how many months the rise comes.")
        if not says_something(one.measure, 2) or _says_nothing(workbook, one.measure):
            return still_open(point, (*place, "measure"), "Say by what “did well” is judged.")
        if not one.reviewed_by.strip():
            return still_open(point, (*place, "reviewed_by"), "Say who judges it.")
    return done(point) if found else not_needed(point)


def cushion(workbook: Workbook, today: date) -> Check:
    """M33: how much, which endings count, and what it must carry: months to find work, the cost of living, savings."""
    point = "M33"
    found = _of_kind(workbook, Cushion)
    for _term, one, place in found:
        if one.form is CushionForm.MONTHS and not one.months:
            return still_open(point, (*place, "months"), "Say how many months of pay it is.")
        if one.form is CushionForm.LUMP and not one.amount:
            return still_open(point, (*place, "amount"), "Name the sum.")
        if not one.endings_in.strip():
            return still_open(
                point, (*place, "endings_in"), "Say which endings count: that is where it is won or lost."
            )
        if not one.endings_out.strip():
            return still_open(
                point, (*place, "endings_out"), "Say which endings do not count; it makes the rest easier to grant."
            )
        if one.endings_in.casefold().split() == one.endings_out.casefold().split():
            return still_open(
                point, (*place, "endings_out"), "The same endings count and do not count. Say which do not."
            )
        if one.months_to_find.is_empty or one.living_a_month is None:
            return still_open(
                point,
                (*place, "living_a_month" if one.living_a_month is None else "months_to_find"),
                "Reckon what the cushion must carry: months to find work, and what you live on.",
            )
        if one.chance is None:
            return still_open(
                point, (*place, "chance"), "Say how likely it is that you need it, so that it can be weighed."
            )
    return done(point) if found else not_needed(point)


def in_steps(workbook: Workbook, today: date) -> Check:
    """M34: how much now, how much later, and from which day; later is more than now."""
    point = "M34"
    found = _of_kind(workbook, InSteps)
    for term, one, place in found:
        if is_blank(one.now):
            return still_open(point, (*place, "now"), "Say how much comes now.")
        if one.once:
            continue
        if is_blank(one.later):
            return still_open(point, (*place, "later"), "Say what it grows to.")
        if one.now == one.later:
            return still_open(point, (*place, "later"), "Now and later are the same. Say what it grows to.")
        if _shrinks(term, one):
            return still_open(point, (*place, "later"), "The second step is smaller than the first. Turn them round.")
        if one.later_on is None:
            return still_open(point, (*place, "later_on"), "Name the day from which the second step holds.")
        if one.later_on < today and not over(workbook):
            return still_open(
                point, (*place, "later_on"), "The day of the second step has passed. Name one still to come."
            )
    return done(point) if found else not_needed(point)


def _measurable(workbook: Workbook, text: str) -> bool:
    """Whether two people would agree if it has been reached: a figure, or something that is passed or is not."""
    if not in_english(workbook):
        return names_amount(text) or says_something(text, 2)
    return names_amount(text) or (_YES_OR_NO.search(text) is not None and not _says_nothing(workbook, text))


def _says_nothing(workbook: Workbook, text: str) -> bool:
    """Whether a measure is vague, or no more than “well”."""
    vague = any(one.fault is Fault.VAGUE for one in remarks(text, Place.ASK, workbook.situation.language))
    return vague or _DID_WELL.fullmatch(text) is not None


def _shrinks(term: Term, steps: InSteps) -> bool:
    """Whether the second step is worse than the first, as far as the two can be compared."""
    now, later = number(steps.now), number(steps.later)
    if now is None or later is None or steps.unit is not term.unit:
        return False
    return later < now if term.direction is Direction.MORE else later > now


CHECKS: dict[str, CheckPoint] = {
    "M30": performance,
    "M31": trial,
    "M32": timed_rise,
    "M33": cushion,
    "M34": in_steps,
}
