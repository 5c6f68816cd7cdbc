"""The whole package in money: in a sentence, as bars, as a table; and the limit only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Batch, Set
from counteroffer.domain.levels import AmountValue
from counteroffer.domain.money import Estimate
from counteroffer.domain.packages import Packages, Reckoning
from counteroffer.domain.situation import Plan, Situation, WalkAway
from counteroffer.domain.terms import Level, Offered, Term
from counteroffer.domain.units import Unit
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.offer import OfferPage
from counteroffer.ui.pages.package_totals import PackageTotals
from counteroffer.ui.pages.priorities import PrioritiesPage
from counteroffer.ui.theme import Duration, Theme
from tests.ui.page_tools import show

Open = Callable[[Workbook], Bridge]


def money(amount: str) -> Level:
    return Level(value=AmountValue(amount=amount))


PAY = Term(
    id="pay",
    name="Base pay",
    benefit="base_pay",
    offered=Offered(value=AmountValue(amount="50000")),
    opening=money("57000"),
    target=money("55000"),
    acceptable=money("53000"),
)
JOINING = Term(
    id="joining",
    name="Sign-on bonus",
    benefit="sign_on_bonus",
    unit=Unit.MONEY_ONCE,
    target=Level(value=AmountValue(amount="2000")),
    opening=Level(value=AmountValue(amount="4000"), worth=Estimate(low="800", likely="1000", high="1200")),
)
TITLE = Term(
    id="title",
    name="Title",
    unit=Unit.YES_NO,
    target=Level.model_validate({"value": {"kind": "yes_no", "yes": True}}),
)
STAY = Plan(id="stay", worth=Estimate(low="51000", likely="52500", high="54000"))
WORKBOOK = Workbook(
    situation=Situation(plans=(STAY,), walk_away=WalkAway(amount="53500")),
    packages=Packages(reckoning=Reckoning(horizon_years=4)),
    terms=(PAY, JOINING, TITLE),
)


@pytest.fixture
def bridge(open_workbook: Open) -> Bridge:
    return open_workbook(WORKBOOK)


@pytest.fixture
def totals(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> PackageTotals:
    totals = PackageTotals(bridge, ctx)
    qtbot.addWidget(totals)
    totals.resize(640, 700)
    with qtbot.waitActive(totals):
        totals.show()
        totals.activateWindow()
    return totals


def rows(totals: PackageTotals) -> list[list[str]]:
    table = totals.table
    found = []
    for at in range(table.rowCount()):
        cells = [table.item(at, column) for column in range(table.columnCount())]
        found.append([cell.text().replace("\n", " | ") for cell in cells if cell is not None])
    return found


def rested(qtbot: QtBot) -> None:
    qtbot.wait(Duration.FIGURES + 50)


def test_every_package_has_its_row(totals: PackageTotals) -> None:
    # At target: 50,000 + 5,000 + 2,000 ÷ 4 = 55,500
    assert rows(totals) == [
        ["The offer as it stands", "€50,000", "—", "—"],
        ["All at acceptable", "€53,000", "€3,000", "—"],
        ["All at target", "€55,500", "€5,000", "€2,000"],
        ["All at opening", "€58,000 | €57,800 – €58,200", "€7,800 – €8,200", "—"],
        ["Best alternative", "€52,500 | €51,000 – €54,000", "—", "—"],
    ]
    assert totals.chart.table()[0] == ("Package", "A year", "More in year one", "Once")


def test_it_is_said_in_a_sentence(qtbot: QtBot, totals: PackageTotals, bridge: Bridge) -> None:
    assert totals.words.text() == (
        "As it stands, the offer is worth €50,000 a year; with all your targets, €55,500 a year. "
        "Your best alternative, €52,500 a year, is worth more than the offer as it stands."
    )
    assert totals.chart.accessibleDescription() == totals.words.text()
    assert totals.unknown.text() == "Not counted yet, because no worth is known: “Title”."
    for low, high, words in (
        ("48000", "54000", "is too close to the offer to tell"),
        ("41000", "44000", "It is better than your best alternative already."),
    ):
        likely = {"low": low, "likely": low, "high": high}
        bridge.apply(Set(("situation", "plans", "stay", "worth"), likely))
        rested(qtbot)
        assert words in totals.words.text()
    bridge.apply(Set(("situation", "plans"), ()))
    rested(qtbot)
    assert totals.words.text().endswith("€55,500 a year.")


def test_the_limit_is_shown_only_when_asked_for_and_put_away_again(totals: PackageTotals) -> None:
    assert all("53,500" not in one.text() for one in totals.findChildren(QLabel))
    assert "53,500" not in str(rows(totals)) + totals.chart.toolTip()
    totals.limit.click()
    assert rows(totals)[-1] == ["Your limit", "€53,500", "—", "—"]
    assert totals.limit.text() == "Put my limit away"
    totals.hide()
    totals.show()
    assert "53,500" not in str(rows(totals)) + totals.chart.toolTip()


def test_the_bars_are_walked_and_said(totals: PackageTotals) -> None:
    totals.limit.click()
    totals.chart.setFocus()
    said = []
    for _ in range(6):
        QTest.keyClick(totals.chart, Qt.Key.Key_Down)
        said.append(totals.said.text())
    assert said[0] == "The offer as it stands: €50,000 a year"
    assert said[2] == ("All at target: €55,500 a year  ·  in year one €5,000 more than the offer  ·  once €2,000")
    assert said[4] == "Best alternative: €52,500 a year  ·  €51,000 – €54,000"
    assert said[5] == "Your limit: €53,500 a year"
    totals.chart.clearFocus()
    assert not totals.said.isVisible()


def test_the_pointer_finds_the_bars(totals: PackageTotals) -> None:
    at = totals.chart.place(1, totals.chart._box()).toPoint()
    QTest.mouseMove(totals.chart, QPoint(2, 2))
    QTest.mouseMove(totals.chart, at)
    assert totals.said.text().startswith("All at acceptable")


def test_it_follows_the_workbook_and_the_period(qtbot: QtBot, totals: PackageTotals, bridge: Bridge) -> None:
    reckoning = ("packages", "reckoning")
    bridge.apply(Set((*reckoning, "shown_per"), "month"))
    rested(qtbot)
    assert rows(totals)[1][1] == "€4,417"
    assert totals.chart.table()[0][1] == "A month"
    assert "€4,167 a month" in totals.words.text()
    bridge.apply(Batch("", (Set((*reckoning, "keep_rate"), "0.5"), Set((*reckoning, "after_tax"), True))))
    rested(qtbot)
    assert rows(totals)[1][2] == "€1,500"
    assert "after tax" in totals.basis.text()


def test_without_base_pay_it_says_what_belongs_there(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    bridge = open_workbook(Workbook())
    totals = PackageTotals(bridge, ctx)
    qtbot.addWidget(totals)
    totals.show()
    shown = [one.text() for one in totals.findChildren(QLabel) if one.isVisible()]
    assert shown == ["Put in base pay as they offer it, and the whole package will stand here."]
    assert not totals.limit.isVisible()
    assert not totals.table.isVisible()


def test_it_is_drawn_in_both_themes_and_from_right_to_left(totals: PackageTotals, theme: Theme) -> None:
    from counteroffer.ui.theme import Mode

    for mode in (Mode.DARK, Mode.LIGHT):
        theme.set_mode(mode)
        image = totals.chart.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert theme.colours.accent in seen
    totals.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    totals.chart.grab()
    assert totals.chart.place(0, totals.chart._box()).x() < totals.chart.width() / 2


def test_it_stands_on_the_offer_whole_and_on_priorities_in_short(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
    offer = show(qtbot, OfferPage(bridge, ctx))
    (whole,) = offer.findChildren(PackageTotals)
    assert whole.table.isVisible()
    assert whole.limit.isVisible()
    priorities = show(qtbot, PrioritiesPage(bridge, ctx))
    (short,) = priorities.findChildren(PackageTotals)
    assert not short.table.isVisible()
    assert not short.limit.isVisible()
    short.as_table.button.click()
    assert short.table.isVisible()
