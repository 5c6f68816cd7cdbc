"""The line that narrows a long list: what is in view, what is chosen, and that nothing is changed by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from counteroffer.domain.research import Finding, Research
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.items import ItemsEditor, Sort
from counteroffer.ui.pages.priorities import PrioritiesPage
from counteroffer.ui.theme import Size
from counteroffer.ui.widgets import ItemList, LineField, RankList, Row
from counteroffer.ui.widgets.narrowing import Narrowing
from counteroffer.ui.widgets.tab_order import stops
from tests.ui.focus_order import stops as tabbed
from tests.ui.hearing import hearing
from tests.ui.list_tools import Keeper
from tests.ui.page_tools import reveal, show, type_into
from tests.ui.term_tools import drag

Open = Callable[[Workbook], Bridge]
Make = Callable[..., Keeper]
MANY = tuple(f"Number {at} is about {'buses' if at % 10 == 0 else 'pay'}" for at in range(100))
PLACES = ("Żelazny, Łódź", "Αθήνα", "مدرسة", "Straße", "Zürich 4000", *(f"Place {at}" for at in range(10)))


@pytest.fixture
def make(qtbot: QtBot, ctx: UiContext) -> Make:
    return lambda names=MANY: Keeper(qtbot, RankList(ctx, "Priority order", "Add a term"), names)


def line_of(items: ItemList) -> Narrowing:
    (found,) = items.findChildren(Narrowing)
    return found


def look_for(items: ItemList, words: str) -> Narrowing:
    """Type words into the line and go on into the list; returns what they were typed into."""
    narrowing = line_of(items)
    narrowing.line.setFocus()
    narrowing.line.selectAll()
    QTest.keyClicks(narrowing.line, words)
    QTest.keyClick(narrowing.line, Qt.Key.Key_Down)
    return narrowing


def in_view(items: ItemList) -> list[str]:
    """The ids of the rows that are in view."""
    return [row.id for row in items.rows.rows()]


def test_a_short_list_does_not_even_make_the_line(make: Make) -> None:
    keeper = make(MANY[: Size.MOST_ROWS])
    assert keeper.view.findChildren(Narrowing) == []
    keeper.insert(0)
    assert line_of(keeper.view).isVisible()
    keeper.remove("new")
    assert not line_of(keeper.view).isVisible()


def test_only_rows_with_all_the_words_stay_in_view(make: Make) -> None:
    keeper = make()
    high = keeper.view.view.height()
    narrowing = look_for(keeper.view, "BUSES 7")
    assert in_view(keeper.view) == ["70"]
    assert keeper.view.selected_id == "70"
    assert narrowing.found.text() == "1 of 100"
    assert 0 < keeper.view.view.height() < high / 4
    assert QApplication.focusWidget() is keeper.view.view
    assert [row.id for row in keeper.rows] == [str(at) for at in range(100)]


def test_escape_brings_all_back_and_keeps_the_choice(make: Make) -> None:
    keeper = make()
    high = keeper.view.view.height()
    for place in ("list", "line"):
        narrowing = look_for(keeper.view, "buses 7")
        QTest.keyClick(keeper.view.view if place == "list" else narrowing.line, Qt.Key.Key_Escape)
        assert len(in_view(keeper.view)) == 100
        assert keeper.view.selected_id == "70"
        assert narrowing.line.text() == ""
        assert not narrowing.found.isVisible()
        assert keeper.view.view.height() == high
        row = keeper.view.view.visualRect(keeper.view.rows.index(70))
        assert keeper.view.view.viewport().rect().contains(row.center())


@pytest.mark.parametrize(
    ("typed", "found"),
    [("zelazny lodz", "0"), ("ΑΘΗΝΑ", "1"), ("αθηνα", "1"), ("مدرسه", "2"), ("strasse", "3"), ("٤٠٠٠ zur", "4")],
)
def test_words_are_found_however_they_are_written(make: Make, typed: str, found: str) -> None:
    keeper = make(PLACES)
    line_of(keeper.view).line.setText(typed)
    assert in_view(keeper.view) == [found]


def test_summary_mark_and_the_name_of_what_has_none_are_looked_at_too(make: Make) -> None:
    keeper = make()
    keeper.rows[4:6] = [Row("4", "", "two days"), Row("5", "Paid leave", "", "must have")]
    keeper.view.set_items(keeper.rows)
    for words, found in (("TWO days", "4"), ("must", "5"), ("not named", "4")):
        look_for(keeper.view, words)
        assert in_view(keeper.view) == [found]


def test_the_choice_waits_for_typing_to_rest_and_stays_where_it_is_in_view(qtbot: QtBot, make: Make) -> None:
    keeper = make()
    keeper.view.select("70")
    keeper.said.clear()
    narrowing = line_of(keeper.view)
    with qtbot.waitSignal(narrowing.rested):
        QTest.keyClicks(narrowing.line, "buses")
    assert keeper.said == []
    with qtbot.waitSignal(narrowing.rested):
        QTest.keyClicks(narrowing.line, " 9")
        assert keeper.view.selected_id == "70"
        assert not keeper.view.remove_button.isEnabled()
    assert keeper.said == [("selected", "90")]
    assert keeper.view.remove_button.isEnabled()


def test_the_keys_choose_nothing_that_is_out_of_view(make: Make) -> None:
    keeper = make()
    look_for(keeper.view, "buses")
    for key, chosen in ((Qt.Key.Key_Down, "10"), (Qt.Key.Key_End, "90"), (Qt.Key.Key_Up, "80"), (Qt.Key.Key_Home, "0")):
        QTest.keyClick(keeper.view.view, key)
        assert keeper.view.selected_id == chosen
    QTest.keyClicks(keeper.view.view, "Number 1 is")
    assert keeper.view.selected_id in in_view(keeper.view)


def test_where_nothing_has_the_words_nothing_can_be_removed(make: Make) -> None:
    keeper = make()
    keeper.view.select("3")
    narrowing = look_for(keeper.view, "trams")
    assert narrowing.found.text() == "None of 100 has these words."
    assert QApplication.focusWidget() is narrowing.line
    assert not keeper.view.view.isVisible()
    assert not keeper.view.empty.isVisible()
    assert not keeper.view.remove_button.isEnabled()
    assert keeper.view.selected_id == "3"
    look_for(keeper.view, "buses")
    assert keeper.view.view.isVisible()
    assert keeper.view.selected_id == "0"


def test_what_is_gone_to_or_new_is_in_view(make: Make) -> None:
    keeper = make()
    narrowing = look_for(keeper.view, "buses")
    keeper.view.select("30")
    assert narrowing.line.text() == "buses"
    keeper.view.select("7")
    assert keeper.view.selected_id == "7"
    assert (narrowing.line.text(), len(in_view(keeper.view))) == ("", 100)
    look_for(keeper.view, "buses 3")
    keeper.view.add_button.click()
    assert ("inserted", 31) in keeper.said
    assert keeper.view.selected_id == "new"
    assert len(in_view(keeper.view)) == 101


def test_a_row_stays_in_view_while_its_words_change(make: Make) -> None:
    keeper = make()
    look_for(keeper.view, "buses 7")
    keeper.rows[70] = Row("70", "Trams")
    keeper.view.set_items(keeper.rows)
    assert in_view(keeper.view) == ["70"]
    keeper.rows[12] = Row("12", "Buses, 7 an hour")
    keeper.view.set_items(keeper.rows)
    assert in_view(keeper.view) == ["12", "70"]
    look_for(keeper.view, "buses")
    assert "70" not in in_view(keeper.view)


def test_a_neighbour_in_view_follows_what_was_removed(make: Make) -> None:
    keeper = make()
    narrowing = look_for(keeper.view, "buses")
    keeper.view.select("80")
    for chosen in ("90", "70", "60"):
        QTest.keyClick(keeper.view.view, Qt.Key.Key_Delete)
        assert keeper.view.selected_id == chosen
        assert keeper.view.view.hasFocus()
    assert narrowing.line.text() == "buses"
    assert narrowing.found.text() == "7 of 97"
    look_for(keeper.view, "buses 6")
    QTest.keyClick(keeper.view.view, Qt.Key.Key_Delete)
    assert narrowing.line.text() == ""
    assert keeper.view.selected_id == "61"
    assert len(in_view(keeper.view)) == 96
    assert keeper.view.view.hasFocus()


def test_the_words_do_not_outlast_the_entries_they_were_meant_for(make: Make) -> None:
    keeper = make()
    narrowing = look_for(keeper.view, "buses")
    keeper.view.set_items([Row(f"other{at}", f"Buses {at}") for at in range(20)])
    assert len(in_view(keeper.view)) == 20
    assert narrowing.line.text() == ""
    assert not narrowing.found.isVisible()


def test_a_row_takes_the_place_of_its_neighbour_in_view(make: Make) -> None:
    keeper = make()
    look_for(keeper.view, "buses")
    keeper.view.select("30")
    assert keeper.view.up_button.isEnabled()
    with hearing() as said:
        QTest.keyClick(keeper.view.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert keeper.said[-1] == ("moved", "30", 20)
    assert said == ["Number 30 is about buses is now number 21 of 100."]
    assert in_view(keeper.view)[:5] == ["0", "10", "30", "20", "40"]
    keeper.view.down_button.click()
    assert keeper.said[-1] == ("moved", "30", 21)
    assert in_view(keeper.view)[:5] == ["0", "10", "20", "30", "40"]
    drag(keeper.view, 4, 1)
    assert keeper.said[-1] == ("moved", "40", 10)
    assert in_view(keeper.view)[:4] == ["0", "40", "10", "20"]
    drag(keeper.view, 0, 2)
    assert keeper.said[-1] == ("moved", "0", 10)
    QTest.keyClick(keeper.view.view, Qt.Key.Key_Home)
    assert not keeper.view.up_button.isEnabled()
    assert keeper.view.selected_id == in_view(keeper.view)[0]


def test_a_row_keeps_the_number_of_its_rank(make: Make) -> None:
    keeper = make()
    look_for(keeper.view, "buses 7")

    def told() -> str:
        return QAccessible.queryAccessibleInterface(keeper.view.view).child(0).text(QAccessible.Text.Name)

    assert told() == "71, Number 70 is about buses"
    assert QAccessible.queryAccessibleInterface(keeper.view.view).childCount() == 1
    keeper.remove("3")
    assert told() == "70, Number 70 is about buses"


def test_a_screen_reader_hears_what_the_line_is_for_and_how_many_are_left(qtbot: QtBot, make: Make) -> None:
    keeper = make()
    narrowing = line_of(keeper.view)
    assert narrowing.line.accessibleName() == "Find in the list: Priority order"
    with hearing() as said, qtbot.waitSignal(narrowing.rested):
        QTest.keyClicks(narrowing.line, "buses 7")
    assert said == ["1 of 100"]


def test_tab_goes_from_the_line_to_the_rows(make: Make) -> None:
    keeper = make()
    parts, caught = tabbed(keeper.view)
    assert not caught
    assert parts[:2] == [line_of(keeper.view).line, keeper.view.view]
    assert stops(keeper.view)[-1] is keeper.view.remove_button


# On a page


def finding_fields(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(form.field("statement"))


@pytest.fixture
def findings(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> ItemsEditor:
    """Three hundred findings with the fields of the chosen one."""
    entries = tuple(Finding(id=f"f{at}", statement=words) for at, words in enumerate(MANY * 3))
    bridge = open_workbook(Workbook(research=Research(findings=entries)))
    made = ItemsEditor(
        bridge,
        ctx,
        ("research", "findings"),
        "Findings",
        [Sort(Finding, "Add", finding_fields)],
        lambda one: (one.statement, ""),
        "",
    )
    qtbot.addWidget(made)
    made.resize(700, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_the_fields_follow_the_line(findings: ItemsEditor) -> None:
    look_for(findings.list, "buses 70")
    assert findings.current == "f70"
    findings.list.remove_button.click()
    assert findings.current == "f170"
    assert in_view(findings.list) == ["f170", "f270"]
    findings.bridge.undo()
    assert in_view(findings.list) == ["f70", "f170", "f270"]
    field = findings.field_at(("research", "findings", "f7", "statement"))
    assert isinstance(field, LineField)
    assert field.path[2] == findings.current == "f7"
    assert len(in_view(findings.list)) == 300
    look_for(findings.list, "buses 70")
    findings.list.add_button.click()
    assert findings.current == in_view(findings.list)[-1]
    assert len(in_view(findings.list)) == 301


def test_an_entry_is_written_in_while_the_list_is_narrowed(findings: ItemsEditor, qtbot: QtBot) -> None:
    look_for(findings.list, "buses 70")
    field = findings.field_at(("research", "findings", "f70", "statement"))
    assert isinstance(field, LineField)
    type_into(qtbot, field.input, "Trams")
    assert in_view(findings.list) == ["f70", "f170", "f270"]
    assert findings.list.rows.rows()[0].title == "Trams"
    parts, caught = tabbed(findings)
    assert not caught
    assert parts.index(line_of(findings.list).line) < parts.index(findings.list.view) < parts.index(field.input)


def test_a_hundred_terms_beside_their_page(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    terms = tuple(Term(id=f"t{at}", name=words) for at, words in enumerate(MANY))
    bridge = open_workbook(Workbook(terms=terms))
    page = show(qtbot, PrioritiesPage(bridge, ctx))
    page.resize(740, 560)
    qtbot.waitUntil(lambda: page.list.geometry().bottom() <= page.side.height())
    rows, high = page.list.view.most_rows, page.list.view.height()
    narrowing = look_for(page.list, "buses 7")
    assert bridge.term == "t70"
    assert page.about.title.text() == "Number 70 is about buses"
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert bridge.term == "t71"
    assert narrowing.line.text() == ""
    assert (page.list.view.most_rows, page.list.view.height()) == (rows, high)
    look_for(page.list, "buses")
    reveal(qtbot, page, ("terms", "t5", "name"))
    assert narrowing.line.text() == ""
    assert page.list.selected_id == "t5"
    assert page.list.geometry().bottom() <= page.side.height()
