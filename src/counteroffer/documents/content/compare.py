"""First offer, best alternative, target and agreed terms side by side: how far it came, term by term and as a whole.

It is private: it shows the target and what one would have done instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from counteroffer.analysis.interval import Interval, rounded
from counteroffer.analysis.standing import Batna, batna, other_offer
from counteroffer.analysis.totals import package_worth
from counteroffer.documents.content.blocks import (
    Block,
    Column,
    Document,
    Line,
    Paragraph,
    Row,
    Section,
    Table,
    Tone,
    plain,
)
from counteroffer.documents.content.format import Format, Translator, locale_of
from counteroffer.documents.content.shareable import is_agreed
from counteroffer.documents.content.words import facts, phrases
from counteroffer.domain.levels import Value, is_blank
from counteroffer.domain.packages import Slot
from counteroffer.domain.situation import OtherOffer, Plan, PlanKind, Situation
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue

NOTHING = "–"


def side_by_side(workbook: Workbook, today: date, tr: Translator) -> Document:
    """The four, one column each."""
    situation = workbook.situation
    fmt = Format(locale_of(situation.language), situation.currency, tr)
    best = batna(workbook)
    instead = _instead(workbook, best.plan)
    rows = tuple(_row(term, instead, fmt) for term in workbook.terms)
    terms: tuple[Block, ...] = (
        (Table(_columns(fmt, tr("Term")), rows),) if rows else (Paragraph(plain(tr("There are no terms yet."))),)
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
        blocks=(Section(tr("Term by term"), terms), *_totals(workbook, best, fmt)),
        private=True,
        footer=tr("As of {day}").format(day=fmt.day(today)),
        mark=tr("Private: for your eyes only"),
        phrases=phrases(tr),
    )


def _columns(fmt: Format, first: str) -> tuple[Column, ...]:
    tr = fmt.tr
    return (
        Column(first, 2.0),
        Column(tr("First offer"), 1.8, numeric=True),
        Column(tr("Best alternative"), 1.8, numeric=True),
        Column(tr("Target"), 1.8, numeric=True),
        Column(tr("Agreed"), 2.2, numeric=True),
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
        (Line(plain(wording).runs, fmt.tr("Agreed")),) if wording and wording != level else (),
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


def _totals(workbook: Workbook, best: Batna, fmt: Format) -> tuple[Block, ...]:
    """The whole in money; nothing where base pay is not known and no plan has a worth."""
    tr = fmt.tr
    formulas = {one.key: one.formula for one in catalogue().benefits}
    offered = package_worth(workbook, {}, default_formulas=formulas)
    target = package_worth(workbook, Slot.TARGET, default_formulas=formulas)
    levels = {term.id: term.agreed.value for term in workbook.terms if not is_blank(term.agreed.value)}
    agreed = package_worth(
        workbook, {one: value for one, value in levels.items() if value is not None}, default_formulas=formulas
    )
    something = any(is_agreed(term) for term in workbook.terms)
    wholes = (offered.whole, best.worth, target.whole, agreed.whole if something else None)
    if all(one is None for one in wholes):
        return ()
    beyond = (None, None, target.average, agreed.average if something else None)
    rows = (
        _money_row(tr("The whole in a year, before tax"), wholes, fmt),
        _money_row(tr("Beyond the first offer, a year on average"), beyond, fmt),
    )
    return (
        Section(
            tr("As a whole"), (Table(_columns(fmt, tr("Worth to you")), rows), *_unknown(workbook, target.unknown, fmt))
        ),
    )


def _money_row(name: str, amounts: tuple[Interval | None, ...], fmt: Format) -> Row:
    return Row((plain(name), *(plain(_money(one, fmt), bold=True) for one in amounts)))


def _money(amount: Interval | None, fmt: Format) -> str:
    if amount is None:
        return NOTHING
    low, likely, high = (fmt.money(rounded(one, 0)) for one in (amount.low, amount.likely, amount.high))
    if low == high:
        return likely
    return f"{likely}\n{fmt.tr('{low} to {high}').format(low=low, high=high)}"


def _unknown(workbook: Workbook, ids: tuple[str, ...], fmt: Format) -> tuple[Block, ...]:
    """What counts as nothing in the sums, so that they are not taken for the whole truth."""
    names = fmt.joined(term.name for term in workbook.terms if term.id in ids and term.name.strip())
    if not names:
        return ()
    said = fmt.tr("Not counted, for want of a figure: {names}.").format(names=names)
    return (Paragraph(plain(said), Tone.NOTE),)
