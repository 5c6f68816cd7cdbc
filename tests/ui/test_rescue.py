"""An archive that does not open, and one that comes from another computer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.app import Application, open_application
from counteroffer.archive.store import open_archive
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.archive.moving_dialog import MovingDialog
from counteroffer.ui.archive.rescue_window import RescueWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with a workbook and a backup; closed."""
    with open_archive(tmp_path / "archive") as archive:
        archive.add(Workbook(id="kept", title="Kept")).result()
        archive.backups.make().result()
    return tmp_path / "archive"


@pytest.fixture
def application(qapp: QApplication, folder: Path) -> Iterator[Application]:
    """The app on it, not started yet."""
    made = Application(qapp, folder, folder.parent / "settings.json")
    yield made
    made.close()
    made.theme.deleteLater()


def _titles(application: Application) -> list[str]:
    return [one.title for one in application.archive.summaries().result()]


def _rescue() -> RescueWindow:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, RescueWindow) and one.isVisible())


def _damage(folder: Path) -> None:
    """What a person finds after the disk had trouble: the beginning of the file is gone."""
    with (folder / "archive.db").open("r+b") as opened:
        opened.write(bytes(8192))


def test_a_damaged_archive_offers_its_backups_and_one_takes_its_place(
    application: Application, folder: Path, qtbot: QtBot
) -> None:
    _damage(folder)
    application.start()
    asking = _rescue()
    assert application.windows == []
    assert asking.rows.rowCount() == 1
    asking.back_button.click()
    qtbot.waitUntil(lambda: len(application.windows) == 1, timeout=10_000)
    assert _titles(application) == ["Kept"]
    assert application.windows[0].start_page.banner.isVisible()


def test_what_is_whole_is_brought_back_and_the_report_is_shown(
    application: Application, folder: Path, qtbot: QtBot
) -> None:
    _damage(folder)
    application.start()
    _rescue().salvage_button.click()
    qtbot.waitUntil(lambda: len(application.windows) == 1, timeout=10_000)
    assert _titles(application) == ["Kept"]


def test_without_a_way_back_the_window_says_so_and_stays(application: Application, folder: Path, qtbot: QtBot) -> None:
    (folder / "archive.db").unlink()
    shutil.rmtree(folder / "backups")
    application.start()
    asking = _rescue()
    assert not asking.list.isVisible()
    asking.salvage_button.click()
    qtbot.waitUntil(lambda: asking.banner.isVisible() or asking.secret.hint.text() != "", timeout=10_000)
    assert application.windows == []


def test_moving_house_takes_everything_along_in_one_file(
    application: Application, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    application.start()
    window = application.windows[0]
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


def test_bringing_in_can_be_given_up(application: Application, qtbot: QtBot) -> None:
    application.start()
    application.bring_in()
    assert application.windows == []
    _rescue().close()
    assert len(application.windows) == 1
    assert _titles(application) == ["Kept"]
