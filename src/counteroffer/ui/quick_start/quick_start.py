"""Leads through the ten questions, forth and back, and to the brief at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from counteroffer.domain.edits import Path
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.quick_start.ending import Ending
from counteroffer.ui.quick_start.places import Fresh
from counteroffer.ui.quick_start.questions import QUESTIONS, Step, ask_of, first_unanswered, step_for, steps
from counteroffer.ui.quick_start.screen import Screen
from counteroffer.ui.quick_start.screens import make_screen
from counteroffer.ui.theme import Size, Space
from counteroffer.ui.widgets import Button, Caption, Column, announce
from counteroffer.ui.widgets.mnemonics import Mnemonics, WithMnemonics
from counteroffer.ui.widgets.tab_order import put_after, stops


class QuickStart(WithMnemonics, QWidget):
    """Knows which question is in view; all answers are in the workbook."""

    papers_wanted = Signal()
    workbook_wanted = Signal()
    """The person wants to go on in the workbook itself."""
    elsewhere = Signal(tuple)
    """The path of a field of the workbook that the person wants to go to."""

    def __init__(self, bridge: Bridge, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._bridge = bridge
        self._fresh = Fresh()
        self._screens: dict[str, Screen] = {}
        self._pointed_at: list[QWidget] = []
        self.step: Step | None = first_unanswered(bridge.workbook)
        """The question in view; None at the end."""
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Quick start"))
        self.count = Caption()
        self.bar = QProgressBar()
        self.bar.setRange(0, len(QUESTIONS))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How far you have come"))
        self._stack = QStackedWidget()
        self.ending = Ending(bridge, ctx)
        self.ending.papers_wanted.connect(self.papers_wanted)
        self.ending.workbook_wanted.connect(self.workbook_wanted)
        self.ending.elsewhere.connect(self.elsewhere)
        self.ending.verticalScrollBar().rangeChanged.connect(self._line_up)
        self._stack.addWidget(self.ending)
        self.back_button = Button(ctx, _("Back"), "", "chevron-left", self.back)
        self.skip_button = Button(ctx, _("Skip for now"), "quiet", "", self.skip)
        self.go_on_button = Button(ctx, _("Continue"), "main", "", self.go_on)
        self.go_on_button.setToolTip(_("Enter, or Ctrl+Enter while you write several lines"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._strips = (self._head(), self._foot())
        # The same on all screens: the letters of the questions are others.
        self.mnemonics.give(self._strips[1])
        self.ending.mnemonics = Mnemonics(self.mnemonics)
        column.addWidget(self._strips[0])
        column.addWidget(self._stack, 1)
        column.addWidget(self._strips[1])
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.go_on, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        bridge.changed.connect(self._on_change)

    # --- forth and back

    def come(self) -> None:
        """Come into view, where it was left."""
        self._show(self.step)

    def leave(self) -> None:
        """Go out of view; what was emptied is tidied up."""
        if self.step is not None:
            self.screen_of(self.step).leave()
        self._bridge.seal()

    def go_on(self) -> None:
        """To the next question. What cannot be read is pointed out once; it stays where it is either way."""
        if self.step is None:
            return
        screen = self.screen_of(self.step)
        pending = [one for one in screen.pending() if one not in self._pointed_at]
        if pending:
            self._pointed_at += pending
            pending[0].focus_input()
            return
        if screen.finish is not None:
            screen.finish()
        self.skip()

    def skip(self) -> None:
        """To the next question, come what may."""
        way = steps(self._bridge.workbook)
        at = self._at(way)
        self._go(way[at + 1] if at + 1 < len(way) else None)

    def back(self) -> None:
        """To the question before; from the end to the last one."""
        way = steps(self._bridge.workbook)
        self._go(way[max(self._at(way) - 1, 0)])

    def go_to(self, question: str) -> None:
        """To a question by its id."""
        self._go(next(one for one in steps(self._bridge.workbook) if one.question.id == question))

    def reveal(self, paths: tuple[Path, ...]) -> bool:
        """After an undo or a redo: go to the question that shows what has changed. False if none does."""
        for path in reversed(paths):
            step = step_for(self._bridge.workbook, path)
            if step is not None:
                # Already there: then the cursor stays, and what is being typed can go on.
                if self.step is None or (step.question, step.ask) != (self.step.question, self.step.ask):
                    self._go(step)
                    field = self.screen_of(step).field_at(path)
                    if field is not None:
                        field.focus_input()
                return True
        return False

    def screen_of(self, step: Step) -> Screen:
        """The screen of a question, made when it is first wanted."""
        question = step.question
        if question.id not in self._screens:
            screen = self._screens[question.id] = make_screen(question, self._bridge, self.ctx, self._fresh)
            screen.ask_wanted.connect(lambda: self.go_to("ask"))
            screen.settled.connect(self.go_on_button.setFocus)
            screen.verticalScrollBar().rangeChanged.connect(self._line_up)
            screen.mnemonics = Mnemonics(self.mnemonics)
            self._stack.addWidget(screen)
        return self._screens[question.id]

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line goes on; in a text of several lines it begins a new one, and never comes here."""
        place = QApplication.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(place, QLineEdit):
            self.go_on()
        elif isinstance(place, QPushButton):
            place.click()

    # --- inside

    def _head(self) -> QWidget:
        head = QVBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(self.count)
        head.addWidget(self.bar)
        return _centred(head, Space.L, 0)

    def _foot(self) -> QWidget:
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.skip_button)
        foot.addWidget(self.go_on_button)
        return _centred(foot, Space.M, Space.L)

    def _order(self, column: Column) -> None:
        """Have Tab come to the buttons at the bottom last: the questions are made after them."""
        own = {one for one in stops(column) if one.isVisibleTo(column)}
        last: QWidget | None = None
        here: QWidget | None = self.nextInFocusChain()
        while here is not None and here is not self:
            last, here = here if here in own else last, here.nextInFocusChain()
        if last is not None:
            put_after(last, self._strips[1])

    def _line_up(self) -> None:
        """Keep what stands above and below in line with the question, which its scroll bar moves aside."""
        column = self._stack.currentWidget()
        bar = column.verticalScrollBar() if isinstance(column, Column) else None
        beside = Size.SCROLL_BAR if bar is not None and bar.maximum() > 0 else 0
        for strip in self._strips:
            margins = strip.contentsMargins()
            margins.setRight(beside)
            strip.setContentsMargins(margins)

    def _at(self, way: tuple[Step, ...]) -> int:
        """Where on the way the question in view stands; behind the last one at the end."""
        if self.step is None:
            return len(way)
        here = self.step
        same = [at for at, one in enumerate(way) if one.question is here.question]
        return next((at for at in same if way[at].ask == here.ask), same[0])

    def _go(self, step: Step | None) -> None:
        self.leave()
        self._show(step)

    def _show(self, step: Step | None) -> None:
        # As the way stands now: the ask that the step was about may be gone.
        way = steps(self._bridge.workbook)
        self.step = step
        self.step = step = way[self._at(way)] if step is not None else None
        self._pointed_at = []
        if step is None:
            self.ending.refresh()
            self._stack.setCurrentWidget(self.ending)
            self._order(self.ending)
            self._line_up()
            self._tell()
            self.ending.print_button.setFocus()
            announce(self, self.ending.title.text())
            return
        screen = self.screen_of(step)
        screen.enter(step)
        self._stack.setCurrentWidget(screen)
        self._order(screen)
        self._line_up()
        self._tell()
        screen.focus_first()
        announce(self, f"{self.count.text()}. {self.ctx.translate(step.question.title)}")

    def _tell(self) -> None:
        """Say how far it has come, and what the buttons do."""
        _ = self.ctx.translate
        step, workbook = self.step, self._bridge.workbook
        self.bar.setValue(step.number if step is not None else len(QUESTIONS))
        words = (
            _("{number} of {all}").format(number=step.number, all=len(QUESTIONS))
            if step
            else _("All ten have been asked")
        )
        self.count.setText(words)
        self.bar.setAccessibleDescription(words)
        self.back_button.setEnabled(step is None or step.number > 1)
        self.go_on_button.setVisible(step is not None)
        answered = step is not None and step.question.answered(workbook, ask_of(workbook, step))
        self.skip_button.setVisible(step is not None and not answered)

    def _on_change(self, _change: Change) -> None:
        if not self.isVisible():
            return
        if self.step is None:
            self.ending.refresh()
            self._order(self.ending)
        elif self.step.ask and ask_of(self._bridge.workbook, self.step) is None:
            self._show(self.step)
        else:
            self.screen_of(self.step).refresh()
        self._tell()


def _centred(inner: QVBoxLayout | QHBoxLayout, above: int, below: int) -> QWidget:
    """As wide as the questions, and in the middle like them."""
    strip, middle = QWidget(), QWidget()
    middle.setMaximumWidth(Size.QUESTION)
    middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    inner.setContentsMargins(0, 0, 0, 0)
    middle.setLayout(inner)
    across = QHBoxLayout(strip)
    across.setContentsMargins(Space.XL, above, Space.XL, below)
    across.addStretch(1)
    across.addWidget(middle, 1000)
    across.addStretch(1)
    return strip
