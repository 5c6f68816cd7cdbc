"""The Guide's texts and the catalogue of benefits: complete, short, in the app's voice, and right in what they name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from counteroffer import resources
from counteroffer.domain.levels import Direction, Unit

# What each tab shows, in its order.
TABS = {
    "offer": "M01 M02 M03 M57 M04 M05 M06",
    "research": "M07 M08 M09 M10 M58 M11 M12 M13 M14",
    "priorities": "M15 M20 M16 M17 M18 M19",
    "justifications": "M21 M22 M23 M24 M25 M26 M27 M28",
    "alternatives": "M29 M30 M31 M32 M33 M34 M35",
    "packages": "M36 M37 M38 M39 M40 M41",
    "conversations": "M59 M60 M42 M43 M44 M45 M46 M47 M48",
    "agreement": "M49 M50 M51 M52 M53 M54",
    "archive": "M55 M56",
}
ALL_POINTS = {f"M{number:02}" for number in range(1, 61)}
TEXTS = {"title", "do", "why", "example", "open", "done"}
MAY_ALSO_HAVE = {"not_needed"}
LONGEST_TITLE = 40
LONGEST_TEXT = 320
LONGEST_LINE = 125  # "open" and "done" stand on one line or two

FORMULAS = set(
    """base_pay paid_days retirement_contribution retirement_eligibility health_cover remote_days flexible_hours
    training sign_on bonus equity timed_rise severance relocation allowance insurance none""".split()
)
BENEFIT_TEXTS = {"name", "about", "concrete"}
BENEFIT_FIELDS = {"key", "group", "unit", "direction", "formula", "kin", "vague", "questions", "where"} | BENEFIT_TEXTS

# Everything that M15 names, so that nothing is forgotten.
TO_BE_FOUND = set(
    """base_pay hourly_pay health_breadth health_family health_premium health_deductible health_copayment
    health_waiting retirement_contribution retirement_eligibility vesting paid_leave leave_flexible_use
    leave_carry_over parental_leave sick_pay leave_waiting flexible_hours core_hours fixed_hours remote_work
    work_elsewhere compressed_week shorter_week shift_notice training_budget conferences certifications tuition
    study_time mentor_inside mentor_outside sign_on_bonus performance_bonus commission equity timed_rise
    pay_review severance notice_from_them notice_from_you relocation temporary_housing housing_allowance
    cost_of_living partner_support commuting company_car parking equipment home_office meals childcare wellness
    phone_internet title grade scope team travel_days on_call start_date probation sabbatical volunteer_days
    life_insurance disability_insurance visa_fees professional_fees non_compete repayment_clause own_work""".split()
)

FORBIDDEN = re.compile(r"\bplease note\b|\bsimply\b|\bjust\b|!|\bcoming soon\b", re.IGNORECASE)
TYPED_ON_A_TYPEWRITER = re.compile(r"""["']|\.\.\.|--| - """)


def _load(*parts: str) -> dict[str, Any]:
    return tomllib.loads(resources.text(*parts))


GUIDANCE = {tab: _load("guidance", f"{tab}.toml") for tab in TABS}
CATALOGUE = _load("catalogue.toml")
BENEFITS: list[dict[str, Any]] = CATALOGUE["benefit"]
KEYS = [benefit["key"] for benefit in BENEFITS]
POINTS = [pytest.param(texts, id=point) for tables in GUIDANCE.values() for point, texts in tables.items()]
EACH_BENEFIT = [pytest.param(benefit, id=benefit["key"]) for benefit in BENEFITS]


def _assert_well_put(text: str, longest: int = LONGEST_TEXT) -> None:
    assert text, "there is no text"
    assert text == " ".join(text.split()), "stray spaces or line breaks"
    assert len(text) <= longest, f"{len(text)} characters: {text}"
    assert not FORBIDDEN.search(text), text
    assert not TYPED_ON_A_TYPEWRITER.search(text), text
    assert text.count("“") == text.count("”"), text
    assert text.count("(") == text.count(")"), text


def _assert_sentences(text: str) -> None:
    assert text[0].isupper() or text[0].isdigit() or text[0] == "“", text
    assert re.search(r"[.?]”?\)?$", text), text


def test_the_folder_holds_the_tabs_and_nothing_else() -> None:
    assert {Path(file).stem for file in resources.path("guidance").iterdir()} == set(TABS)


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_has_its_points_in_its_order(tab: str) -> None:
    assert list(GUIDANCE[tab]) == TABS[tab].split()


def test_every_point_has_its_texts_once() -> None:
    points = [point for tables in GUIDANCE.values() for point in tables]
    assert len(points) == len(ALL_POINTS)
    assert set(points) == ALL_POINTS


def test_no_two_points_share_a_text() -> None:
    texts = [
        text
        for tables in GUIDANCE.values()
        for table in tables.values()
        for name, text in table.items()
        if name != "not_needed"
    ]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("texts", POINTS)
