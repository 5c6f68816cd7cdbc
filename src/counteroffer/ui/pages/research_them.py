"""On the Research page: what binds them, what they need, and what they do without you."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.research import Constraint, Interest, TheirOption
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import half, halves, list_card, mark_private
from counteroffer.ui.widgets import Card, Rule
from counteroffer.ui.words_for import joined, money_words, term_options


def constraints_card(page: Page) -> Card:
    """What they cannot easily do, and a way to work within it."""
    _ = page.ctx.translate

    def describe(constraint: Constraint) -> tuple[str, str]:
        kind = _(constraint.kind.label)
        way = "" if constraint.way_within else _("No way within it yet")
        return constraint.statement or kind, joined(kind if constraint.statement else "", constraint.source, way)

    card, _editor = list_card(
        page,
        ("research", "constraints"),
        Sort(Constraint, N_("Add a constraint"), _constraint, icon="lock"),
        describe,
        N_("What have they said they cannot do, and why? A no often comes from a rule, and rules leave room."),
    )
    return card


def _constraint(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(halves(form.field("kind"), form.field("source")))
    column.addWidget(form.field("statement"))
    column.addWidget(form.field("terms", choose=term_options))
    column.addWidget(form.field("way_within"))


def interests_card(page: Page) -> Card:
    """What they need from this hire."""
    _ = page.ctx.translate

    def describe(interest: Interest) -> tuple[str, str]:
        return interest.statement, joined(_("A guess") if interest.guess else _("They said so"), interest.source)

    card, _editor = list_card(
        page,
        ("research", "interests"),
        Sort(Interest, N_("Add a need"), _interest, icon="guide"),
        describe,
        N_("Why is there a post at all? Start with the problem that would be solved if you came. A guess will do."),
        caption=N_("What serves their need is easier to grant. Guesses are fine as long as they are marked."),
    )
    return card


def _interest(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(form.field("statement"))
    column.addWidget(form.field("guess"))
    column.addWidget(form.field("question"))
    column.addWidget(form.field("source"))


def their_side_card(page: Page, form: Form) -> Card:
    """What they do if one says no, and so how far they might go."""
    ctx, bridge = page.ctx, page.bridge
    _ = ctx.translate

    def describe(option: TheirOption) -> tuple[str, str]:
        cost = money_words(option.cost, bridge.workbook.situation.currency, ctx)
        kind = _(option.kind.label)
        return kind, joined(_("Costs them {sum}").format(sum=cost) if cost else "", option.statement)

    card, _editor = list_card(
        page,
        ("research", "their_side", "options"),
        Sort(TheirOption, N_("Add what they could do"), _option, icon="alternatives"),
        describe,
        N_("Put yourself on their side: you have just said no. What do they do on Monday?"),
        caption=N_("They have a gap to fill. What that gap costs them is part of the room you both have."),
    )
    mark_private(card, ctx)
    card.add(
        Rule(),
        form.field("their_side", "limit", currency=form.currency, probability=False),
        form.field("their_side", "limit_reason"),
    )
    return card


def _option(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(half(form.field("kind")))
    column.addWidget(form.field("statement"))
    column.addWidget(form.field("cost", currency=form.currency))
