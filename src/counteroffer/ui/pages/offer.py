"""The Offer page: the offer as it stands, the people, and what happens without an agreement."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QHideEvent

from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.situation import Period, Situation
from counteroffer.editing.session import Change
from counteroffer.method.wording import Place
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.attachments import attachments_card
from counteroffer.ui.pages.contents import with_contents
from counteroffer.ui.pages.languages import language_options
from counteroffer.ui.pages.new_letter import letter_button
from counteroffer.ui.pages.offer_comparison import ComparisonCard
from counteroffer.ui.pages.offer_people import assumptions_card, fears_card, people_card
from counteroffer.ui.pages.offer_plans import limit_card, plans_card
from counteroffer.ui.pages.offer_rivals import other_offers_card
from counteroffer.ui.pages.offer_terms import conditions_card, restrictions_card, terms_card
from counteroffer.ui.pages.package_totals import whole_package_card
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import add_fold, half, halves, thirds
from counteroffer.ui.pages.wording_hints import watch_wording
from counteroffer.ui.widgets import Card, Rule
from counteroffer.ui.widgets.disclosure import Fold


class OfferPage(Page):
    """From what they offer, over who they are, to what happens if nothing comes of it."""

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__("offer", bridge, ctx)
        self.limit: Fold | None = None

    def make(self) -> Iterator[None]:
        form = self.form(Situation, "situation")
        yield from with_contents(
            self,
            (N_("The job"), lambda: self._standing(form)),
            (N_("Your why"), lambda: self._enthusiasm(form)),
            (N_("Pay"), lambda: self._pay(form)),
            (N_("Terms"), lambda: terms_card(self)),
            (N_("Letter"), lambda: self._letter(form)),
            (N_("Papers"), lambda: attachments_card(self, ("situation", "attachments"))),
            (N_("Conditions"), lambda: conditions_card(self)),
            (N_("Clauses"), lambda: restrictions_card(self)),
            (N_("People"), lambda: people_card(self, form)),
            (N_("Assumptions"), lambda: assumptions_card(self)),
            (N_("Fears"), lambda: fears_card(self)),
            (N_("Plans"), lambda: plans_card(self, form)),
            (N_("Other offers"), lambda: other_offers_card(self)),
            (N_("Whole package"), self._whole),
            (N_("Limit"), lambda: self._limit(form)),
        )

    def _standing(self, form: Form) -> Card:
        card = self.card(N_("Where things stand"), N_("As you would tell a friend: who, what, and by when."))
        card.add(halves(form.field("employer"), form.field("role")))
        card.add(halves(form.field("place"), form.field("stage")))
        card.add(halves(form.field("offered_on"), form.field("reply_due")))
        card.add_action(letter_button(self, LetterKind.MORE_TIME, N_("Ask for more time")))
        card.add(Rule())
        card.add(
            thirds(
                form.field("your_name"),
                form.field("currency"),
                form.field("language", choose=lambda workbook: language_options(workbook, self.ctx.papers)),
            )
        )
        return card

    def _enthusiasm(self, form: Form) -> Card:
        card = self.card(N_("What draws you there"), N_("Two or three true sentences do more than a page of praise."))
        for name in ("why_role", "why_employer"):
            card.add(watch_wording(form.field(name), form, Place.LINE, tone_only=True))
        return card

    def _pay(self, form: Form) -> Card:
        _ = self.ctx.translate
        card = self.card(
            N_("What a figure means here"), N_("So that you and they mean the same when one of you names a sum.")
        )
        card.add(
            thirds(
                form.field("pay", "period"),
                form.field("pay", "taxed"),
                form.field("pay", "payments_a_year"),
                form.field("pay", "hours_a_week"),
                form.field("pay", "days_a_week"),
                form.field("pay", "work_days_a_year"),
            )
        )
        self.hours = Fold(self.ctx, _("Paid by the hour, overtime, shifts"), kind="")
        add_fold(
            card,
            self.hours,
            half(form.field("pay", "guaranteed_hours")),
            form.field("pay", "expected_hours", probability=False),
            halves(form.field("pay", "overtime_hours"), form.field("pay", "overtime_premium")),
            halves(form.field("pay", "shift_hours"), form.field("pay", "shift_premium")),
        )
        pay = self.bridge.workbook.situation.pay
        told = (pay.guaranteed_hours, pay.overtime_hours, pay.overtime_premium, pay.shift_hours, pay.shift_premium)
        filled = not pay.expected_hours.is_empty or any(one is not None for one in told)
        if filled or pay.period is Period.HOUR:
            self.hours.open()
        self.bridge.changed.connect(self._open_hours)
        return card

    def _letter(self, form: Form) -> Card:
        card = self.card(N_("Their letter"), N_("Their very words, to come back to when memories differ."))
        card.add(form.field("offer_text"))
        return card

    def _whole(self) -> Card:
        self.column.add_wide(ComparisonCard(self))
        return whole_package_card(self)

    def _limit(self, form: Form) -> Card:
        card, self.limit = limit_card(self, form)
        return card

    def hideEvent(self, event: QHideEvent) -> None:
        """The limit is put away when the page is left: it is no one else's, and not what to look at."""
        super().hideEvent(event)
        if self.limit is not None:
            self.limit.close()

    def _open_hours(self, change: Change) -> None:
        """Whoever is paid by the hour needs the hours."""
        paid_by = change.after.situation.pay.period
        if paid_by is Period.HOUR and change.before.situation.pay.period is not paid_by:
            self.hours.open()
