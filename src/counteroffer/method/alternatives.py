"""The points of the Alternatives tab: for each ask another way, concrete enough to be agreed on."""

from __future__ import annotations

from datetime import date

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
from counteroffer.domain.levels import is_blank
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import asks, over, says_something
from counteroffer.method.result import Check, CheckPoint, done, not_needed, still_open
from counteroffer.method.wording import Fault, Place, names_amount, remarks

YES_OR_NO = frozenset({"passed", "pass", "all", "every", "none", "no", "first", "second", "signed", "delivered"})
"""Words that can be told to be so or not, without a figure."""


def if_not_this(workbook: Workbook, today: date) -> Check:
    """M29: for every ask at least one alternative that serves the same need, and is not the ask once more."""
    point = "M29"
    wanted = asks(workbook)
    if not wanted:
        return still_open(point, ("terms",), "Add an ask first; then another way to meet the same need.")
    for term in wanted:
        place = ("terms", term.id, "alternatives")
        named = [one for one in term.alternatives if one.title.strip()]
        if not named:
            return still_open(
                point, place, "If they say no to {term}: what else would meet the same need?", term=_name(term)
            )
        for one in named:
            if one.title.casefold().strip() in (term.name.casefold().strip(), term.what_exactly.casefold().strip()):
                return still_open(
                    point,
                    (*place, one.id, "title"),
                    "This is the ask for {term} once more. Find another form of it.",
                    term=_name(term),
                )
        if not any(one.interest.strip() for one in named):
            return still_open(
                point,
                (*place, named[0].id, "interest"),
                "Say which need your alternative to {term} meets.",
                term=_name(term),
            )
    return done(point)


def _of_kind(workbook: Workbook, kind: type[AlternativeBase]) -> list[tuple[Term, AlternativeBase, Path]]:
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
        assert isinstance(one, PerformanceTied)  # noqa: S101 - what `_of_kind` was asked for
        if not one.reward.strip() and one.amount is None:
            return still_open(point, (*place, "reward"), "Say what the reward is.")
        if not says_something(one.measure, 2):
            return still_open(point, (*place, "measure"), "Say what is measured, so that both see the same thing.")
        if not _measurable(one.target):
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
        assert isinstance(one, Trial)  # noqa: S101 - what `_of_kind` was asked for
        if not says_something(one.what, 2):
            return still_open(point, (*place, "what"), "Say what is tried.")
        if one.months is None or one.months == 0:
            return still_open(point, (*place, "months"), "Say for how many months it is tried.")
        if not says_something(one.success, 3) or _vague(workbook, one.success):
            return still_open(point, (*place, "success"), "Say what counts as success, so that both can see it.")
        if one.review_on is None:
            return still_open(point, (*place, "review_on"), "Name the day on which you look at it together.")
        if one.review_on < today and not over(workbook):
            return still_open(point, (*place, "review_on"), "The day to look at it has passed. Name one still to come.")
        if not one.afterwards.strip():
            return still_open(
                point, (*place, "afterwards"), "Say what follows if it works: a trial must lead somewhere."
            )
    return done(point) if found else not_needed(point)


def timed_rise(workbook: Workbook, today: date) -> Check:
    """M32: the amount, after how many months, by what measure, judged by whom."""
    point = "M32"
    found = _of_kind(workbook, TimedRise)
    for _term, one, place in found:
        assert isinstance(one, TimedRise)  # noqa: S101 - what `_of_kind` was asked for
        if one.amount is None or one.amount <= 0:
            return still_open(point, (*place, "amount"), "Name the amount of the rise.")
        if not one.after_months:
            return still_open(point, (*place, "after_months"), "Say after how many months the rise comes.")
        if not says_something(one.measure, 2) or _vague(workbook, one.measure):
            return still_open(point, (*place, "measure"), "Say by what “did well” is judged.")
        if not one.reviewed_by.strip():
            return still_open(point, (*place, "reviewed_by"), "Say who judges it.")
    return done(point) if found else not_needed(point)


def cushion(workbook: Workbook, today: date) -> Check:
    """M33: how much, which endings count, and what it must carry: months to find work, the cost of living, savings."""
    point = "M33"
    found = _of_kind(workbook, Cushion)
    for _term, one, place in found:
        assert isinstance(one, Cushion)  # noqa: S101 - what `_of_kind` was asked for
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
    for _term, one, place in found:
        assert isinstance(one, InSteps)  # noqa: S101 - what `_of_kind` was asked for
        if is_blank(one.now):
            return still_open(point, (*place, "now"), "Say how much comes now.")
        if one.once:
            continue
        if is_blank(one.later):
            return still_open(point, (*place, "later"), "Say what it grows to.")
        if one.now == one.later:
            return still_open(point, (*place, "later"), "Now and later are the same. Say what it grows to.")
        if one.later_on is None:
            return still_open(point, (*place, "later_on"), "Name the day from which the second step holds.")
        if one.later_on < today and not over(workbook):
            return still_open(
                point, (*place, "later_on"), "The day of the second step has passed. Name one still to come."
            )
    return done(point) if found else not_needed(point)


def another_way(workbook: Workbook, today: date) -> Check:
    """M35: words that are firm on the need and open on the form."""
    point = "M35"
    wanted = asks(workbook)
    if not wanted:
        return still_open(point, ("terms",), "Add an ask first; then the words that leave another way open.")
    for term in wanted:
        place = ("terms", term.id, "justification", "another_way")
        text = term.justification.another_way
        if not says_something(text, 6):
            return still_open(
                point,
                place,
                "Write that {term} matters, and that another way of meeting it is welcome.",
                term=_name(term),
            )
        if text.strip() == term.justification.line.strip():
            return still_open(
                point, place, "This repeats the line for {term}. Say what else would do.", term=_name(term)
            )
    return done(point)


def _name(term: Term) -> str:
    return term.name or "…"


def _measurable(text: str) -> bool:
    """Whether two people would agree if it has been reached: a figure, or something that is passed or is not."""
    return names_amount(text) or bool(YES_OR_NO & set(text.casefold().replace(",", " ").split()))


def _vague(workbook: Workbook, text: str) -> bool:
    language = workbook.situation.language
    return any(one.fault is Fault.VAGUE for one in remarks(text, Place.ASK, language))


CHECKS: dict[str, CheckPoint] = {
    "M29": if_not_this,
    "M30": performance,
    "M31": trial,
    "M32": timed_rise,
    "M33": cushion,
    "M34": in_steps,
    "M35": another_way,
}
