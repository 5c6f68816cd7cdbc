"""Priorities: the ranked terms, and what is asked for, at which levels, and what it is worth."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Set
from counteroffer.domain.levels import AmountValue, NumberValue, Unit
from counteroffer.domain.situation import Period
from counteroffer.domain.terms import Importance, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.alternatives import AlternativesPage
from counteroffer.ui.pages.formula_inputs import FormulaInputs, slug
from counteroffer.ui.pages.justifications import JustificationsPage
from counteroffer.ui.pages.priorities import PrioritiesPage
from counteroffer.ui.widgets import ChoiceField, EmptyState, LevelField, LineField
from tests.ui.page_tools import field, reveal, show, type_into
from tests.ui.term_tools import BUS, DAYS, PAY, WORKBOOK, drag, editor, fields_of, out_of_reading_order

Open = Callable[[Workbook], Bridge]


@pytest.fixture
def bridge(open_workbook: Open) -> Bridge:
    return open_workbook(WORKBOOK)


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> PrioritiesPage:
    return show(qtbot, PrioritiesPage(bridge, ctx))


def ids(bridge: Bridge) -> list[str]:
    return [term.id for term in bridge.workbook.terms]


def term(bridge: Bridge, term_id: str) -> Term:
    return next(one for one in bridge.workbook.terms if one.id == term_id)


def choose(line: ChoiceField, word: str | None) -> None:
    """Choose as a person does."""
    line.input.setCurrentIndex(line.input.findData(word))
    line.input.activated.emit(line.input.currentIndex())


def test_each_field_of_a_term_has_an_editor(page: PrioritiesPage) -> None:
    paths = fields_of("priorities")
    assert len(paths) > 10
    for path in paths:
        assert editor(page, *path).isVisibleTo(page), path


@pytest.mark.parametrize("name", ["horizon_years", "keep_rate", "after_tax", "shown_per", "hour_worth"])
def test_the_reckoning_is_filled_in_here(page: PrioritiesPage, name: str) -> None:
    assert editor(page, "packages", "reckoning", name).isVisibleTo(page)


def test_typing_a_name_changes_term_title_and_row(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    type_into(qtbot, reveal(qtbot, page, ("terms", "bus", "name")), "Ferry pass")
    assert term(bridge, "bus").name == "Ferry pass"
    assert page.about.title.text() == "Ferry pass"
    assert page.list.rows.rows()[2].title == "Ferry pass"


def test_a_level_is_read_generously_and_stands_in_the_list(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    type_into(qtbot, reveal(qtbot, page, ("terms", "pay", "target", "value")), "57k")
    assert term(bridge, "pay").target.value == AmountValue(amount=Decimal(57000))
    assert page.list.rows.rows()[0].summary == "€57,000 a year  ·  Must have"


def test_what_cannot_be_read_stays_with_a_hint_and_changes_nothing(
    qtbot: QtBot, page: PrioritiesPage, bridge: Bridge
) -> None:
    type_into(qtbot, reveal(qtbot, page, ("terms", "pay", "target", "value")), "as much as fits")
    place = field(page, LevelField, "terms", "pay", "target", "value")
    qtbot.waitUntil(place.hint_view.isVisible)
    assert bridge.workbook == WORKBOOK
    page.list.select("days")
    page.list.select("pay")
    assert place.line is not None
    assert place.line.line.text() == "as much as fits"
    assert bridge.workbook == WORKBOOK


def test_undo_shows_what_was_before(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    type_into(qtbot, reveal(qtbot, page, ("terms", "days", "starts")), "From March")
    bridge.undo()
    assert field(page, LineField, "terms", "days", "starts").input.text() == ""
    bridge.redo()
    assert field(page, LineField, "terms", "days", "starts").input.text() == "From March"


# The list


def test_alt_and_arrows_rank(page: PrioritiesPage, bridge: Bridge) -> None:
    page.list.select("bus")
    page.list.focus_list()
    QTest.keyClick(page.list.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert ids(bridge) == ["pay", "bus", "days"]
    QTest.keyClick(page.list.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.list.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert ids(bridge) == ["pay", "bus", "days"]
    assert page.list.selected_id == "bus"
    assert page.about.caption.text() == "Number 2 of 3 in your order"
    bridge.undo()
    assert ids(bridge) == ["bus", "pay", "days"]


def test_the_mouse_ranks(page: PrioritiesPage, bridge: Bridge) -> None:
    drag(page.list, 2, 0)
    assert ids(bridge) == ["bus", "pay", "days"]
    assert bridge.term == "bus"


def test_choosing_a_row_shows_its_term_on_all_pages(
    qtbot: QtBot, page: PrioritiesPage, bridge: Bridge, ctx: UiContext
) -> None:
    others = [show(qtbot, JustificationsPage(bridge, ctx)), show(qtbot, AlternativesPage(bridge, ctx))]
    page.list.select("days")
    for other in others:
        assert other.list.selected_id == "days"
        assert other.about.title.text() == "Paid days off"
        assert other.term == DAYS


def test_a_removed_term_gives_way_to_its_neighbour_and_comes_back(page: PrioritiesPage, bridge: Bridge) -> None:
    page.list.select("days")
    page.list.focus_list()
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert ids(bridge) == ["pay", "bus"]
    assert bridge.term == "bus"
    assert page.about.title.text() == "Bus pass"
    page.list.remove_button.click()
    assert bridge.term == "pay"
    bridge.undo()
    change = bridge.undo()
    assert change is not None
    assert page.reveal(change.paths[0])
    assert bridge.term == "days"
    assert page.about.title.text() == "Paid days off"


def test_the_way_to_a_term_that_is_gone_ends_at_the_list(page: PrioritiesPage, bridge: Bridge) -> None:
    assert page.reveal(("terms", "never", "name"))
    assert bridge.term == "pay"


def test_a_term_is_added_with_the_cursor_in_its_name(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    page.list.add_button.click()
    added = bridge.workbook.terms[-1]
    assert bridge.term == added.id
    qtbot.waitUntil(editor(page, "terms", added.id, "name").has_input_focus)
    assert page.about.title.text() == "Not named yet"


def test_without_terms_there_is_one_first_step(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    bridge = open_workbook(Workbook())
    page = show(qtbot, PrioritiesPage(bridge, ctx))
    assert [one for one in page.findChildren(EmptyState) if one.isVisible()] == [page.empty_state]
    assert page.empty_state.button is not None
    assert page.reveal(("terms",))
    # The catalogue is offered first; one's own words stand below it.
    qtbot.waitUntil(page.catalogue.first.hasFocus)
    assert page.empty_state.first is page.catalogue.first
    page.empty_state.button.click()
    assert len(bridge.workbook.terms) == 1
    assert page.side.isVisible()
    assert not page.empty_state.isVisible()
    page.list.focus_list()
    page.list.remove_button.click()
    assert bridge.workbook.terms == ()
    qtbot.waitUntil(page.catalogue.first.hasFocus)
    assert not page.side.isVisible()


def test_many_terms_do_not_ask_for_a_high_window(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    many = tuple(Term(id=f"t{at}", name=f"Term {at}") for at in range(30))
    page = show(qtbot, PrioritiesPage(open_workbook(Workbook(terms=many)), ctx))
    page.resize(740, 560)
    assert page.height() == 560
    qtbot.waitUntil(lambda: page.list.geometry().bottom() <= page.side.height())
    page.list.select("t29")
    row = page.list.view.visualRect(page.list.rows.index(29))
    assert page.list.view.viewport().rect().contains(row.center())


# What the term is


def test_another_unit_takes_the_levels_along(page: PrioritiesPage, bridge: Bridge) -> None:
    page.list.select("days")
    choose(field(page, ChoiceField, "terms", "days", "unit"), Unit.WEEKS.value)
    weeks = term(bridge, "days")
    assert weeks.target.value == NumberValue(number=Decimal(28))
    choose(field(page, ChoiceField, "terms", "days", "unit"), Unit.MONEY_YEAR.value)
    money = term(bridge, "days")
    assert money.target.value == AmountValue(amount=Decimal(28))
    target = field(page, LevelField, "terms", "days", "target", "value")
    assert target.kind == "amount"
    assert target.line is not None
    assert target.line.line.text() == "28"
    bridge.undo()
    bridge.undo()
    assert bridge.workbook == WORKBOOK
    assert target.kind == "number"
    assert target.line.line.text() == "28"
    assert target.line.suffix.text() == "days a year"


def test_the_benefit_is_chosen_from_the_catalogue(page: PrioritiesPage, bridge: Bridge) -> None:
    benefit = field(page, ChoiceField, "terms", "pay", "benefit")
    assert benefit.input.itemText(1) == "Base pay"
    choose(benefit, "base_pay")
    assert term(bridge, "pay").benefit == "base_pay"
    choose(benefit, None)
    assert term(bridge, "pay").benefit == ""
    bridge.apply(Set(("terms", "pay", "benefit"), "my_own"))
    assert benefit.input.currentText() == "my_own"


def test_a_term_cannot_hang_on_itself(page: PrioritiesPage, bridge: Bridge) -> None:
    page.list.select("days")
    place = field(page, ChoiceField, "terms", "days", "valuation", "hangs_on")
    assert place.input.currentText() == "Base pay"
    assert [place.input.itemText(at) for at in range(place.input.count())] == ["—", "Base pay", "Bus pass"]
    page.list.select("pay")
    assert [place.input.itemText(at) for at in range(place.input.count())] == ["—", "Paid days off", "Bus pass"]
    choose(place, "bus")
    assert term(bridge, "pay").valuation.hangs_on == "bus"


# Its levels


def test_a_walk_away_is_for_must_haves(page: PrioritiesPage, bridge: Bridge) -> None:
    row = page.levels.rows["walk_away"]
    assert row.isVisible()
    page.list.select("days")
    assert not row.isVisible()
    choose(field(page, ChoiceField, "terms", "days", "importance"), Importance.MUST.value)
    assert row.isVisible()
    bridge.apply(Set(("terms", "days", "walk_away", "value"), {"kind": "number", "number": "24"}))
    choose(field(page, ChoiceField, "terms", "days", "importance"), Importance.NICE.value)
    assert row.isVisible(), "what is written stays in view"


def test_the_walk_away_is_shown_to_whoever_looks_for_it(qtbot: QtBot, page: PrioritiesPage) -> None:
    reveal(qtbot, page, ("terms", "days", "walk_away", "value"))
    assert page.levels.rows["walk_away"].isVisible()
    page.list.select("pay")
    page.list.select("bus")
    assert not page.levels.rows["walk_away"].isVisible()


def test_what_is_folded_away_opens_for_whoever_looks_for_it(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    fold = page.levels.rows["target"].fold
    assert not fold.body.isVisible()
    place = reveal(qtbot, page, ("terms", "pay", "target", "cost", "likely"))
    assert fold.is_open
    type_into(qtbot, place, "6000")
    assert term(bridge, "pay").target.cost.low == Decimal(6000)
    fold.button.click()
    assert not fold.body.isVisible()
    assert page.levels.rows["target"].summary.text() == "Costs them €6,000"
    reveal(qtbot, page, ("terms", "pay", "options", "half", "difficulty"))


def test_the_offer_stands_beside_and_leads_to_its_page(qtbot: QtBot, page: PrioritiesPage) -> None:
    assert page.levels._facts["offered"].words.text() == "€50,000 a year"
    with qtbot.waitSignal(page.elsewhere) as gone:
        page.levels.link.click()
    assert gone.args == [("terms", "pay", "offered", "value")]
    page.list.select("bus")
    assert page.levels._facts["offered"].words.text() == "Nothing yet"


def test_levels_between_are_added_moved_and_removed(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    options = page.options
    options.list.select("half")
    options.list.down_button.click()
    assert [one.id for one in term(bridge, "pay").options] == ["more", "half"]
    options.list.add_button.click()
    added = term(bridge, "pay").options[2]
    qtbot.waitUntil(editor(page, "terms", "pay", "options", added.id, "label").has_input_focus)
    place = field(page, LevelField, "terms", "pay", "options", added.id, "value")
    assert place.kind == "amount"
    type_into(qtbot, place._inputs[0], "51000")
    assert term(bridge, "pay").options[2].value == AmountValue(amount=Decimal(51000))
    options.list.remove_button.click()
    assert [one.id for one in term(bridge, "pay").options] == ["more", "half"]
    assert options.current == "half"
    page.list.select("days")
    assert options.items() == ()


# What it is worth


def inputs(page: PrioritiesPage) -> FormulaInputs:
    return page.findChildren(FormulaInputs)[0]


def test_an_input_is_named_before_it_is_there(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    editor_of_inputs = inputs(page)
    editor_of_inputs.list.add_button.click()
    line = QApplication.focusWidget()
    assert line is not None
    assert len(term(bridge, "pay").valuation.inputs) == 1
    type_into(qtbot, line, "Work days a year")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [one.id for one in term(bridge, "pay").valuation.inputs] == ["hours", "work_days_a_year"]
    assert editor_of_inputs.list.rows.rows()[1].title == "work days a year"
    place = QApplication.focusWidget()
    assert place is not None
    type_into(qtbot, place, "218")
    assert term(bridge, "pay").valuation.inputs[1].estimate.low == Decimal(218)
    assert not line.isVisible()


def test_a_name_is_asked_for_and_not_given_twice(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    editor_of_inputs = inputs(page)
    editor_of_inputs.list.add_button.click()
    line = QApplication.focusWidget()
    assert line is not None
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert editor_of_inputs.hint.isVisible()
    type_into(qtbot, line, "Hours!")
    assert not editor_of_inputs.hint.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert editor_of_inputs.hint.isVisible()
    assert bridge.workbook == WORKBOOK
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert bridge.workbook == WORKBOOK


def test_a_name_in_other_letters_is_kept_as_the_note(page: PrioritiesPage, bridge: Bridge) -> None:
    assert inputs(page).add_named("рабочие дни")
    assert inputs(page).add_named("часы")
    made = term(bridge, "pay").valuation.inputs[1:]
    assert [(one.id, one.note) for one in made] == [("input_1", "рабочие дни"), ("input_2", "часы")]


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Work days", "work_days"),
        ("  Straßenbahn: Preis ", "strassenbahn_preis"),
        ("Días", "dias"),
        ("€ / h", "h"),
        ("日", ""),
        ("a" * 63 + " b", "a" * 63),
    ],
)
def test_names_become_ids(name: str, identity: str) -> None:
    assert slug(name) == identity


def test_how_worth_is_reckoned_changes_the_workbook(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    type_into(qtbot, reveal(qtbot, page, ("packages", "reckoning", "keep_rate")), "58")
    assert bridge.workbook.packages.reckoning.keep_rate == Decimal("0.58")
    choose(field(page, ChoiceField, "packages", "reckoning", "shown_per"), Period.MONTH.value)
    assert bridge.workbook.packages.reckoning.shown_per is Period.MONTH


def test_another_currency_is_shown_everywhere(page: PrioritiesPage, bridge: Bridge) -> None:
    bridge.apply(Set(("situation", "currency"), "PLN"))
    assert page.list.rows.rows()[0].summary.startswith("PLN")
    assert "PLN" in page.levels._facts["offered"].words.text()


def test_tab_goes_as_one_reads(qtbot: QtBot, page: PrioritiesPage) -> None:
    page.list.select("days")
    page.list.select("bus")
    page.list.select("pay")
    qtbot.waitUntil(lambda: out_of_reading_order(page.column) == [])  # once all has its place
    page.list.remove_button.setFocus()
    QTest.keyClick(page.list.remove_button, Qt.Key.Key_Tab)
    assert page.catalogue.button.hasFocus()
    QTest.keyClick(page.catalogue.button, Qt.Key.Key_Tab)
    assert editor(page, "terms", "pay", "name").has_input_focus()


def test_a_term_with_little_in_it_is_shown_plainly(page: PrioritiesPage) -> None:
    page.list.select("bus")
    assert page.list.rows.rows()[2].summary == "To trade with"
    assert page.term == BUS
    assert PAY in page.bridge.workbook.terms
