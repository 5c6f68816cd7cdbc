"""All checks together: complete, harmless on any workbook, well put, and a way from nothing to a finished workbook."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counteroffer import method
from counteroffer.domain.base import Item
from counteroffer.domain.edits import Insert, Set, apply, exists, find
from counteroffer.domain.errors import BadInput
from counteroffer.domain.terms import Purpose, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method import levels
from counteroffer.method.checking import CHECKS, Standing, next_open, progress, standings
from counteroffer.method.guidance import points
from counteroffer.method.result import Message, State
from tests.edit_strategies import edits, places
from tests.method.steps import BEFORE, EMPTY, LIVE, SAMPLE, TODAY, assert_well_put, check, edited, only, said
from tests.strategies import workbooks

IDS = {f"M{number:02}" for number in (*range(1, 36), 57, 58)}
SOURCE = Path(method.__file__).parent
STATES = {State.DONE, State.OPEN, State.NOT_NEEDED}


def test_every_point_of_the_preparation_has_a_check_and_its_texts() -> None:
    assert set(CHECKS) == IDS
    assert {one.id for one in points()} >= IDS


def test_a_check_speaks_of_its_own_point() -> None:
    for workbook in (EMPTY, LIVE, SAMPLE):
        assert [one.check.point for one in standings(workbook, TODAY)] == [
            one.id for one in points() if one.id in CHECKS
        ]


def _assert_whole(workbook: Workbook, today: date) -> None:
    for one in standings(workbook, today):
        found = one.check
        assert found.state in STATES
        assert (found.state is State.OPEN) == (found.path is not None) == (found.next_step is not None)
        if found.next_step is not None and found.path is not None:
            assert exists(workbook, found.path), found.path
            assert said(found)
            assert _fields(found.next_step.id) == set(found.next_step.values)


@given(workbooks(), st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_any_workbook_can_be_checked_and_every_next_step_has_a_place(workbook: Workbook, today: date) -> None:
    _assert_whole(workbook, today)


@given(st.data(), st.sampled_from([SAMPLE, LIVE, BEFORE]))
def test_any_edit_of_a_full_workbook_can_be_checked_as_well(data: st.DataObject, workbook: Workbook) -> None:
    for _ in range(data.draw(st.integers(1, 6))):
        try:
            workbook = apply(workbook, data.draw(edits(workbook)))
        except BadInput:
            continue
    _assert_whole(workbook, TODAY)


@given(workbooks())
@settings(max_examples=20)
def test_the_same_workbook_stands_the_same_every_time(workbook: Workbook) -> None:
    assert standings(workbook, TODAY) == standings(workbook, TODAY)


# What the sentences are like


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for file in sorted(SOURCE.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "still_open":
                yield file.name, node


def _fields(sentence: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(sentence) if name is not None}


SENTENCES = [
    pytest.param(node.args[2].value, {one.arg for one in node.keywords}, id=f"{name}:{node.lineno}")
    for name, node in _calls()
    if isinstance(node.args[2], ast.Constant)
]
LOOKED_UP = [pytest.param(sentence, {"term"}, id=name) for name, sentence in vars(levels)["_SET"].items()]


def test_every_sentence_is_looked_at_here() -> None:
    elsewhere = [name for name, node in _calls() if not isinstance(node.args[2], ast.Constant)]
    assert elsewhere == ["levels.py"]
    assert len(SENTENCES) > 100


@pytest.mark.parametrize(("sentence", "values"), SENTENCES + LOOKED_UP)
def test_a_sentence_is_short_and_calm_and_fills_in_what_it_is_given(sentence: str, values: set[str]) -> None:
    assert _fields(sentence) == values
    spoken = sentence.format(**dict.fromkeys(values, "something"))
    assert len(spoken) <= 130
    assert re.match(r"[A-Z“{]", sentence)
    assert sentence.endswith((".", "?", "{mend}"))
    assert not re.search(r"!|\.\.|[\"']|\bplease note\b|\bsimply\b|\bjust\b|  ", sentence)


def test_a_sentence_takes_its_values_translated_and_leaves_names_as_they_are() -> None:
    words = {"{name}: {mend}": "{mend} ({name})", "Say how much.": "Sag, wie viel."}
    message = Message("{name}: {mend}", {"name": "Say how much.", "mend": Message("Say how much.")})
    assert message.said(lambda text: words[text]) == "Sag, wie viel. (Say how much.)"


def test_braces_in_what_a_person_wrote_stay_as_they_are() -> None:
    odd = edited(LIVE, {"terms.paid_days.name": "{0} {name}", "terms.paid_days.importance": None})
    assert "{0} {name}" in said(check("M18", odd))


@given(workbooks())
@settings(max_examples=30)
def test_names_of_any_length_leave_a_sentence_readable(workbook: Workbook) -> None:
    for one in standings(workbook, TODAY):
        if one.check.next_step is not None:
            assert len(said(one.check)) <= 260


def test_every_point_that_may_not_be_needed_says_why() -> None:
    texts = {one.id: one.not_needed for one in points()}
    bare = only(LIVE, "title")
    for workbook in (EMPTY, BEFORE, only(LIVE, "base_pay"), edited(bare, {"terms.title.purpose": "ask"})):
        for one in standings(workbook, TODAY):
            if one.check.state is State.NOT_NEEDED:
                assert texts[one.point.id], one.point.id


def _examples() -> Iterator[Any]:
    """Where a text stands in the sample, and the example that its field gives; each field of a model once."""
    seen = set[tuple[type, str]]()
    for one in places(LIVE):
        examples = type(one.owner).model_fields[one.name].examples
        if one.name == "formula":  # a choice that has to fit its own term
            continue
        if isinstance(one.value, str) and one.value and examples and (type(one.owner), one.name) not in seen:
            seen.add((type(one.owner), one.name))
            yield pytest.param(one.path, examples[0], id=f"{type(one.owner).__name__}.{one.name}")


@pytest.mark.parametrize(("path", "example"), [*_examples()])
def test_what_a_field_gives_as_its_example_is_good_enough_for_every_check(path: tuple[str, ...], example: str) -> None:
    followed = apply(LIVE, Set(path, example))
    assert [said(one.check) for one in standings(followed, TODAY) if one.check.path == path] == []


# How far things have come, and what is next


def test_progress_counts_what_is_needed() -> None:
    assert progress(standings(EMPTY, TODAY), "offer") == 0
    assert progress(standings(SAMPLE, TODAY), "offer") == 1
    assert progress(standings(EMPTY, TODAY), "packages") is None
    half = standings(edited(LIVE, {"situation.employer": "", "situation.why_role": ""}), TODAY)
    assert progress(half, "offer") == Fraction(5, 7)
    assert progress(standings(BEFORE, TODAY), "offer") == 1  # of five: two are not needed before an offer


def test_progress_has_nothing_to_say_where_nothing_is_needed() -> None:
    kinds = ("M30", "M31", "M32", "M33", "M34")
    found = tuple(one for one in standings(EMPTY, TODAY) if one.point.id in kinds)
    assert len(found) == len(kinds)
    assert progress(found, "alternatives") is None


def test_the_next_step_is_the_first_open_one_of_a_tab_or_of_all() -> None:
    def step(found: Standing | None) -> str | None:
        return None if found is None else found.point.id

    empty = standings(EMPTY, TODAY)
    assert step(next_open(empty)) == "M01"
    assert step(next_open(empty, "research")) == "M07"
    assert step(next_open(empty, "archive")) is None
    assert step(next_open(standings(SAMPLE, TODAY))) is None


# The least that helps


def test_one_ask_needs_no_order_and_no_weighing() -> None:
    budget = LIVE.research.constraints[0]
    alone = edited(only(LIVE, "base_pay"), {"research.constraints": [budget]})
    found = {one.point.id: one.check.state for one in standings(alone, TODAY)}
    assert found["M18"] is State.NOT_NEEDED
    assert found["M19"] is State.NOT_NEEDED
    assert State.OPEN not in found.values()


def test_past_five_asks_fewer_are_stronger() -> None:
    many = edited(LIVE, {"terms.bonus.purpose": "ask"})
    assert check("M15", LIVE).state is State.DONE
    assert check("M15", many).state is State.OPEN
    assert "Keep the rest" in said(check("M15", many))


FOUND = ("research", "findings")
BARE = set("id kind name statement title what question objection employer benefit direction topic".split())
"""What is written down first of an entry; the rest is asked for step by step."""


def bare(entry: Item) -> dict[str, Any]:
    kept = BARE | ({"unit"} if isinstance(entry, Term) else set())
    return {name: getattr(entry, name) for name in type(entry).model_fields if name in kept}


def _answer(workbook: Workbook, path: tuple[str, ...], goal: Workbook) -> Workbook:
    """What the person of the sample wrote at this place: a whole field, or the beginning of the list's next entry."""
    terms = [term.id for term in workbook.terms]
    if path[-1] == "terms" and len(path) > 1:
        return apply(workbook, Set(path, [term for term in find(goal, path) if term in terms] or terms))
    if path[-2:-1] == ("inputs",):  # the figure a formula asks for: the first one typed makes the entry
        return apply(workbook, Insert(path[:-1], 0, find(goal, path)))
    there, wanted = find(workbook, path), find(goal, path)
    if path[-1] == "finding":  # the answer is turned into one
        workbook = apply(workbook, Insert(FOUND, 0, find(goal, (*FOUND, wanted))))
    if not isinstance(wanted, tuple) or not wanted or not isinstance(wanted[0], Item):
        return apply(workbook, Set(path, wanted))
    known = {one.id for one in there}
    left = [one for one in wanted if one.id not in known]
    entry = next((one for one in left if set(terms) & set(getattr(one, "terms", ()))), left[0])
    return apply(workbook, Insert(path, len(there), bare(entry)))


