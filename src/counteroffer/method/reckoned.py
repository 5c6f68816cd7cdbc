"""Whether a term's worth comes out as a figure, and what is still missing where it does not (M06, M16).

The figure itself is `analysis.valuation`'s; here it is only asked for, so that the guide and the page that shows the
figure can never disagree about what is missing.
"""

from __future__ import annotations

from counteroffer.analysis.formulas import FORMULAS
from counteroffer.analysis.results import Worth
from counteroffer.analysis.valuation import worth
from counteroffer.domain.edits import Path
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue
from counteroffer.method.looking import base_pay, before_offer, called
from counteroffer.method.result import Check, Message, still_open

SHARED = {"hours": ("situation", "pay", "hours_a_week"), "hour_worth": ("packages", "reckoning", "hour_worth")}
"""Inputs that the whole workbook shares: they are entered once, where they belong."""


def reckoned(workbook: Workbook, term: Term) -> Worth:
    """What the target of a term is worth, by the catalogue's formula where the person has chosen none."""
    return worth(workbook, term, term.target, default_formula=catalogue().formulas.get(term.benefit))


def without_worth(point: str, workbook: Workbook, term: Term) -> Check | None:
    """The step that is missing for the worth of a term's target to be a figure; None if it is one."""
    found = reckoned(workbook, term)
    if found.known:
        return None
    if found.problems:
        return _unusable(point, term, found)
    lacking = found.missing[0]
    if lacking == "level":
        return still_open(
            point,
            ("terms", term.id, "target", "value"),
            "Set your target for {term}: what it is worth is reckoned from there.",
            term=called(term),
        )
    asked = FORMULAS[found.formula].input(lacking) if found.formula else None
    if lacking in ("pay", "offered"):
        return _nothing_to_count_from(point, workbook, term, lacking)
    if asked is not None:
        return still_open(
            point,
            SHARED.get(lacking, ("terms", term.id, "valuation", "inputs", lacking)),
            "To reckon what {term} is worth, put in: {input}.",
            term=called(term),
            input=Message(asked.title),
        )
    return still_open(
        point, _where_it_is_said(workbook, term), "Say what {term} is worth to you in a year.", term=called(term)
    )


def _nothing_to_count_from(point: str, workbook: Workbook, term: Term, lacking: str) -> Check | None:
    """What they offer is the beginning of every gain; before there is an offer, nothing can be done about it."""
    if before_offer(workbook):
        return None
    source = base_pay(workbook) if lacking == "pay" else term
    if source is None:
        return still_open(point, ("terms",), "{term} hangs on base pay. Add base pay to the terms.", term=called(term))
    return still_open(
        point,
        ("terms", source.id, "offered", "value"),
        "Put in what they offer for {term}: only what goes beyond it counts.",
        term=called(source),
    )


def _unusable(point: str, term: Term, found: Worth) -> Check:
    """A figure that cannot be, or a formula that does not fit: where it stands, and what is wrong with it."""
    problem = found.problems[0]
    place: Path = ("terms", term.id)
    where = {
        "formula": (*place, "valuation", "formula"),
        "level": (*place, "target", "value"),
        "offered": (*place, "offered", "value"),
        "by_law": (*place, "by_law"),
    }
    path = where.get(problem.where, (*place, "valuation", "inputs", problem.where))
    return still_open(
        point, path, "The worth of {term} cannot be reckoned. {mend}", term=called(term), mend=Message(problem.says)
    )


def _where_it_is_said(workbook: Workbook, term: Term) -> Path:
    """The field for the worth of a term without a price: pay needs its formula, all else a figure will do for."""
    return ("terms", term.id, "valuation", "formula" if term == base_pay(workbook) else "personal_worth")
