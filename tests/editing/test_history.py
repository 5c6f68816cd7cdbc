"""Undo and redo: a step for every edit, one for a run of typing, and no more of them than can be kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counteroffer.domain.base import revise
from counteroffer.domain.edits import Path
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.history import LIMIT, History, Step

START = Workbook(id="w")
TITLE: Path = ("title",)
NOTE: Path = ("note",)


def titled(title: str) -> Workbook:
    return revise(START, title=title)


def with_steps(*titles: str, typed: bool = False) -> History:
    history = History(START)
    for title in titles:
        history = history.record(titled(title), (TITLE,), title, typed)
    return history


def walked_back(history: History) -> list[str]:
    """The titles that undo comes by, the newest first."""
    titles = []
    while (undone := history.undone()) is not None:
        history = undone[0]
        titles.append(history.present.title)
    return titles


def test_a_new_history_has_nothing_to_take_back_or_again() -> None:
    assert History(START).undone() is None
    assert History(START).redone() is None


def test_every_edit_is_a_step_that_knows_where_it_was_made() -> None:
    history = with_steps("a", "b")
    undone = history.undone()
    assert undone is not None
    before, step = undone
    assert before.present == titled("a")
    assert step == Step(titled("a"), (TITLE,), "b")
    assert walked_back(history) == ["a", ""]


def test_redo_goes_the_same_way_forward() -> None:
    history = with_steps("a", "b")
    back = history
    for _ in range(2):
        undone = back.undone()
        assert undone is not None
        back = undone[0]
    for title in "ab":
        redone = back.redone()
        assert redone is not None
        back, step = redone
        assert (back.present, step.paths, step.label) == (titled(title), (TITLE,), title)
    assert back == history


def test_an_edit_gives_up_what_was_undone() -> None:
    undone = with_steps("a", "b").undone()
    assert undone is not None
    history = undone[0].record(titled("c"), (TITLE,), "c", False)
    assert history.redone() is None
    assert walked_back(history) == ["a", ""]


def test_typing_into_one_field_is_one_step_until_it_is_sealed() -> None:
    history = with_steps("a", "ab", "abc", typed=True)
    assert walked_back(history) == [""]
    history = history.sealed().record(titled("abcd"), (TITLE,), "", True)
    assert walked_back(history) == ["abc", ""]


def test_typing_elsewhere_or_another_edit_begins_a_new_step() -> None:
    history = with_steps("a", typed=True)
    elsewhere = history.record(revise(history.present, note="x"), (NOTE,), "", True)
    assert walked_back(elsewhere) == ["a", ""]
    back_again = elsewhere.record(revise(elsewhere.present, title="b"), (TITLE,), "", True)
    assert walked_back(back_again) == ["a", "a", ""]
    for typed, paths in ((False, (TITLE,)), (True, (TITLE, NOTE)), (True, ())):
        assert len(history.record(titled("b"), paths, "", typed).past) == 2


def test_typing_never_merges_across_an_undo_or_a_redo() -> None:
    undone = with_steps("a", "ab", typed=True).record(titled("x"), (TITLE,), "", False).undone()
    assert undone is not None
    assert walked_back(undone[0].record(titled("abc"), (TITLE,), "", True)) == ["ab", ""]
    redone = undone[0].redone()
    assert redone is not None
    assert walked_back(redone[0].record(titled("xy"), (TITLE,), "", True)) == ["x", "ab", ""]


def test_typing_of_several_fields_at_once_is_never_merged() -> None:
    history = History(START)
    for title in "ab":
        history = history.record(titled(title), (TITLE, NOTE), "", True)
    assert walked_back(history) == ["a", ""]


def test_typing_goes_on_with_the_step_that_made_room_for_it() -> None:
    history = History(START).record(titled("a"), (NOTE, TITLE), "", True)
    for title in ("ab", "abc"):
        history = history.record(titled(title), (TITLE,), "", True)
    assert walked_back(history) == [""]


def test_the_oldest_steps_are_let_go() -> None:
    history = with_steps(*(str(number) for number in range(LIMIT + 10)))
    assert len(history.past) == LIMIT
    assert walked_back(history)[-1] == "9"


@given(st.lists(st.sampled_from(["edit", "type", "undo", "redo", "seal"])))
def test_undoing_and_redoing_everything_comes_back_to_the_same(moves: list[str]) -> None:
    history = History(START)
    for number, move in enumerate(moves):
        if move in ("edit", "type"):
            history = history.record(titled(str(number)), (TITLE,), "", move == "type")
        elif move == "seal":
            history = history.sealed()
        else:
            travelled = history.undone() if move == "undo" else history.redone()
            history = travelled[0] if travelled else history
    whole = history
    while (redone := whole.redone()) is not None:
        whole = redone[0]
    back = whole
    while (undone := back.undone()) is not None:
        back = undone[0]
    assert back.present == START
    while (redone := back.redone()) is not None:
        back = redone[0]
    assert back.present == whole.present
    assert back.past == whole.past
