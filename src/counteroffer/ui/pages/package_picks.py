"""The levels of one package: one row for each term of the workbook, with a choice of its level."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counteroffer.domain.base import new_id
from counteroffer.domain.edits import Batch, Edit, Insert, Path, Remove, Set
from counteroffer.domain.levels import is_blank
from counteroffer.domain.packages import Package, Pick, Slot
from counteroffer.domain.terms import Purpose, Term
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.pages.package_levels import UNNAMED, fill, key, level_choices, slot_and_option, value_at
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Caption, EmptyState, FlowLayout, Words
from counteroffer.ui.widgets.inputs import ComboInput
from counteroffer.ui.widgets.labels import set_look
from counteroffer.ui.widgets.tab_order import put_after, stops

CHOOSE = N_("Choose a level")
_AT_ONCE = (
    (Slot.TARGET, N_("All at target")),
    (Slot.ACCEPTABLE, N_("All acceptable")),
    (Slot.OFFERED, N_("All as offered")),
)
ROWS_AT_ONCE = 16
"""How many rows are made before the others; these follow as many at a time, so that a hundred terms stop nobody."""
_NO_LEVELS = N_("Some terms have no levels yet and can only stay as offered. Levels are set on Priorities.")
_LEVEL_HERE = N_("The level of this term in the package")
_NO_TERMS = N_("Once there are terms, they stand here, each with a choice of its level.")


class PicksTable(QWidget):
    """Bound to a package's picks. A term that no pick names stays as offered, and so it says."""

    def __init__(self, bridge: Bridge, ctx: UiContext, to_terms: Callable[[], object]) -> None:
        super().__init__()
        _ = ctx.translate
        self.bridge = bridge
        self.ctx = ctx
        self.path: Path | None = None
        self.boxes: dict[str, ComboInput] = {}
        self._names: dict[str, Words] = {}
        self._terms: list[str] = []
        self._shown: dict[str, tuple[Term, str, str, bool, bool]] = {}
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._add_rows)
        self._at_once = QWidget()
        line = FlowLayout(self._at_once, Space.S)
        heading = Words(_(Package.model_fields["picks"].title or ""), "strong")
        heading.setWordWrap(False)
        line.addWidget(heading)
        for slot, words in _AT_ONCE:
            line.addWidget(Button(ctx, _(words), "quiet", on_click=partial(self.set_all, slot)))
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._note = Caption(_(_NO_LEVELS))
        self.empty = EmptyState(ctx, "priorities", _(_NO_TERMS), _("Go to your terms"), to_terms)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self._at_once, self._rows, self._note, self.empty):
            column.addWidget(part)
        bridge.changed.connect(self._on_change)
        self._show()

    def aim(self, path: Path | None) -> None:
        """Show the picks at another path."""
        self.path = path
        self._show()

    def field_at(self, path: Path) -> QWidget | None:
        """The row of the term that a pick is about."""
        if self.path is None or path[: len(self.path)] != self.path:
            return None
        while self._add_rows():
            pass
        wanted = path[len(self.path)] if len(path) > len(self.path) else ""
        pick = next((pick for pick in self.picks() if pick.id == wanted), None)
        return self.boxes.get(pick.term, self) if pick is not None else self

    def focus_input(self) -> None:
        """Give the first row the keyboard."""
        first = next(iter(self.boxes.values()), self.empty.button)
        if first is not None:
            first.setFocus()

    def picks(self) -> tuple[Pick, ...]:
        """The picks as the workbook has them."""
        held = self.bridge.value(self.path) if self.path is not None else None
        return held if isinstance(held, tuple) else ()

    def choose(self, term_id: str, word: str) -> None:
        """Put another level of a term into the package."""
        edit = self._choice(term_id, word)
        if edit is not None:
            self.bridge.apply(edit, origin=self, label=self.ctx.translate(CHOOSE))
            self.bridge.seal()

    def set_all(self, slot: Slot) -> None:
        """All terms at one level at once; those that have no such level stay as offered."""
        if self.path is None:
            return
        known = {pick.term: pick.id for pick in self.picks()}
        picks: list[dict[str, Any]] = [
            {"id": known.get(term.id) or new_id(), "term": term.id, "slot": slot.value}
            for term in self.bridge.workbook.terms
            if slot is not Slot.OFFERED and not is_blank(value_at(term, slot.value))
        ]
        self.bridge.apply(Set(self.path, picks), origin=self, label=self.ctx.translate(CHOOSE))
        self.bridge.seal()

    def _choice(self, term_id: str, word: str) -> Edit | None:
        if self.path is None:
            return None
        slot, option = slot_and_option(word)
        named = [(*self.path, pick.id) for pick in self.picks() if pick.term == term_id]
        # One pick for each term: a second one, as a file from elsewhere may hold, goes with the first choice.
        edits: list[Edit] = [Remove(at) for at in named[1:]]
        if slot is Slot.OFFERED:
            edits += [Remove(at) for at in named[:1]]
        elif named:
            edits += [Set((*named[0], "slot"), slot.value), Set((*named[0], "option"), option)]
        else:
            given = {"term": term_id, "slot": slot.value, "option": option}
            edits.append(Insert(self.path, len(self.picks()), given))
        return Batch(CHOOSE, tuple(edits)) if edits else None

    def _on_change(self, change: Change) -> None:
        mine = self.path is not None and change.touches(*self.path)
        if mine or change.touches("terms") or change.touches("situation", "currency"):
            self._show()

    def _show(self) -> None:
        workbook = self.bridge.workbook
        if self._terms != [term.id for term in workbook.terms]:
            self._build(workbook.terms)
        self._show_rows()
        self._at_once.setVisible(bool(workbook.terms))
        self._rows.setVisible(bool(workbook.terms))
        self.empty.setVisible(not workbook.terms)

    def _show_rows(self) -> None:
        workbook = self.bridge.workbook
        picked = {pick.term: key(pick.slot, pick.option) for pick in reversed(self.picks())}
        currency, hidden = workbook.situation.currency, self.ctx.privacy.hidden
        for term in workbook.terms:
            chosen = picked.get(term.id, Slot.OFFERED.value)
            shown = self._shown.get(term.id)
            if term.id not in self.boxes or (
                shown is not None and shown[0] is term and shown[1:4] == (currency, chosen, hidden)
            ):
                continue
            choices = level_choices(term, currency, self.ctx, chosen)
            self._show_row(term, choices, chosen)
            bare = len(choices) == 1 and term.purpose is not Purpose.LEAVE
            self._shown[term.id] = (term, currency, chosen, hidden, bare)
        self._note.setVisible(any(bare for *_shown, bare in self._shown.values()))

    def _show_row(self, term: Term, choices: list[tuple[str, str]], chosen: str) -> None:
        name = term.name.strip() or self.ctx.translate(UNNAMED)
        box = self.boxes[term.id]
        fill(box, choices, chosen)
        box.setAccessibleName(name)
        box.setAccessibleDescription(self.ctx.translate(_LEVEL_HERE))
        # A name is no place for a short cut: its “&” stays what it is.
        self._names[term.id].setText(name.replace("&", "&&"))
        # What stays as offered steps back, so that one sees at a glance what the package changes.
        set_look(self._names[term.id], "muted" if chosen == Slot.OFFERED.value else "")

    def _build(self, terms: tuple[Term, ...]) -> None:
        focused = next((term_id for term_id, box in self.boxes.items() if box.hasFocus()), "")
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.boxes, self._names, self._shown = {}, {}, {}
        self._terms = [term.id for term in terms]
        while self._add_rows() and focused and focused not in self.boxes:
            pass
        if focused in self.boxes:
            self.boxes[focused].setFocus()

    def _add_rows(self) -> bool:
        """Make the next rows; whether there are more to be made."""
        first = len(self.boxes)
        if first == len(self._terms):
            return False
        for row, term_id in enumerate(self._terms[first : first + ROWS_AT_ONCE], first):
            name, box = Words(), ComboInput()
            name.setBuddy(box)
            box.activated.connect(partial(self._activated, term_id))
            box.left.connect(self.bridge.seal)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(box, row, 1)
            self.boxes[term_id], self._names[term_id] = box, name
        put_after(stops(self._at_once)[-1], self._rows)
        self._show_rows()
        left = len(self.boxes) < len(self._terms)
        if left:
            self._next.start()
        return left

    def _activated(self, term_id: str, _index: int) -> None:
        self.choose(term_id, str(self.boxes[term_id].currentData()))
