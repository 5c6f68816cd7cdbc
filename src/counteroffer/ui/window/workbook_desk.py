"""The workbook of one window: how it comes there, whether it is kept, and a copy of it elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from counteroffer.domain.edits import Path
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Filters, Found, Place, Sorting, Summary
from counteroffer.ui.context import UiContext
from counteroffer.ui.start_page import StartPage
from counteroffer.ui.tabs import TABS
from counteroffer.ui.waiting import when_answered, when_done
from counteroffer.ui.window.archive_desk import FILES
from counteroffer.ui.window.command_menu import CommandMenu
from counteroffer.ui.window.places import HISTORY
from counteroffer.ui.window.services import Services
from counteroffer.ui.words_for import called

if TYPE_CHECKING:
    from counteroffer.ui.window.main_window import MainWindow

RECENT = 5
"""Workbooks that can be opened from the menu of commands; others are found in the archive."""


class WorkbookDesk:
    """Opens workbooks, each in one window only, and saves the one that is open here."""

    def __init__(self, window: MainWindow, start_page: StartPage, services: Services, ctx: UiContext) -> None:
        self._window = window
        self._start_page = start_page
        self._services = services
        self._ctx = ctx
        self._coming = ""
        """The id of a workbook that is being read, to be shown here."""

    def choose(self, workbook_id: str, place: str = TABS[0].id, path: Path = ()) -> None:
        """Open a workbook, at a field if a path is given: where it is open already, else here if this window is free,
        else in a window of its own. It is never open twice: each would save over the other."""
        if self._services.raise_shown(workbook_id, place, path):
            return
        if self._window.workspace is None and not self._coming:
            self.open(workbook_id, place, path)
        else:
            self._services.open_window(workbook_id, place, path)

    def open(self, workbook_id: str, place: str = TABS[0].id, path: Path = ()) -> None:
        """Load a workbook and show it here, at a place or at a field."""
        self._coming = workbook_id
        loading = self._services.archive.load(workbook_id)
        when_done(self._window, loading, lambda done: self._loaded(done, place, path))

    def shows(self, workbook_id: str) -> bool:
        """Whether this workbook is open here, or is on its way."""
        workspace = self._window.workspace
        return (self._coming if workspace is None else workspace.bridge.workbook.id) == workbook_id

    def come_back(self, place: str, path: Path) -> None:
        """The workbook that is open here was asked for once more."""
        workspace = self._window.workspace
        if workspace is None:
            return  # it is on its way
        self._window.go(workspace.current)
        if place == HISTORY:
            self._window.show_history()
        if path:
            workspace.reveal(path)

    def keep(self) -> bool:
        """Save what is open; whether everything is kept now. If not, its banner says why."""
        workspace = self._window.workspace
        return workspace is None or workspace.bridge.flush_and_wait() is None

    def save(self) -> None:
        """Save what would be saved in a moment by itself: many hands do this without being asked."""
        workspace = self._window.workspace
        if workspace is not None:
            workspace.bridge.seal()
            workspace.top_bar.tell_saved()

    def save_copy(self) -> None:
        """Write the open workbook, as it stands in memory, to a file elsewhere."""
        workspace = self._window.workspace
        if workspace is None:
            return
        _ = self._ctx.translate
        from counteroffer.documents.write import write_file
        from counteroffer.ui.papers.saving import ask_where, telling_name

        name = telling_name(called(workspace.bridge.workbook)) or "workbook"
        file = ask_where(self._window, _("Save a copy"), f"{name}.counteroffer", FILES)
        if file is not None:
            self._try(lambda: write_file(file, self._services.portable(workspace.bridge.session.workbook)))

    def reopen(self) -> None:
        """Take the open workbook out of what is put away."""
        workspace = self._window.workspace
        if workspace is None:
            return

        def reopened(done: Future[None]) -> None:
            if self._try(done.result) and workspace is self._window.workspace:
                workspace.set_read_only(False)

        when_done(workspace, self._services.archive.shelf.reopen(workspace.bridge.workbook.id), reopened)

    def offer_recent(self, menu: CommandMenu) -> None:
        """Put the workbooks that were opened last, but for the one that is open here, first in a menu of commands."""

        def found(answer: Found) -> None:
            menu.offer(self._to_open(hit.summary, menu) for hit in answer.hits if not self.shows(hit.summary.id))

        asked = self._services.archive.finding.find("", Filters(place=Place.SHELF), Sorting.OPENED, RECENT + 1)
        # Where the archive cannot be read, its own page says so.
        when_answered(menu, asked, found, refused=lambda _problem: None)

    def _to_open(self, summary: Summary, menu: CommandMenu) -> QAction:
        _ = self._ctx.translate
        name = self._ctx.privacy.words(summary.title or summary.employer) or _("Untitled workbook")
        action = QAction(_("Open “{title}”").format(title=name), menu)
        action.triggered.connect(lambda: self.choose(summary.id))
        return action

    def _loaded(self, done: Future[Workbook], place: str, path: Path) -> None:
        try:
            workbook = done.result()
        except (BadInput, Fault) as problem:
            self._coming = ""
            self._start_page.say(self._ctx.translate(problem.sentence))
            return
        opened = self._services.archive.shelf.opened(workbook.id)
        when_done(self._window, opened, lambda away: self._show(workbook, place, path, away))

    def _show(self, workbook: Workbook, place: str, path: Path, away: Future[bool]) -> None:
        self._coming = ""
        workspace = self._window.show_workbook(workbook, place)
        if workspace.bridge.workbook.id != workbook.id:
            return  # the one before could not be saved, and stays
        # Where this could not be found out, the archive still refuses what must not be changed.
        workspace.set_read_only(away.exception() is None and away.result())
        if path:
            workspace.reveal(path)

    def _try(self, work: Callable[[], object]) -> bool:
        """Do something that may fail, and say so plainly if it does."""
        try:
            work()
        except (BadInput, Fault) as problem:
            self._window.tell(self._ctx.translate(problem.sentence))
            return False
        return True
