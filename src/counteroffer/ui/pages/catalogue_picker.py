"""What you could ask for: the catalogue to search and to tick in. It stands where a term's cards would be."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.domain.base import LINE_LENGTH, new_id
from counteroffer.domain.edits import Batch, Insert, Path
from counteroffer.domain.terms import Purpose
from counteroffer.editing.session import Change
from counteroffer.method import suggesting
from counteroffer.method.catalogue import Benefit, catalogue
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.help.explaining import explain
from counteroffer.ui.pages.catalogue_rows import CatalogueList, CatalogueModel
from counteroffer.ui.reading import write_list
from counteroffer.ui.theme import Size, Space
from counteroffer.ui.widgets import Button, Caption, FlowLayout, IconButton, SectionTitle, Words, announce
from counteroffer.ui.widgets.inputs import ComboInput, LineInput

FROM_CATALOGUE = N_("From the catalogue …")
TITLE = N_("What could you ask for?")
PICKER: Path = ("terms", "catalogue")
"""Leads to the picker as a field's path leads to the field."""
NAMED = 3
"""So many of what is ticked are named; the rest is counted."""
LEAST_HEIGHT = 480
"""Below this the words under the title give way."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CataloguePicker(QFrame):
    """Nothing is changed until what is ticked is added, all of it in one step."""

    added = Signal(str)
    """The first of the terms that have been added."""
    closed = Signal()

    def __init__(self, bridge: Bridge, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._bridge = bridge
        self._ticked: dict[str, Benefit] = {}
        self._present: dict[str, str] = {}
        # It opens on other pages too.
        explain(self, "priorities")
        self.setProperty("look", "card")
        self.setAccessibleName(_(TITLE))
        self.setMaximumWidth(Size.COLUMN)
        self.line = self._search_line()
        self.group = ComboInput()
        self.group.setAccessibleName(_("Which part of the catalogue"))
        self.group.addItem(_("All of it"), "")
        for key, title in catalogue().groups:
            self.group.addItem(_(title), key)
        self.group.currentIndexChanged.connect(lambda _at: self._fill())
        self.rows = CatalogueModel(ctx, self._where, self)
        self.list = CatalogueList(ctx, self.rows)
        self.list.setAccessibleName(_("The catalogue"))
        self.list.setAccessibleDescription(_("Arrow keys choose, Space or Enter ticks."))
        self.list.toggle_asked.connect(self._toggle)
        self.list.left_at_top.connect(self.line.setFocus)
        self.intro = Words(_("Look through it once, so that nothing is forgotten. What you add can go again."), "muted")
        self.nothing = Words(_("Nothing in the catalogue says it like that. It can be something of your own."), "muted")
        self.chosen = Caption()
        self.note = Caption()
        self.add_button = Button(ctx, _("Add"), "main", "add", self.add_ticked)
        self.own_button = Button(ctx, _("Something of your own"), on_click=self._add_own)
        self.close_button = IconButton(ctx, "close", _("Close the catalogue"), self.close_picker)
        self._lay_out()
        bridge.changed.connect(self._on_change)
        self._fill()

    def open_picker(self) -> None:
        """From the top, with nothing ticked and the cursor in the search."""
        self._ticked.clear()
        self.line.clear()
        self.group.setCurrentIndex(0)
        self._fill()
        self.show()
        self.line.setFocus()

    def close_picker(self) -> None:
        """Leave it; nothing is added."""
        self.closed.emit()

    @property
    def ticked(self) -> tuple[Benefit, ...]:
        """What is ticked, in the order in which it was."""
        return tuple(self._ticked.values())

    def add_ticked(self) -> None:
        """All that is ticked becomes terms at the end of the list, in one step."""
        starts = suggesting.terms_from(self.ticked, self._bridge.workbook, self.ctx.translate)
        if starts:
            self._insert(starts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little room the list needs it more.
        self.intro.setVisible(event.size().height() >= LEAST_HEIGHT * self.ctx.theme.text_scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.line.hasFocus() and self.line.text():
                self.line.clear()
            else:
                self.close_picker()
        elif event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.add_ticked()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, the arrow down leads into the list, and Enter ticks what stands first."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            first = self.rows.first()
            if event.key() == Qt.Key.Key_Down and first >= 0:
                self.list.setFocus()
                return True
            if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if self.line.text().strip():
                    self._toggle(first)
                    self.line.selectAll()
                return True
        return super().eventFilter(watched, event)

    # --- what is in view

    def _fill(self) -> None:
        words, group = self.line.text().strip(), self.group.currentData()
        found = [one for one in self._found(words) if not group or one.group == group]
        rows: list[Benefit | str] = []
        if words:
            # What fits best stands first, from whichever part it is.
            rows.extend(found)
        else:
            for key, title in catalogue().groups:
                inside = [one for one in found if one.group == key]
                rows.extend([title, *inside] if inside else ())
        self.rows.set_rows(rows)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.list.go_to_first()
        self._show()

    def _found(self, words: str) -> tuple[Benefit, ...]:
        return suggesting.search(catalogue(), words, self.ctx.translate)

    def _show(self) -> None:
        """The ticks, what is in the list already, and what adding would do."""
        _ = self.ctx.translate
        workbook = self._bridge.workbook
        known = suggesting.terms_of(catalogue().benefits, workbook, _)
        self._present = {key: term.id for key, term in known.items()}
        for key in [key for key in self._ticked if key in self._present]:
            del self._ticked[key]
        self.rows.mark(self._ticked, self._present)
        number = len(self._ticked)
        self.add_button.setText(_("Add") if number < 2 else _("Add these {number}").format(number=number))
        self.add_button.setAccessibleName(self.add_button.text())
        self.add_button.setEnabled(bool(number))
        names = self._listed([_(one.name) for one in self.ticked])
        self.chosen.setText(_("Chosen: {names}").format(names=names) if names else _("Tick whatever speaks to you."))
        self.note.setText(self._about_trade())
        self.note.setVisible(bool(self.note.text()))
        # Where all of it is kept to trade with, its names stand in the note.
        self.chosen.setVisible(not self._ticked or names not in self.note.text())

    def _about_trade(self) -> str:
        """What happens to asks past the fifth, said before it happens."""
        _ = self.ctx.translate
        starts = suggesting.terms_from(self.ticked, self._bridge.workbook, _)
        kept = [str(one["name"]) for one in starts if one["purpose"] is Purpose.TRADE]
        if not kept:
            return ""
        if len(kept) == len(starts) == 1:
            return _("Five asks are heard better than six; this one is kept to trade with.")
        said = _("Five asks are heard better than six. Kept to trade with: {names}.")
        return said.format(names=self._listed(kept))

    def _listed(self, names: list[str]) -> str:
        """The names as a list in a sentence; of many only the first, for the room they take."""
        rest = len(names) - NAMED
        if rest > 1:
            names = [*names[:NAMED], self.ctx.translate("{number} more").format(number=rest)]
        return write_list(names, self.ctx.locale) if names else ""

    def _where(self, benefit: Benefit) -> str:
        """Where there is such a thing, if not everywhere."""
        if not benefit.where:
            return ""
        from babel import Locale

        places = Locale.parse(self.ctx.locale).territories
        names = [str(places.get(code, code)) for code in benefit.where]
        if len(names) > 1:
            return self.ctx.translate("Only in some countries")
        return self.ctx.translate("Only in: {country}").format(country=names[0])

    # --- what is done

    def _toggle(self, row: int) -> None:
        _ = self.ctx.translate
        benefit = self.rows.benefit(row)
        if benefit is None:
            return
        name = _(benefit.name)
        if benefit.key in self._present:
            announce(self.list, _("{name} is in your list.").format(name=name))
            return
        if benefit.key in self._ticked:
            del self._ticked[benefit.key]
            said = _("{name}: not chosen. {number} chosen.")
        else:
            self._ticked[benefit.key] = benefit
            said = _("{name}: chosen. {number} chosen.")
        self._show()
        words = said.format(name=name, number=len(self._ticked))
        announce(self.list, f"{words} {self.note.text()}".strip())

    def _add_own(self) -> None:
        """A term that the catalogue does not have; what was looked for in vain is its name."""
        words = " ".join(self.line.text().split())
        self._insert(({"name": words if words and not self._found(words) else ""},))

    def _insert(self, starts: tuple[dict[str, Any], ...]) -> None:
        _ = self.ctx.translate
        label = _("Add a term") if len(starts) == 1 else _("Add terms from the catalogue")
        at = len(self._bridge.workbook.terms)
        ids = [new_id() for _start in starts]
        edits = [
            Insert(("terms",), at + place, {**start, "id": term_id})
            for place, (term_id, start) in enumerate(zip(ids, starts, strict=True))
        ]
        if self._bridge.apply(Batch(label, tuple(edits)), label=label) is None:
            self.added.emit(ids[0])

    def _on_change(self, change: Change) -> None:
        if change.touches("terms") and self.isVisible():
            self._show()

    # --- how it stands

    def _search_line(self) -> LineInput:
        _ = self.ctx.translate
        line = LineInput()
        line.setMaxLength(LINE_LENGTH)
        line.setPlaceholderText(_("Search: leave, remote, course …"))
        line.setAccessibleName(_("Search the catalogue"))
        line.setAccessibleDescription(_("Enter ticks what stands first; the arrow down leads into the list."))
        line.addAction(self.ctx.icon("find"), LineInput.ActionPosition.LeadingPosition)
        line.textChanged.connect(lambda _text: self._fill())
        line.installEventFilter(self)
        return line

    def _lay_out(self) -> None:
        _ = self.ctx.translate
        title = QHBoxLayout()
        title.addWidget(SectionTitle(_(TITLE)), 1)
        title.addWidget(self.close_button)
        looking = QHBoxLayout()
        looking.setSpacing(Space.S)
        looking.addWidget(self.line, 3)
        looking.addWidget(self.group, 2)
        buttons = FlowLayout(gap=Space.S)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.own_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addLayout(title)
        column.addWidget(self.intro)
        column.addLayout(looking)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.chosen)
        column.addWidget(self.note)
        column.addLayout(buttons)
        stops = (self.close_button, self.line, self.group, self.list, self.add_button, self.own_button)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
