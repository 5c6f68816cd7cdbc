"""Settings: few, and each with an effect that can be seen at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as File
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from counteroffer.documents.pdf.result import Page
from counteroffer.domain.base import revise
from counteroffer.domain.errors import BadInput
from counteroffer.editing.ports import Archive
from counteroffer.ui.archive.backups_card import BackupsCard
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.explaining import explain
from counteroffer.ui.locking.passphrase_card import PassphraseCard
from counteroffer.ui.preferences import PaperSize, Preferences
from counteroffer.ui.widgets import Banner, Card, Column, FieldEditor, FlowRow, Words, field_for
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow


class PreferenceStore(Protocol):
    """Where the settings are kept."""

    @property
    def preferences(self) -> Preferences:
        """The settings in force."""

    @property
    def preferences_read(self) -> bool:
        """Whether they could be read when the app started."""

    def set_preferences(self, preferences: Preferences) -> bool:
        """Take over new ones; whether they could be written down."""


class Household(PreferenceStore, Protocol):
    """What the settings need besides: the archive, and the windows in which workbooks are open."""

    @property
    def archive(self) -> Archive:
        """Where workbooks are kept."""

    @property
    def folder(self) -> File:
        """The folder of the archive."""

    def keep_all(self) -> bool:
        """Save everything that is open; whether that worked."""

    def put_all_by(self) -> bool:
        """Save and close every open workbook; whether that worked."""


class SettingsPage(MnemonicsOnShow, Column):
    """Reads and writes the preferences; label and prompt come from their model."""

    buttons_have_letters = False

    def __init__(self, store: Household, ctx: UiContext, parent: QWidget | None = None) -> None:
        _ = ctx.translate
        super().__init__(_("Settings"), parent=parent)
        self._store = store
        self._editors: dict[str, FieldEditor] = {}
        self.ctx = ctx
        self._warning = Banner(ctx)
        self._warning.setVisible(not store.preferences_read)
        if not store.preferences_read:
            self._warning.say(
                _("Your settings could not be read, so the usual ones hold. Your workbooks are untouched."), "warning"
            )
        looks = Card(_("How it looks"))
        looks.add(FlowRow(self._field("appearance"), self._field("language")))
        papers = Card(_("Papers and money"))
        papers.add(FlowRow(self._field("paper"), self._field("currency"), self._field("work_days")))
        writing = Card(_("Spelling"))
        self._no_dictionary = Words(
            _("This computer has no dictionary for the language of the open workbook, so nothing is marked."), "muted"
        )
        self._no_dictionary.hide()
        writing.add(self._field("spelling"), self._no_dictionary)
        place = Card(_("Where your workbooks are"))
        place.add(
            Words(str(store.folder)),
            Words(
                _(
                    "All of them are in this one folder, and nowhere else but in your backups. Removing the app from "
                    "this computer leaves the folder where it is; delete it yourself if nobody is to find it."
                ),
                "muted",
            ),
        )
        archive = store.archive
        self.passphrase = PassphraseCard(ctx, archive.protection, str(store.folder), self._page)
        self.passphrase.add(FlowRow(self._field("lock_after"), self._field("lock_after_sleep")))
        # After the page has been laid out: what has come up just now has no place yet.
        self.passphrase.opened.connect(lambda part: QTimer.singleShot(0, self, lambda: self.show_widget(part)))
        self.backups = BackupsCard(ctx, archive.backups, store.keep_all, store.put_all_by)
        # Sealing makes a backup first, which the other card counts.
        self.passphrase.changed.connect(self.backups.refresh)
        explain(self.passphrase, "privacy")
        explain(self.backups, "backups")
        self.add(self._warning, looks, papers, writing, place, self.passphrase, self.backups)
        self.body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """A setting may have been made elsewhere meanwhile, such as the paper size beside a paper."""
        super().showEvent(event)
        self.passphrase.refresh()
        self.backups.refresh()
        spelling = self.ctx.spelling
        asked = bool(spelling.language) and spelling.dictionaries.wanted
        self._no_dictionary.setVisible(asked and not spelling.has_dictionary)
        for name, editor in self._editors.items():
            editor.show_value(getattr(self._store.preferences, name))

    def offer_passphrase(self) -> None:
        """Go to the card where a passphrase is set: locking was asked for, and there is none."""
        self.passphrase.offer()
        self.show_widget(self.passphrase)

    def show_card(self, card: QWidget) -> None:
        """Scroll to one of the cards."""
        # After the page has been laid out: it may never have been in view before.
        QTimer.singleShot(0, self, lambda: self.show_widget(card))

    def _page(self) -> Page:
        return "Letter" if self._store.preferences.paper is PaperSize.LETTER else "A4"

    def _field(self, name: str) -> FieldEditor:
        editor = self._editors[name] = field_for(Preferences, name, self.ctx)
        editor.show_value(getattr(self._store.preferences, name))
        editor.committed.connect(self._setter(name, editor))
        return editor

    def _setter(self, name: str, editor: FieldEditor) -> Callable[[object], None]:
        def put(value: object) -> None:
            _ = self.ctx.translate
            try:
                changed = revise(self._store.preferences, **{name: value})
            except BadInput as problem:
                editor.set_problem(_(problem.reason))
                return
            if not self._store.set_preferences(changed):
                editor.set_problem(
                    _("This holds for now but could not be written down: look at the space left on the disk.")
                )

        return put
