"""Little room for large type: what gives way, and that nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Set
from counteroffer.domain.situation import Situation, Stage
from counteroffer.domain.workbook import Workbook
from counteroffer.method.checking import standings
from counteroffer.ui.archive.cards_view import _shortened
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.charts.data_table import DataTable
from counteroffer.ui.context import UiContext
from counteroffer.ui.tabs import TABS
from counteroffer.ui.theme import Size, Space
from counteroffer.ui.widgets.fitting import fit_height, fit_screen
from counteroffer.ui.widgets.margins import margins
from counteroffer.ui.window.guide import Guide
from counteroffer.ui.window.rail import LEAST, Rail
from counteroffer.ui.window.top_bar import TopBar

SMALLEST = 960
LARGE = 1.5


@pytest.fixture
def large(ctx: UiContext) -> Iterator[UiContext]:
    ctx.theme.set_text_scale(LARGE)
    yield ctx
    ctx.theme.set_text_scale(1.0)


def names(rail: Rail) -> set[str]:
    return {button.text().strip() for button in rail._buttons.values()}


def test_the_rail_keeps_its_names_at_usual_type(qtbot: QtBot, ctx: UiContext) -> None:
    rail = Rail(ctx)
    qtbot.addWidget(rail)
    rail.fit_into(SMALLEST)
    assert {"Offer", "Settings"} <= names(rail)
    assert rail.width() >= Size.RAIL


def test_in_large_type_the_rail_gives_the_pages_its_room(qtbot: QtBot, large: UiContext) -> None:
    rail = Rail(large)
    qtbot.addWidget(rail)
    named = rail.width()
    rail.fit_into(SMALLEST)
    assert names(rail) == {""}
    assert rail.width() < named / 2
    offer = rail._buttons["offer"]
    assert offer.accessibleName() == "Offer"
    assert "Offer" in offer.toolTip()
    rail.show_progress("offer", 1.0)
    place = offer.rect()
    assert place.width() >= offer.sizeHint().width() + Size.RING + Space.M
    rail.fit_into(round(LEAST * LARGE))
    assert "Offer" in names(rail)
    assert rail.width() == named


def test_the_guide_is_wide_enough_for_the_names_of_its_points_at_once(qtbot: QtBot, large: UiContext) -> None:
    guide = Guide(large)
    qtbot.addWidget(guide)
    guide.show()
    for tab in (TABS[-1], TABS[0]):
        guide.show_tab(tab, standings(Workbook(), large.today()))
        longest = max(point.sizeHint().width() for point in guide._points)
        assert guide.width() > longest + Size.SCROLL_BAR + Space.L
    assert guide.width() > Size.GUIDE


def test_type_that_gets_larger_in_an_open_window_counts_too(qtbot: QtBot, ctx: UiContext) -> None:
    rail = Rail(ctx)
    qtbot.addWidget(rail)
    rail.fit_into(SMALLEST)
    rail.show()
    try:
        ctx.theme.set_text_scale(LARGE)
        assert names(rail) == {""}
    finally:
        ctx.theme.set_text_scale(1.0)
    assert "Offer" in names(rail)


def test_the_top_bar_leaves_out_what_there_is_no_room_for(
    qtbot: QtBot, ctx: UiContext, open_workbook: Callable[[Workbook], Bridge]
) -> None:
    due = ctx.today() + timedelta(days=12)
    situation = Situation(stage=Stage.OFFER_BY_WORD, reply_due=due)
    bridge = open_workbook(Workbook(title="Corbel & Finch", situation=situation))
    window = QWidget()
    qtbot.addWidget(window)
    bar = TopBar(bridge, ctx, [], window)
    bar.resize(1200, bar.sizeHint().height())
    window.show()
    assert not bar._stage.isHidden()
    assert not bar._days.isHidden()
    both = bar._row.minimumSize().width()
    bar.resize(both - 1, bar.height())
    assert bar._stage.isHidden()
    assert not bar._days.isHidden()
    bar.resize(bar._row.minimumSize().width() - 1, bar.height())
    assert bar._days.isHidden()
    bar.resize(both, bar.height())
    assert not bar._stage.isHidden()
    bridge.apply(Set(("situation", "stage"), None))
    assert bar._stage.isHidden()


def test_a_dialog_is_as_wide_as_its_longest_choice_and_no_higher_than_it_must_be(qtbot: QtBot, ctx: UiContext) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setMinimumWidth(Size.QUESTION)
    choice = QRadioButton("Take the one from the file; the one here stays in its history, " * 3)
    column = QVBoxLayout(dialog)
    column.addWidget(choice)
    fit_height(dialog)
    dialog.show()
    assert choice.width() >= choice.sizeHint().width()
    assert dialog.height() <= column.totalSizeHint().height()


def test_margins_follow_the_way_of_reading(qapp: QApplication) -> None:
    assert margins(1, 2, 3, 4) == QMargins(1, 2, 3, 4)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert margins(1, 2, 3, 4) == QMargins(3, 2, 1, 4)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_headings_of_a_table_wrap_where_they_are_wider_than_their_column(qtbot: QtBot, ctx: UiContext) -> None:
    table = DataTable("Packages")
    qtbot.addWidget(table)
    table.show_rows(("Package", "More in the first year than later"), (("The offer", "€1,000"),))
    table.resize(900, 400)
    table.show()
    low, height = table.horizontalHeader().height(), table.height()
    table.resize(240, 400)
    assert table.horizontalHeader().height() >= low + QFontMetrics(table.font()).lineSpacing() // 2
    assert table.height() > height


def test_what_does_not_fit_on_a_card_ends_in_dots(ctx: UiContext) -> None:
    metrics = QFontMetrics(ctx.theme.font())
    assert _shortened("One  line", metrics, QRectF(0, 0, 400, metrics.height())) == "One line"
    long = _shortened("word " * 40, metrics, QRectF(0, 0, 200, 2.5 * metrics.height()))
    assert long.startswith("word word")
    assert long.endswith("word …")
    for title in ("東京都庁舎" * 20, "สวัสดีครับ" * 20):
        cut = _shortened(title, metrics, QRectF(0, 0, 200, 2.5 * metrics.height()))
        assert len(cut) > len("…") + 5
        assert title.startswith(cut.removesuffix(" …"))


def test_a_window_is_as_large_as_usual_and_no_larger_than_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    fit_screen(window, QSize(300, 200))
    assert window.size() == QSize(300, 200)
    room = window.screen().availableSize()
    fit_screen(window, 2 * room)
    # The title above it and the edges need some room too.
    assert window.width() < room.width()
    assert window.height() < room.height() - Space.XL
