"""A term's levels: what they offer, and below it a row each for opening, target, acceptable and walk-away."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.edits import Path
from counteroffer.domain.levels import Unit
from counteroffer.domain.money import Estimate
from counteroffer.domain.terms import Importance, Level, Offered, Option, Term
from counteroffer.editing.session import Change
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.items import ItemsEditor, Sort, items_within
from counteroffer.ui.reading import write_money
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Caption, FieldEditor, FlowRow, Words
from counteroffer.ui.widgets.disclosure import Fold
from counteroffer.ui.words_for import level_words, unit_of_term

SLOTS = ("opening", "target", "acceptable", "walk_away")
MORE = N_("More about this level")
HALF = 180
"""The width below which a level and its value no longer stand side by side."""


def unit_here(form: Form) -> Unit | None:
    """The unit of the term that a form, or a form inside it, is aimed at."""
    return unit_of_term(form.bridge.workbook, form.path[1]) if form.path is not None else None


def beyond_the_value(form: Form, *names: str) -> tuple[FieldEditor, ...]:
    """What can be said of a level besides its value: what it is worth, what it costs them, how hard it is."""
    return (
        form.field(*names, "worth", currency=form.currency),
        form.field(*names, "worth_reason"),
        form.field(*names, "cost", currency=form.currency),
        form.field(*names, "difficulty"),
    )


def _column() -> tuple[QWidget, QVBoxLayout]:
    """An empty place, and the layout that fills it from above."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    return place, column


class Fact(QWidget):
    """Something known, to look at only: a caption and below it what it says."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(Caption(caption))
        self.words = Words("", "strong")
        column.addWidget(self.words)


class LevelRow(QWidget):
    """One level: its name on the left, its value on the right, and all else folded away below."""

    def __init__(self, form: Form, slot: str) -> None:
        super().__init__()
        ctx = form.ctx
        _ = ctx.translate
        self._form, self._slot = form, slot
        about = Term.model_fields[slot]
        title, prompt = about.title or "", about.description or ""
        self.value = form.level(slot, "value", unit=lambda _book, term: term.unit, label=title, prompt=prompt)
        self.value.without_prompt()
        self.fold = Fold(ctx, _(MORE), _("More about this level: {level}").format(level=_(title)))
        for one in beyond_the_value(form, slot):
            self.fold.body.column.addWidget(one.part_of(_(title)))
        self.summary = Caption()
        left, words = _column()
        words.addWidget(self.value.label_apart("strong"))
        words.addWidget(Caption(_(prompt)))
        words.addStretch(1)
        right, beside = _column()
        beside.addWidget(self.value)
        beside.addWidget(self.summary)
        beside.addWidget(self.fold.button, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(FlowRow(left, right, least=HALF))
        column.addWidget(self.fold.body)

    def refresh(self) -> None:
        """Say in a few words what is folded away."""
        term = self._form.item
        level: Level | None = getattr(term, self._slot) if term is not None else None
        words = level_remarks(level, self._form.currency, self._form.ctx) if level is not None else ""
        self.summary.setText(words)
        self.summary.setVisible(bool(words) and not self.fold.is_open)


class Levels(QWidget):
    """The offer to look at, the four levels to fill in; the walk-away only where it has a meaning."""

    elsewhere = Signal(tuple)

    def __init__(self, form: Form) -> None:
        super().__init__()
        ctx = form.ctx
        _ = ctx.translate
        self._form = form
        self._asked_for: Path | None = None
        self._facts = {
            "offered": Fact(_(Offered.model_fields["value"].title or "")),
            "today": Fact(_(Term.model_fields["today"].title or "")),
            "by_law": Fact(_(Term.model_fields["by_law"].title or "")),
        }
        self.link = Button(ctx, _("See the offer"), "quiet", on_click=self.go_to_offer)
        """For the owner to place: it leads to where the offer is filled in."""
        known = FlowRow(
            self._facts["offered"], FlowRow(self._facts["today"], self._facts["by_law"], least=HALF // 2), least=HALF
        )
        self.rows = {slot: LevelRow(form, slot) for slot in SLOTS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(known)
        for row in self.rows.values():
            column.addWidget(row)
            row.fold.button.toggled.connect(row.refresh)
        form.follow(lambda _path: self.refresh())
        form.bridge.changed.connect(self._on_change)

    def show_row(self, slot: str) -> None:
        """Show a row even where it has no meaning at present: somebody is looking for it."""
        self._asked_for = (*(self._form.path or ()), slot)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known about the term, and the rows that it needs."""
        term = self._form.item
        if not isinstance(term, Term):
            return
        book = self._form.bridge.workbook
        values = {"offered": term.offered.value, "today": term.today, "by_law": term.by_law}
        for name, fact in self._facts.items():
            words = level_words(values[name], term.unit, book.situation.currency, self._form.ctx)
            fact.words.setText(words or self._form.ctx.translate("Nothing yet"))
            fact.setVisible(bool(words) or name == "offered")
        for row in self.rows.values():
            row.refresh()
        wanted = self._asked_for == (*(self._form.path or ()), "walk_away")
        self.rows["walk_away"].setVisible(wanted or needs_walk_away(term))

    def go_to_offer(self) -> None:
        """Ask for the place where the offer is filled in."""
        if self._form.path is not None:
            self.elsewhere.emit((*self._form.path, "offered", "value"))

    def _on_change(self, change: Change) -> None:
        path = self._form.path
        if path is not None and (change.touches(*path) or change.touches("situation", "currency")):
            self.refresh()


