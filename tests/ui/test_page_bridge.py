"""Pages out of view do not follow each keystroke: they are told in one when they are shown again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import thread_time

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Insert, Set, apply
from counteroffer.domain.research import Finding
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change
from counteroffer.sample import sample_workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.items import ItemsEditor, Sort
from counteroffer.ui.page_bridge import PageBridge
from counteroffer.ui.pages import make_page
from counteroffer.ui.pages.research import ResearchPage
from counteroffer.ui.slices import SLICE, Slices
from counteroffer.ui.widgets import FieldEditor
from counteroffer.ui.widgets.inputs import TextInput
from counteroffer.ui.window.workspace import Workspace
from tests.ui.conftest import TODAY

EMPLOYER, ROLE = ("situation", "employer"), ("situation", "role")


def test_what_changed_out_of_view_is_told_in_one_when_the_page_is_shown(bridge: Bridge, qtbot: QtBot) -> None:
    own, page = PageBridge(bridge), QWidget()
    qtbot.addWidget(page)
    own.follow(page)
    told: list[Change] = []
    terms: list[str] = []
    own.changed.connect(told.append)
    own.term_chosen.connect(terms.append)
    page.show()
    bridge.apply(Set(EMPLOYER, "The dairy"))
    assert [change.paths for change in told] == [(EMPLOYER,)]
    page.hide()
    before = bridge.workbook
    bridge.apply(Set(EMPLOYER, "The ferries"), origin=page)
    bridge.apply(Set(ROLE, "Planner"))
    bridge.choose_term("pay")
    assert len(told) == 1
    assert terms == []
    page.show()
    assert told[1:] == [Change(before, bridge.workbook, (EMPLOYER, ROLE))]
    assert terms == ["pay"]


def test_what_was_taken_back_out_of_view_is_not_told(bridge: Bridge, qtbot: QtBot) -> None:
    own, page = PageBridge(bridge), QWidget()
    qtbot.addWidget(page)
    own.follow(page)
    told: list[Change] = []
    own.changed.connect(told.append)
    page.show()
    page.hide()
    bridge.apply(Set(ROLE, "Planner"))
    bridge.undo()
    page.show()
    assert told == []


def test_a_page_is_made_bit_by_bit_once_it_is_shown(bridge: Bridge, ctx: UiContext, qtbot: QtBot) -> None:
    page = make_page("look_back", bridge, ctx)
    qtbot.addWidget(page)
    assert not page.reveal(("terms", "none"))
    whole = len(page.findChildren(QWidget))
    other = make_page("look_back", bridge, ctx)
    qtbot.addWidget(other)
    other.show()
    assert len(other.findChildren(QWidget)) < whole
    qtbot.waitUntil(lambda: len(other.findChildren(QWidget)) == whole)


def test_a_list_is_there_before_the_fields_of_its_chosen_entry(
    open_workbook: Callable[[Workbook], Bridge], ctx: UiContext, qtbot: QtBot
) -> None:
    findings = ("research", "findings")
    bridge = open_workbook(apply(Workbook(), Insert(findings, 0, {"id": "pay", "statement": "Pay", "terms": []})))
    page = ResearchPage(bridge, ctx)
    qtbot.addWidget(page)
    page.show()
    editor = page.findChild(ItemsEditor)
    assert isinstance(editor, ItemsEditor)
    assert (editor.path, editor.current) == (findings, "pay")
    assert not editor.findChildren(FieldEditor)
    qtbot.waitUntil(lambda: bool(editor.findChildren(FieldEditor)))
    assert editor.field_at((*findings, "pay", "statement")) in editor.findChildren(FieldEditor)


def test_fields_come_into_view_in_a_window_that_is_far_too_small(
    open_workbook: Callable[[Workbook], Bridge], ctx: UiContext, qtbot: QtBot
) -> None:
    workspace = Workspace(open_workbook(sample_workbook(TODAY)), ctx, [])
    qtbot.addWidget(workspace)
    workspace.show()
    for tab in ("offer", "research"):
        # Long texts in places that are a few letters wide: their heights once went round and round.
        page = workspace.show_page(tab)
        page.complete()
        assert all(one.height() < 1_000 for one in page.findChildren(TextInput))


@pytest.mark.parametrize("hurry", ["add", "go to a field"])
def test_who_cannot_wait_gets_the_fields_at_once(hurry: str, bridge: Bridge, ctx: UiContext, qtbot: QtBot) -> None:
    path = ("research", "findings")
    bridge.apply(Insert(path, 0, {"id": "pay"}))
    sort = Sort(Finding, "Add a finding", lambda form, column: column.addWidget(form.field("statement")))
    editor = ItemsEditor(bridge, ctx, path, "Findings", [sort], lambda one: (one.id, ""), "None yet", form_later=True)
    qtbot.addWidget(editor)
    assert not editor.findChildren(FieldEditor)
    if hurry == "add":
        editor.add(sort)
    else:
        editor.field_at((*path, "pay", "statement"))
    (statement,) = editor.findChildren(FieldEditor)
    assert statement.path == (*path, editor.current, "statement")


def test_long_work_gives_the_window_its_turn_and_another_takes_its_place(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    slices, done = Slices[int](owner), list[tuple[int, ...]]()
    slices.start([1, 2], done.append)
    assert done == [(1, 2)]
    slices.start(_slowly(3), done.append)
    assert len(done) == 1
    slices.start(_slowly(2), done.append)
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done[1] == (0, 1)


def _slowly(many: int) -> Iterator[int]:
    """Each result takes more work than one slice is long."""
    for number in range(many):
        end = thread_time() + 1.5 * SLICE
        while thread_time() < end:
            pass
        yield number
