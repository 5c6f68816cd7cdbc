"""Papers: what will be printed, seen before it is saved or printed. The bytes shown are the bytes saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as File
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QStandardPaths, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counteroffer.documents.make import agreement_pdf, brief_pdf
from counteroffer.documents.terms_csv import as_file, terms_csv
from counteroffer.documents.write import write_file
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Banner, Button, Caption

if TYPE_CHECKING:
    from counteroffer.documents.pdf.result import Rendered

PAPERS = (
    ("brief", N_("Brief, for your eyes only")),
    ("shareable", N_("Brief to share")),
    ("agreement", N_("Agreement summary")),
)
SIZES = ("A4", "Letter")


class PapersDialog(QDialog):
    """Choose a paper and its size, look at it, save it, print it."""

    def __init__(self, bridge: Bridge, ctx: UiContext, paper: str, size: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._bridge = bridge
        self._content = b""
        self.setWindowTitle(_("Papers"))
        self.setProperty("look", "ground")
        self.resize(860, 760)
        self.paper = QComboBox()
        self.paper.setAccessibleName(_("Which paper"))
        for name, title in PAPERS:
            self.paper.addItem(_(title), name)
        self.paper.setCurrentIndex(self.paper.findData(paper))
        self.size_choice = QComboBox()
        self.size_choice.setAccessibleName(_("Paper size"))
        self.size_choice.addItems(list(SIZES))
        self.size_choice.setCurrentText(size)
        self.save_button = Button(ctx, _("Save as PDF …"), "main", "export", self.save)
        self.print_button = Button(ctx, _("Print …"), "", "print", self.print)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.paper, 1)
        row.addWidget(self.size_choice)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        self.banner = Banner(ctx, closable=True)
        self.banner.hide()
        self._left_out = QLabel()
        self._left_out.setProperty("look", "caption")
        self._left_out.setWordWrap(True)
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setDocument(self.document)
        self._view.setAccessibleName(_("The paper as it will be printed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(row)
        column.addWidget(self.banner)
        column.addWidget(self._left_out)
        column.addWidget(self._view, 1)
        self.terms_button = Button(ctx, _("Terms as a table (CSV) …"), "quiet", "export", self.save_terms)
        below = QHBoxLayout()
        below.setSpacing(Space.S)
        below.addWidget(self.terms_button)
        below.addWidget(Caption(_("For your own spreadsheet. It holds your limits, so keep it to yourself.")), 1)
        column.addLayout(below)
        self.paper.currentIndexChanged.connect(self.refresh)
        self.size_choice.currentIndexChanged.connect(self.refresh)
        # The window appears first, then the paper: making it takes a moment the first time.
        QTimer.singleShot(0, self, self.refresh)

    def refresh(self) -> None:
        """Make the paper anew from the workbook as it now stands."""
        rendered = self._render()
        self._content = rendered.bytes
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(self._content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._left_out.setText(self._words(rendered))
        self._left_out.setVisible(bool(self._left_out.text()))

    def save(self) -> None:
        """Ask where to, and write the PDF there."""
        _ = self.ctx.translate
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggestion = str(File(folder) / f"{self.paper.currentData()}.pdf")
        name, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), suggestion, "PDF (*.pdf)")
        if name:
            self.save_to(File(name))

    def save_to(self, file: File) -> bool:
        """Write the PDF; whether it worked, which the banner says either way."""
        if not self._content:
            self.refresh()
        return self._write(file, self._content)

    def save_terms(self) -> None:
        """Ask where to, and write the table of the terms there."""
        _ = self.ctx.translate
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggestion = str(File(folder) / "terms.csv")
        name, _kind = QFileDialog.getSaveFileName(self, _("Save the terms as a table"), suggestion, "CSV (*.csv)")
        if name:
            self.save_terms_to(File(name))

    def save_terms_to(self, file: File) -> bool:
        """Write the table of the terms; whether it worked, which the banner says either way."""
        return self._write(file, as_file(terms_csv(self._bridge.workbook, self.ctx.translate)))

    def print(self) -> None:
        """Print through the system's dialog."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from counteroffer.ui.printing import print_document

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            print_document(self.document, printer)

    def _write(self, file: File, content: bytes) -> bool:
        _ = self.ctx.translate
        try:
            write_file(file, content)
        except (BadInput, Fault) as problem:
            self._say(_(problem.sentence), "error")
            return False
        self._say(_("Saved as {name}.").format(name=file.name), "good")
        return True

    def _render(self) -> Rendered:
        workbook, today = self._bridge.workbook, self.ctx.today()
        page: Literal["A4", "Letter"] = "Letter" if self.size_choice.currentText() == "Letter" else "A4"
        translate: Callable[[str], str] = self.ctx.translate
        if self.paper.currentData() == "agreement":
            return agreement_pdf(workbook, today, page=page, translate=translate)
        shareable = self.paper.currentData() == "shareable"
        return brief_pdf(workbook, today, shareable=shareable, page=page, translate=translate)

    def _words(self, rendered: Rendered) -> str:
        _ = self.ctx.translate
        parts = []
        if rendered.left_out:
            parts.append(
                _("To fit on one page, {count} details were left out or shortened. They are in the workbook.").format(
                    count=len(rendered.left_out)
                )
            )
        if rendered.missing_glyphs:
            parts.append(_("Some characters are not in the typeface and are named instead."))
        return " ".join(parts)

    def _say(self, sentence: str, tone: str) -> None:
        self.banner.say(sentence, tone)
        self.banner.show()
