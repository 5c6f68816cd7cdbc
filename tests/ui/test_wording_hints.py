"""Wording is pointed out below its field: once typing rests, in the person's language, and never in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from counteroffer.domain.agreement import Agreement, Letter
from counteroffer.domain.base import revise
from counteroffer.domain.conversations import Conversations, Point, Talk
from counteroffer.domain.edits import Set
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import stored_sample
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages import wording_hints
from counteroffer.ui.pages.agreement import AgreementPage
from counteroffer.ui.pages.ask_back import AskBackButton
from counteroffer.ui.pages.conversations import ConversationsPage
from counteroffer.ui.pages.justifications import JustificationsPage
from counteroffer.ui.pages.offer import OfferPage
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.priorities import PrioritiesPage
from counteroffer.ui.theme import DARK, LIGHT, Mode
from counteroffer.ui.widgets import LineField, TextField
from tests.ui.page_tools import show
from tests.ui.walking import go_to

Open = Callable[[Workbook], Bridge]
TERMS = (
    Term(id="pay", name="Base pay", benefit="base_pay"),
    Term(id="home", name="Days from home", benefit="remote_work"),
    Term(id="own", name="A quiet room"),
)
LINE = ("terms", "pay", "justification", "line")
ASK = ("terms", "home", "what_exactly")


@pytest.fixture
def bridge(open_workbook: Open) -> Bridge:
    return open_workbook(Workbook(id="book", terms=TERMS))


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> JustificationsPage:
    return show(qtbot, JustificationsPage(bridge, ctx))


def hint(field: LineField | TextField) -> str:
    """What is said below a field."""
    return "" if field.hint_view.isHidden() else field.hint_view.text()


def underlined(field: TextField) -> list[str]:
    return [one.cursor.selectedText() for one in field.input.extraSelections()]  # type: ignore[attr-defined]


def line(qtbot: QtBot, page: Page) -> TextField:
    return go_to(qtbot, page, TextField, *LINE)


def test_the_words_what_is_wrong_and_how_to_mend_it_are_said_once_typing_rests(
    qtbot: QtBot, page: JustificationsPage, bridge: Bridge
) -> None:
    field = line(qtbot, page)
    qtbot.keyClicks(field.input, "I would like a competitive salary.")
    # Nothing is said to somebody who is still writing, and every letter is in the workbook.
    assert hint(field) == ""
    assert bridge.value(LINE) == "I would like a competitive salary."
    qtbot.waitUntil(lambda: bool(hint(field)))
    assert hint(field).startswith("“competitive”: This says nothing yet that could be granted. ")
    assert hint(field).endswith("?")
    assert underlined(field) == ["competitive"]
    assert not field.input.property("wrong")
    assert hint(field) in field.input.accessibleDescription()


def test_what_is_mended_is_no_longer_pointed_out_while_one_writes_on(qtbot: QtBot, page: JustificationsPage) -> None:
    field = line(qtbot, page)
    qtbot.keyClicks(field.input, "Sorry, a competitive salary.")
    qtbot.waitUntil(lambda: len(underlined(field)) == 2)
    assert hint(field).startswith("“Sorry”")
    # Words before it move it, and it stays what it was.
    field.input.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(field.input, "Well. ")
    assert underlined(field) == ["Sorry", "competitive"]
    for _ in "Well. ":
        qtbot.keyClick(field.input, Qt.Key.Key_Backspace)
    qtbot.keyClick(field.input, Qt.Key.Key_Delete)
    assert underlined(field) == ["competitive"]
    assert hint(field).startswith("“competitive”")


def test_leaving_the_field_does_not_wait(qtbot: QtBot, page: JustificationsPage) -> None:
    field = line(qtbot, page)
    qtbot.keyClicks(field.input, "I beg you.")
    page.list.view.setFocus()
    assert "This pleads." in hint(field)


def test_a_new_remark_is_announced_and_an_old_one_is_not(
    qtbot: QtBot, page: JustificationsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(wording_hints, "announce", lambda _widget, sentence: said.append(sentence))
    field = line(qtbot, page)
    qtbot.keyClicks(field.input, "I would like a competitive salary")
    qtbot.waitUntil(lambda: len(said) == 1)
    qtbot.keyClicks(field.input, ".")
    qtbot.wait(800)
    assert said == [hint(field)]


def test_letters_outside_the_basic_plane_do_not_move_the_underline(
    qtbot: QtBot, bridge: Bridge, ctx: UiContext
) -> None:
    bridge.apply(Set(LINE, "😀😀 A competitive salary 😀, or else I leave."))
    field = line(qtbot, show(qtbot, JustificationsPage(bridge, ctx)))
    assert underlined(field) == ["competitive", "or else"]


def test_nothing_inside_quotations_is_pointed_out(qtbot: QtBot, page: JustificationsPage, bridge: Bridge) -> None:
    bridge.apply(Set(LINE, "You wrote “a competitive salary”: I would like 84,000."))
    assert hint(line(qtbot, page)) == ""


def test_undo_another_term_and_another_language_are_looked_at_at_once(
    qtbot: QtBot, page: JustificationsPage, bridge: Bridge
) -> None:
    field = page.term_form.field_at(LINE)
    assert isinstance(field, TextField)
    bridge.apply(Set(LINE, "A competitive salary."))
    assert "competitive" in hint(field)
    page.list.select("home")
    assert (hint(field), underlined(field)) == ("", [])
    page.list.select("pay")
    assert underlined(field) == ["competitive"]
    bridge.apply(Set(("situation", "language"), "pl"))
    assert (hint(field), underlined(field)) == ("", [])
    bridge.undo()
    assert underlined(field) == ["competitive"]
    bridge.undo()
    assert (field.input.text(), hint(field), underlined(field)) == ("", "", [])


def test_the_underline_follows_the_theme(
    qtbot: QtBot, page: JustificationsPage, bridge: Bridge, ctx: UiContext
) -> None:
    bridge.apply(Set(LINE, "A competitive salary."))
    field = line(qtbot, page)

    def colour() -> QColor:
        (selection,) = field.input.extraSelections()
        return QColor(selection.format.underlineColor())  # type: ignore[attr-defined]

    assert colour() == QColor(LIGHT.warning)
    ctx.theme.set_mode(Mode.DARK)
    assert colour() == QColor(DARK.warning)


def test_being_open_is_not_vague_but_its_tone_counts(qtbot: QtBot, page: JustificationsPage, bridge: Bridge) -> None:
    way = ("terms", "pay", "justification", "another_way")
    bridge.apply(Set(way, "Some flexible arrangement would do."))
    field = go_to(qtbot, page, TextField, *way)
    assert hint(field) == ""
    bridge.apply(Set(way, "Take it or leave it."))
    assert "This reads as an ultimatum." in hint(field)


def test_the_ask_says_what_makes_it_concrete(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
    page = show(qtbot, PrioritiesPage(bridge, ctx))
    field = go_to(qtbot, page, TextField, *ASK)
    concrete = "Name the days, how many a week, and from when."
    assert hint(field) == concrete
    # Words that are vague for this very benefit, found by the catalogue alone.
    qtbot.keyClicks(field.input, "Hybrid, please")
    assert hint(field) == ""
    qtbot.waitUntil(lambda: bool(hint(field)))
    assert hint(field).startswith("“Hybrid”: ")
    assert hint(field).endswith(concrete)
    assert underlined(field) == ["Hybrid"]
    page.list.select("own")
    assert hint(field) == ""
    bridge.apply(Set(("terms", "own", "benefit"), "workspace"))
    assert hint(field).startswith("Name the room or the desk")
    # One line of text is not underlined; there the hint alone says it.
    starts = go_to(qtbot, page, LineField, "terms", "pay", "starts")
    qtbot.keyClicks(starts.input, "Soon")
    qtbot.waitUntil(lambda: hint(starts).startswith("“Soon”"))
    for _ in "Soon":
        qtbot.keyClick(starts.input, Qt.Key.Key_Backspace)
    assert hint(starts) == ""


def test_letters_are_looked_at_until_they_are_sent(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    letter = Letter(id="one", body="Dear Dana,\n\nthis is my final offer.")
    bridge = open_workbook(Workbook(agreement=Agreement(letters=(letter,))))
    page = show(qtbot, AgreementPage(bridge, ctx))
    field = go_to(qtbot, page, TextField, "agreement", "letters", "one", "body")
    assert underlined(field) == ["this is my final offer"]
    bridge.apply(Set(("agreement", "letters", "one", "sent_on"), "2027-01-10"))
    assert (hint(field), underlined(field)) == ("", [])


def test_the_plan_and_the_opening_line_are_looked_at(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
    talks, offer = show(qtbot, ConversationsPage(bridge, ctx)), show(qtbot, OfferPage(bridge, ctx))
    for page, path in (
        (talks, ("conversations", "plan", "opening_words")),
        (talks, ("conversations", "plan", "figure_words")),
        (talks, ("conversations", "plan", "time_to_think")),
        (offer, ("situation", "why_role")),
        (offer, ("situation", "why_employer")),
    ):
        field = next(one for one in page.findChildren(TextField) if one.path == path)
        bridge.apply(Set(path, "I am so sorry to ask."))
        assert "This apologises for asking." in hint(field), path


def talked(their_words: str, term: str | None = None) -> Workbook:
    talk = Talk(id="first", points=(Point(id="one", term=term, their_words=their_words),))
    return Workbook(terms=TERMS, conversations=Conversations(talks=(talk,)))


POINT = ("conversations", "talks", "first", "points", "one")


@pytest.mark.parametrize("their_words", ["I will see what I can do.", "“I will see what I can do.”"])
def test_a_vague_answer_offers_the_question_that_mends_it(
    qtbot: QtBot, open_workbook: Open, ctx: UiContext, their_words: str
) -> None:
    bridge = open_workbook(talked(their_words))
    page = show(qtbot, ConversationsPage(bridge, ctx))
    field = go_to(qtbot, page, TextField, *POINT, "their_words")
    assert hint(field).startswith("“I will see what I can do” promises nothing yet. Ask back: ")
    button = field.findChild(AskBackButton)
    assert isinstance(button, AskBackButton)
    assert button.isVisible()
    assert button.accessibleName() == "Ask this back"
    button.click()
    question = bridge.value((*POINT, "ask_back"))
    assert question.endswith("?")
    assert question in hint(field)
    # It leads to the question, and is not offered again.
    back = next(one for one in page.findChildren(LineField) if one.path == (*POINT, "ask_back"))
    qtbot.waitUntil(back.has_input_focus)
    assert not button.isVisible()
    bridge.undo()
    assert button.isVisible()
    bridge.apply(Set((*POINT, "their_words"), "54,000 from April."))
    assert not button.isVisible()
    assert hint(field) == ""


def test_with_a_known_benefit_its_own_questions_are_offered_too(
    qtbot: QtBot, open_workbook: Open, ctx: UiContext
) -> None:
    bridge = open_workbook(talked("We will see.", term="home"))
    page = show(qtbot, ConversationsPage(bridge, ctx))
    field = go_to(qtbot, page, TextField, *POINT, "their_words")
    button = field.findChild(AskBackButton)
    assert isinstance(button, AskBackButton)
    assert button.accessibleName() == "Ask back …"
    button.click()
    (menu,) = button.findChildren(QMenu)
    actions = menu.actions()
    assert len(actions) == 4
    actions[1].trigger()
    assert bridge.value((*POINT, "ask_back")) == "How does the team split its week today?"
    menu.close()


def test_the_sample_is_left_alone(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    sample = stored_sample()
    bridge = open_workbook(sample)
    for kind in (PrioritiesPage, JustificationsPage):
        page = show(qtbot, kind(bridge, ctx))
        for term in sample.terms:
            page.list.select(term.id)
            for name in ("what_exactly", "starts", "justification"):
                path = ("terms", term.id, name)
                for field in page.findChildren(LineField) + page.findChildren(TextField):
                    if field.path[:3] == path and str(bridge.value(field.path) or "").strip():
                        assert hint(field) == "", field.path


def test_only_words_can_be_looked_at(page: JustificationsPage) -> None:
    flag = page.term_form.field("purpose")
    with pytest.raises(TypeError):
        wording_hints.watch_wording(flag, page.term_form, wording_hints.Place.LINE)


def test_a_field_that_shows_nothing_says_nothing(qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
    bridge = open_workbook(revise(Workbook(), terms=()))
    page = show(qtbot, PrioritiesPage(bridge, ctx))
    fields = [one for one in page.findChildren(TextField) if one.path == ()]
    assert fields
    assert all(hint(one) == "" for one in fields)
