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
        ground = QWidget()
        ground.setProperty("look", "ground")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(ground)
        across.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XXL)
        self._column = QWidget()
        self._column.setMaximumWidth(width)
        self._column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        down = QVBoxLayout(self._column)
        down.setContentsMargins(0, 0, 0, 0)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.L)
        down.addLayout(self.body)
        down.addStretch(1)
        across.addStretch(1)
        across.addWidget(self._column, 1000)
        across.addStretch(1)
        if title:
            heading = QVBoxLayout()
            heading.setSpacing(Space.XS)
            heading.addWidget(PageTitle(title))
            if caption:
                heading.addWidget(Words(caption, "muted"))
            self.body.addLayout(heading)
        self.setWidget(ground)

    def add(self, *widgets: QWidget) -> None:
        """Widgets, mostly cards, under one another."""
        for widget in widgets:
            self.body.addWidget(widget)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that a widget is in view, with a little room around it; of one that is too high, its top."""
        if self._column.isAncestorOf(widget) and widget.height() > self.viewport().height():
            self.verticalScrollBar().setValue(self.top_of(widget))
            return
        self.ensureWidgetVisible(widget, 0, Space.XXL * 2)

    def top_of(self, widget: QWidget) -> int:
        """Where a widget of the column begins, from the column's top."""
        return widget.mapTo(self._column, QPoint(0, 0)).y()
