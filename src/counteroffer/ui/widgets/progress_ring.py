"""A small ring that fills as the points of a tab are done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.icons import paint_icon
from counteroffer.ui.theme.tokens import Size

_TURN = 360 * 16
_TOP = 90 * 16


class ProgressRing(QProgressBar):
    """From 0 to 1. It is a progress bar to screen readers, which read its name and value."""

    def __init__(self, ctx: UiContext, name: str = "", size: int = Size.RING, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._size = QSize(size, size)
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        # The style sheet's bar is flat; this one is as high as it is wide.
        self.setStyleSheet("")
        self.setFixedSize(self._size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_fraction(self, fraction: float) -> None:
        """How much is done."""
        percent = round(max(0.0, min(1.0, fraction)) * 100)
        # Nearly all is not all, and a little is not nothing.
        percent = 99 if percent == 100 and fraction < 1 else 1 if percent == 0 and fraction > 0 else percent
        self.setValue(percent)
        self.update()

    def fraction(self) -> float:
        """How much is done, from 0 to 1."""
        return max(0, self.value()) / 100

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._ctx.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = Size.RING_WIDTH / 2
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ring = box.adjusted(half, half, -half, -half)
        if self.value() >= self.maximum():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("accent"))
            painter.drawEllipse(box)
            inset = side / 5
            paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), "check", colours.colours.on_accent)
            return
        painter.setPen(QPen(colours.colour("field_line"), Size.RING_WIDTH))
        painter.drawEllipse(ring)
        if self.value() > 0:
            pen = QPen(colours.colour("accent"), Size.RING_WIDTH)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(ring, _TOP, -round(_TURN * self.fraction()))
