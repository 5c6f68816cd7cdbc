"""The session: edits go in, changes come out, and a state counts as kept only when the archive has said so."""

from __future__ import annotations

import pytest

from counteroffer.archive.store import LocalArchive
from counteroffer.domain.edits import Batch, Insert, Remove, Set
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change, Session

BASE = Workbook(id="w", terms=(Term(id="a"),))
TITLE = Set(("title",), "New")


@pytest.fixture
def session(archive: LocalArchive) -> Session:
    archive.add(BASE).result()
    return Session(BASE, archive)


def saved(session: Session) -> None:
    """Flush and settle, as the window does."""
    workbook = session.workbook
    saving = session.flush()
    assert saving is not None
    session.settle(workbook, saving.result())


# Changes ----------------------------------------------------------------------------------------------------------


def test_an_edit_makes_a_change_and_tells_everybody(session: Session) -> None:
    told: list[Change] = []
    session.subscribe(told.append)
    author = object()
    change = session.apply(TITLE, origin=author)
    assert change == Change(BASE, session.workbook, (("title",),), author)
    assert told == [change]
    assert session.workbook.title == "New"


def test_who_has_ended_its_subscription_is_told_no_more(session: Session) -> None:
    told: list[Change] = []
    end = session.subscribe(told.append)
    end()
    session.apply(TITLE)
    assert told == []


def test_a_listener_may_end_its_subscription_while_it_is_told(session: Session) -> None:
    told: list[str] = []
    ends = [session.subscribe(lambda _: (told.append("once"), ends.pop()())[0])]
    session.subscribe(lambda _: told.append("always"))
    session.apply(TITLE)
    session.apply(Set(("title",), "Newer"))
    assert told == ["once", "always", "always"]


def test_an_edit_that_changes_nothing_is_none(session: Session) -> None:
    told: list[Change] = []
    session.subscribe(told.append)
    assert session.apply(Set(("title",), "")) is None
    assert session.apply(Batch("There and back", (TITLE, Set(("title",), "")))) is None
    assert (told, session.can_undo, session.is_kept) == ([], False, True)


def test_an_edit_that_cannot_be_made_changes_nothing(session: Session) -> None:
    told: list[Change] = []
    session.subscribe(told.append)
    for edit in (Set(("title",), 5), Batch("Half", (TITLE, Remove(("terms", "z"))))):
        with pytest.raises(BadInput):
            session.apply(edit)
    assert (session.workbook, told, session.can_undo, session.is_kept) == (BASE, [], False, True)


def test_a_change_touches_what_is_at_below_or_above_its_path() -> None:
    change = Change(BASE, BASE, (("terms", "a", "target"), ("title",)))
    for path in (
        (),
        ("terms",),
        ("terms", "a"),
        ("terms", "a", "target"),
        ("terms", "a", "target", "value"),
        ("title",),
    ):
        assert change.touches(*path)
    for path in (("note",), ("terms", "b"), ("terms", "a", "note")):
        assert not change.touches(*path)


# Undo and redo ----------------------------------------------------------------------------------------------------


def test_undo_and_redo_tell_where_the_step_was_made(session: Session) -> None:
    session.apply(TITLE, label="Title")
    session.apply(Insert(("terms",), 1, {"id": "b"}), label="New term")
    assert (session.can_undo, session.can_redo, session.undo_label) == (True, False, "New term")
    undone = session.undo()
    assert undone is not None
    assert undone.paths == (("terms",),)
    assert [term.id for term in session.workbook.terms] == ["a"]
    assert (session.can_redo, session.undo_label) == (True, "Title")
    redone = session.redo()
    assert redone is not None
    assert redone.paths == (("terms",),)
    assert [term.id for term in session.workbook.terms] == ["a", "b"]


def test_with_nothing_to_undo_or_redo_nothing_happens(session: Session) -> None:
    assert session.undo() is None
    assert session.redo() is None
    assert session.undo_label == ""
    assert session.workbook is BASE


def test_a_batch_is_one_step_under_its_own_label(session: Session) -> None:
    session.apply(Batch("Tidy up", (TITLE, Remove(("terms", "a")))))
    assert session.undo_label == "Tidy up"
    undone = session.undo()
    assert undone is not None
    assert undone.paths == (("title",), ("terms", "a"))
    assert session.workbook == BASE


def test_typing_is_one_step_until_it_is_sealed(session: Session) -> None:
    for title in ("N", "Ne", "New"):
        session.apply(Set(("title",), title), typed=True)
    session.seal()
    session.apply(Set(("title",), "Newer"), typed=True)
    session.undo()
    assert session.workbook.title == "New"
    session.undo()
    assert session.workbook == BASE


def test_a_save_ends_a_run_of_typing(session: Session) -> None:
    session.apply(Set(("title",), "N"), typed=True)
    saved(session)
    session.apply(Set(("title",), "New"), typed=True)
    session.undo()
    assert session.workbook.title == "N"


# Keeping ----------------------------------------------------------------------------------------------------------


def test_what_is_opened_is_kept_and_needs_no_save(session: Session) -> None:
    assert session.is_kept
    assert session.last_saved is None
    assert session.flush() is None


def test_a_state_is_kept_once_the_archive_has_said_so(session: Session, archive: LocalArchive) -> None:
    session.apply(TITLE, label="Title")
    workbook = session.workbook
    saving = session.flush()
    assert saving is not None
    receipt = saving.result()
    assert not session.is_kept
    session.settle(workbook, receipt)
    assert session.is_kept
    assert session.last_saved == receipt.at
    assert archive.load("w").result() == workbook
    assert archive.history.listed("w").result()[0].label == "Title"


def test_what_was_edited_while_saving_is_not_kept_yet(session: Session, archive: LocalArchive) -> None:
    session.apply(TITLE)
    workbook = session.workbook
    saving = session.flush()
    assert saving is not None
    session.apply(Set(("title",), "Newer"))
    session.settle(workbook, saving.result())
    assert not session.is_kept
    saved(session)
    assert archive.load("w").result().title == "Newer"


def test_undoing_back_to_what_was_kept_needs_no_save(session: Session) -> None:
    session.apply(TITLE)
    saved(session)
    session.apply(Set(("title",), "Newer"))
    session.undo()
    assert session.is_kept
    assert session.flush() is None


def test_an_undone_save_is_saved_again(session: Session, archive: LocalArchive) -> None:
    session.apply(TITLE)
    saved(session)
    session.undo()
    assert not session.is_kept
    saved(session)
    assert archive.load("w").result() == BASE


def test_an_undo_while_saving_is_not_taken_for_kept(session: Session, archive: LocalArchive) -> None:
    session.apply(TITLE)
    workbook = session.workbook
    saving = session.flush()
    assert saving is not None
    session.undo()
    session.settle(workbook, saving.result())
    assert not session.is_kept
    saved(session)
    assert archive.load("w").result() == BASE


def test_when_saving_fails_the_edits_stay(session: Session, archive: LocalArchive) -> None:
    session.apply(TITLE)
    archive.close()
    saving = session.flush()
    assert saving is not None
    with pytest.raises(Fault):
        saving.result()
    assert not session.is_kept
    assert session.workbook.title == "New"
    assert session.flush() is not None


def test_files_go_through_to_the_archive(session: Session) -> None:
    fingerprint = session.attach(b"a letter").result()
    assert session.attached(fingerprint).result() == b"a letter"
