"""A bar chart with its sentence, the point that is walked to in words, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.ui.charts.bars import Bar, BarChart
from counteroffer.ui.charts.data_table import DataTable
from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Space
from counteroffer.ui.widgets import Caption, Words
from counteroffer.ui.widgets.disclosure import Fold


class Pictured(QWidget):
    """`name` is what the chart is called; the bars bring their own words and cells."""

    def __init__(self, ctx: UiContext, name: str, bars: Sequence[Bar], words: str, headings: Sequence[str]) -> None:
        super().__init__()
        _ = ctx.translate
        self.chart = BarChart(ctx, name)
        self.chart.show_bars(bars, words, tuple(headings))
        self.said = Caption()
        self.said.hide()
        self.chart.walked.connect(self._say)
        self.table = DataTable(_("{name}, as a table").format(name=name))
        self.table.show_rows(headings, [bar.cells for bar in bars])
        self.as_table = Fold(ctx, _("The same as a table"), _("{name}, as a table").format(name=name))
        self.as_table.body.column.setContentsMargins(0, 0, 0, 0)
        self.as_table.body.column.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (Words(words), self.chart, self.said):
            column.addWidget(part)
        column.addWidget(self.as_table.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.as_table.body)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
