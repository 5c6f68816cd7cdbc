"""Conversations: the talk ahead, the answers said aloud beforehand, and the log of what was asked and answered."""

from __future__ import annotations

from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.pages.contents import Contents
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.rehearsal import rehearsal_card
from counteroffer.ui.pages.talk_log import log_card
from counteroffer.ui.pages.talk_plan import plan_cards


class ConversationsPage(Page):
    """From the plan over the rehearsal to the log, in the order in which one needs them."""

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__("conversations", bridge, ctx)
        plan = plan_cards(self)
        rehearsal, self.cards = rehearsal_card(self)
        log, self.talks = log_card(self)
        Contents(self, [(N_("Plan"), plan), (N_("Rehearse"), rehearsal), (N_("Log"), log)])
