"""Justifications: for each ask the line to say, and what carries it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.justifications import Gain, Justification, Objection, Reason
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort, items_within
from counteroffer.ui.pages.term_page import TermPage
from counteroffer.ui.widgets import Button, Card, Rule
from counteroffer.ui.widgets.labels import set_look


class JustificationsPage(TermPage):
    """Per term: the line to say, why it is asked, what bears it out, what they gain, what they may object."""

    nothing_yet = N_(
        "Here each thing you ask for gets its reason and the line you will say. "
        "Write down the first thing you could ask for."
    )

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__("justifications", bridge, ctx)

    def build(self) -> None:
        self.levels_link = Button(self.ctx, self.ctx.translate("See its levels"), "quiet", on_click=self._go_to_levels)
        self.about.add_action(self.levels_link)
        self._line()
        self._reasons()
        self._evidence()
        self._gains()
        self._objections()

    def facts(self, term: Term, workbook: Workbook) -> str:
        """Also the ask in plain words, which the line then says aloud."""
        return "\n".join(line for line in (super().facts(term, workbook), term.what_exactly.strip()) if line)

    def _line(self) -> None:
        # What all the rest leads up to stands first and stands out: it is what one comes back to and learns by heart.
        card = self._part("line", N_("Read it aloud. If it takes two breaths, it is too long."))
        set_look(card, "info")
        card.add(
            self.term_form.field("justification", "line").without_label(),
            self.term_form.field("justification", "another_way"),
        )

    def _reasons(self) -> None:
        card = self._part("reasons", N_("The need first, then why it is fair. One good reason is enough."))
        card.add(
            items_within(
                self.term_form,
                "justification.reasons",
                _title("reasons"),
                [Sort(Reason, N_("Add a reason"), _reason)],
                self._describe_reason,
                N_("What would it change for you? Begin with that; whether it may be said comes after."),
            )
        )

    def _evidence(self) -> None:
        card = self.card(N_("What bears it out"), N_("One solid fact does more than three arguments."))
        card.add_action(
            Button(
                self.ctx,
                self.ctx.translate("See your research"),
                "quiet",
                on_click=lambda: self.elsewhere.emit(("research", "findings")),
            )
        )
        card.add(
            self.term_form.field("justification", "evidence", choose=_findings),
            self.term_form.field("justification", "achievements", choose=_achievements),
        )

    def _gains(self) -> None:
        card = self.card(
            N_("What is in it for them"),
            N_("What it saves them, spares them, or brings them nearer to. Best in their own words."),
        )
        card.add(
            items_within(
                self.term_form,
                "justification.gains",
                _title("gains"),
                [Sort(Gain, N_("Add a gain"), _gain)],
                lambda gain: (gain.statement, gain.their_words),
                N_("They hire you to solve something. What does a yes do for that?"),
            ),
            Rule(),
            self.term_form.field("justification", "for_their_boss"),
        )

    def _objections(self) -> None:
        card = self._part("objections", N_("A no that you saw coming does not take your breath away."))
        card.add(
            items_within(
                self.term_form,
                "justification.objections",
                _title("objections"),
                [Sort(Objection, N_("Add an objection"), _objection)],
                lambda one: (one.objection, one.answer),
                N_("What would make it hard for them to say yes? Write it the way they would say it."),
            )
        )

    def _part(self, name: str, caption: str) -> Card:
        """A card with a field's own title."""
        return self.card(_title(name), caption)

    def _describe_reason(self, reason: Reason) -> tuple[str, str]:
        _ = self.ctx.translate
        said = _("may be said") if reason.sayable else _("stays with you")
        return reason.statement, f"{_(reason.need.label)}  ·  {said}"

    def _go_to_levels(self) -> None:
        term = self.term
        if term is not None:
            self.elsewhere.emit(("terms", term.id, "opening", "value"))


def _title(name: str) -> str:
    return Justification.model_fields[name].title or ""


def _reason(form: Form, column: QVBoxLayout) -> None:
    for name in ("need", "statement", "legitimate", "sayable"):
        column.addWidget(form.field(name))


def _gain(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(form.field("statement"))
    column.addWidget(form.field("their_words"))
    column.addWidget(form.field("links", choose=_interests_and_constraints))


def _objection(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(form.field("objection"))
    column.addWidget(form.field("answer"))


def _findings(workbook: Workbook) -> list[tuple[str, str]]:
    return [(one.id, one.statement or one.source) for one in workbook.research.findings if one.statement or one.source]


def _achievements(workbook: Workbook) -> list[tuple[str, str]]:
    return [(one.id, one.what or one.result) for one in workbook.research.achievements if one.what or one.result]


def _interests_and_constraints(workbook: Workbook) -> list[tuple[str, str]]:
    research = workbook.research
    needs = [(one.id, one.statement) for one in research.interests]
    limits = [(one.id, one.statement) for one in research.constraints]
    return [(identity, words) for identity, words in (*needs, *limits) if words]
