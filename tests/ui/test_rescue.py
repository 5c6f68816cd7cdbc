"""An archive that does not open, and one that comes from another computer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.app import Application, open_application
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.archive.moving_dialog import MovingDialog
from counteroffer.ui.archive.rescue_window import RescueWindow


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    opened = open_application(qapp, tmp_path / "archive", tmp_path / "settings.json")
    opened.archive.add(Workbook(id="kept", title="Kept")).result()
    yield opened
    opened.close()
    opened.theme.deleteLater()


def _titles(application: Application) -> list[str]:
    return [one.title for one in application.archive.summaries().result()]


def _rescue() -> RescueWindow:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, RescueWindow) and one.isVisible())


def _damage(application: Application) -> None:
    """What a person finds after the disk had trouble: the beginning of the file is gone."""
    database = application.archive.folder.database
    application.archive.close()
    with database.open("r+b") as opened:
        opened.write(bytes(8192))


def test_a_damaged_archive_offers_its_backups_and_one_takes_its_place(application: Application, qtbot: QtBot) -> None:
    application.archive.backups.make().result()
    _damage(application)
    application.start()
    asking = _rescue()
    assert application.windows == []
    assert asking.rows.rowCount() == 1
    asking.back_button.click()
    qtbot.waitUntil(lambda: len(application.windows) == 1, timeout=10_000)
    assert _titles(application) == ["Kept"]
    assert application.windows[0].start_page.banner.isVisible()


def test_what_is_whole_is_brought_back_and_the_report_is_shown(application: Application, qtbot: QtBot) -> None:
    application.archive.backups.make().result()
    _damage(application)
    application.start()
    _rescue().salvage_button.click()
    qtbot.waitUntil(lambda: len(application.windows) == 1, timeout=10_000)
    assert _titles(application) == ["Kept"]


def test_without_a_way_back_the_window_says_so_and_stays(application: Application, qtbot: QtBot) -> None:
    database = application.archive.folder.database
    application.archive.close()
    database.unlink()
    application.start()
    asking = _rescue()
    assert not asking.list.isVisible()
    asking.salvage_button.click()
    qtbot.waitUntil(lambda: asking.banner.isVisible() or asking.secret.hint.text() != "", timeout=10_000)
    assert application.windows == []


def test_moving_house_takes_everything_along_in_one_file(
    application: Application, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = application.open_window()
    window.archive_desk.move_house()
    walk = window.findChild(MovingDialog)
    assert walk is not None
    qtbot.waitUntil(lambda: walk.unprotected.isVisible(), timeout=5_000)
    stick = tmp_path / "stick"
    stick.mkdir()
    walk.take_along(stick)
    qtbot.waitUntil(lambda: walk.banner.isVisible(), timeout=10_000)
    (file,) = stick.iterdir()
    walk.close()
    other = open_application(qapp, tmp_path / "new computer", tmp_path / "new settings.json")
    try:
        other.open_window()
        other.bring_in()
        assert other.windows == []
        _rescue().take(file)
        qtbot.waitUntil(lambda: len(other.windows) == 1, timeout=10_000)
        assert _titles(other) == ["Kept"]
    finally:
        other.close()
        other.theme.deleteLater()
