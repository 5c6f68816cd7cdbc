"""Random edits, undo, redo, save and reload always end in the same workbook as a plain list of states."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain import edits
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook, from_plain, to_plain
from counteroffer.editing.session import Session
from tests import edit_strategies, strategies


class Editing(RuleBasedStateMachine):
    """A session on a real archive beside its model: all states in a row, and where in the row we are."""

    def __init__(self) -> None:
        super().__init__()
        self._end = contextlib.ExitStack()
        self.folder = Path(self._end.enter_context(tempfile.TemporaryDirectory())) / "archive"
        self.archive: LocalArchive = open_archive(self.folder)
        self._end.callback(lambda: self.archive.close())

    def teardown(self) -> None:
        try:
            if hasattr(self, "session"):
                self._walk_the_whole_way_back_and_forth()
        finally:
            self._end.close()

    def _walk_the_whole_way_back_and_forth(self) -> None:
        """Every state must be there to be come by, in its order, and no other."""
        while self.at:
            self.undo()
            assert self.session.workbook == self.states[self.at]
        assert self.session.undo() is None
        while self.at + 1 < len(self.states):
            self.redo()
            assert self.session.workbook == self.states[self.at]
        assert self.session.redo() is None

    @initialize(workbook=strategies.workbooks(max_terms=2))
    def begin(self, workbook: Workbook) -> None:
        self.archive.add(workbook).result()
        self._open(workbook)

    def _open(self, workbook: Workbook) -> None:
        self.session = Session(workbook, self.archive)
        self.states = [workbook]
        self.at = 0
        self.typing_at: edits.Path | None = None

    @rule(data=st.data(), typed=st.booleans())
    def edit(self, data: st.DataObject, typed: bool) -> None:
        edit = data.draw(edit_strategies.edits(self.session.workbook))
        self._edit(edit, typed)

    @rule(title=strategies.lines(), letters=st.integers(1, 4), then=st.sampled_from(["stay", "leave", "save"]))
    def type_a_title(self, title: str, letters: int, then: str) -> None:
        for length in range(letters):
            self._edit(edits.Set(("title",), title[: length + 1]), typed=True)
        if then == "leave":
            self.leave_the_field()
        elif then == "save":
            self.save()

    def _edit(self, edit: edits.Edit, typed: bool) -> None:
        before = self.states[self.at]
        try:
            change = self.session.apply(edit, typed=typed)
        except BadInput:
            return
        if change is None:
            return
        # What an edit does is held against its slow definition elsewhere; here, what becomes of the states.
        assert change.before == before
        paths = edits.paths(edit)
        merged = typed and self.at > 0 and len(paths) == 1 and paths[0] == self.typing_at
        self.states = [*self.states[: self.at + (0 if merged else 1)], change.after]
        self.at = len(self.states) - 1
        self.typing_at = paths[0] if typed and len(paths) == 1 else None

    @rule()
    def undo(self) -> None:
        assert (self.session.undo() is not None) == (self.at > 0)
        if self.at:
            self.at -= 1
            self.typing_at = None

    @rule()
    def redo(self) -> None:
        can = self.at + 1 < len(self.states)
        assert (self.session.redo() is not None) == can
        if can:
            self.at += 1
            self.typing_at = None

    @rule()
    def leave_the_field(self) -> None:
        self.session.seal()
        self.typing_at = None

    @rule()
    def save(self) -> None:
        workbook = self.session.workbook
        saving = self.session.flush()
        if saving is None:
            assert self.archive.load(workbook.id).result() == workbook
            return
        self.session.settle(workbook, saving.result())
        self.typing_at = None
        assert self.session.is_kept

    @precondition(lambda self: len(self.states) > 3)
    @rule()
    def save_close_and_open_again(self) -> None:
        self.save()
        workbook = self.states[self.at]
        self.archive.close()
        self.archive = open_archive(self.folder)
        loaded = self.archive.load(workbook.id).result()
        assert loaded == workbook
        self._open(loaded)

    @precondition(lambda self: self.at > 0)
    @rule(back=st.integers(1, 5))
    def undo_and_redo_several(self, back: int) -> None:
        for _ in range(min(back, self.at)):
            self.session.undo()
        for _ in range(min(back, self.at)):
            self.session.redo()
        self.typing_at = None

    @invariant()
    def the_session_stands_where_the_model_does(self) -> None:
        if hasattr(self, "session"):
            assert self.session.workbook == self.states[self.at]
            assert self.session.can_undo == (self.at > 0)
            assert self.session.can_redo == (self.at + 1 < len(self.states))

    @invariant()
    def what_is_there_is_a_valid_workbook(self) -> None:
        if hasattr(self, "session"):
            assert from_plain(to_plain(self.session.workbook)) == self.session.workbook


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=settings.default.max_examples, stateful_step_count=30)
