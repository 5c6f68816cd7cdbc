"""Editors of several values: estimates, tags, links, and levels of any kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counteroffer.domain.levels import AmountValue, YesNoValue
from counteroffer.domain.money import Estimate
from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import (
    EstimateField,
    LevelField,
    LinksField,
    TagsField,
)
from tests.ui.field_owner import OPTIONS, TEXTS, Owner, hint, keys


def test_an_estimate_is_committed_whole_and_in_order(qtbot: QtBot, ctx: UiContext) -> None:
    editor = EstimateField(ctx, TEXTS, measure="money", currency="EUR")
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(Estimate())
    keys(editor.inputs["low"].line, "5k")
    assert owner.committed[-1] == {"low": Decimal(5000), "likely": None, "high": None, "probability": None}
    owner.committed.clear()
    keys(editor.inputs["high"].line, "4k")
    owner.leave()
    assert owner.committed == []
    assert "Low comes first" in hint(editor)
    assert editor.inputs["high"].line.text() == "4k"
    editor.inputs["high"].line.setFocus()
    editor.inputs["high"].line.clear()
    keys(editor.inputs["high"].line, "7k")
    editor.inputs["probability"].line.setFocus()
    keys(editor.inputs["probability"].line, "80")
    assert owner.committed[-1] == {
        "low": Decimal(5000),
        "likely": None,
        "high": Decimal(7000),
        "probability": Decimal("0.8"),
    }
    owner.leave()
    assert editor.inputs["high"].line.text() == "7,000"
    assert editor.inputs["probability"].line.text() == "80%"
    assert Estimate.model_validate(owner.committed[-1]).high == Decimal(7000)
    assert editor.inputs["low"].line.accessibleName() == "Target, Low"


def test_an_estimate_without_its_probability_in_view_keeps_it(qtbot: QtBot, ctx: UiContext) -> None:
    editor = EstimateField(ctx, TEXTS, unit="hours", probability=False)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(Estimate(likely=Decimal(3), probability=Decimal("0.5")))
    editor.set_unit("days")
    editor.inputs["likely"].line.selectAll()
    keys(editor.inputs["likely"].line, "4")
    assert owner.committed == [
        {"low": None, "likely": Decimal(4), "high": None, "probability": Decimal("0.5")},
    ]


def test_tags_are_added_by_enter_comma_and_leaving(qtbot: QtBot, ctx: UiContext) -> None:
    editor = TagsField(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(("one",))
    keys(editor.input, "two")
    assert owner.committed == []
    QTest.keyClick(editor.input, Qt.Key.Key_Return)
    assert owner.committed == [("one", "two")]
    keys(editor.input, "three,")
    assert owner.committed[-1] == ("one", "two", "three")
    keys(editor.input, "two")
    owner.leave()
    assert owner.committed[-1] == ("one", "two", "three")
    assert editor.input.text() == ""
    editor.focus_input()
    QTest.keyClick(editor.input, Qt.Key.Key_Backspace)
    assert owner.committed[-1] == ("one", "two")


def test_a_tag_that_may_not_be_stays_in_the_line(qtbot: QtBot, ctx: UiContext) -> None:
    editor = TagsField(ctx, TEXTS, lambda value: "Too many." if len(value) > 1 else None)  # type: ignore[arg-type]
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(("one",))
    keys(editor.input, "two")
    QTest.keyClick(editor.input, Qt.Key.Key_Return)
    assert owner.committed == []
    assert editor.input.text() == "two"
    assert hint(editor) == "Too many."
    assert editor.has_pending()


def test_links_keep_what_leads_nowhere_and_do_not_show_it(qtbot: QtBot, ctx: UiContext) -> None:
    editor = LinksField(ctx, TEXTS, OPTIONS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(("c", "gone"))
    assert editor._flow.count() == 1
    editor.toggle("a", True)
    assert owner.committed == [("a", "c", "gone")]
    editor._take_away("c")
    assert owner.committed[-1] == ("a", "gone")
    assert owner.sealed == 2
    editor.set_options([])
    assert editor._flow.count() == 0
    assert not editor.button.isEnabled()
    assert owner.committed[-1] == ("a", "gone")


def test_the_list_of_links_is_ticked_by_click_and_space(qtbot: QtBot, ctx: UiContext) -> None:
    from counteroffer.ui.widgets.links_field import _Popup

    editor = LinksField(ctx, TEXTS, OPTIONS * 1)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(("a",))
    popup = _Popup(ctx, "Links", OPTIONS, ("a",), editor.toggle, owner)
    popup.open_below(editor)
    rect = popup.list.visualItemRect(popup.list.item(1))
    at = QPoint(rect.right() - 20, rect.center().y())
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert owner.committed == [("a", "b")]
    popup.list.setCurrentRow(0)
    QTest.keyClick(popup.list, Qt.Key.Key_Space)
    assert owner.committed[-1] == ("b",)
    popup.filter.setText("thi")
    assert [popup.list.item(row).isHidden() for row in range(3)] == [True, True, False]
    QTest.keyClick(popup, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("amount", "85k", {"kind": "amount", "amount": Decimal(85000)}),
        ("percent", "5 %", {"kind": "percent", "percent": Decimal(5)}),
        ("number", "28", {"kind": "number", "number": Decimal(28)}),
        ("date", "1 March 2027", {"kind": "date", "date": date(2027, 3, 1)}),
        ("text", "Senior", {"kind": "text", "text": "Senior"}),
    ],
)
def test_a_level_is_committed_as_its_kind(qtbot: QtBot, ctx: UiContext, kind: str, typed: str, value: object) -> None:
    editor = LevelField(ctx, TEXTS, kind=kind, suffix="a year", currency="EUR")
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(None)
    assert editor.line is not None
    keys(editor.line.line, typed)
    assert owner.committed[-1] == value
    owner.leave()
    written = editor.line.line.text()
    editor.show_value(None)
    assert editor.line.line.text() == ""
    editor.show_value(value)
    assert editor.line.line.text() == written
    editor.focus_input()
    editor.line.line.selectAll()
    QTest.keyClick(editor.line.line, Qt.Key.Key_Delete)
    assert owner.committed[-1] is None


def test_a_level_takes_models_and_changes_its_kind(qtbot: QtBot, ctx: UiContext) -> None:
    editor = LevelField(ctx, TEXTS, kind="amount", currency="EUR")
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(AmountValue(amount=Decimal(5)))
    assert editor.line is not None
    assert editor.line.line.text() == "5"
    editor.set_kind("yes_no")
    assert editor.line is None
    assert editor.combo is not None
    editor.show_value(YesNoValue(yes=False))
    assert editor.combo.currentText() == "No"
    editor.focus_input()
    QTest.keyClick(editor.combo, Qt.Key.Key_Up)
    assert owner.committed == [{"kind": "yes_no", "yes": True}]
    QTest.keyClick(editor.combo, Qt.Key.Key_Up)
    assert owner.committed[-1] is None
    editor.set_kind("number", "days")
    assert editor.line is not None
    assert editor.line.suffix.text() == "days"
    assert editor.line.line.accessibleName() == "Target"
