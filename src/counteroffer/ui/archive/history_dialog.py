"""The earlier states of the open workbook: what changed when, a name for a state worth keeping, and the way back."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from counteroffer.documents.content.differing import difference_lines
from counteroffer.documents.content.format import Format, locale_of
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.restoring import restoring
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import History, Revision
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.explaining import explain
from counteroffer.ui.reading import write_moment
from counteroffer.ui.theme.tokens import Duration, Size, Space
from counteroffer.ui.waiting import when_answered, when_done
from counteroffer.ui.widgets import (
    Banner,
    Button,
    ButtonRow,
    Caption,
    FieldLabel,
    PageTitle,
    RadioButton,
    Row,
    SectionTitle,
    Words,
)
from counteroffer.ui.widgets.item_rows import RowModel
from counteroffer.ui.widgets.item_view import ItemView
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow

_MOST_LINES = 60
_MOST_ROWS = 6
_LONGEST_NAME = 120


class HistoryDialog(MnemonicsOnShow, QDialog):
    """Two states are compared at a time: the one chosen in the list, and the present one or the one before it."""

    def __init__(self, ctx: UiContext, bridge: Bridge, history: History, parent: QWidget) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._bridge = bridge
        self._history = history
        self._revisions: tuple[Revision, ...] = ()
        self._asked = 0
        self._shown: Workbook | None = None
        explain(self, "history")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Earlier states"))
        self.resize(2 * Size.POPUP + Size.QUESTION // 2, Size.QUESTION)
        self.banner = Banner(ctx, closable=True)
        self.banner.hide()
        self.rows = RowModel(_("Earlier state"), numbered=False, parent=self)
        self.list = ItemView(ctx, self.rows, movable=False)
        self.list.setAccessibleName(_("Earlier states"))
        # Room for the buttons below it on a small screen too.
        self.list.most_rows = _MOST_ROWS
        self.list.fit()
        self.list.setAccessibleDescription(_("Arrow keys choose; what differs is shown beside."))
        self._rest = QTimer(self, singleShot=True, interval=Duration.FIGURES)
        self._rest.timeout.connect(self._compare)
        self.list.selectionModel().currentChanged.connect(lambda *_at: self._rest.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        column.addWidget(PageTitle(_("Earlier states")))
        column.addWidget(
            Words(
                _(
                    "Each save is kept: the last fifty, then one an hour for two weeks, then one a day. A state with a "
                    "name is kept for ever."
                ),
                "muted",
            )
        )
        column.addWidget(self.banner)
        across = QHBoxLayout()
        across.setSpacing(Space.XL)
        across.addWidget(_part(self._left()), 2)
        across.addWidget(_part(self._right()), 3)
        column.addLayout(across, 1)
        self._read()

    def _left(self) -> QVBoxLayout:
        _ = self.ctx.translate
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(self.list)
        left.addStretch(1)
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setPlaceholderText(_("before round 2"))
        self.name.setAccessibleName(_("Name of this state"))
        self.name.returnPressed.connect(self._name)
        label = FieldLabel(_("Name of this state"))
        label.setBuddy(self.name)
        self.name_button = Button(self.ctx, _("Keep under this name"), "", "check", self._name)
        left.addWidget(label)
        left.addWidget(self.name)
        left.addWidget(self.name_button, 0, Qt.AlignmentFlag.AlignLeft)
        return left

    def _right(self) -> QVBoxLayout:
        _ = self.ctx.translate
        right = QVBoxLayout()
        right.setSpacing(Space.M)
        self.heading = SectionTitle("")
        self._sides = QButtonGroup(self)
        self.since = RadioButton(_("What has changed since then"))
        self.then = RadioButton(_("What was changed at that moment"))
        self.since.setChecked(True)
        self.since.toggled.connect(lambda _on: self._compare())
        for side in (self.since, self.then):
            self._sides.addButton(side)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(_("What differs"))
        self.back_button = Button(self.ctx, _("Go back to this state"), "main", "undo", self._go_back)
        self.back_note = Caption(_("It is a step like any other: undo takes it back, and nothing of the history goes."))
        sides = QVBoxLayout()
        sides.setSpacing(Space.XS)
        for side in (self.since, self.then):
            sides.addWidget(side)
        right.addWidget(self.heading)
        right.addLayout(sides)
        right.addWidget(self.lines, 1)
        right.addWidget(self.back_note)
        right.addWidget(ButtonRow(self.back_button, Button(self.ctx, _("Close"), "quiet", "", self.accept)))
        return right

    # --- the list

    def _read(self) -> None:
        # What is on screen is saved first, so that the list ends with it.
        self._bridge.flush_and_wait()
        when_answered(self, self._history.listed(self._bridge.workbook.id), self._listed, self._refuse)

    def _listed(self, found: tuple[Revision, ...]) -> None:
        # The newest is what is in the window already: the one before it has something to say.
        at = self.list.currentIndex().row() if self._revisions else 1
        self._revisions = found
        self.rows.set_rows([self._row(one) for one in self._revisions])
        self.list.setCurrentIndex(self.rows.index(max(0, min(at, len(self._revisions) - 1))))
        self.list.setFocus()
        self._compare()

    def _row(self, one: Revision) -> Row:
        _ = self.ctx.translate
        moment = write_moment(one.at.astimezone(), self.ctx.locale)
        present = one is self._revisions[0] and self._bridge.is_kept
        mark = _("as it is now") if present else _("named") if one.name else ""
        return Row(str(one.number), one.name or moment, moment if one.name else _(one.label), mark)

    def _chosen(self) -> Revision | None:
        at = self.list.currentIndex().row()
        return self._revisions[at] if 0 <= at < len(self._revisions) else None

    # --- what differs

    def _compare(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self._rest.stop()
        self._asked += 1
        number = self._asked
        self.name.setText(chosen.name)
        self.heading.setText(chosen.name or write_moment(chosen.at.astimezone(), self.ctx.locale))
        state = self._history.load(chosen.workbook_id, chosen.number)
        when_done(self, state, lambda done: self._loaded(number, chosen, done))

    def _loaded(self, number: int, chosen: Revision, done: Future[Workbook]) -> None:
        if number != self._asked:
            return  # another one was chosen meanwhile
        try:
            self._shown = done.result()
        except (BadInput, Fault) as problem:
            self._shown = None
            self.lines.setPlainText("")
            self.back_button.setEnabled(False)
            self._say(problem.sentence)
            return
        self.back_button.setEnabled(self._shown != self._bridge.workbook)
        if self.since.isChecked():
            self._tell(self._shown, self._bridge.workbook)
            return
        before = next((one for one in self._revisions if one.number < chosen.number), None)
        if before is None:
            self.lines.setPlainText(self.ctx.translate("This is the first state that is kept."))
            return
        earlier = self._history.load(before.workbook_id, before.number)
        when_done(self, earlier, lambda was: self._loaded_before(number, was))

    def _loaded_before(self, number: int, done: Future[Workbook]) -> None:
        if number != self._asked or self._shown is None:
            return
        try:
            self._tell(done.result(), self._shown)
        except (BadInput, Fault) as problem:
            self._say(problem.sentence)

    def _tell(self, before: Workbook, after: Workbook) -> None:
        fmt = Format(locale_of(self.ctx.locale), after.situation.currency, self.ctx.translate)
        found = difference_lines(before, after, fmt, _MOST_LINES)
        self.lines.setPlainText("\n".join(f"–  {line}" for line in found) or self.ctx.translate("Nothing differs."))

    # --- what is asked for

    def _name(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        naming = self._history.name(chosen.workbook_id, chosen.number, self.name.text().strip())
        when_answered(self, naming, lambda _none: self._read(), self._refuse)

    def _go_back(self) -> None:
        _ = self.ctx.translate
        if self._shown is None:
            return
        problem = self._bridge.apply(restoring(self._bridge.workbook, self._shown, _("Back to an earlier state")))
        if problem is not None:
            self._say(problem)
            return
        self._bridge.seal()
        self.banner.say(_("The workbook is as it was then. Undo takes this back."), "good")
        self.banner.show()
        self._read()

    def _refuse(self, problem: BadInput | Fault) -> None:
        self._say(problem.sentence)

    def _say(self, sentence: str) -> None:
        self.banner.say(self.ctx.translate(sentence), "error")
        self.banner.show()


def _part(column: QVBoxLayout) -> QWidget:
    """A half of the window, which is read to its end before the other."""
    part = QWidget()
    column.setContentsMargins(0, 0, 0, 0)
    part.setLayout(column)
    return part
