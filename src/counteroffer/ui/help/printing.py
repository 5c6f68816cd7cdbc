"""A help page on paper: set as a PDF in memory, in the colours of paper, and handed over as any other paper is.

Import it when something is printed: it brings Qt's printing along.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from counteroffer.domain.base import revise
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.dressing import dress
from counteroffer.ui.help.handbook import HelpPage
from counteroffer.ui.papers.kinds import page_of
from counteroffer.ui.papers.printer import PaperPrinter
from counteroffer.ui.preferences import Preferences, PrintSetup
from counteroffer.ui.settings_page import PreferenceStore
from counteroffer.ui.theme import LIGHT
from counteroffer.ui.widgets import Banner


def page_pdf(page: HelpPage, size: QPageSize, ctx: UiContext) -> bytes:
    """A help page as PDF, on as many sheets as it takes, each with its number."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(page.title)
    writer.setPageSize(size)
    # The document brings margins of its own.
    writer.setPageMargins(QMarginsF())
    document = QTextDocument()
    dress(document, page.text, ctx.theme, LIGHT)
    document.print_(writer)
    buffer.close()
    return bytes(content.data())


def print_page(page: HelpPage, window: QWidget, banner: Banner, store: PreferenceStore | None) -> None:
    """Ask how, and print; how it went, the banner says. Without a store, nothing is remembered."""
    preferences = Preferences() if store is None else store.preferences

    def remember(setup: PrintSetup) -> None:
        if store is not None:
            store.set_preferences(revise(preferences, printing=setup))

    printer = PaperPrinter(window, banner, remember)
    asked = printer.ask(preferences.printing, page_of(str(preferences.paper)))
    if asked is None:
        return
    content = page_pdf(page, asked[1].pageLayout().pageSize(), banner.ctx)
    document = QPdfDocument(window)
    held = QBuffer(document)
    held.setData(QByteArray(content))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(held)
    printer.send(*asked, document, content, private=False)
