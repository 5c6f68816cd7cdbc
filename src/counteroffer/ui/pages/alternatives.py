"""Alternatives: for each ask, other ways of meeting the same need."""

from __future__ import annotations

from collections.abc import Iterator

from counteroffer.domain.alternatives import (
    Alternative,
    Cushion,
    InSteps,
    PerformanceTied,
    Substitute,
    TimedRise,
    Trial,
)
from counteroffer.domain.base import Item
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.items import Sort, items_within
from counteroffer.ui.pages.alternative_forms import cushion, in_steps, performance, substitute, timed_rise, trial
from counteroffer.ui.pages.kin import KinSuggestions
from counteroffer.ui.pages.side_by_side import SideBySide
from counteroffer.ui.pages.term_levels import figure_of
from counteroffer.ui.pages.term_page import BETWEEN, TermPage
from counteroffer.ui.reading import write_money
from counteroffer.ui.widgets import Button

SORTS = (
    Sort(Substitute, N_("Something else instead"), substitute, {"kind": "substitute"}),
    Sort(PerformanceTied, N_("A reward for a result"), performance, {"kind": "performance"}),
    Sort(Trial, N_("Try it out first"), trial, {"kind": "trial"}),
    Sort(TimedRise, N_("A rise agreed now, for later"), timed_rise, {"kind": "timed_rise"}),
    Sort(InSteps, N_("Part now, the rest later"), in_steps, {"kind": "in_steps"}),
    Sort(Cushion, N_("A cushion if it ends badly"), cushion, {"kind": "cushion"}),
)
_KINDS: dict[type[Item], str] = {sort.model: sort.add for sort in SORTS}


class AlternativesPage(TermPage):
    """Per term: the ask and the need behind it, and the list of what could stand in its place."""

    nothing_yet = N_(
        "Here each thing you ask for gets a second and a third way to a yes. "
        "Write down the first thing you could ask for."
    )

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__("alternatives", bridge, ctx)

    def make(self) -> Iterator[None]:
        _ = self.ctx.translate
        self.reasons_link = Button(self.ctx, _("See its reasons"), "quiet", on_click=self._go_to_reasons)
        self.about.add_action(self.reasons_link)
        self.beside = SideBySide(self.term_form)
        self.column.add(self.beside)
        yield
        card = self.card(
            Term.model_fields["alternatives"].title or "",
            N_("Another form of the same thing. Offer it once you have heard their no, and why."),
        )
        self.kin = KinSuggestions(self.term_form)
        self.kin.taken.connect(self.reveal)
        card.add(self.kin)
        self.alternatives = items_within(
            self.term_form,
            "alternatives",
            Term.model_fields["alternatives"].title or "",
            SORTS,
            self._describe,
            N_("If they cannot give you this, what else would meet the same need? One is enough to begin with."),
        )
        for button in (self.alternatives.list.add_button, self.alternatives.list.empty.button):
            if button is not None:
                button.setText(_("Add another way"))
                button.setAccessibleName(button.text())
        card.add(self.alternatives)

    def facts(self, term: Term, workbook: Workbook) -> str:
        """Also the need behind the ask: whatever stands here should meet the same one."""
        _ = self.ctx.translate
        needs = dict.fromkeys(_(reason.need.label) for reason in term.justification.reasons)
        said = _("The need behind it: {needs}").format(needs=", ".join(needs)) if needs else ""
        return "\n".join(line for line in (super().facts(term, workbook), said) if line)

    def enter_term(self) -> None:
        """The fields of the chosen alternative, or the list while there is none."""
        if self.term_form.path is not None:
            self.reveal((*self.term_form.path, "alternatives", self.alternatives.current, "title"))

    def _describe(self, one: Alternative) -> tuple[str, str]:
        _ = self.ctx.translate
        currency = self.bridge.workbook.situation.currency
        worth = figure_of(one.worth)
        said = _(_KINDS[type(one)])
        if worth is not None:
            money = _("worth {money} a year to you").format(
                money=self.ctx.privacy.figure(write_money(worth, self.ctx.locale, currency))
            )
            said = f"{said}{BETWEEN}{money}"
        return one.title, said

    def _go_to_reasons(self) -> None:
        term = self.term
        if term is not None:
            self.elsewhere.emit(("terms", term.id, "justification", "reasons"))
