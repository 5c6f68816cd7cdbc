"""The window that stands in front of a locked archive."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.domain.errors import BadInput, Fault
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.opener import help_alone
from counteroffer.ui.locking.secret_field import SecretField
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.waiting import when_done
from counteroffer.ui.widgets import Banner, Button, IconLabel, PageTitle, Words, announce
from counteroffer.ui.widgets.fitting import fit_screen
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow

USUAL = QSize(560, 460)


class UnlockWindow(MnemonicsOnShow, QWidget):
    """`unlocked()` once the archive is open; `failed(fault)` if the secret was not the trouble; `given_up()` when the
    person closes the window. While the archive is being opened it stays.

    `open_with` tries a passphrase or recovery code. It works in the background: it takes a moment by design.
    """

    unlocked = Signal()
    failed = Signal(object)
    given_up = Signal()

    def __init__(self, ctx: UiContext, open_with: Callable[[str], Future[Any]]) -> None:
        super().__init__()
        _ = ctx.translate
        self.ctx = ctx
        self._open_with = open_with
        self._dismissed = False
        self._is_busy = False
        self.help_opener = help_alone(self, ctx, "privacy")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Counteroffer")
        fit_screen(self, USUAL)
        self.field = SecretField(ctx, _("Passphrase or recovery code"))
        self.field.entered.connect(self._try)
        self.button = Button(ctx, _("Unlock"), "main", "", self._try)
        self.banner = Banner(ctx)
        self.banner.hide()
        heading = QHBoxLayout()
        heading.setSpacing(Space.M)
        heading.addWidget(IconLabel(ctx, "lock", "accent", Size.ICON), 0, Qt.AlignmentFlag.AlignVCenter)
        self._title = PageTitle(_("Your archive is locked"))
        heading.addWidget(self._title, 1)
        column = QVBoxLayout()
        column.setSpacing(Space.L)
        column.addLayout(heading)
        column.addWidget(Words(_("Everything in it is sealed on the disk until you unlock it."), "muted"))
        column.addWidget(self.field)
        column.addWidget(self.banner)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(
            Words(
                _(
                    "Forgotten the passphrase? The recovery code that you printed opens the archive as well. "
                    "Without either of them nobody can open it, not even we."
                ),
                "caption",
            )
        )
        body = QWidget()
        body.setLayout(column)
        body.setMaximumWidth(Size.QUESTION)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XXL)
        outer.addStretch(1)
        outer.addWidget(body)
        outer.addStretch(2)
        self.field.setFocus()

    def say(self, sentence: str, tone: str = "info") -> None:
        """Tell why the archive is locked, or what else is to be known."""
        self.banner.say(sentence, tone)
        self.banner.show()

    def _try(self) -> None:
        _ = self.ctx.translate
        if not self.field.text:
            self.field.set_problem(_("Type your passphrase or your recovery code."))
            return
        self._busy(True)
        when_done(self, self._open_with(self.field.text), self._tried)

    def _tried(self, done: Future[Any]) -> None:
        self._busy(False)
        try:
            done.result()
        except BadInput as problem:
            self.field.set_problem(self.ctx.translate(problem.sentence))
            self.field.input.selectAll()
            self.field.setFocus()
            return
        except Fault as problem:
            self.failed.emit(problem)
            return
        self.field.clear()
        self.unlocked.emit()

    def _busy(self, busy: bool) -> None:
        _ = self.ctx.translate
        self._is_busy = busy
        self.button.setEnabled(not busy)
        self.field.setEnabled(not busy)
        self.button.setText(_("Unlocking …") if busy else _("Unlock"))
        if busy:
            announce(self.button, self.button.text())

    def dismiss(self) -> None:
        """Close the window because it is not needed any more."""
        self._dismissed = True
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            announce(self, self._title.text())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_busy and not self._dismissed:
            event.ignore()
            return
        self.help_opener.close()
        super().closeEvent(event)
        if not self._dismissed:
            self.given_up.emit()
