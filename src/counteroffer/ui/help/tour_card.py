"""The card that offers the tour on the very first start: while the archive is empty, and until it was put away."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counteroffer.domain.base import revise
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports import Summary
from counteroffer.ui.archive.archive_list import Desk
from counteroffer.ui.context import UiContext
from counteroffer.ui.settings_page import PreferenceStore
from counteroffer.ui.theme import Size
from counteroffer.ui.waiting import when_done
from counteroffer.ui.widgets import Button, Card, IconButton, Words


class FirstDesk(Desk, PreferenceStore, Protocol):
    """The archive, and where it is noted that the tour was offered."""


class TourCard(Card):
    """Hidden unless this is the first start."""

    def __init__(
        self, desk: FirstDesk, ctx: UiContext, begin: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        _ = ctx.translate
        super().__init__(_("New here?"), parent=parent)
        self._desk = desk
        self.hide()
        self.begin_button = Button(ctx, _("Look around in the sample"), "", "eye", begin)
        self.close_button = IconButton(ctx, "close", _("Not now"), self.put_away, size=Size.ICON_SMALL)
        self.add_action(self.close_button)
        self.add(
            Words(
                _(
                    "A short tour shows you round in a whole negotiation of invented people: eight stops, two minutes. "
                    "Later you find it in the help."
                )
            ),
        )
        self.body.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeading)

    def refresh(self) -> None:
        """Look whether this is still the first start."""
        if self._desk.preferences.tour_offered:
            self.hide()
        else:
            when_done(self, self._desk.archive.summaries(), self._told)

    def put_away(self) -> None:
        """Never offer it by itself again."""
        self.hide()
        if not self._desk.preferences.tour_offered:
            # Where it cannot be written down it holds for now all the same.
            self._desk.set_preferences(revise(self._desk.preferences, tour_offered=True))

    def _told(self, done: Future[tuple[Summary, ...]]) -> None:
        try:
            empty = not done.result()
        except (BadInput, Fault):
            empty = False  # the list below says what is wrong
        self.setVisible(empty and not self._desk.preferences.tour_offered)
