"""Every page, card and window of the app, one after the other in a real application: for the tests that look at all."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.app import Application
from counteroffer.archive.carrying import portable
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.archive.export_dialog import ExportDialog
from counteroffer.ui.archive.history_dialog import HistoryDialog
from counteroffer.ui.archive.incoming_dialog import IncomingDialog
from counteroffer.ui.locking.unlock_window import UnlockWindow
from counteroffer.ui.tabs import PAGES
from counteroffer.ui.widgets.disclosure import unfold
from counteroffer.ui.window.command_menu import CommandMenu
from counteroffer.ui.window.main_window import USUAL, MainWindow
from counteroffer.ui.window.places import ARCHIVE, RECORD, SETTINGS

SECRET = "four unrelated words here"  # noqa: S105


ROUNDS = 6
"""Times that a layout in a layout in a layout may ask for another look."""


def settle() -> None:
    """Let everything that has changed find its place."""
    for _round in range(ROUNDS):
        QApplication.processEvents()


def screens(application: Application, qtbot: QtBot, sample: Workbook) -> Iterator[tuple[str, QWidget]]:
    """What there is to look at, by name: a window and what is in it just now. The sample is in the archive."""
    QAccessible.setActive(True)
    for name, shown in _screens(application, qtbot, sample):
        settle()
        yield name, shown


def first_screens(application: Application, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """What there is to look at before anything is written: the pages of an empty workbook, and the ten questions."""
    QAccessible.setActive(True)
    window = _small_window(application, qtbot)
    empty = Workbook()
    application.archive.add(empty).result()
    for name, shown in _workbook(window, empty, "empty"):
        settle()
        yield name, shown


def archive_screens(application: Application, qtbot: QtBot, sample: Workbook) -> Iterator[tuple[str, QWidget]]:
    """Those that show workbooks from outside: the archive and its record, what goes out and what comes in."""
    window = _small_window(application, qtbot)
    for part in (_archive(window, qtbot), _carrying(window, qtbot, sample)):
        for name, shown in part:
            settle()
            yield name, shown


def _small_window(application: Application, qtbot: QtBot) -> MainWindow:
    window = application.open_window()
    window.resize(window.minimumSize())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _screens(application: Application, qtbot: QtBot, sample: Workbook) -> Iterator[tuple[str, QWidget]]:
    window = _small_window(application, qtbot)
    yield from _archive(window, qtbot)
    yield from _settings(window, qtbot)
    yield from _workbook(window, sample, "sample")
    yield from _beside_the_workbook(window, qtbot)
    yield from _shown("help", window.help_desk.help)
    yield from _carrying(window, qtbot, sample)
    unlocking = UnlockWindow(application._context(), lambda _secret: application.archive.protection.forget())
    unlocking.resize(window.minimumSize())
    unlocking.say("Locked, since nobody was there.")
    yield from _shown("unlocking", unlocking)


def _archive(window: MainWindow, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    page = window.start_page
    qtbot.waitUntil(page.list.menu.isVisible)
    yield "archive", window
    page.say("Something is to be said.", "warning", "And a little more of it.")
    page.list.filter_button.click()
    page.list.cards_button.click()
    page.list.menu.tags_wanted.emit("")
    yield "archive as cards, with filters and tags", window
    window.go(RECORD)
    qtbot.waitUntil(window.record_page.waiting.isHidden)
    _unfold_all(window)
    yield "what was asked and won", window


def _settings(window: MainWindow, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    window.go(SETTINGS)
    card, backups = window.settings.passphrase, window.settings.backups
    qtbot.waitUntil(card.set_button.isVisible)
    yield "settings", window
    card.set_button.click()
    backups.make_button.click()
    qtbot.waitUntil(lambda: backups.banner.isVisible() and backups.restore_button.isEnabled())
    backups.restore_button.click()
    qtbot.waitUntil(lambda: backups.form.rows.rowCount() > 0)
    backups.form.compare_button.click()
    qtbot.waitUntil(backups.form.changes.isVisible)
    yield "settings: a first passphrase, and a backup to go back to", window
    card._close()
    card.sheet.show_code("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH")
    yield "settings: the recovery code", window
    card.sheet.show_code("")
    for name, form in (("another passphrase", card.change), ("another code", card.code), ("none", card.removing)):
        card._open(form)
        yield f"settings: {name}", window
    card._close()
    window.go(ARCHIVE)


def _workbook(window: MainWindow, workbook: Workbook, name: str) -> Iterator[tuple[str, QWidget]]:
    workspace = window.show_workbook(workbook)
    for tab in PAGES:
        window.go(tab.id)
        workspace.page(tab.id).complete()
        if workbook.terms:
            _unfold_all(workspace)
        yield f"{name}: {tab.id}", window
    if workspace.has_quick_start:
        asking = workspace.show_quick_start()
        while asking.step is not None:
            yield f"{name}: question {asking.count.text()}", window
            asking.skip()
        yield f"{name}: the end of the quick start", window


def _beside_the_workbook(window: MainWindow, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    assert window.workspace is not None
    window.resize(USUAL)
    if window.workspace.guide.isHidden():  # in large type it waits to be asked
        window.toggle_guide()
    yield "beside the guide", window
    window.toggle_guide()
    window.resize(window.minimumSize())
    window.open_find()
    window.workspace.find_bar.words.setText("notice")
    window.workspace.set_read_only(True)
    yield "find, in a workbook that is put away", window
    window.workspace.set_read_only(False)
    window.workspace.find_bar.hide()
    window.papers("brief")
    papers = window.paper_desk.dialog
    assert papers is not None
    qtbot.waitUntil(lambda: papers.document.pageCount() > 0)
    yield from _shown("papers", papers)
    window.show_history()
    history = window.findChild(HistoryDialog)
    qtbot.waitUntil(lambda: history.lines.toPlainText() != "")
    yield from _shown("earlier states", history)
    menu = CommandMenu(window.ctx, window.actions_by_id.values(), window)
    menu.open_over(window)
    yield from _shown("commands", menu)
    window.help_desk.show()


def _carrying(window: MainWindow, qtbot: QtBot, sample: Workbook) -> Iterator[tuple[str, QWidget]]:
    window.start_page.export_all_wanted.emit()
    yield from _shown("export", window.findChild(ExportDialog))
    services = window._services
    content = portable.write(sample, {})
    dialog = IncomingDialog(
        window.ctx, services.archive.carrying, content, "copy.counteroffer", services.put_by, window
    )
    dialog.open()
    qtbot.waitUntil(lambda: dialog.isVisible())
    yield from _shown("import", dialog)


def _shown(name: str, dialog: QWidget) -> Iterator[tuple[str, QWidget]]:
    """A window while it is looked at; it is gone afterwards."""
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    yield name, dialog
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def _unfold_all(window: QWidget) -> None:
    from counteroffer.ui.widgets.disclosure import FoldedBody

    for body in window.findChildren(FoldedBody):
        unfold(body)
