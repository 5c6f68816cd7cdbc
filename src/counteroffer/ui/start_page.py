"""The start page: the archive's list, a search over it, and the ways in."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from counteroffer.domain.agreement import Outcome
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.situation import Stage
from counteroffer.editing.ports import Archive, Summary
from counteroffer.ui.context import UiContext
from counteroffer.ui.finding import fold
from counteroffer.ui.reading import write_day
from counteroffer.ui.waiting import when_done
from counteroffer.ui.widgets import Banner, Button, Card, Column, EmptyState, FlowRow, Row, Words
from counteroffer.ui.widgets.item_rows import RowModel
from counteroffer.ui.widgets.item_view import ItemView


class StartPage(Column):
    """Shows what the archive holds. It asks for things by signals; the window does them."""

    opened = Signal(str)
    """A workbook's id."""
    new_wanted = Signal()
    quick_start_wanted = Signal()
    sample_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, archive: Archive, ctx: UiContext, parent: QWidget | None = None) -> None:
        _ = ctx.translate
        super().__init__(
            _("Your negotiations"),
            _("Everything stays on this computer. Nothing is ever sent anywhere."),
            parent=parent,
        )
        self.ctx = ctx
        self._archive = archive
        self._summaries: tuple[Summary, ...] = ()
        self.banner = Banner(ctx, closable=True)
        self.banner.hide()
        self.add(self.banner, self._ways_in(), self._list_card())
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Ask the archive for its list anew."""
        when_done(self, self._archive.summaries(), self._listed)

    def say(self, sentence: str, tone: str = "error") -> None:
        """Show a sentence at the top of the page."""
        self.banner.say(sentence, tone)
        self.banner.show()

    def _ways_in(self) -> QWidget:
        _ = self.ctx.translate
        card = Card(_("Begin"))
        self.new_button = Button(self.ctx, _("New workbook"), "main", "add", self.new_wanted.emit)
        self.quick_button = Button(self.ctx, _("Quick start"), "", "play", self.quick_start_wanted.emit)
        self.sample_button = Button(self.ctx, _("Open the sample"), "", "eye", self.sample_wanted.emit)
        self.import_button = Button(self.ctx, _("Import a file …"), "", "import", self.import_wanted.emit)
        card.add(FlowRow(self.new_button, self.quick_button, self.sample_button, self.import_button))
        card.add(
            Words(_("Little time? The quick start asks ten questions and ends with a brief to print."), "muted"),
            Words(_("The sample is a whole negotiation of invented people. Look around in it as you like."), "muted"),
        )
        return card

    def _list_card(self) -> QWidget:
        _ = self.ctx.translate
        card = Card(_("Archive"))
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Search by title, employer, role or tag"))
        self._search.setAccessibleName(_("Search the archive"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(lambda _text: self._show())
        self.rows = RowModel(_("Untitled workbook"), numbered=False, parent=self)
        self.list = ItemView(self.ctx, self.rows, movable=False)
        self.list.setAccessibleName(_("Workbooks"))
        self.list.setAccessibleDescription(_("Arrow keys choose, Enter opens."))
        self.list.open_asked.connect(self._open)
        self.list.clicked.connect(lambda index: self._open(index.row()))
        self._empty = EmptyState(
            self.ctx, "archive", _("Your workbooks will stand here, the last one you worked on first.")
        )
        self._nothing = Words(_("No workbook holds these words."), "muted")
        card.add(self._search, self.list, self._empty, self._nothing)
        return card

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _listed(self, done: Future[tuple[Summary, ...]]) -> None:
        try:
            self._summaries = done.result()
        except (Fault, BadInput) as problem:
            self.say(self.ctx.translate(problem.sentence))
        self._show()

    def _show(self) -> None:
        words = fold(self._search.text()).split()
        shown = [one for one in self._summaries if all(word in _searched(one) for word in words)]
        self.rows.set_rows([row_of(summary, self.ctx) for summary in shown])
        self.list.setVisible(bool(shown))
        self._search.setVisible(bool(self._summaries))
        self._empty.setVisible(not self._summaries)
        self._nothing.setVisible(bool(self._summaries) and not shown)

    def _open(self, at: int) -> None:
        self.opened.emit(self.rows.rows()[at].id)


def row_of(summary: Summary, ctx: UiContext) -> Row:
    """What tells one workbook from another."""
    _ = ctx.translate
    parts = [part for part in (summary.employer, summary.role, _state(summary, _)) if part]
    changed = write_day(summary.changed.astimezone().date(), ctx.locale)
    parts.append(_("changed {day}").format(day=changed))
    title = summary.title or summary.employer
    return Row(summary.id, title, " · ".join(parts))


def _state(summary: Summary, translate: Callable[[str], str]) -> str:
    if summary.outcome is not None:
        return translate(Outcome(summary.outcome).label)
    return translate(Stage(summary.stage).label) if summary.stage is not None else ""


def _searched(summary: Summary) -> str:
    return fold(" ".join((summary.title, summary.employer, summary.role, *summary.tags)))
