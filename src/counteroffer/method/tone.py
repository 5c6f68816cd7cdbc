"""How it sounds and whether it is true: what is to be said or sent, before it is (M28)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from counteroffer.domain.edits import Path
from counteroffer.domain.workbook import Workbook
from counteroffer.method.evidence import USUAL
from counteroffer.method.looking import asks, in_short, sayable_offers
from counteroffer.method.result import Check, CheckPoint, Message, done, still_open
from counteroffer.method.wording import Fault, Place, remarks, without_quotations

Words = tuple[str, Place, Path]
"""A text, what sort of text it is, and where it stands."""

_OTHER = r"(?:another|other|competing|rival|second)"
_OTHER_OFFER = re.compile(
    rf"\b(?:have|having|had|has|['’]ve|got|received|hold|holding|with|considering|weighing|accept|take|taking)"
    rf"(?: (?!no\b|not\b|your\b)\w+){{0,3}} {_OTHER} (?:\w+ )?offers?\b|"
    rf"\boffer(?:s|ed)?(?: \S+){{0,3}} (?:from|by|at|with) (?:{_OTHER}|a different)\b|"
    rf"\b{_OTHER} (?:employer|company|firm)s? (?:has |have |would |will |is |are )?(?:offer|pay)|"
    r"\b(?:have|['’]ve got|received|hold) an offer (?:from|at|by|with) (?!you\b)",
    re.IGNORECASE,
)
_NONE_OTHER = re.compile(rf"(?:\b(?:no|not|without)|n['’]t)(?: \w+){{0,2}} {_OTHER} (?:\w+ )?offers?\b", re.IGNORECASE)
_MARKET = re.compile(
    r"\bmarket (?:rate|pay|value|data|range|level)s?\b|\bthe (?:job )?market\b(?! (?:hall|square|stall|place|town))|"
    r"\b(?:pay|salary|wage) (?:survey|report|data)s?\b|\b(?:industry|national|regional) (?:average|standard)s?\b",
    re.IGNORECASE,
)


def tone(workbook: Workbook, today: date) -> Check:
    """M28: no ultimatum, blame, apology or pleading in what is said or sent; no claim that nothing bears out."""
    lines = [*_asking(workbook), *_letters(workbook)]
    if not any(text.strip() for text, _kind, _path in lines):
        wanted = asks(workbook)
        first = ("terms", wanted[0].id, "justification", "line") if wanted else ("terms",)
        return still_open("M28", first, "Write the first line you will say; its tone is looked at here.")
    everything = [*lines, *_beside(workbook)]
    for text, kind, path in everything:
        check = _sounds_wrong(workbook, text, kind, path)
        if check is not None:
            return check
    for text, _kind, path in everything:
        check = _claims_too_much(workbook, without_quotations(text), path)
        if check is not None:
            return check
    return done("M28")


def _asking(workbook: Workbook) -> Iterator[Words]:
    """The words with which one asks."""
    plan, place = workbook.conversations.plan, ("conversations", "plan")
    yield plan.opening_words, Place.LINE, (*place, "opening_words")
    yield plan.figure_words, Place.LINE, (*place, "figure_words")
    yield plan.time_to_think, Place.LINE, (*place, "time_to_think")
    for term in asks(workbook):
        own = ("terms", term.id, "justification")
        yield term.justification.line, Place.LINE, (*own, "line")
        yield term.justification.another_way, Place.LINE, (*own, "another_way")


def _letters(workbook: Workbook) -> Iterator[Words]:
    """The letters that can still be changed: what is sent is sent."""
    for letter in workbook.agreement.letters:
        if letter.sent_on is None:
            yield letter.body, Place.LETTER, ("agreement", "letters", letter.id, "body")


def _beside(workbook: Workbook) -> Iterator[Words]:
    """What else is said or handed over: the first words, the answers, the sentence for their boss."""
    situation = workbook.situation
    yield situation.why_role, Place.LINE, ("situation", "why_role")
    yield situation.why_employer, Place.LINE, ("situation", "why_employer")
    for term in asks(workbook):
        own = ("terms", term.id, "justification")
        yield term.justification.for_their_boss, Place.LINE, (*own, "for_their_boss")
        for one in term.justification.objections:
            yield one.answer, Place.LINE, (*own, "objections", one.id, "answer")
    for card in workbook.conversations.cards:
        yield card.answer, Place.LINE, ("conversations", "cards", card.id, "answer")


def _sounds_wrong(workbook: Workbook, text: str, kind: Place, path: Path) -> Check | None:
    for one in remarks(text, kind, workbook.situation.language):
        if one.fault is not Fault.VAGUE:
            return still_open(
                "M28",
                path,
                "“{words}”: {fault} {mend}",
                words=in_short(text[one.start : one.end]),
                fault=Message(one.fault.label),
                mend=Message(one.say),
            )
    return None


def _claims_too_much(workbook: Workbook, text: str, path: Path) -> Check | None:
    """Another offer that is not real and sayable; a market that no finding speaks of."""
    if _OTHER_OFFER.search(text) and not _NONE_OTHER.search(text) and not sayable_offers(workbook):
        return still_open(
            "M28",
            path,
            "This speaks of another offer, but none in your workbook is real and may be mentioned. Leave it out.",
        )
    researched = any(one.topic in USUAL and one.source.strip() for one in workbook.research.findings)
    if _MARKET.search(text) and not researched:
        return still_open(
            "M28",
            path,
            "This speaks of the market, but nothing in your research bears it out. Add a finding, or leave it out.",
        )
    return None


CHECKS: dict[str, CheckPoint] = {"M28": tone}
