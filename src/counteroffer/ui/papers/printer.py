"""Printing a paper from its window: asks how, remembers it, and hands the paper over in the best way there is.

Import it when something is printed: Qt's printing needs CUPS on Linux, and nothing else here does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as File

from PySide6.QtCore import QObject
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from counteroffer.documents.pdf.result import Page
from counteroffer.ui.papers.saving import write
from counteroffer.ui.preferences import PrintSetup
from counteroffer.ui.printing import PrintJob, job_of, print_document, printer_for
from counteroffer.ui.spooling import Spool, spooler
from counteroffer.ui.widgets import Banner


class PaperPrinter(QObject):
    """`remember` is told how a paper was printed; how it went, the banner says."""

    def __init__(self, parent: QWidget, banner: Banner, remember: Callable[[PrintSetup], object]) -> None:
        super().__init__(parent)
        self._window = parent
        self._banner = banner
        self._remember = remember
        self._spooling: tuple[QPdfDocument, QPrinter] | None = None
        """What is painted if the spooler does not take it."""

    def ask(self, setup: PrintSetup, page: Page) -> tuple[PrintJob, QPrinter] | None:
        """The system's dialog, which begins as it was left the last time; None if it was closed."""
        printer = printer_for(setup, page)
        dialog = QPrintDialog(printer, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return (job_of(printer, page), printer) if accepted else None

    def send(self, job: PrintJob, printer: QPrinter, document: QPdfDocument, content: bytes, *, private: bool) -> None:
        """Have a paper printed, or written where a file was chosen instead.

        A file gets the very bytes, a spooler that takes PDF too. Where there is none, and for a file with some of the
        pages only, the pages are painted.
        """
        if job.file:
            if job.pages:
                print_document(document, printer)
            else:
                write(File(job.file), content, self._banner, private=private)
            return
        self._remember(job.setup)
        program = spooler()
        if program is None:
            print_document(document, printer)
            self._say()
        else:
            self._spooling = document, printer
            # To a method of this object, so that nothing is called once its window is gone.
            Spool(program, job, content).done.connect(self._spooled)

    def _spooled(self, taken: bool) -> None:
        """The spooler has it; or it did not take it, and the pages are painted for the printer instead."""
        if not taken and self._spooling is not None:
            print_document(*self._spooling)
        self._spooling = None
        self._say()

    def _say(self) -> None:
        self._banner.say(self._banner.ctx.translate("Handed to the printer."), "good")
        self._banner.show()
