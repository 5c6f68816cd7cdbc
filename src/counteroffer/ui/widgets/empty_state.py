"""What an empty place says: what belongs there, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.widgets.buttons import Button
from counteroffer.ui.widgets.icon_label import IconLabel
from counteroffer.ui.widgets.labels import Words


class EmptyState(QWidget):
    """An icon, a sentence, and a button with the first step; `button` is None without one."""

    def __init__(
        self,
        ctx: UiContext,
        icon: str,
        sentence: str,
        action: str = "",
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._lead: Button | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.XL, Space.L, Space.XL)
        column.setSpacing(Space.M)
        self._icon = IconLabel(ctx, icon, "text_muted", Size.ICON_LARGE)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self._words = words = Words(sentence, "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        self.button: Button | None = None
        if action:
            self.button = Button(ctx, action, icon="add", on_click=on_click)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(sentence)

    @property
    def first(self) -> Button | None:
        """The step that is offered first."""
        return self._lead or self.button

    def offer_first(self, action: str, icon: str, on_click: Callable[[], object]) -> Button:
        """Another step, offered before the one that is there."""
        self._lead = Button(self._ctx, action, "main", icon, on_click)
        self._column.insertWidget(self._column.indexOf(self._words) + 1, self._lead, 0, Qt.AlignmentFlag.AlignHCenter)
        if self.button is not None:
            QWidget.setTabOrder(self._lead, self.button)
        return self._lead

    def compact(self) -> None:
        """Take no more room than the words and the button need: for a list inside an entry of another list."""
        self._icon.hide()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        start = Qt.AlignmentFlag.AlignLeft
        self._words.setAlignment(start)
        if self.button is not None:
            self._column.setAlignment(self.button, start)
