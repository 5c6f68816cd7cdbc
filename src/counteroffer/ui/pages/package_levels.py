"""The levels of a term that can stand in a package, in words, and the choice of one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.analysis.valuation import level_at
from counteroffer.domain.base import Frozen
from counteroffer.domain.levels import Value, is_blank
from counteroffer.domain.packages import Pick, Slot
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import FieldEditor, FieldTexts
from counteroffer.ui.widgets.inputs import ComboInput
from counteroffer.ui.words_for import level_words, term_options

UNNAMED = N_("Not named yet")
NO_TERM = "unset"
"""Stands where a pick has no term yet: an id that leads nowhere, which every reader passes over."""

_OWN = (Slot.OFFERED, Slot.OPENING, Slot.TARGET, Slot.ACCEPTABLE, Slot.WALK_AWAY)
_BETWEEN = f"{Slot.OPTION.value}:"


def key(slot: Slot, option: str | None) -> str:
    """One word for a slot, or for one of the levels between."""
    return f"{_BETWEEN}{option or ''}" if slot is Slot.OPTION else slot.value


def slot_and_option(word: str) -> tuple[Slot, str | None]:
    """What `key` was made of."""
    if word.startswith(_BETWEEN):
        return Slot.OPTION, word.removeprefix(_BETWEEN) or None
    return Slot(word), None


def value_at(term: Term, word: str) -> Value | None:
    """The value of the level; None where none is set."""
    return level_at(term, *slot_and_option(word)).value


def level_choices(term: Term, currency: str, ctx: UiContext, chosen: str) -> list[tuple[str, str]]:
    """The levels of a term that have a value, as offered first; and the chosen one, whatever it holds."""
    words = [key(slot, None) for slot in _OWN] + [key(Slot.OPTION, option.id) for option in term.options]
    if chosen not in words:
        words.append(chosen)
    return [
        (word, _in_words(term, word, currency, ctx))
        for word in words
        if word in (chosen, Slot.OFFERED.value) or not is_blank(value_at(term, word))
    ]


def _in_words(term: Term, word: str, currency: str, ctx: UiContext) -> str:
    _ = ctx.translate
    slot, option = slot_and_option(word)
    own = next((one.label for one in term.options if one.id == option), "") if slot is Slot.OPTION else ""
    value = value_at(term, word)
    if is_blank(value):
        blank = _("{level} (nothing was said)") if slot is Slot.OFFERED else _("{level} (not set)")
        return blank.format(level=own or _(slot.label))
    words = level_words(value, term.unit, currency, ctx)
    return _("{level}: {value}").format(level=own or _(slot.label), value=words)


def fill(combo: ComboInput, options: Sequence[tuple[str, str]], chosen: str) -> None:
    """Give a box these choices and show the chosen one; nothing flickers where nothing changed."""
    with QSignalBlocker(combo):
        if [(combo.itemData(at), combo.itemText(at)) for at in range(combo.count())] != list(options):
            combo.clear()
            for word, text in options:
                combo.addItem(text, word)
        combo.setCurrentIndex(next((at for at, (word, _text) in enumerate(options) if word == chosen), -1))
    # What does not fit into the box can be read when the pointer rests on it.
    combo.setToolTip(combo.currentText())


class PickField(FieldEditor):
    """A term and one of its levels. Commits a pick as a dict; nothing while no term is chosen."""

    def __init__(self, bridge: Bridge, ctx: UiContext, texts: FieldTexts, parent: QWidget | None = None) -> None:
        super().__init__(ctx, texts, None, parent)
        _ = ctx.translate
        self.bridge = bridge
        self._pick: dict[str, object] = {}
        self.term = ComboInput()
        self.term.setPlaceholderText(_("Choose a term"))
        self.term.setAccessibleName(_("{label}: term").format(label=self.label))
        self.level = ComboInput()
        self.level.setPlaceholderText(_("Choose its level"))
        self.level.setAccessibleName(_("{label}: level").format(label=self.label))
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.term)
        column.addWidget(self.level)
        self._put(place, self.term, self.level)
        for combo in (self.term, self.level):
            combo.activated.connect(self._chosen)
            combo.left.connect(self._left)
        bridge.changed.connect(self._on_change)
        self._show()

    def _chosen(self) -> None:
        self._edited()
        self.sealed.emit()
        self._show()

    def _on_change(self, change: Change) -> None:
        if change.touches("terms") or change.touches("situation", "currency"):
            self._show()

    def _term(self) -> Term | None:
        return _find(self.bridge.workbook, self._pick.get("term"))

    def _show(self) -> None:
        workbook = self.bridge.workbook
        term = self._term()
        fill(self.term, term_options(workbook), term.id if term is not None else "")
        self.level.setEnabled(term is not None)
        chosen = str(self._pick.get("level", ""))
        options = level_choices(term, workbook.situation.currency, self.ctx, chosen) if term is not None else []
        fill(self.level, options, chosen)

    def _normal(self, value: object) -> object:
        given = value.model_dump() if isinstance(value, Pick) else value
        if not isinstance(given, Mapping):
            return None
        return {**given, "slot": str(given["slot"])}

    def _read(self) -> object:
        term = _find(self.bridge.workbook, self.term.currentData())
        word = str(self.level.currentData() or Slot.OFFERED.value)
        if term is not None and term.id != self._pick.get("term") and is_blank(value_at(term, word)):
            # Another term, which has no such level: it begins as offered.
            word = Slot.OFFERED.value
        slot, option = slot_and_option(word)
        self._pick = {**self._pick, "term": term.id if term is not None else NO_TERM, "level": word}
        return {"id": self._pick.get("id"), "term": self._pick["term"], "slot": slot.value, "option": option}

    def _write(self, value: object) -> None:
        given = value if isinstance(value, Mapping) else {}
        self._pick = {"id": given.get("id"), "term": given.get("term")}
        self._pick["level"] = key(Slot(given["slot"]), given["option"]) if given else ""
        self._show()

    def _raw(self) -> object:
        return None

    def _restore(self, raw: object) -> None:
        """There is nothing half-chosen that could be lost."""


def _find(workbook: Workbook, term_id: object) -> Term | None:
    return next((term for term in workbook.terms if term.id == term_id), None)


def pick_texts(model: type[Frozen], name: str) -> FieldTexts:
    """The texts of a field that holds a pick."""
    field = model.model_fields[name]
    return FieldTexts(field.title or "", field.description or "")
