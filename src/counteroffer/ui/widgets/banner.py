"""A banner: what happened, what was kept, what to do; inline, and never in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.widgets.buttons import Button, IconButton
from counteroffer.ui.widgets.flow import FlowLayout
from counteroffer.ui.widgets.icon_label import IconLabel
from counteroffer.ui.widgets.labels import Words, announce, set_look

_ICONS = {"info": "info", "good": "saved", "warning": "warning", "error": "error"}


class Banner(QFrame):
    """`tone` is "info", "good", "warning" or "error"; `closed()` if it may be closed and was."""

    closed = Signal()

    def __init__(
        self,
        ctx: UiContext,
        sentence: str = "",
        tone: str = "info",
        detail: str = "",
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ctx = ctx
        _ = ctx.translate
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        row.setSpacing(Space.M)
        self._icon = IconLabel(ctx, _ICONS[tone], tone, Size.ICON)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        middle = QVBoxLayout()
        middle.setSpacing(Space.XS)
        self._sentence = Words("", "strong")
        self._detail = Words("")
        middle.addWidget(self._sentence)
        middle.addWidget(self._detail)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons)
        self._flow.setContentsMargins(0, Space.XS, 0, 0)
        self._buttons.hide()
        middle.addWidget(self._buttons)
        row.addLayout(middle, 1)
        self._offered: Button | None = None
        self._close = IconButton(ctx, "close", _("Close this message"), self._closed, size=Size.ICON_SMALL)
        # Never shown by hand before it has a place: it would be a window of its own for a moment.
        if not closable:
            self._close.hide()
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.say(sentence, tone, detail)

    def say(
        self,
        sentence: str,
        tone: str = "info",
        detail: str = "",
        offer: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Another message in the same place; `offer` is a button, its words and what it does, that goes with it."""
        if self._offered is not None:
            self._flow.removeWidget(self._offered)
            self._offered.hide()
            self._offered.deleteLater()
        self._offered = self.add_action(*offer) if offer is not None else None
        self._buttons.setVisible(self._flow.count() > 0)
        set_look(self, tone)
        self._icon.set_icon(_ICONS[tone], tone)
        self._sentence.setText(sentence)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(detail)
        if self.isVisible():
            self._alert()

    def add_action(self, text: str, on_click: Callable[[], object], kind: str = "") -> Button:
        """A button below the words."""
        button = Button(self.ctx, text, kind, on_click=on_click)
        self._flow.addWidget(button)
        self._buttons.show()
        return button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._alert()

    def _alert(self) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        announce(self, " ".join(filter(None, (self._sentence.text(), self._detail.text()))))

    def _closed(self) -> None:
        self.hide()
        self.closed.emit()
