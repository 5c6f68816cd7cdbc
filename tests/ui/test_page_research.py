"""The Research page: every field at hand, figures in their units, answers that become findings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Insert, Set, apply
from counteroffer.domain.levels import AmountValue, NumberValue, TextValue, Unit
from counteroffer.domain.research import Finding, Research, SourceKind, Topic
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.items import ItemsEditor
from counteroffer.ui.pages.research import ResearchPage
from counteroffer.ui.widgets import (
    Button,
    ChoiceField,
    EstimateField,
    FieldEditor,
    FlagField,
    LevelField,
    LineField,
    LinksField,
    TextField,
)
from tests.ui.page_tools import field, show
from tests.ui.walking import fields_below, go_to, with_an_entry_in_every_list

Open = Callable[[Workbook], Bridge]
TERMS = (
    Insert(("terms",), 0, {"id": "pay", "name": "Base pay"}),
    Insert(("terms",), 1, {"id": "days", "name": "Days off", "unit": "days_year"}),
)
PAY = ("research", "findings", "pay_survey")


def edited(*edits: Set | Insert) -> Workbook:
    """A workbook with two terms, after some edits."""
    workbook = Workbook()
    for edit in (*TERMS, *edits):
        workbook = apply(workbook, edit)
    return workbook


def a_finding(**given: object) -> Insert:
    return Insert(("research", "findings"), 0, {"id": "pay_survey", **given})


def a_list(page: ResearchPage, *names: str) -> ItemsEditor:
    (found,) = [one for one in page.findChildren(ItemsEditor) if one.path == ("research", *names)]
    return found


def choose(choice: ChoiceField, stored: str) -> None:
    """Choose as a person does."""
    choice.input.setCurrentIndex(choice.input.findData(stored))
    choice.input.activated.emit(choice.input.currentIndex())


def test_every_field_of_research_can_be_gone_to_and_filled_in(
    open_workbook: Open, ctx: UiContext, qtbot: QtBot
) -> None:
    workbook = with_an_entry_in_every_list(edited(), "research")
    page = show(qtbot, ResearchPage(open_workbook(workbook), ctx))
    for path in fields_below(workbook, "research"):
        go_to(qtbot, page, FieldEditor, *path)


def test_a_finding_is_written_down_from_nothing(bridge: Bridge, ctx: UiContext, qtbot: QtBot) -> None:
    page = show(qtbot, ResearchPage(bridge, ctx))
    findings = a_list(page, "findings")
    assert findings.list.empty.button is not None
    qtbot.mouseClick(findings.list.empty.button, Qt.MouseButton.LeftButton)
    (finding,) = bridge.workbook.research.findings
    statement = go_to(qtbot, page, LineField, "research", "findings", finding.id, "statement")
    qtbot.keyClicks(statement.input, "Pay is 50")
    assert findings.list.rows.rows()[0].title == "Pay is 50"
    bridge.seal()
    bridge.undo()
    assert statement.input.text() == ""
    bridge.undo()
    assert findings.items() == ()
    assert findings.list.empty.isVisible()


def test_the_first_linked_term_says_what_the_figures_count(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    bridge = open_workbook(edited(a_finding(), Set((*PAY, "range", "low"), {"kind": "text", "text": "48k"})))
    page = show(qtbot, ResearchPage(bridge, ctx))
    field(page, LinksField, *PAY, "terms").toggle("pay", True)
    (finding,) = bridge.workbook.research.findings
    assert finding.terms == ("pay",)
    assert finding.unit is Unit.MONEY_YEAR
    assert finding.range.low == AmountValue(amount=Decimal(48_000))
    field(page, LinksField, *PAY, "terms").toggle("days", True)
    assert bridge.workbook.research.findings[0].unit is Unit.MONEY_YEAR
    bridge.undo()
    bridge.undo()
    assert bridge.workbook.research.findings[0].unit is None
    assert bridge.workbook.research.findings[0].range.low == TextValue(text="48k")


def test_figures_typed_before_their_unit_is_chosen_are_read_then(
    open_workbook: Open, ctx: UiContext, qtbot: QtBot
) -> None:
    bridge = open_workbook(edited(a_finding()))
    page = show(qtbot, ResearchPage(bridge, ctx))
    for name, text in (("low", "25"), ("high", "about thirty")):
        level = go_to(qtbot, page, LevelField, *PAY, "range", name)
        assert level.line is not None
        qtbot.keyClicks(level.line.line, text)
    choose(field(page, ChoiceField, *PAY, "unit"), "days_year")
    (finding,) = bridge.workbook.research.findings
    assert finding.range.low == NumberValue(number=Decimal(25))
    assert finding.range.high is None
    bridge.undo()
    assert bridge.workbook.research.findings[0].range.high == TextValue(text="about thirty")


def test_another_unit_takes_the_figures_along(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    low, high = ({"kind": "amount", "amount": amount} for amount in ("48000", "58500"))
    finding = a_finding(unit="money_year", range={"low": low, "high": high}, source="Survey")
    bridge = open_workbook(edited(finding))
    page = show(qtbot, ResearchPage(bridge, ctx))
    rows = a_list(page, "findings").list.rows
    assert rows.rows()[0].summary == "€48,000 – €58,500 a year  ·  Survey"
    unit = field(page, ChoiceField, *PAY, "unit")
    choose(unit, "days")
    assert bridge.workbook.research.findings[0].range.low == NumberValue(number=Decimal(48_000))
    assert field(page, LevelField, *PAY, "range", "low").kind == "number"
    assert rows.rows()[0].summary == "48,000 – 58,500 days  ·  Survey"
    unit.input.setCurrentIndex(0)
    unit.input.activated.emit(0)
    assert bridge.workbook.research.findings[0].range.low == TextValue(text="48000")


def test_a_figure_that_cannot_be_read_stays_with_a_hint(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    bridge = open_workbook(edited(a_finding(unit="money_year")))
    page = show(qtbot, ResearchPage(bridge, ctx))
    low = go_to(qtbot, page, LevelField, *PAY, "range", "low")
    assert low.line is not None
    qtbot.keyClicks(low.line.line, "quite a lot")
    qtbot.keyClick(low.line.line, Qt.Key.Key_Return)
    assert bridge.workbook.research.findings[0].range.low is None
    assert low.line.line.text() == "quite a lot"
    assert low.hint_view.text()


def test_a_range_that_is_upside_down_is_not_taken(bridge: Bridge, ctx: UiContext, qtbot: QtBot) -> None:
    page = show(qtbot, ResearchPage(bridge, ctx))
    limit = go_to(qtbot, page, EstimateField, "research", "their_side", "limit")
    qtbot.keyClicks(limit.inputs["low"].line, "90k")
    qtbot.keyClicks(limit.inputs["high"].line, "80k")
    qtbot.keyClick(limit.inputs["high"].line, Qt.Key.Key_Return)
    assert bridge.workbook.research.their_side.limit.high is None
    assert limit.inputs["high"].line.text() == "80k"
    assert limit.hint_view.text()


def many_findings() -> Workbook:
    """Three hundred findings, each tenth of which is about buses."""
    about = ("buses" if number % 10 == 0 else "pay" for number in range(300))
    findings = tuple(
        Finding(id=f"f{number}", statement=f"Number {number} is about {word}", source="A list")
        for number, word in enumerate(about)
    )
    return Workbook(research=Research(findings=findings))


@pytest.fixture
def many(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> ResearchPage:
    return show(qtbot, ResearchPage(open_workbook(many_findings()), ctx))


def test_only_what_changed_is_described_anew(many: ResearchPage, monkeypatch: pytest.MonkeyPatch) -> None:
    findings = a_list(many, "findings")
    described: list[str] = []
    describe = findings._describe
    monkeypatch.setattr(findings, "_describe", lambda one: (described.append(one.id), describe(one))[1])
    many.bridge.apply(Set(("research", "findings", "f9", "source"), "Another list"))
    assert described == ["f9"]
    many.bridge.apply(Set(("situation", "currency"), "PLN"))
    assert len(described) == 301


def an_answer(**given: object) -> Insert:
    answer = "About a thousand a head.\nHardly ever used up."
    question = {"id": "q", "question": "What is the budget?", "whom": "The recruiter", "terms": ["gone", "pay"]}
    return Insert(("research", "questions"), 0, {**question, "answer": answer, **given})


def turn_button(page: ResearchPage) -> Button:
    (found,) = [one for one in page.findChildren(Button) if one.text() == "Make a finding of it"]
    return found


def test_an_answer_becomes_a_finding(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    bridge = open_workbook(edited(an_answer(answered_on=date(2027, 1, 9))))
    page = show(qtbot, ResearchPage(bridge, ctx))
    qtbot.mouseClick(turn_button(page), Qt.MouseButton.LeftButton)
    (finding,) = bridge.workbook.research.findings
    (question,) = bridge.workbook.research.questions
    assert question.finding == finding.id
    assert finding.statement == "About a thousand a head. Hardly ever used up."
    assert (finding.topic, finding.unit, finding.source_kind) == (Topic.POLICY, Unit.MONEY_YEAR, SourceKind.PERSON)
    assert (finding.source, finding.seen_on) == ("The recruiter", date(2027, 1, 9))
    statement = field(page, LineField, "research", "findings", finding.id, "statement")
    qtbot.waitUntil(lambda: statement.input.hasFocus())
    assert turn_button(page).isHidden()
    bridge.undo()
    assert bridge.workbook.research.findings == ()
    assert not turn_button(page).isHidden()


def test_a_question_without_an_answer_is_no_finding_yet(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    bridge = open_workbook(edited(an_answer(answer="")))
    page = show(qtbot, ResearchPage(bridge, ctx))
    assert turn_button(page).isHidden()
    answer = go_to(qtbot, page, TextField, "research", "questions", "q", "answer")
    qtbot.keyClicks(answer.input, "Yes")
    assert not turn_button(page).isHidden()


def test_a_finding_can_be_chosen_for_a_question(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    bridge = open_workbook(edited(a_finding(statement="A thousand a head"), an_answer()))
    page = show(qtbot, ResearchPage(bridge, ctx))
    choice = field(page, ChoiceField, "research", "questions", "q", "finding")
    choose(choice, "pay_survey")
    assert bridge.workbook.research.questions[0].finding == "pay_survey"
    assert choice.input.currentText() == "A thousand a head"


def test_a_guess_is_marked_until_somebody_has_said_so(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    bridge = open_workbook(edited(Insert(("research", "interests"), 0, {"id": "i", "statement": "A new site"})))
    page = show(qtbot, ResearchPage(bridge, ctx))
    rows = a_list(page, "interests").list.rows
    assert rows.rows()[0].summary == "A guess"
    qtbot.mouseClick(field(page, FlagField, "research", "interests", "i", "guess").input, Qt.MouseButton.LeftButton)
    assert bridge.workbook.research.interests[0].guess is False
    assert rows.rows()[0].summary == "They said so"


def test_rows_say_what_matters_about_an_entry(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    cost = {"low": "4000", "high": "11000"}
    bridge = open_workbook(
        edited(
            a_finding(topic="law"),
            Insert(("research", "constraints"), 0, {"id": "c", "statement": "No money till April", "source": "Jo"}),
            Insert(("research", "their_side", "options"), 0, {"id": "o", "kind": "open", "cost": cost}),
            Insert(("research", "achievements"), 0, {"id": "a", "what": "I led the move"}),
            Insert(("research", "questions"), 0, {"id": "q", "question": "Budget?", "asked_on": date(2027, 1, 4)}),
        )
    )
    page = show(qtbot, ResearchPage(bridge, ctx))

    def row(*names: str) -> tuple[str, str]:
        (only,) = a_list(page, *names).list.rows.rows()
        return only.title, only.summary

    assert row("findings") == ("What the law grants anyway", "No source yet")
    assert row("constraints") == ("No money till April", "Budget  ·  Jo  ·  No way within it yet")
    assert row("their_side", "options") == ("Leave the post open", "Costs them €4,000 – €11,000")
    assert row("achievements") == ("I led the move", "No result yet that could be checked")
    assert row("questions") == ("Budget?", "Asked on 4 Jan 2027")
    bridge.apply(Set(("research", "questions", "q", "answer"), "A thousand"))
    assert row("questions") == ("Budget?", "Answered  ·  A thousand")
