"""What stands on each of the ten screens."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.alternatives import Substitute
from counteroffer.domain.edits import Batch, Edit, Path, Set, exists, find
from counteroffer.domain.justifications import Reason
from counteroffer.domain.levels import Unit, is_blank
from counteroffer.domain.research import Finding
from counteroffer.domain.situation import Period, Plan
from counteroffer.domain.terms import Term
from counteroffer.domain.units import change_unit
from counteroffer.method.checking import CHECKS
from counteroffer.method.looking import before_offer
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.unit_field import unit_field
from counteroffer.ui.quick_start import places
from counteroffer.ui.quick_start.draft_card import DraftCard
from counteroffer.ui.quick_start.picker import Picker
from counteroffer.ui.quick_start.places import PAY_UNITS, Fresh, Place
from counteroffer.ui.quick_start.questions import Question
from counteroffer.ui.quick_start.screen import Screen, to_the_end
from counteroffer.ui.quick_start.suggestions import Suggestions
from counteroffer.ui.theme import Size, Space
from counteroffer.ui.widgets import Caption, ChoiceField, FlowRow, InlineHint, Rule

LEVELS = ("opening", "target", "acceptable")
HALF = 180
"""The width below which a level and its words no longer stand side by side."""


def make_screen(question: Question, bridge: Bridge, ctx: UiContext, fresh: Fresh) -> Screen:
    """The screen of a question, laid out."""
    screen = Screen(question, bridge, ctx, fresh)
    _LAID_OUT[question.id](screen)
    return screen


def _who(screen: Screen) -> None:
    form = screen.situation()
    screen.card.add(form.field("employer"), form.field("role"), _pair(form.field("place"), form.field("currency")))


def _when(screen: Screen) -> None:
    form, note = screen.situation(), InlineHint()
    screen.card.add(form.field("stage"), _pair(form.field("offered_on"), form.field("reply_due")), note)
    early = N_(
        "There is no offer yet, so it is early to ask. If they want a figure from you, you could say: “I would like to "
        "get to know the work first. Which range have you set aside for it?” Until then you can prepare in peace."
    )

    def advise() -> None:
        workbook = screen.bridge.workbook
        check = CHECKS["M02"](workbook, screen.ctx.today())
        filled = check.path is not None and exists(workbook, check.path) and bool(find(workbook, check.path))
        if before_offer(workbook):
            note.say(screen.ctx.translate(early))
        else:
            note.say(check.next_step.said(screen.ctx.translate) if filled and check.next_step else "")

    screen.follow(advise)


def _offer(screen: Screen) -> None:
    _ = screen.ctx.translate
    form = screen.entry(Term, lambda _ask: places.pay(screen.bridge.workbook, screen.fresh, _))
    count = N_("The figures are for")

    def counted(path: Path, value: object) -> Edit:
        unit = Unit(str(value))
        period = next((one for one, held in PAY_UNITS.items() if held is unit), Period.YEAR)
        return Batch(
            count, (*change_unit(form.item, path[:-1], unit).edits, Set(("situation", "pay", "period"), period))
        )

    unit = form.field("unit", edit=counted, label=count)
    if isinstance(unit, ChoiceField):
        unit.set_options([(held.value, _(period.label)) for period, held in PAY_UNITS.items()])
    offered = form.level("offered", "value", unit=_unit, prompt=N_("Nothing named yet? Leave it empty."))
    today = form.level("today", unit=_unit, prompt=N_("In your present post, or in the last one."))
    screen.card.add(_pair(offered, today), _pair(unit, form.field("offered", "said_by")))
    screen.begin = offered.focus_input


def _unit(_workbook: Any, term: Term) -> Unit:
    return term.unit


def _draw(screen: Screen) -> None:
    form = screen.situation()
    screen.card.add(form.field("why_role"), form.field("why_employer"))


def _ask(screen: Screen) -> None:
    picker = Picker(screen.bridge, screen.ctx, lambda: screen.viewport().height())
    picker.settled.connect(screen.settled)
    screen.card.add(picker)
    screen.begin = picker.focus_input
    screen.finish = picker.take_marked
    screen.follow(picker.refresh)


def _levels(screen: Screen) -> None:
    form, note = screen.term(), InlineHint()
    for name in LEVELS:
        screen.card.add(_level_row(form, name))
    screen.card.add(note, Rule(), _half(unit_field(form)))

    def advise() -> None:
        # Only what is entered upside down; what is missing is plain to see.
        workbook, ask = screen.bridge.workbook, screen.ask
        check = CHECKS["M20"](workbook, screen.ctx.today())
        path = check.path or ()
        wrong = ask is not None and path[:2] == ("terms", ask.id) and not is_blank(find(workbook, path))
        note.say(check.next_step.said(screen.ctx.translate) if wrong and check.next_step else "", problem=wrong)

    screen.follow(advise)


def _pair(one: QWidget, other: QWidget) -> FlowRow:
    """Two short fields side by side where there is room."""
    return FlowRow(one, other, least=Size.FIELD)


def _half(field: QWidget) -> FlowRow:
    """One short field, no wider than it would be beside another."""
    return _pair(field, QWidget())


def _level_row(form: Form, name: str) -> QWidget:
    """A level: what it means on the left, its value on the right."""
    _ = form.ctx.translate
    about = Term.model_fields[name]
    title, prompt = about.title or "", about.description or ""
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    value = form.level(name, "value", unit=_unit, label=title, prompt=prompt)
    column.addWidget(value.label_apart("strong"))
    column.addWidget(Caption(_(prompt)))
    column.addStretch(1)
    return FlowRow(words, value.without_prompt(), least=HALF)


def _reason(screen: Screen) -> None:
    form = screen.entry(Reason, lambda ask: places.reason(ask, screen.fresh) if ask is not None else None)
    sayable = form.field("sayable", prompt=N_("Take the tick out if it turns out to be for you alone."))
    screen.card.add(form.field("statement"), form.field("legitimate"), _half(form.field("need")), sayable)


def _evidence(screen: Screen) -> None:
    def place(ask: Term | None) -> Place | None:
        return places.finding(screen.bridge.workbook, ask, screen.fresh) if ask is not None else None

    form = screen.entry(Finding, place)
    screen.card.add(
        form.field("statement"),
        _pair(form.field("source"), form.field("seen_on")),
        form.field("sayable"),
    )


def _line(screen: Screen) -> None:
    form = screen.term()
    draft = DraftCard(screen.bridge, screen.ctx, lambda: screen.ask)
    exactly, starts, line = form.field("what_exactly"), form.field("starts"), form.field("justification", "line")

    def go_on_writing() -> None:
        line.focus_input()
        to_the_end(line.led_to())

    draft.taken.connect(go_on_writing)
    screen.card.add(exactly, _half(starts), line, draft)
    screen.follow(draft.refresh)


def _no(screen: Screen) -> None:
    bridge = screen.bridge
    way = screen.entry(Substitute, lambda ask: places.alternative(ask, screen.fresh) if ask is not None else None)
    title = way.field("title", label=N_("Another way to the same thing"))
    kin = Suggestions(bridge, screen.ctx, way, lambda: screen.ask)
    interest = way.field("interest")
    screen.card.add(title, kin, interest)
    plan = screen.entry(Plan, lambda _ask: places.plan(bridge.workbook, screen.fresh))
    kind = plan.field("kind", label=N_("What you do without an agreement"))
    if isinstance(kind, ChoiceField):
        kind.input.setPlaceholderText(screen.ctx.translate("Choose …"))
    own = (Rule(), _half(kind), plan.field("steps"))
    screen.card.add(*own)

    screen.needs_ask = False

    def only_what_applies() -> None:
        # The plan is one for all asks: it is asked for with the last of them, and without any.
        for widget in own:
            widget.setVisible(screen.step is not None and screen.step.last)
        for field in (title, interest):
            field.setVisible(screen.ask is not None)
        own[0].setVisible(screen.ask is not None and own[1].isVisibleTo(screen))
        kin.refresh()

    screen.follow(only_what_applies)


_LAID_OUT: MappingProxyType[str, Callable[[Screen], None]] = MappingProxyType(
    {
        "who": _who,
        "when": _when,
        "offer": _offer,
        "draw": _draw,
        "ask": _ask,
        "levels": _levels,
        "reason": _reason,
        "evidence": _evidence,
        "line": _line,
        "no": _no,
    }
)
