"""An icon that is only looked at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Size


class IconLabel(QWidget):
    """Painted in the colour of a role in whatever theme is in view; without a name a screen reader passes it over."""

    def __init__(
        self, ctx: UiContext, name: str, role: str = "icon", size: int = Size.ICON, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._name, self._role = name, role
        self._size = QSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, name: str, role: str = "icon") -> None:
        """Another icon."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon = self._ctx.icon(self._name, self._role)
        icon.paint(painter, QRectF(self.rect()).toRect())
