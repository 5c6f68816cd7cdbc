"""A card: a titled frame for things that belong together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from counteroffer.ui.theme.tokens import Space
from counteroffer.ui.widgets.labels import SectionTitle, Words


class Card(QFrame):
    """A title, an optional caption, buttons at the right of the title, and below them what the card holds."""

    def __init__(self, title: str = "", caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        self.setAccessibleDescription(caption)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        outer.setSpacing(Space.M)
        heading = QVBoxLayout()
        heading.setSpacing(Space.XS)
        self._header = QHBoxLayout()
        self._header.setSpacing(Space.S)
        self.title = SectionTitle(title)
        if not title:
            self.title.hide()
        self._header.addWidget(self.title, 1)
        heading.addLayout(self._header)
        self.caption = Words(caption, "muted")
        if not caption:
            self.caption.hide()
        heading.addWidget(self.caption)
        outer.addLayout(heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.L)
        outer.addLayout(self.body)
        # Room to spare goes below, not between the fields.
        outer.addStretch(1)

    def set_title(self, title: str) -> None:
        """Another title, such as the name of what the card is about."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_caption(self, caption: str) -> None:
        """Another caption; none hides it."""
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        self.setAccessibleDescription(caption)

    def add_action(self, button: QWidget) -> None:
        """A button at the right of the title."""
        self._header.addWidget(button)

    def add(self, *widgets: QWidget) -> None:
        """Widgets under one another."""
        for widget in widgets:
            self.body.addWidget(widget)

    def add_row(self, *widgets: QWidget) -> None:
        """Widgets side by side that move under one another where there is no room; see `FlowRow`."""
        from counteroffer.ui.widgets.flow import FlowRow

        self.body.addWidget(FlowRow(*widgets))

    def add_layout(self, layout: QLayout) -> None:
        """A layout of one's own."""
        self.body.addLayout(layout)
