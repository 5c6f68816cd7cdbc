"""A paper with the workbook inside opens again, and one without is refused in a sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from counteroffer.app import Application
from counteroffer.archive.carrying.portable import write
from counteroffer.documents.make import OwnPaper, brief_pdf, own_copy_pdf
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.archive.incoming_dialog import IncomingDialog

TODAY = date(2027, 1, 15)


def test_a_paper_with_the_workbook_inside_is_taken_in(qtbot: QtBot, application: Application, tmp_path: Path) -> None:
    workbook = Workbook(title="From a paper")
    window = application.open_window()
    without, own = tmp_path / "brief.pdf", tmp_path / "own.pdf"
    without.write_bytes(brief_pdf(workbook, TODAY).bytes)
    window.archive_desk.take_in(without)
    qtbot.waitUntil(window.start_page.banner.isVisible, timeout=30_000)
    assert "no workbook inside" in window.start_page.banner.accessibleName()
    assert not application.archive.summaries().result()
    own.write_bytes(own_copy_pdf(OwnPaper.AGREEMENT, workbook, TODAY, write(workbook, {})).bytes)
    window.archive_desk.take_in(own)
    (asking,) = window.findChildren(IncomingDialog)
    qtbot.waitUntil(asking.take_button.isVisible, timeout=30_000)
    asking.take_button.click()
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=30_000)
    assert window.workspace is not None
    assert window.workspace.bridge.workbook == workbook
