"""The doors to paper. Importing this costs nothing: the libraries behind it are loaded with the first document."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from counteroffer.documents.pdf.result import Page, Rendered

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from counteroffer.documents.content.blocks import Document
    from counteroffer.documents.content.letters.paper import Words
    from counteroffer.documents.content.view import ShareableView
    from counteroffer.domain.agreement import Letter, LetterKind
    from counteroffer.domain.workbook import Workbook

PAGES: tuple[Page, ...] = ("A4", "Letter")


class OwnPaper(Enum):
    """The papers that are for the person alone; only these can have the workbook inside."""

    BRIEF = "brief"
    AGREEMENT = "agreement"
    SIDE_BY_SIDE = "side_by_side"
    WORKBOOK = "workbook"


def brief_pdf(
    workbook: Workbook,
    today: date,
    *,
    shareable: bool = False,
    page: Page = "A4",
    translate: Callable[[str], str] = str,
) -> Rendered:
    """The brief on one page: private, unless the one that may be handed over is asked for."""
    from counteroffer.documents.content.brief import brief
    from counteroffer.documents.content.format import locale_of
    from counteroffer.documents.content.shareable import shareable_view
    from counteroffer.documents.content.shared_brief import shareable_brief
    from counteroffer.documents.pdf.render import render

    if not shareable:
        return render(brief(workbook, today, translate), page)
    view = shareable_view(workbook)
    return render(shareable_brief(view, translate, locale_of(view.language), today), page)


def agreement_pdf(
    workbook: Workbook, today: date, *, page: Page = "A4", translate: Callable[[str], str] = str
) -> Rendered:
    """The summary of what was agreed, which both sides may see and sign."""
    from counteroffer.documents.content.agreement import agreement_summary
    from counteroffer.documents.content.format import locale_of
    from counteroffer.documents.content.shareable import shareable_view
    from counteroffer.documents.pdf.render import render

    view = shareable_view(workbook)
    return render(agreement_summary(view, translate, locale_of(view.language), today), page)


def whole_workbook_pdf(
    workbook: Workbook,
    today: date,
    *,
    page: Page = "A4",
    translate: Callable[[str], str] = str,
) -> Rendered:
    """Everything in the workbook, tab by tab, for the shelf. It is private."""
    from counteroffer.documents.content.whole import whole_workbook
    from counteroffer.documents.pdf.render import render

    return render(whole_workbook(workbook, today, translate), page)


def own_copy_pdf(
    paper: OwnPaper,
    workbook: Workbook,
    today: date,
    portable: bytes,
    *,
    page: Page = "A4",
    translate: Callable[[str], str] = str,
) -> Rendered:
    """A paper for the person alone with the workbook's portable file inside, so that the app can open it again.

    No other door puts a file into a paper. The agreement says in this form that it is not the one to hand over.
    """
    from counteroffer.documents.pdf.render import render_own_copy

    return render_own_copy(_own(paper, workbook, today, translate), portable, page)


def _own(paper: OwnPaper, workbook: Workbook, today: date, translate: Callable[[str], str]) -> Document:
    from counteroffer.documents.content.agreement import agreement_summary, own_copy
    from counteroffer.documents.content.brief import brief
    from counteroffer.documents.content.compare import side_by_side
    from counteroffer.documents.content.format import locale_of
    from counteroffer.documents.content.shareable import shareable_view
    from counteroffer.documents.content.whole import whole_workbook

    match paper:
        case OwnPaper.BRIEF:
            return brief(workbook, today, translate)
        case OwnPaper.AGREEMENT:
            view = shareable_view(workbook)
            return own_copy(agreement_summary(view, translate, locale_of(view.language), today), translate)
        case OwnPaper.SIDE_BY_SIDE:
            return side_by_side(workbook, today, translate)
        case OwnPaper.WORKBOOK:
            return whole_workbook(workbook, today, translate)


def side_by_side_pdf(
    workbook: Workbook, today: date, *, page: Page = "A4", translate: Callable[[str], str] = str
) -> Rendered:
    """First offer, best alternative, target and agreed terms side by side. It is private."""
    from counteroffer.documents.content.compare import side_by_side
    from counteroffer.documents.pdf.render import render

    return render(side_by_side(workbook, today, translate), page)


def recovery_pdf(
    code: str, folder: str, today: date, language: str, *, page: Page = "A4", translate: Callable[[str], str] = str
) -> Rendered:
    """The sheet with the archive's recovery code, to be printed. `folder` says which archive it opens."""
    from counteroffer.documents.content.recovery import recovery_sheet
    from counteroffer.documents.pdf.render import render

    return render(recovery_sheet(code, folder, today, language, translate), page)


