"""Each kind of edit, and each way in which one cannot be made."""

from __future__ import annotations

from decimal import Decimal

import pytest

from counteroffer.domain import edits
from counteroffer.domain.alternatives import Trial
from counteroffer.domain.conversations import Talk
from counteroffer.domain.edits import Batch, Insert, Move, Remove, Set, apply, exists, find, paths
from counteroffer.domain.errors import BadInput
from counteroffer.domain.levels import AmountValue
from counteroffer.domain.situation import Person
from counteroffer.domain.terms import Level, Term
from counteroffer.domain.workbook import Workbook, to_plain


def three_terms() -> Workbook:
    return Workbook(id="w", terms=tuple(Term(id=letter, name=letter.upper()) for letter in "abc"))


def names(workbook: Workbook) -> str:
    return "".join(term.id for term in workbook.terms)


# Each kind of edit ------------------------------------------------------------------------------------------------


def test_set_reaches_into_groups_lists_and_kinds() -> None:
    workbook = apply(three_terms(), Set(("terms", "b", "target", "value"), {"kind": "amount", "amount": "85000.50"}))
    assert workbook.terms[1].target == Level(value=AmountValue(amount=Decimal("85000.50")))
    workbook = apply(workbook, Set(("situation", "employer"), "Harbour & Hill"))
    assert workbook.situation.employer == "Harbour & Hill"
    assert names(workbook) == "abc"


def test_insert_takes_models_and_plain_data_with_or_without_an_id() -> None:
    workbook = apply(three_terms(), Insert(("terms",), 1, Term(id="x")))
    workbook = apply(workbook, Insert(("terms",), 4, {"id": "y", "name": "Y"}))
    assert names(workbook) == "axbcy"
    workbook = apply(workbook, Insert(("terms",), 0, {"name": "new", "id": None}))
    assert len(workbook.terms[0].id) == 16
    workbook = apply(workbook, Insert(("terms", "x", "alternatives"), 0, {"kind": "trial", "id": "t"}))
    assert workbook.terms[2].alternatives == (Trial(id="t"),)


@pytest.mark.parametrize(("to", "order"), [(0, "cab"), (1, "acb"), (2, "abc")])
def test_move_names_the_place_afterwards(to: int, order: str) -> None:
    assert names(apply(three_terms(), Move(("terms", "c"), to))) == order


def test_remove_takes_just_the_one() -> None:
    assert names(apply(three_terms(), Remove(("terms", "b")))) == "ac"


def test_a_batch_is_done_whole_or_not_at_all() -> None:
    workbook = three_terms()
    away = Remove(("terms", "a"))
    assert names(apply(workbook, Batch("Tidy", (away, Move(("terms", "c"), 0))))) == "cb"
    with pytest.raises(BadInput):
        apply(workbook, Batch("Tidy", (away, away)))
    assert names(workbook) == "abc"
    assert apply(workbook, Batch("Nothing")) is workbook
    assert paths(Batch("Tidy", (away, Batch("", (Set(("title",), "x"),))))) == (("terms", "a"), ("title",))


def test_lists_of_words_and_links_are_set_whole() -> None:
    workbook = apply(three_terms(), Set(("tags",), ["one", "two"]))
    assert workbook.tags == ("one", "two")
    workbook = apply(workbook, Insert(("conversations", "talks"), 0, Talk(id="t")))
    assert apply(workbook, Set(("conversations", "talks", "t", "people"), ["p"])).conversations.talks[0].people == (
        "p",
    )


