"""The points of the Alternatives tab: for each ask another way, and words that leave it open; `forms` has the kinds."""

from __future__ import annotations

import re

from counteroffer.domain.alternatives import AlternativeBase
from counteroffer.domain.edits import Path
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method import forms
from counteroffer.method.catalogue import catalogue
from counteroffer.method.looking import called, in_english, in_short, says_something
from counteroffer.method.per_ask import each_ask
from counteroffer.method.result import Check, CheckPoint, Message, still_open
from counteroffer.method.wording import Fault, Place, remarks

_OPEN = re.compile(
    r"\?|\b(?:open|another|other|alternative(?:ly)?|how else|also|as well|could|might|instead|if|either|or|"
    r"welcome|ideas?|suggest\w*|propos\w*|flexible|whichever|whatever)\b",
    re.IGNORECASE,
)
"""What leaves the form open."""


def _if_not_this(workbook: Workbook, term: Term, _place: Path) -> Check | None:
    """M29: for every ask at least one alternative that serves the same need, and is not the ask once more."""
    point, name, place = "M29", called(term), ("terms", term.id, "alternatives")
    if not term.alternatives:
        return still_open(point, place, "If they say no to {term}: what else would meet the same need?", term=name)
    named = [one for one in term.alternatives if one.title.strip()]
    if not named:
        return still_open(
            point,
            (*place, term.alternatives[0].id, "title"),
            "Say in one line what you would propose in place of {term}.",
            term=name,
        )
    for one in named:
        check = _another_form(workbook, term, one, (*place, one.id, "title"))
        if check is not None:
            return check
    if not any(one.interest.strip() for one in named):
        return still_open(
            point,
            (*place, named[0].id, "interest"),
            "Say which need your alternative to {term} meets.",
            term=name,
        )
    return None


def _another_form(workbook: Workbook, term: Term, one: AlternativeBase, path: Path) -> Check | None:
    """Whether an alternative is something else than the ask, and says what."""
    title = one.title.casefold().strip()
    if title in (term.name.casefold().strip(), term.what_exactly.casefold().strip()):
        return still_open(
            "M29", path, "This is the ask for {term} once more. Find another form of it.", term=called(term)
        )
    if title in (benefit.name.casefold() for benefit in catalogue().benefits):
        return None  # What was suggested itself is not found fault with.
    vague = [
        found for found in remarks(one.title, Place.ASK, workbook.situation.language) if found.fault is Fault.VAGUE
    ]
    if vague:
        return still_open(
            "M29",
            path,
            "“{words}” is no alternative to {term} yet. {mend}",
            words=in_short(one.title[vague[0].start : vague[0].end]),
            term=called(term),
            mend=Message(vague[0].say),
        )
    return None


def _another_way(workbook: Workbook, term: Term, place: Path) -> Check | None:
    """M35: words that are firm on the need and open on the form."""
    point, name, path = "M35", called(term), (*place, "another_way")
    text = term.justification.another_way
    if not says_something(text, 6):
        return still_open(
            point, path, "Write that {term} matters, and that another way of meeting it is welcome.", term=name
        )
    if text.strip() == term.justification.line.strip():
        return still_open(point, path, "This repeats the line for {term}. Say what else would do.", term=name)
    if in_english(workbook) and not _OPEN.search(text):
        return still_open(
            point, path, "For {term} this leaves no other way open. Say what else would do, or ask them.", term=name
        )
    return None


CHECKS: dict[str, CheckPoint] = {
    "M29": each_ask("M29", _if_not_this),
    **forms.CHECKS,
    "M35": each_ask("M35", _another_way),
}
