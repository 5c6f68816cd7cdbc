"""The bar on top: which workbook this is, how far things have come, whether it is saved, and the usual tools."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

from counteroffer.domain.edits import Set
from counteroffer.domain.words import plural
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.theme import Space, Type
from counteroffer.ui.widgets.inputs import LineInput
from counteroffer.ui.widgets.labels import announce
from counteroffer.ui.words_for import called

_EDGE = 2
"""Pixels that Qt leaves beside the text of a line."""


class TopBar(QFrame):
    """Shows what the workbook and the bridge say; its tools are the window's actions."""

    def __init__(self, bridge: Bridge, ctx: UiContext, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._bridge = bridge
        self.setProperty("look", "rail")
        self._title = TitleInput()
        self._title.setProperty("bare", "true")
        self._title.setMaxLength(300)
        self._title.setAccessibleName(_("Title of the workbook"))
        self._title.setFont(ctx.theme.font(Type.SECTION, bold=True))
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title.setMinimumWidth(160)
        self._title.edited.connect(self._retitle)
        self._title.left.connect(bridge.seal)
        self._stage = _chip("chip-neutral")
        self._days = _chip("chip-info")
        self._told_saved = False
        self._saved = QLabel()
        self._saved.setProperty("look", "caption")
        self._saved.setAccessibleName(_("Whether everything is saved"))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._title, 1)
        row.addWidget(self._stage)
        row.addWidget(self._days)
        row.addWidget(self._saved)
        row.addSpacing(Space.S)
        for action in actions:
            row.addWidget(tool(action))
        bridge.changed.connect(self._on_change)
        bridge.saving.connect(lambda: self._say(_("Saving …")))
        bridge.saved.connect(self._on_saved)
        bridge.save_failed.connect(self._on_failure)
        self._say(_("Saved") if bridge.is_kept else _("Saving …"))
        self._show(bridge.workbook)

    @property
    def status(self) -> str:
        """What the bar says of saving."""
        return self._saved.text()

    def _retitle(self) -> None:
        self._bridge.apply(
            Set(("title",), self._title.text()), origin=self, typed=True, label=self.ctx.translate("Title")
        )

    def _on_change(self, change: Change) -> None:
        told = any(map(change.touches, ("title", "situation", "agreement")))
        if change.origin is not self and told:
            self._show(change.after)

    def _on_saved(self, at: datetime) -> None:
        self._say(self.ctx.translate("Saved {time}").format(time=at.astimezone().strftime("%H:%M")))
        # Said aloud once, and again after trouble: every few letters it would only be in the way.
        if not self._told_saved:
            announce(self._saved, self.status)
        self._told_saved = True

    def tell_saved(self) -> None:
        """Somebody asked to have it saved: say so once it is, however often it was said before."""
        self._told_saved = False
        if self._bridge.is_kept:
            announce(self._saved, self.status)
            self._told_saved = True

    def _on_failure(self, _reason: str) -> None:
        self._say(self.ctx.translate("Not saved"))
        self._told_saved = False

    def _say(self, words: str) -> None:
        self._saved.setText(words)
        self._saved.setAccessibleDescription(words)
        self._make_room()

    def _show(self, workbook: Workbook) -> None:
        _ = self.ctx.translate
        self._title.show_text(workbook.title)
        self._title.setPlaceholderText(self.ctx.privacy.words(called(workbook)) or _("Untitled workbook"))
        self._title.setReadOnly(self.ctx.privacy.covers(workbook.title))
        # Once it has ended, that is how far things have come; the archive says the same.
        come = workbook.agreement.outcome or workbook.situation.stage
        self._stage.setText(_(come.label) if come is not None else "")
        words = (
            days_left(workbook.situation.reply_due, self.ctx.today(), _) if workbook.agreement.outcome is None else ""
        )
        self._days.setText(words)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave out what there is no room for: how far things have come, then the days. The Offer page has both."""
        chips = (self._days, self._stage)
        taken = sum(chip.minimumSizeHint().width() + Space.S for chip in chips if not chip.isHidden())
        room = self.width() - self._row.minimumSize().width() + taken
        for chip in chips:
            room -= chip.minimumSizeHint().width() + Space.S if chip.text() else 0
            chip.setVisible(bool(chip.text()) and room >= 0)


class TitleInput(LineInput):
    """Ends in dots where there is no room for all of it, until it is written in."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room.adjust(_EDGE, 0, -_EDGE, 0)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        if self.hasFocus() or words == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)


def days_left(due: date | None, today: date, translate: Callable[[str], str]) -> str:
    """How long there is to reply, in a few words; empty without a date."""
    if due is None:
        return ""
    days = (due - today).days
    if days < 0:
        return translate("Reply was due")
    if days == 0:
        return translate("Reply due today")
    return plural(translate, "1 day to reply", "{days} days to reply", days).format(days=days)


def tool(action: QAction) -> QToolButton:
    """A button for an action, named for those who do not see its icon."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    keys = action.shortcut().toString()
    button.setToolTip(action.text() + (f"  ({keys})" if keys else ""))
    return button


def _chip(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    return label
