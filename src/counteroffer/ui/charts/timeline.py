"""Days in their order: what was, what is due, and where today stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from counteroffer.ui.charts.chart import Chart, Point, Scale
from counteroffer.ui.context import UiContext
from counteroffer.ui.reading import write_day
from counteroffer.ui.theme import Colours, Size, Space

_MARK = 5.0


@dataclass(frozen=True)
class Event:
    """What falls on a day. What is `done` is drawn hollow, what is to come filled."""

    day: date
    name: str
    words: str
    cells: tuple[str, ...]
    done: bool = False


class TimelineChart(Chart):
    """A line from the first day to the last; names stand below it, one under another where they would meet."""

    def __init__(self, ctx: UiContext, name: str) -> None:
        super().__init__(ctx, name)
        self._events: tuple[Event, ...] = ()
        self._today: date | None = None

    def show_events(self, events: Sequence[Event], today: date, words: str, headings: Sequence[str]) -> None:
        """Show these days; all of them are points to walk to."""
        self._events = tuple(sorted(events, key=lambda event: event.day))
        self._today = today
        self.set_points([Point(event.words, event.cells) for event in self._events], words, headings)

    def height_at(self, width: float) -> float:
        if not self._events:
            return 0
        lanes = max((lane for lane, _left in self._lanes(QRectF(0, 0, width, 0))), default=0) + 1
        return self._line_at + _MARK + Space.S + lanes * self._lane

    def place(self, index: int, box: QRectF) -> QPointF:
        return QPointF(self._scale(box).at(_number(self._events[index].day)), box.top() + self._line_at)

    def draw(self, painter: QPainter, box: QRectF, colours: Colours) -> None:
        if not self._events or self._today is None:
            return
        middle = box.top() + self._line_at
        painter.setPen(QPen(QColor(colours.mark_line), Size.FOCUS))
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
        self._draw_today(painter, box, self._today, colours)
        lanes = self._lanes(box)
        for index, (lane, _left) in enumerate(lanes):
            self._draw_mark(painter, index, lane, box, colours)
        for index, (lane, left) in enumerate(lanes):
            self._write_name(painter, index, lane, left, box, colours)

    def _draw_today(self, painter: QPainter, box: QRectF, today: date, colours: Colours) -> None:
        at, line = self._scale(box).at(_number(today)), self.metrics().height()
        words = self.ctx.translate("Today")
        width = self.metrics(bold=True).horizontalAdvance(words)
        left = max(box.left(), min(at - width / 2, box.right() - width))
        self.write(painter, QRectF(left, box.top(), width, line), words, colours.accent, bold=True)
        painter.setPen(QPen(QColor(colours.accent), Size.FOCUS))
        painter.drawLine(QPointF(at, box.top() + line), QPointF(at, box.top() + self._line_at + _MARK))

    def _draw_mark(self, painter: QPainter, index: int, lane: int, box: QRectF, colours: Colours) -> None:
        event, at = self._events[index], self.place(index, box)
        painter.setPen(QPen(QColor(colours.line), Size.LINE))
        painter.drawLine(at, QPointF(at.x(), self._name_top(lane, box)))
        painter.setPen(QPen(QColor(colours.accent), Size.FOCUS))
        painter.setBrush(QColor(colours.surface if event.done else colours.accent))
        painter.drawEllipse(at, _MARK, _MARK)
        if index == self.current:
            painter.setPen(QPen(QColor(colours.focus), Size.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 2 * _MARK, 2 * _MARK)

    def _write_name(self, painter: QPainter, index: int, lane: int, left: float, box: QRectF, colours: Colours) -> None:
        words = self._label(self._events[index], box.width())
        width = self.metrics(bold=True).horizontalAdvance(words)
        room = QRectF(left, self._name_top(lane, box), width, self.metrics().height())
        self.write(painter, room, words, colours.text, bold=index == self.current, ground=colours.surface)

    def _name_top(self, lane: int, box: QRectF) -> float:
        return box.top() + self._line_at + _MARK + Space.S + lane * self._lane

    def _label(self, event: Event, width: float) -> str:
        words = f"{write_day(event.day, self.ctx.locale)}  {event.name}"
        return self.metrics(bold=True).elidedText(words, Qt.TextElideMode.ElideRight, width)

    def _lanes(self, box: QRectF) -> list[tuple[int, float]]:
        """For each event the line its name stands on, and where it begins: the first line that is free there."""
        ends: list[list[tuple[float, float]]] = []
        found = []
        for event in self._events:
            at = self._scale(box).at(_number(event.day)) if box.width() > 0 else 0.0
            width = self.metrics(bold=True).horizontalAdvance(self._label(event, box.width()))
            left = max(box.left(), min(at - width / 2, box.right() - width))
            span = (left - Space.S, left + width + Space.S)
            lane = next((at for at, taken in enumerate(ends) if all(_apart(span, one) for one in taken)), len(ends))
            if lane == len(ends):
                ends.append([])
            ends[lane].append(span)
            found.append((lane, left))
        return found

    @property
    def _lane(self) -> float:
        return self.metrics().height() + Space.XS

    @property
    def _line_at(self) -> float:
        return self.metrics().height() + Space.M

    def _scale(self, box: QRectF) -> Scale:
        days = [event.day for event in self._events] + ([self._today] if self._today else [])
        return self.scale([_number(day) for day in days], box.left() + 2 * _MARK, box.right() - 2 * _MARK)


def _number(day: date) -> Fraction:
    return Fraction(day.toordinal())


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]
