"""One question on the screen: its title, why it helps, and a card with its fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from counteroffer.domain.base import Item
from counteroffer.domain.edits import Path
from counteroffer.domain.situation import Situation
from counteroffer.domain.terms import Term
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.quick_start.entry_form import EntryForm
from counteroffer.ui.quick_start.places import Fresh, Place
from counteroffer.ui.quick_start.questions import Question, Step, ask_of
from counteroffer.ui.theme import Size
from counteroffer.ui.widgets import Card, Column, EmptyState, FieldEditor, FlagField
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow
from counteroffer.ui.words_for import joined, level_words

PlaceOf = Callable[[Term | None], Place | None]
"""The place of an entry, for the ask that the question is about."""


class Screen(MnemonicsOnShow, Column):
    """`situation`, `term` and `entry` make its forms; `refreshed` calls are made anew whenever something changes."""

    ask_wanted = Signal()
    """The question needs an ask, and there is none yet."""
    settled = Signal()
    """Nothing more has to be said here: the person may go on."""

    def __init__(self, question: Question, bridge: Bridge, ctx: UiContext, fresh: Fresh) -> None:
        _ = ctx.translate
        super().__init__(_(question.title), _(question.why), Size.QUESTION)
        self.question = question
        self.bridge = bridge
        self.ctx = ctx
        self.fresh = fresh
        self.step: Step | None = None
        self.begin: Callable[[], object] | None = None
        """Gives the keyboard to where the answer begins, if that is not the first field."""
        self.finish: Callable[[], None] | None = None
        """Takes what is marked on it and not yet taken, before the person goes on."""
        self.needs_ask = question.of_ask
        """Whether there is nothing to answer here without an ask."""
        self._forms: list[Form] = []
        self._entries: list[tuple[EntryForm, PlaceOf]] = []
        self._terms: list[Form] = []
        self._followers: list[Callable[[], None]] = []
        self.card = Card()
        self.missing = Card()
        nothing = EmptyState(
            ctx,
            "priorities",
            _("This question is about your ask, and you have not chosen one yet."),
            _("Choose what to ask for"),
            self.ask_wanted.emit,
        )
        self._choose = nothing.button
        self.missing.add(nothing)
        self.missing.hide()
        self.add(self.card, self.missing)

    # --- what stands on it

    def situation(self) -> Form:
        """A form for the situation."""
        form = Form(self.bridge, self.ctx, Situation, ("situation",), self)
        self._forms.append(form)
        return form

    def term(self) -> Form:
        """A form for the ask that the question is about."""
        form = Form(self.bridge, self.ctx, Term, None, self)
        self._forms.append(form)
        self._terms.append(form)
        return form

    def entry(self, model: type[Item], place_of: PlaceOf) -> EntryForm:
        """A form for an entry of a list that need not be there yet."""
        form = EntryForm(self.bridge, self.ctx, model, self)
        self._forms.append(form)
        self._entries.append((form, place_of))
        return form

    def follow(self, follower: Callable[[], None]) -> None:
        """Call this when the question comes into view or gets another size, and after every change while it is seen."""
        self._followers.append(follower)

    @property
    def ask(self) -> Term | None:
        """The ask that the question is about at present."""
        return ask_of(self.bridge.workbook, self.step) if self.step is not None else None

    # --- coming and going

    def enter(self, step: Step) -> None:
        """Come into view, about an ask or about none."""
        self.step = step
        ask = self.ask
        for form in self._terms:
            form.aim(("terms", ask.id) if ask is not None else None)
        for entry, place_of in self._entries:
            entry.show_place(place_of(ask))
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Say anew what hangs on other answers."""
        ask = self.ask
        lost = self.needs_ask and ask is None
        self.card.setVisible(not lost)
        self.missing.setVisible(lost)
        if self.question.of_ask:
            self.card.set_title(ask.name if ask is not None else "")
            self.card.set_caption(self._known(ask) if ask is not None else "")
        for follower in self._followers:
            follower()

    def leave(self) -> None:
        """Go out of view: what was emptied again is taken out."""
        for entry, _place_of in self._entries:
            entry.tidy()

    def focus_first(self) -> None:
        """Put the cursor where the answer begins."""
        shown = [one for one in self._shown() if not isinstance(one, FlagField)]
        if not self.missing.isHidden():
            if self._choose is not None:
                self._choose.setFocus()
        elif self.begin is not None:
            self.begin()
        elif shown:
            shown[0].focus_input()
        to_the_end(QApplication.focusWidget())

    def field_at(self, path: Path) -> FieldEditor | None:
        """The field at a path, or the first of the entry that stands there."""
        for form in self._forms:
            found = form.field_at(path)
            if isinstance(found, FieldEditor):
                return found
        return next((one for form in self._forms if form.path == path for one in form.editors()), None)

    def pending(self) -> list[FieldEditor]:
        """The fields in which something stands that cannot be read or is not allowed."""
        return [one for one in self._shown() if one.has_pending()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for follower in self._followers:
            follower()

    def _shown(self) -> list[FieldEditor]:
        return [one for form in self._forms for one in form.editors() if one.isVisibleTo(self)]

    def _known(self, ask: Term) -> str:
        """What they offer and what one has today, where it is known."""
        _ = self.ctx.translate
        currency = self.bridge.workbook.situation.currency
        offered = level_words(ask.offered.value, ask.unit, currency, self.ctx)
        today = level_words(ask.today, ask.unit, currency, self.ctx)
        return joined(
            _("They offer: {level}").format(level=offered) if offered else "",
            _("You have today: {level}").format(level=today) if today else "",
        )


def to_the_end(place: QWidget | None) -> None:
    """Whoever comes back to an answer goes on behind it."""
    if isinstance(place, QLineEdit):
        place.end(False)
    elif isinstance(place, QPlainTextEdit):
        place.moveCursor(QTextCursor.MoveOperation.End)
