"""On the Offer page: the people, what is only assumed about them, and what one is afraid of."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.situation import Assumption, Fear, Person
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import half, halves, list_card, mark_private
from counteroffer.ui.reading import write_fraction
from counteroffer.ui.widgets import Card, Rule
from counteroffer.ui.words_for import joined


def people_card(page: Page, form: Form) -> Card:
    """Who is at the table, and how one wants to get on with them."""
    _ = page.ctx.translate

    def describe(person: Person) -> tuple[str, str]:
        return person.name, joined(
            person.role,
            _("Decides") if person.decides else "",
            _("At the table") if person.at_table else "",
            _("Can help") if person.can_help else "",
            _("On your side") if person.on_your_side else "",
        )

    card, _editor = list_card(
        page,
        ("situation", "people"),
        Sort(Person, N_("Add a person"), _person, icon="person"),
        describe,
        N_("Begin with the person who made the offer. Then add whoever decides, and one who is on your side."),
    )
    card.add(Rule(), form.field("relationship"))
    return card


def _person(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(halves(form.field("name"), form.field("role")))
    column.addWidget(form.field("contact"))
    column.addWidget(
        halves(
            form.field("at_table"),
            form.field("decides"),
            form.field("can_help"),
            form.field("on_your_side"),
            form.field("addressee"),
        )
    )
    column.addWidget(form.field("manner"))


def assumptions_card(page: Page) -> Card:
    """What is taken to be so about them."""
    _ = page.ctx.translate

    def describe(assumption: Assumption) -> tuple[str, str]:
        return assumption.statement, assumption.found or _("Not checked yet")

    card, _editor = list_card(
        page,
        ("situation", "assumptions"),
        Sort(Assumption, N_("Add an assumption"), _assumption, icon="help"),
        describe,
        N_("“They never move on pay” is an assumption until somebody says so. Write down the one you lean on most."),
        caption=N_("What you have not checked yet, and how you could find out."),
    )
    mark_private(card, page.ctx)
    return card


def _assumption(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(form.field("statement"))
    column.addWidget(form.field("how_to_check"))
    column.addWidget(form.field("found"))


def fears_card(page: Page) -> Card:
    """What one is afraid will happen, how likely it is, and what one would answer."""
    ctx = page.ctx
    _ = ctx.translate

    def describe(fear: Fear) -> tuple[str, str]:
        share = write_fraction(fear.likelihood, ctx.locale) if fear.likelihood is not None else ""
        return fear.statement, joined(
            _("{share} likely").format(share=ctx.privacy.figure(share)) if share else "",
            fear.answer or _("No answer yet"),
        )

    card, _editor = list_card(
        page,
        ("situation", "fears"),
        Sort(Fear, N_("Add a fear"), _fear, icon="moon"),
        describe,
        N_("Nearly everybody is afraid of something here. Write down what first comes to mind."),
    )
    mark_private(card, ctx)
    return card


def _fear(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(form.field("statement"))
    column.addWidget(half(form.field("likelihood")))
    column.addWidget(form.field("answer"))
