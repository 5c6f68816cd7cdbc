"""Look back: what worked, what did not, what to do next time; and how to find this workbook again."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.retrospective import Lesson, Retrospective
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort
from counteroffer.ui.pages.benefit_field import benefit_field, benefits
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import half, list_card


class LookBackPage(Page):
    """Three cards: how it went, what is worth knowing next time, and the workbook itself."""

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__("look_back", bridge, ctx)

    def make(self) -> Iterator[None]:
        look = self.form(Retrospective, "retrospective")
        card = self.card(N_("How it went"), N_("Write it down while it is fresh. A few fair words each are enough."))
        card.add(look.field("worked"), look.field("did_not"), look.field("next_time"))
        yield
        names = dict(benefits(self.ctx))
        _card, self.lessons = list_card(
            self,
            ("retrospective", "lessons"),
            Sort(Lesson, N_("Add a lesson"), _lesson, icon="lookback"),
            lambda lesson: (lesson.lesson, names.get(lesson.benefit, lesson.benefit)),
            N_("What would you tell yourself at the start? One sentence is enough."),
        )
        yield
        own = self.form(Workbook)
        card = self.card(N_("This workbook"))
        card.add(own.field("tags"), own.field("note"))


def _lesson(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(form.field("lesson"))
    column.addWidget(half(benefit_field(form)))
