"""What the tests of the quick start share: it in a window of its own, and the ways to its questions and fields."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.domain.levels import Unit
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.quick_start.picker import Picker
from counteroffer.ui.quick_start.quick_start import QuickStart
from counteroffer.ui.widgets import FieldEditor

REMOTE = Term(id="rem", name="Remote work", benefit="remote_work", unit=Unit.DAYS_WEEK)


def shown(made: QuickStart, qtbot: QtBot) -> QuickStart:
    qtbot.addWidget(made)
    made.resize(860, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.come()
    return made


def at(quick_start: QuickStart) -> str:
    """The id of the question in view."""
    return quick_start.step.question.id if quick_start.step is not None else "end"


def field(quick_start: QuickStart, name: str) -> FieldEditor:
    """The field in view whose path ends so."""
    assert quick_start.step is not None
    screen = quick_start.screen_of(quick_start.step)
    found = [one for one in screen.findChildren(FieldEditor) if one.path[-1:] == (name,) and one.isVisible()]
    assert len(found) == 1, (name, [one.path for one in found])
    return found[0]


def write(quick_start: QuickStart, qtbot: QtBot, name: str, text: str) -> None:
    """Type into a field in view."""
    field(quick_start, name).focus_input()
    place = QApplication.focusWidget()
    assert place is not None
    qtbot.keyClicks(place, text)


def picker(quick_start: QuickStart) -> Picker:
    quick_start.go_to("ask")
    return quick_start.findChildren(Picker)[0]


def book(quick_start: QuickStart) -> Workbook:
    return quick_start._bridge.workbook
