"""The window: the rail, and beside it the start page, the settings or the open workbook."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path as File
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget, QWidget

from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.situation import Situation
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Archive, Saved
from counteroffer.editing.session import Session
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.preferences import Preferences
from counteroffer.ui.start_page import StartPage
from counteroffer.ui.tabs import LOOK_BACK, QUICK_START, TABS
from counteroffer.ui.waiting import when_done
from counteroffer.ui.window.paper_desk import PaperDesk
from counteroffer.ui.window.rail import ARCHIVE, SETTINGS, Rail
from counteroffer.ui.window.workspace import Workspace

LEAST = QSize(960, 640)
USUAL = QSize(1280, 820)
GUIDE_NEEDS = 1100
FILES = "Counteroffer (*.counteroffer)"


class Services(Protocol):
    """What the window needs and may not import: handed in by the composition root."""

    @property
    def archive(self) -> Archive:
        """Where workbooks are kept."""

    @property
    def folder(self) -> File:
        """The folder of the archive."""

    @property
    def preferences(self) -> Preferences:
        """The settings in force."""

    @property
    def preferences_read(self) -> bool:
        """Whether they could be read when the app started."""

    def set_preferences(self, preferences: Preferences) -> bool:
        """Take over new settings; whether they could be written down."""

    def sample(self) -> Workbook:
        """A fresh copy of the sample workbook."""

    def portable(self, workbook: Workbook) -> bytes:
        """A workbook as a portable file, as it now stands in memory."""

    def open_window(self, workbook_id: str, place: str) -> object:
        """Show a workbook at a place in a window of its own, or raise the one that shows it."""


class MainWindow(QMainWindow):
    """Holds at most one workbook. Others get windows of their own."""

    closed = Signal()

    def __init__(self, services: Services, ctx: UiContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._services = services
        self.workspace: Workspace | None = None
        self._guide_wanted = True
        self.paper_desk = PaperDesk(self, ctx, services)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(LEAST)
        self.resize(USUAL)
        self.rail = Rail(ctx)
        self.rail.chosen.connect(self.go)
        self.start_page = StartPage(services.archive, ctx)
        self.start_page.opened.connect(self._choose)
        self.start_page.new_wanted.connect(self.new_workbook)
        self.start_page.quick_start_wanted.connect(self.quick_start)
        self.start_page.sample_wanted.connect(self.open_sample)
        self.start_page.import_wanted.connect(self.import_file)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._settings: QWidget | None = None
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self._stack, 1)
        middle = QWidget()
        middle.setLayout(across)
        self.setCentralWidget(middle)
        self._make_actions()
        self.go(ARCHIVE)
        self._retitle()

    # --- where to go

    def go(self, place: str) -> None:
        """Go to a page of the workbook, the archive or the settings."""
        if place == ARCHIVE:
            if self.workspace is not None:
                self.workspace.bridge.seal()
            self.start_page.refresh()
            self._stack.setCurrentWidget(self.start_page)
        elif place == SETTINGS:
            self._stack.setCurrentWidget(self._settings_page())
        elif self.workspace is not None:
            self._stack.setCurrentWidget(self.workspace)
            if place == QUICK_START:
                self.workspace.show_quick_start()
            else:
                self.workspace.show_page(place)
        self.rail.show_current(place)
        self.rail.allow_pages(self.workspace is not None)
        self.rail.offer_quick_start(self.workspace is not None and self.workspace.has_quick_start)
        for action in self._on_workbook:
            action.setEnabled(self.workspace is not None)
        self._refresh_actions()

    def show_workbook(self, workbook: Workbook, place: str = TABS[0].id) -> Workspace:
        """Open a workbook in this window, at one of its pages or at the quick start."""
        bridge = Bridge(Session(workbook, self._services.archive))
        workspace = Workspace(bridge, self.ctx, self._on_workbook)
        workspace.page_shown.connect(self._on_page)
        workspace.paper_wanted.connect(self.papers)
        workspace.paper_to_save.connect(lambda paper: self.papers(paper, save=True))
        workspace.guide.closed.connect(self.toggle_guide)
        workspace.copy_wanted.connect(self.save_copy)
        bridge.changed.connect(lambda _change: self._refresh_actions())
        if self.workspace is not None:
            self.paper_desk.close()
            self.workspace.bridge.close()
            self._stack.removeWidget(self.workspace)
            self.workspace.deleteLater()
        workspace.progressed.connect(
            lambda tab, done: (
                self.rail.show_progress(tab, None if done is None else float(done)) if tab != LOOK_BACK.id else None
            )
        )
        workspace.tell_progress()
        self.workspace = workspace
        self._stack.addWidget(workspace)
        self._place_guide()
        self._refresh_actions()
        self.go(place)
        self._retitle()
        bridge.changed.connect(lambda change: self._retitle() if change.touches("title") else None)
        return workspace

    def open_workbook(self, workbook_id: str, place: str = TABS[0].id) -> None:
        """Load a workbook and show it here, at a place."""
        when_done(self, self._services.archive.load(workbook_id), lambda done: self._loaded(done, place))

    # --- what the start page asks for

    def new_workbook(self) -> None:
        """An empty workbook, shown once the archive has it."""
        self._add(self._empty_workbook())

    def quick_start(self) -> None:
        """The same, with the ten questions to begin with."""
        self._add(self._empty_workbook(), QUICK_START)

    def open_sample(self) -> None:
        """A fresh copy of the sample."""
        self._add(self._services.sample())

    def import_file(self) -> None:
        """Ask for a portable file and take it in."""
        _ = self.ctx.translate
        name, _kind = QFileDialog.getOpenFileName(self, _("Import a workbook"), "", FILES)
        if name:
            self.take_in(File(name))

    def take_in(self, file: File) -> None:
        """Import a portable file and open it."""
        _ = self.ctx.translate
        try:
            content = file.read_bytes()
        except OSError:
            self.start_page.say(_("The file cannot be read. Nothing was changed; look whether it is still there."))
            return
        when_done(self, self._services.archive.import_portable(content), self._added)

    def save_copy(self) -> None:
        """Write the open workbook, as it stands in memory, to a file elsewhere."""
        if self.workspace is None:
            return
        _ = self.ctx.translate
        name, _kind = QFileDialog.getSaveFileName(self, _("Save a copy"), "workbook.counteroffer", FILES)
        if not name:
            return
        from counteroffer.documents.write import write_file

        self._try(lambda: write_file(File(name), self._services.portable(self._bridge().workbook)))

    # --- inside

    def _bridge(self) -> Bridge:
        assert self.workspace is not None  # noqa: S101 - the actions that lead here are off without a workbook
        return self.workspace.bridge

    def _try(self, work: Callable[[], object]) -> bool:
        """Do something that may fail, and say so plainly if it does."""
        try:
            work()
        except (BadInput, Fault) as problem:
            self.tell(self.ctx.translate(problem.sentence))
            return False
        return True

    def tell(self, sentence: str) -> None:
        """Say something that must be read before going on."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Counteroffer", sentence, QMessageBox.StandardButton.Ok, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.open()

    def _empty_workbook(self) -> Workbook:
        return Workbook(situation=Situation(currency=self._services.preferences.currency))

    def _add(self, workbook: Workbook, place: str = TABS[0].id) -> None:
        when_done(self, self._services.archive.add(workbook), lambda done: self._added(done, place))

    def _added(self, done: Future[Saved], place: str = TABS[0].id) -> None:
        try:
            saved = done.result()
        except (BadInput, Fault) as problem:
            self.start_page.say(self.ctx.translate(problem.sentence))
            return
        self._choose(saved.workbook_id, place)

    def _choose(self, workbook_id: str, place: str = TABS[0].id) -> None:
        """Open a workbook: here if this window is free, otherwise in its own."""
        if self.workspace is None:
            self.open_workbook(workbook_id, place)
        elif self.workspace.bridge.workbook.id == workbook_id:
            self.go(self.workspace.current)
        else:
            self._services.open_window(workbook_id, place)

    def _loaded(self, done: Future[Workbook], place: str) -> None:
        try:
            self.show_workbook(done.result(), place)
        except (BadInput, Fault) as problem:
            self.start_page.say(self.ctx.translate(problem.sentence))

    def _settings_page(self) -> QWidget:
        if self._settings is None:
            from counteroffer.ui.settings_page import SettingsPage

            self._settings = SettingsPage(self._services, str(self._services.folder), self.ctx)
            self._stack.addWidget(self._settings)
        return self._settings

    def _on_page(self, place: str) -> None:
        self.rail.show_current(place)
        self._refresh_actions()

    def _retitle(self) -> None:
        title = self.workspace.bridge.workbook.title if self.workspace is not None else ""
        self.setWindowTitle(f"{title} – Counteroffer" if title else "Counteroffer")

    # --- actions and keys

    def _action(self, text: str, icon: str, keys: str, run: Callable[[], object]) -> QAction:
        action = QAction(self.ctx.icon(icon), self.ctx.translate(text), self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: run())
        self.addAction(action)
        return action

    def _make_actions(self) -> None:
        self.new_action = self._action("New workbook", "add", "Ctrl+N", self.new_workbook)
        self.find_action = self._action("Find", "find", "Ctrl+F", self.open_find)
        self.find_all_action = self._action("Search the archive", "archive", "Ctrl+Shift+F", self.search_archive)
        self.undo_action = self._action("Undo", "undo", "Ctrl+Z", self.undo)
        self.redo_action = self._action("Redo", "redo", "Ctrl+Shift+Z", self.redo)
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.print_action = self._action("Brief", "print", "Ctrl+P", lambda: self.papers("brief"))
        self.export_action = self._action("Export", "export", "Ctrl+E", lambda: self.papers("agreement"))
        self.guide_action = self._action("Guide", "guide", "F1", self.toggle_guide)
        places = [tab.id for tab in (*TABS, LOOK_BACK)]
        for number, place in enumerate(places, 1):
            self._action(
                place, place if place != "look_back" else "lookback", f"Ctrl+{number}", partial(self.go, place)
            )
        self._action("Archive", "archive", "Ctrl+0", lambda: self.go(ARCHIVE))
        self._on_workbook = [
            self.find_action,
            self.undo_action,
            self.redo_action,
            self.print_action,
            self.export_action,
            self.guide_action,
        ]

    def _refresh_actions(self) -> None:
        if self.workspace is not None:
            self.undo_action.setEnabled(self.workspace.bridge.can_undo)
            self.redo_action.setEnabled(self.workspace.bridge.can_redo)
            self.guide_action.setEnabled(self.workspace.current != QUICK_START)

    def open_find(self) -> None:
        """Open find in the workbook."""
        if self.workspace is not None:
            self.go(self.workspace.current)
            self.workspace.find_bar.open()

    def search_archive(self) -> None:
        """Go to the archive and into its search."""
        self.go(ARCHIVE)
        self.start_page.focus_search()

    def undo(self) -> None:
        """Take the last step back and show where."""
        if self.workspace is not None:
            self.workspace.travel(self.workspace.bridge.undo())

    def redo(self) -> None:
        """Take the step that was undone again and show where."""
        if self.workspace is not None:
            self.workspace.travel(self.workspace.bridge.redo())

    def toggle_guide(self) -> None:
        """Fold the guide away or bring it back."""
        if self.workspace is not None:
            self._guide_wanted = not self.workspace.guide.isVisible()
            self.workspace.place_guide(self._guide_wanted)

    def papers(self, paper: str, *, save: bool = False) -> None:
        """Show a paper before it is saved or printed; `save` asks at once where to save it."""
        if self.workspace is not None:
            self.workspace.bridge.seal()
            self.paper_desk.show(self._bridge(), paper, save=save)

    def _place_guide(self) -> None:
        if self.workspace is not None:
            self.workspace.place_guide(self._guide_wanted and self.width() >= GUIDE_NEEDS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() >= GUIDE_NEEDS) != (event.size().width() >= GUIDE_NEEDS):
            self._place_guide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only once everything is saved, or a copy is, or the person gives it up."""
        if self.workspace is None:
            event.accept()
            self.closed.emit()
            return
        problem = self.workspace.bridge.flush_and_wait()
        if problem is not None and not self._give_up(problem):
            event.ignore()
            return
        self.paper_desk.close()
        self.workspace.bridge.close()
        event.accept()
        self.closed.emit()

    def _give_up(self, problem: str) -> bool:
        """Saving fails and the window is to close: whether it may."""
        _ = self.ctx.translate
        box = QMessageBox(self)
        box.setWindowTitle("Counteroffer")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(_(problem))
        box.setInformativeText(
            _("Your last changes are only in this window. If you close it without a copy, they are lost.")
        )
        copy = box.addButton(_("Save a copy elsewhere …"), QMessageBox.ButtonRole.AcceptRole)
        lose = box.addButton(_("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(_("Keep the window open"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is copy:
            self.save_copy()
            return False
        return box.clickedButton() is lose
