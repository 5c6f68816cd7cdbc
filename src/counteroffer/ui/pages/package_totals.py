"""The whole package in money (M05, M06): as it stands, and at each level, beside what one would do without it.

One's own limit is shown only when it is asked for: the eye belongs on the target.
"""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from counteroffer.analysis import view
from counteroffer.analysis.interval import ZERO, Interval
from counteroffer.analysis.standing import batna, walk_away
from counteroffer.analysis.totals import Total, package_worth
from counteroffer.domain.packages import Slot
from counteroffer.domain.situation import Period
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.charts.bars import Bar, BarChart
from counteroffer.ui.charts.data_table import DataTable
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.pages.live import FIGURES, Live
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import mark_private
from counteroffer.ui.reading import write_list
from counteroffer.ui.slices import Slices
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Caption, Card, Words
from counteroffer.ui.widgets.disclosure import Fold
from counteroffer.ui.words_for import joined
from counteroffer.ui.worth_words import Purse, default_formulas

SLOTS = {
    Slot.OFFERED: N_("The offer as it stands"),
    Slot.ACCEPTABLE: N_("All at acceptable"),
    Slot.TARGET: N_("All at target"),
    Slot.OPENING: N_("All at opening"),
}
MORE = (N_("More in year one"), N_("Once"))
"""Of the whole package its yearly value; of what is more than the offer, what comes yearly and what comes once."""
_PER = {Period.YEAR: N_("A year"), Period.MONTH: N_("A month"), Period.HOUR: N_("An hour")}
FEW = 20
"""Up to so many terms, packages are reckoned before anybody could notice."""
BATNA = N_("Best alternative")
LIMIT = N_("Your limit")
SHOW_LIMIT, HIDE_LIMIT = N_("Set my limit beside it"), N_("Put my limit away")


