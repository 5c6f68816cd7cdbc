"""What a long page holds, as a line of short words at its top that lead to its cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counteroffer.ui.pages.page import Page
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Card, FlowLayout
from counteroffer.ui.widgets.tab_order import stops

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Contents(QWidget):
    """A button for each card: it brings the card to the top and puts the cursor into its first field.

    Tab stops at one of the buttons only, and the arrow keys go along them: the first field is never far away.
    """

    def __init__(self, page: Page, words: Sequence[str]) -> None:
        super().__init__()
        _ = page.ctx.translate
        self._page = page
        self._cards: list[Card] = []
        self.setAccessibleName(_("On this page"))
        line = FlowLayout(self, Space.XS)
        self.buttons: list[Button] = []
        for at, one in enumerate(words):
            button = Button(page.ctx, _(one), "chip", on_click=partial(self._go, at))
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self.buttons else Qt.FocusPolicy.StrongFocus)
            button.installEventFilter(self)
            line.addWidget(button)
            self.buttons.append(button)
        page.column.body.insertWidget(1, self)
        # Qt would show it only after the page has been laid out, and squeeze what is below it to make room.
        self.show()

    def lead_to(self, card: Card) -> None:
        """The card that the next word leads to."""
        self.buttons[len(self._cards)].setAccessibleDescription(card.title.text())
        self._cards.append(card)

    def _go(self, at: int) -> None:
        if at < len(self._cards):
            self.go_to(self._cards[at])
        else:
            self._page.complete()
            # A card made just now has its place only once it has been laid out.
            QTimer.singleShot(0, self, partial(self.go_to, self._cards[at]))

    def go_to(self, card: Card) -> None:
        """Bring a card to the top of the view, with the cursor in its first field."""
        column = self._page.column
        column.verticalScrollBar().setValue(column.top_of(card))
        first = next((one for one in stops(card) if one.isVisible() and one.isEnabled()), None)
        if first is not None:
            first.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys, in the direction of reading."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.buttons:
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.isRightToLeft():
                step = -step
            at = self.buttons.index(watched) + step
            if step and 0 <= at < len(self.buttons):
                self._stop_at(at)
            return bool(step)
        return super().eventFilter(watched, event)

    def _stop_at(self, at: int) -> None:
        for place, button in enumerate(self.buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == at else Qt.FocusPolicy.ClickFocus)
        self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)


def with_contents(page: Page, *cards: tuple[str, Callable[[], Card]]) -> Iterator[None]:
    """Make the cards one after the other, each reached by its word at the top of the page as well.

    One without a word belongs to the card above it.
    """
    contents = Contents(page, [words for words, _make in cards if words])
    for words, make in cards:
        card = make()
        if words:
            contents.lead_to(card)
        yield
