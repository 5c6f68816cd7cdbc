"""What becomes of a workbook that is open while something is done with the archive around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QRadioButton
from pytestqt.qtbot import QtBot

from counteroffer.app import Application
from counteroffer.archive.carrying import portable
from counteroffer.domain.base import revise
from counteroffer.domain.edits import Set
from counteroffer.domain.situation import Situation
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Conflict
from counteroffer.ui.archive.export_dialog import ExportDialog
from counteroffer.ui.archive.incoming_dialog import IncomingDialog
from counteroffer.ui.archive.moving_dialog import MovingDialog
from counteroffer.ui.window.main_window import MainWindow
from counteroffer.ui.window.workspace import Workspace

MILL = Workbook(title="Mill", situation=Situation(employer="North Mill"))
CLINIC = Workbook(title="Clinic")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
TYPED = Set(("situation", "employer"), "Typed last")


@pytest.fixture
def application(application: Application) -> Iterator[Application]:
    """With two workbooks in the archive."""
    for workbook in (MILL, CLINIC):
        application.archive.add(workbook).result()
    yield application
    application.archive.shelf.reopen(MILL.id).result()


@pytest.fixture
def typed(window: MainWindow) -> Workspace:
    """Mill, open, with something typed that is not saved yet."""
    workspace = window.show_workbook(MILL)
    workspace.bridge.apply(TYPED, typed=True)
    return workspace


@pytest.fixture
def stuck(application: Application, typed: Workspace) -> Workspace:
    """The same, where it cannot be saved: another window has put it away meanwhile."""
    application.archive.shelf.put_away(MILL.id).result()
    return typed


def _employer(application: Application) -> str:
    return application.archive.load(MILL.id).result().situation.employer


def _titles(application: Application) -> list[str]:
    return sorted(one.title for one in application.archive.summaries().result())


def _incoming(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> IncomingDialog:
    """Mill from a file with another employer, looked into."""
    file = tmp_path / "mill.counteroffer"
    file.write_bytes(portable.write(revise(MILL, situation=Situation(employer="From the file")), {}, LONG_AGO))
    window.archive_desk.take_in(file)
    dialog = window.findChild(IncomingDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.take_button.isVisible, timeout=5_000)
    return dialog


def _choose(dialog: IncomingDialog, conflict: Conflict) -> None:
    wanted = {Conflict.NEWER: "Keep whichever", Conflict.REPLACE: "Take the one"}[conflict]
    next(one for one in dialog.clash.findChildren(QRadioButton) if one.text().startswith(wanted)).click()


def test_a_second_one_has_what_was_just_typed_and_the_first_stays_open(
    application: Application, window: MainWindow, typed: Workspace, qtbot: QtBot
) -> None:
    window.start_page.list.refresh()
    qtbot.waitUntil(lambda: window.start_page.list.rows.rowCount() == 2, timeout=5_000)
    window.start_page.list.menu.copy_wanted.emit(MILL.id)
    qtbot.waitUntil(lambda: window.start_page.list.rows.rowCount() == 3, timeout=5_000)
    second = next(one for one in application.archive.summaries().result() if one.title == "Mill (second)")
    assert application.archive.load(second.id).result().situation.employer == "Typed last"
    assert window.workspace is typed
    assert typed.bridge.can_undo


def test_no_second_one_is_made_of_what_cannot_be_saved(
    application: Application, window: MainWindow, stuck: Workspace, qtbot: QtBot
) -> None:
    shown = window.start_page.list
    shown.refresh()
    qtbot.waitUntil(lambda: shown.rows.rowCount() > 0, timeout=5_000)
    shown.menu.copy_wanted.emit(CLINIC.id)
    assert not shown.banner.isHidden()
    assert window.workspace is stuck
    assert _titles(application) == ["Clinic", "Mill"]


@pytest.mark.parametrize(("conflict", "stands"), [(Conflict.REPLACE, "From the file"), (Conflict.NEWER, "Typed last")])
def test_what_comes_in_is_not_saved_over_by_the_window_that_showed_it(
    application: Application,
    window: MainWindow,
    typed: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
    conflict: Conflict,
    stands: str,
) -> None:
    dialog = _incoming(window, qtbot, tmp_path)
    _choose(dialog, conflict)
    dialog.take_button.click()
    qtbot.waitUntil(lambda: window.workspace not in (None, typed), timeout=5_000)
    assert window.workspace is not None
    assert window.workspace.bridge.workbook.situation.employer == stands
    window.workspace.bridge.apply(Set(("title",), "Edited on"))
    assert window.workbook_desk.keep()
    assert _employer(application) == stands


def test_nothing_comes_in_over_what_cannot_be_saved(
    application: Application, window: MainWindow, stuck: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _incoming(window, qtbot, tmp_path)
    _choose(dialog, Conflict.REPLACE)
    dialog.take_button.click()
    assert dialog.banner.isVisible()
    assert dialog.take_button.isEnabled()
    assert window.workspace is stuck
    assert _employer(application) == "North Mill"
    dialog.close()


def test_an_export_has_what_was_just_typed_and_leaves_it_open(
    application: Application, window: MainWindow, typed: Workspace
) -> None:
    window.archive_desk.export_all()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    assert _employer(application) == "Typed last"
    assert window.workspace is typed
    assert typed.bridge.can_undo
    dialog.close()


def _export(window: MainWindow, _folder: Path) -> Callable[[], bool]:
    window.archive_desk.export(MILL.id)
    assert window.findChild(ExportDialog) is None
    return lambda: not window.start_page.banner.isHidden()


def _move(window: MainWindow, folder: Path) -> Callable[[], bool]:
    window.archive_desk.move_house()
    dialog = window.findChild(MovingDialog)
    assert dialog is not None
    dialog.take_along(folder)
    return dialog.banner.isVisible


def _back_up(window: MainWindow, _folder: Path) -> Callable[[], bool]:
    window.go("settings")
    window.settings.backups.make_button.click()
    return window.settings.backups.banner.isVisible


@pytest.mark.parametrize("way_out", [_export, _move, _back_up])
def test_nothing_goes_out_without_what_cannot_be_saved(
    application: Application,
    window: MainWindow,
    stuck: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
    way_out: Callable[[MainWindow, Path], Callable[[], bool]],
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    told = way_out(window, folder)
    qtbot.waitUntil(told, timeout=5_000)
    assert application.archive.backups.listed().result() == ()
    assert list(folder.iterdir()) == []
    assert window.workspace is stuck
    for dialog in window.findChildren(QDialog):
        dialog.close()


def test_after_a_restore_the_list_is_that_of_the_backup_and_the_good_news_is_seen(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    application.archive.backups.make().result()
    application.archive.add(Workbook(title="Later")).result()
    shown = window.start_page.list
    shown.refresh()
    qtbot.waitUntil(lambda: shown.rows.rowCount() == 3, timeout=5_000)
    window.show_workbook(MILL)
    window.go("settings")
    card = window.settings.backups
    qtbot.waitUntil(card.restore_button.isEnabled, timeout=5_000)
    card.restore_button.click()
    qtbot.waitUntil(lambda: card.form.rows.rowCount() == 1, timeout=5_000)
    card.form.secret.input.setText("typed here")
    card.form.compare_button.click()
    qtbot.waitUntil(card.form.restore_button.isVisible, timeout=5_000)
    card.form.restore_button.click()
    qtbot.waitUntil(card.banner.isVisible, timeout=5_000)
    assert card.form.secret.text == ""
    qtbot.waitUntil(lambda: shown.rows.rowCount() == 2, timeout=5_000)


def test_a_restore_that_is_given_up_forgets_the_secret(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    application.archive.backups.make().result()
    window.go("settings")
    form = window.settings.backups.form
    qtbot.waitUntil(window.settings.backups.restore_button.isEnabled, timeout=5_000)
    window.settings.backups.restore_button.click()
    form.secret.input.setText("typed here")
    form.cancel_button.click()
    assert form.isHidden()
    assert form.secret.text == ""
