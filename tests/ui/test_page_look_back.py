"""The Look back page: how it went, the lessons, and the workbook's own tags and notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Set
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import stored_sample
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.benefit_field import BenefitField
from counteroffer.ui.pages.look_back import LookBackPage
from counteroffer.ui.widgets import LineField, TextField

from . import page_tools

Open = Callable[[Workbook], Bridge]
LESSONS = ("retrospective", "lessons")


@pytest.fixture
def filled(open_workbook: Open) -> Bridge:
    return open_workbook(stored_sample())


@pytest.fixture
def page(qtbot: QtBot, filled: Bridge, ctx: UiContext) -> LookBackPage:
    return page_tools.show(qtbot, LookBackPage(filled, ctx))


def test_every_field_can_be_gone_to(qtbot: QtBot, page: LookBackPage) -> None:
    for path in page_tools.places(stored_sample(), "look_back"):
        page_tools.reveal(qtbot, page, path)


def test_typing_edits_and_undo_shows(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
    page = page_tools.show(qtbot, LookBackPage(bridge, ctx))
    path = ("retrospective", "worked")
    qtbot.keyClicks(page_tools.reveal(qtbot, page, path), "The first sentence.")
    assert bridge.workbook.retrospective.worked == "The first sentence."
    bridge.undo()
    assert page_tools.field(page, TextField, *path).input.text() == ""


def test_a_lesson_is_added_moved_and_removed(qtbot: QtBot, page: LookBackPage, filled: Bridge) -> None:
    before = [lesson.id for lesson in filled.workbook.retrospective.lessons]
    page.lessons.list.add_button.click()
    line = QApplication.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, "Ask for a day.")
    *_, new = filled.workbook.retrospective.lessons
    assert new.lesson == "Ask for a day."
    qtbot.keyClick(page.lessons.list.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in filled.workbook.retrospective.lessons] == [*before[:-1], new.id, before[-1]]
    qtbot.keyClick(page.lessons.list.view, Qt.Key.Key_Delete)
    assert [one.id for one in filled.workbook.retrospective.lessons] == before
    filled.undo()
    assert page.lessons.list.rows.rows()[-2].title == "Ask for a day."


def test_the_fields_follow_the_chosen_lesson(page: LookBackPage) -> None:
    page.lessons.choose("ls_remote")
    assert page_tools.field(page, LineField, *LESSONS, "ls_remote", "lesson").input.text().startswith("Ask which days")
    assert page_tools.field(page, BenefitField, *LESSONS, "ls_remote", "benefit").input.currentText() == "Remote work"


def test_a_benefit_is_named_in_words_and_may_be_left_open(page: LookBackPage, filled: Bridge) -> None:
    benefit = page_tools.field(page, BenefitField, *LESSONS, "ls_sign", "benefit")
    benefit.input.setCurrentIndex(benefit.input.findData("base_pay"))
    benefit.input.activated.emit(benefit.input.currentIndex())
    assert filled.value((*LESSONS, "ls_sign", "benefit")) == "base_pay"
    assert page.lessons.list.rows.rows()[0].summary == "Base pay"
    benefit.input.setCurrentIndex(0)
    benefit.input.activated.emit(0)
    assert filled.value((*LESSONS, "ls_sign", "benefit")) == ""
    filled.apply(Set((*LESSONS, "ls_sign", "benefit"), "of_old"))
    assert benefit.input.currentText() == "of_old"
    assert page.lessons.list.rows.rows()[0].summary == "of_old"


def test_an_empty_workbook_invites_a_first_lesson(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
    page = page_tools.show(qtbot, LookBackPage(bridge, ctx))
    button = page.lessons.list.empty.button
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(bridge.workbook.retrospective.lessons) == 1
