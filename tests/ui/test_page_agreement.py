"""The Agreement page: the outcome, the agreed terms, the contract, what is still to come, and the letters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Insert, Remove, Set
from counteroffer.domain.levels import AmountValue
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import stored_sample
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.agreed_terms import Beside
from counteroffer.ui.pages.agreement import AgreementPage
from counteroffer.ui.widgets import ChoiceField, DateField, LevelField, TextField

from . import page_tools

Open = Callable[[Workbook], Bridge]
PAY = ("terms", "base_pay", "agreed")


@pytest.fixture
def filled(open_workbook: Open) -> Bridge:
    return open_workbook(stored_sample())


@pytest.fixture
def page(qtbot: QtBot, filled: Bridge, ctx: UiContext) -> AgreementPage:
    return page_tools.show(qtbot, AgreementPage(filled, ctx))


def choose(editor: ChoiceField, value: str | None) -> None:
    editor.input.setCurrentIndex(editor.input.findData(value) if value is not None else 0)
    editor.input.activated.emit(editor.input.currentIndex())


def test_every_field_can_be_gone_to(qtbot: QtBot, page: AgreementPage) -> None:
    for path in page_tools.places(stored_sample(), "agreement"):
        page_tools.reveal(qtbot, page, path)


def test_the_outcome_is_written_down(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
    page = page_tools.show(qtbot, AgreementPage(bridge, ctx))
    choose(page_tools.field(page, ChoiceField, "agreement", "outcome"), "declined_by_you")
    place = page_tools.reveal(qtbot, page, ("agreement", "outcome_reason"))
    qtbot.keyClicks(place, "Their limit stayed below mine.")
    agreement = bridge.workbook.agreement
    assert agreement.outcome is not None
    assert (agreement.outcome.value, agreement.outcome_reason) == ("declined_by_you", "Their limit stayed below mine.")
    bridge.undo()
    bridge.undo()
    assert page_tools.field(page, ChoiceField, "agreement", "outcome").input.currentIndex() == 0


def test_a_day_that_cannot_be_read_stays_with_a_hint(qtbot: QtBot, page: AgreementPage, filled: Bridge) -> None:
    path = ("agreement", "closed_on")
    before = filled.workbook
    page_tools.type_into(qtbot, page_tools.reveal(qtbot, page, path), "soonish")
    day = page_tools.field(page, DateField, *path)
    qtbot.waitUntil(lambda: day.hint_view.isVisible())
    assert day.input.line.text() == "soonish"
    assert filled.workbook is before
    page_tools.type_into(qtbot, day.input.line, "3 Nov 2026")
    assert filled.workbook.agreement.closed_on == date(2026, 11, 3)


class TestTheTerms:
    def test_a_row_says_what_was_agreed_and_first_offered(self, page: AgreementPage, filled: Bridge) -> None:
        rows = {row.id: row for row in page.terms.list.rows.rows()}
        assert rows["base_pay"].summary == "€54,000 a year  ·  first offered: €50,000 a year  ·  in the contract"
        filled.apply(Set((*PAY, "found"), "differs"))
        assert page.terms.list.rows.rows()[0].summary.endswith("the contract differs")
        filled.apply(Set((*PAY, "settled"), True))
        assert page.terms.list.rows.rows()[0].summary.endswith("put right in the contract")
        filled.apply(Set(("terms", "base_pay", "agreed"), {}))
        assert page.terms.list.rows.rows()[0].summary == "Nothing agreed yet  ·  first offered: €50,000 a year"

    def test_the_level_is_typed_in_the_terms_unit(self, qtbot: QtBot, page: AgreementPage, filled: Bridge) -> None:
        path = ("terms", "remote_days", "agreed", "value")
        page_tools.type_into(qtbot, page_tools.reveal(qtbot, page, path), "2.5")
        assert filled.value(path).number == Decimal("2.5")
        level = page_tools.field(page, LevelField, *path)
        assert level.line is not None
        assert level.line.suffix.text() == "days a week"
        filled.undo()
        assert level.line.line.text() == "2"

    def test_the_first_offer_or_the_target_is_taken_over(self, page: AgreementPage, filled: Bridge) -> None:
        (beside,) = page.findChildren(Beside)
        assert beside.offered.words.text() == "€50,000 a year"
        assert beside.target.words.text() == "€55,000 a year"
        beside.target.button.click()
        assert filled.value((*PAY, "value")) == AmountValue(amount=Decimal(55000))
        assert beside.target.button.isHidden()
        level = page_tools.field(page, LevelField, *PAY, "value")
        assert level.line is not None
        assert level.line.line.text() == "55,000"
        beside.offered.button.click()
        assert filled.value((*PAY, "value")) == AmountValue(amount=Decimal(50000))
        assert not beside.target.button.isHidden()
        filled.undo()
        assert filled.value((*PAY, "value")) == AmountValue(amount=Decimal(55000))
        filled.apply(Set(("terms", "base_pay", "target", "value"), None))
        assert beside.target.words.text() == "—"
        assert beside.target.button.isHidden()

    def test_the_chosen_term_is_the_same_on_all_pages(self, page: AgreementPage, filled: Bridge) -> None:
        filled.choose_term("title")
        assert page.terms.current == "title"
        page_tools.field(page, LevelField, "terms", "title", "agreed", "value")
        page.terms.choose("start_date")
        assert filled.term == "start_date"

    def test_a_page_made_late_shows_the_chosen_term(self, qtbot: QtBot, open_workbook: Open, ctx: UiContext) -> None:
        bridge = open_workbook(stored_sample())
        bridge.choose_term("severance")
        page = page_tools.show(qtbot, AgreementPage(bridge, ctx))
        assert page.terms.current == "severance"

    def test_how_it_differs_is_asked_only_where_it_does(
        self, qtbot: QtBot, page: AgreementPage, filled: Bridge
    ) -> None:
        filled.apply(Set((*PAY, "found"), "yes"))
        difference = next(one for one in page.findChildren(TextField) if one.path == (*PAY, "difference"))
        assert not difference.isVisible()
        choose(page_tools.field(page, ChoiceField, *PAY, "found"), "differs")
        assert difference.isVisible()
        page_tools.type_into(qtbot, page_tools.reveal(qtbot, page, (*PAY, "difference")), "It says 53,000.")
        choose(page_tools.field(page, ChoiceField, *PAY, "found"), "yes")
        assert difference.isVisible()  # what was written is not hidden
        assert filled.value((*PAY, "difference")) == "It says 53,000."

    def test_a_new_term_is_named_where_terms_are_made(self, qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
        page = page_tools.show(qtbot, AgreementPage(bridge, ctx))
        button = page.terms.list.empty.button
        assert button is not None
        with qtbot.waitSignal(page.elsewhere) as led:
            button.click()
        (term,) = bridge.workbook.terms
        assert led.args == [("terms", term.id, "name")]

    def test_removing_and_bringing_back(self, page: AgreementPage, filled: Bridge) -> None:
        filled.apply(Remove(("terms", "base_pay")))
        assert page.terms.current == filled.workbook.terms[0].id
        filled.undo()
        assert page.reveal((*PAY, "wording"))
        assert page.terms.current == "base_pay"


class TestWhatIsStillToCome:
    def test_a_commitment_is_added_and_moved(self, qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
        page = page_tools.show(qtbot, AgreementPage(bridge, ctx))
        page.commitments.list.add_button.click()
        what = QApplication.focusWidget()
        assert what is not None
        qtbot.keyClicks(what, "Pay review")
        (one,) = bridge.workbook.agreement.commitments
        assert one.what == "Pay review"
        assert page.commitments.list.rows.rows()[0].summary == "No day yet  ·  A review"
        page.commitments.list.add_button.click()
        page.commitments.list.moved.emit(one.id, 1)
        assert bridge.workbook.agreement.commitments[1].id == one.id

    def test_a_row_says_when_who_and_whether_it_is_late(self, page: AgreementPage, filled: Bridge) -> None:
        path = ("agreement", "commitments")
        late = {"id": "late", "what": "Send the list", "due": date(2027, 1, 14), "who": "Jorin", "kind": "other"}
        filled.apply(Insert(path, 0, late))
        assert page.commitments.list.rows.rows()[0].summary == "14 Jan 2027  ·  Something else  ·  Jorin  ·  Overdue"
        filled.apply(Set((*path, "late", "done"), True))
        assert page.commitments.list.rows.rows()[0].summary.endswith("Done")
        filled.apply(Set((*path, "late", "done"), False))
        filled.apply(Set((*path, "late", "due"), date(2027, 1, 15)))
        assert page.commitments.list.rows.rows()[0].summary == "15 Jan 2027  ·  Something else  ·  Jorin"


class TestLetters:
    def test_a_letter_is_written(self, qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> None:
        bridge.apply(Insert(("situation", "people"), 0, {"id": "dana", "name": "Dana Whitlock"}))
        page = page_tools.show(qtbot, AgreementPage(bridge, ctx))
        page.letters.list.add_button.click()
        (letter,) = bridge.workbook.agreement.letters
        at = ("agreement", "letters", letter.id)
        choose(page_tools.field(page, ChoiceField, *at, "to"), "dana")
        qtbot.keyClicks(page_tools.reveal(qtbot, page, (*at, "body")), "Dear Dana,")
        assert bridge.value((*at, "body")) == "Dear Dana,"
        assert page.letters.list.rows.rows()[0].title == "A comprehensive proposal"
        assert page.letters.list.rows.rows()[0].summary == "to Dana Whitlock  ·  not sent"
        bridge.undo()
        assert page_tools.field(page, TextField, *at, "body").input.text() == ""

    def test_the_fields_follow_the_chosen_letter(self, page: AgreementPage, filled: Bridge) -> None:
        page.letters.choose("letter_follow_up")
        body = page_tools.field(page, TextField, "agreement", "letters", "letter_follow_up", "body")
        assert body.input.text() == filled.value(("agreement", "letters", "letter_follow_up", "body"))
        row = next(row for row in page.letters.list.rows.rows() if row.id == "letter_follow_up")
        assert row.summary == "A summing-up, for confirmation  ·  to Tamsin Orrel  ·  sent on 2 Nov 2026"

    def test_a_body_that_is_too_long_is_refused_and_kept_in_the_field(
        self, page: AgreementPage, filled: Bridge
    ) -> None:
        before = filled.workbook
        body = page_tools.field(page, TextField, "agreement", "letters", "letter_time", "body")
        body.input.setPlainText("a" * 20_001)
        assert body.hint_view.isVisible()
        assert body.has_pending()
        assert filled.workbook is before
