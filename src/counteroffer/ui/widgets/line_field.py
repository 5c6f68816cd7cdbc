"""Text: one line, or several."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Size
from counteroffer.ui.widgets.field import Check, FieldEditor, FieldTexts
from counteroffer.ui.widgets.inputs import LineInput, TextInput
from counteroffer.ui.widgets.labels import set_property


class LineField(FieldEditor):
    """One line of text; commits a str with every letter."""

    typed = True

    def __init__(
        self, ctx: UiContext, texts: FieldTexts, check: Check | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, texts, check, parent)
        self.input = LineInput()
        self.input.setPlaceholderText(self.example)
        self._put(self.input)
        self.input.edited.connect(self._edited)
        self.input.left.connect(self._left)
        self.input.returnPressed.connect(self._left)
        self.input.escaped.connect(self.discard_pending)

    def _read(self) -> object:
        return self.input.text()

    def _write(self, value: object) -> None:
        self.input.show_text("" if value is None else str(value))

    def _raw(self) -> object:
        return self.input.text()

    def _restore(self, raw: object) -> None:
        self._write(raw)

    def _mark(self, wrong: bool) -> None:
        set_property(self.input, "wrong", wrong)


class TextField(FieldEditor):
    """Several lines of text; commits a str with every letter. It grows with its text, up to `most` lines."""

    typed = True

    def __init__(
        self,
        ctx: UiContext,
        texts: FieldTexts,
        check: Check | None = None,
        parent: QWidget | None = None,
        *,
        least: int = Size.LEAST_LINES,
        most: int = Size.MOST_LINES,
    ) -> None:
        super().__init__(ctx, texts, check, parent)
        self.input = TextInput(least, most)
        self.input.setPlaceholderText(self.example)
        self._put(self.input)
        self.input.edited.connect(self._edited)
        self.input.left.connect(self._left)
        self.input.escaped.connect(self.discard_pending)

    def _read(self) -> object:
        return self.input.text()

    def _write(self, value: object) -> None:
        self.input.show_text("" if value is None else str(value))

    def _raw(self) -> object:
        return self.input.text()

    def _restore(self, raw: object) -> None:
        self._write(raw)

    def _mark(self, wrong: bool) -> None:
        set_property(self.input, "wrong", wrong)
