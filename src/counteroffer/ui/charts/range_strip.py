"""Where an ask stands in what was found (M13): a bar from low to high, and on it the offer, the target and today.

The range is written below the bar, what is held against it above, each mark with a shape of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.analysis.place_in_range import End, Mark, Spot, Strip, strip
from counteroffer.domain.levels import Unit, Value, ValueRange
from counteroffer.domain.terms import Term
from counteroffer.ui.charts.chart import Chart, Point, Scale
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.theme import Colours, Size, Space
from counteroffer.ui.widgets import Caption, InlineHint
from counteroffer.ui.words_for import level_words

_TITLES = {
    End.LOW: N_("Low"),
    End.TYPICAL: N_("Typical"),
    End.HIGH: N_("High"),
    Mark.OFFER: N_("Offer"),
    Mark.ASK: N_("Target"),
    Mark.TODAY: N_("Today"),
}
_BAR = Space.S
_MARK = Space.S - 2
"""Half the width of a mark."""


class StripChart(Chart):
    """The picture alone; see `RangeStrip`."""

    def __init__(self, ctx: UiContext) -> None:
        super().__init__(ctx, ctx.translate("Where it stands in the range"))
        self._spots: tuple[Spot, ...] = ()

    def show_strip(self, found: Strip) -> None:
        """Show these points."""
        _ = self.ctx.translate
        self._spots = found.spots
        points = [Point(one.words, (_(_TITLES[one.what]), one.level)) for one in found.spots]
        self.set_points(points, found.words, (_("Point"), _("Level")))

    def height_at(self, width: float) -> float:
        line = self.metrics().height()
        above, below = self._labels(QRectF(0, 0, width, 0))
        return line * (_lines(above) + _lines(below)) + _BAR + 2 * _MARK + 4 * Space.XS

    def place(self, index: int, box: QRectF) -> QPointF:
        return QPointF(self._scale(box).at(self._spots[index].at), self._middle(box))

    def draw(self, painter: QPainter, box: QRectF, colours: Colours) -> None:
        if not self._spots:
            return
        scale, middle = self._scale(box), self._middle(box)
        self._draw_range(painter, scale, middle, colours)
        above, below = self._labels(box)
        line = self.metrics().height()
        for labels, sign, edge in (
            (above, -1, middle - _BAR / 2 - _MARK - Space.XS),
            (below, 1, middle + _BAR + Space.XS),
        ):
            for index, left, width, row in labels:
                top = edge + row * line if sign > 0 else edge - (row + 1) * line
                here = index == self.current
                colour = colours.accent if self._spots[index].what is Mark.ASK or here else colours.text
                self.write(painter, QRectF(left, top, width, line), self._label(index), colour, bold=here)
        for index, spot in enumerate(self._spots):
            if isinstance(spot.what, Mark):
                _draw_mark(painter, spot.what, QPointF(scale.at(spot.at), middle), colours)
            if index == self.current:
                painter.setPen(QPen(QColor(colours.focus), Size.FOCUS))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(scale.at(spot.at), middle), _MARK + 4, _MARK + 4)

    def _draw_range(self, painter: QPainter, scale: Scale, middle: float, colours: Colours) -> None:
        painter.setPen(QPen(QColor(colours.line), Size.FOCUS))
        painter.drawLine(QPointF(scale.start, middle), QPointF(scale.end, middle))
        ends = [one for one in self._spots if isinstance(one.what, End)]
        places = [scale.at(one.at) for one in ends]
        bar = QRectF(min(places), middle - _BAR / 2, max(places) - min(places), _BAR)
        painter.setPen(QPen(QColor(colours.mark_line), Size.LINE))
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(bar, Space.XS, Space.XS)
        for one in ends:
            if one.what is End.TYPICAL or len(ends) == 1:
                at = scale.at(one.at)
                painter.setPen(QPen(QColor(colours.text), Size.FOCUS))
                painter.drawLine(QPointF(at, middle - _BAR), QPointF(at, middle + _BAR))

    def _label(self, index: int) -> str:
        spot = self._spots[index]
        return f"{self.ctx.translate(_TITLES[spot.what])} {spot.level}"

    def _labels(self, box: QRectF) -> tuple[list[_Label], list[_Label]]:
        """Where the labels stand, above and below the bar; those that would touch go into a line of their own."""
        marks = [at for at, one in enumerate(self._spots) if isinstance(one.what, Mark)]
        ends = [at for at, one in enumerate(self._spots) if isinstance(one.what, End)]
        return self._arranged(marks, box), self._arranged(ends, box)

    def _arranged(self, which: Sequence[int], box: QRectF) -> list[_Label]:
        scale, metrics = self._scale(box), self.metrics(bold=True)
        placed: list[_Label] = []
        for index in which:
            width = metrics.horizontalAdvance(self._label(index)) + Space.XS
            left = scale.at(self._spots[index].at) - width / 2
            left = max(box.left(), min(left, box.right() - width))
            taken = {
                row
                for _other, other_left, other_width, row in placed
                if left < other_left + other_width + Space.S and other_left < left + width + Space.S
            }
            row = next(one for one in range(len(which)) if one not in taken)
            placed.append((index, left, width, row))
        return placed

    def _scale(self, box: QRectF) -> Scale:
        figures: list[Fraction] = [one.at for one in self._spots] or [Fraction(0)]
        return self.scale(figures, box.left() + 2 * Space.S, box.right() - 2 * Space.S)

    def _middle(self, box: QRectF) -> float:
        above, _below = self._labels(box)
        return box.top() + self.metrics().height() * _lines(above) + Space.XS + _MARK + _BAR / 2


_Label = tuple[int, float, float, int]
"""A point, and the left, width and line of its label."""


def _lines(labels: Sequence[_Label]) -> int:
    return max((row for _index, _left, _width, row in labels), default=-1) + 1


def _draw_mark(painter: QPainter, mark: Mark, at: QPointF, colours: Colours) -> None:
    """A ring for the offer, a diamond for the target, a pointer for today: told apart without colour."""
    painter.setPen(QPen(QColor(colours.text), Size.FOCUS))
    painter.setBrush(QColor(colours.surface))
    if mark is Mark.OFFER:
        painter.drawEllipse(at, _MARK - 1, _MARK - 1)
        return
    painter.setPen(QPen(QColor(colours.surface), Size.LINE))
    painter.setBrush(QColor(colours.accent if mark is Mark.ASK else colours.text_muted))
    diamond = ((0, -_MARK - 1), (_MARK + 1, 0), (0, _MARK + 1), (-_MARK - 1, 0))
    pointer = ((0, 1), (_MARK, -_MARK - 2), (-_MARK, -_MARK - 2))
    corners = diamond if mark is Mark.ASK else pointer
    painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))


class RangeStrip(QWidget):
    """The picture with its words below; where one walks along it, the words of the point instead."""

    def __init__(self, ctx: UiContext) -> None:
        super().__init__()
        self._ctx = ctx
        self.chart = StripChart(ctx)
        self.title = Caption()
        self.words = Caption()
        self.problem = InlineHint()
        self.found = Strip()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self.title, self.chart, self.words, self.problem):
            column.addWidget(part)
        self.chart.walked.connect(lambda said: self.words.setText(said or self.found.words))

    def show_range(self, title: str, values: ValueRange, unit: Unit, term: Term | None, currency: str) -> None:
        """Show a range, and where a term that is counted alike stands in it."""
        ctx = self._ctx

        def whole(value: Value) -> str:
            return level_words(value, unit, currency, ctx)

        def short(value: Value) -> str:
            # The unit is said once; on each point it would be in the way.
            return level_words(value, Unit.TEXT, currency, ctx)

        marks: list[tuple[Mark, Value | None]] = []
        if term is not None and term.unit is unit:
            marks = [(Mark.OFFER, term.offered.value), (Mark.ASK, term.target.value), (Mark.TODAY, term.today)]
        self.found = strip(values, marks, short, ctx.translate, whole=whole)
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.chart.setAccessibleName(title or ctx.translate("Where it stands in the range"))
        self.chart.show_strip(self.found)
        self.chart.setVisible(bool(self.found.spots))
        self.words.setText(self.found.words)
        self.words.setVisible(bool(self.found.words))
        self.problem.say(ctx.translate(self.found.problem) if self.found.problem else "", problem=True)

    def table(self) -> list[tuple[str, ...]]:
        """The same as a table, headings first."""
        return self.chart.table()
