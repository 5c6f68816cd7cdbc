"""F1: whatever has the keyboard leads to its own page of the help."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.app import Application, open_application
from counteroffer.domain.agreement import Agreement, Outcome
from counteroffer.domain.alternatives import Trial
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.guidance import points
from counteroffer.sample import sample_workbook
from counteroffer.ui.archive.export_dialog import ExportDialog
from counteroffer.ui.archive.history_dialog import HistoryDialog
from counteroffer.ui.archive.incoming_dialog import IncomingDialog
from counteroffer.ui.archive.moving_dialog import MovingDialog
from counteroffer.ui.archive.rescue_window import RescueWindow
from counteroffer.ui.help.handbook import CHAPTERS
from counteroffer.ui.help.topics import topic_at, topic_of
from counteroffer.ui.locking.unlock_window import UnlockWindow
from counteroffer.ui.pages.catalogue_picker import PICKER
from counteroffer.ui.pages.new_letter import LetterSuggestion
from counteroffer.ui.papers.dialog import PapersDialog
from counteroffer.ui.tabs import PAGES, tab_of
from counteroffer.ui.widgets import FieldEditor
from counteroffer.ui.widgets.date_field import CalendarPopup
from counteroffer.ui.window.command_menu import CommandMenu
from counteroffer.ui.window.main_window import MainWindow
from tests.ui.page_tools import places

SAMPLE = sample_workbook(date(2027, 1, 15))
TAB_OF_POINT = {f"point:{one.id}": "look_back" if one.tab == "archive" else one.tab for one in points()}
ELSEWHERE = {"same_wish", "what_exactly", "starts", "another_way"}
"""Fields of which a point on another tab speaks."""


@pytest.mark.parametrize("tab", [tab.id for tab in PAGES])
def test_every_field_leads_to_a_page_of_its_own_tab(tab: str) -> None:
    written = {address for _title, addresses in CHAPTERS for address in addresses}
    for path in places(SAMPLE, tab):
        topic = topic_of(path, SAMPLE)
        assert topic in written or topic in TAB_OF_POINT, path
        if topic in TAB_OF_POINT and path[-1] not in ELSEWHERE and path[1:2] != ("letters",):
            assert TAB_OF_POINT[topic] == tab_of(path), path


def test_what_an_entry_is_decides_where_its_fields_lead() -> None:
    trial = next(
        ("terms", term.id, "alternatives", one.id, "title")
        for term in SAMPLE.terms
        for one in term.alternatives
        if one.kind == "trial"
    )
    assert topic_of(trial, SAMPLE) == "point:M31"
    letter = next(one for one in SAMPLE.agreement.letters if one.kind == "more_time")
    assert topic_of(("agreement", "letters", letter.id, "body"), SAMPLE) == "point:M46"
    assert topic_of(("title",), SAMPLE) == ""


def test_a_widget_without_a_path_leads_nowhere_of_itself(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert topic_at(widget, Workbook()) == ""
    assert topic_at(None, None) == ""


@pytest.fixture(scope="module")
def application(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """One for all tests here: none of them changes anything that another one looks at."""
    folder = tmp_path_factory.mktemp("help")
    opened = open_application(qapp, folder / "archive", folder / "settings.json")
    yield opened
    opened.close()
    opened.theme.deleteLater()


@pytest.fixture
def window(application: Application) -> Iterator[MainWindow]:
    opened = application.open_window()
    opened.activateWindow()
    yield opened
    opened.close()


def press_f1(qtbot: QtBot, window: MainWindow) -> str:
    """The address of the page that F1 opens."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)
    assert window.help_desk.help is not None
    return window.help_desk.help.page.address


SMALL = Workbook(terms=(Term(id="pay", name="Base pay", alternatives=(Trial(id="try"),)),))
"""Its pages are made in no time."""
WHERE = {
    "offer": (("situation", "why_role"), "point:M03"),
    "research": (("research", "contribution", "their_plans"), "point:M12"),
    "priorities": (("terms", "pay", "target", "value"), "point:M20"),
    "justifications": (("terms", "pay", "justification", "line"), "point:M26"),
    "alternatives": (("terms", "pay", "alternatives", "try", "success"), "point:M31"),
    "packages": (("packages", "budget"), "point:M37"),
    "conversations": (("conversations", "plan", "opening_words"), "point:M59"),
    "agreement": (("agreement", "outcome_reason"), "point:M54"),
    "look_back": (("retrospective", "worked"), "point:M55"),
}


