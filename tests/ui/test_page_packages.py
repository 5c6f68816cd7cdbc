"""The Packages page: whole offers from the levels of the terms, and the pairs that do not go together."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.domain.base import revise
from counteroffer.domain.edits import Move, Remove, Set, find
from counteroffer.domain.packages import Slot
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import stored_sample
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.package_levels import NO_TERM, PickField
from counteroffer.ui.pages.package_picks import PicksTable
from counteroffer.ui.pages.packages import PackagesPage
from counteroffer.ui.widgets import Button, MoneyField, Words
from counteroffer.ui.widgets.inputs import ComboInput

from . import page_tools

Open = Callable[[Workbook], Bridge]
SAVED = ("packages", "saved")
BUDGET = ("packages", "budget")


@pytest.fixture
def filled(open_workbook: Open) -> Bridge:
    return open_workbook(stored_sample())


@pytest.fixture
def page(qtbot: QtBot, filled: Bridge, ctx: UiContext) -> PackagesPage:
    return page_tools.show(qtbot, PackagesPage(filled, ctx))


def table(page: PackagesPage) -> PicksTable:
    return page.findChildren(PicksTable)[0]


def picks(bridge: Bridge, package: str = "pk_home") -> dict[str, str]:
    """The levels of a package by term, without those that say no more than the offer."""
    held = find(bridge.workbook, (*SAVED, package, "picks"))
    return {pick.term: pick.option or pick.slot.value for pick in held if pick.slot is not Slot.OFFERED}


def choose(box: ComboInput, words: str) -> None:
    """Choose an entry of a box as from its open list."""
    at = next(at for at in range(box.count()) if words in box.itemText(at))
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_every_field_can_be_gone_to(qtbot: QtBot, page: PackagesPage) -> None:
    for path in page_tools.places(stored_sample(), "packages"):
        if "picks" in path:
            assert page.reveal(path)
            qtbot.waitUntil(lambda: QApplication.focusWidget() in table(page).boxes.values())
        else:
            page_tools.reveal(qtbot, page, path)


def test_the_first_package_is_one_click_away(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
    page = page_tools.show(qtbot, PackagesPage(bridge, ctx))
    assert page.copy.isHidden()
    button = page.saved.list.empty.button
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    name = QApplication.focusWidget()
    assert name is not None
    qtbot.keyClicks(name, "More time")
    (package,) = bridge.workbook.packages.saved
    assert package.name == "More time"
    assert page.saved.list.rows.rows()[0].title == "More time"
    assert page.copy.isVisible()
    bridge.undo()
    assert bridge.workbook.packages.saved[0].name == ""
    assert name.property("text") == ""
    bridge.undo()
    assert bridge.workbook.packages.saved == ()


def test_without_terms_the_table_leads_to_where_they_are_made(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
    page = page_tools.show(qtbot, PackagesPage(bridge, ctx))
    page.saved.list.add_button.click()
    button = table(page).empty.button
    assert button is not None
    assert button.isVisible()
    with qtbot.waitSignal(page.elsewhere) as led:
        button.click()
    assert led.args == [("terms",)]
    bridge.apply(Set(("terms",), ({"id": "pay", "name": "Base pay"},)))
    assert button.isHidden() or not button.isVisible()
    assert list(table(page).boxes) == ["pay"]
    assert table(page).boxes["pay"].itemText(0) == "As offered (nothing was said)"


def test_a_row_says_the_level_in_words(page: PackagesPage) -> None:
    boxes = table(page).boxes
    assert boxes["base_pay"].currentText() == "Target: €55,000 a year"
    assert boxes["probation"].currentText() == "As offered: 6 months"
    assert boxes["title"].currentText() == "Target: Senior planner, East Quay"
    levels = [boxes["base_pay"].itemText(at) for at in range(boxes["base_pay"].count())]
    assert levels[0] == "As offered: €50,000 a year"
    assert levels[-1] == "The most that Tamsin can sign: €54,000 a year"


def test_choosing_a_level_changes_the_pick_and_undo_shows_it(qtbot: QtBot, page: PackagesPage, filled: Bridge) -> None:
    box = table(page).boxes["base_pay"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert picks(filled)["base_pay"] == "opening"
    assert box.currentText() == "Opening: €57,000 a year"
    filled.undo()
    assert picks(filled)["base_pay"] == "target"
    assert box.currentText() == "Target: €55,000 a year"
    filled.redo()
    assert box.currentText() == "Opening: €57,000 a year"


def test_a_level_between_is_named_by_its_id(qtbot: QtBot, page: PackagesPage, filled: Bridge) -> None:
    table(page).choose("base_pay", "option:base_pay_limit")
    pick = filled.value((*SAVED, "pk_home", "picks", "pk_home_base_pay"))
    assert (pick.slot, pick.option) == (Slot.OPTION, "base_pay_limit")
    table(page).choose("base_pay", "target")
    pick = filled.value((*SAVED, "pk_home", "picks", "pk_home_base_pay"))
    assert (pick.slot, pick.option) == (Slot.TARGET, None)


def test_as_offered_takes_the_pick_away_and_another_level_brings_it(page: PackagesPage, filled: Bridge) -> None:
    table(page).choose("base_pay", "offered")
    assert "base_pay" not in {pick.term for pick in filled.value((*SAVED, "pk_home", "picks"))}
    assert table(page).boxes["base_pay"].currentText() == "As offered: €50,000 a year"
    table(page).choose("base_pay", "acceptable")
    assert picks(filled)["base_pay"] == "acceptable"
    assert page.saved.list.rows.rows()[0].summary.startswith("Changes 13 of 14 terms")


def test_two_picks_of_one_term_become_one(page: PackagesPage, filled: Bridge) -> None:
    twice = [{"term": "base_pay", "slot": "target"}, {"term": "base_pay", "slot": "opening"}]
    filled.apply(Set((*SAVED, "pk_home", "picks"), twice))
    assert table(page).boxes["base_pay"].currentText() == "Target: €55,000 a year"
    table(page).choose("base_pay", "acceptable")
    assert [pick.slot for pick in filled.value((*SAVED, "pk_home", "picks"))] == [Slot.ACCEPTABLE]


def test_all_at_once(page: PackagesPage, filled: Bridge) -> None:
    table(page).set_all(Slot.ACCEPTABLE)
    assert set(picks(filled).values()) == {"acceptable"}
    assert "probation" not in picks(filled)  # it has no such level
    table(page).set_all(Slot.OFFERED)
    assert filled.value((*SAVED, "pk_home", "picks")) == ()
    assert page.saved.list.rows.rows()[0].summary == "Everything as offered  ·  to put on the table"
    filled.undo()
    assert set(picks(filled).values()) == {"acceptable"}


def test_the_table_follows_the_chosen_package(page: PackagesPage, filled: Bridge) -> None:
    page.saved.choose("pk_end")
    assert table(page).boxes["base_pay"].currentText() == "The most that Tamsin can sign: €54,000 a year"
    table(page).choose("base_pay", "target")
    assert picks(filled, "pk_end")["base_pay"] == "target"
    assert picks(filled)["base_pay"] == "target"
    page.saved.choose("pk_home")
    assert table(page).boxes["base_pay"].currentText() == "Target: €55,000 a year"


def test_the_rows_follow_the_terms(page: PackagesPage, filled: Bridge) -> None:
    filled.apply(Set(("terms", "base_pay", "name"), "Pay & more"))
    filled.apply(Set(("terms", "base_pay", "target", "value"), {"kind": "amount", "amount": "56000"}))
    box = table(page).boxes["base_pay"]
    assert box.accessibleName() == "Pay & more"
    assert box.isVisible()
    assert "Pay && more" in [words.text() for words in table(page).findChildren(Words)]
    assert box.currentText() == "Target: €56,000 a year"
    filled.apply(Remove(("terms", "base_pay")))
    assert "base_pay" not in table(page).boxes
    filled.undo()
    assert next(iter(table(page).boxes)) == "base_pay"
    filled.apply(Set(("terms", "base_pay", "target", "value"), None))
    assert table(page).boxes["base_pay"].currentText() == "Target (not set)"


def test_a_row_made_late_takes_its_place_in_the_order_of_tab(qtbot: QtBot, page: PackagesPage, filled: Bridge) -> None:
    filled.apply(Move(("terms", "title"), 0))
    boxes = list(table(page).boxes.values())
    qtbot.waitUntil(boxes[1].isVisible)
    boxes[0].setFocus()
    qtbot.keyClick(boxes[0], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is boxes[1]
    qtbot.keyClick(boxes[1], Qt.Key.Key_Backtab)
    qtbot.keyClick(boxes[0], Qt.Key.Key_Backtab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == "All as offered"


def test_a_copy_stands_below_and_is_its_own(qtbot: QtBot, page: PackagesPage, filled: Bridge) -> None:
    page.copy.click()
    first, copy, *_ = filled.workbook.packages.saved
    assert copy.name == "More days from home, copy"
    assert [(pick.term, pick.slot) for pick in copy.picks] == [(pick.term, pick.slot) for pick in first.picks]
    assert not {pick.id for pick in copy.picks} & {pick.id for pick in first.picks}
    assert not copy.put_on_table
    assert page.saved.current == copy.id
    table(page).choose("base_pay", "offered")
    assert picks(filled)["base_pay"] == "target"


def test_packages_are_moved_and_removed(page: PackagesPage, filled: Bridge) -> None:
    page.saved.list.moved.emit("pk_home", 1)
    assert [one.id for one in filled.workbook.packages.saved][:2] == ["pk_days", "pk_home"]
    page.saved.list.removed.emit("pk_home")
    assert "pk_home" not in [one.id for one in filled.workbook.packages.saved]
    assert page.saved.current == "pk_start"
    filled.undo()
    assert [row.id for row in page.saved.list.rows.rows()][:2] == ["pk_days", "pk_home"]


def test_a_budget_that_cannot_be_read_stays_with_a_hint(qtbot: QtBot, page: PackagesPage, filled: Bridge) -> None:
    before = filled.workbook
    budget = page_tools.field(page, MoneyField, *BUDGET)
    page_tools.type_into(qtbot, page_tools.reveal(qtbot, page, BUDGET), "nine or so")
    qtbot.waitUntil(lambda: budget.hint_view.isVisible())
    assert budget.input.line.text() == "nine or so"
    assert filled.workbook is before
    page_tools.type_into(qtbot, budget.input.line, "9.5k")
    assert filled.workbook.packages.budget == Decimal(9500)
    assert not budget.hint_view.isVisible()


def test_a_pair_begins_open_and_is_filled_in(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    sample = stored_sample()
    bridge = open_workbook(revise(sample, packages=revise(sample.packages, exclusions=())))
    page = page_tools.show(qtbot, PackagesPage(bridge, ctx))
    page.exclusions.list.add_button.click()
    (pair,) = bridge.workbook.packages.exclusions
    assert pair.first.term == NO_TERM
    assert page.exclusions.list.rows.rows()[0].title == "A pair that is still open"
    at = ("packages", "exclusions", pair.id)
    first = page_tools.field(page, PickField, *at, "first")
    assert first.term.currentText() == ""
    assert not first.level.isEnabled()
    assert QApplication.focusWidget() is first.term
    choose(first.term, "Base pay")
    assert first.level.currentText() == "As offered: €50,000 a year"
    choose(first.level, "Opening")
    second = page_tools.field(page, PickField, *at, "second")
    choose(second.term, "Sign-on bonus")
    (pair,) = bridge.workbook.packages.exclusions
    assert (pair.first.term, pair.first.slot) == ("base_pay", Slot.OPENING)
    assert (pair.second.term, pair.second.slot) == ("sign_on", Slot.OFFERED)
    assert page.exclusions.list.rows.rows()[0].title == "Base pay (€57,000 a year), not with Sign-on bonus (€0 once)"
    bridge.undo()
    assert second.term.currentText() == ""


def test_another_term_keeps_its_level_only_where_it_has_it(qtbot: QtBot, page: PackagesPage, filled: Bridge) -> None:
    first = page_tools.field(page, PickField, "packages", "exclusions", "ex_finance", "first")
    kept = filled.workbook.packages.exclusions[0].first.id
    choose(first.term, "Title")
    assert first.level.currentText() == "Opening: Lead planner, East Quay"
    choose(first.term, "Probation")
    assert first.level.currentText() == "As offered: 6 months"
    held = filled.workbook.packages.exclusions[0].first
    assert (held.id, held.term, held.slot) == (kept, "probation", Slot.OFFERED)


def test_pairs_follow_the_chosen_one_and_the_terms(page: PackagesPage, filled: Bridge) -> None:
    page.exclusions.choose("ex_bonus")
    first = page_tools.field(page, PickField, "packages", "exclusions", "ex_bonus", "first")
    assert first.term.currentText() == "Yearly bonus"
    filled.apply(Set(("terms", "bonus", "name"), "Bonus"))
    assert first.term.currentText() == "Bonus"
    assert page.exclusions.list.rows.rows()[1].title.startswith("Bonus (4 % of pay)")
