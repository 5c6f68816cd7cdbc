"""A line is copied with one button, which says that it worked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from counteroffer.domain.agreement import Agreement, Letter
from counteroffer.domain.edits import Set
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages import copying
from counteroffer.ui.pages.agreement import AgreementPage
from counteroffer.ui.pages.copying import CopyButton, with_copy
from counteroffer.ui.pages.justifications import JustificationsPage
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.priorities import PrioritiesPage
from counteroffer.ui.widgets import FieldEditor, FieldTexts, FlagField, LineField, TextField
from tests.ui.page_tools import show

Open = Callable[[Workbook], Bridge]
WORKBOOK = Workbook(
    terms=(Term(id="pay", name="Base pay"),), agreement=Agreement(letters=(Letter(id="one", subject="The offer"),))
)
JUSTIFICATION = ("terms", "pay", "justification")


def copier(page: Page, *path: str) -> CopyButton:
    (field,) = [one for one in page.findChildren(FieldEditor) if one.path == path]
    button = field.findChild(CopyButton)
    assert isinstance(button, CopyButton)
    return button


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (PrioritiesPage, ("terms", "pay", "what_exactly")),
        (JustificationsPage, (*JUSTIFICATION, "line")),
        (JustificationsPage, (*JUSTIFICATION, "another_way")),
        (JustificationsPage, (*JUSTIFICATION, "for_their_boss")),
        (AgreementPage, ("agreement", "letters", "one", "subject")),
        (AgreementPage, ("agreement", "letters", "one", "body")),
    ],
)
def test_what_is_said_or_sent_can_be_copied(
    qtbot: QtBot, open_workbook: Open, ctx: UiContext, kind: type[Page], path: tuple[str, ...]
) -> None:
    bridge = open_workbook(WORKBOOK)
    page = show(qtbot, kind(bridge, ctx))  # type: ignore[call-arg, arg-type]
    words = "28 days,\nfrom the first day" if path[-1] != "subject" else "Our talk"
    bridge.apply(Set(path, words))
    copier(page, *path).button.click()
    assert QGuiApplication.clipboard().text() == words


def test_it_says_that_it_worked_and_falls_silent(qtbot: QtBot, ctx: UiContext, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(copying, "announce", lambda _widget, sentence: said.append(sentence))
    field = with_copy(TextField(ctx, FieldTexts("The line", "One reason.")))
    qtbot.addWidget(field)
    button = field.findChild(CopyButton)
    assert isinstance(button, CopyButton)
    button._end.setInterval(50)
    with qtbot.waitActive(field):
        field.show()
    # With nothing in it there is nothing to press, and no room is lost at the first letter.
    assert not button.button.isVisible()
    before = field.sizeHint().height()
    field.show_value("84,000")
    assert button.button.isVisible()
    assert field.sizeHint().height() == before
    assert button.button.accessibleName() == "Copy: The line"
    field.focus_input()
    qtbot.keyClick(field.input, Qt.Key.Key_Tab)
    assert button.button.hasFocus()
    qtbot.keyClick(button.button, Qt.Key.Key_Space)
    assert (button.note.text(), said) == ("Copied", ["Copied"])
    assert QGuiApplication.clipboard().text() == "84,000"
    qtbot.waitUntil(lambda: button.note.text() == "")


def test_other_words_are_not_copied_yet(qtbot: QtBot, ctx: UiContext) -> None:
    field = with_copy(LineField(ctx, FieldTexts("Subject")))
    qtbot.addWidget(field)
    button = field.findChild(CopyButton)
    assert isinstance(button, CopyButton)
    field.show_value("One")
    button.copy()
    assert button.note.text() == "Copied"
    field.show_value("Two")
    assert button.note.text() == ""


def test_only_words_can_be_copied(qtbot: QtBot, ctx: UiContext) -> None:
    flag = FlagField(ctx, FieldTexts("Done"))
    qtbot.addWidget(flag)
    with pytest.raises(TypeError):
        with_copy(flag)
