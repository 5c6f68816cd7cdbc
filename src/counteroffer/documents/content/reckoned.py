"""Reckoned money on paper: what a level is worth in a year, and what whole packages come to.

Always for a year, whatever period the screen shows: on one page, figures for different periods would be held against
each other. Whole amounts, since cents would make a figure look surer than it is.
"""

from __future__ import annotations

from counteroffer.analysis.interval import Interval, rounded
from counteroffer.analysis.results import Source, Worth
from counteroffer.analysis.standing import Batna
from counteroffer.analysis.totals import Total, package_worth
from counteroffer.analysis.valuation import worth
from counteroffer.documents.content.blocks import Block, Column, Paragraph, Row, Section, Table, Tone, plain
from counteroffer.documents.content.format import Format
from counteroffer.documents.content.shareable import is_agreed
from counteroffer.domain.levels import is_blank
from counteroffer.domain.packages import Slot
from counteroffer.domain.terms import Level, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue

NOTHING = "–"


def worth_of(workbook: Workbook, term: Term, level: Level) -> Worth:
    """What a level is worth: the person's own figure leads, then the formula, theirs or the catalogue's."""
    return worth(workbook, term, level, default_formula=catalogue().formulas.get(term.benefit))


def yearly(workbook: Workbook, found: Worth) -> Interval:
    """It as one figure a year, on average over the years that the person looks ahead."""
    return found.average(workbook.packages.reckoning.horizon_years)


def package(workbook: Workbook, slot: Slot) -> Total:
    """All terms at this level."""
    return package_worth(workbook, slot, default_formulas=catalogue().formulas)


def likely(amount: Interval, fmt: Format) -> str:
    """The likely figure."""
    return fmt.money(rounded(amount.likely, 0))


def spread(amount: Interval, fmt: Format) -> str:
    """From the low figure to the high one; empty where the two read alike."""
    low, high = (fmt.money(rounded(one, 0)) for one in (amount.low, amount.high))
    return "" if low == high else fmt.tr("{low} to {high}").format(low=low, high=high)


def whose(found: Worth, fmt: Format) -> str:
    """Whose figure it is, where it is not the formula's."""
    tr = fmt.tr
    return {
        Source.OWN: tr("by my own figure"),
        Source.PERSONAL: tr("by what I would pay for it"),
        Source.TRADE_OFF: tr("by the pay I would give up for it"),
        Source.NO_GAIN: tr("nothing, for I have it anyway"),
    }.get(found.source, "")


def not_counted(workbook: Workbook, ids: tuple[str, ...], fmt: Format) -> str:
    """What counts as nothing in a sum, so that it is not taken for the whole truth; empty if all is counted."""
    names = fmt.joined(term.name for term in workbook.terms if term.id in ids and term.name.strip())
    return fmt.tr("Not counted, for want of a figure: {names}.").format(names=names) if names else ""


def four_columns(first: str, fmt: Format) -> tuple[Column, ...]:
    """First offer, best alternative, target and agreed beside what they are about."""
    tr = fmt.tr
    return (
        Column(first, 2.0),
        Column(tr("First offer"), 1.8, numeric=True),
        Column(tr("Best alternative"), 1.8, numeric=True),
        Column(tr("Target"), 1.8, numeric=True),
        Column(tr("Agreed"), 2.2, numeric=True),
    )


def as_a_whole(workbook: Workbook, best: Batna, fmt: Format) -> tuple[Block, ...]:
    """The whole in money, in four columns; nothing where base pay is not known and no plan has a worth."""
    tr = fmt.tr
    formulas = catalogue().formulas
    target = package(workbook, Slot.TARGET)
    levels = {
        term.id: value for term in workbook.terms if (value := term.agreed.value) is not None and not is_blank(value)
    }
    agreed = package_worth(workbook, levels, default_formulas=formulas)
    something = any(is_agreed(term) for term in workbook.terms)
    offered = package(workbook, Slot.OFFERED).whole
    wholes = (offered, best.worth, target.whole, agreed.whole if something else None)
    if all(one is None for one in wholes):
        return ()
    beyond = (None, None, target.average, agreed.average if something else None)
    rows = (
        _money_row(tr("The whole in a year, before tax"), wholes, fmt),
        _money_row(tr("Beyond the first offer, a year on average"), beyond, fmt),
    )
    unknown = not_counted(workbook, target.unknown, fmt)
    note = (Paragraph(plain(unknown), Tone.NOTE),) if unknown else ()
    return (Section(tr("As a whole"), (Table(four_columns(tr("Worth to you"), fmt), rows), *note)),)


def _money_row(name: str, amounts: tuple[Interval | None, ...], fmt: Format) -> Row:
    return Row((plain(name), *(plain(_in_a_cell(one, fmt), bold=True) for one in amounts)))


def _in_a_cell(amount: Interval | None, fmt: Format) -> str:
    if amount is None:
        return NOTHING
    return "\n".join(part for part in (likely(amount, fmt), spread(amount, fmt)) if part)
