"""Alternatives: for each ask, six kinds of other ways, each with its own fields."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from counteroffer.domain.alternatives import Alternative, InSteps, Substitute, Trial
from counteroffer.domain.edits import Set
from counteroffer.domain.justifications import Justification, Need, Reason
from counteroffer.domain.levels import AmountValue, NumberValue, TextValue, Unit
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.alternatives import SORTS, AlternativesPage
from counteroffer.ui.widgets import ChoiceField, LevelField
from tests.ui.page_tools import field, reveal, show, type_into
from tests.ui.term_tools import WORKBOOK, editor, fields_of, out_of_reading_order

Open = Callable[[Workbook], Bridge]


@pytest.fixture
def bridge(open_workbook: Open) -> Bridge:
    return open_workbook(WORKBOOK)


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> AlternativesPage:
    return show(qtbot, AlternativesPage(bridge, ctx))


def alternatives(bridge: Bridge, at: int = 0) -> tuple[Alternative, ...]:
    return bridge.workbook.terms[at].alternatives


def choose_unit(page: AlternativesPage, item_id: str, unit: Unit) -> None:
    place = field(page, ChoiceField, "terms", "pay", "alternatives", item_id, "unit")
    place.input.setCurrentIndex(place.input.findData(unit.value))
    place.input.activated.emit(place.input.currentIndex())


def test_each_field_of_an_alternative_has_an_editor(page: AlternativesPage) -> None:
    paths = fields_of("alternatives")
    assert len(paths) > 10
    for path in paths:
        assert editor(page, *path).isVisibleTo(page), path


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.model.__name__)
def test_each_kind_is_added_from_the_menu(qtbot: QtBot, page: AlternativesPage, bridge: Bridge, sort: object) -> None:
    page.list.select("bus")
    button = page.alternatives.list.empty.button
    assert button is not None
    button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert words == [one.add for one in SORTS]
    at = SORTS.index(sort)  # type: ignore[arg-type]
    menu.actions()[at].trigger()
    menu.close()
    (added,) = alternatives(bridge, 2)
    assert type(added) is SORTS[at].model
    title = editor(page, "terms", "bus", "alternatives", added.id, "title")
    qtbot.waitUntil(title.has_input_focus)
    assert page.alternatives.list.rows.rows()[0].summary == SORTS[at].add


def test_the_cards_are_no_higher_than_the_kind_in_view(qtbot: QtBot, page: AlternativesPage) -> None:
    def settle() -> int:
        QApplication.processEvents()
        return page.alternatives.height()

    reveal(qtbot, page, ("terms", "pay", "alternatives", "a6", "title"))
    little = settle()
    reveal(qtbot, page, ("terms", "pay", "alternatives", "a5", "title"))
    assert settle() > little + 300
    reveal(qtbot, page, ("terms", "pay", "alternatives", "a6", "title"))
    qtbot.waitUntil(lambda: settle() <= little)


def test_a_level_is_counted_in_the_alternatives_own_unit(qtbot: QtBot, page: AlternativesPage, bridge: Bridge) -> None:
    reveal(qtbot, page, ("terms", "pay", "alternatives", "a1", "value"))
    choose_unit(page, "a1", Unit.DAYS_WEEK)
    place = field(page, LevelField, "terms", "pay", "alternatives", "a1", "value")
    assert place.kind == "number"
    type_into(qtbot, place._inputs[0], "2")
    substitute = alternatives(bridge)[0]
    assert isinstance(substitute, Substitute)
    assert substitute.value == NumberValue(number=Decimal(2))
    choose_unit(page, "a1", Unit.TEXT)
    substitute = alternatives(bridge)[0]
    assert isinstance(substitute, Substitute)
    assert substitute.value == TextValue(text="2")
    assert place.kind == "text"
    bridge.undo()
    assert place.kind == "number"
    assert place.line is not None
    assert place.line.line.text() == "2"


def test_both_steps_go_along_with_their_unit(qtbot: QtBot, page: AlternativesPage, bridge: Bridge) -> None:
    for name, amount in (("now", "53000"), ("later", "55000")):
        type_into(qtbot, reveal(qtbot, page, ("terms", "pay", "alternatives", "a6", name)), amount)
    choose_unit(page, "a6", Unit.MONTHS)
    steps = alternatives(bridge)[5]
    assert isinstance(steps, InSteps)
    assert (steps.now, steps.later) == (NumberValue(number=Decimal(53000)), NumberValue(number=Decimal(55000)))
    bridge.undo()
    steps = alternatives(bridge)[5]
    assert isinstance(steps, InSteps)
    assert steps.now == AmountValue(amount=Decimal(53000))


def test_rows_say_the_kind_and_the_worth(qtbot: QtBot, page: AlternativesPage, bridge: Bridge) -> None:
    bridge.apply(Set(("terms", "pay", "alternatives", "a3", "title"), "Fridays from home for three months"))
    bridge.apply(Set(("terms", "pay", "alternatives", "a3", "worth"), {"likely": "1200"}))
    row = page.alternatives.list.rows.rows()[2]
    assert row.title == "Fridays from home for three months"
    assert row.summary == "Try it out first  ·  worth €1,200 a year to you"


def test_alternatives_are_moved_and_removed(page: AlternativesPage, bridge: Bridge) -> None:
    page.alternatives.list.select("a3")
    page.alternatives.list.up_button.click()
    assert [one.id for one in alternatives(bridge)][:3] == ["a1", "a3", "a2"]
    page.alternatives.list.remove_button.click()
    assert [one.id for one in alternatives(bridge)][:3] == ["a1", "a2", "a4"]
    assert page.alternatives.current == "a2"
    bridge.undo()
    assert isinstance(alternatives(bridge)[1], Trial)


def test_a_figure_that_cannot_be_read_stays_and_changes_nothing(
    qtbot: QtBot, page: AlternativesPage, bridge: Bridge
) -> None:
    place = reveal(qtbot, page, ("terms", "pay", "alternatives", "a4", "amount"))
    type_into(qtbot, place, "a bit more")
    qtbot.waitUntil(editor(page, "terms", "pay", "alternatives", "a4", "amount").hint_view.isVisible)
    assert bridge.workbook == WORKBOOK


def test_the_need_behind_the_ask_stands_above(qtbot: QtBot, page: AlternativesPage, bridge: Bridge) -> None:
    reasons = (Reason(need=Need.FAIRNESS), Reason(need=Need.LIFE), Reason(need=Need.FAIRNESS))
    bridge.apply(Set(("terms", "pay", "justification"), Justification(reasons=reasons)))
    assert page.about.caption.text().endswith("The need behind it: Fair pay for the work, Work-life balance")
    with qtbot.waitSignal(page.elsewhere) as gone:
        page.reasons_link.click()
    assert gone.args == [("terms", "pay", "justification", "reasons")]


def test_enter_goes_to_the_chosen_alternative(qtbot: QtBot, page: AlternativesPage) -> None:
    page.alternatives.list.select("a2")
    page.list.opened.emit("pay")
    qtbot.waitUntil(editor(page, "terms", "pay", "alternatives", "a2", "title").has_input_focus)
    page.list.select("bus")
    page.list.opened.emit("bus")
    button = page.alternatives.list.empty.button
    assert button is not None
    qtbot.waitUntil(button.hasFocus)


@pytest.mark.parametrize("kind", ["a1", "a2", "a3", "a4", "a5", "a6"])
def test_tab_goes_as_one_reads(qtbot: QtBot, page: AlternativesPage, kind: str) -> None:
    reveal(qtbot, page, ("terms", "pay", "alternatives", kind, "title"))
    assert out_of_reading_order(page.column) == []
