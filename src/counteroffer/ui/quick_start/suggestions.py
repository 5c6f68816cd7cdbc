"""What the catalogue knows that can stand in for an ask: a click makes it the other way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.edits import Batch, Edit, Set
from counteroffer.domain.terms import Term
from counteroffer.method.catalogue import Benefit, catalogue
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.quick_start.entry_form import EntryForm
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Caption, FlowLayout
from counteroffer.ui.widgets.tab_order import put_after, stops

MOST = 5


class Suggestions(QWidget):
    """Small buttons below the field; they go once something is written there."""

    def __init__(self, bridge: Bridge, ctx: UiContext, form: EntryForm, ask: Callable[[], Term | None]) -> None:
        super().__init__()
        self.ctx = ctx
        self._bridge = bridge
        self._form = form
        self._ask = ask
        self._shown: tuple[Benefit, ...] = ()
        self.buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(Caption(ctx.translate("What could stand in for it:")))
        row = QWidget()
        self._row = FlowLayout(row)
        column.addWidget(row)

    def refresh(self) -> None:
        """The kin of the ask."""
        ask = self._ask()
        kin = catalogue().kin(ask.benefit)[:MOST] if ask is not None else ()
        if kin != self._shown:
            self._shown = kin
            self._fill()
        way = self._form.item
        self.setVisible(bool(kin) and way is not None and not way.title.strip())

    def _fill(self) -> None:
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = []
        for benefit in self._shown:
            button = Button(self.ctx, self.ctx.translate(benefit.name), "chip")
            button.clicked.connect(lambda _on=False, benefit=benefit: self._take(benefit))
            self._row.addWidget(button)
            self.buttons.append(button)
        # Made late, but they stand just below the field.
        put_after(stops(self._form.editors()[0])[-1], self)

    def _take(self, benefit: Benefit) -> None:
        form, name = self._form, self.ctx.translate(benefit.name)
        if form.path is None:
            return
        edits: list[Edit] = [Set((*form.path, "title"), name)]
        if getattr(form.item, "kind", "") == "substitute":
            edits += [Set((*form.path, "benefit"), name), Set((*form.path, "unit"), benefit.unit)]
        label = self.ctx.translate("Another way")
        self._bridge.apply(form.with_entry(Batch(label, tuple(edits))), label=label)
        form.editors()[0].focus_input()
