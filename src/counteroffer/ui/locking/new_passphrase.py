"""The form for a new passphrase: typed twice, with a hint how hard it is to guess, and no rules."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.locking.secret_field import SecretField
from counteroffer.ui.locking.strength import strength
from counteroffer.ui.theme.tokens import Duration, Space
from counteroffer.ui.widgets import Button, ButtonRow


class NewPassphraseForm(QWidget):
    """Calls `go(old, new)`; `asks_old` says whether the one so far is asked for."""

    def __init__(
        self,
        ctx: UiContext,
        action: str,
        go: Callable[[str, str], None],
        cancel: Callable[[], None],
        *,
        asks_old: bool,
    ) -> None:
        super().__init__()
        _ = ctx.translate
        self.ctx = ctx
        self._go = go
        self.old = SecretField(ctx, _("Passphrase or recovery code so far"))
        if not asks_old:
            self.old.hide()
        self._asks_old = asks_old
        self.new = SecretField(
            ctx,
            _("New passphrase"),
            _("Several unrelated words are easy to keep and hard to guess. Spaces and any letters may be used."),
        )
        self.again = SecretField(ctx, _("The same again"))
        self.button = Button(ctx, action, "main", "", self._submit)
        self._cancel = Button(ctx, _("Cancel"), "quiet", "", cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self.old, self.new, self.again):
            column.addWidget(part)
        column.addWidget(ButtonRow(self.button, self._cancel))
        self._rest = QTimer(self, singleShot=True, interval=Duration.REST)
        self._rest.timeout.connect(self._estimate)
        self.new.edited.connect(self._rest.start)
        self.old.entered.connect(self.new.setFocus)
        self.new.entered.connect(self.again.setFocus)
        self.again.entered.connect(self._submit)

    def begin(self) -> None:
        """Ask anew."""
        self.end()
        (self.old if self._asks_old else self.new).setFocus()

    def end(self) -> None:
        """Forget what was typed."""
        for field in (self.old, self.new, self.again):
            field.clear()

    def refuse(self, sentence: str) -> None:
        """What the archive says against it: of the passphrase so far, or of the new one where none was asked for."""
        field = self.old if self._asks_old else self.new
        field.set_problem(sentence)
        field.setFocus()

    def _estimate(self) -> None:
        found = strength(self.new.text)
        self.new.hint.say(self.ctx.translate(found.hint) if found else "", problem=found is not None and found.weak)

    def _submit(self) -> None:
        _ = self.ctx.translate
        if self._asks_old and not self.old.text:
            self.old.set_problem(_("Type the passphrase so far, or the recovery code."))
            self.old.setFocus()
        elif not self.new.text:
            self.new.set_problem(_("Type the new passphrase."))
            self.new.setFocus()
        elif self.new.text != self.again.text:
            self.again.set_problem(_("This is not the same. Nothing was changed; type it once more."))
            self.again.setFocus()
        else:
            self._go(self.old.text, self.new.text)
