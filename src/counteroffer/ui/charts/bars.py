"""Sums as bars from zero: what the offer brings, in the accent what comes on top, and a whisker for how sure it is.

A sum to hold the others against, such as the best alternative, is a dashed line across all bars.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from counteroffer.analysis.interval import Interval
from counteroffer.ui.charts.chart import Chart, Point, Scale
from counteroffer.ui.context import UiContext
from counteroffer.ui.theme import Colours, Size, Space

_HEIGHT = Space.M
_WHISKER = Space.XS


@dataclass(frozen=True)
class Bar:
    """A sum with its name and its figure in words. Of `amount`, `base` is there anyway."""

    name: str
    figure: str
    amount: Interval
    base: Fraction
    words: str
    cells: tuple[str, ...]
    line: bool = False
    """It is drawn as a line across the bars."""


class BarChart(Chart):
    """A bar under another, each with its name above it."""

    def __init__(self, ctx: UiContext, name: str) -> None:
        super().__init__(ctx, name)
        self._bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar], words: str, headings: Sequence[str]) -> None:
        """Show these sums; all of them are points to walk to."""
        self._bars = tuple(bars)
        self.set_points([Point(one.words, one.cells) for one in bars], words, headings)

    def height_at(self, width: float) -> float:
        lines = sum(one.line for one in self._bars)
        bars = len(self._bars) - lines
        return bars * self._row + lines * self.metrics().height() + Space.XS * bool(lines)

    def place(self, index: int, box: QRectF) -> QPointF:
        bar = self._bars[index]
        at = self._scale(box).at(bar.amount.likely)
        return QPointF(at, self._top(index, box) + (0 if bar.line else self._row - _HEIGHT))

    def draw(self, painter: QPainter, box: QRectF, colours: Colours) -> None:
        if not self._bars:
            return
        scale = self._scale(box)
        if scale.low < 0:
            zero = scale.at(Fraction(0))
            painter.setPen(QPen(QColor(colours.line), Size.LINE))
            painter.drawLine(QPointF(zero, box.top()), QPointF(zero, box.bottom()))
        for drawn in (self._draw_bar, self._draw_line, self._write_ends):
            for index, bar in enumerate(self._bars):
                if bar.line == (drawn == self._draw_line):
                    drawn(painter, index, box, scale, colours)

    def _draw_bar(self, painter: QPainter, index: int, box: QRectF, scale: Scale, colours: Colours) -> None:
        bar = self._bars[index]
        middle = self._top(index, box) + self.metrics().height() + Space.XS / 2 + _HEIGHT / 2
        zero, likely = scale.at(Fraction(0)), scale.at(bar.amount.likely)
        base = scale.at(max(Fraction(0), min(bar.base, bar.amount.likely)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.mark_line))
        painter.drawRect(_between(zero, base, middle))
        painter.setBrush(QColor(colours.accent))
        painter.drawRect(_between(base, likely, middle))
        if not bar.amount.is_exact:
            _draw_whisker(painter, scale.at(bar.amount.low), scale.at(bar.amount.high), middle, colours)
        if index == self.current:
            painter.setPen(QPen(QColor(colours.focus), Size.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(_between(zero, likely, middle).adjusted(-2, -2, 2, 2))

    def _draw_line(self, painter: QPainter, index: int, box: QRectF, scale: Scale, colours: Colours) -> None:
        bar, at = self._bars[index], scale.at(self._bars[index].amount.likely)
        here = index == self.current
        painter.setPen(QPen(QColor(colours.text), Size.FOCUS if here else Size.LINE, Qt.PenStyle.DashLine))
        top = self._top(index, box)
        painter.drawLine(QPointF(at, box.top() + self.metrics().height()), QPointF(at, top))
        label = self._fitting(f"{bar.name} {bar.figure}", box.width(), bold=True)
        width = self.metrics(bold=True).horizontalAdvance(label) + Space.XS
        left = max(box.left(), min(at - width / 2, box.right() - width))
        room = QRectF(left, top, width, self.metrics().height())
        self.write(painter, room, label, colours.text, bold=here, ground=colours.surface)

    def _write_ends(self, painter: QPainter, index: int, box: QRectF, scale: Scale, colours: Colours) -> None:
        """The name where reading begins, the figure where it ends; the lines across the bars give way to them."""
        bar, bold = self._bars[index], index == self.current
        row = QRectF(box.left(), self._top(index, box), box.width(), self.metrics().height())
        width = self.metrics(bold=True).horizontalAdvance(bar.figure) + Space.XS
        shown = self._fitting(bar.name, box.width() - width - Space.S, bold=bold)
        taken = self.metrics(bold).horizontalAdvance(shown)
        figure, name = QRectF(row), QRectF(row)
        if self.mirrored:
            figure.setWidth(width)
            name.setLeft(row.right() - taken)
        else:
            figure.setLeft(row.right() - width)
            name.setWidth(taken)
        self.write(painter, name, shown, colours.text, bold=bold, ground=colours.surface)
        self.write(painter, figure, bar.figure, colours.text, bold=bold, ground=colours.surface)

    def _fitting(self, words: str, width: float, *, bold: bool) -> str:
        return self.metrics(bold).elidedText(words, Qt.TextElideMode.ElideRight, width)

    @property
    def _row(self) -> float:
        return self.metrics().height() + _HEIGHT + Space.S

    def _top(self, index: int, box: QRectF) -> float:
        """Where a bar's row begins, or the label of a line, which stand below all bars."""
        bars = [at for at, one in enumerate(self._bars) if not one.line]
        if not self._bars[index].line:
            return box.top() + bars.index(index) * self._row
        lines = [at for at, one in enumerate(self._bars) if one.line]
        return box.top() + len(bars) * self._row + lines.index(index) * self.metrics().height() + Space.XS

    def _scale(self, box: QRectF) -> Scale:
        ends = [Fraction(0), *(end for one in self._bars for end in (one.amount.low, one.amount.high))]
        return self.scale(ends, box.left() + Space.XS, box.right() - Space.S)


def _between(start: float, end: float, middle: float) -> QRectF:
    return QRectF(min(start, end), middle - _HEIGHT / 2, abs(end - start), _HEIGHT)


def _draw_whisker(painter: QPainter, low: float, high: float, middle: float, colours: Colours) -> None:
    """From low to high, with a short end on each side."""
    painter.setPen(QPen(QColor(colours.text), Size.LINE))
    painter.drawLine(QPointF(low, middle), QPointF(high, middle))
    for at in (low, high):
        painter.drawLine(QPointF(at, middle - _WHISKER), QPointF(at, middle + _WHISKER))
