"""The questions that are usual for a benefit, at hand for every ask; and asks that nothing bears out yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Set
from counteroffer.domain.justifications import Justification
from counteroffer.domain.research import Achievement, Finding, Question, Research
from counteroffer.domain.terms import Importance, Purpose, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.items import ItemsEditor
from counteroffer.ui.pages.justifications import NO_EVIDENCE, JustificationsPage
from counteroffer.ui.pages.research import ResearchPage
from counteroffer.ui.pages.usual_questions import UsualQuestions
from counteroffer.ui.widgets import LineField
from counteroffer.ui.widgets.tab_order import stop_before
from tests.ui.page_tools import show

Open = Callable[[Workbook], Bridge]
HOME = Term(id="home", name="Days at & from home", benefit="remote_work")
DAYS = Term(id="days", benefit="paid_leave")
BUS = Term(id="bus", name="Bus pass", benefit="commuting", purpose=Purpose.TRADE)
OWN = Term(id="own", name="A quiet room")
AT = ("research", "questions")


def opened(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> UsualQuestions:
    page = show(qtbot, ResearchPage(bridge, ctx))
    button = page.findChild(UsualQuestions)
    assert isinstance(button, UsualQuestions)
    return button


def noted(bridge: Bridge) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.question, one.terms) for one in bridge.workbook.research.questions]


def test_the_usual_questions_of_the_one_ask_are_noted_at_once(
    qtbot: QtBot, open_workbook: Open, ctx: UiContext
) -> None:
    there = Question(id="q", question="do people here go home early?")
    research = Research(questions=(there, Question(id="p", question="How does the  team split its week TODAY?")))
    bridge = open_workbook(Workbook(terms=(HOME, BUS, OWN), research=research))
    button = opened(qtbot, bridge, ctx)
    assert button.isVisible()
    button.click()
    # What is there already, in other letters or spaces, is not noted again.
    assert noted(bridge)[2:] == [
        ("Are there days on which everybody comes in?", ("home",)),
        ("Does it stand in the contract or in a policy?", ("home",)),
    ]
    assert not button.isVisible()
    # Whom to ask is what comes next.
    whom = (*AT, bridge.workbook.research.questions[2].id, "whom")
    page = button._page
    qtbot.waitUntil(lambda: any(one.path == whom and one.has_input_focus() for one in page.findChildren(LineField)))
    bridge.undo()
    assert len(noted(bridge)) == 2
    assert button.isVisible()


def test_with_several_asks_a_menu_asks_about_which(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    bridge = open_workbook(Workbook(terms=(HOME, DAYS)))
    button = opened(qtbot, bridge, ctx)
    button.click()
    (menu,) = button.findChildren(QMenu)
    actions = [one for one in menu.actions() if not one.isSeparator()]
    assert [one.text() for one in actions] == ["Days at && from home (3)", "Paid days off (2)", "All of them"]
    actions[1].trigger()
    menu.close()
    assert [terms for _question, terms in noted(bridge)] == [("days",)] * 2
    bridge.undo()
    button.note(button.left())
    assert len(noted(bridge)) == 5
    assert not button.isVisible()


def test_the_button_is_there_only_for_asks_that_the_catalogue_knows(
    qtbot: QtBot, open_workbook: Open, ctx: UiContext
) -> None:
    bridge = open_workbook(Workbook(terms=(BUS, OWN)))
    button = opened(qtbot, bridge, ctx)
    assert not button.isVisible()
    bridge.apply(Set(("terms", "bus", "purpose"), "ask"))
    assert button.isVisible()
    # It stands above the list of questions, and Tab comes to it before them.
    questions = next(one for one in button._page.findChildren(ItemsEditor) if one.path == AT)
    assert stop_before(questions) is button
    button.note(())
    assert noted(bridge) == []


EVIDENCE = Justification(evidence=("f",))


@pytest.mark.parametrize(
    ("justification", "bare"),
    [
        (Justification(), True),
        (Justification(evidence=("gone",), achievements=("gone", "empty")), True),
        (EVIDENCE, False),
        (Justification(achievements=("a",)), False),
    ],
)
def test_an_ask_without_evidence_is_marked(
    qtbot: QtBot, open_workbook: Open, ctx: UiContext, justification: Justification, bare: bool
) -> None:
    research = Research(
        findings=(Finding(id="f", statement="They pay more"),),
        achievements=(Achievement(id="a", what="I led it"), Achievement(id="empty")),
    )
    ask = Term(id="ask", name="Pay", importance=Importance.MUST, justification=justification)
    bridge = open_workbook(Workbook(terms=(ask, BUS), research=research))
    page = show(qtbot, JustificationsPage(bridge, ctx))
    first, second = page.list.rows.rows()
    assert first.summary == (f"{NO_EVIDENCE}  ·  Must have" if bare else "Must have")
    assert NO_EVIDENCE not in second.summary
    assert page.no_evidence.isVisible() is bare
    page.list.select("bus")
    assert not page.no_evidence.isVisible()


def test_the_mark_goes_and_comes_with_the_evidence(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    ask = Term(id="ask", name="Pay", justification=EVIDENCE)
    bridge = open_workbook(Workbook(terms=(ask,), research=Research(findings=(Finding(id="f"),))))
    page = show(qtbot, JustificationsPage(bridge, ctx))
    assert not page.no_evidence.isVisible()
    bridge.apply(Set(("research", "findings"), ()))
    assert page.no_evidence.isVisible()
    assert NO_EVIDENCE in page.list.rows.rows()[0].summary
    bridge.undo()
    assert not page.no_evidence.isVisible()
    bridge.apply(Set(("terms", "ask", "justification", "evidence"), ()))
    assert page.no_evidence.isVisible()
