"""On the Research page: what was found out, with its range, its source and how far it is trusted."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.edits import Batch, Edit, Path, Set
from counteroffer.domain.levels import Kind, TextValue, Unit, Value
from counteroffer.domain.research import Finding
from counteroffer.domain.units import carried
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import half, halves, list_card, thirds
from counteroffer.ui.pages.term_strips import finding_strips
from counteroffer.ui.reading import Unreadable, read_money, read_number
from counteroffer.ui.widgets import Card
from counteroffer.ui.words_for import joined, range_words, term_options, unit_of_term

RANGE = ("low", "typical", "high")
_FIELDS = {Kind.AMOUNT: "amount", Kind.PERCENT: "percent", Kind.NUMBER: "number"}


def findings_card(page: Page) -> Card:
    """The findings: what is normal, and what this employer does."""
    ctx, bridge = page.ctx, page.bridge
    _ = ctx.translate

    def describe(finding: Finding) -> tuple[str, str]:
        usual = range_words(finding.range, finding.unit, bridge.workbook.situation.currency, ctx)
        title = finding.statement or _(finding.topic.label)
        return title, joined(usual, finding.source or _("No source yet"))

    card, _editor = list_card(
        page,
        ("research", "findings"),
        Sort(Finding, N_("Add a finding"), _finding, icon="research"),
        describe,
        N_("One figure that you can name a source for is a good start: a survey, an advert, somebody who knows."),
        caption=N_("What is normal, and how this employer does it. A figure with a source is hard to wave away."),
    )
    return card


def _finding(form: Form, column: QVBoxLayout) -> None:
    def count(path: Path, unit: Any) -> Edit:
        return _counted(form, path[:-1], Unit(unit) if unit is not None else None, Set(path, unit))

    def link(path: Path, terms: Any) -> Edit:
        """The first term that a finding speaks to also says what its figures count."""
        unit = unit_of_term(form.bridge.workbook, terms[0]) if terms else None
        if unit is None or form.item.unit is not None:
            return Set(path, terms)
        edits = (Set(path, terms), Set((*path[:-1], "unit"), unit))
        return _counted(form, path[:-1], unit, *edits)

    column.addWidget(form.field("topic"))
    column.addWidget(form.field("statement"))
    column.addWidget(form.field("terms", choose=term_options, edit=link))
    column.addWidget(half(form.field("unit", edit=count)))
    figures = thirds(*(form.level("range", name, unit=_unit) for name in RANGE))
    column.addWidget(figures)
    column.addWidget(finding_strips(form, figures))
    column.addWidget(form.field("source"))
    column.addWidget(halves(form.field("address"), form.field("seen_on")))
    column.addWidget(halves(form.field("source_kind"), form.field("trust")))
    column.addWidget(form.field("sayable"))
    column.addWidget(form.field("note"))


def _unit(_workbook: Workbook, finding: Finding) -> Unit:
    """Until a unit is chosen, the figures are taken as words; see `_counted`."""
    return finding.unit or Unit.TEXT


def _counted(form: Form, path: Path, unit: Unit | None, *edits: Edit) -> Edit:
    """The edits, and the three figures carried over into the unit."""
    values: Any = form.item.range
    moved = [(name, _carried(form, getattr(values, name), unit or Unit.TEXT)) for name in RANGE]
    return Batch("", (*edits, *(Set((*path, "range", name), value) for name, value in moved)))


def _carried(form: Form, value: Value | None, unit: Unit) -> Any:
    """A figure in another unit; one that was typed before there was a unit is read now."""
    if not isinstance(value, TextValue) or unit.kind not in _FIELDS:
        return carried(value, unit)
    try:
        read = (
            read_money(value.text, form.ctx.locale, form.currency)
            if unit.kind is Kind.AMOUNT
            else read_number(value.text, form.ctx.locale)
        )
    except Unreadable:
        return None
    return {"kind": unit.kind.value, _FIELDS[unit.kind]: read} if isinstance(read, Decimal) else None
