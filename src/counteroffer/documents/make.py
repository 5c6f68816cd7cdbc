"""The doors to paper. Importing this costs nothing: the libraries behind it are loaded with the first document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counteroffer.documents.pdf.result import Page, Rendered

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from counteroffer.domain.workbook import Workbook

PAGES: tuple[Page, ...] = ("A4", "Letter")


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


def warm_up() -> None:
    """Load what the first document will need; for an idle moment, on any thread."""
    from counteroffer.documents.content import agreement, brief, shared_brief  # noqa: F401
    from counteroffer.documents.pdf import render

    render.warm_up()
