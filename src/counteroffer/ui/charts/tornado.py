"""How far one result moves when each of its figures moves within its range: the longest bar matters most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from counteroffer.ui.charts.axes import Write, draw_across, ticks
from counteroffer.ui.charts.chart import Chart, Point, Scale
from counteroffer.ui.context import UiContext
from counteroffer.ui.theme import Colours, Size, Space

_BAR = Space.M
_TICKS = 6


@dataclass(frozen=True)
class Swing:
    """One figure's name, and the result at its low and at its high end. `flips` says that the answer changes with it:
    another one is best then."""

    name: str
    low: Fraction
    high: Fraction
    words: str
    cells: tuple[str, ...]
    flips: bool = False

    @property
    def reach(self) -> Fraction:
        """How far the result moves."""
        return abs(self.high - self.low)


class TornadoChart(Chart):
    """A bar for each figure, the widest on top, around the result as it is reckoned now."""

    def __init__(self, ctx: UiContext, name: str, write: Write) -> None:
        super().__init__(ctx, name)
        self._write = write
        self._base = Fraction()
        self._swings: tuple[Swing, ...] = ()

    def show_swings(self, base: Fraction, swings: Sequence[Swing], words: str, headings: Sequence[str]) -> None:
        """Show these around `base`; all of them are points to walk to."""
        self._base = base
        self._swings = tuple(sorted(swings, key=lambda swing: -swing.reach))
        self.set_points([Point(swing.words, swing.cells) for swing in self._swings], words, headings)

    def height_at(self, width: float) -> float:
        if not self._swings:
            return 0
        return len(self._swings) * self._row + self.metrics().height() + Space.S

    def place(self, index: int, box: QRectF) -> QPointF:
        scale = self._scale(box)
        return QPointF(scale.at(self._swings[index].high), self._middle(index, box))

    def draw(self, painter: QPainter, box: QRectF, colours: Colours) -> None:
        if not self._swings:
            return
        scale = self._scale(box)
        inner = box.adjusted(0, 0, 0, -self.metrics().height() - Space.S)
        draw_across(self, painter, inner, scale, self._ticks(), self._write, colours)
        for index, swing in enumerate(self._swings):
            self._draw_swing(painter, index, swing, box, scale, colours)
        at = scale.at(self._base)
        painter.setPen(QPen(QColor(colours.text), Size.FOCUS))
        painter.drawLine(QPointF(at, inner.top()), QPointF(at, inner.bottom()))
        for index, swing in enumerate(self._swings):
            self._write_name(painter, index, swing, box, colours)

    def _write_name(self, painter: QPainter, index: int, swing: Swing, box: QRectF, colours: Colours) -> None:
        here = index == self.current
        line = self.metrics().height()
        top = box.top() + index * self._row
        # The arrow says without colour that the answer changes.
        name = f"{swing.name}  ⇄" if swing.flips else swing.name
        shown = self.metrics(here).elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        room = QRectF(box.left(), top, self.metrics(here).horizontalAdvance(shown), line)
        if self.mirrored:
            room.moveRight(box.right())
        self.write(painter, room, shown, colours.text, bold=here, ground=colours.surface)

    def _draw_swing(
        self, painter: QPainter, index: int, swing: Swing, box: QRectF, scale: Scale, colours: Colours
    ) -> None:
        low, high, base = scale.at(swing.low), scale.at(swing.high), scale.at(self._base)
        middle = self._middle(index, box)
        painter.setPen(Qt.PenStyle.NoPen)
        for end, colour in ((low, colours.mark_line), (high, colours.accent)):
            painter.setBrush(QColor(colour))
            painter.drawRect(QRectF(min(base, end), middle - _BAR / 2, abs(end - base), _BAR))
        if index == self.current:
            painter.setPen(QPen(QColor(colours.focus), Size.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(min(low, high), middle - _BAR / 2, abs(high - low), _BAR)
            painter.drawRect(ring.adjusted(-2, -2, 2, 2))

    @property
    def _row(self) -> float:
        return self.metrics().height() + _BAR + Space.S

    def _middle(self, index: int, box: QRectF) -> float:
        return box.top() + index * self._row + self.metrics().height() + Space.XS / 2 + _BAR / 2

    def _ticks(self) -> tuple[Fraction, ...]:
        ends = [self._base, *(end for swing in self._swings for end in (swing.low, swing.high))]
        return ticks(min(ends), max(ends), _TICKS)

    def _scale(self, box: QRectF) -> Scale:
        at = self._ticks()
        ends = max(self.metrics().horizontalAdvance(self._write(figure)) for figure in at) / 2
        return self.scale(at, box.left() + ends, box.right() - ends)
