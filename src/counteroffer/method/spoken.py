"""The ask in words: the line that is spoken, and whether what, how much and from when are in it."""

from __future__ import annotations

import re
from datetime import date

from counteroffer.domain.edits import Path
from counteroffer.domain.levels import Kind
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue
from counteroffer.method.evidence import COUNTED
from counteroffer.method.looking import before_offer, called, has_level, in_english, in_short, says_something, words
from counteroffer.method.per_ask import each_ask
from counteroffer.method.result import Check, CheckPoint, Message, not_needed, still_open
from counteroffer.method.wording import Fault, Place, Remark, names_amount, remarks, without_quotations

LONGEST_LINE = 60
"""Words in a line that can still be said in one breath or two."""
_HOW_MUCH = re.compile(
    r"\b(?:(?:every|each)(?! (?:year|month|week|quarter))|all|both|full|whole|entire|half|double|third|quarter|"
    r"hundred|thousand|once|twice|none|zero|no|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:i|we|you|us|me|my|our|your|let|please)\b|\?", re.IGNORECASE)
_REASONS = re.compile(r"\b(?:because|furthermore|moreover|besides|in addition|on top of that)\b", re.IGNORECASE)


def _line(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M26: the ask as somebody would say it: how much, one reason, one breath or two."""
    point, name, path = "M26", called(term), (*place, "line")
    line = term.justification.line
    if not says_something(line, 5):
        return still_open(point, path, "Write the line with which you will ask for {term}.", term=name)
    if len(words(line)) > LONGEST_LINE:
        return still_open(point, path, "The line for {term} is long. Give one reason, then stop talking.", term=name)
    if not in_english(workbook):
        return None
    if not _SPOKEN.search(line):
        return still_open(
            point, path, "Put the line for {term} as you would say it: “I would like …”, and a question.", term=name
        )
    if len(_REASONS.findall(line)) > 1:
        return still_open(point, path, "The line for {term} gives more than one reason. Keep the strongest.", term=name)
    if term.unit.kind in COUNTED and not _says_how_much(line):
        return still_open(point, path, "The line for {term} names no figure. Say how much you ask for.", term=name)
    return None


def _concrete(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M27: what, how much, and from when; no vague words in the ask or in the line."""
    point, name, own = "M27", called(term), ("terms", term.id)
    if not says_something(term.what_exactly, 3) and not _figure_says_it(term):
        return still_open(
            point, (*own, "what_exactly"), "Say what exactly you ask for with {term}, and how much.", term=name
        )
    if not term.starts.strip() and term.unit.kind is not Kind.DATE:
        return still_open(point, (*own, "starts"), "Say from when {term} is to hold.", term=name)
    for text, kind, path in (
        (term.what_exactly, Place.ASK, (*own, "what_exactly")),
        (term.starts, Place.ASK, (*own, "starts")),
        (term.justification.line, Place.LINE, (*place, "line")),
    ):
        found = _vague(workbook, term, text, kind)
        if found is not None:
            vague, mend = found
            return still_open(
                point,
                path,
                "“{words}” cannot be granted in {term}. {mend}",
                words=in_short(vague),
                term=name,
                mend=Message(mend),
            )
    counted = term.unit.kind in COUNTED and not _figure_says_it(term)
    if in_english(workbook) and counted and not _says_how_much(term.what_exactly):
        return still_open(
            point, (*own, "what_exactly"), "You say what you ask for with {term}. How much of it?", term=name
        )
    return None


def _figure_says_it(term: Term) -> bool:
    """Whether a target in figures and a line that names one leave nothing to be spelled out besides."""
    counted = term.unit.kind in COUNTED and has_level(term, "target")
    return counted and not term.what_exactly.strip() and _says_how_much(term.justification.line)


def _vague(workbook: Workbook, term: Term, text: str, kind: Place) -> tuple[str, str] | None:
    """The first vague words of a text and the way to mend them: of any ask, or of this very benefit."""
    found = [one for one in remarks(text, kind, workbook.situation.language) if one.fault is Fault.VAGUE]
    own = vague_for_benefit(workbook, term, text) if not found else None
    first = own or next(iter(found), None)
    return None if first is None else (text[first.start : first.end], first.say)


def vague_for_benefit(workbook: Workbook, term: Term, text: str) -> Remark | None:
    """Words that say too little about this very benefit, as the catalogue has them; None where a figure is named."""
    benefit = catalogue().find(term.benefit)
    if benefit is None or not in_english(workbook) or names_amount(text):
        return None
    unquoted = without_quotations(text)
    for vague in benefit.vague:
        match = re.search(rf"\b{re.escape(vague)}\b", unquoted, re.IGNORECASE)
        if match is not None:
            return Remark(Fault.VAGUE, match.start(), match.end(), benefit.concrete)
    return None


def _says_how_much(text: str) -> bool:
    return names_amount(text) or _HOW_MUCH.search(text) is not None


def concrete(workbook: Workbook, today: date) -> Check:
    """M27: from the stage where asks are made, an ask names what, how much, and from when."""
    return not_needed("M27") if before_offer(workbook) else _each_concrete(workbook, today)


_each_concrete = each_ask("M27", _concrete)

CHECKS: dict[str, CheckPoint] = {"M26": each_ask("M26", _line), "M27": concrete}
