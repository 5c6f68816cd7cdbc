"""What a finding needs before it can be leaned on, and the range that an ask stands in."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from counteroffer.domain.edits import Path
from counteroffer.domain.levels import Direction, Kind, number
from counteroffer.domain.research import Achievement, Finding, Topic
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import called
from counteroffer.method.result import Check, still_open

FINDINGS = ("research", "findings")
USUAL = frozenset({Topic.STANDARD, Topic.MARKET})
OURS = frozenset({Topic.POLICY, Topic.GRADES, Topic.PRECEDENT, Topic.BUDGET, Topic.PROBATION})
TELLING = USUAL | OURS
"""All but the law: what it grants anyway says nothing about what can be asked for."""
COUNTED = frozenset({Kind.AMOUNT, Kind.PERCENT, Kind.NUMBER})
NOWHERE = frozenset(
    ("internet", "the internet", "online", "the web", "web", "google", "a website", "somewhere", "people", "somebody")
)
"""Sources that nobody could look up."""


def has_range(finding: Finding) -> bool:
    """Whether at least one of the three figures is there."""
    return any(value is not None for _name, value in finding.range)


def is_whole(finding: Finding) -> bool:
    """Whether low, typical and high are all there."""
    return all(value is not None for _name, value in finding.range)


def speaks_to(finding: Finding, term: Term) -> bool:
    """Whether it holds figures for the term that are counted as the term is."""
    return term.id in finding.terms and finding.unit is term.unit and has_range(finding)


def linked(workbook: Workbook, term: Term) -> tuple[Finding, ...]:
    """The findings that bear an ask out: linked to it, and still there."""
    findings = {one.id: one for one in workbook.research.findings}
    return tuple(findings[one] for one in term.justification.evidence if one in findings)


def brought(workbook: Workbook, term: Term) -> tuple[Achievement, ...]:
    """What the person brings that bears an ask out: linked to it, still there, and saying something."""
    achievements = {one.id: one for one in workbook.research.achievements if one.what.strip()}
    return tuple(achievements[one] for one in term.justification.achievements if one in achievements)


def has_evidence(workbook: Workbook, term: Term) -> bool:
    """Whether anything bears an ask out."""
    return bool(linked(workbook, term) or brought(workbook, term))


def shaky(point: str, finding: Finding, today: date) -> Check | None:
    """What is missing before a finding can be leaned on; None if nothing is."""
    place = (*FINDINGS, finding.id)
    source = finding.source.casefold().strip()
    if not source:
        return still_open(
            point, (*place, "source"), "Name the source of what you found, so that somebody could check it."
        )
    if source in NOWHERE and not finding.address.strip():
        return still_open(
            point, (*place, "source"), "Nobody could find that source again. Name the page, the paper or the person."
        )
    if finding.seen_on is None:
        return still_open(point, (*place, "seen_on"), "Note when you saw it: old figures are easily waved away.")
    if finding.seen_on > today:
        return still_open(
            point, (*place, "seen_on"), "You cannot have seen it on a day still to come. Correct the date."
        )
    if finding.trust is None:
        return still_open(point, (*place, "trust"), "Say how far you trust this source.")
    figures = [figure for _name, value in finding.range if (figure := number(value)) is not None]
    if any(one > other for one, other in pairwise(figures)):
        return still_open(
            point, (*place, "range"), "This range is upside down: low comes first, then typical, then high."
        )
    return None


def where_to_link(workbook: Workbook, topics: frozenset[Topic] = TELLING) -> Path:
    """Where a finding is linked to a term: at one that speaks to no term yet, otherwise where new ones are added."""
    terms = {term.id for term in workbook.terms}
    loose = (
        one
        for one in workbook.research.findings
        if one.topic in topics and one.statement.strip() and not terms & set(one.terms)
    )
    found = next(loose, None)
    return FINDINGS if found is None else (*FINDINGS, found.id, "terms")


def unknown(point: str, workbook: Workbook, term: Term) -> Check | None:
    """Whether nothing was found out about an ask: not what is usual, and not what this employer does."""
    findings = workbook.research.findings
    if any(term.id in one.terms and one.topic in TELLING and one.statement.strip() for one in findings):
        return None
    return still_open(
        point,
        where_to_link(workbook),
        "Find out what is normal for {term}, and link the finding to it.",
        term=called(term),
    )


def beyond_all_found(workbook: Workbook, term: Term) -> bool:
    """Whether the opening lies outside every range that was found for the term."""
    opening = number(term.opening.value)
    more = term.direction is Direction.MORE
    found = [one for one in workbook.research.findings if one.topic in TELLING and speaks_to(one, term)]
    ends = [end for one in found if (end := number(one.range.high if more else one.range.low)) is not None]
    if opening is None or not ends:
        return False
    return opening > max(ends) if more else opening < min(ends)
