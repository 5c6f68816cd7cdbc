"""One open workbook: its pages in a stack, the bar on top, find, and the guide beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counteroffer.domain.edits import Path
from counteroffer.editing.session import Change
from counteroffer.method.checking import Standing, one_by_one, progress, standings
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages import make_page
from counteroffer.ui.pages.page import Page
from counteroffer.ui.quick_start.questions import is_for
from counteroffer.ui.slices import Slices
from counteroffer.ui.tabs import PAGES, QUICK_START, tab_of
from counteroffer.ui.theme import Duration
from counteroffer.ui.widgets import Banner
from counteroffer.ui.widgets.tab_order import last_stop, put_after
from counteroffer.ui.window.find_bar import FindBar
from counteroffer.ui.window.guide import Guide
from counteroffer.ui.window.herald import Herald
from counteroffer.ui.window.top_bar import TopBar

if TYPE_CHECKING:
    from counteroffer.ui.quick_start.quick_start import QuickStart


class Workspace(QWidget):
    """Pages are made when they are first shown."""

    page_shown = Signal(str)
    progressed = Signal(str, object)
    """A page's id and how far its points have come: a Fraction from 0 to 1, or None where none is needed."""
    copy_wanted = Signal()
    """Saving fails, and the person wants a copy of the workbook elsewhere."""
    reopen_wanted = Signal()
    """The workbook is put away, and the person wants to edit it after all."""
    paper_wanted = Signal(str)
    """A paper that the person wants to look at, by its id in `papers.kinds`."""
    paper_to_save = Signal(str)
    """One that is to be saved at once."""

    def __init__(self, bridge: Bridge, ctx: UiContext, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self.bridge = bridge
        bridge.setParent(self)
        self._pages: dict[str, Page] = {}
        self._quick_start: QuickStart | None = None
        self._guide_shown = True
        self._tabs = {tab.id: tab for tab in PAGES}
        self.current = PAGES[0].id
        self.top_bar = TopBar(bridge, ctx, actions)
        self.find_bar = FindBar(bridge, ctx)
        self.find_bar.chosen.connect(self.reveal)
        self.banner = Banner(ctx)
        self.banner.setProperty("place", "strip")
        self.banner.add_action(_("Save a copy elsewhere …"), self.copy_wanted.emit)
        self.banner.hide()
        self.put_away = Banner(ctx)
        self.put_away.setProperty("place", "strip")
        self.put_away.add_action(_("Reopen it"), self.reopen_wanted.emit)
        self.put_away.hide()
        self._stack = QStackedWidget()
        self.guide = Guide(ctx)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._stack, 1)
        across.addWidget(self.guide)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.find_bar)
        column.addWidget(self.banner)
        column.addWidget(self.put_away)
        column.addLayout(across, 1)
        self.guide.wanted.connect(self.reveal)
        # The points are looked at once typing rests, not with every letter.
        self._rest = QTimer(self, singleShot=True, interval=Duration.REST)
        self._rest.timeout.connect(self._look)
        self._looking = Slices[Standing](self)
        Herald(bridge, ctx, self)
        bridge.changed.connect(lambda _change: self._rest.start())
        self._standings = standings(bridge.session.workbook, ctx.today())
        bridge.save_failed.connect(self._warn)
        ctx.spelling.set_language(bridge.workbook.situation.language)
        bridge.changed.connect(lambda change: ctx.spelling.set_language(change.after.situation.language))
        bridge.saved.connect(lambda _at: self.banner.hide())

    def show_page(self, tab: str) -> Page:
        """Bring a page into view; what is being typed is saved first."""
        self._leave_quick_start()
        self.bridge.seal()
        page = self.page(tab)
        self.current = tab
        self.place_guide(self._guide_shown)
        self._stack.setCurrentWidget(page)
        self.guide.show_tab(self._tabs[tab], self._standings)
        self.page_shown.emit(tab)
        return page

    def page(self, tab: str) -> Page:
        """The page of a tab, made if need be."""
        if tab not in self._pages:
            page = self._pages[tab] = make_page(tab, self.bridge, self.ctx)
            page.elsewhere.connect(self.reveal)
            page.paper_wanted.connect(self.paper_wanted)
            page.paper_to_save.connect(self.paper_to_save)
            self._stack.addWidget(page)
            # The guide stands beside the pages, which are made after it and bit by bit.
            page.grown.connect(lambda: put_after(last_stop(page), self.guide))
        return self._pages[tab]

    @property
    def has_quick_start(self) -> bool:
        """Whether the ten questions are of use in this workbook, or have been begun."""
        return self._quick_start is not None or is_for(self.bridge.workbook)

    def show_quick_start(self) -> QuickStart:
        """Bring the ten questions into view, where they were left."""
        self.bridge.seal()
        if self._quick_start is None:
            # Loaded when it is first wanted, as the pages are.
            from counteroffer.ui.quick_start.quick_start import QuickStart

            quick_start = self._quick_start = QuickStart(self.bridge, self.ctx)
            quick_start.papers_wanted.connect(lambda: self.paper_wanted.emit("brief"))
            quick_start.workbook_wanted.connect(lambda: self.show_page(PAGES[0].id))
            quick_start.elsewhere.connect(self.reveal)
            self._stack.addWidget(quick_start)
        self.current = QUICK_START
        self._stack.setCurrentWidget(self._quick_start)
        self.place_guide(self._guide_shown)
        self._quick_start.come()
        self.page_shown.emit(QUICK_START)
        return self._quick_start

    def set_read_only(self, read_only: bool) -> None:
        """Whether the workbook is put away: then it can be read, searched and printed, and nothing in it changes."""
        _ = self.ctx.translate
        self.bridge.read_only = read_only
        self.put_away.say(_("This workbook is put away. You can read and print it; to change it, reopen it."), "info")
        self.put_away.setVisible(read_only)

    def put_above(self, strip: QWidget) -> None:
        """Show a strip between the bar on top and the page, for as long as it lives."""
        self._column.insertWidget(self._column.count() - 1, strip)

    def place_guide(self, shown: bool) -> None:
        """Show the guide beside the pages, or not. Beside the ten questions there is none: they say it themselves."""
        self._guide_shown = shown
        self.guide.setVisible(shown and self.current != QUICK_START)

    def reveal(self, path: Path) -> None:
        """Go to the field at a path, on whichever page it is."""
        tab = tab_of(path)
        if path == ("terms",) and self.current == "offer":
            tab = self.current  # that list is there too, and whoever is there adds what was offered
        if tab is None:
            self.top_bar.setFocus()
            return
        self.show_page(tab).reveal(path)

    def travel(self, change: Change | None) -> None:
        """After an undo or a redo: show what it changed."""
        if change is None or not change.paths:
            return
        asking = self._quick_start if self.current == QUICK_START else None
        if asking is None or not asking.reveal(change.paths):
            self.reveal(change.paths[0])

    def tell_progress(self) -> None:
        """Say for every page how far it has come."""
        for tab in self._tabs:
            self.progressed.emit(tab, progress(self._standings, tab))

    def _look(self) -> None:
        """In slices: with a hundred terms it would be felt while one types on."""
        self._looking.start(one_by_one(self.bridge.session.workbook, self.ctx.today()), self._looked)

    def _looked(self, found: tuple[Standing, ...]) -> None:
        if found != self._standings:
            self._standings = found
            if self.current in self._tabs:
                self.guide.refresh(self._tabs[self.current], found)
            self.tell_progress()

    def _leave_quick_start(self) -> None:
        if self._quick_start is not None and self.current == QUICK_START:
            self._quick_start.leave()

    def _warn(self, reason: str) -> None:
        _ = self.ctx.translate
        kept = _("What you wrote is kept in this window, and saving is tried again every few seconds.")
        # Tried again every few seconds: what has been said and is still in view is not said over and over.
        if self.banner.isHidden() or self.banner.accessibleName() != _(reason):
            self.banner.say(_(reason), "error", kept)
            self.banner.show()
