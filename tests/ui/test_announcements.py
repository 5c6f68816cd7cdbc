"""What is said aloud to whoever cannot see it happen: each thing once, in words, and nothing at every letter."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counteroffer.app import Application
from counteroffer.archive.carrying import portable
from counteroffer.archive.store import LocalArchive
from counteroffer.domain.edits import Batch, Move, Remove, Set
from counteroffer.domain.errors import Fault
from counteroffer.domain.levels import AmountValue
from counteroffer.domain.situation import Situation
from counteroffer.domain.terms import Level, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Saved
from counteroffer.editing.session import Session
from counteroffer.ui.archive.export_dialog import ExportDialog
from counteroffer.ui.archive.incoming_dialog import IncomingDialog
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.charts.bars import BarChart
from counteroffer.ui.charts.taking import copy_table
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.tour import TourStrip
from counteroffer.ui.help.tour_stops import STOPS
from counteroffer.ui.locking.unlock_window import UnlockWindow
from counteroffer.ui.pages.copying import CopyButton, with_copy
from counteroffer.ui.quick_start.quick_start import QuickStart
from counteroffer.ui.widgets import Banner, DateField, FieldTexts, RankList, Row, TextField
from counteroffer.ui.window.main_window import MainWindow
from counteroffer.ui.window.places import ARCHIVE, RECORD, SETTINGS
from counteroffer.ui.window.workspace import Workspace
from tests.ui.hearing import hearing

PAY = Term(id="pay", name="Base pay", target=Level(value=AmountValue(amount="54000")))
TERMS = (PAY, Term(id="leave", name="Leave"), Term(id="car", name="A car"))
MILL = Workbook(title="Mill", situation=Situation(employer="North Mill"), terms=TERMS)
CLINIC = Workbook(title="Clinic", situation=Situation(employer="Lakeside Clinic"))


class Disk:
    """A store that can be full and have room again."""

    def __init__(self) -> None:
        self.full = False

    def save(self, workbook: Workbook, label: str = "") -> Future[Saved]:
        future: Future[Saved] = Future()
        if self.full:
            future.set_exception(Fault("The disk is full."))
        else:
            future.set_result(Saved(workbook.id, 1, datetime.now(UTC)))
        return future

    def attach(self, content: bytes) -> Future[str]:
        raise AssertionError("nothing is attached here")

    def attached(self, sha256: str) -> Future[bytes]:
        raise AssertionError("nothing is attached here")


@pytest.fixture
def said() -> Iterator[list[str]]:
    with hearing() as said:
        yield said


@pytest.fixture
def workspace(archive: LocalArchive, ctx: UiContext, qtbot: QtBot) -> Iterator[Workspace]:
    shown = Workspace(Bridge(Session(MILL, archive), privacy=ctx.privacy), ctx, [])
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    shown.bridge.close()


@pytest.fixture
def window(application: Application) -> MainWindow:
    for workbook in (MILL, CLINIC):
        application.archive.add(workbook).result()
    return application.open_window()


# Saving


def test_saved_is_said_once_and_again_after_trouble_which_is_said_once_too(ctx: UiContext, said: list[str]) -> None:
    disk = Disk()
    bridge = Bridge(Session(Workbook(), disk))
    workspace = Workspace(bridge, ctx, [])
    workspace.show()

    def type_and_save(employer: str) -> list[str]:
        said.clear()
        bridge.apply(Set(("situation", "employer"), employer), typed=True)
        bridge.flush_and_wait()
        return [one.partition(" 0")[0].partition(" 1")[0].partition(" 2")[0] for one in said]

    assert type_and_save("N") == ["Saved"]
    assert type_and_save("No") == []
    disk.full = True
    kept = "What you wrote is kept in this window, and saving is tried again every few seconds."
    assert type_and_save("Nor") == [f"The disk is full. {kept}"]
    assert type_and_save("Nort") == []
    disk.full = False
    assert type_and_save("North") == ["Saved"]
    bridge.close()
    workspace.deleteLater()


def test_what_is_wrong_in_a_field_is_said_once(ctx: UiContext, qtbot: QtBot, said: list[str]) -> None:
    field = DateField(ctx, FieldTexts("Reply due"))
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.focus_input()
    qtbot.keyClicks(field.input.line, "soon")
    assert said == []
    qtbot.keyClick(field.input.line, Qt.Key.Key_Return)
    assert said == [field.hint_view.text()] != [""]
    qtbot.keyClick(field.input.line, Qt.Key.Key_Return)
    assert len(said) == 1


def test_who_asks_to_have_it_saved_is_told_that_it_is(
    application: Application, window: MainWindow, qtbot: QtBot, said: list[str]
) -> None:
    workbook = Workbook(title="One")
    application.archive.add(workbook).result()
    bridge = window.show_workbook(workbook).bridge
    said.clear()
    window.actions_by_id["save"].trigger()
    assert said == ["Saved"]
    for employer in ("North Mill", "South Mill"):
        said.clear()
        bridge.apply(Set(("situation", "employer"), employer))
        window.actions_by_id["save"].trigger()
        qtbot.waitUntil(lambda: bool(said), timeout=5_000)
        assert said[0].startswith("Saved ")
        assert application.archive.load(workbook.id).result().situation.employer == employer


# What is done to a workbook


def test_a_new_rank_is_said(ctx: UiContext, qtbot: QtBot, said: list[str]) -> None:
    ranked = RankList(ctx, "Terms", "Add a term")
    qtbot.addWidget(ranked)
    pay, leave, title = Row("a", "Base pay"), Row("b", "Leave"), Row("c", "Title")
    ranked.set_items([pay, leave, title])
    ranked.show()
    ranked.select("a")
    QTest.keyClick(ranked.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert said == [], "nothing was moved: the workbook is put away"
    ranked.moved.connect(lambda _id, _to: ranked.set_items([leave, pay, title]))
    QTest.keyClick(ranked.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert said == ["Base pay is now number 2 of 3."]


def test_what_was_undone_done_again_or_taken_out_is_said_in_words(workspace: Workspace, said: list[str]) -> None:
    bridge = workspace.bridge
    bridge.apply(Set(("situation", "employer"), "North Mill and Sons"))
    bridge.apply(Move(("terms", "car"), 0))
    assert said == []
    bridge.undo()
    bridge.undo()
    bridge.redo()
    assert said == [
        "Undone: Terms: “A car” was moved from place 1 to 3",
        "Undone: Offer · Employer: North Mill and Sons → North Mill",
        "Done again: Offer · Employer: North Mill → North Mill and Sons",
    ]
    said.clear()
    bridge.apply(Remove(("terms", "car")))
    bridge.undo()
    assert said == ["Terms: “A car” was taken out. Undo brings it back.", "Undone: Terms: “A car” was added"]


def test_an_undo_of_much_names_a_little_of_it(workspace: Workspace, said: list[str]) -> None:
    names = tuple(Set(("situation", name), "x") for name in ("employer", "role", "place"))
    assert workspace.bridge.apply(Batch("All", names)) is None
    workspace.bridge.undo()
    assert said[0].endswith("; and 1 more")


def test_no_figure_is_said_while_figures_are_hidden(workspace: Workspace, said: list[str]) -> None:
    bridge = workspace.bridge
    bridge.apply(Set(("terms", "pay", "target", "value"), AmountValue(amount="58500")))
    bridge.privacy.set_hidden(True)
    bridge.undo()
    bridge.redo()
    assert said == ["Undone", "Done again"]
    bridge.privacy.set_hidden(False)
    bridge.undo()
    assert "58,500" in said[-1]


def test_a_copy_is_said(ctx: UiContext, qtbot: QtBot, said: list[str]) -> None:
    field = with_copy(TextField(ctx, FieldTexts("The line")))
    chart = BarChart(ctx, "Gain")
    for one in (field, chart):
        qtbot.addWidget(one)
    field.show_value("84,000")
    field.findChild(CopyButton).button.click()
    copy_table(chart)
    assert said == ["Copied", "Copied"]


# Going about


def test_the_page_that_one_has_come_to_is_said_once(window: MainWindow, qtbot: QtBot, said: list[str]) -> None:
    window.show_workbook(MILL)
    assert said == ["Offer"]
    for place in ("research", "research", ARCHIVE, SETTINGS, RECORD):
        window.go(place)
    qtbot.waitUntil(lambda: len(said) == 6)
    assert said[1:] == ["Research", "Archive", "Settings", "Archive", "What was asked and won"]


def test_the_page_whose_button_was_just_heard_is_not_said_again(
    window: MainWindow, said: list[str], qtbot: QtBot
) -> None:
    window.show_workbook(MILL)
    assert said == ["Offer"]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button = next(one for one in window.rail.findChildren(type(window.rail._buttons["offer"])) if one.isChecked())
    button.setFocus()
    said.clear()
    qtbot.keyClick(button, Qt.Key.Key_Down)
    assert window.place != "offer"
    assert said == []


def test_each_stop_of_the_tour_is_read_out(ctx: UiContext, qtbot: QtBot, said: list[str]) -> None:
    strip = TourStrip(ctx)
    qtbot.addWidget(strip)
    strip.show_stop(1)
    strip.next_button.click()
    assert said == [f"{stop.title}. {stop.words}" for stop in STOPS[1:3]]


def test_each_question_is_said_with_its_number(bridge: Bridge, ctx: UiContext, qtbot: QtBot, said: list[str]) -> None:
    asking = QuickStart(bridge, ctx)
    qtbot.addWidget(asking)
    asking.come()
    first = asking.step.question.title if asking.step else ""
    asking.skip()
    assert said[0] == f"1 of 10. {first}"
    assert said[1].startswith("2 of 10. ")


def test_hidden_figures_are_said_and_shown_ones_too(window: MainWindow, said: list[str]) -> None:
    hiding = window.actions_by_id["hide_figures"]
    hiding.trigger()
    hiding.trigger()
    assert said == ["Figures are hidden. Where one stands, you can read but not write.", "Figures are shown again."]


def test_a_locked_archive_says_so_and_why(ctx: UiContext, said: list[str]) -> None:
    asking = UnlockWindow(ctx, lambda _secret: Future())
    asking.say("Locked, since nobody was there.")
    asking.show()
    assert sorted(said) == ["Locked, since nobody was there.", "Your archive is locked"]
    asking.field.input.setText("a secret")
    asking.button.click()
    assert said[-1] == "Unlocking …"
    asking.dismiss()


# Searching


def test_what_was_found_in_the_workbook_is_counted_once_typing_rests(
    workspace: Workspace, qtbot: QtBot, said: list[str]
) -> None:
    workspace.find_bar.open()
    qtbot.keyClicks(workspace.find_bar.words, "mill")
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Found 2 times"]
    workspace.find_bar.words.setText("heron")
    qtbot.waitUntil(lambda: said[-1] == "Found nowhere")


def test_workbooks_are_counted_when_something_else_is_asked_for(
    window: MainWindow, qtbot: QtBot, said: list[str]
) -> None:
    shelf = window.start_page.list
    qtbot.waitUntil(lambda: shelf.rows.rowCount() == 2)
    for words, answer in (("river", ""), ("mill", "One workbook"), ("", "2 workbooks")):
        shelf.search.setText(words)
        shelf.look()
        qtbot.waitUntil(lambda answer=answer: said[-1:] == [answer or shelf.nothing.text()] != [""])
    shelf.refresh()
    qtbot.waitUntil(lambda: shelf.rows.rowCount() == 2)
    employer = shelf.filter_bar.employer
    employer.setCurrentIndex(employer.findText("Lakeside Clinic"))
    employer.activated.emit(employer.currentIndex())
    qtbot.waitUntil(lambda: said[-1] == "One workbook")
    assert len(said) == 4


# What takes a while, and how it went


def test_backups_and_going_back_say_what_is_done_and_how_it_went(
    window: MainWindow, qtbot: QtBot, said: list[str]
) -> None:
    window.go(SETTINGS)
    card = window.settings.backups
    for button, meanwhile, how in (
        (card.make_button, "Making a backup …", "it is whole."),
        (card.check_button, "Checking everything …", "every backup is whole."),
    ):
        said.clear()
        button.click()
        assert said[0] == meanwhile
        qtbot.waitUntil(lambda how=how: said[-1].endswith(how))
    qtbot.waitUntil(card.restore_button.isEnabled)
    card.restore_button.click()
    qtbot.waitUntil(lambda: card.form.rows.rowCount() > 0)
    card.form.compare_button.click()
    qtbot.waitUntil(lambda: "stay as they are: 2" in said[-1])


def test_an_export_says_that_it_is_written_and_where(
    window: MainWindow, qtbot: QtBot, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mill.counteroffer"
    monkeypatch.setattr("counteroffer.ui.archive.export_dialog.ask_where", lambda *_given: file)
    window.archive_desk.export(MILL.id)
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    dialog.plain.click()
    said.clear()
    dialog.plain_button.click()
    qtbot.waitUntil(dialog.done_button.isVisible)
    assert said == ["Writing the file …", f"Saved as mill.counteroffer. {tmp_path}"]


def test_an_import_says_what_the_file_holds_and_what_came_in(
    window: MainWindow, qtbot: QtBot, said: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "depot.counteroffer"
    file.write_bytes(portable.write(Workbook(title="Depot"), {}))
    window.archive_desk.take_in(file)
    dialog = window.findChild(IncomingDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.take_button.isVisible)
    assert said[-1] == "The file holds one workbook."
    dialog.take_button.click()
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert said[-2:] == ["Workbooks taken in: 1.", "Offer"]


def test_a_paper_that_was_chosen_is_said_once_it_is_there(window: MainWindow, qtbot: QtBot, said: list[str]) -> None:
    window.show_workbook(MILL)
    window.papers("brief")
    papers = window.paper_desk.dialog
    assert papers is not None
    qtbot.waitUntil(lambda: papers.document.pageCount() > 0, timeout=10_000)
    assert said[-1] == papers.about.text() != ""
    heard = len(said)
    papers.size_choice.setCurrentIndex(1)
    papers.refresh()
    papers._maker.wait()
    assert len(said) == heard


def test_a_message_is_said_when_it_comes_into_view_with_what_was_kept(
    ctx: UiContext, qtbot: QtBot, said: list[str]
) -> None:
    banner = Banner(ctx)
    qtbot.addWidget(banner)
    banner.say("The file cannot be read.", "error", "Nothing was changed.")
    assert said == []
    banner.show()
    assert said == ["The file cannot be read. Nothing was changed."]
