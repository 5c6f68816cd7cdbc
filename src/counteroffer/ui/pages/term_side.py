"""The terms by rank at the left of the pages that go along one term after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.theme import Size, Space
from counteroffer.ui.widgets import RankList, Row, SectionTitle
from counteroffer.ui.widgets.margins import margins
from counteroffer.ui.widgets.tab_order import put_after

NEW_TERM = N_("Add a term")
WIDTH = 264
LEAST_ROWS = 3


class TermSide(QFrame):
    """As many rows as there is room for; with more of them the list scrolls, and never asks for a higher window."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.setProperty("look", "ground")
        # Wider where the type is larger, but not in step with it: the fields need the room more.
        self.setFixedWidth(round(WIDTH * (1 + 0.4 * (ctx.theme.text_scale - 1))))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.list = RankList(ctx, _("Terms by rank"), add_label=_(NEW_TERM))
        self.list.narrowed.connect(self._fit)
        self._below: list[QWidget] = []
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(margins(Space.XL, Space.XL, 0, Space.M))
        box.setSpacing(Space.M)
        box.addWidget(SectionTitle(_("Your terms")))
        box.addWidget(self.list)
        box.addStretch(1)

    def put_below(self, widget: QWidget) -> None:
        """Something more below the list, such as another way to add to it."""
        self._below.append(widget)
        self._box.insertWidget(self._box.count() - 1, widget, 0, Qt.AlignmentFlag.AlignLeading)
        put_after(self.list.remove_button, widget)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.list.set_items(rows)
        self._fit()

    def focus_input(self) -> None:
        """Give the list the keyboard."""
        self.list.focus_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        view = self.list.view
        rows = self.list.rows.rowCount()
        if not rows:
            return
        more = sum(one.sizeHint().height() + Space.M for one in self._below)
        room = self.height() - self.list.y() - self.list.besides - Space.M - more
        heights: list[int] = []
        while len(heights) < rows and sum(heights) <= room:
            heights.append(view.sizeHintForRow(len(heights)))
        # Where not all fit, half a row more says that the list goes on.
        fitting = rows if sum(heights) <= room else (room - Size.CONTROL // 2) // max(heights)
        most = max(LEAST_ROWS, fitting)
        if most != view.most_rows:
            view.most_rows = most
            view.fit()
