"""The window of the help, beside the app's own: contents and search at the side, the page to read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from counteroffer.domain.words import plural
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.fonts import ITALIC, load_fonts
from counteroffer.ui.help.arrows import arrows
from counteroffer.ui.help.contents import ContentsTree
from counteroffer.ui.help.dressing import plain_text
from counteroffer.ui.help.handbook import FIRST, HelpPage, handbook
from counteroffer.ui.help.markdown import DO
from counteroffer.ui.help.reader import Reader
from counteroffer.ui.help.searching import PlainPage, marks, search
from counteroffer.ui.help.trail import Trail
from counteroffer.ui.settings_page import PreferenceStore
from counteroffer.ui.theme import Duration, Size, Space
from counteroffer.ui.widgets import Banner, Caption, Row, announce
from counteroffer.ui.widgets.fitting import fit_screen
from counteroffer.ui.widgets.inputs import let_clear
from counteroffer.ui.widgets.item_rows import RowModel
from counteroffer.ui.widgets.item_view import ItemView
from counteroffer.ui.window.commands import Command, make_actions

USUAL = QSize(960, 720)
LEAST = QSize(620, 420)
_OUTSIDE = ("http", "https", "mailto")


class HelpWindow(QDialog):
    """Reads, never acts: what a page offers to do is asked for by `wanted(command id)`."""

    wanted = Signal(str)

    def __init__(
        self,
        ctx: UiContext,
        store: PreferenceStore | None,
        commands: Iterable[QAction],
        parent: QWidget | None = None,
    ) -> None:
        """`commands` are the actions of the app's window, for the list of keys; `store` remembers how pages were
        printed, where there is one."""
        super().__init__(parent, Qt.WindowType.Window)
        _ = ctx.translate
        # Examples are set in italics; the app's other pages never are.
        load_fonts(ITALIC)
        self.ctx = ctx
        self._store = store
        self._trail = Trail()
        self._plain: tuple[PlainPage, ...] = ()
        self.setWindowTitle(_("Help – Counteroffer"))
        self.setProperty("look", "ground")
        self.setMinimumSize(LEAST)
        fit_screen(self, USUAL)
        self.actions_by_id = make_actions(self, ctx, self._commands())
        chapters = handbook(ctx, commands, self.actions_by_id.values())
        self._pages = {page.address: page for chapter in chapters for page in chapter.pages}
        self.contents = ContentsTree(ctx, chapters)
        self.contents.chosen.connect(self.go)
        self.reader = Reader(ctx)
        self.reader.followed.connect(self._follow)
        self.banner = Banner(ctx, closable=True)
        self.banner.hide()
        self.copy_button = self.banner.add_action(_("Copy the address"), self._copy)
        self._outside = ""
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Search the help"))
        self.words.setAccessibleName(_("Search the help"))
        let_clear(self.words, ctx.icon("close"), _("Empty this line"))
        self._rest = QTimer(self, singleShot=True, interval=Duration.FIGURES)
        self._rest.timeout.connect(self.look)
        self.words.textChanged.connect(lambda _text: self._rest.start())
        self.words.returnPressed.connect(self._open_first)
        self.rows = RowModel("", numbered=False, parent=self)
        self.hits = ItemView(ctx, self.rows, movable=False)
        self.hits.setAccessibleName(_("Pages found"))
        self.hits.clicked.connect(lambda at: self._open_hit(at.row()))
        self.hits.open_asked.connect(self._open_hit)
        self.count = Caption()
        for later in (self.hits, self.count):
            later.hide()
        across = QHBoxLayout(self)
        across.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        across.setSpacing(Space.L)
        across.addWidget(self._side())
        across.addLayout(self._middle(), 1)
        self.go(FIRST)

    @property
    def page(self) -> HelpPage:
        """The page in view."""
        return self._pages[self._address]

    def go(self, address: str) -> None:
        """Show a page; where there is none at this address, the first one."""
        known = address if address in self._pages else FIRST
        self._trail.go(known)
        self._show(known)

    def back(self) -> None:
        """The page before."""
        if self._trail.can_go_back:
            self._show(self._trail.back())

    def forward(self) -> None:
        """The page one came back from."""
        if self._trail.can_go_forward:
            self._show(self._trail.forward())

    def look(self) -> None:
        """Search with the words as they are; without any, the contents are back."""
        _ = self.ctx.translate
        self._rest.stop()
        words = self.words.text()
        if not self._plain:
            self._plain = tuple(PlainPage(page, plain_text(page.text)) for page in self._pages.values())
        found = search(self._plain, words)
        self.rows.set_rows(
            [Row(hit.page.address, hit.page.title, hit.snippet, "", tuple(marks(hit.snippet, words))) for hit in found]
        )
        self.reader.mark(words)
        asked = bool(words.strip())
        self.contents.setVisible(not asked)
        self.hits.setVisible(bool(found))
        self.count.setVisible(asked)
        said = plural(_, "Found on one page", "Found on {count} pages", len(found)).format(count=len(found))
        self.count.setText(said if found else _("Found nowhere. Try fewer words, or only how one begins."))
        announce(self.count, self.count.text())

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def print_page(self) -> None:
        """Print the page in view."""
        from counteroffer.ui.help.printing import print_page

        print_page(self.page, self, self.banner, self._store)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Escape first puts the search away, then the window.
        if event.key() == Qt.Key.Key_Escape and self.words.text():
            self.words.clear()
            self.look()
            return
        super().keyPressEvent(event)

    def _commands(self) -> tuple[Command, ...]:
        back, on = arrows()
        return (
            Command("back", N_("Back"), back, ("Alt+Left",), self.back),
            Command("forward", N_("Forward"), on, ("Alt+Right",), self.forward),
            Command("first", N_("First page"), "help", ("Alt+Home",), lambda: self.go(FIRST)),
            Command("search", N_("Search the help"), "find", ("Ctrl+F",), self.focus_search),
            Command("print", N_("Print this page"), "print", ("Ctrl+P",), self.print_page),
        )

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(Size.GUIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.words)
        column.addWidget(self.count)
        column.addWidget(self.hits)
        column.addWidget(self.contents, 1)
        column.addStretch()
        return side

    def _middle(self) -> QVBoxLayout:
        tools = QHBoxLayout()
        tools.setSpacing(Space.XS)
        for name in ("back", "forward", "first"):
            tools.addWidget(_tool(self.actions_by_id[name]))
        tools.addStretch(1)
        tools.addWidget(_tool(self.actions_by_id["print"]))
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addLayout(tools)
        column.addWidget(self.banner)
        column.addWidget(self.reader, 1)
        return column

    def _show(self, address: str, words: str = "") -> None:
        self._address = address
        self.banner.hide()
        self.reader.show_page(self.page, words)
        self.contents.show_current(address)
        self.actions_by_id["back"].setEnabled(self._trail.can_go_back)
        self.actions_by_id["forward"].setEnabled(self._trail.can_go_forward)
        announce(self.reader, self.page.title)

    def _follow(self, address: str) -> None:
        if address.startswith(DO):
            self.wanted.emit(address.removeprefix(DO))
        elif address.partition(":")[0] in _OUTSIDE:
            self._offer(address)
        else:
            self.go(address)

    def _offer(self, address: str) -> None:
        """Counteroffer never goes there by itself."""
        _ = self.ctx.translate
        self._outside = address
        self.banner.say(
            address, "info", _("This leads out of Counteroffer, which never goes online. Copy it if you like.")
        )
        self.copy_button.show()
        self.banner.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._outside)
        announce(self.banner, self.ctx.translate("Copied"))
        self.banner.hide()

    def _open_first(self) -> None:
        self.look()
        self._open_hit(max(0, self.hits.currentIndex().row()))

    def _open_hit(self, at: int) -> None:
        rows = self.rows.rows()
        if at < len(rows):
            self._trail.go(rows[at].id)
            self._show(rows[at].id, self.words.text())


def _tool(action: QAction) -> QToolButton:
    from counteroffer.ui.window.top_bar import tool

    button = tool(action)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
