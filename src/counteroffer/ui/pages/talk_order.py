"""The order of the asks in the talk: the ranking itself, until the person wants another one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from counteroffer.domain.terms import Purpose
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.reading import write_list
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, FieldEditor, FieldTexts, RankList, Row, Words
from counteroffer.ui.words_for import term_options


class OrderField(FieldEditor):
    """Commits the ids of terms in the order chosen. An id that leads nowhere is not shown, and not lost."""

    def __init__(self, bridge: Bridge, ctx: UiContext, texts: FieldTexts, parent: QWidget | None = None) -> None:
        super().__init__(ctx, texts, None, parent)
        _ = ctx.translate
        self.bridge = bridge
        self._ids: tuple[str, ...] = ()
        self.list = RankList(ctx, self.label, add_label=_("Add a term"))
        self.list.inserted.connect(lambda _index: self._ask_which())
        self.list.removed.connect(self.take_out)
        self.list.moved.connect(self.move_to)
        self.list.view.most_rows = 6
        self.ranking = Words("", "muted")
        self.start = Button(ctx, _("Choose another order"), icon="priorities", on_click=self.begin)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.list)
        column.addWidget(self.ranking)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self._put(place, self.start)
        bridge.changed.connect(self._on_change)
        self._show()

    def begin(self) -> None:
        """Begin with the ranking, to be changed from there."""
        self._give(tuple(_asks(self.bridge.workbook)))
        self.list.focus_list()

    def take_out(self, term_id: str) -> None:
        """Leave a term out of the order. With the last one gone, the ranking holds again."""
        self._give(tuple(one for one in self._ids if one != term_id))
        self.focus_input()

    def put_in(self, term_id: str) -> None:
        """Add a term at the end."""
        self._give((*self._shown(), term_id, *self._lost()))
        self.list.select(term_id)

    def move_to(self, term_id: str, to: int) -> None:
        """Put a term at another place."""
        rest = [one for one in self._shown() if one != term_id]
        self._give((*rest[:to], term_id, *rest[to:], *self._lost()))

    def focus_input(self) -> None:
        """Give the list the keyboard, or the button that begins it."""
        if self._shown():
            self.list.focus_list()
        else:
            self.start.setFocus()

    def _ask_which(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for term_id, name in self._left_out():
            menu.addAction(name.replace("&", "&&")).triggered.connect(
                lambda _on=False, term_id=term_id: self.put_in(term_id)
            )
        menu.popup(QCursor.pos())

    def _give(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self._edited()
        self.sealed.emit()
        self._show()

    def _left_out(self) -> list[tuple[str, str]]:
        return [(term_id, name) for term_id, name in term_options(self.bridge.workbook) if term_id not in self._ids]

    def _shown(self) -> list[str]:
        known = {term.id for term in self.bridge.workbook.terms}
        return [one for one in self._ids if one in known]

    def _lost(self) -> list[str]:
        known = {term.id for term in self.bridge.workbook.terms}
        return [one for one in self._ids if one not in known]

    def _on_change(self, change: Change) -> None:
        if change.touches("terms"):
            self._show()

    def _show(self) -> None:
        _ = self.ctx.translate
        shown = self._shown()
        names = {term.id: term.name for term in self.bridge.workbook.terms}
        asks = [name for name in _asks(self.bridge.workbook).values() if name]
        self.list.set_items([Row(one, names[one]) for one in shown])
        if shown and not self.list.selected_id:
            self.list.select(shown[0])
        self.list.setVisible(bool(shown))
        self.label_view.setBuddy(self.list.view if shown else self.start)
        self.list.add_button.setVisible(bool(self._left_out()))
        self.ranking.setText(
            _("{asks}.").format(asks=write_list(asks, self.ctx.locale)) if asks else _("There are no asks yet.")
        )
        self.ranking.setVisible(not shown)
        self.start.setVisible(not shown and len(asks) > 1)

    def _normal(self, value: object) -> object:
        return tuple(str(one) for one in value) if isinstance(value, (tuple, list)) else ()

    def _read(self) -> object:
        return self._ids

    def _write(self, value: object) -> None:
        self._ids = value if isinstance(value, tuple) else ()
        self._show()

    def _raw(self) -> object:
        return self._ids

    def _restore(self, raw: object) -> None:
        self._write(raw)


def _asks(workbook: Workbook) -> dict[str, str]:
    """The names of what is asked for, by id, in the order of the ranking."""
    return {term.id: term.name for term in workbook.terms if term.purpose is Purpose.ASK}
