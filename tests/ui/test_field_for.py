"""From a model's field to its editor: every field of the domain that is not a list or a group has one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counteroffer.domain.anatomy import item_types, plain_types
from counteroffer.domain.base import Frozen, Links
from counteroffer.domain.money import Estimate
from counteroffer.domain.situation import Situation
from counteroffer.domain.terms import Offered, Term, Valuation, Weighing
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import (
    ChoiceField,
    DateField,
    EstimateField,
    FieldEditor,
    FlagField,
    FractionField,
    LevelField,
    LineField,
    LinksField,
    MoneyField,
    NumberField,
    TagsField,
    TextField,
    field_for,
)


class Linked(Frozen):
    people: Links = ()


CASES: list[tuple[type[Frozen], str, type[FieldEditor]]] = [
    (Situation, "employer", LineField),
    (Term, "note", TextField),
    (Situation, "currency", ChoiceField),
    (Situation, "stage", ChoiceField),
    (Offered, "in_writing", FlagField),
    (Offered, "said_on", DateField),
    (Offered, "value", LevelField),
    (Weighing, "pay_for_it", MoneyField),
    (Weighing, "swing", NumberField),
    (Term, "chance", FractionField),
    (Valuation, "personal_worth", EstimateField),
    (Valuation, "hangs_on", ChoiceField),
    (Workbook, "tags", TagsField),
    (Linked, "people", LinksField),
]


@pytest.mark.parametrize(("model", "name", "kind"), CASES)
def test_each_kind_of_field_gets_its_editor(
    qtbot: QtBot, ctx: UiContext, model: type[Frozen], name: str, kind: type[FieldEditor]
) -> None:
    editor = field_for(model, name, ctx, currency="EUR")
    qtbot.addWidget(editor)
    field = model.model_fields[name]
    assert type(editor) is kind
    assert editor.label == (field.title or "")
    assert editor.prompt == (field.description or "")
    assert editor.example == (str(field.examples[0]) if field.examples else "")


def models(model: type[Frozen], seen: set[type[Frozen]]) -> set[type[Frozen]]:
    """The models that a model is made of."""
    if model not in seen:
        seen.add(model)
        for name, field in model.model_fields.items():
            for one in (*plain_types(field.annotation), *item_types(model, name)):
                if isinstance(one, type) and issubclass(one, Frozen):
                    models(one, seen)
    return seen


def is_a_group(model: type[Frozen], name: str) -> bool:
    """Whether a field is a list of entries or a group of fields, which a page lays out itself."""
    if item_types(model, name):
        return True
    held = [one for one in plain_types(model.model_fields[name].annotation) if isinstance(one, type)]
    groups = [one for one in held if issubclass(one, Frozen)]
    return len(groups) == 1 and not issubclass(groups[0], Estimate)


def test_every_field_of_the_workbook_has_an_editor(qtbot: QtBot, ctx: UiContext) -> None:
    made = 0
    unnamed = []
    for model in sorted(models(Workbook, set()), key=lambda one: one.__name__):
        if model.__name__.endswith("Value"):  # the kinds of a level, which LevelField edits
            continue
        for name, field in model.model_fields.items():
            if name in ("id", "kind", "created") or is_a_group(model, name):
                continue
            editor = field_for(model, name, ctx)
            made += 1
            if not editor.label or any(not one.accessibleName() for one in editor._inputs):
                unnamed.append((model.__name__, name))
            editor.show_value(field.get_default(call_default_factory=True))
            assert not editor.has_pending()
            editor.deleteLater()
    assert unnamed == []
    assert made > 150


@pytest.mark.parametrize(("model", "name"), [(Workbook, "terms"), (Workbook, "situation"), (Workbook, "created")])
def test_lists_and_groups_are_for_pages(ctx: UiContext, model: type[Frozen], name: str) -> None:
    with pytest.raises(TypeError):
        field_for(model, name, ctx)


def test_a_page_may_say_it_better(qtbot: QtBot, ctx: UiContext) -> None:
    editor = field_for(Situation, "employer", ctx, label="Who is it?", prompt="")
    qtbot.addWidget(editor)
    assert editor.label == "Who is it?"
    assert editor.prompt == ""


def test_the_models_own_rules_hold_in_the_field(qtbot: QtBot, ctx: UiContext) -> None:
    committed: list[object] = []
    chance = field_for(Term, "chance", ctx)
    qtbot.addWidget(chance)
    assert isinstance(chance, FractionField)
    chance.committed.connect(committed.append)
    chance.show_value(None)
    QTest.keyClicks(chance.input.line, "150 %")
    assert Decimal("1.5") not in committed
    assert chance.has_pending()
    QTest.keyClick(chance.input.line, Qt.Key.Key_Return)
    assert chance.hint_view.text() == "This must be between 0 and 1 (0 % and 100 %)."
    swing = field_for(Weighing, "swing", ctx)
    qtbot.addWidget(swing)
    assert isinstance(swing, NumberField)
    swing.committed.connect(committed.append)
    swing.show_value(None)
    QTest.keyClicks(swing.input.line, "101")
    QTest.keyClick(swing.input.line, Qt.Key.Key_Return)
    assert committed[-1] == 10
    assert swing.hint_view.text() == "This must be at most 100."
    line = field_for(Situation, "employer", ctx)
    qtbot.addWidget(line)
    assert isinstance(line, LineField)
    line.show_value("")
    line.input.setText("x" * 301)
    line.input.textEdited.emit("x" * 301)
    line.input.left.emit()
    assert line.hint_view.text() == "The text is too long (at most 300 characters)."
    assert len(line.input.text()) == 301


def test_choices_are_translated_and_committed_as_their_words(qtbot: QtBot, ctx: UiContext) -> None:
    told = UiContext(lambda text: f"«{text}»", ctx.locale, ctx.theme, ctx.today)
    editor = field_for(Situation, "stage", told)
    qtbot.addWidget(editor)
    assert isinstance(editor, ChoiceField)
    assert "«Applying»" in [editor.input.itemText(at) for at in range(editor.input.count())]
    values = [editor.input.itemData(at) for at in range(editor.input.count())]
    assert "applying" in values
    assert all(value is None or type(value) is str for value in values)
