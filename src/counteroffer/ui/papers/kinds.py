"""Which papers there are, what each is called, and whether it is for the person's own eyes only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from counteroffer.documents.make import (
    PAGES,
    OwnPaper,
    agreement_pdf,
    brief_pdf,
    letter_pdf,
    own_copy_pdf,
    side_by_side_pdf,
    whole_workbook_pdf,
)
from counteroffer.domain.agreement import Letter
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.papers.saving import telling_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from counteroffer.documents.pdf.result import Page, Rendered

LETTER = "letter:"
"""What stands before a letter's id where the letter is chosen as a paper."""
_OWN = N_("Only for you. It holds your limits, so keep it to yourself.")
_SHARED = N_("Made to be handed over: it holds nothing that is only for you.")
_OWN_COPY = N_(
    "Your own copy, with your whole workbook inside. Never hand this one over; the one without it is for them."
)
_LETTER = N_("For them to read, word for word as you wrote it.")


@dataclass(frozen=True)
class Paper:
    """One that can be chosen, in words that are translated already; `file` is how its file may be called."""

    id: str
    title: str
    file: str
    about: str
    private: bool = True
    own: OwnPaper | None = None
    """How it is called where it has the workbook inside; None for what can never have it."""
    own_file: str = ""
    """How its file may be called then, so that the two are not taken for each other."""
    own_about: str = ""
    """What is said instead about a paper to hand over once it has the workbook inside."""

    def says(self, with_workbook: bool) -> str:
        """What it is, and for whose eyes."""
        return self.own_about if with_workbook and self.own_about else self.about

    def file_name(self, with_workbook: bool) -> str:
        """How its file may be called."""
        return self.own_file if with_workbook else self.file


def paper_of(letter_id: str) -> str:
    """The id of a letter as a paper."""
    return f"{LETTER}{letter_id}"


def papers(workbook: Workbook, ctx: UiContext) -> list[Paper]:
    """All papers, and after them the letters that have words."""
    _ = ctx.translate
    own, shared = _(_OWN), _(_SHARED)

    def file(paper: str, *more: str) -> str:
        return telling_name(paper, *more, workbook.situation.employer)

    mine = _("own copy")
    return [
        Paper(
            "brief",
            _("Brief, for your eyes only"),
            file(_("Brief")),
            own,
            own=OwnPaper.BRIEF,
            own_file=file(_("Brief"), mine),
        ),
        Paper("shareable", _("Brief to share"), file(_("Brief to share")), shared, private=False),
        Paper(
            "agreement",
            _("Agreement summary"),
            file(_("Agreement summary")),
            shared,
            private=False,
            own=OwnPaper.AGREEMENT,
            own_file=file(_("Agreement summary"), mine),
            own_about=_(_OWN_COPY),
        ),
        Paper(
            "side_by_side",
            _("Side by side: offer, alternative, target, agreed"),
            file(_("Side by side")),
            own,
            own=OwnPaper.SIDE_BY_SIDE,
            own_file=file(_("Side by side"), mine),
        ),
        Paper(
            "workbook",
            _("The whole workbook, for the shelf"),
            file(_("Workbook")),
            own,
            own=OwnPaper.WORKBOOK,
            own_file=file(_("Workbook"), mine),
        ),
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


def make_own_copy(
    paper: OwnPaper,
    workbook: Workbook,
    today: date,
    page: Page,
    translate: Callable[[str], str],
    portable: Callable[[Workbook], bytes],
) -> Rendered:
    """Set a paper with the workbook inside; `portable` writes its file. See `make`."""
    return own_copy_pdf(paper, workbook, today, portable(workbook), page=page, translate=translate)


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
