"""The list inside a list editor: chosen by click or arrow keys, moved by drag or Alt+Up and Alt+Down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QSizePolicy, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Duration, Size, Space
from counteroffer.ui.widgets.item_rows import Index, RowModel, RowPainter


class ItemView(QListView):
    """As high as its rows, up to a dozen; then it scrolls."""

    move_asked = Signal(int, int)
    """From where to where: the second is the index afterwards."""
    remove_asked = Signal(int)
    open_asked = Signal(int)

    def __init__(self, ctx: UiContext, rows: RowModel, parent: QWidget | None = None, *, movable: bool = True) -> None:
        super().__init__(parent)
        self._movable = movable
        self.setProperty("look", "rows")
        self.setModel(rows)
        self._rows = rows
        self._painter = RowPainter(ctx, self, movable=movable)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.most_rows = Size.MOST_ROWS
        self.held = False
        """Whether it stays as high as it is, whatever rows come and go."""
        self._pressed: QPoint | None = None
        self._dragged = -1
        self._scroll = QTimer(self, interval=Duration.SCROLL)
        self._scroll.timeout.connect(self._scroll_on)
        self._heights: list[int] = []
        rows.modelReset.connect(self.fit)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Other words in a row are painted there; only where a row grows or shrinks are all laid out anew."""
        if self._row_heights() == self._heights:
            QAbstractItemView.dataChanged(self, first, last, roles)
        else:
            super().dataChanged(first, last, roles)
            self.fit()

    def _row_heights(self) -> list[int]:
        plain, full = self._painter.row_height(False), self._painter.row_height(True)
        return [full if row.summary else plain for row in self._rows.rows()]

    def fit(self) -> None:
        """Make the list as high as its rows."""
        self._heights = self._row_heights()
        # Half a row more says that the list goes on.
        more = Size.CONTROL // 2 if len(self._heights) > self.most_rows else 0
        if not self.held:
            self.setFixedHeight(sum(self._heights[: self.most_rows]) + more)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def dragging(self) -> bool:
        """Whether a row is being moved with the mouse."""
        return self._dragged >= 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if (
            self._movable
            and event.button() is Qt.MouseButton.LeftButton
            and self.indexAt(event.position().toPoint()).isValid()
        ):
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        if not self.dragging():
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._dragged = self.indexAt(self._pressed).row()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll.start()
        self._painter.dropping_at = self._gap_at(at)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, gap = self._dragged, self._painter.dropping_at
        self._end_drag()
        if start < 0:
            super().mouseReleaseEvent(event)
            return
        # Qt would choose the row below the pointer now; the dragged one stays chosen.
        self.setState(QAbstractItemView.State.NoState)
        to = gap - 1 if gap > start else gap
        if gap >= 0 and to != start:
            self.move_asked.emit(start, to)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.open_asked.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex().row()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        key = event.key()
        if self.dragging() and key == Qt.Key.Key_Escape:
            self._end_drag()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            to = at - 1 if key == Qt.Key.Key_Up else at + 1
            if at >= 0 and 0 <= to < self._rows.rowCount():
                self.move_asked.emit(at, to)
        elif key == Qt.Key.Key_Delete and at >= 0:
            self.remove_asked.emit(at)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            self.open_asked.emit(at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0))
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        if bar.minimum() < bar.maximum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _gap_at(self, at: QPoint) -> int:
        """Between which rows the pointer is: 0 is before the first."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, at.y()))
        if not index.isValid():
            return 0 if at.y() < 0 or not self._rows.rowCount() else self._gap_outside(at)
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def _gap_outside(self, at: QPoint) -> int:
        return self._rows.rowCount() if at.y() > 0 else 0

    def _end_drag(self) -> None:
        self._pressed = None
        self._dragged = -1
        self._painter.dropping_at = -1
        self._scroll.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _scroll_on(self) -> None:
        """Near an edge the list goes on by itself."""
        at = self.viewport().mapFromGlobal(self.cursor().pos()).y()
        bar = self.verticalScrollBar()
        if at < Space.XL:
            bar.setValue(bar.value() - Space.M)
        elif at > self.viewport().height() - Space.XL:
            bar.setValue(bar.value() + Space.M)
