"""On the Offer page: what one does without an agreement, and where one would walk away."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.situation import Plan
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import add_fold, halves, list_card, mark_private, texts_at
from counteroffer.ui.widgets import Card, Rule
from counteroffer.ui.widgets.disclosure import Fold
from counteroffer.ui.words_for import joined, money_words


def plans_card(page: Page, form: Form) -> Card:
    """The plans, and which of them is the best."""
    ctx, bridge = page.ctx, page.bridge
    _ = ctx.translate

    def describe(plan: Plan) -> tuple[str, str]:
        situation = bridge.workbook.situation
        worth = money_words(plan.worth, situation.currency, ctx)
        return plan.name or _(plan.kind.label), joined(
            _("Your best alternative") if situation.best_plan == plan.id else "",
            _("Worth {sum} a year").format(sum=worth) if worth else _("No worth yet"),
        )

    def plans(workbook: Workbook) -> list[tuple[str, str]]:
        return [(plan.id, plan.name or _(plan.kind.label)) for plan in workbook.situation.plans]

    card, editor = list_card(
        page,
        ("situation", "plans"),
        Sort(Plan, N_("Add a plan"), _plan, icon="alternatives"),
        describe,
        N_("The plainest plan is a good first one: stay where you are. What would you do next? What is it worth?"),
        caption=N_("A plan has steps and dates. The better yours is, the calmer you are when you ask."),
    )
    editor.watched.append(("situation", "best_plan"))
    mark_private(card, ctx)
    card.add(Rule(), form.field("best_plan", choose=plans))
    return card


def _plan(form: Form, column: QVBoxLayout) -> None:
    _ = form.ctx.translate
    column.addWidget(halves(form.field("kind"), form.field("name")))
    column.addWidget(form.field("steps"))
    column.addWidget(form.field("worth", currency=form.currency))
    column.addWidget(form.field("months", unit=_("months"), probability=False))
    column.addWidget(form.field("risk"))
    column.addWidget(form.field("if_it_fails"))
    column.addWidget(form.field("improve"))


def limit_card(page: Page, form: Form) -> tuple[Card, Fold]:
    """The limit, which is shown only when it is asked for: the eye belongs on the target."""
    _ = page.ctx.translate
    title, _prompt = texts_at(("situation", "walk_away"))
    card = page.card(title, N_("Set it in a quiet hour and put it away again. While you talk, look at your target."))
    mark_private(card, page.ctx)
    limit = Fold(
        page.ctx,
        _("Show my limit"),
        kind="",
        open_words=_("Hide my limit"),
        icons=("eye", "eye-off"),
    )
    add_fold(
        card,
        limit,
        halves(
            form.field("walk_away", "amount", unit=_("a year")),
            form.field("walk_away", "revisited_on"),
        ),
        form.field("walk_away", "reason"),
        form.field("walk_away", "whatever_the_numbers"),
    )
    return card, limit
