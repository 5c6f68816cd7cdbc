"""The window of the help: going about, searching, printing, and what it never does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QPageSize, QTextCursor, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from counteroffer.app import Application, open_application
from counteroffer.ui.help.help_window import HelpWindow
from counteroffer.ui.help.printing import page_pdf
from counteroffer.ui.help.searching import marks
from counteroffer.ui.theme import DARK, Mode
from counteroffer.ui.window.main_window import MainWindow


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
    yield opened
    if opened in application.windows:
        opened.close()


@pytest.fixture
def help_window(window: MainWindow, qtbot: QtBot) -> HelpWindow:
    window.help_desk.show()
    opened = window.help_desk.help
    assert opened is not None
    return opened


def test_every_command_with_keys_stands_on_the_keys_page(window: MainWindow) -> None:
    window.actions_by_id["keys"].trigger()
    opened = window.help_desk.help
    assert opened is not None
    assert opened.page.address == "keys"
    read = opened.reader.toPlainText()
    for action in (*window.actions_by_id.values(), *opened.actions_by_id.values()):
        for keys in action.shortcuts():
            assert keys.toString() in read
            assert action.text() in read


def test_a_window_has_one_help_and_closes_it_with_itself(window: MainWindow, help_window: HelpWindow) -> None:
    window.help_desk.show("papers")
    assert window.help_desk.help is help_window
    assert help_window.page.address == "papers"
    assert not help_window.isModal()
    window.close()
    assert window.help_desk.help is None


def test_links_lead_on_and_one_can_go_back_and_forward(help_window: HelpWindow, qtbot: QtBot) -> None:
    assert not help_window.actions_by_id["back"].isEnabled()
    help_window.reader.anchorClicked.emit(QUrl("offer"))
    help_window.reader.anchorClicked.emit(QUrl("point:M04"))
    assert help_window.page.address == "point:M04"
    help_window.actions_by_id["back"].trigger()
    assert help_window.page.address == "offer"
    help_window.actions_by_id["forward"].trigger()
    assert help_window.page.address == "point:M04"
    help_window.actions_by_id["back"].trigger()
    help_window.go("words")
    assert not help_window.actions_by_id["forward"].isEnabled()
    help_window.go("no such page")
    assert help_window.page.address == "first_steps"


def test_a_page_can_have_something_done_in_the_window(window: MainWindow, help_window: HelpWindow) -> None:
    help_window.reader.anchorClicked.emit(QUrl("do:settings"))
    assert window.place == "settings"
    assert help_window.page.address == "first_steps"


def test_a_link_is_followed_by_keys_alone(help_window: HelpWindow, qtbot: QtBot) -> None:
    help_window.go("quick_start")
    help_window.reader.setFocus()
    # From the last link of the page on, as Tab goes.
    for _link in range(2):
        qtbot.keyClick(help_window.reader, Qt.Key.Key_Tab)
    qtbot.keyClick(help_window.reader, Qt.Key.Key_Return)
    assert help_window.page.address == "papers"


def test_the_contents_show_where_one_is_and_open_pages(help_window: HelpWindow, qtbot: QtBot) -> None:
    help_window.go("point:M20")
    item = help_window.contents.currentItem()
    assert item is not None
    assert item.text(0) == help_window.page.title
    assert item.parent() is not None
    assert item.parent().isExpanded()
    qtbot.keyClick(help_window.contents, Qt.Key.Key_Down)
    assert help_window.page.address == "point:M20"
    qtbot.keyClick(help_window.contents, Qt.Key.Key_Return)
    assert help_window.page.address == "point:M16"


def test_search_finds_beginnings_without_accents_and_marks_them(help_window: HelpWindow, qtbot: QtBot) -> None:
    help_window.words.setText("Récov CODE")
    qtbot.keyClick(help_window.words, Qt.Key.Key_Return)
    assert help_window.page.address == help_window.rows.rows()[0].id
    assert "privacy" in [row.id for row in help_window.rows.rows()]
    assert "recovery" in help_window.reader.marked
    assert "code" in help_window.reader.marked
    assert help_window.contents.isHidden()
    assert help_window.count.text() == f"Found on {help_window.rows.rowCount()} pages"
    row = help_window.rows.rows()[0]
    assert "recovery" in [row.summary[start:end] for start, end in row.found]
    qtbot.keyClick(help_window.words, Qt.Key.Key_Escape)
    assert help_window.isVisible()
    assert not help_window.contents.isHidden()
    assert help_window.reader.marked == []


def test_the_page_that_is_called_so_comes_first_and_nothing_is_said_to_be_nothing(help_window: HelpWindow) -> None:
    help_window.words.setText("backups")
    help_window.look()
    assert help_window.rows.rows()[0].id == "backups"
    help_window.words.setText("qqqq")
    help_window.look()
    assert help_window.hits.isHidden()
    assert help_window.count.text().startswith("Found nowhere")


def test_marks_are_whole_words_that_begin_as_asked() -> None:
    text = "Łódź lies; the load is loded. 3 Überstunden"
    assert [text[start:end] for start, end in marks(text, "lod")] == ["Łódź", "loded"]
    assert [text[start:end] for start, end in marks(text, "uber 3")] == ["3", "Überstunden"]
    assert list(marks(text, " ")) == []


def test_an_address_outside_is_shown_and_copied_and_never_opened(help_window: HelpWindow) -> None:
    help_window.go("about")
    help_window.reader.anchorClicked.emit(QUrl("https://www.sqlite.org"))
    assert help_window.banner.isVisible()
    assert help_window.banner.accessibleName() == "https://www.sqlite.org"
    assert help_window.page.address == "about"
    assert not help_window.reader.openLinks()
    help_window.copy_button.click()
    assert QGuiApplication.clipboard().text() == "https://www.sqlite.org"
    assert not help_window.banner.isVisible()


def test_pages_load_nothing(help_window: HelpWindow) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert help_window.reader.loadResource(kind, QUrl("https://example.org/a.png")) is None


def test_the_page_follows_the_theme(application: Application, help_window: HelpWindow) -> None:
    help_window.go("papers")
    application.theme.set_mode(Mode.DARK)
    cursor = QTextCursor(help_window.reader.document())
    cursor.setPosition(2)
    assert cursor.charFormat().foreground().color() == QColor(DARK.text)
    assert help_window.reader.toPlainText().startswith("Papers")


def test_lines_are_never_too_long_to_read(help_window: HelpWindow, qapp: QApplication) -> None:
    help_window.resize(QSize(1900, 700))
    qapp.processEvents()
    frame = help_window.reader.document().rootFrame().frameFormat()
    text = help_window.reader.viewport().width() - frame.leftMargin() - frame.rightMargin()
    assert 600 < text <= 760


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_a_page_on_paper_has_all_its_words(help_window: HelpWindow, tmp_path: Path, size: QPageSize.PageSizeId) -> None:
    help_window.go("keys")
    file = tmp_path / "page.pdf"
    file.write_bytes(page_pdf(help_window.page, QPageSize(size), help_window.ctx))
    pages = PdfReader(file).pages
    wanted = QPageSize(size).sizePoints()
    assert round(pages[0].mediabox.width) == wanted.width()
    read = " ".join(" ".join(page.extract_text() for page in pages).split())
    for words in ("In the window", "Ctrl+N", "Close the window", "Print this page"):
        assert words in read


def test_a_page_is_printed_as_the_systems_dialog_says(help_window: HelpWindow, tmp_path: Path) -> None:
    help_window.go("worth")
    file = tmp_path / "worth.pdf"

    def answer() -> None:
        (dialog,) = help_window.findChildren(QPrintDialog)
        dialog.printer().setOutputFileName(str(file))
        dialog.done(QDialog.DialogCode.Accepted.value)

    QTimer.singleShot(0, answer)
    help_window.actions_by_id["print"].trigger()
    assert help_window.banner.accessibleName() == "Saved as worth.pdf."
    assert " ".join(PdfReader(file).pages[0].extract_text().split()).startswith("What things are worth")
    help_window.go("words")
    QTimer.singleShot(0, lambda: help_window.findChildren(QPrintDialog)[0].done(QDialog.DialogCode.Rejected.value))
    help_window.actions_by_id["print"].trigger()
    assert not help_window.banner.isVisible()
