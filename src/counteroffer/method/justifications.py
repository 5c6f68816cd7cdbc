"""The points of the Justifications tab: why each ask is fair, what bears it out, what they gain, how to say it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from counteroffer.domain.agreement import Letter
from counteroffer.domain.edits import Path
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import asks, before_offer, says_something
from counteroffer.method.result import Check, CheckPoint, done, not_needed, still_open
from counteroffer.method.wording import Fault, Place, Remark, remarks

THIN = ("motivat", "happy", "happier", "loyal", "grateful", "work harder", "hard work", "do my best", "give my best")
"""Words for a gain that is none: it costs them nothing to hear and nothing to do without."""
LONGEST_LINE = 60
"""Words in a line that can still be said in one breath or two."""


CheckAsk = Callable[[Workbook, Term, Path], Check | None]
"""What is left to do about one ask, whose justification is at the path; None if nothing is."""


def _each_ask(point: str, check: CheckAsk) -> CheckPoint:
    """A check that goes through the asks by rank and stops at the first one for which something is left."""

    def through(workbook: Workbook, today: date) -> Check:
        wanted = asks(workbook)
        if not wanted:
            return still_open(point, ("terms",), "Add an ask first, on the Priorities tab.")
        for term in wanted:
            found = check(workbook, term, ("terms", term.id, "justification"))
            if found is not None:
                return found
        return done(point)

    through.__doc__ = check.__doc__
    return through


def _why(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M21: a reason in whole words, why it is a fair thing to ask, and one reason that may be said."""
    point, name = "M21", term.name or "…"
    reasons = [one for one in term.justification.reasons if one.statement.strip()]
    if not reasons:
        return still_open(
            point, (*place, "reasons"), "Write down why you ask for {term}: the need behind it.", term=name
        )
    for one in reasons:
        if not says_something(one.statement):
            return still_open(
                point,
                (*place, "reasons", one.id, "statement"),
                "Say the reason for {term} in a whole sentence.",
                term=name,
            )
    if not any(one.sayable for one in reasons):
        return still_open(
            point,
            (*place, "reasons", reasons[0].id, "sayable"),
            "All reasons for {term} are private. Find one that may be said.",
            term=name,
        )
    for one in reasons:
        if one.sayable and not says_something(one.legitimate, 3):
            return still_open(
                point,
                (*place, "reasons", one.id, "legitimate"),
                "Say why {term} is a fair thing to ask: a standard, a practice.",
                term=name,
            )
    return None


