"""What the start page asks for, done for one window: begin, take in, give out, look back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as File
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from counteroffer.documents.carried import portable_of
from counteroffer.domain.edits import Path
from counteroffer.domain.errors import BadInput
from counteroffer.domain.situation import PayBasis, Situation
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import TakenIn
from counteroffer.editing.ports.carrying import LARGEST_FILE
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.start_page import StartPage
from counteroffer.ui.tabs import QUICK_START, TABS
from counteroffer.ui.waiting import when_answered
from counteroffer.ui.widgets import announce
from counteroffer.ui.window.places import TOUR
from counteroffer.ui.window.services import Services

if TYPE_CHECKING:
    from counteroffer.ui.archive.export_dialog import Export

FILES = "Counteroffer (*.counteroffer)"
"""What a copy is saved as."""
TOO_LARGE = N_("The file is larger than any that Counteroffer writes, so it was not read. Nothing was changed.")
SUFFIXES = (".counteroffer", ".pdf")
TAKEN_IN = "Counteroffer (*.counteroffer *.pdf)"
"""A PDF may have a workbook inside."""
_FIRST = ("situation", "employer")
"""The field in which a new workbook begins."""


class ArchiveDesk:
    """`choose(id, place, path)` opens a workbook once the archive has it, at a field if the path is not empty."""

    def __init__(
        self,
        window: QWidget,
        page: StartPage,
        services: Services,
        ctx: UiContext,
        choose: Callable[[str, str, Path], None],
    ) -> None:
        self._window = window
        self._page = page
        self._services = services
        self.ctx = ctx
        self._choose = choose
        page.new_wanted.connect(self.new_workbook)
        page.quick_start_wanted.connect(self.quick_start)
        page.sample_wanted.connect(self.open_sample)
        page.tour_wanted.connect(self.tour)
        page.import_wanted.connect(self.import_file)
        page.export_wanted.connect(self.export)
        page.export_all_wanted.connect(self.export_all)
        page.moving_wanted.connect(self.move_house)

    def new_workbook(self) -> None:
        """An empty workbook, shown once the archive has it, ready to be written in."""
        self._add(self._empty_workbook(), path=_FIRST)

    def quick_start(self) -> None:
        """The same, with the ten questions to begin with."""
        self._add(self._empty_workbook(), QUICK_START)

    def open_sample(self) -> None:
        """A fresh copy of the sample."""
        self._add(self._services.sample())

    def tour(self) -> None:
        """The same, shown round in."""
        self._page.forget_tour()
        self._add(self._services.sample(), TOUR)

    def import_file(self) -> None:
        """Ask for a portable file and take it in."""
        _ = self.ctx.translate
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Import a workbook"), "", TAKEN_IN)
        if name:
            self.take_in(File(name))

    def take_in(self, file: File) -> None:
        """Import a portable file, or a PDF with one inside, and open it."""
        try:
            if file.stat().st_size > LARGEST_FILE:
                raise BadInput(TOO_LARGE)
            content = portable_of(file.read_bytes())
        except BadInput as problem:
            self._page.say(self.ctx.translate(problem.sentence))
            return
        except OSError:
            self._page.say(
                self.ctx.translate("The file cannot be read. Nothing was changed; look whether it is still there.")
            )
            return
        from counteroffer.ui.archive.incoming_dialog import IncomingDialog

        services = self._services
        dialog = IncomingDialog(self.ctx, services.archive.carrying, content, file.name, services.put_by, self._window)
        dialog.taken.connect(self._taken)
        dialog.open()

    def export(self, workbook_id: str) -> None:
        """Write one workbook to a file."""
        _ = self.ctx.translate
        carrying = self._services.archive.carrying
        self._export(_("Export this workbook"), _("workbook"), lambda secret: carrying.export(workbook_id, secret))

    def export_all(self) -> None:
        """Write all workbooks to one file."""
        _ = self.ctx.translate
        carrying = self._services.archive.carrying
        self._export(_("Export everything"), _("all workbooks"), carrying.export_all)

    def move_house(self) -> None:
        """Take everything to another computer, or bring it in from there."""
        from counteroffer.ui.archive.moving_dialog import MovingDialog

        services = self._services
        MovingDialog(self.ctx, services.archive, services.keep_all, services.bring_in, self._window).open()

    def _export(self, title: str, name: str, export: Export) -> None:
        from counteroffer.ui.archive.export_dialog import ExportDialog

        if not self._services.keep_all():
            self._page.say(self.ctx.translate("Something that is open could not be saved, so nothing was exported."))
            return
        ExportDialog(self.ctx, title, f"{name}.counteroffer", export, self._window).open()

    def _taken(self, taken: tuple[TakenIn, ...]) -> None:
        _ = self.ctx.translate
        self._page.refresh()
        came = sum(one.saved is not None for one in taken)
        sentence = _("Workbooks taken in: {count}.").format(count=came)
        if len(taken) == 1:
            # It opens at once, so that only who cannot see it is told.
            announce(self._window, sentence)
            self._choose(taken[0].incoming.id if taken[0].saved is None else taken[0].saved.workbook_id, TABS[0].id, ())
            return
        kept = len(taken) - came
        self._page.say(sentence, "good", _("Kept as they were here: {count}.").format(count=kept) if kept else "")

    def _empty_workbook(self) -> Workbook:
        preferences = self._services.preferences
        pay = PayBasis(work_days_a_year=preferences.work_days)
        return Workbook(situation=Situation(currency=preferences.currency, language=self.ctx.papers, pay=pay))

    def _add(self, workbook: Workbook, place: str = TABS[0].id, path: Path = ()) -> None:
        when_answered(
            self._window,
            self._services.archive.add(workbook),
            lambda saved: self._choose(saved.workbook_id, place, path),
            lambda problem: self._page.say(self.ctx.translate(problem.sentence)),
        )


def files_in(dropped: QMimeData) -> tuple[File, ...]:
    """The files among what was dropped that a workbook may be in."""
    files = (File(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile())
    return tuple(file for file in files if file.suffix.lower() in SUFFIXES)
