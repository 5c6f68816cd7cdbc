"""Whether the facts beneath a letter have changed: told by a fingerprint of what its draft is built from."""

from __future__ import annotations

import dataclasses
import re

import pytest

from counteroffer.documents.content.letters.facts import facts_fingerprint, facts_of, is_stale
from counteroffer.documents.content.shareable import shareable_view
from counteroffer.documents.content.view import ShareableView, Strength
from counteroffer.domain.agreement import Letter, LetterKind, Outcome
from counteroffer.domain.base import revise
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import stored_sample
from tests.documents.samples import TODAY
from tests.documents.test_letters import KINDS, drafted


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_is_built_from_the_facts_it_names_and_from_no_others(kind: LetterKind) -> None:
    view = shareable_view(stored_sample())
    named = set(facts_of(kind))
    fields = {field.name for field in dataclasses.fields(ShareableView)}
    assert named <= fields
    nothing = shareable_view(Workbook(id="w"))
    emptied = dataclasses.replace(view, **{name: getattr(nothing, name) for name in fields - named})
    assert drafted(kind, emptied) == drafted(kind, view)
    assert facts_fingerprint(kind, emptied) == facts_fingerprint(kind, view)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fingerprint_changes_with_the_facts_and_with_nothing_else(kind: LetterKind, workbook: Workbook) -> None:
    view = shareable_view(workbook)
    first = facts_fingerprint(kind, view)
    assert re.fullmatch(r"[0-9a-f]{64}", first)
    assert facts_fingerprint(kind, shareable_view(revise(workbook, note="Another note", title="Other"))) == first
    others = {facts_fingerprint(other, view) for other in KINDS if other is not kind}
    assert first not in others
    assert facts_fingerprint(kind, dataclasses.replace(view, employer="Other")) != first
    changed = {
        LetterKind.PROPOSAL: dataclasses.replace(view, strengths=(Strength("a", "", "", ""),)),
        LetterKind.MORE_TIME: dataclasses.replace(view, reply_due=None),
        LetterKind.FOLLOW_UP: dataclasses.replace(view, outcome=Outcome.AGREED),
    }
    if kind in changed:
        assert facts_fingerprint(kind, changed[kind]) != first


def test_a_letter_is_stale_once_the_facts_beneath_its_own_words_changed(workbook: Workbook) -> None:
    view = shareable_view(workbook)
    letter = Letter(kind=LetterKind.PROPOSAL, body="Dear Dana, …", facts=facts_fingerprint(LetterKind.PROPOSAL, view))
    changed = dataclasses.replace(view, why_role="Another reason")
    assert not is_stale(letter, view)
    assert is_stale(letter, changed)
    assert not is_stale(revise(letter, sent_on=TODAY), changed)
    assert not is_stale(revise(letter, body=" \n"), changed)
    # Of a letter that was written before fingerprints were kept nothing can be said.
    assert not is_stale(revise(letter, facts=""), changed)
