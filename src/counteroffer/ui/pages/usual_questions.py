"""On the Research page: the questions that are usual for a benefit, at hand for every term that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from counteroffer.domain.base import LIST_LENGTH, new_id
from counteroffer.domain.edits import Batch, Insert
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change
from counteroffer.method.catalogue import catalogue
from counteroffer.method.looking import asks, in_short
from counteroffer.ui.context import N_
from counteroffer.ui.pages.page import Page
from counteroffer.ui.widgets import Button

AT = ("research", "questions")
USUAL = N_("Usual questions")


@dataclass(frozen=True)
class Usual:
    """The usual questions about one term that have not been noted yet, in the person's language."""

    term: str
    name: str
    questions: tuple[str, ...]


def usual_questions(workbook: Workbook, translate: Callable[[str], str]) -> tuple[Usual, ...]:
    """For every ask that is a benefit of the catalogue, the usual questions that are not there yet."""
    noted = {_folded(one.question) for one in workbook.research.questions}
    found = []
    for term in asks(workbook):
        benefit = catalogue().find(term.benefit)
        if benefit is None:
            continue
        left = tuple(words for question in benefit.questions if _folded(words := translate(question)) not in noted)
        if left:
            found.append(Usual(term.id, term.name.strip() or translate(benefit.name), left))
    return tuple(found)


class UsualQuestions(Button):
    """Notes down what is usually asked about a term. It is there while something of that is left to note."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.ctx, page.ctx.translate(USUAL), "quiet", "guide", self.offer)
        self._page = page
        page.bridge.changed.connect(self._on_change)
        if not self.left():
            self.hide()

    def left(self) -> tuple[Usual, ...]:
        """What could be noted down."""
        return usual_questions(self._page.bridge.workbook, self._page.ctx.translate)

    def offer(self) -> None:
        """Note the questions about the one term; with several, a menu asks about which."""
        left = self.left()
        if len(left) == 1:
            self.note(left)
            return
        _ = self._page.ctx.translate
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in left:
            words = _("{term} ({number})").format(term=in_short(one.name), number=len(one.questions))
            menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _on=False, one=one: self.note((one,)))
        if left:
            menu.addSeparator()
            menu.addAction(_("All of them")).triggered.connect(lambda _on=False: self.note(left))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def note(self, chosen: tuple[Usual, ...]) -> None:
        """Write these questions down, and go to the first: whom to ask comes next."""
        bridge = self._page.bridge
        at = len(bridge.workbook.research.questions)
        wanted = [(one.term, words) for one in chosen for words in one.questions][: LIST_LENGTH - at]
        if not wanted:
            return
        entries = [{"id": new_id(), "question": words, "terms": (term,)} for term, words in wanted]
        label = self._page.ctx.translate(USUAL)
        edits = tuple(Insert(AT, at + offset, entry) for offset, entry in enumerate(entries))
        bridge.apply(Batch(label, edits), label=label)
        self._page.reveal((*AT, str(entries[0]["id"]), "whom"))

    def _on_change(self, change: Change) -> None:
        if change.touches("terms") or change.touches(*AT):
            self.setVisible(bool(self.left()))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