def test_a_point_has_all_its_texts_and_they_are_well_put(texts: dict[str, str]) -> None:
    assert set(texts) - MAY_ALSO_HAVE == TEXTS
    for name, text in texts.items():
        _assert_well_put(text)
        if name != "title":
            _assert_sentences(text)
    assert len(texts["title"]) <= LONGEST_TITLE
    assert texts["title"][-1] not in ".?:"
    for name in ("open", "done", "not_needed"):
        assert len(texts.get(name, "")) <= LONGEST_LINE, texts[name]


@pytest.mark.parametrize("texts", POINTS)
def test_a_title_is_in_sentence_case(texts: dict[str, str]) -> None:
    first, *others = texts["title"].split()
    assert first[0].isupper()
    assert not [word for word in others if word[0].isupper()]


def test_the_points_of_packages_say_why_one_or_two_asks_do_not_need_them() -> None:
    assert all("not_needed" in texts for texts in GUIDANCE["packages"].values())


def test_the_catalogue_is_long_enough_and_names_everything_once() -> None:
    assert len(KEYS) >= 60
    assert len(set(KEYS)) == len(KEYS)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,39}", key) for key in KEYS)
    assert len({benefit["name"] for benefit in BENEFITS}) == len(BENEFITS)
    assert set(KEYS) >= TO_BE_FOUND


def test_every_group_has_a_title_and_something_in_it() -> None:
    assert set(CATALOGUE) == {"groups", "benefit"}
    assert {benefit["group"] for benefit in BENEFITS} == set(CATALOGUE["groups"])
    for title in CATALOGUE["groups"].values():
        _assert_well_put(title, LONGEST_TITLE)


def test_benefits_of_a_group_stand_together_in_the_order_of_the_groups() -> None:
    seen = list(dict.fromkeys(benefit["group"] for benefit in BENEFITS))
    assert seen == list(CATALOGUE["groups"])
    order = [seen.index(benefit["group"]) for benefit in BENEFITS]
    assert order == sorted(order)


def test_every_formula_is_used() -> None:
    assert {benefit["formula"] for benefit in BENEFITS} == FORMULAS


@pytest.mark.parametrize(
    ("key", "unit", "formula"),
    [("base_pay", "money_year", "base_pay"), ("hourly_pay", "money_hour", "base_pay")],
)
def test_pay_is_counted_as_people_say_it(key: str, unit: str, formula: str) -> None:
    benefit = BENEFITS[KEYS.index(key)]
    assert (benefit["unit"], benefit["direction"], benefit["formula"]) == (unit, "more", formula)


@pytest.mark.parametrize("benefit", EACH_BENEFIT)
def test_a_benefit_names_what_exists(benefit: dict[str, Any]) -> None:
    assert set(benefit) == BENEFIT_FIELDS
    assert benefit["unit"] in {unit.value for unit in Unit}
    assert benefit["direction"] in {direction.value for direction in Direction}
    assert benefit["formula"] in FORMULAS
    assert all(re.fullmatch("[A-Z]{2}", place) for place in benefit["where"].split(",") if benefit["where"])


@pytest.mark.parametrize("benefit", EACH_BENEFIT)
def test_a_benefit_has_two_to_five_kin_among_the_others(benefit: dict[str, Any]) -> None:
    kin = benefit["kin"]
    assert 2 <= len(kin) <= 5
    assert len(set(kin)) == len(kin)
    assert set(kin) <= set(KEYS) - {benefit["key"]}


@pytest.mark.parametrize("benefit", EACH_BENEFIT)
def test_kinship_holds_both_ways_where_there_is_room_for_it(benefit: dict[str, Any]) -> None:
    one_way = [
        other
        for other in benefit["kin"]
        if benefit["key"] not in BENEFITS[KEYS.index(other)]["kin"] and len(BENEFITS[KEYS.index(other)]["kin"]) < 5
    ]
    assert one_way == []


@pytest.mark.parametrize("benefit", EACH_BENEFIT)
def test_a_benefit_is_well_put(benefit: dict[str, Any]) -> None:
    for name in BENEFIT_TEXTS:
        _assert_well_put(benefit[name])
    assert len(benefit["name"]) <= LONGEST_TITLE
    assert benefit["name"][-1] != "."
    _assert_sentences(benefit["about"])
    _assert_sentences(benefit["concrete"])
    assert len(re.findall(r"[.?]", benefit["concrete"])) == 1, "what makes it concrete is one sentence"
    assert 1 <= len(benefit["questions"]) <= 3
    for question in benefit["questions"]:
        _assert_well_put(question)
        assert question.endswith("?")


@pytest.mark.parametrize("benefit", EACH_BENEFIT)
def test_vague_words_are_lower_case_and_hold_no_figure(benefit: dict[str, Any]) -> None:
    vague = benefit["vague"]
    assert vague
    assert len(set(vague)) == len(vague)
    for words in vague:
        _assert_well_put(words, LONGEST_TITLE)
        assert words == words.lower()
        assert not re.search(r"\d", words)


@pytest.mark.parametrize("benefit", EACH_BENEFIT)
def test_what_makes_an_ask_concrete_is_not_vague_itself(benefit: dict[str, Any]) -> None:
    concrete = benefit["concrete"].lower()
    assert [words for words in benefit["vague"] if re.search(rf"\b{re.escape(words)}\b", concrete)] == []
