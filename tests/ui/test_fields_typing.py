"""Typing in lines and texts: undo, the wheel, growing, pasting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import (
    ChoiceField,
    DateField,
    FieldEditor,
    LineField,
    MoneyField,
    TextField,
)
from tests.ui.field_owner import OPTIONS, TEXTS, Owner, keys, wheel


@pytest.mark.parametrize("make", [LineField, TextField, MoneyField, DateField])
def test_undo_goes_to_the_window(qtbot: QtBot, ctx: UiContext, make: type[FieldEditor]) -> None:
    editor = make(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(None)
    undone: list[str] = []
    for key, name in ((QKeySequence.StandardKey.Undo, "undo"), (QKeySequence.StandardKey.Redo, "redo")):
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.activated.connect(lambda name=name: undone.append(name))
    target = QApplication.focusWidget()
    assert target is not None
    keys(target, "5")
    for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
        pressed = QKeySequence(key)[0]
        QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())
    assert undone == ["undo", "redo"]
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(target, event)
    text = target.text()  # type: ignore[attr-defined]
    assert text == "5"


def test_the_wheel_changes_nothing_that_has_not_the_keyboard(qtbot: QtBot, ctx: UiContext) -> None:
    editor = ChoiceField(ctx, TEXTS, OPTIONS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value("a")
    owner.leave()
    wheel(editor.input)
    assert owner.committed == []
    editor.focus_input()
    wheel(editor.input)
    assert owner.committed == ["b"]


def test_the_wheel_over_a_text_scrolls_the_page(qtbot: QtBot, ctx: UiContext) -> None:
    editor = TextField(ctx, TEXTS, most=4)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value("line\n" * 40)
    owner.leave()
    assert not wheel(editor.input.viewport()).isAccepted()
    bar = editor.input.verticalScrollBar()
    bar.setValue(1)
    wheel(editor.input.viewport())
    assert bar.value() == 1
    editor.focus_input()
    assert wheel(editor.input.viewport()).isAccepted()
    assert bar.value() > 1


def test_a_text_grows_with_its_lines_and_tab_leaves_it(qtbot: QtBot, ctx: UiContext) -> None:
    editor = TextField(ctx, TEXTS, least=3, most=6)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value("")
    low = editor.input.height()
    editor.show_value("one\ntwo\nthree\nfour\nfive")
    middle = editor.input.height()
    editor.show_value("line\n" * 50)
    high = editor.input.height()
    assert low < middle < high
    editor.show_value("line\n" * 500)
    assert editor.input.height() == high
    QTest.keyClick(editor.input, Qt.Key.Key_Tab)
    assert not editor.has_input_focus()
    assert owner.sealed == 1
    assert "\t" not in editor.input.text()


def test_pasted_text_loses_what_cannot_be_kept(qtbot: QtBot, ctx: UiContext) -> None:
    editor = TextField(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value("")
    data = QMimeData()
    data.setText("one\r\ntwo\rthree\u2028four\x07\x00 85\u00a0000")
    editor.input.insertFromMimeData(data)
    assert owner.committed == ["one\ntwo\nthree\nfour 85\u00a0000"]
    line = LineField(ctx, TEXTS)
    other = Owner(qtbot, line, ctx)
    line.show_value("ac")
    line.input.setCursorPosition(1)
    line.input.insert("b\r\nb\x1b\tb")
    line.input.textEdited.emit(line.input.text())
    assert other.committed == ["ab b bc"]
    assert line.input.cursorPosition() == 6


def test_an_answer_of_the_model_in_no_break_spaces_is_left_alone(qtbot: QtBot, ctx: UiContext) -> None:
    editor = TextField(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value("85\u00a0000 a year")
    assert editor.input.text() == "85\u00a0000 a year"
    editor.input.moveCursor(editor.input.textCursor().MoveOperation.End)
    keys(editor.input, "!")
    assert owner.committed == ["85\u00a0000 a year!"]


def test_the_menu_of_a_line_offers_no_undo_of_its_own(qtbot: QtBot, ctx: UiContext) -> None:
    from counteroffer.ui.widgets.inputs import _without_undo

    editor = LineField(ctx, TEXTS)
    Owner(qtbot, editor, ctx)
    menu = _without_undo(editor.input.createStandardContextMenu())
    names = [action.objectName() for action in menu.actions()]
    assert "edit-copy" in names
    assert not {"edit-undo", "edit-redo"} & set(names)
    assert not menu.actions()[0].isSeparator()
    menu.deleteLater()
