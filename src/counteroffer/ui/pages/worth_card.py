"""On the Priorities page: what a term is worth, from the formula and its figures to the worth of each level."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.formula_field import FormulaWords, formula_field
from counteroffer.ui.pages.formula_inputs import FormulaInputs
from counteroffer.ui.pages.known_inputs import KnownInputs
from counteroffer.ui.pages.parts import add_fold
from counteroffer.ui.pages.worth_results import WorthResults
from counteroffer.ui.widgets import Card, FlowRow, Rule
from counteroffer.ui.widgets.disclosure import Fold

HALF = 180
"""The width below which the formula and what it hangs on no longer stand side by side."""


class WorthCard:
    """Fills a card for the term that a form is aimed at: first what goes in, then what comes out."""

    def __init__(self, card: Card, form: Form, hangs_on: QWidget) -> None:
        _ = form.ctx.translate
        self._form = form
        self.formula = formula_field(form)
        first = FlowRow(self.formula, hangs_on, least=HALF)
        card.add(first, FormulaWords(form, self.formula))
        self.known = KnownInputs(form, first)
        card.add(self.known, form.field("chance"))
        self.others = FormulaInputs(form, "valuation.inputs")
        self.fold = Fold(form.ctx, _(N_("Other figures you noted")))
        add_fold(card, self.fold, self.others)
        self.results = WorthResults(form)
        card.add(
            Rule(),
            self.results,
            Rule(),
            form.field("valuation", "would_buy"),
            form.field("valuation", "personal_worth", currency=form.currency),
        )
        form.follow(lambda _path: self._show_others(opened=True))
        form.bridge.changed.connect(lambda _change: self._show_others())

    def _show_others(self, *, opened: bool = False) -> None:
        """Figures that the formula does not ask for are rare: without any, nothing speaks of them."""
        any_of_them = bool(self.others.items())
        if opened and any_of_them:
            self.fold.open()
        self.fold.button.setVisible(any_of_them)
        self.fold.body.setVisible(any_of_them and self.fold.is_open)
