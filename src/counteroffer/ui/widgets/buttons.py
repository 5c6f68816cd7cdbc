"""Buttons: with words, or with an icon and a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton, QToolButton, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.widgets.mnemonics import MnemonicWords

_ROLE = {"main": "on_accent", "quiet": "accent", "danger": "error"}


class Button(MnemonicWords, QPushButton):
    """A button with words; `kind` is "" (usual), "main" (at most one in view), "quiet" or "danger"."""

    presses = True

    def __init__(
        self,
        ctx: UiContext,
        text: str,
        kind: str = "",
        icon: str = "",
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setText(text)
        self.setProperty("kind", kind)
        # Chips are many and short lived: Tab and the arrow keys go along them.
        self.takes_mnemonic = kind != "chip"
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        if icon:
            self.setIcon(ctx.icon(icon, _ROLE.get(kind, "icon")))
            self.setIconSize(QSize(Size.ICON_SMALL + (Space.XS if text else 0), Size.ICON_SMALL))
        if on_click is not None:
            self.clicked.connect(lambda: on_click())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as the space bar does."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property("kind") != "main" or not self.hasFocus():
            return
        # The ring of other buttons would not stand out from the accent: this one lies inside.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ctx.theme.colour("on_accent"), Size.FOCUS))
        inset = Space.XS
        ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ring, Size.RADIUS - inset / 2, Size.RADIUS - inset / 2)


class CheckBox(MnemonicWords, QCheckBox):
    """A box to tick with its words on one line."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)


class RadioButton(MnemonicWords, QRadioButton):
    """One of several ways to go."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)


class IconButton(QToolButton):
    """A button with an icon only; its name is its tool tip and what a screen reader says."""

    def __init__(
        self,
        ctx: UiContext,
        icon: str,
        name: str,
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        size: int = Size.ICON,
    ) -> None:
        super().__init__(parent)
        self.setIcon(ctx.icon(icon))
        self.setIconSize(QSize(size, size))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if on_click is not None:
            self.clicked.connect(lambda: on_click())
