"""A level of a term: an amount, a percentage, a number, yes or no, a date or words, as its unit asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.base import Frozen
from counteroffer.ui.context import UiContext
from counteroffer.ui.reading import (
    currency_sign,
    read_day,
    read_money,
    read_number,
    write_money,
    write_number,
)
from counteroffer.ui.widgets.date_field import calendar_button, write_date
from counteroffer.ui.widgets.field import Check, FieldEditor, FieldTexts
from counteroffer.ui.widgets.inputs import ComboInput
from counteroffer.ui.widgets.labels import set_property
from counteroffer.ui.widgets.reading_input import ReadingInput
from counteroffer.ui.widgets.tab_order import put_after, stop_before

_HELD_IN = {
    "amount": "amount",
    "percent": "percent",
    "number": "number",
    "yes_no": "yes",
    "date": "date",
    "text": "text",
}


class LevelField(FieldEditor):
    """Commits {"kind": kind, <its field>: value}, or None when nothing is said. `set_kind` follows the term's unit."""

    typed = True

    def __init__(
        self,
        ctx: UiContext,
        texts: FieldTexts,
        check: Check | None = None,
        parent: QWidget | None = None,
        *,
        kind: str = "text",
        suffix: str = "",
        currency: str = "",
    ) -> None:
        super().__init__(ctx, texts, check, parent)
        self._kind, self._suffix, self._currency = str(kind), suffix, currency
        self._place = QWidget()
        box = QVBoxLayout(self._place)
        box.setContentsMargins(0, 0, 0, 0)
        self.line: ReadingInput | None = None
        self.combo: ComboInput | None = None
        self._build()

    @property
    def kind(self) -> str:
        """What sort of value it takes at present."""
        return self._kind

    def set_kind(self, kind: str, suffix: str = "") -> None:
        """Take another sort of value; what is in the field and not committed in the old sort goes."""
        if str(kind) == self._kind:
            self._suffix = suffix
            self._show_suffix()
            return
        self._kind, self._suffix = str(kind), suffix
        self._unread = self._problem = None
        self._build()
        self._quietly(self._write, self._value)
        self._speak()

    def set_currency(self, code: str) -> None:
        self._currency = code
        self._show_suffix()
        if self._kind == "amount" and not self.has_pending() and not self.has_input_focus():
            self._quietly(self._write, self._kept)

    def _build(self) -> None:
        """The input for the kind."""
        box = self._place.layout()
        before: QWidget | None = None
        while box is not None and (item := box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                before = stop_before(old)
                old.hide()
                old.setParent(None)
                old.deleteLater()
        made = self._combo() if self._kind == "yes_no" else self._line()
        if box is not None:
            box.addWidget(made)
        self._put(self._place, self.line.line if self.line is not None else made)
        put_after(before, made)
        self._show_suffix()

    def _combo(self) -> QWidget:
        _ = self.ctx.translate
        self.line = None
        self.combo = ComboInput()
        for text, data in (("—", None), (_("Yes"), True), (_("No"), False)):
            self.combo.addItem(text, data)
        self.combo.activated.connect(self._edited)
        self.combo.left.connect(self._left)
        return self.combo

    def _line(self) -> QWidget:
        self.combo = None
        self.line = ReadingInput(self._read_line, self._write_line, self.example)
        if self._kind == "date":
            self.line.add_button(calendar_button(self.ctx, self.label, self._current_day, self._picked_day, self))
        else:
            self.line.hide_with(self.ctx.privacy)
        self._follow(self.line)
        return self.line

    def _show_suffix(self) -> None:
        if self.line is None:
            return
        sign = ""
        if self._kind == "amount" and self._currency:
            sign = currency_sign(self._currency, self.ctx.locale)
        elif self._kind == "percent" and "%" not in self._suffix:
            sign = "%"
        counted = self._kind in ("amount", "percent", "number")
        self.line.set_suffix(" ".join(part for part in (sign, self._suffix) if part) if counted else "")

    def _read_line(self, text: str) -> object:
        locale = self.ctx.locale
        match self._kind:
            case "amount":
                return read_money(text, locale, self._currency)
            case "percent":
                return read_number(text, locale, f"% {self._suffix}")
            case "number":
                return read_number(text, locale, self._suffix)
            case "date":
                return read_day(text, locale, self.ctx.today(), self.ctx.translate)
            case _:
                return text or None

    def _write_line(self, value: object) -> str:
        match self._kind:
            case "amount":
                return write_money(Decimal(str(value)), self.ctx.locale, self._currency, sign=False)
            case "percent" | "number":
                return write_number(Decimal(str(value)), self.ctx.locale)
            case "date":
                return write_date(value, self.ctx.locale)
            case _:
                return str(value)

    def _current_day(self) -> date | None:
        held = self._held(self._value)
        return held if isinstance(held, date) else None

    def _picked_day(self, day: date) -> None:
        if self.line is not None:
            self.line.show_value(day)
            self._edited()
            self._left()

    def _held(self, value: object) -> object:
        """What a value holds, if it is of the kind in view."""
        if isinstance(value, Mapping) and value.get("kind") == self._kind:
            return value.get(_HELD_IN[self._kind])
        return None

    def _normal(self, value: object) -> object:
        return value.model_dump() if isinstance(value, Frozen) else value

    def _read(self) -> object:
        held = self.line.value() if self.line is not None else self.combo.currentData() if self.combo else None
        return None if held is None else {"kind": self._kind, _HELD_IN[self._kind]: held}

    def _write(self, value: object) -> None:
        held = self._held(value)
        if self.line is not None:
            self.line.show_value(held)
        elif self.combo is not None:
            self.combo.setCurrentIndex(0 if held is None else 1 if held else 2)

    def _raw(self) -> object:
        return self.line.line.text() if self.line is not None else None

    def _restore(self, raw: object) -> None:
        if self.line is not None:
            self.line.line.show_text(str(raw or ""))

    def _mark(self, wrong: bool) -> None:
        if self.line is not None:
            set_property(self.line, "wrong", wrong)
        elif self.combo is not None:
            set_property(self.combo, "wrong", wrong)
