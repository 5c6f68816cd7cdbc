"""A draft for each kind of letter, made from what the other side may see and from nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from babel import Locale

from counteroffer.documents.content.format import Format, Translator
from counteroffer.documents.content.letters.closing import decline, follow_up, their_decline
from counteroffer.documents.content.letters.more_time import more_time
from counteroffer.documents.content.letters.parts import Draft
from counteroffer.documents.content.letters.proposal import proposal
from counteroffer.documents.content.view import ShareableView
from counteroffer.domain.agreement import LetterKind

_KINDS: dict[LetterKind, Callable[[ShareableView, Format, date], Draft]] = {
    LetterKind.PROPOSAL: proposal,
    LetterKind.MORE_TIME: more_time,
    LetterKind.FOLLOW_UP: follow_up,
    LetterKind.DECLINE: decline,
    LetterKind.THEIR_DECLINE: their_decline,
}


def draft(kind: LetterKind, view: ShareableView, tr: Translator, locale: Locale, today: date) -> Draft:
    """What a letter of this kind would say, for the person to make their own."""
    return _KINDS[kind](view, Format(locale, view.currency, tr), today)
