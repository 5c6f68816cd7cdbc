"""Money, numbers and percentages, read as people type them and shown as the locale writes them."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

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
from counteroffer.ui.widgets.field import Check, FieldEditor, FieldTexts
from counteroffer.ui.widgets.labels import set_property
from counteroffer.ui.widgets.reading_input import Read, ReadingInput, Write

_NOT_WHOLE = N_("This must be a whole number.")


class ParsedField(FieldEditor):
    """A field of one line that is read as a value."""

    typed = True
    is_figure = True
    """Whether what stands in it is hidden with all figures."""

    def __init__(
        self,
        ctx: UiContext,
        texts: FieldTexts,
        read: Read,
        write: Write,
        check: Check | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ctx, texts, check, parent)
        self.input = ReadingInput(read, write, self.example)
        self._put(self.input, self.input.line)
        self._follow(self.input)
        if self.is_figure:
            self.input.hide_with(ctx.privacy)

    def _read(self) -> object:
        return self.input.value()

    def _write(self, value: object) -> None:
        self.input.show_value(value)

    def _raw(self) -> object:
        return self.input.line.text()

    def _restore(self, raw: object) -> None:
        self.input.line.show_text(str(raw))

    def _mark(self, wrong: bool) -> None:
        set_property(self.input, "wrong", wrong)

    def _rewrite(self) -> None:
        """Write the value anew, in another unit or currency."""
        if not self.has_pending() and isinstance(self._kept, (Decimal, int)) and not self.has_input_focus():
            self._quietly(self._write, self._kept)


class MoneyField(ParsedField):
    """An amount in the workbook's currency; commits a Decimal or None. `per` stands behind the sign: "a year"."""

    def __init__(
        self,
        ctx: UiContext,
        texts: FieldTexts,
        check: Check | None = None,
        parent: QWidget | None = None,
        *,
        currency: str = "",
        per: str = "",
    ) -> None:
        self._currency, self._per = currency, per
        super().__init__(ctx, texts, self._read_money, self._write_money, check, parent)
        self._show_suffix()

    def set_currency(self, code: str) -> None:
        self._currency = code
        self._show_suffix()
        self._rewrite()

    def set_per(self, per: str) -> None:
        """What the amount is for: "a year", "an hour"."""
        self._per = per
        self._show_suffix()

    def _show_suffix(self) -> None:
        sign = currency_sign(self._currency, self.ctx.locale) if self._currency else ""
        self.input.set_suffix(" ".join(part for part in (sign, self._per) if part))

    def _read_money(self, text: str) -> object:
        return read_money(text, self.ctx.locale, self._currency)

    def _write_money(self, value: object) -> str:
        return write_money(Decimal(str(value)), self.ctx.locale, self._currency, sign=False)


class NumberField(ParsedField):
    """A number with its unit behind it; commits a Decimal (an int if `whole`) or None."""

    def __init__(
        self,
        ctx: UiContext,
        texts: FieldTexts,
        check: Check | None = None,
        parent: QWidget | None = None,
        *,
        unit: str = "",
        whole: bool = False,
    ) -> None:
        self._unit, self._whole = unit, whole
        super().__init__(ctx, texts, self._read_number, self._write_number, check, parent)
        self.input.set_suffix(unit)

    def set_unit(self, unit: str) -> None:
        """What the number counts: "days a year"."""
        self._unit = unit
        self.input.set_suffix(unit)

    def _read_number(self, text: str) -> object:
        value = read_number(text, self.ctx.locale, self._unit)
        if value is None or not self._whole:
            return value
        if value != value.to_integral_value():
            raise Unreadable(_NOT_WHOLE)
        return int(value)

    def _write_number(self, value: object) -> str:
        return write_number(Decimal(str(value)), self.ctx.locale)


class FractionField(ParsedField):
    """A share or a probability, typed and shown as a percentage; commits a Decimal from 0 to 1, or None."""

    def __init__(
        self, ctx: UiContext, texts: FieldTexts, check: Check | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            ctx,
            texts,
            lambda text: read_fraction(text, ctx.locale),
            lambda value: write_fraction(Decimal(str(value)), ctx.locale),
            check,
            parent,
        )
