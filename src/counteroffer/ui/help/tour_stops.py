"""Where the tour of the sample halts: a few stops, each a sentence or two and a field."""

from __future__ import annotations

from dataclasses import dataclass

from counteroffer.domain.base import Item
from counteroffer.domain.edits import Path, find
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import N_


@dataclass(frozen=True)
class Stop:
    """`where` is the path of a field, with `*` for the first entry of a list; the words are message ids."""

    title: str
    words: str
    where: str


STOPS = (
    Stop(
        N_("A whole negotiation, made up from end to end"),
        N_(
            "On Offer stands what was offered, by whom, and what you would do without it. Your own words of what "
            "draws you there come early, because you say them first."
        ),
        "situation/why_role",
    ),
    Stop(
        N_("Research: figures with a source"),
        N_(
            "What is normal, what this employer can do, and what you bring. The app brings no market figures; each "
            "one here has its source and its day."
        ),
        "research/findings/*/statement",
    ),
    Stop(
        N_("Priorities: what you ask for, and how much"),
        N_(
            "Each ask has its levels: where you begin, what you are after, and what would still do. Further down you "
            "see what each is worth in a year."
        ),
        "terms/*/target/value",
    ),
    Stop(
        N_("Justifications: one reason, one line"),
        N_(
            "Why the ask is fair, what bears it out, and the sentence you will say. A reason stays private until you "
            "mark that it may be said."
        ),
        "terms/*/justification/line",
    ),
    Stop(
        N_("Alternatives: another way to the same thing"),
        N_("If they cannot grant one form, you have a second one ready, and need not give in."),
        "terms/*/alternatives",
    ),
    Stop(
        N_("Packages: whole offers side by side"),
        N_(
            "One level for each term, and what the whole comes to in a year. With one or two asks you can leave this "
            "page alone."
        ),
        "packages/saved",
    ),
    Stop(
        N_("Conversations: planned, rehearsed, written down"),
        N_(
            "Your first words, the order of your asks, cards to say aloud, and after each talk what was asked and "
            "answered."
        ),
        "conversations/plan/opening_words",
    ),
    Stop(
        N_("Agreement: until it is in writing"),
        N_(
            "Every agreed term beside the first offer, the contract held against it, and what is still to come. The "
            "printer sign at the top shows the brief: the whole of it on one page."
        ),
        "agreement/outcome",
    ),
)


def place_of(stop: Stop, workbook: Workbook) -> Path:
    """The path of the field where a stop halts in this workbook; as far as it leads, where a list is empty."""
    path: list[str] = []
    for part in stop.where.split("/"):
        if part != "*":
            path.append(part)
            continue
        held = find(workbook, tuple(path))
        first = held[0] if isinstance(held, tuple) and held else None
        if not isinstance(first, Item):
            break
        path.append(first.id)
    return tuple(path)