# Each thing that cannot be done -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (Set((), "x"), "needs a path"),
        (Set(("nowhere",), "x"), "nothing at this place"),
        (Set(("title", "x"), "x"), "nothing at this place"),
        (Set(("title", "x", "y"), "x"), "nothing at this place"),
        (Set(("terms", "a"), {}), "nothing at this place"),
        (Set(("terms", "z", "name"), "x"), "nothing at this place"),
        (Set(("tags", "0"), "x"), "nothing at this place"),
        (Set(("__class__",), "x"), "nothing at this place"),
        (Set(("model_config",), "x"), "nothing at this place"),
        (Set(("id",), "other"), "An id stays"),
        (Set(("terms", "a", "id"), "b"), "An id stays"),
        (Set(("title",), 5), "title: this must be text"),
        (Set(("title",), "x" * 301), "at most 300 characters"),
        (Set(("title",), "two\nlines"), "one line"),
        (Set(("title",), "a\x1bb"), "control character"),
        (Set(("situation",), {"employer": "x", "secret": 1}), "no such field"),
        (Set(("situation", "walk_away", "amount"), 1.5), "written as text"),
        (Set(("situation", "walk_away", "amount"), "NaN"), "real number"),
        (Set(("situation", "walk_away", "amount"), "sNaN"), "real number"),
        (Set(("situation", "walk_away", "amount"), "1e13"), "too large"),
        (Set(("terms", "a", "target", "value"), {"kind": "text", "text": "much"}), "counted as money a year"),
        (Set(("terms", "a", "target", "value"), {"kind": "wish"}), "no such kind"),
        (Set(("terms", "a", "target", "value"), {}), "kind is missing"),
        (Set(("terms",), [{"id": "a"}, {"id": "a"}]), "same id"),
        (Insert((), 0, {}), "needs a path"),
        (Insert(("title",), 0, {}), "Only a list"),
        (Insert(("tags",), 0, {}), "Only a list"),
        (Insert(("situation",), 0, {}), "Only a list"),
        (Insert(("terms", "a"), 0, {}), "nothing at this place"),
        (Insert(("terms",), 4, {}), "out of its bounds"),
        (Insert(("terms",), -1, {}), "out of its bounds"),
        (Insert(("terms",), 0, "x"), "a group of fields"),
        (Insert(("terms",), 0, {"id": "a"}), "same id"),
        (Insert(("terms",), 0, {"id": "NO"}), "id"),
        (Insert(("terms",), 0, {"name": 1}), "name: this must be text"),
        (Insert(("terms",), 0, Person(id="p")), "terms"),
        (Insert(("terms", "a", "alternatives"), 0, {"title": "x"}), "kind is missing"),
        (Remove(()), "nothing at this place"),
        (Remove(("terms",)), "nothing at this place"),
        (Remove(("terms", "z")), "nothing at this place"),
        (Remove(("situation", "employer")), "Only a list"),
        (Remove(("tags", "x")), "Only a list"),
        (Move(("terms", "a"), 3), "out of its bounds"),
        (Move(("terms", "a"), -1), "out of its bounds"),
        (Move(("terms", "z"), 0), "nothing at this place"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(edit: edits.Edit, says: str) -> None:
    workbook = three_terms()
    before = to_plain(workbook)
    with pytest.raises(BadInput, match=says) as caught:
        apply(workbook, edit)
    assert to_plain(workbook) == before
    assert edit.path[: len(caught.value.path)] == caught.value.path


def test_a_full_list_takes_no_more() -> None:
    workbook = Workbook(terms=tuple(Term(id=str(number)) for number in range(1_000)))
    with pytest.raises(BadInput, match="too many entries"):
        apply(workbook, Insert(("terms",), 0, Term(id="x")))


def test_no_sentence_repeats_what_was_typed() -> None:
    for value in ("Secret Ltd\n", {"Secret Ltd": 1}, ["Secret Ltd"], "Secret Ltd" * 40):
        with pytest.raises(BadInput) as caught:
            apply(three_terms(), Set(("situation", "employer"), value))
        assert "Secret" not in caught.value.sentence + caught.value.reason


def test_nothing_is_found_where_nothing_is() -> None:
    workbook = three_terms()
    assert find(workbook, ()) is workbook
    assert find(workbook, ("terms", "b", "name")) == "B"
    for path in (("nowhere",), ("terms", "z"), ("title", "x"), ("terms", "a", "target", "value", "amount")):
        assert not exists(workbook, path)
