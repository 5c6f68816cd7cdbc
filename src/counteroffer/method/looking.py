"""What several checks look for: asks, words enough, figures, links that lead somewhere."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import cache

from counteroffer.domain.levels import is_blank
from counteroffer.domain.money import Estimate
from counteroffer.domain.situation import OtherOffer, Plan, PlanKind, Stage
from counteroffer.domain.terms import Importance, Purpose, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue

BASE_PAY = frozenset({"base_pay", "hourly_pay"})
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
    """The term that is the pay itself: named so in the catalogue, or by its name."""
    named = (term for term in workbook.terms if term.benefit in BASE_PAY)
    called_so = (
        term for term in workbook.terms if term.name.casefold().strip() in ("base pay", "salary", "base salary")
    )
    return next(named, None) or next(called_so, None)


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
    """The best alternative: the one chosen, otherwise the one likely worth most. None without a figure."""
    plans = workbook.situation.plans
    chosen = next((plan for plan in plans if plan.id == workbook.situation.best_plan), None)
    valued = [plan for plan in plans if has_figure(plan.worth)]
    return chosen or max(valued, key=lambda plan: _likely_worth(plan, workbook), default=None)


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
    benefit = catalogue().find(term.benefit)
    named = term.valuation.formula or (benefit.formula if benefit is not None else "")
    return named if named in _formulas() else ""


def has_own_figure(term: Term) -> bool:
    """Whether the person has named what the term is worth a year."""
    levels = (term.opening, term.target, term.acceptable, term.walk_away)
    return has_figure(term.valuation.personal_worth) or any(has_figure(level.worth) for level in levels)


def is_valued(term: Term) -> bool:
    """Whether there is a way to tell what the term is worth: a formula, a figure of one's own, or a trade-off."""
    return bool(formula(term)) or has_own_figure(term) or term.weighing.pay_for_it is not None


def where_worth_is_said(workbook: Workbook, term: Term) -> tuple[str, ...]:
    """The field for the worth of a term that has none: pay needs its formula, all else a figure will do for."""
    return ("terms", term.id, "valuation", "formula" if term == base_pay(workbook) else "personal_worth")


@cache
def _formulas() -> frozenset[str]:
    return frozenset(one.formula for one in catalogue().benefits) - {"none"}


def _likely_worth(plan: Plan, workbook: Workbook) -> Fraction:
    """One figure for a plan, to tell which is the best; if it may fail, what staying is worth fills the rest."""
    stays = (one for one in workbook.situation.plans if one.kind is PlanKind.STAY and one.id != plan.id)
    rest = next((likely(one.worth) * _chance(one.worth) for one in stays if has_figure(one.worth)), Fraction())
    chance = _chance(plan.worth)
    return chance * likely(plan.worth) + (1 - chance) * rest


def _chance(estimate: Estimate) -> Fraction:
    return Fraction(1) if estimate.probability is None else Fraction(estimate.probability)
