"""The recovery code, shown once: to be printed, saved or copied, and then never seen again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from counteroffer.documents.make import recovery_pdf
from counteroffer.documents.pdf.result import Page
from counteroffer.ui.context import UiContext
from counteroffer.ui.papers.saving import ask_where, write
from counteroffer.ui.theme.tokens import Space
from counteroffer.ui.widgets import Banner, Button, ButtonRow, Words


class RecoverySheet(QWidget):
    """Shows the code until the person says that it is kept. `folder` names the archive on the printed sheet."""

    def __init__(self, ctx: UiContext, folder: str, page: Callable[[], Page], done: Callable[[], object]) -> None:
        super().__init__()
        _ = ctx.translate
        self.ctx = ctx
        self._folder = folder
        self._page = page
        self._code = ""
        self.shown = QLabel()
        self.shown.setProperty("look", "code")
        self.shown.setTextFormat(Qt.TextFormat.PlainText)
        self.shown.setWordWrap(True)
        self.shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shown.setAccessibleName(_("Recovery code"))
        self.banner = Banner(ctx)
        self.banner.hide()
        self.save_button = Button(ctx, _("Save as PDF to print …"), "main", "print", self.save)
        self.done_button = Button(ctx, _("I have kept it"), "", "check", done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(Words(_("Your recovery code"), "strong"))
        column.addWidget(self.shown)
        column.addWidget(
            Words(
                _(
                    "It opens the archive when the passphrase is forgotten, and it is shown only now. Print it or "
                    "write it down, and keep it where you keep your passport."
                )
            )
        )
        column.addWidget(self.banner)
        column.addWidget(ButtonRow(self.save_button, self.done_button))

    def show_code(self, code: str) -> None:
        """Show this code; none forgets the one before."""
        self._code = code
        self.shown.setText(code)
        self.banner.hide()
        self.setVisible(bool(code))
        if code:
            self.shown.setFocus()

    def save(self) -> None:
        """Write the sheet as a PDF where the person wants it."""
        _ = self.ctx.translate
        file = ask_where(self, _("Save the recovery code"), _("recovery code") + ".pdf", "PDF (*.pdf)")
        if file is None:
            return
        sheet = recovery_pdf(
            self._code, self._folder, self.ctx.today(), self.ctx.locale, page=self._page(), translate=_
        )
        detail = _("Print it, then delete the file: whoever finds it can open the archive.")
        write(file, sheet.bytes, self.banner, private=True, detail=detail)
