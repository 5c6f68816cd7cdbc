"""What the pages share that go along one term after the other: the ranked terms on the left, one of them beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counteroffer.domain.base import new_id
from counteroffer.domain.edits import Insert, Move, Path, Remove
from counteroffer.domain.research import Research
from counteroffer.domain.terms import Purpose, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.term_side import NEW_TERM, TermSide
from counteroffer.ui.widgets import Card, EmptyState, Row
from counteroffer.ui.words_for import level_words

BETWEEN = "  ·  "

# What a row of the list says in place of the importance; the full words would not fit there.
_SHORT = {Purpose.TRADE: N_("To trade with"), Purpose.LEAVE: N_("As offered")}


class TermPage(Page):
    """`term_form` is aimed at the chosen term; which one is chosen is the same on all these pages.

    `about` is the first card and carries the term's name; `card` makes further cards of the term, `plain_card` what
    stands below them and is there without one. While there is no term, one card says what belongs here.
    """

    nothing_yet = ""
    """What the page says while there is no term, as a message id."""

    def __init__(self, tab: str, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__(tab, bridge, ctx)
        _ = ctx.translate
        self.side = TermSide(ctx)
        self.list = self.side.list
        self.list.inserted.connect(lambda _index: self.add_term())
        self.list.removed.connect(self._remove)
        self.list.moved.connect(self._move)
        self.list.selected.connect(bridge.choose_term)
        self.list.opened.connect(lambda _id: self.enter_term())
        self._place_side()
        self.term_form = Form(bridge, ctx, Term, None, self)
        self._term_cards: list[Card] = []
        self._described: dict[str, tuple[Term, Row]] = {}
        self._described_with: tuple[Research, str, bool] | None = None
        self.empty = Card()
        self.empty_state = EmptyState(ctx, "priorities", _(self.nothing_yet), _(NEW_TERM), self.add_term)
        self.empty.add(self.empty_state)
        self.column.add(self.empty)
        self.hold(self)
        self.about = self.card("")
        bridge.changed.connect(self._on_change)
        bridge.term_chosen.connect(self._choose)
        self._show(bridge.workbook)

    # What a page fills in

    def facts(self, term: Term, workbook: Workbook) -> str:
        """What is worth knowing about the chosen term on this page, said under its name."""
        _ = self.ctx.translate
        currency = workbook.situation.currency
        offered = level_words(term.offered.value, term.unit, currency, self.ctx)
        target = level_words(term.target.value, term.unit, currency, self.ctx)
        parts = (
            _("They offer: {level}").format(level=offered) if offered else "",
            _("Your target: {level}").format(level=target) if target else "",
        )
        return BETWEEN.join(part for part in parts if part)

    def remark(self, term: Term, workbook: Workbook) -> str:
        """What the list says of a term on this page in place of its figure; empty for nothing.

        It hangs on the term, the research and the currency alone, and is asked for again when one of them changes.
        """
        return ""

    def enter_term(self) -> None:
        """Go from the list to the chosen term's fields."""
        self.complete()
        editors = self.term_form.editors()
        if editors:
            editors[0].focus_input()

    # What a page uses

    def card(self, title: str, caption: str = "") -> Card:
        """A card of the chosen term at the end of the column; it is there only while there is a term."""
        card = super().card(title, caption)
        self._term_cards.append(card)
        return card

    def wants(self, card: Card) -> bool:
        return card not in self._term_cards or bool(self.bridge.workbook.terms)

    def plain_card(self, title: str, caption: str = "") -> Card:
        """A card at the end of the column that does not belong to one term."""
        return super().card(title, caption)

    @property
    def term(self) -> Term | None:
        """The chosen term."""
        item = self.term_form.item
        return item if isinstance(item, Term) else None

    def add_term(self) -> None:
        """A new term at the end, chosen, with the cursor in its name, which stands on the Priorities page."""
        term_id = new_id()
        self.bridge.apply(
            Insert(("terms",), len(self.bridge.workbook.terms), {"id": term_id}), label=self.ctx.translate(NEW_TERM)
        )
        self.bridge.choose_term(term_id)
        if not self.reveal_name(term_id):
            self.elsewhere.emit(("terms", term_id, "name"))

    def reveal_name(self, term_id: str) -> bool:
        """Go to the name of the term, if this page has it."""
        self.complete()
        return ("name",) in self.term_form.bound and self.reveal(("terms", term_id, "name"))

    def field_at(self, path: Path) -> QWidget | None:
        """The field of a term, which is chosen on the way; the list for what is not on this page or is gone."""
        if path[:1] != ("terms",):
            return None
        if len(path) > 1 and self.bridge.value(path[:2]) is not None:
            self.bridge.choose_term(path[1])
            field = self.term_form.field_at(path)
            if field is not None:
                return field
        return self.empty_state.first if self.side.isHidden() else self.side

    # How it works

    def _place_side(self) -> None:
        # The column was there first; taken out and put back it comes after the list with Tab as well.
        self.across.removeWidget(self.column)
        self.column.setParent(None)
        self.across.addWidget(self.side)
        self.across.addWidget(self.column, 1)

    def _remove(self, term_id: str) -> None:
        self.bridge.apply(Remove(("terms", term_id)), label=self.ctx.translate("Remove"))

    def _move(self, term_id: str, to: int) -> None:
        self.bridge.apply(Move(("terms", term_id), to), label=self.ctx.translate("Rank"))

    def _on_change(self, change: Change) -> None:
        if change.touches("terms") or change.touches("situation", "currency"):
            self._show(change.after)

    def _show(self, workbook: Workbook) -> None:
        ids = [term.id for term in workbook.terms]
        had_list = self.side.isAncestorOf(self.window().focusWidget() or self)
        self.side.show_rows(self._rows(workbook))
        self.side.setVisible(bool(ids))
        self.empty.setVisible(not ids)
        for card in self._term_cards:
            card.setVisible(bool(ids))
        if had_list and not ids and self.empty_state.first is not None:
            self.empty_state.first.setFocus()
        if self.bridge.term not in ids:
            # The term is gone, or none has been chosen yet: its neighbour in the list, or the first.
            self.bridge.choose_term(self.list.selected_id or (ids[0] if ids else ""))
        self._choose(self.bridge.term)

    def _rows(self, workbook: Workbook) -> list[Row]:
        """The terms as rows; one that has not changed is not described again, for there may be a hundred."""
        # With figures hidden too: a term without an amount in its words is the same then.
        around = (workbook.research, workbook.situation.currency, self.ctx.privacy.hidden)
        if self._described_with is None or any(
            now is not then for now, then in zip(around, self._described_with, strict=True)
        ):
            self._described.clear()
            self._described_with = around
        return [self._row(term, workbook) for term in workbook.terms]

    def _row(self, term: Term, workbook: Workbook) -> Row:
        known = self._described.get(term.id)
        if known is None or known[0] is not term:
            known = self._described[term.id] = (term, self._words(term, workbook))
        return known[1]

    def _words(self, term: Term, workbook: Workbook) -> Row:
        _ = self.ctx.translate
        level = term.offered if term.purpose is Purpose.LEAVE else term.target
        figure = level_words(level.value, term.unit, workbook.situation.currency, self.ctx)
        weight = _(_SHORT[term.purpose]) if term.purpose in _SHORT else ""
        if not weight and term.importance is not None:
            weight = _(term.importance.label)
        remark = self.remark(term, workbook)
        parts = (remark or figure, weight)
        return Row(term.id, term.name, BETWEEN.join(part for part in parts if part))

    def _choose(self, term_id: str) -> None:
        if term_id:
            self.list.select(term_id)
        self.term_form.aim(("terms", term_id) if term_id else None)
        term = self.term
        if term is not None:
            self.about.set_title(term.name.strip() or self.ctx.translate("Not named yet"))
            self.about.set_caption(self.facts(term, self.bridge.workbook))
