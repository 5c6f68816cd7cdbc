"""The start page: the ways in, the archive's list, and the doors to what concerns all workbooks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counteroffer.ui.archive.archive_list import ArchiveList
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.tour_card import FirstDesk, TourCard
from counteroffer.ui.widgets import Banner, Button, Card, Column, FlowRow, Words
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow


class StartPage(MnemonicsOnShow, Column):
    """Shows what the archive holds. It asks for things by signals; the window does them."""

    buttons_have_letters = False

    opened = Signal(str, object)
    """A workbook's id, and the path of the field to open it at; the empty path is its first page."""
    new_wanted = Signal()
    quick_start_wanted = Signal()
    sample_wanted = Signal()
    tour_wanted = Signal()
    help_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal(str)
    export_all_wanted = Signal()
    history_wanted = Signal(str)
    record_wanted = Signal()
    moving_wanted = Signal()

    def __init__(self, desk: FirstDesk, ctx: UiContext, parent: QWidget | None = None) -> None:
        _ = ctx.translate
        super().__init__(
            _("Your negotiations"),
            _("Everything stays on this computer. Nothing is ever sent anywhere."),
            parent=parent,
        )
        self.ctx = ctx
        self.banner = Banner(ctx, closable=True)
        self.banner.hide()
        self.tour_card = TourCard(desk, ctx, self.tour_wanted.emit)
        self.list = ArchiveList(desk, ctx)
        self.list.opened.connect(self.opened)
        self.list.history_wanted.connect(self.history_wanted)
        self.list.export_wanted.connect(self.export_wanted)
        self.add(self.banner, self.tour_card, self._ways_in(), self.list, self._doors())
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Ask the archive for its list anew."""
        self.list.refresh()
        self.tour_card.refresh()

    def forget_tour(self) -> None:
        """The tour has been begun: it need not be offered any more."""
        self.tour_card.put_away()

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.show_widget(self.list.search)
        self.list.focus_search()

    def say(self, sentence: str, tone: str = "error", detail: str = "") -> None:
        """Show a sentence at the top of the page."""
        self.banner.say(sentence, tone, detail)
        self.banner.show()

    def _ways_in(self) -> QWidget:
        _ = self.ctx.translate
        card = Card(_("Begin"))
        self.help_button = Button(self.ctx, _("Help"), "quiet", "help", self.help_wanted.emit)
        card.add_action(self.help_button)
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

    def _doors(self) -> QWidget:
        _ = self.ctx.translate
        card = Card(_("All of them together"))
        self.record_button = Button(self.ctx, _("What was asked and won"), "", "record", self.record_wanted.emit)
        self.export_all_button = Button(self.ctx, _("Export everything …"), "", "export", self.export_all_wanted.emit)
        self.moving_button = Button(self.ctx, _("Move to another computer …"), "", "computer", self.moving_wanted.emit)
        card.add(FlowRow(self.record_button, self.export_all_button, self.moving_button, least=200))
        return card
