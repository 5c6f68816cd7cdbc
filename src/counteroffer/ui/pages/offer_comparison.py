"""On the Offer page: the other offers beside this one, in a table that keys and screen readers can walk."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from counteroffer.editing.session import Change
from counteroffer.ui.models.side_by_side import SideBySideModel, side_by_side
from counteroffer.ui.pages.live import FIGURES
from counteroffer.ui.pages.offers_view import OffersView
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import mark_private
from counteroffer.ui.theme import Duration, Size, Space
from counteroffer.ui.widgets import Caption, Card

WATCHED = (*FIGURES, ("situation", "other_offers"))
"""All that the table shows or that a worth in it can hang on."""


class ComparisonCard(Card):
    """There while there is another offer. The table is made anew once typing rests, and only while it is in view."""

    def __init__(self, page: Page) -> None:
        _ = page.ctx.translate
        super().__init__(
            _("Side by side"),
            _("Term by term, as each of them was written down."),
        )
        mark_private(self, page.ctx)
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
        if not any(change.touches(*path) for path in WATCHED):
            return
        self._stale = True
        self.setVisible(self._is_wanted())
        if self.isVisible():
            self._rest.start()
