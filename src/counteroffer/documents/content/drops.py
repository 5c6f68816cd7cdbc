"""What leaves a full page first: one stated order for every document of one page.

Read from the bottom: space for notes goes first, the reasons for wanting the job and the limit go last. Within one
rank the last on the page goes first, so the first ask keeps its words the longest.
"""

from __future__ import annotations

from enum import IntEnum

FIRST = 5
"""The asks that get a page's attention. More are kept to trade, and their words leave before those of these."""

FEW = 3
"""So many entries of a list are its core; the others leave earlier."""


class Drop(IntEnum):
    """The higher, the sooner it leaves."""

    HEART = 1  # why I want this; what I do without it; where I would walk away
    FIRST_ASKS = 2  # the levels of the first asks
    LINES = 3  # the line to say for each of them
    FIRST_ENTRIES = 4  # the first entry of each list: why me, what binds them, questions
    REASONS = 5  # why, as it may be said
    MORE_ASKS = 6  # the levels of all other asks
    CORE = 7  # the best evidence for each of the first asks; the next entries of each list
    ANSWERS = 8  # what to say to a no, what would do instead, what may be given for what
    TALK = 9  # the plan of the talk, what they need, what it costs them
    # From here on it is detail, which leaves before the type is made smaller than comfortable.
    EVIDENCE = 10  # what else bears the asks out
    BOTH = 11  # what they gain, words for their boss, other ways, reasons that are not said
    MORE = 12  # further entries of the lists
    MORE_LINES = 13  # lines and reasons of the other asks
    REST = 14  # all else about the other asks; guesses about the other side
    PICTURES = 15  # the asks drawn on a scale: their figures stand in words as well
    NOTES = 16  # space to write on


DETAIL_FROM = int(Drop.EVIDENCE)


def of_ask(rank: int, drop: Drop) -> Drop:
    """The same rank for an ask's line, seen from where the ask stands: later asks lose their words sooner."""
    if rank < FIRST:
        return drop
    if drop is Drop.FIRST_ASKS:
        return Drop.MORE_ASKS
    return Drop.MORE_LINES if drop in (Drop.LINES, Drop.REASONS) else Drop.REST


def of_entry(index: int, drop: Drop = Drop.CORE) -> Drop:
    """The rank of an entry in a list: one of each is held on to, the next few are its core."""
    if drop is Drop.CORE and index == 0:
        return Drop.FIRST_ENTRIES
    return drop if index < FEW else max(drop, Drop.MORE)
