"""Words that no dictionary knows: marked in long texts, with others offered, off the path of typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from counteroffer.app import Application, open_application
from counteroffer.domain.base import revise
from counteroffer.domain.situation import Situation
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import UiContext
from counteroffer.ui.spelling.dictionaries import Dictionaries, Dictionary, best_of
from counteroffer.ui.spelling.marking import LONGEST, words_in
from counteroffer.ui.spelling.spelling import Spelling
from counteroffer.ui.widgets import FieldTexts, TextField


class Few:
    """A dictionary of a few words."""

    def check(self, word: str) -> bool:
        return word.lower() in ("the", "pay", "is", "fair", "don't")

    def suggest(self, word: str) -> list[str]:
        return [f"pay{at}" for at in range(9)] if word == "pya" else []


def find(language: str) -> Dictionary | None:
    return Few() if language == "en" else None


@pytest.fixture
def dictionaries() -> Iterator[Dictionaries]:
    made = Dictionaries(find=find)
    yield made
    made.close()


@pytest.fixture
def field(ctx: UiContext, dictionaries: Dictionaries, qtbot: QtBot) -> TextField:
    spelling = Spelling(dictionaries)
    field = TextField(replace(ctx, spelling=spelling), FieldTexts("Said"))
    qtbot.addWidget(field)
    field.show()
    spelling.set_language("en")
    qtbot.waitUntil(lambda: spelling.is_on)
    return field


def marked(field: TextField) -> list[str]:
    """The words with a wavy line under them."""
    found = []
    block = field.input.document().firstBlock()
    while block.isValid():
        for part in block.layout().formats():
            if part.format.underlineStyle() is QTextCharFormat.UnderlineStyle.SpellCheckUnderline:  # type: ignore[attr-defined]
                found.append(block.text()[part.start : part.start + part.length])  # type: ignore[attr-defined]
        block = block.next()
    return found


def _ask_now(field: TextField) -> None:
    field.ctx.spelling._rest.setInterval(0)


def menu_at(field: TextField, place: int) -> QMenu:
    """The menu that the menu key opens with the cursor at a place."""
    cursor = field.input.textCursor()
    cursor.setPosition(place)
    field.input.setTextCursor(cursor)
    middle = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, field.input.mapToGlobal(middle))
    QApplication.sendEvent(field.input, event)
    return field.input.findChildren(QMenu)[-1]


def test_unknown_words_are_marked_once_typing_rests(field: TextField, qtbot: QtBot) -> None:
    QTest.keyClicks(field.input, "The pya is fiar")
    assert marked(field) == []
    qtbot.waitUntil(lambda: marked(field) == ["pya", "fiar"])
    (first, *_others) = field.input.document().firstBlock().layout().formats()
    assert first.format.underlineColor() == field.ctx.theme.colour("error")
    QTest.keyClicks(field.input, " the pya")
    assert marked(field) == ["pya", "fiar", "pya"]


def test_marking_is_no_edit(field: TextField, qtbot: QtBot) -> None:
    _ask_now(field)
    told: list[object] = []
    field.committed.connect(told.append)
    field.show_value("The pya")
    qtbot.waitUntil(lambda: marked(field) == ["pya"])
    assert told == []
    assert field.input.text() == "The pya"


def test_the_menu_offers_at_most_five_words_and_puts_one_in(field: TextField, qtbot: QtBot) -> None:
    _ask_now(field)
    field.show_value("The pya is")
    qtbot.waitUntil(lambda: marked(field) == ["pya"])
    told: list[object] = []
    field.committed.connect(told.append)
    menu = menu_at(field, 5)
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "pay0")
    assert [action.text() for action in menu.actions()[:6]] == [*(f"pay{at}" for at in range(5)), "Add to my words"]
    menu.actions()[1].trigger()
    menu.close()
    assert field.input.text() == "The pay1 is"
    assert told == ["The pay1 is"]


def test_a_word_of_ones_own_is_marked_no_more(field: TextField, qtbot: QtBot) -> None:
    _ask_now(field)
    field.show_value("Halloran is fiar")
    qtbot.waitUntil(lambda: marked(field) == ["Halloran", "fiar"])
    menu = menu_at(field, 2)
    next(action for action in menu.actions() if action.text() == "Add to my words").trigger()
    menu.close()
    assert marked(field) == ["fiar"]


def test_where_nothing_is_wrong_the_menu_is_the_usual_one(field: TextField, qtbot: QtBot) -> None:
    _ask_now(field)
    field.show_value("The pay")
    menu = menu_at(field, 5)
    assert "Add to my words" not in [action.text() for action in menu.actions()]
    menu.close()


def test_it_is_quiet_when_off_and_without_a_dictionary(field: TextField, qtbot: QtBot) -> None:
    _ask_now(field)
    field.show_value("The pya")
    qtbot.waitUntil(lambda: marked(field) == ["pya"])
    spelling = field.ctx.spelling
    spelling.dictionaries.set_wanted(False)
    assert marked(field) == []
    spelling.dictionaries.set_wanted(True)
    qtbot.waitUntil(lambda: marked(field) == ["pya"])
    spelling.set_language("el")
    spelling.dictionaries.has("el").result()
    QApplication.processEvents()
    assert not spelling.is_on
    assert marked(field) == []


def test_a_long_contract_is_left_alone(field: TextField, qtbot: QtBot) -> None:
    _ask_now(field)
    field.show_value("pya " * (LONGEST // 4 + 1))
    QApplication.processEvents()
    assert field.ctx.spelling._asked == set()


def test_typing_waits_for_no_dictionary(field: TextField) -> None:
    field.show_value("is the pay fair " * (LONGEST // 20))
    started = perf_counter()
    for letter in "the pya is":
        QTest.keyClick(field.input, letter)
    assert (perf_counter() - started) / 10 < 0.05


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don’t, it's fair.", ["Don’t", "it's", "fair"]),
        ("At PHP 8 a B2B deal: 5k", ["At", "deal"]),
        ("see www.example.org/path or me@example.org now", ["see", "or", "now"]),
        ("Zażółć gęślą, δίκαιο", ["Zażółć", "gęślą", "δίκαιο"]),
    ],
)
def test_what_counts_as_a_word(text: str, words: list[str]) -> None:
    assert [word for _start, word in words_in(text)] == words
    assert all(text[start:].startswith(word) for start, word in words_in(text))


@pytest.mark.parametrize(
    ("language", "best"),
    [("en_GB", "en_GB"), ("de", "de_DE"), ("en", "en_AU"), ("de_AT", "de_DE"), ("pl", ""), ("e", "")],
)
def test_the_nearest_dictionary_is_taken(language: str, best: str) -> None:
    assert best_of(language, ("en_US", "en_GB", "en_AU", "de_DE", "de_CH")) == best


def test_the_window_follows_the_language_of_its_workbook_and_the_settings_switch_it_off(
    qapp: QApplication, tmp_path: Path
) -> None:
    application = open_application(qapp, tmp_path / "archive", tmp_path / "settings.json")
    try:
        window = application.open_window()
        window.show_workbook(Workbook(situation=Situation(language="xx")))
        spelling = window.ctx.spelling
        assert spelling.language == "xx"
        assert spelling.dictionaries.has("xx").result() is False
        window.go("settings")
        words = "This computer has no dictionary for the language of the open workbook, so nothing is marked."
        assert window.settings._no_dictionary.isVisible()
        assert window.settings._no_dictionary.text() == words
        application.set_preferences(revise(application.preferences, spelling=False))
        assert not spelling.dictionaries.wanted
    finally:
        application.close()
        application.theme.deleteLater()


def test_it_goes_with_its_window_and_is_not_left_to_be_freed_on_another_thread(
    application: Application, qtbot: QtBot
) -> None:
    window = application.open_window()
    spelling = window.ctx.spelling
    spelling.is_wrong("aks")  # asked once typing rests, which is not to happen to what is gone
    assert window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(spelling)
