"""Layouts that wrap: chips like words in a line, fields side by side where there is room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from counteroffer.ui.theme.tokens import Size, Space, Type


class _Wrapping(QLayout):
    """A layout whose height hangs on its width."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A page that scrolls asks time and again, with room for its scroll bar and without.
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it, or its own font, is another one: heights are reckoned anew."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def minimumSize(self) -> QSize:
        # One item's size: how high it all gets is asked for separately.
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _mirrored(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items, or only find out how high that gets."""
        raise NotImplementedError


class FlowLayout(_Wrapping):
    """Lays its items out in lines, each as wide as it likes; right to left where that is the way of reading."""

    def __init__(self, parent: QWidget | None = None, gap: int = Space.S) -> None:
        super().__init__(parent)
        self._gap = gap

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """A widget at a place."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, line = 0, 0, 0
        mirrored = self._mirrored()
        lines: list[list[tuple[QLayoutItem, int, QSize]]] = [[]]
        tops = [0]
        for item in self._shown():
            size = self._size(item, rect.width())
            if x and x + size.width() > rect.width():
                x, y, line = 0, y + line + self._gap, 0
                lines.append([])
                tops.append(y)
            lines[-1].append((item, x, size))
            x += size.width() + self._gap
            line = max(line, size.height())
        if move:
            for top, placed in zip(tops, lines, strict=True):
                height = max((size.height() for _, _, size in placed), default=0)
                for item, left, size in placed:
                    at = rect.width() - left - size.width() if mirrored else left
                    down = top + (height - size.height()) // 2
                    item.setGeometry(QRect(rect.topLeft() + QPoint(at, down), size))
        return y + line

    def _size(self, item: QLayoutItem, width: int) -> QSize:
        size = item.sizeHint().boundedTo(QSize(max(width, 1), 1 << 20))
        if item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
        return size


class _Columns(_Wrapping):
    """As many equal columns as there is room for; items keep their order, row by row."""

    def __init__(self, parent: QWidget, least: int, across: int, down: int) -> None:
        super().__init__(parent)
        self._usual_least, self._across, self._down = least, across, down

    @property
    def _least(self) -> int:
        """How narrow a column may get: wider where the type is larger, or words would be cut."""
        parent = self.parentWidget()
        points = parent.font().pointSizeF() if parent is not None else 0.0
        return round(self._usual_least * max(1.0, points / Type.BODY))

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._shown()]
        width = sum(max(self._least, 1) for _ in shown) + self._across * max(0, len(shown) - 1)
        return QSize(width, max((one.height() for one in shown), default=0))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        shown = self._shown()
        if not shown:
            return 0
        least = max(self._least, max(item.minimumSize().width() for item in shown))
        room = max(1, (rect.width() + self._across) // (least + self._across))
        columns = min(room, len(shown))
        mirrored = self._mirrored()
        each = (rect.width() - self._across * (columns - 1)) // columns
        top = 0
        for start in range(0, len(shown), columns):
            row = shown[start : start + columns]
            heights = [
                item.heightForWidth(each) if item.hasHeightForWidth() else item.sizeHint().height() for item in row
            ]
            if move:
                for column, item in enumerate(row):
                    left = column * (each + self._across)
                    at = rect.width() - left - each if mirrored else left
                    item.setGeometry(QRect(rect.left() + at, rect.top() + top, each, max(heights)))
            top += max(heights) + self._down
        return top - self._down


class FlowRow(QWidget):
    """Widgets side by side in equal columns, at least `least` wide; with less room they go under one another."""

    def __init__(self, *widgets: QWidget, least: int = Size.FIELD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = _Columns(self, least, Space.L, Space.L)
        for widget in widgets:
            layout.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class ButtonRow(QWidget):
    """Buttons side by side, each as wide as its words; with less room they go under one another."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        layout = FlowLayout(self)
        for button in buttons:
            layout.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
