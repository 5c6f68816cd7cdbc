"""Passphrase, lock and unlock as a person meets them; the archive behind is the real one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from counteroffer.app import Application
from counteroffer.domain.edits import Set
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import NeedsSecret
from counteroffer.ui.archive.rescue_window import RescueWindow
from counteroffer.ui.locking.strength import strength
from counteroffer.ui.locking.unlock_window import UnlockWindow
from counteroffer.ui.locking.watch import Watch
from counteroffer.ui.window.main_window import MainWindow
from counteroffer.ui.window.workbook_desk import WorkbookDesk

SECRET = "four unrelated words here"  # noqa: S105


def _set_passphrase(window: MainWindow, qtbot: QtBot) -> str:
    """Set one in the settings; the recovery code that is shown."""
    window.go("settings")
    card = window.settings.passphrase
    qtbot.waitUntil(lambda: card.set_button.isVisible(), timeout=5_000)
    card.set_button.click()
    card.first.new.input.setText(SECRET)
    card.first.again.input.setText(SECRET)
    card.first.button.click()
    qtbot.waitUntil(lambda: card.sheet.isVisible(), timeout=10_000)
    return card.sheet.shown.text()


def test_setting_a_passphrase_shows_the_recovery_code_once(window: MainWindow, qtbot: QtBot) -> None:
    code = _set_passphrase(window, qtbot)
    card = window.settings.passphrase
    assert len(code) > 20
    card.sheet.done_button.click()
    qtbot.waitUntil(lambda: card.change_button.isVisible(), timeout=5_000)
    assert not card.sheet.isVisible()
    assert code not in card.sheet.shown.text()
    # What was typed is forgotten, and hidden again.
    assert card.first.new.text == ""
    assert card.first.new.input.echoMode() is QLineEdit.EchoMode.Password


def test_of_open_backups_it_is_said_where_they_were_looked_for(
    application: Application, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    backups = application.archive.backups
    backups.set_place(str(tmp_path / "once chosen")).result()
    backups.make().result()
    backups.set_place("").result()
    _set_passphrase(window, qtbot)
    card = window.settings.passphrase
    card.sheet.done_button.click()
    qtbot.waitUntil(card.open_backups.isVisible, timeout=5_000)
    # Only the one from just before the passphrase; the one in the other folder stays, and is spoken of.
    assert card.open_backups.accessibleName().endswith(": 1.")
    assert "a folder that you chose before" in card.open_backups.accessibleDescription()


def test_two_that_differ_are_refused_and_nothing_is_set(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    window.go("settings")
    card = window.settings.passphrase
    qtbot.waitUntil(lambda: card.set_button.isVisible(), timeout=5_000)
    card.set_button.click()
    card.first.new.input.setText(SECRET)
    card.first.again.input.setText(SECRET + "!")
    card.first.button.click()
    assert card.first.again.hint.text() != ""
    assert not application.archive.protection.state().result().has_passphrase


def test_locking_saves_closes_and_comes_back_to_the_same_page(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    _set_passphrase(window, qtbot)
    workbook = Workbook(title="Kept")
    application.archive.add(workbook).result()
    workspace = window.show_workbook(workbook)
    window.go("research")
    workspace.bridge.apply(Set(("situation", "employer"), "Typed last"), typed=True)
    application.lock()
    qtbot.waitUntil(lambda: application.unlock_window is not None, timeout=5_000)
    asking = application.unlock_window
    assert asking is not None
    assert application.windows == []
    with pytest.raises(RuntimeError):
        _ = application.archive
    with pytest.raises(NeedsSecret):
        application.open()
    asking.field.input.setText("wrong")
    asking.button.click()
    qtbot.waitUntil(lambda: asking.field.hint.text() != "", timeout=10_000)
    assert application.windows == []
    asking.field.input.setText(SECRET)
    asking.button.click()
    qtbot.waitUntil(lambda: len(application.windows) == 1, timeout=10_000)
    back = application.windows[0]
    qtbot.waitUntil(lambda: back.workspace is not None, timeout=5_000)
    assert back.workspace is not None
    assert back.workspace.current == "research"
    assert back.workspace.bridge.workbook.situation.employer == "Typed last"


def test_without_a_passphrase_locking_goes_to_where_one_is_set(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    application.lock()
    qtbot.waitUntil(lambda: window.settings.passphrase.first.isVisible(), timeout=5_000)
    assert application.windows == [window]


def test_nobody_there_for_so_long_or_asleep_counts_as_left(qapp: QApplication, qtbot: QtBot) -> None:
    clocks = {"wall": 0.0, "steady": 0.0}
    owner = QObject()
    watch = Watch(owner, lambda: clocks["wall"], lambda: clocks["steady"])
    left: list[bool] = []
    watch.left.connect(lambda: left.append(True))
    watch.keep(5, after_sleep=True)

    def go_on(seconds: float, asleep: float = 0.0) -> None:
        clocks["steady"] += seconds
        clocks["wall"] += seconds + asleep
        watch.look()

    go_on(4 * 60)
    assert not left
    watch.eventFilter(owner, QEvent(QEvent.Type.KeyPress))
    go_on(4 * 60)
    assert not left
    go_on(2 * 60)
    assert len(left) == 1
    go_on(1, asleep=3_600)
    assert len(left) == 2
    watch.keep(0, after_sleep=False)
    go_on(86_400, asleep=86_400)
    assert len(left) == 2
    owner.deleteLater()


def test_the_hint_on_strength_knows_the_common_from_the_uncommon() -> None:
    assert strength("") is None
    weak, strong = strength("password1"), strength("gravel umbrella tenor mosaic quill")
    assert weak is not None
    assert strong is not None
    assert weak.weak
    assert not strong.weak
    # A very long one is no trouble for the estimator.
    assert strength("x7" * 5_000) is not None


def test_a_question_that_is_open_does_not_keep_the_archive_open(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    _set_passphrase(window, qtbot)
    workbook = Workbook(title="Kept")
    application.archive.add(workbook).result()
    window.show_workbook(workbook)
    window.show_history()
    for _again in range(3):
        application.lock(by_hand=False)
    qtbot.waitUntil(lambda: application.unlock_window is not None, timeout=5_000)
    asking = [one for one in QApplication.topLevelWidgets() if isinstance(one, UnlockWindow) and one.isVisible()]
    assert asking == [application.unlock_window]
    assert application.windows == []


def test_left_alone_without_a_passphrase_nothing_happens(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    workbook = Workbook()
    application.archive.add(workbook).result()
    window.show_workbook(workbook)
    window.go("research")
    application.watch.left.emit()
    qtbot.wait(50)
    assert window.place == "research"


def test_what_cannot_be_saved_keeps_the_archive_open_and_amounts_hidden(
    application: Application, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _set_passphrase(window, qtbot)
    workbook = Workbook(title="Kept")
    application.archive.add(workbook).result()
    window.show_workbook(workbook)
    monkeypatch.setattr(WorkbookDesk, "keep", lambda _window: False)
    application.lock(by_hand=False)
    qtbot.waitUntil(lambda: window.ctx.privacy.hidden, timeout=5_000)
    assert application.windows == [window]
    monkeypatch.undo()
    qtbot.waitUntil(lambda: application.unlock_window is not None, timeout=10_000)


def test_giving_up_at_the_locked_window_leaves_nothing_that_stumbles(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    _set_passphrase(window, qtbot)
    application.lock()
    qtbot.waitUntil(lambda: application.unlock_window is not None, timeout=5_000)
    asking = application.unlock_window
    assert asking is not None
    asking.close()
    assert application.unlock_window is None
    application.close()


def test_damage_behind_the_right_passphrase_leads_to_the_rescue_and_its_report(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    _set_passphrase(window, qtbot)
    application.archive.add(Workbook(title="Kept")).result()
    application.archive.backups.make().result()
    database = application.archive.folder.database
    application.lock()
    qtbot.waitUntil(lambda: application.unlock_window is not None, timeout=5_000)
    with database.open("r+b") as opened:
        opened.write(bytes(8192))
    asking = application.unlock_window
    assert asking is not None
    asking.field.input.setText(SECRET)
    asking.button.click()
    qtbot.waitUntil(lambda: application.unlock_window is None, timeout=10_000)
    rescue = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RescueWindow) and one.isVisible())
    rescue.secret.input.setText(SECRET)
    rescue.salvage_button.click()
    qtbot.waitUntil(lambda: application.unlock_window is not None, timeout=10_000)
    asking = application.unlock_window
    assert asking is not None
    asking.field.input.setText(SECRET)
    asking.button.click()
    qtbot.waitUntil(lambda: len(application.windows) == 1, timeout=10_000)
    assert [one.title for one in application.archive.summaries().result()] == ["Kept"]
    qtbot.waitUntil(lambda: application.windows[0].findChild(QMessageBox) is not None, timeout=2_000)
