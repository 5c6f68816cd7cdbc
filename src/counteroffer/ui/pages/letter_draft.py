"""Above a letter: the draft to begin with, or to look at, and the word that what the letter rests on has changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.domain.agreement import Letter
from counteroffer.domain.edits import Batch, Path, Set
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.letter_words import RESTS_ON, draft_of, filled_in, fingerprint, has_words, is_outdated
from counteroffer.ui.pages.live import Live
from counteroffer.ui.theme import Duration, Space
from counteroffer.ui.widgets import Banner, Button, Caption, Words, announce
from counteroffer.ui.widgets.disclosure import Fold

BEGIN = N_("Begin with a draft")
HOLDS = N_("It still holds")
_COPY, _COPIED = N_("Copy the draft"), N_("Copied")


class LetterDraft(Live):
    """Stands above the fields of a letter, and goes along wherever their form is aimed."""

    watched = RESTS_ON

    def __init__(self, form: Form) -> None:
        super().__init__(form.bridge)
        self.form = form
        self.ctx = form.ctx
        _ = form.ctx.translate
        self.banner = Banner(form.ctx, _("What this letter rests on has changed since you wrote it."))
        self.banner.say(
            _("What this letter rests on has changed since you wrote it."),
            detail=_("Your words stay as they are. Read them once more beside the draft as it would be now."),
        )
        self.holds_button = self.banner.add_action(_(HOLDS), self.still_holds)
        self.begin_button = Button(form.ctx, _(BEGIN), "", "edit", self.begin)
        self.problem = Banner(form.ctx, closable=True)
        self.fold = Fold(form.ctx, _("See the draft"), open_words=_("Put the draft away"))
        self.fold.button.toggled.connect(lambda _on: self._show_draft())
        self.subject = Words("", "strong")
        self.words = Words()
        for label in (self.subject, self.words):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.subject.setAccessibleDescription(_("Subject of the draft"))
        self.words.setAccessibleDescription(_("The draft"))
        self.copy_button = Button(form.ctx, _(_COPY), "quiet", "copy", self.copy)
        self._end = QTimer(self, singleShot=True, interval=Duration.NOTE)
        self._end.timeout.connect(lambda: self.copy_button.setText(_(_COPY)))
        inside = self.fold.body.column
        inside.setSpacing(Space.M)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(Caption(_("As it would be written today, from nothing but what they may know.")), 1)
        head.addWidget(self.copy_button)
        inside.addLayout(head)
        inside.addWidget(self.subject)
        inside.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.problem)
        column.addWidget(self.banner)
        for button in (self.begin_button, self.fold.button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.fold.body)
        for part in (self.problem, self.banner, self.fold.button):
            part.hide()
        form.follow(self._turn_to)

    def begin(self) -> None:
        """Fill the letter with its draft, in one step."""
        letter, path = self._letter, self.form.path
        if letter is None or path is None:
            return
        _ = self.ctx.translate
        fields = filled_in(letter, self.bridge.workbook, self.ctx)
        edit = Batch(_(BEGIN), tuple(Set((*path, name), value) for name, value in fields.items()))
        problem = self.bridge.apply(edit, label=_(BEGIN))
        if problem is not None:
            self.problem.say(
                _("The draft is too long for one letter."),
                "warning",
                _("Nothing was changed. Look at it here and copy what you need."),
            )
            self.problem.show()
            self.refresh()
            self.fold.open()
            return
        self._done(path)

    def still_holds(self) -> None:
        """The person has read the letter again: it rests on what now stands."""
        letter, path = self._letter, self.form.path
        if letter is not None and path is not None:
            edit = Set((*path, "facts"), fingerprint(letter, self.bridge.workbook))
            self.bridge.apply(edit, label=self.ctx.translate(HOLDS))
            self._done(path)

    def copy(self) -> None:
        """Put the draft on the clipboard."""
        words = self.ctx.translate(_COPIED)
        QGuiApplication.clipboard().setText(f"{self.subject.text()}\n\n{self.words.text()}")
        self.copy_button.setText(words)
        announce(self, words)
        self._end.start()

    def refresh(self) -> None:
        """Show the letter and what it rests on as they now stand."""
        letter = self._letter
        if letter is not None:
            self.banner.setVisible(is_outdated(letter, self.bridge.workbook))
            # Either the draft is what to begin with, or it is something to look at.
            looked_at = has_words(letter) or not self.problem.isHidden()
            self.begin_button.setVisible(not looked_at)
            self.fold.button.setVisible(looked_at)
            if not looked_at:
                self.fold.close()
            self._show_draft()

    @property
    def _letter(self) -> Letter | None:
        item = self.form.item
        return item if isinstance(item, Letter) else None

    def _turn_to(self, _path: Path | None) -> None:
        self.problem.hide()
        self.fold.close()
        self.turn_to()

    def _show_draft(self) -> None:
        letter = self._letter
        if letter is not None and self.fold.is_open:
            drafted = draft_of(letter, self.bridge.workbook, self.ctx)
            self.subject.setText(drafted.subject)
            self.words.setText(drafted.body)

    def _done(self, path: Path) -> None:
        """The button pressed goes away: the keyboard goes on to the words, and nothing is left to wait for."""
        self.bridge.seal()
        self.problem.hide()
        body = self.form.field_at((*path, "body"))
        if body is not None:
            go: QWidget = body
            getattr(go, "focus_input", go.setFocus)()
        self.turn_to()
