"""The request for time (M46): nothing is accepted in the same breath, and the wish names a day."""

from __future__ import annotations

from datetime import date, timedelta

from counteroffer.documents.content.format import Format
from counteroffer.documents.content.letters.parts import Draft, Passage, letter, sentences, thanks
from counteroffer.documents.content.view import ShareableView

MORE_DAYS = 7
"""A week more is what few refuse."""
_SATURDAY = 5


def more_time(view: ShareableView, fmt: Format, today: date) -> Draft:
    """Thanks, the day by which I answer, and the question whether that suits them."""
    tr = fmt.tr
    day = fmt.day(day_asked_for(view.reply_due, today))
    due = tr("You asked for my answer by {day}.").format(day=fmt.day(view.reply_due)) if view.reply_due else ""
    wish = tr("I would like to go through it calmly, and to give you an answer that holds.")
    request = tr("May I have until {day}? You will have my answer on that day at the latest.").format(day=day)
    drawn = sentences(view.why_role) or sentences(view.why_employer)
    return letter(
        tr("Your offer: may I answer by {day}?").format(day=day),
        fmt,
        view,
        Passage(" ".join(part for part in (thanks(view, fmt), drawn) if part)),
        Passage(" ".join(part for part in (wish, due, request) if part)),
        Passage(tr("If that is difficult on your side, please tell me which day would still work for you.")),
    )


def day_asked_for(reply_due: date | None, today: date) -> date:
    """A week after the day they named, or after today if that has passed; never on a weekend."""
    start = max(reply_due, today) if reply_due else today
    try:
        day = start + timedelta(days=MORE_DAYS)
        # Saturday becomes Monday, and so does Sunday.
        return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day
    except OverflowError:
        return start
