"""Justifications: the line to say, and what carries it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.domain.justifications import Justification, Need
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.items import ItemsEditor
from counteroffer.ui.pages.justifications import JustificationsPage
from counteroffer.ui.widgets import ChoiceField, FlagField, LinksField, TextField
from tests.ui.page_tools import field, reveal, show, type_into
from tests.ui.term_tools import RESEARCH, WORKBOOK, editor, fields_of, out_of_reading_order

Open = Callable[[Workbook], Bridge]


@pytest.fixture
def bridge(open_workbook: Open) -> Bridge:
    return open_workbook(WORKBOOK)


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> JustificationsPage:
    return show(qtbot, JustificationsPage(bridge, ctx))


def pay(bridge: Bridge) -> Justification:
    return bridge.workbook.terms[0].justification


def items(page: JustificationsPage, name: str) -> ItemsEditor:
    path = ("terms", "pay", "justification", name)
    return next(one for one in page.findChildren(ItemsEditor) if one.path == path)


def test_each_field_of_a_justification_has_an_editor(page: JustificationsPage) -> None:
    paths = fields_of("justifications")
    assert len(paths) > 10
    for path in paths:
        assert editor(page, *path).isVisibleTo(page), path


def test_the_line_comes_first_and_is_written_into_the_workbook(
    qtbot: QtBot, page: JustificationsPage, bridge: Bridge
) -> None:
    page.list.opened.emit("pay")
    place = QApplication.focusWidget()
    assert place is not None
    type_into(qtbot, place, "I would like 57,000. Is that possible?")
    assert pay(bridge).line == "I would like 57,000. Is that possible?"
    bridge.undo()
    assert field(page, TextField, "terms", "pay", "justification", "line").input.text() == ""


def test_reasons_are_added_moved_removed_and_come_back(qtbot: QtBot, page: JustificationsPage, bridge: Bridge) -> None:
    reasons = items(page, "reasons")
    assert [(row.title, row.summary) for row in reasons.list.rows.rows()] == [
        ("The range says so", "Work-life balance  ·  stays with you"),
        ("", "Work-life balance  ·  stays with you"),
    ]
    reasons.list.down_button.click()
    assert [one.id for one in pay(bridge).reasons] == ["r2", "r1"]
    reasons.list.add_button.click()
    added = pay(bridge).reasons[2]
    assert reasons.current == added.id
    assert added.need is Need.OTHER
    statement = field(page, TextField, "terms", "pay", "justification", "reasons", added.id, "statement")
    qtbot.waitUntil(statement.has_input_focus)
    need = field(page, ChoiceField, "terms", "pay", "justification", "reasons", added.id, "need")
    need.input.setCurrentIndex(need.input.findData(Need.GROWTH.value))
    need.input.activated.emit(need.input.currentIndex())
    field(page, FlagField, "terms", "pay", "justification", "reasons", added.id, "sayable").input.click()
    assert pay(bridge).reasons[2].need is Need.GROWTH
    assert reasons.list.rows.rows()[2].summary == "Growth  ·  may be said"
    reasons.list.remove_button.click()
    assert [one.id for one in pay(bridge).reasons] == ["r2", "r1"]
    change = bridge.undo()
    assert change is not None
    reveal(qtbot, page, (*change.paths[0], "statement"))
    assert reasons.current == added.id


def test_evidence_is_chosen_from_research(page: JustificationsPage, bridge: Bridge) -> None:
    evidence = field(page, LinksField, "terms", "pay", "justification", "evidence")
    assert evidence._options == [("f1", "Analysts are paid 54,000"), ("f2", "Union scale")]
    evidence.toggle("f2", True)
    assert pay(bridge).evidence == ("f2",)
    achievements = field(page, LinksField, "terms", "pay", "justification", "achievements")
    achievements.toggle("c1", True)
    assert pay(bridge).achievements == ("c1",)
    needs = field(page, LinksField, "terms", "pay", "justification", "gains", "g1", "links")
    needs.toggle("i1", True)
    assert pay(bridge).gains[0].links == ("i1",)
    page.list.select("days")
    assert evidence.path == ("terms", "days", "justification", "evidence")
    assert not evidence.chips.isVisible()


def test_long_evidence_does_not_widen_the_page(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    finding = RESEARCH.findings[0].model_copy(update={"statement": "Planners with a berth of their own " * 8})
    research = RESEARCH.model_copy(update={"findings": (finding,)})
    bridge = open_workbook(WORKBOOK.model_copy(update={"research": research}))
    page = show(qtbot, JustificationsPage(bridge, ctx))
    field(page, LinksField, "terms", "pay", "justification", "evidence").toggle("f1", True)
    qtbot.waitUntil(lambda: page.column.widget().width() == page.column.viewport().width())


def test_the_ask_stands_above_and_leads_to_its_levels(qtbot: QtBot, page: JustificationsPage) -> None:
    assert page.about.title.text() == "Base pay"
    assert page.about.caption.text() == "They offer: €50,000 a year  ·  Your target: €55,000 a year"
    with qtbot.waitSignal(page.elsewhere) as gone:
        page.levels_link.click()
    assert gone.args == [("terms", "pay", "opening", "value")]


def test_a_new_term_is_named_where_names_stand(qtbot: QtBot, page: JustificationsPage, bridge: Bridge) -> None:
    with qtbot.waitSignal(page.elsewhere) as gone:
        page.list.add_button.click()
    added = bridge.workbook.terms[-1]
    assert bridge.term == added.id
    assert gone.args == [("terms", added.id, "name")]


def test_undo_of_what_is_on_another_page_ends_at_the_list(qtbot: QtBot, page: JustificationsPage) -> None:
    assert page.reveal(("terms", "days", "name"))
    qtbot.waitUntil(page.list.view.hasFocus)
    assert page.term is not None
    assert page.term.id == "days"
    assert not page.reveal(("situation", "employer"))


def test_tab_goes_as_one_reads(page: JustificationsPage) -> None:
    page.list.select("bus")
    page.list.select("pay")
    assert out_of_reading_order(page.column) == []
