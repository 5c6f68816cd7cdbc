"""Offers side by side: this one, the target, what one has today, and every other live offer, term by term.

The words of the table, and the table as Qt sees it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counteroffer.analysis.figures import pay_term
from counteroffer.analysis.interval import rounded
from counteroffer.analysis.standing import other_offer
from counteroffer.analysis.totals import Total, at_slot, offer_worth, package_worth
from counteroffer.domain.levels import Value, is_blank
from counteroffer.domain.packages import Slot
from counteroffer.domain.situation import OtherOffer, Taxed
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue
from counteroffer.method.looking import in_short
from counteroffer.ui.context import UiContext
from counteroffer.ui.reading import write_list, write_money
from counteroffer.ui.words_for import level_words

Index = QModelIndex | QPersistentModelIndex

NOTHING = "–"
_WHOLE_FROM = 1_000
"""From here on a converted sum is shown without cents, which would only look exact."""


@dataclass(frozen=True)
class Cell:
    """What one offer says of one term; below it, more quietly, the same in the workbook's currency and a note."""

    words: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """One term through all the offers; the last line may be the totals."""

    name: str
    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True)
class Table:
    """All of it in words, and below it what one must know to read it."""

    headings: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Column:
    """One offer: what it is called, what it says of each term, and the package that this makes."""

    heading: str
    cells: Mapping[str, Cell]
    levels: Mapping[str, Value]
    beside: bool = True
    """Whether it stands on its own, and is not this offer or what is asked of it."""


def side_by_side(workbook: Workbook, ctx: UiContext) -> Table:
    """The table of a workbook."""
    columns = _columns(workbook, ctx)
    _ = ctx.translate
    lines = [
        Line(term.name.strip() or _("Not named yet"), tuple(column.cells.get(term.id, Cell()) for column in columns))
        for term in workbook.terms
    ]
    lines = [line for line in lines if any(cell.words for cell in line.cells)]
    if not lines:
        return Table()
    remarks = _unconverted(workbook, ctx)
    if offer_worth(workbook) is not None:
        totals = [_total(workbook, column) for column in columns]
        remarks += _about_totals(workbook, columns, totals, ctx)
        lines.append(Line(_("Worth a year"), tuple(_worth(one, workbook, ctx) for one in totals), total=True))
    else:
        remarks.append(_("Once base pay is written down as offered, a last row says what each column is worth a year."))
    return Table(tuple(column.heading for column in columns), tuple(lines), tuple(remarks))


def _columns(workbook: Workbook, ctx: UiContext) -> list[_Column]:
    _ = ctx.translate
    offered = {term.id: term.offered.value for term in workbook.terms}
    today = {term.id: term.today for term in workbook.terms}
    target = {term.id: term.target.value for term in workbook.terms}
    return [
        _Column(_("This offer"), _own(workbook, offered, ctx), {}, beside=False),
        _Column(_("Your target"), _own(workbook, target, ctx), at_slot(workbook, Slot.TARGET), beside=False),
        _Column(_("Today"), _own(workbook, today, ctx), _said(today)),
        *(_other(workbook, offer, ctx) for offer in workbook.situation.other_offers),
    ]


def _own(workbook: Workbook, values: Mapping[str, Value | None], ctx: UiContext) -> dict[str, Cell]:
    currency = workbook.situation.currency
    return {term.id: Cell(level_words(values[term.id], term.unit, currency, ctx)) for term in workbook.terms}


def _said(values: Mapping[str, Value | None]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value is not None and not is_blank(value)}


def _other(workbook: Workbook, offer: OtherOffer, ctx: UiContext) -> _Column:
    _ = ctx.translate
    levels = other_offer(workbook, offer).values
    terms = {term.id: term for term in workbook.terms}
    cells = {}
    for one in offer.terms:
        term = terms.get(one.term or "")
        if term is not None and not is_blank(one.value):
            own = level_words(one.value, term.unit, offer.currency or workbook.situation.currency, ctx)
            below = (_converted(workbook, offer, term, levels.get(term.id), ctx), one.note.strip())
            cells[term.id] = Cell(own, tuple(words for words in below if words))
    name = offer.employer.strip() or _("Another offer")
    return _Column(name if offer.real else _("{name} (not made yet)").format(name=name), cells, levels)


