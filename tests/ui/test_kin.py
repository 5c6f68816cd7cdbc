"""What could stand in for an ask, and the ask beside its other ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.domain.alternatives import Substitute, TimedRise
from counteroffer.domain.edits import Insert, Set
from counteroffer.domain.justifications import Justification, Reason
from counteroffer.domain.levels import AmountValue
from counteroffer.domain.money import Estimate
from counteroffer.domain.packages import Packages, Reckoning
from counteroffer.domain.situation import Period
from counteroffer.domain.terms import Level, Offered, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.alternatives import AlternativesPage
from counteroffer.ui.pages.side_by_side import lines_of
from tests.ui.page_tools import show
from tests.ui.term_tools import editor, out_of_reading_order

Open = Callable[[Workbook], Bridge]

PAY = Term(
    id="pay",
    name="Base pay",
    benefit="base_pay",
    offered=Offered(value=AmountValue(amount="50000")),
    target=Level(value=AmountValue(amount="55000"), cost=Estimate(likely="6000")),
    justification=Justification(reasons=(Reason(statement="Rent"), Reason(statement="The range", sayable=True))),
)
OWN = Term(id="own", name="A berth for my boat")
BOOK = Workbook(id="book", terms=(PAY, OWN))


@pytest.fixture
def bridge(open_workbook: Open) -> Bridge:
    return open_workbook(BOOK)


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> AlternativesPage:
    return show(qtbot, AlternativesPage(bridge, ctx))


def cells(page: AlternativesPage) -> list[list[str]]:
    table = page.beside.table
    found = [[table.item(row, column) for column in range(3)] for row in range(table.rowCount())]
    return [[item.text() if item is not None else "" for item in line] for line in found]


def keys(page: AlternativesPage) -> list[str]:
    return [one.key for one in page.kin.shown]


def test_kin_stand_open_while_there_is_no_other_way(page: AlternativesPage) -> None:
    benefit = catalogue().find("base_pay")
    assert benefit is not None
    assert keys(page) == list(benefit.kin)
    assert page.kin.fold.is_open
    row = page.kin.rows[0]
    assert row.isVisible()
    assert (row.name.text(), row.about.text()) == (page.kin.shown[0].name, page.kin.shown[0].about)
    assert row.button.accessibleName() == f"Add as another way: {row.name.text()}"
    assert not page.beside.isVisible()
    assert out_of_reading_order(page.column) == []


def test_what_is_not_from_the_catalogue_has_none(page: AlternativesPage) -> None:
    page.list.select("own")
    assert not page.kin.isVisible()
    page.list.select("pay")
    assert page.kin.isVisible()


def test_one_becomes_another_way(qtbot: QtBot, page: AlternativesPage, bridge: Bridge) -> None:
    benefit = page.kin.shown[0]
    page.kin.rows[0].button.click()
    (way,) = bridge.workbook.terms[0].alternatives
    assert isinstance(way, Substitute)
    assert (way.title, way.benefit, way.unit, way.interest) == (benefit.name, benefit.name, benefit.unit, "The range")
    qtbot.waitUntil(editor(page, "terms", "pay", "alternatives", way.id, "title").has_input_focus)
    assert benefit.key not in keys(page)
    assert page.beside.isVisible()
    assert len(cells(page)) == 2
    bridge.undo()
    assert bridge.workbook == BOOK
    qtbot.waitUntil(lambda: benefit.key in keys(page))
    assert not page.beside.isVisible()


def test_kin_are_folded_where_there_is_a_way(page: AlternativesPage, bridge: Bridge) -> None:
    bridge.apply(Insert(("terms", "pay", "alternatives"), 0, {"kind": "trial"}))
    page.list.select("own")
    page.list.select("pay")
    assert page.kin.isVisible()
    assert not page.kin.fold.is_open


def test_what_is_asked_for_is_no_kin_any_more(qtbot: QtBot, page: AlternativesPage, bridge: Bridge) -> None:
    taken = keys(page)[0]
    bridge.apply(Insert(("terms",), 2, {"benefit": taken, "name": "Mine"}))
    qtbot.waitUntil(lambda: taken not in keys(page))


# Side by side


def test_the_ask_stands_beside_its_ways_and_follows_what_is_typed(
    qtbot: QtBot, page: AlternativesPage, bridge: Bridge
) -> None:
    bridge.apply(Insert(("terms", "pay", "alternatives"), 0, Substitute(id="a1", title="Days off")))
    assert cells(page) == [
        ["Your ask: €55,000 a year", "€5,000", "€6,000"],
        ["Days off", "not said yet", "not said yet"],
    ]
    bridge.apply(
        Set(("terms", "pay", "alternatives", "a1", "worth"), {"low": "3000", "likely": "4000", "high": "5500"})
    )
    qtbot.waitUntil(lambda: cells(page)[1][1] == "€4,000\n€3,000 – €5,500")
    item = page.beside.table.item(1, 1)
    assert item is not None
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "€4,000, €3,000 – €5,500"
    assert page.beside.close_words.text() == "Too close to the ask to call either one better: “Days off”."
    bridge.apply(Set(("terms", "pay", "alternatives", "a1", "worth"), {"likely": "4000"}))
    qtbot.waitUntil(lambda: not page.beside.close_words.isVisible())


def test_the_table_is_all_in_view_and_tab_leaves_it(qtbot: QtBot, page: AlternativesPage, bridge: Bridge) -> None:
    long = "A day from home in every week in which no ferry is in the dock for its yearly checks " * 2
    bridge.apply(Insert(("terms", "pay", "alternatives"), 0, Substitute(id="a1", title=long[:290])))
    QApplication.processEvents()
    table = page.beside.table
    qtbot.waitUntil(lambda: table.rowHeight(1) > 3 * table.rowHeight(0) / 2)
    assert table.verticalScrollBar().maximum() == 0
    assert table.horizontalScrollBar().maximum() == 0
    assert not table.tabKeyNavigation()
    assert table.accessibleName() == "Side by side"


def test_a_way_with_a_formula_of_its_own_is_reckoned(ctx: UiContext) -> None:
    rise = TimedRise(title="Later", amount="3000", after_months=12)
    term = PAY.model_copy(update={"alternatives": (rise,)})
    packages = Packages(reckoning=Reckoning(horizon_years=3))
    _ask, later = lines_of(Workbook(terms=(term,), packages=packages), term, ctx)
    assert later.worth is not None
    assert later.worth.likely == 2000, "two years of three"


def test_figures_are_for_the_period_that_was_set(qtbot: QtBot, page: AlternativesPage, bridge: Bridge) -> None:
    bridge.apply(Insert(("terms", "pay", "alternatives"), 0, Substitute(id="a1", title="Days off")))
    bridge.apply(Set(("packages", "reckoning", "shown_per"), Period.MONTH))
    qtbot.waitUntil(lambda: cells(page)[0][1:] == ["€417", "€500"])
    assert "in a month" in page.beside.caption.text()
    bridge.apply(Set(("packages", "reckoning", "shown_per"), Period.HOUR))
    qtbot.waitUntil(lambda: "in a year" in page.beside.caption.text())


def test_what_brings_nothing_is_said_so(qtbot: QtBot, page: AlternativesPage, bridge: Bridge) -> None:
    bridge.apply(Insert(("terms", "pay", "alternatives"), 0, Substitute(id="a1", title="Days off")))
    bridge.apply(Set(("terms", "pay", "target", "value"), AmountValue(amount="50000")))
    qtbot.waitUntil(lambda: cells(page)[0][1] == "nothing beyond the offer")
