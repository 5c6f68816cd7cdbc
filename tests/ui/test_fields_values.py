"""Editors of one value: money, numbers, percentages, dates, choices, yes or no."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import (
    ChoiceField,
    DateField,
    FlagField,
    FractionField,
    MoneyField,
    NumberField,
)
from counteroffer.ui.widgets.inputs import ComboInput
from tests.ui.field_owner import OPTIONS, TEXTS, Owner, hint, keys


def test_money_is_committed_only_when_it_can_be_read(qtbot: QtBot, ctx: UiContext) -> None:
    editor = MoneyField(ctx, TEXTS, currency="EUR", per="a year")
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(None)
    assert editor.input.suffix.text() == "€ a year"
    keys(editor.input.line, "85k")
    assert owner.committed == [Decimal(8), Decimal(85), Decimal(85000)]
    assert editor.input.line.text() == "85k"
    editor.show_value(Decimal(85000))
    assert editor.input.line.text() == "85k"
    owner.leave()
    assert editor.input.line.text() == "85,000"
    assert hint(editor) == ""
    assert owner.committed == [Decimal(8), Decimal(85), Decimal(85000)]


def test_a_change_of_currency_is_shown(qtbot: QtBot, ctx: UiContext) -> None:
    editor = MoneyField(ctx, TEXTS, currency="EUR")
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(Decimal("5.5"))
    owner.leave()
    editor.set_currency("KWD")
    assert editor.input.suffix.text() == "KWD"
    assert editor.input.line.text() == "5.500"
    editor.set_per("an hour")
    assert editor.input.suffix.text() == "KWD an hour"
    assert owner.committed == []


def test_numbers_and_whole_numbers(qtbot: QtBot, ctx: UiContext) -> None:
    editor = NumberField(ctx, TEXTS, unit="months", whole=True)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(12)
    editor.input.line.selectAll()
    keys(editor.input.line, "6.5")
    owner.leave()
    assert owner.committed == [6]
    assert all(type(value) is int for value in owner.committed)
    assert hint(editor) == "This must be a whole number."
    editor.set_unit("weeks")
    assert editor.input.suffix.text() == "weeks"


def test_a_fraction_is_typed_as_a_percentage(qtbot: QtBot, ctx: UiContext) -> None:
    editor = FractionField(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(Decimal("0.5"))
    assert editor.input.line.text() == "50%"
    editor.input.line.selectAll()
    keys(editor.input.line, "80 %")
    owner.leave()
    assert owner.committed[-1] == Decimal("0.8")
    assert editor.input.line.text() == "80%"
    editor.focus_input()
    editor.input.line.clear()
    editor.input.line.textEdited.emit("")
    assert owner.committed[-1] is None


def test_a_date_is_typed_or_picked(qtbot: QtBot, ctx: UiContext) -> None:
    editor = DateField(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(None)
    keys(editor.input.line, "31.3.2027")
    assert owner.committed[-1] == date(2027, 3, 31)
    owner.leave()
    assert editor.input.line.text() == "31 Mar 2027"
    owner.committed.clear()
    editor._picked(date(2027, 4, 1))
    assert owner.committed == [date(2027, 4, 1)]
    assert editor.input.line.text() == "1 Apr 2027"
    editor.show_value(date(2027, 5, 2))
    assert editor._current() == date(2027, 5, 2)


def test_the_calendar_hands_over_one_day_and_closes(qtbot: QtBot, ctx: UiContext) -> None:
    from PySide6.QtCore import QDate

    from counteroffer.ui.widgets.date_field import CalendarPopup

    editor = DateField(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    popup = CalendarPopup(ctx, None, owner)
    assert popup.calendar.selectedDate() == QDate(2027, 1, 15)
    popup.open_below(editor)
    picked: list[date] = []
    popup.pick(QDate(2027, 3, 31), picked.append)
    popup.pick(QDate(2027, 4, 1), picked.append)
    assert picked == [date(2027, 3, 31)]


def test_a_choice_is_committed_and_sealed_at_once(qtbot: QtBot, ctx: UiContext) -> None:
    editor = ChoiceField(ctx, TEXTS, OPTIONS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value("b")
    assert editor.input.currentText() == "Second"
    QTest.keyClick(editor.input, Qt.Key.Key_Down)
    assert owner.committed == ["c"]
    assert owner.sealed == 1
    QTest.keyClick(editor.input, Qt.Key.Key_Home)
    assert owner.committed == ["c", None]
    editor.show_value("gone")
    assert editor.input.currentText() == "—"
    assert owner.committed == ["c", None]
    editor.set_options([("gone", "Back again"), *OPTIONS])
    assert editor.input.currentText() == "Back again"
    assert owner.committed == ["c", None]


def test_a_choice_that_must_be_made_has_no_empty_entry(qtbot: QtBot, ctx: UiContext) -> None:
    editor = ChoiceField(ctx, TEXTS, lambda: OPTIONS, optional=False)
    Owner(qtbot, editor, ctx)
    editor.show_value("a")
    assert [editor.input.itemText(at) for at in range(editor.input.count())] == ["First", "Second", "Third"]
    assert not editor.typed


def test_a_flag_is_ticked_by_its_words_too(qtbot: QtBot, ctx: UiContext) -> None:
    editor = FlagField(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(False)
    QTest.keyClick(editor.input, Qt.Key.Key_Space)
    assert owner.committed == [True]
    words = next(
        label for label in editor.findChildren(QWidget) if getattr(label, "clicked", None) and label is not editor.input
    )
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert owner.committed == [True, False]
    editor.show_value(True)
    assert editor.input.isChecked()
    assert owner.committed == [True, False]
    assert editor.input.accessibleName() == "Target"


def test_alt_and_down_open_the_calendar(qtbot: QtBot, ctx: UiContext, monkeypatch: pytest.MonkeyPatch) -> None:
    from counteroffer.ui.widgets.date_field import CalendarPopup

    opened: list[QWidget] = []
    monkeypatch.setattr(CalendarPopup, "open_below", lambda _popup, anchor: opened.append(anchor))
    editor = DateField(ctx, TEXTS)
    owner = Owner(qtbot, editor, ctx)
    editor.show_value(None)
    QTest.keyClick(editor.input.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert len(opened) == 1
    QTest.keyClick(editor.input.line, Qt.Key.Key_Tab)
    assert owner.other.has_input_focus()


@pytest.mark.parametrize("count", [3, 7, 12])
def test_a_short_list_shows_all_its_entries(qtbot: QtBot, ctx: UiContext, count: int) -> None:
    box = ComboInput()
    qtbot.addWidget(box)
    box.addItems([f"Entry {number}" for number in range(count)])
    box.show()
    for chosen in (0, count - 1):
        box.setCurrentIndex(chosen)
        box.showPopup()
        QApplication.processEvents()
        view = box.view()
        last = view.visualRect(box.model().index(count - 1, 0))
        assert view.viewport().rect().contains(last)
        assert view.verticalScrollBar().maximum() == 0
        box.hidePopup()


def test_a_choice_of_several_words_is_found_by_typing_them(qtbot: QtBot) -> None:
    box = ComboInput()
    qtbot.addWidget(box)
    box.addItems(["money a year", "days a year", "days a week", "in words"])
    box.show()
    QTest.keyClicks(box, "days a w")
    assert box.currentText() == "days a week"
    assert not box.view().isVisible()


def test_a_space_alone_opens_the_choices(qtbot: QtBot) -> None:
    box = ComboInput()
    qtbot.addWidget(box)
    box.addItems(["one", "two"])
    box.show()
    for _time in ("once", "and at once again"):
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert box.view().isVisible()
        box.hidePopup()
