"""The range strip: drawn, walked with the arrow keys, said in words, read as a table; and where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Set
from counteroffer.domain.justifications import Justification
from counteroffer.domain.levels import AmountValue, NumberValue, TextValue, Unit, ValueRange
from counteroffer.domain.research import Finding, Research
from counteroffer.domain.terms import Level, Offered, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.charts.range_strip import RangeStrip
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.justifications import JustificationsPage
from counteroffer.ui.pages.research import ResearchPage
from counteroffer.ui.pages.term_strips import Strips
from counteroffer.ui.theme import DARK, LIGHT, Colours, Duration
from tests.ui.page_tools import show
from tests.ui.term_tools import out_of_reading_order

Open = Callable[[Workbook], Bridge]
SURVEY = ValueRange(
    low=AmountValue(amount="48000"), typical=AmountValue(amount="54000"), high=AmountValue(amount="58500")
)
PAY = Term(
    id="pay",
    name="Base pay",
    offered=Offered(value=AmountValue(amount="50000")),
    target=Level(value=AmountValue(amount="55000")),
    today=AmountValue(amount="47500"),
    justification=Justification(evidence=("adverts",)),
)
DAYS = Term(id="days", name="Days off", unit=Unit.DAYS_YEAR, target=Level(value=NumberValue(number="28")))
FINDINGS = (
    Finding(id="survey", terms=("pay", "days"), statement="A survey", unit=Unit.MONEY_YEAR, range=SURVEY),
    Finding(id="adverts", statement="Adverts", unit=Unit.MONEY_YEAR, range=SURVEY),
    Finding(id="hearsay", terms=("pay",), unit=Unit.MONEY_YEAR, range=ValueRange(typical=AmountValue(amount="1"))),
    Finding(id="monthly", terms=("pay",), unit=Unit.MONEY_MONTH, range=SURVEY),
    Finding(
        id="titles",
        terms=("pay",),
        unit=Unit.TEXT,
        range=ValueRange(low=TextValue(text="Planner"), high=TextValue(text="Lead")),
    ),
)
WORKBOOK = Workbook(terms=(PAY, DAYS), research=Research(findings=FINDINGS))
WORDS = (
    "Typical: €54,000 a year; the offer, €50,000, stands at the low end; "
    "your target, €55,000, stands a little above typical; what you have today, €47,500, stands below the range."
)


@pytest.fixture
def strip(qtbot: QtBot, ctx: UiContext) -> RangeStrip:
    strip = RangeStrip(ctx)
    strip.show_range("A survey", SURVEY, Unit.MONEY_YEAR, PAY, "EUR")
    qtbot.addWidget(strip)
    strip.resize(480, 160)
    with qtbot.waitActive(strip):
        strip.show()
        strip.activateWindow()
    return strip


def test_all_is_said_in_words(strip: RangeStrip) -> None:
    assert strip.words.text() == WORDS
    assert strip.chart.accessibleName() == "A survey"
    assert strip.chart.accessibleDescription() == WORDS


def test_it_is_there_as_a_table(strip: RangeStrip) -> None:
    assert strip.table() == [
        ("Point", "Level"),
        ("Today", "€47,500"),
        ("Low", "€48,000"),
        ("Offer", "€50,000"),
        ("Typical", "€54,000"),
        ("Target", "€55,000"),
        ("High", "€58,500"),
    ]
    assert "Target  €55,000" in strip.chart.toolTip()


def test_the_arrow_keys_walk_it_and_each_point_is_said(strip: RangeStrip) -> None:
    chart = strip.chart
    chart.setFocus()
    said = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(chart, key)
        said.append(strip.words.text())
    assert said == [
        "What you have today, €47,500, stands below the range.",
        "Low: €48,000 a year.",
        "The offer, €50,000, stands at the low end.",
        "Low: €48,000 a year.",
        "High: €58,500 a year.",
        "What you have today, €47,500, stands below the range.",
    ]
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current == 0
    chart.clearFocus()
    assert strip.words.text() == WORDS


def test_the_keys_go_in_the_direction_of_reading(strip: RangeStrip) -> None:
    box = strip.chart._box()
    ltr = [strip.chart.place(at, box).x() for at in range(6)]
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [strip.chart.place(at, box).x() for at in range(6)] == pytest.approx(
        [box.left() + box.right() - x for x in ltr]
    )
    strip.chart.setFocus()
    QTest.keyClick(strip.chart, Qt.Key.Key_Left)
    assert strip.chart.current == 0
    QTest.keyClick(strip.chart, Qt.Key.Key_Left)
    assert strip.chart.current == 1


def test_other_keys_are_left_to_the_page(strip: RangeStrip) -> None:
    strip.chart.setFocus()
    QTest.keyClick(strip.chart, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(strip.chart, Qt.Key.Key_A)
    assert strip.chart.current == -1


def test_the_pointer_finds_the_points_too(strip: RangeStrip) -> None:
    at = strip.chart.place(2, strip.chart._box())
    QTest.mouseMove(strip.chart, QPoint(1, 1))
    QTest.mouseMove(strip.chart, at.toPoint())
    assert strip.words.text() == "The offer, €50,000, stands at the low end."
    strip.chart.clearFocus()
    QTest.mouseMove(strip.chart, at.toPoint() + QPoint(60, 0))
    assert strip.words.text() == WORDS


def _drawn(strip: RangeStrip, colours: Colours) -> QImage:
    image = QImage(480, 80, QImage.Format.Format_RGB32)
    image.fill(colours.surface)
    painter = QPainter(image)
    strip.chart.draw(painter, QRectF(0, 0, 480, 80), colours)
    painter.end()
    return image


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_it_is_drawn_in_the_colours_that_are_asked_for(strip: RangeStrip, colours: Colours) -> None:
    image = _drawn(strip, colours)
    seen = {image.pixelColor(x, y).name() for x in range(0, 480) for y in range(0, 80)}
    assert {colours.accent, colours.accent_soft, colours.surface} <= seen


def test_labels_never_touch_and_nothing_is_cut(strip: RangeStrip) -> None:
    for width in (240, 300, 400, 700):
        box = QRectF(0, 0, width, 0)
        for labels in strip.chart._labels(box):
            for index, left, wide, row in labels:
                assert box.left() <= left
                assert left + wide <= box.right() + 1
                for other, other_left, other_wide, other_row in labels:
                    if other != index and row == other_row:
                        assert left + wide <= other_left or other_left + other_wide <= left


def test_one_figure_alone_stands_in_the_middle(strip: RangeStrip) -> None:
    alike = ValueRange(low=NumberValue(number="6"), typical=NumberValue(number="6"), high=NumberValue(number="6"))
    strip.show_range("", alike, Unit.MONTHS, None, "EUR")
    assert strip.words.text() == "Typical: 6 months."
    assert not strip.title.isVisible()
    strip.grab()


def test_a_range_upside_down_says_so(strip: RangeStrip) -> None:
    wrong = ValueRange(low=AmountValue(amount="3"), high=AmountValue(amount="1"))
    strip.show_range("", wrong, Unit.MONEY_YEAR, PAY, "EUR")
    assert strip.problem.text() == "This range is upside down: low comes first, then typical, then high."
    assert not strip.chart.isVisible()
    strip.show_range("", SURVEY, Unit.MONEY_YEAR, PAY, "EUR")
    assert strip.chart.isVisible()
    assert strip.problem.text() == ""


def test_a_term_counted_otherwise_is_not_held_against_it(strip: RangeStrip) -> None:
    strip.show_range("", SURVEY, Unit.MONEY_MONTH, PAY, "EUR")
    assert strip.words.text() == "Typical: €54,000 a month."


# Where it stands


def strips(page: JustificationsPage | ResearchPage) -> list[RangeStrip]:
    return [one for one in page.findChildren(RangeStrip) if one.isVisible()]


def test_on_research_it_stands_under_the_finding(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    bridge = open_workbook(WORKBOOK)
    page = show(qtbot, ResearchPage(bridge, ctx))
    (found,) = strips(page)
    assert found.title.text() == "Where “Base pay” stands in it"
    assert found.words.text() == WORDS
    bridge.apply(Set(("research", "findings", "survey", "range", "low"), {"kind": "amount", "amount": "56000"}))
    qtbot.wait(Duration.FIGURES + 50)
    assert found.problem.text().startswith("This range is upside down")
    for other in ("adverts", "hearsay", "monthly", "titles"):
        assert page.reveal(("research", "findings", other, "statement"))
        assert strips(page) == [], other
    assert page.reveal(("research", "findings", "survey", "statement"))
    assert len(strips(page)) == 1
    # The line of what is on this page is a stop of its own.
    qtbot.waitUntil(lambda: set(out_of_reading_order(page.column)) <= {"Findings"})


def test_on_justifications_each_finding_behind_the_ask_has_one(
    qtbot: QtBot, open_workbook: Open, ctx: UiContext
) -> None:
    bridge = open_workbook(WORKBOOK)
    page = show(qtbot, JustificationsPage(bridge, ctx))
    assert [one.title.text() for one in strips(page)] == ["Adverts", "A survey"]
    bridge.apply(Set(("terms", "pay", "target", "value"), {"kind": "amount", "amount": "58500"}))
    qtbot.wait(Duration.FIGURES + 50)
    assert "your target, €58,500, stands at the high end" in strips(page)[0].words.text()
    bridge.apply(Set(("research", "findings", "survey", "terms"), ()))
    qtbot.wait(Duration.FIGURES + 50)
    assert [one.title.text() for one in strips(page)] == ["Adverts"]
    qtbot.waitUntil(lambda: out_of_reading_order(page.column) == [])
    page.list.select("days")
    assert strips(page) == []
    assert not [one for one in page.findChildren(Strips) if one.isVisible()]
    page.list.select("pay")
    assert len(strips(page)) == 1
