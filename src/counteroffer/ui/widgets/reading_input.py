"""A line that is read as a value: the input under numbers, money, percentages and dates."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from counteroffer.ui.privacy import Privacy
from counteroffer.ui.theme.tokens import Size
from counteroffer.ui.widgets.inputs import LineInput
from counteroffer.ui.widgets.labels import set_property
from counteroffer.ui.widgets.leading import Leading

Read = Callable[[str], object]
"""Text to value; None for no text. Raises Unreadable."""
Write = Callable[[object], str]
"""Value to text."""


class ReadingInput(Leading, QFrame):
    """A line with a unit behind it, in one frame. The text stays as typed until the person leaves it."""

    edited = Signal()
    left = Signal()
    """The person has left the line, or pressed Enter in it."""
    escaped = Signal()

    def __init__(self, read: Read, write: Write, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "field")
        self._read, self._write = read, write
        self._button: QAbstractButton | None = None
        self.line = LineInput()
        self.line.setProperty("bare", True)
        self.line.setPlaceholderText(placeholder)
        self.line.installEventFilter(self)
        self.suffix = QLabel()
        self.suffix.setProperty("look", "suffix")
        self.suffix.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.line, 1)
        self._row.addWidget(self.suffix)
        self.lead_to(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.edited.connect(self.edited)
        self.line.left.connect(self.left)
        self.line.returnPressed.connect(self.left)
        self.line.escaped.connect(self.escaped)

    def add_button(self, button: QAbstractButton) -> None:
        """A button inside the frame; from the keyboard, Alt+Down presses it."""
        self._button = button
        # Without the alignment the button would keep the row from growing with the type.
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_suffix(self, text: str) -> None:
        """What the number counts, shown behind it."""
        self.suffix.setText(text)
        self.suffix.setVisible(bool(text))

    def hide_with(self, privacy: Privacy) -> None:
        """Show dots in place of the text while figures are hidden."""
        privacy.changed.connect(self._cover)
        self._cover(privacy.hidden)

    def _cover(self, hidden: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)

    def value(self) -> object:
        """What the text says. Raises Unreadable."""
        return self._read(self.line.text())

    def show_value(self, value: object) -> None:
        """Write a value into the line."""
        self.line.show_text("" if value is None else self._write(value))

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * Size.CONTROL, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._button is not None:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() == Qt.Key.Key_Down:
                self._button.click()
                return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_property(self, "focused", event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)
