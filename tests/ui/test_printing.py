"""Printing: the printer gets as many pages as the paper has, as large as they are, and looking as they look."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from counteroffer.documents.make import agreement_pdf
from counteroffer.sample import sample_workbook
from counteroffer.ui.printing import print_document

TODAY = date(2027, 1, 15)
FINE, SIZE = QSize(1190, 1684), QSize(149, 211)
"""Drawn finely and then made small, so that only what stands where counts, and not how each edge is smoothed."""


def _load(content: bytes, keep: list[object]) -> QPdfDocument:
    buffer, document = QBuffer(), QPdfDocument(None)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    keep += [buffer, document]
    return document


def _greys(document: QPdfDocument, page: int) -> bytes:
    picture = document.render(page, FINE)
    white = QImage(FINE, QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, picture)
    painter.end()
    small = white.scaled(SIZE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
    return b"".join(bytes(grey.constScanLine(row))[: SIZE.width()] for row in range(SIZE.height()))


def test_what_is_printed_is_what_was_seen(qapp: QApplication, tmp_path: Path) -> None:
    keep: list[object] = []
    seen = _load(agreement_pdf(sample_workbook(TODAY), TODAY).bytes, keep)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    file = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(file))
    print_document(seen, printer)
    assert len(PdfReader(file).pages) == seen.pageCount()
    assert round(float(PdfReader(file).pages[0].mediabox.height)) == 842
    printed = _load(file.read_bytes(), keep)
    for page in range(seen.pageCount()):
        first, second = _greys(seen, page), _greys(printed, page)
        apart = sum(abs(one - other) for one, other in zip(first, second, strict=True)) / len(first)
        assert apart < 4, f"page {page + 1} differs by {apart:.1f} of 255 on the average"
    for one in keep:
        if isinstance(one, QPdfDocument):
            one.close()
