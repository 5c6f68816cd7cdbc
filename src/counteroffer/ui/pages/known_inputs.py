"""The figures that a term's formula asks for, each a field: known ones are shown, and can be replaced by one's own."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.analysis.figures import Figure, Provenance, figures, offered_pay
from counteroffer.analysis.formulas import problem_with
from counteroffer.analysis.interval import Interval, rounded
from counteroffer.analysis.spec import Counted, Input
from counteroffer.domain.edits import Batch, Edit, Insert, Path, exists
from counteroffer.domain.errors import from_validation
from counteroffer.domain.money import Estimate
from counteroffer.domain.terms import FormulaInput, Term
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.live import Live
from counteroffer.ui.reading import Unreadable
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Caption, EstimateField, FieldEditor, FieldTexts
from counteroffer.ui.widgets.field import Check
from counteroffer.ui.widgets.mnemonics import give_late
from counteroffer.ui.widgets.tab_order import last_stop, put_after
from counteroffer.ui.worth_words import Purse, formula_in_use

_MONEY = (Counted.MONEY, Counted.MONEY_YEAR, Counted.MONEY_ONCE, Counted.MONEY_DAY, Counted.MONEY_HOUR)
_SIGNS = {Counted.PERCENT: "%"}
_FOUND = {
    "pay": N_("{figure}: base pay as offered"),
    "payments": N_("{figure}, from the Offer page"),
    "hours": N_("{figure}, from the Offer page"),
    "work_days": N_("{figure}, from the Offer page"),
    "weeks": N_("{figure}, from the work days on the Offer page"),
    "hour_worth": N_("{figure}, from how worth is reckoned, at the end of this page"),
    "chance": N_("{figure}, from how likely it is to be paid out, below"),
    "contribution": N_("{figure}, from your term about retirement"),
}
_USUAL = N_("{figure} is taken until you put in your own.")
_NEEDED = N_("Needed before it can be reckoned.")
_FREE = N_("May stay empty.")
_UNUSABLE = N_("The figure from elsewhere in this workbook cannot be used. {problem}")


class _InputForm(Form):
    """A form for an input that may not be there yet: the first figure typed makes it."""

    def __init__(self, bridge: Bridge, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(bridge, ctx, FormulaInput, None, parent)

    def held(self, path: Path) -> Any:
        if self.path is None or exists(self.bridge.workbook, self.path):
            return super().held(path)
        blank = FormulaInput(id=self.path[-1])
        return blank if path == self.path else getattr(blank, path[-1])

    def edit_at(self, names: Path, path: Path, value: Any) -> Edit:
        edit = super().edit_at(names, path, value)
        if self.path is None or exists(self.bridge.workbook, self.path):
            return edit
        inputs = self.path[:-1]
        return Batch("", (Insert(inputs, len(self.bridge.value(inputs) or ()), {"id": self.path[-1]}), edit))


class InputBlock(QWidget):
    """One input: its figure, what holds while the field is empty, and once it is filled in, where it comes from."""

    def __init__(self, bridge: Bridge, ctx: UiContext, asked: Input, currency: str) -> None:
        super().__init__()
        self.asked = asked
        self._ctx = ctx
        self.form = _InputForm(bridge, ctx, self)
        self.figure = _figure_field(asked, ctx, currency)
        self.form.bind(self.figure, "estimate")
        self.standing = Caption()
        self.note: FieldEditor = self.form.field("note")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.figure)
        column.addWidget(self.standing)
        self.note.setContentsMargins(0, Space.XS, 0, 0)
        column.addWidget(self.note)

    def show_figure(self, figure: Figure, purse: Purse) -> None:
        """Say what holds now."""
        _ = self._ctx.translate
        written = purse.counted(figure.amount, self.asked.unit) if figure.amount is not None else ""
        entered = figure.provenance is Provenance.ENTERED
        self.standing.setText(_(self._standing(figure)).format(figure=written))
        self.standing.setVisible(bool(self.standing.text()))
        own = self.form.item
        in_use = isinstance(own, FormulaInput) and not own.estimate.is_empty
        problem = _(figure.problem) if figure.problem else None
        self.figure.set_hint(_(_UNUSABLE).format(problem=problem) if problem and not in_use else problem)
        likely = self.figure.inputs["likely"].line
        found = "" if entered or figure.amount is None else self.figure.written(figure.amount)
        likely.setPlaceholderText(self._ctx.privacy.figure(found))
        self.note.setVisible(in_use or (isinstance(own, FormulaInput) and bool(own.note)))

    def _standing(self, figure: Figure) -> str:
        match figure.provenance:
            case Provenance.WORKBOOK:
                return _FOUND.get(self.asked.name, N_("{figure}, from elsewhere in this workbook"))
            case Provenance.DEFAULT:
                return _USUAL
            case Provenance.MISSING:
                return _NEEDED if self.asked.required else _FREE
        return ""


class FigureField(EstimateField):
    """Low, likely and high of an input; of one that stands in a paper, a single figure."""

    _before: tuple[object] | None = None
    """What the workbook held before somebody began to type; None while nobody does."""

    def __init__(
        self, ctx: UiContext, texts: FieldTexts, check: Check, measure: str, asked: Input, currency: str
    ) -> None:
        super().__init__(
            ctx,
            texts,
            check,
            measure=measure,
            currency=currency if measure == "money" else "",
            unit=_SIGNS.get(asked.unit, ""),
            probability=False,
        )
        if asked.single:
            for name, line in self.inputs.items():
                place = line.parentWidget()
                if place is not None and name != "likely":
                    place.hide()
                elif place is not None and (caption := place.findChild(Caption)) is not None:
                    # Alone, it is the figure, and not the likely one of three.
                    caption.hide()

    def _edited(self) -> None:
        """What the formula cannot use leaves the workbook as it was, and not at the part of it that was typed first."""
        if not self._writing and self._before is None:
            self._before = (self._kept,)
        super()._edited()
        if self._before is not None and self._is_refused() and self._value != self._before[0]:
            self._value = self._kept = self._before[0]
            self.committed.emit(self._value)

    def _left(self) -> None:
        super()._left()
        self._before = None

    def _is_refused(self) -> bool:
        """Whether there is a figure, and it cannot be."""
        try:
            value = self._read()
        except Unreadable:
            return False
        return self._check is not None and self._check(value) is not None

    def written(self, amount: Interval) -> str:
        """A figure as it would be typed here."""
        places = 0 if abs(amount.likely) >= 100 else 4 if self._measure == "fraction" else 2
        return self._write_one("likely", rounded(amount.likely, places))


def _figure_field(asked: Input, ctx: UiContext, currency: str) -> FigureField:
    measure = "money" if asked.unit in _MONEY else "fraction" if asked.unit is Counted.SHARE else "number"

    def check(value: object) -> str | None:
        """The formula's own word on what cannot be; the field keeps what was typed, and nothing changes."""
        try:
            estimate = Estimate.model_validate(value)
        except ValidationError as error:
            return ctx.translate(from_validation(error).reason)
        problem = problem_with(asked, estimate)
        return ctx.translate(problem) if problem is not None else None

    return FigureField(ctx, FieldTexts(asked.title, asked.prompt), check, measure, asked, currency)


