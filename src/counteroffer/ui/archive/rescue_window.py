"""The window for an archive that is not there or does not open: put a backup in its place, or bring back what is whole.

Also the way in for an archive from another computer, which travels as a backup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path as File
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports import Backup
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.opener import help_alone
from counteroffer.ui.locking.secret_field import SecretField
from counteroffer.ui.reading import write_moment
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.waiting import when_answered
from counteroffer.ui.widgets import Banner, Button, FlowRow, PageTitle, Row, Words
from counteroffer.ui.widgets.fitting import fit_screen
from counteroffer.ui.widgets.item_rows import RowModel
from counteroffer.ui.widgets.item_view import ItemView
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow

USUAL = QSize(640, 620)
PutBack = Callable[[str, str], Future[Any]]
"""Takes a backup, by its name among those shown or as the path of a file, and the secret that opens it."""
Salvage = Callable[[str], Future[Sequence[str]]]
"""Takes the secret; gives the report in sentences."""


class RescueWindow(MnemonicsOnShow, QWidget):
    """`mended(sentences)` once an archive is in place; `given_up()` when the person closes the window. While it is at
    work it stays."""

    mended = Signal(object)
    given_up = Signal()

    def __init__(
        self,
        ctx: UiContext,
        title: str,
        sentence: str,
        backups: Sequence[Backup],
        put_back: PutBack,
        salvage: Salvage | None = None,
    ) -> None:
        super().__init__()
        _ = ctx.translate
        self.ctx = ctx
        self._put_back = put_back
        self._salvage = salvage
        self._dismissed = False
        # Nothing can be salvaged of an archive that is still on its way here.
        self.help_opener = help_alone(self, ctx, "moving" if salvage is None else "trouble")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Counteroffer")
        fit_screen(self, USUAL)
        self.setMinimumWidth(Size.QUESTION)
        self.banner = Banner(ctx)
        self.banner.hide()
        self.rows = RowModel(_("Backup"), numbered=False, parent=self)
        self.list = ItemView(ctx, self.rows, movable=False)
        self.list.setAccessibleName(_("Backups"))
        self.rows.set_rows([self._row(backup) for backup in backups])
        self.list.fit()
        self.list.setVisible(bool(backups))
        if backups:
            self.list.setCurrentIndex(self.rows.index(0))
        self.secret = SecretField(
            ctx, _("Passphrase or recovery code"), _("Only if the archive had one when the backup was made.")
        )
        self.back_button = Button(ctx, _("Put the chosen backup in place"), "main", "undo", self._restore)
        self.back_button.setVisible(bool(backups))
        self.file_button = Button(ctx, _("From a file …"), "" if backups else "main", "archive", self._choose_file)
        self.salvage_button = Button(ctx, _("Bring back what is whole"), "", "check", self._bring_back)
        self.salvage_button.setVisible(salvage is not None)
        column = QVBoxLayout()
        column.setSpacing(Space.L)
        column.addWidget(PageTitle(title))
        column.addWidget(Words(sentence))
        column.addWidget(self.banner)
        if backups:
            column.addWidget(Words(_("The backups in the archive's folder:"), "strong"))
        for part in (self.list, self.secret):
            column.addWidget(part)
        column.addWidget(
            FlowRow(
                self.back_button,
                self.file_button,
                self.salvage_button,
                least=Size.FIELD,
            )
        )
        column.addWidget(
            Words(
                _("Nothing is deleted by any of this: the files that are there now are set aside in the same folder."),
                "caption",
            )
        )
        close_button = Button(ctx, _("Close"), "quiet", "", self.close)
        column.addWidget(close_button, 0, Qt.AlignmentFlag.AlignTrailing)
        body = QWidget()
        body.setLayout(column)
        body.setMaximumWidth(Size.COLUMN)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XXL)
        outer.addWidget(body)
        outer.addStretch(1)

    def _row(self, backup: Backup) -> Row:
        _ = self.ctx.translate
        moment = write_moment(backup.at.astimezone(), self.ctx.locale)
        return Row(backup.name, moment, _(backup.occasion), _("with a passphrase") if backup.protected else "")

    def _restore(self) -> None:
        at = self.list.currentIndex().row()
        if at >= 0:
            self._wait(self._put_back(self.rows.rows()[at].id, self.secret.text), lambda _done: self._finish(()))

    def _choose_file(self) -> None:
        _ = self.ctx.translate
        name, _kind = QFileDialog.getOpenFileName(self, _("A backup"), "", "Counteroffer (*.counteroffer-backup)")
        if name:
            self.take(File(name))

    def take(self, file: File) -> None:
        """Put the backup in this file in place."""
        self._wait(self._put_back(str(file), self.secret.text), lambda _done: self._finish(()))

    def _bring_back(self) -> None:
        if self._salvage is not None:
            self._wait(self._salvage(self.secret.text), self._finish)

    def _wait(self, call: Future[Any], then: Callable[[Any], None]) -> None:
        self.banner.hide()
        when_answered(self, call, then, self._refuse, busy=self)

    def _refuse(self, problem: BadInput | Fault) -> None:
        sentence = self.ctx.translate(problem.sentence)
        if isinstance(problem, BadInput):
            self.secret.set_problem(sentence)
            self.secret.setFocus()
        else:
            self.banner.say(sentence, "error")
            self.banner.show()

    def _finish(self, sentences: Sequence[str]) -> None:
        self.mended.emit(tuple(sentences))
        self.dismiss()

    def dismiss(self) -> None:
        """Close the window because it is not needed any more."""
        self._dismissed = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.isEnabled() and not self._dismissed:
            event.ignore()
            return
        self.help_opener.close()
        super().closeEvent(event)
        if not self._dismissed:
            self.given_up.emit()
