"""What several checks look for: asks, words enough, figures, links that lead somewhere."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from counteroffer.analysis.figures import pay_term
from counteroffer.analysis.standing import batna
from counteroffer.analysis.valuation import formula_of
from counteroffer.domain.levels import is_blank
from counteroffer.domain.money import Estimate
from counteroffer.domain.situation import OtherOffer, Plan, Stage
from counteroffer.domain.terms import Importance, Purpose, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue

BEFORE_OFFER = frozenset({Stage.APPLYING, Stage.INTERVIEWING})
OVER = frozenset({Stage.CLOSED, Stage.WITHDRAWN})
FEW = 2
"""Up to so many asks there is nothing to put together in packages."""
MANY = 5
"""Past so many asks fewer are stronger."""
LONGEST_NAME = 40
"""Characters of a name that a sentence has room for."""

# Thai, Lao, Burmese, Khmer, Japanese and Chinese do not part their words: there a sign counts as one.
_UNPARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNPARTED}]|[^\W{_UNPARTED}]+(?:['’][^\W{_UNPARTED}]+)*")


def words(text: str) -> list[str]:
    """The words of a text, punctuation left out."""
    return _WORD.findall(text)


def says_something(text: str, least: int = 4) -> bool:
    """Whether a text is more than a heading: so many words at least, and not one word over and over."""
    found = words(text.casefold())
    return len(found) >= least and len(set(found)) > least // 2


def in_english(workbook: Workbook) -> bool:
    """Whether the person writes English: what looks for single words looks nowhere else."""
    return workbook.situation.language[:2] == "en"


def in_short(name: str) -> str:
    """A name as a sentence takes it: something for none, and not the whole of a very long one."""
    name = name.strip() or "…"
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def called(term: Term) -> str:
    """The term's name as a sentence takes it."""
    return in_short(term.name)


def asks(workbook: Workbook) -> tuple[Term, ...]:
    """The terms that are asked for, by rank."""
    return tuple(term for term in workbook.terms if term.purpose is Purpose.ASK)


def musts(workbook: Workbook) -> tuple[Term, ...]:
    """The asks that are must-haves."""
    return tuple(term for term in asks(workbook) if term.importance is Importance.MUST)


def base_pay(workbook: Workbook) -> Term | None:
    """The term that is the pay itself, as the reckoning takes it."""
    return pay_term(workbook)


def has_figure(estimate: Estimate) -> bool:
    """Whether at least one figure of a range has been entered."""
    return not estimate.is_empty


def likely(estimate: Estimate) -> Fraction:
    """One figure for a range that has one, only to tell which of several is higher."""
    known = [Fraction(one) for one in (estimate.low, estimate.likely, estimate.high) if one is not None]
    return Fraction(estimate.likely) if estimate.likely is not None else sum(known, Fraction()) / len(known)


def before_offer(workbook: Workbook) -> bool:
    """Whether there is no offer yet."""
    return workbook.situation.stage in BEFORE_OFFER


def over(workbook: Workbook) -> bool:
    """Whether the negotiation has ended, one way or the other."""
    return workbook.situation.stage in OVER or workbook.agreement.outcome is not None


def best_plan(workbook: Workbook) -> Plan | None:
    """The best alternative, as the reckoning takes it: the one chosen, otherwise the one likely worth most."""
    return batna(workbook).plan


def sayable_offers(workbook: Workbook) -> tuple[OtherOffer, ...]:
    """The other offers that may be mentioned: real ones that the person would stand by."""
    return tuple(one for one in workbook.situation.other_offers if one.real and one.sayable)


def is_future(day: date | None, today: date) -> bool:
    """Whether a day that should have been is still to come."""
    return day is not None and day > today


def has_level(term: Term, name: str) -> bool:
    """Whether a level of the term has a value that says something."""
    return not is_blank(getattr(term, name).value)


def formula(term: Term) -> str:
    """The formula in use: the person's choice, otherwise the catalogue's for the benefit. Empty if there is none."""
    found = formula_of(term, catalogue().formulas.get(term.benefit))
    return found.name if found is not None else ""


def has_own_figure(term: Term) -> bool:
    """Whether the person has named what the term is worth a year."""
    levels = (term.opening, term.target, term.acceptable, term.walk_away)
    return has_figure(term.valuation.personal_worth) or any(has_figure(level.worth) for level in levels)
