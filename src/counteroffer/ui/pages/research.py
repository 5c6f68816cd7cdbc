"""The Research page: what is normal, what binds them and what they need, what one brings, what is still unknown."""

from __future__ import annotations

from collections.abc import Iterator

from counteroffer.domain.research import Research
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.contents import with_contents
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.research_findings import findings_card
from counteroffer.ui.pages.research_questions import questions_card
from counteroffer.ui.pages.research_them import constraints_card, interests_card, their_side_card
from counteroffer.ui.pages.research_you import achievements_card
from counteroffer.ui.widgets import Card


class ResearchPage(Page):
    """From what is usual, over what moves them, to what one brings and what one still has to ask."""

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__("research", bridge, ctx)

    def make(self) -> Iterator[None]:
        form = self.form(Research, "research")
        yield from with_contents(
            self,
            (N_("Findings"), lambda: findings_card(self)),
            (N_("Constraints"), lambda: constraints_card(self)),
            (N_("Needs"), lambda: interests_card(self)),
            (N_("Without you"), lambda: their_side_card(self, form)),
            (N_("What you bring"), lambda: achievements_card(self)),
            (N_("The longer view"), lambda: self._longer_view(form)),
            (N_("Questions"), lambda: questions_card(self)),
        )

    def _longer_view(self, form: Form) -> Card:
        card = self.card(
            N_("The longer view"), N_("What comes of hiring you, in years. Those who decide often listen for this.")
        )
        card.add(
            form.field("contribution", "their_plans"),
            form.field("contribution", "what_you_add"),
            form.field("contribution", "what_your_asks_add"),
        )
        return card
