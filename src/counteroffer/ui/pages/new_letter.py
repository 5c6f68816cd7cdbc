"""A letter begun from wherever it is wanted: with its draft in it, and the person before it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.agreement import Letter, LetterKind, Outcome
from counteroffer.domain.base import new_id
from counteroffer.domain.edits import Batch, Edit, Insert, Set
from counteroffer.ui.context import N_
from counteroffer.ui.help.explaining import explain
from counteroffer.ui.pages.letter_words import AT, filled_in, has_words
from counteroffer.ui.pages.live import Live
from counteroffer.ui.pages.page import Page
from counteroffer.ui.widgets import Banner, Button

_WRITE = N_("Write a letter")


def write_letter(page: Page, kind: LetterKind) -> None:
    """Go to the letter of this kind that has not been sent; where there is none, begin one with its draft."""
    bridge, _ = page.bridge, page.ctx.translate
    letters = bridge.workbook.agreement.letters
    begun = [one for one in letters if one.kind is kind and one.sent_on is None]
    letter = begun[-1] if begun else Letter(id=new_id(), kind=kind)
    if not has_words(letter):
        fields = filled_in(letter, bridge.workbook, page.ctx)
        bare = {"id": letter.id, "kind": kind.value}
        at = len(letters)
        edit: Edit
        if begun:
            edit = Batch(_(_WRITE), tuple(Set((*AT, letter.id, name), value) for name, value in fields.items()))
        else:
            edit = Insert(AT, at, {**bare, **fields})
        if bridge.apply(edit, label=_(_WRITE)) is not None and not begun:
            # The draft is longer than a letter can be. The page of the letter says so when it is asked for it.
            bridge.apply(Insert(AT, at, bare), label=_(_WRITE))
        bridge.seal()
    page.elsewhere.emit((*AT, letter.id, "body"))


def letter_button(page: Page, kind: LetterKind, words: str) -> Button:
    """A quiet button that begins such a letter; `words` is a message id."""
    return Button(page.ctx, page.ctx.translate(words), "quiet", "edit", partial(write_letter, page, kind))


@dataclass(frozen=True)
class _Suggestion:
    kind: LetterKind
    sentence: str
    button: str


_SUGGESTIONS = {
    Outcome.AGREED: _Suggestion(
        LetterKind.FOLLOW_UP,
        N_("Send them what you agreed, as you understand it. Then both of you have the same list."),
        N_("Write the summing-up"),
    ),
    Outcome.DECLINED_BY_YOU: _Suggestion(
        LetterKind.DECLINE,
        N_("A few kind lines keep the door open. They need no reason in them."),
        N_("Write a polite no"),
    ),
    Outcome.DECLINED_BY_THEM: _Suggestion(
        LetterKind.THEIR_DECLINE,
        N_("A short answer leaves a good memory, and may tell you what decided it."),
        N_("Answer their no"),
    ),
}


class LetterSuggestion(Live):
    """The letter that goes with how it ended, while nobody has written it."""

    watched = (("agreement",),)

    def __init__(self, page: Page) -> None:
        super().__init__(page.bridge)
        self._page = page
        self._suggestion: _Suggestion | None = None
        explain(self, "letters")
        self.banner = Banner(page.ctx)
        self.button = self.banner.add_action(page.ctx.translate(_WRITE), self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        self.turn_to()

    def write(self) -> None:
        """Begin the letter."""
        if self._suggestion is not None:
            write_letter(self._page, self._suggestion.kind)

    def refresh(self) -> None:
        """Suggest what goes with the outcome as it now stands."""
        _ = self._page.ctx.translate
        self._suggestion = self._fitting()
        if self._suggestion is not None:
            self.banner.say(_(self._suggestion.sentence))
            self.button.setText(_(self._suggestion.button))
            self.button.setAccessibleName(_(self._suggestion.button))
        self.setVisible(self._suggestion is not None)

    def _fitting(self) -> _Suggestion | None:
        agreement = self.bridge.workbook.agreement
        found = _SUGGESTIONS.get(agreement.outcome) if agreement.outcome is not None else None
        if found is None or any(one.kind is found.kind and has_words(one) for one in agreement.letters):
            return None
        if agreement.outcome is Outcome.AGREED and (agreement.summed_up_on or agreement.confirmed_on):
            return None
        return found
