"""The end of the quick start, and its place in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from counteroffer.app import Application, open_application
from counteroffer.domain.base import revise
from counteroffer.domain.edits import Set
from counteroffer.domain.levels import AmountValue
from counteroffer.domain.terms import Level
from counteroffer.domain.workbook import Workbook
from counteroffer.method.checking import standings
from counteroffer.sample import sample_workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.quick_start.ending import Ending
from counteroffer.ui.quick_start.quick_start import QuickStart
from counteroffer.ui.quick_start.thin import MATTER, MOST, thin
from counteroffer.ui.tabs import QUICK_START
from counteroffer.ui.window.main_window import USUAL, MainWindow
from counteroffer.ui.window.workspace import Workspace
from tests.ui.conftest import TODAY
from tests.ui.quick_tools import REMOTE, at, book, shown, write
from tests.ui.term_tools import DAYS, PAY

Open = Callable[[Workbook], Bridge]


@pytest.fixture
def with_ask(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> QuickStart:
    return shown(QuickStart(open_workbook(Workbook(terms=(REMOTE,))), ctx), qtbot)


# --- the end


def test_thin_is_what_matters_now_and_never_the_same_field_twice() -> None:
    for workbook in (Workbook(), Workbook(terms=(PAY,)), Workbook(terms=(REMOTE, DAYS))):
        found = standings(workbook, TODAY)
        listed = thin(found)
        assert 1 <= len(listed.points) <= MOST
        assert len({one.check.path for one in listed.points}) == len(listed.points)
        assert [one.point.id for one in listed.points] == sorted(
            (one.point.id for one in listed.points), key=MATTER.index
        )
        assert all(one.check.next_step is not None for one in listed.points)
        still_open = sum(one.check.state == "open" for one in found)
        assert listed.more == still_open - len(listed.points)
    assert thin(standings(sample_workbook(TODAY), TODAY)).points == ()


def test_the_points_that_matter_are_points_of_the_method() -> None:
    known = {one.point.id for one in standings(Workbook(), TODAY)}
    assert set(MATTER) <= known
    assert len(set(MATTER)) == len(MATTER)


def test_the_end_names_what_is_thin_and_leads_to_the_field(with_ask: QuickStart, qtbot: QtBot) -> None:
    with_ask._show(None)
    ending = with_ask.findChildren(Ending)[0]
    assert ending.title.text() == "Your brief has no ask yet"
    found = thin(standings(book(with_ask), TODAY)).points
    buttons = [one for one in ending.findChildren(QAbstractButton) if one.text() == "Go there"]
    assert len(buttons) == len(found)
    for button, standing in zip(buttons, found, strict=True):
        with qtbot.waitSignal(with_ask.elsewhere) as gone:
            button.click()
        assert gone.args == [standing.check.path]
    with qtbot.waitSignal(with_ask.papers_wanted):
        ending.print_button.click()
    with qtbot.waitSignal(with_ask.workbook_wanted):
        ending.go_on_button.click()


def test_with_a_figure_the_brief_is_ready_and_of_the_sample_nothing_is_thin(
    open_workbook: Open, ctx: UiContext, qtbot: QtBot
) -> None:
    ask = revise(PAY, opening=Level(value=AmountValue(amount="60000")))
    made = shown(QuickStart(open_workbook(Workbook(terms=(ask,))), ctx), qtbot)
    made._show(None)
    assert made.ending.title.text() == "Your brief is ready"
    whole = shown(QuickStart(open_workbook(sample_workbook(TODAY)), ctx), qtbot)
    assert at(whole) == "end"
    assert whole.ending.card.title.text() == "Nothing here is thin"


# --- in the window


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    opened = open_application(qapp, tmp_path / "archive", tmp_path / "settings.json")
    yield opened
    for window in tuple(opened.windows):
        window.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    opened.theme.deleteLater()
    opened.archive.close()


def begun(window: MainWindow, qtbot: QtBot) -> Workspace:
    """The workbook that the start page's button begins."""
    window.start_page.quick_button.click()
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=5_000)
    assert window.workspace is not None
    return window.workspace


def test_the_start_page_begins_it_in_a_workbook_of_the_archive(application: Application, qtbot: QtBot) -> None:
    window = application.open_window()
    workspace = begun(window, qtbot)
    assert workspace.current == QUICK_START
    assert [one.id for one in application.archive.summaries().result()] == [workspace.bridge.workbook.id]
    assert not workspace.guide.isVisible()
    assert not window.actions_by_id["guide"].isEnabled()


def test_one_may_leave_it_and_come_back(application: Application, qtbot: QtBot) -> None:
    window = application.open_window()
    window.resize(USUAL)  # the guide has its place, also where the screen is small
    workspace = begun(window, qtbot)
    asking = workspace.show_quick_start()
    asking.go_to("draw")
    write(asking, qtbot, "why_role", "Rivers")
    for place in ("offer", "archive", "settings"):
        window.go(place)
        assert place != "offer" or (workspace.guide.isVisible() and window.actions_by_id["guide"].isEnabled())
        window.go(QUICK_START)
        assert not workspace.guide.isVisible()
        assert at(asking) == "draw"
    assert book(asking).situation.why_role == "Rivers"
    assert window.close()
    assert application.archive.load(book(asking).id).result().situation.why_role == "Rivers"


def test_undo_in_the_window_stays_with_the_questions_as_long_as_they_show_it(
    application: Application, qtbot: QtBot
) -> None:
    window = application.open_window()
    workspace = begun(window, qtbot)
    asking = workspace.show_quick_start()
    write(asking, qtbot, "employer", "North Mill")
    asking.go_to("draw")
    window.undo()
    assert (workspace.current, at(asking)) == (QUICK_START, "who")
    window.redo()
    workspace.bridge.apply(Set(("situation", "your_name"), "Alex"))
    window.undo()
    assert workspace.current == "offer"


def test_with_a_workbook_open_another_window_asks(application: Application, qtbot: QtBot) -> None:
    window = application.open_window()
    begun(window, qtbot)
    window.archive_desk.quick_start()
    qtbot.waitUntil(lambda: len(application.windows) == 2, timeout=5_000)
    other = application.windows[1]
    qtbot.waitUntil(lambda: other.workspace is not None, timeout=5_000)
    assert other.workspace is not None
    assert other.workspace.current == QUICK_START


def test_the_end_opens_the_brief_and_the_workbook(
    application: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = application.open_window()
    workspace = begun(window, qtbot)
    asking = workspace.show_quick_start()
    wanted: list[str] = []
    monkeypatch.setattr(window, "papers", wanted.append)
    asking._show(None)
    asking.ending.print_button.click()
    assert wanted == ["brief"]
    next(one for one in asking.ending.findChildren(QAbstractButton) if one.text() == "Go there").click()
    assert workspace.current != QUICK_START
    window.go(QUICK_START)
    asking.ending.go_on_button.click()
    assert workspace.current == "offer"


def test_the_rail_offers_it_only_where_it_is_of_use(application: Application, qtbot: QtBot) -> None:
    window = application.open_window()
    offered = window.rail.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (button,) = [one for one in offered if one.accessibleName() == "Quick start"]
    assert not button.isVisible()
    window.show_workbook(Workbook())
    assert button.isVisible()
    window.show_workbook(Workbook(terms=(PAY, DAYS, REMOTE)))
    assert not button.isVisible()
