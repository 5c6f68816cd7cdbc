"""The ask and its other ways side by side: what each is worth to you in a year, and what it costs them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from counteroffer.analysis.interval import ZERO, Interval, expected, rounded, too_close
from counteroffer.analysis.other_ways import alternative_worth
from counteroffer.analysis.results import Source, Worth
from counteroffer.analysis.valuation import worth
from counteroffer.analysis.view import shown
from counteroffer.domain.situation import Period
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change
from counteroffer.method.catalogue import catalogue
from counteroffer.method.looking import in_short
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.reading import write_list, write_money
from counteroffer.ui.theme import Duration, Size, Space
from counteroffer.ui.widgets import Caption, Card
from counteroffer.ui.words_for import level_words

NOT_SAID = N_("not said yet")
_CAPTIONS = {
    Period.YEAR: N_("What each is worth to you and costs them in a year: the likely figure, then how far it may lie."),
    Period.MONTH: N_(
        "What each is worth to you and costs them in a month: the likely figure, then how far it may lie."
    ),
    Period.HOUR: N_("What each is worth to you and costs them in an hour: the likely figure, then how far it may lie."),
}


@dataclass(frozen=True)
class Line:
    """One line of the table. What is not known is None."""

    name: str
    worth: Interval | None
    cost: Interval | None
    no_gain: bool = False


def lines_of(workbook: Workbook, term: Term, ctx: UiContext) -> tuple[Line, ...]:
    """The ask at its target, then its other ways in their order, on average over the years one looks ahead."""
    _ = ctx.translate
    years = workbook.packages.reckoning.horizon_years
    benefit = catalogue().find(term.benefit)
    formula = benefit.formula if benefit is not None else None

    def average(found: Worth) -> Interval | None:
        return found.average(years) if found.known else None

    target = level_words(term.target.value, term.unit, workbook.situation.currency, ctx)
    asked = worth(workbook, term, term.target, default_formula=formula)
    name = _("Your ask: {level}").format(level=target) if target else _("Your ask")
    first = Line(name, average(asked), expected(term.target.cost), asked.source is Source.NO_GAIN)
    others = tuple(
        Line(
            one.title.strip() or _("Not named yet"),
            average(alternative_worth(workbook, term, one, default_formula=formula)),
            expected(one.cost),
        )
        for one in term.alternatives
    )
    return (first, *others)


class SideBySide(Card):
    """There once the ask has another way."""

    def __init__(self, form: Form) -> None:
        _ = form.ctx.translate
        super().__init__(_("Side by side"), parent=form.place)
        self._form = form
        self.ctx = form.ctx
        self.table = Figures(self.ctx)
        self.close_words = Caption()
        self.add(self.table, self.close_words)
        self._rest = QTimer(self, singleShot=True, interval=Duration.REST)
        self._rest.timeout.connect(self._show)
        form.bridge.changed.connect(self._on_change)
        form.follow(lambda _path: self._show())

    def _show(self) -> None:
        term, workbook = self._form.item, self._form.bridge.workbook
        there = isinstance(term, Term) and bool(term.alternatives)
        if isinstance(term, Term) and there:
            lines = lines_of(workbook, term, self.ctx)
            self.set_caption(self.ctx.translate(_CAPTIONS[period_of(workbook)]))
            self.table.show_lines(lines, workbook)
            self.close_words.setText(self._too_close(lines))
            self.close_words.setVisible(bool(self.close_words.text()))
        self.setVisible(there)

    def _too_close(self, lines: tuple[Line, ...]) -> str:
        """Which other ways may be worth as much as the ask."""
        asked = lines[0].worth
        if asked is None:
            return ""
        close = [one for one in lines[1:] if one.worth is not None and too_close(asked, one.worth)]
        if not close:
            return ""
        names = write_list([f"“{in_short(one.name)}”" for one in close], self.ctx.locale)
        return self.ctx.translate("Too close to the ask to call either one better: {names}.").format(names=names)

    def _on_change(self, change: Change) -> None:
        if change.touches("terms") or change.touches("packages", "reckoning") or change.touches("situation"):
            term = self._form.item
            known = len(term.alternatives) + 1 if isinstance(term, Term) and term.alternatives else 0
            if known != (self.table.rowCount() if not self.isHidden() else 0):
                # What comes or goes moves the page: at once, before whoever added it is taken there.
                self._show()
            else:
                self._rest.start()


def period_of(workbook: Workbook) -> Period:
    """What figures are shown for; a year where the hours for an hour are not known."""
    reckoning = workbook.packages.reckoning
    return reckoning.shown_per if shown(ZERO, reckoning, workbook.situation.pay) is not None else Period.YEAR


class Cells(QStyledItemDelegate):
    """Cells as high as their words: the style's own reckoning leaves out the room around them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        table = self.parent()
        size = super().sizeHint(option, index)
        if not isinstance(table, QTableWidget):
            return size
        # On each side what the style sheet leaves free, and what the style adds for the ring.
        room = QRect(0, 0, table.columnWidth(index.column()) - 2 * (Space.S + Space.XS), 10_000)
        words = table.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), str(index.data()))
        return QSize(size.width(), words.height() + 2 * Space.XS + Size.FOCUS)


class Figures(QTableWidget):
    """As high as its lines; the arrow keys walk it, and Tab leaves it."""

    def __init__(self, ctx: UiContext) -> None:
        super().__init__(0, 3)
        self._ctx = ctx
        self.setProperty("look", "figures")
        self.setAccessibleName(ctx.translate("Side by side"))
        self.setAccessibleDescription(ctx.translate("What each is worth to you and costs them. Arrow keys walk it."))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(Cells(self))
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
        # Once the columns have their width, the lines can be told how high they are.
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._fit)
        across.sectionResized.connect(lambda *_sizes: self._settle.start())

    def show_lines(self, lines: tuple[Line, ...], workbook: Workbook) -> None:
        """Show these lines; where one stands in the table stays."""
        _ = self._ctx.translate
        self.setHorizontalHeaderLabels([_("What"), _("Worth"), _("Their cost")])
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            zero = _("nothing beyond the offer") if line.no_gain else ""
            words = (line.name, zero or self._money(line.worth, workbook), self._money(line.cost, workbook))
            for column, text in enumerate(words):
                item = self.item(row, column)
                if item is None:
                    item = QTableWidgetItem()
                    item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
                    self.setItem(row, column, item)
                item.setText(text)
                item.setToolTip(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, text.replace("\n", ", "))
        self._fit()

    def _money(self, amount: Interval | None, workbook: Workbook) -> str:
        """The likely figure and below it the range, for the period that figures are shown for."""
        if amount is None:
            return self._ctx.translate(NOT_SAID)
        amount = shown(amount, workbook.packages.reckoning, workbook.situation.pay) or amount
        # A guess to the cent would look surer than it is; below a hundred the cents are all there is.
        places = 0 if abs(amount.likely) >= 100 else 2
        low, likely, high = (
            self._ctx.privacy.figure(write_money(rounded(one, places), self._ctx.locale, workbook.situation.currency))
            for one in (amount.low, amount.likely, amount.high)
        )
        return likely if low == high else f"{likely}\n{low} – {high}"

    def sizeHint(self) -> QSize:
        return QSize(Size.FIELD, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(Size.FIELD, self.minimumHeight())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # All of it is in view: the wheel scrolls the page.
        event.ignore()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + Size.FOCUS)
