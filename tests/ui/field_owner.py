"""What the tests of the field editors share: an owner that writes down what an editor says."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import (
    FieldEditor,
    FieldTexts,
    LineField,
)

TEXTS = FieldTexts("Target", "Keep your eye on it.", "92,000")
OPTIONS = [("a", "First"), ("b", "Second"), ("c", "Third")]


class Owner(QWidget):
    """Holds an editor and a second one to go to, and writes down what the first one says."""

    def __init__(self, qtbot: QtBot, editor: FieldEditor, ctx: UiContext) -> None:
        super().__init__()
        self.editor = editor
        self.other = LineField(ctx, FieldTexts("Other"))
        self.committed: list[object] = []
        self.sealed = 0
        self.refusal: str | None = None
        layout = QVBoxLayout(self)
        layout.addWidget(editor)
        layout.addWidget(self.other)
        editor.committed.connect(self._take)
        editor.sealed.connect(self._seal)
        # Held by the editor too, so that it lives as long as its test.
        editor.owner = self  # type: ignore[attr-defined]
        editor.path = ("terms", "1", "target")
        qtbot.addWidget(self)
        with qtbot.waitExposed(self):
            self.show()
        self.activateWindow()
        editor.focus_input()

    def _take(self, value: object) -> None:
        self.committed.append(value)
        self.editor.set_problem(self.refusal)

    def _seal(self) -> None:
        self.sealed += 1

    def leave(self) -> None:
        self.other.focus_input()


def hint(editor: FieldEditor) -> str:
    return editor.hint_view.text() if editor.hint_view.isVisibleTo(editor) else ""


def keys(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


def wheel(widget: QWidget) -> QWheelEvent:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event
