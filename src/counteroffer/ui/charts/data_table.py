"""A table to be read beside a chart: the same figures, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from counteroffer.ui.theme import Space


class _PaddedCells(QStyledItemDelegate):
    """Cells as high as their words need: Qt reckons their height without the padding that the style sheet sets."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -2 * Space.S, 0)
        return super().sizeHint(narrower, index)


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
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Other rows."""
        self.setColumnCount(len(headings))
        self.setRowCount(len(rows))
        for column, heading in enumerate(headings):
            title = QTableWidgetItem(heading)
            title.setTextAlignment(_side(column) | Qt.AlignmentFlag.AlignBottom)
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
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth() + Space.XS)


def _side(column: int) -> Qt.AlignmentFlag:
    """Names where reading begins, figures in line at their end."""
    return Qt.AlignmentFlag.AlignTrailing if column else Qt.AlignmentFlag.AlignLeading
