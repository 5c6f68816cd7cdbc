"""Look back: what worked, what did not, what to do next time."""

from __future__ import annotations

from counteroffer.domain.base import Frozen, Item, Items, Key, Line, Text, ask


class Lesson(Item):
    """Something worth knowing next time."""

    lesson: Line = ask("What you would tell yourself", "", "Ask for the budget before naming a figure.")
    benefit: Key = ask("Which benefit it is about", "Empty for talks in general.", "remote_work")


class Retrospective(Frozen):
    """The look back, once it is closed."""

    worked: Text = ask("What worked", "", "Writing down the first sentence.")
    did_not: Text = ask("What did not", "", "I answered on the phone at once.")
    next_time: Text = ask("What to do next time", "", "Ask for a day before every answer.")
    lessons: Items[Lesson] = ask("Lessons", "They turn up again in your next workbook.", default=())
