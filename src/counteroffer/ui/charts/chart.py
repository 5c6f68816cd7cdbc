"""What all charts share: a scale, points that the arrow keys walk, and the same in words and as a table.

A chart is one stop of the Tab key. Left and right go from point to point, Home and End to the outermost; each point
is said in words below the picture and to screen readers. Nothing is known from the picture alone. The menu key or
the right button offers the picture and the table to take along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme import Colours, Size, Space, Type
from counteroffer.ui.widgets import announce

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_NEAR = Size.CONTROL // 2
"""How near the pointer must come to a point to be told of it."""


@dataclass(frozen=True)
class Point:
    """Something on the chart that can be walked to."""

    words: str
    cells: tuple[str, ...]
    """The same as a row of the table."""


@dataclass(frozen=True)
class Scale:
    """From figures to places along a line."""

    low: Fraction
    high: Fraction
    start: float
    end: float
    """Where low and high come to stand; the end may lie before the start where one reads from right to left."""

    def at(self, figure: Fraction) -> float:
        """Where a figure stands; in the middle if there is only one."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + float((figure - self.low) / (self.high - self.low)) * (self.end - self.start)


class Chart(QWidget):
    """A subclass paints its points with `draw` and says how high that gets with `height_at`."""

    walked = Signal(str)
    """The words of the point that was walked to; empty when the chart is left."""

    spoken_role = QAccessible.Role.Chart

    def __init__(self, ctx: UiContext, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.points: tuple[Point, ...] = ()
        self.headings: tuple[str, ...] = ()
        self.current = -1
        self.setAccessibleName(name)
        # Tab passes by while there is nothing to walk; what took no keyboard at all would lose its place in the order.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        ctx.theme.changed.connect(self._dressed)

    # What a subclass does

    def draw(self, painter: QPainter, box: QRectF, colours: Colours) -> None:
        """Paint the chart into a box, in the colours of a theme: paper always takes the light one."""
        raise NotImplementedError

    def height_at(self, width: float) -> float:
        """How high the picture gets."""
        raise NotImplementedError

    def place(self, index: int, box: QRectF) -> QPointF:
        """Where a point stands in the box."""
        raise NotImplementedError

    # What an owner does

    def set_points(self, points: Sequence[Point], words: str, headings: Sequence[str]) -> None:
        """Other points. `words` is the whole chart in a sentence; `headings` stand above the table's columns."""
        self.points = tuple(points)
        self.headings = tuple(headings)
        self.current = min(self.current, len(self.points) - 1)
        # Where there is nothing to walk to, the Tab key does not stop.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.points else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleDescription(words)
        self.setToolTip("\n".join("  ".join(row) for row in self.table()[1:]))
        self.updateGeometry()
        self.update()

    def table(self) -> list[tuple[str, ...]]:
        """The chart as a table, headings first."""
        return [self.headings, *(point.cells for point in self.points)]

    def tell(self, words: str) -> None:
        """Say something where the points are said."""
        self.walked.emit(words)
        announce(self, words)

    def go_to(self, index: int) -> None:
        """Walk to a point and say it."""
        if 0 <= index < len(self.points):
            self.current = index
            self.update()
            self.tell(self.points[index].words)

    def spoken_value(self) -> str:
        """The point that was walked to, in words."""
        return self.points[self.current].words if self.current >= 0 else ""

    # How it works

    @property
    def mirrored(self) -> bool:
        """Whether one reads from right to left."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def scale(self, figures: Sequence[Fraction], start: float, end: float) -> Scale:
        """A scale on which all figures find room, in the direction of reading."""
        return Scale(min(figures), max(figures), *((end, start) if self.mirrored else (start, end)))

    def metrics(self, bold: bool = False) -> QFontMetricsF:
        """Measures of the small type that charts are written in."""
        return QFontMetricsF(self.ctx.theme.font(Type.CAPTION, bold, tabular=True))

    def write(
        self, painter: QPainter, box: QRectF, text: str, colour: str, *, bold: bool = False, ground: str = ""
    ) -> None:
        """Small type in the middle of a box; on a `ground`, so that no line runs through it."""
        if ground:
            painter.fillRect(box, QColor(ground))
        painter.setFont(self.ctx.theme.font(Type.CAPTION, bold, tabular=True))
        painter.setPen(QColor(colour))
        # A name is read in its own direction, whichever way the chart goes, and a minus stays before its figure.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.height_at(width - 2 * Space.XS)) + 2 * Space.XS

    def sizeHint(self) -> QSize:
        width = max(self.width(), 2 * Size.FIELD)
        return QSize(2 * Size.FIELD, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(Size.FIELD, self.heightForWidth(max(self.width(), Size.FIELD)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.ctx.theme.colours
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), Size.FOCUS))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
        self.draw(painter, self._box(), colours)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and self.mirrored and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -step
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and self.points:
            if step:
                first = 0 if step > 0 else len(self.points) - 1
                self.go_to(first if self.current < 0 else max(0, min(self.current + step, len(self.points) - 1)))
                return
            if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
                self.go_to(0 if event.key() == Qt.Key.Key_Home else len(self.points) - 1)
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the right button or the menu key: take the chart along."""
        if self.points:
            # Loaded when first wanted.
            from counteroffer.ui.charts.taking import open_menu

            open_menu(self, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._leave()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer finds the points as the keys do, without a word to screen readers."""
        box = self._box()
        near = [
            (distance, index)
            for index in range(len(self.points))
            if (distance := (self.place(index, box) - event.position()).manhattanLength()) <= _NEAR
        ]
        index = min(near)[1] if near else -1
        # Where the keys have led, the pointer leaves it until it finds something itself.
        if index != self.current and (near or not self.hasFocus()):
            self.current = index
            self.update()
            self.walked.emit(self.points[index].words if near else "")
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._leave()

    def _leave(self) -> None:
        self.current = -1
        self.update()
        self.walked.emit("")

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(Space.XS, Space.XS, -Space.XS, -Space.XS)

    def _dressed(self) -> None:
        self.updateGeometry()
        self.update()
