"""The archive's list: search, filters, what is done with the chosen one, and what comes in and goes out."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from counteroffer.app import Application
from counteroffer.archive.carrying import portable
from counteroffer.domain.base import revise
from counteroffer.domain.edits import Set
from counteroffer.domain.situation import Situation
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Place
from counteroffer.ui.archive.archive_list import ArchiveList
from counteroffer.ui.archive.export_dialog import ExportDialog
from counteroffer.ui.archive.history_dialog import HistoryDialog
from counteroffer.ui.archive.incoming_dialog import IncomingDialog
from counteroffer.ui.bridge import READ_ONLY
from counteroffer.ui.window.command_menu import CommandMenu
from counteroffer.ui.window.main_window import MainWindow
from counteroffer.ui.window.places import SETTINGS

MILL = Workbook(
    title="Mill", tags=("part-time",), situation=Situation(employer="North Mill", why_role="The quiet river")
)
CLINIC = Workbook(title="Clinic", situation=Situation(employer="Lakeside Clinic"))


@pytest.fixture
def application(application: Application) -> Application:
    """With two workbooks in the archive."""
    for workbook in (MILL, CLINIC):
        application.archive.add(workbook).result()
    return application


@pytest.fixture
def shelf(window: MainWindow, qtbot: QtBot) -> ArchiveList:
    shown = window.start_page.list
    _until(qtbot, shown, "Clinic", "Mill")
    return shown


def _titles(shown: ArchiveList) -> list[str]:
    return [row.title for row in shown.rows.rows()]


def _until(qtbot: QtBot, shown: ArchiveList, *titles: str) -> None:
    qtbot.waitUntil(lambda: sorted(_titles(shown)) == sorted(titles), timeout=5_000)


def _choose(shown: ArchiveList, title: str) -> None:
    shown.list.setCurrentIndex(shown.rows.index(_titles(shown).index(title)))


def test_words_find_the_workbook_that_holds_them_and_open_it_at_the_field(
    window: MainWindow, shelf: ArchiveList, qtbot: QtBot
) -> None:
    shelf.search.setText("quiet riv")
    _until(qtbot, shelf, "Mill")
    row = shelf.rows.rows()[0]
    assert "quiet river" in row.summary
    assert [row.summary[start:end] for start, end in row.found] == ["quiet", "river"]
    shelf.list.open_asked.emit(0)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=5_000)
    assert window.workspace is not None
    assert window.workspace.current == "offer"
    shelf.search.setText("nothing like this")
    _until(qtbot, shelf)
    assert shelf.nothing.text()


def test_filters_narrow_and_cards_show_the_same(shelf: ArchiveList, qtbot: QtBot) -> None:
    shelf.filter_button.click()
    bar = shelf.filter_bar
    qtbot.waitUntil(lambda: bar.tag.findData("part-time") > 0, timeout=5_000)
    bar.tag.setCurrentIndex(bar.tag.findData("part-time"))
    bar.changed.emit()
    _until(qtbot, shelf, "Mill")
    shelf.cards_button.click()
    assert shelf.cards.isVisible()
    assert not shelf.list.isVisible()
    bar.tag.setCurrentIndex(0)
    bar.changed.emit()
    _until(qtbot, shelf, "Mill", "Clinic")


def test_the_best_match_is_an_order_while_something_is_looked_for(shelf: ArchiveList, qtbot: QtBot) -> None:
    order = shelf.filter_bar.order
    assert order.currentText() == "Last changed"
    assert order.findText("Best match") < 0
    shelf.search.setText("Mill")
    _until(qtbot, shelf, "Mill")
    assert order.currentText() == "Best match"
    shelf.search.clear()
    _until(qtbot, shelf, "Mill", "Clinic")
    assert order.currentText() == "Last changed"


def test_an_order_that_was_chosen_stays_when_something_is_looked_for(shelf: ArchiveList, qtbot: QtBot) -> None:
    order = shelf.filter_bar.order
    order.setCurrentIndex(order.findText("By title"))
    order.activated.emit(order.currentIndex())
    shelf.search.setText("Mill")
    _until(qtbot, shelf, "Mill")
    assert order.currentText() == "By title"


def test_put_away_bin_and_back(application: Application, shelf: ArchiveList, qtbot: QtBot) -> None:
    _choose(shelf, "Mill")
    shelf.menu.away_button.click()
    _until(qtbot, shelf, "Clinic")
    shelf.filter_bar.show_place(Place.PUT_AWAY)
    _until(qtbot, shelf, "Mill")
    _choose(shelf, "Mill")
    shelf.menu.away_button.click()
    _until(qtbot, shelf)
    shelf.filter_bar.show_place(Place.SHELF)
    _until(qtbot, shelf, "Mill", "Clinic")
    _choose(shelf, "Clinic")
    qtbot.keyClick(shelf.list, Qt.Key.Key_Delete)
    _until(qtbot, shelf, "Mill")
    shelf.filter_bar.show_place(Place.BIN)
    _until(qtbot, shelf, "Clinic")
    _choose(shelf, "Clinic")
    shelf.list.open_asked.emit(0)
    assert shelf.banner.isVisible()
    shelf.menu.back_button.click()
    _until(qtbot, shelf)
    assert {one.title for one in application.archive.summaries().result() if one.binned is None} == {"Mill", "Clinic"}


def test_deleting_for_good_asks_first(
    application: Application, shelf: ArchiveList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.archive.shelf.to_bin(MILL.id).result()
    shelf.filter_bar.show_place(Place.BIN)
    _until(qtbot, shelf, "Mill")
    _choose(shelf, "Mill")
    answers = iter(("Keep", "Delete for good"))

    def answer(box: QMessageBox) -> int:
        assert "Mill" in box.text()
        wanted = next(answers)
        next(button for button in box.buttons() if button.text() == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    shelf.menu.gone_button.click()
    assert any(one.id == MILL.id for one in application.archive.summaries().result())
    shelf.menu.gone_button.click()
    _until(qtbot, shelf)
    assert [one.id for one in application.archive.summaries().result()] == [CLINIC.id]


def test_emptying_the_bin_names_all_that_is_in_it_and_is_offered_for_nothing_less(
    application: Application, shelf: ArchiveList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counteroffer.ui.archive.archive_list.MOST", 1)
    for workbook in (MILL, CLINIC):
        application.archive.shelf.to_bin(workbook.id).result()
    shelf.filter_bar.show_place(Place.BIN)
    qtbot.waitUntil(shelf.more.isVisible, timeout=5_000)
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        next(button for button in box.buttons() if button.text() == "Keep").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    shelf.bin_row.findChildren(QPushButton)[0].click()
    assert "(2)" in asked[0]
    shelf.search.setText("quiet river")
    _until(qtbot, shelf, "Mill")
    assert not shelf.bin_row.isVisible()


def test_enter_opens_what_the_words_find_and_not_what_was_shown_before(
    application: Application, window: MainWindow, shelf: ArchiveList, qtbot: QtBot
) -> None:
    _choose(shelf, "Clinic")
    shelf.search.setText("quiet river")
    # The archive is at other work when Enter comes, so what is found is not there yet.
    other_work = Event()
    application.archive._work.do(other_work.wait)
    qtbot.keyClick(shelf.search, Qt.Key.Key_Return)
    other_work.set()
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=5_000)
    assert window.workspace is not None
    assert window.workspace.bridge.workbook == MILL


def test_enter_opens_nothing_where_nothing_is_found(window: MainWindow, shelf: ArchiveList, qtbot: QtBot) -> None:
    shelf.search.setText("nothing like this")
    qtbot.keyClick(shelf.search, Qt.Key.Key_Return)
    _until(qtbot, shelf)
    # Found later, it is not opened any more: that was asked for the words before.
    shelf.search.setText("quiet river")
    _until(qtbot, shelf, "Mill")
    assert window.workspace is None


def test_tags_and_a_second_one(application: Application, shelf: ArchiveList, qtbot: QtBot) -> None:
    _choose(shelf, "Mill")
    shelf.menu.tags_button.click()
    shelf.tags_form.field.committed.emit(("river", "quiet"))
    shelf.tags_form.button.click()
    qtbot.waitUntil(lambda: application.archive.load(MILL.id).result().tags == ("river", "quiet"), timeout=5_000)
    shelf.menu.copy_wanted.emit(MILL.id)
    _until(qtbot, shelf, "Mill", "Clinic", "Mill (second)")


def test_tags_that_are_being_written_outlast_a_list_that_is_read_anew(
    application: Application, shelf: ArchiveList, qtbot: QtBot
) -> None:
    _choose(shelf, "Mill")
    shelf.menu.tags_wanted.emit(MILL.id)
    application.archive.shelf.retag(CLINIC.id, ("nights",)).result()
    shelf.refresh()  # as a window does that comes to the front
    qtbot.waitUntil(lambda: "#nights" in shelf.rows.rows()[_titles(shelf).index("Clinic")].summary, timeout=5_000)
    assert not shelf.tags_form.isHidden()
    _choose(shelf, "Clinic")
    assert shelf.tags_form.isHidden()


def test_what_is_open_is_saved_and_closed_before_it_goes_into_the_bin(
    application: Application, window: MainWindow, shelf: ArchiveList, qtbot: QtBot
) -> None:
    workspace = window.show_workbook(MILL)
    workspace.bridge.apply(Set(("situation", "employer"), "South Mill"), typed=True)
    window.go("archive")
    _choose(shelf, "Mill")
    shelf.menu.bin_wanted.emit(MILL.id)
    _until(qtbot, shelf, "Clinic")
    assert window.workspace is None
    assert application.archive.load(MILL.id).result().situation.employer == "South Mill"


def test_a_file_shows_what_it_brings_and_asks_about_what_differs(
    application: Application, window: MainWindow, shelf: ArchiveList, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "mill.counteroffer"
    file.write_bytes(portable.write(revise(MILL, title="Mill as it was elsewhere"), {}))
    window.archive_desk.take_in(file)
    dialog = window.findChild(IncomingDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.take_button.isVisible(), timeout=5_000)
    assert dialog.clash.isVisible()
    assert len(application.archive.summaries().result()) == 2
    dialog.take_button.click()
    _until(qtbot, shelf, "Clinic", "Mill", "Mill as it was elsewhere")


def test_an_export_is_sealed_and_comes_in_again_with_its_passphrase(
    application: Application,
    window: MainWindow,
    shelf: ArchiveList,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "sealed.counteroffer"
    monkeypatch.setattr("counteroffer.ui.archive.export_dialog.ask_where", lambda *_given: file)
    window.archive_desk.export(MILL.id)
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    dialog.form.new.input.setText("on paper only")
    dialog.form.again.input.setText("on paper only")
    dialog.form.button.click()
    qtbot.waitUntil(lambda: dialog.done_button.isVisible(), timeout=10_000)
    qtbot.waitUntil(dialog.done_button.hasFocus, timeout=2_000)
    with qtbot.waitSignal(dialog.accepted, timeout=2_000):
        qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_Return)
    assert b"quiet river" not in file.read_bytes()
    application.archive.shelf.remove(MILL.id).result()
    window.archive_desk.take_in(file)
    incoming = window.findChild(IncomingDialog)
    assert incoming is not None
    incoming.secret.input.setText("wrong")
    incoming.look_button.click()
    qtbot.waitUntil(lambda: incoming.secret.hint.text() != "", timeout=10_000)
    incoming.secret.input.setText("on paper only")
    incoming.look_button.click()
    qtbot.waitUntil(lambda: incoming.take_button.isVisible(), timeout=10_000)
    incoming.take_button.click()
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=5_000)
    assert window.workspace is not None
    assert window.workspace.bridge.workbook == MILL


def test_history_names_a_state_and_goes_back_as_an_edit(window: MainWindow, shelf: ArchiveList, qtbot: QtBot) -> None:
    workspace = window.show_workbook(MILL)
    for employer in ("First Mill", "Second Mill"):
        workspace.bridge.apply(Set(("situation", "employer"), employer), label="Employer")
        workspace.bridge.flush_and_wait()
    window.show_history()
    dialog = window.findChild(HistoryDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.rows.rowCount() == 3, timeout=5_000)
    dialog.list.setCurrentIndex(dialog.rows.index(1))
    qtbot.waitUntil(lambda: "First Mill → Second Mill" in dialog.lines.toPlainText(), timeout=5_000)
    dialog.then.setChecked(True)
    qtbot.waitUntil(lambda: "North Mill → First Mill" in dialog.lines.toPlainText(), timeout=5_000)
    dialog.name.setText("before round 2")
    dialog.name_button.click()
    qtbot.waitUntil(lambda: dialog.rows.rows()[1].title == "before round 2", timeout=5_000)
    dialog.back_button.click()
    assert workspace.bridge.workbook.situation.employer == "First Mill"
    window.undo()
    assert workspace.bridge.workbook.situation.employer == "Second Mill"
    dialog.close()


def test_the_menu_of_commands_finds_and_does(window: MainWindow, shelf: ArchiveList, qtbot: QtBot) -> None:
    window.show_commands()
    menu = window.findChild(CommandMenu)
    assert menu is not None
    qtbot.keyClicks(menu.words, "setti")
    assert [row.title for row in menu.rows.rows()] == ["Settings"]
    qtbot.keyClick(menu.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.settings.isVisible(), timeout=2_000)


def test_the_menu_of_commands_opens_what_was_open_lately(
    application: Application, window: MainWindow, shelf: ArchiveList, qtbot: QtBot
) -> None:
    window.workbook_desk.choose(CLINIC.id)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=5_000)
    assert window.put_by()
    twin = application.archive.add(Workbook(title="R&D && more")).result().workbook_id
    window.workbook_desk.choose(twin)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=5_000)
    window.show_commands()
    menu = window.findChild(CommandMenu)
    assert menu is not None
    # The last one first, and not the one that is open here.
    qtbot.waitUntil(
        lambda: [row.title for row in menu.rows.rows()][:3] == ["Open “Clinic”", "Open “Mill”", "New workbook"],
        timeout=5_000,
    )
    qtbot.keyClicks(menu.words, "mill")
    qtbot.keyClick(menu.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(one.workbook_desk.shows(MILL.id) for one in application.windows), timeout=5_000)
    other = application.windows[-1]
    other.show_commands()
    beside = other.findChild(CommandMenu)
    assert beside is not None
    qtbot.waitUntil(lambda: beside.rows.rows()[0].title == "Open “R&D && more”", timeout=5_000)


def test_what_was_typed_into_the_menu_of_commands_still_does_what_was_chosen(
    window: MainWindow, shelf: ArchiveList, qtbot: QtBot
) -> None:
    menu = CommandMenu(window.ctx, window.actions_by_id.values(), window)
    qtbot.addWidget(menu)
    late = QAction("Open “Settings of Mill”", menu)
    qtbot.keyClicks(menu.words, "setti")
    menu.offer([late])
    assert [row.title for row in menu.rows.rows()] == [late.text(), "Settings"]
    qtbot.keyClick(menu.words, Qt.Key.Key_Return)
    assert window.place == SETTINGS


def test_what_is_put_away_opens_to_be_read_until_it_is_reopened(
    application: Application, window: MainWindow, shelf: ArchiveList, qtbot: QtBot
) -> None:
    application.archive.shelf.put_away(MILL.id).result()
    window.workbook_desk.choose(MILL.id)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=5_000)
    workspace = window.workspace
    assert workspace is not None
    assert workspace.put_away.isVisible()
    edit = Set(("situation", "employer"), "Changed")
    assert workspace.bridge.apply(edit) == READ_ONLY
    assert workspace.bridge.workbook == MILL
    workspace.reopen_wanted.emit()
    qtbot.waitUntil(lambda: not workspace.put_away.isVisible(), timeout=5_000)
    assert workspace.bridge.apply(edit) is None
