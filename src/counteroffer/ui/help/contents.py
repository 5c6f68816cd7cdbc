"""What is in the handbook, chapter by chapter; the points of the guide stand folded away below their tab's page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.help.handbook import Chapter
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets.inputs import RoomyItems

_ADDRESS = Qt.ItemDataRole.UserRole


class ContentsTree(QTreeWidget):
    """Arrow keys walk, Enter or a click opens."""

    chosen = Signal(str)

    def __init__(self, ctx: UiContext, chapters: Sequence[Chapter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.setHeaderHidden(True)
        self.setItemDelegate(RoomyItems(self))
        self.setUniformRowHeights(True)
        self.setIndentation(Space.L)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Contents"))
        self.setAccessibleDescription(_("Arrow keys choose and unfold, Enter opens."))
        self._ctx = ctx
        self._items: dict[str, QTreeWidgetItem] = {}
        for chapter in chapters:
            heading = QTreeWidgetItem(self, [chapter.title])
            heading.setFont(0, ctx.theme.font(bold=True))
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for page in chapter.pages:
                item = QTreeWidgetItem(self._items.get(page.parent, heading), [page.title])
                item.setData(0, _ADDRESS, page.address)
                item.setToolTip(0, page.title)
                self._items[page.address] = item
            heading.setExpanded(True)
        self.itemClicked.connect(lambda item, _column: self._choose(item))
        self.itemActivated.connect(lambda item, _column: self._choose(item))

    def show_current(self, address: str) -> None:
        """Mark the page in view, and unfold what it stands in."""
        item = self._items[address]
        self.setCurrentItem(item)
        item.setExpanded(item.childCount() > 0)
        # Shown, and so unfolded, from its chapter down.
        self.scrollToItem(item)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        # Beside a chosen row the style would paint a second, smaller mark here.
        painter.fillRect(rect, self._ctx.theme.colour("surface"))
        super().drawBranches(painter, rect, index)

    def _choose(self, item: QTreeWidgetItem) -> None:
        address = item.data(0, _ADDRESS)
        if address:
            self.chosen.emit(str(address))
