"""The card in the settings for the passphrase: set it, change it, take it away, and what opens the archive besides."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.documents.pdf.result import Page
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports import NewPassphrase, Protection, ProtectionState
from counteroffer.ui.context import UiContext
from counteroffer.ui.locking.new_passphrase import NewPassphraseForm
from counteroffer.ui.locking.recovery_sheet import RecoverySheet
from counteroffer.ui.locking.secret_field import SecretField
from counteroffer.ui.theme.tokens import Space
from counteroffer.ui.waiting import when_answered, when_done
from counteroffer.ui.widgets import Banner, Button, ButtonRow, Card, CheckBox, Words


class PassphraseCard(Card):
    """Shows how the archive is protected, and one form at a time to change that.

    `opened(part)`: a form or the recovery code has come up, and is to be scrolled into view.
    """

    opened = Signal(QWidget)
    changed = Signal()
    """The archive has a passphrase now, or has none any more."""

    def __init__(self, ctx: UiContext, protection: Protection, folder: str, page: Callable[[], Page]) -> None:
        _ = ctx.translate
        super().__init__(_("Passphrase"))
        self.ctx = ctx
        self._protection = protection
        self._state: ProtectionState | None = None
        self.banner = Banner(ctx, closable=True)
        self.banner.hide()
        self.standing = Words("")
        self.set_button = Button(ctx, _("Set a passphrase …"), "main", "lock", lambda: self._open(self.first))
        self.change_button = Button(ctx, _("Change it …"), "", "edit", lambda: self._open(self.change))
        self.code_button = Button(ctx, _("New recovery code …"), "", "print", lambda: self._open(self.code))
        self.remove_button = Button(ctx, _("Remove it …"), "danger", "", lambda: self._open(self.removing))
        self._doors = ButtonRow(self.change_button, self.code_button, self.remove_button)
        self.remember = CheckBox(_("Remember it on this computer"))
        self.remember.clicked.connect(self._remember)
        self.keyring_note = Words("", "caption")
        self.first = NewPassphraseForm(ctx, _("Set the passphrase"), self._set_first, self._close, asks_old=False)
        self.change = NewPassphraseForm(ctx, _("Change the passphrase"), self._change, self._close, asks_old=True)
        self.code = SecretForm(
            ctx,
            _("A new code makes the one that you printed worthless."),
            _("Make a new code"),
            self._new_code,
            self._close,
        )
        self.removing = SecretForm(
            ctx,
            _("Without a passphrase, whoever has the archive's files can read them."),
            _("Remove the passphrase"),
            self._remove,
            self._close,
            kind="danger",
        )
        self.sheet = RecoverySheet(ctx, folder, page, self._kept)
        self.open_backups = Banner(ctx)
        self.open_backups.add_action(_("Delete those backups"), self._remove_open_backups, "danger")
        self.add(self.banner, self.standing)
        self.body.addWidget(self.set_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(self._doors, self.first, self.change, self.code)
        self.add(self.removing, self.sheet, self.open_backups, self.remember, self.keyring_note)
        self._forms = (self.first, self.change, self.code, self.removing)
        for one in (*self._forms, self.sheet, self.open_backups, self.set_button, self._doors):
            one.hide()
        self.remember.hide()
        self.keyring_note.hide()

    def refresh(self) -> None:
        """Ask anew how the archive is protected."""
        when_answered(self, self._protection.state(), self._told, self._refuse)

    def offer(self) -> None:
        """Locking was asked for, and there is nothing to lock with yet."""
        self._open(self.first)
        self._say("The archive has no passphrase yet, so it cannot be locked. Set one here if you wish.", "info")

    def _told(self, state: ProtectionState) -> None:
        self._state = state
        self._show()

    def _show(self) -> None:
        _ = self.ctx.translate
        state = self._state
        if state is None:
            return
        self.standing.setText(
            _("The archive is sealed with your passphrase. Without it, or the recovery code, nobody can read it.")
            if state.has_passphrase
            else _(
                "The archive has no passphrase: whoever can use your account on this computer, or gets hold of its "
                "files, can read it. A passphrase seals everything in it. If you forget it, only the recovery code "
                "helps, which you print when you set it."
            )
        )
        asking = any(not form.isHidden() for form in self._forms) or not self.sheet.isHidden()
        self.set_button.setVisible(not state.has_passphrase and not asking)
        self._doors.setVisible(state.has_passphrase and not asking)
        self.remember.setVisible(state.has_passphrase and not asking)
        self.remember.setChecked(state.remembered)
        self.remember.setEnabled(not state.no_keyring)
        note = _(state.no_keyring) or _("Your account's own key store then opens the archive, without being asked.")
        self.keyring_note.setText(note)
        self.keyring_note.setVisible(state.has_passphrase and not asking)
        left = state.has_passphrase and state.open_backups > 0 and not asking
        self.open_backups.setVisible(left)
        if left:
            self.open_backups.say(
                _("Backups from before the passphrase still open without it: {count}.").format(
                    count=state.open_backups
                ),
                "warning",
                _(
                    "A sealed backup is made before they are deleted. They were looked for in the folder where backups "
                    "go now and in the usual one. Copies in a folder that you chose before, and files that were set "
                    "aside after damage, stay: those you have to delete yourself."
                ),
            )

    def _open(self, form: NewPassphraseForm | SecretForm) -> None:
        for one in self._forms:
            one.setVisible(one is form)
        self.banner.hide()
        form.begin()
        self._show()
        self.opened.emit(form)

    def _close(self) -> None:
        for one in self._forms:
            one.end()
            one.hide()
        self._show()

    def _kept(self) -> None:
        self.sheet.show_code("")
        self.refresh()
        self._show()

    def _set_first(self, _old: str, new: str) -> None:
        def done(made: NewPassphrase) -> None:
            self.changed.emit()
            self._close()
            self.sheet.show_code(made.recovery_code)
            self.opened.emit(self.sheet)
            self._say(self.ctx.translate("The archive is sealed now."), "good")

        self._do(self._protection.set_first(new), done, self.first)

    def _change(self, old: str, new: str) -> None:
        self._do(
            self._protection.change(old, new),
            lambda _none: self._finish(self.ctx.translate("From now on the new passphrase opens the archive.")),
            self.change,
        )

    def _new_code(self, secret: str) -> None:
        def done(code: str) -> None:
            self._close()
            self.sheet.show_code(code)
            self.opened.emit(self.sheet)

        self._do(self._protection.new_recovery_code(secret), done, self.code)

    def _remove(self, secret: str) -> None:
        def done(_none: None) -> None:
            self.changed.emit()
            self._finish(self.ctx.translate("The archive has no passphrase any more."))

        self._do(self._protection.remove(secret), done, self.removing)

    def _remember(self, wanted: bool) -> None:
        call = self._protection.remember() if wanted else self._protection.forget()
        self._do(call, lambda _none: None, None)

    def _remove_open_backups(self) -> None:
        _ = self.ctx.translate
        self._do(
            self._protection.remove_open_backups(),
            lambda count: self._finish(_("Unprotected backups deleted: {count}.").format(count=count)),
            None,
        )

    def _do(
        self, call: Future[Any], then: Callable[[Any], object], form: NewPassphraseForm | SecretForm | None
    ) -> None:
        """Wait for the archive; a wrong secret is said at its field, anything else at the top of the card."""
        when_answered(self, call, then, lambda problem: self._refuse(problem, form), busy=form)
        when_done(self, call, lambda _done: self.refresh())

    def _refuse(self, problem: BadInput | Fault, form: NewPassphraseForm | SecretForm | None = None) -> None:
        if form is not None and isinstance(problem, BadInput):
            form.refuse(self.ctx.translate(problem.sentence))
        else:
            self._say(problem.sentence, "error")

    def _finish(self, sentence: str) -> None:
        self._close()
        self._say(sentence, "good")

    def _say(self, sentence: str, tone: str) -> None:
        self.banner.say(self.ctx.translate(sentence), tone)
        self.banner.show()


class SecretForm(QWidget):
    """Asks for the passphrase before something is done."""

    def __init__(
        self,
        ctx: UiContext,
        sentence: str,
        action: str,
        go: Callable[[str], None],
        cancel: Callable[[], None],
        kind: str = "main",
    ) -> None:
        super().__init__()
        _ = ctx.translate
        self.ctx = ctx
        self._go = go
        self.field = SecretField(ctx, _("Passphrase or recovery code"))
        self.field.entered.connect(self._submit)
        self.button = Button(ctx, action, kind, "", self._submit)
        self._cancel = Button(ctx, _("Cancel"), "quiet", "", cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(Words(sentence))
        column.addWidget(self.field)
        column.addWidget(ButtonRow(self.button, self._cancel))

    def begin(self) -> None:
        """Ask anew."""
        self.field.clear()
        self.field.setFocus()

    def end(self) -> None:
        """Forget what was typed."""
        self.field.clear()

    def refuse(self, sentence: str) -> None:
        """The secret was wrong."""
        self.field.set_problem(sentence)
        self.field.input.selectAll()
        self.field.setFocus()

    def _submit(self) -> None:
        _ = self.ctx.translate
        if self.field.text:
            self._go(self.field.text)
        else:
            self.field.set_problem(_("Type your passphrase or your recovery code."))
