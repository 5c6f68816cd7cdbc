"""Range strips on the pages: under a finding for each term it speaks to, under an ask for each finding behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.levels import Kind, Unit, ValueRange, number
from counteroffer.domain.research import Finding
from counteroffer.domain.terms import Term
from counteroffer.ui.charts.range_strip import RangeStrip
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.live import Live
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets.tab_order import last_stop, put_after

MOST = 6
"""More strips than this are no picture any more; the strongest findings are linked first."""
_COUNTED = (Kind.AMOUNT, Kind.PERCENT, Kind.NUMBER, Kind.DATE)


@dataclass(frozen=True)
class Shown:
    """One strip: what stands above it, and what it is drawn from."""

    title: str
    values: ValueRange
    unit: Unit
    term: Term | None


class Strips(Live):
    """As many strips as there is something to show; none, and it is not there at all."""

    watched = (("terms",), ("research", "findings"), ("situation", "currency"))

    def __init__(self, form: Form, after: QWidget, find: Callable[[Form], Iterator[Shown]]) -> None:
        """`after` is what Tab comes from."""
        super().__init__(form.bridge)
        self.setParent(form.place)
        self._form, self._after, self._find = form, after, find
        self.strips: list[RangeStrip] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.L)
        self.hide()
        form.follow(lambda _path: self.turn_to())

    def refresh(self) -> None:
        """Show a strip for everything that can be drawn."""
        wanted = list(self._find(self._form))[:MOST] if self._form.item is not None else []
        currency = self.bridge.workbook.situation.currency
        for at, one in enumerate(wanted):
            self._strip(at).show_range(one.title, one.values, one.unit, one.term, currency)
        for at, strip in enumerate(self.strips):
            strip.setVisible(at < len(wanted))
        self.setVisible(bool(wanted))

    def _strip(self, at: int) -> RangeStrip:
        while len(self.strips) <= at:
            strip = RangeStrip(self._form.ctx)
            self._column.addWidget(strip)
            before = self.strips[-1] if self.strips else self._after
            self.strips.append(strip)
            if before.window() is self.window():
                put_after(last_stop(before), strip)
        return self.strips[at]


def finding_strips(form: Form, after: QWidget) -> Strips:
    """For a form of a finding: where each term that it speaks to stands in its range."""
    return Strips(form, after, _terms_in_range)


def evidence_strips(form: Form, after: QWidget) -> Strips:
    """For a form of a term: where it stands in the range of each finding that bears it out."""
    return Strips(form, after, _ranges_behind)


def _terms_in_range(form: Form) -> Iterator[Shown]:
    finding = form.item
    if not isinstance(finding, Finding) or finding.unit is None or not drawable(finding):
        return
    terms = {term.id: term for term in form.bridge.workbook.terms}
    for linked in finding.terms:
        term = terms.get(linked)
        if term is not None and term.unit is finding.unit:
            yield Shown(_title(term, form.ctx), finding.range, finding.unit, term)


def _ranges_behind(form: Form) -> Iterator[Shown]:
    term = form.item
    if not isinstance(term, Term):
        return
    findings = form.bridge.workbook.research.findings
    chosen = {linked: at for at, linked in enumerate(term.justification.evidence)}
    # Those that were chosen as evidence come first, in their order; then those that speak to the term.
    ordered = sorted(findings, key=lambda one: chosen.get(one.id, len(chosen)))
    for finding in ordered:
        linked = finding.id in chosen or term.id in finding.terms
        if linked and finding.unit is term.unit and drawable(finding):
            yield Shown(finding.statement or finding.source, finding.range, term.unit, term)


def drawable(finding: Finding) -> bool:
    """Whether there is a range to stand in: two figures at the least."""
    if finding.unit is None or finding.unit.kind not in _COUNTED:
        return False
    values = (finding.range.low, finding.range.typical, finding.range.high)
    return sum(number(value) is not None for value in values) >= 2


def _title(term: Term, ctx: UiContext) -> str:
    name = term.name.strip() or ctx.translate("a term without a name")
    return ctx.translate(N_("Where “{term}” stands in it")).format(term=name)
