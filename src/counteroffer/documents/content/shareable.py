"""The boundary between private and shareable, as a type.

A `ShareableView` holds what may be handed to the other side, and nothing else has a field in it: not the best
alternative, not the walk-away, not the opening, target and acceptable levels as such, no fallbacks, must-have
marks, own values, guesses about them, objections, fears, private reasons, notes or lessons. A document that is
built from a view alone cannot leak them. This module is the one place where a workbook is looked at for that.

An ask stands here as it was asked: the level last spoken in a talk that was held, and before any talk the opening
level, which is what will be said. Once something was spoken, the opening is nobody's business any more.
"""

from __future__ import annotations

from datetime import date

from counteroffer.documents.content.addresses import mail_address
from counteroffer.documents.content.view import (
    Addressee,
    AgreedTerm,
    Ask,
    Evidence,
    LongerView,
    NamedLevel,
    OfferCondition,
    OpenTerm,
    Pay,
    Promise,
    SaidReason,
    ShareableView,
    Strength,
    TableOffer,
)
from counteroffer.domain.agreement import CommitmentKind
from counteroffer.domain.levels import Value, is_blank
from counteroffer.domain.packages import Package, Pick, Slot
from counteroffer.domain.research import Achievement, Finding, Research
from counteroffer.domain.situation import Situation, Stage
from counteroffer.domain.terms import Purpose, Term
from counteroffer.domain.workbook import Workbook

__all__ = [
    "AgreedTerm",
    "Ask",
    "Evidence",
    "OpenTerm",
    "Promise",
    "ShareableView",
    "Strength",
    "in_order_of_asking",
    "is_agreed",
    "shareable_view",
    "spoken_levels",
]

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


def shareable_view(workbook: Workbook, to: str | None = None) -> ShareableView:
    """The workbook as the other side may see it; `to` is the id of the person whom a letter is for.

    Without it, or if nobody has that id, letters are for whoever is marked as the one to whom they go.
    """
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
        addressee=_addressee(situation, to),
        longer_view=LongerView(
            workbook.research.contribution.their_plans,
            workbook.research.contribution.what_you_add,
            workbook.research.contribution.what_your_asks_add,
        ),
        on_the_table=_on_the_table(workbook),
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
        another_way=why.another_way,
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
        term.direction,
        term.offered.value,
        agreed.value,
        agreed.wording,
        agreed.starts,
        agreed.condition,
        agreed.sees_to_it,
    )


def _addressee(situation: Situation, to: str | None) -> Addressee | None:
    named = [person for person in situation.people if person.name.strip()]
    chosen = [person for person in named if person.id == to] or [person for person in named if person.addressee]
    return Addressee(chosen[0].name, mail_address(chosen[0].contact)) if chosen else None


def _on_the_table(workbook: Workbook) -> tuple[TableOffer, ...]:
    """The equal offers that were chosen to be put on the table: two different ones at least."""
    chosen = [package for package in workbook.packages.saved if package.put_on_table]
    offers = dict.fromkeys(offer for package in chosen if (offer := _table_offer(workbook, package)) is not None)
    return tuple(offers) if len(offers) > 1 else ()


def _table_offer(workbook: Workbook, package: Package) -> TableOffer | None:
    """The package in plain levels, in the order of the terms; None if it holds a limit, for that is never put down."""
    if any(pick.slot is Slot.WALK_AWAY for pick in package.picks):
        return None
    picks = {pick.term: pick for pick in package.picks}
    found = ((term, _picked(term, picks[term.id])) for term in workbook.terms if term.id in picks)
    levels = tuple(
        NamedLevel(term.name, term.unit, value) for term, value in found if value is not None and not is_blank(value)
    )
    return TableOffer(levels) if levels else None


def _picked(term: Term, pick: Pick) -> Value | None:
    match pick.slot:
        case Slot.OFFERED:
            return term.offered.value
        case Slot.OPENING:
            return term.opening.value
        case Slot.TARGET:
            return term.target.value
        case Slot.ACCEPTABLE:
            return term.acceptable.value
        case _:
            return next((one.value for one in term.options if one.id == pick.option), None)
