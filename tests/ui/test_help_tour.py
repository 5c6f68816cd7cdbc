"""The tour: offered once on the first start, walks through all pages of the sample, and is gone when it ends."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.app import Application
from counteroffer.domain.edits import Path, find
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.tour import TourStrip
from counteroffer.ui.help.tour_stops import STOPS, Stop, place_of
from counteroffer.ui.items import ItemsEditor
from counteroffer.ui.tabs import TABS, tab_of
from counteroffer.ui.widgets import FieldEditor
from counteroffer.ui.window.main_window import MainWindow
from counteroffer.ui.window.places import TOUR


def _begun(window: MainWindow, qtbot: QtBot) -> TourStrip:
    """The strip, once the sample is open with it."""
    qtbot.waitUntil(lambda: window.findChild(TourStrip) is not None, timeout=5_000)
    strip = window.findChild(TourStrip)
    assert isinstance(strip, TourStrip)
    return strip


def test_the_stops_go_through_all_tabs_and_each_is_in_the_sample() -> None:
    sample = sample_workbook(date(2027, 1, 15))
    paths = [place_of(stop, sample) for stop in STOPS]
    assert [tab_of(path) for path in paths] == [tab.id for tab in TABS]
    for path in paths:
        assert find(sample, path) not in ("", None, ())
    # A list that was emptied ends the way there.
    assert place_of(STOPS[1], Workbook()) == ("research", "findings")


def test_the_strip_leads_on_and_back_and_says_where_one_is(ctx: UiContext, qtbot: QtBot) -> None:
    strip = TourStrip(ctx)
    qtbot.addWidget(strip)
    seen: list[Stop] = []
    strip.moved.connect(seen.append)
    strip.show_stop(0)
    assert not strip.back_button.isEnabled()
    for _stop in STOPS[1:]:
        strip.next_button.click()
    assert tuple(seen) == STOPS
    assert strip.next_button.isHidden()
    strip.back_button.click()
    assert strip.stop is STOPS[-2]
    assert not strip.next_button.isHidden()
    with qtbot.waitSignal(strip.ended):
        strip.end_button.click()


def test_it_is_offered_on_the_first_start_and_leads_through_the_sample(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    card = window.start_page.tour_card
    qtbot.waitUntil(card.isVisible, timeout=5_000)
    card.begin_button.click()
    strip = _begun(window, qtbot)
    workspace = window.workspace
    assert workspace is not None
    assert workspace.bridge.workbook.title.endswith("(sample)")
    assert workspace.current == "offer"
    strip.next_button.click()
    assert workspace.current == "research"
    strip.end_button.click()
    assert not strip.isVisible()
    assert application.preferences.tour_offered


def _paths_at(widget: QWidget | None) -> list[Path]:
    """The paths of the field and the lists that a widget stands in."""
    found = []
    while widget is not None:
        if isinstance(widget, FieldEditor | ItemsEditor) and widget.path:
            found.append(widget.path)
        widget = widget.parentWidget()
    return found


@pytest.mark.torture
def test_every_stop_brings_its_field_into_view(window: MainWindow, qtbot: QtBot) -> None:
    window.archive_desk.tour()
    strip = _begun(window, qtbot)
    workspace = window.workspace
    assert workspace is not None
    for tab, stop in zip(TABS, STOPS, strict=True):
        assert strip.stop is stop
        assert workspace.current == tab.id
        goal = place_of(stop, workspace.bridge.workbook)
        qtbot.waitUntil(lambda goal=goal: goal in _paths_at(QApplication.focusWidget()), timeout=5_000)
        strip.next_button.click()


def test_closing_the_card_is_remembered(application: Application, window: MainWindow, qtbot: QtBot) -> None:
    card = window.start_page.tour_card
    qtbot.waitUntil(card.isVisible, timeout=5_000)
    card.close_button.click()
    assert card.isHidden()
    again = application.open_window()
    with qtbot.waitSignal(again.start_page.list.rows.modelReset, timeout=200, raising=False):
        again.start_page.refresh()
    assert again.start_page.tour_card.isHidden()


def test_whoever_has_a_workbook_is_not_offered_it(application: Application, window: MainWindow, qtbot: QtBot) -> None:
    card = window.start_page.tour_card
    qtbot.waitUntil(card.isVisible, timeout=5_000)
    application.archive.add(Workbook(title="Mine")).result()
    window.go("archive")
    qtbot.waitUntil(card.isHidden, timeout=5_000)
    assert not application.preferences.tour_offered


def test_beside_other_work_it_gets_a_window_of_its_own(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_workbook(Workbook())
    window.workbook_desk.choose(application.archive.add(Workbook()).result().workbook_id, TOUR)
    qtbot.waitUntil(lambda: len(application.windows) == 2, timeout=5_000)
    other = application.windows[1]
    strip = _begun(other, qtbot)
    assert window.findChild(TourStrip) is None
    assert other.workspace is not None
    assert other.workspace.isAncestorOf(strip)
    assert strip.stop is STOPS[0]
