"""A table to be read beside a chart: the same figures, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from counteroffer.ui.theme import Space, Type

_TEXT = 3
"""Pixels that Qt leaves beside the words of a cell."""


class _PaddedCells(QStyledItemDelegate):
    """Cells as high as their words need: Qt reckons their height without the padding that the style sheet sets."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -2 * Space.S, 0)
        return super().sizeHint(narrower, index)


class _Headings(QHeaderView):
    """Headings as high as their words need: Qt lets them wrap, but reckons with one line of each."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def fit(self) -> int:
        """Take the height that the headings need at these widths, and say it."""
        needed = [self._height(section) for section in range(self.count())]
        self.setFixedHeight(max(needed, default=0))
        return self.height()

    def _height(self, section: int) -> int:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * Type.CAPTION / Type.BODY)
        metrics = QFontMetrics(font)
        room = QRect(0, 0, self.sectionSize(section) - 2 * (Space.S + _TEXT), 1 << 16)
        words = str(self.model().headerData(section, self.orientation()))
        lines = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() // metrics.lineSpacing()
        one_line: int = self.sectionSizeFromContents(section).height()
        return one_line + max(0, lines - 1) * metrics.lineSpacing()


class DataTable(QTableWidget):
    """As high as its rows; to be read, walked with the arrow keys, and nothing else."""

    _widths: tuple[int, ...] = ()
    """How wide the columns were when the rows were last fitted to their words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_PaddedCells(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setProperty("look", "figures")
        self.verticalHeader().hide()
        self._headings = _Headings()
        self.setHorizontalHeader(self._headings)

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Other rows."""
        self.setColumnCount(len(headings))
        self.setRowCount(len(rows))
        for column, heading in enumerate(headings):
            title = QTableWidgetItem(heading)
            across = _side(column) | Qt.AlignmentFlag.AlignBottom
            title.setData(Qt.ItemDataRole.TextAlignmentRole, across.value | Qt.TextFlag.TextWordWrap.value)
            self.setHorizontalHeaderItem(column, title)
        for at, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_side(column) | Qt.AlignmentFlag.AlignTop)
                self.setItem(at, column, item)
        self._fit()

    def updateGeometries(self) -> None:
        """With less room the words wrap, and the rows get higher. Only here the columns have their final widths."""
        super().updateGeometries()
        widths = tuple(self.columnWidth(column) for column in range(self.columnCount()))
        if widths != self._widths:
            self._widths = widths
            self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(at) for at in range(self.rowCount()))
        self.setFixedHeight(self._headings.fit() + rows + 2 * self.frameWidth() + Space.XS)


def _side(column: int) -> Qt.AlignmentFlag:
    """Names where reading begins, figures in line at their end."""
    return Qt.AlignmentFlag.AlignTrailing if column else Qt.AlignmentFlag.AlignLeading
