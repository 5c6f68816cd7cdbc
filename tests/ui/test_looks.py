"""What was cut, doubled or out of line once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListWidget, QStyle, QStyleOptionComboBox, QToolButton
from pytestqt.qtbot import QtBot

from counteroffer.domain.workbook import Workbook
from counteroffer.ui.archive.hits import unsaid
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.contents import Contents
from counteroffer.ui.pages.research import ResearchPage
from counteroffer.ui.theme import Size
from counteroffer.ui.widgets import Row
from counteroffer.ui.widgets.inputs import ComboInput, LineInput, RoomyItems, let_clear
from counteroffer.ui.widgets.item_rows import RowModel
from counteroffer.ui.widgets.item_view import ItemView

LONG = "The pay budget is set once a year; within it the head of operations can go to 54,000 on her own."
NARROW = 200


def test_a_choice_that_does_not_fit_ends_in_dots(qtbot: QtBot) -> None:
    box = a_box(qtbot, LONG)
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
    dotted = box.fontMetrics().elidedText(LONG, Qt.TextElideMode.ElideRight, room)
    assert dotted != LONG
    assert box.grab().toImage() == a_box(qtbot, dotted).grab().toImage()


def test_rows_of_a_list_are_as_high_whatever_the_sheet_says_and_when(qtbot: QtBot) -> None:
    view = QListWidget()
    qtbot.addWidget(view)
    view.setItemDelegate(RoomyItems(view))
    view.addItem("Offer")
    before = view.sizeHintForRow(0)
    view.setStyleSheet(f"QListView::item {{ min-height: {2 * Size.CONTROL}px; }}")
    view.show()
    assert view.sizeHintForRow(0) == before


def test_the_button_that_empties_a_line_has_the_apps_own_sign(qtbot: QtBot, ctx: UiContext) -> None:
    line = LineInput()
    qtbot.addWidget(line)
    let_clear(line, ctx.icon("close"), "Empty this line")
    (button,) = line.findChildren(QToolButton)
    size = button.iconSize()
    assert button.icon().pixmap(size).toImage() == ctx.icon("close").pixmap(size).toImage()


def test_a_row_does_not_repeat_its_title() -> None:
    assert unsaid("Corbel & Finch", "Corbel & Finch", "Bookkeeper") == ["Bookkeeper"]
    assert unsaid("Northway Trams, depot planner", "Northway Trams", "Depot planner") == []
    assert unsaid("", "Northway Trams", "") == ["Northway Trams"]


def test_words_that_were_found_end_in_dots_where_they_do_not_fit(qtbot: QtBot, ctx: UiContext) -> None:
    said = "... arrow keys walk from point to point and say each"
    beginnings = [said[:end] for end in range(said.index("from"), len(said))]
    seen = found_row(qtbot, ctx, said)
    shown = next(words for words in beginnings if found_row(qtbot, ctx, f"{words}…") == seen)
    assert found_row(qtbot, ctx, shown) != seen, "the dots are out of view"


def test_the_words_at_the_top_are_there_before_the_page_is_laid_out(
    qtbot: QtBot, ctx: UiContext, open_workbook: Callable[[Workbook], Bridge]
) -> None:
    page = ResearchPage(open_workbook(Workbook()), ctx)
    qtbot.addWidget(page)
    page.show()
    (contents,) = page.findChildren(Contents)
    assert contents.isVisible()


def a_box(qtbot: QtBot, words: str) -> ComboInput:
    """A box in which one choice is made, too narrow for long ones."""
    box = ComboInput()
    qtbot.addWidget(box)
    box.addItem(words)
    box.resize(NARROW, Size.CONTROL)
    box.show()
    return box


def found_row(qtbot: QtBot, ctx: UiContext, summary: str) -> QImage:
    """The picture of a row in which a word was found."""
    rows = RowModel("", numbered=False)
    view = ItemView(ctx, rows, movable=False)
    qtbot.addWidget(view)
    at = summary.index("walk")
    rows.set_rows([Row("one", "Keys", summary, "", ((at, at + len("walk")),))])
    view.resize(NARROW, view.height())
    view.show()
    return view.viewport().grab().toImage()