class KnownInputs(Live):
    """The inputs of the formula in use, in its own order. `after` is what Tab comes from."""

    def __init__(self, form: Form, after: QWidget) -> None:
        super().__init__(form.bridge)
        self._form, self._after = form, after
        self.blocks: dict[tuple[str, str], InputBlock] = {}
        self._shown: list[InputBlock] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.L)
        self.hide()
        form.hold(self)
        form.follow(lambda _path: self.turn_to())

    @property
    def path(self) -> Path | None:
        """Where the term's inputs stand."""
        return (*self._form.path, "valuation", "inputs") if self._form.path is not None else None

    def refresh(self) -> None:
        """Show a field for each input, and what holds in it now."""
        term, path = self._form.item, self.path
        found: tuple[Figure, ...] = ()
        if isinstance(term, Term):
            formula = formula_in_use(term)
            if formula is not None and term.unit in formula.units:
                book = self.bridge.workbook
                found = figures(book, term, formula, offered_pay(book, term))
        wanted = [self._block(one.input) for one in found]
        if wanted != self._shown:
            self._lay_out(wanted)
        purse = Purse(self.bridge.workbook, self._form.ctx)
        for block, figure in zip(wanted, found, strict=True):
            block.form.aim((*path, figure.input.name) if path is not None else None)
            block.show_figure(figure, purse)
        self.setVisible(bool(wanted))

    def field_at(self, path: Path) -> QWidget | None:
        """The field of an input that the formula asks for; None for any other."""
        own = self.path
        if own is None or path[: len(own)] != own or len(path) == len(own):
            return None
        self.catch_up()
        for block in self._shown:
            if block.asked.name == path[len(own)]:
                if path[-1:] == ("note",):
                    block.note.show()
                return block.form.field_at(path) or block.figure
        return None

    def _block(self, asked: Input) -> InputBlock:
        key = (asked.name, asked.title)
        if key not in self.blocks:
            self.blocks[key] = InputBlock(self.bridge, self._form.ctx, asked, self._form.currency)
        return self.blocks[key]

    def _lay_out(self, wanted: list[InputBlock]) -> None:
        for block in self._shown:
            self._column.removeWidget(block)
            if block not in wanted:
                block.form.aim(None)
                block.hide()
        for block in wanted:
            self._column.addWidget(block)
            block.show()
        self._shown = wanted
        give_late(self)
        if self.window() is self._after.window():
            before = self._after
            for block in wanted:
                put_after(last_stop(before), block)
                before = block


def asked_for(term: Term) -> frozenset[str]:
    """Names of the inputs that the term's formula asks for."""
    formula = formula_in_use(term)
    if formula is None or term.unit not in formula.units:
        return frozenset()
    return frozenset(one.name for one in formula.asks_for(term.unit, term.direction))
