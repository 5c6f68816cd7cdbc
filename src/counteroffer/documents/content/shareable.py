"""The boundary between private and shareable, as a type.

A `ShareableView` holds what may be handed to the other side, and nothing else has a field in it: not the best
alternative, not the walk-away, not the opening, target and acceptable levels as such, no fallbacks, must-have
marks, own values, guesses about them, objections, fears, private reasons, notes or lessons. A document that is
built from a view alone cannot leak them. This module is the one place where a workbook is looked at for that.

An ask stands here as it was asked: the level last spoken in a talk that was held, and before any talk the opening
level, which is what will be said. Once something was spoken, the opening is nobody's business any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from counteroffer.domain.agreement import CommitmentKind, Outcome
from counteroffer.domain.levels import Unit, Value, ValueRange, is_blank
from counteroffer.domain.research import Achievement, Finding, Research
from counteroffer.domain.situation import Period, Stage, Taxed
from counteroffer.domain.terms import Purpose, Term
from counteroffer.domain.workbook import Workbook

MUTUAL = frozenset(
    {
        CommitmentKind.REVIEW,
        CommitmentKind.TRIAL_END,
        CommitmentKind.RISE,
        CommitmentKind.ELIGIBLE,
        CommitmentKind.PAYMENT,
    }
)
"""What two sides can owe each other. A reminder to use what was won, and whatever fits no kind ("tell the others no"),
may be a promise to oneself, and that is nobody else's business."""


@dataclass(frozen=True)
class Evidence:
    """A finding that may be mentioned, with its source."""

    statement: str
    source: str
    address: str
    seen_on: date | None
    unit: Unit | None
    range: ValueRange


@dataclass(frozen=True)
class SaidReason:
    """A reason that may be said, and what makes it a fair one."""

    statement: str
    legitimate: str


@dataclass(frozen=True)
class Strength:
    """Something the person brings."""

    what: str
    result: str
    proof: str
    goal: str


@dataclass(frozen=True)
class Ask:
    """One ask, as asked."""

    name: str
    unit: Unit
    offered: Value | None
    asked: Value | None
    in_words: str
    """Only where no level says it."""
    starts: str
    reasons: tuple[SaidReason, ...]
    evidence: tuple[Evidence, ...]
    strengths: tuple[Strength, ...]
    gains: tuple[str, ...]
    for_their_boss: str


@dataclass(frozen=True)
class AgreedTerm:
    """A term as agreed, beside what was first offered."""

    name: str
    unit: Unit
    offered: Value | None
    agreed: Value | None
    wording: str
    starts: str
    condition: str
    sees_to_it: str


@dataclass(frozen=True)
class OpenTerm:
    """A term that both sides know of and about which nothing was agreed."""

    name: str
    unit: Unit
    offered: Value | None


@dataclass(frozen=True)
class Promise:
    """Something that one side owes the other on a day."""

    what: str
    due: date | None
    who: str
    done: bool


@dataclass(frozen=True)
class OfferCondition:
    """What the offer hangs on."""

    statement: str
    due: date | None
    met: bool


@dataclass(frozen=True)
class Pay:
    """How pay is meant, as the offer says."""

    period: Period
    taxed: Taxed
    payments_a_year: int
    hours_a_week: Decimal | None
    days_a_week: Decimal | None


@dataclass(frozen=True)
class ShareableView:
    """All that may be shown to the other side."""

    language: str
    currency: str
    employer: str
    role: str
    place: str
    your_name: str
    reply_due: date | None
    why_role: str
    why_employer: str
    asks: tuple[Ask, ...]
    strengths: tuple[Strength, ...]
    pay: Pay
    agreed: tuple[AgreedTerm, ...]
    open: tuple[OpenTerm, ...]
    conditions: tuple[OfferCondition, ...]
    promises: tuple[Promise, ...]
    outcome: Outcome | None
    closed: bool
    closed_on: date | None
    confirmed_on: date | None
    signed_by_you: date | None
    signed_by_them: date | None
    their_signatory: str


