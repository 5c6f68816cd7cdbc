"""Which formula turns a term into money: one of those that the app knows and that fit what the term is counted in."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.analysis.formulas import FORMULAS
from counteroffer.domain.terms import Term, Valuation
from counteroffer.editing.session import Change
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Caption, ChoiceField, FieldTexts, Words
from counteroffer.ui.widgets.choice_field import Options
from counteroffer.ui.worth_words import formula_in_use, suggested


class FormulaField(ChoiceField):
    """Commits a formula's name, or an empty text: then the catalogue's formula for the benefit holds."""

    def __init__(self, form: Form) -> None:
        about = Valuation.model_fields["formula"]
        texts = FieldTexts(about.title or "", about.description or "")
        super().__init__(form.ctx, texts, (), optional=False)
        self._form = form

    def set_options(self, options: Options) -> None:
        """The choices that fit; a name that is chosen and does not, or that nobody knows, is shown as it is."""
        held = self._value if isinstance(self._value, str) else ""
        if held and held not in [name for name, _title in options]:
            known = FORMULAS.get(held)
            options = [*options, (held, self.ctx.translate(known.title) if known is not None else held)]
        super().set_options(options)

    def show_term(self, term: Term) -> None:
        """Offer what fits the term."""
        _ = self.ctx.translate
        first = suggested(term)
        words = _("As suggested: {formula}").format(formula=_(first.title)) if first.name != "none" else "—"
        fitting = [one for one in FORMULAS.values() if term.unit in one.units]
        self.set_options([("", words), *((one.name, _(one.title)) for one in fitting)])

    def _normal(self, value: object) -> object:
        return str(value or "")

    def _read(self) -> object:
        return self.input.currentData() or ""

    def _write(self, value: object) -> None:
        name = str(value or "")
        if name and self.input.findData(name) < 0:
            self.input.addItem(name, name)
        super()._write(name)


class FormulaWords(QWidget):
    """The formula in use, said in words, and what it leaves out."""

    def __init__(self, form: Form, field: FormulaField) -> None:
        super().__init__()
        self._form, self._field = form, field
        self.says = Words()
        self.limits = Caption()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.says)
        column.addWidget(self.limits)
        form.follow(lambda _path: self.refresh())
        form.bridge.changed.connect(self._on_change)

    def refresh(self) -> None:
        """Say the formula that is now in use."""
        term = self._form.item
        if not isinstance(term, Term):
            return
        _ = self._form.ctx.translate
        self._field.show_term(term)
        formula = formula_in_use(term)
        if formula is None:
            known = term.valuation.formula in FORMULAS or not term.valuation.formula
            self.says.setText(_(FORMULAS["none"].says) if known else _(_UNKNOWN))
            self.limits.setText("")
        elif term.unit not in formula.units:
            self.says.setText(_(_UNFIT))
            self.limits.setText(_("It is: {formula}").format(formula=_(formula.says)))
        else:
            self.says.setText(_(formula.says))
            self.limits.setText(_("What it leaves out: {limits}").format(limits=_(formula.limits)))
        self.limits.setVisible(bool(self.limits.text()))

    def _on_change(self, change: Change) -> None:
        path = self._form.path
        if path is not None and any(change.touches(*path, name) for name in ("valuation", "benefit", "unit")):
            self.refresh()


_UNFIT = N_("This formula does not fit what the term is counted in. Choose another one.")
_UNKNOWN = N_("This app knows no formula of that name. Choose one, or leave it and put in your own figure.")


def formula_field(form: Form) -> FormulaField:
    """The editor of the term's formula."""
    editor = FormulaField(form)
    form.bind(editor, "valuation", "formula")
    return editor
