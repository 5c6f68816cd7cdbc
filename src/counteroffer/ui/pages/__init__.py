"""The pages of a workbook, one file per tab, each laid out by hand for its work."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.page_bridge import PageBridge
from counteroffer.ui.pages.page import Page

_PLACES = {
    "offer": ("offer", "OfferPage"),
    "research": ("research", "ResearchPage"),
    "priorities": ("priorities", "PrioritiesPage"),
    "justifications": ("justifications", "JustificationsPage"),
    "alternatives": ("alternatives", "AlternativesPage"),
    "packages": ("packages", "PackagesPage"),
    "conversations": ("conversations", "ConversationsPage"),
    "agreement": ("agreement", "AgreementPage"),
    "look_back": ("look_back", "LookBackPage"),
}


def make_page(tab: str, bridge: Bridge, ctx: UiContext) -> Page:
    """The page of a tab. Its module is loaded when it is first wanted, so that the window opens quickly.

    What changes while another page is in view it hears when it is shown again.
    """
    module, name = _PLACES[tab]
    build: Callable[[Bridge, UiContext], Page] = getattr(import_module(f"counteroffer.ui.pages.{module}"), name)
    own = PageBridge(bridge)
    page = build(own, ctx)
    own.follow(page)
    return page