def shareable_view(workbook: Workbook) -> ShareableView:
    """The workbook as the other side may see it."""
    situation, agreement = workbook.situation, workbook.agreement
    spoken = spoken_levels(workbook)
    return ShareableView(
        language=situation.language,
        currency=situation.currency,
        employer=situation.employer,
        role=situation.role,
        place=situation.place,
        your_name=situation.your_name,
        reply_due=situation.reply_due,
        why_role=situation.why_role,
        why_employer=situation.why_employer,
        asks=tuple(_ask(term, spoken.get(term.id), workbook.research) for term in _asked(workbook, spoken)),
        strengths=tuple(map(_strength, workbook.research.achievements)),
        pay=Pay(
            situation.pay.period,
            situation.pay.taxed,
            situation.pay.payments_a_year,
            situation.pay.hours_a_week,
            situation.pay.days_a_week,
        ),
        agreed=tuple(_agreed(term) for term in workbook.terms if is_agreed(term)),
        open=tuple(
            OpenTerm(term.name, term.unit, term.offered.value)
            for term in workbook.terms
            if not is_agreed(term) and (term.id in spoken or not is_blank(term.offered.value))
        ),
        conditions=tuple(OfferCondition(one.statement, one.due, one.met) for one in situation.conditions),
        promises=tuple(
            Promise(one.what, one.due, one.who, one.done) for one in agreement.commitments if one.kind in MUTUAL
        ),
        outcome=agreement.outcome,
        closed=agreement.outcome is not None or situation.stage in (Stage.CLOSED, Stage.WITHDRAWN),
        closed_on=agreement.closed_on,
        confirmed_on=agreement.confirmed_on,
        signed_by_you=agreement.signed_by_you,
        signed_by_them=agreement.signed_by_them,
        their_signatory=agreement.their_signatory,
    )


def spoken_levels(workbook: Workbook) -> dict[str, Value]:
    """By term, the level last spoken in a talk that has taken place."""
    held = [talk for talk in workbook.conversations.talks if talk.held]
    held.sort(key=lambda talk: talk.day or date.min)
    return {
        point.term: point.asked
        for talk in held
        for point in talk.points
        if point.term is not None and point.asked is not None and not is_blank(point.asked)
    }


def in_order_of_asking(workbook: Workbook) -> tuple[Term, ...]:
    """The terms as the talk's plan orders them; the ones it does not name follow in the order of rank."""
    order = {term: place for place, term in enumerate(workbook.conversations.plan.order)}
    return tuple(sorted(workbook.terms, key=lambda term: order.get(term.id, len(order))))


def is_agreed(term: Term) -> bool:
    """Whether something definite was agreed about the term."""
    return not is_blank(term.agreed.value) or bool(term.agreed.wording.strip())


def _asked(workbook: Workbook, spoken: dict[str, Value]) -> tuple[Term, ...]:
    """What is asked for openly. A term kept to trade with stays out of sight until it has been spoken of."""
    return tuple(
        term
        for term in in_order_of_asking(workbook)
        if (
            term.purpose is Purpose.ASK
            and (term.id in spoken or not is_blank(term.opening.value) or term.what_exactly.strip())
        )
        or (term.purpose is Purpose.TRADE and term.id in spoken)
    )


def _ask(term: Term, spoken: Value | None, research: Research) -> Ask:
    asked = spoken or term.opening.value
    why = term.justification
    return Ask(
        name=term.name,
        unit=term.unit,
        offered=term.offered.value,
        asked=asked,
        in_words=term.what_exactly if is_blank(asked) else "",
        starts=term.starts,
        reasons=tuple(SaidReason(reason.statement, reason.legitimate) for reason in why.reasons if reason.sayable),
        evidence=tuple(
            _evidence(finding)
            for finding in research.findings
            if finding.id in why.evidence and finding.sayable and finding.source.strip()
        ),
        strengths=tuple(_strength(one) for one in research.achievements if one.id in why.achievements),
        gains=tuple(gain.statement for gain in why.gains),
        for_their_boss=why.for_their_boss,
    )


def _evidence(finding: Finding) -> Evidence:
    return Evidence(finding.statement, finding.source, finding.address, finding.seen_on, finding.unit, finding.range)


def _strength(one: Achievement) -> Strength:
    return Strength(one.what, one.result, one.proof, one.goal)


def _agreed(term: Term) -> AgreedTerm:
    agreed = term.agreed
    return AgreedTerm(
        term.name,
        term.unit,
        term.offered.value,
        agreed.value,
        agreed.wording,
        agreed.starts,
        agreed.condition,
        agreed.sees_to_it,
    )
