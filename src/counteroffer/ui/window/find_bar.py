"""Find in the workbook: type, see where it stands, go there."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from counteroffer.domain.words import plural
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.finding import Hit, find_text
from counteroffer.ui.tabs import PAGES
from counteroffer.ui.theme import Duration, Space
from counteroffer.ui.widgets import announce
from counteroffer.ui.widgets.inputs import let_clear

MOST_SHOWN = 8


class FindBar(QFrame):
    """A line to type in and the places found below it."""

    chosen = Signal(tuple)
    """The path of the field to go to."""

    def __init__(self, bridge: Bridge, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._bridge = bridge
        self._titles = {tab.id: tab.title for tab in PAGES}
        self.setProperty("look", "rail")
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Find in this workbook"))
        self.words.setAccessibleName(_("Find in this workbook"))
        let_clear(self.words, ctx.icon("close"), _("Empty this line"))
        self.words.textChanged.connect(self._search)
        self.words.returnPressed.connect(self._go)
        self._count = QLabel()
        self._count.setProperty("look", "caption")
        # Said once typing rests, not with every letter.
        self._rest = QTimer(self, singleShot=True, interval=Duration.FIGURES)
        self._rest.timeout.connect(self._tell)
        ctx.privacy.changed.connect(self._search_anew)
        close = QToolButton()
        close.setIcon(ctx.icon("close"))
        close.setAccessibleName(_("Close find"))
        close.setToolTip(_("Close find"))
        close.clicked.connect(self.hide)
        self.hits = QListWidget()
        self.hits.setAccessibleName(_("Places found"))
        self.hits.itemActivated.connect(lambda _item: self._go())
        self.hits.itemClicked.connect(lambda _item: self._go())
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.words, 1)
        row.addWidget(self._count)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.addLayout(row)
        column.addWidget(self.hits)
        self.hits.hide()
        self.hide()

    def open(self) -> None:
        """Show the bar and put the cursor into it."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._search(self.words.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.words.hasFocus() and self.hits.count():
            self.hits.setFocus()
            self.hits.setCurrentRow(0)
        else:
            super().keyPressEvent(event)

    def _search(self, words: str) -> None:
        _ = self.ctx.translate
        hits = find_text(self._bridge.workbook, words)
        self.hits.clear()
        for hit in hits:
            item = QListWidgetItem(f"{self._place(hit)}  ·  {hit.snippet}")
            item.setData(Qt.ItemDataRole.UserRole, hit.path)
            self.hits.addItem(item)
        self.hits.setVisible(bool(hits))
        if hits:
            self.hits.setCurrentRow(0)
            height = self.hits.sizeHintForRow(0) * min(len(hits), MOST_SHOWN) + Space.M
            self.hits.setFixedHeight(height)
        if not words.strip():
            self._count.setText("")
        elif not hits:
            self._count.setText(_("Found nowhere"))
        else:
            found = plural(_, "Found once", "Found {count} times", len(hits))
            self._count.setText(found.format(count=len(hits)))
        self._rest.start()

    def _search_anew(self, _hidden: bool) -> None:
        self._search(self.words.text())

    def _tell(self) -> None:
        if self.isVisible() and self._count.text():
            announce(self._count, self._count.text())

    def _place(self, hit: Hit) -> str:
        return self.ctx.translate(self._titles.get(hit.tab or "", "Title"))

    def _go(self) -> None:
        item = self.hits.currentItem()
        if item is not None:
            self.chosen.emit(tuple(item.data(Qt.ItemDataRole.UserRole)))
