"""The papers: seen, saved, and beside them the terms as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.papers.dialog import PapersDialog


@pytest.fixture
def papers(qtbot: QtBot, open_workbook: Callable[[Workbook], Bridge], ctx: UiContext) -> PapersDialog:
    dialog = PapersDialog(open_workbook(sample_workbook(date(2027, 1, 15))), ctx, "brief", "A4")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.document.pageCount() > 0)
    return dialog


def test_the_terms_are_saved_as_a_table(papers: PapersDialog, tmp_path: Path) -> None:
    assert papers.save_terms_to(tmp_path / "terms.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "terms.csv").read_text("utf-8-sig"))))
    assert rows[0]["Target"] == "55000"
    assert papers.banner.isVisible()
    assert "terms.csv" in papers.banner.accessibleName()


def test_what_cannot_be_written_is_said(papers: PapersDialog, tmp_path: Path) -> None:
    for save in (papers.save_terms_to, papers.save_to):
        assert not save(tmp_path / "no such folder" / "file")
        assert "folder" in papers.banner.accessibleName()


def test_what_is_seen_is_what_is_saved(papers: PapersDialog, tmp_path: Path) -> None:
    assert papers.save_to(tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes() == papers._content


def test_the_other_papers_can_be_chosen(papers: PapersDialog) -> None:
    before = papers._content
    for name in ("shareable", "agreement"):
        papers.paper.setCurrentIndex(papers.paper.findData(name))
        assert papers._content.startswith(b"%PDF")
        assert papers._content != before
