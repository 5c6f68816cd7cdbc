"""Small words in a frame: a label, a switch, or something that can be taken away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.widgets.buttons import IconButton
from counteroffer.ui.widgets.labels import Words, set_look
from counteroffer.ui.widgets.margins import margins


class Chip(Words):
    """A label; `tone` is "neutral", "info", "good", "warning" or "error". The words say what the colour says."""

    def __init__(self, text: str, tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, f"chip-{tone}", parent)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_chip(self, text: str, tone: str) -> None:
        """Other words in another tone."""
        self.setText(text)
        set_look(self, f"chip-{tone}")


class ToggleChip(QPushButton):
    """A chip that is on or off; `toggled(bool)`."""

    def __init__(self, ctx: UiContext, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setIconSize(QSize(Size.ICON_SMALL + Space.XS, Size.ICON_SMALL))
        self.toggled.connect(lambda on: self.setIcon(ctx.icon("check", "accent")) if on else self._bare())

    def _bare(self) -> None:
        from PySide6.QtGui import QIcon

        self.setIcon(QIcon())


class _Elided(QLabel):
    """Words on one line that give way where there is no room for all of them; the tool tip has them in full."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(Size.CONTROL, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading),
            self.palette(),
            self.isEnabled(),
            words,
            self.foregroundRole(),
        )


class RemovableChip(QFrame):
    """A chip with a button that takes it away; `removed()`."""

    removed = Signal()

    def __init__(self, ctx: UiContext, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.setProperty("look", "tag")
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(Space.S, 1, Space.XS, 1))
        row.setSpacing(Space.XS)
        label = _Elided(text)
        self.button = IconButton(
            ctx, "close", _("Remove {name}").format(name=text), self.removed.emit, size=Size.ICON_SMALL
        )
        self.button.setProperty("kind", "tiny")
        row.addWidget(label)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
