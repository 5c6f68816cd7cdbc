"""A field for a passphrase: hidden while it is typed, shown when asked for, and never kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Space
from counteroffer.ui.widgets import Caption, FieldLabel, IconButton, InlineHint
from counteroffer.ui.widgets.labels import set_property
from counteroffer.ui.widgets.leading import Leading

LONGEST = 1_000


class SecretField(Leading, QWidget):
    """`edited()` with every letter, `entered()` at Enter."""

    edited = Signal()
    entered = Signal()

    def __init__(self, ctx: UiContext, label: str, prompt: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        _ = ctx.translate
        self.input = QLineEdit()
        self.input.setEchoMode(QLineEdit.EchoMode.Password)
        self.input.setMaxLength(LONGEST)
        self.input.setAccessibleName(label)
        self.input.setAccessibleDescription(prompt)
        # No completion, no learning keyboard, no prediction.
        self.input.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.input.textEdited.connect(self._on_edit)
        self.input.returnPressed.connect(self.entered)
        self.lead_to(self.input)
        self._eye = IconButton(ctx, "eye", _("Show what is typed"), self._turn)
        self._eye.setAccessibleDescription(label)
        self._eye.setCheckable(True)
        name = FieldLabel(label)
        name.setBuddy(self.input)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(name)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self.input, 1)
        row.addWidget(self._eye)
        column.addLayout(row)
        self.hint = InlineHint()
        column.addWidget(self.hint)
        if prompt:
            column.addWidget(Caption(prompt))

    @property
    def text(self) -> str:
        """What is typed."""
        return self.input.text()

    def clear(self) -> None:
        """Forget what was typed, and hide what comes next."""
        self.input.clear()
        self.hint.say("")
        self._show(False)

    def set_problem(self, sentence: str) -> None:
        """Say below the field what is wrong; nothing if it is empty."""
        set_property(self.input, "wrong", bool(sentence))
        self.hint.say(sentence, problem=True)

    def _on_edit(self) -> None:
        self.set_problem("")
        self.edited.emit()

    def _turn(self) -> None:
        self._show(self.input.echoMode() == QLineEdit.EchoMode.Password)

    def _show(self, shown: bool) -> None:
        _ = self.ctx.translate
        self.input.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setChecked(shown)
        self._eye.setIcon(self.ctx.icon("eye-off" if shown else "eye"))
        name = _("Hide what is typed") if shown else _("Show what is typed")
        self._eye.setToolTip(name)
        self._eye.setAccessibleName(name)
