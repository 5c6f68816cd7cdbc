"""Moving to another computer: take everything along in one file, and bring it in there. Two short steps."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path as File

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from counteroffer.editing.ports import Archive, Backup, ProtectionState
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.explaining import explain
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.waiting import when_answered, when_done
from counteroffer.ui.widgets import Banner, Button, Card, PageTitle, announce
from counteroffer.ui.widgets.fitting import fit_height
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow


class MovingDialog(MnemonicsOnShow, QDialog):
    """`keep` saves what is open, and says whether that worked; `bring_in` closes the archive that is open and asks for
    the one from the other computer."""

    def __init__(
        self,
        ctx: UiContext,
        archive: Archive,
        keep: Callable[[], bool],
        bring_in: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._archive = archive
        self._keep = keep
        self._bring_in = bring_in
        explain(self, "moving")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Move to another computer"))
        self.setMinimumWidth(Size.QUESTION)
        self.banner = Banner(ctx)
        self.banner.hide()
        self.unprotected = Banner(ctx)
        self.unprotected.hide()
        self.take_button = Button(ctx, _("Make the file …"), "main", "export", self._choose)
        self.bring_button = Button(ctx, _("Bring it in here …"), "", "import", self._come_in)
        here = Card(
            _("1  On the computer you leave"),
            _(
                "One file takes everything along: all workbooks with their history and attached files, and the "
                "archive’s settings. It opens with the passphrase that the archive has."
            ),
        )
        here.add(self.unprotected, self.banner, self.take_button)
        there = Card(
            _("2  On the new computer"),
            _(
                "Install Counteroffer, carry the file over on a stick, open this window there and bring it in. What is "
                "in the archive there already is set aside, not deleted."
            ),
        )
        there.add(self.bring_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        column.addWidget(PageTitle(_("Move to another computer")))
        column.addWidget(here)
        column.addWidget(there)
        column.addWidget(Button(ctx, _("Close"), "quiet", "", self.accept), 0, Qt.AlignmentFlag.AlignTrailing)
        fit_height(self)
        when_done(self, archive.protection.state(), self._told)

    def _told(self, done: Future[ProtectionState]) -> None:
        if done.exception() is None and not done.result().has_passphrase:
            _ = self.ctx.translate
            self.unprotected.say(
                _("The archive has no passphrase, so whoever finds the file can read it. You can set one first."),
                "warning",
            )
            self.unprotected.show()
            fit_height(self)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.ctx.translate("Where the file goes"))
        if folder:
            self.take_along(File(folder))

    def take_along(self, folder: File) -> None:
        """Make the file in this folder."""
        _ = self.ctx.translate
        if not self._keep():
            self._say(
                _("Something that is open could not be saved, so no file was made. Look at its window first."), "error"
            )
            return

        def made(backup: Backup) -> None:
            sentence = _("The file is made and checked: {name}").format(name=backup.name)
            self._say(sentence, "good", _("Delete it once the new computer has everything."))

        announce(self, _("Writing the file …"))
        making = self._archive.backups.make_in(folder)
        when_answered(self, making, made, lambda why: self._say(_(why.sentence), "error"), busy=self.take_button)

    def _say(self, sentence: str, tone: str, detail: str = "") -> None:
        self.banner.say(sentence, tone, detail)
        self.banner.show()
        fit_height(self)

    def _come_in(self) -> None:
        self.accept()
        self._bring_in()
