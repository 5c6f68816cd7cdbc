"""On the Offer page: the other offers beside this one, in a table that keys and screen readers can walk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from counteroffer.editing.session import Change
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.models.side_by_side import SideBySideModel, side_by_side
from counteroffer.ui.pages.page import Page
from counteroffer.ui.theme import Duration, Size, Space
from counteroffer.ui.widgets import Caption, Card

LEAST, MOST = 116, 220
"""How narrow and how wide a column may be, in pixels at 100 %."""
NAMES = 190
"""The widest the names of the terms get."""
MOST_LINES = 40
"""With more terms than this the table scrolls by itself."""


class OffersView(QTableView):
    """As high as its rows and, where there is room, as wide as its place; otherwise it scrolls sideways."""

    def __init__(self, ctx: UiContext, model: SideBySideModel) -> None:
        super().__init__()
        self._ctx = ctx
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Tab leads out of the table; the arrow keys go about in it.
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(True)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._fitting = False

    @property
    def wanted_width(self) -> int:
        """How wide the table is if nothing is to be cut."""
        return self._names() + sum(self._widths()) + 2 * self.frameWidth()

    def fit(self) -> None:
        """Give the columns their widths and the table its height."""
        model = self.model()
        if self._fitting or not model.columnCount() or not model.rowCount():
            return
        self._fitting = True
        self.verticalHeader().setFixedWidth(self._names())
        widths = self._widths()
        room = self.width() - self._names() - 2 * self.frameWidth()
        spare = max(0, room - sum(widths)) // len(widths)
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width + spare)
        self.resizeRowsToContents()
        rows = range(min(model.rowCount(), MOST_LINES))
        height = sum(self.rowHeight(at) for at in rows) + self.horizontalHeader().sizeHint().height()
        if sum(widths) > room:
            height += Size.SCROLL_BAR
        self.setFixedHeight(height + 2 * self.frameWidth() + Size.FOCUS)
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self.fit)

    def _names(self) -> int:
        return min(self.verticalHeader().sizeHint().width() + Space.S, self._scaled(NAMES))

    def _widths(self) -> list[int]:
        """What each column would like, within bounds."""
        least, most = self._scaled(LEAST), self._scaled(MOST)
        header = self.horizontalHeader()
        columns = range(self.model().columnCount())
        return [min(max(self.sizeHintForColumn(at), header.sectionSizeHint(at), least), most) for at in columns]

    def _scaled(self, pixels: int) -> int:
        return round(pixels * self._ctx.theme.text_scale)


class ComparisonCard(Card):
    """There while there is another offer. The table is made anew once typing rests, and only while it is in view."""

    def __init__(self, page: Page) -> None:
        _ = page.ctx.translate
        super().__init__(
            _(N_("Side by side")),
            _(N_("Term by term, in their own words and figures. The last row adds up what each is worth in a year.")),
        )
        self._page = page
        self.rows = SideBySideModel(page.ctx, self)
        self.view = OffersView(page.ctx, self.rows)
        self.view.setAccessibleName(self.title.text())
        self.view.setAccessibleDescription(_("Arrow keys go from cell to cell."))
        self.remarks = Caption()
        self.nothing = Caption(_("As soon as a term has a figure, it stands here with all its offers."))
        self.add(self.view, self.remarks, self.nothing)
        self._rest = QTimer(self, singleShot=True, interval=Duration.REST)
        self._rest.timeout.connect(self.refresh)
        page.bridge.changed.connect(self._on_change)
        self._stale = True
        if not self._is_wanted():
            self.hide()

    def refresh(self) -> None:
        """Set the offers side by side as they now stand."""
        self._stale = False
        table = side_by_side(self._page.bridge.workbook, self._page.ctx)
        self.rows.show_table(table)
        self.view.setVisible(bool(table.lines))
        self.nothing.setVisible(not table.lines)
        self.remarks.setText(" ".join(table.remarks))
        self.remarks.setVisible(bool(table.remarks))
        # No wider than its columns need, and never narrower than the other cards.
        self.setMaximumWidth(max(Size.COLUMN, self.view.wanted_width + 2 * (Space.L + Size.LINE)))
        self.view.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _is_wanted(self) -> bool:
        return bool(self._page.bridge.workbook.situation.other_offers)

    def _on_change(self, change: Change) -> None:
        if not any(change.touches(area) for area in ("situation", "terms", "packages")):
            return
        self._stale = True
        self.setVisible(self._is_wanted())
        if self.isVisible():
            self._rest.start()
