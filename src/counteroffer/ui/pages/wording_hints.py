"""What is vague in a text or has the wrong tone, said quietly below its field once typing rests.

    card.add(watch_wording(form.field("line"), form, Place.LINE))

The words are underlined where a text has several lines; the hint names them in any case. It never stands in the way:
nothing is refused, and what has been mended is no longer pointed out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from counteroffer.domain.agreement import Letter
from counteroffer.domain.terms import Term
from counteroffer.editing.session import Change
from counteroffer.method.catalogue import catalogue
from counteroffer.method.looking import in_short
from counteroffer.method.spoken import vague_for_benefit
from counteroffer.method.wording import Fault, Place, Remark, remarks
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.theme import Duration
from counteroffer.ui.widgets import FieldEditor, LineField, TextField, announce
from counteroffer.ui.widgets.inputs import TextInput

E = TypeVar("E", bound=FieldEditor)

POINTED_OUT = N_("“{words}”: {fault} {mend}")
IN_AN_ANSWER = N_("“{words}” promises nothing yet. Ask back: {mend}")


def watch_wording(
    editor: E,
    form: Form,
    place: Place,
    *,
    tone_only: bool = False,
    by_benefit: bool = False,
    when_empty: Callable[[], str] | None = None,
) -> E:
    """Point out where the words of a text field say too little or have the wrong tone. Returns the editor.

    `tone_only` is for words with which nothing is asked yet, so that they cannot be too vague; `by_benefit` also looks
    for what is vague for the very benefit of the form's term; `when_empty` gives the hint (a message id) for a field
    in which nothing is written yet.
    """
    if not isinstance(editor, (LineField, TextField)):
        raise TypeError(f"{editor.label} holds no text")
    watcher = _Watcher(editor, form, place, when_empty)
    watcher.tone_only, watcher.by_benefit = tone_only, by_benefit
    form.follow(lambda _path: watcher.look())
    return editor


def concrete_for(form: Form) -> str:
    """What makes an ask for the benefit of the form's term concrete, as the catalogue has it; empty for none."""
    benefit = catalogue().find(form.item.benefit) if isinstance(form.item, Term) else None
    return benefit.concrete if benefit is not None else ""


@dataclass(frozen=True)
class _Found:
    """Words that are pointed out, the sentence about them, and in a text of several lines where they stand."""

    words: str
    sentence: str
    cursor: QTextCursor | None

    def still_there(self, text: str) -> bool:
        """Whether the words are as they were. A cursor goes along with them while the text around it changes."""
        if self.cursor is None:
            return self.words in text
        return _plain(self.cursor.selectedText()) == _plain(self.words)


class _Watcher(QObject):
    """Looks at one field. It belongs to the field's editor, and goes with it."""

    def __init__(
        self,
        editor: LineField | TextField,
        form: Form,
        place: Place,
        when_empty: Callable[[], str] | None,
    ) -> None:
        super().__init__(editor)
        self._editor, self._form, self._place, self._when_empty = editor, form, place, when_empty
        self.tone_only = self.by_benefit = False
        self._input = editor.input
        self._found: list[_Found] = []
        self._rest = QTimer(self, singleShot=True, interval=Duration.HINT)
        self._rest.timeout.connect(self._rested)
        self._input.textChanged.connect(self._text_changed)
        editor.sealed.connect(self.look)
        editor.ctx.theme.changed.connect(self._underline)
        form.bridge.changed.connect(self._on_change)

    def look(self) -> None:
        """Look at the text as it now stands."""
        self._rest.stop()
        text = self._input.text() if self._form.path is not None else ""
        self._found = [self._describe(one, text) for one in self._remarks(text)]
        self._say(text)

    def _rested(self) -> None:
        before = self._sentence()
        self.look()
        if self._sentence() not in ("", before):
            announce(self._editor, self._sentence())

    def _text_changed(self) -> None:
        if not self._input.hasFocus():
            self.look()
            return
        self._rest.start()
        text = self._input.text()
        still = [one for one in self._found if one.still_there(text)]
        # Nothing new is said to somebody who is writing; what has been mended goes at once.
        if still != self._found or not self._found:
            self._found = still
            self._say(text)

    def _on_change(self, change: Change) -> None:
        path = self._form.path
        around = path is not None and change.origin is not self._editor and change.touches(*path)
        if around or change.touches("situation", "language"):
            self.look()

    def _remarks(self, text: str) -> tuple[Remark, ...]:
        workbook, item = self._form.bridge.workbook, self._form.item
        if isinstance(item, Letter) and item.sent_on is not None:
            return ()  # what is sent is sent
        found = remarks(text, self._place, workbook.situation.language)
        if self.tone_only:
            return tuple(one for one in found if one.fault is not Fault.VAGUE)
        if self.by_benefit and isinstance(item, Term) and not any(one.fault is Fault.VAGUE for one in found):
            own = vague_for_benefit(workbook, item, text)
            return (*found, own) if own is not None else found
        return found

    def _describe(self, remark: Remark, text: str) -> _Found:
        _ = self._editor.ctx.translate
        words = text[remark.start : remark.end]
        sentence = _(IN_AN_ANSWER if self._place is Place.ANSWER else POINTED_OUT).format(
            words=in_short(words), fault=_(remark.fault.label), mend=_(remark.say)
        )
        cursor = None
        if isinstance(self._input, TextInput):
            cursor = QTextCursor(self._input.document())
            cursor.setPosition(_units(text[: remark.start]))
            cursor.setPosition(_units(text[: remark.end]), QTextCursor.MoveMode.KeepAnchor)
        return _Found(words, sentence, cursor)

    def _sentence(self) -> str:
        return self._found[0].sentence if self._found else ""

    def _say(self, text: str) -> None:
        hint = self._sentence()
        if not text.strip() and self._when_empty is not None and self._form.path is not None:
            empty = self._when_empty()
            hint = self._editor.ctx.translate(empty) if empty else ""
        self._editor.set_hint(hint)
        self._underline()

    def _underline(self) -> None:
        if not isinstance(self._input, TextInput):
            return
        line = QTextCharFormat()
        line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        line.setUnderlineColor(self._editor.ctx.theme.colour("warning"))
        selections = []
        for one in self._found:
            if one.cursor is not None:
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = one.cursor, line
                selections.append(selection)
        self._input.setExtraSelections(selections)


def _units(text: str) -> int:
    """How long Qt takes a text to be: what lies outside the basic plane counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")
