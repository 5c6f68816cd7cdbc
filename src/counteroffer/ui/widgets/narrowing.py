"""The line above a long list that leaves only the entries in view that have the words typed into it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Duration, Space
from counteroffer.ui.widgets.inputs import LineInput, let_clear
from counteroffer.ui.widgets.labels import Caption, announce

_INTO_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Narrowing(QWidget):
    """A line for the words, and below it how many entries have them. Escape empties it."""

    typed = Signal(str)
    """These words are looked for now."""
    rested = Signal()
    """Nothing more has been typed for a moment, or whoever typed goes on."""
    left = Signal()
    """The arrow down or Enter: on into the list. `rested` comes before it."""

    def __init__(self, ctx: UiContext, name: str, parent: QWidget) -> None:
        # Not without a place, or it would be a window for a moment when it is shown.
        super().__init__(parent)
        self._translate = _ = ctx.translate
        words = _("Find in the list")
        self.line = LineInput()
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(_("Find in the list: {name}").format(name=name))
        self.line.setAccessibleDescription(_("Arrow down goes to what was found, Escape brings all back."))
        self.line.addAction(ctx.icon("find"), LineInput.ActionPosition.LeadingPosition).setText(words)
        let_clear(self.line, ctx.icon("close"), _("Empty this line"))
        self._waiting = QTimer(self, singleShot=True, interval=Duration.REST)
        self._waiting.timeout.connect(self._go_on)
        self.line.textChanged.connect(self._on_text)
        self.line.escaped.connect(self.forget)
        self.line.installEventFilter(self)
        self.found = Caption()
        self.found.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.XS)
        column.setSpacing(Space.XS)
        column.addWidget(self.line)
        column.addWidget(self.found)

    def say(self, number: int, of: int) -> None:
        """How many entries have the words, and of how many."""
        _ = self._translate
        sentence = _("{number} of {all}") if number else _("None of {all} has these words.")
        self.found.setText(sentence.format(number=number, all=of))
        self.found.show()

    def forget(self) -> None:
        """No words are looked for any more; that need not wait for anything."""
        self.found.hide()
        if self.line.text():
            self.line.clear()
            self._go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line, the arrow down leads into the list."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _INTO_THE_LIST
        ):
            self._go_on()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_text(self, text: str) -> None:
        self._waiting.start()
        self.typed.emit(text)

    def _go_on(self) -> None:
        self._waiting.stop()
        self.rested.emit()
        if not self.found.isHidden():
            announce(self.line, self.found.text())
