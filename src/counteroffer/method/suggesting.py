"""What the catalogue suggests: benefits by words, how a term begins that is picked from it, what can stand in for one.

Names and descriptions are message ids; `translate` turns them into the words a person reads and searches by.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from counteroffer.domain.base import LINE_LENGTH
from counteroffer.domain.terms import Purpose, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import Benefit, Catalogue, catalogue
from counteroffer.method.looking import MANY, asks

Translate = Callable[[str], str]


def as_it_is(message: str) -> str:
    """The words in which the catalogue is written."""
    return message


def search(among: Catalogue, words: str, translate: Translate = as_it_is) -> tuple[Benefit, ...]:
    """The benefits with all the words in their name or description; case and accents do not matter.

    First those whose name begins so, then those with the words at the start of the name's words, in the name, and in
    the description; within each, the catalogue's own order. All of them where no word is given.
    """
    wanted = _plain(words).split()
    if not wanted:
        return among.benefits
    ranked = ((_rank(wanted, _plain(translate(one.name)), _plain(translate(one.about))), one) for one in among.benefits)
    found = [(rank, one) for rank, one in ranked if rank is not None]
    return tuple(one for _rank_of_it, one in sorted(found, key=lambda pair: pair[0]))


def term_of(benefit: Benefit, workbook: Workbook, translate: Translate = as_it_is) -> Term | None:
    """The term that is about this benefit already, by its key or by its name; None if there is none."""
    return terms_of((benefit,), workbook, translate).get(benefit.key)


def terms_of(benefits: Iterable[Benefit], workbook: Workbook, translate: Translate = as_it_is) -> dict[str, Term]:
    """The terms that are about these benefits already, by the benefits' keys."""
    terms = [(term, _plain(term.name.strip())) for term in workbook.terms]
    known: dict[str, Term] = {}
    for benefit in benefits:
        own = _plain(translate(benefit.name))
        term = next((term for term, name in terms if benefit.key == term.benefit or name == own), None)
        if term is not None:
            known[benefit.key] = term
    return known


def term_from(
    benefit: Benefit, workbook: Workbook, translate: Translate = as_it_is, *, besides: int = 0
) -> dict[str, Any]:
    """How a term begins that is picked from the catalogue.

    Up to five are asked for, whatever comes after is kept to trade with. `besides` says how many more asks are coming
    in the same step.
    """
    purpose = Purpose.ASK if len(asks(workbook)) + besides < MANY else Purpose.TRADE
    start: dict[str, Any] = {
        "name": translate(benefit.name),
        "benefit": benefit.key,
        "unit": benefit.unit,
        "direction": benefit.direction,
        "purpose": purpose,
    }
    if benefit.formula != "none":
        start["valuation"] = {"formula": benefit.formula}
    return start


def terms_from(
    benefits: Iterable[Benefit], workbook: Workbook, translate: Translate = as_it_is
) -> tuple[dict[str, Any], ...]:
    """How several terms begin that are picked at once, in this order."""
    return tuple(term_from(one, workbook, translate, besides=at) for at, one in enumerate(benefits))


def last_past_many(workbook: Workbook) -> Term | None:
    """The ask that ranks last where there are more than five; None where there are not."""
    asked = asks(workbook)
    return asked[-1] if len(asked) > MANY else None


def kin_for(term: Term, workbook: Workbook, translate: Translate = as_it_is) -> tuple[Benefit, ...]:
    """What can stand in for a term by the catalogue, less what already does and what is a term of its own."""
    taken = {_plain(words.strip()) for way in term.alternatives for words in (way.title, getattr(way, "benefit", ""))}
    return tuple(
        one
        for one in catalogue().kin(term.benefit)
        if not taken & {_plain(translate(one.name)), one.key} and term_of(one, workbook, translate) is None
    )


def substitute_from(benefit: Benefit, term: Term, translate: Translate = as_it_is) -> dict[str, Any]:
    """How another way begins that stands in for a term: also with the need behind it, if a reason says it."""
    name = translate(benefit.name)
    return {
        "kind": "substitute",
        "title": name,
        "benefit": name,
        "unit": benefit.unit,
        "interest": need_behind(term),
    }


def need_behind(term: Term) -> str:
    """The reason that stands for the ask, on one line: the first that may be said, otherwise the first; else empty."""
    reasons = [one for one in term.justification.reasons if one.statement.strip()]
    reason = next((one for one in reasons if one.sayable), reasons[0] if reasons else None)
    if reason is None:
        return ""
    line = " ".join(reason.statement.split())
    return line if len(line) <= LINE_LENGTH else f"{line[: LINE_LENGTH - 1].rstrip()}…"


def _rank(wanted: list[str], name: str, about: str) -> int | None:
    if name.startswith(" ".join(wanted)):
        return 0
    starts = name.replace("-", " ").split()
    if all(any(start.startswith(word) for start in starts) for word in wanted):
        return 1
    if all(word in name for word in wanted):
        return 2
    return 3 if all(word in f"{name} {about}" for word in wanted) else None


def _plain(text: str) -> str:
    """The text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
