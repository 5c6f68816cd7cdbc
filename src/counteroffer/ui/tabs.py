"""The places of a workbook in the order of the work, and which of them shows what."""

from __future__ import annotations

from dataclasses import dataclass

from counteroffer.domain.edits import Path
from counteroffer.ui.context import N_


@dataclass(frozen=True)
class Tab:
    """One page of a workbook. `purpose` says in a sentence what is done there, `why` what it is good for."""

    id: str
    title: str
    purpose: str
    why: str


TABS = (
    Tab(
        "offer",
        N_("Offer"),
        N_("Set down what they offer, who they are, and what you do if nothing comes of it."),
        N_("What stands on paper no longer goes round in your head, and you see what is still missing."),
    ),
    Tab(
        "research",
        N_("Research"),
        N_("Find out what is normal, what this employer can do, and what you bring."),
        N_("A figure with a source is hard to wave away. A figure without one is only a wish."),
    ),
    Tab(
        "priorities",
        N_("Priorities"),
        N_("Choose what you ask for, set your levels, and put the asks in order."),
        N_("You cannot get everything. Knowing what matters most tells you what to trade."),
    ),
    Tab(
        "justifications",
        N_("Justifications"),
        N_("For each ask: why it is fair, what bears it out, and the line you will say."),
        N_("One good reason is enough. It is easier to find it here than at the table."),
    ),
    Tab(
        "alternatives",
        N_("Alternatives"),
        N_("For each ask: another way to meet the same need."),
        N_("When they say no to the form, you can still agree on the need."),
    ),
    Tab(
        "packages",
        N_("Packages"),
        N_("Put whole offers together instead of single terms."),
        N_("What is cheap for them may be dear to you. Packages make that visible."),
    ),
    Tab(
        "conversations",
        N_("Conversations"),
        N_("Plan the talk, say it aloud, and write down what was asked and answered."),
        N_("What was said is soon forgotten. Their very words are worth keeping."),
    ),
    Tab(
        "agreement",
        N_("Agreement"),
        N_("Set down what was agreed, hold the contract against it, and note what is still to come."),
        N_("If it is not written down, it is not agreed yet."),
    ),
)
"""The eight tabs of the work."""

LOOK_BACK = Tab(
    "look_back",
    N_("Look back"),
    N_("What worked, what did not, and what you would tell yourself next time."),
    N_("The next negotiation begins with what you learned in this one."),
)

PAGES = (*TABS, LOOK_BACK)

QUICK_START = "quick_start"
"""Where the ten questions are asked: a place in the workbook like its pages, but none of them."""

_AREAS = {
    "situation": "offer",
    "research": "research",
    "packages": "packages",
    "conversations": "conversations",
    "agreement": "agreement",
    "retrospective": "look_back",
    "note": "look_back",
    "tags": "look_back",
}
_TERM_PARTS = {
    "offered": "offer",
    "today": "offer",
    "by_law": "offer",
    "justification": "justifications",
    "alternatives": "alternatives",
    "agreed": "agreement",
}


def tab_of(path: Path) -> str | None:
    """The id of the page where the field at the path is filled in; None for what has no page (the title)."""
    if not path:
        return None
    if path[0] == "terms":
        return _TERM_PARTS.get(path[2], "priorities") if len(path) > 2 else "priorities"
    if path[:2] == ("packages", "reckoning"):
        return "priorities"
    return _AREAS.get(path[0])
