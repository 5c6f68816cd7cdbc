"""The Offer page: every field at hand, typing and undo, lists, folds, papers, other offers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Insert, Set, apply
from counteroffer.domain.levels import AmountValue, NumberValue, Unit
from counteroffer.domain.situation import Period
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.items import ItemsEditor
from counteroffer.ui.pages.contents import Contents
from counteroffer.ui.pages.languages import language_options
from counteroffer.ui.pages.offer import OfferPage
from counteroffer.ui.widgets import (
    ChoiceField,
    EstimateField,
    FieldEditor,
    LevelField,
    LineField,
    MoneyField,
    NumberField,
)
from tests.ui.page_tools import field, show
from tests.ui.walking import fields_below, go_to, has_keyboard, with_an_entry_in_every_list

Open = Callable[[Workbook], Bridge]


def edited(*edits: Set | Insert) -> Workbook:
    """An empty workbook after some edits."""
    workbook = Workbook()
    for edit in edits:
        workbook = apply(workbook, edit)
    return workbook


def base_pay(offered: object = None) -> tuple[Insert, Set]:
    """A term called base pay, and what is offered."""
    value = {"kind": "amount", "amount": offered} if offered is not None else None
    return Insert(("terms",), 0, {"id": "pay", "name": "Base pay"}), Set(("terms", "pay", "offered", "value"), value)


def a_list(page: OfferPage, *path: str) -> ItemsEditor:
    (found,) = [one for one in page.findChildren(ItemsEditor) if one.path == path]
    return found


def shown_text(widget: QWidget) -> str:
    """What stands in a field of one line."""
    assert isinstance(widget, (LevelField, MoneyField, NumberField))
    held = widget.line if isinstance(widget, LevelField) else widget.input
    assert held is not None
    return held.line.text()


@pytest.fixture
def page(bridge: Bridge, ctx: UiContext, qtbot: QtBot) -> OfferPage:
    made = OfferPage(bridge, ctx)
    show(qtbot, made)
    return made


def test_every_field_of_the_situation_can_be_gone_to_and_filled_in(
    open_workbook: Open, ctx: UiContext, qtbot: QtBot
) -> None:
    workbook = with_an_entry_in_every_list(edited(*base_pay()), "situation")
    page = OfferPage(open_workbook(workbook), ctx)
    show(qtbot, page)
    # What a file is follows from the file; only what it is called and when it came are written by hand.
    from_the_file = ("media_type", "size", "sha256")
    for path in fields_below(workbook, "situation"):
        if "attachments" not in path or path[-1] not in from_the_file:
            go_to(qtbot, page, FieldEditor, *path)


def test_what_was_offered_can_be_filled_in_for_a_term(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    page = OfferPage(open_workbook(edited(*base_pay())), ctx)
    show(qtbot, page)
    own = [("name",), ("unit",), ("direction",), ("today",), ("by_law",)]
    offered = [("offered", name) for name in ("value", "said_by", "said_on", "in_writing", "wording")]
    for names in (*own, *offered):
        go_to(qtbot, page, FieldEditor, "terms", "pay", *names)


def test_typing_edits_the_workbook_and_undo_shows(page: OfferPage, bridge: Bridge, qtbot: QtBot) -> None:
    there = go_to(qtbot, page, LineField, "situation", "employer")
    qtbot.keyClicks(there.input, "Harbour & Hill")
    assert bridge.workbook.situation.employer == "Harbour & Hill"
    bridge.seal()
    bridge.undo()
    assert bridge.workbook.situation.employer == ""
    assert there.input.text() == ""
    bridge.redo()
    assert there.input.text() == "Harbour & Hill"


def test_a_number_that_cannot_be_read_stays_with_a_hint_and_changes_nothing(
    page: OfferPage, bridge: Bridge, qtbot: QtBot
) -> None:
    there = go_to(qtbot, page, NumberField, "situation", "pay", "hours_a_week")
    qtbot.keyClicks(there.input.line, "about forty")
    qtbot.keyClick(there.input.line, Qt.Key.Key_Return)
    assert bridge.workbook.situation.pay.hours_a_week is None
    assert there.input.line.text() == "about forty"
    assert there.has_pending()
    assert there.hint_view.text()
    assert not there.hint_view.isHidden()


def test_a_figure_that_is_not_allowed_is_refused_beside_its_field(
    page: OfferPage, bridge: Bridge, qtbot: QtBot
) -> None:
    there = go_to(qtbot, page, NumberField, "situation", "pay", "payments_a_year")
    there.input.line.selectAll()
    qtbot.keyClicks(there.input.line, "0")
    qtbot.keyClick(there.input.line, Qt.Key.Key_Return)
    assert bridge.workbook.situation.pay.payments_a_year == 12
    assert there.has_pending()


def test_adding_removing_and_moving_an_entry(page: OfferPage, bridge: Bridge, qtbot: QtBot) -> None:
    people = a_list(page, "situation", "people")
    assert people.list.empty.button is not None
    qtbot.mouseClick(people.list.empty.button, Qt.MouseButton.LeftButton)
    (person,) = bridge.workbook.situation.people
    name = field(page, FieldEditor, "situation", "people", person.id, "name")
    assert has_keyboard(name)
    qtbot.keyClicks(QApplication.focusWidget(), "Dana")
    qtbot.mouseClick(people.list.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "Sam")
    assert [one.name for one in bridge.workbook.situation.people] == ["Dana", "Sam"]

    qtbot.mouseClick(people.list.up_button, Qt.MouseButton.LeftButton)
    assert [one.name for one in bridge.workbook.situation.people] == ["Sam", "Dana"]
    qtbot.mouseClick(people.list.remove_button, Qt.MouseButton.LeftButton)
    assert [one.name for one in bridge.workbook.situation.people] == ["Dana"]
    assert people.current == person.id
    bridge.undo()
    bridge.undo()
    assert [row.title for row in people.list.rows.rows()] == ["Dana", "Sam"]


def test_counting_a_term_in_another_unit_takes_its_figures_along(
    open_workbook: Open, ctx: UiContext, qtbot: QtBot
) -> None:
    today = Set(("terms", "pay", "today"), {"kind": "amount", "amount": "20"})
    target = Set(("terms", "pay", "target", "value"), {"kind": "amount", "amount": "30"})
    bridge = open_workbook(edited(*base_pay("25"), today, target))
    page = OfferPage(bridge, ctx)
    show(qtbot, page)
    there = go_to(qtbot, page, ChoiceField, "terms", "pay", "unit")
    there.input.setCurrentIndex(there.input.findData(Unit.DAYS_YEAR.value))
    there.input.activated.emit(there.input.currentIndex())

    (term,) = bridge.workbook.terms
    assert term.unit is Unit.DAYS_YEAR
    assert term.offered.value == NumberValue(number=Decimal(25))
    assert term.target.value == NumberValue(number=Decimal(30))
    offered = field(page, LevelField, "terms", "pay", "offered", "value")
    assert offered.kind == "number"
    assert shown_text(offered) == "25"
    assert a_list(page, "terms").list.rows.rows()[0].summary == "Offered: 25 days a year  ·  Today: 20 days a year"

    bridge.undo()
    assert bridge.workbook.terms[0].offered.value == AmountValue(amount=Decimal(25))
    assert offered.kind == "amount"
    assert shown_text(offered) == "25"


def test_an_offered_level_is_read_as_people_write_it(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    bridge = open_workbook(edited(*base_pay()))
    page = OfferPage(bridge, ctx)
    show(qtbot, page)
    there = go_to(qtbot, page, LevelField, "terms", "pay", "offered", "value")
    qtbot.keyClicks(QApplication.focusWidget(), "78k")
    assert bridge.workbook.terms[0].offered.value == AmountValue(amount=Decimal(78_000))
    assert not there.has_pending()


def test_the_same_term_is_chosen_here_and_on_the_pages_about_terms(
    open_workbook: Open, ctx: UiContext, qtbot: QtBot
) -> None:
    bridge = open_workbook(edited(Insert(("terms",), 0, {"id": "days", "name": "Days off"}), *base_pay()))
    bridge.choose_term("days")
    page = OfferPage(bridge, ctx)
    page.complete()
    qtbot.addWidget(page)
    terms = a_list(page, "terms")
    assert terms.current == "days"
    terms.list.select("pay")
    assert bridge.term == "pay"
    bridge.choose_term("days")
    assert terms.current == "days"


def test_hours_come_forth_for_whoever_is_paid_by_the_hour(page: OfferPage, bridge: Bridge) -> None:
    assert not page.hours.is_open
    bridge.apply(Set(("situation", "pay", "period"), Period.MONTH))
    assert not page.hours.is_open
    bridge.apply(Set(("situation", "pay", "period"), Period.HOUR))
    assert page.hours.is_open


def test_hours_that_are_filled_in_are_never_hidden_at_first(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    page = OfferPage(open_workbook(edited(Set(("situation", "pay", "overtime_hours"), "2"))), ctx)
    page.complete()
    qtbot.addWidget(page)
    assert page.hours.is_open


def test_the_limit_stands_back_until_it_is_asked_for(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    page = OfferPage(open_workbook(edited(Set(("situation", "walk_away", "amount"), "71000"))), ctx)
    show(qtbot, page)
    assert not [one for one in page.findChildren(MoneyField) if one.isVisible()]
    limit = go_to(qtbot, page, MoneyField, "situation", "walk_away", "amount")
    assert limit.isVisible()
    assert shown_text(limit) == "71,000"
    assert page.limit.button.text() == "Hide my limit"
    page.hide()
    page.show()
    assert not limit.isVisible()
    assert page.limit.button.text() == "Show my limit"


def test_another_currency_reaches_every_amount(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    plan = Insert(("situation", "plans"), 0, {"id": "stay", "worth": {"likely": "70000"}})
    bridge = open_workbook(edited(*base_pay("50000"), plan))
    page = OfferPage(bridge, ctx)
    page.complete()
    qtbot.addWidget(page)
    bridge.apply(Set(("situation", "currency"), "GBP"))
    assert a_list(page, "terms").list.rows.rows()[0].summary.startswith("Offered: £50,000")
    assert a_list(page, "situation", "plans").list.rows.rows()[0].summary == "Worth £70,000 a year"
    worth = field(page, EstimateField, "situation", "plans", "stay", "worth")
    assert worth.inputs["likely"].line.text() == "70,000"


def test_the_best_alternative_is_one_of_the_plans(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    bridge = open_workbook(edited(Insert(("situation", "plans"), 0, {"id": "stay", "name": "Stay"})))
    page = OfferPage(bridge, ctx)
    page.complete()
    qtbot.addWidget(page)
    best = field(page, ChoiceField, "situation", "best_plan")
    assert [best.input.itemData(at) for at in range(best.input.count())] == [None, "stay"]
    bridge.apply(Set(("situation", "best_plan"), "stay"))
    assert best.input.currentData() == "stay"
    assert a_list(page, "situation", "plans").list.rows.rows()[0].summary.startswith("Your best alternative")
    bridge.apply(Set(("situation", "plans", "stay", "name"), "Stay, and lead the team"))
    assert best.input.currentText() == "Stay, and lead the team"


def other_offer(**given: object) -> Insert:
    """Another offer with one term."""
    terms = [{"id": "theirs", "term": "pay", "value": {"kind": "amount", "amount": "53000"}}]
    return Insert(("situation", "other_offers"), 0, {"id": "dairy", "employer": "The dairy", "terms": terms, **given})


THEIRS = ("situation", "other_offers", "dairy", "terms", "theirs")


def test_another_offer_is_written_in_its_own_currency(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    bridge = open_workbook(edited(*base_pay(), other_offer(currency="GBP")))
    page = OfferPage(bridge, ctx)
    page.complete()
    qtbot.addWidget(page)
    terms = a_list(page, "situation", "other_offers", "dairy", "terms")
    level = field(page, LevelField, *THEIRS, "value")
    rate = field(page, NumberField, "situation", "other_offers", "dairy", "rate")
    assert level.line is not None
    assert level.line.suffix.text() == "£ a year"
    assert rate.input.suffix.text() == "EUR"
    assert terms.list.rows.rows()[0].summary == "£53,000 a year"
    bridge.apply(Set(("situation", "other_offers", "dairy", "currency"), None))
    assert level.line.suffix.text() == "€ a year"
    assert terms.list.rows.rows()[0].summary == "€53,000 a year"
    bridge.apply(Set(("situation", "currency"), "PLN"))
    assert level.line.suffix.text() == "PLN a year"
    assert rate.input.suffix.text() == "PLN"


def test_a_term_of_another_offer_is_counted_as_the_term_it_stands_beside(
    open_workbook: Open, ctx: UiContext, qtbot: QtBot
) -> None:
    days = Insert(("terms",), 0, {"id": "days", "name": "Days off", "unit": "days_year"})
    bridge = open_workbook(edited(days, *base_pay(), other_offer()))
    page = OfferPage(bridge, ctx)
    page.complete()
    qtbot.addWidget(page)
    term, level = field(page, ChoiceField, *THEIRS, "term"), field(page, LevelField, *THEIRS, "value")
    term.input.setCurrentIndex(term.input.findData("days"))
    term.input.activated.emit(term.input.currentIndex())
    (theirs,) = bridge.workbook.situation.other_offers[0].terms
    assert theirs.term == "days"
    assert theirs.value == NumberValue(number=Decimal(53_000))
    assert level.kind == "number"
    bridge.undo()
    assert level.kind == "amount"
    assert shown_text(level) == "53,000"
    bridge.apply(Set(("terms", "pay", "name"), "Salary"))
    rows = a_list(page, "situation", "other_offers", "dairy", "terms").list.rows.rows()
    assert rows[0].title == "Salary"


def test_rows_say_what_matters_about_an_entry(open_workbook: Open, ctx: UiContext, qtbot: QtBot) -> None:
    due = date(2027, 2, 6)
    bridge = open_workbook(
        edited(
            Insert(("situation", "conditions"), 0, {"id": "c", "statement": "References", "due": due, "met": True}),
            Insert(("situation", "restrictions"), 0, {"id": "r", "kind": "own_work"}),
            Insert(("situation", "people"), 0, {"id": "p", "name": "Dana", "role": "Head", "decides": True}),
            Insert(("situation", "assumptions"), 0, {"id": "a", "statement": "No money left"}),
            Insert(("situation", "fears"), 0, {"id": "f", "statement": "They laugh", "likelihood": "0.03"}),
            Insert(("situation", "plans"), 0, {"id": "l"}),
            other_offer(reply_due=due),
        )
    )
    page = OfferPage(bridge, ctx)
    page.complete()
    qtbot.addWidget(page)

    def row(name: str) -> tuple[str, str]:
        (only,) = a_list(page, "situation", name).list.rows.rows()
        return only.title, only.summary

    assert row("conditions") == ("References", "Met  ·  Due by 6 Feb 2027")
    assert row("restrictions") == ("Rights in your own work", "Not decided yet")
    assert row("people") == ("Dana", "Head  ·  Decides")
    assert row("assumptions") == ("No money left", "Not checked yet")
    assert row("fears") == ("They laugh", "3% likely  ·  No answer yet")
    assert row("plans") == ("Stay where you are", "No worth yet")
    assert row("other_offers") == ("The dairy", "Not made yet  ·  Reply due by 6 Feb 2027")


def test_the_line_of_contents_leads_to_the_cards(page: OfferPage, qtbot: QtBot) -> None:
    contents = page.findChild(Contents)
    assert contents is not None
    pay = next(button for button in contents.buttons if button.text() == "Pay")
    qtbot.mouseClick(pay, Qt.MouseButton.LeftButton)
    assert has_keyboard(field(page, FieldEditor, "situation", "pay", "period"))


def test_tab_stops_once_at_the_contents_and_the_arrow_keys_go_along_them(page: OfferPage, qtbot: QtBot) -> None:
    contents = page.findChild(Contents)
    assert contents is not None
    first, second, *rest = contents.buttons
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert button is not None
    assert button.accessibleName() == "Ask for more time"  # it stands beside the title of the first card
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert has_keyboard(field(page, FieldEditor, "situation", "employer"))
    assert not any(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in (first, *rest))


def test_tab_goes_through_the_fields_as_they_are_read(page: OfferPage, qtbot: QtBot) -> None:
    go_to(qtbot, page, FieldEditor, "situation", "employer")
    for name in ("role", "place", "stage", "offered_on"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert has_keyboard(field(page, FieldEditor, "situation", name)), name


def test_a_language_that_came_from_elsewhere_is_kept() -> None:
    workbook = edited(Set(("situation", "language"), "pt_BR"))
    options = language_options(workbook)
    assert options[options.index(("pt", "Português")) + 1] == ("pt_BR", "Português (Brasil)")
    assert len(options) == len(dict(options)) == len(language_options(Workbook())) + 1
    strange = edited(Set(("situation", "language"), "xx_YY"))
    assert language_options(strange)[-1] == ("xx_YY", "xx_YY")


def test_the_own_countrys_way_of_writing_can_be_chosen_again() -> None:
    german = edited(Set(("situation", "language"), "de"))
    assert language_options(german, "en_GB")[:3] == [
        ("en", "English"),
        ("en_GB", "English (United Kingdom)"),
        ("de", "Deutsch"),
    ]
