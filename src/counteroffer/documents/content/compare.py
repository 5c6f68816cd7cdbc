"""First offer, best alternative, target and agreed terms side by side: how far it came, term by term and as a whole.

It is private: it shows the target and what one would have done instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from counteroffer.analysis.standing import batna, other_offer
from counteroffer.documents.content.blocks import (
    Block,
    Document,
    Line,
    Paragraph,
    Row,
    Section,
    Table,
    plain,
)
from counteroffer.documents.content.format import Format, Translator, locale_of
from counteroffer.documents.content.reckoned import NOTHING, as_a_whole, four_columns
from counteroffer.documents.content.words import facts, phrases
from counteroffer.domain.levels import Value, is_blank
from counteroffer.domain.situation import OtherOffer, Plan, PlanKind, Situation
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook


def side_by_side(workbook: Workbook, today: date, tr: Translator) -> Document:
    """The four, one column each."""
    situation = workbook.situation
    fmt = Format(locale_of(situation.language), situation.currency, tr)
    best = batna(workbook)
    instead = _instead(workbook, best.plan)
    rows = tuple(_row(term, instead, fmt) for term in workbook.terms)
    terms: tuple[Block, ...] = (
        (Table(four_columns(tr("Term"), fmt), rows),) if rows else (Paragraph(plain(tr("There are no terms yet."))),)
    )
    return Document(
        title=tr("Side by side"),
        language=fmt.language,
        subject=" · ".join(part.strip() for part in (situation.role, situation.employer) if part.strip()),
        header=facts(
            (
                (tr("Employer"), situation.employer),
                (tr("Role"), situation.role),
                (tr("Best alternative"), best.plan.name if best.plan else ""),
            )
        ),
        blocks=(Section(tr("Term by term"), terms), *as_a_whole(workbook, best, fmt)),
        private=True,
        footer=tr("As of {day}").format(day=fmt.day(today)),
        mark=tr("Private: for your eyes only"),
        phrases=phrases(tr),
    )


def _row(term: Term, instead: Mapping[str, Value], fmt: Format) -> Row:
    level = fmt.level(term.agreed.value, term.unit)
    wording = term.agreed.wording.strip()
    return Row(
        (
            plain(term.name),
            plain(fmt.level(term.offered.value, term.unit, NOTHING)),
            plain(fmt.level(instead.get(term.id), term.unit, NOTHING)),
            plain(fmt.level(term.target.value, term.unit, NOTHING)),
            plain(level or (NOTHING if not wording else ""), bold=bool(level)),
        ),
        # Words have no room in a column.
        tuple(
            Line(plain(words).runs, label)
            for label, words in (
                (fmt.tr("First offer"), term.offered.wording.strip() if is_blank(term.offered.value) else ""),
                (fmt.tr("Agreed"), wording if wording != level else ""),
            )
            if words
        ),
    )


def _instead(workbook: Workbook, plan: Plan | None) -> Mapping[str, Value]:
    """What each term is in the best alternative: as today for whoever stays, as offered there for whoever goes."""
    if plan is not None and plan.kind is PlanKind.STAY:
        return {term.id: term.today for term in workbook.terms if not is_blank(term.today) and term.today}
    offer = _offer_of(workbook.situation, plan) if plan is not None and plan.kind is PlanKind.OTHER_OFFER else None
    return other_offer(workbook, offer).values if offer is not None else {}


def _offer_of(situation: Situation, plan: Plan) -> OtherOffer | None:
    """The offer that a plan speaks of: the one whose employer it names, or the only one that is real."""
    real = [offer for offer in situation.other_offers if offer.real]
    named = [one for one in real if one.employer.strip() and one.employer.strip() in plan.name]
    return next(iter(named), None) or (real[0] if len(real) == 1 else None)
