"""On the Research page: what is not known yet, whom to ask, and answers that become findings."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.base import LINE_LENGTH, new_id
from counteroffer.domain.edits import Batch, Insert, Set
from counteroffer.domain.research import Question, SourceKind, Topic
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import halves, list_card
from counteroffer.ui.pages.usual_questions import UsualQuestions
from counteroffer.ui.reading import write_day
from counteroffer.ui.widgets import Button, Card
from counteroffer.ui.widgets.cleaning import one_line
from counteroffer.ui.widgets.tab_order import put_after, stop_before
from counteroffer.ui.words_for import joined, term_options, unit_of_term

FINDINGS = ("research", "findings")


def questions_card(page: Page) -> Card:
    """The questions, open and answered."""
    ctx = page.ctx
    _ = ctx.translate

    def describe(question: Question) -> tuple[str, str]:
        if question.answer:
            return question.question, joined(_("Answered"), question.answer)
        asked = _("Asked on {day}").format(day=write_day(question.asked_on, ctx.locale)) if question.asked_on else ""
        return question.question, joined(asked or _("Not asked yet"), question.whom)

    card, editor = list_card(
        page,
        ("research", "questions"),
        Sort(Question, N_("Add a question"), partial(_question, page), icon="conversations"),
        describe,
        N_("What would you like to know before you ask for anything? A question costs nothing and often opens a door."),
        caption=N_("A question is a gentle way to begin, and often shows room that you had not seen."),
    )
    usual = UsualQuestions(page)
    card.add_action(usual)
    put_after(stop_before(editor), usual)
    return card


def _question(page: Page, form: Form, column: QVBoxLayout) -> None:
    _ = form.ctx.translate

    def findings(workbook: Workbook) -> list[tuple[str, str]]:
        return [(one.id, one.statement or _(one.topic.label)) for one in workbook.research.findings]

    column.addWidget(form.field("question"))
    column.addWidget(halves(form.field("whom"), form.field("asked_on")))
    column.addWidget(form.field("terms", choose=term_options))
    column.addWidget(form.field("answer"))
    column.addWidget(halves(form.field("answered_on"), form.field("finding", choose=findings)))
    button = Button(form.ctx, _("Make a finding of it"), icon="research", on_click=lambda: _turn(page, form))
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_button(*_args: object) -> None:
        """Only for an answer that has not gone into the findings yet."""
        question = form.item
        button.setVisible(isinstance(question, Question) and bool(question.answer) and question.finding is None)

    form.follow(show_button)
    form.bridge.changed.connect(show_button)


def _turn(page: Page, form: Form) -> None:
    """Put the answer among the findings, as far as it says what a finding needs, and go there for the rest."""
    question, workbook = form.item, form.bridge.workbook
    if not isinstance(question, Question) or form.path is None:
        return
    units = (unit_of_term(workbook, one) for one in question.terms)
    unit = next((one for one in units if one is not None), None)
    finding = {
        "id": new_id(),
        "topic": Topic.POLICY,
        "terms": question.terms,
        "statement": one_line(question.answer)[:LINE_LENGTH],
        "unit": unit,
        "source": question.whom,
        "source_kind": SourceKind.PERSON,
        "seen_on": question.answered_on or form.ctx.today(),
    }
    label = form.ctx.translate(N_("Make a finding of it"))
    edits = (
        Insert(FINDINGS, len(workbook.research.findings), finding),
        Set((*form.path, "finding"), finding["id"]),
    )
    form.bridge.apply(Batch(label, edits), label=label)
    page.reveal((*FINDINGS, str(finding["id"]), "statement"))
