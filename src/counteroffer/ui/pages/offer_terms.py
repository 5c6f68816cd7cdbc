"""On the Offer page: the terms as offered, what the offer hangs on, and what one may want taken out."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.situation import Condition, Restriction
from counteroffer.domain.terms import Term
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort
from counteroffer.ui.pages.catalogue_picker import FROM_CATALOGUE, PICKER
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import halves, list_card, thirds
from counteroffer.ui.pages.unit_field import unit_field
from counteroffer.ui.reading import write_day
from counteroffer.ui.widgets import Button, Card
from counteroffer.ui.words_for import joined, level_words


def terms_card(page: Page) -> Card:
    """Every term they named, with what one has today beside it. Its rank and levels are set on Priorities."""
    ctx, bridge = page.ctx, page.bridge
    _ = ctx.translate

    def describe(term: Term) -> tuple[str, str]:
        currency = bridge.workbook.situation.currency
        offered = level_words(term.offered.value, term.unit, currency, ctx)
        today = level_words(term.today, term.unit, currency, ctx)
        return term.name, joined(
            _("Offered: {level}").format(level=offered) if offered else _("Nothing offered yet"),
            _("Today: {level}").format(level=today) if today else "",
        )

    card = page.card(
        N_("The terms as offered"),
        N_("One by one, as they named them, with what you have today beside each."),
    )
    editor = page.items(
        ("terms",),
        N_("The terms as offered"),
        [Sort(Term, N_("Add a term"), _term, icon="offer")],
        describe,
        N_("Base pay comes first, then whatever else they named: days off, hours, a bonus. One figure is a start."),
    )
    card.add(editor)
    card.add_action(Button(ctx, _(FROM_CATALOGUE), "quiet", "find", lambda: page.elsewhere.emit(PICKER)))
    # The pages about terms all show the same one.
    editor.chosen.connect(bridge.choose_term)
    bridge.term_chosen.connect(editor.choose)
    if bridge.term:
        editor.choose(bridge.term)
    return card


def _term(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(thirds(form.field("name"), unit_field(form), form.field("direction")))
    column.addWidget(
        thirds(
            form.level("offered", "value", unit=lambda _workbook, term: term.unit),
            form.level("today", unit=lambda _workbook, term: term.unit),
            form.level("by_law", unit=lambda _workbook, term: term.unit),
        )
    )
    column.addWidget(halves(form.field("offered", "said_by"), form.field("offered", "said_on")))
    column.addWidget(form.field("offered", "wording"))
    column.addWidget(form.field("offered", "in_writing"))


def conditions_card(page: Page) -> Card:
    """What must happen before the offer holds."""
    ctx = page.ctx
    _ = ctx.translate

    def describe(condition: Condition) -> tuple[str, str]:
        due = _("Due by {day}").format(day=write_day(condition.due, ctx.locale)) if condition.due else ""
        return condition.statement or _(condition.kind.label), joined(_("Met") if condition.met else _("Open"), due)

    card, _editor = list_card(
        page,
        ("situation", "conditions"),
        Sort(Condition, N_("Add a condition"), _condition, icon="clock"),
        describe,
        N_("References, a health check, a permit: what they still wait for stands here. There may be nothing."),
    )
    return card


def _condition(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(halves(form.field("kind"), form.field("due")))
    column.addWidget(form.field("statement"))
    column.addWidget(form.field("met"))


def restrictions_card(page: Page) -> Card:
    """What a contract may forbid or take back."""
    _ = page.ctx.translate

    def describe(restriction: Restriction) -> tuple[str, str]:
        wish = _(restriction.wish.label) if restriction.wish is not None else _("Not decided yet")
        return restriction.statement or _(restriction.kind.label), wish

    card, _editor = list_card(
        page,
        ("situation", "restrictions"),
        Sort(Restriction, N_("Add a restriction"), _restriction, icon="lock"),
        describe,
        N_("Look for what the contract forbids later, or wants paid back. Copy the first such sentence here."),
        caption=N_("A clause taken out is worth something too, and often costs them nothing."),
    )
    return card


def _restriction(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(halves(form.field("kind"), form.field("wish")))
    column.addWidget(form.field("statement"))
    column.addWidget(form.field("wording"))
