"""From an empty workbook, doing nothing but what the guide says: each step's button leads to the field it speaks of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.domain.base import Item
from counteroffer.domain.edits import Edit, Insert, Path, Set, find
from counteroffer.domain.workbook import Workbook
from counteroffer.method.checking import next_open, standings
from counteroffer.sample import SAMPLE_DAY
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.items import ItemsEditor
from counteroffer.ui.widgets import FieldEditor
from counteroffer.ui.window.workspace import Workspace
from tests.method.test_checking import ASKS, FOUND, GOAL, bare


def answers(workbook: Workbook, path: Path) -> list[Edit]:
    """What the person of the sample wrote at this place, as edits."""
    terms = [term.id for term in workbook.terms]
    if path[-2:-1] == ("inputs",):
        return [Insert(path[:-1], 0, find(GOAL, path))]
    if path[-1] == "terms" and len(path) > 1:
        return [Set(path, [term for term in find(GOAL, path) if term in terms] or terms)]
    there, wanted = find(workbook, path), find(GOAL, path)
    before: list[Edit] = [Insert(FOUND, 0, find(GOAL, (*FOUND, wanted)))] if path[-1] == "finding" else []
    if not isinstance(wanted, tuple) or not wanted or not isinstance(wanted[0], Item):
        return [*before, Set(path, wanted)]
    known = {one.id for one in there}
    left = [one for one in wanted if one.id not in known]
    entry = next((one for one in left if set(terms) & set(getattr(one, "terms", ()))), left[0])
    return [Insert(path, len(there), bare(entry))]


def reached(path: Path) -> str:
    """Where the cursor is; empty if it is in the field at the path, in its first field, or in the list there."""
    at: QWidget | None = QApplication.focusWidget()
    seen = []
    while at is not None:
        own = getattr(at, "path", None)
        seen.append(type(at).__name__ + (f"{own}" if own else ""))
        if isinstance(at, (FieldEditor, ItemsEditor)) and own:
            near = own[: len(path)] == path or (own == path[: len(own)] and len(own) >= len(path) - 1)
            return "" if near else " < ".join(seen)
        at = at.parentWidget()
    return " < ".join(seen) or "nowhere"


@pytest.mark.torture
@pytest.mark.parametrize("asked", [0, 2, 5])
def test_each_step_of_the_guide_leads_to_its_field(
    asked: int, qtbot: QtBot, open_workbook: Callable[[Workbook], Bridge], ctx: UiContext
) -> None:
    bridge = open_workbook(Workbook.model_validate({"terms": [bare(term) for term in ASKS[:asked]]}))
    workspace = Workspace(bridge, ctx, [])
    qtbot.addWidget(workspace)
    workspace.resize(1280, 800)
    with qtbot.waitExposed(workspace):
        workspace.show()
    workspace.activateWindow()
    astray = []
    for _ in range(400):
        step = next_open(standings(bridge.workbook, SAMPLE_DAY))
        if step is None or step.check.path is None:
            break
        path = step.check.path
        workspace.show_page(step.point.tab)
        workspace.guide.wanted.emit(path)
        QApplication.processEvents()
        QApplication.processEvents()
        where = reached(path)
        if where:
            astray.append((step.point.id, ".".join(path), where))
        for edit in answers(bridge.workbook, path):
            assert bridge.apply(edit, label="Answer") is None
    assert next_open(standings(bridge.workbook, SAMPLE_DAY)) is None
    assert astray == []
