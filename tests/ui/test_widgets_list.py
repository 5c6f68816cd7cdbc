"""The list editor: chosen, added to, removed from and put in order by mouse and by keyboard."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import ItemList, RankList, Row
from tests.ui.list_tools import NAMES, Keeper


@pytest.fixture
def make(qtbot: QtBot, ctx: UiContext) -> Callable[..., Keeper]:
    return lambda names=NAMES: Keeper(qtbot, RankList(ctx, "Priority order", "Add a term"), names)


def test_arrow_keys_choose(make: Callable[..., Keeper]) -> None:
    keeper = make()
    keeper.view.focus_list()
    assert keeper.view.selected_id == "0"
    QTest.keyClick(keeper.view.view, Qt.Key.Key_Down)
    assert keeper.view.selected_id == "1"
    assert keeper.said == [("selected", "0"), ("selected", "1")]
    QTest.keyClick(keeper.view.view, Qt.Key.Key_Return)
    assert keeper.said[-1] == ("opened", "1")


def test_alt_and_arrows_move_and_keep_the_choice(make: Callable[..., Keeper]) -> None:
    keeper = make()
    keeper.view.focus_list()
    QTest.keyClick(keeper.view.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(keeper.view.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert keeper.order() == "1203"
    assert keeper.view.selected_id == "0"
    QTest.keyClick(keeper.view.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert keeper.order() == "1023"
    for _ in range(4):
        QTest.keyClick(keeper.view.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert keeper.order() == "0123"
    assert keeper.view.view.hasFocus()
    assert [said for said in keeper.said if said[0] == "selected"] == [("selected", "0")]


def test_delete_removes_and_chooses_the_neighbour(make: Callable[..., Keeper]) -> None:
    keeper = make()
    keeper.view.focus_list()
    keeper.view.select("2")
    QTest.keyClick(keeper.view.view, Qt.Key.Key_Delete)
    assert keeper.order() == "013"
    assert keeper.view.selected_id == "3"
    QTest.keyClick(keeper.view.view, Qt.Key.Key_Delete)
    assert keeper.view.selected_id == "1"
    QTest.keyClick(keeper.view.view, Qt.Key.Key_Delete)
    QTest.keyClick(keeper.view.view, Qt.Key.Key_Delete)
    assert keeper.order() == ""
    assert keeper.view.selected_id == ""
    assert keeper.said[-1] == ("selected", "")
    assert keeper.view.empty.isVisible()
    assert not keeper.view.view.isVisible()
    assert keeper.view.empty.button is QApplication.focusWidget()


def test_the_first_step_of_an_empty_list_adds(make: Callable[..., Keeper]) -> None:
    keeper = make(())
    assert keeper.view.empty.isVisible()
    keeper.view.focus_list()
    assert keeper.view.empty.button is not None
    QTest.keyClick(keeper.view.empty.button, Qt.Key.Key_Space)
    assert keeper.said == [("inserted", 0), ("selected", "new")]
    assert keeper.view.view.isVisible()
    assert not keeper.view.empty.isVisible()


def test_buttons_do_what_the_keys_do(make: Callable[..., Keeper]) -> None:
    keeper = make()
    view = keeper.view
    assert not view.up_button.isEnabled()
    view.select("1")
    view.up_button.click()
    assert keeper.order() == "1023"
    assert not view.up_button.isEnabled()
    view.down_button.click()
    assert keeper.order() == "0123"
    view.add_button.click()
    assert ("inserted", 2) in keeper.said
    assert view.selected_id == "new"
    view.remove_button.click()
    assert keeper.order() == "0123"


@pytest.mark.parametrize(
    ("start", "end", "part", "order"),
    [(0, 2, 0.9, "1203"), (3, 0, 0.1, "3012"), (2, 1, 0.9, "0123"), (1, 1, 0.9, "0123"), (0, 3, 0.2, "1203")],
)
def test_a_row_is_dragged_to_its_place(
    make: Callable[..., Keeper], start: int, end: int, part: float, order: str
) -> None:
    keeper = make()
    port = keeper.view.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=keeper.at(start))
    QTest.mouseMove(port, (keeper.at(start) + keeper.at(end, part)) / 2)
    QTest.mouseMove(port, keeper.at(end, part))
    assert keeper.view.view.dragging() or start == end
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=keeper.at(end, part))
    assert keeper.order() == order
    assert not keeper.view.view.dragging()
    assert keeper.view.selected_id == str(start)


def test_a_drag_below_the_last_row_goes_to_the_end_and_escape_ends_it(make: Callable[..., Keeper]) -> None:
    keeper = make()
    view = keeper.view.view
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=keeper.at(0))
    QTest.mouseMove(view.viewport(), keeper.at(2))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.dragging()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=keeper.at(2))
    assert keeper.order() == "0123"
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=keeper.at(0))
    QTest.mouseMove(view.viewport(), keeper.at(2))
    below = keeper.at(3) + QPoint(0, 300)
    QTest.mouseMove(view.viewport(), below)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert keeper.order() == "1230"


def test_a_double_click_goes_to_the_fields(make: Callable[..., Keeper]) -> None:
    keeper = make()
    QTest.mouseDClick(keeper.view.view.viewport(), Qt.MouseButton.LeftButton, pos=keeper.at(1))
    assert keeper.said[-1] == ("opened", "1")


def test_new_words_do_not_disturb_the_choice(make: Callable[..., Keeper]) -> None:
    keeper = make()
    keeper.view.select("1")
    keeper.said.clear()
    keeper.rows[1] = Row("1", "Remote work", "three days", "must have")
    keeper.view.set_items(keeper.rows)
    assert keeper.said == []
    assert keeper.view.selected_id == "1"
    keeper.view.set_items(list(reversed(keeper.rows)))
    assert keeper.said == []
    assert keeper.view.view.currentIndex().row() == 2


def test_a_screen_reader_hears_number_name_and_mark(qtbot: QtBot, ctx: UiContext) -> None:
    view = RankList(ctx, "Priority order", "Add a term")
    qtbot.addWidget(view)
    view.set_items([Row("a", "Base pay", "target 92,000", "must have"), Row("b", " ")])
    view.show()
    reached = QAccessible.queryAccessibleInterface(view.view)
    assert reached.text(QAccessible.Text.Name) == "Priority order"
    assert "Alt" in reached.text(QAccessible.Text.Description)
    assert reached.childCount() == 2
    first, second = reached.child(0), reached.child(1)
    assert first.text(QAccessible.Text.Name) == "1, Base pay, must have"
    assert first.text(QAccessible.Text.Description) == "target 92,000"
    assert second.text(QAccessible.Text.Name) == "2, Not named yet"
    plain = ItemList(ctx, "People", "Add a person")
    qtbot.addWidget(plain)
    plain.set_items([Row("a", "Dana")])
    assert QAccessible.queryAccessibleInterface(plain.view).child(0).text(QAccessible.Text.Name) == "Dana"


def test_three_hundred_rows_stay_quick(make: Callable[..., Keeper]) -> None:
    keeper = make(tuple(f"Entry {at}" for at in range(300)))
    keeper.view.focus_list()
    keeper.view.select("299")
    started = time.perf_counter()
    for _ in range(10):
        QTest.keyClick(keeper.view.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert keeper.rows[289].id == "299"
    # Generous, for a busy machine: what it guards against is work for each row at each key.
    assert time.perf_counter() - started < 1.0
    assert keeper.view.view.height() < 700
