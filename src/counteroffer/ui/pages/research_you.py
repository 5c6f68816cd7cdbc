"""On the Research page: what one brings, with results that can be checked."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.research import Achievement
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import half, list_card
from counteroffer.ui.widgets import Card


def achievements_card(page: Page) -> Card:
    """Results and skills, each aimed at something they want."""
    _ = page.ctx.translate

    def describe(achievement: Achievement) -> tuple[str, str]:
        return achievement.what, achievement.result or _("No result yet that could be checked")

    card, _editor = list_card(
        page,
        ("research", "achievements"),
        Sort(Achievement, N_("Add a strength"), _achievement, icon="saved"),
        describe,
        N_("What went better because you were there? Start with one thing that somebody else could confirm."),
        caption=N_("“Hard-working” fits everybody. A result, aimed at something they want, is a reason."),
    )
    return card


def _achievement(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(half(form.field("kind")))
    column.addWidget(form.field("what"))
    column.addWidget(form.field("result"))
    column.addWidget(form.field("proof"))
    column.addWidget(form.field("goal"))
