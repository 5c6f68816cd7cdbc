"""All that can be seen or heard of a window: what is written, painted, pointed at or read out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, takewhile

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from counteroffer.ui.charts.chart import Chart
from counteroffer.ui.charts.picture import as_svg
from counteroffer.ui.widgets import FieldEditor
from counteroffer.ui.widgets.item_rows import RowModel

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_TOLD = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
_MARKS = re.compile(r"<[^>]+>")


def texts(window: QWidget) -> Iterator[str]:
    """Text by text, some twice. The example that a field shows while it is empty is left out: it is the app's own."""
    for widget in (window, *(one for one in window.findChildren(QWidget) if one.isVisible())):
        if isinstance(widget, QScrollBar):
            continue  # its value is a number of pixels
        yield from (widget.toolTip(), widget.windowTitle(), *(action.text() for action in widget.actions()))
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield from _line(widget)
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, Chart):
            yield from _chart(widget)
        if isinstance(widget, QComboBox | QAbstractItemView):
            yield from _model(widget.model())
        told = QAccessible.queryAccessibleInterface(widget)
        if told is not None and not (isinstance(widget, QLineEdit) and not widget.text()):
            yield from map(told.text, _TOLD)


def _line(line: QLineEdit) -> Iterator[str]:
    yield line.displayText()
    field = line.parentWidget()
    while field is not None and not isinstance(field, FieldEditor):
        field = field.parentWidget()
    if not line.text() and not (isinstance(field, FieldEditor) and line.placeholderText() == field.example):
        yield line.placeholderText()


def _chart(chart: Chart) -> Iterator[str]:
    yield from (chart.spoken_value(), *(point.words for point in chart.points))
    yield from (cell for row in chart.table() for cell in row)
    if chart.points:
        yield from _MARKS.split(as_svg(chart).decode())


def _model(model: QAbstractItemModel) -> Iterator[str]:
    top = QModelIndex()
    for row in range(model.rowCount(top)):
        for column in takewhile(lambda column, row=row: model.hasIndex(row, column, top), count()):
            for role in _ROLES:
                yield str(model.index(row, column, top).data(role) or "")
    if isinstance(model, RowModel):
        for row in model.rows():
            yield from (row.title, row.summary, row.mark, row.tool_tip)
