"""The archive's list: search as you type, filters, rows or cards, and what can be done with the one chosen."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget

from counteroffer.domain.edits import Path
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_, plural
from counteroffer.editing.ports import Archive, Filters, Found, Hit, Place, Summary
from counteroffer.ui.archive.cards_view import CardsView
from counteroffer.ui.archive.chosen_menu import ChosenMenu
from counteroffer.ui.archive.filter_bar import FilterBar
from counteroffer.ui.archive.gone_banner import GoneBanner
from counteroffer.ui.archive.hits import row_of
from counteroffer.ui.archive.tags_form import TagsForm
from counteroffer.ui.context import UiContext
from counteroffer.ui.privacy import SHOW_FIRST
from counteroffer.ui.theme.tokens import Duration
from counteroffer.ui.waiting import when_answered, when_done
from counteroffer.ui.widgets import Banner, Button, Card, EmptyState, FlowRow, IconButton, Words, announce
from counteroffer.ui.widgets.inputs import let_clear
from counteroffer.ui.widgets.item_rows import RowModel
from counteroffer.ui.widgets.item_view import ItemView

MOST = 200
"""Workbooks that are shown at once; of more, the search finds the right one sooner than scrolling."""

_NO_SECOND = N_("Something that is open could not be saved, so no second one was made. Look at its window first.")


Call = Callable[[str], Future[Any]]
"""Something that is done with a workbook, by its id."""
_IN_BIN = N_("“{title}” is in the bin, where it stays for 30 days.")
_PUT_AWAY = N_("“{title}” is put away: it can be read, and changes only once you reopen it.")
_NOT_CLOSED = N_("This workbook could not be saved, so nothing was done with it. Look at its window first.")


class Desk(Protocol):
    """What the list needs beyond the archive: the windows in which workbooks may be open."""

    @property
    def archive(self) -> Archive:
        """Where workbooks are kept."""

    def keep_all(self) -> bool:
        """Save everything that is open; whether that worked."""

    def put_by(self, workbook_id: str) -> bool:
        """Save a workbook and close it wherever it is open; whether that worked."""


class ArchiveList(Card):
    """`opened(id, path)`: a workbook is to be opened, at the field where the words were found."""

    opened = Signal(str, object)
    history_wanted = Signal(str)
    export_wanted = Signal(str)

    def __init__(self, desk: Desk, ctx: UiContext, parent: QWidget | None = None) -> None:
        _ = ctx.translate
        super().__init__(_("Archive"), parent=parent)
        self.ctx = ctx
        self._desk = desk
        self._hits: dict[str, Hit] = {}
        self._asked = 0
        self._any = False
        self._total = 0
        self._opens_first = False
        self._takes_keyboard = False
        self._tagged = ""
        """The id of the workbook whose tags were last asked for."""
        self.banner = Banner(ctx, closable=True)
        self.banner.hide()
        self.gone = GoneBanner(ctx)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search in everything you wrote"))
        self.search.setAccessibleName(_("Search the archive"))
        self.search.setAccessibleDescription(_("Finds words in all workbooks, whatever their accents."))
        let_clear(self.search, ctx.icon("close"), _("Empty this line"))
        self._rest = QTimer(self, singleShot=True, interval=Duration.FIGURES)
        self._rest.timeout.connect(self.look)
        self.search.textChanged.connect(lambda _text: self._rest.start())
        ctx.privacy.changed.connect(self.refresh)
        self.search.returnPressed.connect(self._open_first)
        self.filter_bar = FilterBar(ctx)
        self.filter_bar.changed.connect(self.look)
        self.filter_bar.hide()
        self._counted = ("", self.filter_bar.filters)
        """The words and filters whose finds were last counted aloud."""
        self.filter_button = Button(ctx, _("Filter and order"), "quiet", "chevron-right", self._turn_filters)
        self.cards_button = IconButton(ctx, "cards", _("Show as cards"), self._turn_cards)
        self.cards_button.setCheckable(True)
        self.add_action(self.filter_button)
        self.add_action(self.cards_button)
        self.rows = RowModel(_("Untitled workbook"), numbered=False, parent=self)
        self.list = ItemView(ctx, self.rows, movable=False)
        self.cards = CardsView(ctx, self.rows)
        # Nothing is known of the archive until it has answered.
        for part in (self.list, self.cards, self.search, self.filter_button, self.cards_button):
            part.hide()
        for view in (self.list, self.cards):
            view.setAccessibleName(_("Workbooks"))
            view.setAccessibleDescription(_("Arrow keys choose, Enter opens, the menu key shows what else there is."))
            view.open_asked.connect(self._open)
            view.remove_asked.connect(self._delete_key)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._context_menu)
            view.setSelectionModel(self.list.selectionModel())
        self.list.selectionModel().currentChanged.connect(lambda *_at: self._chosen())
        self.rows.modelReset.connect(self._chosen)
        self.menu = ChosenMenu(ctx)
        self.tags_form = TagsForm(ctx, self._retag)
        self.tags_form.hide()
        self.empty = EmptyState(ctx, "archive", _("Your workbooks will stand here, the last one you worked on first."))
        self.nothing = Words("", "muted")
        self.more = Words("", "caption")
        self.bin_row = FlowRow(Button(ctx, _("Empty the bin …"), "danger", "remove", self._empty_bin), least=180)
        self.add(self.banner, self.gone, self.search, self.filter_bar, self.list, self.cards, self.more, self.menu)
        self.add(self.tags_form, self.empty, self.nothing, self.bin_row)
        for later in (self.more, self.menu, self.empty, self.nothing, self.bin_row):
            later.hide()
        self._join()

    def refresh(self) -> None:
        """Ask the archive anew, also for what there is to filter by."""
        when_answered(self, self._desk.archive.finding.choices(), self._offer, self._refuse)
        self.look()

    def _offer(self, choices: Filters) -> None:
        self.filter_bar.offer(choices)
        # Every workbook has a year, also one that is put away or in the bin.
        if choices.years and not self._any:
            self._any = True
            self.look()

    def look(self) -> None:
        """Search with the words and filters as they are."""
        self._rest.stop()
        self._asked += 1
        number = self._asked
        self.filter_bar.match(bool(self.search.text().strip()))
        found = self._desk.archive.finding.find(
            self.search.text(), self.filter_bar.filters, self.filter_bar.sorting, MOST
        )
        when_done(self, found, lambda done: self._found(number, done))

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def say(self, sentence: str, tone: str = "error") -> None:
        """Show a sentence at the top of the list."""
        self.banner.say(self.ctx.translate(sentence), tone)
        self.banner.show()

    # --- what was found

    def _found(self, number: int, done: Future[Found]) -> None:
        if number != self._asked:
            return  # something else was asked for meanwhile
        opens, self._opens_first = self._opens_first, False
        try:
            found = done.result()
        except (Fault, BadInput) as problem:
            self.say(problem.sentence)
            return
        self._total = found.total
        self._hits = {hit.summary.id: hit for hit in found.hits}
        self._any = self._any or bool(found.hits)
        self.rows.set_rows([row_of(hit, self.ctx) for hit in found.hits])
        if found.hits and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(0))
        self._show(found)
        self._chosen()
        if self._takes_keyboard and found.hits:
            (self.cards if self.cards_button.isChecked() else self.list).setFocus()
        self._takes_keyboard = False
        if opens:
            self._open(0)

    def _show(self, found: Found) -> None:
        _ = self.ctx.translate
        some, asked = bool(found.hits), bool(self.search.text().strip()) or self.filter_bar.narrows
        usual = self.filter_bar.filters.place in (Place.SHELF, Place.ALL)
        cards = self.cards_button.isChecked()
        self.list.setVisible(some and not cards)
        self.cards.setVisible(some and cards)
        self.menu.setVisible(some)
        # Before there is anything to search, there is no search.
        self.search.setVisible(self._any or asked or not usual)
        self.filter_button.setVisible(self._any or asked or not usual)
        self.cards_button.setVisible(self._any)
        self.empty.setVisible(not some and not asked and usual and not self._any)
        self.nothing.setVisible(not some and (asked or not usual or self._any))
        self.nothing.setText(
            _("No workbook fits. Try fewer words or other filters.")
            if asked
            else _("Nothing is in the bin.")
            if self.filter_bar.filters.place is Place.BIN
            else _("Nothing is at hand. “Filter and order” shows what is put away or in the bin.")
            if usual
            else _("Nothing is put away.")
        )
        more = found.total - len(found.hits)
        self.more.setVisible(more > 0)
        self.more.setText(_("and {count} more; a word or a filter narrows it down").format(count=more))
        self._count(found.total)
        # It empties the whole bin, so it is not offered beside a part of it.
        self.bin_row.setVisible(some and not asked and self.filter_bar.filters.place is Place.BIN)

    def _count(self, total: int) -> None:
        """Say how many there are, once for what was asked: a list that is only read anew says nothing."""
        asked = (self.search.text().strip(), self.filter_bar.filters)
        if asked != self._counted:
            self._counted = asked
            found = plural(self.ctx.translate, "One workbook", "{count} workbooks", total).format(count=total)
            announce(self.list, found if total else self.nothing.text())

    def _summary(self) -> Summary | None:
        at = self.list.currentIndex().row()
        rows = self.rows.rows()
        hit = self._hits.get(rows[at].id) if 0 <= at < len(rows) else None
        return hit.summary if hit else None

    def _chosen(self) -> None:
        summary = self._summary()
        self.menu.show_for(summary)
        # Tags that are being written stay where the list is only read anew, as when the window comes to the front.
        if summary is None or summary.id != self._tagged or self._covers_tags(summary):
            self.tags_form.hide()

    def _turn_filters(self) -> None:
        shown = self.filter_bar.isHidden()
        self.filter_bar.setVisible(shown)
        self.filter_button.setIcon(self.ctx.icon("chevron-down" if shown else "chevron-right", "accent"))

    def _turn_cards(self) -> None:
        _ = self.ctx.translate
        name = _("Show as a list") if self.cards_button.isChecked() else _("Show as cards")
        self.cards_button.setIcon(self.ctx.icon("list" if self.cards_button.isChecked() else "cards"))
        self.cards_button.setToolTip(name)
        self.cards_button.setAccessibleName(name)
        cards = self.cards_button.isChecked()
        self.list.setVisible(not cards and self.rows.rowCount() > 0)
        self.cards.setVisible(cards and self.rows.rowCount() > 0)
        if cards:
            self.cards.fit()

    # --- what is asked for

    def _join(self) -> None:
        menu = self.menu
        shelf = self._desk.archive.shelf
        menu.open_wanted.connect(lambda _id: self._open(self.list.currentIndex().row()))
        menu.history_wanted.connect(self.history_wanted)
        menu.export_wanted.connect(self.export_wanted)
        menu.tags_wanted.connect(lambda _id: self._ask_tags())
        menu.copy_wanted.connect(self._duplicate)
        menu.put_away_wanted.connect(lambda one: self._leave(one, shelf.put_away, shelf.reopen, _PUT_AWAY))
        menu.reopen_wanted.connect(lambda one: self._do(shelf.reopen(one)))
        menu.bin_wanted.connect(lambda one: self._leave(one, shelf.to_bin, shelf.from_bin, _IN_BIN))
        menu.take_back_wanted.connect(lambda one: self._do(shelf.from_bin(one)))
        menu.remove_wanted.connect(self._remove)

    def _open_first(self) -> None:
        """Open the first of what the words find, which may not be what is shown yet."""
        self._opens_first = True
        self.look()

    def _open(self, at: int) -> None:
        rows = self.rows.rows()
        if not 0 <= at < len(rows):
            return
        hit = self._hits[rows[at].id]
        if hit.summary.binned is not None:
            self.say("This workbook is in the bin. Take it back to open it.", "info")
            return
        path: Path = hit.path
        self.opened.emit(hit.summary.id, path)

    def _delete_key(self, at: int) -> None:
        summary = self._summary()
        if summary is not None:
            (self._remove if summary.binned is not None else self.menu.bin_wanted.emit)(summary.id)

    def _context_menu(self, at: QPoint) -> None:
        view = self.cards if self.cards.isVisible() else self.list
        self.menu.open_menu(view.viewport().mapToGlobal(at))

    def _ask_tags(self) -> None:
        summary = self._summary()
        if summary is None:
            return
        if self._covers_tags(summary):
            self.say(SHOW_FIRST, "info")
            return
        self._tagged = summary.id
        self.tags_form.begin(summary.tags)

    def _covers_tags(self, summary: Summary) -> bool:
        return self.ctx.privacy.covers(self.ctx.privacy.words(" ".join(summary.tags)))

    def _retag(self, tags: tuple[str, ...]) -> None:
        summary = self._summary()
        if summary is not None:
            self._put_by(summary.id, lambda one: self._desk.archive.shelf.retag(one, tags))

    def _duplicate(self, workbook_id: str) -> None:
        _ = self.ctx.translate
        title = _("{title} (second)").format(title=self._name(workbook_id))
        if self._desk.keep_all():
            self._do(self._desk.archive.shelf.duplicate(workbook_id, title))
        else:
            self.say(_NO_SECOND)

    def _remove(self, workbook_id: str) -> None:
        _ = self.ctx.translate
        name = self.ctx.privacy.words(self._name(workbook_id))
        if self._sure(
            _("Delete “{title}” for good?").format(title=name),
            _("All its states and the files that only it names go too. Only a backup could bring them back."),
            _("Delete for good"),
        ):
            self._put_by(workbook_id, self._desk.archive.shelf.remove)

    def _empty_bin(self) -> None:
        _ = self.ctx.translate
        if self._sure(
            _("Delete for good all that is in the bin ({count})?").format(count=self._total),
            _("All their states go too. Only a backup could bring them back."),
            _("Empty the bin"),
        ):
            self._do(self._desk.archive.shelf.empty_bin())

    def _leave(self, workbook_id: str, go: Call, back: Call, sentence: str) -> None:
        """Take a workbook out of the list, and say where it is and how it comes back."""
        told = self.ctx.translate(sentence).format(title=self._name(workbook_id))
        if self._put_by(workbook_id, go):
            self.gone.tell(told, lambda: self._do(back(workbook_id)))

    def _name(self, workbook_id: str) -> str:
        summary = self._hits[workbook_id].summary
        return summary.title or summary.employer or self.ctx.translate("Untitled workbook")

    def _put_by(self, workbook_id: str, call: Call) -> bool:
        """Do something with a workbook that is not open anywhere any more; whether it could be closed."""
        closed = self._desk.put_by(workbook_id)
        if closed:
            self._do(call(workbook_id))
        else:
            self.say(_NOT_CLOSED)
        return closed

    def _do(self, call: Future[Any]) -> None:
        # The button that was pressed may go with the row; the keyboard then stays with the list.
        focused = QApplication.focusWidget()
        self._takes_keyboard = focused is not None and self.menu.isAncestorOf(focused)
        when_answered(self, call, lambda _done: self.banner.hide(), self._refuse)
        when_done(self, call, lambda _done: self.refresh())

    def _refuse(self, problem: BadInput | Fault) -> None:
        self.say(problem.sentence)

    def _sure(self, question: str, detail: str, yes: str) -> bool:
        """Ask before something that cannot be taken back."""
        box = QMessageBox(self)
        box.setWindowTitle("Counteroffer")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        box.setInformativeText(detail)
        go = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.ctx.translate("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is go
