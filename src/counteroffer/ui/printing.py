"""Printing: each page of a PDF painted at the printer's own fineness, on white."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

FINENESS = 300
"""Dots an inch: what printers show, without pictures of hundreds of megabytes."""


def print_document(document: QPdfDocument, printer: QPrinter) -> None:
    """Paint every page onto the printer, as large as the page itself."""
    printer.setResolution(FINENESS)
    printer.setFullPage(True)
    for number in range(document.pageCount()):
        points = document.pagePointSize(number)
        printer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
        if number == 0:
            painter = QPainter(printer)
        else:
            printer.newPage()
        size = QSize(round(points.width() * FINENESS / 72), round(points.height() * FINENESS / 72))
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), document.render(number, size))
    if document.pageCount():
        painter.end()
