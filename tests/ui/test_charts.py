"""The charts: ticks, walking, the same as a table, both themes, mirrored, with odd figures, and to take along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from counteroffer.analysis.interval import exactly
from counteroffer.domain.errors import BadInput
from counteroffer.ui.access import teach_access
from counteroffer.ui.charts.axes import ticks
from counteroffer.ui.charts.bars import Bar, BarChart
from counteroffer.ui.charts.chart import Chart
from counteroffer.ui.charts.data_table import DataTable
from counteroffer.ui.charts.picture import FINENESS, WIDTH, as_png, as_svg
from counteroffer.ui.charts.scatter import ScatterChart
from counteroffer.ui.charts.taking import copy_picture, copy_table, open_menu, write_picture
from counteroffer.ui.charts.timeline import Event, TimelineChart
from counteroffer.ui.charts.tornado import Swing, TornadoChart
from counteroffer.ui.context import UiContext
from counteroffer.ui.gallery_charts import bars, charts_page, scatter, timeline, tornado
from counteroffer.ui.theme import DARK, LIGHT, Colours

MAKE: dict[str, Callable[[UiContext], Chart]] = {
    "bars": bars,
    "scatter": scatter,
    "timeline": timeline,
    "tornado": tornado,
}
NOTHING: dict[str, Callable[[UiContext], Chart]] = {
    "bars": lambda ctx: BarChart(ctx, "None"),
    "scatter": lambda ctx: scatter(ctx, ()),
    "timeline": lambda ctx: timeline(ctx, ()),
    "tornado": lambda ctx: tornado(ctx, ()),
}
FIGURES = st.fractions(min_value=-(10**15), max_value=10**15, max_denominator=1000)


@pytest.fixture(params=MAKE)
def chart(request: pytest.FixtureRequest, ctx: UiContext, qtbot: QtBot) -> Chart:
    return _shown(MAKE[request.param](ctx), qtbot)


def _shown(chart: Chart, qtbot: QtBot, width: int = 480) -> Chart:
    qtbot.addWidget(chart)
    chart.resize(width, chart.heightForWidth(width))
    chart.show()
    return chart


def _drawn(chart: Chart, width: int = 480, colours: Colours = LIGHT) -> QImage:
    height = max(1, round(chart.height_at(width)))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colours.surface)
    painter = QPainter(image)
    chart.draw(painter, QRectF(0, 0, width, height), colours)
    painter.end()
    return image


# Ticks


@given(FIGURES, FIGURES, st.integers(3, 9))
def test_ticks_are_round_evenly_spaced_and_reach_from_end_to_end(one: Fraction, other: Fraction, most: int) -> None:
    low, high = min(one, other), max(one, other)
    found = ticks(low, high, most)
    assert 2 <= len(found) <= most
    steps = {after - before for before, after in pairwise(found)}
    assert len(steps) == 1
    (step,) = steps
    assert found[0] <= low
    assert high <= found[-1]
    digits = str(step.numerator if step >= 1 else step.denominator).rstrip("0")
    assert digits in ("1", "2", "5")
    assert all(figure % step == 0 for figure in found)


@pytest.mark.parametrize("figure", [0, 7, -3, 10**15])
def test_a_single_figure_has_ticks_around_it(figure: int) -> None:
    found = ticks(Fraction(figure), Fraction(figure), 6)
    assert found[0] < figure < found[-1]


# Walking


def test_the_arrow_keys_walk_each_point_and_say_it(chart: Chart) -> None:
    said: list[str] = []
    chart.walked.connect(said.append)
    chart.setFocus()
    for _point in chart.points:
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert said == [point.words for point in chart.points]
    assert len(set(said)) == len(said) > 1
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert said[-1] == chart.points[0].words
    chart.clearFocus()
    assert said[-1] == ""


def test_a_screen_reader_hears_a_chart_with_its_sentence_and_the_point(chart: Chart) -> None:
    teach_access()
    chart.go_to(1)
    told = QAccessible.queryAccessibleInterface(chart)
    assert told.role() is QAccessible.Role.Chart
    assert told.text(QAccessible.Text.Name)
    assert told.text(QAccessible.Text.Description)
    assert told.text(QAccessible.Text.Value) == chart.points[1].words


def test_the_pointer_finds_each_point_where_it_is_drawn(chart: Chart) -> None:
    for index in range(len(chart.points)):
        at = chart.place(index, chart._box())
        QTest.mouseMove(chart, at.toPoint())
        near = chart.place(chart.current, chart._box())
        assert (near - at).manhattanLength() <= 2


def test_the_table_says_what_the_picture_shows(chart: Chart, qtbot: QtBot) -> None:
    headings, *rows = chart.table()
    assert len(rows) == len(chart.points)
    assert all(len(row) == len(headings) and all(row) for row in rows)
    table = DataTable("The same")
    qtbot.addWidget(table)
    table.show_rows(headings, rows)
    assert [[table.item(row, column).text() for column in range(len(headings))] for row in range(len(rows))] == [
        list(row) for row in rows
    ]


def test_a_narrow_table_is_high_enough_for_what_wraps(ctx: UiContext, qtbot: QtBot) -> None:
    table = DataTable("Narrow")
    qtbot.addWidget(table)
    table.show_rows(("Package", "A year"), [("Recommended package", "1"), ("B", "2")])
    table.resize(300, 200)
    table.show()
    assert table.rowHeight(0) >= 2 * table.fontMetrics().height() > table.rowHeight(1)


# Drawing


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_it_is_drawn_in_the_colours_that_are_asked_for(chart: Chart, colours: Colours) -> None:
    image = _drawn(chart, colours=colours)
    assert _has(image, colours.accent)
    assert not _has(image, (DARK if colours is LIGHT else LIGHT).accent)


def test_mirrored_it_stands_the_other_way_round(chart: Chart) -> None:
    box = QRectF(0, 0, 600, chart.height_at(600))
    ltr = [chart.place(at, box) for at in range(len(chart.points))]
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chart.set_points(chart.points, "", chart.headings)
    rtl = [chart.place(at, box) for at in range(len(chart.points))]
    assert [at.y() for at in rtl] == pytest.approx([at.y() for at in ltr])
    order = sorted(range(len(ltr)), key=lambda at: round(ltr[at].x(), 3))
    assert [round(rtl[at].x(), 3) for at in order] == sorted((round(at.x(), 3) for at in rtl), reverse=True)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current == 1


@pytest.mark.parametrize("name", NOTHING)
def test_with_nothing_in_it_a_chart_takes_no_room_and_no_stop(name: str, ctx: UiContext, qtbot: QtBot) -> None:
    empty = _shown(NOTHING[name](ctx), qtbot)
    assert empty.height_at(480) == 0
    assert not empty.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(empty, Qt.Key.Key_Right)
    assert empty.current == -1
    assert empty.grab().width() == 480


@pytest.mark.parametrize("figure", [0, -5, 10**16, Fraction(1, 3)])
def test_equal_negative_and_huge_figures_are_drawn_inside(figure: Fraction, ctx: UiContext, qtbot: QtBot) -> None:
    alike = Fraction(figure)
    bar = BarChart(ctx, "Bars")
    bar.show_bars([Bar("One", "1", exactly(alike), alike, "1", ("1",))] * 2, "", ("",))
    dots = scatter(ctx, ((int(alike), int(alike)), (int(alike), int(alike))))
    tornado_chart = TornadoChart(ctx, "Tornado", str)
    tornado_chart.show_swings(alike, [Swing("One", alike, alike, "1", ("1",))] * 2, "", ("",))
    for one in (bar, dots, tornado_chart):
        qtbot.addWidget(one)
        box = QRectF(0, 0, 360, one.height_at(360))
        _drawn(one, 360)
        assert all(box.contains(one.place(at, box)) for at in range(2))


def test_a_sum_below_zero_hangs_on_the_other_side(ctx: UiContext, qtbot: QtBot) -> None:
    chart = BarChart(ctx, "Bars")
    qtbot.addWidget(chart)
    loss, gain = (Bar(str(one), str(one), exactly(one), Fraction(0), str(one), (str(one),)) for one in (-50, 100))
    chart.show_bars([loss, gain], "", ("",))
    image = _drawn(chart, 300)
    row = image.height() // 2
    spans = [
        [x for x in range(300) if _has(image.copy(x, top, 1, row), LIGHT.accent)] for top in (0, image.height() - row)
    ]
    assert max(spans[0]) <= min(spans[1]) + 1
    assert len(spans[1]) == pytest.approx(2 * len(spans[0]), abs=4)


@pytest.mark.parametrize("width", [240, 360, 760])
def test_names_never_meet_and_nothing_is_cut(width: int, ctx: UiContext, qtbot: QtBot) -> None:
    days, dots = timeline(ctx), scatter(ctx)
    assert isinstance(days, TimelineChart)
    assert isinstance(dots, ScatterChart)
    for one in (days, dots):
        qtbot.addWidget(one)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        days.setLayoutDirection(direction)
        dots.setLayoutDirection(direction)
        box = QRectF(0, 0, width, days.height_at(width))
        names = [days._label(event, width) for event in days._events]
        rooms = [
            QRectF(left, days._name_top(lane, box), days.metrics(bold=True).horizontalAdvance(name), days._lane - 1)
            for name, (lane, left) in zip(names, days._lanes(box), strict=True)
        ]
        _apart(rooms, box)
        box = QRectF(0, 0, width, dots.height_at(width))
        _apart(list(dots._name_rooms(box).values()), box)
    assert len(dots._name_rooms(QRectF(0, 0, 760, 260))) == 3


def test_a_name_without_end_is_shortened(ctx: UiContext, qtbot: QtBot) -> None:
    chart = TimelineChart(ctx, "Days")
    qtbot.addWidget(chart)
    day = date(2027, 1, 15)
    chart.show_events([Event(day, "on and on " * 40, "said", ("a",))], day, "", ("",))
    box = QRectF(0, 0, 300, chart.height_at(300))
    ((_lane, left),) = chart._lanes(box)
    width = chart.metrics(bold=True).horizontalAdvance(chart._label(chart._events[0], 300))
    assert box.left() <= left
    assert left + width <= box.right()


def _apart(rooms: list[QRectF], box: QRectF) -> None:
    for at, room in enumerate(rooms):
        assert box.left() <= room.left()
        assert room.right() <= box.right() + 1
        assert room.bottom() <= box.bottom() + 1
        assert not any(room.intersects(other) for other in rooms[at + 1 :])


def _has(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width()))


# To take along


def test_the_picture_is_light_has_no_mark_and_stays_the_same(chart: Chart, ctx: UiContext) -> None:
    plain = as_png(chart)
    chart.go_to(0)
    assert as_png(chart) == plain
    assert chart.current == 0
    image = QImage.fromData(plain)
    assert image.width() == WIDTH * FINENESS
    assert image.pixelColor(0, 0).name() == LIGHT.surface


def test_the_svg_is_well_formed_and_says_what_it_is(chart: Chart) -> None:
    root = ElementTree.fromstring(as_svg(chart).decode())  # noqa: S314 - it is our own
    kept = {child.tag.rpartition("}")[2]: child.text for child in root}
    assert kept["title"] == chart.accessibleName()
    assert kept["desc"] == chart.accessibleDescription()
    assert float(root.attrib["viewBox"].split()[2]) == WIDTH


def test_the_menu_key_offers_the_picture_and_the_table(chart: Chart) -> None:
    middle = chart.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, chart.mapToGlobal(middle))
    QApplication.sendEvent(chart, event)
    (menu,) = chart.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["Copy as picture", "Save as picture …", "Copy the table"]
    menu.actions()[2].trigger()
    menu.close()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [tuple(line.split("\t")) for line in lines] == chart.table()


def test_what_was_copied_is_said(chart: Chart) -> None:
    said: list[str] = []
    chart.walked.connect(said.append)
    copy_picture(chart)
    assert QGuiApplication.clipboard().image().width() == WIDTH * FINENESS
    two_lines = replace(chart.points[0], cells=("two\nlines", *chart.points[0].cells[1:]))
    chart.set_points((two_lines, *chart.points[1:]), "", chart.headings)
    copy_table(chart)
    assert "two lines\t" in QGuiApplication.clipboard().text()
    assert said == ["Copied", "Copied"]


def test_an_empty_chart_offers_nothing(ctx: UiContext, qtbot: QtBot) -> None:
    empty = _shown(timeline(ctx, ()), qtbot)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPointF().toPoint(), empty.mapToGlobal(QPointF().toPoint())
    )
    QApplication.sendEvent(empty, event)
    assert empty.findChildren(QMenu) == []


def test_its_name_decides_what_kind_of_picture_is_written(chart: Chart, tmp_path: Path) -> None:
    assert write_picture(chart, tmp_path / "a.svg").read_bytes() == as_svg(chart)
    assert write_picture(chart, tmp_path / "a.PNG").read_bytes() == as_png(chart)
    bare = write_picture(chart, tmp_path / "two words. And more")
    assert bare.name == "two words. And more.png"
    assert bare.read_bytes() == as_png(chart)
    with pytest.raises(BadInput):
        write_picture(chart, tmp_path / "nowhere" / "a.png")


def test_the_words_of_the_menu_are_translated(chart: Chart) -> None:
    chart.ctx = replace(chart.ctx, translate=lambda text: f"[{text}]")
    menu = open_menu(chart, chart.mapToGlobal(chart.rect().center()))
    assert all(action.text().startswith("[") for action in menu.actions())
    menu.close()


# The gallery


def test_the_gallery_shows_all_of_them(ctx: UiContext, qtbot: QtBot) -> None:
    page = charts_page(ctx)
    assert isinstance(page, QScrollArea)
    qtbot.addWidget(page)
    shown = {type(one).__name__ for one in page.findChildren(Chart)}
    assert shown == {"BarChart", "StripChart", "ScatterChart", "TimelineChart", "TornadoChart"}
    assert page.findChildren(DataTable)
    page.grab()
