"""The catalogue: found by words, ticked, and added in one step; and the line past five asks."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Set
from counteroffer.domain.terms import Purpose, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.catalogue_picker import PICKER, CataloguePicker
from counteroffer.ui.pages.fewer_asks import FewerAsks
from counteroffer.ui.pages.offer import OfferPage
from counteroffer.ui.pages.priorities import PrioritiesPage
from counteroffer.ui.widgets import Button
from tests.ui.page_tools import show
from tests.ui.term_tools import WORKBOOK, editor, out_of_reading_order

Open = Callable[[Workbook], Bridge]


@pytest.fixture
def bridge(open_workbook: Open) -> Bridge:
    return open_workbook(WORKBOOK)


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> PrioritiesPage:
    page = show(qtbot, PrioritiesPage(bridge, ctx))
    page.catalogue.button.click()
    return page


def picker(page: PrioritiesPage) -> CataloguePicker:
    return page.catalogue.picker


def key(where: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(where, key, modifier)


def rows(one: CataloguePicker) -> list[str]:
    """What is in view, headings included."""
    return [str(one.rows.index(at).data()) for at in range(one.rows.rowCount())]


def tick(one: CataloguePicker, *words: str) -> None:
    for each in words:
        one.line.setText(each)
        key(one.line, Qt.Key.Key_Return)


def test_it_stands_in_place_of_the_cards(page: PrioritiesPage) -> None:
    assert picker(page).isVisible()
    assert not page.column.isVisible()
    assert page.side.isVisible()
    assert picker(page).line.hasFocus()
    key(picker(page).line, Qt.Key.Key_Escape)
    assert page.column.isVisible()
    assert not picker(page).isVisible()
    assert page.catalogue.button.hasFocus()


def test_all_of_it_is_there_under_its_headings(page: PrioritiesPage) -> None:
    names = rows(picker(page))
    assert len(names) == len(catalogue().benefits) + len(catalogue().groups)
    assert names[:2] == ["Pay", "Base pay"]
    heading = picker(page).rows.index(0)
    assert heading.flags() & (Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable) == Qt.ItemFlag(0)


def test_a_part_of_it(page: PrioritiesPage) -> None:
    picker(page).group.setCurrentIndex(picker(page).group.findData("growth"))
    names = rows(picker(page))
    assert names[0] == "Growth"
    assert len(names) == 1 + sum(one.group == "growth" for one in catalogue().benefits)


def test_words_find_names_first(page: PrioritiesPage) -> None:
    QTest.keyClicks(picker(page).line, "PARKÍNG")
    assert rows(picker(page))[0] == "Parking space"
    picker(page).line.setText("zebra")
    assert picker(page).nothing.isVisible()
    assert not picker(page).list.isVisible()
    key(picker(page).line, Qt.Key.Key_Escape)
    assert picker(page).line.text() == ""
    assert picker(page).isVisible()


def test_several_are_added_in_one_step(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    assert not picker(page).add_button.isEnabled()
    tick(picker(page), "parking", "remote work", "title")
    assert picker(page).add_button.text() == "Add these 3"
    assert bridge.workbook == WORKBOOK
    picker(page).add_button.click()
    added = bridge.workbook.terms[3:]
    assert [term.benefit for term in added] == ["parking", "remote_work", "title"]
    assert [term.valuation.formula for term in added] == ["allowance", "remote_days", ""]
    assert page.column.isVisible()
    assert bridge.term == added[0].id
    qtbot.waitUntil(editor(page, "terms", added[0].id, "name").has_input_focus)
    bridge.undo()
    assert bridge.workbook == WORKBOOK


def test_the_keyboard_alone_is_enough(page: PrioritiesPage, bridge: Bridge) -> None:
    one = picker(page)
    QTest.keyClicks(one.line, "insurance")
    key(one.line, Qt.Key.Key_Down)
    assert one.list.hasFocus()
    first = one.rows.benefit(0)
    assert one.list.currentIndex().row() == 0
    key(one.list, Qt.Key.Key_Space)
    key(one.list, Qt.Key.Key_Down)
    key(one.list, Qt.Key.Key_Return)
    key(one.list, Qt.Key.Key_Space)
    assert one.ticked == (first,)
    key(one.list, Qt.Key.Key_Up)
    key(one.list, Qt.Key.Key_Up)
    assert one.line.hasFocus()
    key(one.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert first is not None
    assert bridge.workbook.terms[-1].benefit == first.key


def test_the_arrow_keys_pass_over_headings(page: PrioritiesPage) -> None:
    one = picker(page)
    key(one.line, Qt.Key.Key_Down)
    assert one.list.currentIndex().row() == 1
    for _at in range(len(catalogue().benefits) + 5):
        assert one.rows.benefit(one.list.currentIndex().row()) is not None
        key(one.list, Qt.Key.Key_Down)
    assert one.list.currentIndex().row() == one.rows.rowCount() - 1


def test_a_click_ticks(page: PrioritiesPage) -> None:
    one = picker(page)
    one.line.setText("parking")
    QApplication.processEvents()
    middle = one.list.visualRect(one.rows.index(0)).center()
    QTest.mouseClick(one.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert [each.key for each in one.ticked] == ["parking"]
    assert one.rows.index(0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    QTest.mouseClick(one.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert one.ticked == ()


def test_what_is_there_is_said_and_not_ticked(page: PrioritiesPage, bridge: Bridge) -> None:
    one = picker(page)
    index = one.rows.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Base pay, is in your list"
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None
    tick(one, "base pay")
    assert one.ticked == ()
    one.line.clear()
    bridge.apply(Set(("terms", "pay", "name"), "Wages"))
    assert one.rows.index(1).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_a_reader_hears_what_it_is_and_where(page: PrioritiesPage) -> None:
    one = picker(page)
    one.line.setText("vouchers")
    said = one.rows.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said.endswith("Only in some countries.")
    one.line.setText("health savings")
    assert one.rows.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole).endswith("Only in: United States.")
    for widget in (one, one.line, one.group, one.list, one.add_button, one.own_button, one.close_button):
        assert widget.accessibleName(), widget


def test_something_of_ones_own(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    picker(page).line.setText("  A berth  for my boat ")
    picker(page).own_button.click()
    added = bridge.workbook.terms[-1]
    assert (added.name, added.benefit) == ("A berth for my boat", "")
    qtbot.waitUntil(editor(page, "terms", added.id, "name").has_input_focus)
    page.catalogue.open()
    picker(page).line.setText("parking")
    picker(page).own_button.click()
    assert bridge.workbook.terms[-1].name == ""


def test_past_five_asks_it_says_what_is_kept(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    bridge = open_workbook(Workbook(terms=tuple(Term(id=f"t{at}", name=f"Term {at}") for at in range(4))))
    page = show(qtbot, PrioritiesPage(bridge, ctx))
    page.catalogue.open()
    one = picker(page)
    tick(one, "parking")
    assert not one.note.isVisible()
    tick(one, "title")
    assert one.note.text() == "Five asks are heard better than six. Kept to trade with: Title."
    one.add_button.click()
    assert [term.purpose for term in bridge.workbook.terms[4:]] == [Purpose.ASK, Purpose.TRADE]
    page.catalogue.open()
    assert one.ticked == ()
    tick(one, "parental")
    assert one.note.text() == "Five asks are heard better than six; this one is kept to trade with."


def test_many_are_named_in_short(page: PrioritiesPage) -> None:
    one = picker(page)
    key(one.line, Qt.Key.Key_Down)
    for _at in range(9):
        key(one.list, Qt.Key.Key_Down)
        key(one.list, Qt.Key.Key_Space)
    assert " more" in one.chosen.text()


def test_going_to_a_field_leads_out_of_it(page: PrioritiesPage, bridge: Bridge) -> None:
    assert page.reveal(("terms", "days", "name"))
    assert page.column.isVisible()
    assert page.reveal(PICKER)
    assert picker(page).isVisible()
    page.list.select("bus")
    assert page.column.isVisible()
    assert page.about.title.text() == "Bus pass"


def test_from_the_offer_one_gets_there_too(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
    offer = show(qtbot, OfferPage(bridge, ctx))
    (door,) = [one for one in offer.findChildren(Button) if one.text() == "From the catalogue …"]
    with qtbot.waitSignal(offer.elsewhere) as gone:
        door.click()
    assert gone.args == [PICKER]


def test_tab_goes_as_one_reads(page: PrioritiesPage) -> None:
    assert out_of_reading_order(picker(page)) == []


def test_it_opens_and_finds_at_once(page: PrioritiesPage) -> None:
    page.catalogue.close()
    began = perf_counter()
    page.catalogue.open()
    for at in range(1, 9):
        picker(page).line.setText("remote w"[:at])
        QApplication.processEvents()
    assert perf_counter() - began < 2, "nine looks at all of it, on whatever machine this is"


# Past five asks


def test_the_last_of_six_can_be_kept_to_trade_with(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    terms = tuple(Term(id=f"t{at}", name=f"Term {at}") for at in range(6))
    bridge = open_workbook(Workbook(terms=terms))
    page = show(qtbot, PrioritiesPage(bridge, ctx))
    (line,) = page.findChildren(FewerAsks)
    assert line.isVisible()
    assert "6 things" in line.words.text()
    assert line.button.text() == "Keep “Term 5” to trade with"
    line.button.click()
    assert bridge.workbook.terms[5].purpose is Purpose.TRADE
    assert not line.isVisible()
    bridge.undo()
    assert line.isVisible()
    bridge.apply(Set(("terms", "t5", "name"), "R&D time"))
    assert line.button.text() == "Keep “R&D time” to trade with"
    assert line.button.accessibleName() == "Keep “R&D time” to trade with"


def test_it_is_made_when_it_is_first_opened(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
    page = show(qtbot, PrioritiesPage(bridge, ctx))
    assert page.findChild(CataloguePicker) is None
    page.catalogue.open()
    assert page.findChild(CataloguePicker) is picker(page)
    assert out_of_reading_order(picker(page)) == []
