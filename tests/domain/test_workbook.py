"""The root: whatever a workbook holds, it can be written down and read back as the same."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from operator import ne

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from counteroffer.domain.alternatives import Cushion
from counteroffer.domain.base import Frozen, revise
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook, from_plain, json_schema, to_plain
from tests.domain.models import FIELDS
from tests.strategies import field_values, ids, models, workbooks


def refusal(plain: object) -> str:
    with pytest.raises(BadInput) as refused:
        from_plain(plain)
    return refused.value.sentence


@given(workbooks())
def test_a_workbook_survives_being_written_down(workbook: Workbook) -> None:
    plain = to_plain(workbook)
    assert _kinds(plain) <= {dict, list, str, bool, int, type(None)}  # and so nothing that could be inexact
    assert from_plain(plain) == workbook
    assert from_plain(json.loads(json.dumps(plain, ensure_ascii=False, allow_nan=False))) == workbook
    assert Workbook.model_validate_json(workbook.model_dump_json()) == workbook
    assert to_plain(from_plain(plain)) == plain
    assert hash(from_plain(plain)) == hash(workbook)


def _kinds(plain: object) -> set[type]:
    parts = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ()
    return {type(plain)}.union(*map(_kinds, parts))


@given(workbooks())
def test_revising_one_field_leaves_all_others_as_they_are(workbook: Workbook) -> None:
    after = revise(workbook, title="Another title")
    for name in Workbook.model_fields:
        if name not in ("title", "terms", "tags"):
            before = getattr(workbook, name)
            assert getattr(after, name) is before or not isinstance(before, Frozen)
            assert getattr(after, name) == before
    assert all(new is old for new, old in zip(after.terms, workbook.terms, strict=True))
    assert revise(after, title=workbook.title) == workbook


def test_an_empty_workbook_needs_nothing() -> None:
    before = datetime.now(UTC)
    one, other = Workbook(), Workbook()
    assert one.id != other.id
    assert timedelta(0) <= one.created - before < timedelta(minutes=1)
    assert one.terms == ()
    assert one.situation.currency == "EUR"


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        (None, "This must be a group of fields."),
        ([], "This must be a group of fields."),
        ("a workbook", "This must be a group of fields."),
        ({"zebra": 1}, "There is no such field."),
        ({"situation": {"zebra": 1}}, "situation: there is no such field."),
        ({"situation": None}, "situation: this must be a group of fields."),
        ({"terms": {"a": 1}}, "terms: this must be a list."),
        ({"terms": [{"id": "a"}, {"id": "a"}]}, "terms: two entries have the same id."),
        ({"title": "a\nb"}, "title: this must fit on one line."),
        ({"tags": ["a"] * 51}, "tags: there are too many entries (at most 50)."),
        ({"created": "2027-03-31"}, "created: this must be a time with its zone, such as 2027-03-31T09:30:00Z."),
        ({"note": "x" * 10_000_000}, "note: the text is too long (at most 20000 characters)."),
        (
            {"situation": {"walk_away": {"amount": float("nan")}}},
            'situation.walk_away.amount: numbers are written as text, such as "85000.50", so that they stay exact.',
        ),
        (
            {"terms": [{"id": "a", "alternatives": [{"kind": "trial", "months": "-1"}]}]},
            "terms.0.alternatives.0.trial.months: this cannot be below zero.",
        ),
        ({"packages": {"saved": [{"picks": [{}]}]}}, "packages.saved.0.picks.0.term: something is missing here."),
    ],
)
def test_what_cannot_be_read_is_refused_by_a_sentence_that_names_the_field(plain: object, said: str) -> None:
    assert refusal(plain) == said


@given(st.sampled_from(["amount", "savings", "living_a_month"]), models(Cushion))
def test_an_alternative_is_told_apart_by_its_kind(name: str, cushion: Cushion) -> None:
    workbook = Workbook.model_validate({"terms": [{"alternatives": [revise(cushion, **{name: Decimal(5)})]}]})
    kept = from_plain(to_plain(workbook)).terms[0].alternatives[0]
    assert isinstance(kept, Cushion)
    assert getattr(kept, name) == Decimal(5)


@given(ids(), ids())
def test_links_that_lead_nowhere_are_kept(term: str, person: str) -> None:
    plain = {"research": {"findings": [{"terms": [term]}]}, "conversations": {"plan": {"people": [person, person]}}}
    workbook = from_plain(plain)
    assert workbook.research.findings[0].terms == (term,)
    assert workbook.conversations.plan.people == (person, person)


def test_random_workbooks_can_fill_every_field() -> None:
    """What no random workbook ever holds would not be tested anywhere."""
    first = settings(max_examples=200, phases=[Phase.generate], database=None)
    for model, name in FIELDS:
        field = model.model_fields[name]
        if not field.is_required() and name not in ("id", "kind"):
            find(field_values(model, name), partial(ne, field.get_default(call_default_factory=True)), settings=first)


def test_the_schema_describes_the_portable_file() -> None:
    schema = json_schema()
    assert list(schema["properties"])[:5] == ["format", "format_version", "sha256", "changed", "files"]
    assert set(Workbook.model_fields) < set(schema["properties"])
    assert schema["required"] == ["format", "format_version"]
