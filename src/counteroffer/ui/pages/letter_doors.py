"""Below a letter: looking at it as it will be printed, and saving it for paper, for a form, or for the mail program."""

from __future__ import annotations

from pathlib import Path as File
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.documents.make import letter_eml, letter_text
from counteroffer.domain.agreement import Letter
from counteroffer.editing.session import Change
from counteroffer.translations import Translator, translator
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.letter_words import AT, has_words
from counteroffer.ui.papers.kinds import file_of, paper_of
from counteroffer.ui.papers.saving import ask_where, write
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Banner, Button, FlowLayout

if TYPE_CHECKING:
    from counteroffer.ui.pages.page import Page


class LetterDoors(QWidget):
    """There while the letter has words: a draft that nobody has read is not to be sent."""

    def __init__(self, form: Form, page: Page) -> None:
        super().__init__()
        self.form = form
        self._page = page
        ctx = form.ctx
        _ = ctx.translate
        self.look_button = Button(ctx, _("Look at it"), "", "eye", self.look)
        self.pdf_button = Button(ctx, _("Save as PDF …"), "", "export", self.save_pdf)
        self.text_button = Button(ctx, _("Save as text …"), "", "export", self.save_text)
        self.mail_button = Button(ctx, _("Save as mail draft (.eml) …"), "", "export", self.save_mail)
        self.mail_button.setToolTip(_("Most mail programs open it ready to be read once more, and sent."))
        buttons = QWidget()
        line = FlowLayout(buttons, Space.S)
        for button in (self.look_button, self.pdf_button, self.text_button, self.mail_button):
            line.addWidget(button)
        self.banner = Banner(ctx, closable=True)
        self.banner.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(buttons)
        column.addWidget(self.banner)
        form.bridge.changed.connect(self._on_change)
        form.follow(lambda _path: self._turn_to())

    @property
    def _words(self) -> Translator:
        """Letters are in the workbook's own language, whatever the app speaks."""
        return translator(self.form.bridge.workbook.situation.language)

    def look(self) -> None:
        """Show the letter beside the window, as it will be printed."""
        if self._letter is not None:
            self._page.paper_wanted.emit(paper_of(self._letter.id))

    def save_pdf(self) -> None:
        """Show it and ask where to save it: the paper size is chosen there."""
        if self._letter is not None:
            self._page.paper_to_save.emit(paper_of(self._letter.id))

    def save_text(self) -> None:
        """Ask where to, and write the letter there as plain text."""
        _ = self.form.ctx.translate
        if self._letter is not None:
            file = ask_where(self, _("Save as text"), f"{file_of(self._letter)}.txt", f"{_('Text')} (*.txt)")
            if file is not None:
                self.save_text_to(file)

    def save_text_to(self, file: File) -> bool:
        """Write the letter as plain text; whether it worked, which the banner says either way."""
        if self._letter is None:
            return False
        ctx = self.form.ctx
        text = letter_text(self.form.bridge.workbook, self._letter.id, ctx.today(), translate=self._words)
        return write(file, text.encode(), self.banner, private=False)

    def save_mail(self) -> None:
        """Ask where to, and write the letter there as a draft for the mail program."""
        _ = self.form.ctx.translate
        if self._letter is not None:
            kind = f"{_('Mail draft')} (*.eml)"
            file = ask_where(self, _("Save as mail draft"), f"{file_of(self._letter)}.eml", kind)
            if file is not None:
                self.save_mail_to(file)

    def save_mail_to(self, file: File) -> bool:
        """Write the letter as a mail draft; whether it worked, which the banner says either way."""
        if self._letter is None:
            return False
        ctx = self.form.ctx
        _ = ctx.translate
        content = letter_eml(self.form.bridge.workbook, self._letter.id, ctx.today(), translate=self._words)
        detail = _("Open it, and most mail programs show it ready to be read once more. Nothing is sent by itself.")
        return write(file, content, self.banner, private=False, detail=detail)

    @property
    def _letter(self) -> Letter | None:
        item = self.form.item
        return item if isinstance(item, Letter) else None

    def _turn_to(self) -> None:
        self.banner.hide()
        self._show()

    def _on_change(self, change: Change) -> None:
        if change.touches(*AT):
            self._show()

    def _show(self) -> None:
        self.setVisible(self._letter is not None and has_words(self._letter))
