"""Letters in the person's own words: a proposal, a request for time, a summing-up, a polite no."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.agreement import Letter
from counteroffer.method.wording import Place
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import ItemsEditor, Sort
from counteroffer.ui.pages.copying import with_copy
from counteroffer.ui.pages.letter_doors import LetterDoors
from counteroffer.ui.pages.letter_draft import LetterDraft
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import list_card
from counteroffer.ui.pages.talk_plan import people_options
from counteroffer.ui.pages.wording_hints import watch_wording
from counteroffer.ui.reading import write_day
from counteroffer.ui.widgets import Card, FieldTexts, FlowRow, TextField
from counteroffer.ui.words_for import joined

_LEAST_LINES, _MOST_LINES = 10, 40


def letters_card(page: Page) -> tuple[Card, ItemsEditor]:
    """The card with the letters."""
    _ = page.ctx.translate

    def describe(letter: Letter) -> tuple[str, str]:
        names = dict(people_options(page.bridge.workbook))
        to = _("to {name}").format(name=names[letter.to]) if letter.to in names else ""
        if letter.sent_on is not None:
            state = _("sent on {day}").format(day=write_day(letter.sent_on, page.ctx.locale))
        else:
            state = _("not sent")
        return letter.subject or _(letter.kind.label), joined(_(letter.kind.label) if letter.subject else "", to, state)

    card, letters = list_card(
        page,
        ("agreement", "letters"),
        Sort(Letter, N_("Add a letter"), partial(_letter, page), icon="edit"),
        describe,
        N_("A short letter says it the same way to everybody who decides. Begin with one that asks for time."),
        N_("In your own words. Whatever you change elsewhere, a letter stays as you wrote it."),
    )
    letters.watched.append(("situation", "people"))
    return card, letters


def _letter(page: Page, form: Form, column: QVBoxLayout) -> None:
    column.addWidget(FlowRow(form.field("kind"), form.field("to", choose=people_options)))
    column.addWidget(LetterDraft(form))
    column.addWidget(with_copy(form.field("subject")))
    column.addWidget(with_copy(watch_wording(form.bind(_body(form), "body"), form, Place.LETTER)))
    column.addWidget(FlowRow(form.field("written_on"), form.field("sent_on")))
    column.addWidget(LetterDoors(form, page))


def _body(form: Form) -> TextField:
    """A sheet to write on: a letter wants more room than a note does."""
    field = Letter.model_fields["body"]
    texts = FieldTexts(field.title or "", field.description or "", str((field.examples or [""])[0]))
    return TextField(form.ctx, texts, None, least=_LEAST_LINES, most=_MOST_LINES)
