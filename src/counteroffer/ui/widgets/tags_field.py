"""Several short texts as chips, with a line to add the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Space
from counteroffer.ui.widgets.chip import RemovableChip
from counteroffer.ui.widgets.field import Check, FieldEditor, FieldTexts
from counteroffer.ui.widgets.flow import FlowLayout
from counteroffer.ui.widgets.inputs import LineInput
from counteroffer.ui.widgets.labels import set_property
from counteroffer.ui.widgets.tab_order import put_after, stop_before


class TagsField(FieldEditor):
    """Commits a tuple of texts. Enter or a comma adds the text in the line; so does leaving it."""

    def __init__(
        self, ctx: UiContext, texts: FieldTexts, check: Check | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, texts, check, parent)
        self._tags: tuple[str, ...] = ()
        place = QWidget()
        box = QVBoxLayout(place)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips, Space.XS)
        self.chips.hide()
        self.input = LineInput()
        self.input.setPlaceholderText(self.example)
        self.input.installEventFilter(self)
        box.addWidget(self.chips)
        box.addWidget(self.input)
        self._put(place, self.input)
        self.input.edited.connect(self._typing)
        self.input.left.connect(self._leave)
        self.input.escaped.connect(self.discard_pending)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.input and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.input.text().strip():
                self._add()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.input.text() and self._tags:
                self._take_away(self._tags[-1])
                return True
        return super().eventFilter(watched, event)

    def _typing(self) -> None:
        if "," in self.input.text():
            self._add()

    def _leave(self) -> None:
        if self.input.text().strip():
            self._add()
        self._left()

    def _add(self) -> None:
        """Make chips of what stands in the line, if they may stand there."""
        new = [part.strip() for part in self.input.text().split(",")]
        self._tags = tuple(dict.fromkeys((*self._tags, *(part for part in new if part))))
        before = self._value
        self._edited()
        if self._unread is None:
            self.input.clear()
        elif isinstance(before, tuple):
            self._tags = before
            self._speak()
        self._show_chips()
        self.sealed.emit()

    def _take_away(self, tag: str) -> None:
        at = self._tags.index(tag)
        self._tags = self._tags[:at] + self._tags[at + 1 :]
        self._edited()
        self._show_chips()
        self.sealed.emit()
        # The button that had the keyboard is gone with its chip.
        self.input.setFocus()

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        before = stop_before(self.input)
        for tag in self._tags:
            chip = RemovableChip(self.ctx, tag)
            chip.removed.connect(lambda tag=tag: self._take_away(tag))
            self._flow.addWidget(chip)
            # They stand above the line, so Tab comes to them first.
            if before is not None:
                put_after(before, chip)
                before = chip.button
        self.chips.setVisible(bool(self._tags))
        self.input.setAccessibleName(", ".join((self.label, *self._tags)))

    def _normal(self, value: object) -> object:
        return tuple(str(one) for one in value) if isinstance(value, (tuple, list)) else ()

    def _read(self) -> object:
        return self._tags

    def _write(self, value: object) -> None:
        tags = value if isinstance(value, tuple) else ()
        if tags != self._tags or self._flow.count() != len(tags):
            self._tags = tags
            self._show_chips()

    def _raw(self) -> object:
        return self.input.text()

    def _restore(self, raw: object) -> None:
        self.input.show_text(str(raw))

    def _mark(self, wrong: bool) -> None:
        set_property(self.input, "wrong", wrong)
