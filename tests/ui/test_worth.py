"""What a term is worth: the formula and its figures, the worth of each level, and how it was reckoned."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counteroffer.domain.edits import Batch, Insert, Set
from counteroffer.domain.levels import AmountValue, NumberValue, Unit
from counteroffer.domain.money import Estimate
from counteroffer.domain.packages import Packages, Reckoning
from counteroffer.domain.situation import PayBasis, Period, Situation
from counteroffer.domain.terms import FormulaInput, Level, Offered, Option, Purpose, Term, Valuation, Weighing
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages.formula_field import FormulaField
from counteroffer.ui.pages.known_inputs import FigureField, InputBlock
from counteroffer.ui.pages.priorities import PrioritiesPage
from counteroffer.ui.theme import Duration
from tests.ui.page_tools import field, reveal, show, type_into
from tests.ui.term_tools import out_of_reading_order

Open = Callable[[Workbook], Bridge]


def level(number: str) -> Level:
    return Level(value=NumberValue(number=number))


PAY = Term(
    id="pay",
    name="Base pay",
    benefit="base_pay",
    offered=Offered(value=AmountValue(amount="50000")),
    target=Level(value=AmountValue(amount="55000")),
)
DAYS = Term(
    id="days",
    name="Paid days off",
    benefit="paid_leave",
    unit=Unit.DAYS_YEAR,
    offered=Offered(value=NumberValue(number="25")),
    opening=level("30"),
    target=level("28"),
    acceptable=level("25"),
    options=(Option(id="one", value=NumberValue(number="26")),),
    valuation=Valuation(inputs=(FormulaInput(id="days_i_took", estimate=Estimate(likely="26")),)),
)
COURSES = Term(
    id="courses",
    name="Courses",
    benefit="training_budget",
    unit=Unit.MONEY_YEAR,
    offered=Offered(value=AmountValue(amount="0")),
    target=Level(value=AmountValue(amount="700"), worth=Estimate(low="600", likely="650", high="700")),
)
JOINING = Term(
    id="joining",
    name="Sign-on bonus",
    benefit="sign_on_bonus",
    unit=Unit.MONEY_ONCE,
    target=Level(value=AmountValue(amount="2000")),
)
TITLE = Term(
    id="title",
    name="Title",
    unit=Unit.YES_NO,
    target=Level.model_validate({"value": {"kind": "yes_no", "yes": True}}),
    weighing=Weighing(pay_for_it="900"),
)
WORKBOOK = Workbook(
    situation=Situation(pay=PayBasis(work_days_a_year="220")),
    packages=Packages(reckoning=Reckoning(horizon_years=4)),
    terms=(PAY, DAYS, COURSES, JOINING, TITLE),
)


@pytest.fixture
def bridge(open_workbook: Open) -> Bridge:
    return open_workbook(WORKBOOK)


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, ctx: UiContext) -> PrioritiesPage:
    page = show(qtbot, PrioritiesPage(bridge, ctx))
    page.list.select("days")
    return page


def term(bridge: Bridge, term_id: str = "days") -> Term:
    return next(one for one in bridge.workbook.terms if one.id == term_id)


def formula(page: PrioritiesPage) -> FormulaField:
    return page.worth.formula


def choose(editor: FormulaField, name: str) -> None:
    editor.input.setCurrentIndex(editor.input.findData(name))
    editor.input.activated.emit(editor.input.currentIndex())


def blocks(page: PrioritiesPage) -> dict[str, InputBlock]:
    return {one.asked.name: one for one in page.worth.known.blocks.values() if one.isVisible()}


def figure(page: PrioritiesPage, name: str, term_id: str = "days") -> FigureField:
    return field(page, FigureField, "terms", term_id, "valuation", "inputs", name, "estimate")


def said(page: PrioritiesPage, key: str = "target") -> list[str]:
    row = page.worth.results.rows[key]
    return [one.text() for one in row.findChildren(QLabel) if one.isVisible() and one.text()]


def rested(qtbot: QtBot) -> None:
    qtbot.wait(Duration.FIGURES + 50)


# The formula


def test_the_catalogue_suggests_the_formula_and_it_is_said_in_words(page: PrioritiesPage, bridge: Bridge) -> None:
    assert formula(page).input.currentText() == "As suggested: Paid days off"
    words = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "Pay ÷ work days × days beyond the offer × the share you will really take." in words
    assert bridge.workbook == WORKBOOK


def test_only_formulas_that_fit_are_offered(page: PrioritiesPage) -> None:
    offered = {formula(page).input.itemData(at) for at in range(formula(page).input.count())}
    assert offered == {"", "paid_days", "none"}
    page.list.select("courses")
    offered = {formula(page).input.itemData(at) for at in range(formula(page).input.count())}
    assert {"training", "bonus", "allowance", "none"} < offered


def test_choosing_a_formula_is_an_ordinary_edit(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    choose(formula(page), "none")
    assert term(bridge).valuation.formula == "none"
    rested(qtbot)
    assert blocks(page) == {}
    assert said(page)[-1].startswith("It has no price yet.")
    bridge.undo()
    rested(qtbot)
    assert formula(page).input.currentData() == ""
    assert set(blocks(page)) == {"pay", "work_days", "share_used"}


def test_a_formula_that_nobody_knows_or_that_does_not_fit_is_said(page: PrioritiesPage, bridge: Bridge) -> None:
    bridge.apply(Set(("terms", "days", "valuation", "formula"), "my_own"))
    assert formula(page).input.currentText() == "my_own"
    words = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert any(one.startswith("This app knows no formula of that name.") for one in words)
    bridge.apply(Set(("terms", "days", "valuation", "formula"), "equity"))
    assert formula(page).input.currentText() == "A share in the firm"
    words = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert any(one.startswith("This formula does not fit") for one in words)


# Its inputs


def test_what_the_workbook_knows_is_shown_with_where_it_comes_from(page: PrioritiesPage) -> None:
    found = {name: (one.standing.text(), _holder(one)) for name, one in blocks(page).items()}
    assert found == {
        "pay": ("€50,000 a year: base pay as offered", "50,000"),
        "work_days": ("220 days a year, from the Offer page", "220"),
        "share_used": ("100% is taken until you put in your own.", "100%"),
    }
    assert [one.note.isVisible() for one in blocks(page).values()] == [False] * 3


def _holder(block: InputBlock) -> str:
    return block.figure.inputs["likely"].line.placeholderText()


def test_the_first_figure_typed_makes_the_input_in_one_step(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    place = figure(page, "share_used")
    type_into(qtbot, place.inputs["likely"].line, "80")
    made = term(bridge).valuation.inputs[-1]
    assert (made.id, made.estimate.likely) == ("share_used", Decimal("0.8"))
    rested(qtbot)
    # 50,000 ÷ 220 × 3 × 0.8 = 545.45…
    assert said(page)[2] == "€545 a year"
    assert blocks(page)["share_used"].note.isVisible()
    assert blocks(page)["share_used"].standing.text() == ""
    bridge.undo()
    assert bridge.workbook == WORKBOOK
    rested(qtbot)
    assert said(page)[2] == "€682 a year"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("work_days", "400", "Work days a year lie between 1 and 366."),
        ("work_days", "-5", "Work days a year lie between 1 and 366."),
        ("share_used", "700 %", "A share lies between 0 and 1, which is 0 % to 100 %."),
        ("pay", "-1", "Money here is nothing or more, never below zero."),
    ],
)
def test_a_figure_that_cannot_be_stays_with_a_sentence_and_changes_nothing(
    qtbot: QtBot, page: PrioritiesPage, bridge: Bridge, name: str, text: str, sentence: str
) -> None:
    place = figure(page, name)
    type_into(qtbot, place.inputs["likely"].line, text)
    qtbot.waitUntil(lambda: place.hint_view.text() == sentence)
    assert place.inputs["likely"].line.text() == text
    held = [one.estimate for one in term(bridge).valuation.inputs if one.id == name]
    assert all(one.is_empty for one in held), "nor is what was typed before it became wrong"
    rested(qtbot)
    assert said(page)[2] == "€682 a year"


def test_a_range_upside_down_stays_with_a_sentence(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    place = figure(page, "work_days")
    type_into(qtbot, place.inputs["low"].line, "230")
    type_into(qtbot, place.inputs["high"].line, "210")
    qtbot.waitUntil(lambda: place.hint_view.text().startswith("Low comes first"))
    held = next(one for one in term(bridge).valuation.inputs if one.id == "work_days").estimate
    assert (held.low, held.high) == (Decimal(230), None)


def test_a_figure_from_elsewhere_that_cannot_be_used_is_named(
    qtbot: QtBot, page: PrioritiesPage, bridge: Bridge
) -> None:
    assert bridge.apply(Set(("situation", "pay", "work_days_a_year"), "0.5")) is None
    rested(qtbot)
    assert "cannot be used" in blocks(page)["work_days"].figure.hint_view.text()
    assert said(page)[-1] == "Work days a year: Work days a year lie between 1 and 366."


def test_what_the_formula_does_not_ask_for_stays_and_can_be_taken_out(page: PrioritiesPage, bridge: Bridge) -> None:
    others = page.worth.others
    assert [one.id for one in others.items()] == ["days_i_took"]
    assert others.isVisible()
    others.list.remove_button.click()
    assert term(bridge).valuation.inputs == ()
    assert not page.worth.fold.button.isVisible()
    bridge.undo()
    assert page.worth.fold.button.isVisible()


def test_among_the_others_reordering_and_adding_go_by_what_is_seen(page: PrioritiesPage, bridge: Bridge) -> None:
    inputs = ("terms", "days", "valuation", "inputs")
    bridge.apply(Batch("", (Insert(inputs, 0, {"id": "share_used"}), Insert(inputs, 2, {"id": "zoo"}))))
    assert [one.id for one in page.worth.others.items()] == ["days_i_took", "zoo"]
    page.worth.others.list.moved.emit("zoo", 0)
    assert [one.id for one in term(bridge).valuation.inputs] == ["share_used", "zoo", "days_i_took"]
    assert not page.worth.others.add_named("Share used")
    assert len(term(bridge).valuation.inputs) == 3


def test_the_way_to_an_input_ends_in_its_field(qtbot: QtBot, page: PrioritiesPage) -> None:
    path = ("terms", "days", "valuation", "inputs", "work_days")
    assert reveal(qtbot, page, (*path, "estimate")) is figure(page, "work_days").inputs["low"].line
    reveal(qtbot, page, (*path, "note"))
    assert blocks(page)["work_days"].note.has_input_focus()


def test_tab_goes_as_one_reads_through_inputs_made_late(qtbot: QtBot, page: PrioritiesPage) -> None:
    page.list.select("courses")
    page.list.select("days")
    page.worth.results.fold.open()
    qtbot.waitUntil(lambda: out_of_reading_order(page.column) == [])


# What comes out


def test_each_level_has_its_worth(page: PrioritiesPage) -> None:
    assert said(page, "opening")[2:] == ["€1,136 a year"]
    assert said(page)[2] == "€682 a year"
    assert said(page, "acceptable")[2:] == ["€0 a year", "You have this anyway, so it brings nothing more."]
    assert said(page, "one")[:3] == ["A level between", "26 days a year", "€227 a year"]
    assert "walk_away" not in page.worth.results.rows


def test_low_likely_and_high_are_said(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    bridge.apply(Set(("situation", "pay", "work_days_a_year"), "200"))
    path = ("terms", "days", "valuation", "inputs")
    given = {"id": "share_used", "estimate": {"low": "0.5", "likely": "0.8", "high": "1"}}
    bridge.apply(Insert(path, 1, given))
    rested(qtbot)
    # 50,000 ÷ 200 × 3 = 750
    assert said(page)[2:4] == ["€600 a year", "between €375 and €750"]


def test_results_too_close_to_tell_are_called_so(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    assert said(page)[-1] == "Too close to tell from “Courses”: either could be worth more."
    bridge.apply(Set(("terms", "courses", "purpose"), Purpose.TRADE))
    rested(qtbot)
    assert not said(page)[-1].startswith("Too close")


def test_what_comes_once_is_kept_apart_and_spread_over_the_years(page: PrioritiesPage) -> None:
    page.list.select("joining")
    assert said(page)[2:] == [
        "€500 a year",
        "on average over 4 years",
        "Once: €2,000",
        "By the formula “A sum for joining”.",
    ]


def test_where_a_figure_comes_from_is_said(page: PrioritiesPage) -> None:
    page.list.select("courses")
    assert said(page)[2:4] == ["€650 a year", "between €600 and €700"]
    assert "Your own figure for this level." in said(page)
    page.list.select("title")
    assert said(page)[2:] == ["€900 a year", "From the pay you would give up for it."]


def test_figures_follow_the_period_and_tax(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    reckoning = ("packages", "reckoning")
    bridge.apply(Set((*reckoning, "shown_per"), Period.MONTH))
    bridge.apply(Batch("", (Set((*reckoning, "keep_rate"), "0.6"), Set((*reckoning, "after_tax"), True))))
    rested(qtbot)
    assert said(page)[2] == "€34.09 a month"
    assert "After tax" in page.worth.results.basis.text()
    bridge.apply(Set((*reckoning, "shown_per"), Period.HOUR))  # the hours are not known
    rested(qtbot)
    assert said(page)[2] == "€409 a year"


def test_how_it_is_reckoned_is_shown_line_by_line(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    results = page.worth.results
    results.fold.button.click()
    qtbot.wait(50)
    lines = [one.text() for one in results.fold.body.findChildren(QLabel) if one.isVisible()]
    assert lines[0] == "The same for every level"
    at = lines.index("Work days a year (from elsewhere in this workbook)")
    assert lines[at + 1] == "220 days a year"
    assert "Pay ÷ work days × days beyond the offer × the share you will really take." in lines
    assert lines.count("Work days a year (from elsewhere in this workbook)") == 1
    assert "You have this anyway" in lines
    bridge.apply(Set(("situation", "pay", "work_days_a_year"), "200"))
    rested(qtbot)
    lines = [one.text() for one in results.fold.body.findChildren(QLabel) if one.isVisible()]
    assert "200 days a year" in lines


def test_without_a_level_it_says_what_belongs_there(page: PrioritiesPage, bridge: Bridge) -> None:
    bridge.apply(Insert(("terms",), 5, {"id": "new"}))
    page.list.select("new")
    assert page.worth.results.empty.isVisible()
    assert not page.worth.results.fold.button.isVisible()
    assert page.worth.results.rows == {}


def test_what_is_missing_is_named(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    bridge.apply(Set(("terms", "pay", "offered", "value"), None))
    rested(qtbot)
    assert blocks(page)["pay"].standing.text() == "Needed before it can be reckoned."
    assert said(page)[-1] == "Still missing: Base pay a year."
    page.list.select("pay")
    assert said(page)[-1].startswith("Say on the Offer page what they offer")


def test_nothing_heavy_happens_per_keystroke(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    place = figure(page, "share_used")
    type_into(qtbot, place.inputs["likely"].line, "8")
    type_into(qtbot, place.inputs["likely"].line, "80")
    assert said(page)[2] == "€682 a year"
    rested(qtbot)
    assert said(page)[2] == "€545 a year"


def test_what_changed_meanwhile_is_made_up_for(qtbot: QtBot, page: PrioritiesPage, bridge: Bridge) -> None:
    page.hide()
    bridge.apply(Set(("situation", "pay", "work_days_a_year"), "200"))
    rested(qtbot)
    page.show()
    assert said(page)[2] == "€750 a year"
