"""Justifications: for each ask the line to say, and what carries it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.justifications import Gain, Justification, Need, Objection, Reason
from counteroffer.domain.terms import Purpose, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change
from counteroffer.method.evidence import has_evidence
from counteroffer.method.wording import Place
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort, items_within
from counteroffer.ui.pages.copying import with_copy
from counteroffer.ui.pages.term_page import TermPage
from counteroffer.ui.pages.term_strips import evidence_strips
from counteroffer.ui.pages.wording_hints import watch_wording
from counteroffer.ui.widgets import Button, Card, Chip, Rule
from counteroffer.ui.widgets.labels import set_look

NO_EVIDENCE = N_("No evidence yet")


class JustificationsPage(TermPage):
    """Per term: the line to say, why it is asked, what bears it out, what they gain, what they may object."""

    nothing_yet = N_(
        "Here each thing you ask for gets its reason and the line you will say. "
        "Write down the first thing you could ask for."
    )

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__("justifications", bridge, ctx)

    def make(self) -> Iterator[None]:
        self.levels_link = Button(self.ctx, self.ctx.translate("See its levels"), "quiet", on_click=self._go_to_levels)
        self.about.add_action(self.levels_link)
        self._line()
        yield
        self._reasons()
        yield
        self._evidence()
        self.term_form.follow(lambda _path: self._mark_evidence())
        self.bridge.changed.connect(self._mark_again)
        yield
        self._gains()
        yield
        self._objections()

    def remark(self, term: Term, workbook: Workbook) -> str:
        """An ask that nothing bears out is marked as such."""
        bare = term.purpose is Purpose.ASK and not has_evidence(workbook, term)
        return self.ctx.translate(NO_EVIDENCE) if bare else ""

    def facts(self, term: Term, workbook: Workbook) -> str:
        """Also the ask in plain words, which the line then says aloud."""
        return "\n".join(line for line in (super().facts(term, workbook), term.what_exactly.strip()) if line)

    def _line(self) -> None:
        # What all the rest leads up to stands first and stands out: it is what one comes back to and learns by heart.
        card = self._part("line", N_("Read it aloud. If it takes two breaths, it is too long."))
        set_look(card, "info")
        form = self.term_form
        line = watch_wording(form.field("justification", "line"), form, Place.LINE, by_benefit=True)
        other = watch_wording(form.field("justification", "another_way"), form, Place.LINE, tone_only=True)
        card.add(with_copy(line.without_label()), with_copy(other))

    def _reasons(self) -> None:
        card = self._part("reasons", N_("The need first, then why it is fair. One good reason is enough."))
        card.add(
            items_within(
                self.term_form,
                "justification.reasons",
                _title("reasons"),
                [Sort(Reason, N_("Add a reason"), _reason, {"need": Need.OTHER})],
                self._describe_reason,
                N_("What would it change for you? Begin with that; whether it may be said comes after."),
            )
        )

    def _evidence(self) -> None:
        card = self.card(N_("What bears it out"), N_("One solid fact does more than three arguments."))
        self.no_evidence = Chip(self.ctx.translate(NO_EVIDENCE))
        card.body.addWidget(self.no_evidence, 0, Qt.AlignmentFlag.AlignLeading)
        card.add_action(
            Button(
                self.ctx,
                self.ctx.translate("See your research"),
                "quiet",
                on_click=lambda: self.elsewhere.emit(("research", "findings")),
            )
        )
        evidence = self.term_form.field("justification", "evidence", choose=_findings)
        card.add(
            evidence,
            evidence_strips(self.term_form, evidence),
            self.term_form.field("justification", "achievements", choose=_achievements),
        )

    def _gains(self) -> None:
        boss = self.term_form.field("justification", "for_their_boss")
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
            with_copy(watch_wording(boss, self.term_form, Place.LINE, tone_only=True)),
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

    def _mark_evidence(self) -> None:
        term = self.term
        self.no_evidence.setVisible(term is not None and bool(self.remark(term, self.bridge.workbook)))

    def _mark_again(self, change: Change) -> None:
        if change.touches("research"):
            self._show(change.after)
        self._mark_evidence()

    def _go_to_levels(self) -> None:
        term = self.term
        if term is not None:
            self.elsewhere.emit(("terms", term.id, "opening", "value"))


def _title(name: str) -> str:
    return Justification.model_fields[name].title or ""


def _reason(form: Form, column: QVBoxLayout) -> None:
    # The text first: a new reason begins there, and what is typed at once must not end up in a box of choices.
    for name in ("statement", "need", "legitimate", "sayable"):
        column.addWidget(form.field(name))


def _gain(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(form.field("statement"))
    column.addWidget(form.field("their_words"))
    column.addWidget(form.field("links", choose=_interests_and_constraints))


def _objection(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(form.field("objection"))
    column.addWidget(watch_wording(form.field("answer"), form, Place.LINE, tone_only=True))


def _findings(workbook: Workbook) -> list[tuple[str, str]]:
    return [(one.id, one.statement or one.source) for one in workbook.research.findings if one.statement or one.source]


def _achievements(workbook: Workbook) -> list[tuple[str, str]]:
    return [(one.id, one.what or one.result) for one in workbook.research.achievements if one.what or one.result]


def _interests_and_constraints(workbook: Workbook) -> list[tuple[str, str]]:
    research = workbook.research
    needs = [(one.id, one.statement) for one in research.interests]
    limits = [(one.id, one.statement) for one in research.constraints]
    return [(identity, words) for identity, words in (*needs, *limits) if words]
