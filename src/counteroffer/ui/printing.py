"""Printing: what was chosen in the system's dialog, and each page painted at the printer's own fineness, on white."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPageRanges, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from counteroffer.documents.pdf.result import Page
from counteroffer.ui.preferences import Ink, PrintSetup, Sides

FINENESS = 300
"""Dots an inch: what printers show, without pictures of hundreds of megabytes."""
_SIZES: dict[Page, QPageSize.PageSizeId] = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT: QPrinter.DuplexMode.DuplexShortSide,
}
_COLOURS = {Ink.COLOUR: QPrinter.ColorMode.Color, Ink.BLACK: QPrinter.ColorMode.GrayScale}


@dataclass(frozen=True)
class PrintJob:
    """What was chosen in the print dialog."""

    setup: PrintSetup
    page: Page
    copies: int = 1
    pages: str = ""
    """Such as "1-3,5"; nothing for all."""
    file: str = ""
    """Where the PDF is to be written instead of being printed."""


def printer_for(setup: PrintSetup, page: Page) -> QPrinter:
    """A printer as it was left the last time; the system's usual one where that printer is gone."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if setup.printer in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(setup.printer)
    printer.setPageSize(QPageSize(_SIZES[page]))
    if setup.sides in _DUPLEX:
        printer.setDuplex(_DUPLEX[setup.sides])
    if setup.ink in _COLOURS:
        printer.setColorMode(_COLOURS[setup.ink])
    return printer


def job_of(printer: QPrinter, page: Page) -> PrintJob:
    """What was chosen for the printer."""
    sides = next((side for side, mode in _DUPLEX.items() if mode is printer.duplex()), Sides.AS_SET)
    ink = next(ink for ink, mode in _COLOURS.items() if mode is printer.colorMode())
    to_file = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
    return PrintJob(
        PrintSetup(printer=printer.printerName(), sides=sides, ink=ink),
        page,
        max(printer.copyCount(), 1),
        printer.pageRanges().toString().replace(" ", ""),
        printer.outputFileName() if to_file else "",
    )


def print_document(document: QPdfDocument, printer: QPrinter) -> None:
    """Paint every page that was chosen onto the printer, as large as the page itself."""
    printer.setResolution(FINENESS)
    printer.setFullPage(True)
    painter: QPainter | None = None
    for number in _chosen(document, printer.pageRanges()):
        points = document.pagePointSize(number)
        printer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
        if painter is None:
            painter = QPainter(printer)
        else:
            printer.newPage()
        size = QSize(round(points.width() * FINENESS / 72), round(points.height() * FINENESS / 72))
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), document.render(number, size))
    if painter is not None:
        painter.end()


def _chosen(document: QPdfDocument, ranges: QPageRanges) -> list[int]:
    return [number for number in range(document.pageCount()) if ranges.isEmpty() or ranges.contains(number + 1)]
