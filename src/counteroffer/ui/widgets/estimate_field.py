"""What is not known exactly: low, likely and high, and how probable it is at all."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.money import Estimate
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.reading import (
    Unreadable,
    currency_sign,
    read_fraction,
    read_money,
    read_number,
    write_fraction,
    write_money,
    write_number,
)
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.widgets.field import Check, FieldEditor, FieldTexts
from counteroffer.ui.widgets.flow import FlowRow
from counteroffer.ui.widgets.labels import FieldLabel, set_property
from counteroffer.ui.widgets.reading_input import ReadingInput

_UPSIDE_DOWN = N_("Low comes first, then likely, then high; the three are kept as you typed them.")
_RANGE = ("low", "likely", "high")
_PROBABILITY = "probability"


class EstimateField(FieldEditor):
    """Commits all figures as one dict, only when each can be read and they are in order.

    `measure` is "number", "money" or "fraction"; money is read in the currency.
    """

    typed = True

    def __init__(
        self,
        ctx: UiContext,
        texts: FieldTexts,
        check: Check | None = None,
        parent: QWidget | None = None,
        *,
        measure: str = "number",
        currency: str = "",
        unit: str = "",
        probability: bool = True,
    ) -> None:
        super().__init__(ctx, texts, check, parent)
        self._measure, self._currency, self._unit = measure, currency, unit
        self.inputs: dict[str, ReadingInput] = {}
        names = (*_RANGE, _PROBABILITY) if probability else _RANGE
        parts = [self._part(name) for name in names]
        self._kept_probability: object = None
        self._put(FlowRow(*parts, least=Size.FIELD // 2), *(self.inputs[name].line for name in names))
        self._show_suffix()

    def set_currency(self, code: str) -> None:
        self._currency = code
        self._show_suffix()
        if not self.has_pending() and not self.has_input_focus() and isinstance(self._kept, dict):
            self._quietly(self._write, self._kept)

    def set_unit(self, unit: str) -> None:
        """What the figures count."""
        self._unit = unit
        self._show_suffix()

    def _part(self, name: str) -> QWidget:
        field = Estimate.model_fields[name]
        title = self.ctx.translate(field.title or name)
        part = QWidget()
        box = QVBoxLayout(part)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        caption = FieldLabel(title, "caption")
        box.addWidget(caption)
        line = ReadingInput(
            lambda text: self._read_one(name, text),
            lambda value: self._write_one(name, value),
            self.ctx.translate("80 %") if name == _PROBABILITY else "",
        )
        line.line.setAccessibleName(f"{self.label}, {title}" if self.label else title)
        caption.setBuddy(line.line)
        box.addWidget(line)
        self.inputs[name] = line
        self._follow(line)
        line.hide_with(self.ctx.privacy)
        return part

    def _show_suffix(self) -> None:
        sign = currency_sign(self._currency, self.ctx.locale) if self._currency and self._measure == "money" else ""
        for name in _RANGE:
            self.inputs[name].set_suffix(" ".join(part for part in (sign, self._unit) if part))

    def _read_one(self, name: str, text: str) -> object:
        if name == _PROBABILITY or self._measure == "fraction":
            return read_fraction(text, self.ctx.locale)
        if self._measure == "money":
            return read_money(text, self.ctx.locale, self._currency)
        return read_number(text, self.ctx.locale, self._unit)

    def _write_one(self, name: str, value: object) -> str:
        number = Decimal(str(value))
        if name == _PROBABILITY or self._measure == "fraction":
            return write_fraction(number, self.ctx.locale)
        if self._measure == "money":
            return write_money(number, self.ctx.locale, self._currency, sign=False)
        return write_number(number, self.ctx.locale)

    def _normal(self, value: object) -> object:
        if isinstance(value, Estimate):
            value = {name: getattr(value, name) for name in (*_RANGE, _PROBABILITY)}
        given = value if isinstance(value, dict) else {}
        self._kept_probability = given.get(_PROBABILITY)
        return {name: given.get(name) for name in (*_RANGE, _PROBABILITY)}

    def _read(self) -> object:
        read = {name: line.value() for name, line in self.inputs.items()}
        known = [value for name in _RANGE if isinstance(value := read[name], Decimal)]
        if known != sorted(known):
            raise Unreadable(_UPSIDE_DOWN)
        # A probability that this editor does not show is not its to change.
        read.setdefault(_PROBABILITY, self._kept_probability)
        return read

    def _write(self, value: object) -> None:
        given = value if isinstance(value, dict) else {}
        for name, line in self.inputs.items():
            # A part that still says the same is left as it was typed while somebody is in another part.
            line.show_value(given.get(name))

    def _raw(self) -> object:
        return {name: line.line.text() for name, line in self.inputs.items()}

    def _restore(self, raw: object) -> None:
        if isinstance(raw, dict):
            for name, line in self.inputs.items():
                line.line.show_text(str(raw.get(name, "")))

    def _mark(self, wrong: bool) -> None:
        for line in self.inputs.values():
            set_property(line, "wrong", wrong)
