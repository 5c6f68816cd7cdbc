"""The ways into the catalogue from a page about terms, and back out of it."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtWidgets import QHBoxLayout, QWidget

from counteroffer.ui.pages.catalogue_picker import FROM_CATALOGUE, TITLE, CataloguePicker
from counteroffer.ui.pages.term_page import TermPage
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button
from counteroffer.ui.widgets.mnemonics import give_late
from counteroffer.ui.widgets.tab_order import last_stop, put_after


class CatalogueDoor:
    """While the picker is open it stands in place of the page's cards; the list of terms stays beside it.

    It is made when it is first opened: it holds all of the catalogue, and the page is there sooner without it.
    """

    def __init__(self, page: TermPage) -> None:
        _ = page.ctx.translate
        self._page = page
        self.button = Button(page.ctx, _(FROM_CATALOGUE), "quiet", "find", self.open)
        self.button.setToolTip(_("See what else people ask for"))
        page.side.put_below(self.button)
        self.first = page.empty_state.offer_first(_(TITLE), "find", self.open)
        self._place = QWidget()
        self._place.hide()
        page.across.addWidget(self._place, 1)
        page.bridge.term_chosen.connect(lambda _id: self.close())

    @cached_property
    def picker(self) -> CataloguePicker:
        """What stands there then."""
        picker = CataloguePicker(self._page.bridge, self._page.ctx)
        picker.added.connect(self._arrive)
        picker.closed.connect(self._leave)
        before = last_stop(self._page)
        across = QHBoxLayout(self._place)
        across.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        across.addStretch(1)
        across.addWidget(picker, 1000)
        across.addStretch(1)
        put_after(before, self._place)
        give_late(self._place)
        return picker

    @property
    def is_open(self) -> bool:
        """Whether the picker is in view in place of the cards."""
        return not self._place.isHidden()

    def open(self) -> None:
        """Show the picker, with the cursor in its search."""
        self._page.complete()
        self._page.column.hide()
        self._place.show()
        self.picker.open_picker()

    def close(self) -> None:
        """Show the cards again; where the keyboard goes is up to whoever asks."""
        if self.is_open:
            self._place.hide()
            self._page.column.show()

    def _leave(self) -> None:
        self.close()
        (self.first if self._page.side.isHidden() else self.button).setFocus()

    def _arrive(self, term_id: str) -> None:
        self.close()
        self._page.bridge.choose_term(term_id)
        self._page.reveal_name(term_id)
