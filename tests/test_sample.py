"""The sample workbook: whole, believable, made up, and always a recent one."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counteroffer import resources
from counteroffer.domain.alternatives import Alternative
from counteroffer.domain.base import Frozen, Item
from counteroffer.domain.levels import Direction, Unit, number
from counteroffer.domain.shifting import shift_dates
from counteroffer.domain.terms import FormulaInput, Importance, Purpose, Term
from counteroffer.domain.workbook import FORMAT, FORMAT_VERSION, Workbook, to_plain
from counteroffer.sample import SAMPLE_DAY, sample_workbook, stored_sample
from tests.domain.models import MODELS

SAMPLE = stored_sample()
ASKS = [term for term in SAMPLE.terms if term.purpose is Purpose.ASK]

LEFT_EMPTY = {
    "Workbook.taken_from",
    "Situation.attachments",
    "Agreement.attachments",
    "PayBasis.guaranteed_hours",
    "OtherOffer.currency",
    "OtherOffer.rate",
    "Option.worth_reason",
    "Cushion.amount",
    "Letter.facts",
}
"""What the story has no place for: files, hourly pay, other currencies, a lump sum beside months of pay."""


def models(part: Any) -> Iterator[Frozen]:
    """Every group of fields in a part of a workbook."""
    if isinstance(part, Frozen):
        yield part
        for name in type(part).model_fields:
            yield from models(getattr(part, name))
    elif isinstance(part, tuple):
        for one in part:
            yield from models(one)


def ids(part: Any) -> list[str]:
    return [one.id for one in models(part) if isinstance(one, Item) and not isinstance(one, FormulaInput)]


def test_it_is_stored_as_a_portable_file_is_written() -> None:
    stored = resources.text("sample.counteroffer")
    plain = {"format": FORMAT, "format_version": FORMAT_VERSION, **to_plain(SAMPLE)}
    assert stored == json.dumps(plain, indent=1, ensure_ascii=False) + "\n"


def test_it_shows_every_field_there_is() -> None:
    empty = {f"{model.__name__}.{name}" for model in MODELS for name in model.model_fields}
    for one in models(SAMPLE):
        for name in type(one).model_fields:
            if getattr(one, name) not in (None, "", ()):
                empty.discard(f"{type(one).__name__}.{name}")
    assert empty - {field for field in empty if field.startswith("Attachment.")} == LEFT_EMPTY


def test_all_ids_differ_and_all_links_lead_somewhere() -> None:
    known = Counter(ids(SAMPLE))
    assert [one for one, count in known.items() if count > 1] == []
    terms = {term.id for term in SAMPLE.terms}
    research = SAMPLE.research
    findings, achievements = {one.id for one in research.findings}, {one.id for one in research.achievements}
    needs = {one.id for one in (*research.constraints, *research.interests)}
    people = {one.id for one in SAMPLE.situation.people}
    for one in models(SAMPLE):
        fields = type(one).model_fields
        for name, targets in {
            "term": terms,
            "terms": terms,
            "hangs_on": terms,
            "order": terms,
            "evidence": findings,
            "finding": findings,
            "achievements": achievements,
            "links": needs,
            "research": needs,
            "people": people,
            "to": people,
            "best_plan": {plan.id for plan in SAMPLE.situation.plans},
        }.items():
            linked = getattr(one, name) if name in fields else None
            for link in linked if isinstance(linked, tuple) else [linked] if isinstance(linked, str) else []:
                if isinstance(link, str):
                    assert link in targets, f"{type(one).__name__}.{name}"


def test_a_package_takes_its_levels_from_what_is_there() -> None:
    levels = {term.id: {option.id for option in term.options} for term in SAMPLE.terms}
    for package in SAMPLE.packages.saved:
        assert [pick.term for pick in package.picks] == list(levels)
        for pick in package.picks:
            assert (pick.option in levels[pick.term]) == (pick.slot.value == "option")
    assert sum(package.put_on_table for package in SAMPLE.packages.saved) == 3


def test_findings_are_counted_as_their_terms_are() -> None:
    units = {term.id: term.unit for term in SAMPLE.terms}
    for finding in SAMPLE.research.findings:
        values = [value for _, value in finding.range if value is not None]
        assert finding.unit is not None or values == []
        for term in finding.terms:
            assert finding.unit in (None, units[term])
        assert all(value.kind == (finding.unit or Unit.TEXT).kind.value for value in values)
        figures = [figure for figure in map(number, values) if figure is not None]
        assert figures == sorted(figures)


def test_it_asks_for_few_things_and_keeps_the_rest_to_trade_with() -> None:
    assert len(SAMPLE.terms) >= 12
    assert 3 <= len(ASKS) <= 5
    assert SAMPLE.terms[: len(ASKS)] == tuple(ASKS)
    musts = [term for term in SAMPLE.terms if term.importance is Importance.MUST]
    assert 1 <= len(musts) <= 3
    assert [term.walk_away.value is not None for term in SAMPLE.terms] == [term in musts for term in SAMPLE.terms]


@pytest.mark.parametrize("term", SAMPLE.terms, ids=lambda term: term.id)
def test_levels_go_down_step_by_step(term: Term) -> None:
    steps = [term.opening, term.target, *term.options, term.acceptable, term.walk_away]
    figures = [figure for step in steps if (figure := number(step.value)) is not None]
    if term.purpose is not Purpose.LEAVE and term.unit is not Unit.TEXT:
        offered = number(term.offered.value)
        assert offered is not None
        for better, worse in pairwise([*figures, offered]):
            assert better > worse if term.direction is Direction.MORE else better < worse


@pytest.mark.parametrize("term", ASKS, ids=lambda term: term.id)
def test_every_ask_is_carried_from_the_need_to_the_contract(term: Term) -> None:
    why = term.justification
    findings = {one.id: one for one in SAMPLE.research.findings}
    assert any(reason.sayable and reason.statement and reason.legitimate for reason in why.reasons)
    evidence = [findings[one] for one in why.evidence]
    assert any(one.sayable and one.source and one.address and one.seen_on and one.trust for one in evidence)
    assert why.gains[0].their_words
    assert why.objections[0].answer
    assert why.for_their_boss
    assert why.line
    assert why.another_way
    assert term.alternatives
    assert re.search(r"\d", term.what_exactly)
    assert term.starts
    assert term.agreed.found is not None


def test_every_term_was_settled_in_writing() -> None:
    for term in SAMPLE.terms:
        agreed = term.agreed
        assert agreed.value is not None
        assert all(
            (agreed.wording, agreed.starts, agreed.condition, agreed.sees_to_it, agreed.clause, agreed.agreed_on)
        )
        assert agreed.found is not None
        assert (agreed.found.value != "yes") == agreed.settled == bool(agreed.difference)
        assert agreed.clause.split(" (")[0].split(",")[0] in SAMPLE.agreement.contract_text
    assert {term.agreed.found.value for term in SAMPLE.terms if term.agreed.found} == {"yes", "no", "differs"}


def test_all_kinds_of_alternative_occur() -> None:
    kinds = {one.model_fields["kind"].default for one in Alternative.__args__[0].__args__}
    assert {one.kind for term in SAMPLE.terms for one in term.alternatives} == kinds


def test_what_was_asked_aloud_is_not_always_the_target() -> None:
    targets = {term.id: term.target.value for term in SAMPLE.terms}
    points = [point for talk in SAMPLE.conversations.talks for point in talk.points]
    assert any(point.asked != targets[point.term or ""] for point in points)
    for point in points:
        assert point.asked is not None
        assert point.reply is not None
        assert bool(point.ask_back) or point.reply.value != "vague"


def test_everything_in_it_is_plainly_made_up() -> None:
    for finding in SAMPLE.research.findings:
        assert re.search(r"\((made up|an invented person)\)$", finding.source)
    contacts = " ".join(person.contact for person in SAMPLE.situation.people)
    assert set(re.findall(r"@\S+", contacts)) == {"@marrowmere.example"}
    assert SAMPLE.title.endswith("(sample)")
    assert "made up" in SAMPLE.note


def test_no_text_names_a_date_that_would_not_move() -> None:
    months = "January February March April June July August September October November December".split()
    words = [
        value
        for one in models(SAMPLE)
        for name in type(one).model_fields
        if isinstance(value := getattr(one, name), str) and not isinstance(one, FormulaInput)
    ]
    assert [word for word in words if re.search(rf"\b(?:{'|'.join(months)}|20\d\d-\d\d|\d\d?\. ?\d\d?\.)", word)] == []


# Dates -----------------------------------------------------------------------------------------------------------


def test_the_stored_sample_stands_on_its_day() -> None:
    assert SAMPLE.created.date() == SAMPLE_DAY
    assert sample_workbook(SAMPLE_DAY).created == SAMPLE.created


def test_people_talk_on_working_days() -> None:
    worked = [SAMPLE.situation.offered_on, SAMPLE.situation.reply_due, SAMPLE.agreement.closed_on]
    worked += [talk.day for talk in SAMPLE.conversations.talks]
    worked += [commitment.due for commitment in SAMPLE.agreement.commitments]
    assert [day for day in worked if day is None or day.weekday() > 4] == []


@settings(max_examples=max(20, settings().max_examples // 3))
@given(st.dates(date(2020, 1, 1), date(2120, 1, 1)))
@example(SAMPLE_DAY)
@example(SAMPLE_DAY + timedelta(days=6))
@example(SAMPLE_DAY - timedelta(days=1))
def test_it_is_always_a_recent_one(today: date) -> None:
    workbook = sample_workbook(today)
    moved = workbook.created.date() - SAMPLE_DAY
    assert moved.days % 7 == 0
    assert timedelta(0) <= today - workbook.created.date() < timedelta(days=7)
    assert shift_dates(workbook, -moved.days).model_copy(update={"id": SAMPLE.id}) == SAMPLE
    ahead = [one for one in workbook.agreement.commitments if not one.done]
    assert ahead
    assert all(one.due is not None and one.due > today for one in ahead)
    assert all(talk.day is not None and talk.day < today for talk in workbook.conversations.talks)


def test_each_copy_is_a_workbook_of_its_own() -> None:
    today = datetime.now(UTC).date()
    assert sample_workbook(today).id != sample_workbook(today).id != SAMPLE.id
    assert isinstance(sample_workbook(today), Workbook)