def needs_walk_away(term: Term) -> bool:
    """Whether the term is a must-have, or something is written about its walk-away already."""
    return term.importance is Importance.MUST or term.walk_away != Level()


def level_remarks(level: Level, currency: str, ctx: UiContext) -> str:
    """What stands behind a level's value, in a few words."""
    _ = ctx.translate
    worth, cost = figure_of(level.worth), figure_of(level.cost)

    def money(figure: Decimal) -> str:
        return ctx.privacy.figure(write_money(figure, ctx.locale, currency))

    parts = [
        _("Worth {money} to you").format(money=money(worth)) if worth is not None else "",
        _("Costs them {money}").format(money=money(cost)) if cost is not None else "",
        _(level.difficulty.label).partition(":")[0] if level.difficulty is not None else "",
    ]
    return "  ·  ".join(part for part in parts if part)


def figure_of(estimate: Estimate) -> Decimal | None:
    """The one figure that stands for an estimate: the likely one, else whichever there is."""
    known = [one for one in (estimate.likely, estimate.low, estimate.high) if one is not None]
    return known[0] if known else None


def levels_between(form: Form) -> ItemsEditor:
    """The list of further levels of the term."""
    ctx = form.ctx
    _ = ctx.translate
    about = Term.model_fields["options"]

    def describe(option: Option) -> tuple[str, str]:
        unit = unit_here(form)
        value = level_words(option.value, unit, form.currency, ctx) if unit is not None else ""
        remarks = level_remarks(option, form.currency, ctx)
        return option.label or value, "  ·  ".join(part for part in (value if option.label else "", remarks) if part)

    def build(inner: Form, column: QVBoxLayout) -> None:
        label = inner.field("label")
        value = inner.level("value", unit=lambda _book, _option: unit_here(inner))
        column.addWidget(FlowRow(label, value, least=HALF))
        fold = Fold(ctx, _(MORE))
        for one in beyond_the_value(inner):
            fold.body.column.addWidget(one.part_of(_(about.title or "")))
        column.addWidget(fold.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(fold.body)

    return items_within(
        form,
        "options",
        about.title or "",
        [Sort(Option, N_("Add a level"), build)],
        describe,
        N_("A step that you could also live with, such as half of it now and the rest later."),
    )
