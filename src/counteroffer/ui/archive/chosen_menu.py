"""What can be done with the workbook that is chosen in the list, as buttons below it and as its context menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from counteroffer.editing.ports import Summary
from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import Button, FlowRow


class ChosenMenu(QWidget):
    """Asks for things by signals, each with the workbook's id."""

    open_wanted = Signal(str)
    history_wanted = Signal(str)
    tags_wanted = Signal(str)
    copy_wanted = Signal(str)
    export_wanted = Signal(str)
    put_away_wanted = Signal(str)
    reopen_wanted = Signal(str)
    bin_wanted = Signal(str)
    take_back_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._summary: Summary | None = None
        self.open_button = Button(ctx, _("Open it"), "main", "", self._open)
        self.tags_button = Button(ctx, _("Tags …"), "", "edit", self._tags)
        self.away_button = Button(ctx, _("Put away"), "", "archive", self._turn)
        self.more_button = Button(ctx, _("More"), "", "more")
        self.back_button = Button(ctx, _("Take it back"), "main", "undo", self._take_back)
        self.gone_button = Button(ctx, _("Delete for good …"), "danger", "remove", self._remove)
        self._menu = QMenu(self)
        self.more_button.setMenu(self._menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._usual = FlowRow(self.open_button, self.tags_button, self.away_button, self.more_button, least=130)
        self._in_bin = FlowRow(self.back_button, self.gone_button, least=130)
        column.addWidget(self._usual)
        column.addWidget(self._in_bin)
        self.show_for(None)

    def show_for(self, summary: Summary | None) -> None:
        """Offer what can be done with this workbook; with none, nothing."""
        _ = self.ctx.translate
        self._summary = summary
        in_bin = summary is not None and summary.binned is not None
        self._usual.setVisible(not in_bin)
        self._in_bin.setVisible(in_bin)
        for button in (self.open_button, self.tags_button, self.away_button, self.more_button):
            button.setEnabled(summary is not None)
        away = summary is not None and summary.archived
        self.away_button.setText(_("Reopen") if away else _("Put away"))
        self.away_button.setAccessibleName(self.away_button.text())
        self.away_button.setToolTip(
            _("Let it be edited again.") if away else _("Keep it as it is: read-only until it is reopened.")
        )
        self._fill(self._menu)

    def open_menu(self, at: QPoint) -> None:
        """The same as a context menu, at a point on the screen."""
        if self._summary is not None:
            menu = QMenu(self)
            self._fill(menu, everything=True)
            menu.popup(at)

    def _fill(self, menu: QMenu, *, everything: bool = False) -> None:
        _ = self.ctx.translate
        menu.clear()
        summary = self._summary
        if summary is None:
            return
        if summary.binned is not None:
            menu.addAction(self.ctx.icon("undo"), _("Take it back"), self._take_back)
            menu.addAction(self.ctx.icon("remove"), _("Delete for good …"), self._remove)
            return
        if everything:
            menu.addAction(self.ctx.icon("chevron-right"), _("Open it"), self._open)
            menu.addAction(self.ctx.icon("edit"), _("Tags …"), self._tags)
            menu.addAction(self.ctx.icon("archive"), self.away_button.text(), self._turn)
        menu.addAction(self.ctx.icon("clock"), _("Earlier states …"), lambda: self.history_wanted.emit(summary.id))
        menu.addAction(self.ctx.icon("copy"), _("Make a second one"), lambda: self.copy_wanted.emit(summary.id))
        menu.addAction(self.ctx.icon("export"), _("Export to a file …"), lambda: self.export_wanted.emit(summary.id))
        menu.addSeparator()
        menu.addAction(self.ctx.icon("remove"), _("Put into the bin"), lambda: self.bin_wanted.emit(summary.id))

    def _open(self) -> None:
        if self._summary is not None:
            self.open_wanted.emit(self._summary.id)

    def _tags(self) -> None:
        if self._summary is not None:
            self.tags_wanted.emit(self._summary.id)

    def _turn(self) -> None:
        if self._summary is not None:
            (self.reopen_wanted if self._summary.archived else self.put_away_wanted).emit(self._summary.id)

    def _take_back(self) -> None:
        if self._summary is not None:
            self.take_back_wanted.emit(self._summary.id)

    def _remove(self) -> None:
        if self._summary is not None:
            self.remove_wanted.emit(self._summary.id)
