"""Conversations: the talk ahead, the answers said aloud beforehand, and the log of what was asked and answered."""

from __future__ import annotations

from collections.abc import Iterator

from counteroffer.domain.conversations import TalkPlan
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.pages.contents import with_contents
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.rehearsal import rehearsal_card
from counteroffer.ui.pages.talk_log import log_card
from counteroffer.ui.pages.talk_plan import AT, swaps_card, talk_card, words_card
from counteroffer.ui.widgets import Card


class ConversationsPage(Page):
    """From the plan over the rehearsal to the log, in the order in which one needs them."""

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__("conversations", bridge, ctx)

    def make(self) -> Iterator[None]:
        plan = self.form(TalkPlan, *AT)
        yield from with_contents(
            self,
            (N_("Plan"), lambda: talk_card(self, plan)),
            ("", lambda: words_card(self, plan)),
            ("", lambda: swaps_card(self, plan)),
            (N_("Rehearse"), self._rehearsal),
            (N_("Log"), self._log),
        )

    def _rehearsal(self) -> Card:
        card, self.cards = rehearsal_card(self)
        return card

    def _log(self) -> Card:
        card, self.talks = log_card(self)
        return card
