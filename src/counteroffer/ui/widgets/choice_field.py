"""A choice from a few words, or of one entry from elsewhere in the workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets.field import Check, FieldEditor, FieldTexts
from counteroffer.ui.widgets.inputs import ComboInput
from counteroffer.ui.widgets.labels import set_property

Options = Sequence[tuple[str, str]]
"""Pairs of the stored word (or id) and the translated text that is read."""

_NONE = "—"


class ChoiceField(FieldEditor):
    """Commits the stored word, or None where the choice may be left open. What is no longer there shows as nothing."""

    def __init__(
        self,
        ctx: UiContext,
        texts: FieldTexts,
        options: Options | Callable[[], Options] = (),
        check: Check | None = None,
        parent: QWidget | None = None,
        *,
        optional: bool = True,
    ) -> None:
        super().__init__(ctx, texts, check, parent)
        self._optional = optional
        self.input = ComboInput()
        self._put(self.input)
        self.set_options(options() if callable(options) else options)
        self.input.activated.connect(self._chosen)
        self.input.left.connect(self._left)

    def set_options(self, options: Options) -> None:
        """Other choices; the one that is made stays made if it is still among them."""
        wanted = ([(None, _NONE)] if self._optional else []) + [(value, text) for value, text in options]
        have = [(self.input.itemData(at), self.input.itemText(at)) for at in range(self.input.count())]
        if have == wanted:
            return
        self.input.clear()
        for value, text in wanted:
            self.input.addItem(text, value)
        self._write(self._value if isinstance(self._value, str) else None)

    def _chosen(self) -> None:
        self._edited()
        # A choice is complete at once; nothing is merged into it.
        self.sealed.emit()

    def _normal(self, value: object) -> object:
        return None if value is None else str(value)

    def _read(self) -> object:
        return self.input.currentData()

    def _write(self, value: object) -> None:
        at = self.input.findData(value) if value is not None else -1
        self.input.setCurrentIndex(at if at >= 0 or not self._optional else 0)

    def _raw(self) -> object:
        return self.input.currentData()

    def _restore(self, raw: object) -> None:
        self._write(raw)

    def _mark(self, wrong: bool) -> None:
        set_property(self.input, "wrong", wrong)
