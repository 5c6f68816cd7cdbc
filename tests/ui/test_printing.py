"""Printing: the printer gets the very bytes where it can, else as many pages, as large and looking as they look."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPageRanges, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.documents.make import agreement_pdf
from counteroffer.sample import sample_workbook
from counteroffer.ui.context import UiContext
from counteroffer.ui.papers.printer import PaperPrinter
from counteroffer.ui.preferences import Ink, PrintSetup, Sides
from counteroffer.ui.printing import PrintJob, job_of, print_document, printer_for
from counteroffer.ui.spooling import Spool, arguments, spooler
from counteroffer.ui.widgets import Banner

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


def _to_file(file: Path) -> QPrinter:
    printer = printer_for(PrintSetup(), "A4")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def test_what_is_printed_is_what_was_seen(qapp: QApplication, tmp_path: Path) -> None:
    keep: list[object] = []
    seen = _load(agreement_pdf(sample_workbook(TODAY), TODAY).bytes, keep)
    file = tmp_path / "printed.pdf"
    print_document(seen, _to_file(file))
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


def test_only_the_pages_that_were_chosen_are_painted(qapp: QApplication, tmp_path: Path) -> None:
    keep: list[object] = []
    seen = _load(agreement_pdf(sample_workbook(TODAY), TODAY).bytes, keep)
    printer = _to_file(tmp_path / "printed.pdf")
    ranges = QPageRanges()
    ranges.addPage(2)
    printer.setPageRanges(ranges)
    print_document(seen, printer)
    (page,) = PdfReader(tmp_path / "printed.pdf").pages
    assert round(float(page.mediabox.height)) == 842
    seen.close()


@pytest.mark.parametrize("ink", [Ink.COLOUR, Ink.BLACK])
def test_a_printer_begins_as_it_was_left(qapp: QApplication, ink: Ink) -> None:
    setup = PrintSetup(printer="a printer that is gone", sides=Sides.ONE, ink=ink)
    printer = printer_for(setup, "Letter")
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
    job = job_of(printer, "Letter")
    assert job.setup.printer != setup.printer
    assert (job.setup.sides, job.setup.ink) == (Sides.ONE, ink)
    assert (job.copies, job.pages) == (1, "")


def test_a_job_tells_the_spooler_all_that_was_chosen() -> None:
    plain = PrintJob(PrintSetup(), "A4")
    assert arguments(plain) == ["-t", "Counteroffer", "-n", "1", "-o", "media=A4", "-o", "collate=true"]
    setup = PrintSetup(printer="Hall", sides=Sides.SHORT, ink=Ink.BLACK)
    chosen = " ".join(arguments(PrintJob(setup, "Letter", copies=3, pages="1-2,4")))
    assert chosen.startswith("-t Counteroffer -n 3 -d Hall -P 1-2,4 -o media=Letter")
    assert chosen.endswith("-o sides=two-sided-short-edge -o print-color-mode=monochrome")


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A spooler of our own on the PATH, which writes down what it was told and given."""
    program = tmp_path / "bin" / "lp"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/told"\n/bin/cat > "{tmp_path}/given"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    return program


class Window(QWidget):
    """What a paper is printed from: its printer, and what was said and remembered."""

    def __init__(self, ctx: UiContext) -> None:
        super().__init__()
        self.banner = Banner(ctx, parent=self)
        self.banner.hide()
        self.remembered: list[PrintSetup] = []
        self.printer = PaperPrinter(self, self.banner, self.remembered.append)


@pytest.fixture
def window(qtbot: QtBot, ctx: UiContext) -> Window:
    made = Window(ctx)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="pages are painted for the printer there")
