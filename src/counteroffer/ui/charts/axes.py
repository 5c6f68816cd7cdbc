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

    The first is at or below `low`, the last at or above `high`. Around a single figure there is a tenth of it, or one,
    to each side.
    """
    if high <= low:
        room = max(Fraction(1), abs(low) / 10)
        low, high = low - room, low + room
    rough = (high - low) / max(1, most - 2)
    power = Fraction(10) ** floor(log10(rough.numerator) - log10(rough.denominator))
    step = next(power * factor for factor in (1, 2, 5, 10, 20) if power * factor >= rough)
    first = low // step
    last = -(-high // step)
    return tuple(step * at for at in range(first, last + 1))


def draw_across(
    chart: Chart, painter: QPainter, box: QRectF, scale: Scale, at: Sequence[Fraction], write: Write, colours: Colours
) -> None:
    """The axis below a box: a quiet line up from each tick, and underneath as many of its figures as find room."""
    line = chart.metrics().height()
    free = float("-inf")
    for x, words in sorted((scale.at(figure), words) for figure, words in _told_apart(at, write)):
        painter.setPen(QPen(QColor(colours.line), Size.LINE))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        width = chart.metrics().horizontalAdvance(words)
        if x - width / 2 >= free:
            room = QRectF(x - width / 2, box.bottom() + Space.S, width, line)
            chart.write(painter, room, words, colours.text_muted)
            free = room.right() + Space.S


def draw_up(
    chart: Chart, painter: QPainter, box: QRectF, scale: Scale, at: Sequence[Fraction], write: Write, colours: Colours
) -> None:
    """The axis beside a box, where reading begins: a quiet line across from each tick, and its figure."""
    line = chart.metrics().height()
    for figure, words in _told_apart(at, write):
        y = scale.at(figure)
        painter.setPen(QPen(QColor(colours.line), Size.LINE))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        width = chart.metrics().horizontalAdvance(words)
        left = box.right() + Space.XS if chart.mirrored else box.left() - Space.XS - width
        chart.write(painter, QRectF(left, y - line / 2, width, line), words, colours.text_muted)


def _told_apart(at: Sequence[Fraction], write: Write) -> list[tuple[Fraction, str]]:
    """The ticks with their figures as written; of those that are written alike, the first."""
    found: dict[str, Fraction] = {}
    for figure in at:
        found.setdefault(write(figure), figure)
    return [(figure, words) for words, figure in found.items()]
