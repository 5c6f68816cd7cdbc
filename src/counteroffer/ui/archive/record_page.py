"""What was asked and won over all negotiations that are over: in pictures, each with its table."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from fractions import Fraction

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from counteroffer.analysis.interval import Interval, exactly, rounded
from counteroffer.analysis.track_record import (
    Asks,
    BenefitAsks,
    BenefitGain,
    Case,
    CurrencyRecord,
    TrackRecord,
    track_record,
)
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_
from counteroffer.editing.ports import Archive, Gathered
from counteroffer.method.cases import case
from counteroffer.method.catalogue import catalogue
from counteroffer.ui.archive.pictured import Pictured
from counteroffer.ui.charts.bars import Bar
from counteroffer.ui.context import UiContext
from counteroffer.ui.reading import write_money
from counteroffer.ui.waiting import when_done
from counteroffer.ui.widgets import Banner, Button, Card, Column, EmptyState, Words, announce

MOST = 12
"""Benefits in a picture, those asked for most; the table beside it has as many."""

_NOT_SAID = N_("Not said")


class RecordPage(Column):
    """`back_wanted()` leads to the archive. The figures are reckoned on the archive's thread, a workbook at a time."""

    back_wanted = Signal()

    def __init__(self, archive: Archive, ctx: UiContext, parent: QWidget | None = None) -> None:
        _ = ctx.translate
        super().__init__(
            _("What was asked and won"),
            _("All negotiations in the archive that have ended, without those tagged “sample”. Only you see this."),
            parent=parent,
        )
        self.ctx = ctx
        self._archive = archive
        self.banner = Banner(ctx)
        self.banner.hide()
        self.waiting = Words(_("Reckoning …"), "muted")
        self.empty = EmptyState(
            ctx,
            "record",
            _("Once a negotiation is over, what you asked for and what you won will stand here."),
        )
        self.empty.hide()
        self._cards: list[QWidget] = []
        ctx.privacy.changed.connect(self.refresh)
        back = Button(ctx, _("Back to the archive"), "quiet", "chevron-left", self.back_wanted.emit)
        self.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(self.banner, self.waiting, self.empty)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            # After the rail, which says the archive that this page belongs to.
            QTimer.singleShot(0, self, lambda: announce(self, self.accessibleName()))

    def refresh(self) -> None:
        """Reckon anew; what has not changed since the last time is remembered."""
        self.waiting.setVisible(not self._cards)
        when_done(self, self._archive.shelf.gather(case), self._gathered)

    def _gathered(self, done: Future[Gathered[Case | None]]) -> None:
        _ = self.ctx.translate
        self.waiting.hide()
        self.banner.hide()
        try:
            gathered = done.result()
        except (BadInput, Fault) as problem:
            self.banner.say(_(problem.sentence), "error")
            self.banner.show()
            return
        if gathered.unreadable:
            self.banner.say(
                _("Workbooks that are damaged and left out here: {count}.").format(count=gathered.unreadable), "warning"
            )
            self.banner.show()
        self._show(track_record(one for one in gathered.found if one is not None))

    def _show(self, record: TrackRecord) -> None:
        for card in self._cards:
            card.deleteLater()
        self._cards = []
        self.empty.setVisible(record.cases == 0)
        if record.cases == 0:
            return
        self._cards.append(self._overview(record))
        if record.by_benefit:
            self._cards.append(self._asks(record.by_benefit))
        self._cards += [self._gains(one) for one in record.currencies]
        self.add(*self._cards)

    def _overview(self, record: TrackRecord) -> QWidget:
        _ = self.ctx.translate
        card = Card(_("How they ended"))
        names = [(_(end.label) if end is not None else _(_NOT_SAID), count) for end, count in record.outcomes]
        words = _("Negotiations that are over: {count}.").format(count=record.cases)
        asks = record.asks
        if asks.decided:
            share = round(100 * asks.full / asks.decided), round(100 * asks.part / asks.decided)
            words += " " + _(
                "Of {decided} asks that an agreement followed, {full} % were won as asked and {part} % in part."
            ).format(decided=asks.decided, full=share[0], part=share[1]).replace(" %", "\N{NO-BREAK SPACE}%")
        bars = [_counted(name, count, count, str(count)) for name, count in names]
        card.add(Pictured(self.ctx, _("How they ended"), bars, words, (_("Outcome"), _("How often"))))
        return card

    def _asks(self, found: Sequence[BenefitAsks]) -> QWidget:
        _ = self.ctx.translate
        card = Card(
            _("What you asked for"),
            _("Each bar is how often it was asked for; in colour, how often that was won, in full or in part."),
        )
        bars = [self._ask_bar(self._name(one.benefit, one.name), one.asks) for one in found[:MOST]]
        headings = (_("Benefit"), _("Asked"), _("Won as asked"), _("Won in part"), _("Not won"))
        words = _("Asked for most often: {name}.").format(name=bars[0].name)
        card.add(Pictured(self.ctx, _("What you asked for"), bars, words, headings))
        return card

    def _ask_bar(self, name: str, asks: Asks) -> Bar:
        _ = self.ctx.translate
        won = asks.full + asks.part
        words = _("{name}: asked {asked} times, won as asked {full}, in part {part}, not won {not_won}").format(
            name=name, asked=asks.asked, full=asks.full, part=asks.part, not_won=asks.not_won
        )
        cells = (name, *(str(one) for one in (asks.asked, asks.full, asks.part, asks.not_won)))
        figure = _("{won} of {asked}").format(won=won, asked=asks.asked)
        return Bar(name, figure, exactly(asks.asked), Fraction(asks.asked - won), words, cells)

    def _gains(self, record: CurrencyRecord) -> QWidget:
        _ = self.ctx.translate
        money = self._money(record.currency)
        card = Card(
            _("What it was worth, in {currency}").format(currency=record.currency),
            _("The agreed terms beyond the first offer, as a yearly average over the years you looked ahead."),
        )
        words = _("Over all agreements ({count}): {gain} a year.").format(
            count=record.agreements, gain=money.spread(record.gain)
        )
        if record.without_worth:
            words += " " + _("Bettered terms whose worth is not known, and that no sum counts: {count}.").format(
                count=record.without_worth
            )
        years = [self._gain_bar(str(one.year), one.agreements, one.gain, money) for one in record.by_year]
        headings = (_("Year"), _("Agreements"), _("Gain a year"))
        card.add(Pictured(self.ctx, _("Gain by year"), years, words, headings))
        if record.by_benefit:
            bars = [self._benefit_bar(one, money) for one in record.by_benefit[:MOST]]
            headings = (_("Benefit"), _("Agreements"), _("Gain a year"))
            said = _("Most came from {name}.").format(name=bars[0].name)
            card.add(Pictured(self.ctx, _("Gain by benefit"), bars, said, headings))
        return card

    def _benefit_bar(self, one: BenefitGain, money: _Money) -> Bar:
        return self._gain_bar(self._name(one.benefit, one.name), one.agreements, one.gain, money)

    def _gain_bar(self, name: str, agreements: int, gain: Interval, money: _Money) -> Bar:
        _ = self.ctx.translate
        words = _("{name}: {gain} a year, from {count} agreements").format(
            name=name, gain=money.spread(gain), count=agreements
        )
        cells = (name, str(agreements), money.spread(gain))
        return Bar(name, money.one(gain.likely), gain, Fraction(0), words, cells)

    def _name(self, benefit: str, name: str) -> str:
        """What the catalogue calls it, or what the person did."""
        _ = self.ctx.translate
        known = {one.key: one.name for one in catalogue().benefits}
        return _(known[benefit]) if benefit in known else self.ctx.privacy.words(name) or _("Not named")

    def _money(self, currency: str) -> _Money:
        return _Money(self.ctx, currency)


class _Money:
    """Amounts of one currency as they are read: whole ones."""

    def __init__(self, ctx: UiContext, currency: str) -> None:
        self._ctx = ctx
        self._currency = currency

    def one(self, figure: Fraction) -> str:
        return self._ctx.privacy.figure(write_money(rounded(figure, 0), self._ctx.locale, self._currency))

    def spread(self, amount: Interval) -> str:
        return " – ".join(dict.fromkeys((self.one(amount.low), self.one(amount.high))))


def _counted(name: str, amount: int, won: int, figure: str) -> Bar:
    return Bar(name, figure, exactly(amount), Fraction(amount - won), f"{name}: {figure}", (name, figure))
