"""What differs between two states: worked by hand, and against the edits that lead from one to the other."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations
from typing import Any

from hypothesis import given, settings

from counteroffer.domain.base import revise
from counteroffer.domain.differences import Sort, differences
from counteroffer.domain.edits import Path, exists, find
from counteroffer.domain.levels import AmountValue, NumberValue, Unit
from counteroffer.domain.money import Estimate
from counteroffer.domain.research import Finding, Research
from counteroffer.domain.terms import Level, Term
from counteroffer.domain.workbook import Workbook
from tests import strategies

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
MANY = max(8, settings().max_examples // 5)


def _book(*terms: Term, **fields: Any) -> Workbook:
    return Workbook(id="one", created=NOON, terms=terms, **fields)


def _named(*ids: str) -> Workbook:
    return _book(*(Term(id=one, name=one) for one in ids))


def _told(before: Workbook, after: Workbook) -> list[tuple[Sort, Path, Any, Any]]:
    return [(one.sort, one.path, one.before, one.after) for one in differences(before, after)]


def test_nothing_differs_from_itself() -> None:
    assert differences(_named("a", "b"), _named("a", "b")) == ()


def test_a_value_an_estimate_and_a_text_are_told_as_a_whole() -> None:
    was = Term(id="pay", name="Base pay", target=Level(value=AmountValue(amount=85_000)))
    now = Term(id="pay", name="Base pay", target=Level(value=AmountValue(amount=88_000), worth=Estimate(low=1, high=2)))
    found = differences(_book(was, note="old"), _book(now, note="new"))
    assert [(one.sort, one.path, one.before, one.after) for one in found] == [
        (Sort.CHANGED, ("terms", "pay", "target", "value"), AmountValue(amount=85_000), AmountValue(amount=88_000)),
        (Sort.CHANGED, ("terms", "pay", "target", "worth"), Estimate(), Estimate(low=1, high=2)),
        (Sort.CHANGED, ("note",), "old", "new"),
    ]
    assert found[0].trail == ("Terms", now, "Target", "Level")


def test_a_value_of_another_kind_is_one_change() -> None:
    was = Term(id="t", unit=Unit.DAYS, target=Level(value=NumberValue(number=3)))
    now = Term(id="t", target=Level(value=AmountValue(amount=3)))
    assert [path for _, path, _, _ in _told(_book(was), _book(now))] == [
        ("terms", "t", "unit"),
        ("terms", "t", "target", "value"),
    ]


def test_entries_come_go_and_move() -> None:
    was, now = _named("a", "b", "c", "gone"), _named("c", "a", "new", "b")
    gone, new = was.terms[3], now.terms[2]
    assert _told(was, now) == [
        (Sort.REMOVED, ("terms", "gone"), gone, None),
        (Sort.MOVED, ("terms", "c"), 2, 0),
        (Sort.ADDED, ("terms", "new"), None, new),
    ]


def test_an_entry_that_moved_and_changed_is_told_twice() -> None:
    now = _book(Term(id="b", name="b", note="new"), Term(id="a", name="a"))
    sorts = [(sort, path) for sort, path, _, _ in _told(_named("a", "b"), now)]
    assert (Sort.CHANGED, ("terms", "b", "note")) in sorts
    assert [sort for sort, _ in sorts].count(Sort.MOVED) == 1


def test_entries_of_several_lists_with_one_id_are_not_mixed_up() -> None:
    findings = Research(findings=(Finding(id="a", statement="new"),))
    assert _told(_named("a"), revise(_named("a"), research=findings)) == [
        (Sort.ADDED, ("research", "findings", "a"), None, findings.findings[0])
    ]


def test_as_few_as_possible_were_moved() -> None:
    """Against the slow definition: of all sets of entries that can stay, the largest."""
    for order in permutations("abcde"):
        moved = sum(sort is Sort.MOVED for sort, *_ in _told(_named(*"abcde"), _named(*order)))
        longest = max(
            bin(mask).count("1")
            for mask in range(32)
            if (kept := [one for at, one in enumerate(order) if mask >> at & 1]) == sorted(kept)
        )
        assert moved == 5 - longest


@settings(max_examples=MANY)
@given(strategies.workbooks(max_terms=2), strategies.workbooks(max_terms=2))
def test_each_place_is_where_it_is_said_to_be(before: Workbook, after: Workbook) -> None:
    after = revise(after, id=before.id)
    found = differences(before, after)
    assert bool(found) is (before != after)
    assert len({(one.sort, one.path) for one in found}) == len(found)
    for one in found:
        assert len(one.trail) == len(one.path)
        if one.sort is Sort.CHANGED:
            assert (find(before, one.path), find(after, one.path)) == (one.before, one.after)
            assert one.before != one.after
        elif one.sort is Sort.MOVED:
            places = [[item.id for item in find(book, one.path[:-1])].index(one.path[-1]) for book in (before, after)]
            assert places == [one.before, one.after]
        else:
            held, other = (after, before) if one.sort is Sort.ADDED else (before, after)
            item = one.after if one.sort is Sort.ADDED else one.before
            assert find(held, one.path) == item
            assert not exists(other, one.path) or type(find(other, one.path)) is not type(item)
    turned = {Sort.ADDED: Sort.REMOVED, Sort.REMOVED: Sort.ADDED, Sort.CHANGED: Sort.CHANGED}
    forth = {(one.path, one.sort) for one in found if one.sort in turned}
    assert {(one.path, turned[one.sort]) for one in differences(after, before) if one.sort in turned} == forth
