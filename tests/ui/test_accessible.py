"""Every page and window for those who do not see it, who use no mouse, and who need large type.

The walk through all of them is the costly part, so one walk serves all checks: at the smallest size of the window, and
with type half as large again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from counteroffer.app import Application, open_application
from counteroffer.sample import sample_workbook
from counteroffer.ui.access import teach_access
from counteroffer.ui.context import UiContext
from counteroffer.ui.preferences import Language, Preferences, save_preferences
from counteroffer.ui.widgets import Button, FieldLabel
from counteroffer.ui.widgets.disclosure import Fold
from counteroffer.ui.widgets.tab_order import put_in_order
from tests.ui.access import faults
from tests.ui.fitting import misfits
from tests.ui.focus_order import against_reading, stops
from tests.ui.focus_ring import unseen
from tests.ui.screens import first_screens, screens, settle

LARGE = 1.5


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    opened = open_application(qapp, tmp_path / "archive", tmp_path / "settings.json")
    opened.theme.set_text_scale(LARGE)
    yield opened
    opened.close()
    opened.theme.set_text_scale(1.0)
    opened.theme.deleteLater()


def test_every_window_can_be_heard_reached_seen_and_read(application: Application, qtbot: QtBot) -> None:
    sample = sample_workbook(date(2027, 1, 15))
    application.archive.add(sample).result()
    assert _wrong(screens(application, qtbot, sample), qtbot) == {}


@pytest.mark.torture
def test_an_empty_workbook_and_the_ten_questions_as_well(application: Application, qtbot: QtBot) -> None:
    assert _wrong(first_screens(application, qtbot), qtbot) == {}


@pytest.mark.torture
def test_nothing_is_cut_in_large_type_where_words_are_long(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    save_preferences(settings, Preferences(language=Language.GERMAN))
    application = open_application(qapp, tmp_path / "archive", settings)
    application.theme.set_text_scale(LARGE)
    try:
        sample = sample_workbook(date(2027, 1, 15))
        application.archive.add(sample).result()
        shown = chain(screens(application, qtbot, sample), first_screens(application, qtbot))
        found = {}
        for name, window in shown:
            # Longer words wrap in more places, and what lies around hears of it later.
            settle()
            found[name] = misfits(window)
    finally:
        application.close()
        application.theme.set_text_scale(1.0)
        application.theme.deleteLater()
    assert len(found) > 40
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def _wrong(shown: Iterator[tuple[str, QWidget]], qtbot: QtBot) -> dict[str, list[str]]:
    """What is wrong with each of these screens."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    rings: set[Hashable] = set()
    for name, window in shown:
        if isinstance(window, QMainWindow) and not window.isActiveWindow():
            # A part that is shown before it has its place is a window for a moment, and takes the keyboard.
            found[name].append("something was a window of its own for a moment")
            window.activateWindow()
            qtbot.waitUntil(window.isActiveWindow)
        order, caught = stops(window)
        # Whoever leaves a field may be told something below it.
        settle()
        found[name] += [caught] if caught else []
        found[name] += faults(window)
        found[name] += against_reading(window, order)
        found[name] += [f"no ring: {one}" for one in unseen(window, order, rings)]
        found[name] += misfits(window)
    assert len(found) > 10
    return {name: wrong for name, wrong in found.items() if wrong}


# That the walk finds what is wrong, shown on a window in which all of it is.


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _show(window: QWidget, qtbot: QtBot) -> None:
    window.resize(400, 300)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def test_what_has_no_words_no_role_or_no_difference_is_found(window: QWidget, qtbot: QtBot, ctx: UiContext) -> None:
    column = QVBoxLayout(window)
    silent = QPushButton()
    silent.setIcon(ctx.icon("add"))
    bare = QWidget()
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bare.setAccessibleName("A picture")
    for part in (silent, bare, QPushButton("Remove"), QPushButton("Remove"), QLineEdit(), FieldLabel("Rate")):
        column.addWidget(part)
    _show(window, qtbot)
    assert faults(window) == [
        "no name: QPushButton Button ''",
        "a picture without words: QPushButton Button ''",
        "no role: QWidget Client 'A picture'",
        "told twice: QPushButton Button 'Remove' ''",
        "no name: QLineEdit EditableText ''",
        "no letter to press: Rate",
    ]


def test_what_unfolds_a_part_says_whether_it_is_open(window: QWidget, qtbot: QtBot, ctx: UiContext) -> None:
    teach_access()
    fold = Fold(ctx, "More")
    column = QVBoxLayout(window)
    column.addWidget(fold.button)
    column.addWidget(fold.body)
    _show(window, qtbot)
    told = QAccessible.queryAccessibleInterface(fold.button)
    assert told.role() is QAccessible.Role.Button
    assert told.state().collapsed
    told.actionInterface().doAction("Press")
    assert fold.is_open
    assert told.state().expanded
    assert not told.state().collapsed


def test_a_step_back_and_a_text_that_keeps_the_keyboard_are_found(window: QWidget, qtbot: QtBot) -> None:
    column = QVBoxLayout(window)
    names = [QPushButton(name) for name in ("first", "second", "third")]
    for button in names:
        button.setAccessibleName(button.text())
        column.addWidget(button)
    QWidget.setTabOrder(names[2], names[1])
    _show(window, qtbot)
    order, caught = stops(window)
    assert caught == ""
    assert against_reading(window, order) == ["QPushButton 'third' → QPushButton 'second'"]
    put_in_order(window)
    assert against_reading(window, stops(window)[0]) == []
    trap = QPlainTextEdit()
    column.addWidget(trap)
    QApplication.processEvents()
    assert stops(window)[1] == "no way on from QPlainTextEdit ''"


def test_a_control_that_hides_the_keyboard_is_found(window: QWidget, qtbot: QtBot) -> None:
    column = QVBoxLayout(window)
    plain, ringed = QWidget(), QLineEdit()
    plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    plain.setMinimumHeight(30)
    for part in (plain, ringed, QSlider(Qt.Orientation.Horizontal)):
        column.addWidget(part)
    _show(window, qtbot)
    assert unseen(window, [plain, ringed], set()) == ["QWidget ''"]


def test_what_is_cut_or_lies_over_its_neighbour_is_found(window: QWidget, qtbot: QtBot) -> None:
    row = QHBoxLayout(window)
    label = QLabel("Far too many words for so little room")
    label.setFixedWidth(40)
    row.addWidget(label)
    _show(window, qtbot)
    assert [one for one in misfits(window) if "Far too many" in one]
    over, under = QPushButton("over", window), QPushButton("under", window)
    for button in (over, under):
        button.setGeometry(10, 200, 90, 30)
        button.show()
    assert "QPushButton 'over' over QPushButton 'under'" in misfits(window)


def test_enter_presses_a_button_as_the_space_bar_does(window: QWidget, qtbot: QtBot, ctx: UiContext) -> None:
    pressed: list[str] = []
    button = Button(ctx, "Close", on_click=lambda: pressed.append("close"))
    QVBoxLayout(window).addWidget(button)
    _show(window, qtbot)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["close"] * 3
