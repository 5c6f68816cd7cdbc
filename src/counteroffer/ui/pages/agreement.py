"""Agreement: how it ended, what was agreed, the contract held against it, and what is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from counteroffer.domain.agreement import Agreement
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.agreed_terms import agreed_card
from counteroffer.ui.pages.attachments import attachments_card
from counteroffer.ui.pages.commitments import commitments_card
from counteroffer.ui.pages.contents import with_contents
from counteroffer.ui.pages.letters import letters_card
from counteroffer.ui.pages.new_letter import LetterSuggestion
from counteroffer.ui.pages.page import Page
from counteroffer.ui.widgets import Card, Rule


class AgreementPage(Page):
    """From the outcome to the signed contract, and on to what was promised for later."""

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__("agreement", bridge, ctx)

    def make(self) -> Iterator[None]:
        form = self.form(Agreement, "agreement")
        yield from with_contents(
            self,
            (N_("Outcome"), lambda: self._outcome(form)),
            (N_("Terms"), self._terms),
            (N_("Contract"), lambda: self._contract(form)),
            (N_("Papers"), lambda: attachments_card(self, ("agreement", "attachments"))),
            (N_("Still to come"), self._ahead),
            (N_("Letters"), self._post),
        )

    def _terms(self) -> Card:
        card, self.terms = agreed_card(self)
        return card

    def _ahead(self) -> Card:
        card, self.commitments = commitments_card(self)
        return card

    def _post(self) -> Card:
        card, self.letters = letters_card(self)
        return card

    def _outcome(self, form: Form) -> Card:
        card = self.card(N_("The outcome"))
        card.add_row(form.field("outcome"), form.field("closed_on"))
        card.add(form.field("outcome_reason"), LetterSuggestion(self))
        return card

    def _contract(self, form: Form) -> Card:
        card = self.card(
            N_("From a yes to a contract"), N_("First in writing, then signed by both. Only then leave where you are.")
        )
        card.add_row(form.field("summed_up_on"), form.field("confirmed_on"))
        card.add(Rule())
        card.add_row(form.field("signed_by_them"), form.field("signed_by_you"))
        card.add(form.field("their_signatory"), form.field("has_resigned"))
        card.add(Rule(), form.field("contract_text"))
        return card
