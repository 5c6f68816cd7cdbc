"""Priorities: what is asked for, in which order, at which levels, and what each is worth."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.edits import Path
from counteroffer.domain.packages import Packages, Reckoning
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.wording import Place
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.items import ItemsEditor
from counteroffer.ui.pages.benefit_field import benefit_field
from counteroffer.ui.pages.catalogue_door import CatalogueDoor
from counteroffer.ui.pages.catalogue_picker import PICKER
from counteroffer.ui.pages.copying import with_copy
from counteroffer.ui.pages.fewer_asks import FewerAsks
from counteroffer.ui.pages.package_totals import whole_package_card
from counteroffer.ui.pages.term_levels import Levels, levels_between
from counteroffer.ui.pages.term_page import TermPage
from counteroffer.ui.pages.unit_field import unit_field
from counteroffer.ui.pages.wording_hints import concrete_for, watch_wording
from counteroffer.ui.pages.worth_card import WorthCard
from counteroffer.ui.widgets import ChoiceField, FlowRow, Rule
from counteroffer.ui.widgets.disclosure import Fold
from counteroffer.ui.widgets.mnemonics import give_late
from counteroffer.ui.words_for import term_options

HALF = 180
"""The width below which two short fields of a term no longer stand side by side."""
LONG_CHOICE = 220
"""The same for choices that take more words."""
LONG_LABEL = 320
"""The same for fields whose labels would otherwise take two lines."""


class PrioritiesPage(TermPage):
    """Per term: what it is, its levels, the ask in words, its worth, its weight; below, how worth is reckoned."""

    nothing_yet = N_(
        "Write down what you could ask for, one thing at a time. Most people begin with base pay. "
        "Days off, hours and training count just as much."
    )

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__("priorities", bridge, ctx)
        self.catalogue = CatalogueDoor(self)

    def make(self) -> Iterator[None]:
        # It stands above the cards, which are made after it and so come after it with Tab.
        self.column.body.insertWidget(1, FewerAsks(self.bridge, self.ctx))
        self._what_it_is()
        yield
        yield from self._levels()
        self._in_words()
        yield
        self._worth()
        yield
        self._weight()
        self._besides()
        yield
        self._reckoning()
        yield
        whole_package_card(self, whole=False)

    def _reckoning(self) -> None:
        reckoning = self.form(Reckoning, "packages", "reckoning")
        card = self.plain_card(
            Packages.model_fields["reckoning"].title or "",
            N_("Set once, for all your terms and packages alike."),
        )
        years = reckoning.field("horizon_years", unit=self.ctx.translate("years"))
        hour = reckoning.field("hour_worth", currency=reckoning.currency)
        card.add(
            FlowRow(years, reckoning.field("shown_per"), least=HALF),
            FlowRow(reckoning.field("keep_rate"), hour, least=LONG_LABEL),
            reckoning.field("after_tax"),
        )

    def facts(self, term: Term, workbook: Workbook) -> str:
        """Its rank; the levels stand on the page itself."""
        ids = [one.id for one in workbook.terms]
        words = self.ctx.translate("Number {place} of {all} in your order")
        return words.format(place=ids.index(term.id) + 1, all=len(ids))

    def enter_term(self) -> None:
        """Also out of the catalogue."""
        self.catalogue.close()
        super().enter_term()

    def reveal(self, path: Path) -> bool:
        """Also the way into the catalogue, and out of it to a field."""
        if path == PICKER:
            self.catalogue.open()
            return True
        self.catalogue.close()
        return super().reveal(path)

    def field_at(self, path: Path) -> QWidget | None:
        if path[:1] == ("terms",) and path[2:3] == ("walk_away",):
            self.bridge.choose_term(path[1])
            self.levels.show_row("walk_away")
        return super().field_at(path)

    def _what_it_is(self) -> None:
        form = self.term_form
        self.about.add(
            FlowRow(form.field("name"), benefit_field(form), least=LONG_CHOICE),
            FlowRow(unit_field(form), form.field("direction"), least=HALF),
            FlowRow(form.field("purpose"), form.field("importance"), least=LONG_CHOICE),
        )

    def _levels(self) -> Iterator[None]:
        form = self.term_form
        card = self.card(
            N_("Your levels"),
            N_("Put in the figures first. What each is worth, and what it costs them, can follow."),
        )
        self.levels = Levels(form)
        self.levels.elsewhere.connect(self.elsewhere)
        card.add_action(self.levels.link)
        card.add(self.levels)
        yield
        self.options = levels_between(form)
        more = self._folded(self.options, Term.model_fields["options"].title or "")
        card.add(Rule(), more)
        give_late(more)
        yield

    def _in_words(self) -> None:
        card = self.card(N_("Your ask"), N_("The level you begin with, said so that it can be granted."))
        form = self.term_form
        exactly = watch_wording(
            form.field("what_exactly"), form, Place.ASK, by_benefit=True, when_empty=lambda: concrete_for(form)
        )
        card.add(with_copy(exactly), watch_wording(form.field("starts"), form, Place.ASK, by_benefit=True))

    def _worth(self) -> None:
        form = self.term_form
        card = self.card(
            N_("What it is worth to you"),
            N_("In money a year, so that days, hours and pay can stand side by side."),
        )
        hangs_on = form.field("valuation", "hangs_on", choose=self._others)
        if isinstance(hangs_on, ChoiceField):
            form.follow(lambda _path: hangs_on.set_options(self._others(self.bridge.workbook)))
        self.worth = WorthCard(card, form, hangs_on)

    def _others(self, workbook: Workbook) -> list[tuple[str, str]]:
        """The other terms: none hangs on itself."""
        own = self.term_form.path
        return [(identity, name) for identity, name in term_options(workbook) if own is None or identity != own[1]]

    def _weight(self) -> None:
        form = self.term_form
        card = self.card(
            N_("How it weighs"),
            N_("For what has no price: a title, a quiet room, a team you would like to work with."),
        )
        card.add(
            FlowRow(
                form.field("weighing", "swing"),
                form.field("weighing", "pay_for_it", currency=form.currency),
                least=LONG_LABEL,
            ),
            form.field("weighing", "settled"),
        )

    def _besides(self) -> None:
        card = self.card(N_("Besides"))
        card.add(self.term_form.field("same_wish"), self.term_form.field("note"))

    def _folded(self, items: ItemsEditor, title: str) -> QWidget:
        """A list that few terms need: it is open where there is something in it, and folded away elsewhere."""
        fold = Fold(self.ctx, self.ctx.translate(title))
        fold.body.column.addWidget(items)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(fold.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(fold.body)
        # Only once the body has its place: without one it would be a window for a moment.
        self.term_form.follow(lambda _path: fold.button.setChecked(bool(items.items())))
        return place
