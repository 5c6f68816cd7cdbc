"""What a model is made of, as its annotations say."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from hypothesis import given, settings

from counteroffer.domain.alternatives import Cushion, Substitute, TimedRise
from counteroffer.domain.anatomy import item_types, plain_types, submodel, texts
from counteroffer.domain.base import Item, Line
from counteroffer.domain.edits import find
from counteroffer.domain.money import Estimate
from counteroffer.domain.situation import Person, Situation
from counteroffer.domain.terms import Level, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import stored_sample
from tests.domain.models import FIELDS, MODELS
from tests.strategies import workbooks


@pytest.mark.parametrize(
    ("annotation", "types"),
    [
        (str, (str,)),
        (Line, (str,)),
        (Line | None, (str, type(None))),
        (Annotated[Person | Annotated[Level | None, "mark"], "mark"], (Person, Level, type(None))),
    ],
)
def test_plain_types(annotation: Any, types: tuple[type, ...]) -> None:
    assert plain_types(annotation) == types


def test_item_types_tells_lists_of_items_from_all_other_fields() -> None:
    assert item_types(Situation, "people") == (Person,)
    assert set(item_types(Term, "alternatives")) > {Cushion, Substitute, TimedRise}
    for name in ("employer", "pay", "best_plan"):
        assert item_types(Situation, name) == ()
    assert item_types(Workbook, "tags") == ()
    listed = {kind for model, name in FIELDS for kind in item_types(model, name)}
    assert listed == {model for model in MODELS if issubclass(model, Item)}


def test_submodel_is_the_model_that_a_field_holds() -> None:
    assert submodel(Term, "target") is Level
    assert submodel(Level, "worth") is Estimate
    with pytest.raises(TypeError, match=r"Term\.name holds no model"):
        submodel(Term, "name")


@settings(max_examples=max(20, settings().max_examples // 3))
@given(workbooks(max_terms=2))
def test_texts_are_found_where_they_stand(workbook: Workbook) -> None:
    found = list(texts(workbook))
    for path, text in found:
        there = find(workbook, path)
        assert there == text or text in there
        assert text
    assert workbook.title == "" or (("title",), workbook.title) in found


def test_texts_are_what_a_person_wrote() -> None:
    words = dict(texts(stored_sample()))
    assert words["situation", "employer"] == "Marrowmere Ferries"
    assert words["terms", "shift_notice", "note"].startswith("Here I do not go below a week")
    assert words["conversations", "talks", "talk_4", "points", "p4_core", "their_words"].startswith("“For three months")
    assert words["tags",] == "sample"
    assert not {"id", "kind", "unit", "sha256"} & {path[-1] for path in words}
    links = {"evidence", "people", "terms", "links", "term", "best_plan", "hangs_on", "to", "finding", "research"}
    assert not {path[-1] for path in words} & (links | {"language"})
    assert not {path[-1] for path in words} & {"formula", "currency", "media_type"}
    assert ("terms", "shift_notice", "benefit") not in words
    assert words["terms", "shift_notice", "alternatives", "alt_notice_core", "benefit"] == "Hours that never move"
