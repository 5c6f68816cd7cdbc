"""Papers kept inside the archive: attached, named, taken away and brought back, saved as a file again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path as File

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from counteroffer.archive.store import LocalArchive
from counteroffer.domain.edits import Insert, apply
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.attachments import Attachments, attachments_card
from counteroffer.ui.pages.page import Page
from counteroffer.ui.widgets import LineField
from tests.ui.page_tools import field, show
from tests.ui.walking import go_to

PAPERS = ("situation", "attachments")
LETTER = b"%PDF-1.7 a letter"


@pytest.fixture
def letter(tmp_path: File) -> File:
    file = tmp_path / "The offer.pdf"
    file.write_bytes(LETTER)
    return file


class PapersPage(Page):
    """Nothing but the attached papers."""

    def make(self) -> Iterator[None]:
        attachments_card(self, PAPERS)
        yield


@pytest.fixture
def page(bridge: Bridge, ctx: UiContext, qtbot: QtBot) -> Page:
    return show(qtbot, PapersPage("offer", bridge, ctx))


@pytest.fixture
def papers(page: Page) -> Attachments:
    (found,) = page.findChildren(Attachments)
    return found


def titles(papers: Attachments) -> list[str]:
    return [row.title for row in papers.list.rows.rows()]


def said(papers: Attachments) -> str:
    """What the banner says, if it is there."""
    return "" if papers.banner.isHidden() else papers.banner.accessibleName()


def test_a_file_is_taken_into_the_archive_and_named_in_the_workbook(
    papers: Attachments, bridge: Bridge, archive: LocalArchive, letter: File, qtbot: QtBot
) -> None:
    papers.take_in(letter)
    qtbot.waitUntil(lambda: len(papers.items()) == 1)
    (paper,) = bridge.workbook.situation.attachments
    assert (paper.name, paper.media_type, paper.size) == ("The offer.pdf", "application/pdf", len(LETTER))
    assert paper.added_on == date(2027, 1, 15)
    assert archive.attached(paper.sha256).result() == LETTER
    assert letter.read_bytes() == LETTER
    assert papers.list.rows.rows()[0].summary == "17 bytes  ·  Added on 15 Jan 2027"
    assert papers.list.selected_id == paper.id


def test_the_first_step_asks_for_a_file(
    papers: Attachments, letter: File, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(letter), ""))
    assert papers.list.empty.button is not None
    qtbot.mouseClick(papers.list.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: titles(papers) == ["The offer.pdf"])


def test_choosing_no_file_changes_nothing(papers: Attachments, bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    before = bridge.workbook
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    papers.ask()
    assert bridge.workbook is before


def test_the_same_file_is_not_added_twice(papers: Attachments, letter: File, qtbot: QtBot) -> None:
    papers.take_in(letter)
    qtbot.waitUntil(lambda: len(papers.items()) == 1)
    again = letter.with_name("copy.pdf")
    again.write_bytes(LETTER)
    papers.take_in(again)
    qtbot.waitUntil(lambda: said(papers) != "")
    assert "already" in said(papers)
    assert titles(papers) == ["The offer.pdf"]


def test_a_file_that_is_too_large_is_refused_with_the_reason(
    papers: Attachments, bridge: Bridge, tmp_path: File, qtbot: QtBot
) -> None:
    large = tmp_path / "film.bin"
    with large.open("wb") as opened:
        opened.truncate(11 * 1024 * 1024)
    before = bridge.workbook
    papers.take_in(large)
    qtbot.waitUntil(lambda: said(papers) != "")
    assert "10 MB" in said(papers)
    assert bridge.workbook is before


def test_a_file_that_is_gone_is_refused_with_the_reason(papers: Attachments, bridge: Bridge, tmp_path: File) -> None:
    before = bridge.workbook
    papers.take_in(tmp_path / "gone.pdf")
    assert "cannot be read" in said(papers)
    assert bridge.workbook is before


def test_a_name_that_cannot_be_kept_is_made_plain(papers: Attachments, tmp_path: File, qtbot: QtBot) -> None:
    odd = tmp_path / "an\nodd\tname.unknownkind"
    odd.write_bytes(LETTER)
    papers.take_in(odd)
    qtbot.waitUntil(lambda: len(papers.items()) == 1)
    assert papers.items()[0].name == "an odd name.unknownkind"
    assert papers.items()[0].media_type == "application/octet-stream"


def test_a_copy_can_be_saved_where_one_likes(
    papers: Attachments, letter: File, tmp_path: File, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers.take_in(letter)
    qtbot.waitUntil(lambda: len(papers.items()) == 1)
    copy = tmp_path / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(copy), ""))
    qtbot.mouseClick(papers.copy_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said(papers) == "A copy has been saved.")
    assert copy.read_bytes() == LETTER


def test_a_copy_that_cannot_be_saved_says_why(papers: Attachments, letter: File, tmp_path: File, qtbot: QtBot) -> None:
    papers.take_in(letter)
    qtbot.waitUntil(lambda: len(papers.items()) == 1)
    papers.save_copy(papers.items()[0], tmp_path / "no such folder" / "copy.pdf")
    qtbot.waitUntil(lambda: said(papers) != "")
    assert "folder" in said(papers)


def test_a_paper_whose_bytes_are_not_there_says_so(
    open_workbook: Callable[[Workbook], Bridge], ctx: UiContext, tmp_path: File, qtbot: QtBot
) -> None:
    lost = {"id": "lost", "name": "offer.pdf", "sha256": "0" * 64}
    bridge = open_workbook(apply(Workbook(), Insert(PAPERS, 0, lost)))
    papers = Attachments(bridge, ctx, PAPERS, "Papers")
    qtbot.addWidget(papers)
    papers.save_copy(papers.items()[0], tmp_path / "copy.pdf")
    qtbot.waitUntil(lambda: said(papers) != "")
    assert "not in the archive" in said(papers)
    assert not (tmp_path / "copy.pdf").exists()


def test_papers_can_be_renamed_moved_removed_and_brought_back(
    page: Page, papers: Attachments, bridge: Bridge, letter: File, qtbot: QtBot
) -> None:
    other = letter.with_name("handbook.pdf")
    other.write_bytes(b"a handbook")
    for number, file in enumerate((letter, other), 1):
        papers.take_in(file)
        qtbot.waitUntil(lambda number=number: len(papers.items()) == number)
    first, second = papers.items()
    name = go_to(qtbot, page, LineField, *PAPERS, second.id, "name")
    name.input.selectAll()
    qtbot.keyClicks(QApplication.focusWidget(), "House rules")
    assert titles(papers) == ["The offer.pdf", "House rules"]

    qtbot.mouseClick(papers.list.up_button, Qt.MouseButton.LeftButton)
    assert titles(papers) == ["House rules", "The offer.pdf"]
    qtbot.mouseClick(papers.list.remove_button, Qt.MouseButton.LeftButton)
    assert titles(papers) == ["The offer.pdf"]
    assert field(page, LineField, *PAPERS, first.id, "name").input.text() == "The offer.pdf"
    qtbot.mouseClick(papers.list.remove_button, Qt.MouseButton.LeftButton)
    assert titles(papers) == []
    assert papers.detail.isHidden()
    bridge.undo()
    bridge.undo()
    assert titles(papers) == ["House rules", "The offer.pdf"]


def test_the_list_itself_can_be_gone_to(page: Page, papers: Attachments, qtbot: QtBot) -> None:
    assert page.reveal(PAPERS)
    qtbot.waitUntil(lambda: papers.list.empty.button is QApplication.focusWidget())
    assert not page.reveal(("situation", "employer"))