class TestTheSpooler:
    def test_it_gets_the_very_bytes_and_no_file_holds_them_on_the_way(
        self, qtbot: QtBot, window: Window, lp: Path, tmp_path: Path
    ) -> None:
        content = agreement_pdf(sample_workbook(TODAY), TODAY).bytes
        job = PrintJob(PrintSetup(printer="Hall", sides=Sides.LONG, ink=Ink.BLACK), "A4", copies=2, pages="1")
        before = set(tmp_path.rglob("*"))
        window.printer.send(job, _to_file(tmp_path / "none"), QPdfDocument(window), content, private=True)
        qtbot.waitUntil(window.banner.isVisible)
        assert window.banner.accessibleName() == "Handed to the printer."
        assert (tmp_path / "given").read_bytes() == content
        assert (tmp_path / "told").read_text().splitlines() == arguments(job)
        assert set(tmp_path.rglob("*")) - before == {tmp_path / "given", tmp_path / "told"}
        assert window.remembered == [job.setup]

    def test_where_it_refuses_the_pages_are_painted(
        self, qtbot: QtBot, window: Window, lp: Path, tmp_path: Path
    ) -> None:
        lp.write_text("#!/bin/sh\nexit 1\n")
        keep: list[object] = []
        content = agreement_pdf(sample_workbook(TODAY), TODAY).bytes
        document = _load(content, keep)
        printer = _to_file(tmp_path / "painted.pdf")
        window.printer.send(PrintJob(PrintSetup(), "A4"), printer, document, content, private=True)
        qtbot.waitUntil(window.banner.isVisible)
        assert len(PdfReader(tmp_path / "painted.pdf").pages) == document.pageCount()
        document.close()

    def test_a_window_that_was_closed_meanwhile_is_not_spoken_to(
        self, qtbot: QtBot, qapp: QApplication, ctx: UiContext, lp: Path, tmp_path: Path
    ) -> None:
        window = Window(ctx)
        document = QPdfDocument(window)
        window.printer.send(PrintJob(PrintSetup(), "A4"), _to_file(tmp_path / "none"), document, b"%PDF", private=True)
        (spool,) = (one for one in qapp.children() if isinstance(one, Spool))
        window.deleteLater()
        with qtbot.waitSignal(spool.done):
            pass
        assert (tmp_path / "given").read_bytes() == b"%PDF"

    def test_one_that_cannot_start_has_not_taken_it(self, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
        taken: list[bool] = []
        Spool(str(tmp_path / "nothing"), PrintJob(PrintSetup(), "A4"), b"%PDF").done.connect(taken.append)
        qtbot.waitUntil(lambda: bool(taken))
        assert taken == [False]

    def test_a_bundle_gives_it_back_its_own_libraries(
        self, qtbot: QtBot, qapp: QApplication, lp: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lp.write_text(f'#!/bin/sh\nprintf "%s" "$LD_LIBRARY_PATH" > "{tmp_path}/libraries"\n')
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/of/the/system")
        taken: list[bool] = []
        Spool(str(lp), PrintJob(PrintSetup(), "A4"), b"").done.connect(taken.append)
        qtbot.waitUntil(lambda: bool(taken))
        assert (tmp_path / "libraries").read_text() == "/of/the/system"


@pytest.mark.parametrize("answer", QDialog.DialogCode)
def test_the_systems_dialog_is_asked_and_may_be_closed(window: Window, answer: QDialog.DialogCode) -> None:
    seen: list[str] = []

    def answer_it() -> None:
        (dialog,) = window.findChildren(QPrintDialog)
        seen.append(dialog.printer().pageLayout().pageSize().name())
        dialog.done(answer.value)

    QTimer.singleShot(0, answer_it)
    asked = window.printer.ask(PrintSetup(ink=Ink.BLACK), "Letter")
    assert len(seen) == 1
    assert seen[0].startswith("Letter")
    assert (asked is not None) == (answer is QDialog.DialogCode.Accepted)
    if asked is not None:
        assert asked[0].setup.ink is Ink.BLACK


def test_without_a_spooler_the_pages_are_painted(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert spooler() is None
    keep: list[object] = []
    content = agreement_pdf(sample_workbook(TODAY), TODAY).bytes
    document = _load(content, keep)
    printer = _to_file(tmp_path / "painted.pdf")
    window.printer.send(PrintJob(PrintSetup(), "A4"), printer, document, content, private=True)
    assert len(PdfReader(tmp_path / "painted.pdf").pages) == document.pageCount()
    assert window.banner.accessibleName() == "Handed to the printer."
    document.close()


def test_a_file_gets_the_very_bytes_unless_pages_were_chosen(window: Window, tmp_path: Path) -> None:
    keep: list[object] = []
    content = agreement_pdf(sample_workbook(TODAY), TODAY).bytes
    document = _load(content, keep)
    file = tmp_path / "printed.pdf"
    printer = _to_file(file)
    window.printer.send(job_of(printer, "A4"), printer, document, content, private=False)
    assert file.read_bytes() == content
    assert "printed.pdf" in window.banner.accessibleName()
    ranges = QPageRanges()
    ranges.addPage(1)
    printer.setPageRanges(ranges)
    job = job_of(printer, "A4")
    assert (job.pages, job.file) == ("1", str(file))
    window.printer.send(job, printer, document, content, private=False)
    assert len(PdfReader(file).pages) == 1
    assert window.remembered == []
    document.close()
