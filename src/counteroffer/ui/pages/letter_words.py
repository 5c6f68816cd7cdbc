"""What a letter would say, and whether what it was written on still holds: what the pages ask of the documents.

The documents are loaded when they are first asked, not with the pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from counteroffer.domain.agreement import Letter
from counteroffer.domain.base import LINE_LENGTH
from counteroffer.domain.edits import Path
from counteroffer.domain.workbook import Workbook
from counteroffer.translations import translator
from counteroffer.ui.context import UiContext

if TYPE_CHECKING:
    from counteroffer.documents.content.letters.parts import Draft

AT: Path = ("agreement", "letters")
RESTS_ON: tuple[Path, ...] = (
    ("situation",),
    ("research",),
    ("terms",),
    ("packages",),
    ("conversations",),
    ("agreement",),
)
"""Everything that a draft may speak of."""


def has_words(letter: Letter) -> bool:
    """Whether the person has written anything, or taken a draft over."""
    return bool(letter.body.strip())


def draft_of(letter: Letter, workbook: Workbook, ctx: UiContext) -> Draft:
    """What a letter of this kind, to this person, would say today. It holds nothing that is private."""
    from counteroffer.documents.content.format import locale_of
    from counteroffer.documents.content.letters.drafts import draft
    from counteroffer.documents.content.shareable import shareable_view

    view = shareable_view(workbook, letter.to)
    return draft(letter.kind, view, translator(view.language), locale_of(view.language), ctx.today())


def filled_in(letter: Letter, workbook: Workbook, ctx: UiContext) -> dict[str, str]:
    """The fields of the letter with its draft in them. A subject that was written stays."""
    drafted = draft_of(letter, workbook, ctx)
    return {
        # A role may be as long as a whole line, and the subject says more than the role.
        "subject": letter.subject if letter.subject.strip() else drafted.subject[:LINE_LENGTH],
        "body": drafted.body,
        "facts": fingerprint(letter, workbook),
    }


def fingerprint(letter: Letter, workbook: Workbook) -> str:
    """The fingerprint of what such a letter rests on, as that now stands."""
    from counteroffer.documents.content.letters.facts import facts_fingerprint
    from counteroffer.documents.content.shareable import shareable_view

    return facts_fingerprint(letter.kind, shareable_view(workbook, letter.to))


def is_outdated(letter: Letter, workbook: Workbook) -> bool:
    """Whether what the letter rests on has changed since it was written."""
    from counteroffer.documents.content.letters.facts import is_stale
    from counteroffer.documents.content.shareable import shareable_view

    return is_stale(letter, shareable_view(workbook, letter.to))
