"""What all field editors promise: what is typed is committed once it is a value, and otherwise kept and not lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import (
    ChoiceField,
    DateField,
    EstimateField,
    FieldEditor,
    FieldTexts,
    FlagField,
    FractionField,
    LevelField,
    LineField,
    LinksField,
    MoneyField,
    NumberField,
    TagsField,
    TextField,
)
from tests.ui.field_owner import OPTIONS, TEXTS, Owner, hint, keys

EVERY = (
    LineField,
    TextField,
    ChoiceField,
    FlagField,
    MoneyField,
    NumberField,
    FractionField,
    DateField,
    EstimateField,
    TagsField,
    LinksField,
    LevelField,
)


def test_a_line_commits_every_letter_and_seals_when_left(qtbot: QtBot, ctx: UiContext) -> None:
    editor = LineField(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value("")
    keys(editor.input, "Hi")
    assert owner.committed == ["H", "Hi"]
    assert owner.sealed == 0
    owner.leave()
    assert owner.sealed == 1
    editor.focus_input()
    QTest.keyClick(editor.input, Qt.Key.Key_Return)
    assert owner.sealed == 2
    assert editor.typed


@pytest.mark.parametrize("make", [LineField, TextField])
def test_showing_a_value_emits_nothing_and_keeps_the_cursor(
    qtbot: QtBot, ctx: UiContext, make: type[LineField] | type[TextField]
) -> None:
    editor = make(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value("")
    keys(editor.input, "abcd")
    QTest.keyClick(editor.input, Qt.Key.Key_Left)
    QTest.keyClick(editor.input, Qt.Key.Key_Left)
    owner.committed.clear()

    def cursor() -> int:
        return editor.input.cursorPosition() if isinstance(editor, LineField) else editor.input.textCursor().position()

    assert cursor() == 2
    editor.show_value("abcd")
    assert cursor() == 2
    editor.show_value("abXcd")
    assert editor.input.text() == "abXcd"
    assert cursor() == 2
    editor.show_value(None)
    assert editor.input.text() == ""
    assert owner.committed == []


def test_what_cannot_be_read_stays_with_a_hint(qtbot: QtBot, ctx: UiContext) -> None:
    editor = MoneyField(ctx, TEXTS, currency="EUR")
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(None)
    keys(editor.input.line, "about")
    assert owner.committed == []
    assert editor.has_pending()
    # Half a word is no mistake yet: nothing is said until typing rests.
    assert hint(editor) == ""
    editor._rest.timeout.emit()
    assert "kept as you typed it" in hint(editor)
    owner.leave()
    assert editor.input.line.text() == "about"
    assert "kept as you typed it" in hint(editor)
    assert "kept as you typed it" in editor.input.line.accessibleDescription()
    assert owner.sealed == 1
    editor.show_value(None)
    assert editor.input.line.text() == "about"
    editor.focus_input()
    editor.input.line.selectAll()
    keys(editor.input.line, "5")
    assert owner.committed == [Decimal(5)]
    assert not editor.has_pending()
    assert hint(editor) == ""
    assert editor.input.line.accessibleDescription() == TEXTS.prompt


def test_pending_text_survives_a_new_value_while_it_has_the_keyboard(qtbot: QtBot, ctx: UiContext) -> None:
    editor = NumberField(ctx, TEXTS, unit="days")
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(Decimal(3))
    editor.input.line.selectAll()
    keys(editor.input.line, "x")
    editor.show_value(Decimal(4))
    assert editor.input.line.text() == "x"
    QTest.keyClick(editor.input.line, Qt.Key.Key_Escape)
    assert editor.input.line.text() == "4"
    assert not editor.has_pending()
    owner.leave()
    editor.show_value(Decimal(7))
    assert editor.input.line.text() == "7"


def test_an_undone_value_replaces_pending_text_once_the_field_is_left(qtbot: QtBot, ctx: UiContext) -> None:
    editor = NumberField(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(Decimal(3))
    editor.input.line.selectAll()
    keys(editor.input.line, "x")
    owner.leave()
    editor.show_value(Decimal(3))
    assert editor.input.line.text() == "x"
    editor.show_value(Decimal(2))
    assert editor.input.line.text() == "2"


def test_pending_text_waits_at_its_own_path(qtbot: QtBot, ctx: UiContext) -> None:
    editor = MoneyField(ctx, TEXTS, currency="EUR")
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(Decimal(1))
    editor.input.line.selectAll()
    keys(editor.input.line, "lots")
    owner.leave()
    editor.path = ("terms", "2", "target")
    editor.show_value(Decimal(2))
    assert editor.input.line.text() == "2"
    assert hint(editor) == ""
    assert not editor.has_pending()
    editor.path = ("terms", "1", "target")
    editor.show_value(Decimal(1))
    assert editor.input.line.text() == "lots"
    assert editor.has_pending()
    assert hint(editor) != ""
    assert owner.committed == []


def test_a_refused_value_is_told_and_kept(qtbot: QtBot, ctx: UiContext) -> None:
    editor = LineField(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value("a")
    owner.refusal = "This cannot be used."
    keys(editor.input, "b")
    assert owner.committed == ["ab"]
    assert hint(editor) == "This cannot be used."
    assert editor.has_pending()
    editor.show_value("a")
    assert editor.input.text() == "ab"
    owner.refusal = None
    keys(editor.input, "c")
    assert owner.committed == ["ab", "abc"]
    assert hint(editor) == ""
    assert not editor.has_pending()


def test_a_check_stops_a_value_before_it_is_committed(qtbot: QtBot, ctx: UiContext) -> None:
    editor = LineField(ctx, TEXTS, lambda value: "Too long." if len(str(value)) > 3 else None)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value("")
    keys(editor.input, "abcde")
    assert owner.committed == ["a", "ab", "abc"]
    assert editor.has_pending()
    assert editor.input.text() == "abcde"


def test_a_quiet_remark_is_no_problem(qtbot: QtBot, ctx: UiContext) -> None:
    editor = LineField(ctx, TEXTS)
    Owner(qtbot, editor, ctx)
    editor.show_value("a")
    editor.set_hint("Below your walk-away.")
    assert hint(editor) == "Below your walk-away."
    assert not editor.has_pending()
    editor.set_problem("No.")
    assert hint(editor) == "No."
    editor.set_problem(None)
    assert hint(editor) == "Below your walk-away."
    editor.set_hint(None)
    assert hint(editor) == ""


@pytest.mark.parametrize(
    "make",
    EVERY,
)
def test_every_input_has_a_name_a_description_and_a_buddy(
    qtbot: QtBot, ctx: UiContext, make: type[FieldEditor]
) -> None:
    editor = LinksField(ctx, TEXTS, OPTIONS) if make is LinksField else make(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    assert owner.editor.label == "Target"
    for one in editor._inputs:
        reached = QAccessible.queryAccessibleInterface(one)
        assert "Target" in one.accessibleName()
        # A choice is named by its label's relation where Qt reads the choice itself as the name.
        assert "Target" in reached.text(QAccessible.Text.Name) or reached.relations()
        assert reached.text(QAccessible.Text.Description) == TEXTS.prompt
    assert editor.label_view.buddy() is editor._inputs[0]
    assert editor.has_input_focus()
    assert editor.without_label() is editor
    assert editor.without_prompt() is editor
    assert not editor.label_view.isVisibleTo(editor)
    assert not editor.prompt_view.isVisibleTo(editor)


def test_texts_are_translated_where_they_are_shown(qtbot: QtBot, ctx: UiContext) -> None:
    told = UiContext(lambda text: text.upper(), ctx.locale, ctx.theme, ctx.today)
    editor = LineField(told, FieldTexts("Target", "Keep your eye on it.", "92,000"))
    qtbot.addWidget(editor)
    assert editor.label_view.text() == "TARGET"
    assert editor.prompt_view.text() == "KEEP YOUR EYE ON IT."
    assert editor.input.placeholderText() == "92,000"
