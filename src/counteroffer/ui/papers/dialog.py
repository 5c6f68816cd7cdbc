"""The window of papers: what will be printed, seen before it is saved or printed. The bytes shown are the bytes saved.

It stands beside the workbook's own window and follows it: what is changed there shows here a moment later.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path as File
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.documents.terms_csv import as_file, terms_csv
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import plural
from counteroffer.editing.session import Change
from counteroffer.translations import translator
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.explaining import explain
from counteroffer.ui.papers.kinds import Paper, make, make_own_copy, page_of, papers
from counteroffer.ui.papers.lacking import say_lacking
from counteroffer.ui.papers.making import PaperMaker
from counteroffer.ui.papers.preview import Preview
from counteroffer.ui.papers.saving import ask_where, telling_name, write
from counteroffer.ui.preferences import PaperSize, PrintSetup
from counteroffer.ui.theme import Duration, Space
from counteroffer.ui.widgets import Banner, Button, Caption, CheckBox, announce
from counteroffer.ui.widgets.fitting import fit_screen
from counteroffer.ui.widgets.inputs import ComboInput
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow
from counteroffer.ui.widgets.tab_order import put_in_order

if TYPE_CHECKING:
    from counteroffer.documents.pdf.result import Rendered
    from counteroffer.domain.workbook import Workbook

USUAL = QSize(860, 760)


class PapersDialog(MnemonicsOnShow, QDialog):
    """Choose a paper and its size, look at it, save it, print it.

    `remember` is told the size that was chosen, and `remember_setup` how it was printed. `portable` writes the
    workbook's file for papers that are to have it inside.
    """

    def __init__(
        self,
        bridge: Bridge,
        ctx: UiContext,
        paper: str,
        size: str,
        parent: QWidget | None = None,
        *,
        remember: Callable[[str], object] | None = None,
        portable: Callable[[Workbook], bytes] | None = None,
        setup: PrintSetup | None = None,
        remember_setup: Callable[[PrintSetup], object] | None = None,
    ) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._bridge = bridge
        self._remember = remember
        self._portable = portable
        self._setup = setup or PrintSetup()
        self._remember_setup = remember_setup
        self._papers: list[Paper] = []
        self._content = b""
        self._shown = ""
        """The paper whose content this is."""
        self._wished = ""
        self.setWindowTitle(_("Papers"))
        explain(self, "papers")
        self.setProperty("look", "ground")
        fit_screen(self, USUAL)
        self.paper = ComboInput()
        self.paper.setAccessibleName(_("Which paper"))
        self.size_choice = ComboInput()
        self.size_choice.setAccessibleName(_("Paper size"))
        for one in PaperSize:
            self.size_choice.addItem(_(one.label), one.value)
        self.size_choice.setCurrentIndex(max(0, self.size_choice.findData(size)))
        self.save_button = Button(ctx, _("Save as PDF …"), "main", "export", self.save)
        self.print_button = Button(ctx, _("Print …"), "", "print", self.print)
        # Not the button's own key: that is the one of its letter.
        QShortcut(QKeySequence.StandardKey.Print, self, self.print_button.click)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.paper, 1)
        row.addWidget(self.size_choice)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        self.banner = Banner(ctx, closable=True)
        self.banner.hide()
        self.about = Caption()
        self.inside = CheckBox(_("Put the workbook inside, so that this PDF opens again in Counteroffer"))
        self.inside.toggled.connect(lambda _on: self.refresh())
        self.lacking = Banner(ctx)
        self.lacking.hide()
        self.preview = Preview(ctx)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(row)
        column.addWidget(self.about)
        column.addWidget(self.inside)
        column.addWidget(self.banner)
        column.addWidget(self.lacking)
        column.addWidget(self.preview, 1)
        self.terms_button = Button(ctx, _("Terms as a table (CSV) …"), "quiet", "export", self.save_terms)
        below = QHBoxLayout()
        below.setSpacing(Space.S)
        below.addWidget(self.terms_button)
        below.addWidget(Caption(_("For your own spreadsheet. It holds your limits, so keep it to yourself.")), 1)
        column.addLayout(below)
        put_in_order(self)
        self._maker = PaperMaker(self)
        self._maker.made.connect(self._show)
        self._rest = QTimer(self, singleShot=True, interval=Duration.PAPER)
        self._rest.timeout.connect(self.refresh)
        self._fill(paper)
        self.paper.activated.connect(lambda _at: self.refresh())
        self.size_choice.activated.connect(lambda _at: self._resize())
        bridge.changed.connect(self._on_change)
        # The window appears first, then the paper: making it takes a moment the first time.
        QTimer.singleShot(0, self, self.refresh)

    @property
    def document(self) -> QPdfDocument:
        """What is in view."""
        return self.preview.document

    @property
    def chosen(self) -> Paper:
        """The paper that was chosen."""
        return self._papers[max(self.paper.currentIndex(), 0)]

    @property
    def with_workbook(self) -> bool:
        """Whether the paper in view has the workbook inside."""
        return self.inside.isChecked() and self._may_have_it()

    def choose(self, paper: str) -> None:
        """Show another paper."""
        self._fill(paper)
        self.refresh()

    def refresh(self) -> None:
        """Make the paper anew from the workbook as it now stands; it is shown when it is there."""
        self._rest.stop()
        paper, workbook = self.chosen, self._bridge.workbook
        if paper.id != self._wished:
            # Asked for anew with each paper: one to hand over must not have it because another one did.
            with QSignalBlocker(self.inside):
                self.inside.setChecked(False)
        self.inside.setVisible(self._may_have_it())
        self._wished = paper.id
        if self._shown != paper.id:
            self._make_way()
        # A paper speaks the workbook's language, whatever the app's.
        words = translator(workbook.situation.language)
        given = (workbook, self.ctx.today(), page_of(self.size_choice.currentData()), words)
        if self.with_workbook and paper.own is not None and self._portable is not None:
            self._maker.wish(partial(make_own_copy, paper.own, *given, self._portable))
        else:
            self._maker.wish(partial(make, paper.id, *given))

    def save(self) -> None:
        """Ask where to, and write the PDF there."""
        _ = self.ctx.translate
        file = ask_where(self, _("Save as PDF"), f"{self.chosen.file_name(self.with_workbook)}.pdf", "PDF (*.pdf)")
        if file is not None:
            self.save_to(file)

    def save_to(self, file: File) -> bool:
        """Write the PDF; whether it worked, which the banner says either way."""
        return self._be_ready() and write(file, self._content, self.banner, private=self._is_private)

    def save_terms(self) -> None:
        """Ask where to, and write the table of the terms there."""
        _ = self.ctx.translate
        name = telling_name(_("Terms"), self._bridge.workbook.situation.employer)
        file = ask_where(self, _("Save the terms as a table"), f"{name}.csv", "CSV (*.csv)")
        if file is not None:
            self.save_terms_to(file)

    def save_terms_to(self, file: File) -> bool:
        """Write the table of the terms; whether it worked, which the banner says either way."""
        table = as_file(terms_csv(self._bridge.workbook, translator(self._bridge.workbook.situation.language)))
        return write(file, table, self.banner, private=True)

    def print(self) -> None:
        """Print through the system's dialog."""
        # Loaded with the first print: it needs libraries of the system that may be missing.
        from counteroffer.ui.papers.printer import PaperPrinter

        printer = PaperPrinter(self, self.banner, self._keep_setup)
        asked = printer.ask(self._setup, page_of(self.size_choice.currentData()))
        if asked is not None and self._be_ready():
            printer.send(*asked, self.document, self._content, private=self._is_private)

    def _keep_setup(self, setup: PrintSetup) -> None:
        self._setup = setup
        if self._remember_setup is not None:
            self._remember_setup(setup)

    @property
    def _is_private(self) -> bool:
        return self.chosen.private or self.with_workbook

    def _may_have_it(self) -> bool:
        return self._portable is not None and self.chosen.own is not None

    def _fill(self, chosen: str) -> None:
        """The papers to choose from; the brief where the one that was chosen is gone."""
        found = papers(self._bridge.workbook, self.ctx)
        if found != self._papers:
            self._papers = found
            self.paper.clear()
            for paper in found:
                self.paper.addItem(paper.title, paper.id)
        self.paper.setCurrentIndex(max(self.paper.findData(chosen), 0))

    def _resize(self) -> None:
        if self._remember is not None:
            self._remember(self.size_choice.currentData())
        self.refresh()

    def _on_change(self, _change: Change) -> None:
        self._fill(str(self.paper.currentData()))
        if self.chosen.id != self._wished:
            self.refresh()  # the letter that was in view is gone
        else:
            self._rest.start()

    def _be_ready(self) -> bool:
        """Have the paper as the workbook now stands, even if that takes a moment; whether there is one."""
        if self._rest.isActive():
            self.refresh()
        self._maker.wait()
        return bool(self._content)

    def _show(self, done: Future[Rendered]) -> None:
        try:
            rendered = done.result()
        except (BadInput, Fault) as problem:
            self._make_way()
            self.about.setText("")
            self.banner.say(self.ctx.translate(problem.sentence), "error")
            self.banner.show()
            return
        self._content = rendered.bytes
        self.preview.show_paper(rendered.bytes, keep_place=self._shown == self._wished)
        self.about.setText(self._words(rendered))
        if self._shown != self._wished:
            announce(self.about, self.about.text())
        self._shown = self._wished
        say_lacking(self.lacking, rendered.lacking)

    def _make_way(self) -> None:
        """Show no page, and have nothing to save, until the paper is there: what was in view is another one's, and may
        be private where the one that was chosen is to be handed over."""
        self._content = b""
        self._shown = ""
        self.preview.clear()
        self.lacking.hide()
        self.about.setText(self.ctx.translate("One moment: the paper is being made."))

    def _words(self, rendered: Rendered) -> str:
        _ = self.ctx.translate
        parts = [self.chosen.says(self.with_workbook)]
        if rendered.left_out:
            left_out = plural(
                _,
                "To fit on one page, one detail was left out or shortened. It is in the workbook.",
                "To fit on one page, {count} details were left out or shortened. They are in the workbook.",
                len(rendered.left_out),
            )
            parts.append(left_out.format(count=len(rendered.left_out)))
        return " ".join(parts)
