"""Words on screen: titles, captions, and the hint under a field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from counteroffer.ui.widgets.mnemonics import MnemonicWords


class Words(QLabel):
    """Plain text that wraps; `look` is one of "", "title", "section", "strong", "muted", "caption"."""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("look", look)
        # Never markup: the text may be what somebody typed.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # Not Minimum: the height it would like before its width is known must not hold once it is.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class PageTitle(Words):
    """The title of a page."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "title", parent)


class SectionTitle(Words):
    """The title of a card or a part of one."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "section", parent)


class Caption(Words):
    """Small, quiet text: a prompt, a source, a date."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "caption", parent)


class FieldLabel(MnemonicWords, Words):
    """What an input is called. It needs a buddy, which its letter leads to."""

    def __init__(self, text: str, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", look, parent)
        self.setText(text)


class InlineHint(Words):
    """A line that is there only when there is something to say; a problem is also announced to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "hint-note", parent)
        self.hide()

    def say(self, sentence: str, *, problem: bool = False) -> None:
        """Show a sentence, or nothing if it is empty."""
        if sentence == self.text() and sentence:
            return
        set_look(self, "hint-problem" if problem else "hint-note")
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence and problem:
            announce(self, sentence)


def set_look(widget: QWidget, look: str) -> None:
    """Change what a frame or label is, and have the style sheet take notice."""
    set_property(widget, "look", look)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet selects by."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence when it next pauses."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Rule(QFrame):
    """A quiet line between parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rule")
