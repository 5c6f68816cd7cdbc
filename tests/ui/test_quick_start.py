"""The quick start: ten questions, forth and back, by mouse and by keyboard, with undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.domain.base import revise
from counteroffer.domain.situation import Stage
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.quick_start.questions import QUESTIONS, first_unanswered, is_for, step_for, steps
from counteroffer.ui.quick_start.quick_start import QuickStart
from counteroffer.ui.widgets import FieldEditor
from tests.ui.conftest import TODAY
from tests.ui.quick_tools import REMOTE, at, book, field, picker, shown, write
from tests.ui.term_tools import DAYS, PAY, out_of_reading_order

Open = Callable[[Workbook], Bridge]


@pytest.fixture
def quick_start(bridge: Bridge, ctx: UiContext, qtbot: QtBot) -> QuickStart:
    return shown(QuickStart(bridge, ctx), qtbot)


@pytest.fixture
def with_ask(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> QuickStart:
    return shown(QuickStart(open_workbook(Workbook(terms=(REMOTE,))), ctx), qtbot)


# --- the way


def test_there_are_ten_questions_and_with_two_asks_those_about_an_ask_come_twice() -> None:
    assert len(QUESTIONS) == 10
    assert [one.number for one in steps(Workbook())] == list(range(1, 11))
    assert [one.number for one in steps(Workbook(terms=(PAY,)))] == list(range(1, 11))
    two = steps(Workbook(terms=(PAY, DAYS)))
    assert [one.number for one in two] == [1, 2, 3, 4, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10]
    assert [one.ask for one in two[5:7]] == ["pay", "days"]
    assert [one.last for one in two[5:7]] == [False, True]


def test_it_is_for_a_workbook_with_few_asks_that_is_not_over() -> None:
    assert is_for(Workbook())
    assert not is_for(Workbook(terms=(PAY, DAYS, REMOTE)))
    closed = Workbook()
    assert not is_for(revise(closed, situation=revise(closed.situation, stage=Stage.CLOSED)))


def test_one_goes_on_with_the_first_question_that_has_no_answer() -> None:
    begun = Workbook()
    begun = revise(begun, situation=revise(begun.situation, employer="North Mill", stage=Stage.NEGOTIATING))
    step = first_unanswered(begun)
    assert step is not None
    assert step.question.id == "offer"
    assert first_unanswered(sample_workbook(TODAY)) is None


def test_every_field_that_is_asked_for_leads_back_to_its_question(with_ask: QuickStart) -> None:
    workbook = book(with_ask)
    for step in steps(workbook):
        with_ask._show(step)
        screen = with_ask.screen_of(step)
        paths = [one.path for one in screen.findChildren(FieldEditor) if one.path]
        assert step.question.id == "ask" or 1 <= len(paths) <= 4, step.question.id
        for path in paths:
            found = step_for(workbook, path)
            # The period of pay is chosen with the unit of base pay, which is no ask here.
            assert path[-1] == "unit" or (found is not None and found.question.id == step.question.id), path
    assert step_for(workbook, ("terms",)) == step_for(workbook, ("terms", "rem"))
    assert step_for(workbook, ("terms", "rem", "importance")) is None
    assert step_for(workbook, ("conversations", "plan", "day")) is None


def test_looking_at_all_questions_forth_and_back_changes_nothing(quick_start: QuickStart, bridge: Bridge) -> None:
    before = bridge.workbook
    for question in QUESTIONS:
        assert at(quick_start) == question.id
        quick_start.go_on_button.click()
    assert at(quick_start) == "end"
    for question in reversed(QUESTIONS):
        quick_start.back_button.click()
        assert at(quick_start) == question.id
    assert bridge.workbook is before
    assert not bridge.can_undo


def test_answers_stay_forth_and_back(quick_start: QuickStart, qtbot: QtBot) -> None:
    write(quick_start, qtbot, "employer", "North Mill")
    quick_start.go_on()
    quick_start.go_on()
    write(quick_start, qtbot, "value", "78k")
    quick_start.back()
    quick_start.back()
    there = field(quick_start, "employer").findChildren(QLineEdit)[0]
    assert there.text() == "North Mill"
    assert there.cursorPosition() == len("North Mill")
    quick_start.go_on()
    quick_start.go_on()
    assert field(quick_start, "value").findChildren(QLineEdit)[0].text() == "78,000"


def test_the_count_and_the_bar_say_how_far_it_has_come(quick_start: QuickStart) -> None:
    quick_start.go_to("offer")
    assert (quick_start.count.text(), quick_start.bar.value()) == ("3 of 10", 3)
    interface = QAccessible.queryAccessibleInterface(quick_start.bar)
    assert interface.text(QAccessible.Text.Name)
    assert interface.text(QAccessible.Text.Description) == "3 of 10"


# --- keys


def test_enter_in_a_line_goes_on_and_in_a_text_begins_a_new_line(quick_start: QuickStart, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert at(quick_start) == "when"
    quick_start.go_to("draw")
    text = QApplication.focusWidget()
    assert isinstance(text, QPlainTextEdit)
    qtbot.keyClicks(text, "Rivers")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert at(quick_start) == "draw"
    assert book(quick_start).situation.why_role == "Rivers\n"
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert at(quick_start) == "ask"


def test_tab_goes_in_the_order_of_reading_and_ends_at_continue(with_ask: QuickStart) -> None:
    for step in steps(book(with_ask)):
        with_ask._show(step)
        assert out_of_reading_order(with_ask) == [], step.question.id
    with_ask._show(None)
    assert out_of_reading_order(with_ask) == []


def test_whatever_takes_the_keyboard_has_a_name(with_ask: QuickStart) -> None:
    for step in (*steps(book(with_ask)), None):
        with_ask._show(step)
        nameless = [
            one
            for one in with_ask.findChildren(QWidget)
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
            if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        ]
        assert nameless == [], step


def test_what_cannot_be_read_is_pointed_out_once_and_stays(quick_start: QuickStart, qtbot: QtBot) -> None:
    quick_start.go_to("offer")
    write(quick_start, qtbot, "value", "a lot")
    field(quick_start, "today").focus_input()
    quick_start.go_on_button.click()
    assert at(quick_start) == "offer"
    assert field(quick_start, "value").has_input_focus()
    assert not field(quick_start, "value").hint_view.isHidden()
    quick_start.go_on_button.click()
    assert at(quick_start) == "draw"
    assert book(quick_start).terms == ()
    quick_start.back()
    assert field(quick_start, "value").findChildren(QLineEdit)[0].text() == "a lot"


def test_skip_is_offered_while_there_is_no_answer(quick_start: QuickStart, qtbot: QtBot) -> None:
    assert quick_start.skip_button.isVisible()
    write(quick_start, qtbot, "employer", "N")
    assert not quick_start.skip_button.isVisible()


# --- undo


def test_undo_stays_in_the_quick_start_and_goes_to_the_question(with_ask: QuickStart, qtbot: QtBot) -> None:
    write(with_ask, qtbot, "employer", "North Mill")
    with_ask.go_to("reason")
    write(with_ask, qtbot, "statement", "I plan best undisturbed.")
    with_ask.go_to("line")
    change = with_ask._bridge.undo()
    assert change is not None
    assert with_ask.reveal(change.paths)
    assert at(with_ask) == "reason"
    change = with_ask._bridge.undo()
    assert change is not None
    assert with_ask.reveal(change.paths)
    assert at(with_ask) == "who"
    assert field(with_ask, "employer").has_input_focus()
    assert not with_ask.reveal((("conversations", "plan", "day"),))


def test_when_the_ask_is_undone_its_question_says_so(quick_start: QuickStart, qtbot: QtBot) -> None:
    search = picker(quick_start)
    qtbot.keyClicks(search.line, "remote")
    qtbot.keyClick(search.line, Qt.Key.Key_Return)
    quick_start.go_to("levels")
    change = quick_start._bridge.undo()
    assert quick_start.step is not None
    assert quick_start.step.ask == ""
    assert change is not None
    assert quick_start.reveal(change.paths)
    assert at(quick_start) == "ask"
