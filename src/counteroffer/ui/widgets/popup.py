"""A small frame that opens below what was pressed, and goes when something else is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counteroffer.ui.help.explaining import lend_key
from counteroffer.ui.theme.tokens import Space


class Popup(QFrame):
    """What is in it is put into `column`."""

    at_end = False
    """Whether it ends where the widget above it ends, and does not begin where that begins."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        # What it is about is said by what it opens from.
        lend_key(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget, inside the screen."""
        self.adjustSize()
        along = anchor.width() - self.width() if self.at_end else 0
        corner = anchor.mapToGlobal(QPoint(along, anchor.height() + Space.XS))
        room = anchor.screen().availableGeometry()
        corner.setX(min(max(corner.x(), room.left()), room.right() - self.width()))
        if corner.y() + self.height() > room.bottom():
            corner.setY(max(room.top(), anchor.mapToGlobal(QPoint(0, 0)).y() - self.height() - Space.XS))
        self.move(corner)
        self.show()
