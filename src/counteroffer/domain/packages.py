"""The Packages tab: levels of all terms put together, and how worth is reckoned across them."""

from __future__ import annotations

from counteroffer.domain.base import Choice, Flag, Frozen, Id, Item, Items, Line, Text, Whole, ask
from counteroffer.domain.money import Fraction, Money
from counteroffer.domain.situation import Period


class Slot(Choice):
    """Which level of a term stands in a package."""

    OFFERED = "offered", "As offered"
    OPENING = "opening", "Opening"
    TARGET = "target", "Target"
    ACCEPTABLE = "acceptable", "Acceptable"
    WALK_AWAY = "walk_away", "Walk-away"
    OPTION = "option", "A level between"


class Pick(Item):
    """One term's level in a package."""

    term: Id = ask("Term", "", default=..., min_length=1)
    slot: Slot = ask("Level", "", default=Slot.OFFERED)
    option: Id | None = ask("Which level between", "", default=None)


class Package(Item):
    """Levels of all terms put together. A term that is not named stays as offered."""

    name: Line = ask("Call it", "", "More time, less pay")
    picks: Items[Pick] = ask("Levels", "", default=())
    put_on_table: Flag = ask("One of the equal offers to put on the table", "", default=False)
    note: Text = ask("Note to self", "", "If they pick this one, time is cheap for them.")


class Exclusion(Item):
    """Two levels that cannot stand in one package."""

    first: Pick = ask("This", "", default=...)
    second: Pick = ask("Not with this", "", default=...)
    why: Line = ask("Why", "", "Both would be paid from the same budget")


class Reckoning(Frozen):
    """How worth is reckoned, for every term and package alike."""

    horizon_years: Whole = ask("Years you look ahead", "One-off sums are spread over them.", "3", 3, ge=1, le=40)
    keep_rate: Fraction | None = ask(
        "What you keep of an extra unit of pay",
        "After tax and dues. You set it; this app gives no tax advice.",
        "58 %",
        None,
    )
    after_tax: Flag = ask("Show figures after tax", "", default=False)
    shown_per: Period = ask("Show figures for", "", default=Period.YEAR)
    hour_worth: Money | None = ask("What an hour of your own time is worth", "", "15", None)


class Packages(Frozen):
    """Whole packages, and what they are measured by."""

    reckoning: Reckoning = ask("How worth is reckoned", "", default=Reckoning)
    budget: Money | None = ask(
        "What they can spend beyond the offer in a year", "Your guess, or what they said.", "9,000", None
    )
    saved: Items[Package] = ask("Packages", "", default=())
    exclusions: Items[Exclusion] = ask("What does not go together", "", default=())
