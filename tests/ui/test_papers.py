"""The papers: seen, followed, saved, and beside them the terms as a table."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QPointF, QStandardPaths, Qt
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtPdf import QPdfPageRenderer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from counteroffer.app import Application, open_application
from counteroffer.archive.carrying.portable import write
from counteroffer.documents.carried import portable_of
from counteroffer.documents.pdf.result import Page
from counteroffer.domain.edits import Insert, Remove, Set
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.workbook import Workbook, from_plain
from counteroffer.sample import sample_workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.papers import dialog as papers_dialog
from counteroffer.ui.papers import kinds
from counteroffer.ui.papers import printer as printing_papers
from counteroffer.ui.papers.dialog import PapersDialog
from counteroffer.ui.papers.making import PaperMaker
from counteroffer.ui.papers.preview import LEAST, MOST, Fit
from counteroffer.ui.papers.printer import PaperPrinter
from counteroffer.ui.papers.saving import ask_where, telling_name
from counteroffer.ui.preferences import Ink, PrintSetup, Sides, load_preferences
from counteroffer.ui.printing import PrintJob, printer_for
from counteroffer.ui.widgets import Button

SAMPLE = sample_workbook(date(2027, 1, 15))
LETTER = {"id": "ours", "kind": "decline", "subject": "My decision", "body": "Hello,\n\nno, thank you."}


@pytest.fixture
def workbook_open(open_workbook: Callable[[Workbook], Bridge]) -> Bridge:
    return open_workbook(SAMPLE)


@pytest.fixture
def remembered() -> list[str]:
    return []


@pytest.fixture
def papers(qtbot: QtBot, workbook_open: Bridge, ctx: UiContext, remembered: list[str]) -> PapersDialog:
    dialog = PapersDialog(
        workbook_open, ctx, "brief", "A4", remember=remembered.append, portable=lambda workbook: write(workbook, {})
    )
    qtbot.addWidget(dialog)
    dialog.show()
    _wait(qtbot, dialog)
    return dialog


def _wait(qtbot: QtBot, dialog: PapersDialog) -> None:
    """Until the paper that was chosen is in view as the workbook now stands."""

    def ready() -> bool:
        return not dialog._rest.isActive() and not dialog._maker.is_busy and dialog._shown == dialog.chosen.id

    qtbot.waitUntil(lambda: ready() and dialog.document.pageCount() > 0, timeout=20_000)


def _choose(qtbot: QtBot, dialog: PapersDialog, name: str) -> None:
    dialog.choose(name)
    _wait(qtbot, dialog)


def test_the_terms_are_saved_as_a_table(papers: PapersDialog, tmp_path: Path) -> None:
    assert papers.save_terms_to(tmp_path / "terms.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "terms.csv").read_text("utf-8-sig"))))
    assert rows[0]["Target"] == "55000"
    assert papers.banner.isVisible()
    assert "terms.csv" in papers.banner.accessibleName()
    assert str(tmp_path) in papers.banner.accessibleDescription()


def test_the_folder_of_what_was_saved_is_a_click_away(
    papers: PapersDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    assert papers.save_terms_to(tmp_path / "terms.csv")
    button = next(one for one in papers.banner.findChildren(Button) if one.text() == "Show folder")
    button.click()
    assert shown == [tmp_path.as_posix()]
    # What is said next has nothing to do with that folder.
    assert not papers.save_to(tmp_path / "no such folder" / "file")
    assert not button.isVisible()


@pytest.mark.parametrize("has_documents", [True, False])
def test_saving_begins_among_the_documents_or_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_documents: bool
) -> None:
    documents = tmp_path / "Documents"
    if has_documents:
        documents.mkdir()
    suggested: list[str] = []
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(documents))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (suggested.append(given[2]), "")[::-1])
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    assert ask_where(None, "", "Brief.pdf", "") is None  # type: ignore[arg-type]
    assert suggested == [str((documents if has_documents else tmp_path / "home") / "Brief.pdf")]


def test_a_suggested_name_tells_and_fits_every_system() -> None:
    assert telling_name("Brief", "Northwind Bakery") == "Brief – Northwind Bakery"
    assert telling_name("Brief", " ") == "Brief"
    assert telling_name("Brief", '../A\\B: "C" <D>|?*\n.') == "Brief – .. A B C D"
    assert len(telling_name("Brief", "x" * 500)) == 80


def test_what_cannot_be_written_is_said(papers: PapersDialog, tmp_path: Path) -> None:
    for save in (papers.save_terms_to, papers.save_to):
        assert not save(tmp_path / "no such folder" / "file")
        assert "folder" in papers.banner.accessibleName()


def test_what_is_seen_is_what_is_saved(papers: PapersDialog, tmp_path: Path) -> None:
    assert papers.save_to(tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes() == papers._content == bytes(papers.preview._buffer.data().data())


def test_each_paper_can_be_chosen_and_says_whom_it_is_for(qtbot: QtBot, papers: PapersDialog) -> None:
    seen = {papers._content}
    for name in ("shareable", "agreement", "side_by_side", "workbook"):
        _choose(qtbot, papers, name)
        assert papers._content.startswith(b"%PDF")
        assert papers._content not in seen
        seen.add(papers._content)
        assert ("Only for you" in papers.about.text()) == papers.chosen.private
    assert papers.document.pageCount() > 5
    assert papers.preview.page.text() == f"Page 1 of {papers.document.pageCount()}"


@pytest.mark.skipif(os.name != "posix", reason="who may read a file is kept otherwise there")
def test_a_private_file_can_be_read_by_its_owner_alone(qtbot: QtBot, papers: PapersDialog, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        for name in ("brief", "side_by_side", "shareable", "agreement", "letter:letter_follow_up"):
            _choose(qtbot, papers, name)
            assert papers.chosen.id == name
            file = tmp_path / f"{papers.chosen.file}.pdf"
            assert papers.save_to(file)
            assert file.stat().st_mode & 0o777 == (0o600 if papers.chosen.private else 0o644), name
    finally:
        os.umask(before)


class TestTheWorkbookInside:
    def test_only_papers_of_ones_own_can_have_it(self, qtbot: QtBot, papers: PapersDialog) -> None:
        offered = {}
        for name in ("brief", "shareable", "agreement", "side_by_side", "letter:letter_follow_up"):
            _choose(qtbot, papers, name)
            assert papers.chosen.id == name
            assert not papers.inside.isChecked()
            papers.inside.setChecked(True)
            _wait(qtbot, papers)
            offered[name] = papers.inside.isVisible()
            if offered[name]:
                inside = from_plain(_fields(portable_of(papers._content)))
                assert inside == papers._bridge.workbook
            else:
                with pytest.raises(BadInput, match="no workbook inside"):
                    portable_of(papers._content)
        assert [name for name, is_offered in offered.items() if not is_offered] == [
            "shareable",
            "letter:letter_follow_up",
        ]

    def test_the_own_copy_of_the_agreement_is_private_and_says_so(
        self, qtbot: QtBot, papers: PapersDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _choose(qtbot, papers, "agreement")
        assert "handed over" in papers.about.text()
        papers.inside.setChecked(True)
        _wait(qtbot, papers)
        assert "Never hand this one over" in papers.about.text()
        names: list[str] = []
        monkeypatch.setattr(papers_dialog, "ask_where", lambda *given: names.append(given[2]))
        papers.save()
        assert names == ["Agreement summary – own copy – Marrowmere Ferries.pdf"]
        assert papers.save_to(tmp_path / "own.pdf")
        if os.name == "posix":
            assert (tmp_path / "own.pdf").stat().st_mode & 0o777 == 0o600
        # It is asked for anew: the next agreement that is looked at is one to hand over.
        papers.choose("brief")
        papers.choose("agreement")
        _wait(qtbot, papers)
        assert not papers.inside.isChecked()
        assert b"EmbeddedFile" not in papers._content

    def test_it_follows_the_workbook(self, qtbot: QtBot, papers: PapersDialog, workbook_open: Bridge) -> None:
        papers.inside.setChecked(True)
        workbook_open.apply(Set(("title",), "Renamed"))
        _wait(qtbot, papers)
        assert _fields(portable_of(papers._content))["title"] == "Renamed"


def _fields(portable: bytes) -> dict[str, object]:
    header = ("format", "format_version", "sha256", "files")
    return {name: value for name, value in json.loads(portable).items() if name not in header}


def test_what_the_typeface_lacks_is_named_by_kind_and_place(
    qtbot: QtBot, papers: PapersDialog, workbook_open: Bridge
) -> None:
    assert not papers.lacking.isVisible()
    workbook_open.apply(Set(("situation", "why_role"), "薪水很好 😀"))
    _wait(qtbot, papers)
    assert papers.lacking.isVisible()
    said = papers.lacking.accessibleName() + papers.lacking.accessibleDescription()
    assert "cannot be printed" in said
    assert "Chinese or Japanese: 4, under “What I say first”" in said
    assert "Emoji: 1, under “What I say first”" in said
    workbook_open.apply(Set(("situation", "why_role"), "Good pay"))
    _wait(qtbot, papers)
    assert not papers.lacking.isVisible()


class TestFollowingTheWorkbook:
    def test_a_change_shows_once_typing_rests(
        self, qtbot: QtBot, papers: PapersDialog, workbook_open: Bridge, ctx: UiContext
    ) -> None:
        before = papers._content
        for name in ("N", "No", "North"):
            workbook_open.apply(Set(("situation", "employer"), name), typed=True)
        assert papers._content is before
        assert papers._rest.isActive()
        _wait(qtbot, papers)
        assert papers._content != before
        expected = kinds.make("brief", workbook_open.workbook, ctx.today(), "A4", ctx.translate).bytes
        assert papers._content == expected

    def test_the_place_and_the_zoom_are_kept(self, qtbot: QtBot, papers: PapersDialog, workbook_open: Bridge) -> None:
        _choose(qtbot, papers, "workbook")
        view = papers.preview.view
        view.zoom(1.5)
        view.verticalScrollBar().setValue(2_000)
        scale = view.zoomFactor()
        workbook_open.apply(Set(("situation", "employer"), "Nordfähre"))
        _wait(qtbot, papers)
        view = papers.preview.view
        assert (view.verticalScrollBar().value(), view.zoomFactor()) == (2_000, scale)
        assert view.zoomMode() is Fit.Custom
        _choose(qtbot, papers, "agreement")
        view = papers.preview.view
        assert view.verticalScrollBar().value() == 0
        assert view.zoomFactor() == scale

    def test_what_is_saved_is_never_older_than_the_workbook(
        self, papers: PapersDialog, workbook_open: Bridge, tmp_path: Path
    ) -> None:
        before = papers._content
        workbook_open.apply(Set(("situation", "employer"), "Saved in the same breath"))
        assert papers.save_to(tmp_path / "brief.pdf")
        assert (tmp_path / "brief.pdf").read_bytes() == papers._content != before

    def test_letters_come_and_go(self, qtbot: QtBot, papers: PapersDialog, workbook_open: Bridge) -> None:
        at = ("agreement", "letters")
        count = papers.paper.count()
        workbook_open.apply(Insert(at, 0, {**LETTER, "body": " "}))
        assert papers.paper.count() == count  # one without words is no paper yet
        workbook_open.apply(Set((*at, "ours", "body"), "Hello, no, thank you."))
        _choose(qtbot, papers, "letter:ours")
        assert papers.paper.currentText() == "Letter: My decision"
        assert papers.chosen.file == "decline"
        workbook_open.apply(Remove((*at, "ours")))
        _wait(qtbot, papers)
        assert papers.chosen.id == "brief"


class TestZoom:
    def test_the_buttons(self, qtbot: QtBot, papers: PapersDialog) -> None:
        preview = papers.preview
        wide = preview.view.scale
        assert preview.fits[Fit.FitToWidth].isChecked()
        preview.fits[Fit.FitInView].click()
        whole = preview.view.scale
        assert whole < wide
        assert [button.isChecked() for button in preview.fits.values()] == [False, True]
        preview.larger.click()
        assert whole < preview.view.scale < wide
        assert preview.percent.text() == f"{round(preview.view.scale * 100)}%"
        assert not any(button.isChecked() for button in preview.fits.values())
        preview.smaller.click()
        assert preview.view.scale == pytest.approx(whole)
        preview.fits[Fit.FitToWidth].click()
        assert preview.view.scale == pytest.approx(wide)

    def test_it_ends_where_it_is_of_no_more_use(self, papers: PapersDialog) -> None:
        preview = papers.preview
        for _time in range(30):
            preview.view.zoom(1.2)
        assert preview.view.scale == MOST
        assert not preview.larger.isEnabled()
        for _time in range(30):
            preview.view.zoom(1 / 1.2)
        assert preview.view.scale == LEAST
        assert not preview.smaller.isEnabled()

    def test_ctrl_and_the_wheel(self, papers: PapersDialog) -> None:
        view = papers.preview.view
        before = view.scale
        _roll(papers, 120, Qt.KeyboardModifier.ControlModifier)
        assert view.scale == pytest.approx(before * 1.2)
        _roll(papers, -120, Qt.KeyboardModifier.ControlModifier)
        assert view.scale == pytest.approx(before)
        _roll(papers, -120, Qt.KeyboardModifier.NoModifier)
        assert view.scale == pytest.approx(before)
        assert view.verticalScrollBar().value() > 0

    def test_keys(self, qtbot: QtBot, papers: PapersDialog) -> None:
        view = papers.preview.view
        with qtbot.waitActive(papers):
            papers.activateWindow()
        wide = view.scale
        qtbot.keyClick(papers, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        assert view.scale == pytest.approx(wide * 1.2)
        qtbot.keyClick(papers, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(papers, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
        assert view.scale == pytest.approx(wide / 1.2)
        qtbot.keyClick(papers, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
        assert view.zoomMode() is Fit.FitToWidth


def _roll(papers: PapersDialog, by: int, keys: Qt.KeyboardModifier) -> None:
    viewport = papers.preview.view.viewport()
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(viewport.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


class TestMaking:
    def test_the_window_goes_on_while_a_paper_takes_long(
        self, qtbot: QtBot, papers: PapersDialog, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        go_on = Event()
        made = kinds.make

        def slow(*given: object) -> object:
            go_on.wait(10)
            return made(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(papers_dialog, "make", slow)
        papers.choose("agreement")
        # Another paper's pages must not stand under the new one's name, not even for a moment.
        assert papers.document.pageCount() == 0
        assert papers._content == b""
        assert "One moment" in papers.about.text()
        go_on.set()
        _wait(qtbot, papers)

    def test_a_page_that_is_still_being_drawn_never_comes_to_stand_in_another_paper(
        self, qtbot: QtBot, papers: PapersDialog
    ) -> None:
        private = papers._content
        papers.choose("shareable")
        papers._maker.wait()
        shareable = papers._content
        looks = []
        for before in (b"", private):
            papers.preview.clear()
            if before:
                papers.preview.show_paper(before, keep_place=False)
                papers.preview.view.viewport().repaint()  # begins to draw the private page, on another thread
            papers.preview.show_paper(shareable, keep_place=False)
            drawn = papers.preview.view.findChild(QPdfPageRenderer)
            with qtbot.waitSignal(drawn.pageRendered, timeout=10_000):
                papers.preview.view.viewport().update()
            looks.append(papers.preview.view.viewport().grab().toImage())
        assert looks[0] == looks[1]

    def test_what_is_saved_is_the_paper_that_was_chosen(self, papers: PapersDialog, tmp_path: Path) -> None:
        private = papers._content
        papers.choose("shareable")
        assert papers.save_to(tmp_path / "shared.pdf")
        assert papers._shown == "shareable"
        assert (tmp_path / "shared.pdf").read_bytes() == papers._content != private

    def test_what_goes_wrong_is_said(
        self, qtbot: QtBot, papers: PapersDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        def fails(*_given: object) -> object:
            raise Fault("The typeface is missing.")

        monkeypatch.setattr(papers_dialog, "make", fails)
        papers.refresh()
        qtbot.waitUntil(papers.banner.isVisible)
        assert papers.banner.accessibleName() == "The typeface is missing."
        assert not papers.save_to(tmp_path / "nothing.pdf")
        assert not (tmp_path / "nothing.pdf").exists()

    def test_only_the_last_wish_is_answered(self, qtbot: QtBot, papers: PapersDialog) -> None:
        maker, answers, begun = PaperMaker(papers), [], []
        go_on = Event()

        def paper(name: str) -> Callable[[], object]:
            def make() -> object:
                begun.append(name)
                go_on.wait(10)
                return name

            return make

        maker.made.connect(lambda done: answers.append(done.result()))
        maker.wish(paper("first"))  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: begun == ["first"])
        maker.wish(paper("second"))  # type: ignore[arg-type]
        maker.wish(paper("third"))  # type: ignore[arg-type]
        go_on.set()
        qtbot.waitUntil(lambda: bool(answers))
        assert (answers, begun) == (["third"], ["first", "third"])
        maker.wait()
        assert answers == ["third"]

    def test_its_key_prints_though_the_button_has_a_letter_too(
        self, papers: PapersDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []
        monkeypatch.setattr(PaperPrinter, "ask", lambda *_given: asked.append("how"))
        with qtbot.waitActive(papers):
            papers.activateWindow()
        assert papers.print_button.key
        qtbot.keyClick(papers, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert asked == ["how"]


class TestTheDesk:
    @pytest.fixture
    def application(self, qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
        opened = open_application(qapp, tmp_path / "archive", tmp_path / "settings.json")
        yield opened
        opened.close()
        opened.theme.deleteLater()

    def test_the_size_is_remembered(self, qtbot: QtBot, application: Application, tmp_path: Path) -> None:
        window = application.open_window()
        window.show_workbook(Workbook())
        window.go("settings")
        window.papers("brief")
        dialog = window.paper_desk.dialog
        assert dialog is not None
        dialog.size_choice.setCurrentIndex(dialog.size_choice.findText("US Letter"))
        dialog.size_choice.activated.emit(1)
        assert '"Letter"' in (tmp_path / "settings.json").read_text("utf-8")
        _wait(qtbot, dialog)
        assert round(dialog.document.pagePointSize(0).width()) == 612
        dialog.reject()
        assert window.paper_desk.dialog is None
        window.papers("brief")
        again = window.paper_desk.dialog
        assert again is not None
        assert again.size_choice.currentText() == "US Letter"

    def test_how_it_was_printed_is_remembered(
        self, qtbot: QtBot, application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        chosen = PrintSetup(printer="Hall", sides=Sides.LONG, ink=Ink.BLACK)
        begun: list[PrintSetup] = []

        def ask(_self: object, setup: PrintSetup, page: Page) -> tuple[PrintJob, QPrinter]:
            begun.append(setup)
            return PrintJob(chosen, page), printer_for(setup, page)

        monkeypatch.setattr(PaperPrinter, "ask", ask)
        monkeypatch.setattr(printing_papers, "spooler", lambda: None)
        monkeypatch.setattr(printing_papers, "print_document", lambda *_given: None)
        window = application.open_window()
        window.show_workbook(Workbook())
        for _again in range(2):
            window.papers("brief")
            dialog = window.paper_desk.dialog
            assert dialog is not None
            _wait(qtbot, dialog)
            dialog.print_button.click()
            dialog.print_button.click()
            dialog.reject()
        assert begun == [PrintSetup(), chosen, chosen, chosen]
        assert load_preferences(tmp_path / "settings.json") == (application.preferences, True)

    def test_there_is_one_window_of_papers_and_it_goes_with_its_workbook(self, application: Application) -> None:
        window = application.open_window()
        window.show_workbook(Workbook())
        window.papers("brief")
        first = window.paper_desk.dialog
        window.papers("agreement")
        assert window.paper_desk.dialog is first
        assert first is not None
        assert first.chosen.id == "agreement"
        window.show_workbook(Workbook())
        assert window.paper_desk.dialog is None

    def test_quick_saving_asks_where_at_once(
        self, qtbot: QtBot, application: Application, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        file = tmp_path / "agreement.pdf"
        monkeypatch.setattr(papers_dialog, "ask_where", lambda *_given: file)
        window = application.open_window()
        window.show_workbook(Workbook())
        window.papers("agreement", save=True)
        qtbot.waitUntil(file.exists, timeout=10_000)
        assert file.read_bytes().startswith(b"%PDF")


def test_the_size_is_told_to_whoever_remembers_it(qtbot: QtBot, papers: PapersDialog, remembered: list[str]) -> None:
    papers.size_choice.setCurrentIndex(papers.size_choice.findText("US Letter"))
    papers.size_choice.activated.emit(1)
    assert remembered == ["Letter"]
    _wait(qtbot, papers)
    assert round(papers.document.pagePointSize(0).width()) == 612
