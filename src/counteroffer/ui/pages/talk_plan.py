"""The talk ahead: when and with whom, what is said first, and what may be given for what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.conversations import Exchange
from counteroffer.domain.workbook import Workbook
from counteroffer.method.wording import Place
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort, items_within
from counteroffer.ui.pages.new_letter import letter_button
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import half, texts_at, thirds
from counteroffer.ui.pages.talk_order import OrderField
from counteroffer.ui.pages.wording_hints import watch_wording
from counteroffer.ui.widgets import Card, FieldTexts, FlowRow

AT = ("conversations", "plan")


def people_options(workbook: Workbook) -> list[tuple[str, str]]:
    """The people of the workbook as something that can be linked to."""
    return [(person.id, person.name) for person in workbook.situation.people if person.name]


def talk_card(page: Page, plan: Form) -> Card:
    """The talk itself: when, with whom, and what comes first in it."""
    card = page.card(
        N_("The talk ahead"), N_("With the day, the people and the order settled, half of the nerves are gone.")
    )
    card.add(thirds(plan.field("day"), plan.field("clock"), plan.field("channel")))
    card.add(plan.field("people", choose=people_options))
    card.add(plan.bind(OrderField(page.bridge, page.ctx, FieldTexts(*texts_at((*AT, "order")))), "order"))
    return card


def words_card(page: Page, plan: Form) -> Card:
    """What is said in it."""
    card = page.card(N_("What you will say"), N_("Write it the way you talk. Then say it aloud until it is yours."))
    card.add(watch_wording(plan.field("opening_words"), plan, Place.LINE, tone_only=True))
    card.add(half(plan.field("first_figure")))
    card.add(watch_wording(plan.field("figure_words"), plan, Place.LINE))
    card.add(plan.field("listen_for"))
    card.add(watch_wording(plan.field("time_to_think"), plan, Place.LINE, tone_only=True))
    button = letter_button(page, LetterKind.MORE_TIME, N_("Ask for more time in a letter"))
    card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return card


def swaps_card(page: Page, plan: Form) -> Card:
    """What may be given for what."""
    _ = page.ctx.translate
    card = page.card(N_("What you give, what you win"), N_("Offer a swap before you offer less."))
    swaps = items_within(
        plan,
        "exchanges",
        texts_at((*AT, "exchanges"))[0],
        [Sort(Exchange, N_("Add a swap"), _exchange)],
        lambda swap: (swap.give, _("For: {get}").format(get=swap.get) if swap.get else ""),
        N_("What costs you little and helps them? Give it for something, never for nothing."),
    )
    swaps.list.empty.compact()
    card.add(swaps, plan.field("use_of_wins"))
    return card


def _exchange(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(FlowRow(form.field("give"), form.field("get")))