GOAL = edited(LIVE, {"terms.shift_notice.valuation.personal_worth": {"likely": "3200"}})
ASKS = [term for term in LIVE.terms if term.purpose is Purpose.ASK]


@pytest.mark.parametrize(("picked", "least", "most"), [(0, 70, 100), (1, 70, 100), (2, 90, 140), (5, 150, 300)])
def test_doing_nothing_but_the_next_step_leads_from_nothing_to_a_finished_workbook(
    picked: int, least: int, most: int
) -> None:
    workbook = edited(EMPTY, {"terms": [bare(term) for term in ASKS[:picked]]})
    steps = list[tuple[str, ...]]()
    while (step := next_open(standings(workbook, TODAY))) is not None:
        assert step.check.path is not None
        assert_well_put(step.check)
        before, workbook = workbook, _answer(workbook, step.check.path, GOAL)
        assert workbook != before, f"{step.point.id} asks for what is there: {said(step.check)}"
        steps.append(step.check.path)
    assert len(workbook.terms) == max(picked, 1)  # one ask is enough
    assert least <= len(steps) <= most


def test_a_workbook_that_is_followed_before_an_offer_asks_for_less() -> None:
    early = edited(EMPTY, {"situation.stage": "interviewing"})
    asked = {one.point.id for one in standings(early, TODAY) if one.check.state is State.OPEN}
    assert {"M02", "M06", "M27"}.isdisjoint(asked)
