"""What several checks look for: asks, words enough, figures, links that lead somewhere."""

from __future__ import annotations

from datetime import date

from counteroffer.domain.levels import is_blank
from counteroffer.domain.money import Estimate
from counteroffer.domain.situation import Plan, Stage
from counteroffer.domain.terms import Importance, Purpose, Term
from counteroffer.domain.workbook import Workbook

BASE_PAY = frozenset({"base_pay", "hourly_pay"})
BEFORE_OFFER = frozenset({Stage.APPLYING, Stage.INTERVIEWING})
OVER = frozenset({Stage.CLOSED, Stage.WITHDRAWN})
FEW = 2
"""Up to so many asks there is nothing to put together in packages."""
MANY = 5
"""Past so many asks fewer are stronger."""


def words(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def says_something(text: str, least: int = 4) -> bool:
    """Whether a text is more than a heading: so many words at least, and not one word over and over."""
    found = text.casefold().split()
    return len(found) >= least and len(set(found)) > least // 2


def asks(workbook: Workbook) -> tuple[Term, ...]:
    """The terms that are asked for, by rank."""
    return tuple(term for term in workbook.terms if term.purpose is Purpose.ASK)


def musts(workbook: Workbook) -> tuple[Term, ...]:
    """The asks that are must-haves."""
    return tuple(term for term in asks(workbook) if term.importance is Importance.MUST)


def base_pay(workbook: Workbook) -> Term | None:
    """The term that is the pay itself: named so in the catalogue, or by its name."""
    named = (term for term in workbook.terms if term.benefit in BASE_PAY)
    called = (term for term in workbook.terms if term.name.casefold().strip() in ("base pay", "salary", "base salary"))
    return next(named, None) or next(called, None)


def has_figure(estimate: Estimate) -> bool:
    """Whether at least one figure of a range has been entered."""
    return not estimate.is_empty


def before_offer(workbook: Workbook) -> bool:
    """Whether there is no offer yet."""
    return workbook.situation.stage in BEFORE_OFFER


def over(workbook: Workbook) -> bool:
    """Whether the negotiation has ended, one way or the other."""
    return workbook.situation.stage in OVER or workbook.agreement.outcome is not None


def best_plan(workbook: Workbook) -> Plan | None:
    """The best alternative: the one chosen, otherwise the one whose likely worth is highest. None without a figure."""
    plans = workbook.situation.plans
    chosen = next((plan for plan in plans if plan.id == workbook.situation.best_plan), None)
    valued = [plan for plan in plans if has_figure(plan.worth)]
    return chosen or max(valued, key=lambda plan: _middle(plan.worth), default=None)


def is_future(day: date | None, today: date) -> bool:
    """Whether a day that should have been is still to come."""
    return day is not None and day > today


def has_level(term: Term, name: str) -> bool:
    """Whether a level of the term has a value that says something."""
    return not is_blank(getattr(term, name).value)


def is_valued(term: Term) -> bool:
    """Whether there is a way to tell what the term is worth: a formula, a figure of one's own, or a trade-off."""
    valuation, weighing = term.valuation, term.weighing
    levels = (term.opening, term.target, term.acceptable, term.walk_away)
    return bool(
        valuation.formula not in ("", "none")
        or has_figure(valuation.personal_worth)
        or weighing.pay_for_it is not None
        or any(has_figure(level.worth) for level in levels)
    )


def _middle(estimate: Estimate) -> float:
    """One figure for a range, only to tell which of several is the highest."""
    known = [float(one) for one in (estimate.low, estimate.likely, estimate.high) if one is not None]
    return float(estimate.likely) if estimate.likely is not None else sum(known) / len(known)
