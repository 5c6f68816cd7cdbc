"""Text: one line, or several."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.spelling.marking import Marking
from counteroffer.ui.theme.tokens import Size
from counteroffer.ui.widgets.field import Check, FieldEditor, FieldTexts
from counteroffer.ui.widgets.inputs import LineInput, TextInput
from counteroffer.ui.widgets.labels import set_property


class _Letters(FieldEditor):
    """Text as it is typed; commits a str with every letter."""

    typed = True
    input: LineInput | TextInput

    def _type_into(self, where: LineInput | TextInput) -> None:
        where.setPlaceholderText(self.example)
        self._put(where)
        self._follow(where)

    def _read(self) -> object:
        return self.input.text()

    def _write(self, value: object) -> None:
        text = "" if value is None else str(value)
        self.input.show_text(text)
        self.input.setReadOnly(self.ctx.privacy.covers(text))

    def _raw(self) -> object:
        return self.input.text()

    def _restore(self, raw: object) -> None:
        self._write(raw)

    def _mark(self, wrong: bool) -> None:
        set_property(self.input, "wrong", wrong)


class LineField(_Letters):
    """One line of text."""

    def __init__(
        self, ctx: UiContext, texts: FieldTexts, check: Check | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, texts, check, parent)
        self.input: LineInput = LineInput()
        self._type_into(self.input)
        self.input.returnPressed.connect(self._left)


class TextField(_Letters):
    """Several lines of text. It grows with its text, up to `most` lines."""

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
        self.input: TextInput = TextInput(least, most)
        self._type_into(self.input)
        Marking(ctx, self.input)
