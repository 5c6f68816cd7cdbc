"""Offers side by side: what the table says, what it adds up, and that keys and screen readers can walk it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counteroffer.analysis.standing import other_offer
from counteroffer.analysis.totals import package_worth
from counteroffer.domain.edits import Insert, Set
from counteroffer.domain.workbook import Workbook, from_plain
from counteroffer.sample import stored_sample
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.models.side_by_side import Cell, Line, Table, side_by_side
from counteroffer.ui.pages.offer import OfferPage
from counteroffer.ui.pages.offer_comparison import ComparisonCard
from counteroffer.ui.pages.offers_view import spread
from counteroffer.ui.theme import Size
from counteroffer.ui.widgets import Card, Column
from tests.ui.page_tools import show

Open = Callable[[Workbook], Bridge]


def money(amount: object) -> dict[str, Any]:
    return {"kind": "amount", "amount": str(amount)}


PAY = {
    "id": "pay",
    "name": "Base pay",
    "benefit": "base_pay",
    "offered": {"value": money(50_000)},
    "target": {"value": money(55_000)},
    "today": money(47_000),
}
TITLE = {"id": "title", "name": "Title", "unit": "text", "offered": {"value": {"kind": "text", "text": "Analyst"}}}
OTHERS = (
    {
        "id": "mills",
        "employer": "Northgate Mills",
        "real": True,
        "currency": "GBP",
        "rate": "1.15",
        "terms": [{"term": "pay", "value": money(48_000), "note": "Only after probation"}],
    },
)


def book(*terms: dict[str, Any], others: Any = OTHERS, **situation: Any) -> Workbook:
    return from_plain({"terms": terms, "situation": {"other_offers": others, **situation}})


def row(table: Table, name: str) -> Line:
    return next(line for line in table.lines if line.name == name)


def test_each_term_stands_beside_itself(ctx: UiContext) -> None:
    table = side_by_side(book(PAY, TITLE, {"id": "bare"}), ctx)
    assert table.headings == ("This offer", "Your target", "Today", "Northgate Mills")
    assert row(table, "Base pay").cells == (
        Cell("€50,000 a year"),
        Cell("€55,000 a year"),
        Cell("€47,000 a year"),
        Cell("£48,000 a year", ("about €55,200 a year", "Only after probation")),
    )
    assert [cell.words for cell in row(table, "Title").cells] == ["Analyst", "", "", ""]
    # What nobody has said anything of is left out.
    assert [line.name for line in table.lines] == ["Base pay", "Title", "Worth a year"]


def test_the_last_row_is_what_the_reckoning_says(ctx: UiContext) -> None:
    table = side_by_side(book(PAY, TITLE), ctx)
    assert row(table, "Worth a year").cells == (
        Cell("€50,000"),
        Cell("€55,000"),
        Cell("€47,000"),
        Cell("€55,200"),
    )
    assert table.lines[-1].total
    said = " ".join(table.remarks)
    assert "before tax" in said
    assert "takes what this offer has there" in said
    sample = stored_sample()
    dairy = package_worth(sample, other_offer(sample, sample.situation.other_offers[0]).values).whole
    assert dairy is not None
    words = row(side_by_side(sample, ctx), "Worth a year").cells[3].words
    assert words == f"€{round(dairy.likely):,}"


def test_what_is_not_sure_shows_its_range(ctx: UiContext) -> None:
    days = {
        "id": "days",
        "name": "Days off",
        "unit": "days_year",
        "offered": {"value": {"kind": "number", "number": "25"}},
        "target": {"value": {"kind": "number", "number": "28"}, "worth": {"low": "500", "high": "900"}},
    }
    cell = row(side_by_side(book(PAY, days), ctx), "Worth a year").cells[1]
    assert (cell.words, cell.below) == ("€55,700", ("€55,500 – €55,900",))


def test_nothing_is_added_up_that_is_not_known(ctx: UiContext) -> None:
    without_rate = {**OTHERS[0], "rate": None}
    silent = {"id": "silent", "employer": "", "terms": []}
    table = side_by_side(book(PAY, others=(without_rate, silent), pay={"taxed": "net"}), ctx)
    assert table.headings[3:] == ("Northgate Mills", "Another offer (not made yet)")
    assert row(table, "Base pay").cells[3].below == ("Only after probation",)
    # An offer whose base pay is not known has no sum: this offer's pay says nothing about it.
    assert [cell.words for cell in row(table, "Worth a year").cells] == ["€50,000", "€55,000", "€47,000", "", ""]
    assert row(table, "Worth a year").cells[3].below == ("no base pay to count from",)
    said = " ".join(table.remarks)
    assert "Money from Northgate Mills is not converted" in said
    assert "before tax" not in said
    assert "takes what this offer has there" not in said
    table = side_by_side(book(TITLE), ctx)
    assert not any(line.total for line in table.lines)
    assert "Once base pay is written down" in table.remarks[0]
    assert side_by_side(book(), ctx) == Table()


def test_what_has_no_price_is_named(ctx: UiContext) -> None:
    title = {**TITLE, "target": {"value": {"kind": "text", "text": "Lead"}}}
    assert "left out of the last row: Title." in " ".join(side_by_side(book(PAY, title), ctx).remarks)


def test_money_in_the_same_currency_and_small_sums_are_not_made_to_look_exact(ctx: UiContext) -> None:
    hourly = {"id": "hour", "name": "An hour", "unit": "money_hour"}
    terms = [{"id": "a", "term": "hour", "value": money("20.10")}, {"id": "b", "term": "gone", "value": money(1)}]
    others = ({**OTHERS[0], "terms": terms}, {**OTHERS[0], "id": "same", "currency": "EUR", "terms": terms})
    cells = row(side_by_side(book(hourly, others=others), ctx), "An hour").cells
    assert cells[3:] == (Cell("£20.10 an hour", ("about €23.12 an hour",)), Cell("€20.10 an hour"))


@pytest.fixture
def bridge(open_workbook: Open) -> Bridge:
    return open_workbook(book(PAY, TITLE))


@pytest.fixture
def card(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> ComparisonCard:
    page = show(qtbot, OfferPage(bridge, ctx))
    found = page.findChild(ComparisonCard)
    assert isinstance(found, ComparisonCard)
    return found


def words(card: ComparisonCard, at: int, column: int) -> object:
    return card.rows.data(card.rows.index(at, column))


def test_the_arrow_keys_walk_it_and_tab_leads_out(qtbot: QtBot, card: ComparisonCard) -> None:
    view = card.view
    view.setFocus()
    view.setCurrentIndex(card.rows.index(0, 0))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 1)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_a_screen_reader_hears_offer_term_and_words(card: ComparisonCard) -> None:
    table = QAccessible.queryAccessibleInterface(card.view)

    def heard(at: int, column: int) -> str:
        # Qt counts the headings as cells of their own.
        return table.child((at + 1) * 5 + column + 1).text(QAccessible.Text.Name)

    assert heard(-1, 3) == "Northgate Mills"
    assert heard(0, -1) == "Base pay"
    assert heard(0, 3) == "Northgate Mills, Base pay: £48,000 a year, about €55,200 a year, Only after probation"
    assert heard(1, 3) == "Northgate Mills, Title: nothing said"
    assert card.view.accessibleName() == "Side by side"
    assert card.view.accessibleDescription()


def test_it_follows_the_workbook_and_the_chosen_cell_stays(qtbot: QtBot, card: ComparisonCard, bridge: Bridge) -> None:
    card.view.setCurrentIndex(card.rows.index(0, 3))
    bridge.apply(Set(("terms", "pay", "offered", "value"), money(51_000)))
    qtbot.waitUntil(lambda: words(card, 0, 0) == "€51,000 a year")
    assert card.view.currentIndex().column() == 3
    bridge.apply(Insert(("situation", "other_offers"), 1, {"id": "air", "employer": "Bay Air", "real": True}))
    qtbot.waitUntil(lambda: card.rows.columnCount() == 5)
    for _ in range(2):
        bridge.apply(Set(("situation", "other_offers"), bridge.workbook.situation.other_offers[1:]))
    assert not card.isVisible()
    bridge.undo()
    assert card.isVisible()


def test_what_it_does_not_show_leaves_it_alone(card: ComparisonCard, bridge: Bridge) -> None:
    bridge.apply(Set(("situation", "offer_text"), "They called again."))
    assert not card._rest.isActive()
    bridge.apply(Set(("packages", "reckoning", "horizon_years"), 7))
    assert card._rest.isActive()


def test_without_another_offer_or_figures_there_is_no_table(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    bridge = open_workbook(book(others=()))
    page = show(qtbot, OfferPage(bridge, ctx))
    card = page.findChild(ComparisonCard)
    assert isinstance(card, ComparisonCard)
    assert not card.isVisible()
    bridge.apply(Insert(("situation", "other_offers"), 0, {"id": "air"}))
    qtbot.waitUntil(card.nothing.isVisible)
    assert not card.view.isVisible()
    # A field elsewhere that has nothing to do with it changes nothing.
    bridge.apply(Set(("note",), "x"))
    assert card.nothing.isVisible()


def test_nothing_is_cut_and_with_many_offers_it_scrolls_sideways(
    qtbot: QtBot, card: ComparisonCard, bridge: Bridge, ctx: UiContext
) -> None:
    view = card.view
    assert view.horizontalScrollBar().maximum() == 0
    assert view.verticalScrollBar().maximum() == 0
    for at in range(6):
        bridge.apply(Insert(("situation", "other_offers"), 1, {"id": f"o{at}", "employer": f"Employer {at}"}))
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() > 0)
    assert view.verticalScrollBar().maximum() == 0
    # A wide window gives it room that other cards do not take.
    card.window().resize(2400, 900)
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0)
    assert card.width() > Size.COLUMN
    ctx.theme.set_text_scale(1.5)
    try:
        qtbot.waitUntil(lambda: view.columnWidth(0) >= 168)
        assert view.verticalScrollBar().maximum() == 0
    finally:
        ctx.theme.set_text_scale(1.0)


@pytest.mark.parametrize(
    ("wanted", "room", "widths"),
    [
        ([120, 200], 320, [120, 200]),
        ([120, 200], 325, [122, 203]),
        ([120, 200], 260, [110, 150]),
        ([120, 200], 100, [100, 100]),
        ([100, 100], 150, [100, 100]),
    ],
)
def test_columns_share_the_room(wanted: list[int], room: int, widths: list[int]) -> None:
    assert spread(wanted, 100, room) == widths


def test_a_wide_card_stands_between_narrow_ones(qtbot: QtBot, card: ComparisonCard) -> None:
    column = card.parentWidget().parentWidget().parentWidget()
    assert isinstance(column, Column)
    before = next(one for one in column.findChildren(Card) if one.title.text() == "Other offers")
    after = next(one for one in column.findChildren(Card) if one.title.text().startswith("Where you"))
    card.window().resize(2400, 900)
    qtbot.waitUntil(lambda: before.width() == Size.COLUMN)
    assert column.top_of(before) < column.top_of(card) < column.top_of(after)
    assert before.width() == after.width() == Size.COLUMN
