"""A line above a long list that leaves only the entries in view that have the words typed into it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.editing.session import Change
from counteroffer.ui.items import ItemsEditor
from counteroffer.ui.theme import Size, Space
from counteroffer.ui.widgets import Caption
from counteroffer.ui.widgets.inputs import LineInput


class Narrowing(QWidget):
    """Stands back while the list is short. Nothing is changed by it, and whatever is gone to is always in view."""

    def __init__(self, editor: ItemsEditor, words: str) -> None:
        # Not without a place, or it would be a window for a moment when it is shown.
        super().__init__(editor)
        self._editor = editor
        self._translate = editor.ctx.translate
        self.line = LineInput()
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self.line.addAction(editor.ctx.icon("find"), LineInput.ActionPosition.LeadingPosition).setText(words)
        self.line.textChanged.connect(self._narrow)
        self.line.escaped.connect(self.line.clear)
        self.line.installEventFilter(self)
        self.found = Caption()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.line)
        column.addWidget(self.found)
        editor.bridge.changed.connect(self._follow)
        editor.chosen.connect(self._keep_in_view)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line, the arrow down leads into the list."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._editor.list.focus_list()
            return True
        return super().eventFilter(watched, event)

    def _narrow(self) -> None:
        """After typing: the first entry in view is chosen, unless the chosen one is in view still."""
        self._show()
        view, rows = self._editor.list.view, self._editor.list.rows.rows()
        left = [row.id for at, row in enumerate(rows) if not view.isRowHidden(at)]
        if left and self._editor.current not in left:
            self._editor.choose(left[0])

    def _follow(self, change: Change) -> None:
        if self._editor.path is not None and change.touches(*self._editor.path):
            self._show()
            self._keep_in_view(self._editor.current)

    def _keep_in_view(self, item_id: str) -> None:
        """An entry that was gone to, or has just been added, must be seen: then the words go."""
        at = self._editor.list.rows.at(item_id)
        if at >= 0 and self._editor.list.view.isRowHidden(at):
            self.line.clear()

    def _show(self) -> None:
        wanted = self.line.text().casefold().split()
        rows = self._editor.list.rows.rows()
        left = 0
        for at, row in enumerate(rows):
            text = f"{row.title} {row.summary}".casefold()
            fits = all(word in text for word in wanted)
            self._editor.list.view.setRowHidden(at, not fits)
            left += fits
        # As high as what is left; with nothing left, one empty row stays.
        self._editor.list.view.most_rows = min(max(left, 1), Size.MOST_ROWS)
        self._editor.list.view.fit()
        self.setVisible(len(rows) > Size.MOST_ROWS or bool(wanted))
        self.found.setVisible(bool(wanted))
        self.found.setText(self._translate("{number} of {all}").format(number=left, all=len(rows)))
