"""All commands in one searchable list, with their keys: for whoever knows what they want but not where it is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from counteroffer.domain.folding import fold
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.explaining import explain
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.widgets import Caption, Row
from counteroffer.ui.widgets.item_rows import RowModel
from counteroffer.ui.widgets.item_view import ItemView
from counteroffer.ui.widgets.popup import Popup

_MOST = 9


class CommandMenu(Popup):
    """Type some of a command's words; arrow keys choose, Enter does it."""

    def __init__(self, ctx: UiContext, actions: Iterable[QAction], parent: QWidget) -> None:
        _ = ctx.translate
        super().__init__(_("Commands"), parent)
        explain(self, "keys")
        self._actions = [action for action in actions if action.isEnabled() and action.text()]
        self.setFixedWidth(Size.QUESTION)
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("What would you like to do?"))
        self.words.setAccessibleName(_("Search the commands"))
        self.words.textChanged.connect(lambda _text: self._show())
        self.words.returnPressed.connect(self._go)
        self.words.installEventFilter(self)
        self.rows = RowModel("", numbered=False, parent=self)
        self.list = ItemView(ctx, self.rows, movable=False)
        self.list.most_rows = _MOST
        self.list.setAccessibleName(_("Commands"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.open_asked.connect(lambda _at: self._go())
        self.list.clicked.connect(lambda _at: self._go())
        self._nothing = Caption(_("No command is called that."))
        self.column.setSpacing(Space.S)
        for part in (self.words, self.list, self._nothing):
            self.column.addWidget(part)
        self._show()
        self.words.setFocus()

    def offer(self, actions: Iterable[QAction]) -> None:
        """More that can be done, which was still being looked for when the menu opened. It comes first, but what was
        typed or gone to meanwhile is still what Enter does."""
        begun = self.words.text() or self.list.currentIndex().row() > 0
        chosen = self._chosen() if begun else None
        self._actions[:0] = actions
        self._show(chosen)

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of a window."""
        self.adjustSize()
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + Space.XXL * 2)
        self.show()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The cursor stays in the line while the arrow keys go through the list.
        if (
            watched is self.words
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            at = max(0, min(self.rows.rowCount() - 1, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self.rows.index(at))
            return True
        return super().eventFilter(watched, event)

    def _show(self, chosen: QAction | None = None) -> None:
        words = fold(self.words.text()).split()
        found = [action for action in self._actions if all(word in fold(action.text()) for word in words)]
        self.rows.set_rows([_row(str(self._actions.index(action)), action) for action in found])
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.rows.index(found.index(chosen) if chosen in found else 0))
        self.adjustSize()

    def _chosen(self) -> QAction | None:
        at = self.list.currentIndex().row()
        rows = self.rows.rows()
        return self._actions[int(rows[at].id)] if 0 <= at < len(rows) else None

    def _go(self) -> None:
        action = self._chosen()
        if action is not None:
            self.close()
            action.trigger()


def _row(identity: str, action: QAction) -> Row:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Row(identity, action.text(), "", keys)
