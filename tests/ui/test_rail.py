"""The rail: how far a workbook has come is said only while there is one."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from counteroffer.ui.context import UiContext
from counteroffer.ui.window.rail import Rail


def test_without_a_workbook_no_ring_is_left_of_the_last_one(ctx: UiContext, qtbot: QtBot) -> None:
    rail = Rail(ctx)
    qtbot.addWidget(rail)
    rail.allow_pages(True)
    rail.show_progress("offer", 0.5)
    rail.show_progress("research", 1.0)
    assert not rail.ring("offer").isHidden()
    rail.allow_pages(False)
    assert rail.ring("offer").isHidden()
    assert rail.ring("research").isHidden()
    assert not any(button.accessibleDescription() for button in rail._buttons.values())


def test_the_ring_of_the_keyboard_goes_along_to_the_page_in_view(ctx: UiContext, qtbot: QtBot) -> None:
    rail = Rail(ctx)
    qtbot.addWidget(rail)
    rail.allow_pages(True)
    with qtbot.waitActive(rail):
        rail.show()
    rail.show_current("offer")
    rail._buttons["offer"].setFocus()
    rail.show_current("packages")
    assert rail._buttons["packages"].hasFocus()
    assert not rail._buttons["offer"].hasFocus()