def test_f1_opens_what_has_the_keyboard_on_every_page(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.show_workbook(SMALL)
    for tab, (path, topic) in WHERE.items():
        window.activateWindow()
        workspace.reveal(path)

        def in_the_field(path: tuple[str, ...] = path) -> bool:
            at: QWidget | None = QApplication.focusWidget()
            while at is not None and not isinstance(at, FieldEditor):
                at = at.parentWidget()
            return at is not None and at.path == path

        qtbot.waitUntil(in_the_field, timeout=2_000)
        assert workspace.current == tab
        assert press_f1(qtbot, window) == topic


def test_f1_opens_the_page_in_view_where_no_field_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.rail.setFocus()
    assert press_f1(qtbot, window) == "archive"
    window.go("settings")
    assert press_f1(qtbot, window) == "settings"
    window.settings.backups.make_button.setFocus()
    assert press_f1(qtbot, window) == "backups"
    window.go("record")
    assert press_f1(qtbot, window) == "archive"
    workspace = window.show_workbook(SMALL)
    window.go("research")
    workspace.top_bar.setFocus()
    window.rail.setFocus()
    assert press_f1(qtbot, window) == "research"


def test_the_guide_says_more_of_its_point_and_has_another_key(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.show_workbook(SMALL)
    window.go("agreement")
    workspace.guide.more_button.click()
    assert window.help_desk.help is not None
    assert window.help_desk.help.page.address == "point:M49"
    workspace.guide.more_button.setFocus()
    assert press_f1(qtbot, window) == "point:M49"
    shown = workspace.guide.isVisibleTo(window)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert workspace.guide.isVisibleTo(window) is not shown


def f1_in(qtbot: QtBot, shown: QWidget) -> None:
    """Press the key where the keyboard is in a window, or in a frame that is open over one."""
    if shown.windowType() is not Qt.WindowType.Popup:
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
    qtbot.keyClick(shown.focusWidget() or shown, Qt.Key.Key_F1)


def dialogs(window: MainWindow) -> Iterator[tuple[QWidget, str]]:
    """What opens over a window and beside it, and the page that explains it."""
    ctx, services = window.ctx, window._services
    content = services.portable(SAMPLE)
    window.show_workbook(SMALL)
    for asked, kind, topic in (
        (window.show_history, HistoryDialog, "history"),
        (window.archive_desk.export_all, ExportDialog, "carrying"),
        (window.archive_desk.move_house, MovingDialog, "moving"),
        (lambda: window.papers("brief"), PapersDialog, "papers"),
        (window.show_commands, CommandMenu, "keys"),
    ):
        asked()
        yield window.findChild(kind), topic
    incoming = IncomingDialog(ctx, services.archive.carrying, content, "copy.counteroffer", services.put_by, window)
    incoming.open()
    yield incoming, "carrying"


def test_f1_works_in_every_window_over_or_beside_the_first(window: MainWindow, qtbot: QtBot) -> None:
    for shown, topic in dialogs(window):
        f1_in(qtbot, shown)
        opened = window.help_desk.help
        assert opened is not None, topic
        assert opened.page.address == topic
        # A window that waits for its answer does not hold up the help.
        qtbot.waitUntil(opened.isActiveWindow)
        qtbot.keyClick(opened, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
        assert opened.page.address == "first_steps"
        shown.close()


def test_a_frame_that_opens_from_a_field_leads_where_the_field_does(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.show_workbook(SMALL)
    workspace.reveal(("situation", "reply_due"))
    window.activateWindow()
    qtbot.waitUntil(lambda: topic_at(QApplication.focusWidget(), SMALL) == "point:M02", timeout=2_000)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, CalendarPopup)
    f1_in(qtbot, calendar)
    assert window.help_desk.help is not None
    assert window.help_desk.help.page.address == "point:M02"
    # It would keep the keyboard from the help.
    assert QApplication.activePopupWidget() is None


def test_the_catalogue_and_a_letter_that_is_suggested_have_pages_of_their_own(window: MainWindow, qtbot: QtBot) -> None:
    over = SMALL.model_copy(update={"agreement": Agreement(outcome=Outcome.DECLINED_BY_YOU)})
    workspace = window.show_workbook(over)
    workspace.reveal(PICKER)
    qtbot.waitUntil(lambda: topic_at(QApplication.focusWidget(), over) == "priorities", timeout=2_000)
    assert press_f1(qtbot, window) == "priorities"
    window.go("agreement")
    page = workspace.page("agreement")
    page.complete()
    suggestion = page.findChild(LetterSuggestion)
    assert isinstance(suggestion, LetterSuggestion)
    suggestion.button.setFocus()
    assert press_f1(qtbot, window) == "letters"


def test_f1_works_before_the_archive_and_the_help_goes_with_the_window(application: Application, qtbot: QtBot) -> None:
    ctx = application._context()
    pending: Future[object] = Future()
    for shown, topic in (
        (UnlockWindow(ctx, lambda _secret: pending), "privacy"),
        (RescueWindow(ctx, "Title", "Sentence.", (), lambda _file, _secret: pending), "moving"),
        (RescueWindow(ctx, "Title", "Sentence.", (), lambda _file, _secret: pending, lambda _: Future()), "trouble"),
    ):
        shown.show()
        f1_in(qtbot, shown)
        opened = shown.help_opener.help
        assert opened is not None
        assert opened.page.address == topic
        qtbot.waitUntil(opened.isActiveWindow)
        # What cannot be done yet leads to where the way in is.
        opened.reader.anchorClicked.emit(QUrl("do:tour"))
        qtbot.waitUntil(shown.isActiveWindow)
        opened.go("keys")
        assert "Ctrl+F" in opened.reader.toPlainText()
        assert "In the window" not in opened.reader.toPlainText()
        shown.dismiss()
        assert shown.help_opener.help is None
