"""Which papers there are, what each is called, and whether it is for the person's own eyes only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from counteroffer.documents.make import (
    PAGES,
    agreement_pdf,
    brief_pdf,
    letter_pdf,
    side_by_side_pdf,
    whole_workbook_pdf,
)
from counteroffer.domain.agreement import Letter
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import N_, UiContext

if TYPE_CHECKING:
    from collections.abc import Callable

    from counteroffer.documents.pdf.result import Page, Rendered

LETTER = "letter:"
"""What stands before a letter's id where the letter is chosen as a paper."""
_OWN = N_("Only for you. It holds your limits, so keep it to yourself.")
_SHARED = N_("Made to be handed over: it holds nothing that is only for you.")
_LETTER = N_("For them to read, word for word as you wrote it.")


@dataclass(frozen=True)
class Paper:
    """One that can be chosen, in words that are translated already; `file` is how its file may be called."""

    id: str
    title: str
    file: str
    about: str
    private: bool = True


def paper_of(letter_id: str) -> str:
    """The id of a letter as a paper."""
    return f"{LETTER}{letter_id}"


def papers(workbook: Workbook, ctx: UiContext) -> list[Paper]:
    """All papers, and after them the letters that have words."""
    _ = ctx.translate
    own, shared = _(_OWN), _(_SHARED)
    return [
        Paper("brief", _("Brief, for your eyes only"), "brief", own),
        Paper("shareable", _("Brief to share"), "brief-to-share", shared, private=False),
        Paper("agreement", _("Agreement summary"), "agreement", shared, private=False),
        Paper("side_by_side", _("Side by side: offer, alternative, target, agreed"), "side-by-side", own),
        Paper("workbook", _("The whole workbook, for the shelf"), "workbook", own),
        *(_letter(letter, ctx) for letter in workbook.agreement.letters if letter.body.strip()),
    ]


def file_of(letter: Letter) -> str:
    """How a letter's file may be called. It tells nothing that the letter's kind does not."""
    return str(letter.kind).replace("_", "-")


def _letter(letter: Letter, ctx: UiContext) -> Paper:
    _ = ctx.translate
    title = _("Letter: {subject}").format(subject=letter.subject.strip() or _(letter.kind.label))
    return Paper(paper_of(letter.id), title, file_of(letter), _(_LETTER), private=False)


def page_of(size: str) -> Page:
    """A paper size by its name; A4 for any that is not known."""
    return next((page for page in PAGES if page == size), "A4")


def make(paper_id: str, workbook: Workbook, today: date, page: Page, translate: Callable[[str], str]) -> Rendered:
    """Set a paper. It reads nothing but what it is given, so it can be done on any thread."""
    if paper_id.startswith(LETTER):
        return letter_pdf(workbook, paper_id.removeprefix(LETTER), today, page=page, translate=translate)
    match paper_id:
        case "agreement":
            return agreement_pdf(workbook, today, page=page, translate=translate)
        case "side_by_side":
            return side_by_side_pdf(workbook, today, page=page, translate=translate)
        case "workbook":
            return whole_workbook_pdf(workbook, today, page=page, translate=translate)
        case _:
            shareable = paper_id == "shareable"
            return brief_pdf(workbook, today, shareable=shareable, page=page, translate=translate)
