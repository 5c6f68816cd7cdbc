"""What a file would bring in, shown before anything is taken in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QVBoxLayout, QWidget

from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_, plural
from counteroffer.editing.ports import Carrying, Conflict, Incoming, TakenIn
from counteroffer.ui.archive.hits import unsaid
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.explaining import explain
from counteroffer.ui.locking.secret_field import SecretField
from counteroffer.ui.reading import write_day
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.waiting import when_answered
from counteroffer.ui.widgets import Banner, Button, ButtonRow, PageTitle, RadioButton, Row, Words, announce
from counteroffer.ui.widgets.fitting import fit_height
from counteroffer.ui.widgets.item_rows import RowModel
from counteroffer.ui.widgets.item_view import ItemView
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow

_WAYS = (
    (Conflict.KEEP_BOTH, N_("Keep both: take it in as a second workbook")),
    (Conflict.NEWER, N_("Keep whichever was changed last")),
    (Conflict.REPLACE, N_("Take the one from the file; the one here stays in its history")),
)
_NOT_READY = N_(
    "A workbook that the file holds too is open and could not be saved, so nothing was taken in. Look at its window "
    "first."
)


class IncomingDialog(MnemonicsOnShow, QDialog):
    """`taken(tuple of TakenIn)` once the file's workbooks are in the archive."""

    taken = Signal(object)

    def __init__(
        self,
        ctx: UiContext,
        carrying: Carrying,
        content: bytes,
        name: str,
        ready: Callable[[str], bool],
        parent: QWidget,
    ) -> None:
        """`ready` saves and closes a workbook by its id before another state takes its place; whether that worked."""
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._carrying = carrying
        self._ready = ready
        self._content = content
        self._name = name
        self._file = Words(ctx.privacy.words(name), "muted")
        self._found: tuple[Incoming, ...] = ()
        explain(self, "carrying")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Import"))
        self.setMinimumWidth(Size.QUESTION)
        self.banner = Banner(ctx)
        self.banner.hide()
        self.secret = SecretField(
            ctx, _("Passphrase of the file"), _("The one that was given to the file when it was made.")
        )
        self.secret.entered.connect(self.look)
        self.rows = RowModel(_("Untitled workbook"), numbered=False, parent=self)
        self.list = ItemView(ctx, self.rows, movable=False)
        self.list.setAccessibleName(_("What the file holds"))
        self.clash = QWidget()
        self._ways = QButtonGroup(self)
        ways = QVBoxLayout(self.clash)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(Space.XS)
        ways.addWidget(Words(_("Some are here already, with other content. What is to be done with those?"), "strong"))
        for number, (_way, words) in enumerate(_WAYS):
            button = RadioButton(_(words))
            button.setChecked(number == 0)
            self._ways.addButton(button, number)
            ways.addWidget(button)
        self.look_button = Button(ctx, _("Show what it holds"), "main", "", self.look)
        self.take_button = Button(ctx, _("Take in"), "main", "import", self.take_in)
        self.cancel_button = Button(ctx, _("Cancel"), "quiet", "", self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        column.addWidget(PageTitle(_("What will come in")))
        column.addWidget(self._file)
        for part in (self.banner, self.secret, self.list, self.clash):
            column.addWidget(part)
        column.addWidget(ButtonRow(self.look_button, self.take_button, self.cancel_button))
        # Room to spare stays at the end.
        column.addStretch(1)
        ctx.privacy.changed.connect(self._on_privacy)
        sealed = carrying.needs_passphrase(content)
        self.secret.setVisible(sealed)
        self.look_button.setVisible(sealed)
        for part in (self.list, self.clash, self.take_button):
            part.hide()
        if sealed:
            self.secret.setFocus()
        else:
            self.look()

    def look(self) -> None:
        """Read the file without taking anything in."""
        self._busy(True)
        looking = self._carrying.look_into(self._content, self.secret.text)
        when_answered(self, looking, self._looked, self._refuse)

    def take_in(self) -> None:
        """Take in what was shown."""
        clashing = not self.clash.isHidden()
        conflict = _WAYS[self._ways.checkedId()][0] if clashing else Conflict.REFUSE
        if conflict in (Conflict.REPLACE, Conflict.NEWER) and not self._put_by():
            self._say(self.ctx.translate(_NOT_READY))
            return
        self._busy(True)
        taking = self._carrying.take_in(self._content, self.secret.text, conflict)
        when_answered(self, taking, self._took, self._refuse)

    def _put_by(self) -> bool:
        """Close what may get another state: a window that still showed the old one would save it over the new."""
        return all(self._ready(one.id) for one in self._found if one.there is not None)

    def _looked(self, found: tuple[Incoming, ...]) -> None:
        _ = self.ctx.translate
        self._busy(False)
        self._found = found
        self.banner.hide()
        self.rows.set_rows([self._row(one) for one in found])
        self.list.setVisible(bool(found))
        self.list.setCurrentIndex(self.rows.index(0))
        self.clash.setVisible(any(one.there is not None and not one.same for one in found))
        self.secret.hide()
        self.look_button.hide()
        self.take_button.show()
        self.take_button.setText(
            _("Take it in") if len(found) == 1 else _("Take in {count} workbooks").format(count=len(found))
        )
        self.take_button.setFocus()
        holds = plural(_, "The file holds one workbook.", "The file holds {count} workbooks.", len(found))
        announce(self, holds.format(count=len(found)))
        fit_height(self)

    def _on_privacy(self, _hidden: bool) -> None:
        self._file.setText(self.ctx.privacy.words(self._name))
        self.rows.set_rows([self._row(one) for one in self._found])

    def _row(self, one: Incoming) -> Row:
        _ = self.ctx.translate
        parts = unsaid(one.title or one.employer, one.employer)
        if one.changed is not None:
            day = write_day(one.changed.astimezone().date(), self.ctx.locale)
            parts.append(_("changed {day}").format(day=day))
        if one.files:
            parts.append(_("attached files: {count}").format(count=one.files))
        mark = _("new")
        if one.there is not None:
            day = write_day(one.there.changed.astimezone().date(), self.ctx.locale)
            mark = _("here already") if one.same else _("here with other content, changed {day}").format(day=day)
        seen = self.ctx.privacy.words
        return Row(one.id, seen(one.title or one.employer), seen(" · ".join(parts)), mark)

    def _took(self, taken: tuple[TakenIn, ...]) -> None:
        self._busy(False)
        self.accept()
        self.taken.emit(taken)

    def _refuse(self, problem: BadInput | Fault) -> None:
        self._busy(False)
        sentence = self.ctx.translate(problem.sentence)
        if isinstance(problem, BadInput) and not self.secret.isHidden():
            self.secret.set_problem(sentence)
            self.secret.input.selectAll()
            self.secret.setFocus()
            return
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.banner.say(sentence, "error")
        self.banner.show()
        fit_height(self)

    def _busy(self, busy: bool) -> None:
        for part in (self.secret, self.look_button, self.take_button, self.clash):
            part.setEnabled(not busy)
