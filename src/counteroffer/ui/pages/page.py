"""What all pages share: a column of cards, forms bound to the workbook, and the way to a field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counteroffer.domain.base import Frozen
from counteroffer.domain.edits import Path
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.forms import Form, Holder
from counteroffer.ui.items import Describe, ItemsEditor, Sort
from counteroffer.ui.tabs import PAGES
from counteroffer.ui.theme import Size
from counteroffer.ui.widgets import Card, Column
from counteroffer.ui.widgets.disclosure import unfold
from counteroffer.ui.widgets.mnemonics import WithMnemonics
from counteroffer.ui.widgets.tab_order import put_in_order

AT_ONCE = 1
"""How many parts of a page are made before it is painted. The others follow before one has read the first."""


class Page(WithMnemonics, QWidget):
    """A tab's page: `column` takes its cards; `form` and `items` make what stands in them.

    It is made when it is first shown: at once what is in view, and the rest a part at a time right after it has
    been painted. Whoever needs all of it calls `complete`.
    """

    buttons_have_letters = False

    elsewhere = Signal(tuple)
    """The path of a field on another page that the person wants to go to."""
    paper_wanted = Signal(str)
    """A paper that the person wants to look at, by its id in `papers.kinds`."""
    paper_to_save = Signal(str)
    """One that is to be saved at once."""
    grown = Signal()
    """More of it has been made."""

    def __init__(self, tab: str, bridge: Bridge, ctx: UiContext, width: int = Size.COLUMN) -> None:
        super().__init__()
        about = next(one for one in PAGES if one.id == tab)
        self.ctx = ctx
        self.bridge = bridge
        self.column = Column(ctx.translate(about.title), ctx.translate(about.purpose), width)
        self._holders: list[Holder] = []
        self.across = QHBoxLayout(self)
        self.across.setContentsMargins(0, 0, 0, 0)
        self.across.setSpacing(0)
        self.across.addWidget(self.column, 1)
        self._making: Iterator[None] | None = self.make()
        self._made = 0
        self._fresh: list[Card] = []
        self._lists: list[ItemsEditor] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def make(self) -> Iterator[None]:
        """Lay out the page from the top down, with a pause after each part, which is a card or two."""
        raise NotImplementedError

    def complete(self) -> None:
        """Make all that is still to be made."""
        while self._make_part():
            pass

    def showEvent(self, event: QShowEvent) -> None:
        """What is in view first is there before it is painted."""
        super().showEvent(event)
        while self._made < AT_ONCE and self._make_part():
            pass
        self._next.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is left to be made waits until the page is shown again."""
        super().hideEvent(event)
        self._next.stop()

    def _go_on(self) -> None:
        if self._make_part():
            self._next.start()

    def _make_part(self) -> bool:
        """Make the next part; False if there is none."""
        if self._making is None:
            return False
        if self._lists:
            self._lists.pop(0).make_form()
        elif next(self._making, self) is self and not self._lists:
            self._making = None
            put_in_order(self)
        fresh, self._fresh = self._fresh, []
        for card in fresh:
            self.mnemonics.give(card)
            if self.isVisible() or not self.wants(card):
                card.setVisible(self.wants(card))
        self._made += 1
        if self._made >= AT_ONCE or self._making is None:
            self.grown.emit()
        return self._making is not None

    def form(self, model: type[Frozen], *path: str) -> Form:
        """A form for the model at a path, through which its fields are reached."""
        form = Form(self.bridge, self.ctx, model, path, self)
        self._holders.append(form)
        return form

    def items(
        self, path: Path, label: str, sorts: Sequence[Sort], describe: Describe, empty: str, *, ranked: bool = False
    ) -> ItemsEditor:
        """A list of items at a path, with the chosen one's fields below it, which are made as a part of their own."""
        editor = ItemsEditor(self.bridge, self.ctx, path, label, sorts, describe, empty, ranked=ranked, form_later=True)
        self._holders.append(editor)
        self._lists.append(editor)
        return editor

    def wants(self, card: Card) -> bool:
        """Whether a card that has just been made is to be seen."""
        return True

    def card(self, title: str, caption: str = "") -> Card:
        """A card at the end of the column. Title and caption are message ids."""
        _ = self.ctx.translate
        card = Card(_(title) if title else "", _(caption) if caption else "")
        self._fresh.append(card)
        if self.isVisible():
            card.hide()  # until it is filled in
        self.column.add(card)
        return card

    def hold(self, holder: Holder) -> None:
        """Look for fields here too."""
        self._holders.append(holder)

    def reveal(self, path: Path) -> bool:
        """Bring the field at the path into view and put the cursor there. False if it is not on this page."""
        self.complete()
        for holder in self._holders:
            field = holder.field_at(path)
            if field is not None:
                self._go_to(field)
                return True
        return False

    def _go_to(self, field: QWidget) -> None:
        focus = getattr(field, "focus_input", field.setFocus)
        unfold(field)

        def arrive() -> None:
            self.column.show_widget(field)
            focus()

        # After the page has been laid out: a page made just now has no places yet.
        QTimer.singleShot(0, self, arrive)
