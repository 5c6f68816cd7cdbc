"""The points of the Justifications tab: why each ask is fair, what bears it out, what they gain, what they may object.

How it is put into words is in `spoken` and `tone`.
"""

from __future__ import annotations

import re

from counteroffer.domain.edits import Path
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method import spoken, tone
from counteroffer.method.evidence import brought, has_evidence, linked
from counteroffer.method.looking import called, in_english, says_something, words
from counteroffer.method.per_ask import each_ask
from counteroffer.method.result import Check, CheckPoint, still_open

_THIN = re.compile(
    r"\bI(?:['’]m|['’](?:ll|d) (?:be|feel|stay)| am| feel| (?:will|would) (?:be|feel|stay))(?: \w+){0,2}"
    r" (?:motivated|happy|happier|loyal|grateful|keen|committed|engaged|satisfied)\b|"
    r"\b(?:motivat\w+|keep\w*|mak(?:es?|ing)) me\b|\bmy (?:motivation|loyalty|gratitude|happiness|morale|best)\b|"
    r"\b(?:motivated|happy|happier|loyal|grateful) (?:employee|worker|colleague|person)\b|"
    r"\b(?:work|try)(?:ing)? harder\b|\bmy hard work\b|\bhard-working\b",
    re.IGNORECASE,
)
"""A gain that is none: it costs them nothing to do without. Customers may well be happy, and crews loyal."""
_DISMISSIVE = re.compile(r"\W*(?:but|that(?:['’]s| is) (?:wrong|not true)|you(?:['’]re| are) wrong)\b", re.IGNORECASE)
_ABOUT_ME = frozenset({"i", "i'd", "i’d", "i'm", "i’m", "i'll", "i’ll", "i've", "i’ve", "my"})


def _why(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M21: a reason that may be said, in a whole sentence, and why it is a fair thing to ask."""
    point, name = "M21", called(term)
    reasons = [one for one in term.justification.reasons if one.statement.strip()]
    if not reasons:
        return still_open(
            point, (*place, "reasons"), "Write down why you ask for {term}: the need behind it.", term=name
        )
    sayable = [one for one in reasons if one.sayable]
    if not sayable:
        return still_open(
            point,
            (*place, "reasons", reasons[0].id, "sayable"),
            "All reasons for {term} are private. Find one that may be said.",
            term=name,
        )
    for one in sayable:
        if not says_something(one.statement):
            return still_open(
                point,
                (*place, "reasons", one.id, "statement"),
                "Say the reason for {term} in a whole sentence.",
                term=name,
            )
        if not says_something(one.legitimate, 3):
            return still_open(
                point,
                (*place, "reasons", one.id, "legitimate"),
                "Say why {term} is a fair thing to ask: a standard, a practice.",
                term=name,
            )
    return None


def _data(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M22: evidence that is linked and still there, with a source, and that may be shown; or achievements."""
    point, name = "M22", called(term)
    if not has_evidence(workbook, term):
        return still_open(
            point,
            (*place, "evidence"),
            "{term} has no evidence yet. Link a finding, or something you achieved.",
            term=name,
        )
    findings = linked(workbook, term)
    unsourced = next((one for one in findings if not one.source.strip()), None)
    if unsourced is not None:
        return still_open(
            point,
            ("research", "findings", unsourced.id, "source"),
            "The evidence for {term} names no source. Add it.",
            term=name,
        )
    if not brought(workbook, term) and not any(one.sayable for one in findings):
        return still_open(
            point,
            ("research", "findings", findings[0].id, "sayable"),
            "None of the evidence for {term} may be mentioned. Mark what may be said, or link something that may.",
            term=name,
        )
    return None


def _win(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M23: what the employer gains, by a cost, risk or goal that they named; being motivated is thin."""
    point, name = "M23", called(term)
    gains = [one for one in term.justification.gains if one.statement.strip()]
    if not gains:
        return still_open(
            point,
            (*place, "gains"),
            "Say what they gain if they grant {term}: a cost, a risk or a goal of theirs.",
            term=name,
        )
    told = [one for one in gains if says_something(one.statement, 3)]
    if not told:
        return still_open(
            point,
            (*place, "gains", gains[0].id, "statement"),
            "Say in a whole sentence what they gain from {term}.",
            term=name,
        )
    thick = [one for one in told if not _THIN.search(one.statement)]
    if not thick:
        return still_open(
            point,
            (*place, "gains", told[0].id, "statement"),
            "That you will be motivated is thin. Which cost, risk or goal of theirs does {term} serve?",
            term=name,
        )
    needs = {one.id for one in (*workbook.research.constraints, *workbook.research.interests)}
    if not any(one.their_words.strip() or needs & set(one.links) for one in thick):
        return still_open(
            point,
            (*place, "gains", thick[0].id, "their_words"),
            "Tie the gain from {term} to something they said themselves, or to a need of theirs.",
            term=name,
        )
    return None


def _objection(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M24: the likely no, and an answer that respects it and is more than the ask once more."""
    point, name = "M24", called(term)
    known = [one for one in term.justification.objections if one.objection.strip()]
    if not known:
        return still_open(
            point, (*place, "objections"), "Write down the no you expect to {term}, in their words.", term=name
        )
    for one in known:
        answer = (*place, "objections", one.id, "answer")
        if not says_something(one.answer):
            return still_open(
                point, answer, "Answer their objection to {term}: first what is right about it.", term=name
            )
        if one.answer.strip() == term.justification.line.strip():
            return still_open(
                point,
                answer,
                "Your answer only says the ask for {term} once more. Start with what is right about their worry.",
                term=name,
            )
        if _DISMISSIVE.match(one.answer):
            return still_open(
                point,
                answer,
                "Your answer on {term} begins by brushing them off. Start with what is right about their worry.",
                term=name,
            )
    return None


def _boss(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M25: a sentence that somebody else could say about me, to their boss."""
    point, name = "M25", called(term)
    text = term.justification.for_their_boss
    if not says_something(text, 5):
        return still_open(
            point,
            (*place, "for_their_boss"),
            "Write the sentence with which they can defend {term} to their boss.",
            term=name,
        )
    if in_english(workbook) and words(text)[0].casefold() in _ABOUT_ME:
        return still_open(
            point,
            (*place, "for_their_boss"),
            "They will say it, not you: put the sentence for {term} into their mouth.",
            term=name,
        )
    return None


CHECKS: dict[str, CheckPoint] = {
    "M21": each_ask("M21", _why),
    "M22": each_ask("M22", _data),
    "M23": each_ask("M23", _win),
    "M24": each_ask("M24", _objection),
    "M25": each_ask("M25", _boss),
    **spoken.CHECKS,
    **tone.CHECKS,
}
