"""In the log: a vague answer, and the question that asks for a concrete one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from counteroffer.domain.base import LINE_LENGTH
from counteroffer.domain.conversations import Point
from counteroffer.domain.edits import Set
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue
from counteroffer.method.wording import Place, remarks
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.widgets import Button

ASK_BACK = N_("Ask this back")
CHOOSE = N_("Ask back …")


def questions_back(workbook: Workbook, point: Point) -> tuple[str, ...]:
    """The questions (message ids) that make a vague answer concrete; none where it is not vague.

    First the one that fits any such answer, then those that are usual for the very benefit.
    """
    found = remarks(point.their_words, Place.ANSWER, workbook.situation.language)
    if not found:
        return ()
    term = next((one for one in workbook.terms if one.id == point.term), None)
    benefit = catalogue().find(term.benefit) if term is not None else None
    return (found[0].say, *(benefit.questions if benefit is not None else ()))


class AskBackButton(Button):
    """Puts the question that is needed into its field. It is there while an answer is vague and no question noted."""

    def __init__(self, form: Form) -> None:
        super().__init__(form.ctx, form.ctx.translate(ASK_BACK), "quiet", "conversations", self.offer)
        self.form = form
        form.follow(lambda _path: self._show())
        form.bridge.changed.connect(self._show)

    def offer(self) -> None:
        """Put the question in; where there are several, a menu asks which."""
        questions = self._questions()
        if len(questions) == 1:
            self.put(questions[0])
        elif questions:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for question in questions:
                words = self.form.ctx.translate(question)
                menu.addAction(words.replace("&", "&&")).triggered.connect(partial(self.put, question))
            menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def put(self, question: str, _on: bool = False) -> None:
        """Put a question into its field, and go there."""
        path = (*(self.form.path or ()), "ask_back")
        words = self.form.ctx.translate(question)[:LINE_LENGTH]
        self.form.bridge.apply(Set(path, words), label=self.form.ctx.translate(ASK_BACK))
        self.form.bridge.seal()
        field = self.form.field_at(path)
        if field is not None:
            field.setFocus()

    def _questions(self) -> tuple[str, ...]:
        point = self.form.item
        if not isinstance(point, Point) or point.ask_back.strip():
            return ()
        return questions_back(self.form.bridge.workbook, point)

    def _show(self) -> None:
        questions = self._questions()
        self.setVisible(bool(questions))
        self.setText(self.form.ctx.translate(CHOOSE if len(questions) > 1 else ASK_BACK))
        self.setAccessibleName(self.text())
