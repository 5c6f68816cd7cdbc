"""A workbook as lines of plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from counteroffer.domain.levels import AmountValue, NumberValue, PercentValue, Value, YesNoValue, content
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Summary

_UNTITLED = "Untitled workbook"


def row(summary: Summary) -> str:
    """One workbook of the list: its id, the day it was last changed, what it is about, where it is if put aside."""
    day = summary.changed.astimezone().date().isoformat()
    about = ", ".join(part for part in (summary.employer, summary.role) if part)
    where = "in the bin" if summary.binned else "put away" if summary.archived else ""
    return "  ".join(part for part in (summary.id, day, summary.title or _UNTITLED, about, where) if part)


def workbook(shown: Workbook) -> str:
    """The workbook's main lines: the offer, the terms with their levels in the order of their rank, how it ended."""
    return "\n".join(_lines(shown))


def _lines(shown: Workbook) -> Iterator[str]:
    yield shown.title or _UNTITLED
    situation, agreement = shown.situation, shown.agreement
    best = next((plan for plan in situation.plans if plan.id == situation.best_plan), None)
    for name, said in (
        ("Employer", situation.employer),
        ("Role", situation.role),
        ("Place", situation.place),
        ("Stage", situation.stage.label if situation.stage else ""),
        ("Offer made on", situation.offered_on),
        ("Reply due by", situation.reply_due),
        ("Best alternative", best.name if best else ""),
        ("Talks held", sum(talk.held for talk in shown.conversations.talks) or ""),
        ("How it ended", agreement.outcome.label if agreement.outcome else ""),
        ("Tags", ", ".join(shown.tags)),
    ):
        if said:
            yield f"{name}: {said}"
    yield ""
    yield f"Terms, by rank ({len(shown.terms)})" if shown.terms else "No terms yet."
    for rank, term in enumerate(shown.terms, start=1):
        yield from _term(rank, term, situation.currency)
    ahead = [one for one in agreement.commitments if not one.done]
    if ahead:
        yield ""
        yield "Still to come"
        for commitment in sorted(ahead, key=lambda one: (one.due is None, one.due)):
            yield f"  {commitment.due or 'no day yet'}  {commitment.what or commitment.kind.label}"


def _term(rank: int, term: Term, currency: str) -> Iterator[str]:
    marks = ", ".join(mark.label for mark in (term.importance, term.purpose) if mark is not None)
    yield f"{rank:>3}. {term.name or '(no name)'} ({marks}; {term.unit.label})"
    levels = (
        ("offered", term.offered.value),
        ("opening", term.opening.value),
        ("target", term.target.value),
        ("acceptable", term.acceptable.value),
        ("walk-away", term.walk_away.value),
        *((option.label or "between", option.value) for option in term.options),
        ("agreed", term.agreed.value),
    )
    said = [f"{name} {_value(value, currency)}" for name, value in levels if value is not None]
    if said:
        yield f"     {' · '.join(said)}"


def _value(value: Value, currency: str) -> str:
    match value:
        case AmountValue(amount=amount):
            return f"{amount:,f} {currency}"
        case PercentValue(percent=percent):
            return f"{percent:,f} %"
        case NumberValue(number=number):
            return f"{number:,f}"
        case YesNoValue(yes=yes):
            return "yes" if yes else "no"
    return str(content(value))