def letter_pdf(
    workbook: Workbook,
    which: str | LetterKind,
    today: date,
    *,
    page: Page = "A4",
    translate: Callable[[str], str] = str,
    drafted: bool = False,
) -> Rendered:
    """A letter on paper: the one with this id, or the last one of this kind, in the person's own words.

    Where they have written none, and where `drafted` is set, it is the draft.
    """
    from counteroffer.documents.content.format import locale_of
    from counteroffer.documents.content.letters.paper import letter_document
    from counteroffer.documents.pdf.render import render

    letter, view = _letter(workbook, which, drafted)
    return render(letter_document(letter, view, translate, locale_of(view.language), today), page)


def letter_text(
    workbook: Workbook,
    which: str | LetterKind,
    today: date,
    *,
    translate: Callable[[str], str] = str,
    drafted: bool = False,
) -> str:
    """The letter as plain text: its subject, an empty line, its paragraphs, each on one line. See `letter_pdf`."""
    from counteroffer.documents.text import as_text

    words, _view = _letter_words(workbook, which, today, translate, drafted)
    return as_text(words.subject, words.body)


def letter_eml(
    workbook: Workbook,
    which: str | LetterKind,
    today: date,
    *,
    translate: Callable[[str], str] = str,
    drafted: bool = False,
) -> bytes:
    """The letter as a draft that mail programs open for editing. See `letter_pdf`."""
    from counteroffer.documents.eml import as_eml

    words, view = _letter_words(workbook, which, today, translate, drafted)
    to = view.addressee
    return as_eml(words.subject, words.body, to.name if to else "", to.address if to else "")


def _letter_words(
    workbook: Workbook, which: str | LetterKind, today: date, translate: Callable[[str], str], drafted: bool
) -> tuple[Words, ShareableView]:
    from counteroffer.documents.content.format import locale_of
    from counteroffer.documents.content.letters.paper import letter_words

    letter, view = _letter(workbook, which, drafted)
    return letter_words(letter, view, translate, locale_of(view.language), today), view


def _letter(workbook: Workbook, which: str | LetterKind, drafted: bool) -> tuple[Letter, ShareableView]:
    """The letter that is meant, and what may be said in it to whom it is for."""
    from counteroffer.documents.content.shareable import shareable_view
    from counteroffer.domain.agreement import Letter, LetterKind
    from counteroffer.domain.errors import BadInput

    letters = workbook.agreement.letters
    if isinstance(which, LetterKind):
        found = [letter for letter in letters if letter.kind is which] or [Letter(kind=which)]
    else:
        found = [letter for letter in letters if letter.id == which]
        if not found:
            raise BadInput("There is no letter with this id in the workbook.")
    letter = found[-1]
    if drafted:
        letter = Letter(id=letter.id, kind=letter.kind, to=letter.to)
    return letter, shareable_view(workbook, letter.to)


def warm_up() -> None:
    """Load what the first document will need; for an idle moment, on any thread."""
    from counteroffer.documents.content import agreement, brief, shared_brief  # noqa: F401
    from counteroffer.documents.pdf import render

    render.warm_up()
