"""Alt and a letter: who gets which, where it leads, and that nothing typed is ever read as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.domain.research import Finding
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.items import ItemsEditor, Sort
from counteroffer.ui.pages import make_page
from counteroffer.ui.pages.packages import PackagesPage
from counteroffer.ui.tabs import PAGES
from counteroffer.ui.widgets import Button, CheckBox, FieldLabel, FieldTexts, FlagField, LineField
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow, MnemonicWords, give_late
from tests.ui.conftest import TODAY
from tests.ui.page_tools import show

ALT = Qt.KeyboardModifier.AltModifier


class Form(MnemonicsOnShow, QWidget):
    """A window with fields of these names, and then buttons with these words."""

    def __init__(self, ctx: UiContext, names: list[str], buttons: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.column = QVBoxLayout(self)
        self.fields = [self.add(LineField(ctx, FieldTexts(name))) for name in names]
        self.buttons = [
            Button(ctx, words, on_click=lambda words=words: self.pressed.append(words)) for words in buttons
        ]
        for button in self.buttons:
            self.column.addWidget(button)

    def add(self, field: LineField) -> LineField:
        self.column.addWidget(field)
        return field

    def marks(self) -> list[str]:
        return [marks(one.label_view) for one in self.fields] + [marks(one) for one in self.buttons]


def marks(words: MnemonicWords) -> str:
    """The words as Qt holds them, with the marks of letters in them."""
    return QLabel.text(words) if isinstance(words, QLabel) else QPushButton.text(words)


def spoken(widget: QWidget, kind: QAccessible.Text = QAccessible.Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(kind)


@pytest.fixture
def form(qtbot: QtBot, ctx: UiContext) -> Callable[..., Form]:
    def made(*names: str, buttons: tuple[str, ...] = ()) -> Form:
        one = Form(ctx, list(names), buttons)
        qtbot.addWidget(one)
        with qtbot.waitActive(one):
            one.show()
            one.activateWindow()
        return one

    return made


def press(window: QWidget, letter: str) -> QWidget | None:
    QTest.keyClick(window, QKeySequence(f"Alt+{letter}")[0].key(), ALT)
    return QApplication.focusWidget()


# Which letter


def test_the_first_letter_of_a_word_then_any_other(form: Callable[..., Form]) -> None:
    one = form("Target", "The target", "Take", "Kite", "Rate", buttons=("Add a term", "Save", "See"))
    assert one.marks() == ["&Target", "T&he target", "T&ake", "&Kite", "&Rate", "A&dd a term", "&Save", "S&ee"]


def test_fields_share_when_there_is_none_left_and_buttons_do_without(form: Callable[..., Form]) -> None:
    one = form("On", "No", "On", buttons=("Ono", "Go on", "Now"))
    assert one.marks() == ["&On", "&No", "&On", "Ono", "&Go on", "No&w"]


def test_letters_of_other_scripts_and_those_with_an_accent(form: Callable[..., Form]) -> None:
    one = form("Μισθός", "Έναρξη", "Źródło", "Łącznie", "Ünvan", "ß 漢", "…", "ﬁ")
    assert one.marks() == ["&Μισθός", "Έ&ναρξη", "Ź&ródło", "&Łącznie", "Ü&nvan", "ß &漢", "…", "ﬁ"]
    assert form("Éé", "Éé", "⟦Émplóýér··⟧").marks() == ["&Éé", "&Éé", "⟦É&mplóýér··⟧"]


def test_what_is_folded_away_comes_after_what_is_in_view(form: Callable[..., Form], ctx: UiContext) -> None:
    one = Form(ctx, ["Target", "Target"])
    one.fields[0].hide()
    one.mnemonics.give(one)
    assert one.marks() == ["T&arget", "&Target"]


WORDS = st.text(st.sampled_from("Ta& xXłŁΣσς1é…&"), max_size=6)


@given(names=st.lists(WORDS, max_size=8), late=WORDS)
def test_none_is_shared_while_one_is_free_and_a_typed_sign_is_no_mark(
    qapp: QApplication, ctx_for_all: UiContext, names: list[str], late: str
) -> None:
    window = Form(ctx_for_all, [])
    labels = [window.add(LineField(ctx_for_all, FieldTexts(name))).label_view for name in (*names, late)]
    window.mnemonics.give(window)
    held: set[str] = set()
    for label in labels:
        # Qt reads the letter that was given, and none that was typed.
        assert QKeySequence.mnemonic(marks(label)).toString() == label.key
        assert re.sub("&(.)", r"\1", marks(label), flags=re.DOTALL) == label.text()
        could = {QKeySequence.mnemonic(f"&{one}").toString() for one in label.text() if one.isalnum()}
        assert bool(label.key) == bool(could)
        if label.key in held:
            assert could <= held
        held |= {label.key} - {""}
    window.deleteLater()


@pytest.fixture(scope="module")
def ctx_for_all(theme: object) -> UiContext:
    return UiContext(lambda text: text, "en_GB", theme, lambda: TODAY)  # type: ignore[arg-type]


def test_words_keep_their_signs_and_listeners_hear_no_marks(form: Callable[..., Form]) -> None:
    one = form("R&D budget", "Pay && more", buttons=("Keep “R&D”", "&Print"))
    assert one.marks() == ["&R&&D budget", "&Pay &&&& more", "&Keep “R&&D”", "&&Pr&int"]
    assert one.fields[0].label_view.text() == "R&D budget"
    assert spoken(one.fields[0].label_view) == "R&D budget"
    assert spoken(one.fields[1].label_view) == "Pay && more"
    assert spoken(one.fields[0].input) == "R&D budget"
    assert spoken(one.fields[0].input, QAccessible.Text.Accelerator) == "Alt+R"
    assert spoken(one.buttons[0]) == "Keep “R&D”"
    assert spoken(one.buttons[0], QAccessible.Text.Accelerator) == "Alt+K"


# Where it leads


def test_a_letter_leads_to_its_field_and_presses_its_button(form: Callable[..., Form], qtbot: QtBot) -> None:
    one = form("Target", "Rate", buttons=("Save",))
    assert press(one, "R") is one.fields[1].input
    assert press(one, "T") is one.fields[0].input
    press(one, "S")
    qtbot.waitUntil(lambda: one.pressed == ["Save"])


def test_a_shared_letter_leads_from_one_to_the_next(form: Callable[..., Form]) -> None:
    one = form("On", "No", "On")
    assert [press(one, "O") for _time in range(3)] == [one.fields[at].input for at in (0, 2, 0)]


def test_a_letter_ticks_a_box(form: Callable[..., Form], ctx: UiContext, qtbot: QtBot) -> None:
    one = form("Target")
    flag, box = FlagField(ctx, FieldTexts("Met")), CheckBox("Or this")
    for part in (flag, box):
        one.column.addWidget(part)
        give_late(part)
        part.show()
    flag.show_value(False)
    committed: list[object] = []
    flag.committed.connect(committed.append)
    assert press(one, "M") is flag.input
    qtbot.waitUntil(lambda: committed == [True])
    press(one, "O")
    qtbot.waitUntil(box.isChecked)


def test_what_is_out_of_view_is_not_reached(form: Callable[..., Form], ctx: UiContext) -> None:
    one = form("Rate")
    pages, inner = QStackedWidget(), [Form(ctx, ["Target"]), Form(ctx, ["Target"])]
    for page in inner:
        pages.addWidget(page)
    one.column.addWidget(pages)
    pages.show()
    for page in reversed(inner):
        pages.setCurrentWidget(page)
        assert page.fields[0].label_view.key == "Alt+T"
        assert [press(one, "T"), press(one, "T")] == [page.fields[0].input] * 2
    pages.hide()
    one.fields[0].input.setFocus()
    assert press(one, "T") is one.fields[0].input


# That it stays


def test_other_words_keep_the_letter(form: Callable[..., Form]) -> None:
    one = form("Rate", buttons=("Show my limit",))
    (button,) = one.buttons
    button.setText("Hide my limit & more")
    assert marks(button) == "Hide my limit && more"
    button.setText("To put it aside: press")
    assert marks(button) == "To put it a&side: press"
    button.setText("Show my limit")
    assert marks(button) == "&Show my limit"


def test_what_is_made_late_gets_a_letter_that_is_free(form: Callable[..., Form], ctx: UiContext) -> None:
    one = form("Target")
    late = one.add(LineField(ctx, FieldTexts("Target")))
    give_late(late)
    assert [marks(field.label_view) for field in (*one.fields, late)] == ["&Target", "T&arget"]
    homeless = LineField(ctx, FieldTexts("Target"))
    give_late(homeless)
    assert homeless.label_view.key == ""


# On pages


@pytest.fixture
def sample_pages(qtbot: QtBot, ctx: UiContext, open_workbook: Callable[[Workbook], Bridge]) -> Iterator[QWidget]:
    bridge = open_workbook(sample_workbook(TODAY))
    return (show(qtbot, make_page(tab.id, bridge, ctx)) for tab in PAGES)


def test_every_field_of_the_sample_is_reached_by_its_letter(sample_pages: Iterator[QWidget]) -> None:
    missed = []
    for page in sample_pages:
        labels = [one for one in page.findChildren(FieldLabel) if one.isVisible()]
        assert labels
        for label in labels:
            goal = label.buddy()
            if isinstance(goal, QPushButton) and goal.isVisible():
                continue  # it is pressed, and a list opens over the page
            sharing = [one for one in labels if one.key == label.key]
            if not any(press(page, label.key.removeprefix("Alt+")) is goal for _time in sharing):
                missed.append(label.text())
        page.close()
    assert missed == []


def test_no_button_of_a_page_and_no_name_of_a_term_has_a_letter(
    qtbot: QtBot, ctx: UiContext, open_workbook: Callable[[Workbook], Bridge]
) -> None:
    term = Term(id="t", name="Pay & more")
    page = show(qtbot, PackagesPage(open_workbook(Workbook(terms=(term,))), ctx))
    assert [one for one in page.findChildren(Button) if one.key] == []
    assert {one.key for one in page.findChildren(FieldLabel) if one.isVisible()} == {"Alt+W"}
    assert press(page, "M") is not None
    assert all(
        QApplication.focusWidget() is not box for box in page.findChildren(QWidget) if box.accessibleName() == term.name
    )


def test_the_form_of_an_entry_made_late_stays_as_it_is(
    qtbot: QtBot, ctx: UiContext, open_workbook: Callable[[Workbook], Bridge]
) -> None:
    class Place(MnemonicsOnShow, QWidget):
        pass

    bridge = open_workbook(Workbook())
    window = Place()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    above = LineField(ctx, FieldTexts("What it says"))
    sort = Sort(Finding, N_("Add a finding"), lambda form, inner: inner.addWidget(form.field("statement")))
    editor = ItemsEditor(bridge, ctx, ("research", "findings"), "Findings", [sort], lambda _one: ("", ""), "None.")
    for part in (above, editor):
        column.addWidget(part)
    window.show()

    def keys() -> list[str]:
        return [one.key for one in window.findChildren(FieldLabel)]

    assert keys() == ["Alt+W"]
    editor.add(sort)
    first = keys()
    assert len(set(first)) == len(first) == 2
    editor.add(sort)
    editor.choose(bridge.workbook.research.findings[0].id)
    assert keys() == first
