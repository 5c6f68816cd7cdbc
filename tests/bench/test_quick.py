"""How quick the window is with the sample and with a workbook that is far larger than most.

Run by `make bench`; the figures are printed and not judged, for they hang on the machine. What is allowed is what a
person does not feel: 16 ms for a key, 100 ms for a page.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.analysis.totals import package_worth
from counteroffer.archive.store import LocalArchive
from counteroffer.domain.edits import Path as FieldPath
from counteroffer.domain.packages import Slot
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Session
from counteroffer.method.checking import standings
from counteroffer.sample import sample_workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.finding import find_text
from counteroffer.ui.tabs import PAGES
from counteroffer.ui.theme import Mode
from counteroffer.ui.widgets.item_view import ItemView
from counteroffer.ui.widgets.narrowing import Narrowing
from counteroffer.ui.window.workspace import Workspace
from tests.bench.big_workbook import big_workbook
from tests.bench.figures import milliseconds, painted, part, table, turns
from tests.ui.conftest import TODAY, archive, ctx, theme

__all__ = ["archive", "ctx", "theme"]  # pytest finds them here

pytestmark = pytest.mark.bench

KEY, PAGE = 16, 100
TYPED = "They say that the offer stands as it is. "
WINDOWS = 20

Figures = dict[str, float]


class Desk:
    """Shows a workbook; the one before it is put away."""

    def __init__(self, archive: LocalArchive, ctx: UiContext) -> None:
        self._archive = archive
        self._ctx = ctx
        self._shown: Workspace | None = None

    def __call__(self, workbook: Workbook) -> Workspace:
        self.clear()
        self._shown = Workspace(Bridge(Session(workbook, self._archive)), self._ctx, [])
        self._shown.resize(1080, 820)
        self._shown.show()
        return self._shown

    def clear(self) -> None:
        """Put away what is shown, and all that it leaves behind, so that it does not count as work for the next."""
        if self._shown is not None:
            put_away(self._shown)
            self._shown = None
            gc.collect()


@pytest.fixture
def workspaces(archive: LocalArchive, ctx: UiContext) -> Iterator[Desk]:
    desk = Desk(archive, ctx)
    yield desk
    desk.clear()


def put_away(workspace: Workspace) -> None:
    workspace.bridge.flush_and_wait()
    workspace.bridge.close()
    workspace.close()
    workspace.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def both(measure: Callable[[Workbook], Figures]) -> list[tuple[str, float, float]]:
    """What is measured, for the sample and for the big workbook. The first round is for what is loaded only once."""
    measure(sample_workbook(TODAY))
    sample, big = measure(sample_workbook(TODAY)), measure(big_workbook(TODAY))
    return [(name, sample[name], big[name]) for name in sample]


def test_pages(workspaces: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    def measure(workbook: Workbook) -> Figures:
        made: list[Workspace] = []
        workspaces.clear()
        found = {"open the workbook": milliseconds(lambda: made.append(workspaces(workbook)))}
        workspace = made[0]
        for tab in PAGES:
            found[f"{tab.title}, first time"] = milliseconds(lambda tab=tab: workspace.show_page(tab.id))
            found[f"{tab.title}, the longest slice after"] = max(turns())
        for tab in PAGES:
            found[f"{tab.title}, again"] = milliseconds(lambda tab=tab: workspace.show_page(tab.id))
            turns(0.3)
        return found

    rows = both(measure)
    with capsys.disabled():
        print("\n" + table("Opening", [(*row, 0 if "slice" in row[0] else PAGE) for row in rows]))


def test_typing(workspaces: Desk, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    def measure(workbook: Workbook) -> Figures:
        workspace = workspaces(workbook)
        for tab in PAGES:
            workspace.show_page(tab.id).complete()
        turns()
        term = ("terms", workbook.terms[0].id)
        places: dict[str, tuple[FieldPath, str]] = {
            "a long text": (("situation", "offer_text"), TYPED * 3),
            "a name of a term": ((*term, "name"), TYPED * 3),
            "a sum of money": (("packages", "budget"), "123456789" * 12),
            "a level of a term": ((*term, "target", "value"), "123456789" * 12),
            "a line to say": ((*term, "justification", "line"), TYPED * 3),
            "a finding": (("research", "findings", workbook.research.findings[3].id, "statement"), TYPED * 3),
        }
        found: Figures = {}
        for name, (path, text) in places.items():
            workspace.activateWindow()
            workspace.reveal(path)
            turns()
            qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
            place = QApplication.focusWidget()
            assert place is not None
            times = [milliseconds(lambda key=key, place=place: QTest.keyClick(place, key)) for key in text]
            found[f"a key in {name}, p50"] = part(times, 0.5)
            found[f"a key in {name}, p99"] = part(times, 0.99)
            found[f"{name}: the longest slice after"] = max(turns())
        found["undo"] = milliseconds(lambda: workspace.travel(workspace.bridge.undo()))
        found["save"] = milliseconds(workspace.bridge.flush_and_wait)
        return found

    rows = both(measure)
    with capsys.disabled():
        print("\n" + table("Typing", [(*row, KEY if "key" in row[0] else 0) for row in rows]))


def test_theme(workspaces: Desk, ctx: UiContext, capsys: pytest.CaptureFixture[str]) -> None:
    """With every page made, so that all there can be is dressed anew."""

    def measure(workbook: Workbook) -> Figures:
        workspace = workspaces(workbook)
        for tab in PAGES:
            workspace.show_page(tab.id).complete()
        turns()
        found = {
            mode.value: milliseconds(lambda mode=mode: ctx.theme.set_mode(mode)) for mode in (Mode.DARK, Mode.LIGHT)
        }
        turns()
        return found

    rows = both(measure)
    with capsys.disabled():
        print("\n" + table("Theme", [(*row, 0) for row in rows]))


def test_reckoning_and_finding(workspaces: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    def measure(workbook: Workbook) -> Figures:
        workspace = workspaces(workbook)
        page = workspace.show_page("research")
        page.complete()
        painted()
        view = max(page.findChildren(ItemView), key=lambda one: one.model().rowCount())
        bar = view.verticalScrollBar()
        return {
            "all checks": milliseconds(lambda: standings(workbook, TODAY)),
            "a package reckoned": milliseconds(lambda: package_worth(workbook, Slot.TARGET)),
            "find a word": milliseconds(lambda: find_text(workbook, "budget")),
            "scroll a long list by a page": milliseconds(lambda: bar.setValue(bar.value() + bar.pageStep())),
        }

    rows = both(measure)
    with capsys.disabled():
        print("\n" + table("Reckoning", [(*row, KEY if "scroll" in row[0] else 0) for row in rows]))


def test_narrowing(workspaces: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Only long lists have the line, so there is nothing of the sample's to be compared with."""
    workspace = workspaces(big_workbook(TODAY))
    rows: list[tuple[str, float, float, float]] = []
    for tab, words in (("priorities", "days off 3"), ("research", "planners 12"), ("conversations", "phone dec")):
        page = workspace.show_page(tab)
        page.complete()
        turns()
        for narrowing in [one for one in page.findChildren(Narrowing) if one.isVisibleTo(page)]:
            name = narrowing.line.accessibleName()
            narrowing.line.setFocus()
            painted()
            times = [milliseconds(lambda key=key, to=narrowing.line: QTest.keyClick(to, key)) for key in words]
            rows.append((f"{name}, p50", 0, part(times, 0.5), KEY))
            rows.append((f"{name}, longest", 0, max(times), KEY))
            rows.append((f"{name}, once typing rests", 0, max(turns()), 0))
    with capsys.disabled():
        print("\n" + table("Narrowing", rows))


