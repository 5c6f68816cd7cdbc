"""Going back to a backup: choose one, see what would change, then decide."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_
from counteroffer.editing.ports import Backup, Backups, Restoring, RowChange
from counteroffer.ui.context import UiContext
from counteroffer.ui.locking.secret_field import SecretField
from counteroffer.ui.reading import write_moment
from counteroffer.ui.theme.tokens import Space
from counteroffer.ui.waiting import when_answered
from counteroffer.ui.widgets import Banner, Button, ButtonRow, Row, Words, announce
from counteroffer.ui.widgets.item_rows import RowModel
from counteroffer.ui.widgets.item_view import ItemView

_MOST = 12
"""Workbooks named one by one; of more, their number."""

_CHANGES = {
    RowChange.ADDED: N_("{title}: comes back"),
    RowChange.CHANGED: N_("{title}: goes back to {moment}"),
    RowChange.GONE: N_("{title}: would go, for it is not in the backup"),
}


class RestoreForm(QWidget):
    """Calls `done(sentence)` once the backup is in place; `ready` puts away what is open before."""

    def __init__(
        self, ctx: UiContext, backups: Backups, ready: Callable[[], bool], done: Callable[[str], None]
    ) -> None:
        super().__init__()
        _ = ctx.translate
        self.ctx = ctx
        self._backups = backups
        self._ready = ready
        self._done = done
        self._found: Restoring | None = None
        """What the chosen backup would change, once that is known."""
        self.banner = Banner(ctx)
        self.banner.hide()
        self.rows = RowModel(_("Backup"), numbered=False, parent=self)
        self.list = ItemView(ctx, self.rows, movable=False)
        self.list.setAccessibleName(_("Backups"))
        self.list.fit()
        self.list.open_asked.connect(lambda _at: self._compare())
        self.secret = SecretField(
            ctx,
            _("Passphrase of this backup"),
            _("Only if it was another one than today's. The recovery code of that time opens it too."),
        )
        self.compare_button = Button(ctx, _("Show what would change"), "main", "", self._compare)
        self.restore_button = Button(ctx, _("Put this backup in place"), "danger", "", self._restore)
        self.cancel_button = Button(ctx, _("Cancel"), "quiet", "", self.hide)
        self.changes = Words("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self.list, self.secret, self.banner, self.changes):
            column.addWidget(part)
        column.addWidget(ButtonRow(self.compare_button, self.restore_button, self.cancel_button))
        self.list.selectionModel().currentChanged.connect(lambda *_at: self._forget())
        ctx.privacy.changed.connect(self._on_privacy)

    def begin(self) -> None:
        """Show the backups that there are."""
        self.secret.clear()
        self._forget()
        self.show()
        when_answered(self, self._backups.listed(), self._listed, self._refuse)

    def hide(self) -> None:
        """Put the form away; what was typed into it is forgotten."""
        self.secret.clear()
        super().hide()

    def _listed(self, found: tuple[Backup, ...]) -> None:
        self.rows.set_rows([self._row(backup) for backup in found])
        if found:
            self.list.setCurrentIndex(self.rows.index(0))
        self.list.setFocus()

    def _row(self, backup: Backup) -> Row:
        _ = self.ctx.translate
        size = _("{number} KB").format(number=max(1, backup.size // 1024))
        mark = "" if backup.protected else _("opens without a passphrase")
        return Row(backup.name, self._moment(backup.at), f"{_(backup.occasion)} · {size}", mark)

    def _chosen(self) -> str:
        at = self.list.currentIndex().row()
        return self.rows.rows()[at].id if at >= 0 else ""

    def _forget(self) -> None:
        """What was shown of one backup does not hold for another."""
        self._found = None
        self.changes.setText("")
        self.changes.hide()
        self.banner.hide()
        self.restore_button.setVisible(False)
        self.compare_button.setVisible(True)

    def _compare(self) -> None:
        if self._chosen():
            self._wait(self._backups.compare(self._chosen(), self.secret.text), self._compared)

    def _compared(self, found: Restoring) -> None:
        self._found = found
        self.changes.setText(self._in_words(found))
        self.changes.show()
        announce(self.changes, self.changes.text())
        self.restore_button.setVisible(bool(found.changes))
        self.compare_button.setVisible(not found.changes)

    def _on_privacy(self, _hidden: bool) -> None:
        if self._found is not None:
            self.changes.setText(self._in_words(self._found))

    def _in_words(self, found: Restoring) -> str:
        _, seen = self.ctx.translate, self.ctx.privacy.words
        lines = [
            _(_CHANGES[change]).format(title=seen(title) or _("Untitled workbook"), moment=self._moment(when))
            for change, title, when in found.changes[:_MOST]
        ]
        more = len(found.changes) - len(lines)
        if more > 0:
            lines.append(_("and {count} more").format(count=more))
        lines.append(_("stay as they are: {count}").format(count=found.same))
        head = _("With this backup in place:") if found.changes else _("Nothing would change:")
        note = _("The archive as it is now is backed up first, so you can come back.")
        return "\n".join([head, *(f"–  {line}" for line in lines), "", note])

    def _moment(self, when: datetime) -> str:
        return write_moment(when.astimezone(), self.ctx.locale)

    def _restore(self) -> None:
        if not self._ready():
            self._say("Something that is open could not be saved, so nothing was put back. Look at its window first.")
            return
        announce(self, self.ctx.translate("Putting the backup in place …"))
        self._wait(self._backups.restore(self._chosen(), self.secret.text), self._restored)

    def _restored(self, _changed: Restoring) -> None:
        self.hide()
        self._done("The backup is in place. The archive as it was before is among the backups.")

    def _wait(self, call: Future[Restoring], then: Callable[[Restoring], None]) -> None:
        self.banner.hide()
        when_answered(self, call, then, self._refuse, busy=self)

    def _refuse(self, problem: BadInput | Fault) -> None:
        self._say(problem.sentence)

    def _say(self, sentence: str) -> None:
        self.banner.say(self.ctx.translate(sentence), "error")
        self.banner.show()
