"""What is still to come: what was promised for later, and what one has promised oneself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.agreement import Commitment
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import ItemsEditor, Sort
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import list_card
from counteroffer.ui.reading import write_day
from counteroffer.ui.widgets import Card, FlowRow
from counteroffer.ui.words_for import joined, term_options


def commitments_card(page: Page) -> tuple[Card, ItemsEditor]:
    """The card with the commitments, in the order in which the person has them."""
    _ = page.ctx.translate

    def describe(one: Commitment) -> tuple[str, str]:
        due = write_day(one.due, page.ctx.locale) if one.due is not None else ""
        overdue = one.due is not None and not one.done and one.due < page.ctx.today()
        state = _("Done") if one.done else _("Overdue") if overdue else ""
        return one.what, joined(due or _("No day yet"), _(one.kind.label), one.who, state)

    return list_card(
        page,
        ("agreement", "commitments"),
        Sort(Commitment, N_("Add a commitment"), _commitment, icon="calendar"),
        describe,
        N_("Is there a review after six months, or a rise after probation? Put its day here, and who sees to it."),
    )


def _commitment(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(form.field("what"))
    column.addWidget(FlowRow(form.field("kind"), form.field("due")))
    column.addWidget(FlowRow(form.field("who"), form.field("term", choose=term_options)))
    column.addWidget(form.field("done"))
    column.addWidget(form.field("note"))