class PackageTotals(Live):
    """A picture with the same as a table. `whole` adds how the figures come about, and one's limit on demand."""

    watched = (*FIGURES, ("situation", "plans"), ("situation", "best_plan"), ("situation", "walk_away"))

    def __init__(self, bridge: Bridge, ctx: UiContext, *, whole: bool = True) -> None:
        super().__init__(bridge)
        _ = ctx.translate
        self._ctx, self._whole = ctx, whole
        self.empty = Words(_("Put in base pay as they offer it, and the whole package will stand here."), "muted")
        self.words = Words()
        self.chart = BarChart(ctx, _("The whole package"))
        self.said = Caption()
        self.unknown = Caption()
        self.basis = Caption()
        self.table = DataTable(_("The whole package as a table"))
        self.limit = Button(ctx, _(SHOW_LIMIT), icon="eye")
        self.limit.setCheckable(True)
        self.limit.toggled.connect(self._turn_limit)
        self.as_table = Fold(ctx, _("The same as a table"))
        self.as_table.body.column.setContentsMargins(0, 0, 0, 0)
        self.as_table.body.column.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self.empty, self.words, self.chart, self.said):
            column.addWidget(part)
        column.addWidget(self.as_table.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.as_table.body)
        column.addWidget(self.unknown)
        column.addWidget(self.basis)
        column.addWidget(self.limit, 0, Qt.AlignmentFlag.AlignLeading)
        if whole:
            self.as_table.open()
        else:
            self.limit.hide()
        self.chart.walked.connect(self._say)
        self._reckoning = Slices[tuple[Slot, Total]](self)

    def refresh(self) -> None:
        """Reckon the packages anew; those of many terms in slices, for the person may be typing on."""
        book = self.bridge.workbook
        totals = ((slot, package_worth(book, slot, default_formulas=default_formulas())) for slot in SLOTS)
        if len(book.terms) > FEW:
            self._reckoning.start(totals, lambda found: self._show_all(book, dict(found)))
        else:
            self._show_all(book, dict(totals))

    def _show_all(self, book: Workbook, totals: dict[Slot, Total]) -> None:
        known = totals[Slot.OFFERED].whole is not None
        self.empty.setVisible(not known)
        for part in (self.words, self.chart, self.as_table.button, self.basis):
            part.setVisible(known)
        self.as_table.body.setVisible(known and self.as_table.is_open)
        self.limit.setVisible(known and self._whole)
        self.said.setVisible(False)
        self.unknown.setVisible(False)
        if known:
            self._show(book, totals)

    def hideEvent(self, event: QHideEvent) -> None:
        """The limit is put away when the page is left."""
        super().hideEvent(event)
        self.limit.setChecked(False)

    def _turn_limit(self, on: bool) -> None:
        self.limit.setText(self._ctx.translate(HIDE_LIMIT if on else SHOW_LIMIT))
        self.limit.setIcon(self._ctx.icon("eye-off" if on else "eye"))
        self.refresh()

    def _show(self, book: Workbook, totals: dict[Slot, Total]) -> None:
        _ = self._ctx.translate
        purse = Purse(book, self._ctx)
        offered = totals[Slot.OFFERED].whole or ZERO
        bars = [self._bar(_(SLOTS[slot]), total, offered, purse) for slot, total in totals.items()]
        best = batna(book).worth
        if best is not None:
            bars.append(self._line(_(BATNA), best, purse))
        limit = walk_away(book).amount if self._whole and self.limit.isChecked() else None
        if limit is not None:
            bars.append(self._line(_(LIMIT), limit, purse))
        headings = tuple(_(one) for one in (N_("Package"), _PER[purse.period], *MORE))
        words = self._in_a_sentence(totals, best, purse)
        self.words.setText(words)
        self.chart.show_bars(bars, words, headings)
        self.table.show_rows(headings, [bar.cells for bar in bars])
        names = self._not_known(book, totals)
        self.unknown.setText(names)
        self.unknown.setVisible(bool(names))
        self.basis.setText(self._basis(book, purse))

    def _bar(self, name: str, total: Total, offered: Interval, purse: Purse) -> Bar:
        whole = total.whole or ZERO
        year = purse.shown(whole)
        cells = (
            name,
            _two_lines(purse.money(year.likely), "" if year.is_exact else purse.spread(year)),
            purse.spread(total.first_year) if total.first_year != ZERO else "—",
            purse.spread(total.once) if total.once != ZERO else "—",
        )
        first = self._ctx.translate("in year one {money} more than the offer").format(money=cells[2])
        once = self._ctx.translate("once {money}").format(money=cells[3])
        words = joined(
            f"{name}: {purse.per(whole)}",
            "" if year.is_exact else purse.spread(year),
            first if cells[2] != "—" else "",
            once if cells[3] != "—" else "",
        )
        return Bar(name, purse.money(year.likely), year, purse.shown(offered).likely, words, cells)

    def _line(self, name: str, amount: Interval, purse: Purse) -> Bar:
        year = purse.shown(amount)
        spread = "" if year.is_exact else purse.spread(year)
        words = joined(f"{name}: {purse.per(amount)}", spread)
        cells = (name, _two_lines(purse.money(year.likely), spread), "—", "—")
        return Bar(name, purse.money(year.likely), year, Fraction(0), words, cells, line=True)

    def _in_a_sentence(self, totals: dict[Slot, Total], best: Interval | None, purse: Purse) -> str:
        """The offer beside the target, and beside what one would do without it."""
        _ = self._ctx.translate
        offer, target = totals[Slot.OFFERED].whole or ZERO, totals[Slot.TARGET].whole or ZERO
        said = _("As it stands, the offer is worth {offer}; with all your targets, {target}.").format(
            offer=purse.per(offer), target=purse.per(target)
        )
        if best is None:
            return said
        if offer.low > best.high:
            beside = _("It is better than your best alternative already.")
        elif offer.high < best.low:
            beside = _("Your best alternative, {sum}, is worth more than the offer as it stands.")
        else:
            beside = _("Your best alternative, {sum}, is too close to the offer to tell which is worth more.")
        return f"{said} {beside.format(sum=purse.per(best))}"

    def _not_known(self, book: Workbook, totals: dict[Slot, Total]) -> str:
        unknown = {one for total in totals.values() for one in total.unknown}
        names = [f"“{term.name.strip()}”" for term in book.terms if term.id in unknown and term.name.strip()]
        if not names:
            return ""
        sentence = self._ctx.translate("Not counted yet, because no worth is known: {terms}.")
        return sentence.format(terms=write_list(names, self._ctx.locale))

    def _basis(self, book: Workbook, purse: Purse) -> str:
        _ = self._ctx.translate
        said = _("Averaged over {years} years, with what comes once spread over them. The whole is before tax.").format(
            years=purse.years
        )
        after = _("What is more in year one, and once, is after tax.") if view.kept(book) is not None else ""
        return " ".join(part for part in (said, after) if part)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))


def whole_package_card(page: Page, *, whole: bool = True) -> Card:
    """The card with the totals; `whole=False` for where they stand beside the work, not in its middle."""
    # The page's own card may belong to a term, and this one does not.
    card = Page.card(page, N_("The whole package"), N_("Pay and all else as one yearly sum. Judge them together."))
    mark_private(card, page.ctx)
    card.add(PackageTotals(page.bridge, page.ctx, whole=whole))
    return card


def _two_lines(first: str, second: str) -> str:
    return f"{first}\n{second}" if second else first
