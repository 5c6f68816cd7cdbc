"""Writing workbooks to a file: sealed with a passphrase, or open for everybody who has it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QVBoxLayout, QWidget

from counteroffer.domain.errors import BadInput, Fault
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.explaining import explain
from counteroffer.ui.locking.new_passphrase import NewPassphraseForm
from counteroffer.ui.papers.saving import ask_where, write
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.waiting import when_answered
from counteroffer.ui.widgets import Banner, Button, ButtonRow, PageTitle, RadioButton, Words, announce
from counteroffer.ui.widgets.fitting import fit_height
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow

Export = Callable[[str], Future[bytes]]
"""Gives the file's bytes, sealed if the passphrase is not empty."""


class ExportDialog(MnemonicsOnShow, QDialog):
    """Asks how, then where, then writes; stays open to say how it went."""

    def __init__(self, ctx: UiContext, title: str, name: str, export: Export, parent: QWidget) -> None:
        """`name` is what the file is called unless the person calls it something else."""
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._name = name
        self._export = export
        explain(self, "carrying")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Export"))
        self.setMinimumWidth(Size.QUESTION)
        self.banner = Banner(ctx)
        self.banner.hide()
        self._kinds = QButtonGroup(self)
        self.sealed = RadioButton(_("Sealed with a passphrase"))
        self.plain = RadioButton(_("Open: whoever has the file can read it, in any text editor"))
        self._kinds.addButton(self.sealed)
        self._kinds.addButton(self.plain)
        self.sealed.setChecked(True)
        self.form = NewPassphraseForm(
            ctx, _("Save the file …"), lambda _old, new: self._go(new), self.reject, asks_old=False
        )
        self.plain_button = Button(ctx, _("Save the file …"), "main", "", lambda: self._go(""))
        self.plain_row = ButtonRow(self.plain_button, Button(ctx, _("Cancel"), "quiet", "", self.reject))
        self.done_button = Button(ctx, _("Close"), "main", "", self.accept)
        self.plain_row.hide()
        self.done_button.hide()
        self.plain.toggled.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        column.addWidget(PageTitle(title))
        self.note = Words(
            _("The passphrase is not kept anywhere. Without it the file cannot be opened, not even by you."), "muted"
        )
        kinds = QVBoxLayout()
        kinds.setSpacing(Space.XS)
        for kind in (self.sealed, self.plain):
            kinds.addWidget(kind)
        column.addWidget(self.banner)
        column.addLayout(kinds)
        for part in (self.note, self.form, self.plain_row, self.done_button):
            column.addWidget(part)
        self.form.begin()
        fit_height(self)

    def _turn(self, plain: bool) -> None:
        self.form.setVisible(not plain)
        self.note.setVisible(not plain)
        self.plain_row.setVisible(plain)
        fit_height(self)

    def _go(self, passphrase: str) -> None:
        _ = self.ctx.translate
        file = ask_where(self, _("Export"), self._name, "Counteroffer (*.counteroffer)")
        if file is None:
            return

        def exported(content: bytes) -> None:
            if write(file, content, self.banner, private=True):
                self._finish()

        announce(self, _("Writing the file …"))
        when_answered(self, self._export(passphrase), exported, self._refuse, busy=self)

    def _refuse(self, problem: BadInput | Fault) -> None:
        self.banner.say(self.ctx.translate(problem.sentence), "error")
        self.banner.show()

    def _finish(self) -> None:
        self.form.end()
        for part in (self.sealed, self.plain, self.note, self.form, self.plain_row):
            part.hide()
        self.done_button.show()
        # Sealing takes a moment, and the dialog that asked where may have left the keyboard elsewhere meanwhile.
        self.done_button.setDefault(True)
        self.activateWindow()
        self.done_button.setFocus()
        fit_height(self)
