"""Ticks at round figures, and the lines and figures of an axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import floor, log10

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from counteroffer.ui.charts.chart import Chart, Scale
from counteroffer.ui.theme import Colours, Size, Space

Write = Callable[[Fraction], str]
"""How a figure of the axis is written."""


def ticks(low: Fraction, high: Fraction, most: int) -> tuple[Fraction, ...]:
    """At most so many round figures (steps of 1, 2 or 5 times a power of ten) that reach from low to high or beyond.

    The first is at or below `low`, the last at or above `high`. Of a single figure, that figure and its neighbours.
    """
    if high <= low:
        low, high = low - 1, low + 1
    rough = (high - low) / max(1, most - 2)
    power = Fraction(10) ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10, 20) if power * factor >= rough)
    first = low // step
    last = -(-high // step)
    return tuple(step * at for at in range(first, last + 1))


def draw_across(
    chart: Chart, painter: QPainter, box: QRectF, scale: Scale, at: Sequence[Fraction], write: Write, colours: Colours
) -> None:
    """The axis below a box: a quiet line up from each tick, and its figure underneath."""
    line = chart.metrics().height()
    for figure in at:
        x = scale.at(figure)
        painter.setPen(QPen(QColor(colours.line), Size.LINE))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        words = write(figure)
        width = chart.metrics().horizontalAdvance(words)
        chart.write(painter, QRectF(x - width / 2, box.bottom() + Space.XS, width, line), words, colours.text_muted)


def draw_up(
    chart: Chart, painter: QPainter, box: QRectF, scale: Scale, at: Sequence[Fraction], write: Write, colours: Colours
) -> None:
    """The axis beside a box, where reading begins: a quiet line across from each tick, and its figure."""
    line = chart.metrics().height()
    for figure in at:
        y = scale.at(figure)
        painter.setPen(QPen(QColor(colours.line), Size.LINE))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        words = write(figure)
        width = chart.metrics().horizontalAdvance(words)
        left = box.right() + Space.XS if chart.mirrored else box.left() - Space.XS - width
        chart.write(painter, QRectF(left, y - line / 2, width, line), words, colours.text_muted)
