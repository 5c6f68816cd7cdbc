"""Settings: few, and each with an effect that can be seen at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from counteroffer.domain.base import revise
from counteroffer.domain.errors import BadInput
from counteroffer.ui.context import UiContext
from counteroffer.ui.preferences import Preferences
from counteroffer.ui.widgets import Banner, Card, Column, FieldEditor, FlowRow, Words, field_for


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


class SettingsPage(Column):
    """Reads and writes the preferences; label and prompt come from their model."""

    def __init__(self, store: PreferenceStore, folder: str, ctx: UiContext, parent: QWidget | None = None) -> None:
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
        looks.add(self._field("appearance"))
        papers = Card(_("Papers and money"))
        papers.add(FlowRow(self._field("paper"), self._field("currency")))
        place = Card(_("Where your workbooks are"))
        place.add(
            Words(folder),
            Words(
                _(
                    "All of them are in this one folder, and nowhere else. They are not protected by a passphrase: "
                    "whoever can use your account on this computer can open them."
                ),
                "muted",
            ),
        )
        self.add(self._warning, looks, papers, place)
        self.body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """A setting may have been made elsewhere meanwhile, such as the paper size beside a paper."""
        super().showEvent(event)
        for name, editor in self._editors.items():
            editor.show_value(getattr(self._store.preferences, name))

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
