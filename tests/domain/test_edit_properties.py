"""Whatever the edit: a valid workbook or a sentence comes of it, and nothing but its place is touched."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from counteroffer.domain import edits
from counteroffer.domain.anatomy import item_types
from counteroffer.domain.base import Frozen
from counteroffer.domain.edits import Batch, Insert, Move, Path, Remove, Set, apply, exists, find, paths
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook, from_plain, to_plain
from tests import edit_strategies, strategies


@given(st.data(), strategies.workbooks())
def test_any_edit_gives_a_valid_workbook_or_a_sentence(data: st.DataObject, workbook: Workbook) -> None:
    edit = data.draw(edit_strategies.edits(workbook))
    before = to_plain(workbook)
    try:
        after = apply(workbook, edit)
    except BadInput as problem:
        told = problem
        after = workbook
    else:
        told = None
    assert to_plain(workbook) == before
    assert from_plain(to_plain(after)) == after
    if told is not None:
        assert told.sentence.endswith(".")
        # The place is where the edit was to be made, or where on the way there it went wrong.
        assert any(path[: len(told.path)] == told.path for path in paths(edit))


@given(st.data(), strategies.workbooks())
def test_an_edit_does_what_its_slow_definition_does(data: st.DataObject, workbook: Workbook) -> None:
    edit = data.draw(edit_strategies.edits(workbook))
    try:
        after = apply(workbook, edit)
    except BadInput:
        assume(False)
    plain = to_plain(workbook)
    edit_strategies.plainly_edited(plain, edit)
    assume(not draws_an_id(edit))
    assert from_plain(plain) == after


@given(st.data(), strategies.workbooks())
def test_only_what_would_spoil_the_workbook_is_refused(data: st.DataObject, workbook: Workbook) -> None:
    edit = data.draw(edit_strategies.edits(workbook, ("set", "odd")))
    assume(isinstance(edit, Set) and edit.path[-1:] not in ((), ("id",)) and exists(workbook, edit.path))
    try:
        apply(workbook, edit)
    except BadInput:
        assert not _could_be_a_workbook(to_plain(workbook), edit)


def _could_be_a_workbook(plain: dict[str, Any], edit: Set) -> bool:
    try:
        edit_strategies.plainly_edited(plain, edit)
        from_plain(plain)
    except (BadInput, LookupError, TypeError):
        return False
    return True


def draws_an_id(edit: edits.Edit) -> bool:
    several = edit.edits if isinstance(edit, Batch) else (edit,)
    return any(isinstance(one, Insert) and one.value == {} for one in several)


@given(st.data(), strategies.workbooks())
def test_an_edit_shares_all_that_it_does_not_touch(data: st.DataObject, workbook: Workbook) -> None:
    edit = data.draw(edit_strategies.edits(workbook, edit_strategies.SINGLE))
    try:
        after = apply(workbook, edit)
    except BadInput:
        assume(False)
    (path,) = paths(edit)
    assert_shared(workbook, after, path)


@given(st.data(), strategies.workbooks())
def test_setting_back_what_was_there_gives_the_workbook_before(data: st.DataObject, workbook: Workbook) -> None:
    edit = data.draw(edit_strategies.edits(workbook, ("set",)))
    try:
        after = apply(workbook, edit)
        back = apply(after, Set(edit.path, find(workbook, edit.path)))
    except BadInput:
        assume(False)
    assert back == workbook


@given(st.data(), strategies.workbooks())
def test_removing_undoes_an_insert_and_an_insert_a_removal(data: st.DataObject, workbook: Workbook) -> None:
    edit = data.draw(edit_strategies.edits(workbook, ("insert", "remove")))
    assume(not isinstance(edit, Set))
    try:
        after = apply(workbook, edit)
    except BadInput:
        assume(False)
    if isinstance(edit, Insert):
        inserted = find(after, edit.path)[edit.index]
        assert apply(after, Remove((*edit.path, inserted.id))) == workbook
    else:
        items = find(workbook, edit.path[:-1])
        index = [item.id for item in items].index(edit.path[-1])
        assert apply(after, Insert(edit.path[:-1], index, items[index])) == workbook


@given(st.data(), strategies.workbooks())
def test_moving_back_undoes_a_move(data: st.DataObject, workbook: Workbook) -> None:
    rows = edit_strategies.item_paths(workbook)
    assume(rows)
    path = data.draw(st.sampled_from(rows))
    ids = [item.id for item in find(workbook, path[:-1])]
    to = data.draw(st.integers(0, len(ids) - 1))
    moved = apply(workbook, Move(path, to))
    assert [item.id for item in find(moved, path[:-1])].index(path[-1]) == to
    assert apply(moved, Move(path, ids.index(path[-1]))) == workbook


@given(st.data(), strategies.workbooks())
def test_every_place_can_be_found_and_set_to_what_it_is(data: st.DataObject, workbook: Workbook) -> None:
    place = data.draw(st.sampled_from(list(edit_strategies.places(workbook))))
    assert find(workbook, place.path) is place.value
    assert exists(workbook, place.path)
    if place.name != "id":
        assert apply(workbook, Set(place.path, place.value)) == workbook


def assert_shared(before: Frozen, after: Frozen, path: Path) -> None:
    """Off the path everything is the very same object (lists and single values: hold the same)."""
    assert type(before) is type(after)
    for name in type(before).model_fields:
        was, now = getattr(before, name), getattr(after, name)
        if name != path[0]:
            assert now is was or (not isinstance(was, Frozen) and now == was)
            if item_types(type(before), name):
                assert all(one is other for one, other in zip(was, now, strict=True))
        elif len(path) > 1 and isinstance(was, Frozen):
            assert_shared(was, now, path[1:])
        elif isinstance(was, tuple) and item_types(type(before), name):
            there = {item.id: item for item in was}
            for item in now:
                if len(path) > 2 and item.id == path[1]:
                    assert_shared(there[item.id], item, path[2:])
                elif len(path) > 1 and item.id != path[1]:
                    assert item is there[item.id]
