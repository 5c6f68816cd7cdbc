"""The card in the settings for backups: when the last good one was made, where they go, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_
from counteroffer.editing.ports import Backup, Backups, BackupState
from counteroffer.ui.archive.restore_form import RestoreForm
from counteroffer.ui.context import UiContext
from counteroffer.ui.reading import write_moment
from counteroffer.ui.waiting import when_answered, when_done
from counteroffer.ui.widgets import Banner, Button, Card, FlowRow, Words, announce

_NOT_KEPT = N_("Something that is open could not be saved, so no backup was made. Look at its window first.")


class BackupsCard(Card):
    """`restored()` once a backup stands in the archive's place, so that what is open is read anew."""

    restored = Signal()

    def __init__(self, ctx: UiContext, backups: Backups, keep: Callable[[], bool], ready: Callable[[], bool]) -> None:
        """`keep` saves what is open before a backup is made, `ready` puts it away before one takes its place; each
        says whether that worked."""
        _ = ctx.translate
        super().__init__(
            _("Backups"),
            _("Made by themselves while you work, checked, and thinned out as they age. Sealed as the archive is."),
        )
        self.ctx = ctx
        self._backups = backups
        self._keep = keep
        self.trouble = Banner(ctx)
        self.trouble.hide()
        self.banner = Banner(ctx, closable=True)
        self.banner.hide()
        self.last = Words("")
        self.place = Words("", "muted")
        self.make_button = Button(ctx, _("Back up now"), "", "saved", self._make)
        self.place_button = Button(ctx, _("Another folder …"), "", "archive", self._choose_place)
        self.usual_button = Button(ctx, _("Back to the usual folder"), "quiet", "", lambda: self._set_place(""))
        self.check_button = Button(ctx, _("Check everything"), "", "check", self._verify)
        self.restore_button = Button(ctx, _("Restore a backup …"), "", "undo", self._restore)
        self.form = RestoreForm(ctx, backups, ready, self._put_back)
        self.form.hide()
        self.add(self.trouble, self.banner, self.last, self.place)
        self.add(FlowRow(self.make_button, self.place_button, self.check_button, self.restore_button, least=180))
        self.add(self.usual_button, self.form)
        self.usual_button.hide()

    def refresh(self) -> None:
        """Ask anew how the backups stand."""
        when_answered(self, self._backups.state(), self._told, self._refuse)

    def _told(self, state: BackupState) -> None:
        _ = self.ctx.translate
        self.last.setText(
            _("Last good backup: {moment}. Kept in all: {count}.").format(
                moment=write_moment(state.last_good.astimezone(), self.ctx.locale), count=state.count
            )
            if state.last_good
            else _("There is no backup yet. The first one is made after your next changes, or now if you wish.")
        )
        self.place.setText(_("They are in {folder}.").format(folder=state.place))
        self.usual_button.setVisible(not state.is_usual_place)
        self.restore_button.setEnabled(state.count > 0)
        self.trouble.setVisible(bool(state.trouble))
        if state.trouble:
            self.trouble.say(_(state.trouble), "warning")

    def _make(self) -> None:
        _ = self.ctx.translate

        def made(backup: Backup) -> None:
            moment = write_moment(backup.at.astimezone(), self.ctx.locale)
            self._say(_("The newest backup is of {moment}, and it is whole.").format(moment=moment), "good")

        if self._keep():
            self._do(self._backups.make(), made, self.make_button, _("Making a backup …"))
        else:
            self._say(_NOT_KEPT, "error")

    def _choose_place(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.ctx.translate("Where backups go"))
        if folder:
            self._set_place(folder)

    def _set_place(self, folder: str) -> None:
        self._do(self._backups.set_place(folder), lambda _state: None, self.place_button)

    def _verify(self) -> None:
        _ = self.ctx.translate

        def checked(troubles: tuple[str, ...]) -> None:
            if troubles:
                self.banner.say(_("Something is damaged."), "error", "\n".join(_(one) for one in troubles))
                self.banner.show()
            else:
                self._say(_("Every page, every kept state and every backup is whole."), "good")

        self._do(self._backups.verify(), checked, self.check_button, _("Checking everything …"))

    def _restore(self) -> None:
        self.banner.hide()
        self.form.begin()

    def _put_back(self, sentence: str) -> None:
        self._say(sentence, "good")
        self.refresh()
        self.restored.emit()

    def _do(self, call: Future[Any], then: Callable[[Any], object], button: Button, meanwhile: str = "") -> None:
        self.banner.hide()
        if meanwhile:
            announce(button, meanwhile)
        when_answered(self, call, then, self._refuse, busy=button)
        when_done(self, call, lambda _done: self.refresh())

    def _refuse(self, problem: BadInput | Fault) -> None:
        self._say(problem.sentence, "error")

    def _say(self, sentence: str, tone: str) -> None:
        self.banner.say(self.ctx.translate(sentence), tone)
        self.banner.show()
