"""The answers of the quick start: ordinary edits, entries that come with their first letter, the choice of the ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from counteroffer.domain.levels import AmountValue, Unit
from counteroffer.domain.situation import Period, PlanKind
from counteroffer.domain.terms import Purpose
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.quick_start.questions import steps
from counteroffer.ui.quick_start.quick_start import QuickStart
from counteroffer.ui.widgets import ChoiceField, FieldEditor
from tests.ui.quick_tools import REMOTE, at, book, field, picker, shown, write
from tests.ui.term_tools import DAYS

Open = Callable[[Workbook], Bridge]


@pytest.fixture
def quick_start(bridge: Bridge, ctx: UiContext, qtbot: QtBot) -> QuickStart:
    return shown(QuickStart(bridge, ctx), qtbot)


@pytest.fixture
def with_ask(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> QuickStart:
    return shown(QuickStart(open_workbook(Workbook(terms=(REMOTE,))), ctx), qtbot)


# --- answers that are entries


def test_the_first_letter_makes_the_entry_and_one_undo_takes_it_back(with_ask: QuickStart, qtbot: QtBot) -> None:
    bridge = with_ask._bridge
    with_ask.go_to("evidence")
    write(with_ask, qtbot, "statement", "Half the team does so")
    (finding,) = book(with_ask).research.findings
    assert finding.statement == "Half the team does so"
    assert finding.terms == ("rem",)
    assert finding.sayable
    assert book(with_ask).terms[0].justification.evidence == (finding.id,)
    bridge.undo()
    assert book(with_ask).research.findings == ()
    assert book(with_ask).terms[0].justification.evidence == ()
    assert field(with_ask, "statement").findChildren(QLineEdit)[0].text() == ""
    bridge.redo()
    assert book(with_ask).research.findings == (finding,)
    bridge.undo()
    write(with_ask, qtbot, "source", "Staff rules")
    assert [one.source for one in book(with_ask).research.findings] == ["Staff rules"]


@pytest.mark.parametrize(
    ("question", "name"), [("offer", "value"), ("reason", "statement"), ("evidence", "statement"), ("no", "title")]
)
def test_what_was_emptied_again_is_taken_out(with_ask: QuickStart, qtbot: QtBot, question: str, name: str) -> None:
    before = book(with_ask)
    with_ask.go_to(question)
    write(with_ask, qtbot, name, "7")
    assert book(with_ask) != before
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    with_ask.back()
    assert book(with_ask) == before


def test_pay_may_be_named_for_an_hour(quick_start: QuickStart, qtbot: QtBot) -> None:
    quick_start.go_to("offer")
    unit = field(quick_start, "unit")
    assert isinstance(unit, ChoiceField)
    unit.input.setCurrentIndex(unit.input.findData("money_hour"))
    unit.input.activated.emit(unit.input.currentIndex())
    write(quick_start, qtbot, "value", "19.50")
    (pay,) = book(quick_start).terms
    assert (pay.unit, pay.benefit, pay.purpose) == (Unit.MONEY_HOUR, "base_pay", Purpose.LEAVE)
    assert pay.offered.value == AmountValue(amount="19.50")
    assert book(quick_start).situation.pay.period is Period.HOUR


def test_the_reason_that_is_asked_for_may_be_said_unless_the_tick_is_taken_out(
    with_ask: QuickStart, qtbot: QtBot
) -> None:
    with_ask.go_to("reason")
    write(with_ask, qtbot, "statement", "I plan best undisturbed.")
    (reason,) = book(with_ask).terms[0].justification.reasons
    assert reason.sayable
    assert reason.need == "life"
    box = field(with_ask, "sayable").findChildren(QAbstractButton)[0]
    box.click()
    assert not book(with_ask).terms[0].justification.reasons[0].sayable


def test_the_way_around_can_be_taken_from_what_stands_in_for_it(with_ask: QuickStart, qtbot: QtBot) -> None:
    with_ask.go_to("no")
    button = next(one for one in with_ask.findChildren(QAbstractButton) if one.text() == "Flexible hours")
    button.click()
    (way,) = book(with_ask).terms[0].alternatives
    assert way.title == "Flexible hours"
    assert not button.isVisible()
    with_ask._bridge.undo()
    assert book(with_ask).terms[0].alternatives == ()
    assert button.isVisible()


def test_the_plan_is_asked_for_once_and_without_an_ask_too(
    quick_start: QuickStart, open_workbook: Open, ctx: UiContext, qtbot: QtBot
) -> None:
    quick_start.go_to("no")
    write(quick_start, qtbot, "steps", "Talk to my manager by the 12th")
    assert book(quick_start).situation.plans[0].steps == "Talk to my manager by the 12th"
    two = shown(QuickStart(open_workbook(Workbook(terms=(REMOTE, DAYS))), ctx), qtbot)
    first, second = [one for one in steps(book(two)) if one.question.id == "no"]
    for step, wanted in ((first, False), (second, True)):
        two._show(step)
        plans = [one for one in two.screen_of(step).findChildren(FieldEditor) if "plans" in one.path]
        assert [one.isVisible() for one in plans] == [wanted, wanted]


def chosen_plan(quick_start: QuickStart) -> ChoiceField:
    """What is done without an agreement, as it is in view."""
    kind = field(quick_start, "kind")
    assert isinstance(kind, ChoiceField)
    return kind


def test_a_plan_is_shown_only_once_it_is_chosen_and_then_it_stays(with_ask: QuickStart) -> None:
    with_ask.go_to("no")
    assert chosen_plan(with_ask).input.currentText() == ""
    with_ask.back()
    assert book(with_ask).situation.plans == ()
    with_ask.go_to("no")
    box = chosen_plan(with_ask).input
    box.setCurrentIndex(box.findData(PlanKind.STAY.value))
    box.activated.emit(box.currentIndex())
    with_ask.go_on()
    assert [one.kind for one in book(with_ask).situation.plans] == [PlanKind.STAY]
    with_ask.go_to("no")
    assert chosen_plan(with_ask).input.currentText() == "Stay where you are"
    with_ask._bridge.undo()
    assert book(with_ask).situation.plans == ()
    assert chosen_plan(with_ask).input.currentText() == ""


# --- the ask


def test_nothing_is_marked_unasked_and_what_is_marked_goes_with_continue(quick_start: QuickStart, qtbot: QtBot) -> None:
    search = picker(quick_start)
    assert not search.list.selectionModel().hasSelection()
    quick_start.go_on_button.click()
    assert (at(quick_start), book(quick_start).terms) == ("levels", ())
    search = picker(quick_start)
    qtbot.keyClicks(search.line, "remote")
    quick_start.go_on_button.click()
    assert [term.benefit for term in book(quick_start).terms] == ["remote_work"]
    assert at(quick_start) == "levels"
    picker(quick_start)
    quick_start.go_on_button.click()
    assert len(book(quick_start).terms) == 1


def test_the_keyboard_marks_a_row_as_it_comes_to_the_list(quick_start: QuickStart, qtbot: QtBot) -> None:
    search = picker(quick_start)
    assert not search.list.selectionModel().hasSelection()
    qtbot.keyClick(search.line, Qt.Key.Key_Down)
    assert search.list.selectionModel().hasSelection()
    qtbot.keyClick(search.list, Qt.Key.Key_Return)
    assert len(book(quick_start).terms) == 1


def test_an_ask_is_found_by_a_few_letters_and_enter_takes_it(quick_start: QuickStart, qtbot: QtBot) -> None:
    search = picker(quick_start)
    assert search.line.hasFocus()
    qtbot.keyClicks(search.line, "remote")
    qtbot.keyClick(search.line, Qt.Key.Key_Return)
    (term,) = book(quick_start).terms
    assert (term.name, term.benefit, term.unit) == ("Remote work", "remote_work", Unit.DAYS_WEEK)
    assert term.purpose is Purpose.ASK
    assert term.valuation.formula == "remote_days"
    assert quick_start.go_on_button.hasFocus()
    assert not search.line.isVisible()


def test_an_ask_in_ones_own_words(quick_start: QuickStart, qtbot: QtBot) -> None:
    search = picker(quick_start)
    qtbot.keyClicks(search.line, "  a desk by the   window")
    qtbot.keyClick(search.line, Qt.Key.Key_Down)
    assert search.list.hasFocus()
    qtbot.keyClick(search.list, Qt.Key.Key_Return)
    (term,) = book(quick_start).terms
    assert (term.name, term.benefit, term.unit) == ("a desk by the window", "", Unit.TEXT)


def test_base_pay_is_the_term_that_the_offer_named(quick_start: QuickStart, qtbot: QtBot) -> None:
    quick_start.go_to("offer")
    write(quick_start, qtbot, "value", "78000")
    search = picker(quick_start)
    qtbot.keyClicks(search.line, "base pay")
    qtbot.keyClick(search.line, Qt.Key.Key_Return)
    (pay,) = book(quick_start).terms
    assert pay.purpose is Purpose.ASK
    assert pay.offered.value == AmountValue(amount="78000")


def test_a_second_ask_may_be_added_and_then_it_is_enough(with_ask: QuickStart, qtbot: QtBot) -> None:
    search = picker(with_ask)
    search.more.click()
    assert search.line.hasFocus()
    assert "remote_work" not in [row.id for row in search.rows.rows()]
    qtbot.keyClicks(search.line, "parking")
    qtbot.keyClick(search.line, Qt.Key.Key_Return)
    assert [term.benefit for term in book(with_ask).terms] == ["remote_work", "parking"]
    assert not search.line.isVisible()
    assert not search.more.isVisible()


def test_another_ask_instead_loses_nothing_that_was_written(with_ask: QuickStart, qtbot: QtBot) -> None:
    def drop() -> None:
        names = [one for one in search.findChildren(QAbstractButton) if "something else" in one.accessibleName()]
        names[-1].click()

    search = picker(with_ask)
    drop()
    assert book(with_ask).terms[0].purpose is Purpose.LEAVE, (
        "it has no formula, so it is not as the catalogue begins it"
    )
    qtbot.keyClicks(search.line, "sabbatical")
    qtbot.keyClick(search.line, Qt.Key.Key_Return)
    drop()
    assert [term.id for term in book(with_ask).terms] == ["rem"], "nothing was written about the other one"
    qtbot.keyClicks(search.line, "remote")
    qtbot.keyClick(search.line, Qt.Key.Key_Return)
    assert [(term.id, term.purpose) for term in book(with_ask).terms] == [("rem", Purpose.ASK)]


def test_a_question_about_an_ask_leads_to_choosing_one(quick_start: QuickStart, qtbot: QtBot) -> None:
    quick_start.go_to("levels")
    button = QApplication.focusWidget()
    assert isinstance(button, QAbstractButton)
    button.click()
    assert at(quick_start) == "ask"


def test_levels_that_are_upside_down_are_pointed_out(with_ask: QuickStart, qtbot: QtBot) -> None:
    with_ask.go_to("levels")
    assert with_ask.step is not None
    screen = with_ask.screen_of(with_ask.step)
    values = [one for one in screen.findChildren(FieldEditor) if one.path[-1:] == ("value",)]
    for one, figure in zip(values, "234", strict=True):
        one.focus_input()
        qtbot.keyClicks(QApplication.focusWidget(), figure)
    said = [one.text() for one in screen.findChildren(QLabel) if one.property("look") == "hint-problem"]
    assert any("upside down" in text for text in said)
