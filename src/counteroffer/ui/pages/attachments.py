"""Papers kept inside the archive: attached from a file, and saved as a file again."""

from __future__ import annotations

import mimetypes
from concurrent.futures import Future
from functools import partial
from pathlib import Path as File

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from counteroffer.domain.base import LINE_LENGTH, new_id
from counteroffer.domain.edits import Insert, Move, Path, Remove
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.situation import Attachment
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import texts_at
from counteroffer.ui.papers.saving import ask_where, fit_name
from counteroffer.ui.reading import write_day
from counteroffer.ui.theme import Space
from counteroffer.ui.waiting import when_done
from counteroffer.ui.widgets import Banner, Button, Card, FlowRow, ItemList, Row
from counteroffer.ui.widgets.cleaning import one_line
from counteroffer.ui.words_for import joined

READ_AT_MOST = 32 * 1024 * 1024
"""More than the archive takes, so that it is the archive that says no, and far less than could fill the memory."""


def attachments_card(page: Page, path: Path) -> Card:
    """A card at the end of the page with the attached files at a path of the workbook."""
    title, prompt = texts_at(path)
    card = page.card(title, prompt)
    attached = Attachments(page.bridge, page.ctx, path, title)
    page.hold(attached)
    card.add(attached)
    return card


class Attachments(QWidget):
    """The attached files at a path, and below them the chosen one: its name, its day, a way to get it out again."""

    def __init__(self, bridge: Bridge, ctx: UiContext, path: Path, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.bridge = bridge
        self.ctx = ctx
        self.path = path
        self.list = ItemList(
            ctx,
            _(label),
            add_label=_("Attach a file …"),
            empty=_("A letter or a contract goes into your archive as a copy; the file itself stays where it is."),
            icon="attach",
        )
        self.list.inserted.connect(lambda _index: self.ask())
        self.list.removed.connect(self._remove)
        self.list.moved.connect(lambda item, to: self.bridge.apply(Move((*path, item), to), label=_("Reorder")))
        self.list.selected.connect(self._choose)
        self.list.opened.connect(lambda _id: self.focus_name())
        self.banner = Banner(ctx, closable=True)
        self.banner.hide()
        self.detail = QWidget()
        self.form = form = Form(bridge, ctx, Attachment, None, self.detail)
        inside = QVBoxLayout(self.detail)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.M)
        inside.addWidget(FlowRow(form.field("name"), form.field("added_on")))
        self.copy_button = Button(ctx, _("Save a copy …"), icon="export", on_click=self.ask_where)
        inside.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self.list, self.banner, self.detail):
            column.addWidget(part)
        bridge.changed.connect(self._on_change)
        self._show()

    def items(self) -> tuple[Attachment, ...]:
        """The attached files as the workbook names them."""
        held = self.bridge.value(self.path)
        return held if isinstance(held, tuple) else ()

    def ask(self) -> None:
        """Let the person choose a file, and take it in."""
        name, _kind = QFileDialog.getOpenFileName(self, self.ctx.translate(N_("Attach a file")))
        if name:
            self.take_in(File(name))

    def take_in(self, file: File) -> None:
        """Put a file's bytes into the archive, and its name into the workbook once they are there."""
        _ = self.ctx.translate
        try:
            with file.open("rb") as opened:
                content = opened.read(READ_AT_MOST)
        except OSError:
            self._say(_("The file cannot be read. Nothing was changed; look whether it is still there."))
            return
        self.banner.hide()
        when_done(self, self.bridge.attach(content), partial(self._taken_in, file.name, len(content)))

    def ask_where(self) -> None:
        """Let the person choose where the chosen file is to be saved, and save it there."""
        paper = self.form.item
        if isinstance(paper, Attachment):
            file = ask_where(self, self.ctx.translate(N_("Save a copy")), fit_name(paper.name), "")
            if file is not None:
                self.save_copy(paper, file)

    def save_copy(self, paper: Attachment, file: File) -> None:
        """Write an attached file to a place outside the archive."""
        when_done(self, self.bridge.attached(paper.sha256), partial(self._write, file))

    def field_at(self, path: Path) -> QWidget | None:
        """The field of an attached file, which is chosen on the way; None if the path is not in this list."""
        if path[: len(self.path)] != self.path:
            return None
        if len(path) > len(self.path):
            self.list.select(path[len(self.path)])
        return self.form.field_at(path) or self

    def focus_input(self) -> None:
        """Give the list the keyboard."""
        self.list.focus_list()

    def focus_name(self) -> None:
        """Put the cursor into the chosen file's name."""
        self.form.editors()[0].focus_input()

    def _taken_in(self, name: str, size: int, done: Future[str]) -> None:
        try:
            sha256 = done.result()
        except (BadInput, Fault) as problem:
            self._say(self.ctx.translate(problem.sentence))
            return
        there = next((one for one in self.items() if one.sha256 == sha256), None)
        if there is not None:
            self.list.select(there.id)
            self._say(self.ctx.translate(N_("This file is among them already; it was not added again.")), "info")
            return
        paper = {
            "id": new_id(),
            "name": one_line(name)[:LINE_LENGTH],
            "media_type": mimetypes.guess_type(name)[0] or "application/octet-stream",
            "size": size,
            "sha256": sha256,
            "added_on": self.ctx.today(),
        }
        insert = Insert(self.path, len(self.items()), paper)
        refused = self.bridge.apply(insert, label=self.ctx.translate(N_("Attach a file")))
        if refused is not None:
            self._say(self.ctx.translate(refused))
            return
        self.list.select(str(paper["id"]))
        self.list.focus_list()

    def _write(self, file: File, done: Future[bytes]) -> None:
        from counteroffer.documents.write import write_file

        _ = self.ctx.translate
        try:
            write_file(file, done.result())
        except (BadInput, Fault) as problem:
            self._say(_(problem.sentence))
            return
        outside = _("It is an ordinary file now, outside the archive.")
        self._say(_("A copy has been saved."), "good", outside)

    def _remove(self, item_id: str) -> None:
        self.bridge.apply(Remove((*self.path, item_id)), label=self.ctx.translate(N_("Remove")))

    def _choose(self, item_id: str) -> None:
        self.form.aim((*self.path, item_id) if item_id else None)
        self.detail.setVisible(bool(item_id))

    def _say(self, sentence: str, tone: str = "error", detail: str = "") -> None:
        self.banner.say(sentence, tone, detail)
        self.banner.show()

    def _on_change(self, change: Change) -> None:
        if change.touches(*self.path):
            self._show()

    def _show(self) -> None:
        papers = self.items()
        self.list.set_items([Row(paper.id, paper.name, self._summary(paper)) for paper in papers])
        if papers and not self.list.selected_id:
            self.list.select(papers[0].id)
        self._choose(self.list.selected_id)

    def _summary(self, paper: Attachment) -> str:
        _ = self.ctx.translate
        size = QLocale(self.ctx.locale).formattedDataSize(paper.size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        day = _("Added on {day}").format(day=write_day(paper.added_on, self.ctx.locale)) if paper.added_on else ""
        return joined(size, day)
