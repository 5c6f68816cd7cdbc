"""What was agreed, term by term, beside what was first offered; and whether the contract says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.domain.edits import Path, Set
from counteroffer.domain.levels import Value, is_blank
from counteroffer.domain.terms import Agreed, Found, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.items import ItemsEditor, Sort
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import thirds
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Caption, Card, FlowRow, Rule, Words
from counteroffer.ui.words_for import joined, level_words

AT = ("terms",)
_ROWS = 6


def agreed_card(page: Page) -> tuple[Card, ItemsEditor]:
    """The card with all terms. Which one is chosen is the same as on the other pages about terms."""
    bridge, ctx = page.bridge, page.ctx
    card = page.card(
        N_("What was agreed"),
        N_("Every term, complete and exact: what, how much, from when. So that both of you mean the same."),
    )
    terms = AgreedTerms(
        bridge,
        ctx,
        AT,
        N_("Terms"),
        [Sort(Term, N_("Add a term"), _term, icon="agreement")],
        lambda term: _describe(term, bridge.workbook, ctx),
        N_("Once something is agreed, it stands here beside what was first offered. Begin with base pay."),
    )
    terms.added.connect(lambda term_id: page.elsewhere.emit((*AT, term_id, "name")))
    page.hold(terms)
    # A few rows at a time, so that the fields of the chosen term are in view beside its row.
    terms.list.view.most_rows = _ROWS
    terms.list.view.fit()
    if bridge.term:
        terms.choose(bridge.term)
    terms.chosen.connect(lambda term_id: bridge.choose_term(term_id) if term_id else None)
    bridge.term_chosen.connect(terms.choose)
    card.add(terms)
    return card, terms


class AgreedTerms(ItemsEditor):
    """The terms of the workbook, each with what was agreed about it."""

    added = Signal(str)
    """A term is new. Its name and unit are filled in where terms are made."""

    def add(self, sort: Sort) -> None:
        """A new term at the end."""
        before = {term.id for term in self.items()}
        super().add(sort)
        for term in self.items():
            if term.id not in before:
                self.added.emit(term.id)


def _describe(term: Term, workbook: Workbook, ctx: UiContext) -> tuple[str, str]:
    _ = ctx.translate
    currency = workbook.situation.currency
    agreed = level_words(term.agreed.value, term.unit, currency, ctx) or term.agreed.wording
    offered = level_words(term.offered.value, term.unit, currency, ctx)
    return term.name, joined(
        agreed or _("Nothing agreed yet"),
        _("first offered: {level}").format(level=offered) if offered else "",
        _state(term.agreed, ctx),
    )


def _state(agreed: Agreed, ctx: UiContext) -> str:
    _ = ctx.translate
    if agreed.settled and agreed.found in (Found.DIFFERS, Found.NO):
        return _("put right in the contract")
    return {
        None: "",
        Found.YES: _("in the contract"),
        Found.DIFFERS: _("the contract differs"),
        Found.NO: _("missing in the contract"),
    }[agreed.found]


def _term(form: Form, column: QVBoxLayout) -> None:
    _ = form.ctx.translate
    value = form.level("agreed", "value", unit=lambda _workbook, term: term.unit, currency=form.currency)
    column.addWidget(FlowRow(value, Beside(form)))
    column.addWidget(form.field("agreed", "wording"))
    column.addWidget(
        thirds(form.field("agreed", "starts"), form.field("agreed", "sees_to_it"), form.field("agreed", "agreed_on"))
    )
    column.addWidget(form.field("agreed", "condition"))
    column.addWidget(Rule())
    column.addWidget(FlowRow(form.field("agreed", "found"), form.field("agreed", "clause")))
    difference = Difference(form)
    form.hold(difference)
    column.addWidget(difference)


class Difference(QWidget):
    """How the contract differs, and whether that is settled: there when it does, or when something was written."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form = form
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        self._editors = {name: form.field("agreed", name) for name in ("difference", "settled")}
        for editor in self._editors.values():
            column.addWidget(editor)
        form.follow(lambda _path: self._show())
        form.bridge.changed.connect(self._show)

    def field_at(self, path: Path) -> QWidget | None:
        """The field, brought into view for somebody who is led to it."""
        editor = next((one for one in self._editors.values() if one.path == path), None)
        if editor is not None:
            self.show()
        return editor

    def _show(self) -> None:
        term = self.form.item
        if isinstance(term, Term):
            agreed = term.agreed
            differs = agreed.found in (Found.DIFFERS, Found.NO)
            waiting = any(one.has_pending() or one.has_input_focus() for one in self._editors.values())
            self.setVisible(differs or bool(agreed.difference) or agreed.settled or waiting)


class Beside(QWidget):
    """What was first offered and what was aimed for, to look at; a button takes either over as agreed."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form = form
        self.bridge: Bridge = form.bridge
        _ = form.ctx.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        self.offered = _Level(form.ctx, _("First offered"), lambda: self.take_over(self._offered()))
        self.target = _Level(form.ctx, _("Your target"), lambda: self.take_over(self._target()))
        column.addWidget(self.offered)
        column.addWidget(self.target)
        column.addStretch(1)
        form.follow(lambda _path: self._show())
        form.bridge.changed.connect(self._on_change)

    def take_over(self, value: Value | None) -> None:
        """Set down a level as what was agreed."""
        path: Path | None = self.form.path
        if path is None or value is None:
            return
        edit = Set((*path, "agreed", "value"), value.model_dump())
        self.bridge.apply(edit, label=self.form.ctx.translate(N_("As agreed")))
        self.bridge.seal()

    def _offered(self) -> Value | None:
        term = self.form.item
        return term.offered.value if isinstance(term, Term) else None

    def _target(self) -> Value | None:
        term = self.form.item
        return term.target.value if isinstance(term, Term) else None

    def _on_change(self, change: Change) -> None:
        if change.touches("terms") or change.touches("situation", "currency"):
            self._show()

    def _show(self) -> None:
        term = self.form.item
        if not isinstance(term, Term):
            return
        currency = self.bridge.workbook.situation.currency
        for shown, value in ((self.offered, term.offered.value), (self.target, term.target.value)):
            words = level_words(value, term.unit, currency, self.form.ctx)
            shown.show_level(words, is_blank(value) or value == term.agreed.value)


class _Level(QWidget):
    """A level in words, and the button that takes it over."""

    def __init__(self, ctx: UiContext, name: str, take_over: Callable[[], object]) -> None:
        super().__init__()
        _ = ctx.translate
        self.words = Words()
        self.button = Button(ctx, _("Use this"), "quiet", on_click=take_over)
        self.button.setAccessibleName(_("Use this: {level}").format(level=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Caption(name))
        column.addWidget(self.words)
        row.addLayout(column, 1)
        row.addWidget(self.button)

    def show_level(self, words: str, done: bool) -> None:
        """Show a level; with no level, or one that is agreed already, there is nothing to take over."""
        self.words.setText(words or "—")
        self.button.setVisible(bool(words) and not done)
