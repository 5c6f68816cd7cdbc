"""The Conversations page: the plan, the answers said aloud, and the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from counteroffer.domain.conversations import Concern
from counteroffer.domain.edits import Insert, Remove, Set
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import stored_sample
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.conversations import ConversationsPage
from counteroffer.ui.pages.rehearsal import SpeakingClock
from counteroffer.ui.pages.talk_log import KeepButton
from counteroffer.ui.pages.talk_order import OrderField
from counteroffer.ui.widgets import ChoiceField, LevelField, LineField, NumberField, TextField

from . import page_tools
from .conftest import TODAY

Open = Callable[[Workbook], Bridge]
TALKS = ("conversations", "talks")
CARDS = ("conversations", "cards")
ORDER = ("conversations", "plan", "order")


@pytest.fixture
def filled(open_workbook: Open) -> Bridge:
    return open_workbook(stored_sample())


@pytest.fixture
def page(qtbot: QtBot, filled: Bridge, ctx: UiContext) -> ConversationsPage:
    return page_tools.show(qtbot, ConversationsPage(filled, ctx))


def test_every_field_can_be_gone_to(qtbot: QtBot, page: ConversationsPage) -> None:
    for path in page_tools.places(stored_sample(), "conversations"):
        page_tools.reveal(qtbot, page, path)


def test_typing_the_opening_words_edits_the_plan(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
    page = page_tools.show(qtbot, ConversationsPage(bridge, ctx))
    path = ("conversations", "plan", "opening_words")
    place = page_tools.reveal(qtbot, page, path)
    qtbot.keyClicks(place, "Thank you for the offer.")
    assert bridge.workbook.conversations.plan.opening_words == "Thank you for the offer."
    bridge.undo()
    assert bridge.workbook.conversations.plan.opening_words == ""
    assert page_tools.field(page, TextField, *path).input.text() == ""


class TestTheOrder:
    def test_without_one_the_ranking_is_said(self, qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
        page = page_tools.show(qtbot, ConversationsPage(bridge, ctx))
        order = page_tools.field(page, OrderField, *ORDER)
        assert order.ranking.text() == "There are no asks yet."
        assert order.start.isHidden()
        bridge.apply(
            Set(("terms",), [{"id": "pay", "name": "Pay"}, {"id": "days", "name": "Days off"}, {"id": "bike"}])
        )
        bridge.apply(Set(("terms", "bike", "purpose"), "leave"))
        assert order.ranking.text() == "Pay and Days off."
        order.start.click()
        assert bridge.workbook.conversations.plan.order == ("pay", "days")
        assert not order.list.isHidden()
        bridge.undo()
        assert order.list.isHidden()
        assert order.ranking.isVisible()

    def test_terms_are_moved_taken_out_and_put_in(self, page: ConversationsPage, filled: Bridge) -> None:
        order = page_tools.field(page, OrderField, *ORDER)
        before = filled.workbook.conversations.plan.order
        order.list.moved.emit(before[0], 2)
        assert filled.workbook.conversations.plan.order[:3] == (before[1], before[2], before[0])
        assert [row.id for row in order.list.rows.rows()][:3] == [before[1], before[2], before[0]]
        order.list.removed.emit(before[0])
        assert before[0] not in filled.workbook.conversations.plan.order
        order.list.add_button.click()
        (menu,) = order.findChildren(QMenu)
        next(action for action in menu.actions() if action.text() == "Base pay").trigger()
        menu.close()
        assert filled.workbook.conversations.plan.order[-1] == "base_pay"
        filled.undo()
        filled.undo()
        filled.undo()
        assert [row.id for row in order.list.rows.rows()] == list(before)

    def test_a_term_that_is_gone_is_passed_over_and_not_lost(self, page: ConversationsPage, filled: Bridge) -> None:
        order = page_tools.field(page, OrderField, *ORDER)
        first, second, *rest = filled.workbook.conversations.plan.order
        filled.apply(Remove(("terms", first)))
        assert [row.id for row in order.list.rows.rows()] == [second, *rest]
        order.move_to(second, 1)
        assert filled.workbook.conversations.plan.order == (rest[0], second, *rest[1:], first)


class TestSayingItAloud:
    def test_the_seconds_become_a_rehearsal_of_today(
        self, qtbot: QtBot, page: ConversationsPage, filled: Bridge
    ) -> None:
        page.cards.choose("card_earn")
        clock = page.findChildren(SpeakingClock)[0]
        now = 100.0
        clock.now = lambda: now
        clock.button.click()
        assert clock.is_running
        assert clock.button.text() == "Stop and keep it"
        now = 165.4
        qtbot.waitUntil(lambda: clock.reading.text() == "1:05")
        clock.button.click()
        assert not clock.is_running
        assert clock.reading.text() == ""
        newest = filled.value((*CARDS, "card_earn", "rehearsals"))[-1]
        assert (newest.on, newest.seconds, newest.went) == (TODAY, 65, None)
        seconds = page_tools.field(page, NumberField, *CARDS, "card_earn", "rehearsals", newest.id, "seconds")
        assert seconds.input.line.text() == "65"
        filled.undo()
        assert newest.id not in [one.id for one in filled.value((*CARDS, "card_earn", "rehearsals"))]

    def test_turning_to_another_card_keeps_nothing(self, page: ConversationsPage, filled: Bridge) -> None:
        before = filled.workbook
        clock = page.findChildren(SpeakingClock)[0]
        clock.button.click()
        page.cards.choose("card_silence")
        assert not clock.is_running
        assert filled.workbook is before
        clock.now = lambda: 5.0
        clock.button.click()
        clock.button.click()
        assert filled.value((*CARDS, "card_silence", "rehearsals"))[-1].seconds == 0

    def test_a_card_says_how_it_last_went(self, page: ConversationsPage, filled: Bridge) -> None:
        rows = {row.id: row for row in page.cards.list.rows.rows()}
        assert rows["card_earn"].summary == "A question  ·  Strong"
        filled.apply(Insert((*CARDS, "card_earn", "rehearsals"), 2, {"went": "weak"}))
        assert page.cards.list.rows.rows()[0].summary == "A question  ·  Weak: again soon"
        filled.apply(Set((*CARDS, "card_earn", "rehearsals"), []))
        assert page.cards.list.rows.rows()[0].summary == "A question  ·  Not said aloud yet"

    def test_the_rehearsals_follow_the_card(self, page: ConversationsPage, filled: Bridge) -> None:
        page.cards.choose("card_silence")
        assert page_tools.field(page, NumberField, *CARDS, "card_silence", "rehearsals", "rh_11", "seconds").isEnabled()

    def test_seconds_that_cannot_be_read_stay(self, qtbot: QtBot, page: ConversationsPage, filled: Bridge) -> None:
        before = filled.workbook
        path = (*CARDS, "card_earn", "rehearsals", "rh_1", "seconds")
        place = page_tools.reveal(qtbot, page, path)
        page_tools.type_into(qtbot, place, "half a minute")
        seconds = page_tools.field(page, NumberField, *path)
        qtbot.waitUntil(lambda: seconds.hint_view.isVisible())
        assert seconds.input.line.text() == "half a minute"
        assert filled.workbook is before


class TestTheLog:
    def test_the_newest_talk_is_chosen_at_first(self, page: ConversationsPage, filled: Bridge) -> None:
        assert page.talks.current == filled.workbook.conversations.talks[-1].id

    def test_a_talk_is_added_named_and_taken_back(self, qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
        page = page_tools.show(qtbot, ConversationsPage(bridge, ctx))
        button = page.talks.list.empty.button
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        day = QApplication.focusWidget()
        assert day is not None
        assert page.talks.list.rows.rows()[0].title == "No day yet"
        page_tools.type_into(qtbot, day, "12 Jan 2027")
        (talk,) = bridge.workbook.conversations.talks
        assert talk.day == date(2027, 1, 12)
        bridge.apply(Set((*TALKS, talk.id, "channel"), "phone"))
        bridge.apply(Set((*TALKS, talk.id, "held"), False))
        assert page.talks.list.rows.rows()[0].title == "12 Jan 2027  ·  By phone  ·  Still to come"
        page.talks.list.removed.emit(talk.id)
        assert bridge.workbook.conversations.talks == ()
        bridge.undo()
        assert page.talks.current == talk.id

    def test_a_row_says_with_whom_and_what_about(self, page: ConversationsPage, filled: Bridge) -> None:
        row = page.talks.list.rows.rows()[-1]
        assert row.title == "2 Nov 2026  ·  By phone"
        assert row.summary == "Tamsin Orrel  ·  Base pay"
        filled.apply(Set(("terms", "base_pay", "name"), "Salary"))
        filled.apply(Set(("situation", "people", "tamsin", "name"), "Tamsin"))
        assert page.talks.list.rows.rows()[-1].summary == "Tamsin  ·  Salary"

    def test_points_follow_the_talk_and_levels_the_term(self, page: ConversationsPage, filled: Bridge) -> None:
        page.talks.choose("talk_1")
        at = (*TALKS, "talk_1", "points", "p1_pay")
        asked = page_tools.field(page, LevelField, *at, "asked")
        assert asked.kind == "amount"
        assert asked.line is not None
        assert asked.line.line.text() == "57,000"
        assert asked.line.suffix.text() == "€ a year"
        page.reveal((*TALKS, "talk_1", "points", "p1_notice", "asked"))
        assert asked.kind == "number"
        page.talks.choose("talk_5")
        assert asked.path == (*TALKS, "talk_5", "points", "p5_pay", "asked")

    def test_what_was_asked_is_typed_in_the_terms_unit(
        self, qtbot: QtBot, page: ConversationsPage, filled: Bridge
    ) -> None:
        path = (*TALKS, "talk_5", "points", "p5_pay", "answered")
        place = page_tools.reveal(qtbot, page, path)
        page_tools.type_into(qtbot, place, "54.5k")
        assert filled.value(path).amount == Decimal(54500)
        page_tools.type_into(qtbot, place, "fifty-ish")
        level = page_tools.field(page, LevelField, *path)
        qtbot.waitUntil(lambda: level.hint_view.isVisible())
        assert filled.value(path).amount == Decimal(54500)
        assert level.line is not None
        assert level.line.line.text() == "fifty-ish"

    def test_another_term_lets_go_of_levels_that_it_cannot_count(self, page: ConversationsPage, filled: Bridge) -> None:
        at = (*TALKS, "talk_5", "points", "p5_pay")
        term = page_tools.field(page, ChoiceField, *at, "term")
        term.input.setCurrentIndex(term.input.findData("remote_days"))
        term.input.activated.emit(term.input.currentIndex())
        point = filled.value(at)
        assert (point.term, point.asked, point.answered) == ("remote_days", None, None)
        assert page_tools.field(page, LevelField, *at, "asked").kind == "number"
        filled.undo()
        point = filled.value(at)
        assert point.term == "base_pay"
        assert point.asked is not None
        asked = page_tools.field(page, LevelField, *at, "asked")
        assert asked.line is not None
        assert asked.line.line.text() == "54,000"
        # Where the unit is of the same kind, what was said stays.
        term.input.setCurrentIndex(term.input.findData("training"))
        term.input.activated.emit(term.input.currentIndex())
        assert filled.value((*at, "asked")) is not None

    def test_without_a_term_a_level_is_words_or_what_it_is(self, page: ConversationsPage, filled: Bridge) -> None:
        at = (*TALKS, "talk_5", "points", "p5_pay")
        filled.apply(Set((*at, "term"), None))
        asked = page_tools.field(page, LevelField, *at, "asked")
        assert asked.kind == "amount"
        filled.apply(Set((*at, "asked"), None))
        filled.apply(Set((*at, "answered"), None))
        assert asked.kind == "text"

    def test_a_concern_is_kept_in_research_and_linked(
        self, qtbot: QtBot, page: ConversationsPage, filled: Bridge
    ) -> None:
        research = filled.workbook.research
        concern = {"id": "heard", "kind": "budget", "heard": "The year's pay is\nspent."}
        filled.apply(Insert((*TALKS, "talk_5", "concerns"), 0, concern))
        keep = page.findChildren(KeepButton)[0]
        assert keep.isVisible()
        keep.click()
        constraint = filled.workbook.research.constraints[-1]
        assert (constraint.kind.value, constraint.statement) == ("budget", "The year's pay is spent.")
        assert constraint.source == "Said in the talk, 2 Nov 2026"
        kept = filled.value((*TALKS, "talk_5", "concerns", "heard"))
        assert isinstance(kept, Concern)
        assert kept.research == constraint.id
        assert not keep.isVisible()
        link = page_tools.field(page, ChoiceField, *TALKS, "talk_5", "concerns", "heard", "research")
        assert link.input.currentText() == "Budget: The year's pay is spent."
        filled.undo()
        assert filled.workbook.research == research
        assert keep.isVisible()

    def test_a_need_without_a_limit_becomes_an_interest(self, page: ConversationsPage, filled: Bridge) -> None:
        filled.apply(Insert((*TALKS, "talk_5", "concerns"), 0, {"id": "heard", "heard": "It must open in May."}))
        filled.apply(Set((*TALKS, "talk_5", "day"), None))
        page.findChildren(KeepButton)[0].keep()
        interest = filled.workbook.research.interests[-1]
        assert (interest.statement, interest.guess, interest.source) == (
            "It must open in May.",
            False,
            "Said in a talk",
        )

    def test_given_and_got_are_said_in_a_row(self, qtbot: QtBot, page: ConversationsPage, filled: Bridge) -> None:
        at = (*TALKS, "talk_5", "concessions")
        filled.apply(Insert(at, 0, {"id": "one"}))
        place = page_tools.reveal(qtbot, page, (*at, "one", "gave"))
        page_tools.type_into(qtbot, place, "The bonus")
        line = page_tools.field(page, LineField, *at, "one", "got")
        assert line.isEnabled()
        assert filled.value((*at, "one")).gave == "The bonus"
        filled.apply(Set((*at, "one", "got"), "Two days"))
        assert line.input.text() == "Two days"