def test_start(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From nothing to the first paint, in a process of its own."""
    script = (
        "import sys, time; from pathlib import Path; from counteroffer import app; qt = app.start_qt();"
        "one = app.open_application(qt, Path(sys.argv[1]) / 'a', Path(sys.argv[1]) / 's.json');"
        "one.open_window(); qt.sendPostedEvents(); qt.sendPostedEvents(); print(time.process_time() * 1000);"
        "one.close()"
    )
    times = []
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True, timeout=120
        )
        times.append(float(done.stdout.split()[0]))
    with capsys.disabled():
        print(f"\nFrom nothing to the first paint: {min(times):.0f} ms of work")


def test_windows_that_were_closed_leave_nothing_behind(
    workspaces: Desk,
    archive: LocalArchive,
    ctx: UiContext,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def one_window() -> None:
        workspace = Workspace(Bridge(Session(sample_workbook(TODAY), archive)), ctx, [])
        workspace.show()
        for tab in PAGES[:3]:
            workspace.show_page(tab.id).complete()
        painted()
        put_away(workspace)

    def living() -> tuple[int, int]:
        gc.collect()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return len(QApplication.allWidgets()), sum(isinstance(one, QWidget) for one in gc.get_objects())

    for _warm in range(2):
        one_window()
    before = living()
    for _window in range(WINDOWS):
        one_window()
    after = living()
    with capsys.disabled():
        print(f"\nWidgets, Qt's and Python's, before and after {WINDOWS} windows: {before}, {after}")
    assert after[0] <= before[0]
    assert after[1] <= before[1]
