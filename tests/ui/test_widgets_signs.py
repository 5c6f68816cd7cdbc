"""Cards, chips, banners, rings, buttons: what they show, and what a screen reader hears."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import (
    Banner,
    Button,
    Card,
    Chip,
    EmptyState,
    IconButton,
    InlineHint,
    ProgressRing,
    RemovableChip,
    ToggleChip,
    Words,
)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_card_shows_its_title_and_hides_what_is_not_there(qtbot: QtBot, ctx: UiContext) -> None:
    card = Card("Pay")
    qtbot.addWidget(card)
    card.add(Words("inside"))
    card.add_action(IconButton(ctx, "more", "More"))
    assert name_of(card) == "Pay"
    assert not card.caption.isVisibleTo(card)
    card.set_caption("Before tax.")
    card.set_title("Other pay")
    assert card.caption.isVisibleTo(card)
    assert card.title.text() == "Other pay"
    card.set_title("")
    assert not card.title.isVisibleTo(card)


def test_a_ring_is_a_progress_bar_to_a_screen_reader(qtbot: QtBot, ctx: UiContext) -> None:
    ring = ProgressRing(ctx, "Offer")
    qtbot.addWidget(ring)
    ring.set_fraction(0.4)
    reached = QAccessible.queryAccessibleInterface(ring)
    assert reached.role() is QAccessible.Role.ProgressBar
    assert reached.text(QAccessible.Text.Name) == "Offer"
    assert ring.value() == 40
    for given, shown in ((0.999, 99), (0.001, 1), (0.0, 0), (1.0, 100), (7.0, 100), (-1.0, 0)):
        ring.set_fraction(given)
        assert ring.value() == shown
        assert not ring.grab().isNull()
    assert ring.fraction() == 0


def test_a_banner_says_what_happened_and_what_to_do(qtbot: QtBot, ctx: UiContext) -> None:
    banner = Banner(ctx, "The disk is full.", "error", "What you wrote is kept.", closable=True)
    qtbot.addWidget(banner)
    tried: list[bool] = []
    button = banner.add_action("Try again", lambda: tried.append(True))
    banner.show()
    assert name_of(banner) == "The disk is full."
    button.click()
    assert tried == [True]
    banner.say("Saved.", "good")
    assert name_of(banner) == "Saved."
    assert banner.property("look") == "good"
    with qtbot.waitSignal(banner.closed):
        banner._close.click()
    assert not banner.isVisible()


def test_an_empty_place_offers_the_first_step(qtbot: QtBot, ctx: UiContext) -> None:
    done: list[bool] = []
    place = EmptyState(ctx, "research", "What is normal belongs here.", "Add", lambda: done.append(True))
    qtbot.addWidget(place)
    assert place.button is not None
    place.button.click()
    assert done == [True]
    assert EmptyState(ctx, "find", "Nothing found.").button is None


def test_chips_say_in_words_what_they_are(qtbot: QtBot, ctx: UiContext) -> None:
    chip = Chip("must have", "warning")
    toggle = ToggleChip(ctx, "Pay")
    tag = RemovableChip(ctx, "remote")
    for one in (chip, toggle, tag):
        qtbot.addWidget(one)
    chip.show_chip("flexible", "neutral")
    assert chip.property("look") == "chip-neutral"
    toggle.click()
    assert toggle.isChecked()
    assert not toggle.icon().isNull()
    toggle.click()
    assert toggle.icon().isNull()
    assert name_of(tag.button) == "Remove remote"
    with qtbot.waitSignal(tag.removed):
        tag.button.click()


def test_a_hint_is_there_only_with_something_to_say(qtbot: QtBot) -> None:
    hint = InlineHint()
    qtbot.addWidget(hint)
    assert not hint.isVisibleTo(hint.parentWidget()) if hint.parentWidget() else hint.isHidden()
    hint.say("Look again.", problem=True)
    assert hint.text() == "Look again."
    assert hint.property("look") == "hint-problem"
    hint.say("")
    assert hint.isHidden()


def test_words_are_never_markup(qtbot: QtBot) -> None:
    words = Words("<b>85</b> & more")
    qtbot.addWidget(words)
    assert words.textFormat() is Qt.TextFormat.PlainText


def test_buttons_have_names_and_do_not_take_the_enter_of_others(qtbot: QtBot, ctx: UiContext) -> None:
    clicked: list[str] = []
    button = Button(ctx, "Print & save", "main", "print", lambda: clicked.append("words"))
    sign = IconButton(ctx, "undo", "Undo", lambda: clicked.append("icon"))
    for one in (button, sign):
        qtbot.addWidget(one)
        one.show()
    assert name_of(button) == "Print & save"
    assert name_of(sign) == "Undo"
    assert not button.autoDefault()
    button.setFocus()
    assert not button.grab().isNull()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    assert clicked == ["words", "icon"]
