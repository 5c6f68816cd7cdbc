"""What all field editors share: a label above, a prompt below, a hint when there is something to say.

An editor shows one value of the workbook and turns what a person types into the next one. It commits a value only
when it can be read and is allowed; anything else stays in the field, with a hint, and is neither committed nor lost.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.reading import Unreadable
from counteroffer.ui.theme.tokens import Duration, Space
from counteroffer.ui.widgets.inputs import LineInput, TextInput
from counteroffer.ui.widgets.labels import Caption, FieldLabel, InlineHint, set_look
from counteroffer.ui.widgets.leading import Leading
from counteroffer.ui.widgets.reading_input import ReadingInput

Check = Callable[[object], str | None]
"""Says in a sentence why a value may not stand here; None if it may."""


@dataclass(frozen=True)
class FieldTexts:
    """A field's texts as message ids: what it is called, what to write, what that may look like."""

    label: str
    prompt: str = ""
    example: str = ""


class _Nothing:
    """Stands for: no value has been shown yet."""


_NOTHING = _Nothing()


class FieldEditor(Leading, QWidget):
    """The base of all editors. A subclass reads and writes its input; see `_read`, `_write`, `_raw`, `_restore`."""

    committed = Signal(object)
    sealed = Signal()

    typed = False
    """Whether commits come letter by letter, so that they should merge into one step of undo."""

    def __init__(
        self, ctx: UiContext, texts: FieldTexts, check: Check | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self.label = _(texts.label) if texts.label else ""
        self.prompt = _(texts.prompt) if texts.prompt else ""
        self.example = _(texts.example) if texts.example else ""
        self._check = check
        self._path: tuple[str, ...] = ()
        self._stash: dict[tuple[str, ...], object] = {}
        self._to_restore: object = _NOTHING
        self._value: object = _NOTHING  # what was last shown or committed
        self._kept: object = _NOTHING  # what the workbook holds
        self._unread: str | None = None  # why the text in the field is not a value, if it is not
        self._problem: str | None = None  # what the owner says against it
        self._hint = ""
        self._writing = False
        self._prompt_aside = False
        self._rest = QTimer(self, singleShot=True, interval=Duration.HINT)
        self._rest.timeout.connect(self._speak)
        self._inputs: list[QWidget] = []
        self._lay_out()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self.label_view = FieldLabel(self.label)
        # Hidden where empty, but never shown by hand: without a place yet, it would be a window for a moment.
        if not self.label:
            self.label_view.hide()
        self.prompt_view = Caption(self.prompt)
        if not self.prompt:
            self.prompt_view.hide()
        self.hint_view = InlineHint()
        self._column.addWidget(self.label_view)
        self._column.addWidget(self.hint_view)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(Space.S)
        self._foot.addWidget(self.prompt_view, 1)
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _put(self, widget: QWidget, *inputs: QWidget) -> None:
        """Place the editor's widget between label and hint, and name the inputs in it."""
        self._column.insertWidget(1, widget)
        self._inputs = list(inputs or (widget,))
        for one in self._inputs:
            one.setAccessibleName(one.accessibleName() or self.label)
            one.setAccessibleDescription(self.prompt)
            one.setToolTip(self.prompt if self._prompt_aside else "")
        self.label_view.setBuddy(self._inputs[0])
        self.lead_to(self._inputs[0])

    # What a subclass does

    def _read(self) -> object:
        """The value in the input. Raises Unreadable if there is text that is not one."""
        raise NotImplementedError

    def _write(self, value: object) -> None:
        """Show a value in the input."""
        raise NotImplementedError

    def _raw(self) -> object:
        """What is in the input, readable or not, in a form that `_restore` takes."""
        raise NotImplementedError

    def _restore(self, raw: object) -> None:
        """Put back what `_raw` gave."""
        raise NotImplementedError

    def _normal(self, value: object) -> object:
        """A value of the workbook in the form in which this editor commits it."""
        return value

    def _mark(self, wrong: bool) -> None:
        """Show on the input itself whether something is wrong with it."""

    # What an owner does

    @property
    def path(self) -> tuple[str, ...]:
        """Where the value stands in the workbook; set by the owner."""
        return self._path

    @path.setter
    def path(self, path: tuple[str, ...]) -> None:
        if path == self._path:
            return
        if self.has_pending() and self._path:
            self._stash[self._path] = self._raw()
        self._path = path
        self._to_restore = self._stash.pop(path, _NOTHING)
        self._value = self._kept = _NOTHING
        self._unread = self._problem = None
        self._hint = ""
        self._speak()

    def show_value(self, value: object) -> None:
        """Show what the workbook holds. Emits nothing, and leaves alone what a person is in the middle of typing."""
        value = self._normal(value)
        if self.has_pending() and (value == self._kept or self.has_input_focus()):
            self._kept = value
            return
        self._kept = self._value = value
        self._unread = self._problem = None
        if not (self.has_input_focus() and self._reads_as(value)):
            self._quietly(self._write, value)
        if self._to_restore is not _NOTHING:
            raw, self._to_restore = self._to_restore, _NOTHING
            self._quietly(self._restore, raw)
            self._take()
        self._speak()

    def set_problem(self, sentence: str | None) -> None:
        """Say why what was committed was refused, or that it was not."""
        self._problem = sentence or None
        self._speak()

    def set_hint(self, sentence: str | None) -> None:
        """Say something quietly, beside a value that is fine."""
        self._hint = sentence or ""
        self._speak()

    def has_pending(self) -> bool:
        """Whether there is something in the field that is not in the workbook."""
        return self._unread is not None or (self._problem is not None and self._value != self._kept)

    def discard_pending(self) -> None:
        """Show the workbook's value again instead of what could not be taken."""
        if self.has_pending() and self._kept is not _NOTHING:
            self._unread = self._problem = None
            self._value = self._kept
            self._quietly(self._write, self._kept)
            self._speak()

    def focus_input(self) -> None:
        """Give the field the keyboard."""
        self._inputs[0].setFocus()

    def has_input_focus(self) -> bool:
        """Whether the keyboard is in this field."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def set_currency(self, code: str) -> None:
        """The workbook's currency, for the editors that show money."""

    def without_label(self) -> Self:
        """Leave the label off where a heading says it; it stays the accessible name."""
        self.label_view.hide()
        self.label_view.takes_mnemonic = False
        return self

    def label_apart(self, look: str) -> FieldLabel:
        """The label in another look, for the owner to place beside the field."""
        self._column.removeWidget(self.label_view)
        set_look(self.label_view, look)
        return self.label_view

    def without_prompt(self) -> Self:
        """Leave the prompt off where there is no room; it stays the tool tip."""
        self.prompt_view.hide()
        self._prompt_aside = True
        for one in self._inputs:
            one.setToolTip(self.prompt)
        return self

    def part_of(self, whole: str) -> Self:
        """Say in the accessible names what this is a part of, where one form has the same field several times."""
        for one in self._inputs:
            one.setAccessibleName(f"{whole}: {one.accessibleName()}")
        return self

    def add_action(self, action: QWidget) -> None:
        """A small button below the field, at the end of its prompt."""
        self._foot.addWidget(action, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    # How a value comes about

    def _edited(self) -> None:
        """Somebody has changed the input: commit it if it is a value, keep it if it is not."""
        if self._writing:
            return
        value = self._take()
        if self._unread is not None:
            # Half a number is no mistake: wait until typing rests before saying anything.
            self._rest.start()
            return
        self._rest.stop()
        if value == self._value and self._problem is None:
            self._speak()
            return
        self._value = value
        self._problem = None
        self.committed.emit(value)
        if self._problem is None:
            self._kept = value
        self._speak()

    def _take(self) -> object:
        """Read and check the input, and note what is wrong with it."""
        self._unread = None
        try:
            value = self._read()
        except Unreadable as problem:
            self._unread = problem.said(self.ctx.translate)
            return None
        if self._check is not None:
            self._unread = self._check(value)
        return value

    def _follow(self, typed: LineInput | TextInput | ReadingInput) -> None:
        """Take what is typed there with every letter."""
        typed.edited.connect(self._edited)
        typed.left.connect(self._left)
        typed.escaped.connect(self.discard_pending)

    def _left(self) -> None:
        """The person has left the input, or pressed Enter in it."""
        self._rest.stop()
        if not self.has_pending() and self._value is not _NOTHING:
            self._quietly(self._write, self._value)
        self._speak()
        self.sealed.emit()

    def _reads_as(self, value: object) -> bool:
        try:
            return bool(self._read() == value)
        except Unreadable:
            return False

    def _quietly(self, act: Callable[[object], None], argument: object) -> None:
        self._writing = True
        try:
            act(argument)
        finally:
            self._writing = False

    def _speak(self) -> None:
        """Say the one thing that matters most."""
        said = self._unread or self._problem
        self.hint_view.say(said or self._hint, problem=bool(said))
        self._mark(bool(said))
        for one in self._inputs:
            one.setAccessibleDescription(" ".join(part for part in (said or self._hint, self.prompt) if part))
