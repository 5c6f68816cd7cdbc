"""The table of offers as it is painted: as high as its rows, and as wide as its place or what it needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from counteroffer.ui.context import UiContext
from counteroffer.ui.models.side_by_side import NOTHING, Cell, SideBySideModel
from counteroffer.ui.theme import Size, Space, Type

LEAST, MOST = 112, 220
"""How narrow and how wide a column may be, in pixels at 100 %."""
NAMES = 180
"""The widest the names of the terms get."""
MOST_LINES = 40
"""With more terms than this the table scrolls by itself."""

Index = QModelIndex | QPersistentModelIndex
_HIGH = 10_000


class OffersView(QTableView):
    """The arrow keys go from cell to cell; Tab leads out. It scrolls sideways only where there is no room at all."""

    def __init__(self, ctx: UiContext, model: SideBySideModel) -> None:
        super().__init__()
        self._ctx = ctx
        self.setProperty("look", "lines")
        self.setModel(model)
        self.setItemDelegate(CellPainter(ctx, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            # All rows count, not only those in view.
            header.setResizeContentsPrecision(-1)
        self._fitting = False

    @property
    def wanted_width(self) -> int:
        """How wide the table is if no words need a second line for want of room."""
        return self._names() + sum(self._wanted()) + self._frame()

    def fit(self) -> None:
        """Give the columns their widths and the table its height."""
        model = self.model()
        if self._fitting or not model.columnCount() or not model.rowCount():
            return
        self._fitting = True
        self.verticalHeader().setFixedWidth(self._names())
        room = self.width() - self._names() - self._frame()
        widths = spread(self._wanted(), self._scaled(LEAST), room)
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        self.resizeRowsToContents()
        rows = range(min(model.rowCount(), MOST_LINES))
        height = sum(self.rowHeight(at) for at in rows) + self.horizontalHeader().sizeHint().height() + self._frame()
        self.setFixedHeight(height + (Size.SCROLL_BAR if sum(widths) > room else 0))
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # After the headers have been told as well.
            QTimer.singleShot(0, self, self.fit)

    def _names(self) -> int:
        return min(self.verticalHeader().sizeHint().width() + Space.S, self._scaled(NAMES))

    def _wanted(self) -> list[int]:
        """How wide each column would like to be, within bounds."""
        least, most = self._scaled(LEAST), self._scaled(MOST)
        header = self.horizontalHeader()
        columns = range(self.model().columnCount())
        return [min(max(self.sizeHintForColumn(at), header.sectionSizeHint(at), least), most) for at in columns]

    def _frame(self) -> int:
        return 2 * self.frameWidth()

    def _scaled(self, pixels: int) -> int:
        return round(pixels * self._ctx.theme.text_scale)


def spread(wanted: list[int], least: int, room: int) -> list[int]:
    """The widths of the columns: room to spare goes to all alike; where it is short, the wider ones give way."""
    widths = list(wanted)
    short = sum(widths) - room
    if short > 0:
        give = [width - least for width in widths]
        total = sum(give)
        if total <= short:
            return [least] * len(widths)
        return [width - -(-short * part // total) for width, part in zip(widths, give, strict=True)]
    each, rest = divmod(-short, len(widths))
    return [width + each + (rest if at == len(widths) - 1 else 0) for at, width in enumerate(widths)]


class CellPainter(QStyledItemDelegate):
    """Paints what an offer says of a term, and below it, smaller and quieter, what more there is to it."""

    def __init__(self, ctx: UiContext, parent: QTableView) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = index.data(SideBySideModel.CELL)
        if not isinstance(cell, Cell):
            return super().sizeHint(option, index)
        # Asked for a row's height the width is known; asked for a column's, the words stand on one line.
        lines = self._lines(cell, index)
        widest = max(QFontMetrics(font).horizontalAdvance(words) for words, font in lines)
        width = max(self._view.columnWidth(index.column()) - 2 * Space.S, 1)
        height = sum(self._height(words, font, width) for words, font in lines)
        return QSize(widest + 2 * Space.S, height + 2 * Space.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(SideBySideModel.CELL)
        if not isinstance(cell, Cell):
            return
        self.initStyleOption(option, index)
        ground = QStyleOptionViewItem(option)
        ground.text = ""
        last = index.row() == self._view.model().rowCount() - 1
        # Below the last row there is the frame, and no second line.
        position = QStyleOptionViewItem.ViewItemPosition
        ground.viewItemPosition = position.End if last else position.Middle
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, self._view)
        place: QRect = option.rect.adjusted(Space.S, Space.S, -Space.S, -Space.S)
        align = QStyle.visualAlignment(self._view.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.save()
        lines = self._lines(cell, index)
        heights = [self._height(words, font, place.width()) for words, font in lines]
        top = place.top() + (place.height() - sum(heights)) // 2
        for at, ((words, font), height) in enumerate(zip(lines, heights, strict=True)):
            quiet = at > 0 or words == NOTHING
            painter.setFont(font)
            painter.setPen(self._ctx.theme.colour("text_muted" if quiet else "text"))
            painter.drawText(QRect(place.left(), top, place.width(), height), align | _WRAPPED, words)
            top += height
        painter.restore()

    def _lines(self, cell: Cell, index: Index) -> list[tuple[str, QFont]]:
        theme = self._ctx.theme
        bold = index.data(Qt.ItemDataRole.FontRole) is not None
        first = (cell.words or NOTHING, theme.font(bold=bold, tabular=True))
        return [first, *((words, theme.font(Type.CAPTION)) for words in cell.below)]

    def _height(self, words: str, font: QFont, width: int) -> int:
        return QFontMetrics(font).boundingRect(QRect(0, 0, width, _HIGH), _WRAPPED, words).height()


_WRAPPED = int(Qt.TextFlag.TextWordWrap)
