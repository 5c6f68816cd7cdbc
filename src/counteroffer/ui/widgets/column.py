"""The page's column: cards under one another, centred, no wider than is good for reading."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.widgets.labels import PageTitle, Words


class Column(QScrollArea):
    """Scrolls up and down only. Keeps whatever takes the keyboard in view."""

    def __init__(
        self, title: str = "", caption: str = "", width: int = Size.COLUMN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        self._ground = QWidget()
        self._ground.setProperty("look", "ground")
        self._ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._width = width
        self._down = QVBoxLayout(self._ground)
        self._down.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XXL)
        self._down.setSpacing(Space.L)
        self._down.addStretch(1)
        self.body = self._last = self._narrow_part()
        if title:
            heading = QVBoxLayout()
            heading.setSpacing(Space.XS)
            heading.addWidget(PageTitle(title))
            if caption:
                heading.addWidget(Words(caption, "muted"))
            self.body.addLayout(heading)
        self.setWidget(self._ground)

    def add(self, *widgets: QWidget) -> None:
        """Widgets, mostly cards, under one another."""
        for widget in widgets:
            self._last.addWidget(widget)

    def add_wide(self, widget: QWidget) -> None:
        """A widget that may take all the width there is, such as a table. What is added after it is narrow again."""
        self._centre(widget)
        self._last = self._narrow_part()

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that a widget is in view, with a little room around it; of one that is too high, its top."""
        if self._ground.isAncestorOf(widget) and widget.height() > self.viewport().height():
            self.verticalScrollBar().setValue(self.top_of(widget))
            return
        self.ensureWidgetVisible(widget, 0, Space.XXL * 2)

    def top_of(self, widget: QWidget) -> int:
        """Where a widget of the column begins, from the column's top."""
        return widget.mapTo(self._ground, QPoint(0, 0)).y() - Space.XL

    def _narrow_part(self) -> QVBoxLayout:
        """A part of the page that is no wider than is good for reading."""
        part = QWidget()
        part.setMaximumWidth(self._width)
        part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        body = QVBoxLayout(part)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.L)
        self._centre(part)
        return body

    def _centre(self, widget: QWidget) -> None:
        """Put a widget below the others, in the middle where it is not as wide as the page."""
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(widget, 1000)
        across.addStretch(1)
        # Room to spare stays at the end.
        self._down.insertLayout(self._down.count() - 1, across)
