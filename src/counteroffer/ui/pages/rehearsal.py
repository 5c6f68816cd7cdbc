"""Saying it aloud: cards with what they may say and what the answer is, and a clock that runs while one speaks."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.domain.base import new_id
from counteroffer.domain.conversations import Card, Rehearsal
from counteroffer.domain.edits import Insert, Path
from counteroffer.method.wording import Place
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.items import ItemsEditor, Sort, items_within
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import list_card, thirds
from counteroffer.ui.pages.wording_hints import watch_wording
from counteroffer.ui.reading import write_day
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, FlowRow, Words, announce
from counteroffer.ui.widgets import Card as CardFrame
from counteroffer.ui.words_for import joined, term_options

AT = ("conversations", "cards")
_TICK = 200
_MOST_SECONDS = 36_000


def rehearsal_card(page: Page) -> tuple[CardFrame, ItemsEditor]:
    """The card with the cards to rehearse."""
    _ = page.ctx.translate

    def describe(card: Card) -> tuple[str, str]:
        last = next((one.went for one in reversed(card.rehearsals) if one.went is not None), None)
        if not card.rehearsals:
            return card.prompt, joined(_(card.kind.label), _("Not said aloud yet"))
        return card.prompt, joined(_(card.kind.label), _(last.label) if last is not None else _("Said aloud"))

    return list_card(
        page,
        AT,
        Sort(Card, N_("Add a card"), _card, icon="play"),
        describe,
        N_("What would throw you if they said it? Put it on a card, with the answer you would be glad to have given."),
    )


def _card(form: Form, column: QVBoxLayout) -> None:
    _ = form.ctx.translate
    column.addWidget(FlowRow(form.field("kind"), form.field("term", choose=term_options)))
    column.addWidget(form.field("prompt"))
    column.addWidget(watch_wording(form.field("answer"), form, Place.LINE, tone_only=True))
    rehearsals = items_within(
        form,
        "rehearsals",
        Card.model_fields["rehearsals"].title or "",
        [Sort(Rehearsal, N_("Note one by hand"), _rehearsal)],
        lambda one: _describe_rehearsal(one, form.ctx),
        N_("Start the clock, say your answer aloud, stop it. Then note how it went."),
    )
    rehearsals.list.empty.compact()
    # The newest is the one about which there is still something to note.
    form.follow(lambda _path: rehearsals.choose(rehearsals.items()[-1].id) if rehearsals.items() else None)
    clock = SpeakingClock(form.bridge, form.ctx)
    form.follow(lambda path: clock.aim((*path, "rehearsals") if path is not None else None))
    clock.kept = rehearsals.choose
    head = QHBoxLayout()
    head.setSpacing(Space.M)
    head.addWidget(Words(_(Card.model_fields["rehearsals"].title or ""), "strong"), 1)
    head.addWidget(clock)
    column.addLayout(head)
    column.addWidget(rehearsals)


def _rehearsal(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(thirds(form.field("went"), form.field("seconds"), form.field("on")))
    column.addWidget(form.field("note"))


def _describe_rehearsal(one: Rehearsal, ctx: UiContext) -> tuple[str, str]:
    _ = ctx.translate
    seconds = _("{seconds} seconds").format(seconds=one.seconds) if one.seconds is not None else ""
    went = _(one.went.label) if one.went is not None else ""
    return joined(write_day(one.on, ctx.locale) if one.on is not None else "", seconds, went), one.note


class SpeakingClock(QWidget):
    """Start, speak, stop: the seconds become a rehearsal of today. Turning to another card stops it and keeps none."""

    def __init__(self, bridge: Bridge, ctx: UiContext, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.bridge = bridge
        self.ctx = ctx
        self.now = now
        self.path: Path | None = None
        self.kept: Callable[[str], object] = lambda _id: None
        self._began: float | None = None
        self._ticks = QTimer(self, interval=_TICK)
        self._ticks.timeout.connect(self._show)
        self.reading = Words()
        self.reading.setWordWrap(False)
        # Its words are there from the start: with an icon alone there would be no room between the two.
        self.button = Button(ctx, ctx.translate(N_("Start the clock")), icon="play", on_click=self.turn)
        self.button.setToolTip(ctx.translate(N_("Counts the seconds while you speak, and keeps them.")))
        self.button.setAccessibleDescription(self.button.toolTip())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.reading)
        row.addWidget(self.button)
        self._show()

    @property
    def is_running(self) -> bool:
        """Whether somebody is speaking."""
        return self._began is not None

    @property
    def seconds(self) -> int:
        """The seconds since the start."""
        return min(round(self.now() - self._began), _MOST_SECONDS) if self._began is not None else 0

    def aim(self, path: Path | None) -> None:
        """The rehearsals to which the next one is added."""
        self.path = path
        self._stop()

    def turn(self) -> None:
        """Start the clock, or stop it and keep what it shows."""
        if self._began is None:
            self._began = self.now()
            self._ticks.start()
            self._show()
            return
        seconds = self.seconds
        self._stop()
        if self.path is None:
            return
        _ = self.ctx.translate
        rehearsal_id = new_id()
        given = {"id": rehearsal_id, "on": self.ctx.today(), "seconds": seconds}
        at = len(self.bridge.value(self.path) or ())
        self.bridge.apply(Insert(self.path, at, given), origin=self, label=_("Say it aloud"))
        self.bridge.seal()
        self.kept(rehearsal_id)
        announce(self.button, _("Kept: {seconds} seconds.").format(seconds=seconds))

    def _stop(self) -> None:
        self._began = None
        self._ticks.stop()
        self._show()

    def _show(self) -> None:
        _ = self.ctx.translate
        words = _("Stop and keep it") if self.is_running else _("Start the clock")
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setIcon(self.ctx.icon("clock" if self.is_running else "play"))
        self.reading.setText(f"{self.seconds // 60}:{self.seconds % 60:02}" if self.is_running else "")
