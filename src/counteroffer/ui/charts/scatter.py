"""Things with two figures each, such as packages by their worth to both sides, and the line of the best ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from counteroffer.ui.charts.axes import Write, draw_across, draw_up, ticks
from counteroffer.ui.charts.chart import Chart, Point, Scale
from counteroffer.ui.context import UiContext
from counteroffer.ui.theme import Colours, Size, Space

_HEIGHT = 260
_DOT = 4.0
_TICKS = 6


@dataclass(frozen=True)
class Dot:
    """`across` and `up` are its figures. On the frontier no other dot is better in both. A name, where it has one, is
    written beside it."""

    across: Fraction
    up: Fraction
    words: str
    cells: tuple[str, ...]
    name: str = ""
    on_frontier: bool = False


class ScatterChart(Chart):
    """Dots over two axes. The arrow keys walk them from where reading begins, the frontier first."""

    def __init__(self, ctx: UiContext, name: str, across: str, up: str, write: tuple[Write, Write]) -> None:
        """`across` and `up` name the axes; `write` says how the figures of each are written."""
        super().__init__(ctx, name)
        self._titles = (across, up)
        self._writers = write
        self._dots: tuple[Dot, ...] = ()

    def show_dots(self, dots: Sequence[Dot], words: str, headings: Sequence[str]) -> None:
        """Show these dots; all of them are points to walk to."""
        self._dots = tuple(sorted(dots, key=lambda dot: (not dot.on_frontier, dot.across, dot.up)))
        self.set_points([Point(dot.words, dot.cells) for dot in self._dots], words, headings)

    def height_at(self, width: float) -> float:
        return _HEIGHT if self._dots else 0

    def place(self, index: int, box: QRectF) -> QPointF:
        across, up = self._scales(box)
        return QPointF(across.at(self._dots[index].across), up.at(self._dots[index].up))

    def draw(self, painter: QPainter, box: QRectF, colours: Colours) -> None:
        if not self._dots:
            return
        inner, (across, up) = self._inner(box), self._scales(box)
        along, upward = self._ticks()
        draw_across(self, painter, inner, across, along, self._writers[0], colours)
        draw_up(self, painter, inner, up, upward, self._writers[1], colours)
        line = self.metrics().height()
        self.write(
            painter, QRectF(inner.left(), box.bottom() - line, inner.width(), line), self._titles[0], colours.text
        )
        top = QRectF(box.left(), box.top(), self.metrics().horizontalAdvance(self._titles[1]), line)
        if self.mirrored:
            top.moveRight(box.right())
        self.write(painter, top, self._titles[1], colours.text)
        best = [self.place(at, box) for at, dot in enumerate(self._dots) if dot.on_frontier]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent), Size.FOCUS))
        painter.drawPolyline(QPolygonF(best))
        for at, dot in enumerate(self._dots):
            self._draw_dot(painter, self.place(at, box), dot, colours, here=at == self.current)
        for at, room in self._name_rooms(box).items():
            self.write(painter, room, self._dots[at].name, colours.text, bold=at == self.current)

    def _draw_dot(self, painter: QPainter, at: QPointF, dot: Dot, colours: Colours, *, here: bool) -> None:
        # Filled on the frontier, hollow elsewhere: told apart without colour.
        painter.setPen(QPen(QColor(colours.accent if dot.on_frontier else colours.mark_line), Size.FOCUS))
        painter.setBrush(QColor(colours.accent if dot.on_frontier else colours.surface))
        painter.drawEllipse(at, _DOT, _DOT)
        if here:
            painter.setPen(QPen(QColor(colours.focus), Size.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 2 * _DOT, 2 * _DOT)

    def _name_rooms(self, box: QRectF) -> dict[int, QRectF]:
        """Where each name finds room beside its dot without touching another; one that finds none is left to the
        table and to whoever walks there."""
        line = self.metrics().height()
        inner = self._inner(box)
        places = [self.place(at, box) for at in range(len(self._dots))]
        taken = [QRectF(at.x() - _DOT, at.y() - _DOT, 2 * _DOT, 2 * _DOT) for at in places]
        rooms: dict[int, QRectF] = {}
        for index, (at, dot) in enumerate(zip(places, self._dots, strict=True)):
            width = self.metrics(bold=True).horizontalAdvance(dot.name)
            # Above and further out there is no dot of the line, below and further in there is none either.
            out, back = at.x() + 2 * _DOT, at.x() - 2 * _DOT - width
            if self.mirrored:
                out, back = back, out
            above, below = at.y() - line, at.y()
            corners = (out, above), (back, below), (out, below), (back, above)
            for left, top in corners if dot.name else ():
                room = QRectF(left, top, width, line)
                inside = box.left() <= left and left + width <= box.right() and top + line <= inner.bottom()
                if inside and not any(room.intersects(one) for one in taken):
                    rooms[index] = room
                    taken.append(room)
                    break
        return rooms

    def _ticks(self) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
        across, up = [dot.across for dot in self._dots], [dot.up for dot in self._dots]
        return ticks(min(across), max(across), _TICKS), ticks(min(up), max(up), _TICKS)

    def _inner(self, box: QRectF) -> QRectF:
        """The box without the room for titles and figures."""
        line = self.metrics().height()
        beside = max(self.metrics().horizontalAdvance(self._writers[1](figure)) for figure in self._ticks()[1])
        inner = box.adjusted(0, line + Space.S, 0, -2 * line - Space.M)
        ends = max(self.metrics().horizontalAdvance(self._writers[0](figure)) for figure in self._ticks()[0]) / 2
        first, last = max(beside + Space.S, ends), ends
        return inner.adjusted(*((last, 0, -first, 0) if self.mirrored else (first, 0, -last, 0)))

    def _scales(self, box: QRectF) -> tuple[Scale, Scale]:
        inner, (along, upward) = self._inner(box), self._ticks()
        return (
            self.scale(along, inner.left(), inner.right()),
            Scale(upward[0], upward[-1], inner.bottom(), inner.top()),
        )