def _converted(workbook: Workbook, offer: OtherOffer, term: Term, value: Value | None, ctx: UiContext) -> str:
    """Money of another currency in this workbook's own."""
    if not _is_foreign(workbook, offer) or value is None or value.kind != "amount":
        return ""
    amount = rounded(Fraction(value.amount), 0 if abs(value.amount) >= _WHOLE_FROM else 2)
    about = level_words(value.model_copy(update={"amount": amount}), term.unit, workbook.situation.currency, ctx)
    return ctx.translate("about {money}").format(money=about)


def _is_foreign(workbook: Workbook, offer: OtherOffer) -> bool:
    return offer.currency is not None and offer.currency != workbook.situation.currency


def _total(workbook: Workbook, column: _Column) -> Total | None:
    """What a column is worth; None for another offer whose base pay is not known: ours would say nothing about it."""
    pay = pay_term(workbook)
    if column.beside and (pay is None or pay.id not in column.levels):
        return None
    formulas = {one.key: one.formula for one in catalogue().benefits}
    return package_worth(workbook, column.levels, default_formulas=formulas)


def _worth(total: Total | None, workbook: Workbook, ctx: UiContext) -> Cell:
    """The likely figure, and below it the range where it is not sure."""
    amount = total.whole if total is not None else None
    if amount is None:
        return Cell(below=(ctx.translate("no base pay to count from"),))
    low, likely, high = (
        ctx.privacy.figure(write_money(rounded(one, 0), ctx.locale, workbook.situation.currency))
        for one in (amount.low, amount.likely, amount.high)
    )
    return Cell(likely, () if low == high else (f"{low} – {high}",))


def _unconverted(workbook: Workbook, ctx: UiContext) -> list[str]:
    """Offers in another currency for which no rate was typed."""
    _ = ctx.translate
    lacking = [
        one.employer.strip() or _("Another offer")
        for one in workbook.situation.other_offers
        if _is_foreign(workbook, one) and not one.rate
    ]
    sentence = _("Money from {names} is not converted, as there is no rate yet.")
    return [sentence.format(names=write_list(lacking, ctx.locale))] if lacking else []


def _about_totals(workbook: Workbook, columns: list[_Column], totals: list[Total | None], ctx: UiContext) -> list[str]:
    """What the last row rests on where a column says nothing, and what it leaves out."""
    _ = ctx.translate
    offered = {term.id for term in workbook.terms if not is_blank(term.offered.value)}
    gross = workbook.situation.pay.taxed is Taxed.GROSS
    said = [
        _("The last row adds up what each is worth to you in a year, before tax.")
        if gross
        else _("The last row adds up what each is worth to you in a year.")
    ]
    counted = [column for column, one in zip(columns, totals, strict=True) if column.beside and one is not None]
    if any(offered - set(column.levels) for column in counted):
        said.append(_("Where a column has nothing that can be counted, the last row takes what this offer has there."))
    unknown = {identity for one in totals if one is not None for identity in one.unknown}
    names = [in_short(term.name) for term in workbook.terms if term.id in unknown]
    if names:
        sentence = _("Without a figure yet, and so left out of the last row: {names}.")
        said.append(sentence.format(names=write_list(names, ctx.locale)))
    return said


class SideBySideModel(QAbstractTableModel):
    """The table as Qt sees it: the terms down the side, the offers along the top."""

    CELL = Qt.ItemDataRole.UserRole

    def __init__(self, ctx: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.table = Table()

    def show_table(self, table: Table) -> None:
        """Another table. Where only words changed, whoever is in a cell stays in it."""
        same = table.headings == self.table.headings and len(table.lines) == len(self.table.lines)
        if not same:
            self.beginResetModel()
        self.table = table
        if not same:
            self.endResetModel()
        elif table.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.table.lines[index.row()]
        cell = line.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.words or NOTHING
            case SideBySideModel.CELL:
                return cell
            case Qt.ItemDataRole.AccessibleTextRole:
                words = ", ".join((cell.words or self._ctx.translate("nothing said"), *cell.below))
                return f"{self.table.headings[index.column()]}, {line.name}: {words}"
            case Qt.ItemDataRole.FontRole if line.total:
                return self._ctx.theme.font(bold=True)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        names = (
            self.table.headings if orientation is Qt.Orientation.Horizontal else [one.name for one in self.table.lines]
        )
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and section < len(names):
            return names[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and orientation is Qt.Orientation.Vertical:
            return self._ctx.theme.font(bold=section < len(names) and self.table.lines[section].total)
        return None
