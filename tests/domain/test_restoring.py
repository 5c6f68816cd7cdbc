"""Going back: whatever the two states, the edits lead from the one to the other."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from counteroffer.domain.base import revise
from counteroffer.domain.edits import Insert, Move, Remove, Set, apply
from counteroffer.domain.errors import BadInput
from counteroffer.domain.levels import AmountValue, NumberValue, Unit
from counteroffer.domain.restoring import restoring
from counteroffer.domain.terms import Level, Term
from counteroffer.domain.workbook import Workbook
from tests import edit_strategies, strategies

LABEL = "Back to an earlier state"
MANY = max(8, settings().max_examples // 5)


@settings(max_examples=MANY)
@given(strategies.workbooks(max_terms=2), strategies.workbooks(max_terms=2))
def test_the_edits_lead_to_the_earlier_state(now: Workbook, earlier: Workbook) -> None:
    earlier = revise(earlier, id=now.id)
    assert apply(now, restoring(now, earlier, LABEL)) == earlier


@settings(max_examples=MANY)
@given(st.data(), strategies.workbooks(max_terms=2))
def test_the_edits_lead_back_over_a_few_edits(data: st.DataObject, earlier: Workbook) -> None:
    now = earlier
    for _ in range(3):
        try:
            now = apply(now, data.draw(edit_strategies.edits(now)))
        except BadInput:
            continue
    batch = restoring(now, earlier, LABEL)
    assert apply(now, batch) == earlier
    assert bool(batch.edits) is (now != earlier)


def _book(*terms: Term) -> Workbook:
    return Workbook(id="one", created=datetime(2027, 3, 1, tzinfo=UTC), terms=terms)


def _term(name: str, target: int | None = None) -> Term:
    value = None if target is None else AmountValue(amount=target)
    return Term(id=name, name=name, target=Level(value=value))


def test_a_single_field_is_a_single_edit() -> None:
    batch = restoring(_book(_term("pay", 88_000)), _book(_term("pay", 85_000)), LABEL)
    assert batch.label == LABEL
    assert batch.edits == (Set(("terms", "pay", "target", "value"), AmountValue(amount=85_000)),)


def test_entries_come_back_go_and_return_to_their_places() -> None:
    now = _book(_term("a"), _term("b"), _term("new"))
    batch = restoring(now, _book(_term("b"), _term("gone"), _term("a")), LABEL)
    assert batch.edits == (
        Remove(("terms", "new")),
        Move(("terms", "b"), 0),
        Insert(("terms",), 1, _term("gone")),
    )


def test_a_term_that_was_counted_otherwise_comes_back_whole() -> None:
    days = Term(id="pay", name="pay", unit=Unit.DAYS, target=Level(value=NumberValue(number=3)))
    now, earlier = _book(_term("pay", 85_000)), _book(days)
    batch = restoring(now, earlier, LABEL)
    assert batch.edits == (Remove(("terms", "pay")), Insert(("terms",), 0, days))
    assert apply(now, batch) == earlier
