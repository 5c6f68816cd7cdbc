"""The same workbooks as cards: some find a thing sooner by its place than in a list."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Size, Space, Type
from counteroffer.ui.widgets.item_rows import ROW, Index, Row, RowModel

LEAST = 220
"""The least width of a card in pixels at 100 %."""

_MOST_LINES = 2
"""Lines of what a workbook is about; the rest is in the tool tip."""

_MOST_ROWS = 3
"""Of more cards than fill these, the view scrolls."""

_WRAP = Qt.TextFlag.TextWordWrap


class CardsView(QListView):
    """As high as its cards, up to three rows of them; then it scrolls."""

    open_asked = Signal(int)
    remove_asked = Signal(int)

    def __init__(self, ctx: UiContext, rows: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rows")
        self.setModel(rows)
        self._rows = rows
        self._painter = CardPainter(ctx, self)
        self.setItemDelegate(self._painter)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Make the view as high as its cards, and the cards as wide as fills a row."""
        width, across, down = self._spread(self.width() - 2)
        scrolls = down > _MOST_ROWS
        if scrolls:
            width, across, down = self._spread(self.width() - Size.SCROLL_BAR - 2)
        # Wherever there could be a bar, Qt keeps its room free.
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        self._painter.size = QSize(width // across, self._painter.height())
        # Half a row more says that there are more cards.
        shown = float(down) if down <= _MOST_ROWS else _MOST_ROWS + 0.5
        self.setFixedHeight(round(self._painter.size.height() * shown) + Space.XS)
        self.scheduleDelayedItemsLayout()

    def _spread(self, width: int) -> tuple[int, int, int]:
        """The width there is, how many cards stand in a row of it, and how many rows that makes."""
        width = max(1, width)
        across = max(1, width // LEAST)
        return width, across, -(-self._rows.rowCount() // across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.open_asked.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            self.open_asked.emit(at)
        elif event.key() == Qt.Key.Key_Delete and at >= 0:
            self.remove_asked.emit(at)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()


class CardPainter(QStyledItemDelegate):
    """Paints a workbook as a card: its title, what it is about in a few lines, its status at the foot."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.size = QSize(Size.FIELD, self.height())

    def height(self) -> int:
        """How high a card is, its gap included."""
        title = self._ctx.theme.font()
        title.setBold(True)
        body, small = _line(title), _line(self._ctx.theme.font(Type.CAPTION))
        return 2 * body + (_MOST_LINES + 1) * small + 2 * Space.M + 2 * Space.S + Space.S

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, model = index.data(ROW), index.model()
        if not isinstance(row, Row) or not isinstance(model, RowModel):
            return
        theme = self._ctx.theme
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        rect = QRectF(option.rect).adjusted(1, 1, -Space.S, -Space.S)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus" if chosen else "line"), Size.FOCUS if focused else Size.LINE))
        painter.setBrush(theme.colour("accent_soft" if chosen else "hover" if over else "sunken"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Size.RADIUS, Size.RADIUS)
        inner = rect.adjusted(Space.M, Space.M, -Space.M, -Space.M)
        body, small = theme.font(), theme.font(Type.CAPTION)
        body.setBold(True)
        wrap = _WRAP | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        line = _line(small)
        painter.setClipRect(inner)
        painter.setFont(body)
        painter.setPen(theme.colour("text" if row.title.strip() else "text_muted"))
        title = QRectF(inner.left(), inner.top(), inner.width(), 2 * _line(body))
        used = painter.drawText(title, int(wrap), _shortened(model.title(row), QFontMetrics(body), title))
        painter.setFont(small)
        painter.setPen(theme.colour("text_muted"))
        top = used.bottom() + Space.XS
        foot = inner.bottom() - line
        about = QRectF(inner.left(), top, inner.width(), max(0.0, foot - Space.XS - top))
        # Whole lines only.
        about.setHeight(about.height() // line * line)
        painter.setClipRect(about)
        painter.drawText(about, int(wrap), _shortened(row.summary, QFontMetrics(small), about))
        painter.setClipRect(inner)
        painter.setPen(theme.colour("accent"))
        painter.drawText(
            QRectF(inner.left(), foot, inner.width(), line),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            QFontMetrics(small).elidedText(row.mark, Qt.TextElideMode.ElideRight, int(inner.width())),
        )
        painter.restore()


def _line(font: QFont) -> int:
    """How high a line is where several stand below one another; each begins at a whole pixel."""
    return ceil(QFontMetricsF(font).lineSpacing())


def _shortened(text: str, metrics: QFontMetrics, room: QRectF) -> str:
    """As many words as fit into the room, and dots where there are more."""
    shown = kept = " ".join(text.split())
    wide = QRect(0, 0, int(room.width()), 1 << 16)
    while kept and metrics.boundingRect(wide, int(_WRAP), shown).height() > room.height():
        # Some languages leave no room between their words: what is left is then cut letter by letter.
        kept = kept.rpartition(" ")[0] or kept[:-1]
        shown = f"{kept} …" if kept else "…"
    return shown