def _data(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M22: evidence that is linked and still there, with a source; or achievements."""
    point, name = "M22", term.name or "…"
    findings = {one.id: one for one in workbook.research.findings}
    achievements = {one.id for one in workbook.research.achievements}
    linked = [findings[one] for one in term.justification.evidence if one in findings]
    if not linked and not achievements & set(term.justification.achievements):
        return still_open(
            point,
            (*place, "evidence"),
            "{term} has no evidence yet. Link a finding, or something you achieved.",
            term=name,
        )
    unsourced = next((one for one in linked if not one.source.strip()), None)
    if unsourced is not None:
        return still_open(
            point,
            ("research", "findings", unsourced.id, "source"),
            "The evidence for {term} names no source. Add it.",
            term=name,
        )
    return None


def _win(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M23: what the employer gains, by a cost, risk or goal that they named; being motivated is thin."""
    point, name = "M23", term.name or "…"
    gains = [one for one in term.justification.gains if says_something(one.statement, 3)]
    if not gains:
        return still_open(
            point,
            (*place, "gains"),
            "Say what they gain if they grant {term}: a cost, a risk or a goal of theirs.",
            term=name,
        )
    thick = [one for one in gains if not any(word in one.statement.casefold() for word in THIN)]
    if not thick:
        return still_open(
            point,
            (*place, "gains", gains[0].id, "statement"),
            "That you will be motivated is thin. Which cost, risk or goal of theirs does {term} serve?",
            term=name,
        )
    if not any(one.their_words.strip() or one.links for one in thick):
        return still_open(
            point,
            (*place, "gains", thick[0].id, "their_words"),
            "Tie the gain from {term} to something they said themselves, or to a need of theirs.",
            term=name,
        )
    return None


def _objection(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M24: the likely no, and an answer that is more than the ask once more."""
    point, name = "M24", term.name or "…"
    known = [one for one in term.justification.objections if one.objection.strip()]
    if not known:
        return still_open(
            point, (*place, "objections"), "Write down the no you expect to {term}, in their words.", term=name
        )
    for one in known:
        if not says_something(one.answer):
            return still_open(
                point,
                (*place, "objections", one.id, "answer"),
                "Answer their objection to {term}: first what is right about it.",
                term=name,
            )
        if one.answer.strip() == term.justification.line.strip():
            return still_open(
                point,
                (*place, "objections", one.id, "answer"),
                "Your answer only says the ask for {term} once more. Start with what is right about their worry.",
                term=name,
            )
    return None


def _boss(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M25: a sentence that somebody else could say about me, to their boss."""
    point, name = "M25", term.name or "…"
    text = term.justification.for_their_boss
    if not says_something(text, 5):
        return still_open(
            point,
            (*place, "for_their_boss"),
            "Write the sentence with which they can defend {term} to their boss.",
            term=name,
        )
    if text.split()[0].casefold().strip("’'") in ("i", "i'd", "i’d", "i'm", "i’m", "my"):
        return still_open(
            point,
            (*place, "for_their_boss"),
            "They will say it, not you: put the sentence for {term} into their mouth.",
            term=name,
        )
    return None


def _line(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M26: the ask as spoken: concrete, one breath or two, with a question or a clear wish."""
    point, name = "M26", term.name or "…"
    line = term.justification.line
    if not says_something(line, 5):
        return still_open(point, (*place, "line"), "Write the line with which you will ask for {term}.", term=name)
    if len(line.split()) > LONGEST_LINE:
        return still_open(
            point, (*place, "line"), "The line for {term} is long. Give one reason, then stop talking.", term=name
        )
    return None


def _concrete(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M27: what, how much, and from when; no vague words in the ask or in the line."""
    point, name = "M27", term.name or "…"
    own = ("terms", term.id)
    if not says_something(term.what_exactly, 3):
        return still_open(
            point, (*own, "what_exactly"), "Say what exactly you ask for with {term}, and how much.", term=name
        )
    if not term.starts.strip():
        return still_open(point, (*own, "starts"), "Say from when {term} is to hold.", term=name)
    for text, kind, path in (
        (term.what_exactly, Place.ASK, (*own, "what_exactly")),
        (term.starts, Place.ASK, (*own, "starts")),
        (term.justification.line, Place.LINE, (*place, "line")),
    ):
        vague = [one for one in remarks(text, kind, workbook.situation.language) if one.fault is Fault.VAGUE]
        if vague:
            return still_open(
                point,
                path,
                "“{words}” cannot be granted in {term}. {mend}",
                words=_words(text, vague[0]),
                term=name,
                mend=vague[0].say,
            )
    return None


def tone(workbook: Workbook, today: date) -> Check:
    """M28: no ultimatum, blame, apology or pleading in what is said or sent; no claim that nothing bears out."""
    point = "M28"
    spoken = [*_spoken(workbook), *((one.body, Place.LETTER, _of_letter(one)) for one in workbook.agreement.letters)]
    if not any(text.strip() for text, _kind, _path in spoken):
        return still_open(point, ("terms",), "Write the first line you will say; its tone is looked at here.")
    for text, kind, path in spoken:
        wrong = [one for one in remarks(text, kind, workbook.situation.language) if one.fault is not Fault.VAGUE]
        if wrong:
            return still_open(
                point,
                path,
                "“{words}”: {fault} {mend}",
                words=_words(text, wrong[0]),
                fault=wrong[0].fault.label,
                mend=wrong[0].say,
            )
    sayable = any(one.real and one.sayable for one in workbook.situation.other_offers)
    for text, _kind, path in spoken:
        if not sayable and _claims_other_offer(text):
            return still_open(
                point,
                path,
                "This speaks of another offer, but none in your workbook is real and may be mentioned. Leave it out.",
            )
        if not workbook.research.findings and _claims_market(text):
            return still_open(
                point,
                path,
                "This speaks of the market, but nothing in your research bears it out. Add a finding, or leave it out.",
            )
    return done(point)


def _spoken(workbook: Workbook) -> list[tuple[str, Place, Path]]:
    plan = ("conversations", "plan")
    lines: list[tuple[str, Place, Path]] = [
        (workbook.conversations.plan.opening_words, Place.LINE, (*plan, "opening_words")),
        (workbook.conversations.plan.figure_words, Place.LINE, (*plan, "figure_words")),
        (workbook.conversations.plan.time_to_think, Place.LINE, (*plan, "time_to_think")),
    ]
    for term in asks(workbook):
        place = ("terms", term.id, "justification")
        lines.append((term.justification.line, Place.LINE, (*place, "line")))
        lines.append((term.justification.another_way, Place.LINE, (*place, "another_way")))
    return lines


def _of_letter(letter: Letter) -> Path:
    return ("agreement", "letters", letter.id, "body")


def _claims_other_offer(text: str) -> bool:
    folded = text.casefold()
    return any(
        words in folded
        for words in ("another offer", "other offer", "a competing offer", "second offer", "offer from another")
    )


def _claims_market(text: str) -> bool:
    folded = text.casefold()
    return any(
        words in folded for words in ("market rate", "the market", "pay survey", "salary survey", "industry average")
    )


def _words(text: str, remark: Remark) -> str:
    return text[remark.start : remark.end]


def concrete(workbook: Workbook, today: date) -> Check:
    """M27: from the stage where asks are made, an ask names what, how much, and from when."""
    return not_needed("M27") if before_offer(workbook) else _each_ask("M27", _concrete)(workbook, today)


CHECKS: dict[str, CheckPoint] = {
    "M21": _each_ask("M21", _why),
    "M22": _each_ask("M22", _data),
    "M23": _each_ask("M23", _win),
    "M24": _each_ask("M24", _objection),
    "M25": _each_ask("M25", _boss),
    "M26": _each_ask("M26", _line),
    "M27": concrete,
    "M28": tone,
}
