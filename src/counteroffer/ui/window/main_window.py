"""The window: the rail, and beside it the start page, the settings or the open workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget

from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Session
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.help_desk import HelpDesk
from counteroffer.ui.locking.standing import Standing
from counteroffer.ui.settings_page import SettingsPage
from counteroffer.ui.start_page import StartPage
from counteroffer.ui.tabs import LOOK_BACK, QUICK_START, TABS
from counteroffer.ui.widgets.fitting import fit_screen
from counteroffer.ui.window.archive_desk import ArchiveDesk, files_in
from counteroffer.ui.window.closing import may_close
from counteroffer.ui.window.command_menu import CommandMenu
from counteroffer.ui.window.commands import commands_of, make_actions
from counteroffer.ui.window.curtain import Curtain
from counteroffer.ui.window.paper_desk import PaperDesk
from counteroffer.ui.window.places import ARCHIVE, HISTORY, RECORD, SETTINGS, TOUR
from counteroffer.ui.window.rail import Rail
from counteroffer.ui.window.services import Services
from counteroffer.ui.window.workbook_desk import WorkbookDesk
from counteroffer.ui.window.workspace import Workspace
from counteroffer.ui.words_for import called

if TYPE_CHECKING:
    from counteroffer.ui.archive.record_page import RecordPage

LEAST = QSize(960, 640)
USUAL = QSize(1280, 820)
GUIDE_NEEDS = 1100
"""Pixels at usual type below which the guide is folded away; wider for larger type."""
OF_WORKBOOK = "of_workbook"
"""The name of dialogs that close with the workbook."""
_TOOLS = ("find", "undo", "redo", "print", "export", "hide_figures", "guide", "help")
"""The commands that have a button in the top bar."""


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
        self.help_desk = HelpDesk(self, ctx, services)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(LEAST)
        fit_screen(self, USUAL)
        self.setAcceptDrops(True)
        self.rail = Rail(ctx)
        self.rail.chosen.connect(self.go)
        self.start_page = StartPage(services, ctx)
        self.workbook_desk = WorkbookDesk(self, self.start_page, services, ctx)
        self.start_page.opened.connect(lambda one, path: self.workbook_desk.choose(one, path=path))
        self.start_page.record_wanted.connect(lambda: self.go(RECORD))
        self.start_page.help_wanted.connect(lambda: self.help_desk.show())
        self.start_page.history_wanted.connect(lambda one: self.workbook_desk.choose(one, HISTORY))
        self.archive_desk = ArchiveDesk(self, self.start_page, services, ctx, self.workbook_desk.choose)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._settings: SettingsPage | None = None
        self._record: RecordPage | None = None
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self._stack, 1)
        self._make_actions()
        self.curtain = Curtain(self)
        self.setCentralWidget(self.curtain.over(across))
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
        elif place == RECORD:
            self.record_page.refresh()
            self._stack.setCurrentWidget(self.record_page)
        elif place == HISTORY:
            self.show_history()
            return
        elif place == SETTINGS:
            self._stack.setCurrentWidget(self.settings)
        elif self.workspace is not None:
            self._stack.setCurrentWidget(self.workspace)
            if place == QUICK_START:
                self.workspace.show_quick_start()
            else:
                self.workspace.show_page(place)
        self.rail.show_current(ARCHIVE if place == RECORD else place)
        self.rail.allow_pages(self.workspace is not None)
        self.rail.offer_quick_start(self.workspace is not None and self.workspace.has_quick_start)
        for action in self._needing_workbook:
            action.setEnabled(self.workspace is not None)
        self._refresh_actions()

    def show_workbook(self, workbook: Workbook, place: str = TABS[0].id) -> Workspace:
        """Open a workbook in this window, at one of its pages or at the quick start. One that is open here is saved
        first; if it cannot be, it stays."""
        if self.workspace is not None and not self.workbook_desk.keep():
            return self.workspace
        bridge = Bridge(Session(workbook, self._services.archive), privacy=self.ctx.privacy)
        workspace = Workspace(bridge, self.ctx, self._tools)
        workspace.page_shown.connect(self._on_page)
        workspace.paper_wanted.connect(self.papers)
        workspace.paper_to_save.connect(lambda paper: self.papers(paper, save=True))
        workspace.guide.closed.connect(self.toggle_guide)
        workspace.guide.more_wanted.connect(self.help_desk.show)
        workspace.copy_wanted.connect(self.workbook_desk.save_copy)
        workspace.reopen_wanted.connect(self.workbook_desk.reopen)
        bridge.changed.connect(lambda _change: self._refresh_actions())
        self._drop_workspace()
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
        self.rail.allow_pages(True)  # before going there: what is disabled takes no focus
        self.go(TABS[0].id if place in (HISTORY, TOUR) else place)
        if place == HISTORY:
            self.show_history()
        elif place == TOUR:
            self.help_desk.begin_tour(workspace)
        self._retitle()
        bridge.changed.connect(
            lambda change: self._retitle() if change.touches("title") or change.touches("situation") else None
        )
        return workspace

    # --- inside

    def _bridge(self) -> Bridge:
        assert self.workspace is not None  # noqa: S101 - the actions that lead here are off without a workbook
        return self.workspace.bridge

    def tell(self, sentence: str) -> None:
        """Say something that must be read before going on."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Counteroffer", sentence, QMessageBox.StandardButton.Ok, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.open()

    def put_by(self) -> bool:
        """Save the open workbook and close it; whether that worked. If it was in view, the archive is now."""
        if self.workspace is None:
            return True
        if not self.workbook_desk.keep():
            return False
        in_view = self._stack.currentWidget() is self.workspace
        self._drop_workspace()
        self.go(ARCHIVE if in_view else self.place)
        self._retitle()
        return True

    def standing(self) -> Standing:
        """Where the person is, to come back to."""
        workspace = self.workspace
        if workspace is None:
            return Standing(self.saveGeometry(), None, ARCHIVE)
        return Standing(self.saveGeometry(), workspace.bridge.workbook.id, workspace.current)

    def offer_passphrase(self) -> None:
        """Locking was asked for where there is no passphrase: go to where one is set."""
        self.go(SETTINGS)
        self.settings.offer_passphrase()

    def show_passphrase(self) -> None:
        """Go to where the passphrase is set, changed or removed."""
        self.go(SETTINGS)
        self.settings.show_card(self.settings.passphrase)

    def show_backups(self) -> None:
        """Go to where backups are made and restored."""
        self.go(SETTINGS)
        self.settings.show_card(self.settings.backups)

    def quit(self) -> None:
        """Close all windows; each saves what is open in it, and may stay open where that cannot be done."""
        QApplication.closeAllWindows()

    @property
    def place(self) -> str:
        """What is in view: a page of the workbook, the quick start, the archive, its record or the settings."""
        shown = self._stack.currentWidget()
        if self.workspace is not None and shown is self.workspace:
            return self.workspace.current
        return SETTINGS if shown is self._settings else RECORD if shown is self._record else ARCHIVE

    def close_dialogs(self) -> None:
        """Close what is open over the workbook and about it."""
        for dialog in self.findChildren(QDialog, OF_WORKBOOK):
            dialog.close()

    def _drop_workspace(self) -> None:
        if self.workspace is not None:
            self.paper_desk.close()
            self.close_dialogs()
            self.workspace.bridge.close()
            self._stack.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None

    @property
    def record_page(self) -> RecordPage:
        """What was asked and won, made when it is first wanted."""
        if self._record is None:
            from counteroffer.ui.archive.record_page import RecordPage

            self._record = RecordPage(self._services.archive, self.ctx)
            self._record.back_wanted.connect(lambda: self.go(ARCHIVE))
            self._stack.addWidget(self._record)
        return self._record

    @property
    def settings(self) -> SettingsPage:
        """The page of settings, made when it is first wanted."""
        if self._settings is None:
            self._settings = SettingsPage(self._services, self.ctx)
            self._settings.backups.restored.connect(self.start_page.refresh)
            self._settings.passphrase.changed.connect(self._services.keep_watch)
            self._stack.addWidget(self._settings)
        return self._settings

    def _on_page(self, place: str) -> None:
        self.rail.show_current(place)
        self._refresh_actions()

    def _retitle(self) -> None:
        title = called(self.workspace.bridge.workbook) if self.workspace is not None else ""
        self.setWindowTitle(f"{title} – Counteroffer" if title else "Counteroffer")

    # --- actions and keys

    def _make_actions(self) -> None:
        commands = commands_of(self, self._services.lock)
        self.actions_by_id = make_actions(self, self.ctx, commands)
        self._needing_workbook = [self.actions_by_id[command.id] for command in commands if command.on_workbook]
        self._tools = [self.actions_by_id[name] for name in _TOOLS]

    def show_commands(self) -> None:
        """All that can be done, in a list to search, after the workbooks that were opened last."""
        others = [action for name, action in self.actions_by_id.items() if name != "commands"]
        menu = CommandMenu(self.ctx, others, self)
        menu.open_over(self)
        self.workbook_desk.offer_recent(menu)

    def _refresh_actions(self) -> None:
        if self.workspace is not None:
            self.actions_by_id["undo"].setEnabled(self.workspace.bridge.can_undo)
            self.actions_by_id["redo"].setEnabled(self.workspace.bridge.can_redo)
            self.actions_by_id["guide"].setEnabled(self.workspace.current != QUICK_START)

    def open_find(self) -> None:
        """Search the archive on its page and where no workbook is open, else the open workbook."""
        if self.workspace is None or self.place == ARCHIVE:
            self.search_archive()
        else:
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
        if self.workspace is not None and not self.curtain.refuses():
            self.workspace.bridge.seal()
            shown = self.paper_desk.show(self._bridge(), paper, save=save)
            shown.addActions([self.actions_by_id["lock"], self.actions_by_id["quit"]])

    def show_history(self) -> None:
        """The earlier states of the open workbook."""
        if self.workspace is not None and not self.curtain.refuses():
            from counteroffer.ui.archive.history_dialog import HistoryDialog

            dialog = HistoryDialog(self.ctx, self._bridge(), self._services.archive.history, self)
            # It goes with the workbook that it is about.
            dialog.setObjectName(OF_WORKBOOK)
            dialog.open()

    def _place_guide(self) -> None:
        if self.workspace is not None:
            self.workspace.place_guide(self._guide_wanted and self._guide_fits(self.width()))

    def _guide_fits(self, width: int) -> bool:
        return width >= GUIDE_NEEDS * self.ctx.theme.text_scale

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Another window may have changed what the archive holds.
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.place == ARCHIVE:
            self.start_page.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fit_into(event.size().width())
        if self._guide_fits(event.oldSize().width()) != self._guide_fits(event.size().width()):
            self._place_guide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files that were dropped come in as if they had been chosen."""
        event.acceptProposedAction()
        self.go(ARCHIVE)
        for file in files_in(event.mimeData()):
            self.archive_desk.take_in(file)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only once everything is saved, or a copy is, or the person gives it up."""
        if self.workspace is None:
            self.help_desk.close()
            event.accept()
            self.closed.emit()
            return
        problem = self.workspace.bridge.flush_and_wait()
        if problem is not None and not may_close(self, self.ctx, problem):
            event.ignore()
            return
        self.paper_desk.close()
        self.help_desk.close()
        self.workspace.bridge.close()
        event.accept()
        self.closed.emit()
