"""Values in words, as they stand in lists and on charts, in the person's locale."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from counteroffer.domain.base import Choice
from counteroffer.domain.levels import Kind, Unit, Value, ValueRange, content
from counteroffer.domain.money import Estimate
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import UiContext
from counteroffer.ui.forms import suffix
from counteroffer.ui.reading import write_day, write_money, write_number


def called(workbook: Workbook) -> str:
    """What a workbook is called, in the archive and in its window: by its title, else by the employer; maybe empty."""
    return workbook.title or workbook.situation.employer


def level_words(value: Value | None, unit: Unit, currency: str, ctx: UiContext) -> str:
    """A level with its unit: "€92,000 a year", "28 days a year", "Yes"; empty for nothing."""
    _ = ctx.translate
    if value is None:
        return ""
    held = content(value)
    if isinstance(held, bool):
        return _("Yes") if held else _("No")
    if isinstance(held, date):
        return write_day(held, ctx.locale)
    if isinstance(held, Decimal):
        behind = _(suffix(unit)) if value.kind == unit.kind.value else ""
        if value.kind == Kind.AMOUNT.value:
            return f"{ctx.privacy.figure(write_money(held, ctx.locale, currency))} {behind}".strip()
        if value.kind == Kind.PERCENT.value:
            return f"{_figure(held, ctx)} {behind or '%'}"
        return write_counted(held, unit, ctx) or f"{_figure(held, ctx)} {behind}".strip()
    return held


def write_counted(number: Decimal, unit: Choice, ctx: UiContext) -> str | None:
    """A number of days, hours, … as it is said: "1 day a week". None for a unit that is no length of time."""
    from babel import Locale  # loaded at the first use, as all of Babel is

    from counteroffer.documents.content.counted import counted

    return counted(number, _figure(number, ctx), unit, Locale.parse(ctx.locale), ctx.translate)


def _figure(number: Decimal, ctx: UiContext) -> str:
    return ctx.privacy.figure(write_number(number, ctx.locale))


def range_words(values: ValueRange, unit: Unit | None, currency: str, ctx: UiContext) -> str:
    """What is usual, in a few words: "€48,000 – €58,500 a year"; its middle where the ends are not known."""
    unit = unit or Unit.TEXT
    if values.low is None or values.high is None:
        return level_words(values.typical or values.low or values.high, unit, currency, ctx)
    low, high = (level_words(value, unit, currency, ctx) for value in (values.low, values.high))
    behind = ctx.translate(suffix(unit))
    return f"{low.removesuffix(behind).strip() if behind else low} – {high}"


def money_words(estimate: Estimate, currency: str, ctx: UiContext) -> str:
    """An estimate of money: "€50,500 – €54,000", or the one figure that is known; empty for none."""
    known = [one for one in (estimate.low, estimate.likely, estimate.high) if one is not None]
    ends = dict.fromkeys((known[0], known[-1])) if known else {}
    return ctx.privacy.figure(" – ".join(write_money(one, ctx.locale, currency) for one in ends))


def joined(*parts: str) -> str:
    """What a row says below its title, with a dot between; what is empty is left out."""
    return "  ·  ".join(part for part in parts if part)


def term_options(workbook: Workbook) -> list[tuple[str, str]]:
    """The terms as something that can be linked to."""
    return [(term.id, term.name) for term in workbook.terms if term.name]


def unit_of_term(workbook: Workbook, term_id: str | None) -> Unit | None:
    """The unit in which a linked term is counted; None where the link leads nowhere."""
    return next((term.unit for term in workbook.terms if term.id == term_id), None)
