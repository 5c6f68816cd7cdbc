"""What was asked and won: from the archive to pictures and their tables."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from counteroffer.archive.store import LocalArchive
from counteroffer.domain.base import revise
from counteroffer.sample import sample_workbook
from counteroffer.ui.archive.pictured import Pictured
from counteroffer.ui.archive.record_page import RecordPage
from counteroffer.ui.context import UiContext


def test_with_nothing_over_it_says_what_will_stand_there(ctx: UiContext, archive: LocalArchive, qtbot: QtBot) -> None:
    page = RecordPage(archive, ctx)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(lambda: not page.empty.isHidden(), timeout=5_000)
    assert page.findChildren(Pictured) == []


def test_the_sample_is_nobodys_record(ctx: UiContext, archive: LocalArchive, qtbot: QtBot) -> None:
    archive.add(sample_workbook(date(2027, 1, 15))).result()
    page = RecordPage(archive, ctx)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(lambda: not page.empty.isHidden(), timeout=5_000)


def test_what_was_won_stands_in_pictures_and_in_tables(ctx: UiContext, archive: LocalArchive, qtbot: QtBot) -> None:
    archive.add(revise(sample_workbook(date(2027, 1, 15)), tags=("theirs",))).result()
    page = RecordPage(archive, ctx)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.findChildren(Pictured)) == 4, timeout=5_000)
    asked = page.findChildren(Pictured)[1]
    rows = {row[0]: row[1:] for row in asked.chart.table()[1:]}
    # In the sample base pay was asked for and met in part, severance was not won.
    assert rows["Severance"] == ("1", "0", "0", "1")
    assert asked.table.rowCount() == len(rows)
    asked.chart.setFocus()
    asked.chart.go_to(0)
    assert asked.said.text().startswith(next(iter(rows)))
    # Reckoned anew, the old pictures go.
    page.refresh()
    qtbot.waitUntil(lambda: len(page.findChildren(Pictured)) == 4, timeout=5_000)
