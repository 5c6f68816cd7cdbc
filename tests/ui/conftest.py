"""What the tests of the window share: one theme, a context with a fixed day, and workbooks open over an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.app import Application, open_application
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Session
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.theme import Mode, Theme
from counteroffer.ui.window.main_window import MainWindow

TODAY = date(2027, 1, 15)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Mode.LIGHT, 1.0)


@pytest.fixture
def ctx(theme: Theme) -> UiContext:
    theme.set_mode(Mode.LIGHT)
    return UiContext(lambda text: text, "en_GB", theme, lambda: TODAY)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[LocalArchive]:
    with open_archive(tmp_path / "archive") as opened:
        yield opened


@pytest.fixture
def open_workbook(archive: LocalArchive) -> Iterator[Callable[[Workbook], Bridge]]:
    """Opens a workbook as a window does; what is not saved yet is saved at the end."""
    opened: list[Bridge] = []

    def open_one(workbook: Workbook) -> Bridge:
        bridge = Bridge(Session(workbook, archive))
        opened.append(bridge)
        return bridge

    yield open_one
    for bridge in opened:
        bridge.flush_and_wait()
        bridge.close()


@pytest.fixture
def bridge(open_workbook: Callable[[Workbook], Bridge]) -> Bridge:
    """An empty workbook, open."""
    return open_workbook(Workbook())


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    """The whole app on an empty archive, with no window yet."""
    opened = open_application(qapp, tmp_path / "archive", tmp_path / "settings.json")
    yield opened
    opened.close()
    opened.theme.deleteLater()


@pytest.fixture
def window(application: Application, qtbot: QtBot) -> MainWindow:
    """Its first window. `qtbot` fails a test in which an exception went unseen."""
    return application.open_window()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The display without a screen says what it cannot do; that is not the app's doing.
    missing = pytest.mark.qt_log_ignore(
        r"This plugin does not support (propagateSizeHints|raise|grabbing)", extend=True
    )
    for item in items:
        item.add_marker(missing)
